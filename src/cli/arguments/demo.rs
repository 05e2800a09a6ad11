//! The arguments of `demo`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::demo::DemoOptions;

/// Weeks of logs in a year of the demo.
const WEEKS_A_YEAR: u32 = 52;
/// The most athletes of a demo: more only fill the disk.
const MOST_ATHLETES: u64 = 1000;
/// The most years of a demo.
const MOST_YEARS: i64 = 30;

/// What `demo` is to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoArguments {
    /// The folder to put it in.
    pub dir: PathBuf,
    /// How much to make up.
    pub options: DemoOptions,
}

#[derive(Debug, Args)]
pub(super) struct DemoFlags {
    /// Folder to put it in
    dir: PathBuf,
    /// How many athletes
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=MOST_ATHLETES))]
    athletes: u64,
    /// Years of logs
    #[arg(long, value_name = "Y", default_value_t = 1, value_parser = clap::value_parser!(u32).range(0..=MOST_YEARS))]
    years: u32,
    /// Other seeds give other figures
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The day the logs end; without it the current day
    #[arg(long, value_name = "DATE")]
    today: Option<NaiveDate>,
}

impl DemoFlags {
    pub(super) fn arguments(self, today: NaiveDate) -> DemoArguments {
        DemoArguments {
            dir: self.dir,
            options: DemoOptions {
                athletes: usize::try_from(self.athletes).unwrap_or(usize::MAX),
                weeks: self.years * WEEKS_A_YEAR,
                seed: self.seed,
                today: self.today.unwrap_or(today),
            },
        }
    }
}
