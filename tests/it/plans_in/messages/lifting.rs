//! Lifts in a message: beside a run, by a name that is explained, and within brackets.

use ironstride::import::plan::read_plan;
use ironstride::intake::{Certainty, Options, PlanReading};
use ironstride::library::Library;

use super::{notes, read, told};

#[test]
fn a_run_and_lifts_on_one_line_are_two_sessions_in_the_order_they_stand() {
    for (line, wanted) in [
        (
            "tempo 20m, then squat 3x5",
            ["tempo 20min", "strength Squat"],
        ),
        ("tempo 20 min, squat 3x5", ["tempo 20min", "strength Squat"]),
        (
            "easy 5 km + bench 3x8",
            ["easy 5.0km", "strength Bench press"],
        ),
        (
            "bike 45 min, then squat 3x5",
            ["cross 45min", "strength Squat"],
        ),
        (
            "Z2 40 min followed by deadlift 5x3",
            ["easy 40min", "strength Deadlift"],
        ),
        (
            "20 min threshold then squat 3x5",
            ["tempo 20min", "strength Squat"],
        ),
        ("8 km then squat 3x5", ["easy 8.0km", "strength Squat"]),
        ("5 mi, then core", ["easy 8.0km", "strength"]),
        ("8 km, then 3x5 squat", ["easy 8.0km", "strength Squat"]),
        (
            "squat 3x5, then tempo 20 min",
            ["strength Squat", "tempo 20min"],
        ),
        ("squat 3x5 then 5 km easy", ["strength Squat", "easy 5.0km"]),
        ("squat 3x5, then 5 km", ["strength Squat", "easy 5.0km"]),
        (
            "3x10 lunges then 6 km easy",
            ["strength Lunge", "easy 6.0km"],
        ),
        (
            "squat 3x5 then bike 30 min",
            ["strength Squat", "cross 30min"],
        ),
    ] {
        let reading = read(&format!("Tue: {line}"));
        let wanted = wanted.map(|words| format!("1 Tue {words}"));
        assert_eq!(told(&reading), wanted, "{line}");
        let notes: Vec<_> = reading.sessions.iter().map(|it| &it.plan.note).collect();
        assert_eq!(notes, ["", ""], "{line}");
    }
    for line in [
        "Tempo 20 min, dann Kniebeugen 3x5",
        "20 min Tempo + Kniebeugen 3x5",
        "tempo 20 min, daarna squat 3x5",
        "tempo 20 min puis squat 3x5",
        "tempo 20 min y luego sentadillas 3x5",
    ] {
        // The other lines tell the language.
        let plan = format!("Di: {line}\nMi: locker 5 km\n");
        let reading = read(&plan.replace("Di:", "Tue:"));
        assert_eq!(
            told(&reading)[..2],
            ["1 Tue tempo 20min", "1 Tue strength Squat"],
            "{line}"
        );
    }
    // What belongs to one session stays one.
    for (line, wanted) in [
        ("squat 3x5, easy", "1 Tue strength Squat"),
        (
            "squat 3x5 and bench 3x8",
            "1 Tue strength Squat Bench press",
        ),
        ("easy 8 km with 6x100m strides", "1 Tue easy 8.0km"),
        ("easy 8 km, then stretch", "1 Tue easy 8.0km"),
    ] {
        assert_eq!(told(&read(&format!("Tue: {line}"))), [wanted], "{line}");
    }
}

#[test]
fn what_is_guessed_of_an_explained_session_is_asked_once_where_it_stands() {
    const PLAN: &str = "M: Strength A\nT: 6 km easy\nW: rest\nTh: Strength A\nF: rest\n\nStrength A:\n- Squat 3x5 @ 100\n- Row 3x8 50s\n";
    let library = Library::shipped().unwrap();
    let reading = read(PLAN);
    assert_eq!(told(&reading)[0], "1 Mon strength Squat Row");
    assert_eq!(reading.sessions[0].certainty, Certainty::Guessed);
    assert_eq!(reading.sessions[0].plan.note, "50s", "no word is lost");
    assert_eq!(notes(&reading), Vec::<&str>::new());
    let loads = |reading: &PlanReading| -> Vec<String> {
        let named = reading
            .sessions
            .iter()
            .filter(|it| it.plan.title == "Strength A");
        let loads = named.map(|it| it.plan.workout.exercises()[0].load.to_string());
        loads.collect()
    };
    assert_eq!(loads(&reading), ["100kg", "100kg"]);
    let asked: Vec<_> = reading
        .guesses
        .iter()
        .filter(|guess| guess.text == "100")
        .collect();
    let [guess] = asked.as_slice() else {
        panic!("asked once: {:?}", reading.guesses);
    };
    assert_eq!(reading.line_and_column(guess.place), (8, 15));
    // Another answer counts for every day that names the session.
    let options = Options {
        choices: [(guess.place, 1)].into(),
        ..Options::default()
    };
    let pounds = read_plan(PLAN.as_bytes(), &library, &options).unwrap();
    let kilograms = pounds.sessions[0].plan.workout.exercises()[0]
        .load
        .kilograms()
        .unwrap();
    assert!((kilograms.pounds() - 100.0).abs() < 1e-9);
    assert_eq!(loads(&pounds)[0], loads(&pounds)[1]);
}

#[test]
fn lists_within_brackets_are_lists_and_rowing_with_a_dose_is_lifted() {
    let reading = read(
        "Mo: Krafttraining Beine (Kniebeuge 4x6 mit 80 kg, Kreuzheben 3x5 mit 100 kg, Wadenheben 3x15)\nMi: Ruhetag\n\
         Sa: Oberkörper: Bankdrücken 4x8 60 kg, Klimmzüge 3xmax, Rudern 3x10\nSo: 30 min Rudern",
    );
    assert_eq!(
        told(&reading),
        [
            "1 Mon strength Squat Deadlift Standing calf raise",
            "1 Wed rest",
            "1 Sat strength Bench press Pull-up Row",
            "1 Sun cross 30min",
        ]
    );
    let brackets = read("Tue: 3x(4x200 m, 200 m jog)");
    assert_eq!(told(&brackets), ["1 Tue intervals"]);
}

#[test]
fn a_named_session_stands_beside_others() {
    let reading = read(
        "Mon: Lift 1 + 4 mi easy\nTue: 9 mi easy\nWed: 6 mi easy. Lift 2 (PM)\n\n\
         Lift 1: Squat 4x5 @ 75%, RDL 3x8 @ 115 lb\nLift 2: Bench 4x6 @ 125 lb, calves 3x15\n",
    );
    assert_eq!(
        told(&reading),
        [
            "1 Mon strength Squat Romanian deadlift",
            "1 Mon easy 6.4km",
            "1 Tue easy 14.5km",
            "1 Wed easy 9.7km",
            "1 Wed strength Bench press Standing calf raise",
        ]
    );
}

#[test]
fn a_part_of_the_body_with_a_dose_is_an_exercise() {
    for (text, is) in [
        (
            "Mon: legs: squat 4x6, calves 3x15",
            "1 Mon strength Squat Standing calf raise",
        ),
        (
            "LUNES: fuerza: sentadilla 4x6, gemelos 3x15",
            "1 Mon strength Squat Standing calf raise",
        ),
        (
            "Mo: Kraft: Kniebeuge 4x6, Waden 3x15",
            "1 Mon strength Squat Standing calf raise",
        ),
    ] {
        assert_eq!(told(&read(text)), [is], "{text}");
    }
    assert_eq!(
        told(&read("Mon: calves and core 20 min")),
        ["1 Mon strength 20min"]
    );
}

#[test]
fn strength_as_the_week_before_has_its_exercises_in_six_languages() {
    for (first, second, like) in [
        (
            "Week 1\nTue: ",
            "Week 2\nTue: ",
            "gym as last week, 2 kg more",
        ),
        ("Woche 1\nDi: ", "Woche 2\nDi: ", "Kraft wie letzte Woche"),
        (
            "Semaine 1\nMar: ",
            "Semaine 2\nMar: ",
            "Muscu comme semaine 1",
        ),
        (
            "Semana 1\nMar: ",
            "Semana 2\nMar: ",
            "Fuerza como la semana pasada",
        ),
        (
            "Settimana 1\nMar: ",
            "Settimana 2\nMar: ",
            "Forza come settimana 1",
        ),
        ("Week 1\nDi: ", "Week 2\nDi: ", "Kracht zoals vorige week"),
    ] {
        let gym = like.split(' ').next().unwrap();
        let text = format!("{first}{gym} squat 3x8 @ 50 kg, plank 3x45s\n\n{second}{like}\n");
        let reading = read(&text);
        let exercises: Vec<usize> = reading
            .sessions
            .iter()
            .map(|session| session.plan.workout.exercises().len())
            .collect();
        assert_eq!(exercises, [2, 2], "{text}: {:?}", told(&reading));
    }
}

#[test]
fn a_hold_within_brackets_is_an_exercise_like_the_others() {
    for gym in [
        "squat 3x8 @ 50 kg, plank 3x45s",
        "plank 3x45 sec, squat 3x8",
        "squat 3x8, side plank 3x30s",
    ] {
        let reading = read(&format!("Tue: gym ({gym})\nWed: rest\n"));
        let exercises = reading.sessions[0].plan.workout.exercises();
        assert_eq!(exercises.len(), 2, "{gym}: {:?}", told(&reading));
    }
}
