//! Records: the best an athlete has done so far, and the sessions in which it was beaten.
//!
//! One walk through the history in the order of its days finds both, so that a hundred thousand sets cost about a
//! millisecond.

mod lifts;
mod runs;

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{Athlete, ExerciseId, Kilograms, Meters, Seconds, Session, SessionId};
use crate::library::Library;

use lifts::Lifts;
use runs::Runs;

/// Repetitions with a record of their own.
pub const REP_COUNTS: [u32; 5] = [1, 3, 5, 8, 10];

/// A distance that is raced and timed everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// 5 km.
    FiveK,
    /// 10 km.
    TenK,
}

impl Course {
    /// Both, from the shorter.
    pub const ALL: [Self; 2] = [Self::FiveK, Self::TenK];

    /// How long it is.
    pub fn distance(self) -> Meters {
        match self {
            Self::FiveK => Meters::from_km(5.0),
            Self::TenK => Meters::from_km(10.0),
        }
    }

    /// "5 km" or "10 km".
    pub fn name(self) -> &'static str {
        match self {
            Self::FiveK => "5 km",
            Self::TenK => "10 km",
        }
    }
}

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// The highest estimated one-repetition maximum of an exercise, from sets of up to ten repetitions to failure.
    OneRm,
    /// The heaviest load of an exercise for at least so many repetitions, one of [`REP_COUNTS`].
    Weight(u32),
    /// The most tonnage in a session: of one exercise, or of all where the record names none.
    Tonnage,
    /// The longest run.
    LongestRun,
    /// The fastest run over a distance. Only runs over that distance count, with the time they took: nothing is
    /// scaled. A run fits when it is not shorter and at most 2 % longer; a race also when the watch measured up to
    /// 2 % less, for its course is measured better.
    Fastest(Course),
}

/// A figure of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// A load, a maximum, or a tonnage.
    Mass(Kilograms),
    /// A distance.
    Distance(Meters),
    /// A time: less is better.
    Time(Seconds),
}

/// Where a set stands within the log of its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SetPlace {
    /// Place of the exercise, from 0.
    pub exercise: usize,
    /// Place of the set within it, from 0.
    pub set: usize,
}

/// The best on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it is about.
    pub kind: RecordKind,
    /// Of which exercise; `None` for runs and the tonnage of whole sessions.
    pub exercise: Option<ExerciseId>,
    /// The exercise's name; empty where there is none.
    pub name: String,
    /// The best.
    pub figure: Figure,
    /// What was best before; `None` when there was nothing to beat.
    pub before: Option<Figure>,
    /// On which day.
    pub date: NaiveDate,
    /// In which session; `None` for a race result or a tested maximum entered by itself.
    pub session: Option<SessionId>,
    /// By which set, where it was one.
    pub set: Option<SetPlace>,
}

/// All records of an athlete as they stand: of the exercises by name, then of whole sessions and of runs.
pub fn records(athlete: &Athlete, library: &Library) -> Vec<Record> {
    let mut best: HashMap<(Option<&ExerciseId>, RecordKind), Hit> = HashMap::new();
    walk(athlete, library, None, |hit| {
        best.insert((hit.exercise.map(|(id, _)| id), hit.kind), hit);
    });
    let mut records: Vec<Record> = best.into_values().map(|hit| hit.record(library)).collect();
    records.sort_by(|a, b| {
        let key = |record: &Record| (record.exercise.is_none(), record.name.to_lowercase());
        key(a)
            .cmp(&key(b))
            .then_with(|| a.exercise.cmp(&b.exercise))
            .then_with(|| a.kind.cmp(&b.kind))
    });
    records
}

/// The records of one exercise as they stand.
pub fn records_of(athlete: &Athlete, library: &Library, exercise: &ExerciseId) -> Vec<Record> {
    let mut best: HashMap<RecordKind, Hit> = HashMap::new();
    walk(athlete, library, Some(exercise), |hit| {
        if hit.exercise.is_some() {
            best.insert(hit.kind, hit);
        }
    });
    let mut records: Vec<Record> = best.into_values().map(|hit| hit.record(library)).collect();
    records.sort_by_key(|record| record.kind);
    records
}

/// The records that were beaten from `from` to `to`, both included, in the order of the days. What was done for the
/// first time beats nothing and is not among them. Of a set that is the best at several repetition counts only the
/// highest count is told.
pub fn beaten(athlete: &Athlete, library: &Library, from: NaiveDate, to: NaiveDate) -> Vec<Record> {
    let mut found: Vec<Record> = Vec::new();
    walk(athlete, library, None, |hit| {
        if hit.before.is_some() && (from..=to).contains(&hit.date) {
            found.push(hit.record(library));
        }
    });
    let told = found.clone();
    found.retain(|record| !told.iter().any(|other| says_more(other, record)));
    found
}

/// True when both tell of one set, and `other` of more repetitions.
fn says_more(other: &Record, record: &Record) -> bool {
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
pub fn headline(records: &[Record]) -> Option<&Record> {
    records.iter().min_by_key(|record| match record.kind {
        RecordKind::Weight(reps) => (0, u32::MAX - reps),
        RecordKind::Fastest(_) => (1, 0),
        RecordKind::LongestRun => (2, 0),
        RecordKind::OneRm => (3, 0),
        RecordKind::Tonnage => (4, u32::from(record.exercise.is_some())),
    })
}

/// Something better than all before it.
#[derive(Debug, Clone, Copy)]
struct Hit<'a> {
    kind: RecordKind,
    /// Identity and logged name.
    exercise: Option<(&'a ExerciseId, &'a str)>,
    figure: Figure,
    before: Option<Figure>,
    date: NaiveDate,
    session: Option<SessionId>,
    set: Option<SetPlace>,
}

impl Hit<'_> {
    fn record(self, library: &Library) -> Record {
        let name = self.exercise.map_or_else(String::new, |(id, logged)| {
            let known = library.exercise(id).map(|exercise| exercise.name.clone());
            known.unwrap_or_else(|| {
                if logged.is_empty() {
                    id.to_string()
                } else {
                    logged.to_owned()
                }
            })
        });
        Record {
            kind: self.kind,
            exercise: self.exercise.map(|(id, _)| id.clone()),
            name,
            figure: self.figure,
            before: self.before,
            date: self.date,
            session: self.session,
            set: self.set,
        }
    }
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

/// The best so far; larger is better.
#[derive(Debug, Clone, Copy, Default)]
struct Best(Option<f64>);

impl Best {
    /// Takes `value` when it is better, and then gives what was best before. Equal is not better, and rounding between
    /// units is no progress.
    fn beat(&mut self, value: f64) -> Option<Option<f64>> {
        const ROUNDING: f64 = 1e-6;
        let better = self.0.is_none_or(|best| value > best + ROUNDING);
        better.then(|| self.0.replace(value))
    }
}

#[cfg(test)]
mod tests;
