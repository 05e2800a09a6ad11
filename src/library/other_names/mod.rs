//! What exercises are called elsewhere: in other programs, in other languages, and for short.

mod plain_name;
mod waiting;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::{Exercise, ExerciseId};

use super::Library;
use plain_name::{
    MACHINE, has_rope, is_ambiguous, key, sorted, without_details, without_grip, without_load,
};
pub(crate) use plain_name::{is_assisted, plain_words};
pub use waiting::{is_waiting, waiting};

/// Other programs' names, as [`key`] writes them.
static NAMES: LazyLock<HashMap<String, ExerciseId>> = LazyLock::new(|| {
    // The file is part of the program and a test reads it; without it more names are asked about.
    let table: BTreeMap<String, Vec<String>> =
        ron::from_str(include_str!("../../../assets/import/exercise-names.ron"))
            .unwrap_or_default();
    table
        .into_iter()
        .flat_map(|(id, names)| {
            names
                .into_iter()
                .map(move |name| (key(&name), ExerciseId::new(id.clone())))
        })
        .collect()
});

/// The exercise that other programs call so, or that has this name here.
pub fn known_exercise(name: &str, library: &Library) -> Option<ExerciseId> {
    let words = plain_words(name);
    if is_ambiguous(&words) {
        return None;
    }
    let found = named(&words, library)
        .or_else(|| library.find(name))
        .or_else(|| with_load(&words, library))
        .or_else(|| without_what_tells_nothing(&words, library))
        .or_else(|| said_twice(name, library))?;
    Some(found.id.clone())
}

/// The exercise that a name and the brackets behind it both mean: "Romanian Deadlift (RDL)".
fn said_twice<'a>(name: &str, library: &'a Library) -> Option<&'a Exercise> {
    let (before, rest) = name.split_once('(')?;
    let (within, behind) = rest.split_once(')')?;
    let find = |part: &str| named(&plain_words(part), library).or_else(|| library.find(part));
    let found = find(before).filter(|_| behind.trim().is_empty())?;
    (find(within)?.id == found.id).then_some(found)
}

/// Exercises that are the same whichever way the hands hold on; a bench press is another one with a close grip.
const PULLS: [&str; 5] = [
    "row",
    "seated-row",
    "inverted-row",
    "lat-pulldown",
    "pull-up",
];

/// The exercise that a name means besides pauses, handles, added weight or help, and the grip of a pull.
fn without_what_tells_nothing<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let find = |words: &[String]| named(words, library).or_else(|| with_load(words, library));
    let plain = without_details(words);
    let found = plain.as_ref().and_then(|words| find(words));
    // With a rope a pulldown is one of straight arms.
    let found = found.filter(|found| found.id.as_str() != "lat-pulldown" || !has_rope(words));
    found.or_else(|| {
        let rest = without_grip(plain.as_deref().unwrap_or(words))?;
        find(&rest).filter(|pull| PULLS.contains(&pull.id.as_str()))
    })
}

/// The exercise that has exactly these words in its name, in any order.
fn named<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let listed = NAMES
        .get(&sorted(words))
        .and_then(|id| library.exercise(id));
    listed.or_else(|| library.find(&words.join(" ")))
}

/// The exercise that a name means besides its load. A load may make another exercise of it, which then counts; a machine
/// mostly does, so the library has to know the exercise with one.
fn with_load<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let (load, rest) = without_load(words)?;
    let plain = named(&rest, library)?;
    let loaded = library.find(&format!("{load} {}", plain.name));
    let is_known_so = || {
        plain.aliases.iter().any(|alias| {
            let found = named(&plain_words(&format!("{load} {alias}")), library);
            found.is_some_and(|found| found.id == plain.id)
        })
    };
    loaded.or((load != MACHINE || is_known_so()).then_some(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_real_exercises_and_no_name_twice() {
        let table: BTreeMap<String, Vec<String>> =
            ron::from_str(include_str!("../../../assets/import/exercise-names.ron")).unwrap();
        let library = Library::shipped().unwrap();
        let mut seen = HashMap::new();
        let mut count = 0;
        for (id, names) in &table {
            assert!(
                library.exercise(&ExerciseId::new(id.clone())).is_some(),
                "{id}"
            );
            for name in names {
                count += 1;
                if let Some(other) = seen.insert(key(name), id) {
                    assert_eq!(other, id, "{name} is two exercises");
                }
            }
        }
        assert!(count >= 600, "{count}");
    }

    #[test]
    fn the_table_and_the_library_agree() {
        let library = Library::shipped().unwrap();
        let table: BTreeMap<String, Vec<String>> =
            ron::from_str(include_str!("../../../assets/import/exercise-names.ron")).unwrap();
        for (id, names) in &table {
            for name in names {
                if let Some(found) = library.find(name) {
                    assert_eq!(found.id.as_str(), id, "{name}");
                }
            }
        }
    }
}
