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
