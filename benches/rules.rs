//! How long the week checker takes, with all its rules. It runs while a coach drags a session, so a week is to take no more than 50 µs,
//! a season 2 ms, the verdicts of a drag 1 ms, and 6 000 sessions in one week less than a second.

mod machine;

use std::hint::black_box;

use chrono::{Days, NaiveDate, NaiveTime};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::domain::{
    Athlete, AthleteId, CheckedProfile, Count, DayAvailability, Effort, Equipment, Exercise,
    ExerciseId, ExerciseLog, Interned, Kilograms, LoadSpec, Log, Meters, Minutes, Muscle, Pattern,
    Plan, Prescription, Profile, Race, RaceId, Reps, Rpe, RunKind, RunLog, RunPlan, Session,
    SessionId, SetLog, Slot, Stamp, Start, Status, StrengthPlan, Workout, WorkspaceSettings,
};
use ironstride::library::Library;
use ironstride::rules::{Context, Timeline, check, verdicts};

const WEEKS: u64 = 52;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).expect("a date")
}

fn lift(id: &str, pattern: Pattern, muscle: Muscle) -> Exercise {
    Exercise {
        pattern,
        primary: vec![muscle],
        equipment: vec![vec![Equipment::Barbell]],
        ..Exercise::named(ExerciseId::new(id), id)
    }
}

fn library() -> Library {
    let exercises = vec![
        lift("squat", Pattern::Squat, Muscle::Quadriceps),
        lift("deadlift", Pattern::Hinge, Muscle::Hamstrings),
        lift("lunge", Pattern::Lunge, Muscle::Quadriceps),
        lift("row", Pattern::Pull, Muscle::UpperBack),
        lift("plank", Pattern::Core, Muscle::RectusAbdominis),
    ];
    Library::from_parts(exercises, Vec::new(), Vec::new())
}

fn run(kind: RunKind) -> Workout {
    Workout::Run(RunPlan {
        distance: Some(Meters::from_km(9.5)),
        ..RunPlan::of(kind)
    })
}

/// Five exercises with loads in kilograms, so that the maxima are looked up in the logs.
fn strength() -> Workout {
    let exercises = ["squat", "deadlift", "lunge", "row", "plank"].map(|id| {
        let reps = Reps::Count(Count::exactly(8));
        let mut lift = Prescription::new(ExerciseId::new(id), id, Count::exactly(3), reps);
        lift.load = LoadSpec::Kg(Kilograms::new(60.0));
        lift.effort = Some(Effort::Rir(2.0));
        lift
    });
    Workout::Strength(StrengthPlan {
        exercises: exercises.into(),
        ..StrengthPlan::default()
    })
}

fn sets_of(workout: &Workout) -> Vec<Interned<ExerciseLog>> {
    let set = SetLog {
        reps: Some(8),
        kg: Some(Kilograms::new(60.0)),
        rir: Some(2.0),
        ..SetLog::default()
    };
    let done = |p: &Prescription| ExerciseLog {
        exercise: p.exercise.clone(),
        name: p.name.clone(),
        sets: vec![set; 3],
    };
    let done = workout.exercises().iter().map(done);
    done.map(Interned::from).collect()
}

/// The first day that is still to come: half of the season is logged, half of it planned.
fn today() -> NaiveDate {
    monday() + Days::new(7 * (WEEKS / 2) + 2)
}

fn log_of(workout: &Workout) -> Log {
    Log {
        rpe: Some(Rpe::new(5.0)),
        run: matches!(workout, Workout::Run(_)).then(|| RunLog {
            distance: Some(Meters::from_km(10.0)),
            ..RunLog::default()
        }),
        exercises: sets_of(workout),
        ..Log::default()
    }
}

/// Days with limits, two goal races.
fn profile() -> Profile {
    let mut profile = Profile::named("Anna");
    profile.availability.week[1] = DayAvailability::Limited {
        minutes: Some(90),
        gym: false,
        equipment: Vec::new(),
    };
    profile.availability.week[6] = DayAvailability::Unavailable;
    profile.races = [27_u32, 51]
        .map(|week| Race {
            distance: Some(Meters::from_km(21.1)),
            ..Race::new(
                RaceId::from_bits(week.into()),
                monday() + Days::new(7 * u64::from(week) + 6),
                "City run",
            )
        })
        .into();
    profile
}

/// Five runs and two lifts a week, with a few clashes.
fn athlete() -> Athlete {
    let week = [
        (0, 7, run(RunKind::Easy)),
        (1, 18, strength()),
        (2, 7, run(RunKind::Tempo)),
        (3, 7, run(RunKind::Easy)),
        (3, 18, strength()),
        (4, 7, run(RunKind::Steady)),
        (5, 8, run(RunKind::Long)),
    ];
    let sessions = (0..WEEKS).flat_map(|number| {
        week.iter()
            .enumerate()
            .map(move |(index, (day, hour, workout))| {
                let mut plan = Plan::new(workout.clone());
                plan.start = Start::Clock(NaiveTime::from_hms_opt(*hour, 0, 0).expect("a time"));
                plan.duration = Some(Minutes(45));
                let id = SessionId::from_bits(u128::from(number) * 10 + index as u128 + 1);
                let date = monday() + Days::new(7 * number + day);
                let mut session = Session::planned(id, date, plan, Stamp::default());
                if date < today() {
                    session.status = Status::Done;
                    session.log = Some(log_of(workout));
                }
                session
            })
    });
    let mut athlete = Athlete::new(AthleteId::from_bits(1), profile());
    athlete.sessions = sessions.collect();
    athlete
}

/// Thousands of sessions within one week, as no coach plans and a broken import may bring.
fn crowd() -> Athlete {
    let mut athlete = athlete();
    let sessions = athlete.sessions.all().to_vec();
    athlete.sessions = (0..6_000_u128)
        .zip(sessions.iter().cycle())
        .map(|(number, session)| {
            let mut session = Session::clone(session);
            session.id = SessionId::from_bits(number + 1);
            session.date = monday() + Days::new(number as u64 % 7);
            session
        })
        .collect();
    athlete
}

fn rules(criterion: &mut Criterion) {
    let (athlete, library) = (athlete(), library());
    let check_days = |athlete: &Athlete, from: NaiveDate, days: u64| {
        let profile = checked(athlete);
        let context = Context::new(&profile, &library, today());
        check(
            &Timeline::new(athlete, &context, from, from + Days::new(days - 1)),
            &context,
        )
    };
    let middle = monday() + Days::new(7 * 26);

    machine::bench(criterion, "check a week", || {
        check_days(black_box(&athlete), middle, 7)
    });
    machine::bench(criterion, "check a season of 52 weeks", || {
        check_days(black_box(&athlete), monday(), 7 * WEEKS)
    });

    let dragged = athlete
        .sessions
        .on(middle + Days::new(1))
        .first()
        .expect("a session")
        .clone();
    let targets: Vec<Slot> = (0..14)
        .map(|day| Slot {
            date: middle + Days::new(day),
            start: dragged.plan.start,
        })
        .collect();
    machine::bench(criterion, "verdicts for 14 targets", || {
        let athlete = black_box(&athlete);
        let profile = checked(athlete);
        let context = Context::new(&profile, &library, today());
        verdicts(athlete, &context, &dragged.plan, Some(dragged.id), &targets)
    });

    let crowd = crowd();
    machine::bench_few(criterion, "check 6 000 sessions in one week", || {
        check_days(black_box(&crowd), monday(), 7)
    });
}

/// The profile as the rules see it, where the workspace says nothing.
fn checked(athlete: &Athlete) -> CheckedProfile<'_> {
    WorkspaceSettings::default().checked(&athlete.profile)
}

criterion_group!(benches, rules);
criterion_main!(benches);
