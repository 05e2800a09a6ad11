//! What a card tells when the pointer rests on it: what is cut, why the legs are loaded as they are, and its exercises.

use egui::{Label, Ui};

use crate::domain::{LegLoad, Session};
use crate::ui::card_facts::CardFacts;
use crate::ui::card_lines::exercise_lines;
use crate::ui::session_lines::session_lines;
use crate::ui::theme::{Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::together::keep_together;

use super::card_text::Detail;

/// How many exercises are listed.
const MOST: usize = 12;

/// True when there is anything to tell that the card does not show.
pub(super) fn says_more(session: &Session, facts: &CardFacts, detail: Detail, cut: bool) -> bool {
    let hides_exercises = detail != Detail::Full && !session.plan.workout.exercises().is_empty();
    cut || hides_exercises || legs(facts).is_some()
}

/// Draws it. A card whose text is cut is told whole.
pub(super) fn details_ui(
    ui: &mut Ui,
    view: &View,
    session: &Session,
    facts: &CardFacts,
    cut: bool,
) {
    ui.set_max_width(300.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let mut line =
        |words: &str, weight| ui.add(Label::new(text(keep_together(words), 12.0, weight)).wrap());
    if cut {
        line(&facts.title, Weight::SemiBold);
        for words in session_lines(session, facts, view.units()) {
            line(&words, Weight::Regular);
        }
    }
    if let Some(legs) = legs(facts) {
        line(&legs, Weight::Medium);
    }
    let exercises = exercise_lines(view, session);
    for words in exercises.iter().take(MOST) {
        line(words, Weight::Regular);
    }
    if let Some(more) = exercises.len().checked_sub(MOST).filter(|more| *more > 0) {
        line(&format!("and {more} more"), Weight::Regular);
    }
}

fn legs(facts: &CardFacts) -> Option<String> {
    let content = facts.content.as_ref()?;
    let told = content.leg_load != LegLoad::None && !content.reason.is_empty();
    told.then(|| format!("Legs {}: {}", content.leg_load.word(), content.reason))
}
