//! What the search for a better week comes back with.

use chrono::NaiveDate;

use crate::domain::{SessionId, Slot};
use crate::edit::Edit;
use crate::rules::tally::Tally;

/// One session that would stand elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The session.
    pub session: SessionId,
    /// Where it stands.
    pub from: Slot,
    /// Where it would stand.
    pub to: Slot,
    /// What it is good for.
    pub gain: Gain,
    /// The edits that make this move alone.
    pub edits: Vec<Edit>,
}

/// What a move is good for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gain {
    /// The findings that go with it, by itself or together with the other moves.
    pub solves: Vec<Gone>,
    /// Where it solves nothing itself: the findings that the other moves would bring without it.
    pub fends_off: Vec<Gone>,
    /// The athlete cannot train on the day that it leaves, or not for as long, and no finding says so.
    pub leaves_closed_day: bool,
}

/// A finding that is not there once a move is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Gone {
    /// Heading of its card.
    pub title: &'static str,
    /// Its days; all seven for one about the week.
    pub days: Vec<NaiveDate>,
}

/// How sure it is that nothing better exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proof {
    /// Every arrangement was compared or ruled out.
    Optimal,
    /// The best of those that were tried before the work was to end.
    BestFound,
}

/// A better week, or several.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What is found as the sessions stand.
    pub before: Tally,
    /// What is found once all moves are made.
    pub after: Tally,
    /// The moves, in an order in which they can be made. Empty when nothing would be gained.
    pub moves: Vec<Move>,
    /// How sure it is that nothing better exists.
    pub proof: Proof,
    /// Where no arrangement is clear: what would have to give, in one sentence.
    pub relax: Option<String>,
}

impl Suggestion {
    /// The edits of all moves, to be applied as one step.
    pub fn edits(&self) -> Vec<Edit> {
        let all = self.moves.iter().flat_map(|change| &change.edits);
        all.cloned().collect()
    }
}
