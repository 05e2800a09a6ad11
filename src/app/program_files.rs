//! Programs in files of their own: asked for, read, written, and what there is to say about it.

use std::path::{Path, PathBuf};

use crate::domain::{Exercise, ProgramId, SharedProgram};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::store;
use crate::ui::dialogs::PathUse;
use crate::ui::library::{Tab, program_id};
use crate::ui::shared::Panel;

use super::file_dialogs::FileRequest;
use super::file_requests::{folder_is_there, is_there};
use super::jobs::Job;
use super::shell::App;

impl App {
    /// Shows a program in the library.
    pub(super) fn show_program(&mut self, id: ProgramId) {
        self.screen.ui.shared.panels.show(Panel::Library);
        self.screen.ui.library.open_tab(Tab::Programs);
        self.screen.ui.library.programs.shown = Some(id);
        self.screen.ui.library.programs.week = Some(0);
    }

    /// Asks for the file of a program, and brings the program in.
    pub(super) fn ask_program_file(&mut self) {
        let request = FileRequest::file("Open a program", "Program", "ron");
        self.ask_path(request, PathUse::ImportProgram, |app, path| {
            is_there(&path)?;
            app.import_program(path);
            Ok(())
        });
    }

    /// Asks where a program is to be written, and writes it there with the own exercises that it asks for.
    pub(super) fn ask_program_target(&mut self, id: ProgramId) {
        let Some(program) = self.open.library().program(&id).cloned() else {
            return;
        };
        let asked = |exercise: &&Exercise| {
            let sessions = program.weeks.iter().flat_map(|week| &week.sessions);
            let mut doses = sessions.flat_map(|session| session.plan.workout.exercises());
            doses.any(|dose| dose.exercise == exercise.id)
        };
        let own = self.open.workspace().own.exercises.iter();
        let exercises = own.filter(asked).cloned().collect();
        let name = format!("{}.ron", crate::domain::file_name(&program.name));
        let start = self.documents().unwrap_or_default().join(name);
        let shared = SharedProgram { program, exercises };
        let request = FileRequest::target("Save a program", "Program", "ron", start);
        self.ask_path(request, PathUse::ExportProgram, move |app, path| {
            folder_is_there(&path)?;
            app.export_program(shared.clone(), path);
            Ok(())
        });
    }

    /// Reads the file of a program in the background.
    fn import_program(&mut self, path: PathBuf) {
        let workspace = self.open.id();
        let job = Job::new(
            "Reading the program",
            move |_| store::read_program(&path).map_err(|error| error.to_string()),
            |app: &mut Self, read| match read {
                Ok(Ok(shared)) => app.take_program(shared),
                Ok(Err(message)) => app.say(message),
                Err(_) => {}
            },
        );
        // Only if the workspace it was meant for is still open.
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    /// Keeps a program that was read, as one undo step, and says what it lacks.
    fn take_program(&mut self, shared: SharedProgram) {
        let SharedProgram {
            mut program,
            exercises,
        } = shared;
        if program.weeks.iter().all(|week| week.sessions.is_empty()) {
            return self.say(format!("“{}” has no session in any week.", program.name));
        }
        // A shipped program is not replaced: an import with its id gets a new id.
        if self.open.shipped().program(&program.id).is_some() {
            program.id = program_id();
        }
        let is_new = |exercise: &Exercise| self.open.library().exercise(&exercise.id).is_none();
        let brought: Vec<Exercise> = exercises.into_iter().filter(is_new).collect();
        let missing = missing(&program, self.open.library(), &brought);
        let replaces = self.open.library().program(&program.id).is_some();
        let verb = if replaces { "Replaced" } else { "Added" };
        let mut message = format!("{verb} the program “{}”", program.name);
        if !missing.is_empty() {
            let names = missing.join(", ");
            message = format!("{message}. Not in this library, and kept by name only: {names}");
        }
        let id = program.id.clone();
        let mut edits: Vec<WorkspaceEdit> = brought
            .into_iter()
            .map(|exercise| WorkspaceEdit::PutExercise(Box::new(exercise)))
            .collect();
        let label = format!("Import program “{}”", program.name);
        edits.push(WorkspaceEdit::PutProgram(Box::new(program)));
        if self.apply(Transaction { label, edits }) {
            self.show_program(id);
            self.say_with(message, true);
        }
    }

    fn export_program(&mut self, shared: SharedProgram, path: PathBuf) {
        let job = Job::new(
            "Saving the program",
            move |_| {
                let path = with_extension(&path);
                store::write_program(&path, &shared).map_err(|error| error.to_string())?;
                Ok(format!("Saved {}", path.display()))
            },
            Self::say_outcome,
        );
        self.jobs.start_beside(job);
    }
}

/// The path, ending in `.ron` where nothing else was said.
fn with_extension(path: &Path) -> PathBuf {
    match path.extension() {
        Some(_) => path.to_owned(),
        None => path.with_extension("ron"),
    }
}

/// The names of exercises that neither the library nor the file has, each once.
fn missing(
    program: &crate::domain::Program,
    library: &crate::library::Library,
    brought: &[Exercise],
) -> Vec<String> {
    let sessions = program.weeks.iter().flat_map(|week| &week.sessions);
    let mut names: Vec<String> = Vec::new();
    for dose in sessions.flat_map(|session| session.plan.workout.exercises()) {
        let known = library.exercise(&dose.exercise).is_some()
            || brought.iter().any(|exercise| exercise.id == dose.exercise);
        let name = if dose.name.is_empty() {
            dose.exercise.to_string()
        } else {
            dose.name.clone()
        };
        if !known && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
