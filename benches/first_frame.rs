//! The time from the start of a process to its first frame on the screen: this program, which shows the last
//! athlete's week, against a bare egui window, in turn. It is to be no more than 1.25 times as long, with 200 athletes of
//! three years and with one of twenty. It needs a screen; a virtual one (`xvfb-run cargo bench --bench first_frame`) will
//! do.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

mod machine;
mod program;

use std::io::Write;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Local;
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::store;

/// Set for the process that shows the bare window.
const BARE: &str = "IRONSTRIDE_BENCH_BARE_WINDOW";
const RUNS: usize = 9;

fn main() {
    let start = Instant::now();
    if std::env::var_os(BARE).is_some() {
        bare_window(start);
        return;
    }
    // `cargo test --benches` asks benches to prove that they run, not to measure.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("first frame: no screen here; use xvfb-run cargo bench --bench first_frame");
        return;
    }
    measure();
}

fn measure() {
    let library = Library::shipped().expect("the library");
    let today = Local::now().date_naive();
    let many = |athletes: usize| {
        let options = DemoOptions {
            athletes,
            weeks: 156,
            seed: 1,
            today,
        };
        demo::workspace(&options, &library)
    };
    let long = |years: u32| Workspace {
        settings: WorkspaceSettings::default(),
        own: Arc::default(),
        athletes: vec![Arc::new(demo::heavy_years(years, today, &library))],
    };
    compare("50 athletes of 3 years", &many(50));
    compare("200 athletes of 3 years", &many(200));
    compare("an athlete of 1 year", &long(1));
    compare("an athlete of 20 years", &long(20));
}

/// Starts a bare window and this program, in turn.
fn compare(name: &str, workspace: &Workspace) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("workspace");
    store::create(&dir, workspace).expect("a workspace");
    let sorting = machine::sorting();
    let this = std::env::current_exe().expect("the path of this program");
    let mut bare = Vec::new();
    let mut full = Vec::new();
    for _ in 0..=RUNS {
        bare.push(run(Command::new(&this).env(BARE, "1")));
        full.push(run(Command::new(program::program())
            .arg("--workspace")
            .arg(&dir)
            .arg("--first-frame")
            .env("IRONSTRIDE_CONFIG_DIR", folder.path().join("preferences"))));
    }
    // The first of each warms the caches.
    let (bare, full) = (median(&bare[1..]), median(&full[1..]));
    println!(
        "first frame, {name}: bare window {bare:.0} ms, ironstride {full:.0} ms, {:+.0} ms, {:.2} times; budget 1.25 times: {}",
        full - bare,
        full / bare,
        if full <= bare * 1.25 {
            "kept"
        } else {
            "missed"
        }
    );
    let time = Duration::from_secs_f64(full / 1000.0);
    machine::tell(&format!("first frame, {name}"), time, sorting);
}

fn run(command: &mut Command) -> f64 {
    let output = command.output().expect("the program starts");
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim().parse().unwrap_or_else(|_| {
        panic!(
            "no milliseconds in {text:?}; {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

struct Bare {
    start: Instant,
    frames: u32,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        ui.label("A bare window");
        if self.frames == 2 {
            let milliseconds = self.start.elapsed().as_secs_f64() * 1000.0;
            writeln!(std::io::stdout(), "{milliseconds:.1}").expect("standard output");
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

fn bare_window(start: Instant) {
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "Bare",
        native,
        Box::new(move |_| Ok(Box::new(Bare { start, frames: 0 }))),
    )
    .expect("a window");
}
