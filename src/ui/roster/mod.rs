//! The roster: everybody's shown and next week in one list.

mod athlete_line;
mod columns;
mod feedback_line;
mod finding_line;
mod groups;
mod line;
mod list;
mod row;
mod state;

pub use row::{RosterRow, Square, Standing};
pub use state::RosterState;

use std::sync::Arc;

use egui::{Align, CentralPanel, Frame, Key, Label, Layout, Margin, Ui, vec2};

use crate::rules::Severity;

use super::action::Actions;
use super::command::Command;
use super::format;
use super::theme::{Palette, Weight, icons, text};
use super::view::View;
use super::widgets::{buttons, command_button, trailing};

/// How high everything is that stands over the list, in points.
const CONTROL: f32 = 30.0;
/// From this width on everything over the list stands in one row.
const ONE_ROW: f32 = 980.0;

/// Draws the roster where the panels are otherwise. `covered` says that a dialog lies over it and takes Escape.
pub fn roster_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut RosterState,
    covered: bool,
    actions: &mut Actions,
) {
    // Escape ends the search before it leaves the list.
    let covered = covered || egui::Popup::is_any_open(ui.ctx());
    if !covered && ui.input(|input| input.key_pressed(Key::Escape)) {
        if state.query.is_empty() {
            state.open = false;
        } else {
            state.query.clear();
        }
    }
    let frame = Frame::new()
        .fill(view.palette.background)
        .inner_margin(Margin::symmetric(24, 14));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.scope(|ui| {
            // Buttons, chips and the search are of one height.
            ui.spacing_mut().interact_size.y = CONTROL;
            heading_ui(ui, view.palette, state, actions);
            ui.horizontal_wrapped(|ui| groups::narrowing_ui(ui, view, state));
        });
        ui.add_space(8.0);
        list::list_ui(ui, view, state, actions);
    });
}

/// The title, what the list comes to, and what it is narrowed to: in one row, or in two where one is too narrow.
fn heading_ui(ui: &mut Ui, palette: &Palette, state: &mut RosterState, actions: &mut Actions) {
    let is_wide = ui.available_width() >= ONE_ROW;
    ui.horizontal(|ui| {
        ui.label(text("Roster", 20.0, Weight::SemiBold));
        let summary = text(summary(state), 12.0, Weight::Regular).color(palette.text_soft);
        let left = |ui: &mut Ui| {
            ui.add(Label::new(summary).truncate());
        };
        trailing::row_ui(ui, ("heading", is_wide), left, |ui| {
            if is_wide {
                narrowing_ui(ui, palette, state);
            }
            if buttons::quiet_ui(ui, "Print everyone’s week…").clicked() {
                actions.command(Command::PrintEveryone);
            }
            if buttons::primary_ui(ui, palette, "New athlete…").clicked() {
                actions.command(Command::NewAthlete);
            }
            ui.add_space(4.0);
            let command = Command::Roster;
            if command_button::icon_ui(ui, icons::CLOSE, command, "Close the roster").clicked() {
                state.open = false;
            }
        });
    });
    if !is_wide {
        let size = vec2(ui.available_width(), 32.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            trailing::right_ui(ui, "narrowing", |ui| narrowing_ui(ui, palette, state));
        });
    }
}

/// The chips and the search.
fn narrowing_ui(ui: &mut Ui, palette: &Palette, state: &mut RosterState) {
    filters_ui(ui, palette, state);
    ui.add_space(8.0);
    let search = egui::TextEdit::singleline(&mut state.query)
        .hint_text("Search athletes")
        .margin(Margin::symmetric(8, 6));
    // A fixed width: with the width that is left it would stay narrow after the chips got their counts.
    let search = ui.add_sized(vec2(150.0, CONTROL), search);
    search
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Search athletes"));
}

/// Chips that list one severity alone.
fn filters_ui(ui: &mut Ui, palette: &Palette, state: &mut RosterState) {
    let counts = totals(&state.rows);
    let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
    let nouns = [
        ("conflict", "conflicts"),
        ("caution", "cautions"),
        ("tip", "tips"),
    ];
    for ((severity, count), (one, many)) in severities.into_iter().zip(counts).zip(nouns) {
        let on = state.only == Some(severity);
        let label = format::plural(count, one, many);
        let chip = buttons::severity_chip_ui(ui, palette, severity, &label, on);
        if chip
            .on_hover_text(format!("Show only the {many}"))
            .clicked()
        {
            state.only = (!on).then_some(severity);
        }
    }
}

/// "5 athletes · 2 need attention · 1 without a plan".
fn summary(state: &RosterState) -> String {
    let count = |standing| {
        let rows = state.rows.iter();
        rows.filter(|row| row.standing() == standing).count()
    };
    let found = count(Standing::Found);
    let (without_plan, clear) = (count(Standing::NoPlan), count(Standing::Clear));
    counted(found, without_plan, clear, state.checking)
}

/// Counts of each; "all clear" only if all have a plan and all are checked.
fn counted(found: usize, without_plan: usize, clear: usize, checking: usize) -> String {
    let all = found + without_plan + clear;
    let mut parts = vec![format::plural(all, "athlete", "athletes")];
    match found {
        0 if checking > 0 => {}
        0 if without_plan == 0 => parts.push("all clear".to_owned()),
        0 if clear == 0 => {}
        0 => parts.push(format!("{clear} clear")),
        1 => parts.push("1 needs attention".to_owned()),
        many => parts.push(format!("{many} need attention")),
    }
    match without_plan {
        0 => {}
        some => parts.push(format!("{some} without a plan")),
    }
    if checking > 0 {
        parts.push(format!("checking {checking}…"));
    }
    parts.join(" · ")
}

fn totals(rows: &[Arc<RosterRow>]) -> [usize; 3] {
    let mut totals = [0; 3];
    for row in rows {
        let counts = row.tally().by_severity();
        for (total, count) in totals.iter_mut().zip(counts) {
            *total += count;
        }
    }
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_clear_only_where_all_have_a_plan() {
        assert_eq!(counted(0, 0, 5, 0), "5 athletes · all clear");
        assert_eq!(counted(0, 50, 0, 0), "50 athletes · 50 without a plan");
        assert_eq!(
            counted(0, 47, 3, 0),
            "50 athletes · 3 clear · 47 without a plan"
        );
        assert_eq!(
            counted(2, 1, 2, 0),
            "5 athletes · 2 need attention · 1 without a plan"
        );
        assert_eq!(
            counted(0, 1, 1, 3),
            "2 athletes · 1 without a plan · checking 3…"
        );
    }
}
