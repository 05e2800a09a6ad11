//! What an entry of sets is, and how it is to be read.

use crate::domain::{Kilograms, MassUnit, SetLog};

/// What a set may look like, for hints and errors.
pub const EXAMPLE: &str = "5x60@2";

/// How an entry is to be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EntryRules {
    /// The unit of loads that name none.
    pub unit: MassUnit,
    /// A load under nothing makes sense: a machine or band helps the body up.
    pub assisted: bool,
    /// The load that was planned, or lifted last: an entry that turns load and repetitions round is known by it.
    pub planned: Option<Kilograms>,
    /// The exercise is held: a bare figure is seconds, not repetitions.
    pub held: bool,
}

impl EntryRules {
    /// Loads in this unit, none under nothing, and no plan to hold them against.
    pub const fn in_unit(unit: MassUnit) -> Self {
        Self {
            unit,
            assisted: false,
            planned: None,
            held: false,
        }
    }
}

/// Sets that were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SetEntry {
    /// The sets, in order, as they were written.
    pub sets: Vec<SetLog>,
    /// Loads that named the other unit, and what they were taken as: "135 lb = 61.23 kg".
    pub converted: Vec<String>,
    /// What to ask before the sets are taken over.
    pub doubt: Option<Doubt>,
}

/// What an entry may mean instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// What to ask: "60 reps of 5 kg, or 5 reps of 60 kg?".
    pub question: String,
    /// The sets with load and repetitions the other way round, where they are in doubt.
    pub turned: Vec<SetLog>,
}
