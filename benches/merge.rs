//! How long it takes to merge two versions of an athlete of three years in which each side changed a month: budget 20 ms.

mod machine;

use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{Athlete, Stamp};
use ironstride::edit::{self, Edit};
use ironstride::library::Library;
use ironstride::merge::athletes;

fn athlete() -> Athlete {
    let options = DemoOptions {
        athletes: 1,
        weeks: 3 * 52,
        seed: 1,
        today: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a date"),
    };
    let library = Library::shipped().expect("the library ships");
    let workspace = demo::workspace(&options, &library);
    Athlete::clone(&workspace.athletes[0])
}

/// A copy in which every session of a span was planned anew and logged.
fn edited(base: &Athlete, from: usize, hour: i64) -> Athlete {
    let mut athlete = base.clone();
    let all = base.sessions.all();
    let edits: Vec<Edit> = all[from..from + 40]
        .iter()
        .map(|session| {
            let mut session = (**session).clone();
            session.plan.note = format!("Note {hour}");
            session.log.get_or_insert_default().note = format!("Line {hour}").into();
            Edit::update(base, session)
        })
        .collect();
    let at = DateTime::UNIX_EPOCH + TimeDelta::hours(500_000 + hour);
    edit::apply(&mut athlete, &edits, Stamp::coach(at));
    athlete
}

/// A copy that shares no session with the other, as when it was read from a file.
fn read(athlete: &Athlete) -> Athlete {
    let mut read = athlete.clone();
    let sessions = athlete.sessions.all().iter();
    read.sessions = sessions
        .map(|session| Arc::new((**session).clone()))
        .collect::<Vec<_>>()
        .into();
    read
}

fn merge(criterion: &mut Criterion) {
    let base = athlete();
    let (ours, theirs) = (read(&edited(&base, 900, 1)), read(&edited(&base, 920, 2)));
    machine::bench(criterion, "merge of three years on a base", || {
        black_box(athletes(Some(&base), &ours, &theirs))
    });
    machine::bench(criterion, "merge of three years without a base", || {
        black_box(athletes(None, &ours, &theirs))
    });
}

criterion_group!(benches, merge);
criterion_main!(benches);
