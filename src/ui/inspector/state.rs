//! What the inspector remembers between frames.

use crate::domain::SessionId;
use crate::rules::Finding;

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

impl Accepting {
    /// True for the finding that is about to be accepted.
    pub(super) fn is_of(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.sessions == finding.sessions
    }
}

/// What tells a finding from the others: its rule and its first session.
pub type FindingKey = (&'static str, Option<SessionId>);

/// The key of a finding.
pub(super) fn key_of(finding: &Finding) -> FindingKey {
    (finding.rule, finding.sessions.first().copied())
}

/// Which finding is open; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Opened {
    /// Nobody has chosen: the worst one, where there is room for it.
    #[default]
    Usual,
    /// None: the reader closed it.
    Nothing,
    /// This one.
    This(FindingKey),
}

/// What the inspector keeps to itself.
#[derive(Debug, Clone, Default)]
pub struct InspectorState {
    /// The finding about to be accepted.
    pub accepting: Option<Accepting>,
    opened: Opened,
    /// Whether the week's findings below the selected session are folded to their heading; `None` until somebody says so.
    pub(super) foot_folded: Option<bool>,
    /// The session of which all findings stand at its head, and not the worst alone.
    pub(super) unfolded: Option<SessionId>,
}

impl InspectorState {
    /// Whether a finding is open, where `usual` is the one that is open unless somebody chose.
    pub(super) fn is_open(&self, key: FindingKey, usual: Option<FindingKey>) -> bool {
        match self.opened {
            Opened::Usual => usual == Some(key),
            Opened::Nothing => false,
            Opened::This(open) => open == key,
        }
    }

    /// Opens a finding and with it closes any other, or closes it where it is open.
    pub(super) fn turn(&mut self, key: FindingKey, is_open: bool) {
        self.opened = if is_open {
            Opened::Nothing
        } else {
            Opened::This(key)
        };
    }
}
