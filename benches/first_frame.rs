//! The time from the start of a process to its first frame on the screen: this program, which shows the last
//! athlete's week out of a workspace of 50 athletes × 3 years, against a bare egui window, in turn. The difference is
//! to be no more than 100 ms. It needs a screen; a virtual one (`xvfb-run cargo bench --bench first_frame`) will do.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::io::Write;
use std::process::Command;
use std::time::Instant;

use chrono::NaiveDate;
use ironstride::demo::{self, DemoOptions};
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
    let folder = tempfile::tempdir().expect("a temporary folder");
    let workspace = folder.path().join("workspace");
    let library = Library::shipped().expect("the library");
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
    let options = DemoOptions {
        athletes: 50,
        weeks: 156,
        seed: 1,
        today,
    };
    store::create(&workspace, &demo::workspace(&options, &library)).expect("a workspace");

    let this = std::env::current_exe().expect("the path of this program");
    let mut bare = Vec::new();
    let mut full = Vec::new();
    for _ in 0..=RUNS {
        bare.push(run(Command::new(&this).env(BARE, "1")));
        full.push(run(Command::new(env!("CARGO_BIN_EXE_ironstride"))
            .arg("--workspace")
            .arg(&workspace)
            .arg("--first-frame")
            .env("IRONSTRIDE_CONFIG_DIR", folder.path().join("preferences"))));
    }
    // The first of each warms the caches.
    let (bare, full) = (median(&bare[1..]), median(&full[1..]));
    println!(
        "first frame: bare window {bare:.0} ms, ironstride {full:.0} ms, {:+.0} ms",
        full - bare
    );
    println!(
        "first frame, budget +100 ms: {}",
        if full - bare <= 100.0 {
            "kept"
        } else {
            "missed"
        }
    );
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
