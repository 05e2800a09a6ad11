//! Records from diaries in words: a day, an exercise and its sets, or a day, a run and its time.

use super::*;
use crate::domain::set_entry::{EntryRules, parse_sets};
use crate::domain::{
    AthleteId, BodyWeight, ExerciseLog, Interned, Kilograms, Log, MassUnit, Meters, Plan, Profile,
    Race, RaceId, RacePriority, RunKind, RunLog, RunPlan, Seconds, Session, SessionId, Stamp,
    Status, StrengthPlan, TestedMax, Workout,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An athlete with one trained session a line: "2026-11-02 squat 5x80@2; bench-press 3x8 50",
/// "2026-11-03 easy 12.2 km 61:00", "2026-11-04 race 4.96 km 19:40".
fn athlete(diary: &str) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let lines = diary.lines().map(str::trim).filter(|line| !line.is_empty());
    athlete.sessions = lines
        .enumerate()
        .map(|(number, line)| {
            let (date, rest) = line.split_once(' ').unwrap();
            let (workout, log) = match rest.split_once(" km") {
                Some((run, time)) => ran(run, time.trim()),
                None => lifted(rest),
            };
            let id = SessionId::from_bits(number as u128 + 1);
            let mut session = Session::planned(id, day(date), Plan::new(workout), Stamp::default());
            session.status = Status::Done;
            session.log = Some(log);
            session
        })
        .collect();
    athlete
}

fn lifted(text: &str) -> (Workout, Log) {
    let rules = EntryRules {
        assisted: true,
        ..EntryRules::in_unit(MassUnit::Kg)
    };
    let exercises = text.split(';').map(|part| {
        let (id, sets) = part.trim().split_once(' ').unwrap();
        ExerciseLog {
            exercise: ExerciseId::new(id),
            name: String::new(),
            sets: parse_sets(sets, rules).unwrap().sets,
        }
    });
    let log = Log {
        exercises: exercises.map(Interned::from).collect(),
        ..Log::default()
    };
    (Workout::Strength(StrengthPlan::default()), log)
}

fn ran(run: &str, time: &str) -> (Workout, Log) {
    let (kind, km) = run.split_once(' ').unwrap();
    let kind = RunKind::ALL.into_iter().find(|k| k.word() == kind).unwrap();
    let moving = time
        .split_once(':')
        .map(|(m, s)| Seconds(m.parse::<u32>().unwrap() * 60 + s.parse::<u32>().unwrap()));
    let run = RunLog {
        distance: Some(Meters::from_km(km.parse().unwrap())),
        moving,
        ..RunLog::default()
    };
    let log = Log {
        run: Some(run),
        ..Log::default()
    };
    (Workout::Run(RunPlan::of(kind)), log)
}

/// "Squat 5 reps: 82.5" and the like, one a record.
fn told(records: &[PersonalRecord]) -> Vec<String> {
    records.iter().map(told_one).collect()
}

fn told_one(record: &PersonalRecord) -> String {
    let figure = match record.figure {
        RecordValue::Mass(kg) => format!("{:.1}", kg.kg()),
        RecordValue::Distance(far) => format!("{:.1} km", far.km()),
        RecordValue::Time(time) => format!("{} s", time.0),
    };
    let kind = match record.kind {
        RecordKind::OneRm => "1RM".to_owned(),
        RecordKind::Weight(reps) => format!("{reps} reps"),
        RecordKind::Tonnage => "tonnage".to_owned(),
        RecordKind::LongestRun => "longest".to_owned(),
        RecordKind::Fastest(course) => course.name().to_owned(),
    };
    format!("{} {kind}: {figure}", record.name)
        .trim()
        .to_owned()
}

fn standing(athlete: &Athlete, exercise: &str) -> Vec<String> {
    let library = Library::shipped().unwrap();
    let mut all = records(athlete, &library);
    all.retain(|record| {
        record
            .exercise
            .as_ref()
            .is_some_and(|it| it.as_str() == exercise)
    });
    told(&all)
}

fn beaten_on(athlete: &Athlete, date: &str) -> Vec<String> {
    let library = Library::shipped().unwrap();
    told(&beaten(athlete, &library, day(date), day(date)))
}

#[test]
fn the_heaviest_load_counts_for_every_count_of_repetitions_it_was_done_for() {
    let athlete = athlete(
        "2026-11-02 squat 8x70 8x70
         2026-11-09 squat w5x100 5x80 3x85 d10x90",
    );
    assert_eq!(
        standing(&athlete, "squat"),
        [
            // 3 × 85: 85 (1 + 3/30) = 93.5; 5 × 80: 93.3; 8 × 70: 88.7.
            "Squat 1RM: 93.5",
            "Squat 1 reps: 85.0",
            "Squat 3 reps: 85.0",
            "Squat 5 reps: 80.0",
            "Squat 8 reps: 70.0",
            // 5 × 80 + 3 × 85 + 10 × 90; the warm-up does not count.
            "Squat tonnage: 1555.0",
        ]
    );
}

#[test]
fn only_what_beats_something_is_told_and_a_set_once() {
    let athlete = athlete(
        "2026-11-02 squat 5x80
         2026-11-09 squat 5x80
         2026-11-16 squat 5x82.5@0",
    );
    assert_eq!(beaten_on(&athlete, "2026-11-02"), [""; 0]);
    assert_eq!(
        beaten_on(&athlete, "2026-11-09"),
        [""; 0],
        "equal is not better"
    );
    let told = beaten_on(&athlete, "2026-11-16");
    assert!(told.contains(&"Squat 5 reps: 82.5".to_owned()), "{told:?}");
    assert!(!told.iter().any(|told| told.contains("3 reps")), "{told:?}");
    let library = Library::shipped().unwrap();
    let records = beaten(&athlete, &library, day("2026-11-16"), day("2026-11-16"));
    let first = headline(&records).unwrap();
    assert_eq!(told_one(first), "Squat 5 reps: 82.5");
    assert_eq!(first.before, Some(RecordValue::Mass(Kilograms::new(80.0))));
    assert_eq!(
        first.set,
        Some(SetPlace {
            exercise: 0,
            set: 0
        })
    );
}

#[test]
fn a_failed_repetition_does_not_count() {
    let athlete = athlete("2026-11-02 squat 5x80!");
    let records = standing(&athlete, "squat");
    assert!(
        records.contains(&"Squat 3 reps: 80.0".to_owned()),
        "{records:?}"
    );
    assert!(
        !records.iter().any(|told| told.contains("5 reps")),
        "{records:?}"
    );
}

#[test]
fn an_estimate_from_many_repetitions_sets_no_record() {
    let rough = athlete("2026-11-02 squat 12x70");
    assert!(!standing(&rough, "squat")[0].contains("1RM"));
}

#[test]
fn a_tested_maximum_is_a_single() {
    let mut athlete = athlete(
        "2026-11-02 squat 1x90
         2026-11-16 squat 1x97.5",
    );
    athlete.profile.tested_maxes.push(TestedMax {
        exercise: ExerciseId::new("squat"),
        kg: Kilograms::new(100.0),
        date: day("2026-11-09"),
    });
    assert!(standing(&athlete, "squat").contains(&"Squat 1 reps: 100.0".to_owned()));
    let told = beaten_on(&athlete, "2026-11-16");
    assert!(!told.iter().any(|told| told.contains("1 reps")), "{told:?}");
}

#[test]
fn what_the_body_lifts_of_itself_counts_in_an_estimate() {
    let mut athlete = athlete("2026-11-02 pull-up 5x10");
    assert!(
        !standing(&athlete, "pull-up")[0].contains("1RM"),
        "never weighed"
    );
    athlete.profile.body_weight.push(BodyWeight {
        date: day("2026-10-01"),
        kg: Kilograms::new(70.0),
    });
    // 80 (1 + 5/30) − 70 = 23.3.
    assert_eq!(standing(&athlete, "pull-up")[0], "Pull-up 1RM: 23.3");
}

#[test]
fn runs_count_over_their_own_distance_and_nothing_is_scaled() {
    let diary = athlete(
        "2026-11-01 easy 12.4 km 70:00
         2026-11-03 tempo 5.05 km 21:00
         2026-11-05 tempo 4.99 km 18:00
         2026-11-07 tempo 5.2 km 18:00
         2026-11-09 race 4.95 km 19:59
         2026-11-11 long 18.0 km
         2026-11-13 easy 10.1 km 48:00",
    );
    let library = Library::shipped().unwrap();
    assert_eq!(
        told(&records(&diary, &library)),
        ["longest: 18.0 km", "5 km: 1199 s", "10 km: 2880 s"]
    );
    assert_eq!(beaten_on(&diary, "2026-11-09"), ["5 km: 1199 s"]);
    assert_eq!(beaten_on(&diary, "2026-11-11"), ["longest: 18.0 km"]);
}

#[test]
fn a_race_result_counts_without_a_session() {
    let mut athlete = athlete("2026-11-03 tempo 5.0 km 21:00");
    athlete.profile.races.push(Race {
        distance: Some(Meters::from_km(5.0)),
        priority: RacePriority::C,
        result: Some(Seconds(1190)),
        ..Race::new(RaceId::from_bits(9), day("2026-11-08"), "Park run")
    });
    assert_eq!(beaten_on(&athlete, "2026-11-08"), ["5 km: 1190 s"]);
    let later = beaten(
        &athlete,
        &Library::default(),
        day("2026-11-08"),
        day("2026-11-08"),
    );
    assert_eq!(later[0].session, None);
}

#[test]
fn the_whole_session_has_a_tonnage_of_its_own() {
    let athlete = athlete(
        "2026-11-02 squat 5x80; bench-press 5x50
         2026-11-09 squat 5x80; bench-press 5x52.5",
    );
    let told = beaten_on(&athlete, "2026-11-09");
    assert!(told.contains(&"tonnage: 662.5".to_owned()), "{told:?}");
    assert!(
        told.contains(&"Bench press tonnage: 262.5".to_owned()),
        "{told:?}"
    );
}

#[test]
fn what_was_not_trained_sets_no_record() {
    let mut athlete = athlete("2026-11-02 squat 5x80");
    let mut session = (*athlete.sessions.all()[0]).clone();
    session.status = Status::Planned;
    athlete.sessions = [session].into_iter().collect();
    assert!(records(&athlete, &Library::default()).is_empty());
}

#[test]
fn a_set_not_done_and_a_warm_up_alone_set_no_record() {
    for sets in ["0x100", "-x100", "1x100!", "w5x100"] {
        let athlete = athlete(&format!("2026-11-02 squat 5x80\n2026-11-09 squat {sets}"));
        assert_eq!(beaten_on(&athlete, "2026-11-09"), [""; 0], "{sets}");
        assert!(standing(&athlete, "squat").contains(&"Squat 5 reps: 80.0".to_owned()));
    }
}

#[test]
fn the_fastest_stretch_of_a_longer_run_is_a_record_too() {
    let mut athlete = athlete(
        "2026-11-02 easy 5 km 26:00
         2026-11-09 long 16 km 96:00
         2026-11-16 easy 10.1 km 60:00",
    );
    let mut stretched = |number: u128, best_1k, best_5k| {
        let id = SessionId::from_bits(number);
        let mut session = (**athlete.sessions.get(id).unwrap()).clone();
        let run = session.log.as_mut().unwrap().run.as_mut().unwrap();
        (run.best_1k, run.best_5k) = (Some(Seconds(best_1k)), Some(Seconds(best_5k)));
        athlete.sessions.put(session.into(), 0);
    };
    stretched(2, 290, 1500);
    // Nobody runs a kilometre in a minute.
    stretched(3, 60, 1510);
    let library = Library::shipped().unwrap();
    let of_runs = |athlete: &Athlete| told(&records(athlete, &library));
    assert_eq!(
        of_runs(&athlete),
        [
            "longest: 16.0 km",
            "1 km: 290 s",
            "5 km: 1500 s",
            "10 km: 3600 s"
        ]
    );
    assert_eq!(
        beaten_on(&athlete, "2026-11-09"),
        ["longest: 16.0 km", "5 km: 1500 s"]
    );

    // The distance was corrected: no five kilometres lie within four.
    let id = SessionId::from_bits(2);
    let mut session = (**athlete.sessions.get(id).unwrap()).clone();
    let run = session.log.as_mut().unwrap().run.as_mut().unwrap();
    run.distance = Some(Meters::from_km(4.0));
    athlete.sessions.put(session.into(), 0);
    assert_eq!(
        of_runs(&athlete),
        [
            "longest: 10.1 km",
            "1 km: 290 s",
            "5 km: 1510 s",
            "10 km: 3600 s"
        ]
    );
}

#[test]
fn a_run_that_is_slower_than_a_longer_one_went_past_sets_no_record() {
    let runs = "2026-10-18 race 10 km 45:37
                2026-11-11 easy 5 km 31:01";
    let of_runs = |text: &str| told(&records(&athlete(text), &Library::default()));
    assert_eq!(of_runs(runs), ["longest: 10.0 km", "10 km: 2737 s"]);
    let faster = format!("{runs}\n2026-11-18 race 5 km 22:10");
    assert_eq!(
        of_runs(&faster),
        ["longest: 10.0 km", "5 km: 1330 s", "10 km: 2737 s"]
    );
}

#[test]
fn fewer_repetitions_at_a_load_say_nothing_beside_more_at_it() {
    let athlete = athlete("2026-11-02 squat 8x55\n2026-11-09 squat 3x60");
    let found = records(&athlete, &Library::shipped().unwrap());
    let all: Vec<&PersonalRecord> = found.iter().collect();
    let weights: Vec<(RecordKind, RecordValue)> = strongest(&all)
        .into_iter()
        .filter(|record| matches!(record.kind, RecordKind::Weight(_)))
        .map(|record| (record.kind, record.figure))
        .collect();
    assert_eq!(
        weights,
        [
            (
                RecordKind::Weight(3),
                RecordValue::Mass(Kilograms::new(60.0))
            ),
            (
                RecordKind::Weight(8),
                RecordValue::Mass(Kilograms::new(55.0))
            ),
        ]
    );
}
