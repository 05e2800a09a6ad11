//! What other programs mean by the weight of two dumbbells. Most people log what stands on one of them; here a load is
//! all that is moved, and so both count.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::{DumbbellWeight, ExerciseLog, Interned, Kilograms, Session, SetLog};

use super::activity::Activity;
use super::matched_names::MatchedNames;
use super::plain_name::plain_words;
use super::report::PairedLoads;

/// Two loads that are closer than this are the same, in kilograms.
const ROUNDING: f64 = 1e-3;

/// The table, as its file has it.
#[derive(Debug, Default, Deserialize)]
struct Written {
    programs: BTreeMap<String, DumbbellWeight>,
    single: Vec<String>,
    pair: Vec<String>,
    pair_unsaid: Vec<String>,
    other_loads: Vec<String>,
}

/// The table, its entries as words that are compared.
#[derive(Default)]
struct Table {
    programs: BTreeMap<String, DumbbellWeight>,
    single: Vec<Vec<String>>,
    pair: Vec<Vec<String>>,
    pair_unsaid: Vec<Vec<String>>,
    other_loads: Vec<Vec<String>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // The file is part of the program and a test reads it; without it weights are taken as they are written.
    let written: Written =
        ron::from_str(include_str!("../../assets/import/dumbbells.ron")).unwrap_or_default();
    let words = |entries: Vec<String>| entries.iter().map(|entry| plain_words(entry)).collect();
    Table {
        programs: written.programs,
        single: words(written.single),
        pair: words(written.pair),
        pair_unsaid: words(written.pair_unsaid),
        other_loads: words(written.other_loads),
    }
});

/// The formats whose files leave it open, by the word for each.
pub fn programs_that_leave_dumbbells_open() -> impl Iterator<Item = &'static str> {
    TABLE.programs.keys().map(String::as_str)
}

/// What a program's weights are of: as the coach said it, or else as most of its users write them. `None` where its files
/// say it themselves.
pub(super) fn weight_of(
    program: Option<&str>,
    answers: &BTreeMap<String, DumbbellWeight>,
) -> Option<DumbbellWeight> {
    let program = program?;
    let usual = TABLE.programs.get(program)?;
    Some(*answers.get(program).unwrap_or(usual))
}

/// True for the name of an exercise with a dumbbell in each hand. Where a name leaves it open, it is false.
pub(super) fn is_pair(name: &str) -> bool {
    let words = plain_words(name);
    let names = |entries: &[Vec<String>]| {
        entries
            .iter()
            .any(|entry| entry.iter().all(|word| words.contains(word)))
    };
    if is_of_one(&words) {
        return false;
    }
    if words.iter().any(|word| word == "dumbbell") {
        names(&TABLE.pair)
    } else {
        names(&TABLE.pair_unsaid) && !names(&TABLE.other_loads)
    }
}

/// True for the name of an exercise that is done with one dumbbell, or one side after the other.
pub fn is_single(name: &str) -> bool {
    is_of_one(&plain_words(name))
}

fn is_of_one(words: &[String]) -> bool {
    TABLE
        .single
        .iter()
        .any(|entry| entry.iter().all(|word| words.contains(word)))
}

/// Makes the loads of an activity's pairs those of both dumbbells, and tells of them.
pub(super) fn weigh(
    activity: &mut Activity,
    weight: DumbbellWeight,
    names: &MatchedNames,
    told: &mut Option<PairedLoads>,
) {
    for exercise in &mut activity.exercises {
        let is_pair = names.get(&exercise.name).is_some_and(|name| name.is_pair);
        let loaded = exercise.sets.iter().filter(|set| has_load(set)).count();
        if !is_pair || loaded == 0 {
            continue;
        }
        let told = told.get_or_insert_with(|| PairedLoads {
            weight,
            exercises: Vec::new(),
            sets: 0,
        });
        told.sets += loaded;
        if !told.exercises.contains(&exercise.name) {
            told.exercises.push(exercise.name.clone());
        }
        if weight == DumbbellWeight::One {
            for set in &mut exercise.sets {
                set.kg = set.kg.map(|kg| Kilograms::new(kg.kg() * 2.0));
            }
        }
    }
}

/// The session with the loads of its pairs as `activity` has them, which it came from; `None` where it has them already.
/// Only loads that are what the other answer would have made of them change: others were corrected by somebody.
pub(super) fn reweighed(
    session: &Session,
    activity: &Activity,
    weight: DumbbellWeight,
    names: &MatchedNames,
) -> Option<Session> {
    let log = session.log.as_ref()?;
    let before = match weight {
        DumbbellWeight::One => 0.5,
        DumbbellWeight::Both => 2.0,
    };
    let pairs = || {
        activity.exercises.iter().filter(|exercise| {
            names.get(&exercise.name).is_some_and(|name| name.is_pair)
                && exercise.sets.iter().any(has_load)
        })
    };
    let found = |done: &Interned<ExerciseLog>| {
        let mut named = pairs().filter(|exercise| exercise.name == done.name);
        let stands = named.clone().any(|it| are_loads(&done.sets, &it.sets, 1.0));
        let other = named.find(|it| are_loads(&done.sets, &it.sets, before));
        other.filter(|_| !stands)
    };
    if !log.exercises.iter().any(|done| found(done).is_some()) {
        return None;
    }
    let mut changed = session.clone();
    for done in changed.log.iter_mut().flat_map(|log| &mut log.exercises) {
        let Some(recorded) = found(done) else {
            continue;
        };
        for (set, recorded) in done.sets.iter_mut().zip(&recorded.sets) {
            set.kg = recorded.kg;
        }
    }
    Some(changed)
}

fn has_load(set: &SetLog) -> bool {
    set.kg.is_some_and(|kg| kg.kg() > 0.0)
}

/// True when the sets have the same repetitions, and `share` of the other's loads.
fn are_loads(sets: &[SetLog], other: &[SetLog], share: f64) -> bool {
    let kg = |set: &SetLog| set.kg.map_or(0.0, Kilograms::kg);
    sets.len() == other.len()
        && sets.iter().zip(other).all(|(one, other)| {
            one.reps == other.reps && (kg(one) - kg(other) * share).abs() < ROUNDING
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_every_entry_has_words() {
        assert_eq!(TABLE.programs.get("strong"), Some(&DumbbellWeight::One));
        for entries in [
            &TABLE.single,
            &TABLE.pair,
            &TABLE.pair_unsaid,
            &TABLE.other_loads,
        ] {
            assert!(!entries.is_empty());
            assert!(entries.iter().all(|entry| !entry.is_empty()), "{entries:?}");
        }
    }

    #[test]
    fn a_dumbbell_in_each_hand_is_told_by_the_name_in_six_languages() {
        for name in [
            "Bench Press (Dumbbell)",
            "Incline DB Press",
            "Lateral Dumbbell Raise",
            "Bulgarian Split Squat (Dumbbell)",
            "dumbbell biceps curl",
            "Bent Over Row (Dumbbell)",
            "Hammer Curl",
            "Farmers Walk",
            "Arnold Press (Dumbbell)",
            "Kurzhantel-Bankdrücken",
            "Seitheben (Kurzhantel)",
            "Bankdrücken mit Kurzhanteln",
            "Développé couché (Haltères)",
            "Élévations latérales (Haltère)",
            "Press de banca con mancuernas",
            "Elevaciones laterales (Mancuerna)",
            "Panca piana con manubri",
            "Alzate laterali (Manubri)",
            "Bankdrukken met dumbbells",
        ] {
            assert!(is_pair(name), "{name}");
        }
    }

    #[test]
    fn one_dumbbell_another_load_and_what_a_name_leaves_open_are_no_pair() {
        for name in [
            "Bench Press (Barbell)",
            "Goblet Squat (Dumbbell)",
            "Single Arm Dumbbell Press",
            "One Arm Dumbbell Row",
            "1-Arm DB Shoulder Press",
            "Dumbbell Row",
            "Dumbbell Pullover",
            "Concentration Curl (Dumbbell)",
            "Dumbbell Snatch",
            "Triceps Extension (Dumbbell)",
            "Single Leg Romanian Deadlift (Dumbbell)",
            "Hammer Curl (Cable)",
            "Farmers Walk (Trap Bar)",
            "Lateral Raise (Cable)",
            "Einarmiges Kurzhantelrudern",
            "Leg Curl (Dumbbell)",
            "Squat",
        ] {
            assert!(!is_pair(name), "{name}");
        }
    }
}
