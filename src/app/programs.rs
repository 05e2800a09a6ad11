//! Programs in files of their own: asked for, read, written, and what there is to say about it.

use std::path::{Path, PathBuf};

use crate::domain::{Exercise, ProgramId, SharedProgram};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::store;
use crate::ui::dialogs::{Dialog, PathForm, PathUse};
use crate::ui::library::{Tab, program_id};

use super::App;
use super::background::{Event, Picked};
use super::folders::{NO_DIALOG, answer};

impl App {
    /// Shows a program in the library.
    pub(super) fn show_program(&mut self, id: ProgramId) {
        self.state.panels.library = true;
        self.state.library.tab = Tab::Programs;
        self.state.library.programs.shown = Some(id);
        self.state.library.programs.week = Some(0);
    }

    /// Asks for the file of a program.
    pub(super) fn ask_program_file(&mut self) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Open a program")
            .add_filter("Program", &["ron"])
            .pick_file();
        self.post.spawn("file dialog", move |post| {
            post.send(Event::ProgramFile(answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_program_file(&mut self, picked: Picked) {
        match picked {
            Picked::Path(path) => self.import_program(path),
            Picked::Nothing => {}
            Picked::NoDialog => self.type_program_path(PathUse::ImportProgram, String::new()),
        }
    }

    /// Asks where a program is to be written.
    pub(super) fn ask_program_target(&mut self, id: ProgramId) {
        let Some(program) = self.library.program(&id) else {
            return;
        };
        let name = format!("{}.ron", crate::domain::file_name(&program.name));
        self.state.library.programs.sharing = Some(id);
        let dialog = rfd::AsyncFileDialog::new()
            .set_title("Save a program")
            .add_filter("Program", &["ron"])
            .set_file_name(name)
            .save_file();
        self.post.spawn("file dialog", move |post| {
            post.send(Event::ProgramTarget(answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_program_target(&mut self, picked: Picked) {
        match picked {
            Picked::Path(path) => self.export_program(path),
            Picked::Nothing => {}
            Picked::NoDialog => {
                let sharing = self.state.library.programs.sharing.as_ref();
                let program = sharing.and_then(|id| self.library.program(id));
                let name = program
                    .map(|program| format!("{}.ron", crate::domain::file_name(&program.name)));
                let folder = directories::UserDirs::new()
                    .and_then(|dirs| dirs.document_dir().map(PathBuf::from))
                    .or_else(|| self.store.as_ref().map(|store| store.dir().to_owned()));
                let path = folder.zip(name).map(|(folder, name)| folder.join(name));
                let path = path.map(|path| path.display().to_string());
                self.type_program_path(PathUse::ExportProgram, path.unwrap_or_default());
            }
        }
    }

    fn type_program_path(&mut self, purpose: PathUse, path: String) {
        self.state.dialog = Some(Dialog::Path(PathForm::new(purpose, path, NO_DIALOG)));
    }

    /// Reads the file of a program in the background.
    pub(super) fn import_program(&mut self, path: PathBuf) {
        self.post.spawn("read program", move |post| {
            let read = store::read_program(&path).map_err(|error| error.to_string());
            post.send(Event::ProgramRead(Box::new(read)));
        });
    }

    /// Keeps a program that was read, as one undo step, and says what it lacks.
    pub(super) fn take_program(&mut self, read: Result<SharedProgram, String>) {
        let SharedProgram {
            mut program,
            exercises,
        } = match read {
            Ok(shared) => shared,
            Err(message) => return self.say(message),
        };
        if program.weeks.iter().all(|week| week.sessions.is_empty()) {
            return self.say(format!("“{}” has no session in any week.", program.name));
        }
        // A program that ships stays as it is; what comes under its identity is a copy.
        if self.shipped.program(&program.id).is_some() {
            program.id = program_id();
        }
        let is_new = |exercise: &Exercise| self.library.exercise(&exercise.id).is_none();
        let brought: Vec<Exercise> = exercises.into_iter().filter(is_new).collect();
        let missing = missing(&program, &self.library, &brought);
        let replaces = self.library.program(&program.id).is_some();
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
        let label = format!("Bring in program “{}”", program.name);
        edits.push(WorkspaceEdit::PutProgram(Box::new(program)));
        if self.apply(Transaction { label, edits }) {
            self.show_program(id);
            self.say_with(message, true);
        }
    }

    /// Writes the program that was chosen, with the own exercises that it asks for.
    pub(super) fn export_program(&mut self, path: PathBuf) {
        let sharing = self.state.library.programs.sharing.take();
        let program = sharing.and_then(|id| self.library.program(&id).cloned());
        let Some(program) = program else { return };
        let asked = |exercise: &&Exercise| {
            let sessions = program.weeks.iter().flat_map(|week| &week.sessions);
            let mut doses = sessions.flat_map(|session| session.plan.workout.exercises());
            doses.any(|dose| dose.exercise == exercise.id)
        };
        let own = self.workspace.own.exercises.iter();
        let shared = SharedProgram {
            exercises: own.filter(asked).cloned().collect(),
            program: program.clone(),
        };
        self.post.spawn("write program", move |post| {
            let path = with_extension(&path);
            let written = store::write_program(&path, &shared);
            let written = written.map_err(|error| error.to_string());
            post.send(Event::ProgramWritten(written.map(|()| path)));
        });
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
