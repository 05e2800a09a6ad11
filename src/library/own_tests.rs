//! A coach's own exercises, templates and programs beside those that ship.

use super::Library;
use super::tests::{own_exercise, shipped};
use crate::domain::{
    ExerciseId, OwnLibrary, Plan, Program, ProgramId, SessionTemplate, TemplateGroup, TemplateId,
    Workout,
};

#[test]
fn own_exercises_stand_behind_and_replace_their_namesakes() {
    let own = OwnLibrary {
        exercises: vec![
            own_exercise("own-1", "Sled push", &["Prowler"]),
            own_exercise("plank", "Plank our way", &[]),
        ],
        ..OwnLibrary::default()
    };
    let shipped = shipped();
    let library = shipped.with_own(&own);
    assert_eq!(library.exercises().len(), shipped.exercises().len() + 1);
    assert_eq!(library.exercises().last().unwrap().name, "Sled push");
    assert_eq!(
        library.exercise(&ExerciseId::new("plank")).unwrap().name,
        "Plank our way"
    );
    assert_eq!(library.find("prowlers").unwrap().id.as_str(), "own-1");
    assert!(
        library.find("plank").is_none(),
        "the old name went with the old exercise"
    );
    let place = |l: &Library| l.exercises().iter().position(|e| e.id.as_str() == "plank");
    assert_eq!(place(&library), place(&shipped));
}

#[test]
fn a_name_goes_before_an_alias_and_own_before_shipped() {
    let own = OwnLibrary {
        exercises: vec![
            own_exercise("own-1", "Trap bar", &["Deadlift"]),
            own_exercise("own-2", "Plank", &[]),
        ],
        ..OwnLibrary::default()
    };
    let library = shipped().with_own(&own);
    assert_eq!(library.find("trap bar").unwrap().id.as_str(), "own-1");
    assert_eq!(library.find("deadlift").unwrap().id.as_str(), "deadlift");
    assert_eq!(library.find("plank").unwrap().id.as_str(), "own-2");
}

#[test]
fn own_templates_are_found_by_identity() {
    let template = SessionTemplate {
        id: TemplateId::new("own-rest"),
        name: "Rest well".to_owned(),
        group: TemplateGroup::Own,
        summary: String::new(),
        level: None,
        equipment: Vec::new(),
        source: String::new(),
        plan: Plan::new(Workout::Rest),
    };
    let own = OwnLibrary {
        sessions: vec![template.clone()],
        ..OwnLibrary::default()
    };
    let library = shipped().with_own(&own);
    assert_eq!(library.template(&template.id), Some(&template));
    assert_eq!(library.sessions().last(), Some(&template));
    assert!(
        library
            .weeks()
            .iter()
            .all(|week| week.id.as_str() != "own-rest")
    );
}

#[test]
fn own_programs_stand_behind_those_that_ship() {
    let shipped = shipped();
    let first = shipped.programs().first().unwrap();
    let own_program = Program {
        id: ProgramId::new("own-1"),
        name: "Club nights".to_owned(),
        ..first.clone()
    };
    let own = OwnLibrary {
        programs: vec![own_program.clone()],
        ..OwnLibrary::default()
    };
    let library = shipped.with_own(&own);
    assert_eq!(library.programs().len(), shipped.programs().len() + 1);
    assert_eq!(library.program(&own_program.id), Some(&own_program));
    assert_eq!(library.programs().last(), Some(&own_program));
}
