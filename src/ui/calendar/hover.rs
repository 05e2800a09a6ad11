//! What a card tells when the pointer rests on it: why the legs are loaded as they are, and its exercises.

use egui::Ui;

use crate::domain::{LegLoad, LoadSpec, Prescription, Session};
use crate::ui::format;
use crate::ui::theme::{Weight, text};
use crate::ui::view::{CardFacts, View};

/// How many exercises are listed.
const MOST: usize = 12;

/// True when there is anything to tell that the card does not show.
pub(super) fn says_more(session: &Session, facts: &CardFacts) -> bool {
    legs(facts).is_some() || !session.plan.workout.exercises().is_empty()
}

/// Draws it.
pub(super) fn details_ui(ui: &mut Ui, view: &View, session: &Session, facts: &CardFacts) {
    ui.set_max_width(300.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(legs) = legs(facts) {
        ui.label(text(legs, 12.0, Weight::Medium));
    }
    let rows = session.plan.workout.exercises();
    for row in rows.iter().take(MOST) {
        ui.label(text(line(view, session, row), 12.0, Weight::Regular));
    }
    if let Some(more) = rows.len().checked_sub(MOST).filter(|more| *more > 0) {
        ui.label(text(format!("and {more} more"), 12.0, Weight::Regular));
    }
}

fn legs(facts: &CardFacts) -> Option<String> {
    let content = facts.content.as_ref()?;
    let told = content.leg_load != LegLoad::None && !content.reason.is_empty();
    told.then(|| format!("Legs {}: {}", content.leg_load.word(), content.reason))
}

/// "Squat · 3 × 5 · 75 % = 62.5 kg".
fn line(view: &View, session: &Session, row: &Prescription) -> String {
    let known = view.library.exercise(&row.exercise);
    let name = match known {
        _ if !row.name.is_empty() => row.name.clone(),
        Some(exercise) => exercise.name.clone(),
        None => row.exercise.to_string(),
    };
    let mut parts = vec![name, format::dose(row)];
    match (
        &row.load,
        format::resolved_load(row, view.athlete, view.library, session.date),
    ) {
        (_, Some(resolved)) => parts.push(resolved),
        (LoadSpec::Unset, None) => {}
        (load, None) => parts.push(format::load(load, view.units())),
    }
    parts.join(" · ")
}
