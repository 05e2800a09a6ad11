//! Exercises as lifters write them: for short, not in the library, with loads that have no unit.

use crate::domain::{DistanceUnit, MassUnit};
use crate::intake::{Options, PlanReading, read_text};
use crate::library::Library;
use crate::notation::{Dose, Style, dose, load_word};

fn read(text: &str) -> PlanReading {
    read_text(text, &Library::shipped().unwrap(), &Options::default())
}

/// The exercises of all sessions: name, dose and load in the unit of the plan.
fn exercises(reading: &PlanReading) -> Vec<String> {
    let all = reading
        .sessions
        .iter()
        .flat_map(|it| it.plan.workout.exercises());
    let words = all.map(|it| {
        let dose = dose(
            Dose {
                sets: it.sets,
                reps: it.reps,
                per_side: it.per_side,
            },
            Style::Input,
        );
        let load = load_word(&it.load, reading.units.mass);
        format!("{} {dose} {load}", it.name).trim_end().to_owned()
    });
    words.collect()
}

fn guesses(reading: &PlanReading) -> Vec<(&str, &str)> {
    reading
        .guesses
        .iter()
        .map(|it| (it.text.as_str(), it.read.as_str()))
        .collect()
}

#[test]
fn lifters_short_names_are_the_librarys_exercises() {
    for (text, is) in [
        (
            "Mon: FS 3x5, back ext 3x12",
            ["Front squat 3x5", "Back extension 3x12"],
        ),
        (
            "Mon: BS 5x5, hypers 3x15",
            ["Squat 5x5", "Back extension 3x15"],
        ),
        (
            "Mon: goblets 3x10, pallof 3x12/side",
            ["Goblet squat 3x10", "Pallof press 3x12/side"],
        ),
        (
            "Mon: bench 3x5, deads 1x5",
            ["Bench press 3x5", "Deadlift 1x5"],
        ),
        (
            "Mo: Wadenheben im Stehen 3x12, Kreuzheben 3x5",
            ["Standing calf raise 3x12", "Deadlift 3x5"],
        ),
    ] {
        let reading = read(text);
        assert_eq!(exercises(&reading), is, "{text}");
        assert!(reading.is_sure(), "{text}: {:?}", reading.guesses);
    }
}

#[test]
fn an_exercise_that_the_library_lacks_keeps_its_name_and_is_marked() {
    for (text, is) in [
        ("Mon: power clean 3x3", vec!["Power clean 3x3"]),
        ("Mon: dips 3xmax", vec!["Dips 3xmax"]),
        (
            "Mon: Squat 3x5 @ 100kg, sled push 4x20",
            vec!["Squat 3x5 100kg", "Sled push 4x20"],
        ),
        ("Mon: gym: Burpees 3x30s", vec!["Burpees 3x30s"]),
        (
            "Mon: gym: 3 rounds: 10 burpees, 15 squats",
            vec!["Burpees 3x10", "Squat 3x15"],
        ),
    ] {
        let reading = read(text);
        assert_eq!(exercises(&reading), is, "{text}");
        let marked = guesses(&reading);
        assert!(
            marked
                .iter()
                .any(|(_, read)| *read == "an exercise that is not in the library"),
            "{text}: {marked:?}"
        );
    }
}

#[test]
fn what_is_no_lift_makes_no_exercise() {
    for text in [
        "Tue: 6x800m off 90s",
        "Tue: track 8x400",
        "Tue: 3x10 min at LT",
        "Tue: call Ben 3x",
        "Tue: strides 6x20s",
    ] {
        assert_eq!(exercises(&read(text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_bare_load_is_in_the_unit_of_the_other_loads_and_marked() {
    let pounds =
        read("Mon: Squat 3x5 @ 225 lb, Bench 3x5 @ 155\nWed: Deadlift 1x5 x 275, OHP 3x8 95");
    assert_eq!(pounds.units.mass, MassUnit::Pounds);
    assert_eq!(
        exercises(&pounds),
        [
            "Squat 3x5 225lb",
            "Bench press 3x5 155lb",
            "Deadlift 1x5 275lb",
            "Overhead press 3x8 95lb"
        ]
    );
    assert_eq!(
        guesses(&pounds),
        [("155", "155 lb"), ("275", "275 lb"), ("95", "95 lb")]
    );

    let kilograms = read("Mon: Squat 3x5 @ 100, Bench 3x5 60");
    assert_eq!(
        exercises(&kilograms),
        ["Squat 3x5 100kg", "Bench press 3x5 60kg"]
    );
    assert_eq!(kilograms.guesses[0].or, ["100 lb"]);

    let miles = Options {
        unit: Some(DistanceUnit::Miles),
        ..Options::default()
    };
    let miles = read_text("Mon: Squat 3x5 @ 185", &Library::shipped().unwrap(), &miles);
    assert_eq!(exercises(&miles), ["Squat 3x5 185lb"]);

    let mixed =
        read("Mon: Bench 4x6 @ 60, rows 4x8 @ 50kg\nTue: Squat 3x5 225 lb\nWed: Squat 3x5 235 lb");
    assert_eq!(
        guesses(&mixed),
        [("60", "60 kg")],
        "the line's own unit comes first"
    );
}

#[test]
fn an_effort_and_a_rest_are_no_loads() {
    let reading = read("Mon: Squat 3x5 @8, Bench 3x5 RPE 7, Row 3x8 90s rest, Deadlift 3x3 @ 80%");
    assert_eq!(
        exercises(&reading),
        [
            "Squat 3x5",
            "Bench press 3x5",
            "Row 3x8",
            "Deadlift 3x3 80%"
        ]
    );
    assert_eq!(guesses(&reading), [("@8", "RPE 8")]);
    let another = read("Mon: Squat 3x8-10, 3x20m sled push");
    assert!(
        guesses(&another).iter().all(|(text, _)| *text != "20"),
        "{:?}",
        another.guesses
    );
}
