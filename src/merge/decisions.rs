//! What a merge had to decide, in data and in a sentence.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{DateStyle, Session, SessionId};

/// Something that both sides changed, and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeDecision {
    /// What both changed.
    pub subject: Subject,
    /// How it came out.
    pub decision: Decision,
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A session as a whole.
    Session(Which),
    /// The planned half of a session.
    Plan(Which),
    /// The done half of a session.
    Log(Which),
    /// The athlete's profile.
    Profile,
    /// The settings of the workspace.
    Settings,
    /// An entry of the coach's library, by its name.
    Entry(String),
}

/// Which session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// Its identity.
    pub id: SessionId,
    /// Its day.
    pub date: NaiveDate,
    /// What it is called; empty where it has no title of its own and nobody named it.
    pub title: String,
}

/// How something came out that both sides changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Of figures that both changed, ours stand: they are the owner's or the newer ones.
    Ours,
    /// Of figures that both changed, theirs stand: they are the owner's or the newer ones.
    Theirs,
    /// Neither could be said to be right, or both are work: one stands and the other is kept beside it.
    KeptBoth,
    /// One side had deleted it, the other went on with it: it stays.
    KeptThoughDeleted,
}

impl Decision {
    pub(super) fn chosen(ours: bool) -> Self {
        if ours { Self::Ours } else { Self::Theirs }
    }
}

impl Subject {
    pub(super) fn of_session(session: &Session) -> Self {
        Self::Session(which(session))
    }

    pub(super) fn of_plan(session: &Session) -> Self {
        Self::Plan(which(session))
    }

    pub(super) fn of_log(session: &Session) -> Self {
        Self::Log(which(session))
    }

    /// The day it is about, where it is about one.
    pub fn date(&self) -> Option<NaiveDate> {
        match self {
            Self::Session(which) | Self::Plan(which) | Self::Log(which) => Some(which.date),
            Self::Profile | Self::Settings | Self::Entry(_) => None,
        }
    }
}

fn which(session: &Session) -> Which {
    Which {
        id: session.id,
        date: session.date,
        title: session.plan.title.trim().to_owned(),
    }
}

impl Subject {
    /// In words, with days as `day` writes them.
    fn words(&self, day: impl Fn(NaiveDate) -> String) -> String {
        let which = |which: &Which| {
            let day = day(which.date);
            match which.title.as_str() {
                "" => format!("on {day}"),
                title => format!("“{title}” on {day}"),
            }
        };
        match self {
            Self::Session(it) => format!("the session {}", which(it)),
            Self::Plan(it) => format!("the plan of the session {}", which(it)),
            Self::Log(it) => format!("the log of the session {}", which(it)),
            Self::Profile => "the profile".to_owned(),
            Self::Settings => "the settings".to_owned(),
            Self::Entry(name) => format!("“{name}” in the library"),
        }
    }
}

impl MergeDecision {
    /// The same with a name for a session that has no title of its own, where `name` knows it.
    #[must_use]
    pub fn named(mut self, name: impl Fn(SessionId) -> Option<String>) -> Self {
        if let Subject::Session(which) | Subject::Plan(which) | Subject::Log(which) =
            &mut self.subject
            && which.title.is_empty()
        {
            which.title = name(which.id).unwrap_or_default();
        }
        self
    }

    /// In a sentence, with days as they were chosen to be written.
    pub fn in_words(&self, dates: DateStyle) -> String {
        self.sentence(&self.subject.words(|day| dates.weekday_date(day)))
    }

    fn sentence(&self, subject: &str) -> String {
        match self.decision {
            Decision::Ours => format!("Both changed {subject}: ours is kept."),
            Decision::Theirs => format!("Both changed {subject}: theirs is kept."),
            Decision::KeptBoth => format!("Both changed {subject}: both are kept; choose one."),
            Decision::KeptThoughDeleted => {
                format!("One side deleted {subject}, the other changed it: it is kept.")
            }
        }
    }
}

impl fmt::Display for MergeDecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let subject = self.subject.words(|day| day.to_string());
        f.write_str(&self.sentence(&subject))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_chosen_and_on_the_command_line_as_in_files() {
        let decision = MergeDecision {
            subject: Subject::Plan(Which {
                id: SessionId::from_bits(1),
                date: NaiveDate::from_ymd_opt(2026, 12, 5).unwrap(),
                title: "Long flat".to_owned(),
            }),
            decision: Decision::Ours,
        };
        assert_eq!(
            decision.in_words(DateStyle::DayFirst),
            "Both changed the plan of the session “Long flat” on Sat 5 Dec 2026: ours is kept."
        );
        assert_eq!(
            decision.to_string(),
            "Both changed the plan of the session “Long flat” on 2026-12-05: ours is kept."
        );
    }
}
