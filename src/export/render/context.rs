//! What an order is carried out with.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, DateStyle, ExportOrder, WorkspaceSettings};
use crate::export::logo::Logo;
use crate::library::Library;

/// What an order is carried out with.
#[derive(Debug, Clone, Copy)]
pub struct RenderContext<'a> {
    /// The exercises.
    pub library: &'a Library,
    /// What belongs to the workspace as a whole: how the rules are set in it.
    pub settings: &'a WorkspaceSettings,
    /// Which charts go into progress reports.
    pub report: &'a ReportCharts,
    /// The coach's logo, where there is one.
    pub logo: Option<&'a Logo>,
    /// The current day.
    pub today: NaiveDate,
    /// How dates are written where people read them.
    pub dates: DateStyle,
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// The moment of a time by the clocks of the place; `None` for a time they skip.
    pub zone: fn(NaiveDateTime) -> Option<DateTime<Utc>>,
}

/// The athletes with the units that the order asks for.
pub(super) fn in_units(order: &ExportOrder, athletes: &[&Athlete]) -> Vec<Athlete> {
    let athletes = athletes.iter().map(|athlete| {
        let mut athlete = Athlete::clone(athlete);
        athlete.profile.units = order.units.unwrap_or(athlete.profile.units);
        athlete
    });
    athletes.collect()
}
