//! The fixes of a finding: their buttons, what they would do, and what they did.

use std::ops::Range;

use egui::{Button, Label, Response, Role, Stroke, Tooltip, Ui, WidgetInfo, vec2};

use crate::rules::Fix;
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Palette, Weight, font, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons::{self, in_row};
use crate::ui::widgets::marks;
use crate::ui::widgets::together::keep_together;

/// Between two buttons, in points.
const GAP: f32 = 5.0;

/// Draws the buttons of all fixes and of what else can be done, in as few rows as hold them; true when that was clicked.
pub(super) fn fixes_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    (fixes, other): (&[Fix], Option<&str>),
    actions: &mut Actions,
) -> bool {
    let words = fixes.iter().map(button_text);
    let words = words.chain(other.map(str::to_owned));
    let widths: Vec<f32> = words.map(|it| width_of(ui, view.palette, &it)).collect();
    let mut clicked = false;
    let mut button_ui = |ui: &mut Ui, index: usize| match (fixes.get(index), other) {
        (Some(fix), _) => {
            let words = button_text(fix);
            fix_ui(ui, view, state, (fix, &words, true), actions);
        }
        (None, Some(other)) => clicked |= buttons::small_ui(ui, other).clicked(),
        (None, None) => {}
    };
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    for row in rows_of(&widths, ui.available_width()) {
        if row.len() == 1 {
            // Alone it may take several lines.
            button_ui(ui, row.start);
        } else {
            ui.horizontal(|ui| row.for_each(|index| button_ui(ui, index)));
        }
    }
    clicked
}

/// Which buttons of these widths stand in a row together, in order, where a row is so wide, in points.
fn rows_of(widths: &[f32], room: f32) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    let mut left = 0.0;
    for (index, width) in widths.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if GAP + width <= left => {
                row.end = index + 1;
                left -= GAP + width;
            }
            _ => {
                rows.push(index..index + 1);
                left = room - width;
            }
        }
    }
    rows
}

/// The least height of the button of a fix, in points.
const HEIGHT: f32 = 24.0;

/// Draws the button of a fix, which makes it as one undo step, with these words, or whole words to those who hear it; Tab
/// leads to it where its row `is_stop`. Its words take a second line where one is too short.
pub(super) fn fix_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    (fix, words, is_stop): (&Fix, &str, bool),
    actions: &mut Actions,
) {
    let palette = view.palette;
    let content = text(keep_together(words), 12.0, Weight::SemiBold).color(palette.accent);
    let button = Button::new(content)
        .sense(in_row(is_stop))
        .wrap()
        .fill(palette.accent_soft)
        .stroke(Stroke::NONE)
        .min_size(vec2(0.0, HEIGHT));
    let button = ui.add(button);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, button_text(fix)));
    effect_ui(&button, view, state, fix);
    if is_pressed_once(&button) {
        let preview = state.preview.show(view, state.week, &fix.edits);
        let message = done_message(fix, &preview.lines(view.library));
        let edits = fix.edits.clone();
        actions.edit_told(fix.label.clone(), view.athlete.id, edits, message);
    }
}

/// How wide the button of a fix with these words is in one line, in points.
pub(super) fn width_of(ui: &Ui, palette: &Palette, words: &str) -> f32 {
    let font = font(12.0, Weight::SemiBold);
    let laid = ui
        .painter()
        .layout_no_wrap(keep_together(words), font, palette.accent);
    laid.size().x + 2.0 * ui.spacing().button_padding.x
}

/// How high the button of a fix with these words is where it has a width to itself, in points.
pub(super) fn height_of(ui: &Ui, palette: &Palette, words: &str, width: f32) -> f32 {
    let font = font(12.0, Weight::SemiBold);
    let around = 2.0 * ui.spacing().button_padding;
    let laid = ui
        .painter()
        .layout(keep_together(words), font, palette.accent, width - around.x);
    (laid.size().y + around.y).max(HEIGHT)
}

/// The text of a fix's button, with how many findings it brings elsewhere.
pub(super) fn button_text(fix: &Fix) -> String {
    with_new(&fix.label, fix)
}

/// The same in few words, for a line that says what it is about: on one row in so many points where it can be.
pub(super) fn short_text(ui: &Ui, palette: &Palette, fix: &Fix, room: f32) -> String {
    let whole = with_new(fix.short_label(), fix);
    if fix.worse.is_empty() || width_of(ui, palette, &whole) <= room {
        return whole;
    }
    // What is new is told under the pointer.
    format!("{} ({} new)", fix.short_label(), fix.worse.len())
}

fn with_new(label: &str, fix: &Fix) -> String {
    match fix.worse.len() {
        0 => label.to_owned(),
        more => {
            let more = format::plural(more, "new finding", "new findings");
            format!("{label} ({more})")
        }
    }
}

/// True for a click that is no second one in quick succession: once a fix is made, another button stands where it stood.
fn is_pressed_once(button: &Response) -> bool {
    button.clicked() && !button.double_clicked() && !button.triple_clicked()
}

/// What a fix did: its label, the first of its changes, and how many more there are.
fn done_message(fix: &Fix, lines: &[String]) -> String {
    let label = &fix.label;
    match lines {
        [] => label.clone(),
        [only] => format!("{label} · {only}"),
        [first, rest @ ..] => format!("{label} · {first} and {} more", rest.len()),
    }
}

/// Shows on the calendar what a fix would do while its button is pointed at or has the keyboard, and says beside it
/// what would be left to find.
fn effect_ui(button: &Response, view: &View, state: &mut Shared, fix: &Fix) {
    let is_pointed_at = button.hovered() || button.has_focus();
    if !is_pointed_at || state.drag.is_some() {
        return;
    }
    let preview = state.preview.show(view, state.week, &fix.edits);
    let (before, after) = (preview.effect.before, preview.effect.after);
    Tooltip::for_widget(button).width(230.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let findings = format::plural(before.total(), "finding", "findings");
        let counts = format!("{findings} → {}", after.total());
        ui.label(text(counts, 12.0, Weight::SemiBold));
        ui.horizontal(|ui| {
            marks::counts_ui(ui, view.palette, before.by_severity());
            let arrow = icons::icon(icons::NEXT, 14.0).color(view.palette.text_faint);
            ui.label(arrow);
            marks::counts_ui(ui, view.palette, after.by_severity());
        });
        for line in preview.lines(view.library) {
            aside::soft_ui(ui, view.palette, 12.0, line);
        }
        for line in &fix.worse {
            let line = text(format!("New: {line}"), 12.0, Weight::SemiBold);
            ui.add(Label::new(line.color(view.palette.text)).wrap());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_fill_a_row_and_one_that_is_too_wide_has_its_own() {
        let ends = |widths: &[f32], room| {
            let rows = rows_of(widths, room);
            rows.iter().map(|row| row.end).collect::<Vec<_>>()
        };
        assert_eq!(ends(&[80.0, 70.0], 160.0), [2]);
        assert_eq!(ends(&[80.0, 80.0, 60.0], 160.0), [1, 3]);
        assert_eq!(ends(&[230.0, 70.0], 220.0), [1, 2]);
        assert!(rows_of(&[], 220.0).is_empty());
    }
}
