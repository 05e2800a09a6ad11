//! Where results go, and what the exit code says when they do not arrive there.
#![cfg(unix)]

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use ironstride::store;

use super::demo::demo;
use super::{ironstride, saved};

/// The exit code of a run whose standard output goes there.
fn code(arguments: &[&str], out: Stdio) -> Option<i32> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ironstride"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Nobody reads: a pipe is closed before the first word comes.
    drop(child.stdout.take());
    child.wait().unwrap().code()
}

#[test]
fn a_reader_that_closes_early_changes_no_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let conflict = folder.path().join("plan.txt");
    fs::write(
        &conflict,
        "Mon strength lower heavy 40min\nTue tempo 50min\nSat easy 40min\n",
    )
    .unwrap();
    let plan = saved("weeks/000.txt");
    let file = plan.to_str().unwrap();
    assert_eq!(code(&["check", file], Stdio::piped()), Some(0));
    assert_eq!(code(&["check", file, "--json"], Stdio::piped()), Some(0));
    let conflict = conflict.to_str().unwrap();
    assert_eq!(code(&["check", conflict], Stdio::piped()), Some(1));
    assert_eq!(code(&["explain"], Stdio::piped()), Some(0));
}

#[test]
fn results_that_do_not_arrive_end_with_two() {
    let full = || Stdio::from(File::options().write(true).open("/dev/full").unwrap());
    let plan = saved("weeks/000.txt");
    let file = plan.to_str().unwrap();
    assert_eq!(code(&["check", file], full()), Some(2));
    assert_eq!(code(&["explain"], full()), Some(2));
    assert_eq!(code(&["explain", "legs-before-key-run"], full()), Some(2));
}

#[test]
fn an_athlete_of_the_year_262142_is_told_and_not_calculated_with() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("anna.ron");
    let sample = fs::read_to_string(saved("v1/athlete.ron")).unwrap();
    fs::write(&file, sample.replace("2026-11-23", "+262142-12-31")).unwrap();
    let run = ironstride(["check", file.to_str().unwrap()]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(run.err.contains("between 1900 and 2200"), "{}", run.err);
}

#[test]
fn a_frozen_file_of_each_version_is_checked_and_printed() {
    let folder = tempfile::tempdir().unwrap();
    let versions = (1..).map(|version| format!("v{version}"));
    let mut seen = 0;
    for version in versions.take_while(|version| saved(version).exists()) {
        seen += 1;
        let workspace = folder.path().join(&version);
        fs::create_dir_all(workspace.join("athletes")).unwrap();
        for file in ["workspace.ron", "library.ron"] {
            // Only athletes have a second version.
            let of_version = saved(&version).join(file);
            if version == "v1" || of_version.exists() {
                fs::copy(of_version, workspace.join(file)).unwrap();
            }
        }
        let parts = fs::read_dir(saved(&version).join("athlete"));
        for part in parts.into_iter().flatten() {
            let part = part.unwrap();
            fs::create_dir_all(workspace.join("athletes/anna")).unwrap();
            let to = workspace.join("athletes/anna").join(part.file_name());
            fs::copy(part.path(), to).unwrap();
        }
        let anna = workspace.join("athletes/anna.ron");
        fs::copy(saved(&version).join("athlete.ron"), &anna).unwrap();
        let run = ironstride(["check", anna.to_str().unwrap()]);
        assert!(matches!(run.code, Some(0 | 1)), "{run:?}");
        for end in ["pdf", "ics", "xlsx", "csv", "md", "txt"] {
            let to = folder.path().join(format!("{version}.{end}"));
            let run = ironstride([
                "export",
                "--workspace",
                workspace.to_str().unwrap(),
                "--athlete",
                "Anna Kovač",
                "--week",
                "2026-W47",
                "--to",
                to.to_str().unwrap(),
            ]);
            assert_eq!(run.code, Some(0), "{end}: {run:?}");
            assert!(fs::metadata(to).unwrap().len() > 100, "{end}");
        }
    }
    assert!(seen >= 2);
}

#[test]
fn an_export_takes_no_lock_and_writes_through_a_link_to_a_device() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("demo");
    demo(&workspace, "--athletes 2 --years 0 --today 2026-11-24");
    let export = |to: &str| {
        ironstride([
            "export",
            "--workspace",
            workspace.to_str().unwrap(),
            "--athlete",
            "Ben Okafor",
            "--week",
            "2026-W48",
            "--to",
            to,
        ])
    };
    let link = folder.path().join("week.md");
    symlink("/dev/null", &link).unwrap();
    assert!(!workspace.join("workspace.lock").exists());
    assert_eq!(export(link.to_str().unwrap()).code, Some(0));
    assert!(!workspace.join("workspace.lock").exists());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());

    let (_window, opened) = store::Store::open(&workspace).unwrap();
    assert_eq!(opened.mode, store::OpenMode::ReadWrite);
    let beside = folder.path().join("beside.md");
    let run = export(beside.to_str().unwrap());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn titles_with_odd_characters_reach_no_terminal_and_stop_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("demo");
    demo(&workspace, "--athletes 1 --years 0 --today 2026-11-24");
    let athletes = fs::read_dir(workspace.join("athletes")).unwrap();
    let file = athletes.map(|entry| entry.unwrap().path()).next().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    let odd = "name: \"A\\u{ffff}n\\u{1b}[31mn\\u{7}\\u{9b}a\\u{fffe}\",";
    let start = text.find("name: \"").unwrap();
    let end = start + text[start..].find('\n').unwrap();
    let odd_file = format!("{}{odd}{}", &text[..start], &text[end..]);
    let titled = odd_file.replace("title: \"", "title: \"\\u{1b}]0;\\u{ffff}");
    fs::write(&file, titled).unwrap();
    for (end, sheet) in [
        ("txt", "week"),
        ("md", "week"),
        ("pdf", "progress"),
        ("pdf", "week"),
    ] {
        let to = folder.path().join(format!("{sheet}.{end}"));
        let mut arguments = vec![
            "export",
            "--workspace",
            workspace.to_str().unwrap(),
            "--all",
        ];
        arguments.extend(["--week", "2026-W48", "--to", to.to_str().unwrap()]);
        if end == "pdf" {
            arguments.extend(["--sheet", sheet]);
        }
        let run = ironstride(arguments);
        assert_eq!(run.code, Some(0), "{sheet}.{end}: {run:?}");
        let bytes = fs::read(&to).unwrap();
        if end != "pdf" {
            let text = String::from_utf8(bytes).unwrap();
            let steers = |c: &char| c.is_control() && *c != '\n' && *c != '\t';
            assert_eq!(text.chars().find(steers), None, "{text:?}");
        }
    }
}
