//! One way to set an apostrophe and what is left open: ’ and …, in whatever a person reads on the screen or on paper.

use std::fs;
use std::path::{Path, PathBuf};

use super::tokens;

/// Rooms that read what people and other programs write: they know every way to write it.
const READERS: [&str; 4] = [
    "src/intake",
    "src/import",
    "src/library/normalise.rs",
    "src/store/copies.rs",
];
/// What is written for people besides the source.
const WRITTEN: [(&str, &str); 4] = [
    ("assets/exercises", "ron"),
    ("assets/programs", "ron"),
    ("assets/templates", "ron"),
    ("docs/guide", "md"),
];

/// What is set in another way than the rest: words around it.
fn slips(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|letter| letter.is_alphabetic())
    };
    let slip = |at: usize| match letters[at] {
        '\'' => {
            let before = at.checked_sub(1);
            let plural = before.is_some_and(|at| letters[at] == 's')
                && letters.get(at + 1) == Some(&' ')
                && is_letter(Some(at + 2));
            is_letter(before) && is_letter(Some(at + 1)) || plural
        }
        '.' => letters.get(at..at + 3) == Some(&['.'; 3]),
        _ => false,
    };
    let places = (0..letters.len()).filter(|at| slip(*at));
    places
        .map(|at| {
            let around = at.saturating_sub(20)..(at + 20).min(letters.len());
            letters[around].iter().collect()
        })
        .collect()
}

fn files(folder: &Path, end: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder reads") {
        let path = entry.expect("an entry reads").path();
        if path.is_dir() {
            files(&path, end, found);
        } else if path.extension().is_some_and(|own| own == end) {
            found.push(path);
        }
    }
    found.sort();
}

/// The source of a file without its tests, which may type what people type.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

#[test]
fn apostrophes_and_dots_are_set_in_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut tell = |path: &Path, slips: Vec<String>| {
        let path = path.strip_prefix(root).unwrap_or(path).display();
        found.extend(slips.into_iter().map(|slip| format!("{path}: {slip}")));
    };
    let mut sources = Vec::new();
    files(&root.join("src"), "rs", &mut sources);
    let mut read = 0;
    for path in sources {
        let inner = path.strip_prefix(root).unwrap().to_string_lossy();
        let is_test = inner.contains("test");
        if is_test || READERS.iter().any(|room| inner.starts_with(room)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for text in tokens::texts(without_tests(&text)) {
            read += 1;
            tell(&path, slips(&text));
        }
    }
    assert!(read > 2000, "the texts were found: {read}");
    for (folder, end) in WRITTEN {
        let mut texts = Vec::new();
        files(&root.join(folder), end, &mut texts);
        assert!(!texts.is_empty(), "{folder}");
        for path in texts {
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().map(str::trim);
            // Other names of an exercise are what people type.
            let lines = lines.filter(|it| !it.starts_with("//") && !it.starts_with("aliases:"));
            lines.for_each(|line| tell(&path, slips(line)));
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_slip_of_the_setter_is_found() {
    assert_eq!(slips("the coach's and athletes' own...").len(), 3);
    assert!(slips("5' easy, O’Conner, 'x', wait… 1..=5").is_empty());
}
