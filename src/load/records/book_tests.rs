//! A book of records against walks through the whole history.

use std::sync::Arc;

use proptest::prelude::*;

use super::book::{LEAST_GAP, MOST_STOPS};
use super::*;
use crate::domain::{
    AthleteId, ExerciseLog, Kilograms, Log, Meters, Plan, Profile, Race, RaceId, RunKind, RunLog,
    RunPlan, Seconds, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, TestedMax, Workout,
};

const EXERCISES: [&str; 3] = ["squat", "bench-press", "pull-up"];

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(739_000 + number as i32).unwrap()
}

/// A session of some day: a run, or one lift, as far or as heavy as `size` says.
fn session(id: u128, date: u32, kind: usize, size: u32) -> Session {
    let mut log = Log::default();
    let workout = if let Some(exercise) = EXERCISES.get(kind) {
        let set = SetLog {
            reps: Some(1 + size % 6),
            kg: Some(Kilograms::new(f64::from(20 + size))),
            ..SetLog::default()
        };
        log.exercises = vec![
            ExerciseLog {
                exercise: ExerciseId::new(*exercise),
                name: String::new(),
                sets: vec![set; 2],
            }
            .into(),
        ];
        Workout::Strength(StrengthPlan::default())
    } else {
        log.run = Some(RunLog {
            distance: Some(Meters::from_km(f64::from(size) / 10.0)),
            moving: Some(Seconds(size * 35)),
            ..RunLog::default()
        });
        Workout::Run(RunPlan::of(RunKind::Easy))
    };
    let id = SessionId::from_bits(id);
    let mut session = Session::planned(id, day(date), Plan::new(workout), Stamp::default());
    session.status = Status::Done;
    session.log = Some(log);
    session
}

fn athlete(sessions: impl IntoIterator<Item = Session>) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.sessions = sessions.into_iter().collect();
    athlete.profile.tested_maxes = vec![TestedMax {
        exercise: ExerciseId::new("squat"),
        kg: Kilograms::new(70.0),
        date: day(300),
    }];
    athlete.profile.races = vec![Race {
        distance: Some(Meters::from_km(10.0)),
        result: Some(Seconds(2500)),
        ..Race::new(RaceId::from_bits(7), day(500), "Ten")
    }];
    athlete
}

/// Three years of training, every day.
fn history(days: u32) -> Athlete {
    athlete((0..days).map(|date| {
        let size = 20 + (date * 37 + date / 9) % 70;
        session(u128::from(date) + 1, date, (date % 4) as usize, size)
    }))
}

fn assert_same(book: &RecordBook, athlete: &Athlete, library: &Library) {
    assert_eq!(**book.standing(), *records(athlete, library));
    let (from, to) = (day(0), day(5000));
    let of_book = book.beaten(from, to);
    let mut walked = beaten(athlete, library, from, to);
    // Within a day the order of a test and a race is nobody's concern.
    walked.sort_by_key(|record| record.date);
    let mut sorted = of_book;
    sorted.sort_by_key(|record| record.date);
    assert_eq!(sorted, walked);
}

#[derive(Debug, Clone)]
enum Change {
    Put {
        id: u32,
        date: u32,
        kind: usize,
        size: u32,
    },
    Remove(u32),
}

fn change() -> impl Strategy<Value = Change> {
    let put = (0..450_u32, 0..450_u32, 0..4_usize, 10..110_u32);
    prop_oneof![
        4 => put.prop_map(|(id, date, kind, size)| Change::Put { id, date, kind, size }),
        1 => (0..450_u32).prop_map(Change::Remove),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_book_says_after_every_edit_what_a_new_one_would(
        changes in proptest::collection::vec(change(), 1..12)
    ) {
        let library = Library::shipped().unwrap();
        let mut athlete = history(400);
        let mut book = RecordBook::of(&athlete, &library);
        for change in changes {
            match change {
                Change::Put { id, date, kind, size } => {
                    let changed = session(u128::from(id) + 1, date, kind, size);
                    // One that comes from another day stands at the end of this one.
                    let day = athlete.sessions.on(changed.date);
                    let place = day.iter().position(|session| session.id == changed.id);
                    let place = place.unwrap_or(usize::MAX);
                    let told = book.would_beat(&changed, &library);
                    athlete.sessions.put(Arc::new(changed.clone()), place);
                    let mut then = beaten(&athlete, &library, changed.date, changed.date);
                    then.retain(|record| record.session == Some(changed.id));
                    prop_assert_eq!(told, then);
                }
                Change::Remove(id) => {
                    athlete.sessions.remove(SessionId::from_bits(u128::from(id) + 1));
                }
            }
            book.update(&athlete, &library);
            assert_same(&book, &athlete, &library);
        }
    }
}

#[test]
fn an_edit_costs_a_few_sessions_however_long_the_history_is() {
    let library = Library::shipped().unwrap();
    for days in [1000, 7000] {
        let mut athlete = history(days);
        let mut book = RecordBook::of(&athlete, &library);
        for edited in [days - 2, days / 2] {
            let old = athlete.sessions.on(day(edited))[0].clone();
            let mut changed = Session::clone(&old);
            changed.plan.note = "Felt good".to_owned();
            athlete.sessions.put(Arc::new(changed), 0);
            let walked = book.update(&athlete, &library);
            assert!(walked <= 2 * 7000 / MOST_STOPS + LEAST_GAP, "{walked}");
            assert_eq!(book.update(&athlete, &library), 0);
        }
        assert_same(&book, &athlete, &library);
    }
}

#[test]
fn another_profile_or_library_begins_the_book_anew() {
    let library = Library::shipped().unwrap();
    let mut athlete = history(200);
    let mut book = RecordBook::of(&athlete, &library);
    athlete.profile.name = "Anna Horvat".to_owned();
    assert_eq!(book.update(&athlete, &library), 0);
    athlete.profile.tested_maxes[0].date = day(3);
    assert_eq!(book.update(&athlete, &library), 200);
    assert_same(&book, &athlete, &library);
    let nothing = Library::default();
    assert_eq!(book.update(&athlete, &nothing), 200);
    assert_same(&book, &athlete, &nothing);
}
