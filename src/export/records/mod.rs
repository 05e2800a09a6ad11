//! A plan and its log as tables of plain cells: what a spreadsheet and a CSV file are written from.

mod csv;
mod findings;
mod sessions;
mod sets;
mod weeks;
mod xlsx;

#[cfg(test)]
mod tests;

pub use self::csv::csv;
pub use xlsx::{workbook, workbook_with};

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{
    Athlete, DistanceUnit, Kilograms, MassUnit, Meters, Record, Session, Units, Week,
};
use crate::library::Library;
use crate::rules::Finding;

use super::words;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A figure.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text: String = words::plain(&text.into());
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A figure, as far as it is one.
    fn number(value: impl Into<Option<f64>>) -> Self {
        value
            .into()
            .filter(|value| value.is_finite())
            .map_or(Self::Empty, Self::Number)
    }

    /// A figure to so many decimals.
    fn rounded(value: impl Into<Option<f64>>, decimals: i32) -> Self {
        let factor = 10_f64.powi(decimals);
        Self::number(value.into().map(|value| (value * factor).round() / factor))
    }

    fn flag(on: bool) -> Self {
        if on { Self::text("yes") } else { Self::Empty }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What stands on top, with the unit where there is one.
    pub title: String,
    /// How wide it is, in characters.
    pub width: u16,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it has a row for.
    pub record: Record,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    fn new(record: Record, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Self {
        let columns = columns.iter().map(|&(title, width)| Column {
            title: title.to_owned(),
            width,
        });
        Self {
            record,
            columns: columns.collect(),
            rows,
        }
    }
}

/// An athlete to be written down, with what the rules found.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The athlete.
    pub athlete: &'a Athlete,
    /// What the rules found; it may cover more than the days asked for.
    pub findings: &'a [Finding],
    /// The first day that is written down, and the last: whole weeks, which begin on the athlete's own day.
    pub days: (NaiveDate, NaiveDate),
}

impl Subject<'_> {
    fn holds(&self, date: NaiveDate) -> bool {
        (self.days.0..=self.days.1).contains(&date)
    }
}

/// How they are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordOptions {
    /// The current day: what lies before it and was not trained is no longer to come.
    pub today: NaiveDate,
    /// The units of all figures, said in the heads of the columns.
    pub units: Units,
}

impl RecordOptions {
    fn far(self, distance: Meters) -> f64 {
        match self.units.distance {
            DistanceUnit::Km => distance.km(),
            DistanceUnit::Miles => distance.miles(),
        }
    }

    fn far_unit(self) -> &'static str {
        match self.units.distance {
            DistanceUnit::Km => "km",
            DistanceUnit::Miles => "mi",
        }
    }

    fn heavy(self, mass: Kilograms) -> f64 {
        match self.units.mass {
            MassUnit::Kg => mass.kg(),
            MassUnit::Pounds => mass.pounds(),
        }
    }

    fn heavy_unit(self) -> &'static str {
        match self.units.mass {
            MassUnit::Kg => "kg",
            MassUnit::Pounds => "lb",
        }
    }
}

/// The table of one kind of record.
pub fn table(
    record: Record,
    subjects: &[Subject],
    library: &Library,
    options: RecordOptions,
) -> Table {
    match record {
        Record::Week => weeks::table(subjects, library, options),
        Record::Session => sessions::table(subjects, library, options),
        Record::Set => sets::table(subjects, library, options),
        Record::Finding => findings::table(subjects, library),
    }
}

/// What the athlete's week that a day lies in is called.
fn week_name(athlete: &Athlete, date: NaiveDate) -> String {
    Week::of(date, athlete.profile.week_start).to_string()
}

fn athlete_cell(athlete: &Athlete) -> Cell {
    Cell::text(athlete.profile.name.trim())
}

fn sessions_of<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Session> {
    let (from, to) = subject.days;
    let sessions = subject.athlete.sessions.between(from, to);
    sessions.iter().map(std::convert::AsRef::as_ref)
}
