//! Tables from athletes to the bytes of their files.

use chrono::{DateTime, NaiveDate};

use crate::domain::*;
use crate::export::test_support::*;
use crate::library::Library;
use crate::rules::Finding;

use super::*;

const SUNDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();

fn options() -> TableOptions {
    TableOptions {
        today: MONDAY,
        units: Units::default(),
        dates: DateStyle::Iso,
    }
}

fn of(record: RowKind, athlete: &Athlete, findings: &[Finding]) -> Table {
    let subject = Subject {
        athlete,
        findings,
        days: (MONDAY, SUNDAY),
    };
    table(record, &[subject], &Library::shipped().unwrap(), options())
}

/// The cells of a column, by the start of its title.
fn column<'a>(table: &'a Table, title: &str) -> Vec<&'a Cell> {
    let at = table
        .columns
        .iter()
        .position(|column| column.title == title);
    let at = at.unwrap_or_else(|| panic!("{title}: {:?}", table.columns));
    table.rows.iter().map(|row| &row[at]).collect()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

#[test]
fn every_session_has_a_row_with_dates_and_figures() {
    let (anna, _) = ordinary();
    let sessions = of(RowKind::Session, &anna, &[]);
    assert_eq!(sessions.rows.len(), anna.sessions.len());
    for row in &sessions.rows {
        assert_eq!(row.len(), sessions.columns.len());
    }
    assert_eq!(column(&sessions, "Date")[0], &Cell::Date(MONDAY));
    assert_eq!(column(&sessions, "Week")[0], &text("2026-W48"));
    assert_eq!(column(&sessions, "Planned min")[0], &Cell::Number(45.0));
    let far = column(&sessions, "Planned km");
    assert_eq!(far.last().unwrap(), &&Cell::Number(16.5));
    assert_eq!(column(&sessions, "Status")[0], &text("planned"));
}

#[test]
fn every_set_has_a_row_and_what_was_done_stands_beside_what_was_asked() {
    let mut anna = athlete("Anna");
    let id = add(
        &mut anna,
        0,
        strength("Legs", &[("Squat", "3", "6", "60kg", 120)]),
    );
    let mut session = Session::clone(anna.sessions.get(id).unwrap());
    let set = |reps| SetLog {
        reps: Some(reps),
        kg: Some(Kilograms::new(60.0)),
        ..SetLog::default()
    };
    session.status = Status::Done;
    session.log = Some(Log {
        exercises: vec![
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: "Squat".to_owned(),
                sets: vec![set(6), set(6), set(5), set(4)],
            }
            .into(),
            ExerciseLog {
                exercise: ExerciseId::new("row"),
                name: "Row".to_owned(),
                sets: vec![set(10)],
            }
            .into(),
        ],
        ..Log::default()
    });
    anna.sessions.put(session.into(), 0);
    let sets = of(RowKind::Set, &anna, &[]);
    let reps: Vec<_> = [6.0, 6.0, 5.0, 4.0, 10.0].map(Cell::Number).into();
    assert_eq!(column(&sets, "Done reps"), reps.iter().collect::<Vec<_>>());
    let planned = column(&sets, "Planned");
    assert_eq!(planned[2], &text("6"));
    assert_eq!(planned[3], &Cell::Empty, "a fourth set was not asked for");
    assert_eq!(column(&sets, "Exercise")[4], &text("Row"));
}

#[test]
fn weeks_and_findings_have_their_rows() {
    let (anna, findings) = ordinary();
    let weeks = of(RowKind::Week, &anna, &[]);
    assert_eq!(weeks.rows.len(), 1);
    assert_eq!(column(&weeks, "Strength sessions")[0], &Cell::Number(2.0));
    let found = of(RowKind::Finding, &anna, &findings);
    assert_eq!(
        column(&found, "Accepted because")[0],
        &text("The loop has no shortcut.")
    );
}

#[test]
fn miles_and_pounds_stand_in_the_heads() {
    let (anna, _) = ordinary();
    let subject = Subject {
        athlete: &anna,
        findings: &[],
        days: (MONDAY, SUNDAY),
    };
    let imperial = TableOptions {
        units: Units::IMPERIAL,
        ..options()
    };
    let sessions = table(
        RowKind::Session,
        &[subject],
        &Library::shipped().unwrap(),
        imperial,
    );
    assert_eq!(
        column(&sessions, "Planned mi").last().unwrap(),
        &&Cell::Number(10.25)
    );
}

#[test]
fn csv_keeps_every_text_and_runs_none() {
    let mut anna = athlete("=HYPERLINK(\"http://x\")");
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "a,b;c",
        "say \"hi\"",
        "two\nlines",
        "שלום 🏃",
        "＝1",
    ];
    for note in texts {
        let note = note.to_owned();
        let plan = Plan {
            note,
            ..run(RunKind::Easy, 30, 3.0)
        };
        add(&mut anna, 0, plan);
    }
    let bytes = csv(&of(RowKind::Session, &anna, &[])).unwrap();
    let written = String::from_utf8(bytes).unwrap();
    let mut reader = ::csv::Reader::from_reader(written.trim_start_matches('\u{FEFF}').as_bytes());
    let note = reader
        .headers()
        .unwrap()
        .iter()
        .position(|head| head == "Note");
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let read: Vec<&str> = rows.iter().map(|row| &row[note.unwrap()]).collect();
    for (typed, read) in texts.iter().zip(&read) {
        assert_eq!(read.trim_start_matches('\''), typed.trim(), "{typed:?}");
        assert!(!read.starts_with(['=', '+', '-', '@', '＝']), "{read:?}");
    }
    assert_eq!(&rows[0][0], "'=HYPERLINK(\"http://x\")");
}

#[test]
fn a_workbook_takes_every_text() {
    let mut anna = athlete(&"x".repeat(300));
    for note in HOSTILE.iter().chain(&["=1+1", "\u{FFFF}\u{1}"]) {
        let plan = Plan {
            note: (*note).to_owned(),
            ..run(RunKind::Easy, 30, 3.0)
        };
        add(&mut anna, 0, plan);
    }
    let long = Plan {
        note: "🏃".repeat(40_000),
        ..run(RunKind::Easy, 30, 3.0)
    };
    add(&mut anna, 1, long);
    let tables = RowKind::ALL.map(|record| of(record, &anna, &[]));
    let written = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let when = (written, DateStyle::Iso);
    let book = workbook(&tables, "Anna", when, |_| Ok(())).unwrap();
    assert!(book.starts_with(b"PK"));
    assert_eq!(book, workbook(&tables, "Anna", when, |_| Ok(())).unwrap());
}
