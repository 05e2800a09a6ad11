//! `ironstride publish`, and packages of somebody else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::demo::demo;
use super::{Run, ironstride};

fn publish(workspace: &Path, to: &Path, more: &[&str]) -> Run {
    let [workspace, to] = [workspace, to].map(|path| path.to_str().expect("a plain path"));
    let arguments = ["publish", "--workspace", workspace, "--to", to];
    ironstride(arguments.into_iter().chain(more.iter().copied()))
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        let name = entry.expect("an entry").file_name();
        name.into_string().expect("a plain name")
    };
    entries.map(name).collect()
}

#[test]
fn each_athlete_has_files_of_their_own_and_those_of_others_are_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let workspace = folder.path().join("demo");
    assert_eq!(demo(&workspace, "--athletes 2 --years 0").code, Some(0));
    // Two people of one name.
    let ben = workspace.join("athletes/ben-okafor.ron");
    let text = fs::read_to_string(&ben).expect("Ben's file");
    fs::write(&ben, text.replacen("Ben Okafor", "Anna Kovač", 1)).expect("it is renamed");
    let to = folder.path().join("public");
    let run = publish(&workspace, &to, &["--weeks", "1"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    assert_eq!(run.out.matches("Anna Kovač: plan-").count(), 2, "{run:?}");
    let files = names(&to);
    assert_eq!(files.len(), 6, "{files:?}");
    assert!(files.iter().all(|name| !name.contains("anna")), "{files:?}");
    for name in &files {
        let bytes = fs::read(to.join(name)).expect("it is there");
        let end = name.rsplit('.').next().expect("an end");
        let begins = match end {
            "ics" => "BEGIN:VCALENDAR",
            "html" => "<!doctype html>",
            _ => "%PDF-",
        };
        let head = String::from_utf8_lossy(&bytes[..20]).to_lowercase();
        assert!(head.starts_with(&begins.to_lowercase()), "{name}: {head}");
    }

    // Somebody else's file under one of the names stays, is told, and stops nothing else.
    let foreign = files
        .iter()
        .find(|name| name.strip_suffix(".ics").is_some());
    let foreign = to.join(foreign.expect("a calendar"));
    fs::write(&foreign, "mine").expect("it is written");
    let run = publish(&workspace, &to, &["--weeks", "1"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.err.contains("was not published by Ironstride"),
        "{run:?}"
    );
    assert_eq!(fs::read_to_string(&foreign).expect("it is there"), "mine");
    assert_eq!(names(&to), files);

    let one = folder.path().join("one");
    fs::write(&ben, &text).expect("Ben has his name again");
    let run = publish(&workspace, &one, &["--athlete", "ben", "--files", "ics"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(names(&one).len(), 1);
    let away = folder.path().join("drive/that/is/away");
    let run = publish(&workspace, &away, &[]);
    assert!(run.failure().contains("does not exist"), "{run:?}");
}

#[test]
fn a_package_of_somebody_else_of_the_same_name_is_somebody_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let [ours, theirs] = ["ours", "theirs"].map(|name| folder.path().join(name));
    assert_eq!(demo(&ours, "--athletes 1 --years 0").code, Some(0));
    assert_eq!(demo(&theirs, "--athletes 2 --years 0").code, Some(0));
    let ben = theirs.join("athletes/ben-okafor.ron");
    let text = fs::read_to_string(&ben).expect("Ben's file");
    fs::write(&ben, text.replacen("Ben Okafor", "Anna Kovač", 1)).expect("it is renamed");
    fs::remove_file(theirs.join("athletes/anna-kovac.ron")).expect("only one Anna is there");
    let package = folder.path().join("anna.ron");
    let plain = |path: &Path| path.to_str().expect("a plain path").to_owned();
    let run = ironstride([
        "package",
        "--workspace",
        &plain(&theirs),
        "--athlete",
        "anna",
        "--to",
        &plain(&package),
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let anna = ours.join("athletes/anna-kovac.ron");
    let before = fs::read(&anna).expect("our Anna");
    let run = ironstride(["import", &plain(&package), "--workspace", &plain(&ours)]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.out.contains("was not in this workspace and is new"),
        "{run:?}"
    );
    assert_eq!(fs::read(&anna).expect("our Anna"), before);
    assert_eq!(names(&ours.join("athletes")).len(), 2);
}
