//! Programs: weeks of strength with a way to go on, for a season or up to a race.

use std::collections::BTreeMap;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{Count, Equipment, Exercise, ExerciseId, Level, Plan, ProgramId, Progression};

/// What a program leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ProgramKind {
    /// Nothing but strength: it may begin on any week, and begins again after its last.
    #[default]
    Standing,
    /// A race at the end of its last week.
    Countdown,
}

/// What a week of a program is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Volume and control.
    Accumulate,
    /// Heavier loads, fewer repetitions.
    Heavier,
    /// The habit of training, on which all later phases build.
    Base,
    /// More load towards a race.
    Build,
    /// The most that is asked: heavy or fast, and little of it.
    Peak,
    /// Less of everything before a race.
    Taper,
}

impl Phase {
    /// All phases, as they follow one another.
    pub const ALL: [Self; 6] = [
        Self::Accumulate,
        Self::Heavier,
        Self::Base,
        Self::Build,
        Self::Peak,
        Self::Taper,
    ];

    /// The name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accumulate => "Accumulate",
            Self::Heavier => "Heavier",
            Self::Base => "Base",
            Self::Build => "Build",
            Self::Peak => "Peak",
            Self::Taper => "Taper",
        }
    }
}

/// Something to read in a week of a program.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Handout {
    /// Its heading.
    pub title: String,
    /// The text; paragraphs stand apart by an empty line. A shipped program only names the title, and the library
    /// fills the text in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Where its facts come from: "000" to "004", a paper, or "practice".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A session of a program's week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgramSession {
    /// The session.
    pub plan: Plan,
    /// The day of the week it is meant for, taken where nothing speaks against it; `None` leaves it to the layout.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Weekday>,
    /// May be left out, such as the run on the week's theme.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

impl ProgramSession {
    /// A session that is asked for, on whichever day.
    pub fn new(plan: Plan) -> Self {
        Self {
            plan,
            day: None,
            optional: false,
        }
    }
}

/// A week of a program.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProgramWeek {
    /// What it is about, in a few words; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub theme: String,
    /// Its phase, where the program has phases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// True where the source says what the week is for but not what is done in it: the content is our reading.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub our_reading: bool,
    /// What to read in this week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Handout>,
    /// Its sessions, in the order of the week.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<ProgramSession>,
}

/// A program of strength training.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// Identity.
    pub id: ProgramId,
    /// Name.
    pub name: String,
    /// What it is for, in one or two lines.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What it leads to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: ProgramKind,
    /// From which level of lifting it suits; `None` = all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Strength sessions a week.
    pub days_per_week: Count,
    /// Minutes of a session.
    pub minutes: Count,
    /// What it needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Equipment>,
    /// Where it comes from: "000" to "004", or "practice". Empty for a coach's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// How its loads grow.
    #[serde(default)]
    pub progression: Progression,
    /// How the loads of single exercises grow, where that differs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub progressions: BTreeMap<ExerciseId, Progression>,
    /// Its weeks. A standing program goes round: after the last comes the first.
    pub weeks: Vec<ProgramWeek>,
}

impl Program {
    /// How the loads of an exercise grow.
    pub fn progression_of(&self, exercise: &ExerciseId) -> Progression {
        let own = self.progressions.get(exercise).copied();
        own.unwrap_or(self.progression)
    }

    /// What is done in a week counted from 0: a standing program goes round, a countdown ends.
    pub fn week(&self, index: usize) -> Option<&ProgramWeek> {
        match self.kind {
            ProgramKind::Standing => self.weeks.get(index % self.weeks.len().max(1)),
            ProgramKind::Countdown => self.weeks.get(index),
        }
    }
}

/// A program on its way to another coach, with the exercises of one's own that it asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SharedProgram {
    /// The program.
    pub program: Program,
    /// The exercises that no library ships.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Exercise>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Workout;

    fn program(kind: ProgramKind, weeks: usize) -> Program {
        Program {
            id: ProgramId::new("own-1"),
            name: "Ours".to_owned(),
            summary: String::new(),
            kind,
            level: None,
            days_per_week: Count::exactly(2),
            minutes: Count::range(20, 30),
            equipment: Vec::new(),
            source: String::new(),
            progression: Progression::DoubleProgression,
            progressions: BTreeMap::new(),
            weeks: (1..=weeks)
                .map(|week| ProgramWeek {
                    theme: format!("Week {week}"),
                    sessions: vec![ProgramSession::new(Plan::new(Workout::Rest))],
                    ..ProgramWeek::default()
                })
                .collect(),
        }
    }

    #[test]
    fn a_standing_program_goes_round_and_a_countdown_ends() {
        let theme = |program: &Program, week: usize| program.week(week).map(|w| w.theme.clone());
        let standing = program(ProgramKind::Standing, 3);
        assert_eq!(theme(&standing, 4).as_deref(), Some("Week 2"));
        let countdown = program(ProgramKind::Countdown, 3);
        assert_eq!(theme(&countdown, 2).as_deref(), Some("Week 3"));
        assert_eq!(theme(&countdown, 3), None);
        assert_eq!(theme(&program(ProgramKind::Standing, 0), 0), None);
    }

    #[test]
    fn an_exercise_of_its_own_progression_keeps_it() {
        let mut program = program(ProgramKind::Standing, 1);
        let plank = ExerciseId::new("plank");
        program
            .progressions
            .insert(plank.clone(), Progression::BodyweightFirst);
        let squat = ExerciseId::new("squat");
        assert_eq!(program.progression_of(&plank), Progression::BodyweightFirst);
        assert_eq!(
            program.progression_of(&squat),
            Progression::DoubleProgression
        );
    }
}
