//! The arguments of what is done with the files of a workspace: `package`, `publish`, `backups` and `merge`.

use std::path::PathBuf;

use clap::Args;

use crate::domain::publication::MOST_PUBLISHED_WEEKS;
use crate::domain::{DateStyle, PublishedFile};

use super::values::{date_style, one_of};

/// What `package` is to write.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct PackageArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Name of the athlete; case and accents do not matter
    #[arg(long, value_name = "NAME")]
    pub athlete: String,
    /// File to write
    #[arg(long, value_name = "FILE.ron")]
    pub to: PathBuf,
}

/// What `publish` is to bring up to date.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct PublishArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Folder that others read; files of others in it are left alone
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// Only this athlete; without it all who are not archived
    #[arg(long, value_name = "NAME")]
    pub athlete: Option<String>,
    /// How many weeks, this one among them
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_PUBLISHED_WEEKS)))]
    pub weeks: u32,
    /// Which files: ics, html, pdf
    #[arg(long, value_name = "ENDS", value_delimiter = ',', default_value = "ics,html,pdf", value_parser = published_file)]
    pub files: Vec<PublishedFile>,
    /// How dates are written for people: day-first, month-first or iso
    #[arg(long, value_name = "STYLE", default_value = "day-first", value_parser = date_style)]
    pub dates: DateStyle,
}

fn published_file(text: &str) -> Result<PublishedFile, String> {
    one_of(
        text,
        &PublishedFile::ALL.map(|file| (file, file.extension())),
    )
}

/// What `backups` is to list or bring back.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct BackupsArguments {
    /// Workspace folder
    #[arg(long, value_name = "DIR")]
    pub workspace: PathBuf,
    /// Name of the athlete, or Library or Settings; without it all are listed
    #[arg(long, value_name = "NAME")]
    pub athlete: Option<String>,
    /// Bring back the version of this number in the list; what is there now is kept
    #[arg(long, value_name = "N", requires = "athlete")]
    pub restore: Option<usize>,
}

/// What `merge` is to merge.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct MergeArguments {
    /// The last version that both sides had: git's %O
    pub base: PathBuf,
    /// Our version, which the result replaces: %A
    pub ours: PathBuf,
    /// Their version: %B
    pub theirs: PathBuf,
    /// What to call the file in messages: %P
    pub name: Option<PathBuf>,
}
