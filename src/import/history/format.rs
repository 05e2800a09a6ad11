//! What a format of history is, and what reading one gives.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::domain::{DistanceUnit, MassUnit};

use super::activity::Activity;
use super::table::Table;

/// What a file does not say and somebody has to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Kilograms or pounds.
    MassUnit,
    /// Kilometres or miles.
    DistanceUnit,
    /// Whether day or month comes first.
    DayOrder,
}

impl Need {
    /// The word for it in `--json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::MassUnit => "mass-unit",
            Self::DistanceUnit => "distance-unit",
            Self::DayOrder => "day-order",
        }
    }
}

/// What was said besides the files.
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions {
    /// The unit of masses where the file is silent.
    pub mass: Option<MassUnit>,
    /// The unit of distances where the file is silent.
    pub distance: Option<DistanceUnit>,
    /// Turns moments in UTC into the athlete's own time.
    pub zone: fn(DateTime<Utc>) -> NaiveDateTime,
}

impl Default for ReadOptions {
    /// Nothing said, and moments in UTC as they are.
    fn default() -> Self {
        Self {
            mass: None,
            distance: None,
            zone: |utc| utc.naive_utc(),
        }
    }
}

/// A row, point or set that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its line in the file, from 1; 0 where the file has no lines.
    pub line: u64,
    /// Why, in a sentence without a stop.
    pub reason: String,
}

/// What a file gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// What was recorded, in the order of the file.
    pub activities: Vec<Activity>,
    /// What was not taken.
    pub skipped: Vec<Skipped>,
    /// What has to be said before the file can be read in full.
    pub needs: Vec<Need>,
    /// For a table of no known program: which header was taken for what.
    pub mapping: Vec<(String, String)>,
}

impl Reading {
    /// Notes that a line was not taken.
    pub fn skip(&mut self, line: u64, reason: impl Into<String>) {
        self.skipped.push(Skipped {
            line,
            reason: reason.into(),
        });
    }

    /// Notes that something has to be said, once.
    pub fn need(&mut self, need: Need) {
        if !self.needs.contains(&need) {
            self.needs.push(need);
        }
    }
}

/// A file as the formats look at it.
pub enum Content<'a> {
    /// Cells in rows.
    Table(Table<'a>),
    /// Markup.
    Xml(&'a str),
    /// Bytes of a watch.
    Fit(&'a [u8]),
    /// Text of no known shape.
    Text,
}

impl<'a> Content<'a> {
    /// True for the bytes of a watch's own file.
    pub fn is_fit(bytes: &[u8]) -> bool {
        bytes.get(8..12) == Some(b".FIT")
    }

    /// Looks at a text.
    pub fn of_text(text: &'a str) -> Self {
        if text.trim_start().starts_with('<') {
            return Self::Xml(text);
        }
        Table::new(text).map_or(Self::Text, Self::Table)
    }

    /// The table, where it is one.
    pub fn table(&self) -> Option<&Table<'a>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// A format of history: one file each in `formats`, and one line in [`super::FORMATS`].
pub trait HistoryFormat: Sync {
    /// The word for it in `--json`, and the system that ids of its sessions belong to.
    fn id(&self) -> &'static str;
    /// Its name as people know it.
    fn name(&self) -> &'static str;
    /// True when the content is of this format, whatever the file is called.
    fn recognises(&self, content: &Content) -> bool;
    /// Reads it. Never fails: what cannot be taken is skipped and says why.
    fn read(&self, content: &Content, options: &ReadOptions) -> Reading;
}
