//! What a rule has to say.

use chrono::NaiveDate;

use crate::domain::{Grading, SessionId};

use super::week::DAYS;

/// How bad a finding is. Ordered from the mildest to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something could be better.
    Tip,
    /// Something will probably suffer.
    Caution,
    /// One session spoils another.
    Conflict,
}

impl Severity {
    /// The word for a place where no rule finds anything.
    pub const CLEAR: &str = "Clear";

    /// The severity as a coach wants it to count.
    #[must_use]
    pub fn graded(self, grading: Grading) -> Self {
        match grading {
            Grading::Usual => self,
            Grading::Softer => self.milder().unwrap_or(Self::Tip),
            Grading::Harder if self == Self::Tip => Self::Caution,
            Grading::Harder | Grading::Conflict => Self::Conflict,
            Grading::Caution => Self::Caution,
            Grading::Tip => Self::Tip,
        }
    }

    /// One step milder; below a tip there is nothing.
    pub fn milder(self) -> Option<Self> {
        match self {
            Self::Conflict => Some(Self::Caution),
            Self::Caution => Some(Self::Tip),
            Self::Tip => None,
        }
    }

    /// The key of the JSON contract: `error`, `warning`, `hint`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Conflict => "error",
            Self::Caution => "warning",
            Self::Tip => "hint",
        }
    }

    /// The word people read.
    pub fn word(self) -> &'static str {
        match self {
            Self::Conflict => "Conflict",
            Self::Caution => "Caution",
            Self::Tip => "Tip",
        }
    }
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule's id: `legs-before-key-run`.
    pub rule: &'static str,
    /// Heading of a card: "Heavy legs before a key run".
    pub title: &'static str,
    /// How bad.
    pub severity: Severity,
    /// The sessions concerned; the first is the one the finding hangs on. Its week is the finding's week.
    pub sessions: Vec<SessionId>,
    /// The days concerned, without repeats; of a finding about a week all seven.
    pub days: Vec<NaiveDate>,
    /// One sentence that says what and why, in the athlete's own days and session names.
    pub message: String,
    /// Where its sessions stand and what they weigh, to be kept when it is accepted.
    pub state: String,
    /// The coach's reason, when it was accepted and nothing changed since.
    pub accepted: Option<String>,
}

impl Finding {
    /// True when it is about a week as a whole and names all its days; the session it hangs on only marks the place.
    pub fn is_about_a_week(&self) -> bool {
        self.days.len() == DAYS as usize
    }
}
