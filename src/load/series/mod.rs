//! Training as series over time: what the progress charts draw.
//!
//! [`TrainingDigest`] holds one digest of each session and is brought up to date edit by edit; each chart is a pure function
//! that folds the digests: one file a chart. Where there is too little for a chart, it says what it needs.

mod adherence;
mod best_set;
mod cost;
mod digest;
mod digest_source;
mod figures;
mod fitness;
mod habit;
mod intensity;
mod lifting;
mod lifts;
mod loads;
mod maxima;
mod monotony;
mod muscles;
mod period;
mod race_time;
mod roster;
mod season;
mod too_little;
mod weeks;

use chrono::{Days, NaiveDate};

pub use adherence::{ADHERENCE_DAYS, AdherenceBar, Kept, adherence, kept_lately};
pub use best_set::BestSet;
pub use cost::{Cost, SessionCost, Stand};
pub use digest::{EffortTrust, RecentEffort, RunEffort, SessionFigures};
pub use figures::TrainingDigest;
pub use fitness::{FATIGUE_DAYS, FITNESS_DAYS, Fitness, FitnessPoint, fitness};
pub use habit::{HabitPoint, load_against_habit};
pub use intensity::{
    Intensity, IntensityBar, IntensityMinutes, IntensitySource, Minutes3, intensity,
};
pub use lifting::{HARD_SET_RIR, LiftFigures, PlannedLift, TopSet};
pub use lifts::{LiftPoint, LiftSeries, PlannedTop, TonnageBar, lift_series, tonnage};
pub use loads::{DistanceBar, LoadBar, weekly_distance, weekly_load};
pub use maxima::{
    Basis, ExerciseHistory, ExerciseMaxima, OneRmPoint, PlannedMax, best_of,
    exercises_with_history, one_rm, one_rm_of, planned_one_rm,
};
pub use monotony::{
    MARKED_MONOTONY, MOST_MONOTONY, MonotonyOfWeek, MonotonyPoint, monotony, monotony_by_week,
};
pub use muscles::{
    Band, BandPlace, MuscleBar, MuscleMean, MuscleSets, band_of, hard_sets, mean_hard_sets,
};
pub use period::{Grouping, Period};
pub use race_time::{
    Method, RECENT_DAYS, RaceEstimate, RaceProjection, RaceTimePoint, project_race, race_times,
};
pub use roster::{ExerciseKey, Known, RosterEntry};
pub use season::season;
pub use too_little::{Drawn, TooLittle};
pub use weeks::{HABIT_WEEKS, Volume, WeekTotals, habit, weekly};

pub use crate::load::done::done_distance;

/// How far from today a span reaches: a mistyped year must not make a chart of ten thousand weeks.
const WEEKS_BACK: u64 = 20 * 52;
/// See [`WEEKS_BACK`].
const WEEKS_AHEAD: u64 = 2 * 52;

fn back(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(7 * weeks)).unwrap_or(date)
}

fn ahead(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_add_days(Days::new(7 * weeks)).unwrap_or(date)
}

#[cfg(test)]
mod planned_lift_tests;
#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
