//! How far each week and each run may go: what the athlete is used to, and the rules that measure against it.

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Phase, Session, Status};

use super::measure::{is_race, meters_of};
use super::phase::WeekStage;

/// The most that a week grows over the biggest before it.
pub(super) const GROWTH: f64 = 1.10;
/// Small weeks may grow by this many metres, which is more than a tenth of them.
pub(super) const SMALL_STEP: f64 = 2_000.0;
/// The most that a run grows over the longest of a month (Frandsen 2025).
const LONGER: f64 = 1.10;
/// The most of the mean of four weeks that a week comes to. The rule says 30 %; a little is left for rounding.
const OF_HABIT: f64 = 1.29;
/// Weeks that make a habit.
const HABIT_WEEKS: i64 = 4;
/// Days whose longest run is the measure of the next.
const MONTH: u64 = 30;
/// Runs that a month needs to be a measure.
const FEWEST_RUNS: usize = 3;
/// What is left of a week every fourth.
const CUTBACK: f64 = 0.75;
/// What a lighter week has of the one before it at most, and the share of the biggest from which that one is a measure.
const CUTBACK_OF_LAST: f64 = 0.85;
const LEAST_BEFORE: f64 = 0.5;
/// A week with less than this share of the biggest was one away from running.
const AWAY: f64 = 0.25;
/// The share of the biggest week that is back before a lighter week makes sense again (practice).
const BACK: f64 = 0.8;
/// What a first week back from a break has of the biggest week before it at most (practice).
const OF_RETURN: f64 = 0.6;
/// Metres of a first week where nobody ran before.
const FIRST_RUN: f64 = 3_000.0;

/// A run as the measure of the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct PastRun {
    pub(super) date: NaiveDate,
    pub(super) meters: f64,
    pub(super) race: bool,
}

/// What was run so far, and what may come next.
#[derive(Debug, Clone)]
pub(super) struct Habit {
    /// The first day of the season.
    pub(super) first: NaiveDate,
    /// What was run, and what is planned so far.
    pub(super) runs: Vec<PastRun>,
    /// The first day on record.
    since: Option<NaiveDate>,
    /// The longest recent run by the athlete's word.
    longest: f64,
    /// Metres of the biggest week so far, what the athlete says of theirs among it.
    top: f64,
    /// Metres of the biggest week of the season so far.
    peak: f64,
    /// Metres of the biggest week that the season wants.
    goal: f64,
}

impl Habit {
    /// What an athlete is used to on the first day of a season, by record and by word.
    pub(super) fn of(athlete: &Athlete, first: NaiveDate, said: StatedVolume) -> Self {
        let counted = |session: &&std::sync::Arc<Session>| {
            matches!(
                session.status,
                Status::Planned | Status::Done | Status::Partial
            )
        };
        let sessions = athlete.sessions.all().iter().filter(counted);
        let runs = sessions
            .filter_map(|session| {
                Some(PastRun {
                    date: session.date,
                    meters: meters_of(session, &athlete.profile)?,
                    race: is_race(session),
                })
            })
            .collect();
        let mut habit = Self {
            first,
            runs,
            since: athlete.sessions.all().first().map(|session| session.date),
            longest: said.longest,
            top: 0.0,
            peak: 0.0,
            goal: 0.0,
        };
        let start = begins(said.weekly, said.runs);
        habit.top = habit.cap(0).map_or(start, |cap| start.min(cap));
        habit.longest = if habit.is_measured(first) {
            habit.longest_of_month(first)
        } else if habit.longest > 0.0 {
            habit.longest.max(FIRST_RUN)
        } else {
            (habit.top / f64::from(said.runs.max(1))).max(FIRST_RUN)
        };
        habit.goal = said.goal(habit.top);
        habit
    }

    /// Metres that a week is to have.
    pub(super) fn target(&self, week: usize, stage: WeekStage, growing: u32) -> f64 {
        // The biggest week of the season so far; before there is one, that of the weeks before it.
        let biggest = if self.peak > 0.0 { self.peak } else { self.top };
        let wanted = if stage.phase == Phase::Taper {
            let before = self.week(week as i64 - 1);
            let falls = stage.index > 0 && before > 0.0;
            (biggest * stage.share).min(if falls { before } else { f64::MAX })
        } else if stage.cutback {
            let before = self.week(week as i64 - 1);
            let falls = before > biggest * LEAST_BEFORE;
            (biggest * CUTBACK).min(if falls {
                before * CUTBACK_OF_LAST
            } else {
                f64::MAX
            })
        } else if week == 0 || stage.hold {
            self.top
        } else {
            let step = (self.goal / self.top).powf(1.0 / f64::from(growing.max(1)));
            (self.top * step)
                .min(most_after(self.top))
                .max(self.top.min(self.goal))
        };
        let cap = self.cap(week).or_else(|| self.cap_after_break(week));
        cap.map_or(wanted, |cap| wanted.min(cap))
    }

    /// The longest that a run of a day may be.
    pub(super) fn longest_on(&self, date: NaiveDate) -> f64 {
        let longest = self.known_on(date) * LONGER;
        self.most_of_return(date)
            .map_or(longest, |most| longest.min(most))
    }

    /// The longest run of the month before a day, by the athlete's word where it is not on record.
    pub(super) fn known_on(&self, date: NaiveDate) -> f64 {
        let longest = self.longest_of_month(date);
        if self.is_measured(date) {
            longest
        } else {
            longest.max(self.longest)
        }
    }

    /// The longest run of the month before a day.
    fn longest_of_month(&self, date: NaiveDate) -> f64 {
        self.month_before(date)
            .map(|run| run.meters)
            .fold(0.0, f64::max)
    }

    /// True when the month before a day is on record and has runs enough to be a measure.
    fn is_measured(&self, date: NaiveDate) -> bool {
        let is_on_record = self
            .since
            .is_some_and(|since| since <= date - Days::new(MONTH));
        is_on_record && self.month_before(date).count() >= FEWEST_RUNS
    }

    fn month_before(&self, date: NaiveDate) -> impl Iterator<Item = &PastRun> {
        let month = date - Days::new(MONTH);
        let before = self.runs.iter();
        before.filter(move |run| month <= run.date && run.date < date)
    }

    /// The longest run so far, by record or by word.
    pub(super) fn longest_so_far(&self) -> f64 {
        let trained = self.runs.iter().filter(|run| !run.race);
        let since = self.first - Days::new(MONTH);
        let recent = trained.filter(|run| run.date >= since);
        recent.map(|run| run.meters).fold(self.longest, f64::max)
    }

    /// Takes down a run that was planned.
    pub(super) fn add(&mut self, date: NaiveDate, meters: f64) {
        self.since = Some(self.since.map_or(date, |since| since.min(date)));
        self.runs.push(PastRun {
            date,
            meters,
            race: false,
        });
    }

    /// Closes a week: the biggest is the measure of growth.
    pub(super) fn close(&mut self, week: usize) {
        self.peak = self.peak.max(self.week(week as i64));
        self.top = self.top.max(self.peak);
        let last = self.first + Days::new(7 * week as u64 + 6);
        if self.is_return(last) {
            // A longest run before the break no longer counts.
            self.longest = self.longest_of_month(last + Days::new(1)).max(FIRST_RUN);
        }
    }

    /// True for a week of the season that follows one without half of what was run, or, soon after a break, without most
    /// of it.
    pub(super) fn follows_little(&self, week: usize) -> bool {
        let biggest = if self.peak > 0.0 { self.peak } else { self.top };
        let first = self.first + Days::new(7 * week as u64);
        let little = if self.is_broken_before(first) {
            // After a break no lighter week is needed until most of the volume is back.
            (self.top * BACK).max(biggest * LEAST_BEFORE)
        } else {
            biggest * LEAST_BEFORE
        };
        // A week away is the lighter week of the two that follow it.
        let away = week > 1 && self.week(week as i64 - 2) < biggest * AWAY;
        week > 0 && (self.week(week as i64 - 1) < little || away)
    }

    /// The most of the first weeks after a break, where no habit is left: a part of what was run before it, then a
    /// step more than the week before.
    fn cap_after_break(&self, week: usize) -> Option<f64> {
        let first = self.first + Days::new(7 * week as u64);
        let last = first + Days::new(6);
        if self.is_return(last) || self.is_return(first) {
            return Some(self.top * OF_RETURN);
        }
        let week = week as i64;
        let (before, last) = (self.week(week - 2), self.week(week - 1));
        let is_new = before <= 0.0 || self.week(week - 3) <= 0.0;
        let is_broken = self.is_broken_before(first);
        (is_broken && is_new && last > 0.0).then(|| last.max(before) * OF_HABIT)
    }

    /// Metres of the biggest week so far.
    pub(super) fn top(&self) -> f64 {
        self.top
    }

    /// Metres run in a week of the season or before it, races left out.
    pub(super) fn week(&self, week: i64) -> f64 {
        let of_week = self
            .runs
            .iter()
            .filter(|run| !run.race && self.number(run.date) == week);
        of_week
            .map(|run| run.meters)
            .fold(0.0, |sum, meters| sum + meters)
    }

    fn number(&self, date: NaiveDate) -> i64 {
        (date - self.first).num_days().div_euclid(7)
    }

    /// The most that a week may come to by the four before it, where these make a habit.
    fn cap(&self, week: usize) -> Option<f64> {
        let week = week as i64;
        let before = week - HABIT_WEEKS..week;
        let since = self.number(self.since?);
        let weeks: Vec<f64> = before.clone().map(|week| self.week(week)).collect();
        let idle = weeks.iter().filter(|&&meters| meters <= 0.0).count();
        let is_habit = since <= before.start && idle <= 1;
        is_habit.then(|| weeks.iter().sum::<f64>() / weeks.len() as f64 * OF_HABIT)
    }
}

/// What the athlete says of themselves, and where the season leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct StatedVolume {
    /// Metres a week.
    pub(super) weekly: f64,
    /// Metres of the longest recent run.
    pub(super) longest: f64,
    /// Runs a week.
    pub(super) runs: u32,
    /// Metres of the race.
    pub(super) race: f64,
}

impl StatedVolume {
    /// Metres of the biggest week: more for longer races, and less on top where much is run already.
    fn goal(self, start: f64) -> f64 {
        let km = start / 1000.0;
        let grown = start * (1.15 + 0.45 * (1.0 - km / 100.0)).max(1.10);
        let least = match self.race / 1000.0 {
            far if far < 7.0 => 20.0,
            far if far < 15.0 => 28.0,
            far if far < 30.0 => 38.0,
            _ => 55.0,
        };
        grown.max(least * 1000.0)
    }
}

/// Metres a week that a season begins from, of somebody who runs so many now.
pub(super) fn begins(weekly: f64, runs: u32) -> f64 {
    weekly.max(FIRST_RUN * f64::from(runs.min(3)))
}

/// The most metres of a week after one with so many.
pub(super) fn most_after(meters: f64) -> f64 {
    (meters * GROWTH).max(meters + SMALL_STEP)
}
