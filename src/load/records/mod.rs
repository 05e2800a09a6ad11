//! Records: the best an athlete has done so far, and the sessions in which it was beaten.
//!
//! One walk through the history in the order of its days finds both, so that a hundred thousand sets cost about a
//! millisecond. A [`RecordBook`] remembers the walk, so that an edit costs the same however long the history is.

mod best;
mod book;
mod lifts;
mod record;
mod runs;
mod walk;

use std::collections::HashMap;

#[cfg(test)]
use chrono::NaiveDate;

use crate::domain::{Athlete, ExerciseId};
use crate::library::Library;

pub use book::RecordBook;
pub use record::{Course, PersonalRecord, REP_COUNTS, RecordKind, RecordValue, SetPlace};

use best::Hit;
use walk::Walk;

/// All records of an athlete as they stand: of the exercises by name, then of whole sessions and of runs.
pub fn records(athlete: &Athlete, library: &Library) -> Vec<PersonalRecord> {
    let mut best = Standing::default();
    walk(athlete, library, |hit| best.take(hit));
    best.records(library)
}

/// The last that beat all before it, of each kind.
#[derive(Default)]
struct Standing<'a>(HashMap<(Option<&'a ExerciseId>, RecordKind), Hit<'a>>);

impl<'a> Standing<'a> {
    fn take(&mut self, hit: Hit<'a>) {
        self.0
            .insert((hit.exercise.map(|(id, _)| id), hit.kind), hit);
    }

    fn records(self, library: &Library) -> Vec<PersonalRecord> {
        let best = self.0.into_values();
        in_order(best.map(|hit| hit.record(library)).collect())
    }
}

/// Of the exercises by name, then of whole sessions and of runs.
fn in_order(mut records: Vec<PersonalRecord>) -> Vec<PersonalRecord> {
    records.sort_by_cached_key(|record| {
        (
            record.exercise.is_none(),
            record.name.to_lowercase(),
            record.exercise.clone(),
            record.kind,
        )
    });
    records
}

/// The records that were beaten from `from` to `to`, both included, in the order of the days. What was done for the
/// first time beats nothing and is not among them. Of a set that is the best at several repetition counts only the
/// highest count is told.
#[cfg(test)]
fn beaten(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<PersonalRecord> {
    let mut found: Vec<PersonalRecord> = Vec::new();
    walk(athlete, library, |hit| {
        if hit.before.is_some() && (from..=to).contains(&hit.date) {
            found.push(hit.record(library));
        }
    });
    most_telling(found)
}

fn most_telling(mut found: Vec<PersonalRecord>) -> Vec<PersonalRecord> {
    let told = found.clone();
    found.retain(|record| !told.iter().any(|other| says_more(other, record)));
    found
}

/// True when both tell of one set, and `other` of more repetitions.
fn says_more(other: &PersonalRecord, record: &PersonalRecord) -> bool {
    match (other.kind, record.kind) {
        (RecordKind::Weight(more), RecordKind::Weight(fewer)) => {
            more > fewer
                && record.set.is_some()
                && other.session == record.session
                && other.set == record.set
        }
        _ => false,
    }
}

/// Those of `records` that say something of their own: three repetitions at a load say nothing beside eight at it.
pub fn strongest<'a>(records: &[&'a PersonalRecord]) -> Vec<&'a PersonalRecord> {
    let same_load = |one: RecordValue, other: RecordValue| match (one, other) {
        (RecordValue::Mass(one), RecordValue::Mass(other)) => (one.kg() - other.kg()).abs() < 1e-6,
        _ => false,
    };
    let covers = |more: &PersonalRecord, record: &PersonalRecord| match (more.kind, record.kind) {
        (RecordKind::Weight(reps), RecordKind::Weight(fewer)) => {
            reps > fewer
                && more.exercise == record.exercise
                && same_load(more.figure, record.figure)
        }
        _ => false,
    };
    let told = records.iter().copied();
    told.filter(|record| !records.iter().any(|more| covers(more, record)))
        .collect()
}

/// The record to tell of first, where a session brought several: a load before an estimate, a time before a distance.
pub fn headline(records: &[PersonalRecord]) -> Option<&PersonalRecord> {
    records.iter().min_by_key(|record| match record.kind {
        RecordKind::Weight(reps) => (0, u32::MAX - reps),
        RecordKind::Fastest(_) => (1, 0),
        RecordKind::LongestRun => (2, 0),
        RecordKind::OneRm => (3, 0),
        RecordKind::Tonnage => (4, u32::from(record.exercise.is_some())),
    })
}

/// Goes through the history by days and tells of everything that beats what was before.
fn walk<'a>(athlete: &'a Athlete, library: &'a Library, mut tell: impl FnMut(Hit<'a>)) {
    let mut walk = Walk::new(&athlete.profile, library);
    for session in athlete.sessions.all() {
        walk.session(session, &mut tell);
    }
    walk.end(&mut tell);
}

#[cfg(test)]
mod book_tests;
#[cfg(test)]
mod tests;
