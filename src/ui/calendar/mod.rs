//! The week calendar: season strip, seven days, cards that are dragged.

pub mod card;
mod day;
pub mod drag;
mod menus;
pub mod ops;
mod strip;
mod week;

pub use menus::command_ui;

use egui::Ui;

use super::action::Actions;
use super::state::UiState;
use super::view::View;

/// Draws the season strip and the shown week.
pub fn calendar_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    strip::strip_ui(ui, view, state, actions);
    ui.add_space(6.0);
    week::week_ui(ui, view, state, actions);
    dragged_card_ui(ui, view, state);
}

fn dragged_card_ui(ui: &Ui, view: &View, state: &UiState) {
    let (Some(drag), None) = (&state.drag, state.moving) else {
        return;
    };
    let palette = view.palette;
    let (detail, color) = match &drag.plan {
        Some(plan) => {
            let facts = super::view::plan_facts(plan, &view.athlete.profile, view.library);
            let detail = super::view::card_lines(plan, &facts, view.units())
                .into_iter()
                .next();
            (
                detail.unwrap_or_default(),
                palette.kind(plan.kind(), facts.leg_load()),
            )
        }
        None => ("Lays out from this week".to_owned(), palette.accent),
    };
    card::dragged_ui(ui.ctx(), palette, &drag.title, &detail, color);
}
