//! Training as series over time: what the progress charts draw.
//!
//! [`Figures`] holds one digest of each session and is brought up to date edit by edit; each chart is a pure function
//! that folds the digests: one file a chart. Where there is too little for a chart, it says what it needs.

mod adherence;
mod breaches;
mod cost;
mod digest;
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
mod too_little;
mod weeks;

use chrono::{Days, NaiveDate, Weekday};

pub use adherence::{ADHERENCE_DAYS, AdherenceBar, Kept, adherence, kept_lately};
pub use breaches::{Breach, BreachMark, breach_marks};
pub use cost::{Amount, Cost, Stand};
pub use digest::{Effort, EffortTrust, SessionFigures};
pub use figures::Figures;
pub use fitness::{FATIGUE_DAYS, FITNESS_DAYS, Fitness, FitnessPoint, fitness};
pub use habit::{HabitPoint, Mean, load_against_habit};
pub use intensity::{
    Intensity, IntensityBar, IntensityMinutes, IntensitySource, Minutes3, intensity,
};
pub use lifting::{HARD_SET_RIR, LiftFigures, TopSet};
pub use lifts::{LiftPoint, LiftSeries, TonnageBar, lift_series, tonnage};
pub use loads::{DistanceBar, LoadBar, weekly_distance, weekly_load};
pub use maxima::{
    Basis, BestSet, ExerciseHistory, ExerciseMaxima, OneRmPoint, best_of, exercises_with_history,
    one_rm, one_rm_of,
};
pub use monotony::{
    MARKED_MONOTONY, MOST_MONOTONY, MonotonyOfWeek, MonotonyPoint, monotony, monotony_by_week,
};
pub use muscles::{
    Band, BandPlace, MuscleBar, MuscleMean, MuscleSets, band_of, hard_sets, mean_hard_sets,
};
pub use period::{Grouping, Period, season};
pub use race_time::{
    Method, RECENT_DAYS, RaceEstimate, RaceProjection, RaceTimePoint, RecentEffort, project_race,
    race_times,
};
pub use roster::{ExerciseKey, Known, RosterEntry};
pub use too_little::{Drawn, TooLittle};
pub use weeks::{HABIT_WEEKS, Volume, WeekTotals, done_distance, habit, weekly};

use crate::domain::{Athlete, ExerciseId};

/// The fewest weeks a whole span covers, so that a new athlete sees a calendar and not one bar.
const FEWEST_WEEKS: u64 = 12;
/// How far from today a span reaches: a mistyped year must not make a chart of ten thousand weeks.
const WEEKS_BACK: u64 = 20 * 52;
/// See [`WEEKS_BACK`].
const WEEKS_AHEAD: u64 = 2 * 52;

/// The weeks that a series covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day of the first week.
    pub from: NaiveDate,
    /// How many weeks, at least one.
    pub weeks: usize,
}

impl Span {
    /// From an athlete's first session to the last one or the last race, but at least the twelve
    /// weeks that end with the current one, and no further than 20 years back and two ahead.
    pub fn whole(athlete: &Athlete, today: NaiveDate) -> Self {
        let start = athlete.profile.week_start;
        let now = week_of(today, start);
        let sessions = athlete.sessions.all();
        let races = athlete.profile.races.iter().map(|race| race.date);
        let last_race = races.max().unwrap_or(now);
        let first = sessions.first().map_or(now, |session| session.date);
        let last = sessions
            .last()
            .map_or(now, |session| session.date)
            .max(last_race);

        let latest_start = back(now, FEWEST_WEEKS - 1);
        let from = week_of(first, start).clamp(back(now, WEEKS_BACK), latest_start);
        let to = week_of(last, start).clamp(now, ahead(now, WEEKS_AHEAD));
        Self {
            from,
            weeks: weeks_between(from, to) + 1,
        }
    }
}

/// Everything the progress charts show of one athlete.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// The weeks of the span, without a gap.
    pub weeks: Vec<WeekTotals>,
    /// What the athlete was used to when each week began, in AU; see [`habit`].
    pub habit: Vec<Option<f64>>,
    /// Exercises that can be charted, the most used first.
    pub exercises: Vec<ExerciseHistory>,
    /// The exercise that [`Progress::one_rm`] is about; `None` when nothing can be charted.
    pub exercise: Option<ExerciseId>,
    /// Its name; empty when there is none.
    pub exercise_name: String,
    /// Its one-repetition maxima over all time, by date.
    pub one_rm: Vec<OneRmPoint>,
}

/// Works out the weeks of `span` and the maxima of `exercise`, or of the most used exercise when
/// none is asked for.
pub fn progress(
    figures: &Figures,
    today: NaiveDate,
    span: Span,
    exercise: Option<&ExerciseId>,
) -> Progress {
    let lead = HABIT_WEEKS as u64;
    let from = back(span.from, lead);
    let mut weeks = weeks::weeks_of(figures, today, from, span.weeks + HABIT_WEEKS);
    let first_day = figures.sessions().next().map(|session| session.date);
    let habit = habit(&weeks, first_day).split_off(HABIT_WEEKS);
    let weeks = weeks.split_off(HABIT_WEEKS);

    let exercises = exercises_with_history(figures);
    let exercise = exercise
        .cloned()
        .or_else(|| exercises.first().map(|first| first.exercise.clone()));
    let exercise_name = exercise
        .as_ref()
        .map_or_else(String::new, |id| figures.name_of(id));
    let one_rm = exercise
        .as_ref()
        .map_or_else(Vec::new, |id| one_rm(figures, id));
    Progress {
        weeks,
        habit,
        exercises,
        exercise,
        exercise_name,
        one_rm,
    }
}

/// First day of the week `date` lies in, when weeks start on `start`.
pub fn week_of(date: NaiveDate, start: Weekday) -> NaiveDate {
    date.week(start).checked_first_day().unwrap_or(date)
}

/// Whole weeks from `from` to `to`; 0 when `to` is earlier.
fn weeks_between(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from((to - from).num_days().div_euclid(7)).unwrap_or(0)
}

fn back(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(7 * weeks)).unwrap_or(date)
}

fn ahead(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_add_days(Days::new(7 * weeks)).unwrap_or(date)
}

#[cfg(test)]
mod test_support;
#[cfg(test)]
mod tests;
