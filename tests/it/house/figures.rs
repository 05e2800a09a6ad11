//! Times are taken apart into hours, minutes and seconds in `notation` alone: what is done again by hand elsewhere soon
//! rounds, pads or ends at an hour otherwise.

use std::fs;
use std::path::{Path, PathBuf};

/// What divides seconds or minutes into whole ones of the next unit and what is left.
const SPLITS: [&[&str]; 3] = [&["/ 60 % 60"], &["/ 60", "% 60"], &["/ 3600"]];

/// The lines of a file that take a time apart.
fn splits(text: &str) -> Vec<&str> {
    // Tests stand at the end of a file, and write figures of their own.
    let shipped = text.split("#[cfg(test)]\nmod tests {").next();
    let lines = shipped.unwrap_or_default().lines();
    let splits = lines.filter(|line| {
        let code = line.split("//").next().unwrap_or_default();
        let has = |part: &&str| {
            // `/ 60.0` only tells a time in another unit.
            code.match_indices(*part)
                .any(|(at, _)| !code[at + part.len()..].starts_with(['.', '_', '0']))
        };
        SPLITS.iter().any(|parts| parts.iter().all(has))
    });
    splits.map(str::trim).collect()
}

fn is_test(path: &Path) -> bool {
    path.iter().any(|part| {
        let part = part.to_string_lossy();
        part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs")
    })
}

#[test]
fn times_are_taken_apart_in_notation_alone() {
    let mut paths: Vec<PathBuf> = Vec::new();
    super::collect(Path::new("src"), &mut paths);
    let (own, others): (Vec<_>, Vec<_>) = paths
        .into_iter()
        .filter(|path| !is_test(path))
        .partition(|path| path.starts_with("src/notation"));
    let found = |path: &PathBuf| -> Vec<String> {
        let text = fs::read_to_string(path).unwrap();
        let told = |line: &str| format!("{}: {line}", path.display());
        splits(&text).into_iter().map(told).collect()
    };
    let by_hand: Vec<String> = others.iter().flat_map(found).collect();
    assert!(by_hand.is_empty(), "\n{}\n", by_hand.join("\n"));
    let own = own.iter().flat_map(found).count();
    assert!(own > 2, "what is looked for is found in notation: {own}");
}

#[test]
fn only_whole_parts_of_a_time_are_taken_apart() {
    for line in [
        "let (h, m) = (time.0 / 3600, time.0 / 60 % 60);",
        "NaiveTime::from_hms_opt(free / 60, free % 60, 0)",
    ] {
        assert_eq!(splits(line), [line]);
    }
    for line in [
        "let minutes = seconds / 60.0;",
        "let minutes = (seconds.0 + 30) / 60;",
        "// time / 60 % 60",
        "let rate = meters / 3600.0;",
    ] {
        assert!(splits(line).is_empty(), "{line}");
    }
}
