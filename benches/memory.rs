//! How much memory the program takes at its most, above a bare egui window, while it shows the week and the charts of
//! an athlete of ten years and 100 000 logged sets: no more than 30 MB; and of 200 athletes of three years, 150 MB. It
//! needs Linux, which tells of a process how much it took, and a screen; a virtual one (`xvfb-run cargo bench --bench
//! memory`) will do.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::Local;
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::store;

/// Set for the process that shows the bare window.
const BARE: &str = "IRONSTRIDE_BENCH_BARE_WINDOW";
const RUNS: usize = 3;
/// Frames that the bare window draws.
const FRAMES: u32 = 30;

fn main() {
    if std::env::var_os(BARE).is_some() {
        bare_window();
        return;
    }
    // `cargo test --benches` asks benches to prove that they run, not to measure.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
        println!("memory: no screen here; use xvfb-run cargo bench --bench memory");
        return;
    }
    let library = Library::shipped().expect("the library");
    let today = Local::now().date_naive();
    let long = Workspace {
        settings: WorkspaceSettings::default(),
        own: Arc::default(),
        athletes: vec![Arc::new(demo::heavy_years(10, today, &library))],
    };
    compare("ten years of training", &long, 30.0);
    let many = DemoOptions {
        athletes: 200,
        weeks: 156,
        seed: 1,
        today,
    };
    compare(
        "200 athletes of three years",
        &demo::workspace(&many, &library),
        150.0,
    );
}

/// Starts a bare window and this program, in turn. The budget is in MB above the bare window.
fn compare(name: &str, workspace: &Workspace, budget: f64) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("workspace");
    store::create(&dir, workspace).expect("a workspace");
    let this = std::env::current_exe().expect("the path of this program");
    let picture = folder.path().join("picture.png");
    let (mut bare, mut full) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        bare.push(peak(Command::new(&this).env(BARE, "1")));
        full.push(peak(
            Command::new(env!("CARGO_BIN_EXE_ironstride"))
                .arg("--workspace")
                .arg(&dir)
                .arg("--screenshot")
                .arg(&picture)
                .env("IRONSTRIDE_CONFIG_DIR", folder.path().join("preferences")),
        ));
    }
    let (bare, full) = (median(bare), median(full));
    println!(
        "memory: bare window {bare:.0} MB, {name} {full:.0} MB, {:+.0} MB; budget +{budget} MB: {}",
        full - bare,
        if full - bare <= budget {
            "kept"
        } else {
            "missed"
        }
    );
}

/// The most memory that a process took, in MB, looked at until it ends.
fn peak(command: &mut Command) -> f64 {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0.0_f64;
    while child.try_wait().expect("the program").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        most = most.max(kilobytes.unwrap_or_default() / 1024.0);
        std::thread::sleep(Duration::from_millis(5));
    }
    most
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

#[derive(Default)]
struct Bare {
    frames: u32,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        ui.label("A bare window");
        if self.frames == FRAMES {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
    }
}

fn bare_window() {
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native("Bare", native, Box::new(|_| Ok(Box::<Bare>::default()))).expect("a window");
}
