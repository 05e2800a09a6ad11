//! How long it takes to lay a program of twelve weeks out for an athlete with a full calendar: it happens while the
//! program is dragged, once for each week it is held over, and is to take no more than a frame of 16 ms.

mod machine;

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::Week;
use ironstride::domain::{ProgramId, SessionId};
use ironstride::layout::{Options, lay_out};
use ironstride::library::Library;
use ironstride::rules::Context;

fn layouts(criterion: &mut Criterion) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date");
    let library = Library::shipped().expect("the library");
    let options = DemoOptions {
        athletes: 1,
        weeks: 104,
        seed: 1,
        today,
    };
    let workspace = demo::workspace(&options, &library);
    let athlete = workspace.athletes.first().expect("an athlete");
    let profile = workspace.settings.checked(&athlete.profile);
    let context = Context::new(&profile, &library, today);
    for name in ["countdown-12", "six-for-runners"] {
        let program = library.program(&ProgramId::new(name)).expect("the program");
        let first = Week::of(today + Days::new(7), profile.week_start).first();
        let options = Options::from_week(program, first);
        let mut bits = 0;
        let mut new_id = || {
            bits += 1;
            SessionId::from_bits(bits)
        };
        machine::bench(criterion, &format!("laying out {name}"), || {
            black_box(lay_out(athlete, &context, program, &options, &mut new_id))
        });
    }
}

criterion_group!(benches, layouts);
criterion_main!(benches);
