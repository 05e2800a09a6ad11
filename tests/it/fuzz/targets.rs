//! What is tried: a reader, what it begins with, and the words of its format. A reader gives a number that is the same for
//! answers of one shape.

use std::collections::BTreeMap;
use std::fs;

use ironstride::domain::{Athlete, SessionId, Stamp};
use ironstride::edit;
use ironstride::history::{BringIn, FileHistory, bring_in};
use ironstride::import::history::{self, InputFile, ReadOptions};
use ironstride::import::plan;
use ironstride::intake::Options;
use ironstride::merge::AthletePackage;
use ironstride::store;
use ironstride::text;

use super::desk::{DESK, LIBRARY, now, on_desk, saved};
use super::seeds::{
    archives, athletes, histories, mails, packages, parts, plans, replies, tables, watch_files,
    workbooks,
};
use super::shape::shape;

/// A reader that is tried.
pub struct Target {
    /// Its name, with which the names of its inputs begin.
    pub name: &'static str,
    /// Reads an input.
    pub run: fn(&[u8]) -> u64,
    /// What is changed at first.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words of the format.
    pub words: &'static [&'static str],
}

/// Everything that reads what others wrote.
pub const TARGETS: &[Target] = &[
    Target {
        name: "athlete",
        run: athlete,
        seeds: athletes,
        words: RON,
    },
    Target {
        name: "part",
        run: part,
        seeds: parts,
        words: RON,
    },
    Target {
        name: "strict",
        run: strict,
        seeds: plans,
        words: PLAN,
    },
    Target {
        name: "lenient",
        run: lenient,
        seeds: mails,
        words: MAIL,
    },
    Target {
        name: "workbook",
        run: plan_file,
        seeds: workbooks,
        words: &[
            "xl/worksheets/sheet1.xml",
            "<row r=\"",
            "<c r=\"XFD1048576\"",
            "t=\"s\"",
            "<v>",
        ],
    },
    Target {
        name: "table",
        run: plan_file,
        seeds: tables,
        words: MAIL,
    },
    Target {
        name: "history",
        run: history_file,
        seeds: histories,
        words: HISTORY,
    },
    Target {
        name: "watch",
        run: history_file,
        seeds: watch_files,
        words: &[".FIT", "\u{0}\u{0}\u{0}"],
    },
    Target {
        name: "archive",
        run: archive,
        seeds: archives,
        words: &["PK\u{3}\u{4}", "PK\u{1}\u{2}", "../", "a.csv"],
    },
    Target {
        name: "package",
        run: package,
        seeds: packages,
        words: RON,
    },
    Target {
        name: "reply",
        run: history_file,
        seeds: replies,
        words: REPLY,
    },
];

const RON: &[&str] = &[
    "Some(",
    "None",
    "(",
    ")",
    "[",
    "]",
    "r#\"",
    "\"#",
    "/*",
    "*/",
    "//",
    "version: 1",
    "version: 9",
    "sessions: ",
    "profile: ",
    "name: ",
    "id: ",
    "Run(",
    "Strength(",
    "exercises: [",
    "sets: [",
    "'a'",
    "0x7f",
    "1_000",
    "b\"",
    "\\u{10FFFF}",
    "tombstones: [",
    "lineage: ",
    "history: ",
    "part: (athlete: ",
    "date: ",
    "\"2026-11-24\"",
    "\"+262142-12-31\"",
    "\"-0001-01-01\"",
];

const PLAN: &[&str] = &[
    "Mon ",
    "Tue ",
    "2026-11-24",
    "strength",
    "lower",
    "heavy",
    "tempo",
    "easy",
    "race",
    "rest",
    "40min",
    "10km",
    "6x",
    "4x6",
    "@75%",
    "@RPE8",
    "RIR2",
    "squat",
    "deadlift",
    "athlete:",
    "week",
    "units: mi",
    "am ",
    "pm ",
    "warm-up",
    "5:00/km",
    "note:",
    "#",
    "done",
    "skipped",
];

const MAIL: &[&str] = &[
    "Montag",
    "lundi",
    "Wednesday",
    "Week 1",
    "Woche 2",
    "6x800m",
    "@ 5k pace",
    "easy 8 km",
    "20' warm up",
    "3 x (4 x 400)",
    "rest",
    "Ruhetag",
    "Squat 4x6 @ 80 kg",
    "RPE 7",
    "BEGIN:VEVENT",
    "DTSTART:20261124",
    "RRULE:FREQ=DAILY;COUNT=999999999",
    "<table><tr><td>",
    "3/4",
    "½",
    "1h30",
    "90''",
    "7:30 min/mi",
    "24.11.",
    "11/24",
    "x10^9",
    "HM",
    "MP",
    "strides",
    "long run",
];

const HISTORY: &[&str] = &[
    "Date",
    "Datum",
    "Exercise",
    "Weight",
    "Reps",
    "kg",
    "lbs",
    "2024-02-03",
    "03.02.2024",
    "31/12/2023",
    "12:60:61",
    "2h 38m",
    "0:01:30",
    "Distance",
    "Running",
    "Squat",
    "\"\"",
    "true",
    "<trkpt lat=\"",
    "<time>",
    "</trkseg>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "<![CDATA[",
    "2024-05-01T06:00:00Z",
    "9999-12-31T23:59:59Z",
    "-180",
    "1690735780000",
];

const REPLY: &[&str] = &[
    "\"format\":\"ironstride-answer\"",
    "\"sessions\":[",
    "\"exercises\":[",
    "\"sets\":[",
    "\"reps\":",
    "\"load\":",
    "\"rpe\":",
    "null",
    "true",
    "{",
    "}",
    "[",
    "]",
    "\"done_on\":",
    "\"status\":\"skipped\"",
    "\"distance\":",
    "\"time\":\"45:30\"",
    "\\ud800",
    "\"mass\":\"lb\"",
];

fn athlete(bytes: &[u8]) -> u64 {
    on_desk(bytes, |_, path| shape(&store::read_athlete(path)))
}

/// Reads an athlete of whom one of the files is this.
fn part(bytes: &[u8]) -> u64 {
    on_desk(&fs::read(saved("v2/athlete.ron")).unwrap(), |_, own| {
        let parts = own.with_extension("");
        fs::create_dir_all(&parts).unwrap();
        let path = parts.join("2026-11-02.ron");
        fs::write(&path, bytes).unwrap();
        let read = store::read_athlete(own);
        fs::remove_dir_all(&parts).unwrap();
        shape(&read)
    })
}

fn strict(bytes: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(bytes);
    shape(&text::read(&text, &LIBRARY))
}

fn lenient(bytes: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(bytes);
    shape(&plan::read_plan_text(&text, &LIBRARY, &Options::default()))
}

fn plan_file(bytes: &[u8]) -> u64 {
    shape(&plan::read_plan(bytes, &LIBRARY, &Options::default()))
}

/// Reads a file and brings it into a calendar with a plan.
fn history_file(bytes: &[u8]) -> u64 {
    let file = InputFile::new("input", bytes.to_vec());
    brought(vec![history::read(&file, &ReadOptions::default())])
}

fn brought(histories: Vec<FileHistory>) -> u64 {
    DESK.with(|desk| {
        let mut last = 1_000_000;
        let report = bring_in(
            histories.clone(),
            BringIn {
                athlete: &desk.anna,
                library: &LIBRARY,
                learned: &BTreeMap::new(),
                dumbbells: &BTreeMap::new(),
                stamp: Stamp::coach(now()),
                dates: ironstride::domain::DateStyle::default(),
                new_id: &mut || {
                    last += 1;
                    SessionId::from_bits(last)
                },
            },
        );
        let mut changed = Athlete::clone(&desk.anna);
        edit::apply(&mut changed, &report.edits, Stamp::coach(now()));
        shape(&(histories, report))
    })
}

fn archive(bytes: &[u8]) -> u64 {
    let files = history::unpacked(InputFile::new("input.zip", bytes.to_vec()));
    let read = files
        .iter()
        .map(|file| history::read(file, &ReadOptions::default()));
    brought(read.collect())
}

fn package(bytes: &[u8]) -> u64 {
    on_desk(bytes, |desk, path| {
        let read = store::read_package(path);
        let Ok(read) = read else { return shape(&read) };
        let mut package: AthletePackage = read.package;
        // Of whomever it is said to be, it is merged.
        package.athlete.id = desk.anna.id;
        shape(&desk.store.offer(&package, &desk.anna))
    })
}
