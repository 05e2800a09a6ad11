//! What is tried: a reader, what it begins with, and the words of its format. A reader gives a number that is the same for
//! answers of one shape.

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Debug, Write as _};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeZone, Utc};
use ironstride::domain::{
    Athlete, AthleteId, Profile, Session, SessionId, Stamp, VersionId, Workspace,
};
use ironstride::edit;
use ironstride::history::{BringIn, FileHistory, bring_in};
use ironstride::import::history::{self, InputFile, ReadOptions};
use ironstride::import::plan;
use ironstride::intake::Options;
use ironstride::library::Library;
use ironstride::merge::AthletePackage;
use ironstride::store::{self, Store};
use ironstride::text;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use uuid::Uuid;

use super::mutate::hash;
use super::{data, files};

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

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

/// The moment at which everything is read.
fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap()
}

fn anna() -> Athlete {
    let mut anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna Kovač"));
    let plan = fs::read_to_string(saved("weeks/half-marathoner.txt")).unwrap();
    let read = text::read(&plan, &LIBRARY);
    let sessions = read.sessions.iter().enumerate().map(|(place, read)| {
        let id = SessionId::from_bits(place as u128 + 1);
        Session::planned(id, read.date, read.plan.clone(), Stamp::coach(now()))
    });
    anna.sessions = sessions.collect();
    anna
}

fn saved(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("saves")
        .join(path)
}

/// A folder in which files are written that can only be read from the disk.
struct Desk {
    folder: tempfile::TempDir,
    store: Store,
    anna: Arc<Athlete>,
}

thread_local! {
    static DESK: Desk = {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("workspace");
        let mut workspace = Workspace::default();
        workspace.put(Arc::new(anna()));
        store::create(&dir, &workspace).unwrap();
        let (store, opened) = Store::open(&dir).unwrap();
        let anna = store.read_athlete(&opened.athletes[0].file).unwrap();
        Desk { folder, store, anna }
    };
}

fn on_desk<R>(bytes: &[u8], read: impl FnOnce(&Desk, &Path) -> R) -> R {
    DESK.with(|desk| {
        let path = desk.folder.path().join("input.ron");
        fs::write(&path, bytes).unwrap();
        read(desk, &path)
    })
}

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

fn parts() -> Vec<Vec<u8>> {
    let part = fs::read(saved("v2/athlete/2026-11-02.ron")).unwrap();
    // And one in which all of the own file's sessions stand too.
    let own = fs::read_to_string(saved("v2/athlete.ron")).unwrap();
    let from = own.find("sessions: [").unwrap();
    let to = own.find("    history: (").unwrap();
    let head = "(version: 2, part: (athlete: \"b9257fbd-9225-482a-9b6d-b4408fdb453d\", ";
    vec![part, format!("{head}{}))", &own[from..to]).into_bytes()]
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

fn athletes() -> Vec<Vec<u8>> {
    let own = DESK.with(|desk| {
        let entries = fs::read_dir(desk.folder.path().join("workspace/athletes")).unwrap();
        let path = entries.map(|entry| entry.unwrap().path()).next().unwrap();
        fs::read(path).unwrap()
    });
    let kept = ["v1/athlete.ron", "v2/athlete.ron"].map(|file| fs::read(saved(file)).unwrap());
    std::iter::once(own).chain(kept).collect()
}

fn packages() -> Vec<Vec<u8>> {
    let written = DESK.with(|desk| {
        let path = desk.folder.path().join("package.ron");
        let mut edited = Athlete::clone(&desk.anna);
        "edited".clone_into(&mut edited.profile.notes);
        let from = Stamp::coach(now());
        let version = VersionId(Uuid::from_u128(7));
        desk.store
            .write_package(&path, &edited, from, version)
            .unwrap();
        fs::read(path).unwrap()
    });
    vec![written]
}

fn plans() -> Vec<Vec<u8>> {
    let entries = fs::read_dir(saved("weeks")).unwrap();
    let mut plans: Vec<_> = entries
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    plans.sort();
    plans
}

/// Lines of plans as people write them, some together.
fn mails() -> Vec<Vec<u8>> {
    let lines = include_str!("../../data/plans_in/lines.tsv");
    let lines = lines.lines().filter_map(|line| line.split('\t').nth(2));
    let lines: Vec<&str> = lines.collect();
    let mut mails: Vec<Vec<u8>> = lines
        .chunks(6)
        .map(|it| it.join("\n").into_bytes())
        .collect();
    mails.extend(plans());
    mails
}

fn seeds(prefix: &str) -> Vec<Vec<u8>> {
    let files = files(&data().join("seeds"), prefix);
    files.into_iter().map(|(_, bytes)| bytes).collect()
}

fn tables() -> Vec<Vec<u8>> {
    seeds("plan-")
}

fn histories() -> Vec<Vec<u8>> {
    seeds("history-")
}

fn workbooks() -> Vec<Vec<u8>> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = [
        ["Week", "Mon", "Tue", "Sat"],
        ["1", "Rest", "6x800m @ 5k pace", "long 16 km"],
        ["2", "Squat 4x6 @ 75%", "easy 8 km", "Race: half marathon"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    let date = ExcelDateTime::from_ymd(2026, 11, 24).unwrap();
    let format = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_with_format(4, 0, &date, &format).unwrap();
    sheet.write(4, 1, 8.5).unwrap();
    sheet
        .write(4, 2, Formula::new("=1+1").set_result("2"))
        .unwrap();
    sheet
        .merge_range(5, 0, 5, 2, "merged", &Format::new())
        .unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    vec![stored(&bytes), bytes]
}

/// The same archive without compression, so that a change in it is a change of what it says.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        to.start_file(file.name().unwrap().into_owned(), options)
            .unwrap();
        std::io::copy(&mut file, &mut to).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn archives() -> Vec<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (place, seed) in histories().iter().take(3).enumerate() {
        let options = if place == 0 {
            zip::write::SimpleFileOptions::default()
        } else {
            stored
        };
        zip.start_file(format!("files/{place}.csv"), options)
            .unwrap();
        zip.write_all(seed).unwrap();
    }
    vec![zip.finish().unwrap().into_inner()]
}

/// A run of a watch with records, and sets of lifting.
fn watch_files() -> Vec<Vec<u8>> {
    use embedded_io_adapters::std::FromStd;
    use rustyfit::profile::{mesgdef, typedef};
    use rustyfit::proto::{FIT, Message};
    let moment = |seconds: i64| typedef::DateTime::from_unix_timestamp(1_714_543_200 + seconds);
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = typedef::File::ACTIVITY;
    let mut messages: Vec<Message> = vec![file_id.into()];
    for second in 0..30 {
        let mut record = mesgdef::Record::new();
        record.timestamp = moment(second);
        record.heart_rate = 140;
        record.set_distance_scaled(3.0 * second as f64);
        messages.push(record.into());
    }
    let mut set = mesgdef::Set::new();
    set.start_time = moment(40);
    set.timestamp = set.start_time;
    set.repetitions = 5;
    set.set_weight_scaled(60.0);
    set.set_type = typedef::SetType::ACTIVE;
    messages.push(set.into());
    let mut session = mesgdef::Session::new();
    session.start_time = moment(0);
    session.timestamp = moment(60);
    session.sport = typedef::Sport::RUNNING;
    session.set_total_timer_time_scaled(60.0);
    session.set_total_distance_scaled(180.0);
    messages.push(session.into());
    let mut fit = FIT {
        messages,
        ..FIT::default()
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    rustyfit::Encoder::new()
        .encode(FromStd::new(&mut bytes), &mut fit)
        .unwrap();
    vec![bytes.into_inner()]
}

fn replies() -> Vec<Vec<u8>> {
    let session = |bits: u128, more: &str| {
        let id = SessionId::from_bits(bits);
        format!(
            "{{\"id\":\"{id}\",\"date\":\"2026-11-24\",\"title\":\"Easy run\",\"kind\":\"run\",\"plan\":\"easy 45min\",\"changed\":\"2026-11-24T18:00:00.000Z\",\"done_on\":\"2026-11-24\",\"status\":\"done\",{more}}}"
        )
    };
    let run = session(
        1,
        "\"distance\":\"8,2\",\"time\":\"45:30\",\"heart_rate\":\"141\",\"rpe\":\"4\",\"heavy_legs\":true,\"pain\":{\"place\":\"left knee\",\"sharp\":false},\"note\":\"windy\",\"exercises\":[]",
    );
    let lifting = session(
        2,
        "\"exercises\":[{\"exercise\":\"squat\",\"name\":\"Squat\",\"implements\":1,\"sets\":[{\"reps\":\"6\",\"load\":\"60\",\"rpe\":\"8\"},{\"reps\":\"6\",\"load\":\"62.5\"}]}]",
    );
    let answer = format!(
        "{{\"format\":\"ironstride-answer\",\"version\":1,\"mass\":\"kg\",\"distance\":\"km\",\"athlete\":{{\"id\":\"{}\",\"name\":\"Anna\"}},\"sessions\":[{run},{lifting}]}}",
        AthleteId::from_bits(1)
    );
    let mail = format!("Hello coach,\r\n\r\n> {answer}\r\n\r\nSent from my phone");
    vec![answer.into_bytes(), mail.into_bytes()]
}

/// The same for answers that say the same kinds of things: the words of its debug form, without figures and without
/// what is quoted.
fn shape(answer: &impl Debug) -> u64 {
    let mut words = Words::default();
    // It never fails.
    let _ = write!(words, "{answer:?}");
    words.end();
    words.sum
}

#[derive(Default)]
struct Words {
    heard: HashSet<u64>,
    word: String,
    quoted: bool,
    escaped: bool,
    sum: u64,
}

impl Words {
    fn end(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let hash = hash(self.word.as_bytes());
        if self.heard.insert(hash) {
            self.sum ^= hash;
        }
        self.word.clear();
    }
}

impl fmt::Write for Words {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            if self.quoted {
                if !self.escaped && letter == '"' {
                    self.quoted = false;
                }
                self.escaped = !self.escaped && letter == '\\';
            } else if letter == '"' {
                self.end();
                self.quoted = true;
            } else if letter.is_alphabetic() || letter == '_' {
                self.word.push(letter);
            } else {
                self.end();
            }
        }
        Ok(())
    }
}
