//! How long it takes from a log to the next load and to word of a record, for an athlete with a hundred thousand logged
//! sets: no more than 5 ms together.

mod machine;

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::demo::heavy_athlete;
use ironstride::domain::{Athlete, Session, SessionId, Status};
use ironstride::edit::Edit;
use ironstride::library::Library;
use ironstride::load::records::{self, RecordBook};
use ironstride::planning;

const SETS: usize = 100_000;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date")
}

/// The athlete with the last strength session planned once more for next week, and that session with one set more.
fn athlete(library: &Library) -> (Athlete, Session) {
    let mut athlete = heavy_athlete(SETS, today(), library);
    let lifted = |session: &&std::sync::Arc<Session>| {
        session
            .log
            .as_ref()
            .is_some_and(|log| !log.exercises.is_empty())
    };
    let last = athlete.sessions.all().iter().rev().find(lifted);
    let last = Session::clone(last.expect("a strength session"));
    let mut next = last.clone();
    next.id = SessionId::from_bits(1);
    next.date = last.date + Days::new(7);
    next.status = Status::Planned;
    next.log = None;
    athlete.sessions.put(std::sync::Arc::new(next), 0);
    let mut changed = last;
    for done in changed.log.iter_mut().flat_map(|log| &mut log.exercises) {
        let more = done.sets.last().copied();
        done.sets.extend(more);
    }
    (athlete, changed)
}

fn next_load(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library that ships");
    let (athlete, changed) = athlete(&library);
    machine::bench(
        criterion,
        "a log among 100 000 sets: the next loads",
        || {
            let edits = vec![Edit::update(&athlete, changed.clone())];
            planning::with_next_loads(black_box(&athlete), &library, edits)
        },
    );
    let book = RecordBook::of(&athlete, &library);
    machine::bench(
        criterion,
        "a log among 100 000 sets: word of records",
        || planning::new_records(black_box(&book), &library, &changed),
    );
    machine::bench(criterion, "all records of 100 000 sets", || {
        records::records(black_box(&athlete), &library)
    });
}

criterion_group!(benches, next_load);
criterion_main!(benches);
