//! How the sessions of an athlete are spread over files, as those were last read or written.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Session, SessionId, Tombstone};

use super::parted::{StoredPart, StoredYears};

/// Where the sessions of an athlete stand.
#[derive(Debug, Default)]
pub(super) struct Spread {
    /// See [`StoredYears`].
    pub(super) from: Option<NaiveDate>,
    /// See [`StoredYears`].
    pub(super) until: Option<NaiveDate>,
    /// What the own file holds.
    pub(super) own: Vec<Arc<Session>>,
    /// The parts by their first days, those too that are missed.
    pub(super) parts: BTreeMap<NaiveDate, Held>,
    /// What cut-off saves left among the parts was cleared away.
    pub(super) is_tidy: bool,
    /// Other files in the folder of parts, what each holds being in no part yet.
    pub(super) copies: Vec<PathBuf>,
}

/// A part.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// What it holds; `None` when it cannot be read, and then it must not be written.
    pub(super) part: Option<StoredPart>,
    /// How many bytes it has.
    pub(super) bytes: usize,
    /// Its version, when that is later than ours.
    pub(super) newer: Option<u32>,
}

impl Spread {
    /// Takes over what the own file says.
    pub(super) fn say(&mut self, history: Option<&StoredYears>) {
        self.from = history.map(|history| history.from);
        self.until = history.and_then(|history| history.until);
        if history.is_some() || self.parts.is_empty() {
            return;
        }
        // The program was ended between writing the first parts and the own file.
        let sessions = self.parts.values().filter_map(|held| held.part.as_ref());
        let sessions = sessions.flat_map(|part| part.sessions.all());
        let in_parts: HashSet<SessionId> = sessions.map(|session| session.id).collect();
        let own = self.own.iter();
        let first = own
            .filter(|it| !in_parts.contains(&it.id))
            .map(|it| it.date);
        self.from = first.min();
    }

    /// The parts that must not be written.
    pub(super) fn blocked(&self) -> BTreeSet<NaiveDate> {
        let parts = self.parts.iter();
        let blocked = parts.filter(|(_, held)| held.part.is_none() || held.newer.is_some());
        blocked.map(|(start, _)| *start).collect()
    }

    /// The version of a part of a later program, where there is one.
    pub(super) fn newer(&self) -> Option<u32> {
        self.parts.values().find_map(|held| held.newer)
    }

    /// True when a part holds just this.
    pub(super) fn holds(&self, start: NaiveDate, part: &StoredPart) -> bool {
        let held = self.parts.get(&start).and_then(|held| held.part.as_ref());
        held.is_some_and(|held| {
            held.athlete == part.athlete
                && held.tombstones == part.tombstones
                && are_same(held.sessions.all(), part.sessions.all())
        })
    }

    /// True when a session stands in a part just so.
    pub(super) fn has(&self, start: NaiveDate, session: &Arc<Session>) -> bool {
        let held = self.parts.get(&start).and_then(|held| held.part.as_ref());
        let held = held.and_then(|part| part.sessions.get(session.id));
        held.is_some_and(|held| Arc::ptr_eq(held, session) || held == session)
    }

    /// The parts in which tombstones stand.
    pub(super) fn tombstones(&self) -> HashMap<SessionId, NaiveDate> {
        let parts = self.parts.iter();
        let parts = parts.filter_map(|(start, held)| Some((start, held.part.as_ref()?)));
        let all = parts.flat_map(|(start, part)| {
            let tombstones = part.tombstones.iter();
            tombstones.map(|tombstone| (tombstone.session, *start))
        });
        all.collect()
    }
}

/// Sessions are shared, so that hardly any has to be looked into.
fn are_same(one: &[Arc<Session>], other: &[Arc<Session>]) -> bool {
    let mut pairs = one.iter().zip(other);
    one.len() == other.len() && pairs.all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
}

/// What is new or other in a part than it was.
pub(super) fn gains(before: Option<&StoredPart>, now: &StoredPart) -> bool {
    let Some(before) = before else { return true };
    if before.athlete != now.athlete {
        return true;
    }
    let held: HashMap<SessionId, &Arc<Session>> =
        before.sessions.all().iter().map(|it| (it.id, it)).collect();
    let is_new = |session: &Arc<Session>| {
        let before = held.get(&session.id);
        !before.is_some_and(|it| Arc::ptr_eq(it, session) || *it == session)
    };
    now.sessions.all().iter().any(is_new)
        || now
            .tombstones
            .iter()
            .any(|it| !before.tombstones.contains(it))
}

/// A part with what it held before and holds no more: written before the others hold it.
pub(super) fn with_leaving(before: Option<&StoredPart>, now: &StoredPart) -> StoredPart {
    let mut both = now.clone();
    let Some(before) = before else { return both };
    let ids: HashSet<SessionId> = now.sessions.all().iter().map(|it| it.id).collect();
    let leaving = before
        .sessions
        .all()
        .iter()
        .filter(|it| !ids.contains(&it.id));
    let all = now.sessions.all().iter().chain(leaving).cloned();
    both.sessions = all.collect::<Vec<Arc<Session>>>().into();
    let buried: HashSet<SessionId> = now.tombstones.iter().map(|it| it.session).collect();
    let leaving = before
        .tombstones
        .iter()
        .filter(|it| !buried.contains(&it.session));
    let leaving: Vec<Tombstone> = leaving.cloned().collect();
    both.tombstones.extend(leaving);
    both
}
