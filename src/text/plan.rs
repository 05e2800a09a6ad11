//! What a plan text says, and what of it could not be read.

use chrono::{NaiveDate, Weekday};

use crate::domain::{
    Athlete, AthleteId, Availability, Level, Plan, Policy, Priority, Profile, Race, Session,
    SessionId, Stamp, Week,
};

/// Something in a plan text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct TextError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// What was read and what could stand there.
    pub message: String,
}

/// One session of a plan text.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSession {
    /// The day; for a template week, a day of the weeks from [`template_week`].
    pub date: NaiveDate,
    /// The session.
    pub plan: Plan,
}

/// What a plan text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanText {
    /// Headers, as far as given.
    pub athlete: Option<String>,
    /// Level of lifting.
    pub level: Option<Level>,
    /// Policy.
    pub policy: Option<Policy>,
    /// Priority.
    pub priority: Option<Priority>,
    /// Races.
    pub races: Vec<Race>,
    /// When the athlete can train.
    pub availability: Option<Availability>,
    /// The day that its weeks begin on, where the text or its reader said so; else they begin on Monday.
    pub week_start: Option<Weekday>,
    /// True when no week is named, so that the weeks have no neighbours and wrap.
    pub template: bool,
    /// The sessions, by date.
    pub sessions: Vec<PlannedSession>,
    /// What could not be read; the rest was.
    pub errors: Vec<TextError>,
}

/// A day of the first template week: a Monday far from every real plan.
pub const TEMPLATE_MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2001, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The first template week, for weeks that begin on `start`.
pub fn template_week(start: Weekday) -> Week {
    Week::of(TEMPLATE_MONDAY, start)
}

impl PlanText {
    /// The week that the text begins with: the first with a session, and of template weeks always the first.
    pub fn first_week(&self) -> Week {
        let start = self.week_start.unwrap_or(Weekday::Mon);
        match self.sessions.first() {
            Some(first) if !self.template => Week::of(first.date, start),
            _ => template_week(start),
        }
    }

    /// An athlete with this plan, to be checked. Ids are made from positions, the same for the same text.
    pub fn athlete(&self) -> Athlete {
        let mut profile = Profile::named(self.athlete.clone().unwrap_or_default());
        profile.week_start = self.week_start.unwrap_or(Weekday::Mon);
        profile.level = self.level.unwrap_or_default();
        profile.policy = self.policy;
        profile.priority = self.priority.unwrap_or_default();
        profile.races.clone_from(&self.races);
        profile.availability = self.availability.clone().unwrap_or_default();
        let sessions = self.sessions.iter().enumerate().map(|(index, planned)| {
            let id = SessionId::from_bits(index as u128 + 1);
            Session::planned(id, planned.date, planned.plan.clone(), Stamp::default())
        });
        let mut athlete = Athlete::new(AthleteId::from_bits(1), profile);
        athlete.sessions = sessions.collect();
        athlete
    }
}
