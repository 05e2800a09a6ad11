//! How much of a frame the interface takes, with an athlete of ten years and 100 000 logged sets: no more than 4 ms
//! of CPU in the interface's own code, also with six charts in the whole window, at rest and while they are moved. An
//! edit, after which findings, strip and charts are worked out anew, is measured beside it.

use std::hint::black_box;
use std::sync::Arc;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect,
    TouchPhase, pos2, vec2,
};
use ironstride::app::startup::{self, Clock, StartOptions};
use ironstride::app::{App, Purpose};
use ironstride::demo;
use ironstride::domain::{Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::store;

const SETS: usize = 100_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date")
}

fn input() -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
        ..RawInput::default()
    }
}

fn frames(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = Library::shipped().expect("the library");
    let athlete = Arc::new(demo::heavy_athlete(SETS, today(), &library));
    let workspace = Workspace {
        settings: WorkspaceSettings::default(),
        own: Arc::default(),
        athletes: vec![athlete],
    };
    let dir = folder.path().join("workspace");
    store::create(&dir, &workspace).expect("a workspace");
    let options = StartOptions {
        workspace: Some(dir),
        preferences: Some(folder.path().join("preferences")),
        demo: Some(folder.path().join("demo")),
        clock: Clock::Fixed(today()),
        ..StartOptions::default()
    };
    let ctx = Context::default();
    let mut app = App::new(&ctx, startup::load(&options), Purpose::Use);
    let frame = |app: &mut App| ctx.run_ui(input(), |ui| app.ui(ui));
    for _ in 0..4 {
        black_box(frame(&mut app));
    }
    criterion.bench_function("a frame of the full window, 100 000 sets", |bencher| {
        bencher.iter(|| black_box(frame(&mut app)));
    });
    criterion.bench_function("a frame after an edit, 100 000 sets", |bencher| {
        bencher.iter(|| {
            app.forget_derived();
            black_box(frame(&mut app))
        });
    });

    let press = Event::Key {
        key: Key::Num4,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    let with = |app: &mut App, events: Vec<Event>| {
        let input = RawInput { events, ..input() };
        ctx.run_ui(input, |ui| app.ui(ui))
    };
    with(&mut app, vec![press]);
    for _ in 0..4 {
        black_box(frame(&mut app));
    }
    criterion.bench_function("a frame with six charts in the whole window", |bencher| {
        bencher.iter(|| black_box(frame(&mut app)));
    });
    let over_a_chart = pos2(300.0, 260.0);
    with(&mut app, vec![Event::PointerMoved(over_a_chart)]);
    let mut forth = false;
    criterion.bench_function("a frame with six charts that are moved", |bencher| {
        bencher.iter(|| {
            forth = !forth;
            let wheel = Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(if forth { 40.0 } else { -40.0 }, 0.0),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            };
            black_box(with(&mut app, vec![wheel]))
        });
    });
    criterion.bench_function("a frame with six charts after an edit", |bencher| {
        bencher.iter(|| {
            app.forget_derived();
            black_box(frame(&mut app))
        });
    });
}

criterion_group!(benches, frames);
criterion_main!(benches);
