//! Cells, columns and tables, and what they are filled from.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{
    Athlete, DateStyle, DistanceUnit, Kilograms, MassUnit, Meters, RowKind, Session, Units, Week,
};
use crate::export::words;
use crate::rules::Finding;

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
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text: String = words::plain(&text.into());
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A figure, as far as it is one.
    pub(super) fn number(value: impl Into<Option<f64>>) -> Self {
        value
            .into()
            .filter(|value| value.is_finite())
            .map_or(Self::Empty, Self::Number)
    }

    /// A figure to so many decimals.
    pub(super) fn rounded(value: impl Into<Option<f64>>, decimals: i32) -> Self {
        let factor = 10_f64.powi(decimals);
        Self::number(value.into().map(|value| (value * factor).round() / factor))
    }

    pub(super) fn flag(on: bool) -> Self {
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
    pub record: RowKind,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn new(record: RowKind, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Self {
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
    pub(super) fn holds(&self, date: NaiveDate) -> bool {
        (self.days.0..=self.days.1).contains(&date)
    }
}

/// How they are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableOptions {
    /// The current day: what lies before it and was not trained is no longer to come.
    pub today: NaiveDate,
    /// The units of all figures, said in the heads of the columns.
    pub units: Units,
    /// How days are written among words; a cell that is a day holds the day itself.
    pub dates: DateStyle,
}

impl TableOptions {
    pub(super) fn far(self, distance: Meters) -> f64 {
        match self.units.distance {
            DistanceUnit::Km => distance.km(),
            DistanceUnit::Miles => distance.miles(),
        }
    }

    pub(super) fn far_unit(self) -> &'static str {
        match self.units.distance {
            DistanceUnit::Km => "km",
            DistanceUnit::Miles => "mi",
        }
    }

    pub(super) fn heavy(self, mass: Kilograms) -> f64 {
        match self.units.mass {
            MassUnit::Kg => mass.kg(),
            MassUnit::Pounds => mass.pounds(),
        }
    }

    pub(super) fn heavy_unit(self) -> &'static str {
        match self.units.mass {
            MassUnit::Kg => "kg",
            MassUnit::Pounds => "lb",
        }
    }
}

/// What the athlete's week that a day lies in is called.
pub(super) fn week_name(athlete: &Athlete, date: NaiveDate) -> String {
    Week::of(date, athlete.profile.week_start).to_string()
}

pub(super) fn athlete_cell(athlete: &Athlete) -> Cell {
    Cell::text(athlete.profile.name.trim())
}

pub(super) fn sessions_of<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Session> {
    let (from, to) = subject.days;
    let sessions = subject.athlete.sessions.between(from, to);
    sessions.iter().map(std::convert::AsRef::as_ref)
}
