//! How much memory the program takes at its most, above a bare egui window, while it shows the week and the charts of
//! an athlete of ten years and 100 000 logged sets: no more than 30 MB; and of 200 athletes of three years, 150 MB. It
//! is looked at until everybody is read and nothing grows any more. Beside the whole it tells what is the process's own:
//! the rest is the program itself as far as it was touched, which the system reads from its file and may let go at any
//! time. It needs Linux, which tells of a process how much it took, and a screen; a virtual one (`xvfb-run cargo bench
//! --bench memory`) will do.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

mod program;

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

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
    let (mut bare, mut full) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        bare.push(peak(Command::new(&this).env(BARE, "1")));
        full.push(peak(
            Command::new(program::program())
                .arg("--workspace")
                .arg(&dir)
                .env("IRONSTRIDE_CONFIG_DIR", folder.path().join("preferences")),
        ));
    }
    let [bare, full] = [bare, full].map(|peaks| Peak {
        whole: median(peaks.iter().map(|peak| peak.whole).collect()),
        own: median(peaks.iter().map(|peak| peak.own).collect()),
    });
    let more = full.whole - bare.whole;
    println!(
        "memory: bare window {:.0} MB, {name} {:.0} MB, {more:+.0} MB, of which its own {:+.0} MB; budget +{budget} MB: {}",
        bare.whole,
        full.whole,
        full.own - bare.own,
        if more <= budget { "kept" } else { "missed" }
    );
}

/// The most memory that a process took, in MB.
#[derive(Default)]
struct Peak {
    /// All that was in memory for it.
    whole: f64,
    /// What is in no file.
    own: f64,
}

/// A process that took no more for so long has read all there is.
const STEADY: Duration = Duration::from_secs(4);

/// The most memory that a process took, looked at until it ends or takes no more.
fn peak(command: &mut Command) -> Peak {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = Peak::default();
    let mut grew = Instant::now();
    while child.try_wait().expect("the program").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let megabytes = |field: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(field));
            let kilobytes =
                line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
            kilobytes.unwrap_or_default() / 1024.0
        };
        let whole = megabytes("VmHWM:");
        if whole > most.whole {
            (most.whole, grew) = (whole, Instant::now());
        }
        most.own = most.own.max(megabytes("RssAnon:"));
        if grew.elapsed() > STEADY {
            child.kill().expect("a process of its own");
            child.wait().expect("the program");
            break;
        }
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
