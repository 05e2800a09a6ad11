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

/// How high the selected session and the week's findings below it are, all of them, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Heights {
    pub(super) session: f32,
    pub(super) findings: f32,
    /// What the week's findings take to their first line that can be cut through: the heading with one folded finding.
    pub(super) first: f32,
}

/// What the week's findings take of the inspector below a session that is higher than the panel: a share of the height,
/// from the heading with one folded finding to the heading with an open one, in points.
const FOOT: f32 = 0.34;
const LEAST_FOOT: f32 = 84.0;
const USUAL_FOOT: f32 = 114.0;

impl Default for Heights {
    fn default() -> Self {
        Self {
            session: f32::INFINITY,
            findings: USUAL_FOOT,
            first: USUAL_FOOT,
        }
    }
}

impl Heights {
    /// The height of the findings in a panel of this height: all of them where the session leaves room, else their share.
    pub(super) fn foot_of(self, height: f32) -> f32 {
        let share = (height * FOOT).clamp(LEAST_FOOT, USUAL_FOOT.max(self.first));
        self.findings.min(share.max(height - self.session - APART))
    }

    /// True where nothing has become higher or lower by what can be seen.
    pub(super) fn are_as(self, other: Self) -> bool {
        let is_as = |one: f32, other: f32| (one - other).abs() < 0.5;
        is_as(self.session, other.session)
            && is_as(self.findings, other.findings)
            && is_as(self.first, other.first)
    }
}

/// What the session and the findings keep between them, in points.
const APART: f32 = 12.0;

/// What the inspector keeps to itself.
#[derive(Debug, Clone, Default)]
pub struct InspectorState {
    /// The finding about to be accepted.
    pub accepting: Option<Accepting>,
    opened: Opened,
    /// Whether the week's findings below the selected session are folded to their heading; `None` until somebody says so.
    pub(super) foot_folded: Option<bool>,
    /// As they were drawn last.
    pub(super) heights: Heights,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_finding_is_whole_where_the_share_allows() {
        let foot = |panel: f32, first: f32| {
            let heights = Heights {
                findings: 300.0,
                first,
                ..Heights::default()
            };
            heights.foot_of(panel)
        };
        assert_eq!(foot(560.0, 90.0), USUAL_FOOT);
        assert_eq!(foot(560.0, 136.0), 136.0, "a title of two lines");
        assert!(foot(360.0, 136.0) <= 360.0 * FOOT, "the session is seen");
    }
}
