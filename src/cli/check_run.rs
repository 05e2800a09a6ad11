//! `check`, of a file or of a workspace.

use std::io::{self, Write};

use chrono::NaiveDate;

use crate::library::Library;

use super::check::check_file;
use super::check_workspace::check_workspace;
use super::{CheckArguments, print};

/// Checks the file or the workspace of the arguments and prints what was found: results to standard output, all else to
/// standard error. Returns the exit code.
///
/// # Errors
///
/// When standard output cannot be written.
pub fn run(arguments: &CheckArguments, library: &Library, today: NaiveDate) -> io::Result<u8> {
    let Some(file) = &arguments.file else {
        return check_workspace(arguments, library, today);
    };
    let report = check_file(file, library, today);
    let mut errors = io::stderr().lock();
    for error in &report.errors {
        // Where standard error is closed, the exit code still tells.
        let _ = writeln!(errors, "{}: {error}", file.display());
    }
    if arguments.json {
        print(&format!("{}\n", report.json()))?;
    } else {
        print(&report.text())?;
    }
    Ok(report.exit_code())
}
