//! The sessions of an athlete, by date.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Session, SessionId};

/// So few sessions are looked through faster than an index is made of them.
const FEW: usize = 64;

/// The sessions of an athlete, ordered by date; within a day in stored order.
///
/// Sessions are shared pointers: a copy of ten years costs microseconds, so that saving and
/// drawing can hold a snapshot while the next edit goes on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Arc<Session>>", into = "Vec<Arc<Session>>")]
pub struct Sessions {
    all: Vec<Arc<Session>>,
    /// The day of each session, made when one is asked for by its identity and kept from edit to edit: the rules and
    /// the screen ask hundreds of times after each.
    days: OnceLock<Arc<HashMap<SessionId, NaiveDate>>>,
}

impl PartialEq for Sessions {
    /// The index follows from the sessions.
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl From<Vec<Arc<Session>>> for Sessions {
    /// Sorts by date and keeps the order within each day.
    fn from(mut sessions: Vec<Arc<Session>>) -> Self {
        sessions.sort_by_key(|session| session.date);
        Self {
            all: sessions,
            days: OnceLock::new(),
        }
    }
}

impl From<Sessions> for Vec<Arc<Session>> {
    fn from(sessions: Sessions) -> Self {
        sessions.all
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
        &self.all
    }

    /// The sessions from `from` to `to`, both included.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> &[Arc<Session>] {
        let start = self.all.partition_point(|session| session.date < from);
        let end = self.all.partition_point(|session| session.date <= to);
        &self.all[start..end.max(start)]
    }

    /// The sessions of one day, in stored order.
    pub fn on(&self, date: NaiveDate) -> &[Arc<Session>] {
        self.between(date, date)
    }

    /// The session with this identity.
    pub fn get(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.all.get(self.index_of(id)?)
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
        let old = self.index_of(session.id).map(|old| self.all.remove(old));
        let (id, date) = (session.id, session.date);
        let start = self.all.partition_point(|other| other.date < date);
        let end = self.all.partition_point(|other| other.date <= date);
        self.all
            .insert(start.saturating_add(place).min(end), session);
        let stays = old.as_ref().is_some_and(|old| old.date == date);
        if !stays {
            self.with_index(|days| days.insert(id, date));
        }
        old
    }

    /// Takes a session out.
    pub fn remove(&mut self, id: SessionId) -> Option<Arc<Session>> {
        let index = self.index_of(id)?;
        let session = self.all.remove(index);
        self.with_index(|days| days.remove(&id));
        Some(session)
    }

    /// Where the first session with this identity stands.
    fn index_of(&self, id: SessionId) -> Option<usize> {
        if self.all.len() <= FEW {
            return self.all.iter().position(|session| session.id == id);
        }
        let days = self.days.get_or_init(|| {
            let days = self.all.iter().map(|session| (session.id, session.date));
            Arc::new(days.collect())
        });
        if days.len() != self.all.len() {
            // One identity stands twice, and the index knows only one of them.
            return self.all.iter().position(|session| session.id == id);
        }
        let date = *days.get(&id)?;
        let start = self.all.partition_point(|session| session.date < date);
        let day = self.all.get(start..)?.iter();
        let mut day = day.take_while(|session| session.date == date);
        Some(start + day.position(|session| session.id == id)?)
    }

    /// Brings the index along, if there is one. One that could not tell of every session, as where an identity stands
    /// twice, is made anew when it is needed.
    fn with_index<T>(&mut self, change: impl FnOnce(&mut HashMap<SessionId, NaiveDate>) -> T) {
        let Some(days) = self.days.get_mut() else {
            return;
        };
        change(Arc::make_mut(days));
        if days.len() != self.all.len() {
            self.days = OnceLock::new();
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Plan, Stamp, Workout};

    fn session(id: u128, day: i32) -> Arc<Session> {
        let date = NaiveDate::from_num_days_from_ce_opt(739_000 + day).unwrap();
        let plan = Plan::new(Workout::Rest);
        Arc::new(Session::planned(
            SessionId::from_bits(id),
            date,
            plan,
            Stamp::default(),
        ))
    }

    #[derive(Debug, Clone)]
    enum Act {
        Put(u128, i32, usize),
        Remove(u128),
        /// Looks for one, which makes the index.
        Look(u128),
        /// Takes a copy, which shares the index.
        Copy,
    }

    fn step() -> impl Strategy<Value = Act> {
        prop_oneof![
            (0..150_u128, 0..60, 0..4_usize).prop_map(|(id, day, at)| Act::Put(id, day, at)),
            (0..150_u128).prop_map(Act::Remove),
            (0..150_u128).prop_map(Act::Look),
            Just(Act::Copy),
        ]
    }

    proptest! {
        #[test]
        fn a_session_is_found_by_its_identity_after_any_steps(
            days in proptest::collection::vec(0..60, 0..140),
            // The identities of some sessions stand twice.
            twice in 0..4_usize,
            steps in proptest::collection::vec(step(), 0..60),
        ) {
            let mut all: Vec<_> = (0..).zip(&days).map(|(id, day)| session(id, *day)).collect();
            all.extend((0..).zip(&days).take(twice).map(|(id, day)| session(id, day + 1)));
            let mut sessions = Sessions::from(all);
            let mut copies = Vec::new();
            for step in steps {
                let before = sessions.all().to_vec();
                let first = |id| before.iter().find(|it| it.id == SessionId::from_bits(id));
                match step {
                    Act::Put(id, day, at) => {
                        let old = sessions.put(session(id, day), at);
                        prop_assert_eq!(old.as_ref(), first(id));
                    }
                    Act::Remove(id) => {
                        let old = sessions.remove(SessionId::from_bits(id));
                        prop_assert_eq!(old.as_ref(), first(id));
                    }
                    Act::Look(id) => {
                        prop_assert_eq!(sessions.get(SessionId::from_bits(id)), first(id));
                    }
                    Act::Copy => copies.push((sessions.clone(), before)),
                }
                prop_assert!(sessions.all().is_sorted_by_key(|it| it.date));
            }
            copies.push((sessions.clone(), sessions.all().to_vec()));
            for (copy, all) in copies {
                for id in (0..150).map(SessionId::from_bits) {
                    let found = copy.get(id);
                    let first = all.iter().find(|it| it.id == id);
                    prop_assert_eq!(found.map(Arc::as_ptr), first.map(Arc::as_ptr));
                }
            }
        }
    }
}
