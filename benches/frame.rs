//! How much of a frame the interface takes: no more than 4 ms of CPU in the interface's own code with an athlete of ten
//! years and 100 000 logged sets, also with six charts in the whole window, at rest and while they are moved. A frame
//! after an edit, for which findings, strip and records are brought up to date, takes no more than 4 ms either, and no more
//! than 1.2 times as long with 20 years as with one; so do those that follow, in which the charts are.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

mod machine;
mod window;

use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{
    Context, Event, FullOutput, Key, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2,
    vec2,
};
use ironstride::app::App;
use ironstride::demo;
use ironstride::domain::{Athlete, Session, Workspace, WorkspaceSettings};
use ironstride::edit::{Edit, Transaction, WorkspaceEdit};
use ironstride::library::Library;
use tempfile::TempDir;

/// Edits of which the frames that follow are measured, and how many follow each.
const EDITS: usize = 25;
const FOLLOWING: usize = 8;
/// Edits that are measured of each number of years, in turn.
const IN_TURN: usize = 200;

/// The program with an athlete of some years on the screen.
struct Desk {
    ctx: Context,
    app: App,
    athlete: Arc<Athlete>,
    edits: u32,
    _folder: TempDir,
}

impl Desk {
    fn new(years: u32) -> Self {
        let library = Library::shipped().expect("the library");
        let athlete = Arc::new(demo::heavy_years(years, window::today(), &library));
        let workspace = Workspace {
            settings: WorkspaceSettings::default(),
            own: Arc::default(),
            athletes: vec![athlete.clone()],
        };
        let (ctx, app, folder) = window::open(&workspace);
        let mut desk = Self {
            ctx,
            app,
            athlete,
            edits: 0,
            _folder: folder,
        };
        desk.settle();
        desk
    }

    fn frame(&mut self, events: Vec<Event>) -> FullOutput {
        let Self { ctx, app, .. } = self;
        ctx.run_ui(window::input(events), |ui| app.ui(ui))
    }

    /// Draws until everything is read.
    fn settle(&mut self) {
        for _ in 0..4 {
            self.frame(Vec::new());
        }
        while self.app.is_busy() {
            std::thread::sleep(std::time::Duration::from_millis(2));
            self.frame(Vec::new());
        }
    }

    /// Draws the frames in which what an edit changed is brought up to date.
    fn rest(&mut self) {
        for _ in 0..FOLLOWING {
            self.frame(Vec::new());
        }
    }

    /// Gives the last session another note.
    fn edit(&mut self) {
        self.edits += 1;
        let last = self.athlete.sessions.all().last().expect("a session");
        let mut changed = Session::clone(last);
        changed.plan.note = format!("Note {}", self.edits);
        let edit = Edit::update(&self.athlete, changed);
        let edit = WorkspaceEdit::Athlete(self.athlete.id, vec![edit]);
        assert!(self.app.apply(Transaction::new("Change the note", edit)));
    }
}

fn frames(criterion: &mut Criterion) {
    let mut desks = Vec::new();
    for years in [1, 10, 20] {
        let mut desk = Desk::new(years);
        let name = format!("a frame of the full window, {years} years");
        machine::bench(criterion, &name, || desk.frame(Vec::new()));
        desks.push((years, desk));
    }
    after_edits(&mut desks);
    // The charts follow one a frame: the frame with the dearest of them counts.
    for (years, desk) in desks {
        following(desk, &format!("{years} years"));
    }
}

/// The frames that show an edit, for all years in turn, so that whatever else the machine does meanwhile it does to all
/// of them. Making the edit does not count, and neither do the frames in between.
fn after_edits(desks: &mut [(u32, Desk)]) {
    let before = machine::sorting();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); desks.len()];
    // `cargo test --benches` asks benches to prove that they run, not to measure.
    let is_trial = std::env::args().any(|argument| argument == "--test");
    for _ in 0..if is_trial { 1 } else { IN_TURN } {
        for ((_, desk), times) in desks.iter_mut().zip(&mut times) {
            desk.rest();
            desk.edit();
            let start = Instant::now();
            std::hint::black_box(desk.frame(Vec::new()));
            times.push(start.elapsed());
        }
    }
    let sorting = (before + machine::sorting()) / 2;
    let mut middles = Vec::new();
    for ((years, _), mut times) in desks.iter().zip(times) {
        times.sort();
        let middle = times[times.len() / 2];
        machine::tell(
            &format!("a frame after an edit, {years} years"),
            middle,
            sorting,
        );
        middles.push(middle.as_secs_f64());
    }
    if let [first, .., last] = &middles[..] {
        let ratio = last / first;
        println!(
            "a frame after an edit, the most years to the fewest: {ratio:.2} times; budget 1.2 times"
        );
    }
}

/// The slowest of the frames after the one that shows an edit, in the middle of many edits.
fn following(mut desk: Desk, what: &str) {
    let sorting = machine::sorting();
    let slowest = (0..EDITS).map(|_| {
        desk.rest();
        desk.edit();
        desk.frame(Vec::new());
        let frames = (0..FOLLOWING).map(|_| {
            let start = Instant::now();
            desk.frame(Vec::new());
            start.elapsed()
        });
        frames.max().unwrap_or_default()
    });
    let mut slowest: Vec<Duration> = slowest.collect();
    slowest.sort();
    let middle = slowest.get(EDITS / 2).copied().unwrap_or_default();
    let name = format!("the slowest of the {FOLLOWING} frames that follow, {what}");
    machine::tell(&name, middle, sorting);
}

fn charts(criterion: &mut Criterion) {
    let mut desk = Desk::new(10);
    let press = Event::Key {
        key: Key::Num4,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    desk.frame(vec![press]);
    desk.settle();
    machine::bench(
        criterion,
        "a frame with six charts in the whole window",
        || desk.frame(Vec::new()),
    );
    desk.frame(vec![Event::PointerMoved(pos2(300.0, 260.0))]);
    let mut forth = false;
    machine::bench(criterion, "a frame with six charts that are moved", || {
        forth = !forth;
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(if forth { 40.0 } else { -40.0 }, 0.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        desk.frame(vec![wheel])
    });
    let desk = std::cell::RefCell::new(desk);
    let make = || {
        let mut desk = desk.borrow_mut();
        desk.rest();
        desk.edit();
    };
    machine::bench_with(
        criterion,
        "a frame with six charts after an edit",
        make,
        |()| desk.borrow_mut().frame(Vec::new()),
    );
    following(desk.into_inner(), "six charts of 10 years");
}

criterion_group!(benches, frames, charts);
criterion_main!(benches);
