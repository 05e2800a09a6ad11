//! The arguments of the command line and what they ask for.

mod demo;
mod export;
mod import;
mod plan;
#[cfg(test)]
mod tests;
mod values;
mod window;
mod workspace;

use std::ffi::OsString;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

pub use demo::DemoArguments;
pub use export::{ATHLETE, ExportArguments, Who};
pub use import::ImportArguments;
pub use plan::{CheckArguments, ReadArguments};
pub use window::{WindowArguments, WindowEnd};
pub use workspace::{BackupsArguments, MergeArguments, PackageArguments, PublishArguments};

use demo::DemoFlags;
use export::ExportFlags;
use import::ImportFlags;
use window::WindowFlags;

/// What the command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invocation {
    /// The window.
    Window(WindowArguments),
    /// A plan or an athlete checked.
    Check(CheckArguments),
    /// A rule explained by its id, or all of them listed.
    Explain(Option<String>),
    /// A lifelike workspace made up.
    Demo(DemoArguments),
    /// A week of an athlete written to a file.
    Export(Box<ExportArguments>),
    /// A plan as somebody wrote it, read.
    Read(ReadArguments),
    /// History of other programs brought into an athlete's calendar.
    Import(ImportArguments),
    /// Two versions of a file of a workspace made one.
    Merge(MergeArguments),
    /// An athlete written into a package.
    Package(PackageArguments),
    /// The files of each athlete brought up to date in a folder.
    Publish(PublishArguments),
    /// Kept versions listed, or one of them brought back.
    Backups(BackupsArguments),
}

/// Plans strength and running together, and says when one spoils the other
#[derive(Debug, Parser)]
#[command(name = "ironstride", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(flatten)]
    window: WindowFlags,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a plan: exit code 0 without conflicts, 1 with one, 2 for what cannot be read
    Check(CheckArguments),
    /// Read a plan as coaches write them: exit code 0 when all is sure, 1 with guesses or notes, 2 when nothing was read
    Read(ReadArguments),
    /// Tell why a rule is one; without a rule, list them all
    Explain {
        /// The rule's id, such as legs-before-key-run
        rule: Option<String>,
    },
    /// Make a workspace with lifelike plans and logs
    Demo(DemoFlags),
    /// Write weeks of an athlete, or of all, to a file
    Export(ExportFlags),
    /// Bring in what was logged with other programs and watches
    Import(ImportFlags),
    /// Merge two versions of a file of a workspace, as git's merge driver: exit code 0 when they are one, 2 when they cannot be
    Merge(MergeArguments),
    /// Write an athlete into one file for another workspace, where `import` merges it
    Package(PackageArguments),
    /// Bring the calendar, the phone page and the weeks of each athlete up to date in a folder that others read
    Publish(PublishArguments),
    /// List the kept versions of athletes, library and settings, or bring one back
    Backups(BackupsArguments),
}

/// Reads arguments, the first of which is the program's name. `today` is the current day, for a demo without a date.
///
/// # Errors
///
/// An error of clap, which is also how help and version arrive; its `exit` prints it and ends with 2, or 0 for help.
pub fn parse<I, T>(arguments: I, today: NaiveDate) -> Result<Invocation, clap::Error>
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let cli = Cli::try_parse_from(arguments)?;
    let Some(command) = cli.command else {
        return Ok(Invocation::Window(cli.window.arguments()));
    };
    Ok(match command {
        Command::Check(arguments) => Invocation::Check(arguments),
        Command::Read(arguments) => Invocation::Read(arguments),
        Command::Explain { rule } => Invocation::Explain(rule),
        Command::Demo(flags) => Invocation::Demo(flags.arguments(today)),
        Command::Package(arguments) => Invocation::Package(arguments),
        Command::Publish(arguments) => Invocation::Publish(arguments),
        Command::Backups(arguments) => Invocation::Backups(arguments),
        Command::Merge(arguments) => Invocation::Merge(arguments),
        Command::Import(flags) => Invocation::Import(flags.arguments()),
        Command::Export(flags) => Invocation::Export(Box::new(flags.arguments())),
    })
}
