//! What a season is built from, and what cannot be built.

use chrono::NaiveDate;

use crate::domain::phrase::counted;
use crate::domain::{
    Availability, DayAvailability, Equipment, Level, Meters, Policy, ProgramId, Race, Units, Week,
};
use crate::notation;

/// Weeks that a season has at least, the week of the race among them.
pub const FEWEST_WEEKS: u32 = 4;
/// Weeks that a season has at most.
pub const MOST_WEEKS: u32 = 24;
/// Kilometres a week beyond which a figure is a slip of the pen: the best in the world run less.
const MOST_WEEKLY_KM: f64 = 250.0;
/// Kilometres of a recent run beyond which a figure is a slip of the pen.
const MOST_LONGEST_KM: f64 = 100.0;
/// Kilometres of the races that a season is built for.
const RACE_KM: std::ops::RangeInclusive<f64> = 1.0..=60.0;
/// Strength sessions a week at most.
pub const MOST_STRENGTH: u32 = 3;
/// Minutes below which a day has no room for anything.
pub(super) const LEAST_MINUTES: u32 = 15;

/// What to do with sessions that are planned already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Existing {
    /// They give way, unless they are locked, done, a note, or a race.
    #[default]
    Replace,
    /// They stay, and the season is built around them.
    Keep,
    /// The season that stands there moves with its race: its sessions give way, also those behind the race, and all
    /// others stay. What is left of it may be shorter than a new season.
    MoveSeason,
}

/// What a season is built from.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonRequest {
    /// The race that it leads to.
    pub race: Race,
    /// Experience in lifting.
    pub level: Level,
    /// Where strength for the legs belongs.
    pub policy: Policy,
    /// Days and minutes.
    pub availability: Availability,
    /// What the athlete owns; none named = not said.
    pub equipment: Vec<Equipment>,
    /// Runs a week.
    pub runs: u32,
    /// What is run in a week now.
    pub weekly: Meters,
    /// The longest run of the last month.
    pub longest: Meters,
    /// The strength program; `None` for runs alone.
    pub program: Option<ProgramId>,
    /// Strength sessions a week.
    pub strength: u32,
    /// A day of the first week.
    pub start: NaiveDate,
    /// What to do with what is planned already.
    pub existing: Existing,
}

/// A part of a request that can be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RequestField {
    /// The day of the race.
    RaceDate,
    /// How far the race is.
    RaceDistance,
    /// The first week.
    Start,
    /// Days and minutes.
    Days,
    /// Runs a week.
    Runs,
    /// The current weekly distance.
    Weekly,
    /// The longest recent run.
    Longest,
    /// Strength sessions a week.
    Strength,
}

/// Why a season cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub part: RequestField,
    /// Why, in one sentence.
    pub message: String,
}

impl SeasonRequest {
    /// First days of the first week and of the week of the race, for weeks that start on `start`.
    pub(super) fn ends(&self, start: chrono::Weekday) -> (NaiveDate, NaiveDate) {
        (
            Week::of(self.start, start).first(),
            Week::of(self.race.date, start).first(),
        )
    }

    /// How many weeks it spans, the week of the race among them; none when the race comes first.
    pub fn weeks(&self, start: chrono::Weekday) -> u32 {
        let (first, last) = self.ends(start);
        u32::try_from((last - first).num_days().div_euclid(7) + 1).unwrap_or(0)
    }

    /// True where it goes on with a season that has begun.
    pub(super) fn goes_on(&self) -> bool {
        self.existing == Existing::MoveSeason
    }

    /// Everything that stands against building it for somebody with these units, whose weeks begin on `start`.
    pub fn refusals(&self, units: Units, start: chrono::Weekday, today: NaiveDate) -> Vec<Refusal> {
        let checks = [
            self.race_date(start, today),
            self.race_distance(units),
            self.first_week(start, today),
            self.days(),
            self.figures(units),
        ];
        checks.into_iter().flatten().collect()
    }

    fn race_date(&self, start: chrono::Weekday, today: NaiveDate) -> Option<Refusal> {
        let days = (self.race.date - today).num_days();
        let weeks = self.weeks(start);
        let message = if days < 0 {
            "This race is over; a season leads to one that is still to come.".to_owned()
        } else if days == 0 {
            "The race is today: nothing is left to build.".to_owned()
        } else if weeks < FEWEST_WEEKS && !(self.goes_on() && weeks > 0) {
            let left = match (days, weeks) {
                (1, _) => "The race is tomorrow".to_owned(),
                (_, 0) => "The race comes before the first week".to_owned(),
                (_, 1) => "The race is in the first week".to_owned(),
                (_, weeks) => format!("Only {weeks} weeks are left to the race"),
            };
            format!("{left}; a season takes {FEWEST_WEEKS} weeks at least.")
        } else {
            return None;
        };
        Some(refusal(RequestField::RaceDate, message))
    }

    fn race_distance(&self, units: Units) -> Option<Refusal> {
        let said = |km: f64| notation::rounded_distance(Meters::from_km(km), units);
        let message = match self.race.distance {
            None => "How far is the race? The season is built for its distance.".to_owned(),
            Some(far) if !RACE_KM.contains(&far.km()) => format!(
                "Seasons are built for races of {} to {}.",
                said(*RACE_KM.start()),
                said(*RACE_KM.end())
            ),
            Some(_) => return None,
        };
        Some(refusal(RequestField::RaceDistance, message))
    }

    fn first_week(&self, start: chrono::Weekday, today: NaiveDate) -> Option<Refusal> {
        let (first, _) = self.ends(start);
        let message = if first < Week::of(today, start).first() {
            "This week is over; begin in the current one or later.".to_owned()
        } else if self.weeks(start) > MOST_WEEKS {
            let over = self.weeks(start) - MOST_WEEKS;
            let over = counted(over as usize, "week", "weeks");
            format!("A season spans {MOST_WEEKS} weeks at most; begin {over} later.")
        } else {
            return None;
        };
        Some(refusal(RequestField::Start, message))
    }

    fn days(&self) -> Option<Refusal> {
        let has_room = |day: &DayAvailability| match day {
            DayAvailability::Free => true,
            DayAvailability::Unavailable => false,
            DayAvailability::Limited { minutes, .. } => {
                minutes.is_none_or(|minutes| minutes >= LEAST_MINUTES)
            }
        };
        let message = format!(
            "No day of the week has room for training; it takes one with {LEAST_MINUTES} min at least."
        );
        let any = self.availability.week.iter().any(has_room);
        (!any).then(|| refusal(RequestField::Days, message))
    }

    fn figures(&self, units: Units) -> Option<Refusal> {
        let (weekly, longest) = (self.weekly.km(), self.longest.km());
        let said = |meters: Meters| notation::rounded_distance(meters, units);
        if !(1..=7).contains(&self.runs) {
            return Some(refusal(
                RequestField::Runs,
                "Between one and seven runs a week.",
            ));
        }
        if !(0.0..=MOST_WEEKLY_KM).contains(&weekly) {
            let message = format!(
                "Nobody runs {} every week; what is it usually?",
                said(self.weekly)
            );
            return Some(refusal(RequestField::Weekly, message));
        }
        if !(0.0..=MOST_LONGEST_KM).contains(&longest) {
            let message = format!(
                "A run of {}? Name the longest of the last month.",
                said(self.longest)
            );
            return Some(refusal(RequestField::Longest, message));
        }
        (self.strength > MOST_STRENGTH).then(|| {
            let message = format!("A runner gains no more from over {MOST_STRENGTH} a week.");
            refusal(RequestField::Strength, message)
        })
    }
}

fn refusal(part: RequestField, message: impl Into<String>) -> Refusal {
    Refusal {
        part,
        message: message.into(),
    }
}
