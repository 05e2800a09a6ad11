//! Bringing in history: files read off the interface's thread, reported, and read again when something was answered.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{Local, Utc};
use uuid::Uuid;

use crate::domain::{AthleteId, DateStyle, OwnLibrary, SessionId, Stamp, Units};
use crate::edit::Edit;
use crate::history::{Answers, BringIn, HistoryReport, added_exercises, bring_in, sender_of};
use crate::import::history::{self, InputFile, ReadOptions};
use crate::library::Library;
use crate::load;
use crate::notation;
use crate::ui::dialogs::{Dialog, HistoryForm, HistoryProgress, PathUse};
use crate::ui::format;

use super::file_dialogs::FileRequest;
use super::history_files::HistoryFiles;
use super::jobs::{Job, Kind, Progress};
use super::shell::App;

/// How many of the sessions are shown as they will stand.
const SAMPLE: usize = 10;
/// What a job that nobody waits for any more ends with; it is not shown.
const STOPPED: &str = "Stopped.";

/// What a job found.
struct Found {
    /// Who is meant, where the files are answers of others than the shown athlete.
    sender: Option<AthleteId>,
    files: HistoryFiles,
    report: HistoryReport,
    sample: Vec<String>,
}

impl App {
    /// Asks for files of other programs.
    pub(super) fn ask_history_file(&mut self) {
        let request = FileRequest::any_files("Bring in history");
        self.ask_paths(&request, PathUse::BringInHistory, Self::read_as_history);
    }

    /// Reads files and folders, and shows what they would add to the shown athlete.
    pub(super) fn bring_in_history(&mut self, paths: Vec<PathBuf>) {
        let Some(athlete) = self.shown() else {
            self.say("Add an athlete first; then their history can be brought in.");
            return;
        };
        let form = HistoryForm::new(athlete.id, &athlete.profile.name);
        self.screen.ui.dialog = Some(Dialog::new(form));
        self.tasks.history_files = Arc::default();
        self.read_history(athlete.id, Answers::default(), move |progress| {
            read_all(&paths, progress)
        });
    }

    /// Reads an answer that was pasted, and shows what it would add to the shown athlete.
    pub(super) fn bring_in_reply(&mut self, text: String) {
        let Some(athlete) = self.shown() else {
            self.say("Add an athlete first; an answer belongs to one.");
            return;
        };
        let form = HistoryForm::new(athlete.id, &athlete.profile.name);
        self.screen.ui.dialog = Some(Dialog::new(form));
        self.tasks.history_files = Arc::default();
        let file = InputFile::new("Pasted answer", text.into_bytes());
        self.read_history(athlete.id, Answers::default(), move |_| {
            Ok(Arc::new(vec![file]))
        });
    }

    /// Reads the files again, by what was answered.
    pub(super) fn read_history_again(&mut self, athlete: AthleteId, answers: Answers) {
        let files = self.tasks.history_files.clone();
        self.read_history(athlete, answers, move |_| Ok(files));
    }

    /// Reads the files again once the athlete they were read for is not what they were: what the report puts would undo
    /// what has come between.
    pub(super) fn follow_history(&mut self) {
        let Some(id) = self.history_form().map(|form| form.athlete()) else {
            return;
        };
        let Some(now) = self.open.athlete(id).cloned() else {
            return;
        };
        let Some(form) = self.history_form() else {
            return;
        };
        if form.becomes_outdated(&now) {
            let answers = form.answers().clone();
            self.read_history_again(id, answers);
        }
    }

    /// Ends the reading; what it still finds is not wanted.
    pub(super) fn stop_history(&mut self) {
        self.jobs.cancel(Kind::History);
        if let Some(form) = self.history_form() {
            form.stop();
        }
    }

    fn history_form(&mut self) -> Option<&mut HistoryForm> {
        self.screen.ui.dialog.as_mut()?.as_form_mut()
    }

    fn read_history(
        &mut self,
        athlete: AthleteId,
        answers: Answers,
        files: impl FnOnce(&Progress<Self>) -> Result<HistoryFiles, String> + Send + 'static,
    ) {
        let Some(athlete) = self.open.athlete(athlete).cloned() else {
            return;
        };
        let mut library = self.open.library().clone();
        if !answers.added.is_empty() {
            let exercises = added_exercises(&answers.added, &library);
            let own = OwnLibrary {
                exercises,
                ..OwnLibrary::default()
            };
            library = Arc::new(library.with_own(&own));
        }
        let mut names = self.open.workspace().own.exercise_names.clone();
        names.extend(answers.names.clone());
        let mut dumbbells = self.open.workspace().own.dumbbell_weights.clone();
        dumbbells.extend(answers.dumbbells.clone());
        let (of, read_for) = (athlete.id, athlete.clone());
        let asked = answers.clone();
        let (_, dates) = self.when();
        let job = Job::new(
            "Reading the files",
            move |progress| -> Result<Found, String> {
                let files = files(progress)?;
                let options = ReadOptions {
                    mass: answers.mass,
                    distance: answers.distance,
                    order: answers.order,
                    zone: |utc| utc.with_timezone(&Local).naive_local(),
                };
                let mut histories = Vec::with_capacity(files.len());
                for (place, file) in files.iter().enumerate() {
                    tell(progress, HistoryProgress::Reading(place + 1, files.len()))?;
                    histories.push(history::read(file, &options));
                }
                let sender = sender_of(&histories, athlete.id);
                let report = bring_in(
                    histories,
                    BringIn {
                        athlete: &athlete,
                        library: &library,
                        learned: &names,
                        dumbbells: &dumbbells,
                        stamp: Stamp::coach(Utc::now()),
                        dates,
                        new_id: &mut || SessionId(Uuid::new_v4()),
                    },
                );
                let sample = sample(&report, &library, athlete.profile.units, dates);
                Ok(Found {
                    sender,
                    files,
                    report,
                    sample,
                })
            },
            move |app: &mut Self, found| {
                let is_awaited =
                    |form: &mut HistoryForm| form.athlete() == of && *form.answers() == asked;
                if !app.history_form().is_some_and(is_awaited) {
                    return;
                }
                if let Ok(Ok(found)) = &found {
                    if app.turn_to_sender(found) {
                        return;
                    }
                    // What would be put has been worked out for sessions as they were.
                    if !app
                        .open
                        .athlete(of)
                        .is_some_and(|now| Arc::ptr_eq(now, &read_for))
                    {
                        app.tasks.history_files = found.files.clone();
                        return app.read_history_again(of, asked);
                    }
                }
                let Some(form) = app.history_form() else {
                    return;
                };
                match found {
                    Ok(Ok(found)) => {
                        form.take(read_for, Arc::new(found.report), found.sample);
                        app.tasks.history_files = found.files;
                    }
                    Ok(Err(why)) => form.fail(why),
                    Err(failure) => form.fail(failure.to_string()),
                }
            },
        );
        self.jobs.start(Kind::History, job);
    }
}

impl App {
    /// Shows whose answers were read, and brings them in there; false where they are the shown athlete's or nobody's here.
    fn turn_to_sender(&mut self, found: &Found) -> bool {
        let sender = found.sender.and_then(|id| self.open.athlete(id)).cloned();
        let Some(sender) = sender else {
            return false;
        };
        self.show_athlete(sender.id);
        let form = HistoryForm::new(sender.id, &sender.profile.name);
        self.screen.ui.dialog = Some(Dialog::new(form));
        self.tasks.history_files = found.files.clone();
        self.read_history_again(sender.id, Answers::default());
        true
    }
}

/// Tells the dialog how far the reading is.
///
/// # Errors
///
/// Once nobody waits for the files any more.
fn tell(progress: &Progress<App>, how_far: HistoryProgress) -> Result<(), String> {
    if progress.is_cancelled() {
        return Err(STOPPED.to_owned());
    }
    progress.tell(move |app| match app.history_form() {
        Some(form) => form.show_progress(how_far),
        // Its dialog was closed.
        None => app.jobs.cancel(Kind::History),
    });
    Ok(())
}

/// Every file of these paths, unpacked, and those in folders among them.
fn read_all(paths: &[PathBuf], progress: &Progress<App>) -> Result<HistoryFiles, String> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(history::files_in(path)?);
    }
    let mut files = Vec::new();
    for (place, path) in all.iter().enumerate() {
        tell(progress, HistoryProgress::Opening(place + 1, all.len()))?;
        files.extend(history::read_file(path));
    }
    Ok(Arc::new(files))
}

/// How the newest sessions will stand, newest first.
fn sample(
    report: &HistoryReport,
    library: &Library,
    units: Units,
    dates: DateStyle,
) -> Vec<String> {
    let mut sessions: Vec<_> = report
        .edits
        .iter()
        .filter_map(|edit| match edit {
            Edit::Put { session, .. } => Some(session),
            _ => None,
        })
        .collect();
    sessions.sort_by_key(|session| std::cmp::Reverse(session.date));
    let line = |session: &Arc<crate::domain::Session>| {
        let title = load::title_of(&session.plan, library);
        let mut line = format!("{} · {title}", dates.date(session.date));
        if let Some(log) = &session.log {
            if let Some(minutes) = log.duration {
                let _ = write!(line, " · {}", notation::minutes(minutes));
            }
            if let Some(distance) = log.run.as_ref().and_then(|run| run.distance) {
                let _ = write!(line, " · {}", notation::distance(distance, units));
            }
            let sets: usize = log
                .exercises
                .iter()
                .map(|exercise| exercise.sets.len())
                .sum();
            if sets > 0 {
                let _ = write!(line, " · {}", format::plural(sets, "set", "sets"));
            }
        }
        line
    };
    sessions.into_iter().take(SAMPLE).map(line).collect()
}
