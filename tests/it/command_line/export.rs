//! `ironstride export`.

use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use ironstride::domain::Athlete;
use ironstride::library::Library;
use ironstride::{load, store, text};
use tempfile::TempDir;

use super::demo::demo;
use super::{Run, ironstride, saved};

const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date");
const ATHLETE: &str = "Ben Okafor";

/// A demo in a folder of its own, in which the exports go, too.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = demo(
        &folder.path().join("demo"),
        "--athletes 2 --years 0 --today 2026-11-24",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    folder
}

fn export(workspace: &Path, athlete: &str, week: &str, to: &Path) -> Run {
    let [workspace, to] = [workspace, to].map(|path| path.to_str().expect("a plain path"));
    let arguments = [
        "--workspace",
        workspace,
        "--athlete",
        athlete,
        "--week",
        week,
        "--to",
        to,
    ];
    ironstride(["export"].into_iter().chain(arguments))
}

/// The bytes of the demo's week, in the format of this name's end.
fn exported(folder: &TempDir, name: &str) -> Vec<u8> {
    let to = folder.path().join(name);
    let run = export(&folder.path().join("demo"), ATHLETE, "2026-W48", &to);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (Some(0), "", ""),
        "{name}"
    );
    fs::read(to).expect("the export was written")
}

fn athlete(folder: &TempDir) -> Athlete {
    let file = folder.path().join("demo/athletes/ben-okafor.ron");
    store::read_athlete(&file).expect("the demo's athlete reads")
}

#[test]
fn a_week_becomes_a_pdf_and_a_picture() {
    let folder = workspace();
    let pdf = exported(&folder, "week.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(pdf.trim_ascii_end().ends_with(b"%%EOF"));

    let picture = exported(&folder, "week.PNG");
    let decoder = png::Decoder::new(std::io::Cursor::new(&picture));
    let reader = decoder.read_info().unwrap();
    let info = reader.info();
    assert!(
        info.width > 1000 && info.height > 700,
        "{} × {}",
        info.width,
        info.height
    );
}

#[test]
fn a_week_as_text_reads_back_with_every_session() {
    let folder = workspace();
    let library = Library::shipped().unwrap();
    let written = String::from_utf8(exported(&folder, "week.txt")).unwrap();
    let plan = text::read(&written, &library);
    assert_eq!(plan.errors, []);
    assert_eq!(plan.athlete.as_deref(), Some(ATHLETE));

    let athlete = athlete(&folder);
    let sessions = athlete.sessions.between(MONDAY, MONDAY + Days::new(6));
    assert!(
        sessions.len() >= 4,
        "the demo fills the week: {}",
        sessions.len()
    );
    let read: Vec<_> = plan
        .sessions
        .iter()
        .map(|session| {
            (
                session.date,
                session.plan.start,
                session.plan.kind(),
                session.plan.workout.exercises().len(),
            )
        })
        .collect();
    let planned: Vec<_> = sessions
        .iter()
        .map(|session| {
            (
                session.date,
                session.plan.start,
                session.kind(),
                session.plan.workout.exercises().len(),
            )
        })
        .collect();
    assert_eq!(read, planned);

    let check = ironstride(["check".as_ref(), folder.path().join("week.txt").as_os_str()]);
    assert!(matches!(check.code, Some(0 | 1)), "{check:?}");
}

#[test]
fn a_week_as_markdown_names_every_session() {
    let folder = workspace();
    let library = Library::shipped().unwrap();
    let written = String::from_utf8(exported(&folder, "week.md")).unwrap();
    assert!(written.starts_with("# Ben Okafor\n"), "{written}");
    for session in athlete(&folder)
        .sessions
        .between(MONDAY, MONDAY + Days::new(6))
    {
        let title = load::title_of(&session.plan, &library);
        assert!(
            written.contains(&format!("**{title}**")),
            "{title}\n{written}"
        );
    }
}

#[test]
fn a_week_becomes_a_calendar_a_table_and_a_workbook() {
    let folder = workspace();
    let planned = athlete(&folder);
    let sessions = planned.sessions.between(MONDAY, MONDAY + Days::new(6));

    let calendar = String::from_utf8(exported(&folder, "week.ics")).unwrap();
    for session in sessions {
        let uid = format!("UID:{}@ironstride\r\n", session.id);
        assert!(calendar.contains(&uid), "{uid}\n{calendar}");
    }

    let table = String::from_utf8(exported(&folder, "week.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    assert_eq!(reader.records().count(), sessions.len());

    let book = exported(&folder, "week.xlsx");
    assert!(book.starts_with(b"PK"));
}

/// Runs an export of the demo with these arguments.
fn run_export(folder: &TempDir, arguments: &[&str], to: &Path) -> Run {
    let demo = folder.path().join("demo");
    let fixed = ["export".as_ref(), "--workspace".as_ref(), demo.as_os_str()];
    let arguments = arguments.iter().map(std::ffi::OsStr::new);
    let to = ["--to".as_ref(), to.as_os_str()];
    ironstride(fixed.into_iter().chain(arguments).chain(to))
}

#[test]
fn all_athletes_go_into_one_file_or_one_each() {
    let folder = workspace();
    let all = ["--all", "--week", "2026-W48"];
    let one = folder.path().join("everyone.csv");
    assert_eq!(run_export(&folder, &all, &one).code, Some(0));
    let table = fs::read_to_string(&one).unwrap();
    assert!(table.contains("Anna Kovač,") && table.contains("Ben Okafor,"));

    let each = folder.path().join("{athlete}.pdf");
    assert_eq!(run_export(&folder, &all, &each).code, Some(0));
    for name in ["Anna Kovač.pdf", "Ben Okafor.pdf"] {
        let pdf = fs::read(folder.path().join(name)).expect(name);
        assert!(pdf.starts_with(b"%PDF-"), "{name}");
    }

    let text = run_export(&folder, &all, &folder.path().join("all.txt"));
    assert!(text.failure().contains("a file for each"), "{text:?}");
}

#[test]
fn a_broken_file_keeps_nobody_else_from_a_plan() {
    let folder = workspace();
    let broken = folder.path().join("demo/athletes/ben-okafor.ron");
    let text = fs::read_to_string(&broken).unwrap();
    for damage in [text[..text.len() / 2].to_owned(), "nothing".to_owned()] {
        fs::write(&broken, damage).unwrap();
        let each = folder.path().join("{athlete}.csv");
        let run = run_export(&folder, &["--all", "--week", "2026-W48"], &each);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains("ben-okafor"), "{run:?}");
        let anna = folder.path().join("Anna Kovač.csv");
        assert!(fs::read_to_string(&anna).unwrap().contains("Anna Kovač,"));
        fs::remove_file(anna).unwrap();
    }
}

#[test]
fn a_name_is_found_without_its_accents() {
    let folder = workspace();
    let to = folder.path().join("week.md");
    let run = run_export(
        &folder,
        &["--athlete", "anna kovac", "--week", "2026-W48"],
        &to,
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert!(
        fs::read_to_string(to)
            .unwrap()
            .starts_with("# Anna Kovač\n")
    );
}

#[test]
fn several_weeks_and_other_tables_can_be_asked_for() {
    let folder = workspace();
    let to = folder.path().join("weeks.csv");
    let arguments = [
        "--athlete",
        ATHLETE,
        "--week",
        "2026-W48",
        "--weeks",
        "3",
        "--table",
        "weeks",
        "--units",
        "imperial",
    ];
    assert_eq!(run_export(&folder, &arguments, &to).code, Some(0));
    let table = fs::read_to_string(to).unwrap();
    assert!(table.contains("Planned mi"), "{table}");
    for week in ["2026-W48", "2026-W49", "2026-W50"] {
        assert!(table.contains(week), "{week}\n{table}");
    }
}

#[test]
fn a_report_shows_the_charts_that_were_asked_for() {
    let folder = workspace();
    let report = |charts: &str, name: &str| {
        let to = folder.path().join(name);
        let line = format!("--week 2026-W48 --sheet progress --charts {charts}");
        let mut arguments = vec!["--athlete", ATHLETE];
        arguments.extend(line.split(' '));
        (run_export(&folder, &arguments, &to), to)
    };
    let mut sizes = Vec::new();
    for (charts, name) in [
        ("load,form", "two.pdf"),
        ("usual", "usual.pdf"),
        ("all", "all.pdf"),
    ] {
        let (run, to) = report(charts, name);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{charts}");
        let pdf = fs::read(to).unwrap();
        assert!(pdf.starts_with(b"%PDF-"), "{charts}");
        sizes.push(pdf.len());
    }
    assert!(sizes.is_sorted(), "more charts take more: {sizes:?}");

    let (wrong, to) = report("load,lode", "none.pdf");
    assert_eq!(wrong.code, Some(2));
    assert!(
        wrong.err.contains("there is no chart \"lode\""),
        "{wrong:?}"
    );
    assert!(wrong.err.contains("load, distance, one-rm"), "{wrong:?}");
    assert!(!to.exists());
}

#[test]
fn what_is_not_there_is_named_and_nothing_is_written() {
    let folder = workspace();
    let to = folder.path().join("week.pdf");
    let unknown = export(&folder.path().join("demo"), "Zoe", "2026-W48", &to);
    assert!(unknown.failure().contains("\"Zoe\""), "{unknown:?}");
    assert!(unknown.err.contains(ATHLETE), "who there is: {unknown:?}");

    let nowhere = export(&folder.path().join("nowhere"), ATHLETE, "2026-W48", &to);
    assert!(nowhere.failure().contains("nowhere"), "{nowhere:?}");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert!(
        export(&empty, ATHLETE, "2026-W48", &to)
            .failure()
            .contains("empty")
    );
    assert!(!to.exists());

    let blocked = export(
        &folder.path().join("demo"),
        ATHLETE,
        "2026-W48",
        &folder.path().join("no/such/week.txt"),
    );
    assert!(
        blocked.failure().contains("week.txt") || blocked.err.contains("such"),
        "{blocked:?}"
    );
}

#[test]
fn the_sample_opens() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("sample");
    fs::create_dir_all(copy.join("athletes")).unwrap();
    let files = [
        "workspace.ron",
        "library.ron",
        "athletes/anna-kovac.ron",
        "athletes/ben-okafor.ron",
    ];
    for file in files {
        fs::copy(saved("sample").join(file), copy.join(file)).unwrap();
    }
    let anna = store::read_athlete(&copy.join(files[2])).unwrap();
    let first = anna.sessions.all().first().unwrap().date;
    let to = folder.path().join("week.txt");
    let run = export(&copy, "anna kovač", &first.to_string(), &to);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let written = fs::read_to_string(to).unwrap();
    assert!(written.starts_with("athlete: Anna Kovač\n"), "{written}");
}
