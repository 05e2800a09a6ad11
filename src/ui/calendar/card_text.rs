//! What stands on a session card.

use crate::domain::Session;
use crate::ui::card_facts::CardFacts;
use crate::ui::card_lines::exercise_lines;
use crate::ui::session_lines::session_lines;
use crate::ui::view::View;

/// What stands between the parts of a line.
pub(super) const DOT: &str = " · ";

/// How much of what a session asks its card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// What it comes to, in lines of a few rows.
    Brief,
    /// The first of its exercises as well, and how many more there are.
    Part(usize),
    /// Its exercises, its steps and its note as well.
    Full,
}

/// What stands below the title of a card.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// How much it is.
    pub(super) detail: Detail,
    /// The size of the title, in points: one in all cards of a week.
    pub(super) title: f32,
    /// The lines, the first in plain text, the others fainter.
    pub(super) lines: Vec<String>,
}

impl Content {
    /// The lines of a session.
    pub(super) fn of(
        view: &View,
        session: &Session,
        facts: &CardFacts,
        detail: Detail,
        title: f32,
    ) -> Self {
        let mut lines = session_lines(session, facts, view.units());
        let mut exercises = match detail {
            Detail::Brief => Vec::new(),
            Detail::Part(_) | Detail::Full => exercise_lines(view, session),
        };
        if let Detail::Part(count) = detail {
            let rest = exercises.len().saturating_sub(count);
            exercises.truncate(count);
            exercises.push(format!("and {rest} more"));
        }
        // In front of the note, which ends the lines.
        let note = usize::from(!session.plan.note.is_empty());
        let at = lines.len().saturating_sub(note);
        lines.splice(at..at, exercises);
        Self {
            detail,
            title,
            lines,
        }
    }
}
