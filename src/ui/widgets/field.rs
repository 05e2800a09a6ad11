//! A text field that changes its value once, when it is left or Enter is pressed: one edit, one undo step.
//!
//! A field cannot hear of being left once it is off the screen, so nothing may take it off before it has given on what
//! was typed: whoever draws the window asks [`holds_draft`] before doing what was asked for, and if so draws once more
//! with [`begin_frame`] taking the drafts.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange, LayoutJob, TextWrapping};
use egui::text_edit::TextEditState;
use egui::{
    Color32, CornerRadius, Galley, Id, Margin, Popup, PopupKind, Rect, Response, RichText, Role,
    Stroke, StrokeKind, TextBuffer, TextEdit, Ui, Vec2, WidgetInfo,
};

use crate::rules::Severity;
use crate::ui::theme::{CONTROL_RADIUS, Palette, Weight, font, text};

use super::unfinished;

mod drafts;

use drafts::{Draft, settle};
pub use drafts::{begin_frame, escaped, holds_draft, typed, was_untouched};

/// A narrower field says beside itself why it refuses a text, in points.
const NARROW: f32 = 90.0;
/// Width of what it says there.
const REASON: f32 = 200.0;

/// Draws `add`, and tells how many fields within it refuse what was typed into them.
pub fn refusals_of<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> (R, u32) {
    ui.data_mut(|data| data.remove::<u32>(refusals_id()));
    let inner = add(ui);
    let refused = ui.data(|data| data.get_temp::<u32>(refusals_id()));
    (inner, refused.unwrap_or_default())
}

fn refusals_id() -> Id {
    Id::unique("fields that refuse")
}

fn count_refusal(ui: &Ui) {
    ui.data_mut(|data| *data.get_temp_mut_or_default::<u32>(refusals_id()) += 1);
}

/// Left and right of what is typed, in points.
const MARGIN: i8 = 8;
/// The sizes of what stands in a field, the usual one first.
const SIZES: [f32; 5] = [13.0, 12.5, 12.0, 11.5, 11.0];

/// The largest size in which all of `words` is seen: "2 × 12.5 lb" without its unit says something else. Where none is
/// small enough, the usual one.
pub(super) fn whole_size(ui: &Ui, words: &str, room: f32) -> f32 {
    let fits = |size: &f32| width_of(ui, words, *size) <= room;
    SIZES.into_iter().find(fits).unwrap_or(SIZES[0])
}

/// True where `words` are seen whole, in one size or another, in a field so wide, in points.
pub fn fits(ui: &Ui, words: &str, width: f32) -> bool {
    width_of(ui, words, SIZES[SIZES.len() - 1]) <= width - 2.0 * f32::from(MARGIN)
}

/// The width of a field in which `words` are seen whole in the usual size, in points.
pub fn width_for(ui: &Ui, words: &str) -> f32 {
    width_of(ui, words, SIZES[0]).ceil() + 2.0 * f32::from(MARGIN)
}

/// How wide `words` are in a field.
fn width_of(ui: &Ui, words: &str, size: f32) -> f32 {
    size_of(ui, words, size).x
}

fn size_of(ui: &Ui, words: &str, size: f32) -> Vec2 {
    let font = font(size, Weight::Regular);
    let set = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER);
    set.size()
}

/// What is free in a field around words of a size: more above smaller ones, so that every field is as high as the usual
/// one, and all words in a row stand on one line.
fn margin(ui: &Ui, size: f32) -> Margin {
    let lower = size_of(ui, "0", SIZES[0]).y - size_of(ui, "0", size).y;
    let mut margin = Margin::symmetric(MARGIN, 5);
    margin.top += lower.round() as i8;
    margin
}

/// Sets what stands in a field on one row, cut with "…" at `room`.
fn cut_layouter(room: f32, size: f32) -> impl FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> {
    move |ui, buffer, _| {
        let color = ui.visuals().widgets.inactive.text_color();
        let font = font(size, Weight::Regular);
        let mut job = LayoutJob::simple_singleline(buffer.as_str().to_owned(), font, color);
        job.wrap = TextWrapping::truncate_at_width(room);
        ui.painter().layout_job(job)
    }
}

/// How a field looks.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// What stands there while it is empty.
    pub hint: &'a str,
    /// Width in points.
    pub width: f32,
    /// Rows; more than one makes a text area.
    pub rows: usize,
}

impl<'a> Field<'a> {
    /// A one-line field.
    pub fn line(name: &'a str, width: f32) -> Self {
        Self {
            name,
            hint: "",
            width,
            rows: 1,
        }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// The same with several rows.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Draws the field for `current` and returns the new value once it was typed, left and understood.
    /// A text that `parse` refuses stays in the field with the reason below it.
    pub fn ui<T>(
        self,
        ui: &mut Ui,
        palette: &Palette,
        id: Id,
        current: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let draft = ui.data(|data| data.get_temp::<Draft>(id));
        let editing = draft.is_some();
        let mut draft =
            draft.map_or_else(|| Draft::begin(current), |draft| draft.following(current));
        let response = self.edit_ui(ui, id, &mut draft.text);
        let result = settle(ui, id, &response, draft, editing, current, parse);
        if let Some(Draft {
            error: Some(error),
            text: typed,
            ..
        }) = ui.data(|data| data.get_temp::<Draft>(id))
        {
            count_refusal(ui);
            let name = self.name;
            unfinished::tell(ui.ctx(), format!("{name}: “{typed}” is not understood"));
            let color = palette.severity(Severity::Conflict);
            refusal_ui(
                ui,
                self.width,
                &response,
                text(error, 11.0, Weight::Regular).color(color),
            );
        }
        result
    }

    fn edit_ui(mut self, ui: &mut Ui, id: Id, buffer: &mut String) -> Response {
        let room = self.width - 2.0 * f32::from(MARGIN);
        // Leave out "≈" if there is no room: the faint colour marks an estimate already.
        if let Some(figure) = self.hint.strip_prefix("≈ ")
            && width_of(ui, self.hint, SIZES[SIZES.len() - 1]) > room
        {
            self.hint = figure;
        }
        let size = if self.rows > 1 {
            SIZES[0]
        } else {
            let shown: &str = if buffer.is_empty() {
                self.hint
            } else {
                buffer.as_str()
            };
            whole_size(ui, shown, room)
        };
        // Text that is too long ends in "…" unless it is edited; the tooltip shows it whole.
        let is_cut = self.rows <= 1
            && !ui.memory(|memory| memory.has_focus(id))
            && width_of(ui, buffer, size) > room;
        let whole = is_cut.then(|| buffer.clone());
        let edit = if self.rows > 1 {
            TextEdit::multiline(buffer).desired_rows(self.rows)
        } else {
            TextEdit::singleline(buffer)
        };
        let mut cut = cut_layouter(room, size);
        let edit = if is_cut {
            edit.layouter(&mut cut)
        } else {
            edit
        };
        let margin = margin(ui, size);
        let response = ui.add(
            edit.id(id)
                .font(font(size, Weight::Regular))
                .hint_text(RichText::new(self.hint).font(font(size, Weight::Regular)))
                .desired_width(self.width)
                .margin(margin),
        );
        let response = match &whole {
            Some(whole) => response.on_hover_text(whole),
            None => response,
        };
        let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if self.rows <= 1 && response.gained_focus() && !by_pointer {
            select_all(ui, id, buffer);
        }
        let role = if self.rows > 1 {
            Role::MultilineTextInput
        } else {
            Role::TextInput
        };
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(role, true, self.name);
            info.current_text_value = Some(buffer.clone());
            info
        });
        response
    }
}

/// Selects the whole text, so that what is typed takes its place: whoever comes by keyboard has no mouse to do it with.
pub fn select_all(ui: &Ui, id: Id, text: &str) {
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else {
        return;
    };
    let end = CCursor::new(text.chars().count());
    let all = CCursorRange::two(CCursor::new(0), end);
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// What a window says beside a button that waits for its fields.
pub const CORRECT_FIRST: &str = "Correct what is marked in red first";

/// Marks a field at `rect` whose value is refused.
pub fn frame_refused(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.5, ui.visuals().error_fg_color);
    let corners = CornerRadius::same(CONTROL_RADIUS);
    let inside = StrokeKind::Inside;
    ui.painter().rect_stroke(rect, corners, line, inside);
}

/// Says why a text is refused: below its field, or over what follows where the field is too narrow for words.
fn refusal_ui(ui: &mut Ui, width: f32, field: &Response, why: egui::RichText) {
    let why = egui::Label::new(why).wrap();
    frame_refused(ui, field.rect);
    if width >= NARROW {
        ui.add(why);
        return;
    }
    Popup::from_response(field)
        .kind(PopupKind::Tooltip)
        .open(ui.is_rect_visible(field.rect))
        .gap(2.0)
        .show(|ui| {
            ui.set_max_width(REASON);
            ui.add(why);
        });
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn a_field_that_nothing_was_typed_into_follows_what_changes_and_writes_nothing_back() {
        let value = Rc::new(RefCell::new("Tempo".to_owned()));
        let shown = value.clone();
        let builder = Harness::builder().with_context_setup(theme::install);
        let mut harness = builder.build_ui(move |ui| {
            let current = shown.borrow().clone();
            let field = Field::line("Title", 200.0);
            let id = Id::unique("a field");
            let typed = field.ui(ui, &Palette::LIGHT, id, &current, |text| {
                Ok::<String, String>(text.to_owned())
            });
            if let Some(typed) = typed {
                *shown.borrow_mut() = typed;
            }
        });
        harness.get_by_label("Title").focus();
        harness.run();
        // Undo, or somebody else's change, while the keyboard rests in the field.
        *value.borrow_mut() = "Long run".to_owned();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*value.borrow(), "Long run");
    }

    /// What is written on a field of this width that holds `value`, or `hint` while it is empty, and whether it is cut.
    fn written(width: f32, value: &'static str, hint: &'static str) -> Vec<(String, bool)> {
        let builder = Harness::builder().with_context_setup(theme::install);
        let mut harness = builder.build_ui(move |ui| {
            let field = Field::line("Distance", width).hint(hint);
            let id = Id::unique("a field");
            field.ui(ui, &Palette::LIGHT, id, value, |_| Ok::<(), String>(()));
        });
        harness.run();
        let shapes = &harness.output().shapes;
        let texts = shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(text),
            _ => None,
        });
        texts
            .map(|text| (text.galley.text().to_owned(), text.galley.elided))
            .filter(|(words, _)| !words.is_empty())
            .collect()
    }

    #[test]
    fn an_estimate_is_seen_whole_in_a_narrow_field() {
        for width in [90.0, 72.0, 66.0] {
            let written = written(width, "", "≈ 10.7 km");
            let [(words, cut)] = written.as_slice() else {
                panic!("{written:?}");
            };
            assert!(words.contains("10.7 km") && !cut, "{width}: {written:?}");
        }
    }

    #[test]
    fn what_is_much_too_wide_ends_in_dots_while_nobody_types() {
        let name = "Lower body strength with single-leg work";
        assert_eq!(written(120.0, name, ""), [(name.to_owned(), true)]);
        assert_eq!(written(400.0, name, ""), [(name.to_owned(), false)]);
    }

    #[test]
    fn what_is_a_little_too_wide_is_set_smaller_and_what_is_much_too_wide_is_not() {
        let builder = Harness::builder().with_context_setup(theme::install);
        let harness = builder.build_ui_state(
            |ui, sizes: &mut Vec<f32>| {
                let words = ["60 kg", "2 × 12.5 lb", "/home/mira/Documents/Ironstride"];
                *sizes = words.map(|words| whole_size(ui, words, 60.0)).to_vec();
            },
            Vec::new(),
        );
        let sizes = harness.state();
        assert_eq!((sizes[0], sizes[2]), (13.0, 13.0));
        assert!((11.0..13.0).contains(&sizes[1]), "{sizes:?}");
    }

    #[test]
    fn a_field_of_smaller_words_is_as_high_as_its_neighbours() {
        let builder = Harness::builder().with_context_setup(theme::install);
        let harness = builder.build_ui_state(
            |ui, heights: &mut Vec<f32>| {
                let words = ["60 kg", "bodyweight", "2 × 12.5 lb"];
                *heights = words
                    .map(|words| {
                        let field = Field::line("Load", 76.0);
                        let id = Id::unique(words);
                        let mut buffer = words.to_owned();
                        field.edit_ui(ui, id, &mut buffer).rect.height()
                    })
                    .to_vec();
            },
            Vec::new(),
        );
        let heights = harness.state();
        let apart = |height: &f32| (height - heights[0]).abs();
        assert!(heights.iter().all(|it| apart(it) <= 0.5), "{heights:?}");
    }
}
