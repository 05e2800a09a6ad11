//! A coach's workspace: the athletes, and what the coach made for all of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{
    Athlete, AthleteDefaults, AthleteId, Author, Exercise, ExerciseId, Policy, Program,
    RuleSettings, SessionTemplate, WeekTemplate,
};

/// What belongs to the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkspaceSettings {
    /// The coach's name, for printouts.
    pub coach: String,
    /// File name of the coach's logo within the workspace; empty when there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Whose workspace it is: a coach's, or an athlete's own.
    #[serde(skip_serializing_if = "is_default")]
    pub keeper: Author,
    /// The athlete shown last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_athlete: Option<AthleteId>,
    /// True for the lifelike demo, so that the program can offer to begin one's own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
    /// Where strength for the legs belongs, for athletes who have no policy of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// How the rules are set, for whatever athletes leave open.
    #[serde(skip_serializing_if = "RuleSettings::is_empty")]
    pub rules: RuleSettings,
    /// What new athletes begin with.
    #[serde(skip_serializing_if = "is_default")]
    pub newcomers: AthleteDefaults,
}

/// Exercises, templates and programs the coach made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnLibrary {
    /// Own exercises.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Exercise>,
    /// Own session templates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<SessionTemplate>,
    /// Own template weeks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weeks: Vec<WeekTemplate>,
    /// Own programs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programs: Vec<Program>,
    /// What other programs' names of exercises mean, as the coach answered when history was brought in.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub exercise_names: BTreeMap<String, NameAnswer>,
    /// What other programs' weights of two dumbbells mean, by the word for the program's format, where the coach said
    /// it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dumbbell_weights: BTreeMap<String, DumbbellWeight>,
}

/// What a name of another program means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameAnswer {
    /// This exercise.
    Means(ExerciseId),
    /// Nothing that is wanted here: its sets are left out.
    LeaveOut,
}

/// What a program means by the weight of two dumbbells. Here both count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DumbbellWeight {
    /// The weight of one of them.
    One,
    /// The weight of both together.
    Both,
}

/// Everything that is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    /// What belongs to the workspace as a whole.
    pub settings: WorkspaceSettings,
    /// Exercises and templates the coach made.
    pub own: Arc<OwnLibrary>,
    /// The athletes, by name.
    pub athletes: Vec<Arc<Athlete>>,
}

impl Workspace {
    /// The athlete with this identity.
    pub fn athlete(&self, id: AthleteId) -> Option<&Arc<Athlete>> {
        self.athletes.iter().find(|athlete| athlete.id == id)
    }

    /// Puts an athlete in, in place of the one with the same identity, and keeps the order by name.
    pub fn put(&mut self, athlete: Arc<Athlete>) {
        self.athletes.retain(|other| other.id != athlete.id);
        let key = |athlete: &Athlete| (athlete.profile.name.to_lowercase(), athlete.id);
        let place = self
            .athletes
            .partition_point(|other| key(other) < key(&athlete));
        self.athletes.insert(place, athlete);
    }
}
