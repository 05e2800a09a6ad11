//! What bringing history in would do, told before anything changes.

use crate::domain::{DumbbellWeight, ExerciseId};
use crate::edit::Edit;

use super::reading::{Need, Skipped};

/// What one file held, and what is done with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FileReport {
    /// What the file is called.
    pub name: String,
    /// Its format; `None` where nobody knows it.
    pub format: Option<&'static str>,
    /// The program that writes it, or the format, as people know it.
    pub program: Option<&'static str>,
    /// Sessions that are new.
    pub add: usize,
    /// Sessions that become the log of a planned one.
    pub join: usize,
    /// Sessions that are there already.
    pub known: usize,
    /// Of these, sessions that another of the files has brought, and which were not there before.
    pub twice: usize,
    /// Of these, sessions that were not changed since, and of which the file knows more than at the first import.
    pub completed: usize,
    /// Runs that are new, and of which nothing tells the kind.
    pub untold: UntoldRuns,
    /// Sets read.
    pub sets: usize,
    /// What was not taken.
    pub skipped: Vec<Skipped>,
    /// What was taken and is worth a look.
    pub remarks: Vec<Remark>,
    /// Exercises nobody knows, in the order of the file.
    pub unknown: Vec<UnknownExercise>,
    /// What has to be said before the file can be taken.
    pub needs: Vec<Need>,
    /// For a table of no known program: which header was taken for what.
    pub mapping: Vec<(String, String)>,
    /// For a table of no known program: the headers that were not recognised.
    pub unread: Vec<String>,
    /// Nothing of training is in it: a list that an account's archive holds besides.
    pub is_beside: bool,
    /// How the loads of two dumbbells were taken, where there are some and the file leaves it open.
    pub dumbbells: Option<PairedLoads>,
}

/// Runs that come in as easy ones, since nothing tells how hard they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UntoldRuns {
    /// How many.
    pub runs: usize,
    /// How many of them have a heart rate, which would tell if the athlete's highest were known.
    pub with_heart_rate: usize,
}

/// Loads of exercises with a dumbbell in each hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairedLoads {
    /// What the file's weights were taken as.
    pub weight: DumbbellWeight,
    /// The exercises, under the names in the file and in its order.
    pub exercises: Vec<String>,
    /// How many sets of them have a load.
    pub sets: usize,
}

/// Something about a session, or about several, that the coach should see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Which session: "Tue 24 Nov, Intervals"; or how many: "3 runs".
    pub session: String,
    /// Remarks, each a sentence without a full stop.
    pub words: String,
    /// Two readings side by side, each with its heading: what was planned then, and what is planned now.
    pub sides: Option<[(&'static str, String); 2]>,
}

/// A name that is no exercise of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownExercise {
    /// The name in the file.
    pub name: String,
    /// What it may mean, best first.
    pub guesses: Vec<ExerciseId>,
}

/// What all files together would do.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryReport {
    /// File by file, in the order they were handed over.
    pub files: Vec<FileReport>,
    /// The changes to the athlete, to be made as one step; empty while something has to be said first.
    pub edits: Vec<Edit>,
    /// Sessions that were there already and whose sets are given to their exercise, since it is known by now.
    pub relinked: usize,
    /// Sessions that were there already and whose loads of two dumbbells become what is said of them now.
    pub reweighed: usize,
}

impl HistoryReport {
    /// Sessions that are new, in all files.
    pub fn added(&self) -> usize {
        self.files.iter().map(|file| file.add).sum()
    }

    /// Sessions that become the log of a planned one, in all files.
    pub fn joined(&self) -> usize {
        self.files.iter().map(|file| file.join).sum()
    }

    /// Sessions that are there already and of which the files know more by now.
    pub fn completed(&self) -> usize {
        self.files.iter().map(|file| file.completed).sum()
    }

    /// New runs of which nothing tells the kind, in all files.
    pub fn untold(&self) -> UntoldRuns {
        let add = |sum: UntoldRuns, file: &FileReport| UntoldRuns {
            runs: sum.runs + file.untold.runs,
            with_heart_rate: sum.with_heart_rate + file.untold.with_heart_rate,
        };
        self.files.iter().fold(UntoldRuns::default(), add)
    }

    /// Sessions that are there already, in all files.
    pub fn known(&self) -> usize {
        self.files.iter().map(|file| file.known).sum()
    }

    /// True when something has to be said before any of it can be taken.
    pub fn waits(&self) -> bool {
        self.files.iter().any(|file| !file.needs.is_empty())
    }

    /// True when every row of every file was taken or known, and every exercise too.
    pub fn is_whole(&self) -> bool {
        self.files
            .iter()
            .filter(|file| !self.is_passed_over(file))
            .all(|file| file.skipped.is_empty() && file.unknown.is_empty() && file.needs.is_empty())
    }

    /// True for a file without training among others that have some: an account's archive holds such lists. A file that
    /// came alone is no such file, for somebody meant it.
    pub fn is_passed_over(&self, file: &FileReport) -> bool {
        file.is_beside && self.files.iter().any(|other| other.format.is_some())
    }

    /// True when no file gave anything.
    pub fn is_empty(&self) -> bool {
        self.added() + self.joined() + self.known() == 0
    }
}
