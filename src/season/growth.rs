//! What grows from week to week of a season: distance, the long run, quality, marathon pace.

use chrono::{Days, NaiveDate};

use crate::domain::Athlete;

use super::long_run::Bound;
use super::paces::Paces;
use super::quality_dose::{QualityHabit, work_minutes};
use super::volume::{Habit, StatedVolume};

/// Weeks before the season whose quality is what the athlete is used to.
const WEEKS: u64 = 4;

/// What was reached so far.
#[derive(Debug, Clone)]
pub(super) struct Growth {
    pub(super) habit: Habit,
    /// Metres of the week that the season begins from.
    pub(super) begins: f64,
    pub(super) used: QualityHabit,
    /// Long runs with marathon pace.
    pub(super) paced: u32,
    /// Metres of an easy run in the last whole week of training.
    pub(super) usual_easy: Option<f64>,
    /// Metres of the longest long run, and what kept it from being longer.
    pub(super) long: Option<(f64, Bound)>,
}

impl Growth {
    /// On the first day of a season.
    pub(super) fn of(
        athlete: &Athlete,
        paces: &Paces,
        first: NaiveDate,
        said: StatedVolume,
    ) -> Self {
        let habit = Habit::of(athlete, first, said);
        let week = |weeks: u64| -> f64 {
            let from = first - Days::new(7 * weeks);
            let sessions = athlete.sessions.between(from, from + Days::new(6)).iter();
            sessions
                .map(|session| work_minutes(&session.plan, paces, &athlete.profile))
                .sum()
        };
        let most = (1..=WEEKS).map(week).fold(0.0, f64::max);
        Self {
            begins: habit.top(),
            habit,
            used: QualityHabit {
                most,
                last: week(1),
                runs: u32::from(week(1) > 0.0),
                level: athlete.profile.level,
            },
            paced: 0,
            usual_easy: None,
            long: None,
        }
    }

    /// Takes down how long a long run became, and why no longer.
    pub(super) fn note_long(&mut self, meters: f64, bound: Bound) {
        if self.long.is_none_or(|(longest, _)| meters >= longest) {
            self.long = Some((meters, bound));
        }
    }
}
