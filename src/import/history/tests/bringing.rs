//! Activities meeting an athlete's calendar.

use super::*;
use crate::domain::{
    Minutes, Plan, RunKind, RunPlan, Session, Start, Status, StrengthPlan, Workout,
};
use crate::edit::Edit;

const STRONG: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
    2024-01-01 18:00:00,Legs,Squat (Barbell),1,100,kg,5\n\
    2024-01-03 18:00:00,Push,Bench Press (Barbell),1,70,kg,5\n";

#[test]
fn the_same_file_twice_adds_nothing_and_a_longer_one_only_what_is_new() {
    let mut anna = anna();
    assert_eq!(
        take(&mut anna, &[history(STRONG), history(STRONG)]),
        (2, 0, 2)
    );
    let before = anna.clone();
    assert_eq!(take(&mut anna, &[history(STRONG)]), (0, 0, 2));
    assert_eq!(anna.sessions, before.sessions);
    let longer = format!("{STRONG}2024-01-05 18:00:00,Legs,Squat (Barbell),1,105,kg,5\n");
    assert_eq!(take(&mut anna, &[history(&longer)]), (1, 0, 2));
    assert_eq!(anna.sessions.len(), 3);
}

/// What came in under a name nobody knew counts for its exercise as soon as somebody says which it is.
#[test]
fn a_name_that_is_explained_later_explains_what_came_in_before() {
    let mut anna = anna();
    let file = STRONG.replace("Squat (Barbell)", "Moon press");
    take(&mut anna, &[history(&file)]);
    let exercise = |anna: &Athlete| {
        let log = anna.sessions.all()[0].log.clone().unwrap();
        (
            log.exercises[0].exercise.clone(),
            log.exercises[0].name.clone(),
        )
    };
    assert_eq!(exercise(&anna).0.as_str(), "own-imported-moon-press");
    let means = NameAnswer::Means(ExerciseId::new("squat"));
    let learned = BTreeMap::from([("Moon press".to_owned(), means)]);
    let report = report_with(&anna, &[history(&file)], &learned);
    assert_eq!((report.added(), report.relinked), (0, 1));
    edit::apply(&mut anna, &report.edits, Stamp::default());
    assert_eq!(
        exercise(&anna),
        (ExerciseId::new("squat"), "Moon press".to_owned())
    );
    assert_eq!(report_with(&anna, &[history(&file)], &learned).relinked, 0);
}

/// Dumbbells and the bar were one exercise before; what came in then follows, what the coach says stands.
#[test]
fn sets_of_an_exercise_that_was_told_apart_since_they_came_in_move_to_theirs() {
    let mut anna = anna();
    let file = STRONG.replace("Bench Press (Barbell)", "Bench Press (Dumbbell)");
    let bench = ExerciseId::new("bench-press");
    let learned = BTreeMap::from([(
        "Bench Press (Dumbbell)".to_owned(),
        NameAnswer::Means(bench.clone()),
    )]);
    let report = report_with(&anna, &[history(&file)], &learned);
    edit::apply(&mut anna, &report.edits, Stamp::default());
    let exercise = |anna: &Athlete| {
        let log = anna.sessions.all()[1].log.clone().unwrap();
        log.exercises[0].exercise.clone()
    };
    assert_eq!(exercise(&anna), bench);
    assert_eq!(report_with(&anna, &[history(&file)], &learned).relinked, 0);
    let report = report_with(&anna, &[history(&file)], &BTreeMap::new());
    assert_eq!((report.added(), report.relinked), (0, 1));
    edit::apply(&mut anna, &report.edits, Stamp::default());
    assert_eq!(exercise(&anna).as_str(), "dumbbell-bench-press");
    let again = report_with(&anna, &[history(&file)], &BTreeMap::new());
    assert_eq!((again.relinked, again.edits.len()), (0, 0));
}

#[test]
fn a_run_of_two_sources_is_one_run_with_both_ids_and_the_richer_figures() {
    let garmin = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\nRunning,2024-11-11 19:18:38,false,Loop,4.85,286,00:25:16,142\n";
    let strava = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Moving Time,Total Ascent\n\
        77,\"Nov 11, 2024, 7:18:40 PM\",Evening Run,Run,Felt good,1530,4.86,1512,30\n";
    for (first, second) in [(garmin, strava), (strava, garmin)] {
        let mut anna = anna();
        assert_eq!(
            take(&mut anna, &[history(first), history(second)]),
            (1, 0, 1)
        );
        let session = &anna.sessions.all()[0];
        assert_eq!(session.external.len(), 2);
        let log = session.log.as_ref().unwrap();
        let run = log.run.clone().unwrap();
        assert_eq!(
            (
                run.hr_average.map(|b| b.0),
                run.ascent.map(crate::domain::Meters::m)
            ),
            (Some(142), Some(30.0))
        );
        assert_eq!(log.note, "Felt good");
        assert_eq!(
            take(&mut anna, &[history(first), history(second)]),
            (0, 0, 2)
        );
    }
}

#[test]
fn two_runs_of_one_day_stay_two() {
    let text = "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n\
        Running,2024-11-11 07:00:00,false,Morning,5.0,286,00:25:00\nRunning,2024-11-11 19:00:00,false,Evening,5.0,286,00:25:20\n";
    let mut anna = anna();
    let (added, joined, known) = take(&mut anna, &[history(text)]);
    assert_eq!((added, joined, known), (2, 0, 0));
}

fn planned(anna: &mut Athlete, id: u128, date: &str, workout: Workout, minutes: u32) {
    let plan = Plan {
        duration: Some(Minutes(minutes)),
        ..Plan::new(workout)
    };
    let session = Session::planned(SessionId::from_bits(id), day(date), plan, Stamp::default());
    edit::apply(anna, &[Edit::put(session)], Stamp::default());
}

#[test]
fn what_was_planned_becomes_what_was_done() {
    let mut anna = anna();
    planned(
        &mut anna,
        1,
        "2024-01-01",
        Workout::Strength(StrengthPlan::default()),
        40,
    );
    planned(
        &mut anna,
        2,
        "2024-01-01",
        Workout::Run(RunPlan::of(RunKind::Easy)),
        30,
    );
    let plan = anna
        .sessions
        .get(SessionId::from_bits(1))
        .unwrap()
        .plan
        .clone();
    assert_eq!(take(&mut anna, &[history(STRONG)]), (1, 1, 0));
    let joined = anna.sessions.get(SessionId::from_bits(1)).unwrap();
    assert_eq!((&joined.plan, &joined.status), (&plan, &Status::Done));
    assert_eq!(
        joined.log.as_ref().unwrap().exercises[0].exercise.as_str(),
        "squat"
    );
    let run = anna.sessions.get(SessionId::from_bits(2)).unwrap();
    assert_eq!((run.log.is_none(), &run.status), (true, &Status::Planned));
}

#[test]
fn of_two_planned_runs_the_nearer_in_length_is_joined() {
    let mut anna = anna();
    planned(
        &mut anna,
        1,
        "2025-01-02",
        Workout::Run(RunPlan::of(RunKind::Easy)),
        30,
    );
    planned(
        &mut anna,
        2,
        "2025-01-02",
        Workout::Run(RunPlan::of(RunKind::Long)),
        90,
    );
    assert_eq!(
        take(
            &mut anna,
            &[history("Date,Distance (km),Time\n2025-01-02,16,1:28:00\n")]
        ),
        (0, 1, 0)
    );
    assert!(
        anna.sessions
            .get(SessionId::from_bits(2))
            .unwrap()
            .log
            .is_some()
    );
    assert!(
        anna.sessions
            .get(SessionId::from_bits(1))
            .unwrap()
            .log
            .is_none()
    );
}

#[test]
fn a_logged_session_is_never_written_over() {
    let mut anna = anna();
    take(&mut anna, &[history(STRONG)]);
    let before = anna.sessions.all()[0].log.clone();
    let other = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n2024-01-01 07:00:00,Arms,Curl,1,20,kg,12\n";
    assert_eq!(take(&mut anna, &[history(other)]), (1, 0, 0));
    assert_eq!(anna.sessions.all()[0].log, before);
}

#[test]
fn new_sessions_say_what_when_and_how_they_were() {
    let mut anna = anna();
    take(
        &mut anna,
        &[history(
            "Date,Distance (km),Time,Titel\n2025-01-02 07:30:00,21,1:50:00,Sunday long run\n",
        )],
    );
    let session = &anna.sessions.all()[0];
    assert_eq!(session.plan.run().unwrap().kind, RunKind::Long);
    assert_eq!(session.status, Status::Done);
    assert_eq!(
        session.plan.start,
        Start::Clock(chrono::NaiveTime::from_hms_opt(7, 30, 0).unwrap())
    );
    assert_eq!(session.log.as_ref().unwrap().duration, Some(Minutes(110)));
}

#[test]
fn unknown_exercises_are_told_once_and_their_sets_are_kept() {
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2024-01-01,A,Chest Fly (Machine),1,40,kg,12\n2024-01-03,A,Chest Fly (Machine),1,40,kg,12\n";
    let mut anna = anna();
    let told = report(&anna, &[history(text)]);
    let names: Vec<_> = told.files[0]
        .unknown
        .iter()
        .map(|exercise| exercise.name.as_str())
        .collect();
    assert_eq!(names, ["Chest Fly (Machine)"]);
    assert!(!told.is_whole());
    take(&mut anna, &[history(text)]);
    let log = anna.sessions.all()[0].log.clone().unwrap();
    assert_eq!(
        (log.exercises[0].name.as_str(), log.exercises[0].sets.len()),
        ("Chest Fly (Machine)", 1)
    );
}

#[test]
fn one_undo_takes_everything_back() {
    let mut anna = anna();
    planned(
        &mut anna,
        1,
        "2024-01-01",
        Workout::Strength(StrengthPlan::default()),
        40,
    );
    let before = anna.sessions.clone();
    let told = report(&anna, &[history(STRONG)]);
    let back = edit::apply(&mut anna, &told.edits, Stamp::default());
    assert_ne!(anna.sessions, before);
    edit::apply(&mut anna, &back, Stamp::default());
    let plans = |sessions: &crate::domain::Sessions| -> Vec<_> {
        sessions
            .all()
            .iter()
            .map(|session| {
                (
                    session.id,
                    session.plan.clone(),
                    session.log.clone(),
                    session.status.clone(),
                )
            })
            .collect()
    };
    assert_eq!(plans(&anna.sessions), plans(&before));
}

/// A file without units that somebody says to be in miles, though it is in kilometres, beside the same runs.
#[test]
fn a_wrong_answer_about_the_unit_doubles_no_run_and_is_told() {
    let row = |day: u32, far: &str| {
        format!("Running,2024-11-{day} 19:18:38,false,Loop,{far},286,00:25:16,142\n")
    };
    let head = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n";
    let garmin = |first: &str, second: &str| format!("{head}{}{}", row(11, first), row(13, second));
    let strava = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Moving Time,Total Ascent\n\
        77,\"Nov 11, 2024, 7:18:40 PM\",Evening Run,Run,Felt good,1530,4.86,1512,30\n\
        78,\"Nov 13, 2024, 7:18:40 PM\",Evening Run,Run,,1530,5.02,1512,30\n";
    // As they come out of miles that were kilometres: 4.85 and 5.01 by 1.609.
    let wrong = garmin("7.81", "8.06");
    let total = |anna: &Athlete| -> f64 {
        let logs = anna.sessions.all().iter().filter_map(|it| it.log.as_ref());
        logs.filter_map(|log| log.run.as_ref()?.distance)
            .map(crate::domain::Meters::km)
            .sum()
    };
    for (first, second) in [(strava, wrong.as_str()), (wrong.as_str(), strava)] {
        let mut anna = anna();
        take(&mut anna, &[history(first)]);
        let before = total(&anna);
        let report = report(&anna, &[history(second)]);
        assert_eq!((report.added(), report.known()), (0, 2));
        let [remark] = &report.files[0].remarks[..] else {
            panic!("{:?}", report.files[0].remarks)
        };
        assert_eq!(remark.session, "2 runs");
        assert!(remark.words.contains("miles and kilometres"));
        edit::apply(&mut anna, &report.edits, Stamp::default());
        assert_eq!(anna.sessions.len(), 2);
        assert!((total(&anna) - before).abs() < 0.01);
    }
    // Nothing is told of a file that agrees.
    let mut anna = anna();
    take(&mut anna, &[history(strava)]);
    let right = report(&anna, &[history(garmin("4.85", "5.01"))]);
    assert_eq!((right.added(), right.files[0].remarks.len()), (0, 0));
}
