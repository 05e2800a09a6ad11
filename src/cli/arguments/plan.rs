//! The arguments of what only looks at a plan: `check` and `read`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::domain::DistanceUnit;

use super::values::distance_unit;

/// What `check` is to check.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct CheckArguments {
    /// Plan text, or an athlete's .ron
    #[arg(required_unless_present = "workspace")]
    pub file: Option<PathBuf>,
    /// A workspace folder in place of a file: all of its athletes who are not archived
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    pub workspace: Option<PathBuf>,
    /// One athlete of the workspace
    #[arg(
        long,
        value_name = "NAME",
        requires = "workspace",
        conflicts_with = "file"
    )]
    pub athlete: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
}

/// What `read` is to read.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ReadArguments {
    /// A mail or chat as text, a .xlsx, .ods, .csv or .ics
    pub file: PathBuf,
    /// The day on which the plan begins
    #[arg(long, value_name = "DATE", conflicts_with = "race")]
    pub start: Option<NaiveDate>,
    /// The day of the race in its last week
    #[arg(long, value_name = "DATE")]
    pub race: Option<NaiveDate>,
    /// Unit of figures without one: km or mi
    #[arg(long, value_name = "UNIT", value_parser = distance_unit)]
    pub unit: Option<DistanceUnit>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "to")]
    pub json: bool,
    /// Write the plan to a file instead: its end says how, txt, csv or xlsx
    #[arg(long, value_name = "FILE", value_parser = plan_file)]
    pub to: Option<PathBuf>,
}

fn plan_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let end = path.extension().and_then(|end| end.to_str());
    match end.map(str::to_lowercase).as_deref() {
        Some("txt" | "csv" | "xlsx") => Ok(path),
        _ => Err("the name of the file must end in .txt, .csv or .xlsx".to_owned()),
    }
}
