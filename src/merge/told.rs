//! What a merge had to decide, in data and in a sentence.

use std::fmt;

use chrono::NaiveDate;

use crate::domain::{Session, SessionId};

/// Something that both sides changed, and how it came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
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
    /// Its title; empty where it has none of its own.
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

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session(which) => write!(f, "the session {which}"),
            Self::Plan(which) => write!(f, "the plan of the session {which}"),
            Self::Log(which) => write!(f, "the log of the session {which}"),
            Self::Profile => f.write_str("the profile"),
            Self::Settings => f.write_str("the settings"),
            Self::Entry(name) => write!(f, "\"{name}\" in the library"),
        }
    }
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.title.is_empty() {
            write!(f, "\"{}\" ", self.title)?;
        }
        write!(f, "on {}", self.date)
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, decision } = self;
        match decision {
            Decision::Ours => write!(f, "Both changed {subject}: ours stands."),
            Decision::Theirs => write!(f, "Both changed {subject}: theirs stands."),
            Decision::KeptBoth => write!(f, "Both changed {subject}: both are kept, choose one."),
            Decision::KeptThoughDeleted => {
                write!(
                    f,
                    "One side deleted {subject}, the other changed it: it is kept."
                )
            }
        }
    }
}
