//! Weeks and estimated maxima as series over time: what the progress charts draw.
//!
//! Everything is worked out in one call, [`progress`], so that a screen asks again only after an
//! edit and not in every frame. Ten years of training take a few milliseconds.

mod maxima;
mod weeks;

use chrono::{Days, NaiveDate, Weekday};

pub use maxima::{
    Basis, BestSet, ExerciseHistory, OneRmPoint, best_of, exercises_with_history, one_rm_series,
};
pub use weeks::{HABIT_WEEKS, Volume, WeekTotals, done_distance, habit, weekly};

use crate::domain::{Athlete, ExerciseId};
use crate::library::Library;

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
    athlete: &Athlete,
    library: &Library,
    today: NaiveDate,
    span: Span,
    exercise: Option<&ExerciseId>,
) -> Progress {
    let lead = HABIT_WEEKS as u64;
    let mut weeks = weekly(
        athlete,
        library,
        today,
        back(span.from, lead),
        span.weeks + HABIT_WEEKS,
    );
    let first_day = athlete.sessions.all().first().map(|session| session.date);
    let habit = habit(&weeks, first_day).split_off(HABIT_WEEKS);
    let weeks = weeks.split_off(HABIT_WEEKS);

    let exercises = exercises_with_history(athlete, library);
    let exercise = exercise
        .cloned()
        .or_else(|| exercises.first().map(|first| first.exercise.clone()));
    let exercise_name = exercise
        .as_ref()
        .map_or_else(String::new, |id| name_of(id, &exercises, library));
    let one_rm = exercise
        .as_ref()
        .map_or_else(Vec::new, |id| one_rm_series(athlete, library, id));
    Progress {
        weeks,
        habit,
        exercises,
        exercise,
        exercise_name,
        one_rm,
    }
}

fn name_of(id: &ExerciseId, exercises: &[ExerciseHistory], library: &Library) -> String {
    let logged = exercises.iter().find(|history| history.exercise == *id);
    logged
        .map(|history| history.name.clone())
        .or_else(|| library.exercise(id).map(|exercise| exercise.name.clone()))
        .unwrap_or_else(|| id.to_string())
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
mod tests;
