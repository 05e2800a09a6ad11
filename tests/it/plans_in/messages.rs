//! Whole messages and tables, as coaches send them: which days, which sessions, and what of them is kept in words.

use ironstride::domain::{Step, Target};
use ironstride::import::plan::read_plan;
use ironstride::intake::{Certainty, Options, PlanReading};
use ironstride::library::Library;
use ironstride::notation::{self, Style};
use ironstride::text::{day_word, kind_word};

fn read(text: &str) -> PlanReading {
    let library = Library::shipped().unwrap();
    let options = Options {
        year: Some(2026),
        ..Options::default()
    };
    read_plan(text.as_bytes(), &library, &options).unwrap()
}

/// Week, day, kind, kilometres or minutes, and exercises of each session.
fn told(reading: &PlanReading) -> Vec<String> {
    let words = reading.sessions.iter().map(|session| {
        let plan = &session.plan;
        let mut words = vec![session.week.to_string()];
        words.extend(
            session
                .day
                .or(session.date.map(|it| chrono::Datelike::weekday(&it)))
                .map(|day| day_word(day).to_owned()),
        );
        words.push(kind_word(plan.kind()).to_owned());
        let distance = plan.run().and_then(|run| run.distance);
        words.extend(distance.map(|far| format!("{:.1}km", far.km())));
        words.extend(plan.duration.map(|minutes| format!("{}min", minutes.0)));
        words.extend(plan.workout.exercises().iter().map(|it| it.name.clone()));
        words.join(" ")
    });
    words.collect()
}

fn notes(reading: &PlanReading) -> Vec<&str> {
    reading
        .notes
        .iter()
        .map(|note| note.text.as_str())
        .collect()
}

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
fn the_sixth_week_alone_is_the_first_that_comes_and_keeps_its_number_in_its_title() {
    let plan = "Week 6 (12/14)\nTue easy 5 mi\nSun long 10 mi\nWeek 7 (12/21) Build\nTue easy 5 mi";
    let reading = read(plan);
    let weeks: Vec<_> = reading
        .weeks
        .iter()
        .map(|week| (week.number, week.title.as_str()))
        .collect();
    assert_eq!(weeks, [(1, "Week 6"), (2, "Week 7: Build")]);
    let dates: Vec<_> = reading
        .sessions
        .iter()
        .map(|session| session.date.unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2026-12-15", "2026-12-20", "2026-12-22"]);
    // Without dates it comes in the shown week as well, and not five weeks after it.
    let undated = read("Week 6\nTue easy 5 mi\nWeek 7\nTue easy 5 mi");
    assert_eq!(told(&undated), ["1 Tue easy 8.0km", "2 Tue easy 8.0km"]);
    assert_eq!(undated.weeks[0].title, "Week 6");
    // What begins at the first week has nothing to keep.
    let first = read("Week 1\nTue easy 5 mi\nWeek 2 - Base\nTue easy 5 mi");
    assert_eq!(first.weeks[0].title, "");
    assert_eq!(first.weeks[1].title, "Base");
}

#[test]
fn letters_at_the_head_of_lines_are_days() {
    let reading = read(
        "Hi Sam,\n\nWeek of Dec 7\nM - off\nT - 6 x 3:00 on / 2:00 easy @ 10k effort\nW - 50 min Z2, then legs: squat 3x5 (80%), RDL 3x8\n\
         Th - 6 mi easy\nF - gym upper: bench 4x6, pull-ups 4xAMRAP\nSa - 45 min very easy\nSu - 14 mi long\n\nCheers",
    );
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue tempo",
            "1 Wed easy 50min",
            "1 Wed strength Squat Romanian deadlift",
            "1 Thu easy 9.7km",
            "1 Fri strength Bench press Pull-up",
            "1 Sat recovery 45min",
            "1 Sun long 22.5km",
        ]
    );
    assert_eq!(notes(&reading), ["Hi Sam,", "Cheers"]);
}

#[test]
fn one_letter_stands_for_two_days_in_the_order_of_the_week() {
    let reading =
        read("M: rest\nT: 6 km easy\nW: rest\nT: 8 km easy\nF: rest\nS: 4 km easy\nS: 12 km long");
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue easy 6.0km",
            "1 Wed rest",
            "1 Thu easy 8.0km",
            "1 Fri rest",
            "1 Sat easy 4.0km",
            "1 Sun long 12.0km"
        ]
    );
    let german = read(
        "M: Ruhetag\nD: 6 km locker\nM: Ruhetag\nD: 8 km locker\nF: Ruhetag\nS: 4 km locker\nS: 12 km langer Lauf",
    );
    assert_eq!(told(&german)[3], "1 Thu easy 8.0km");
    assert_eq!(told(&german)[6], "1 Sun long 12.0km");
}

#[test]
fn a_head_of_letters_makes_a_table() {
    let reading = read(
        "Week\tM\tT\tW\tT\tF\tS\tS\n1\toff\t6 km\t5x1k\t5 km\toff\t4 km\t12 km\n2\toff\t7 km\t6x1k\t5 km\toff\t4 km\t13 km\n",
    );
    let told = told(&reading);
    assert_eq!(told.len(), 14);
    assert_eq!(told[3], "1 Thu easy 5.0km");
    assert_eq!(told[13], "2 Sun easy 13.0km");
}

#[test]
fn what_stands_below_a_table_is_kept_and_explains_its_names() {
    let reading = read(
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Total\n1,Rest,6 mi easy,Gym A,\"5x800 @ 10K, 400 jog\",Rest,4 mi easy,10 mi LR,28\n\
         2,Rest,6 mi easy,Gym B,4 mi tempo,Rest,5 mi easy,12 mi LR,31\n3 (down),Rest,5 mi easy,Gym A,6x400,Rest,3 mi easy,8 mi LR,22\n\n\
         Gym A: Trap bar DL 3x5 @ 225 lb, calf raises 3x15\nGym B: Squat 3x5 @ 185 lb, RDL 3x8 @ 135 lb, plank 3x45s\n",
    );
    let told = told(&reading);
    assert_eq!(told.len(), 21, "{told:#?}");
    assert_eq!(
        told[2],
        "1 Wed strength Hex-bar deadlift Standing calf raise"
    );
    assert_eq!(told[9], "2 Wed strength Squat Romanian deadlift Plank");
    assert_eq!(
        told[16],
        "3 Wed strength Hex-bar deadlift Standing calf raise"
    );
    assert_eq!(reading.sessions[2].plan.title, "Gym A");
    assert_eq!(reading.weeks[2].title, "(down)");
    assert!(
        notes(&reading)
            .iter()
            .any(|note| note.starts_with("Gym B:")),
        "{:?}",
        reading.notes
    );
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
fn a_sentence_about_last_week_makes_no_session() {
    let reading = read(
        "Mon: rest\nTue: 6x800\n\nNext week: same as last week but 8 x 3:00 on Tue, and 15 mi long run",
    );
    assert!(
        reading
            .sessions
            .iter()
            .all(|it| it.plan.run().is_none_or(|run| run.distance.is_none())),
        "{:?}",
        told(&reading)
    );
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
fn a_preamble_tells_the_start_and_is_no_session() {
    let mail = "Hi Mara, here is what we said, weeks 1 to 2 (start Mon 30 Nov), marathon on 11 April. \
                Paces: easy 6:00/km, MP 5:15, tempo 4:55.\n\n\
                Week 1\nMon: rest\nTue: 10 km easy + gym (squat 3x8 @ 50 kg, plank 3x45s)\nSun: long run 22 km\n\n\
                Week 2\nMon: rest\nTue: 10 km easy + gym as week 1\nSun: long run 24 km\n";
    let reading = read(mail);
    assert_eq!(
        told(&reading),
        [
            "1 Mon rest",
            "1 Tue easy 10.0km",
            "1 Tue strength Squat Plank",
            "1 Sun long 22.0km",
            "2 Mon rest",
            "2 Tue easy 10.0km",
            "2 Tue strength Squat Plank",
            "2 Sun long 24.0km",
        ]
    );
    let first = reading.sessions[0].date;
    assert_eq!(first, chrono::NaiveDate::from_ymd_opt(2026, 11, 30));
    assert!(reading.guesses.is_empty(), "{:?}", reading.guesses);
    assert!(notes(&reading)[0].contains("MP 5:15"));
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
