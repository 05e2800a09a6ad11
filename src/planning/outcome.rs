//! What becomes of a session that is not done, and whether it may be moved: the same whether a key, a button or a menu
//! says so, so that versions of two computers differ only by what was meant.

use crate::domain::{Session, Status};

/// The session as skipped, for a reason that may be empty. What was noted about it stays; nothing else is logged.
pub fn skipped(session: &Session, reason: impl Into<String>) -> Session {
    Session {
        status: Status::Skipped {
            reason: reason.into(),
        },
        ..session.clone()
    }
}

/// The session as it was before anything became of it: planned, and without a log.
pub fn back_to_planned(session: &Session) -> Session {
    Session {
        status: Status::Planned,
        log: None,
        ..session.clone()
    }
}

/// The session held on its day, or let go.
pub fn locked(session: &Session, locked: bool) -> Session {
    Session {
        locked,
        ..session.clone()
    }
}
