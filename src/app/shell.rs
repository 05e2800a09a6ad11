//! The running program: the parts it has, and what it does in a frame.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::DateStyle;
use crate::library::Library;
use crate::ui::action::Actions;
use crate::ui::focus;
use crate::ui::notices::{NoticeKind, Notices};
use crate::ui::root;
use crate::ui::snack::Snack;
use crate::ui::theme;
use crate::ui::view::View;
use crate::ui::welcome::{Welcome, welcome_ui};
use crate::ui::widgets::unfinished;

use super::closing_state::Closing;
use super::file_dialogs::FileDialogs;
use super::jobs::{Jobs, Kind};
use super::lettering_state::Lettering;
use super::open_workspace::OpenWorkspace;
use super::preferences::KeptPreferences;
use super::print_choices::PrintChoices;
use super::run_mode::{Capture, RunMode};
use super::screen::Screen;
use super::startup::{self, Clock, Loaded, Missing};
use super::typed_paths::TypedPaths;
use super::workspace_tasks::WorkspaceTasks;
use super::zoom::Zoom;

/// How long a message in passing stays, in seconds.
const PASSING: f64 = 6.0;

/// The running program.
pub struct App {
    /// Where the program learns the day.
    clock: Clock,
    /// Where the demo is put; `None` for the system's place.
    pub(super) demo: Option<PathBuf>,
    /// The workspace that should be open and could not be opened.
    pub(super) missing: Option<Missing>,
    /// What is open. Another folder replaces it whole.
    pub(super) open: OpenWorkspace,
    /// What background work keeps for it.
    pub(super) tasks: WorkspaceTasks,
    /// What is on the screen.
    pub(super) screen: Screen,
    /// What needs attention.
    pub(super) notices: Notices,
    /// Work off this thread.
    pub(super) jobs: Jobs<App>,
    /// What Print / Export remembers.
    pub(super) printing: PrintChoices,
    /// What is preferred on this computer.
    pub(super) preferences: KeptPreferences,
    /// The system's dialogs.
    pub(super) files: FileDialogs,
    /// Paths to be typed where it has none.
    pub(super) typed_paths: TypedPaths<App>,
    /// Files the program was started with, until they are brought in.
    pub(super) started_with: Vec<PathBuf>,
    /// How large everything is drawn.
    pub(super) zoom: Zoom,
    /// The window.
    pub(super) window: egui::Context,
    /// Frames drawn so far.
    frames: u64,
    /// How closing goes on.
    pub(super) closing: Closing,
    /// What could not be saved, in sentences, once a workspace was closed so.
    pub(super) lost: Option<String>,
    /// The run that ends by itself, where this is one.
    pub(super) capture: Capture,
    /// Fonts for what ours lack.
    pub(super) lettering: Lettering,
}

impl App {
    /// The program as it was loaded, in the window of `ctx`.
    pub fn new(ctx: &egui::Context, loaded: Loaded, purpose: RunMode) -> Self {
        theme::install(ctx);
        // Zooming is done by commands, which know the largest zoom for the window.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let window = ctx.clone();
        let today = loaded.clock.today();
        let mut app = Self {
            clock: loaded.clock,
            demo: loaded.demo,
            missing: loaded.missing,
            open: OpenWorkspace::none(0, Arc::new(loaded.library)),
            tasks: WorkspaceTasks::default(),
            screen: Screen::new(today),
            notices: Notices::default(),
            jobs: Jobs::new(move || window.request_repaint()),
            printing: PrintChoices::default(),
            preferences: KeptPreferences::new(loaded.preferences, loaded.preferences_folder),
            files: loaded.files,
            typed_paths: TypedPaths::default(),
            started_with: loaded.bring_in,
            zoom: Zoom::default(),
            window: ctx.clone(),
            frames: 0,
            closing: Closing::new(loaded.rescue),
            lost: None,
            capture: Capture::new(purpose),
            lettering: Lettering::default(),
        };
        app.take_preferences(ctx);
        app.begin_hints(today);
        if let Some(opened) = loaded.opened {
            app.take_opened(opened, loaded.remember);
        }
        for warning in loaded.warnings {
            app.notices.add(NoticeKind::Program, warning);
        }
        app.tell_rescued();
        app
    }

    /// True while something that belongs on the screen is still on its way: athletes who are read, a program that is laid
    /// out.
    pub fn is_busy(&self) -> bool {
        let awaited = [Kind::Layout, Kind::Plan, Kind::PlanFile, Kind::Search];
        self.open.unread() > 0 || awaited.iter().any(|kind| self.jobs.is_running(*kind))
    }

    /// The current day.
    pub(super) fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The current day, and how dates are written for people.
    pub(super) fn when(&self) -> (NaiveDate, DateStyle) {
        (self.today(), self.preferences.now.dates)
    }

    /// Draws a frame and does what it asked for.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.tell_first_frame(&ctx);
        self.begin_closing(&ctx);
        self.zoom.fit(&ctx);
        self.take_deliveries();
        self.take_dropped(&ctx);
        self.frames += 1;
        // Start no background work before the first frame is drawn.
        let has_work = self.open.has_waiting() || self.jobs.is_held_back();
        if has_work && self.frames == 1 {
            ctx.request_repaint();
        } else if has_work {
            self.jobs.release();
            if self.open.has_waiting() {
                self.read_others();
            }
        }
        let today = self.today();
        self.screen.let_unseen_go(&self.open);
        self.work_out(today);
        self.keep_roster_fresh(today);
        self.keep_published();
        self.follow_dialogs();
        for action in self.show(ui, today).list {
            self.act(&ctx, action, today);
        }
        self.follow_preview(today);
        self.follow_typed_paths();
        self.lay_out_wanted(today);
        self.follow_closing(&ctx);
        self.capture_ui(&ctx);
        self.find_lettering();
    }

    /// Draws what is to be seen, and gives what was asked for.
    pub(super) fn show(&mut self, ui: &mut Ui, today: NaiveDate) -> Actions {
        let ctx = ui.ctx().clone();
        let mut actions = Actions::default();
        focus::begin_frame(&ctx);
        unfinished::begin_frame(&ctx);
        self.draw(ui, today, &mut actions);
        let is_covered = self.screen.ui.dialog.is_some() || self.screen.ui.palette.is_some();
        focus::end_frame(&ctx, theme::palette(&ctx), is_covered);
        actions
    }

    fn draw(&mut self, ui: &mut Ui, today: NaiveDate, actions: &mut Actions) {
        let palette = theme::palette(ui.ctx());
        let library: &Library = self.open.library();
        let folder = self
            .open
            .folder()
            .map(|folder| folder.display().to_string());
        let folder = folder.unwrap_or_default();
        let athlete = self.screen.athlete().and_then(|id| self.open.athlete(id));
        let unreadable = self.open.unreadable();
        let (undo, redo) = self.open.labels();
        let (state, derived) = self.screen.parts();
        let (Some(athlete), Some(derived)) = (athlete, derived) else {
            let missing = self.missing.as_ref();
            let demo = startup::demo_folder(self.demo.as_deref());
            let welcome = Welcome {
                library,
                folder: &folder,
                why_read_only: self.open.why_read_only(),
                missing: missing.map(|missing| (missing.folder.as_path(), missing.why.as_str())),
                recent: &self.preferences.now.recent,
                demo: &demo,
                unreadable: &unreadable,
                notices: &self.notices,
                history: [undo.is_some(), redo.is_some()],
            };
            welcome_ui(ui, palette, &welcome, state, actions);
            return;
        };
        let save = self.open.status();
        let view = View {
            workspace: self.open.workspace(),
            library,
            athlete,
            derived,
            today,
            undo,
            redo,
            save: &save,
            folder: &folder,
            notices: &self.notices,
            palette,
            seen: &self.preferences.now.seen,
        };
        root::root_ui(ui, &view, state, actions);
    }

    /// Says something in passing.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.say_with(text, false);
    }

    /// Says something in passing, with or without a way to take it back.
    pub(super) fn say_with(&mut self, text: impl Into<String>, undo: bool) {
        let now = self.window.input(|input| input.time);
        self.screen.ui.snack = Some(Snack {
            text: text.into(),
            undo,
            until: now + PASSING,
        });
        self.window.request_repaint();
    }

    /// Brings everything to the disk before the program ends. Says what could not be saved, where that is so, and where
    /// its copy is.
    pub fn close(&mut self) -> Option<String> {
        self.keep_layout();
        self.lost = None;
        self.release();
        self.write_preferences();
        self.lost.take()
    }
}
