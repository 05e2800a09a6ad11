//! `ironstride demo`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Run, ironstride};

/// Makes a demo in a folder.
pub fn demo(folder: &Path, arguments: &str) -> Run {
    let folder = folder.to_str().expect("a folder that can be written down");
    ironstride(
        ["demo", folder]
            .into_iter()
            .chain(arguments.split_whitespace()),
    )
}

/// Every file under a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder of the demo reads") {
            let path = entry.expect("an entry of the demo reads").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).expect("a file of the demo reads");
            let inner = path.strip_prefix(folder).expect("it is inside").to_owned();
            found.insert(inner, bytes);
        }
    }
    found
}

fn made(arguments: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = demo(&folder.path().join("new/demo"), arguments);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (Some(0), "", "")
    );
    files(&folder.path().join("new/demo"))
}

#[test]
fn the_same_arguments_make_the_same_bytes() {
    let arguments = "--athletes 2 --years 1 --seed 7 --today 2026-11-24";
    let first = made(arguments);
    assert!(first == made(arguments), "twice the same");
    let names: Vec<_> = first
        .keys()
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        // A year of training may stand in several files.
        .filter(|name| name.matches('/').count() < 2)
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in ["library.ron", "workspace.ron"] {
        assert!(names.iter().any(|own| own == name), "{names:?}");
    }
    assert_eq!(
        names
            .iter()
            .filter(|name| name.starts_with("athletes/"))
            .count(),
        2,
        "{names:?}"
    );
    assert!(
        first != made(&arguments.replace("seed 7", "seed 8")),
        "another seed"
    );
}

#[test]
fn a_workspace_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        demo(folder.path(), "--athletes 1 --years 0 --today 2026-11-24").code,
        Some(0)
    );
    let before = files(folder.path());
    let again = demo(folder.path(), "--athletes 3 --years 0 --today 2026-11-24");
    assert!(
        again.failure().contains("already holds a workspace"),
        "{again:?}"
    );
    assert!(files(folder.path()) == before);
}
