//! Who changed something, and when.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Signature;

/// Whose hand an edit is. The plan is the coach's, the log is the athlete's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Author {
    /// The coach who plans.
    #[default]
    Coach,
    /// The athlete who logs.
    Athlete,
}

/// The moment and author of a change. Always an argument: the core reads no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// When it was changed.
    pub at: DateTime<Utc>,
    /// By whose hand.
    pub by: Author,
    /// By whom, where they gave their name.
    #[serde(default, skip_serializing_if = "Signature::is_empty")]
    pub name: Signature,
}

impl Stamp {
    /// A change by the coach at `at`.
    pub fn coach(at: DateTime<Utc>) -> Self {
        Self {
            at,
            by: Author::Coach,
            name: Signature::default(),
        }
    }
}

impl Default for Stamp {
    /// The epoch, for data that never said when it changed.
    fn default() -> Self {
        Self {
            at: DateTime::UNIX_EPOCH,
            by: Author::Coach,
            name: Signature::default(),
        }
    }
}
