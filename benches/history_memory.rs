//! How much memory bringing in history takes at its most: the file itself, what is read of it and the report together,
//! against the size of the file. Budget: less than four times the file.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

use ironstride::domain::{Athlete, AthleteId, Profile};
use ironstride::import::history::InputFile;
use ironstride::library::Library;
use peak_alloc::PeakAlloc;

mod history_files;

use history_files::{activities, hour_of_fit, hour_of_gpx, report, sets};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most, in sizes of the file.
const BUDGET: f64 = 4.0;

fn main() {
    let library = Library::shipped().expect("the library that ships");
    let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let files = [
        ("10 000 sets of Strong", sets(10_000).into_bytes()),
        ("100 000 sets of Strong", sets(100_000).into_bytes()),
        ("2 000 activities of Garmin", activities(2_000).into_bytes()),
        ("an hour of GPX", hour_of_gpx().into_bytes()),
        ("an hour of FIT", hour_of_fit()),
    ];
    for (name, bytes) in files {
        let size = bytes.len();
        let file = InputFile::new("file", bytes);
        // The tables of names are read once, whatever the file.
        drop(report(&athlete, &library, &file));
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let report = report(&athlete, &library, &file);
        let took = MEMORY.peak_usage() - before + size;
        drop(report);
        let times = took as f64 / size as f64;
        println!(
            "{name}: {} kB, {} kB at the most, {times:.2} times the file; budget {BUDGET}: {}",
            size / 1000,
            took / 1000,
            if times < BUDGET { "kept" } else { "missed" }
        );
    }
}
