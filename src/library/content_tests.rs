//! What the shipped library promises: complete, consistent, and without two meanings of one name.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::Library;
use super::normalise::{compact, words};
use crate::domain::{
    Count, Demand, Equipment, Exercise, ExerciseId, LoadType, Muscle, Pattern, Plan, Region, Reps,
    RunKind, Workout,
};

static SHIPPED: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

fn shipped() -> &'static Library {
    &SHIPPED
}

/// Runs `check` on every exercise and lists all that fail at once, which is how one edits data.
fn every(check: impl Fn(&Exercise) -> bool) {
    let library = shipped();
    let failing: Vec<&str> = library
        .exercises()
        .iter()
        .filter(|e| !check(e))
        .map(|e| e.id.as_str())
        .collect();
    assert!(failing.is_empty(), "{failing:?}");
}

#[test]
fn it_holds_every_exercise_of_the_sources_and_those_that_coaches_expect() {
    let library = shipped();
    let from = |source: &str| {
        library
            .exercises()
            .iter()
            .filter(|e| e.sources.iter().any(|s| s.source == source))
            .count()
    };
    assert_eq!(library.exercises().len(), 97);
    assert_eq!(from("practice"), 53);
    for (source, count) in [
        ("000", 11),
        ("001", 10),
        ("002", 23),
        ("003", 24),
        ("004", 13),
    ] {
        assert_eq!(from(source), count, "source {source}");
    }
}

#[test]
fn the_sources_come_first() {
    let library = shipped();
    let practice = |e: &Exercise| e.sources.iter().any(|s| s.source == "practice");
    assert!(library.exercises().is_sorted_by_key(practice));
    assert_eq!(library.exercises().first().unwrap().id.as_str(), "squat");
    assert_eq!(
        library.exercises().last().unwrap().id.as_str(),
        "triceps-pushdown"
    );
}

#[test]
fn identities_are_unique_and_kebab_case() {
    let library = shipped();
    let ids: HashSet<&ExerciseId> = library.exercises().iter().map(|e| &e.id).collect();
    assert_eq!(ids.len(), library.exercises().len());
    every(|e| {
        let id = e.id.as_str();
        id.chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            && !id.starts_with("own-")
    });
}

#[test]
fn a_name_or_alias_means_one_exercise_and_stands_once() {
    let library = shipped();
    let mut owners: HashMap<String, (&str, &str)> = HashMap::new();
    let mut clashes = Vec::new();
    for exercise in library.exercises() {
        for name in std::iter::once(&exercise.name).chain(&exercise.aliases) {
            let owner = (exercise.id.as_str(), name.as_str());
            if let Some(other) = owners.insert(compact(&words(name)), owner) {
                clashes.push((other, owner));
            }
        }
    }
    assert!(clashes.is_empty(), "{clashes:#?}");
}

#[test]
fn every_field_a_coach_reads_is_filled() {
    every(|e| (3..=5).contains(&e.cues.len()));
    every(|e| (2..=3).contains(&e.mistakes.len()));
    every(|e| !e.why.is_empty() && !e.sources.is_empty() && !e.equipment.is_empty());
    every(|e| !e.aliases.is_empty());
    every(|e| e.equipment.contains(&vec![Equipment::None]) || !e.at_home.is_empty());
}

#[test]
fn the_home_filter_keeps_what_needs_no_gym_and_drops_what_does() {
    let at_home = |id: &str| {
        shipped()
            .exercise(&ExerciseId::new(id))
            .unwrap()
            .works_at_home()
    };
    assert!(at_home("goblet-squat") && at_home("plank") && at_home("split-squat"));
    assert!(!at_home("leg-press") && !at_home("lat-pulldown") && !at_home("hex-bar-deadlift"));
}

#[test]
fn texts_are_in_sentence_case_without_a_full_stop() {
    let tidy = |text: &str| {
        let first = text.chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
            && !text.ends_with(['.', ' '])
            && !text.contains("  ")
            && text.chars().count() <= 110
    };
    every(|e| {
        e.cues
            .iter()
            .chain(&e.mistakes)
            .chain([&e.name, &e.why])
            .all(|text| tidy(text))
    });
    every(|e| e.aliases.iter().all(|text| tidy(text)));
    every(|e| e.at_home.is_empty() || tidy(&e.at_home));
}

#[test]
fn no_sentence_stands_twice() {
    let library = shipped();
    let mut seen = HashSet::new();
    for exercise in library.exercises() {
        assert!(seen.insert(&exercise.why), "{}", exercise.why);
        let own: HashSet<&String> = exercise.cues.iter().chain(&exercise.mistakes).collect();
        assert_eq!(
            own.len(),
            exercise.cues.len() + exercise.mistakes.len(),
            "{}",
            exercise.id
        );
    }
}

#[test]
fn muscles_are_named_once_each_and_one_of_them_leads() {
    every(|e| !e.primary.is_empty());
    every(|e| {
        let all: Vec<Muscle> = e.primary.iter().chain(&e.secondary).copied().collect();
        all.iter().collect::<HashSet<_>>().len() == all.len()
    });
}

#[test]
fn every_muscle_and_every_movement_has_an_exercise() {
    let library = shipped();
    let muscles: BTreeSet<Muscle> = library
        .exercises()
        .iter()
        .flat_map(|e| e.primary.iter().copied())
        .collect();
    assert_eq!(muscles, Muscle::ALL.iter().copied().collect());
    let patterns: BTreeSet<Pattern> = library.exercises().iter().map(|e| e.pattern).collect();
    assert_eq!(patterns, Pattern::ALL.iter().copied().collect());
}

#[test]
fn what_an_exercise_asks_agrees_with_its_movement() {
    every(|e| (e.pattern == Pattern::Mobility) == (e.demand == Demand::Mobility));
    every(|e| e.pattern != Pattern::Core || e.demand == Demand::Core);
    every(|e| !matches!(e.pattern, Pattern::Push | Pattern::Pull) || e.region == Region::Upper);
    every(|e| {
        (e.pattern == Pattern::Plyometric) == matches!(e.demand, Demand::Jump | Demand::Hops)
    });
    // Leg lifts work legs, as the leg load of a session is counted from these muscles.
    every(|e| !e.is_compound_leg() || e.region == Region::Lower);
}

#[test]
fn doses_are_such_as_coaches_give() {
    every(|e| e.dose.sets.high <= 5 && e.dose.rest.0 <= 240);
    every(|e| match e.dose.reps {
        Reps::Count(Count { low, high }) => low >= 3 && high <= 20,
        Reps::Hold(Count { low, high }) => low >= 10 && high <= 60,
        Reps::Max => true,
    });
    every(|e| e.load != LoadType::Seconds || matches!(e.dose.reps, Reps::Hold(_)));
    every(|e| e.demand != Demand::Jump || e.dose.rest.0 >= 90);
}

#[test]
fn variants_exist_and_lead_somewhere() {
    let library = shipped();
    // An exercise and a harder one, from either end.
    let mut harder: HashMap<&ExerciseId, Vec<&ExerciseId>> = HashMap::new();
    for exercise in library.exercises() {
        for variant in exercise.easier.iter().chain(&exercise.harder) {
            assert!(
                library.exercise(variant).is_some(),
                "{} names {variant}",
                exercise.id
            );
        }
        if let Some(variant) = &exercise.easier {
            harder.entry(variant).or_default().push(&exercise.id);
        }
        if let Some(variant) = &exercise.harder {
            harder.entry(&exercise.id).or_default().push(variant);
        }
    }
    for exercise in library.exercises() {
        let mut seen = HashSet::new();
        let mut ahead: Vec<&ExerciseId> = harder.get(&exercise.id).cloned().unwrap_or_default();
        while let Some(next) = ahead.pop() {
            assert_ne!(*next, exercise.id, "an exercise is harder than itself");
            if seen.insert(next) {
                ahead.extend(harder.get(next).into_iter().flatten());
            }
        }
    }
}

#[test]
fn sources_are_the_five_or_practice() {
    every(|e| {
        let known = ["000", "001", "002", "003", "004", "practice"];
        e.sources.iter().all(|s| known.contains(&s.source.as_str()))
            && e.sources.is_sorted_by_key(|s| &s.source)
    });
}

#[test]
fn templates_name_exercises_of_the_library() {
    let library = shipped();
    let sessions = library.sessions().iter().map(|t| (&t.id, &t.plan));
    let weeks = library
        .weeks()
        .iter()
        .flat_map(|t| t.days.iter().map(move |d| (&t.id, &d.plan)));
    let unknown: Vec<String> = sessions
        .chain(weeks)
        .flat_map(|(id, plan): (_, &Plan)| {
            plan.workout
                .exercises()
                .iter()
                .map(move |p| (id, &p.exercise))
        })
        .filter(|(_, exercise)| library.exercise(exercise).is_none())
        .map(|(id, exercise)| format!("{id}: {exercise}"))
        .collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// Every plan of a template, with the name of what it stands in.
fn template_plans() -> impl Iterator<Item = (&'static str, &'static Plan)> {
    let library = shipped();
    let sessions = library.sessions().iter();
    let sessions = sessions.map(|template| (template.name.as_str(), &template.plan));
    let weeks = library.weeks().iter().flat_map(|week| {
        let days = week.days.iter();
        days.map(|day| (week.name.as_str(), &day.plan))
    });
    sessions.chain(weeks)
}

#[test]
fn templates_are_complete_strength_has_exercises_and_hard_runs_their_steps() {
    let is_bare = |plan: &Plan| match &plan.workout {
        Workout::Strength(strength) => strength.exercises.is_empty(),
        Workout::Run(run) => {
            let has_steps = matches!(
                run.kind,
                RunKind::Tempo | RunKind::Intervals | RunKind::Hills
            );
            has_steps && run.steps.is_empty()
        }
        _ => false,
    };
    let bare: Vec<String> = template_plans()
        .filter(|(_, plan)| is_bare(plan))
        .map(|(name, plan)| format!("{name}: {:?}", plan.kind()))
        .collect();
    assert!(bare.is_empty(), "{bare:#?}");
}

#[test]
fn templates_have_identities_of_their_own() {
    let library = shipped();
    let ids = library
        .sessions()
        .iter()
        .map(|t| &t.id)
        .chain(library.weeks().iter().map(|t| &t.id));
    let mut seen = HashSet::new();
    for id in ids {
        assert!(seen.insert(id), "{id} stands twice");
    }
}

#[test]
fn programs_name_exercises_of_the_library_and_have_identities_of_their_own() {
    let library = shipped();
    let mut seen = HashSet::new();
    for program in library.programs() {
        assert!(seen.insert(&program.id), "{} stands twice", program.id);
        let sessions = program.weeks.iter().flat_map(|week| &week.sessions);
        let mut exercises = sessions.flat_map(|session| session.plan.workout.exercises());
        let unknown = exercises.find(|p| library.exercise(&p.exercise).is_none());
        assert_eq!(unknown, None, "{}", program.id);
    }
}
