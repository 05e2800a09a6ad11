//! Exercises of another collection, as they would stand in the library.

use crate::domain::Exercise;

/// An exercise of another collection.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignExercise {
    /// Its name there.
    pub name: String,
    /// What the library would make of it, under no identity yet; or why it can make nothing, in a sentence without a
    /// stop.
    pub exercise: Result<Box<Exercise>, String>,
    /// What of it has no counterpart here or was guessed, each in a sentence without a stop.
    pub remarks: Vec<String>,
}

/// What a file of exercises gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ForeignLibrary {
    /// Its exercises, in the order of the file.
    pub exercises: Vec<ForeignExercise>,
    /// How many entries were no exercises.
    pub unreadable: usize,
}
