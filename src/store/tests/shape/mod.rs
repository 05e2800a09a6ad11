//! The shape of the files: no field and no value of one may get lost, since the files live for ever.
//!
//! `saves/v1/shape.txt` says what the types of today read, place by place. What it says holds for all files of that
//! version, so a type may only grow, and only on purpose:
//!
//! * A field that may be missing, or a further value of a choice, is written into the shape by running this test
//!   with `IRONSTRIDE_ACCEPT_SHAPE=1`, which marks it as later than the samples, and described in
//!   `docs/file-format.md`.
//! * Anything else needs a next version: bodies of its own in `store::body` that read what was there, and a folder
//!   `saves/v2` with samples and a shape. For a new name of a field alone, `#[serde(alias = "old name")]` will do.

mod explorer;
mod samples;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;

use crate::domain::SharedProgram;
use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};
use crate::merge::{AthletePackage, Lineage};
use crate::store::document::VERSION;
use crate::store::parted;

use super::*;
use explorer::shape_of;

/// Writes what was added into the shape.
const ACCEPT: &str = "IRONSTRIDE_ACCEPT_SHAPE";

/// Marks what was added after the samples were frozen, which lack it.
const LATER: &str = " (later)";

/// The folder that holds what stays of a version: its shape and a sample of every file.
fn frozen(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("saves/v{version}"))
}

fn file() -> PathBuf {
    frozen(VERSION).join("shape.txt")
}

/// What the files of athletes in several parts hold, which alone are of version 2.
fn shape_of_parts() -> String {
    let documents = [
        shape_of::<parted::Own>("athlete"),
        shape_of::<parted::StoredPart>("part"),
    ];
    let documents = documents.map(|lines| lines.join("\n") + "\n");
    documents.join("\n")
}

/// What goes from one workspace to another and what is remembered of it, but for the athlete within, who has the shape
/// of every athlete.
fn shape_of_exchange() -> String {
    let package = shape_of::<AthletePackage>("package").into_iter();
    let package = package.filter(|line| !line.starts_with("package.athlete."));
    let documents = [package.collect(), shape_of::<Lineage>("exchange")];
    let documents = documents.map(|lines: Vec<String>| lines.join("\n") + "\n");
    documents.join("\n")
}

/// What all files of ours hold, as the types of today read it.
fn shape_now() -> String {
    let documents = [
        shape_of::<Athlete>("athlete"),
        shape_of::<OwnLibrary>("library"),
        shape_of::<WorkspaceSettings>("settings"),
        shape_of::<SharedProgram>("shared"),
        shape_of::<Preferences>("preferences"),
    ];
    documents
        .iter()
        .map(|lines| lines.join("\n") + "\n")
        .collect::<Vec<_>>()
        .join("\n")
}

/// How one shape differs from another.
#[derive(Debug, Default, PartialEq)]
struct Difference {
    /// What files written before do not have and need not.
    added: Vec<String>,
    /// What makes files written before unreadable, or loses something of theirs.
    broken: Vec<String>,
}

/// What was read at a place.
#[derive(Debug, PartialEq)]
struct Kind {
    words: BTreeSet<String>,
    required: bool,
}

fn kinds(shape: &str) -> BTreeMap<&str, Kind> {
    let lines = shape.lines().filter_map(|line| line.split_once(": "));
    lines
        .map(|(place, kind)| {
            let plain = kind.strip_suffix(", required");
            let words = plain.unwrap_or(kind).split(" | ").map(str::to_owned);
            let kind = Kind {
                words: words.collect(),
                required: plain.is_some(),
            };
            (place, kind)
        })
        .collect()
}

fn difference(frozen: &str, now: &str) -> Difference {
    let (frozen, now) = (kinds(frozen), kinds(now));
    let mut difference = Difference::default();
    for (place, was) in &frozen {
        match now.get(place) {
            None => difference
                .broken
                .push(format!("{place} is not read any more")),
            Some(is) => {
                for word in was.words.difference(&is.words) {
                    difference
                        .broken
                        .push(format!("{place} was {word} and is not any more"));
                }
                // A choice may get more words; any other kind has one word, which must not change.
                for word in is.words.difference(&was.words) {
                    difference.added.push(format!("{place} can be {word}"));
                }
                if is.required != was.required {
                    let told = if is.required {
                        "may not be missing any more"
                    } else {
                        "may be missing now, and programs before need it"
                    };
                    difference.broken.push(format!("{place} {told}"));
                }
            }
        }
    }
    for (place, is) in now.iter().filter(|(place, _)| !frozen.contains_key(*place)) {
        // Do not list what lies inside something new.
        let parent_is_new = now
            .keys()
            .any(|other| !frozen.contains_key(other) && is_within(place, other));
        if is.required && !parent_is_new {
            difference
                .broken
                .push(format!("{place} is new and files written before lack it"));
        } else {
            difference.added.push(format!("{place} is new"));
        }
    }
    difference
}

/// The shape of now with a mark on every place that is not in the one before, or had a mark there.
fn with_marks(now: &str, before: &str) -> String {
    let before: BTreeMap<&str, &str> = before
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let line = |line: &str| {
        let Some((place, _)) = line.split_once(": ") else {
            return format!("{line}\n");
        };
        let is_later = before.get(place).is_none_or(|kind| kind.ends_with(LATER));
        let mark = if is_later && !before.is_empty() {
            LATER
        } else {
            ""
        };
        format!("{line}{mark}\n")
    };
    now.lines().map(line).collect()
}

/// True when one place lies within another.
fn is_within(place: &str, other: &str) -> bool {
    place
        .strip_prefix(other)
        .is_some_and(|rest| rest.starts_with(['.', '[', '{', '<', '(']))
}

#[test]
fn the_files_keep_their_shape() {
    keeps_its_shape(&file(), &shape_now(), VERSION);
    let parts = frozen(2).join("shape.txt");
    keeps_its_shape(&parts, &shape_of_parts(), 2);
    let exchange = frozen(1).join("exchange-shape.txt");
    keeps_its_shape(&exchange, &shape_of_exchange(), 1);
}

fn keeps_its_shape(file: &Path, now: &str, version: u32) {
    let now = now.to_owned();
    let marked = fs::read_to_string(file).unwrap_or_default();
    let frozen = marked.replace(LATER, "");
    if frozen == now {
        return;
    }
    let Difference { added, broken } = difference(&frozen, &now);
    assert!(
        broken.is_empty() || frozen.is_empty(),
        "files of version {version} that people have would be misread:\n  {}\nKeep reading the old form \
         (#[serde(alias)], #[serde(default)]), or make a version {}: see the head of {}.",
        broken.join("\n  "),
        version + 1,
        file!(),
    );
    if std::env::var_os(ACCEPT).is_some() {
        fs::write(file, with_marks(&now, &marked)).unwrap();
        return;
    }
    panic!(
        "files hold something new:\n  {}\nIf that is meant, describe it in docs/file-format.md and run this test \
         once with {ACCEPT}=1, which writes it into {}.",
        added.join("\n  "),
        file.display(),
    );
}

#[test]
fn a_shape_may_grow_and_not_change() {
    let frozen = "a.name: text, required\na.kind: Run | Rest\na.size: optional number\n";
    let broken = |now: &str| difference(frozen, now).broken;
    assert_eq!(difference(frozen, frozen), Difference::default());
    let renamed = frozen.replace("a.name", "a.title");
    assert_eq!(
        broken(&renamed),
        [
            "a.name is not read any more",
            "a.title is new and files written before lack it"
        ]
    );
    for now in [
        frozen.replace("a.size: optional number\n", ""),
        frozen.replace("optional number", "optional text"),
        frozen.replace("optional number", "number"),
        frozen.replace("Run | Rest", "Running | Rest"),
        frozen.replace("Run | Rest", "Run"),
        frozen.replace("number", "number, required"),
        frozen.replace(", required", ""),
        format!("{frozen}a.new: number, required\n"),
    ] {
        assert_eq!(broken(&now).len(), 1, "{now}: {:?}", broken(&now));
    }
    let grown = format!(
        "{}a.sleep: optional fields\na.sleep.hours: number, required\n",
        frozen.replace("Rest", "Rest | Swim")
    );
    let difference = difference(frozen, &grown);
    assert_eq!(difference.broken, [""; 0]);
    assert_eq!(
        difference.added,
        [
            "a.kind can be Swim",
            "a.sleep is new",
            "a.sleep.hours is new"
        ]
    );
}

#[test]
fn what_came_later_is_marked() {
    let frozen = "a.name: text, required\na.kind: Run | Rest\n";
    assert_eq!(with_marks(frozen, ""), frozen);
    let once = with_marks(
        "a.kind: Run | Rest | Swim\na.name: text, required\na.new: text\n",
        frozen,
    );
    assert_eq!(
        once,
        "a.kind: Run | Rest | Swim\na.name: text, required\na.new: text (later)\n"
    );
    assert_eq!(with_marks(&once.replace(LATER, ""), &once), once);
}

#[test]
fn the_explorer_sees_what_a_type_reads() {
    #[derive(Deserialize)]
    #[expect(dead_code, reason = "the fields are only read into")]
    struct Outer {
        name: String,
        #[serde(default, alias = "old")]
        new: u32,
        #[serde(default)]
        days: Vec<chrono::Weekday>,
        inner: Option<Inner>,
    }
    #[derive(Deserialize)]
    #[expect(dead_code, reason = "the fields are only read into")]
    enum Inner {
        Plain,
        Held(BTreeMap<String, f64>),
        #[serde(rename = "Spelled")]
        Named {
            at: NaiveDate,
        },
    }
    assert_eq!(
        shape_of::<Outer>("o"),
        [
            "o.days: list",
            "o.days[]: weekday",
            "o.inner: optional Plain | Held | Spelled",
            "o.inner<Held>: map",
            "o.inner<Held>{key}: text",
            "o.inner<Held>{}: number",
            "o.inner<Spelled>.at: date, required",
            "o.inner<Spelled>: fields",
            "o.name: text, required",
            "o.new: whole number (u32)",
            "o.old: read as new",
            "o: fields",
        ]
    );
}
