//! A window of the program without a screen, in folders of its own.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use egui::{UiBuilder, Vec2, vec2};
use egui_kittest::Harness;
use ironstride::app::file_dialogs::{FileDialogs, FilePicker, FileRequest, Picked, Waiting};
use ironstride::app::startup::{self, Clock, StartOptions};
use ironstride::app::{App, RunMode};
use tempfile::TempDir;

use super::painter::Painter;

/// The size of a window, where a test asks for no other.
pub(super) const WINDOW: egui::Vec2 = vec2(1440.0, 900.0);

/// The day all windows of these tests live on: a Wednesday.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// Folders that last as long as a test, and the answers of the dialogs for files.
pub(super) struct Desk {
    folder: TempDir,
    dialogs: Arc<ScriptedDialogs>,
    /// Who answers dialogs in their place, where somebody does.
    picker: Option<FileDialogs>,
    /// How its windows are shown.
    stage: Stage,
}

/// How a window is shown.
#[derive(Clone)]
pub(super) struct Stage {
    /// The window on the screen, in its pixels.
    pub(super) size: Vec2,
    /// How much larger everything is drawn than usual.
    pub(super) zoom: f32,
    /// Whether the theme is the dark one.
    pub(super) dark: bool,
    /// Whether the program fills it to its edges, as on a screen, and not but for a margin.
    pub(super) whole: bool,
    /// Who takes pictures of it, if anybody does.
    pub(super) painter: Option<Arc<Painter>>,
}

impl Default for Stage {
    fn default() -> Self {
        Self {
            size: WINDOW,
            zoom: 1.0,
            dark: false,
            whole: false,
            painter: None,
        }
    }
}

/// Dialogs for files as a test answers them.
#[derive(Debug, Default)]
struct ScriptedDialogs {
    answers: Mutex<VecDeque<Receiver<Picked>>>,
}

impl FilePicker for ScriptedDialogs {
    fn open(&self, _: &FileRequest) -> Waiting {
        let answer = self.answers.lock().unwrap().pop_front();
        Box::new(move || match answer {
            // The test that drops its end makes the dialog fail.
            Some(answer) => answer.recv().expect("the dialog crashed"),
            None => Picked::NoDialog,
        })
    }
}

impl Desk {
    pub(super) fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            dialogs: Arc::default(),
            picker: None,
            stage: Stage::default(),
        }
    }

    /// Folders whose windows are shown so.
    pub(super) fn on(stage: Stage) -> Self {
        Self {
            stage,
            ..Self::new()
        }
    }

    /// Folders whose dialogs for files are answered by `picker`.
    pub(super) fn with_dialogs(picker: impl FilePicker + 'static) -> Self {
        Self {
            picker: Some(FileDialogs(Arc::new(picker))),
            ..Self::new()
        }
    }

    /// Starts the program on the demo and does not wait until everybody is read, now or later.
    pub(super) fn start_in_haste_on_demo(&self) -> Window {
        open(self.options(), &self.stage, Pace::Hasty)
    }

    /// What answers the next dialog for a file that is opened and not yet promised an answer. Without any, the system
    /// shows no dialogs. The dialog crashes when this is dropped.
    pub(super) fn next_dialog(&self) -> Sender<Picked> {
        let (answer, receiver) = mpsc::channel();
        self.dialogs.answers.lock().unwrap().push_back(receiver);
        answer
    }

    pub(super) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn options(&self) -> StartOptions {
        StartOptions {
            workspace: None,
            preferences: Some(self.path("preferences")),
            demo: Some(self.path("demo")),
            rescue: Some(self.path("rescue")),
            clock: Clock::Fixed(today()),
            files: match &self.picker {
                Some(picker) => picker.clone(),
                None => FileDialogs(self.dialogs.clone()),
            },
            ..StartOptions::default()
        }
    }

    /// Starts the program on a workspace and does not wait until everybody is read, now or later.
    pub(super) fn start_in_haste(&self, workspace: &Path) -> Window {
        open(
            StartOptions {
                workspace: Some(workspace.to_owned()),
                ..self.options()
            },
            &self.stage,
            Pace::Hasty,
        )
    }

    /// Starts the program, which opens the workspace opened last or the demo, and draws until nothing moves.
    pub(super) fn start(&self) -> Window {
        open(self.options(), &self.stage, Pace::Calm)
    }

    /// Starts the program with files that the desktop hands over.
    pub(super) fn start_with(&self, files: Vec<std::path::PathBuf>) -> Window {
        open(
            StartOptions {
                bring_in: files,
                ..self.options()
            },
            &self.stage,
            Pace::Calm,
        )
    }

    /// Starts the program on a workspace.
    pub(super) fn start_on(&self, workspace: &Path) -> Window {
        open(
            StartOptions {
                workspace: Some(workspace.to_owned()),
                ..self.options()
            },
            &self.stage,
            Pace::Calm,
        )
    }
}

/// Whether a test waits for what is on its way to the screen before it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    Calm,
    Hasty,
}

fn open(options: StartOptions, stage: &Stage, pace: Pace) -> Window {
    let mut app: Option<App> = None;
    let whole = stage.whole;
    let mut builder = Harness::builder()
        .with_size(stage.size / stage.zoom)
        // A denser screen shows what a zoom shows; a zoom itself would be held back by what the harness says of the window.
        .with_pixels_per_point(stage.zoom)
        .with_max_steps(40);
    if let Some(painter) = &stage.painter {
        builder = builder.renderer(painter.textures());
    }
    let mut harness = builder.build_ui_state(
        move |ui, shared: &mut Shared| {
            let app = app
                .get_or_insert_with(|| App::new(ui.ctx(), startup::load(&options), RunMode::Use));
            if std::mem::take(&mut shared.closing) {
                app.close();
            } else if whole {
                let screen = ui.ctx().content_rect();
                let mut ui = ui.new_child(UiBuilder::new().max_rect(screen));
                ui.set_clip_rect(screen);
                app.ui(&mut ui);
            } else {
                app.ui(ui);
            }
            shared.busy = app.is_busy();
        },
        Shared::default(),
    );
    harness.run_ok();
    let mut window = Window { harness, pace };
    window.settle();
    window
}

/// What a test and the program in its window tell each other.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// The program is to close.
    closing: bool,
    /// Something is still on its way to the screen.
    busy: bool,
}

/// The program's window.
pub(super) struct Window {
    pub(super) harness: Harness<'static, Shared>,
    pace: Pace,
}

impl Window {
    /// Draws until nothing moves and everybody is read, and every program laid out: what comes between two clicks would
    /// shift the list under the pointer.
    #[track_caller]
    pub(super) fn settle(&mut self) {
        let start = Instant::now();
        self.harness.run_ok();
        while self.harness.state().busy && self.pace == Pace::Calm {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "what is on its way never comes"
            );
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run_ok();
        }
    }

    /// Draws until `done` or two minutes have passed, for machines that do much else.
    #[track_caller]
    pub(super) fn wait_until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(
                start.elapsed() < Duration::from_mins(2),
                "waited in vain for {what}; the window says: {:#?}",
                self.words()
            );
            std::thread::sleep(Duration::from_millis(20));
            self.harness.step();
        }
        self.settle();
    }

    /// Closes the window as the system does: one frame hears of it, and then the program ends. Everything is on the disk
    /// afterwards.
    pub(super) fn close(mut self) {
        let viewports = &mut self.harness.input_mut().viewports;
        let root = viewports.entry(egui::ViewportId::ROOT).or_default();
        root.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        self.harness.state_mut().closing = true;
        self.harness.step();
    }
}
