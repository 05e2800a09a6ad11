//! The program: it owns the documents, does what the panels ask for, and works in the background.

mod background;
mod better_week;
mod breaches;
mod capture;
mod charts;
mod commands;
mod documents;
mod folders;
mod laying_out;
mod look;
mod making;
mod pasting;
mod printing;
mod programs;
mod roster;
mod season;
pub mod startup;
pub mod window;

use std::sync::mpsc::Receiver;

use chrono::{NaiveDate, Utc};
use egui::Ui;

use crate::domain::{Athlete, AthleteId, Week, Workspace};
use crate::edit::History;
use crate::library::Library;
use crate::rules::Context;
use crate::store::{Preferences, Saver, Store};
use crate::ui::action::Actions;
use crate::ui::root;
use crate::ui::snack::Snack;
use crate::ui::state::UiState;
use crate::ui::theme;
use crate::ui::view::{Derived, STRIP_BEFORE, STRIP_WEEKS, SaveStatus, View};
use crate::ui::welcome::welcome_ui;

use background::{Event, Post};
use documents::Unsaved;
use startup::Loaded;

/// How the window is to behave besides showing the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Purpose {
    /// Be used.
    #[default]
    Use,
    /// Save a picture once all is drawn, and end.
    Screenshot(std::path::PathBuf),
    /// Print the milliseconds from the start to the first drawn frame, and end.
    FirstFrame(std::time::Instant),
}

/// The running program.
pub struct App {
    clock: startup::Clock,
    shipped: Library,
    library: Library,
    workspace: Workspace,
    history: History,
    state: UiState,
    athlete: Option<AthleteId>,
    derived: Option<Known>,
    /// How often the figures of the charts were worked out.
    charted: u64,
    roster: roster::Roster,
    breaches: breaches::Watch,
    /// A thread lays a program out.
    laying_out: bool,
    better: better_week::Search,
    /// Counts changes of the documents, so that what is worked out from them knows when it is old.
    revision: u64,
    store: Option<Store>,
    saver: Option<Saver>,
    reading: Option<folders::Reading>,
    /// Files of athletes that are still to be read.
    waiting: Vec<crate::store::AthleteFile>,
    /// How many athletes of the workspace have neither come nor failed yet.
    unread: usize,
    /// Frames drawn so far.
    frames: u64,
    unsaved: Unsaved,
    status: SaveStatus,
    folder: String,
    preferences: Preferences,
    preferences_folder: Option<std::path::PathBuf>,
    post: Post,
    events: Receiver<Event>,
    purpose: Purpose,
    capture: capture::Capture,
    /// The chart that a dialog is open for.
    chart_file: Option<crate::ui::charts::ChartFile>,
    printing: making::Printing,
    previews: look::Previews,
}

/// What was worked out, and from what.
struct Known {
    revision: u64,
    athlete: AthleteId,
    week: NaiveDate,
    today: NaiveDate,
    derived: Derived,
}

impl App {
    /// The program as it was loaded, in the window of `ctx`.
    pub fn new(ctx: &egui::Context, loaded: Loaded, purpose: Purpose) -> Self {
        theme::install(ctx);
        let (post, events) = background::channel(ctx.clone());
        let today = loaded.clock.today();
        let mut app = Self {
            clock: loaded.clock,
            shipped: loaded.library.clone(),
            library: loaded.library,
            workspace: Workspace::default(),
            history: History::default(),
            state: UiState::new(Week::of(today, chrono::Weekday::Mon).first(), today),
            athlete: None,
            derived: None,
            charted: 0,
            roster: roster::Roster::default(),
            breaches: breaches::Watch::default(),
            laying_out: false,
            better: better_week::Search::default(),
            revision: 0,
            store: None,
            saver: None,
            reading: None,
            waiting: Vec::new(),
            unread: 0,
            frames: 0,
            unsaved: Unsaved::default(),
            status: SaveStatus::Saved,
            folder: String::new(),
            preferences: loaded.preferences,
            preferences_folder: loaded.preferences_folder,
            post,
            events,
            purpose,
            capture: capture::Capture::default(),
            chart_file: None,
            printing: making::Printing::default(),
            previews: look::Previews::default(),
        };
        app.take_preferences(ctx);
        app.take_opened(loaded.opened);
        for warning in loaded.warnings {
            app.say(warning);
        }
        app
    }

    /// True while something that belongs on the screen is still on its way: athletes who are read, a program that is laid
    /// out.
    pub fn is_busy(&self) -> bool {
        self.unread > 0 || self.laying_out
    }

    /// Draws a frame and does what it asked for.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_events();
        self.frames += 1;
        if !self.waiting.is_empty() {
            if self.frames > 1 {
                self.read_others();
            } else {
                ctx.request_repaint();
            }
        }
        let today = self.clock.today();
        self.work_out(today);
        self.keep_breaches_fresh(today);
        self.keep_roster_fresh(today);
        let mut actions = Actions::default();
        self.draw(ui, today, &mut actions);
        for action in actions.list {
            self.act(&ctx, action, today);
        }
        self.follow_preview();
        self.lay_out_wanted(today);
        self.capture_ui(&ctx);
    }

    fn draw(&mut self, ui: &mut Ui, today: NaiveDate, actions: &mut Actions) {
        let palette = theme::palette(ui.ctx());
        let shown = self.athlete.and_then(|id| self.workspace.athlete(id));
        let (Some(athlete), Some(known)) = (shown, &self.derived) else {
            self.empty_ui(ui, actions);
            return;
        };
        let view = View {
            workspace: &self.workspace,
            library: &self.library,
            athlete,
            derived: &known.derived,
            today,
            now: Utc::now(),
            undo: self.history.undo_label(),
            redo: self.history.redo_label(),
            save: &self.status,
            folder: &self.folder,
            palette,
        };
        root::root_ui(ui, &view, &mut self.state, actions);
    }

    /// What stands in the window while there is no athlete.
    fn empty_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let palette = theme::palette(ui.ctx());
        let (library, folder) = (&self.library, &self.folder);
        welcome_ui(ui, palette, library, &mut self.state, folder, actions);
    }

    /// Works out what the screen shows of the athlete and the week, if anything behind it changed.
    fn work_out(&mut self, today: NaiveDate) {
        let Some(athlete) = self
            .athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
        else {
            self.derived = None;
            return;
        };
        let week = self.state.week;
        let fresh = self.derived.as_ref().is_some_and(|known| {
            known.revision == self.revision
                && known.athlete == athlete.id
                && known.week == week
                && known.today == today
        });
        if fresh {
            return;
        }
        let (derived, athlete_id) = (self.derive(&athlete, today), athlete.id);
        let revision = self.revision;
        self.derived = Some(Known {
            revision,
            athlete: athlete_id,
            week,
            today,
            derived,
        });
        self.show_breaches();
    }

    fn derive(&mut self, athlete: &Athlete, today: NaiveDate) -> Derived {
        let week = self.state.week;
        let old = self.derived.take();
        // The charts do not depend on the shown week.
        let same = old
            .as_ref()
            .is_some_and(|known| known.revision == self.revision && known.athlete == athlete.id);
        let strip_first = old
            .as_ref()
            .filter(|known| known.athlete == athlete.id)
            .map(|known| known.derived.strip_first)
            .filter(|first| {
                let weeks = (week - *first).num_days().div_euclid(7);
                (0..STRIP_WEEKS as i64).contains(&weeks)
            })
            .unwrap_or_else(|| week - chrono::Days::new(STRIP_BEFORE * 7));
        let mut charted = old.map(|known| known.derived.charted).unwrap_or_default();
        if !same {
            self.charted += 1;
            charted.update(athlete, &self.library, self.charted);
        }
        let profile = self.workspace.settings.checked(&athlete.profile);
        let context = Context {
            profile: &profile,
            library: &self.library,
            today,
        };
        Derived::new(athlete, &context, week, strip_first, charted)
    }

    /// Says something in passing, for six seconds.
    fn say(&mut self, text: impl Into<String>) {
        self.say_with(text, false);
    }

    fn say_with(&mut self, text: impl Into<String>, undo: bool) {
        let until = self.post.time() + 6.0;
        self.state.snack = Some(Snack {
            text: text.into(),
            undo,
            until,
        });
        self.post.repaint();
    }
}

impl App {
    /// Makes the next frame work everything out anew, as after an edit.
    pub fn forget_derived(&mut self) {
        self.revision += 1;
    }

    /// Brings everything to the disk before the program ends.
    pub fn close(&mut self) {
        let ctx = self.post.context().clone();
        self.keep_layout(&ctx);
        self.release();
    }
}
