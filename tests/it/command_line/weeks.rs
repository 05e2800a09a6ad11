//! Athletes whose weeks begin on Sunday, at the turn of the year: every command calls a week by one name.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::demo::demo;
use super::{Run, ironstride};

/// A demo of two athletes with plans beyond New Year; Ben's weeks begin on Sunday, Anna's on Monday.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = demo(
        &folder.path().join("demo"),
        "--athletes 2 --years 0 --today 2026-12-22",
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let ben = folder.path().join("demo/athletes/ben-okafor.ron");
    let text = fs::read_to_string(&ben).expect("the demo's athlete");
    assert_eq!(text.matches(r#"week_start: "Mon""#).count(), 1);
    let text = text.replace(r#"week_start: "Mon""#, r#"week_start: "Sun""#);
    fs::write(&ben, text).expect("the athlete is written");
    folder
}

fn export(folder: &TempDir, rest: &str, to: &Path) -> Run {
    let workspace = folder.path().join("demo");
    let fixed = [
        "export",
        "--workspace",
        workspace.to_str().expect("a plain path"),
        "--to",
        to.to_str().expect("a plain path"),
    ];
    let rest = rest.split(' ').map(|word| match word {
        "Ben" => "Ben Okafor",
        word => word,
    });
    ironstride(fixed.into_iter().chain(rest))
}

/// The columns of a table of weeks or sessions: athlete, week and date of each row.
fn rows(folder: &TempDir, rest: &str) -> Vec<[String; 3]> {
    let to = folder.path().join("table.csv");
    let run = export(folder, rest, &to);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let bytes = fs::read(to).expect("the table was written");
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes.as_slice());
    let heads = reader.headers().expect("a head").clone();
    let at = |name: &str| {
        heads
            .iter()
            .position(|head| head.trim_start_matches('\u{FEFF}') == name)
    };
    let date = at("Date").or(at("From")).expect("a date");
    let columns = [
        at("Athlete").expect("a name"),
        at("Week").expect("a week"),
        date,
    ];
    reader
        .records()
        .map(|row| columns.map(|column| row.as_ref().expect("a row")[column].to_owned()))
        .collect()
}

#[test]
fn a_day_or_a_name_exports_the_athletes_own_week() {
    let folder = workspace();
    let week = |week: &str| {
        let rows = rows(
            &folder,
            &format!("--athlete Ben --week {week} --table weeks"),
        );
        assert_eq!(rows.len(), 1, "{rows:?}");
        [rows[0][1].clone(), rows[0][2].clone()]
    };
    // The Sunday begins the last week of the year; the week before was printed for it.
    assert_eq!(week("2026-12-27"), ["2026-W53", "2026-12-27"]);
    assert_eq!(week("2026-12-26"), ["2026-W52", "2026-12-20"]);
    assert_eq!(week("2026-W53"), ["2026-W53", "2026-12-27"]);
    assert_eq!(week("2027-W01"), ["2027-W01", "2027-01-03"]);
    for [_, week, day] in rows(&folder, "--athlete Ben --week 2026-W53 --table sessions") {
        assert_eq!(week, "2026-W53", "{day}");
        assert!(
            ("2026-12-27"..="2027-01-02").contains(&day.as_str()),
            "{day}"
        );
    }
}

#[test]
fn everybody_has_the_weeks_asked_for_and_no_others() {
    let folder = workspace();
    let of = |rest: &str| {
        let mut rows = rows(&folder, rest);
        rows.sort();
        rows
    };
    let weeks = of("--all --week 2026-W53 --weeks 2 --table weeks");
    let expected = [
        ["Anna Kovač", "2026-W53", "2026-12-28"],
        ["Anna Kovač", "2027-W01", "2027-01-04"],
        ["Ben Okafor", "2026-W53", "2026-12-27"],
        ["Ben Okafor", "2027-W01", "2027-01-03"],
    ];
    assert_eq!(weeks, expected);
    let sessions = of("--all --week 2026-W53 --table sessions");
    assert!(sessions.iter().any(|[who, ..]| who == "Anna Kovač"));
    for [who, week, day] in &sessions {
        assert_eq!(week, "2026-W53", "{who} {day}");
    }

    // A calendar of all has the same days.
    let to = folder.path().join("all.ics");
    let run = export(&folder, "--all --week 2026-W53", &to);
    assert_eq!(run.code, Some(0), "{run:?}");
    let events = fs::read_to_string(to).expect("the calendar was written");
    assert_eq!(events.matches("BEGIN:VEVENT").count(), sessions.len());
}

#[test]
fn a_check_calls_a_week_as_the_table_does() {
    let folder = workspace();
    let file = folder.path().join("plan.txt");
    let plan = "week start: Sun\nweek: 2026-W52\n\
        Sat strength lower heavy 40min\n\
        week: 2026-W53\nSun long 120min key\nMon tempo 50min\nTue strength lower heavy 40min\nWed intervals 50min\n";
    fs::write(&file, plan).expect("a plan");
    let run = ironstride(["check", file.to_str().expect("a plain path"), "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).expect("a report");
    assert_eq!(json["errors"].as_array().map(Vec::len), Some(0), "{json}");
    let findings = json["findings"].as_array().expect("findings");
    let named = |days: &[&str]| {
        let mut found = findings.iter().filter(|finding| {
            finding["rule"] == "legs-before-key-run" && finding["days"] == serde_json::json!(days)
        });
        found.next().map(|finding| finding["week"].clone())
    };
    // Saturday ends one week and Sunday begins the next, whose name holds to the Saturday after.
    assert_eq!(
        named(&["Sat", "Sun"]),
        Some("2026-W52".into()),
        "{findings:?}"
    );
    assert_eq!(
        named(&["Tue", "Wed"]),
        Some("2026-W53".into()),
        "{findings:?}"
    );
}

#[test]
fn a_week_as_text_reads_back_as_one_week() {
    let folder = workspace();
    let to = folder.path().join("week.txt");
    let run = export(&folder, "--athlete Ben --week 2026-12-27", &to);
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(&to).expect("the text was written");
    assert!(
        text.contains("\nweek start: Sun\n") && text.contains("\nweek: 2026-W53\n"),
        "{text}"
    );
    assert!(!text.contains("next week"), "{text}");
    let library = ironstride::library::Library::shipped().expect("the library");
    let plan = ironstride::text::read(&text, &library);
    assert_eq!(plan.errors, []);
    let days = plan.sessions.iter().map(|session| session.date.to_string());
    let days: Vec<String> = days.collect();
    assert!(
        days.iter()
            .all(|day| ("2026-12-27"..="2027-01-02").contains(&day.as_str())),
        "{days:?}"
    );
}
