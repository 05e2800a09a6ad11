//! Which exercises are done with a dumbbell in each hand, and what programs mean by the weight of those: data, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::DumbbellWeight;

use crate::library::plain_words;

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
    // The file is compiled in and tested. If it were unreadable, weights would be taken as written.
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
