//! What a record is, and what it is about.

use chrono::NaiveDate;

use crate::domain::{ExerciseId, Kilograms, Meters, Seconds, SessionId};

/// Repetitions with a record of their own.
pub const REP_COUNTS: [u32; 5] = [1, 3, 5, 8, 10];

/// A distance that is raced and timed everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Course {
    /// 1 km.
    OneK,
    /// 5 km.
    FiveK,
    /// 10 km.
    TenK,
}

impl Course {
    /// All of them, from the shortest.
    pub const ALL: [Self; 3] = [Self::OneK, Self::FiveK, Self::TenK];

    /// How long it is.
    pub fn distance(self) -> Meters {
        match self {
            Self::OneK => Meters::from_km(1.0),
            Self::FiveK => Meters::from_km(5.0),
            Self::TenK => Meters::from_km(10.0),
        }
    }

    /// "1 km", "5 km" or "10 km".
    pub fn name(self) -> &'static str {
        match self {
            Self::OneK => "1 km",
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
    /// The fastest run over a distance, or the fastest stretch of that length within a longer one where a watch recorded
    /// it. Of runs without such a record only those over that distance count, with the time they took: nothing is
    /// scaled. A run fits when it is not shorter and at most 2 % longer; a race also when the watch measured up to
    /// 2 % less, for its course is measured better.
    Fastest(Course),
}

/// A figure of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RecordValue {
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
pub struct PersonalRecord {
    /// What it is about.
    pub kind: RecordKind,
    /// Of which exercise; `None` for runs and the tonnage of whole sessions.
    pub exercise: Option<ExerciseId>,
    /// The exercise's name; empty where there is none.
    pub name: String,
    /// The best.
    pub figure: RecordValue,
    /// What was best before; `None` when there was nothing to beat.
    pub before: Option<RecordValue>,
    /// On which day.
    pub date: NaiveDate,
    /// In which session; `None` for a race result or a tested maximum entered by itself.
    pub session: Option<SessionId>,
    /// By which set, where it was one.
    pub set: Option<SetPlace>,
}
