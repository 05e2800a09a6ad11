//! The sessions of an athlete, by date.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Session, SessionId};

/// The sessions of an athlete, ordered by date; within a day in stored order.
///
/// Sessions are shared pointers: a copy of ten years costs microseconds, so that saving and
/// drawing can hold a snapshot while the next edit goes on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Arc<Session>>", into = "Vec<Arc<Session>>")]
pub struct Sessions(Vec<Arc<Session>>);

impl From<Vec<Arc<Session>>> for Sessions {
    /// Sorts by date and keeps the order within each day.
    fn from(mut sessions: Vec<Arc<Session>>) -> Self {
        sessions.sort_by_key(|session| session.date);
        Self(sessions)
    }
}

impl From<Sessions> for Vec<Arc<Session>> {
    fn from(sessions: Sessions) -> Self {
        sessions.0
    }
}

impl FromIterator<Session> for Sessions {
    fn from_iter<I: IntoIterator<Item = Session>>(sessions: I) -> Self {
        Self::from(sessions.into_iter().map(Arc::new).collect::<Vec<_>>())
    }
}

impl Sessions {
    /// All sessions, by date.
    pub fn all(&self) -> &[Arc<Session>] {
        &self.0
    }

    /// The sessions from `from` to `to`, both included.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> &[Arc<Session>] {
        let start = self.0.partition_point(|session| session.date < from);
        let end = self.0.partition_point(|session| session.date <= to);
        &self.0[start..end.max(start)]
    }

    /// The sessions of one day, in stored order.
    pub fn on(&self, date: NaiveDate) -> &[Arc<Session>] {
        self.between(date, date)
    }

    /// The session with this identity.
    pub fn get(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.0.iter().find(|session| session.id == id)
    }

    /// Its place among the sessions of its day, from 0.
    pub fn place(&self, id: SessionId) -> Option<usize> {
        let session = self.get(id)?;
        self.on(session.date)
            .iter()
            .position(|other| other.id == id)
    }

    /// Puts a session at `place` among those of its day (at the end where `place` is past it),
    /// in place of the one with the same identity, and returns that one.
    pub fn put(&mut self, session: Arc<Session>, place: usize) -> Option<Arc<Session>> {
        let old = self.remove(session.id);
        let start = self.0.partition_point(|other| other.date < session.date);
        let end = self.0.partition_point(|other| other.date <= session.date);
        self.0.insert(start.saturating_add(place).min(end), session);
        old
    }

    /// Takes a session out.
    pub fn remove(&mut self, id: SessionId) -> Option<Arc<Session>> {
        let index = self.0.iter().position(|session| session.id == id)?;
        Some(self.0.remove(index))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
