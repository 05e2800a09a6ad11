//! The foot of the dialog: the findings of the shown week as they are and as they would be.

use egui::{Ui, vec2};

use crate::ui::format;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::marks;

use super::draft::Draft;
use super::effect::Change;

/// How many changes are listed one by one.
const LISTED: usize = 4;

/// Draws the counts, and what comes and goes.
pub(super) fn outcome_ui(ui: &mut Ui, palette: &Palette, draft: &Draft) {
    let effect = draft.effect();
    ui.horizontal(|ui| {
        let week = format!("Week of {}", format::day_month(draft.week()));
        ui.label(text(week, 12.0, Weight::SemiBold));
        ui.add_space(6.0);
        marks::counts_ui(ui, palette, effect.before);
        if effect.changes.is_empty() {
            return;
        }
        ui.label(icons::icon(icons::NEXT, 16.0).color(palette.text_faint));
        marks::counts_ui(ui, palette, effect.after);
    });
    // Room for two rows at all times, so that the buttons stay where they are.
    ui.allocate_ui(vec2(ui.available_width(), 40.0), |ui| {
        ui.set_min_height(40.0);
        changes_ui(ui, palette, draft);
    });
}

fn changes_ui(ui: &mut Ui, palette: &Palette, draft: &Draft) {
    let changes = &draft.effect().changes;
    if changes.is_empty() {
        let word = if draft.is_changed() {
            "No finding of this week comes or goes with these changes."
        } else {
            "Change something, and you see here what it does to this week."
        };
        ui.label(text(word, 12.0, Weight::Regular).color(palette.text_soft));
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

fn change_ui(ui: &mut Ui, palette: &Palette, change: &Change) {
    if let Some(severity) = change.after.or(change.before) {
        marks::mark_ui(ui, palette, severity);
    }
    let word = format!("{}: {} · {}", change.word(), change.title, change.days);
    let color = if change.after.is_none() {
        palette.text_soft
    } else {
        palette.text
    };
    ui.label(text(word, 12.0, Weight::Regular).color(color));
}
