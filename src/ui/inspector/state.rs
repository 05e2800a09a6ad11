//! What the inspector remembers between frames.

use std::collections::HashSet;

use crate::domain::SessionId;

/// A finding about to be accepted, and the reason typed so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepting {
    /// The finding's rule.
    pub rule: &'static str,
    /// The finding's sessions.
    pub sessions: Vec<SessionId>,
    /// The reason.
    pub reason: String,
    /// The field for it has had the focus.
    pub focused: bool,
}

/// What the inspector keeps to itself.
#[derive(Debug, Clone, Default)]
pub struct InspectorState {
    /// The finding about to be accepted.
    pub accepting: Option<Accepting>,
    /// Findings the reader folded or unfolded against the usual, by rule and first session.
    pub turned: HashSet<(&'static str, Option<SessionId>)>,
}
