//! What reading a file of another program gives.

use std::collections::BTreeMap;

use crate::domain::{DistanceUnit, DumbbellWeight, ExerciseId, MassUnit, NameAnswer};

use super::activity::Activity;
use super::reply::Reply;

/// Whether day or month comes first in `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DayOrder {
    /// `24/11/2026`.
    DayFirst,
    /// `11/24/2026`.
    MonthFirst,
    /// Nothing says which.
    #[default]
    Unknown,
}

/// What was answered about files that do not say it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The unit of masses where a file is silent.
    pub mass: Option<MassUnit>,
    /// The unit of distances where a file is silent.
    pub distance: Option<DistanceUnit>,
    /// Which comes first in dates of figures alone, where a file leaves it open.
    pub order: DayOrder,
    /// What names of exercises mean.
    pub names: BTreeMap<String, NameAnswer>,
    /// Names that become exercises of the coach's own, each like this one of the library.
    pub added: BTreeMap<String, ExerciseId>,
    /// What a program's weights of two dumbbells mean, by the word for its format.
    pub dumbbells: BTreeMap<String, DumbbellWeight>,
}

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
pub struct FileContents {
    /// What was recorded, in the order of the file.
    pub activities: Vec<Activity>,
    /// What athletes sent from their phone pages.
    pub replies: Vec<Reply>,
    /// What was not taken.
    pub skipped: Vec<Skipped>,
    /// What has to be said before the file can be read in full.
    pub needs: Vec<Need>,
    /// For a table of no known program: which header was taken for what.
    pub mapping: Vec<(String, String)>,
    /// For a table of no known program: the headers that were not recognised.
    pub unread: Vec<String>,
    /// Nothing of training was found, as in the lists that an account's archive holds besides.
    pub is_beside: bool,
    /// The file broke off, so the last of its activities may have gone on.
    pub is_cut: bool,
}

impl FileContents {
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

/// A file as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct FileHistory {
    /// What the file is called.
    pub name: String,
    /// Its format; `None` where nobody knows it.
    pub format: Option<&'static str>,
    /// The program that writes it, or the format, as people know it.
    pub program: Option<&'static str>,
    /// What it gave.
    pub reading: FileContents,
}
