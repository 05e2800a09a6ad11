//! The sheets a lifter takes to the gym: cues, blanks, and where a page ends.

use super::*;

#[test]
fn a_gym_sheet_has_cues_muscles_and_blanks() {
    let (anna, _) = ordinary();
    let library = crate::library::Library::shipped().unwrap();
    let print = print_of(&order(SheetKind::Session), &[&anna], &context(&library)).unwrap();
    let Print::Sessions(booklet, pictures) = &print else {
        panic!("gym sheets")
    };
    let [upper, lower] = booklet.sheets.as_slice() else {
        panic!("two sheets")
    };
    assert_eq!(
        (upper.title.as_str(), lower.title.as_str()),
        ("Upper + core", "Lower body strength")
    );
    let squat = &lower.exercises[0];
    assert_eq!(squat.dose, "4 × 6 · 62.5 kg · RIR 2 · 3 min rest");
    assert!(squat.cues.len() >= 3 && squat.mistakes.len() >= 2);
    let muscles = squat.muscles.as_ref().unwrap();
    assert!(muscles.works.contains("Quads"), "{}", muscles.works);
    assert!(pictures[muscles.front].starts_with("<svg") && muscles.back < pictures.len());
    assert_eq!(squat.sets, vec![SetCell::LoadAndReps; 4]);
    assert!(pdf(&print).unwrap().starts_with(b"%PDF-"));

    let plain = ExportOrder {
        guidance: Guidance::Hide,
        session: Some(anna.sessions.all()[1].id),
        ..order(SheetKind::Session)
    };
    let print = print_of(&plain, &[&anna], &context(&library)).unwrap();
    let Print::Sessions(booklet, pictures) = print else {
        panic!("gym sheets")
    };
    assert_eq!(booklet.sheets.len(), 1);
    assert!(
        booklet.sheets[0]
            .exercises
            .iter()
            .all(|entry| entry.cues.is_empty())
    );
    assert!(pictures.is_empty());
}

#[test]
fn the_end_of_a_gym_sheet_is_not_alone_on_a_page() {
    let library = crate::library::Library::shipped().unwrap();
    let five = [
        ("Squat", "4", "8", "137.5lb", 180),
        ("Romanian deadlift", "3", "8", "121lb", 150),
        ("Walking lunge", "3", "10", "2x26.5lb", 90),
        ("Standing calf raise", "4", "10", "88lb", 60),
        ("Tibialis raise", "3", "15", "bw", 45),
    ];
    for paper in [Paper::A4, Paper::Letter] {
        let mut anna = athlete("Alexandria Wolfeschlegelsteinhausen-Bergerdorff");
        add(&mut anna, 2, strength("Lower body strength", &five));
        // What was lifted the week before takes a line of each exercise.
        let plan = strength("Lower body strength", &five);
        let before = lifted(77, MONDAY - chrono::Days::new(5), plan, &[eight(60.0); 3]);
        anna.sessions.put(before.into(), usize::MAX / 2);
        let order = ExportOrder {
            paper,
            ..order(SheetKind::Session)
        };
        let print = print_of(&order, &[&anna], &context(&library)).unwrap();
        let Print::Sessions(booklet, _) = &print else {
            panic!("gym sheets")
        };
        let told = |entry: &ExerciseSheet| !entry.last.is_empty();
        assert!(booklet.sheets[0].exercises.iter().all(told));
        assert_eq!(pages(&print).unwrap().count(), 1, "{paper:?}");
    }
}

#[test]
fn thirty_exercises_go_on_over_more_gym_sheets() {
    let mut anna = athlete("Strong");
    let names: Vec<String> = (0..30).map(|n| format!("Exercise {n}")).collect();
    let exercises: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), "4", "5", "60kg", 90))
        .collect();
    add(&mut anna, 2, strength("Everything", &exercises));
    let library = crate::library::Library::shipped().unwrap();
    let print = print_of(&order(SheetKind::Session), &[&anna], &context(&library)).unwrap();
    let Print::Sessions(booklet, _) = &print else {
        panic!("gym sheets")
    };
    assert_eq!(booklet.sheets[0].exercises.len(), 30);
    assert!(pages(&print).unwrap().count() > 2);
}
