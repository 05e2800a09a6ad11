//! The first week back from a break: shorter runs and none that is hard, as the rule `return-after-break` has it.

use chrono::{Days, NaiveDate};

use super::volume::Habit;

/// Days without a run that make a break, and those of the first week after it.
const BREAK: i64 = 14;
const FIRST_WEEK: u64 = 7;
/// Days before a break whose longest run is the measure of the first ones after it, and the share of it that they take.
const MEMORY: u64 = 42;
const OF_LONGEST: f64 = 0.5;
/// Days within which a break is remembered.
const RECENT: u64 = 35;

impl Habit {
    /// True for a day of the first week back from a break.
    pub(super) fn is_return(&self, date: NaiveDate) -> bool {
        self.first_back(date).is_some()
    }

    /// The most metres of a run on a day of the first week back; none on other days.
    pub(super) fn most_of_return(&self, date: NaiveDate) -> Option<f64> {
        let first = self.first_back(date)?;
        let last = self.last_before(first)?;
        let of_rule = first - Days::new(MEMORY);
        let from = if last < of_rule {
            last - Days::new(MEMORY)
        } else {
            of_rule
        };
        let longest = self.longest_between(from, first);
        (longest > 0.0).then_some(longest * OF_LONGEST)
    }

    /// True where a break ended in the weeks before a day.
    pub(super) fn is_broken_before(&self, date: NaiveDate) -> bool {
        let recent = date - Days::new(RECENT)..date;
        let days = self.runs.iter().map(|run| run.date);
        days.filter(|day| recent.contains(day))
            .any(|day| self.ends_break(day))
    }

    /// The first day with a run after a break, if a day lies in the week after that; the day itself would be one.
    fn first_back(&self, date: NaiveDate) -> Option<NaiveDate> {
        let week = date - Days::new(FIRST_WEEK - 1)..=date;
        let runs = self.runs.iter().map(|run| run.date);
        let near = runs.filter(|day| week.contains(day)).chain([date]);
        near.filter(|day| self.ends_break(*day)).min()
    }

    /// True for a day that has so many days without a run before it. Of a record that broke off long before the season,
    /// the athlete's word is the better measure.
    fn ends_break(&self, date: NaiveDate) -> bool {
        self.last_before(date).is_some_and(|last| {
            let days = (date - last).num_days();
            days > BREAK && (days <= MEMORY as i64 || last >= self.first)
        })
    }

    fn last_before(&self, date: NaiveDate) -> Option<NaiveDate> {
        let before = self.runs.iter().map(|run| run.date);
        before.filter(|day| *day < date).max()
    }

    fn longest_between(&self, from: NaiveDate, to: NaiveDate) -> f64 {
        let runs = self
            .runs
            .iter()
            .filter(|run| from <= run.date && run.date < to);
        runs.map(|run| run.meters).fold(0.0, f64::max)
    }
}
