//! How long the figures of the progress charts take for ten years of training: 100 000 sets and 2 500 runs. All charts
//! from nothing are to take no more than 30 ms, and 2 ms after the edit of one session.

mod machine;

use std::hint::black_box;
use std::sync::Arc;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::demo::heavy_athlete;
use ironstride::domain::{Athlete, DateStyle, ExerciseId, Meters, Minutes};
use ironstride::library::Library;
use ironstride::load::series::{
    Grouping, TrainingDigest, adherence, exercises_with_history, fitness, hard_sets, intensity,
    lift_series, load_against_habit, monotony_by_week, one_rm_of, project_race, race_times,
    tonnage, weekly_distance, weekly_load,
};

const SETS: usize = 100_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

/// Every chart over all time, with five exercises in those about lifting.
fn all_series(figures: &TrainingDigest) {
    let today = today();
    let whole = figures.whole(today);
    let known = exercises_with_history(figures);
    let shown: Vec<ExerciseId> = known.into_iter().take(5).map(|it| it.exercise).collect();
    let half = Meters::new(21_097.5);
    let _ = black_box(weekly_load(figures, today, whole, Grouping::Week));
    let _ = black_box(weekly_distance(figures, today, whole, Grouping::Week));
    let _ = black_box(one_rm_of(figures, today, &shown));
    let _ = black_box(hard_sets(figures, today, whole, Grouping::Week));
    let _ = black_box(fitness(figures, today));
    let _ = black_box(lift_series(figures, today, &shown));
    let _ = black_box(tonnage(figures, today, whole, Grouping::Week, &shown));
    let _ = black_box(adherence(figures, today, whole, Grouping::Week));
    let _ = black_box(intensity(figures, today, whole, Grouping::Week));
    let _ = black_box(monotony_by_week(figures, today, whole));
    let _ = black_box(load_against_habit(figures, today, whole));
    let _ = black_box(project_race(figures, today, half, DateStyle::default()));
    let _ = black_box(race_times(figures, today, whole, half));
}

/// The athlete after a session in the middle was made a minute longer.
fn edited(athlete: &Athlete) -> Athlete {
    let mut athlete = athlete.clone();
    let middle = athlete.sessions.len() / 2;
    let session = &athlete.sessions.all()[middle];
    let place = athlete.sessions.place(session.id).unwrap_or_default();
    let mut changed = (**session).clone();
    changed.plan.duration = Some(Minutes(61));
    athlete.sessions.put(Arc::new(changed), place);
    athlete
}

fn ten_years(c: &mut Criterion) {
    let library = Library::shipped().expect("the library that ships");
    let athlete = heavy_athlete(SETS, today(), &library);
    let figures = TrainingDigest::of(&athlete, &library);
    let after = edited(&athlete);

    machine::bench(c, "digests of ten years", || {
        TrainingDigest::of(black_box(&athlete), &library)
    });
    machine::bench(c, "all series of ten years, from nothing", || {
        all_series(&TrainingDigest::of(black_box(&athlete), &library));
    });
    machine::bench_with(
        c,
        "all series after one edit",
        || figures.clone(),
        |figures| {
            figures.update(black_box(&after), &library);
            all_series(figures);
        },
    );
}

criterion_group!(benches, ten_years);
criterion_main!(benches);
