//! Search: every command and rule by name, everybody and everything of the library, sessions and days.

mod entry;
mod matching;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{
    Area, Context, Frame, Id, Key, Label, Margin, Modal, Modifiers, RectAlign, Role, TextEdit,
    Tooltip, Ui, WidgetInfo,
};

use super::action::{Action, Actions};
use super::find::FindIndex;
use super::theme::{Palette, Weight, text};
use super::typed_ahead;
use crate::ui::widgets::scrolling;

use entry::Entry;
use matching::{Group, groups};

pub use matching::Findable;

/// Around what stands in the palette, in points.
const MARGIN: i8 = 10;
/// Between the edge of a row and its words, in points; headings are in line with these.
const INDENT: i8 = 10;
/// What is left free above it: so much of the window, and no more than so many points.
const SHARE_ABOVE: f32 = 0.1;
const MOST_ABOVE: f32 = 90.0;
/// What is left free below it at the least, in points.
const EDGE: f32 = 24.0;
/// The height from which its list scrolls, in points, in a window that is no taller than this.
const LIST: f32 = 360.0;
const LAPTOP: f32 = 900.0;
/// What the list takes of what a window has beyond that.
const SHARE_OF_MORE: f32 = 0.4;
/// The least height of the list, in points: some rows to scroll.
const LEAST: f32 = 90.0;

/// The search while it is open.
#[derive(Debug, Clone)]
pub struct PaletteState {
    /// What is typed.
    pub query: String,
    /// Which row is chosen; none before anything is typed and an arrow is pressed, so that Enter does nothing unasked.
    row: Option<usize>,
    /// It was drawn before.
    begun: bool,
    /// The current day.
    pub today: NaiveDate,
    /// What can be found.
    pub findable: Arc<Findable>,
    /// The sessions of everybody, once they are read.
    pub sessions: Option<Arc<FindIndex>>,
    /// What was found for which query, among which sessions.
    known: Option<(String, bool, Arc<[Group]>)>,
}

impl PaletteState {
    /// A search for what there is today.
    pub fn new(today: NaiveDate, findable: Findable) -> Self {
        Self {
            query: String::new(),
            row: None,
            begun: false,
            today,
            findable: Arc::new(findable),
            sessions: None,
            known: None,
        }
    }

    /// What fits the query, worked out once for each.
    fn found(&mut self) -> Arc<[Group]> {
        let with_sessions = self.sessions.is_some();
        if let Some((query, with, found)) = &self.known
            && (query, *with) == (&self.query, with_sessions)
        {
            return found.clone();
        }
        let sessions = self.sessions.as_deref();
        let found: Arc<[Group]> = groups(&self.query, self.today, &self.findable, sessions).into();
        self.known = Some((self.query.clone(), with_sessions, found.clone()));
        found
    }
}

/// Draws the palette while it is open.
pub fn palette_ui(
    ctx: &Context,
    palette: &Palette,
    state: &mut Option<PaletteState>,
    actions: &mut Actions,
) {
    let Some(mut open) = state.take() else {
        return;
    };
    let area = Area::new(Id::unique("command palette"))
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, above(ctx)));
    let modal = Modal::new(Id::unique("command palette modal"))
        .area(area)
        .frame(Frame::popup(&ctx.global_style()).inner_margin(MARGIN))
        .show(ctx, |ui| content_ui(ui, palette, &mut open, actions));
    match modal.inner {
        Some(entry) => choose(entry, actions),
        None if !modal.should_close() => *state = Some(open),
        None => {}
    }
}

/// What is left free above the palette.
fn above(ctx: &Context) -> f32 {
    (SHARE_ABOVE * ctx.content_rect().height()).min(MOST_ABOVE)
}

/// The height from which the list scrolls: it ends well above the lower edge of the window, and is longer where the window
/// is taller than a laptop's.
fn list_height(ui: &Ui) -> f32 {
    let window = ui.ctx().content_rect();
    let usual = LIST + SHARE_OF_MORE * (window.height() - LAPTOP).max(0.0);
    let left = window.bottom() - EDGE - f32::from(MARGIN) - ui.cursor().top();
    usual.min(left).max(LEAST)
}

/// Does or shows what was chosen.
fn choose(entry: Entry, actions: &mut Actions) {
    match entry {
        Entry::Command(command) => actions.command(command),
        Entry::Rule(rule) => actions.push(Action::ShowRule(rule.id)),
        Entry::Day(date) => {
            actions.push(Action::ShowWeek(date));
            actions.select(None, date);
        }
        Entry::Athlete(id, _) => actions.push(Action::ShowAthlete(id)),
        Entry::Exercise(id, _) => actions.push(Action::ShowExercise(id)),
        Entry::Program(id, _) => actions.push(Action::ShowProgram(id)),
        Entry::Session(found, _) => {
            actions.push(Action::ShowAthlete(found.athlete));
            actions.push(Action::ShowSession(found.session));
        }
    }
}

fn content_ui(
    ui: &mut Ui,
    palette: &Palette,
    open: &mut PaletteState,
    actions: &Actions,
) -> Option<Entry> {
    ui.set_width(440.0);
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    // The field keeps the focus, so Tab moves through the list as the arrows do.
    let up = pressed(Modifiers::NONE, Key::ArrowUp) || pressed(Modifiers::SHIFT, Key::Tab);
    let down = pressed(Modifiers::NONE, Key::ArrowDown) || pressed(Modifiers::NONE, Key::Tab);
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let field = Id::unique("what is searched for");
    if !open.begun {
        open.begun = true;
        open.query.push_str(&typed_ahead::take(ui.ctx()));
    }
    // Asked for before the field is drawn, so that it gets what is typed in the frame in which it appears; in each frame
    // it would clear the filter that keeps Tab here.
    if !ui.memory(|memory| memory.has_focus(field)) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
    let edit = TextEdit::singleline(&mut open.query)
        .id(field)
        .hint_text("Athlete, session, exercise, date, command…")
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(10, 8))
        .lock_focus(true);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search commands"));
    if response.changed() {
        open.row = None;
    }
    let groups = open.found();
    // Before anything is typed, leave out commands that cannot run now.
    let is_shown = |entry: &&Entry| !open.query.is_empty() || entry.missing(actions).is_none();
    let found: Vec<&Entry> = groups
        .iter()
        .flat_map(|group| &group.entries)
        .filter(is_shown)
        .collect();
    open.row = found.len().checked_sub(1).and_then(|last| {
        let first = (!open.query.is_empty()).then_some(0);
        let row = open.row.or(first);
        match (up, down) {
            (true, _) => Some(row.and_then(|row| row.checked_sub(1)).unwrap_or(last)),
            (_, true) => Some(row.filter(|row| *row < last).map_or(0, |row| row + 1)),
            _ => row.map(|row| row.min(last)),
        }
    });
    let mut chosen = None;
    ui.add_space(4.0);
    // The bar would cover the keys at the right edge.
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    scrolling::list(list_height(ui)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut row = 0;
        for group in groups.iter() {
            let shown: Vec<&Entry> = group.entries.iter().filter(is_shown).collect();
            if !shown.is_empty() {
                heading_ui(ui, palette, &group.heading());
            }
            for entry in shown {
                let is_current = Some(row) == open.row;
                let response = entry_ui(ui, palette, entry, is_current, actions);
                if is_current && (up || down) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(entry.clone());
                }
                row += 1;
            }
        }
        if found.is_empty() {
            let words = "Nothing has that name. Part of a word is enough, or a date.";
            let words = text(words, 12.0, Weight::Regular).color(palette.text_soft);
            Frame::new()
                .inner_margin(Margin::symmetric(INDENT, 2))
                .show(ui, |ui| {
                    ui.add(Label::new(words).wrap());
                });
        }
    });
    if enter {
        open.row
            .and_then(|row| found.get(row))
            .map(|entry| (*entry).clone())
    } else {
        chosen
    }
}

/// A row. The field keeps the focus; the arrows move through the list.
fn entry_ui(
    ui: &mut Ui,
    palette: &Palette,
    entry: &Entry,
    is_current: bool,
    actions: &Actions,
) -> egui::Response {
    let missing = entry.missing(actions);
    let keys = text(entry.keys(ui.ctx()), 11.5, Weight::Regular).color(palette.text_faint);
    let button = egui::Button::selectable(is_current, entry.written())
        .sense(egui::Sense::CLICK)
        .shortcut_text(keys)
        .min_size(egui::vec2(ui.available_width(), 28.0));
    let response = ui.add_enabled(missing.is_none(), button);
    let name = entry.spoken();
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, missing.is_none(), is_current, &name));
    beside_ui(Tooltip::for_enabled(&response), entry.tooltip());
    beside_ui(
        Tooltip::for_disabled(&response),
        missing.unwrap_or_default(),
    );
    response
}

/// A tooltip beside the list, so that it covers none of the rows below.
fn beside_ui(mut tooltip: Tooltip<'_>, words: &str) {
    if !words.is_empty() {
        tooltip.popup = tooltip.popup.align(RectAlign::RIGHT);
        tooltip.show(|ui| ui.label(words));
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, title: &str) {
    ui.add_space(4.0);
    let indent = Margin {
        left: INDENT,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(indent).show(ui, |ui| {
        ui.label(text(title, 11.0, Weight::SemiBold).color(palette.text_faint));
    });
}
