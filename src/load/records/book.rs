//! The records of an athlete, kept up to date edit by edit.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::record::{PersonalRecord, RecordKind};
use super::walk::{Passed, Walk};
use super::{in_order, most_telling};
use crate::domain::{Athlete, ExerciseId, Profile, Session, SessionId};
use crate::library::Library;

/// No stops closer to each other than this many sessions, and no more of them than this.
pub(super) const LEAST_GAP: usize = 64;
pub(super) const MOST_STOPS: usize = 32;

/// All records of an athlete, and when each was set.
///
/// It remembers what a walk through the history had passed at some stops on the way. After an edit the walk begins at the
/// last stop before what changed, and ends at the first one behind it at which it has passed the same as before: so
/// what it costs depends on the edit and not on the length of the history.
#[derive(Debug, Clone, Default)]
pub struct RecordBook {
    profile: Option<Profile>,
    sessions: Vec<Arc<Session>>,
    stops: Vec<Stop>,
    /// Everything that beat what was before it, in the order of the days.
    hits: Vec<PersonalRecord>,
    standing: Arc<[PersonalRecord]>,
    /// What the whole walk has passed.
    end: Passed,
}

/// A place in the history, before a session.
#[derive(Debug, Clone)]
struct Stop {
    /// How many sessions and hits lie before it.
    sessions: usize,
    hits: usize,
    passed: Passed,
}

impl RecordBook {
    /// The records of an athlete.
    pub fn of(athlete: &Athlete, library: &Library) -> Self {
        let mut book = Self::default();
        book.update(athlete, library);
        book
    }

    /// Brings the book up to an athlete: the one it is of after an edit, or another. Returns how many sessions were walked
    /// through.
    pub fn update(&mut self, athlete: &Athlete, library: &Library) -> usize {
        let is_of = |profile: &Profile| same_source(profile, &athlete.profile);
        let is_known = self.profile.as_ref().is_some_and(is_of) && self.end.agrees_with(library);
        if !is_known {
            *self = Self {
                profile: Some(athlete.profile.clone()),
                ..Self::default()
            };
        }
        let now = athlete.sessions.all();
        let same = |(one, other): &(&Arc<Session>, &Arc<Session>)| Arc::ptr_eq(one, other);
        let before = &self.sessions;
        let ahead = before.iter().zip(now).take_while(same).count();
        if is_known && ahead == before.len() && ahead == now.len() {
            return 0;
        }
        let most_behind = before.len().min(now.len()) - ahead;
        let backwards = before.iter().rev().zip(now.iter().rev());
        let behind = backwards.take(most_behind).take_while(same).count();
        let walked = self.walk_anew(now, ahead, behind, library);
        // Replace the changed ones only: cloning all Arcs would take time with the length of the history.
        let changed = now.get(ahead..now.len() - behind).unwrap_or_default();
        let was = ahead..self.sessions.len() - behind;
        self.sessions.splice(was, changed.iter().cloned());
        walked
    }

    /// Walks from the last stop within the first `ahead` sessions, which are the same as before, until what is passed is
    /// the same as before at a stop within the last `behind`, which are the same too.
    fn walk_anew(
        &mut self,
        now: &[Arc<Session>],
        ahead: usize,
        behind: usize,
        library: &Library,
    ) -> usize {
        let Some(profile) = self.profile.clone() else {
            return 0;
        };
        let first_after = self.stops.partition_point(|stop| stop.sessions <= ahead);
        let mut after = self.stops.split_off(first_after).into_iter().peekable();
        let from = self.stops.last();
        let (start, kept) = from.map_or((0, 0), |stop| (stop.sessions, stop.hits));
        let mut walk = match from {
            Some(stop) => Walk::from(&profile, library, &stop.passed),
            None => Walk::new(&profile, library),
        };
        let old_hits = self.hits.split_off(kept);
        let gap = LEAST_GAP.max(now.len() / MOST_STOPS);
        let mut last_stop = start;
        let mut place = start;
        let hits = &mut self.hits;
        // Where a stop of before stands now; those of sessions that are gone stand nowhere.
        let (was, is) = (self.sessions.len(), now.len());
        let place_now = |stop: &Stop| {
            let from_end = was - stop.sessions;
            (from_end <= behind).then(|| is - from_end)
        };
        for session in now.get(start..).unwrap_or_default() {
            while after
                .next_if(|stop| place_now(stop).is_none_or(|at| at < place))
                .is_some()
            {}
            let met = after.next_if(|stop| place_now(stop) == Some(place));
            if let Some(met) = met
                && walk.has_passed(&met.passed)
            {
                // The rest is unchanged: keep it and stop.
                let gone = met.hits - kept;
                let shift = hits.len() as isize - met.hits as isize;
                hits.extend(old_hits.iter().skip(gone).cloned());
                let rest = std::iter::once(met).chain(after);
                self.stops.extend(rest.filter_map(|stop| {
                    Some(Stop {
                        sessions: place_now(&stop)?,
                        hits: stop.hits.checked_add_signed(shift)?,
                        passed: stop.passed,
                    })
                }));
                self.renew_standing(kept, &old_hits);
                return place - start;
            }
            if place >= last_stop + gap {
                last_stop = place;
                self.stops.push(Stop {
                    sessions: place,
                    hits: hits.len(),
                    passed: walk.passed(),
                });
            }
            walk.session(session, &mut |hit| hits.push(hit.record(library)));
            place += 1;
        }
        walk.end(&mut |hit| hits.push(hit.record(library)));
        self.end = walk.passed();
        self.renew_standing(kept, &old_hits);
        place - start
    }

    /// Gathers what stands, unless the hits after the first `kept` are what they were.
    fn renew_standing(&mut self, kept: usize, before: &[PersonalRecord]) {
        if self.hits.get(kept..) == Some(before) {
            return;
        }
        let mut best: HashMap<(Option<&ExerciseId>, RecordKind), &PersonalRecord> = HashMap::new();
        for hit in &self.hits {
            best.insert((hit.exercise.as_ref(), hit.kind), hit);
        }
        let standing = best.into_values().cloned().collect();
        self.standing = in_order(standing).into();
    }

    /// All records as they stand: of the exercises by name, then of whole sessions and of runs.
    pub fn standing(&self) -> &Arc<[PersonalRecord]> {
        &self.standing
    }

    /// The records that were beaten from `from` to `to`.
    pub fn beaten(&self, from: NaiveDate, to: NaiveDate) -> Vec<PersonalRecord> {
        let days = from..=to;
        let hits = self.hits.iter();
        let found = hits.filter(|hit| hit.before.is_some() && days.contains(&hit.date));
        most_telling(found.cloned().collect())
    }

    /// The records that a session beats as it is in the book.
    pub fn beaten_in(&self, session: SessionId) -> Vec<PersonalRecord> {
        let hits = self.hits.iter();
        let found = hits.filter(|hit| hit.before.is_some() && hit.session == Some(session));
        most_telling(found.cloned().collect())
    }

    /// A session as it is in the book.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// The records that a session would beat if it were as it is given here, at its place of the day or at the end of it.
    pub fn would_beat(&self, changed: &Session, library: &Library) -> Vec<PersonalRecord> {
        let Some(profile) = &self.profile else {
            return Vec::new();
        };
        let is_it = |session: &Arc<Session>| session.id == changed.id;
        let day = self
            .sessions
            .partition_point(|session| session.date < changed.date);
        let old = self.sessions.iter().position(is_it);
        let unchanged = old.map_or(day, |old| old.min(day));
        let stop = self.stops.iter().rfind(|stop| stop.sessions <= unchanged);
        let (start, mut walk) = match stop {
            Some(stop) => (stop.sessions, Walk::from(profile, library, &stop.passed)),
            None => (0, Walk::new(profile, library)),
        };
        let mut rest = self.sessions.get(start..).unwrap_or_default().iter();
        // Where the day has it already, it stays before what follows it there.
        let stays = |session: &Arc<Session>| session.date == changed.date;
        let is_in_place = old
            .and_then(|old| self.sessions.get(old))
            .is_some_and(stays);
        let mut nothing = |_: super::best::Hit<'_>| {};
        for session in rest.by_ref() {
            if session.date > changed.date || (is_in_place && is_it(session)) {
                break;
            }
            if !is_it(session) {
                walk.session(session, &mut nothing);
            }
        }
        let mut found = Vec::new();
        walk.session(changed, &mut |hit| {
            if hit.before.is_some() && hit.session == Some(changed.id) {
                found.push(hit.record(library));
            }
        });
        most_telling(found)
    }
}

/// True when two profiles make the same of every session.
fn same_source(one: &Profile, other: &Profile) -> bool {
    one.one_rm_formula == other.one_rm_formula
        && one.body_weight == other.body_weight
        && one.tested_maxes == other.tested_maxes
        && one.races == other.races
}
