//! Opening and beginning workspaces, reading their athletes, and closing them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::domain::{Athlete, AthleteId, Workspace, WorkspaceSettings};
use crate::store::{self, AthleteEntry, Watch, cores};
use crate::ui::action::FolderUse;
use crate::ui::dialogs::PathUse;
use crate::ui::notice_action::NoticeAction;
use crate::ui::notices::NoticeKind;

use super::damage;
use super::file_dialogs::FileRequest;
use super::file_requests::{folder_problem, is_there};
use super::jobs::{Job, Kind, Progress};
use super::open_workspace::OpenWorkspace;
use super::shell::App;
use super::startup::{self, Missing, OpenedWorkspace, Warning};
use super::workspace_tasks::WorkspaceTasks;

impl App {
    /// Takes a workspace on the screen in place of the one that is open. `remember` makes it the one that the
    /// program begins with.
    pub(super) fn take_opened(&mut self, mut opened: OpenedWorkspace, remember: bool) {
        self.release();
        if remember {
            let folder = opened.store.dir();
            self.preferences.now.remember_workspace(folder);
            self.save_preferences();
        }
        for warning in &opened.warnings {
            self.warn(warning);
        }
        for conflict in &opened.opened.conflicts {
            let text = format!(
                "The file {} holds another version of a file of this workspace, and the two could not be merged. Choose one; the other goes into the backups.",
                damage::named(conflict)
            );
            let remedy = Some(NoticeAction::Compare(conflict.clone()));
            self.notices.add_with(NoticeKind::Opening, text, remedy);
        }
        let id = self.open.id() + 1;
        let post = self.jobs.post();
        let on_saved = move |event| post.send(move |app: &mut Self| app.take_saved(id, event));
        let shipped = self.open.shipped().clone();
        let post = self.jobs.post();
        let on_change = move |files| post.send(move |app: &mut Self| app.read_changed(id, files));
        let seen = std::mem::take(&mut opened.seen);
        let watch = Watch::start(opened.store.dir(), seen, on_change);
        self.replace_open(OpenWorkspace::new(id, shipped, opened, on_saved, watch));
        self.open.sign_as(&self.preferences.now.name);
        self.missing = None;
        self.show_somebody();
        let today = self.today();
        self.show_week(today);
        self.screen.ui.shared.day = today;
    }

    /// Puts a workspace in place of the one that was closed, with all that background work kept for that one.
    fn replace_open(&mut self, open: OpenWorkspace) {
        self.open = open;
        self.tasks = WorkspaceTasks::default();
    }

    /// Reads the athletes who are not on the screen yet, and the rest of the one who is.
    pub(super) fn read_others(&mut self) {
        let Some((store, files)) = self.open.take_waiting() else {
            return;
        };
        let id = self.open.id();
        let begun = Arc::new(AtomicUsize::new(0));
        let (all, counted) = (files.clone(), begun.clone());
        let job = Job::new(
            "Reading an athlete",
            move |progress: &Progress<Self>| {
                let read = || {
                    while !progress.is_cancelled()
                        && let Some(file) = files.get(begun.fetch_add(1, Ordering::Relaxed))
                    {
                        let whose = file.id;
                        let read = store.read_athlete(&file.file);
                        let read = read.map_err(|error| {
                            let known = std::slice::from_ref(file);
                            (file.clone(), Warning::of(&error, known, &store))
                        });
                        progress.tell(move |app| app.take_athlete(whose, read));
                    }
                };
                // Each file is read on its own, so that every core can read one. This thread reads too.
                let more = cores::all().min(files.len()).saturating_sub(1);
                thread::scope(|scope| {
                    for _ in 0..more {
                        // If the system gives no thread, this one reads its share.
                        let builder = thread::Builder::new().name("reader".to_owned());
                        builder.spawn_scoped(scope, read).ok();
                    }
                    read();
                });
            },
            move |app: &mut Self, read| {
                if read.is_ok() {
                    return;
                }
                // Go on with the files after the one that failed.
                let met = counted.load(Ordering::Relaxed);
                let whose = met.checked_sub(1).and_then(|last| all.get(last)?.id);
                app.open.take_athlete(whose, None);
                let rest = all.get(met..);
                app.open.read_later(rest.unwrap_or_default().to_vec());
            },
        );
        let job = job.only_if(move |app| app.open.id() == id);
        self.jobs.start(Kind::Athletes, job);
    }

    /// Takes in an athlete that was read in the background, or why they could not be. `whose` is who the file is about, as
    /// far as its head tells.
    fn take_athlete(
        &mut self,
        whose: Option<AthleteId>,
        read: Result<Arc<Athlete>, (AthleteEntry, Warning)>,
    ) {
        for note in self.open.take_notes() {
            self.notices.add(NoticeKind::Opening, note);
        }
        if let Some(store) = self.open.store() {
            for problem in self.open.take_problems() {
                self.warn(&Warning::of(&problem, &[], &store));
            }
        }
        match read {
            Ok(athlete) => self.open.take_athlete(whose, Some(athlete)),
            Err((file, warning)) => {
                self.open.take_athlete(whose, None);
                self.open.is_unreadable(file);
                self.warn(&warning);
            }
        }
        self.show_somebody();
    }

    /// Says what was wrong when the workspace was opened, with the way back where a file is damaged.
    fn warn(&mut self, warning: &Warning) {
        let remedy = warning.damaged.clone().map(NoticeAction::Restore);
        let end = if warning.text.ends_with('.') { "" } else { "." };
        let text = format!("{}{end}", warning.text);
        let detail = &warning.detail;
        self.notices
            .add_exactly(NoticeKind::Opening, text, detail, remedy);
    }

    /// Opens a folder, or says why not and stays where it is.
    pub(super) fn open_folder(&mut self, folder: &Path) {
        if let Err(why) = self.try_folder(folder) {
            self.say(why);
        }
    }

    /// Opens a folder; or says why not and stays where it is, where that is possible.
    fn try_folder(&mut self, folder: &Path) -> Result<(), String> {
        let open = self.open.folder();
        let is_open = open.is_some_and(|open| is_same_folder(open, folder));
        if is_open {
            // Let go of the folder first, or our own lock would be in the way.
            self.release();
        }
        match startup::open(folder, self.today()) {
            Ok(opened) => self.take_opened(opened, true),
            // The folder could not be opened again, so nothing is open now.
            Err(why) if is_open || self.missing.is_some() => {
                let (id, shipped) = (self.open.id() + 1, self.open.shipped().clone());
                self.replace_open(OpenWorkspace::none(id, shipped));
                let folder = folder.to_owned();
                self.missing = Some(Missing { folder, why });
            }
            Err(why) => return Err(why),
        }
        Ok(())
    }

    /// Opens the demo. The next start does not: it is no workspace of one's own.
    pub(super) fn open_demo(&mut self) {
        match startup::open_demo(self.demo.as_deref(), self.today()) {
            Ok(opened) => self.take_opened(opened, false),
            Err(message) => self.say(message),
        }
    }

    /// Begins a workspace in a folder and opens it, or says why it cannot be there.
    fn create_folder(&mut self, folder: &Path) -> Result<(), String> {
        let settings = &self.open.workspace().settings;
        // The demo's coach is made up; do not take the name over.
        let coach = if settings.demo {
            WorkspaceSettings::default().coach
        } else {
            settings.coach.clone()
        };
        let workspace = Workspace {
            settings: WorkspaceSettings {
                coach,
                ..WorkspaceSettings::default()
            },
            ..Workspace::default()
        };
        store::create(folder, &workspace).map_err(|error| folder_problem(&error))?;
        self.try_folder(folder)
    }

    /// Asks for a folder and opens or begins a workspace in it.
    pub(super) fn ask_folder(&mut self, purpose: FolderUse) {
        match purpose {
            FolderUse::Open => {
                let request = FileRequest::folder("Open workspace");
                self.ask_path(request, PathUse::Open, |app, path| {
                    is_there(&path)?;
                    app.try_folder(&path)
                });
            }
            FolderUse::Create => {
                let proposed = self.proposed_workspace();
                let then = |app: &mut Self, path: PathBuf| app.create_folder(&path);
                self.typed_paths
                    .ask(PathUse::Create, proposed, Box::new(then));
            }
        }
    }

    /// Lets go of the open workspace: everything is on the disk, or said not to be, and its lock is free for another
    /// window.
    pub(super) fn release(&mut self) {
        for kind in Kind::OF_WORKSPACE {
            self.jobs.cancel(kind);
        }
        self.typed_paths.forget_workspace();
        self.publish_the_last();
        // Wait for this one: its thread holds the store.
        self.jobs.end(Kind::Athletes);
        let unsaved = self.open.close();
        if !unsaved.is_empty() {
            self.lost = Some(self.rescue(&unsaved));
        }
        self.notices.clear(NoticeKind::Opening);
        self.screen.leave_workspace();
    }
}

/// True when two paths lead to one folder.
fn is_same_folder(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
