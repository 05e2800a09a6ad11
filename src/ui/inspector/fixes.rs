//! The fixes of a finding: their buttons, what they would do, and what they did.

use egui::{Button, Label, Response, Stroke, Tooltip, Ui, vec2};

use crate::rules::Fix;
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Palette, Weight, font, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons::in_row;
use crate::ui::widgets::marks;

/// Draws the button of a fix, which makes it as one undo step; Tab leads to it where its row `is_stop`. One that has no
/// room beside what stands before it begins a line of its own, and its words take a second one where one is too short.
pub(super) fn fix_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    (fix, is_stop): (&Fix, bool),
    actions: &mut Actions,
) {
    let palette = view.palette;
    let words = button_text(fix);
    let whole = width_of(ui, palette, &words);
    let begins = ui.cursor().left() < ui.max_rect().left() + 1.0;
    if ui.layout().main_wrap() && !begins && whole > ui.available_size_before_wrap().x {
        ui.end_row();
    }
    let content = text(words, 12.0, Weight::SemiBold).color(palette.accent);
    let button = Button::new(content)
        .sense(in_row(is_stop))
        .wrap()
        .fill(palette.accent_soft)
        .stroke(Stroke::NONE)
        .min_size(vec2(0.0, 24.0));
    let button = ui.add(button);
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
        .layout_no_wrap(words.to_owned(), font, palette.accent);
    laid.size().x + 2.0 * ui.spacing().button_padding.x
}

/// The text of a fix's button, with how many findings it brings elsewhere.
pub(super) fn button_text(fix: &Fix) -> String {
    match fix.worse.len() {
        0 => fix.label.clone(),
        1 => format!("{} (1 new finding)", fix.label),
        more => format!("{} ({more} new findings)", fix.label),
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
