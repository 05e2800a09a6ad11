//! Something worked out of each session, and kept for those that stay the same.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Session;

/// A value for each session of an athlete, in their order.
///
/// An edit replaces the shared pointer of the session it changes, so that only what hangs on pointers that were not seen
/// before is worked out anew.
#[derive(Debug, Clone)]
pub struct BySession<T> {
    /// Holding the session keeps its address from being given to another.
    entries: Vec<(Arc<Session>, T)>,
}

impl<T> Default for BySession<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
        }
    }
}

impl<T> BySession<T> {
    /// Brings the values up to these sessions and returns how many were worked out. A value that is known stays, wherever
    /// its session stands now.
    pub fn update(
        &mut self,
        sessions: &[Arc<Session>],
        mut work_out: impl FnMut(&Arc<Session>) -> T,
    ) -> usize {
        let same =
            |(entry, session): &(&(Arc<Session>, T), &Arc<Session>)| Arc::ptr_eq(&entry.0, session);
        let ahead = self.entries.iter().zip(sessions).take_while(same).count();
        let rest = self.entries.len().min(sessions.len()) - ahead;
        let behind = self
            .entries
            .iter()
            .rev()
            .zip(sessions.iter().rev())
            .take(rest)
            .take_while(same)
            .count();
        let changed = ahead..self.entries.len() - behind;
        let now = sessions
            .get(ahead..sessions.len() - behind)
            .unwrap_or_default();
        // They stay alive until the end, so that no new session has the address of an old one.
        let tail = self.entries.split_off(changed.end);
        let mut before: HashMap<*const Session, (Arc<Session>, T)> = self
            .entries
            .drain(changed.start..)
            .map(|entry| (Arc::as_ptr(&entry.0), entry))
            .collect();
        let mut fresh = 0;
        for session in now {
            let known = before.remove(&Arc::as_ptr(session));
            self.entries.push(known.unwrap_or_else(|| {
                fresh += 1;
                (Arc::clone(session), work_out(session))
            }));
        }
        self.entries.extend(tail);
        fresh
    }

    /// The sessions with their values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Arc<Session>, &T)> {
        self.entries.iter().map(|(session, value)| (session, value))
    }

    /// The values of the sessions of some days.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &T> {
        let start = self.entries.partition_point(|(it, _)| it.date < from);
        let end = self.entries.partition_point(|(it, _)| it.date <= to);
        let entries = self.entries.get(start..end).unwrap_or_default();
        entries.iter().map(|(_, value)| value)
    }

    /// Lets all of them go.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
