//! What exercises are called elsewhere: in other programs, in other languages, and for short.

mod plain_name;
mod waiting;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::{Equipment, Exercise, ExerciseId};

use super::Library;
use plain_name::{
    BARBELL, CABLE, DUMBBELL, KETTLEBELL, MACHINE, has_rope, is_ambiguous, key, sorted,
    without_details, without_grip, without_load,
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
        .or_else(|| with_load(&words, library))
        .or_else(|| library.find(name).filter(|found| takes_load(found, &words)))
        .or_else(|| without_what_tells_nothing(&words, library))
        .or_else(|| said_twice(name, library))?;
    Some(found.id.clone())
}

/// The exercise whose name is spelled most like this one, besides pauses, tempo and weight that is added: what to ask about
/// first where the name is not known.
pub fn nearest<'a>(name: &str, library: &'a Library) -> Option<&'a Exercise> {
    let plain = || without_details(&plain_words(name));
    let found = library.suggest(name);
    found.or_else(|| library.suggest(&plain()?.join(" ")))
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
/// mostly does, and so does what the exercise is never done with, unless the library knows it under that name.
fn with_load<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let (load, rest) = without_load(words)?;
    let plain = named(&rest, library)?;
    let loaded = |load: &str| library.find(&format!("{load} {}", plain.name));
    // A kettlebell in each hand is held as dumbbells are.
    let as_dumbbells = || (load == KETTLEBELL).then(|| loaded(DUMBBELL)).flatten();
    let is_known_so = || {
        plain.aliases.iter().any(|alias| {
            let found = named(&plain_words(&format!("{load} {alias}")), library);
            found.is_some_and(|found| found.id == plain.id)
        })
    };
    let is_same = || (load != MACHINE && takes_load(plain, words)) || is_known_so();
    loaded(load)
        .or_else(as_dumbbells)
        .or_else(|| is_same().then_some(plain))
}

/// False where the name says that the exercise is done with something that it is never done with: its weights are not
/// those of the exercise.
fn takes_load(exercise: &Exercise, words: &[String]) -> bool {
    let said = |load: &str| words.iter().any(|word| word == load);
    let mut items = exercise.equipment.iter().flatten();
    let mut takes = |any: &[Equipment]| items.any(|item| any.contains(item));
    if said(DUMBBELL) || said(KETTLEBELL) {
        takes(&[Equipment::Dumbbells, Equipment::Kettlebell])
    } else if said(BARBELL) {
        takes(&[Equipment::Barbell])
    } else if said(MACHINE) {
        takes(&[Equipment::Machine])
    } else if said(CABLE) {
        takes(&[Equipment::Cable])
    } else {
        true
    }
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
    fn what_is_lifted_with_something_else_is_an_exercise_of_its_own_or_a_question() {
        let library = Library::shipped().unwrap();
        for (name, id) in [
            ("Bench Press", Some("bench-press")),
            ("Bench Press (Barbell)", Some("bench-press")),
            ("Bench Press (Dumbbell)", Some("dumbbell-bench-press")),
            (
                "Bench Press (Smith Machine)",
                Some("smith-machine-bench-press"),
            ),
            ("Chest Press (Machine)", Some("machine-chest-press")),
            ("Overhead Press (Barbell)", Some("overhead-press")),
            (
                "Seated Overhead Press (Dumbbell)",
                Some("dumbbell-shoulder-press"),
            ),
            (
                "Overhead Press (Kettlebell)",
                Some("dumbbell-shoulder-press"),
            ),
            ("Shoulder Press (Machine)", Some("machine-shoulder-press")),
            ("Bent Over Row (Barbell)", Some("row")),
            ("Bent Over Row (Dumbbell)", Some("bent-over-dumbbell-row")),
            ("Dumbbell Row", Some("dumbbell-row")),
            ("Squat (Smith Machine)", Some("smith-machine-squat")),
            (
                "Romanian Deadlift (Dumbbell)",
                Some("dumbbell-romanian-deadlift"),
            ),
            ("Hip Thrust (Machine)", Some("machine-hip-thrust")),
            ("Standing Calf Raise (Machine)", Some("machine-calf-raise")),
            ("Triceps Pushdown (Cable)", Some("triceps-pushdown")),
            ("Bicep Curl (Barbell)", Some("barbell-curl")),
            ("Bicep Curl (Dumbbell)", Some("biceps-curl")),
            // Nobody's figures may be mixed for want of an exercise.
            ("Deadlift (Dumbbell)", None),
            ("Deadlift (Smith Machine)", None),
            ("Bench Press (Cable)", None),
            // Nothing is lifted besides the body, or the same mass is held.
            ("Hip Thrust (Bodyweight)", Some("hip-thrust")),
            ("Lunge (Kettlebell)", Some("lunge")),
        ] {
            let found = known_exercise(name, &library);
            assert_eq!(found.as_ref().map(ExerciseId::as_str), id, "{name}");
        }
    }

    #[test]
    fn the_table_and_the_library_agree() {
        let library = Library::shipped().unwrap();
        let table: BTreeMap<String, Vec<String>> =
            ron::from_str(include_str!("../../../assets/import/exercise-names.ron")).unwrap();
        let mut differ = Vec::new();
        for (id, names) in &table {
            for name in names {
                let found = library.find(name).map(|found| found.id.as_str());
                if found.is_some_and(|found| found != id) {
                    differ.push((id, name, found));
                }
            }
        }
        assert_eq!(differ, []);
    }
}
