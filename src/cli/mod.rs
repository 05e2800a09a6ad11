//! The command line: what was asked for, and every command that needs no window.

pub mod arguments;
mod backups;
pub mod check;
mod check_run;
mod check_workspace;
mod chosen;
mod demo;
mod explain;
mod export;
mod import;
mod import_report;
mod merge;
mod output;
mod package;
mod publish;
mod read;
pub mod report;

pub use arguments::{
    ATHLETE, BackupsArguments, CheckArguments, DemoArguments, ExportArguments, ImportArguments,
    Invocation, MergeArguments, PackageArguments, PublishArguments, ReadArguments, Who,
    WindowArguments, WindowEnd, parse,
};
pub use backups::backups;
pub use check::{check_athlete, check_file, check_text};
pub use check_run::run;
pub use demo::make_demo;
pub use explain::explain;
pub use export::export;
pub use import::import;
pub use merge::merge;
pub use output::print;
pub use package::package;
pub use publish::publish;
pub use read::read;
pub use report::{CheckReport, ReportedFinding};
