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
    /// Holding the session keeps its address from being given to another. They stand by themselves, as all of them are
    /// compared after every edit: twenty years of pointers are read in microseconds, with large values between them not.
    sessions: Vec<Arc<Session>>,
    /// The value of each.
    values: Vec<T>,
}

impl<T> Default for BySession<T> {
    fn default() -> Self {
        Self {
            sessions: Vec::new(),
            values: Vec::new(),
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
        let same = |(one, other): &(&Arc<Session>, &Arc<Session>)| Arc::ptr_eq(one, other);
        let ahead = self.sessions.iter().zip(sessions).take_while(same).count();
        let rest = self.sessions.len().min(sessions.len()) - ahead;
        let behind = self
            .sessions
            .iter()
            .rev()
            .zip(sessions.iter().rev())
            .take(rest)
            .take_while(same)
            .count();
        let changed = ahead..self.sessions.len() - behind;
        let now = sessions
            .get(ahead..sessions.len() - behind)
            .unwrap_or_default();
        // An edit changes one session, and moves none of the values behind it.
        if let [session] = now
            && changed.len() == 1
            && let Some(known) = self.sessions.get_mut(ahead)
            && let Some(value) = self.values.get_mut(ahead)
        {
            *value = work_out(session);
            known.clone_from(session);
            return 1;
        }
        // Keep the old sessions alive until the end, so that no new one gets the address of an old one.
        let old: Vec<Arc<Session>> = self
            .sessions
            .splice(changed.clone(), now.iter().cloned())
            .collect();
        let tail = self.values.split_off(changed.end);
        let values = self.values.drain(changed.start..);
        let mut before: HashMap<*const Session, T> =
            old.iter().map(Arc::as_ptr).zip(values).collect();
        let mut fresh = 0;
        for session in now {
            let known = before.remove(&Arc::as_ptr(session));
            self.values.push(known.unwrap_or_else(|| {
                fresh += 1;
                work_out(session)
            }));
        }
        self.values.extend(tail);
        fresh
    }

    /// The sessions with their values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Arc<Session>, &T)> {
        self.sessions.iter().zip(&self.values)
    }

    /// The values of the sessions of some days.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = &T> {
        let start = self.sessions.partition_point(|it| it.date < from);
        let end = self.sessions.partition_point(|it| it.date <= to);
        self.values.get(start..end).unwrap_or_default().iter()
    }

    /// The values alone, in the order of their sessions.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.values.iter()
    }

    /// Lets all of them go.
    pub fn clear(&mut self) {
        self.sessions.clear();
        self.values.clear();
    }
}
