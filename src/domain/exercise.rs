//! Exercises: what they train, with what, and how.

use serde::{Deserialize, Serialize};

use super::{
    Count, Demand, Equipment, ExerciseId, LoadType, Muscle, Pattern, Region, Reps, Seconds,
};

/// Sets and repetitions to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dose {
    /// How many sets.
    pub sets: Count,
    /// What each set asks for.
    pub reps: Reps,
    /// Rest between sets.
    pub rest: Seconds,
}

/// A source that names the exercise, and the dose it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceDose {
    /// The source: "000" to "004", or "practice".
    pub source: String,
    /// The dose it gives, as a short text; empty when it gives none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dose: String,
}

/// An exercise of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// Identity.
    pub id: ExerciseId,
    /// Name.
    pub name: String,
    /// Other names, unique across the library.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The movement.
    pub pattern: Pattern,
    /// Where it works.
    pub region: Region,
    /// What it asks of the body.
    pub demand: Demand,
    /// Muscles that do the work.
    pub primary: Vec<Muscle>,
    /// Muscles that help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secondary: Vec<Muscle>,
    /// Each entry suffices by itself; an entry lists what is needed together.
    pub equipment: Vec<Vec<Equipment>>,
    /// What to take at home instead; empty when it needs nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at_home: String,
    /// Done one side at a time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_side: bool,
    /// How it is loaded.
    pub load: LoadType,
    /// Where to start.
    pub dose: Dose,
    /// How to do it: three to five cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// What goes wrong: two or three mistakes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<String>,
    /// What it gives a runner, in one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// An easier variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easier: Option<ExerciseId>,
    /// A harder variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harder: Option<ExerciseId>,
    /// The shipped exercise of which it is a copy, whose movement figure it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<ExerciseId>,
    /// Which sources name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceDose>,
}

impl Exercise {
    /// True for a position that is held: what counts of it is seconds.
    pub fn is_held(&self) -> bool {
        self.load == LoadType::Seconds
    }

    /// An exercise of which nothing but the name is known: where an editor begins, and what is filled in from there.
    pub fn named(id: ExerciseId, name: &str) -> Self {
        Self {
            id,
            name: name.trim().to_owned(),
            aliases: Vec::new(),
            pattern: Pattern::Squat,
            region: Region::Lower,
            demand: Demand::Compound,
            primary: Vec::new(),
            secondary: Vec::new(),
            equipment: vec![vec![Equipment::None]],
            at_home: String::new(),
            single_side: false,
            load: LoadType::Kg,
            dose: Dose {
                sets: Count::exactly(3),
                reps: Reps::Count(Count::range(8, 10)),
                rest: Seconds(90),
            },
            cues: Vec::new(),
            mistakes: Vec::new(),
            why: String::new(),
            easier: None,
            harder: None,
            figure: None,
            sources: Vec::new(),
        }
    }

    /// True when one of its ways needs no gym. What to take instead at home is another exercise.
    pub fn works_at_home(&self) -> bool {
        self.equipment
            .iter()
            .any(|way| way.iter().all(|item| !item.needs_gym()))
    }

    /// True when it is a compound exercise of the legs.
    pub fn is_compound_leg(&self) -> bool {
        self.demand == Demand::Compound
            && !self.pattern.spares_legs()
            && self.primary.iter().any(|muscle| muscle.is_leg())
    }
}
