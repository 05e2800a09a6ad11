//! Records: the best an athlete has done so far, and the sessions in which it was beaten.
//!
//! One walk through the history in the order of its days finds both, so that a hundred thousand sets cost about a
//! millisecond.

mod best;
mod lifts;
mod record;
mod runs;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{Athlete, ExerciseId, Session};
use crate::library::Library;

pub use record::{Course, Figure, PersonalRecord, REP_COUNTS, RecordKind, SetPlace};

use best::Hit;
use lifts::Lifts;
use runs::Runs;

/// All records of an athlete as they stand: of the exercises by name, then of whole sessions and of runs.
pub fn records(athlete: &Athlete, library: &Library) -> Vec<PersonalRecord> {
    let mut best = Standing::default();
    walk(athlete, library, None, |hit| best.take(hit));
    best.records(library)
}

/// [`records`] and [`beaten`] in one go, for a screen that shows both.
pub fn all_and_beaten(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    to: NaiveDate,
) -> (Vec<PersonalRecord>, Vec<PersonalRecord>) {
    let mut best = Standing::default();
    let mut found = Vec::new();
    walk(athlete, library, None, |hit| {
        best.take(hit);
        if hit.before.is_some() && (from..=to).contains(&hit.date) {
            found.push(hit.record(library));
        }
    });
    (best.records(library), most_telling(found))
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
        let mut records: Vec<PersonalRecord> = best.map(|hit| hit.record(library)).collect();
        records.sort_by(|a, b| {
            let key =
                |record: &PersonalRecord| (record.exercise.is_none(), record.name.to_lowercase());
            key(a)
                .cmp(&key(b))
                .then_with(|| a.exercise.cmp(&b.exercise))
                .then_with(|| a.kind.cmp(&b.kind))
        });
        records
    }
}

/// The records of one exercise as they stand.
pub fn records_of(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
) -> Vec<PersonalRecord> {
    let mut best: HashMap<RecordKind, Hit> = HashMap::new();
    walk(athlete, library, Some(exercise), |hit| {
        if hit.exercise.is_some() {
            best.insert(hit.kind, hit);
        }
    });
    let mut records: Vec<PersonalRecord> =
        best.into_values().map(|hit| hit.record(library)).collect();
    records.sort_by_key(|record| record.kind);
    records
}

/// The records that were beaten from `from` to `to`, both included, in the order of the days. What was done for the
/// first time beats nothing and is not among them. Of a set that is the best at several repetition counts only the
/// highest count is told.
pub fn beaten(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<PersonalRecord> {
    let mut found: Vec<PersonalRecord> = Vec::new();
    walk(athlete, library, None, |hit| {
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
fn walk<'a>(
    athlete: &'a Athlete,
    library: &'a Library,
    only: Option<&ExerciseId>,
    mut tell: impl FnMut(Hit<'a>),
) {
    let mut lifts = Lifts::new(athlete, library, only);
    let mut runs = Runs::new(athlete);
    for session in athlete.sessions.all() {
        let session: &'a Session = session;
        lifts.tests_before(session.date, &mut tell);
        runs.races_before(session.date, &mut tell);
        if let (true, Some(log)) = (session.status.is_trained(), &session.log) {
            lifts.session(session, log, &mut tell);
            runs.session(session, log, &mut tell);
        }
    }
    lifts.tests_before(NaiveDate::MAX, &mut tell);
    runs.races_before(NaiveDate::MAX, &mut tell);
}

#[cfg(test)]
mod tests;
