//! The program without a screen, for benches of what a frame takes.

use chrono::NaiveDate;
use egui::{Context, Event, Pos2, RawInput, Rect, vec2};
use ironstride::app::startup::{self, Clock, StartOptions};
use ironstride::app::{App, RunMode};
use ironstride::domain::Workspace;
use ironstride::store;
use tempfile::TempDir;

/// The day on which it runs.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date")
}

/// The program on a workspace, in a folder that lasts as long as the last of these.
pub fn open(workspace: &Workspace) -> (Context, App, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("workspace");
    store::create(&dir, workspace).expect("a workspace");
    let options = StartOptions {
        workspace: Some(dir),
        preferences: Some(folder.path().join("preferences")),
        demo: Some(folder.path().join("demo")),
        clock: Clock::Fixed(today()),
        ..StartOptions::default()
    };
    let ctx = Context::default();
    let app = App::new(&ctx, startup::load(&options), RunMode::Use);
    (ctx, app, folder)
}

/// What a frame of a usual window is given.
pub fn input(events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
        events,
        ..RawInput::default()
    }
}
