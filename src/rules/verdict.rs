//! Whether a session may go to a slot, before it is dropped there.

use chrono::NaiveDate;

use crate::domain::{Athlete, Plan, SessionId, Slot};

use super::{Context, Severity};

/// What dropping a session on a day would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Where it would go.
    pub slot: Slot,
    /// The worst finding the drop adds, `None` when it adds none.
    pub worst: Option<Severity>,
    /// The reason in one sentence; for a clear slot, why it is clear.
    pub reason: String,
    /// The nearest slot that is clear, when this one is not.
    pub nearest_clear: Option<NaiveDate>,
}

/// The verdict for each of `targets`, were `plan` dropped there. `moving` is the session that leaves its place
/// (absent for a copy or a new session).
pub fn verdicts(
    _athlete: &Athlete,
    _context: &Context,
    _plan: &Plan,
    _moving: Option<SessionId>,
    targets: &[Slot],
) -> Vec<Verdict> {
    targets
        .iter()
        .map(|&slot| Verdict {
            slot,
            worst: None,
            reason: String::new(),
            nearest_clear: None,
        })
        .collect()
}
