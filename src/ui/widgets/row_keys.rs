//! A list that is one stop of Tab: the keyboard is on one row, arrows, Home, End and the first letters of a name lead to
//! another, and Enter presses it.
//!
//! The rows may stand beside each other as well, such as chips: then all four arrows lead on, those up and down to the
//! nearest row of the line above or below.
//!
//! The rows that a list had in the frame before are those that the keys lead to, so that rows may be drawn one by one.

mod kinds;

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Action;
use egui::{Context, Event, EventFilter, Id, Key, Modifiers, Pos2, Response, Sense, Ui};

use super::menu_arrows::{self, Way};

/// How many rows a page has.
const PAGE: usize = 10;
/// Rows whose middles are no further apart than this, up and down, stand in one line, in points.
const SAME_LINE: f32 = 6.0;
/// Letters that follow each other faster than this make a word.
const WORD: Duration = Duration::from_millis(900);

/// A row, and the name it is found by.
#[derive(Debug, Clone)]
struct Row {
    id: Id,
    name: String,
    /// Its middle, where that is known: rows beside each other are found by it.
    at: Option<Pos2>,
}

/// What is remembered of a list from frame to frame.
#[derive(Debug, Clone, Default)]
struct Known {
    rows: Arc<[Row]>,
    /// The row that Tab leads to.
    stop: Option<Id>,
    /// The letters typed last, and when, in seconds.
    typed: String,
    typed_at: f64,
}

/// The keys of a list while it is drawn. Made before its rows, and ended after them.
#[derive(Debug)]
pub struct RowKeys {
    list: Id,
    known: Known,
    rows: Vec<Row>,
    has_keyboard: bool,
    /// A screen reader is putting the keyboard on a row.
    is_led: bool,
    moved: Moved,
    shape: Shape,
}

/// How the rows of a list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Each below the other.
    Column,
    /// Beside each other, in one line or several.
    Lines,
}

/// Draws a list whose rows stand below each other as one stop of Tab.
pub fn list_ui<R>(
    ui: &mut Ui,
    list: impl std::hash::Hash + std::fmt::Debug,
    rows: impl FnOnce(&mut Ui, &mut RowKeys) -> R,
) -> R {
    let id = ui.scope_id().with(("rows", list));
    shaped_ui(ui, id, Shape::Column, rows)
}

/// The same for rows that stand beside each other, such as chips.
pub fn lines_ui<R>(
    ui: &mut Ui,
    list: impl std::hash::Hash + std::fmt::Debug,
    rows: impl FnOnce(&mut Ui, &mut RowKeys) -> R,
) -> R {
    let id = ui.scope_id().with(("rows", list));
    shaped_ui(ui, id, Shape::Lines, rows)
}

fn shaped_ui<R>(
    ui: &mut Ui,
    id: Id,
    shape: Shape,
    rows: impl FnOnce(&mut Ui, &mut RowKeys) -> R,
) -> R {
    let mut keys = RowKeys::begin_shaped(ui, id, shape);
    let drawn = rows(ui, &mut keys);
    keys.end(ui);
    drawn
}

/// What the keys of a frame did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Nothing.
    Not,
    /// They led to the row at this place.
    To(usize),
    /// They led up from the first row.
    Above,
    /// They led back from the first of rows beside each other.
    Before,
    /// They led on from the last of rows beside each other.
    After,
}

impl RowKeys {
    /// Begins a list and reads what was pressed while one of its rows has the keyboard.
    pub fn begin(ui: &Ui, list: Id) -> Self {
        Self::begin_shaped(ui, list, Shape::Column)
    }

    fn begin_shaped(ui: &Ui, list: Id, shape: Shape) -> Self {
        let known = ui.data(|data| data.get_temp::<Known>(list));
        let mut keys = Self {
            list,
            known: known.unwrap_or_default(),
            rows: Vec::new(),
            has_keyboard: false,
            is_led: false,
            moved: Moved::Not,
            shape,
        };
        keys.follow_reader(ui);
        let Some(focused) = ui.memory(egui::Memory::focused) else {
            return keys;
        };
        let Some(at) = keys.known.rows.iter().position(|row| row.id == focused) else {
            return keys;
        };
        keys.has_keyboard = true;
        if !keys.is_led {
            keys.known.stop = Some(focused);
        }
        // Keep the arrows, or egui would move the focus in their direction.
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: shape == Shape::Lines,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
        let last = keys.known.rows.len() - 1;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let beside = |key| shape == Shape::Lines && pressed(key);
        let to = if pressed(Key::ArrowDown) {
            let Some(below) = keys.below(at) else {
                keys.leave(ui, focused, Way::Down);
                return keys;
            };
            below
        } else if pressed(Key::ArrowUp) {
            let Some(above) = keys.above(at) else {
                keys.leave(ui, focused, Way::Up);
                keys.moved = Moved::Above;
                return keys;
            };
            above
        } else if beside(Key::ArrowRight) {
            if at == last {
                keys.moved = Moved::After;
                return keys;
            }
            at + 1
        } else if beside(Key::ArrowLeft) {
            let Some(before) = at.checked_sub(1) else {
                keys.moved = Moved::Before;
                return keys;
            };
            before
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else if pressed(Key::PageDown) {
            (at + PAGE).min(last)
        } else if pressed(Key::PageUp) {
            at.saturating_sub(PAGE)
        } else if let Some(found) = keys.typed(ui, at) {
            found
        } else {
            return keys;
        };
        keys.go(ui, to);
        keys.moved = Moved::To(to);
        keys
    }

    /// A screen reader puts the keyboard on any row: that is the stop from now on.
    fn follow_reader(&mut self, ui: &Ui) {
        let asked = ui.input(|input| {
            let mut rows = self.known.rows.iter();
            let is_asked = |row: &&Row| input.has_accesskit_action_request(row.id, Action::Focus);
            rows.find(is_asked).map(|row| row.id)
        });
        if let Some(row) = asked {
            self.known.stop = asked;
            self.is_led = true;
            // Move the focus here: egui would do it only for rows that were interested in Tab before.
            ui.memory_mut(|memory| memory.request_focus(row));
        }
    }

    /// What the keys of this frame did.
    pub fn moved(&self) -> Moved {
        self.moved
    }

    /// Where the list is a part of a menu, arrows lead over its end to the entries beside it.
    fn leave(&self, ui: &Ui, from: Id, way: Way) {
        let is_row = |id| self.known.rows.iter().any(|row| row.id == id);
        menu_arrows::leave(ui, from, way, is_row);
    }

    fn below(&self, at: usize) -> Option<usize> {
        match self.shape {
            Shape::Column => Some(at + 1).filter(|next| *next < self.known.rows.len()),
            Shape::Lines => self.in_line(at, 1.0),
        }
    }

    fn above(&self, at: usize) -> Option<usize> {
        match self.shape {
            Shape::Column => at.checked_sub(1),
            Shape::Lines => self.in_line(at, -1.0),
        }
    }

    /// The nearest row of the next line, downward or, for a negative `way`, upward.
    fn in_line(&self, at: usize, way: f32) -> Option<usize> {
        let from = self.known.rows.get(at)?.at?;
        let rows = self.known.rows.iter().enumerate();
        let placed = rows.filter_map(|(place, row)| Some((place, row.at? - from)));
        let further: Vec<_> = placed.filter(|(_, off)| off.y * way > SAME_LINE).collect();
        let next = further.iter().map(|(_, off)| off.y * way);
        let next = next.fold(f32::INFINITY, f32::min) + SAME_LINE;
        let line = further.iter().filter(|(_, off)| off.y * way <= next);
        let nearest = line.min_by(|(_, a), (_, b)| a.x.abs().total_cmp(&b.x.abs()));
        nearest.map(|(place, _)| *place)
    }

    /// The row that begins with what is typed, from the one at `at` on.
    fn typed(&mut self, ui: &Ui, at: usize) -> Option<usize> {
        let (letters, now) = ui.input(|input| {
            let texts = input.events.iter().filter_map(|event| match event {
                Event::Text(text) => Some(text.to_lowercase()),
                _ => None,
            });
            (texts.collect::<String>(), input.time)
        });
        let known = &mut self.known;
        if now - known.typed_at > WORD.as_secs_f64() {
            known.typed.clear();
        }
        // A lone space presses the row.
        if letters.is_empty() || (known.typed.is_empty() && letters.trim().is_empty()) {
            return None;
        }
        let begins = known.typed.is_empty();
        known.typed.push_str(&letters);
        known.typed_at = now;
        // The same letter again moves to the next row that begins with it.
        let first = known.typed.chars().next()?;
        let repeats = !begins && known.typed.chars().all(|letter| letter == first);
        let wanted = if repeats {
            first.to_string()
        } else {
            known.typed.clone()
        };
        let count = known.rows.len();
        let from = if begins || repeats { at + 1 } else { at };
        let around = || (from..from + count).map(|place| place % count);
        let name = |place: usize| {
            let row = known.rows.get(place);
            row.map_or_else(String::new, |row| row.name.to_lowercase())
        };
        let begins_so = |place: &usize| name(*place).starts_with(&wanted);
        let has_word = |place: &usize| {
            let name = name(*place);
            let mut words = name.split_whitespace();
            words.any(|word| word.starts_with(&wanted))
        };
        around().find(begins_so).or_else(|| around().find(has_word))
    }

    /// Puts the keyboard on the row at `to`, as far as there is one.
    fn go(&mut self, ui: &Ui, to: usize) {
        if let Some(row) = self.known.rows.get(to) {
            self.known.stop = Some(row.id);
            ui.memory_mut(|memory| memory.request_focus(row.id));
            ui.request_repaint();
        }
    }

    /// Puts the keyboard on the first row, such as from a field above the list; false when there is none.
    pub fn enter(&mut self, ui: &Ui) -> bool {
        self.go(ui, 0);
        self.has_keyboard |= !self.known.rows.is_empty();
        !self.known.rows.is_empty()
    }

    /// Puts the keyboard on the row that comes into sight in the next frame, where the keys led over an end of the list and
    /// it shows a part of something longer.
    pub fn go_beyond(&mut self, ui: &Ui, id: Id) {
        let place = match self.moved {
            Moved::Before => 0,
            _ => self.rows.len(),
        };
        let row = Row {
            id,
            name: String::new(),
            at: None,
        };
        self.rows.insert(place, row);
        self.known.stop = Some(id);
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.request_repaint();
    }

    /// Takes in a row that is about to be drawn, and gives what it is to listen to: `sense`, but to Tab only where this
    /// is the row that Tab leads to. The `chosen` row is that, unless the keyboard is on another.
    pub fn row(&mut self, id: Id, name: &str, chosen: bool, sense: Sense) -> Sense {
        self.rows.push(Row {
            id,
            name: name.to_owned(),
            at: None,
        });
        if chosen && !self.has_keyboard && !self.is_led {
            self.known.stop = Some(id);
        }
        if self.is_stop(id) {
            sense | Sense::FOCUSABLE
        } else {
            sense - Sense::FOCUSABLE
        }
    }

    /// Draws the row that is the next widget: `draw` gives it the sense it is told.
    pub fn next_ui(
        &mut self,
        ui: &mut Ui,
        name: &str,
        chosen: bool,
        draw: impl FnOnce(&mut Ui, Sense) -> Response,
    ) -> Response {
        let sense = self.row(ui.next_auto_id(), name, chosen, Sense::click());
        let response = draw(ui, sense);
        if let Some(row) = self.rows.last_mut() {
            row.id = response.id;
            row.at = Some(response.rect.center());
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        response
    }

    /// True for the row that Tab leads to.
    pub fn is_stop(&self, id: Id) -> bool {
        let is_there = |stop: &Id| self.known.rows.iter().any(|row| row.id == *stop);
        match self.known.stop.filter(is_there) {
            Some(stop) => stop == id,
            None => self.rows.first().is_none_or(|first| first.id == id),
        }
    }

    /// The place of the row that has the keyboard.
    pub fn focused(&self, ui: &Ui) -> Option<usize> {
        let focused = ui.memory(egui::Memory::focused)?;
        self.known.rows.iter().position(|row| row.id == focused)
    }

    /// Ends the list.
    pub fn end(self, ui: &Ui) {
        let focused = ui.memory(egui::Memory::focused);
        let has_keyboard = focused.filter(|id| self.rows.iter().any(|row| row.id == *id));
        let known = Known {
            rows: self.rows.into(),
            ..self.known
        };
        ui.data_mut(|data| {
            data.insert_temp(self.list, known);
            if let Some(row) = has_keyboard {
                data.insert_temp(holder_id(), row);
            }
        });
    }
}

fn holder_id() -> Id {
    Id::unique("the row that has the keyboard")
}

/// True while a row of this list has the keyboard.
pub fn is_in(ctx: &Context, list: Id) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    let known = ctx.data(|data| data.get_temp::<Known>(list));
    known.is_some_and(|known| known.rows.iter().any(|row| Some(row.id) == focused))
}

/// True while a row of such a list has the keyboard: letters look for a row.
pub fn have_keyboard(ctx: &Context) -> bool {
    let row = ctx.data(|data| data.get_temp::<Id>(holder_id()));
    row.is_some() && row == ctx.memory(egui::Memory::focused)
}

#[cfg(test)]
mod tests;
