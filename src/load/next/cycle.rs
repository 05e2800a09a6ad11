//! The cycle of six weeks (source 003).

use super::history::{Time, Went};
use super::rules::{Situation, TO_SPARE};
use crate::domain::{Advice, Effort, Prescription, Reps, Week};
use crate::load::loadable::MOST_GROWTH;
use crate::load::{max_on, percent_of_max};
use crate::notation;

/// Weeks of a cycle (source 003).
const CYCLE_WEEKS: i64 = 6;
impl Situation<'_> {
    /// Source 003: six weeks, then again from the new estimated maximum. Where the repetitions change from one week to
    /// the next, the load changes with them.
    pub(super) fn cycle(&self, last: &Time, went: Went, single: f64) -> Advice {
        let (Some(now), Some(then)) = (Self::share(self.planned), self.share_of(last)) else {
            return self.percent(last, went, single);
        };
        let most = single * now / then * (1.0 + MOST_GROWTH);
        if self.begins_a_cycle(last) {
            let date = self.session.date;
            let max = max_on(self.athlete, &self.planned.exercise, date);
            let start = max.map(|max| self.implement.single(max) * now);
            if let (Some(max), Some(start)) = (max, start) {
                let load = self.loaded(start.min(most));
                let reason = format!(
                    "a new cycle from a maximum of {} → {}",
                    self.mass(max.kg()),
                    self.mass(load)
                );
                return self.load(single, load, reason);
            }
        }
        if (now - then).abs() < 1e-9 {
            return self.percent(last, went, single);
        }
        let load = self.loaded((single * now / then).min(most));
        let reason = format!(
            "{} reps instead of {} → {}",
            notation::reps(self.planned.reps, false),
            notation::reps(
                last.planned.map_or(self.planned.reps, |row| row.reps),
                false
            ),
            self.mass(load)
        );
        self.load(single, load, reason)
    }

    /// The heaviest load up to this one, and the lightest there is for less.
    pub(super) fn loaded(&self, kg: f64) -> f64 {
        let loaded = self.implement.floor(kg);
        if loaded > 0.0 || kg <= 0.0 {
            loaded
        } else {
            self.implement.lightest()
        }
    }

    /// Share of the maximum at which the planned repetitions leave the planned reserve.
    fn share(row: &Prescription) -> Option<f64> {
        let Reps::Count(range) = row.reps else {
            return None;
        };
        let rir = row.effort.map_or(TO_SPARE, Effort::rir);
        percent_of_max(range.low, 10.0 - rir).map(|percent| percent / 100.0)
    }

    fn share_of(&self, last: &Time) -> Option<f64> {
        Self::share(last.planned.unwrap_or(self.planned))
    }

    /// The first week of a cycle: by the week of the program, else by the weeks since the exercise was first done.
    fn begins_a_cycle(&self, last: &Time) -> bool {
        let start = self.athlete.profile.week_start;
        let week = |date| Week::of(date, start);
        let (now, then) = (week(self.session.date), week(last.date));
        if now == then {
            return false;
        }
        if let Some(origin) = self
            .session
            .origin
            .as_ref()
            .filter(|origin| origin.week > 0)
        {
            return (i64::from(origin.week) - 1) % CYCLE_WEEKS == 0;
        }
        let first = self.past.times.last().map_or(now, |time| week(time.date));
        let weeks = now.weeks_since(first);
        weeks > 0 && weeks % CYCLE_WEEKS == 0
    }
}
