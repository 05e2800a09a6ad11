//! What a message says of a run: how often, how fast and how far.

use ironstride::domain::{Step, Target};
use ironstride::notation::{self, Style};

use super::{read, told};

/// The steps of the first session, and its note.
fn steps(line: &str) -> (Vec<Step>, String) {
    let reading = read(line);
    let plan = &reading.sessions[0].plan;
    (plan.run().unwrap().steps.clone(), plan.note.clone())
}

#[test]
fn what_is_done_again_is_said_in_six_languages() {
    let wanted = steps("run 5 min, walk 1 min, repeat 6 times");
    assert_eq!((wanted.0[0].repeats, wanted.1.as_str()), (6, ""));
    for line in [
        "5 min laufen, 1 min gehen, 6 Mal wiederholen",
        "5 min laufen, 1 min gehen, 6x wiederholen",
        "5 min hardlopen, 1 min wandelen, 6 keer herhalen",
        "courir 5 min, marcher 1 min, répéter 6 fois",
        "correr 5 min, caminar 1 min, repetir 6 veces",
        "corre 5 min, camina 1 min, 6 veces",
        "corri 5 minuti, cammina 1 minuto, per 6 volte",
        "corri 5 min cammina 1 min x 6",
        "correre 5 min, camminare 1 min, 6 volte",
        "run 5 min, walk 1 min, 6 times",
    ] {
        assert_eq!(steps(line), wanted, "{line}");
    }
}

#[test]
fn a_heart_rate_not_to_be_passed_is_said_in_six_languages() {
    for line in [
        "easy 45 min, HR below 145",
        "easy 45 min, HR less than 145",
        "45 min locker, Puls unter 145",
        "45 min rustig, hartslag lager dan 145",
        "45 min footing, FC moins de 145",
        "45 min suaves, pulso menos de 145",
        "45 min suaves, pulso por debajo de 145",
        "45 min facile, FC inferiore a 145",
    ] {
        let reading = read(line);
        let plan = &reading.sessions[0].plan;
        let aims: Vec<_> = plan
            .run()
            .unwrap()
            .steps
            .iter()
            .map(|it| it.target)
            .collect();
        let [Some(Target::HeartRate(range))] = aims[..] else {
            panic!("{line}: {aims:?} {:?}", plan.note)
        };
        assert_eq!((range.high.0, plan.note.as_str()), (145, ""), "{line}");
    }
}

#[test]
fn a_time_in_brackets_that_is_too_short_for_its_distance_is_a_pace() {
    for (text, seconds) in [
        ("Tue: 4 mi tempo (7:10)\nWed: 6 mi easy", 430.0 / 1.609_344),
        ("Tue: 8 km tempo (4:30)\nWed: 10 km easy", 270.0),
    ] {
        let reading = read(text);
        let plan = &reading.sessions[0].plan;
        assert_eq!(plan.duration, None, "{text}");
        let run = plan.run().unwrap();
        let of_step = run.steps.iter().find_map(|step| match step.target {
            Some(Target::Pace(pace)) => Some(pace),
            _ => None,
        });
        let pace = run.pace.or(of_step).unwrap();
        assert!(
            (pace.seconds_per_km() - seconds).abs() < 0.6,
            "{text}: {pace:?}"
        );
    }
    // A time that the distance takes stays its duration.
    let reading = read("Tue: 10 km (55:00)\nWed: 6 km easy");
    assert_eq!(told(&reading)[0], "1 Tue easy 10.0km 55min");
}

#[test]
fn what_is_left_of_miles_is_miles() {
    let reading = read("Sun: 14 mi, last 4 @ MP");
    let run = reading.sessions[0].plan.run().unwrap();
    let words: Vec<String> = run
        .steps
        .iter()
        .map(|step| notation::step(step, reading.units, Style::Input))
        .collect();
    assert_eq!(words, ["10mi", "4mi @marathon-pace"]);
}
