//! Files made off the interface's thread, and what happens with them then.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{NaiveDate, Utc};

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, DateStyle, ExportOrder, WorkspaceSettings};
use crate::export::{self, Logo, RenderContext};
use crate::library::Library;
use crate::store::{self, StoreError};
use crate::ui::format::plural;

/// Files to be made.
#[derive(Debug)]
pub(super) struct ExportJob {
    /// What.
    pub(super) order: ExportOrder,
    /// Which charts go into progress reports.
    pub(super) report: ReportCharts,
    /// Of whom.
    pub(super) athletes: Vec<Arc<Athlete>>,
    /// A file for each of them.
    pub(super) each: bool,
    /// And then?
    pub(super) then: Destination,
    /// Set to let the file that is being made be the last.
    pub(super) stop: Arc<AtomicBool>,
}

/// What happens with what was made.
#[derive(Debug, Clone)]
pub(super) enum Destination {
    /// It is written here: one path, or one for each athlete.
    Save(Vec<PathBuf>),
    /// It is shown in the system's viewer.
    View,
    /// It is printed.
    Print,
}

/// How far the making of files is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ExportProgress {
    /// How many are done.
    pub(super) done: usize,
    /// Of how many.
    pub(super) total: usize,
    /// Whose is next.
    pub(super) name: String,
}

/// What an order is carried out with, now.
pub(super) fn render_context<'a>(
    library: &'a Library,
    settings: &'a WorkspaceSettings,
    report: &'a ReportCharts,
    logo: Option<&'a Logo>,
    (today, dates): (NaiveDate, DateStyle),
) -> RenderContext<'a> {
    RenderContext {
        library,
        settings,
        report,
        logo,
        today,
        dates,
        written: Utc::now(),
        zone: export::local_moment,
    }
}

/// Makes the files, telling how far it is, and gives what there is to say in the end.
pub(super) fn run(
    job: &ExportJob,
    render_context: &RenderContext,
    tell: &dyn Fn(ExportProgress),
) -> Result<String, String> {
    let athletes: Vec<&Athlete> = job.athletes.iter().map(AsRef::as_ref).collect();
    let bytes = |athletes: &[&Athlete]| {
        export::render(&job.order, athletes, render_context)
            .map_err(|error| format!("The file could not be made: {error}."))
    };
    match &job.then {
        Destination::Save(files) if job.each => save_each(&athletes, files, &job.stop, tell, bytes),
        Destination::Save(files) => {
            let [file] = files.as_slice() else {
                return Err("There is no place to save it.".to_owned());
            };
            save(file, &bytes(&athletes)?)?;
            Ok(format!("Saved {}", file.display()))
        }
        Destination::View => {
            let file = temporary(job, &bytes(&athletes)?)?;
            opener::open(&file).map_err(|error| {
                format!(
                    "No viewer opened {}: {error}. Save the file instead.",
                    file.display()
                )
            })?;
            Ok("Opened in the viewer.".to_owned())
        }
        Destination::Print => print(&temporary(job, &bytes(&athletes)?)?),
    }
}

fn save_each(
    athletes: &[&Athlete],
    files: &[PathBuf],
    stop: &AtomicBool,
    tell: &dyn Fn(ExportProgress),
    bytes: impl Fn(&[&Athlete]) -> Result<Vec<u8>, String>,
) -> Result<String, String> {
    if let Some(folder) = files.first().and_then(|file| file.parent()) {
        std::fs::create_dir_all(folder).map_err(|error| {
            let why = store::system_words(&error);
            format!("{} cannot be made: {why}", folder.display())
        })?;
    }
    let total = files.len();
    let mut left_out = Vec::new();
    let mut done = 0;
    for (athlete, file) in athletes.iter().zip(files) {
        if stop.load(Ordering::Relaxed) {
            return Ok(format!("Stopped: {done} of {total} files are there."));
        }
        tell(ExportProgress {
            done,
            total,
            name: athlete.profile.name.clone(),
        });
        // Go on with the other athletes if one has nothing to print.
        match bytes(&[athlete]).and_then(|bytes| save(file, &bytes)) {
            Ok(()) => done += 1,
            Err(why) => left_out.push(format!("{}: {why}", athlete.profile.name)),
        }
    }
    let saved = format!("Saved {}", plural(done, "file", "files"));
    match left_out.first() {
        None => Ok(saved),
        Some(first) => Err(format!(
            "{saved}, {} not. {first}",
            plural(left_out.len(), "file", "files")
        )),
    }
}

/// Writes a file whole or not at all; what was there stays when it fails.
fn save(file: &Path, bytes: &[u8]) -> Result<(), String> {
    if file.is_dir() {
        return Err(format!(
            "{} is a folder. Type a name for the file.",
            file.display()
        ));
    }
    // Where it was to go stands in the dialog; why it did not comes first.
    store::replace(file, bytes).map_err(|error| match error {
        StoreError::Unwritable { source, .. } => {
            let why = store::system_words(&source);
            format!("The file cannot be written: {why}.")
        }
        other => format!("{other}."),
    })
}

/// A file for another program to read. It stays, since nobody knows when that program has read it; systems clear the
/// folder it is in.
fn temporary(job: &ExportJob, bytes: &[u8]) -> Result<PathBuf, String> {
    let end = format!(".{}", job.order.format.extension());
    let made = tempfile::Builder::new()
        .prefix("Ironstride ")
        .suffix(&end)
        .tempfile();
    let kept = made.and_then(|file| {
        std::fs::write(file.path(), bytes)?;
        file.into_temp_path().keep().map_err(|error| error.error)
    });
    kept.map_err(|error| {
        format!(
            "No temporary file can be written: {}",
            store::system_words(&error)
        )
    })
}

/// Sends a file to the printer that the system uses without being asked.
fn print(file: &Path) -> Result<String, String> {
    let output = print_command(file).output();
    match output {
        Ok(output) if output.status.success() => Ok("Sent to the printer.".to_owned()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            let said = said.lines().next().unwrap_or("it gave no reason").trim();
            Err(format!(
                "Not printed: {said}. Open it in the viewer and print there."
            ))
        }
        Err(_) => Err(
            "This computer has no command to print with. Open it in the viewer and print there."
                .to_owned(),
        ),
    }
}

#[cfg(not(windows))]
fn print_command(file: &Path) -> Command {
    let mut command = Command::new("lp");
    command.arg("--").arg(file);
    command
}

#[cfg(windows)]
fn print_command(file: &Path) -> Command {
    let mut command = Command::new("powershell");
    command
        .args([
            "-NoProfile",
            "-Command",
            "Start-Process -Verb Print -FilePath $args[0]",
        ])
        .arg(file);
    command
}
