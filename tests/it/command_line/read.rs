//! `ironstride read`: plans as people write them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::ironstride;

fn file(dir: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = dir.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

const MAIL: &str = "Hi Anna,\n\nhere is next week:\n\nMon: off\nTue: 8 x 400m @ 5k pace (90 sec jog)\n\
    Wed: 6 miles easy\nThu: gym: squats 3x8, RDL 3x8\nSun: long run 12 miles\n\nCheers,\nTom\n";

#[test]
fn a_mail_becomes_a_week() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "mail.txt", MAIL);
    let run = ironstride(["read".as_ref(), path.as_os_str(), "--json".as_ref()]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let sessions = report["sessions"].as_array().unwrap();
    let kinds: Vec<&str> = sessions
        .iter()
        .map(|s| s["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["rest", "intervals", "easy", "strength", "long"]);
    let easy = &sessions[2];
    assert_eq!(easy["day"], "Wed");
    assert_eq!(easy["week"], 1);
    assert_eq!(easy["distance_m"], 9656);
    assert_eq!(easy["date"], Value::Null);
    assert_eq!(easy["duration_s"], Value::Null);
    assert_eq!(easy["certainty"], "sure");
    assert_eq!(easy["source"]["line"], 7);
    assert_eq!(easy["source"]["column"], 6);
    assert_eq!(sessions[1]["steps"], 1);
    assert_eq!(sessions[3]["exercises"], 2);
    let notes: Vec<&str> = report["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["text"].as_str().unwrap())
        .collect();
    for words in ["Hi Anna,", "here is next week:", "Cheers,", "Tom"] {
        assert!(notes.contains(&words), "{words}: {notes:?}");
    }
    for key in [
        "week",
        "day",
        "date",
        "kind",
        "duration_s",
        "distance_m",
        "steps",
        "exercises",
        "title",
        "note",
        "certainty",
        "source",
    ] {
        assert!(easy.get(key).is_some(), "{key}");
    }
}

#[test]
fn guesses_say_what_else_they_could_be() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "plan.txt", "Tue tempo 20m\n");
    let run = ironstride(["read".as_ref(), path.as_os_str(), "--json".as_ref()]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let guess = &report["guesses"][0];
    assert_eq!(
        (
            guess["text"].as_str(),
            guess["read"].as_str(),
            guess["or"].as_str()
        ),
        (Some("20m"), Some("20 min"), Some("20 m"))
    );
    assert_eq!(report["sessions"][0]["duration_s"], 1200);
    assert_eq!(run.code, Some(1));
}

#[test]
fn the_exit_code_tells_how_sure_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let sure = file(&dir, "sure.txt", "Mon: rest\nTue: easy run 8 km\n");
    let code = |path: &PathBuf| ironstride(["read".as_ref(), path.as_os_str()]).code;
    assert_eq!(code(&sure), Some(0));
    assert_eq!(
        code(&file(&dir, "none.txt", "Dear all, nothing here.\n")),
        Some(2)
    );
    assert_eq!(code(&dir.path().join("missing.txt")), Some(2));
}

#[test]
fn a_start_gives_dates_and_a_plan_is_written_in_every_form() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(
        &dir,
        "plan.csv",
        "Week,Mon,Wed,Sun\n1,easy 8 km,6x800m @ 4:05/km,long 16 km\n2,easy 8 km,tempo 6 km,long 18 km\n",
    );
    let run = ironstride([
        "read".as_ref(),
        path.as_os_str(),
        "--start".as_ref(),
        "2026-11-30".as_ref(),
    ]);
    assert!(run.out.contains("Sun 2026-12-13"), "{}", run.out);
    for end in ["txt", "csv", "xlsx"] {
        let to = dir.path().join(format!("out.{end}"));
        let run = ironstride([
            "read".as_ref(),
            path.as_os_str(),
            "--start".as_ref(),
            "2026-11-30".as_ref(),
            "--to".as_ref(),
            to.as_os_str(),
        ]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{end}");
        let again = ironstride(["read".as_ref(), to.as_os_str(), "--json".as_ref()]);
        let report: Value = serde_json::from_str(&again.out).unwrap();
        let sessions = report["sessions"].as_array().unwrap();
        assert_eq!(sessions.len(), 6, "{end}: {}", again.out);
        assert_eq!(sessions[5]["kind"], "long", "{end}");
        if end == "xlsx" {
            assert_eq!(sessions[5]["date"], "2026-12-13");
        }
    }
}

#[test]
fn contradicting_arguments_are_refused() {
    for line in [
        "read",
        "read a.txt --start 2026-11-30 --race 2027-01-10",
        "read a.txt --unit furlongs",
        "read a.txt --json --to b.txt",
        "read a.txt --to b.doc",
    ] {
        let run = ironstride(line.split(' '));
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{line}");
    }
}

#[test]
fn weeks_that_begin_on_sunday_stay_so_in_what_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let plan =
        "Sun 10 mi long\nMon rest\nTue easy 5 mi\nSat easy 4 mi\n\nSun 11 mi long\nTue easy 5 mi\n";
    let path = file(&dir, "plan.txt", plan);
    for (start, first) in [(None, "2000-12-31"), (Some("2026-12-06"), "2026-12-06")] {
        let write = |name: &str| {
            let to = dir.path().join(name);
            let mut arguments = vec!["read".into(), path.clone(), "--to".into(), to.clone()];
            if let Some(start) = start {
                arguments.extend(["--start".into(), PathBuf::from(start)]);
            }
            assert_eq!(ironstride(arguments).code, Some(0));
            fs::read_to_string(to).unwrap()
        };
        let text = write("out.txt");
        assert!(text.contains("week start: Sun"), "{text}");
        let weeks: Vec<&str> = text.split("next week").collect();
        assert_eq!(weeks.len(), 2, "{text}");
        assert!(
            weeks[0].contains("Sun  long 10mi") && weeks[0].contains("Sat"),
            "{text}"
        );
        assert!(weeks[1].contains("Sun  long 11mi"), "{text}");
        let table = write("out.csv");
        assert!(table.starts_with("Week,From,Sun,Mon"), "{table}");
        assert!(
            table.contains(&format!("1,{first},\"long 10mi\",\"rest\"")),
            "{table}"
        );
    }
}
