//! How long a week takes to become a PDF, a preview and a PNG.

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};

use ironstride::domain::{
    Athlete, AthleteId, Count, ExerciseId, Kilograms, LoadSpec, Minutes, Plan, Prescription,
    Profile, Reps, RunKind, RunPlan, Seconds, Session, SessionId, Stamp, StrengthPlan, Workout,
};
use ironstride::export::{WeekOptions, WeekSheet, week_pages, week_pdf, week_png, week_sheet};
use ironstride::library::Library;

const MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 23) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

fn strength() -> Workout {
    let names = [
        "Squat",
        "Romanian deadlift",
        "Walking lunge",
        "Calf raise",
        "Plank",
        "Row",
    ];
    let exercises = names.map(|name| Prescription {
        load: LoadSpec::Kg(Kilograms::new(60.0)),
        rest: Some(Seconds(120)),
        ..Prescription::new(
            ExerciseId::new(name.to_lowercase()),
            name,
            Count::exactly(4),
            Reps::Count(Count::range(6, 8)),
        )
    });
    Workout::Strength(StrengthPlan {
        exercises: exercises.into(),
        ..StrengthPlan::default()
    })
}

/// A week of five runs and two strength sessions.
fn week() -> WeekSheet {
    let workouts = [
        Workout::Run(RunPlan::of(RunKind::Easy)),
        Workout::Run(RunPlan::of(RunKind::Intervals)),
        strength(),
        Workout::Run(RunPlan::of(RunKind::Recovery)),
        Workout::Run(RunPlan::of(RunKind::Tempo)),
        strength(),
        Workout::Run(RunPlan::of(RunKind::Long)),
    ];
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna Kovač"));
    let sessions = (0_u64..).zip(workouts).map(|(day, workout)| {
        let plan = Plan {
            duration: Some(Minutes(45)),
            ..Plan::new(workout)
        };
        let id = SessionId::from_bits(u128::from(day) + 1);
        Session::planned(id, MONDAY + Days::new(day), plan, Stamp::default())
    });
    athlete.sessions = sessions.collect();
    let library = Library::shipped().expect("the shipped library reads");
    week_sheet(&athlete, &library, &[], MONDAY, &WeekOptions::default())
}

fn print(c: &mut Criterion) {
    let sheet = week();
    c.bench_function("print: week as PDF", |b| b.iter(|| week_pdf(&sheet)));
    c.bench_function("print: preview at 2 pixels a point", |b| {
        b.iter(|| week_pages(&sheet, 2.0));
    });
    c.bench_function("print: week as PNG at 2 pixels a point", |b| {
        b.iter(|| week_png(&sheet, 2.0));
    });
}

criterion_group!(benches, print);
criterion_main!(benches);
