//! Workouts as watches read them back.

use std::io::{Cursor, Read};

use rustyfit::profile::{mesgdef, typedef};
use rustyfit::{Decoder, DecoderEvent, StreamingIterator};
use zip::ZipArchive;

use super::*;
use crate::domain::*;
use crate::export::render;
use crate::export::test_support::{MONDAY, add, athlete, context, ordinary, strength};

fn files(athlete: &Athlete) -> Vec<(String, Vec<u8>)> {
    let library = Library::shipped().unwrap();
    let order = ExportOrder {
        format: ExportFormat::Watch,
        ..ExportOrder::new(MONDAY)
    };
    let bytes = render(&order, &[athlete], &context(&library)).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn text(files: &[(String, Vec<u8>)], name: &str) -> String {
    let (_, bytes) = files.iter().find(|(known, _)| known == name).unwrap();
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn intervals_icu_reads_minutes_as_m_and_metres_as_mtr() {
    let (anna, _) = ordinary();
    let files = files(&anna);
    assert_eq!(
        text(&files, "2026-11-24 Intervals.txt"),
        "- Warm-up 2km (easy)\n\n6x\n- Run 800mtr 3:59-4:11/km Pace\n- Jog 400mtr\n\n- Cool-down 1.5km\n"
    );
    assert_eq!(
        text(&files, "2026-11-23 Easy run.txt"),
        "- Easy run 45m (RPE 3)\n"
    );
    let mut miles = anna.clone();
    miles.profile.units.distance = DistanceUnit::Miles;
    let files = self::files(&miles);
    assert!(text(&files, "2026-11-26 Tempo.txt").contains("4.971mi 6:56-7:17/mi Pace"));
}

/// The workout and its steps, as a watch decodes them.
fn decoded(bytes: &[u8]) -> (mesgdef::Workout, Vec<mesgdef::WorkoutStep>) {
    let (mut workout, mut steps) = (None, Vec::new());
    let mut decoder = Decoder::new();
    let mut rest = bytes;
    let mut stream = decoder.stream(&mut rest);
    while let Some(event) = stream.next() {
        if let DecoderEvent::Message(message) = event.unwrap() {
            match message.num {
                typedef::MesgNum::WORKOUT => workout = Some(mesgdef::Workout::from(message)),
                typedef::MesgNum::WORKOUT_STEP => {
                    steps.push(mesgdef::WorkoutStep::from(message));
                }
                _ => {}
            }
        }
    }
    (workout.unwrap(), steps)
}

fn fit_of(
    files: &[(String, Vec<u8>)],
    name: &str,
) -> (mesgdef::Workout, Vec<mesgdef::WorkoutStep>) {
    let (_, bytes) = files.iter().find(|(known, _)| known == name).unwrap();
    decoded(bytes)
}

#[test]
fn a_watch_repeats_the_intervals_at_their_pace() {
    let (anna, _) = ordinary();
    let (workout, steps) = fit_of(&files(&anna), "2026-11-24 Intervals.fit");
    assert_eq!(
        (&*workout.wkt_name, workout.sport),
        ("Intervals", typedef::Sport::RUNNING)
    );
    assert_eq!((usize::from(workout.num_valid_steps), steps.len()), (5, 5));
    let [warm_up, work, jog, repeat, cool_down] = steps.as_slice() else {
        panic!("five steps");
    };
    assert_eq!(
        (warm_up.duration_type, warm_up.duration_value),
        (typedef::WktStepDuration::DISTANCE, 200_000)
    );
    assert_eq!(warm_up.intensity, typedef::Intensity::WARMUP);
    // 4:05 a kilometre are 4.082 m/s, and a fortieth either way.
    assert_eq!(work.target_type, typedef::WktStepTarget::SPEED);
    assert_eq!(
        (work.custom_target_value_low, work.custom_target_value_high),
        (3982, 4186)
    );
    assert_eq!(
        (jog.duration_value, jog.intensity),
        (40_000, typedef::Intensity::RECOVERY)
    );
    assert_eq!(
        repeat.duration_type,
        typedef::WktStepDuration::REPEAT_UNTIL_STEPS_CMPLT
    );
    assert_eq!((repeat.duration_value, repeat.target_value), (1, 6));
    assert_eq!(cool_down.intensity, typedef::Intensity::COOLDOWN);
}

#[test]
fn lifting_is_sets_with_rests_and_loads() {
    let mut anna = athlete("Anna");
    let rows = [
        ("Squat", "4", "6", "62.5kg", 180),
        ("Plank", "1", "45s", "bw", 60),
    ];
    add(&mut anna, 0, strength("Legs / core", &rows));
    let files = files(&anna);
    assert_eq!(files.len(), 1, "no text for lifting");
    let (workout, steps) = fit_of(&files, "2026-11-23 Legs _ core.fit");
    assert_eq!(workout.sub_sport, typedef::SubSport::STRENGTH_TRAINING);
    let [squat, rest, repeat, plank, last] = steps.as_slice() else {
        panic!("five steps: {steps:?}");
    };
    assert_eq!(
        (squat.duration_type, squat.duration_value),
        (typedef::WktStepDuration::REPS, 6)
    );
    assert_eq!(squat.exercise_weight_scaled(), Some(62.5));
    assert_eq!(squat.exercise_category, typedef::ExerciseCategory::SQUAT);
    assert_eq!(
        (rest.duration_value, rest.intensity),
        (180_000, typedef::Intensity::REST)
    );
    assert_eq!((repeat.duration_value, repeat.target_value), (0, 4));
    assert_eq!(
        (plank.duration_type, plank.duration_value),
        (typedef::WktStepDuration::TIME, 45_000)
    );
    assert_eq!(last.duration_value, 60_000);
}

#[test]
fn only_what_is_still_to_be_done_goes_to_the_watch() {
    let mut anna = athlete("Anna");
    let library = Library::shipped().unwrap();
    let order = ExportOrder {
        format: ExportFormat::Watch,
        ..ExportOrder::new(MONDAY)
    };
    let nothing = render(&order, &[&anna], &context(&library));
    assert_eq!(nothing, Err(ExportError::NoWorkouts));
    let id = add(
        &mut anna,
        0,
        Plan::new(Workout::Run(RunPlan::of(RunKind::Easy))),
    );
    assert_eq!(files(&anna).len(), 2);
    let mut done = (**anna.sessions.get(id).unwrap()).clone();
    done.status = Status::Done;
    anna.sessions.put(done.into(), 0);
    assert_eq!(
        render(&order, &[&anna], &context(&library)),
        Err(ExportError::NoWorkouts)
    );
}

/// The text of the only run, with an easy pace of 6:00 that no step needs.
fn run_text(unit: DistanceUnit, plan: Plan) -> String {
    let mut anna = athlete("Anna");
    anna.profile.units.distance = unit;
    add(&mut anna, 0, plan);
    let files = files(&anna);
    let (name, _) = files
        .iter()
        .find(|(name, _)| has_ending(name, "txt"))
        .unwrap();
    text(&files, name)
}

fn step(kind: StepKind, repeats: u32, extent: Extent, target: Option<Target>) -> Step {
    Step {
        repeats,
        target,
        ..Step::new(kind, extent)
    }
}

#[test]
fn a_run_with_a_fast_part_is_sent_whole() {
    let at_4_25 = Some(Target::Pace(Pace::from_seconds_per_km(265.0)));
    let tempo = Extent::Time(Seconds(25 * 60));
    let eight = |steps| {
        Plan::new(Workout::Run(RunPlan {
            distance: Some(Meters::from_km(8.0)),
            steps,
            ..RunPlan::of(RunKind::Tempo)
        }))
    };
    let fast = step(StepKind::Work, 1, tempo, at_4_25);
    // 25 min at 4:25 go 5.66 km; 2.34 km are left for before and after it.
    assert_eq!(
        run_text(DistanceUnit::Km, eight(vec![fast])),
        "- Warm-up 1.5km (easy)\n- Run 25m 4:18-4:32/km Pace\n- Cool-down 840mtr\n"
    );
    let files = {
        let mut anna = athlete("Anna");
        add(&mut anna, 0, eight(vec![fast]));
        files(&anna)
    };
    let (_, fit) = files
        .iter()
        .find(|(name, _)| has_ending(name, "fit"))
        .unwrap();
    let (workout, steps) = decoded(fit);
    assert_eq!((usize::from(workout.num_valid_steps), steps.len()), (3, 3));
    let meters = |step: &mesgdef::WorkoutStep| match step.duration_type {
        typedef::WktStepDuration::DISTANCE => f64::from(step.duration_value) / 100.0,
        _ => f64::from(step.duration_value) / 265.0,
    };
    let whole: f64 = steps.iter().map(meters).sum();
    assert!((whole - 8000.0).abs() < 10.0, "{whole}");
    // In miles the warm-up is whole in miles.
    assert_eq!(
        run_text(DistanceUnit::Miles, eight(vec![fast])),
        "- Warm-up 1mi (easy)\n- Run 25m 6:56-7:17/mi Pace\n- Cool-down 731mtr\n"
    );
    // A warm-up that is said stays, and the rest comes after.
    let km = |km| Extent::Distance(Meters::from_km(km));
    let warm_up = step(StepKind::WarmUp, 1, km(2.0), None);
    assert_eq!(
        run_text(DistanceUnit::Km, eight(vec![warm_up, fast])),
        "- Warm-up 2km (easy)\n- Run 25m 4:18-4:32/km Pace\n- Cool-down 340mtr\n"
    );
}

#[test]
fn what_an_even_run_leaves_comes_before_its_fast_end() {
    let strides = step(
        StepKind::Work,
        6,
        Extent::Distance(Meters::new(100.0)),
        Some(Target::Rpe(Rpe::new(8.0))),
    );
    let easy = Plan::new(Workout::Run(RunPlan {
        distance: Some(Meters::from_km(8.0)),
        steps: vec![strides],
        ..RunPlan::of(RunKind::Easy)
    }));
    assert_eq!(
        run_text(DistanceUnit::Km, easy),
        "- Run 7.4km\n\n6x\n- Run 100mtr (RPE 8)\n"
    );
    let mut hour = Plan::new(Workout::Run(RunPlan {
        steps: vec![step(
            StepKind::Work,
            1,
            Extent::Time(Seconds(20 * 60)),
            Some(Target::Pace(Pace::from_seconds_per_km(265.0))),
        )],
        ..RunPlan::of(RunKind::Tempo)
    }));
    hour.duration = Some(Minutes(60));
    assert_eq!(
        run_text(DistanceUnit::Km, hour),
        "- Warm-up 25m (easy)\n- Run 20m 4:18-4:32/km Pace\n- Cool-down 15m\n"
    );
}

/// True for the name of a file that ends so, behind a dot.
fn has_ending(name: &str, ending: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|it| it == ending)
}
