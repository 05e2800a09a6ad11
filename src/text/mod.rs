//! Plan text: a plan as plain text, both ways.

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Availability, Level, Plan, Policy, Priority, Race, Session, SessionId,
};
use crate::library::Library;

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
    /// The day; for a template week, a day of the weeks from [`TEMPLATE_MONDAY`].
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
    /// True when no week is named, so that the weeks have no neighbours and wrap.
    pub template: bool,
    /// The sessions, by date.
    pub sessions: Vec<PlannedSession>,
    /// What could not be read; the rest was.
    pub errors: Vec<TextError>,
}

/// Monday of the first template week: a Monday far from every real plan.
pub const TEMPLATE_MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2001, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

impl PlanText {
    /// An athlete with this plan, to be checked. Ids are made from positions, the same for the same text.
    pub fn athlete(&self) -> Athlete {
        let profile = crate::domain::Profile::named(self.athlete.clone().unwrap_or_default());
        let sessions = self.sessions.iter().enumerate().map(|(index, planned)| {
            Session::planned(
                SessionId::from_bits(index as u128 + 1),
                planned.date,
                planned.plan.clone(),
                crate::domain::Stamp::default(),
            )
        });
        let mut athlete = Athlete::new(crate::domain::AthleteId::from_bits(1), profile);
        athlete.sessions = sessions.collect();
        athlete
    }
}

/// Reads a plan text.
pub fn read(_text: &str, _library: &Library) -> PlanText {
    PlanText::default()
}

/// A plan as text, and what the format cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What was left out, in words.
    pub left_out: Vec<String>,
}

/// Writes the sessions of `from`–`to` with the athlete's headers.
pub fn write(_athlete: &Athlete, _library: &Library, _from: NaiveDate, _to: NaiveDate) -> Written {
    Written::default()
}
