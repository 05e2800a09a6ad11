//! Finding, filtering and merging, as a coach meets them.

use super::{Filter, Library, read};
use crate::domain::{Equipment, Exercise, ExerciseId, Muscle, OwnLibrary, Pattern};

pub(super) fn shipped() -> Library {
    Library::shipped().unwrap()
}

pub(super) fn found(library: &Library, query: &str) -> Vec<String> {
    let all = library.search(query, &Filter::default());
    all.into_iter().map(|e| e.id.to_string()).collect()
}

pub(super) fn own_exercise(id: &str, name: &str, aliases: &[&str]) -> Exercise {
    let mut exercise = shipped()
        .exercise(&ExerciseId::new("squat"))
        .unwrap()
        .clone();
    exercise.id = ExerciseId::new(id);
    name.clone_into(&mut exercise.name);
    exercise.aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
    exercise
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let library = shipped();
    for (name, id) in [
        ("Squat", "squat"),
        ("squats", "squat"),
        ("RDL", "romanian-deadlift"),
        ("RDLs", "romanian-deadlift"),
        ("db rdl", "dumbbell-romanian-deadlift"),
        ("pistol to box", "single-leg-squat"),
        ("one-legged squat", "single-leg-squat"),
        ("trap bar", "hex-bar-deadlift"),
        ("Trap-Bar Deadlifts", "hex-bar-deadlift"),
        ("pullups", "pull-up"),
        ("PULL UP", "pull-up"),
        ("calf raise", "standing-calf-raise"),
        ("calf raise, standing", "standing-calf-raise"),
        ("farmers walk", "farmers-carry"),
        ("Farmer’s carry", "farmers-carry"),
        ("SL RDL", "single-leg-romanian-deadlift"),
        ("Hanging knee/leg raise", "hanging-raise"),
        ("90/90", "hip-switch-90-90"),
    ] {
        assert_eq!(
            library.find(name).map(|e| e.id.as_str()),
            Some(id),
            "{name}"
        );
    }
}

#[test]
fn names_as_other_programs_export_them_are_found() {
    let library = shipped();
    for (name, id) in [
        ("Squat (Barbell)", "squat"),
        ("Squat (Dumbbell)", "dumbbell-squat"),
        ("Bench Press (Dumbbell)", "dumbbell-bench-press"),
        ("Romanian Deadlift (Barbell)", "romanian-deadlift"),
        ("Seated Leg Curl (Machine)", "hamstring-curl"),
        ("Pull Up (Assisted)", "pull-up"),
        ("Bent Over Row (Barbell)", "row"),
        ("Deadlift (Trap bar)", "hex-bar-deadlift"),
    ] {
        assert_eq!(
            library.find(name).map(|e| e.id.as_str()),
            Some(id),
            "{name}"
        );
    }
    assert!(library.find("Squat (with a cat)").is_none());
    assert!(library.find("Squat ()x").is_none());
}

#[test]
fn finding_does_not_guess() {
    let library = shipped();
    for name in ["", "   ", "()", "sqat", "leg", "zercher carry", ")("] {
        assert!(library.find(name).is_none(), "{name}");
    }
}

#[test]
fn a_misspelt_name_gets_a_suggestion() {
    let library = shipped();
    let suggested = |name: &str| library.suggest(name).map(|e| e.id.to_string());
    assert_eq!(suggested("gobblet squats").as_deref(), Some("goblet-squat"));
    assert_eq!(
        suggested("romainian deadlfit").as_deref(),
        Some("romanian-deadlift")
    );
    assert_eq!(suggested("clam shel").as_deref(), Some("clamshell"));
    assert_eq!(suggested("palof press").as_deref(), Some("pallof-press"));
    assert_eq!(suggested("RDL").as_deref(), Some("romanian-deadlift"));
    assert_eq!(suggested("underwater basket weaving"), None);
    assert_eq!(suggested(""), None);
}

#[test]
fn typos_still_find() {
    let library = shipped();
    for (query, id) in [
        ("romainian deadlfit", "romanian-deadlift"),
        ("buglarian", "bulgarian-split-squat"),
        ("bulgarain split", "bulgarian-split-squat"),
        ("calf rase", "standing-calf-raise"),
        ("romaian", "romanian-deadlift"),
        ("copenhaguen", "copenhagen-plank"),
        ("romaniandeadlfit", "romanian-deadlift"),
        ("hpi thrust", "hip-thrust"),
    ] {
        let found = found(&library, query);
        assert_eq!(
            found.first().map(String::as_str),
            Some(id),
            "{query}: {found:?}"
        );
    }
}

#[test]
fn nonsense_finds_nothing() {
    let library = shipped();
    for query in ["xyzzy", "qwertz uiop", "deadlift on the moon"] {
        assert!(found(&library, query).is_empty(), "{query}");
    }
}

#[test]
fn the_whole_name_comes_before_its_beginning_and_that_before_its_words() {
    let library = shipped();
    let squats = found(&library, "squat");
    assert_eq!(squats.first().map(String::as_str), Some("squat"));
    assert!(squats.contains(&"goblet-squat".to_owned()));
    let deadlifts = found(&library, "deadlift");
    assert_eq!(deadlifts.first().map(String::as_str), Some("deadlift"));
    let planks = found(&library, "side pl");
    assert_eq!(
        planks,
        ["side-plank", "dynamic-side-plank", "copenhagen-plank"]
    );
    let inside = found(&library, "ullup");
    assert_eq!(inside.first().map(String::as_str), Some("pull-up"));
}

#[test]
fn a_name_comes_before_another_exercises_alias() {
    let library = shipped();
    let found = found(&library, "press");
    let place = |id: &str| found.iter().position(|other| other == id).unwrap();
    assert!(
        place("bench-press") < place("push-up"),
        "the press-up is an alias"
    );
}

#[test]
fn a_gap_left_out_is_forgiven_after_true_words() {
    let library = shipped();
    assert_eq!(found(&library, "stepu").first().unwrap(), "step-up");
    assert_eq!(found(&library, "plankk").first().unwrap(), "plank");
}

#[test]
fn the_order_of_typed_words_does_not_matter() {
    let library = shipped();
    assert_eq!(
        found(&library, "raise seated calf").first().unwrap(),
        "seated-calf-raise"
    );
    assert_eq!(
        found(&library, "press land").first().unwrap(),
        "landmine-press"
    );
}

#[test]
fn spelling_right_is_not_answered_with_near_misses() {
    let library = shipped();
    let all = library.search("band", &Filter::default());
    assert!(all.len() > 3);
    for exercise in all {
        let banded = exercise
            .equipment
            .iter()
            .flatten()
            .any(|item| *item == Equipment::Band);
        let named = std::iter::once(&exercise.name)
            .chain(&exercise.aliases)
            .any(|name| name.to_lowercase().contains("band"));
        assert!(banded || named, "{}", exercise.id);
    }
}

#[test]
fn a_muscle_finds_its_exercises_after_those_named_so() {
    let library = shipped();
    let found = found(&library, "hamstring");
    let place = |id: &str| found.iter().position(|other| other == id);
    assert_eq!(place("hamstring-curl"), Some(0));
    assert!(place("nordic-curl").unwrap() < place("romanian-deadlift").unwrap());
    assert!(
        place("romanian-deadlift") < place("bulgarian-split-squat"),
        "primary before secondary"
    );
    assert!(place("bench-press").is_none());
}

#[test]
fn a_muscle_spelt_right_beats_a_name_with_a_slip() {
    let library = shipped();
    assert!(found(&library, "core").contains(&"copenhagen-plank".to_owned()));
    assert!(
        !found(&library, "abs").contains(&"clamshell".to_owned()),
        "an abductor is no ab"
    );
}

#[test]
fn a_movement_finds_its_exercises() {
    let library = shipped();
    for (query, id) in [
        ("hinge", "deadlift"),
        ("plyo", "drop-jump"),
        ("stretch", "leg-swings"),
        ("shin", "a-skip"),
    ] {
        assert!(found(&library, query).contains(&id.to_owned()), "{query}");
    }
    assert!(!found(&library, "hinge").contains(&"squat".to_owned()));
}

#[test]
fn words_about_name_and_muscle_can_be_mixed() {
    let library = shipped();
    let found = found(&library, "calf hop");
    assert!(found.contains(&"pogo-hops".to_owned()), "{found:?}");
    assert!(
        !found.contains(&"standing-calf-raise".to_owned()),
        "{found:?}"
    );
}

#[test]
fn an_empty_query_gives_all_in_display_order() {
    let library = shipped();
    let all: Vec<&Exercise> = library.exercises().iter().collect();
    assert_eq!(library.search("", &Filter::default()), all);
    assert_eq!(library.search("  - ", &Filter::default()), all);
}

#[test]
fn a_filter_asks_for_any_of_its_patterns_and_muscles() {
    let library = shipped();
    let filter = Filter {
        patterns: vec![Pattern::Squat, Pattern::Hinge],
        muscles: vec![Muscle::Forearms],
        ..Filter::default()
    };
    let ids: Vec<&str> = library
        .search("", &filter)
        .iter()
        .map(|e| e.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "romanian-deadlift",
            "deadlift",
            "hex-bar-deadlift",
            "kettlebell-swing",
            "dumbbell-romanian-deadlift"
        ]
    );
}

#[test]
fn a_filter_by_equipment_keeps_what_needs_no_more() {
    let library = shipped();
    let with = |equipment: &[Equipment]| {
        let filter = Filter {
            equipment: equipment.to_vec(),
            ..Filter::default()
        };
        let found = library.search("", &filter);
        found
            .into_iter()
            .map(|e| e.id.to_string())
            .collect::<Vec<_>>()
    };
    let dumbbells = with(&[Equipment::Dumbbells]);
    assert!(
        dumbbells.contains(&"goblet-squat".to_owned()),
        "one of two ways is enough"
    );
    assert!(
        dumbbells.contains(&"plank".to_owned()),
        "nothing is always at hand"
    );
    assert!(
        !dumbbells.contains(&"bench-press".to_owned()),
        "the bench is missing"
    );
    assert!(!dumbbells.contains(&"hex-bar-deadlift".to_owned()));
    let bench = with(&[Equipment::Dumbbells, Equipment::Bench]);
    assert!(bench.contains(&"bench-press".to_owned()));
    assert!(!with(&[Equipment::None]).contains(&"goblet-squat".to_owned()));
}

#[test]
fn a_filter_for_home_leaves_out_what_only_a_gym_has() {
    let mut machine = own_exercise("own-1", "Belt squat", &[]);
    machine.equipment = vec![vec![Equipment::Machine]];
    machine.at_home = String::new();
    let own = OwnLibrary {
        exercises: vec![machine],
        ..OwnLibrary::default()
    };
    let library = shipped().with_own(&own);
    let home = Filter {
        at_home: true,
        ..Filter::default()
    };
    let ids: Vec<&str> = library
        .search("squat", &home)
        .iter()
        .map(|e| e.id.as_str())
        .collect();
    assert!(ids.contains(&"squat") && !ids.contains(&"own-1"));
    assert!(found(&library, "squat").contains(&"own-1".to_owned()));
}

#[test]
fn damage_is_reported_with_its_place() {
    let broken = "[\n    (\n        id: \"squat\",\n        name: 5,\n    ),\n]\n";
    let error = read::<Vec<Exercise>>("exercises/sources.ron", broken).unwrap_err();
    assert_eq!((error.line, error.column), (4, 15));
    assert_eq!(error.file, "exercises/sources.ron");
    assert!(
        error
            .to_string()
            .starts_with("exercises/sources.ron, line 4, column 15: "),
        "{error}"
    );
}

#[test]
fn a_text_that_is_not_in_the_notation_is_reported_with_its_place() {
    let whole = include_str!("../../assets/exercises/running.ron");
    let broken = whole.replacen("sets: \"3\"", "sets: \"three\"", 1);
    let line = 1 + broken
        .lines()
        .position(|line| line.contains("three"))
        .unwrap();
    let error = read::<Vec<Exercise>>("running.ron", &broken).unwrap_err();
    assert_eq!(error.line, line);
    assert!(
        error.message.contains("\"three\" is not a count"),
        "{error}"
    );
}

#[test]
fn a_file_cut_short_is_reported_at_its_end() {
    let whole = include_str!("../../assets/exercises/sources.ron");
    let cut: String = whole.lines().take(30).collect::<Vec<_>>().join("\n");
    let error = read::<Vec<Exercise>>("sources.ron", &cut).unwrap_err();
    assert_eq!(error.line, 30);
}
