//! What a page is asked to hold.

use chrono::{DateTime, NaiveDate, Utc};

use crate::chart::ChartSelection;
use crate::domain::{DateStyle, Guidance, SessionId};
use crate::export::Logo;

/// What a page is made of besides the athlete.
#[derive(Debug, Clone)]
pub struct PageRequest<'a> {
    /// The first days of its weeks.
    pub weeks: Vec<NaiveDate>,
    /// The coach's name; empty when there is none to show.
    pub coach: &'a str,
    /// The coach's logo, where there is one.
    pub logo: Option<&'a Logo>,
    /// A word from the coach.
    pub message: &'a str,
    /// Whether exercises come with cues and muscles.
    pub guidance: Guidance,
    /// Only this session.
    pub session: Option<SessionId>,
    /// The current day.
    pub today: NaiveDate,
    /// How dates are written.
    pub dates: DateStyle,
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// The progress charts of the second tab.
    pub choice: &'a ChartSelection,
}
