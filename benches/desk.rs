//! What a coach of many waits for at the desk: no more than 50 ms from one athlete to another, 4 ms of CPU for a frame
//! of the roster of 200 and of the board of months, 30 ms for a keystroke in the search over 200 athletes of three years,
//! and no frame at all while nothing happens.

mod machine;
mod window;

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Event, FullOutput, Key, Modifiers, RawInput, ViewportId};
use ironstride::app::App;
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::AthleteId;
use ironstride::library::Library;
use tempfile::TempDir;

/// Athletes of the workspace, and weeks of logs of each: three years.
const ATHLETES: usize = 200;
const WEEKS: u32 = 3 * 52;
/// So long nothing more comes once the interface is at rest.
const REST: Duration = Duration::from_mins(2);

/// The program with everybody read.
struct Desk {
    ctx: Context,
    app: App,
    athletes: Vec<AthleteId>,
    start: Instant,
    _folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let library = Library::shipped().expect("the library");
        let options = DemoOptions {
            athletes: ATHLETES,
            weeks: WEEKS,
            seed: 1,
            today: window::today(),
        };
        let workspace = demo::workspace(&options, &library);
        let athletes = workspace.athletes.iter().map(|it| it.id).collect();
        let (ctx, app, folder) = window::open(&workspace);
        drop(workspace);
        let mut desk = Self {
            ctx,
            app,
            athletes,
            start: Instant::now(),
            _folder: folder,
        };
        desk.settle();
        desk
    }

    fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        let input = RawInput {
            time: Some(self.start.elapsed().as_secs_f64()),
            ..window::input(events)
        };
        let Self { ctx, app, .. } = self;
        ctx.run_ui(input, |ui| app.ui(ui))
    }

    /// Draws until everything is read and worked out.
    fn settle(&mut self) {
        let mut calm = 0;
        while calm < 20 {
            let output = self.frame(Vec::new());
            let is_calm = !self.app.is_busy() && rest_of(&output) > Duration::ZERO;
            calm = if is_calm { calm + 1 } else { 0 };
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        self.frame(vec![event]);
    }
}

/// How long after a frame the next is asked for.
fn rest_of(output: &FullOutput) -> Duration {
    let viewport = output.viewport_output.get(&ViewportId::ROOT);
    viewport.map_or(Duration::MAX, |viewport| viewport.repaint_delay)
}

fn switching(criterion: &mut Criterion, desk: &mut Desk) {
    let athletes = desk.athletes.clone();
    let mut next = 0;
    // Two frames: the one that hears of it, and the one that shows the other week whole.
    machine::bench(criterion, "from one athlete to another of 200", || {
        next = (next + 1) % athletes.len();
        desk.app.show_athlete(athletes[next]);
        desk.frame(Vec::new());
        desk.frame(Vec::new())
    });
    desk.settle();
}

fn frames(criterion: &mut Criterion, desk: &mut Desk) {
    desk.press(Modifiers::COMMAND, Key::R);
    desk.settle();
    machine::bench(criterion, "a frame of the roster of 200", || {
        desk.frame(Vec::new())
    });
    desk.press(Modifiers::COMMAND, Key::R);
    desk.settle();
    desk.press(Modifiers::NONE, Key::V);
    desk.settle();
    machine::bench(criterion, "a frame of the board of months", || {
        desk.frame(Vec::new())
    });
    desk.press(Modifiers::NONE, Key::V);
    desk.settle();
}

fn search(criterion: &mut Criterion, desk: &mut Desk) {
    desk.press(Modifiers::COMMAND, Key::K);
    desk.settle();
    let letters = ["s", "q", "u", "a", "t"];
    let mut at = 0;
    machine::bench(
        criterion,
        "a keystroke in the search over 200 athletes of 3 years",
        || {
            // After a word it is taken back letter by letter, and typed again.
            let step = at % (2 * letters.len());
            at += 1;
            if let Some(letter) = letters.get(step) {
                desk.frame(vec![Event::Text((*letter).to_owned())]);
            } else {
                desk.press(Modifiers::NONE, Key::Backspace);
            }
        },
    );
    desk.press(Modifiers::NONE, Key::Escape);
    desk.settle();
}

/// Not a time but a promise: at rest, no frame is asked for.
fn rest(desk: &mut Desk) {
    desk.settle();
    let output = desk.frame(Vec::new());
    let next = rest_of(&output);
    assert!(next >= REST, "at rest, a frame is asked for after {next:?}");
}

fn at_the_desk(criterion: &mut Criterion) {
    let mut desk = Desk::new();
    rest(&mut desk);
    switching(criterion, &mut desk);
    frames(criterion, &mut desk);
    search(criterion, &mut desk);
}

criterion_group!(benches, at_the_desk);
criterion_main!(benches);
