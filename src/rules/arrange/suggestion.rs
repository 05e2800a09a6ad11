//! What the search for a better week comes back with.

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
    /// Titles of the findings that go with this move, by itself or together with the others.
    pub solves: Vec<String>,
    /// The edits that make this move alone.
    pub edits: Vec<Edit>,
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
