//! The arguments of `import`.

use std::path::PathBuf;

use clap::Args;

use crate::domain::{DistanceUnit, DumbbellWeight, MassUnit};
use crate::history::DayOrder;

use super::values::{day_order, distance_unit, dumbbell_weight, mass_unit};

/// What `import` was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportArguments {
    /// Files, archives and folders of them.
    pub files: Vec<PathBuf>,
    /// The workspace folder.
    pub workspace: PathBuf,
    /// The athlete's name.
    pub athlete: String,
    /// The unit of masses where a file is silent.
    pub mass: Option<MassUnit>,
    /// The unit of distances where a file is silent.
    pub distance: Option<DistanceUnit>,
    /// Which comes first in dates of figures alone, where a file leaves it open.
    pub order: DayOrder,
    /// What the weight of two dumbbells is of where a file leaves it open; else what was said before, or is usual.
    pub dumbbells: Option<DumbbellWeight>,
    /// What names of exercises mean: the name in the file, and the library's name or `-` for none.
    pub names: Vec<(String, String)>,
    /// Only tell what would happen.
    pub dry_run: bool,
    /// Tell it for programs.
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ImportFlags {
    /// Files, zip archives and folders: Strong, Hevy, StrengthLog, FitNotes, Fitbod, GymBook, Strava, Garmin,
    /// intervals.icu, TrainingPeaks, Runalyze, GPX, TCX, FIT, other tables, and answers from a phone page
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The workspace folder
    #[arg(long, value_name = "DIR")]
    workspace: PathBuf,
    /// The athlete's name; packages know theirs
    #[arg(long, value_name = "NAME", default_value = "")]
    athlete: String,
    /// The unit of weights where a file does not say: kg or lb
    #[arg(long, value_name = "UNIT", value_parser = mass_unit)]
    unit: Option<MassUnit>,
    /// The unit of distances where a file does not say: km or mi
    #[arg(long, value_name = "UNIT", value_parser = distance_unit)]
    distance_unit: Option<DistanceUnit>,
    /// What comes first in dates such as 03/04/2026, where a file leaves it open: day-first or month-first
    #[arg(long, value_name = "ORDER", value_parser = day_order)]
    dates: Option<DayOrder>,
    /// What the weight of an exercise with a dumbbell in each hand is of: one (of them) or both (together); remembered for
    /// the programs of these files
    #[arg(long, value_name = "WHICH", value_parser = dumbbell_weight)]
    dumbbells: Option<DumbbellWeight>,
    /// What an unknown exercise means: "Name in the file=Name in the library", "=+Name in the library" to add it like that one, or "=-" to leave its sets out; remembered
    #[arg(long = "map", value_name = "NAME=EXERCISE", value_parser = exercise_name)]
    names: Vec<(String, String)>,
    /// Tell what would happen and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

impl ImportFlags {
    pub(super) fn arguments(self) -> ImportArguments {
        ImportArguments {
            files: self.files,
            workspace: self.workspace,
            athlete: self.athlete,
            mass: self.unit,
            distance: self.distance_unit,
            order: self.dates.unwrap_or_default(),
            dumbbells: self.dumbbells,
            names: self.names,
            dry_run: self.dry_run,
            json: self.json,
        }
    }
}

fn exercise_name(text: &str) -> Result<(String, String), String> {
    text.rsplit_once('=')
        .map(|(name, meaning)| (name.trim().to_owned(), meaning.trim().to_owned()))
        .filter(|(name, meaning)| !name.is_empty() && !meaning.is_empty())
        .ok_or_else(|| "write it as \"Name in the file=Name in the library\"".to_owned())
}
