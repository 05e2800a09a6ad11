//! A window of the program without a screen, in folders of its own.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use egui::{
    Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, UiBuilder, Vec2,
    vec2,
};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use ironstride::app::file_dialogs::{FileDialogs, FilePicker, FileRequest, Picked, Waiting};
use ironstride::app::startup::{self, Clock, StartOptions};
use ironstride::app::{App, RunMode};
use tempfile::TempDir;

use super::painter::Painter;

/// What is cut at the lower edge of a window is taken for out of sight.
const EDGE: f32 = 20.0;

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

    /// Scrolls to what is named `label`, where it is out of sight.
    #[track_caller]
    pub(super) fn scroll_to(&mut self, label: &str) {
        let screen = self.harness.ctx.content_rect();
        let inside = screen.with_max_y(screen.bottom() - EDGE);
        if !inside.contains(self.place(label)) {
            self.node(label).scroll_to_me();
            self.settle();
        }
    }

    /// Scrolls to what is named `label`, also where it lies within the window but out of sight in something that scrolls.
    #[track_caller]
    pub(super) fn scroll_into_view(&mut self, label: &str) {
        self.node(label).scroll_to_me();
        self.settle();
    }

    /// Clicks the first thing whose name is `label` or begins with it, scrolling to it where it is out of sight.
    #[track_caller]
    pub(super) fn click(&mut self, label: &str) {
        // A dialog that has just opened takes two frames to know its size and with it its place.
        self.harness.run_steps(2);
        self.scroll_to(label);
        let at = self.place(label);
        self.press_at(at);
    }

    /// Rests the pointer on the first thing whose name is `label` or begins with it.
    #[track_caller]
    pub(super) fn hover(&mut self, label: &str) {
        self.harness.run_steps(2);
        self.scroll_to(label);
        let at = self.place(label);
        self.harness.hover_at(at);
        self.settle();
    }

    /// Gives the keyboard to the first thing whose name is `label` or begins with it.
    #[track_caller]
    pub(super) fn focus(&mut self, label: &str) {
        self.node(label).focus();
        self.settle();
    }

    /// Clicks a place.
    pub(super) fn press_at(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.step();
        self.harness.drag_at(at);
        self.harness.step();
        self.harness.drop_at(at);
        self.settle();
    }

    /// The middle of the thing named `label`, or of the first whose name begins so.
    #[track_caller]
    pub(super) fn place(&self, label: &str) -> Pos2 {
        self.node(label).rect().center()
    }

    /// Where the thing named `label` stands, or the first whose name begins so.
    #[track_caller]
    pub(super) fn rect(&self, label: &str) -> Rect {
        self.node(label).rect()
    }

    /// Where the last thing named `label` stands, which lies over the others.
    #[track_caller]
    pub(super) fn last_rect(&self, label: &str) -> Rect {
        let named = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|name| name == label)
        };
        let found = self.harness.query_all_by(named).last();
        let found = found.unwrap_or_else(|| panic!("nothing on the screen is named {label:?}"));
        found.rect()
    }

    /// The first thing whose name is `label`, or begins with it.
    #[track_caller]
    pub(super) fn node<'s>(&'s self, label: &'s str) -> Node<'s> {
        let found = self.find(label);
        found.unwrap_or_else(|| panic!("nothing on the screen begins with {label:?}"))
    }

    fn find<'s>(&'s self, label: &'s str) -> Option<Node<'s>> {
        let exact = self
            .harness
            .query_all_by(move |node| node.label().is_some_and(|name| name == label));
        exact.into_iter().next().or_else(move || {
            self.harness
                .query_all_by(move |node| node.label().is_some_and(|name| name.starts_with(label)))
                .next()
        })
    }

    /// True when something on the screen holds `text` in its name.
    pub(super) fn shows(&self, text: &str) -> bool {
        let root = self.harness.root();
        root.query_all_by(|node| {
            node.label().is_some_and(|label| label.contains(text))
                || node.value().is_some_and(|value| value.contains(text))
        })
        .next()
        .is_some()
    }

    /// Fails unless something on the screen holds `text` in its name, and says then what is there.
    #[track_caller]
    pub(super) fn must_show(&self, text: &str) {
        assert!(
            self.shows(text),
            "{text:?} is not among {:#?}",
            self.words()
        );
    }

    /// True when the box named `label` is ticked.
    #[track_caller]
    pub(super) fn is_ticked(&self, label: &str) -> bool {
        let toggled = self.node(label).accesskit_node().toggled();
        toggled == Some(egui::accesskit::Toggled::True)
    }

    /// Every name on the screen that begins with `start`, in the order of the screen.
    pub(super) fn labels(&self, start: &str) -> Vec<String> {
        let root = self.harness.root();
        let all =
            root.query_all_by(|node| node.label().is_some_and(|name| name.starts_with(start)));
        all.filter_map(|node| node.accesskit_node().label())
            .collect()
    }

    /// Types into the field named `label` and leaves it with Enter.
    #[track_caller]
    pub(super) fn type_into(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.harness.step();
        self.field(label).type_text(text);
        self.settle();
    }

    /// Replaces what stands in the field named `label`.
    #[track_caller]
    pub(super) fn retype(&mut self, label: &str, text: &str) {
        self.field(label).focus();
        self.harness.step();
        self.harness
            .key_combination_modifiers(egui::Modifiers::COMMAND, &[egui::Key::A]);
        self.harness.step();
        self.field(label).type_text(text);
        self.settle();
    }

    /// Adds an athlete beside the demo's Anna, who is then the one shown.
    pub(super) fn add_athlete(&mut self, name: &str) {
        self.click("Athlete: Anna");
        self.click("New athlete…");
        self.type_into("Name", name);
        self.click("Add athlete");
    }

    /// Turns the wheel where the pointer is, by points; what is below comes up where they are less than nothing.
    pub(super) fn turn_wheel(&mut self, points: f32) {
        self.harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            source: MouseWheelSource::Wheel,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
    }

    /// Drags with the mouse, in small steps, and lets go.
    pub(super) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_and_hold(from, to);
        self.harness.drop_at(to);
        self.settle();
    }

    /// Drags with the mouse and does not let go.
    pub(super) fn drag_and_hold(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.step();
        self.harness.drag_at(from);
        self.harness.step();
        for step in 1..=8 {
            self.harness
                .hover_at(from + (to - from) * (step as f32 / 8.0));
            self.harness.step();
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

    /// Everything that is written on the window.
    pub(super) fn words(&self) -> Vec<String> {
        self.harness
            .query_all_by(|node| node.label().is_some() || node.value().is_some())
            .map(|node| format!("{node:?}"))
            .collect()
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
