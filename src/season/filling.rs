//! A week that is to be filled with runs: what is known of it, and what its days have room for.

use chrono::NaiveDate;

use crate::domain::{Meters, Plan, Policy, Profile, Race, RunKind};
use crate::library::Library;

use super::day_capacity::DayCapacity;
use super::days::{Days, Set};
use super::least_run::least_run;
use super::long_run::{Length, LongWeek};
use super::paces::Paces;
use super::phase::WeekStage;
use super::quality_dose::QualityHabit;
use super::volume::Habit;

/// A run on its day.
#[derive(Debug, Clone)]
pub(super) struct SeasonRun {
    pub(super) date: NaiveDate,
    pub(super) plan: Plan,
    /// Metres of it.
    pub(super) meters: f64,
    /// Why it is there.
    pub(super) because: String,
}

/// A week that is to be filled with runs.
pub(super) struct Filling<'a> {
    pub(super) library: &'a Library,
    pub(super) profile: &'a Profile,
    pub(super) paces: &'a Paces,
    pub(super) race: &'a Race,
    /// Where strength for the legs belongs.
    pub(super) policy: Policy,
    pub(super) stage: WeekStage,
    pub(super) habit: &'a Habit,
    /// Minutes of quality that the athlete is used to.
    pub(super) used: QualityHabit,
    pub(super) rooms: &'a [DayCapacity],
    /// True when the day before the week is a hard one.
    pub(super) after_hard: bool,
    /// Metres that are still to be planned, what stays in the week left out.
    pub(super) target: f64,
    /// Minutes that strength takes on its days.
    pub(super) strength_minutes: u32,
    /// Runs of the week.
    pub(super) runs: u32,
    /// Long runs with marathon pace so far.
    pub(super) paced: u32,
    /// Metres of an easy run in the last week of training.
    pub(super) usual_easy: Option<f64>,
}

/// Runs and metres a week from which two quality runs have room, an easy day between.
const TWO_FROM_RUNS: u32 = 5;
const TWO_FROM: f64 = 45_000.0;
/// Runs a week from which a long run with marathon pace stands beside two quality runs.
const THREE_FROM_RUNS: u32 = 6;

/// Runs from which a week has room for a second quality run.
pub(super) fn two_from(stage: WeekStage) -> u32 {
    if stage.marathon {
        THREE_FROM_RUNS
    } else {
        TWO_FROM_RUNS
    }
}

impl Filling<'_> {
    /// The week as its long run sees it.
    pub(super) fn long_week(&self, date: NaiveDate) -> LongWeek<'_> {
        LongWeek {
            stage: self.stage,
            race: self.race,
            week: self.target,
            runs: self.runs,
            longest: (self.habit.longest_so_far(), self.habit.known_on(date)),
        }
    }

    /// How long the long run is to be, its day not yet known.
    pub(super) fn long_wish(&self) -> Length {
        let last = self.rooms.last().map_or(self.race.date, |room| room.date);
        let long = self.long_week(last);
        long.length(|minutes| self.paces.within(RunKind::Long, minutes, self.profile))
    }

    /// Metres of the shortest run that is worth the shoes.
    pub(super) fn least_run(&self) -> f64 {
        least_run(self.paces, self.profile)
    }

    /// Metres of the race that the season leads to.
    pub(super) fn race_meters(&self) -> f64 {
        self.race.distance.map_or(0.0, Meters::m)
    }

    /// Minutes of quality that the week may have.
    pub(super) fn quality_minutes(&self) -> f64 {
        let pace = self.paces.work_pace(RunKind::Tempo, self.profile);
        let many = self.has_room_for_two();
        self.used.allowed(self.stage, self.target, pace, many)
    }

    /// True for a week soon after a break.
    pub(super) fn is_back(&self) -> bool {
        let first = self.rooms.first();
        first.is_some_and(|room| self.habit.is_broken_before(room.date))
    }

    /// True for a week with runs and metres enough for two quality runs with an easy day between.
    pub(super) fn has_room_for_two(&self) -> bool {
        self.runs >= two_from(self.stage) && self.target >= TWO_FROM
    }

    /// True when a hard run of the week, or of the eve of it, stands so many days from a day.
    pub(super) fn is_beside(&self, room: &DayCapacity, days: Days, distance: i64) -> bool {
        let hard = days.long | days.quality;
        let is_first = self
            .rooms
            .first()
            .is_some_and(|first| first.date == room.date);
        (distance == -1 && is_first && self.after_hard)
            || self
                .of(hard)
                .any(|other| (other.date - room.date).num_days() == distance)
    }

    /// Minutes for a run on a day.
    pub(super) fn minutes_left(&self, room: &DayCapacity, days: Days) -> u32 {
        let taken = if self.of(days.strength).any(|day| day.date == room.date) {
            self.strength_minutes
        } else {
            0
        };
        room.minutes.map_or(u32::MAX, |minutes| {
            // If both do not fit, the run keeps its time and strength is cut to what is left.
            minutes.saturating_sub(taken).max(minutes / 2)
        })
    }

    /// Metres that a day has the minutes for.
    pub(super) fn most_on(&self, room: &DayCapacity, kind: RunKind, days: Days) -> f64 {
        match self.minutes_left(room, days) {
            u32::MAX => f64::MAX,
            minutes => self.paces.within(kind, minutes, self.profile),
        }
    }

    /// The days of a set.
    pub(super) fn of(&self, set: Set) -> impl Iterator<Item = &DayCapacity> {
        let days = self.rooms.iter().enumerate();
        days.filter(move |(day, _)| set & (1 << day) != 0)
            .map(|(_, room)| room)
    }
}
