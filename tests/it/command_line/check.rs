//! `ironstride check`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ironstride::domain::{RuleSetting, Workspace};
use ironstride::library::Library;
use ironstride::{store, text};
use serde_json::Value;

use super::{Run, ironstride, saved};

/// The rules about spacing, which the weeks of the sources are known by.
const SPACING: [&str; 10] = [
    "legs-before-key-run",
    "lift-before-run",
    "hard-stack",
    "same-day-gap",
    "shared-day",
    "off-policy-day",
    "legs-after-key-run",
    "legs-48h",
    "key-runs-back-to-back",
    "no-easy-day",
];

/// A week that lifts heavy before a key run.
const CONFLICT: &str = "Mon strength lower heavy 40min\nTue tempo 50min\nSat easy 40min\n";

fn check(file: &Path) -> Run {
    ironstride(["check".as_ref(), file.as_os_str()])
}

fn check_json(file: &Path) -> (Run, Value) {
    let run = ironstride(["check".as_ref(), file.as_os_str(), "--json".as_ref()]);
    assert_eq!(
        run.out.lines().count(),
        1,
        "one object on one line: {run:?}"
    );
    let json = serde_json::from_str(&run.out).expect("standard output is JSON");
    (run, json)
}

fn check_text(text: &str) -> (Run, Value) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("plan.txt");
    fs::write(&file, text).expect("the plan is written");
    check_json(&file)
}

/// The findings on spacing: `legs-before-key-run warning Tue Wed`.
fn spacing(json: &Value) -> Vec<String> {
    let findings = json["findings"].as_array().expect("findings are a list");
    let told = findings
        .iter()
        .filter(|finding| SPACING.iter().any(|rule| finding["rule"] == *rule));
    told.map(|finding| {
        let days = finding["days"].as_array().expect("days are a list");
        let words = [&finding["rule"], &finding["severity"]]
            .into_iter()
            .chain(days);
        words
            .map(|word| word.as_str().expect("a word"))
            .collect::<Vec<_>>()
            .join(" ")
    })
    .collect()
}

#[test]
fn the_weeks_of_the_sources_have_the_findings_they_are_known_for() {
    let weeks: [(&str, &[&str]); 9] = [
        ("000", &[]),
        (
            "001",
            &[
                "legs-before-key-run warning Tue Wed",
                "key-runs-back-to-back hint Fri Sat",
            ],
        ),
        ("002", &["same-day-gap hint Wed"]),
        ("004", &[]),
        ("half-marathoner", &[]),
        ("advanced", &[]),
        ("novice", &[]),
        ("hard-days-hard", &["same-day-gap hint Thu"]),
        ("taper", &[]),
    ];
    for (name, wanted) in weeks {
        let (run, json) = check_json(&saved(&format!("weeks/{name}.txt")));
        assert_eq!(spacing(&json), wanted, "{name}");
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{name}");
    }
    let files = fs::read_dir(saved("weeks")).unwrap().count();
    assert_eq!(
        files,
        weeks.len(),
        "every week in the folder is checked here"
    );
}

#[test]
fn the_policy_of_the_athlete_decides_on_the_week_of_004() {
    let text = fs::read_to_string(saved("weeks/004.txt")).unwrap();
    let (_, json) = check_text(&text.replace("policy: hard-days-hard", ""));
    assert_eq!(
        spacing(&json),
        ["off-policy-day hint Tue", "off-policy-day hint Sun"]
    );
}

#[test]
fn json_has_the_keys_that_programs_rely_on() {
    let (run, json) = check_text(&format!("week: 2026-W48\n{CONFLICT}Wed blah\n"));
    let keys = |value: &Value| -> BTreeSet<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(keys(&json), set(&["findings", "errors"]));
    let finding = &json["findings"][0];
    let wanted = [
        "rule", "severity", "week", "days", "sessions", "message", "source",
    ];
    assert_eq!(keys(finding), set(&wanted));
    assert_eq!(finding["rule"], "legs-before-key-run");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["week"], "2026-W48");
    assert_eq!(finding["days"], serde_json::json!(["Mon", "Tue"]));
    assert_eq!(
        finding["sessions"],
        serde_json::json!(["strength lower", "tempo"])
    );
    assert_eq!(
        keys(&json["errors"][0]),
        set(&["line", "column", "message"])
    );
    assert_eq!(
        (&json["errors"][0]["line"], &json["errors"][0]["column"]),
        (&5.into(), &5.into())
    );
    assert_eq!(
        run.code,
        Some(2),
        "a text with errors is checked as far as it reads, and ends with 2"
    );
    assert!(
        run.err.contains("plan.txt: line 5, column 5: “blah”"),
        "{}",
        run.err
    );
}

#[test]
fn template_weeks_are_counted_and_wrap() {
    let week_of = |json: &Value| {
        let findings = json["findings"].as_array().unwrap().clone();
        let rule = |finding: &&Value| finding["rule"] == "legs-before-key-run";
        findings.iter().find(rule).unwrap()["week"].clone()
    };
    let (_, json) = check_text("Sun strength lower heavy 40min\nnext week\nMon tempo 50min\n");
    assert_eq!(week_of(&json), "1");
    let (_, json) = check_text("Mon tempo 50min\nnext week\nSun strength lower heavy 40min\n");
    assert_eq!(spacing(&json), ["legs-before-key-run error Sun Mon"]);
    assert_eq!(week_of(&json), "2");
}

#[test]
fn the_exit_code_tells_conflicts_from_the_rest() {
    assert_eq!(check_text(CONFLICT).0.code, Some(1));
    let milder = CONFLICT.replace("heavy", "moderate");
    assert_eq!(
        check_text(&milder).0.code,
        Some(0),
        "a caution is no conflict"
    );
    assert_eq!(check_text("").0.code, Some(0));
    assert_eq!(check_text("Mon blah").0.code, Some(2));
}

#[test]
fn people_read_shape_word_reason_and_source() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.txt");
    fs::write(&file, CONFLICT).unwrap();
    let run = check(&file);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    for words in [
        "Week 1\n",
        "⬣ Conflict  Mon, Tue: ",
        "Source: ",
        "(legs-before-key-run)",
        "1 conflict",
    ] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
}

#[test]
fn files_that_cannot_be_read_say_where_and_end_with_two() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("none.txt");
    let (run, json) = check_json(&missing);
    assert_eq!(run.code, Some(2));
    assert_eq!(json["findings"], serde_json::json!([]));
    assert_eq!(json["errors"].as_array().unwrap().len(), 1);

    let damaged = folder.path().join("damaged.ron");
    fs::write(&damaged, "(\n  version: 1,\n  athlete: (x").unwrap();
    let (run, json) = check_json(&damaged);
    assert_eq!((run.code, &json["errors"][0]["line"]), (Some(2), &3.into()));
    assert!(
        run.err.contains("damaged.ron: line 3, column "),
        "{}",
        run.err
    );

    assert_eq!(check(folder.path()).code, Some(2), "a folder is no plan");
}

#[test]
fn other_editors_texts_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.txt");
    let marked = format!("\u{feff}{}", CONFLICT.replace('\n', "\r\n"));
    fs::write(&file, marked.as_bytes()).unwrap();
    assert_eq!(
        check(&file).code,
        Some(1),
        "a mark at the start, and line ends of Windows"
    );
    let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(&file, wide).unwrap();
    assert_eq!(check(&file).code, Some(1), "UTF-16");
}

#[test]
fn athletes_of_the_sample_are_checked() {
    let (anna, json) = check_json(&saved("sample/athletes/anna-kovac.ron"));
    assert_eq!((anna.code, anna.err.as_str()), (Some(1), ""));
    assert!(
        spacing(&json)
            .iter()
            .any(|told| told.starts_with("legs-before-key-run error")),
        "{json}"
    );
    let (ben, json) = check_json(&saved("sample/athletes/ben-okafor.ron"));
    assert_eq!(
        (ben.code, json["errors"].as_array().map(Vec::len)),
        (Some(0), Some(0)),
        "{json}"
    );
}

#[test]
fn an_athlete_of_a_workspace_is_checked_as_the_workspace_sets_the_rules() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let library = Library::shipped().expect("the library");
    let athlete = text::read(&format!("week: 2026-W48\n{CONFLICT}"), &library).athlete();
    let mut workspace = Workspace::default();
    workspace.put(std::sync::Arc::new(athlete));
    let off = |setting: &mut RuleSetting| setting.off = Some(true);
    for (dir, is_off) in [("on", false), ("off", true)] {
        if is_off {
            workspace.settings.rules.change("legs-before-key-run", off);
        }
        let dir = folder.path().join(dir);
        store::create(&dir, &workspace).expect("the workspace is written");
        let files = fs::read_dir(dir.join("athletes")).expect("athletes");
        let file = files.flatten().next().expect("an athlete").path();
        let (run, json) = check_json(&file);
        let found = spacing(&json)
            .iter()
            .any(|line| line.starts_with("legs-before-key-run"));
        assert_eq!(found, !is_off, "{run:?}");
    }
}

#[test]
fn a_workspace_is_checked_athlete_by_athlete() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo");
    let text = demo.to_str().unwrap();
    let made = ironstride([
        "demo",
        text,
        "--athletes",
        "2",
        "--years",
        "1",
        "--today",
        "2026-11-25",
    ]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let all = ironstride(["check", "--workspace", text, "--json"]);
    let json: Value = serde_json::from_str(&all.out).unwrap();
    let names: Vec<_> = json["athletes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["athlete"])
        .collect();
    assert_eq!(names, ["Anna Kovač", "Ben Okafor"]);
    assert!(
        !json["athletes"][0]["findings"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let one = ironstride(["check", "--workspace", text, "--athlete", "ben okafor"]);
    assert!(one.out.starts_with("Ben Okafor\n"), "{one:?}");
    assert!(!one.out.contains("Anna"));
    let nobody = ironstride(["check", "--workspace", text, "--athlete", "Nobody"]);
    assert_eq!(nobody.code, Some(2));
    assert!(nobody.err.contains("no athlete"), "{nobody:?}");
    let nowhere = ironstride([
        "check",
        "--workspace",
        folder.path().join("none").to_str().unwrap(),
    ]);
    assert_eq!(nowhere.code, Some(2));
}
