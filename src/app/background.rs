//! Work off the interface's thread, and how its results come back.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use crate::domain::{Athlete, AthleteId, SharedProgram};
use crate::season::{Refusal, Season, SeasonRequest};
use crate::store::SaveEvent;
use crate::ui::action::FolderUse;
use crate::ui::dialogs::{BetterWeekForm, PlanRead};

use super::App;
use super::better_week::Told;

/// A result of background work.
#[derive(Debug)]
pub(super) enum Event {
    /// The saver has something to tell.
    Save(SaveEvent),
    /// Another athlete of the workspace was read.
    Athlete {
        /// The folder it belongs to, since another may have been opened meanwhile.
        folder: PathBuf,
        /// The athlete, or what is wrong with the file.
        read: Result<Arc<Athlete>, String>,
    },
    /// The system's dialog for a folder was answered.
    Folder(FolderUse, Picked),
    /// The system's dialog for a chart was answered.
    ChartTarget(Picked),
    /// A chart was written, or not.
    ChartSaved(Result<PathBuf, String>),
    /// The system's dialog for the place of an export was answered.
    ExportPlace(Picked),
    /// What an order will make was laid out, or not.
    Looked(super::look::Looked),
    /// Files are being made, or are there.
    Export(super::making::Made),
    /// The system's dialog for the file of a program was answered.
    ProgramFile(Picked),
    /// The system's dialog for where a program goes was answered.
    ProgramTarget(Picked),
    /// The file of a program was read, or what is wrong with it.
    ProgramRead(Box<Result<SharedProgram, String>>),
    /// A program was written, or not.
    ProgramWritten(Result<PathBuf, String>),
    /// A search for better weeks has something to tell.
    BetterWeek {
        /// Which search.
        job: u64,
        /// Whose weeks.
        athlete: AthleteId,
        /// The dialog before anything was found.
        form: Box<BetterWeekForm>,
        /// What was found.
        told: Told,
    },
    /// A season was built to look at.
    Season {
        /// Whose season.
        athlete: AthleteId,
        /// What was asked for.
        request: Box<SeasonRequest>,
        /// What came of it.
        outcome: Box<Result<Season, Vec<Refusal>>>,
    },
    /// A program was laid out.
    LaidOut(Box<(super::laying_out::Wanted, crate::layout::Layout)>),
    /// The whole calendar of an athlete was checked.
    Breaches(Box<super::breaches::Breaches>),
    /// Athletes of the roster were checked.
    Roster(Vec<super::roster::Checked>),
    /// A file that was dropped was read: its name, and its bytes or what is wrong.
    PlanFile(String, Result<Arc<[u8]>, String>),
    /// A plan was read to look at.
    PlanRead(Box<PlanRead>),
    /// Something could not even be begun: why.
    Failed(String),
}

/// The answer of a system dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Picked {
    /// This path.
    Path(PathBuf),
    /// Never mind.
    Nothing,
    /// The system shows no dialogs.
    NoDialog,
}

/// The way back to the interface, for threads.
#[derive(Debug, Clone)]
pub(super) struct Post {
    sender: Sender<Event>,
    ctx: egui::Context,
}

/// A way back that wakes the window of `ctx`.
pub(super) fn channel(ctx: egui::Context) -> (Post, Receiver<Event>) {
    let (sender, events) = mpsc::channel();
    (Post { sender, ctx }, events)
}

impl Post {
    /// Hands a result to the interface and wakes it.
    pub(super) fn send(&self, event: Event) {
        // The window may be gone by now; then nobody waits for the result.
        if self.sender.send(event).is_ok() {
            self.ctx.request_repaint();
        }
    }

    /// The interface's clock, in seconds.
    pub(super) fn time(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// The window.
    pub(super) fn context(&self) -> &egui::Context {
        &self.ctx
    }

    /// Asks for a frame.
    pub(super) fn repaint(&self) {
        self.ctx.request_repaint();
    }

    /// Runs work on a thread of its own.
    pub(super) fn spawn(
        &self,
        name: &str,
        work: impl FnOnce(&Self) + Send + 'static,
    ) -> Option<JoinHandle<()>> {
        let post = self.clone();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || work(&post));
        match thread {
            Ok(thread) => Some(thread),
            Err(error) => {
                let message =
                    format!("The system starts no more threads: {error}. Close other programs.");
                self.send(Event::Failed(message));
                None
            }
        }
    }
}

impl App {
    /// Takes in what background work has brought since the last frame.
    pub(super) fn take_events(&mut self) {
        while let Ok(event) = self.events.try_recv() {
            match event {
                Event::Save(event) => self.take_saved(event),
                Event::Athlete { folder, read } => self.take_athlete(&folder, read),
                Event::Folder(purpose, picked) => self.take_folder(purpose, picked),
                Event::BetterWeek {
                    job,
                    athlete,
                    form,
                    told,
                } => self.take_better_week(job, athlete, *form, told),
                Event::Season {
                    athlete,
                    request,
                    outcome,
                } => self.take_season(athlete, *request, *outcome),
                Event::LaidOut(laid) => self.take_laid_out(laid.0, laid.1),
                Event::Breaches(found) => self.take_breaches(*found),
                Event::PlanFile(name, read) => self.take_plan_file(name, read),
                Event::PlanRead(read) => self.take_plan(*read),
                Event::Roster(checked) => self.take_roster(checked),
                Event::ExportPlace(picked) => self.take_export_place(picked),
                Event::Looked(looked) => self.take_look(looked),
                Event::Export(made) => self.take_made(made),
                Event::ProgramFile(picked) => self.take_program_file(picked),
                Event::ProgramTarget(picked) => self.take_program_target(picked),
                Event::ProgramRead(read) => self.take_program(*read),
                Event::ProgramWritten(Ok(path)) | Event::ChartSaved(Ok(path)) => {
                    self.say(format!("Saved {}", path.display()));
                }
                Event::ChartTarget(picked) => self.take_chart_target(picked),
                Event::ProgramWritten(Err(message))
                | Event::ChartSaved(Err(message))
                | Event::Failed(message) => self.say(message),
            }
        }
    }
}
