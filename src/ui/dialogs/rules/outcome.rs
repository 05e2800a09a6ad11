//! The foot of the dialog: the findings of the shown week as they are and as they would be.

use egui::{Label, Ui, vec2};

use crate::ui::format;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::marks;

use super::draft::Draft;
use super::effect::FindingChange;

/// How many changes are listed one by one.
const LISTED: usize = 4;

/// In windows lower than this, in points, what changes stands beside the counts, so that the rules keep the room.
const LOW: f32 = 640.0;
/// The height of the changes below the counts, in points: two rows at all times, so that the buttons stay where they are.
const ROWS: f32 = 40.0;

/// Draws the counts, and what comes and goes. `hint` is said while nothing was changed.
pub(super) fn outcome_ui(ui: &mut Ui, palette: &Palette, draft: &Draft, hint: &str) {
    let is_low = ui.ctx().content_rect().height() < LOW;
    ui.horizontal(|ui| {
        counts_ui(ui, palette, draft);
        if is_low {
            ui.add_space(10.0);
            summary_ui(ui, palette, draft, hint);
        }
    });
    if is_low {
        return;
    }
    ui.allocate_ui(vec2(ui.available_width(), ROWS), |ui| {
        ui.set_min_height(ROWS);
        changes_ui(ui, palette, draft, hint);
    });
}

fn counts_ui(ui: &mut Ui, palette: &Palette, draft: &Draft) {
    let effect = draft.effect();
    let week = format!("Week of {}", format::day_month(draft.week()));
    ui.label(text(week, 12.0, Weight::SemiBold));
    ui.add_space(6.0);
    marks::counts_ui(ui, palette, effect.before);
    if effect.changes.is_empty() {
        return;
    }
    ui.label(icons::icon(icons::NEXT, 16.0).color(palette.text_faint));
    marks::counts_ui(ui, palette, effect.after);
}

/// What is said where no finding comes or goes.
fn without_changes<'a>(draft: &Draft, hint: &'a str) -> &'a str {
    if draft.is_changed() {
        "No finding of this week comes or goes with these changes."
    } else {
        hint
    }
}

/// All changes on one line, cut where the window ends; the tooltip tells them whole.
fn summary_ui(ui: &mut Ui, palette: &Palette, draft: &Draft, hint: &str) {
    let changes = draft.effect().changes.iter().map(in_words);
    let mut words = changes.collect::<Vec<_>>().join("; ");
    if words.is_empty() {
        without_changes(draft, hint).clone_into(&mut words);
    }
    let line = text(&words, 12.0, Weight::Regular).color(palette.text_soft);
    ui.add(Label::new(line).truncate());
}

fn changes_ui(ui: &mut Ui, palette: &Palette, draft: &Draft, hint: &str) {
    let changes = &draft.effect().changes;
    if changes.is_empty() {
        let words = without_changes(draft, hint);
        ui.label(text(words, 12.0, Weight::Regular).color(palette.text_soft));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 3.0);
        for change in changes.iter().take(LISTED) {
            change_ui(ui, palette, change);
            ui.add_space(8.0);
        }
        let more = changes.len().saturating_sub(LISTED);
        if more > 0 {
            let more = text(format!("and {more} more"), 12.0, Weight::Regular);
            ui.label(more.color(palette.text_soft));
        }
    });
}

/// "Comes: Legs before a key session · Tue 24, Wed 25".
fn in_words(change: &FindingChange) -> String {
    format!("{}: {} · {}", change.word(), change.title, change.days)
}

fn change_ui(ui: &mut Ui, palette: &Palette, change: &FindingChange) {
    if let Some(severity) = change.after.or(change.before) {
        marks::mark_ui(ui, palette, severity);
    }
    let color = if change.after.is_none() {
        palette.text_soft
    } else {
        palette.text
    };
    ui.label(text(in_words(change), 12.0, Weight::Regular).color(color));
}
