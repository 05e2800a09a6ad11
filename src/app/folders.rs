//! Opening and beginning workspaces, and the preferences that outlive them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use crate::domain::{Week, Workspace, WorkspaceSettings};
use crate::edit::History;
use crate::store::preferences::Theme;
use crate::store::{self, OpenMode, Saver};
use crate::ui::action::FolderUse;
use crate::ui::dialogs::{Dialog, PathForm, PathUse};
use crate::ui::shared::ChartsPlace;
use crate::ui::view::SaveStatus;

use super::App;
use super::background::{Event, Picked};
use super::startup::{self, OpenedWorkspace};

/// An answer that comes faster than anybody can click means that no dialog was shown.
const FASTEST_CLICK: std::time::Duration = std::time::Duration::from_millis(400);

impl App {
    /// Takes a workspace on screen, and reads its other athletes in the background.
    pub(super) fn take_opened(&mut self, opened: Option<OpenedWorkspace>) {
        let Some(opened) = opened else { return };
        self.release();
        self.folder = opened.store.dir().display().to_string();
        self.preferences.remember_workspace(opened.store.dir());
        self.workspace = Workspace {
            settings: opened.opened.settings,
            own: opened.opened.own,
            athletes: opened.first.iter().cloned().collect(),
        };
        self.library = self.shipped.with_own(&self.workspace.own);
        self.history = History::default();
        self.athlete = opened.first.as_ref().map(|athlete| athlete.id);
        self.derived = None;
        self.revision += 1;
        self.state.selected = None;
        if let Some(athlete) = &opened.first {
            let week = Week::of(self.clock.today(), athlete.profile.week_start).first();
            self.state.show_week(week);
        }
        self.status = match opened.opened.mode {
            OpenMode::ReadOnly(why) => SaveStatus::ReadOnly(why),
            OpenMode::ReadWrite => {
                let post = self.post.clone();
                let saver = Saver::start(opened.store.clone(), move |event| {
                    post.send(Event::Save(event));
                });
                self.saver = Some(saver);
                SaveStatus::Saved
            }
        };
        self.take_charts();
        self.unread = opened.others.len();
        self.waiting = opened.others;
        self.store = Some(opened.store);
        if let Some(warning) = opened.warnings.first() {
            self.say(warning.clone());
        }
        self.save_preferences();
    }

    /// Reads the athletes who are not on screen yet. Called once a frame stands on the screen, so that the first
    /// one shares the processor with nobody.
    pub(super) fn read_others(&mut self) {
        let others = std::mem::take(&mut self.waiting);
        let Some(store) = self.store.clone().filter(|_| !others.is_empty()) else {
            return;
        };
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = stop.clone();
        let thread = self.post.spawn("athletes", move |post| {
            for file in others {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let read = store
                    .read_athlete(&file.file)
                    .map_err(|error| error.to_string());
                post.send(Event::Athlete {
                    folder: store.dir().to_owned(),
                    read,
                });
            }
        });
        if thread.is_none() {
            self.unread = 0;
        }
        self.reading = thread.map(|thread| Reading { stop, thread });
    }

    /// Opens a folder, or says why not and stays where it is.
    pub(super) fn open_folder(&mut self, folder: &Path) {
        match startup::open(folder) {
            Ok(opened) => self.take_opened(Some(opened)),
            Err(message) => self.say(message),
        }
    }

    /// Begins a workspace in a folder and opens it.
    pub(super) fn create_folder(&mut self, folder: &Path) {
        let workspace = Workspace {
            settings: WorkspaceSettings {
                coach: self.workspace.settings.coach.clone(),
                ..WorkspaceSettings::default()
            },
            ..Workspace::default()
        };
        match store::create(folder, &workspace) {
            Ok(()) => {
                self.open_folder(folder);
                self.athlete = None;
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    /// Shows the system's dialog for a folder, off this thread.
    pub(super) fn ask_folder(&self, purpose: FolderUse) {
        let title = match purpose {
            FolderUse::Open => "Open workspace",
            FolderUse::Create => "Begin a workspace in an empty folder",
        };
        let dialog = rfd::AsyncFileDialog::new().set_title(title).pick_folder();
        self.post.spawn("folder dialog", move |post| {
            post.send(Event::Folder(purpose, answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_folder(&mut self, purpose: FolderUse, picked: Picked) {
        match (picked, purpose) {
            (Picked::Path(path), FolderUse::Open) => self.open_folder(&path),
            (Picked::Path(path), FolderUse::Create) => self.create_folder(&path),
            (Picked::Nothing, _) => {}
            (Picked::NoDialog, _) => {
                let purpose = match purpose {
                    FolderUse::Open => PathUse::Open,
                    FolderUse::Create => PathUse::Create,
                };
                self.state.dialog = Some(Dialog::Path(PathForm::new(purpose, "", NO_DIALOG)));
            }
        }
    }

    /// Sets the screen up as it was left.
    pub(super) fn take_preferences(&mut self, ctx: &egui::Context) {
        ctx.set_theme(match self.preferences.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
        let zoom = self.preferences.size("zoom", 1.0);
        ctx.set_zoom_factor(zoom.clamp(0.5, 3.0));
        self.state.panels.library = !self.preferences.flag("library.folded");
        self.state.panels.inspector = !self.preferences.flag("inspector.folded");
        if self.preferences.flag("charts.folded") {
            self.state.panels.charts = ChartsPlace::Folded;
        }
    }

    /// Remembers how the screen is set up.
    pub(super) fn keep_layout(&mut self, ctx: &egui::Context) {
        let panels = self.state.panels;
        let flags = &mut self.preferences.flags;
        flags.insert("library.folded".to_owned(), !panels.library);
        flags.insert("inspector.folded".to_owned(), !panels.inspector);
        flags.insert(
            "charts.folded".to_owned(),
            panels.charts == ChartsPlace::Folded,
        );
        self.preferences
            .layout
            .insert("zoom".to_owned(), ctx.zoom_factor());
        self.save_preferences();
    }

    /// Changes between light and dark, and keeps the choice against the system's.
    pub(super) fn toggle_theme(&mut self, ctx: &egui::Context) {
        let dark = ctx.theme() == egui::Theme::Dark;
        ctx.set_theme(if dark {
            egui::Theme::Light
        } else {
            egui::Theme::Dark
        });
        self.preferences.theme = if dark { Theme::Light } else { Theme::Dark };
        self.save_preferences();
    }

    pub(super) fn save_preferences(&mut self) {
        let Some(folder) = &self.preferences_folder else {
            return;
        };
        if let Err(error) = self.preferences.save(folder) {
            self.say(error.to_string());
        }
    }

    /// Lets go of the open workspace: everything is on the disk, and its lock is free for another window.
    pub(super) fn release(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.end();
        }
        self.unread = 0;
        if let Some(saver) = self.saver.take() {
            for event in saver.finish() {
                self.take_saved(event);
            }
        }
        self.store = None;
    }
}

/// The thread that reads the athletes who are not on screen yet. It holds the workspace, and with it the lock.
#[derive(Debug)]
pub(super) struct Reading {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Reading {
    /// Stops after the file it is at, and lets go of the workspace.
    fn end(self) {
        self.stop.store(true, Ordering::Relaxed);
        // A reader that panicked has let go as well.
        let _ = self.thread.join();
    }
}

/// What stands over a path that has to be typed.
pub(super) const NO_DIALOG: &str =
    "This desktop offers no file dialog to programs, so please type the path.";

/// Waits for a dialog and tells a cancelled one from one that was never shown.
pub(super) fn answer(dialog: impl Future<Output = Option<rfd::FileHandle>>) -> Picked {
    let asked = std::time::Instant::now();
    match pollster::block_on(dialog) {
        Some(handle) => Picked::Path(PathBuf::from(handle.path())),
        None if asked.elapsed() < FASTEST_CLICK => Picked::NoDialog,
        None => Picked::Nothing,
    }
}
