//! How long a better week takes. A coach waits for it with a finger on the button, so a week with 8 movable sessions is to
//! take no more than 20 ms with its proof, one with 14 sessions 50 ms, and 16 weeks 100 ms.

mod machine;

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::domain::{Athlete, CheckedProfile, Session, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::rules::Context;
use ironstride::rules::arrange::{PROVEN, Proof, better_week, better_weeks};
use ironstride::text;

/// A conflict, a caution and two tips, and two moves that solve them.
const EIGHT: &str = "Mon 18:00 strength lower heavy 45min\n\
    Tue 07:00 intervals 60min\n\
    Wed 07:00 easy 45min; 18:00 strength full moderate 40min\n\
    Thu 07:00 tempo 50min\n\
    Fri 18:00 strength upper 40min\n\
    Sat 07:00 easy 40min\n\
    Sun 08:00 long 18km\n";

/// The same without any times, which leaves more to decide.
const EIGHT_UNTIMED: &str = "Mon strength lower heavy 45min\n\
    Tue intervals 60min\n\
    Wed easy 45min; strength full moderate 40min\n\
    Thu tempo 50min\n\
    Fri strength upper 40min\n\
    Sat easy 40min\n\
    Sun long 18km\n";

/// Two sessions a day.
const FOURTEEN: &str = "Mon 07:00 easy 40min; 18:00 strength lower heavy 45min\n\
    Tue 07:00 intervals 60min; 18:00 strength upper 40min\n\
    Wed 07:00 easy 45min; 18:00 strength full moderate 40min\n\
    Thu 07:00 tempo 50min; 18:00 strength core 30min\n\
    Fri 07:00 easy 40min; 18:00 strength lower light 30min\n\
    Sat 07:00 hills 50min; 18:00 cross 40min\n\
    Sun 08:00 long 18km; 18:00 cross 30min\n";

/// Six sessions with a caution and a tip.
const SIX: &str = "Mon 07:00 easy 45min\n\
    Tue 18:00 strength full moderate 40min\n\
    Wed 07:00 tempo 50min\n\
    Thu 18:00 strength upper 40min\n\
    Fri 07:00 steady 50min\n\
    Sat 08:00 long 18km\n";

const WEEKS: u64 = 16;

fn monday() -> NaiveDate {
    text::TEMPLATE_MONDAY
}

/// The week of a plan text, some times in a row.
fn athlete(plan: &str, weeks: u64, library: &Library) -> Athlete {
    let week = text::read(plan, library);
    assert!(week.errors.is_empty(), "{:?}", week.errors);
    let mut athlete = week.athlete();
    let sessions = athlete.sessions.all().to_vec();
    let repeated = (0..weeks).flat_map(|week| {
        sessions.iter().map(move |session| {
            let mut session = Session::clone(session);
            let number = session.id.0.as_u128() + 1000 * u128::from(week);
            session.id = ironstride::domain::SessionId::from_bits(number);
            session.date = session.date + Days::new(7 * week);
            session
        })
    });
    athlete.sessions = repeated.collect();
    athlete
}

/// The profile as the rules see it, where the workspace says nothing.
fn checked(athlete: &Athlete) -> CheckedProfile<'_> {
    WorkspaceSettings::default().checked(&athlete.profile)
}

fn arrange(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the shipped library");
    let weeks = [
        ("a better week of 8 sessions", EIGHT),
        ("a better week of 8 sessions without times", EIGHT_UNTIMED),
        ("a better week of 14 sessions", FOURTEEN),
    ];
    for (name, plan) in weeks {
        let athlete = athlete(plan, 1, &library);
        let profile = checked(&athlete);
        let context = Context::new(&profile, &library, monday());
        let found = better_week(&athlete, &context, monday());
        assert!(found.after < found.before, "{name}");
        assert!(athlete.sessions.len() > PROVEN || found.proof == Proof::Optimal);
        machine::bench(criterion, name, || {
            better_week(black_box(&athlete), &context, monday())
        });
    }

    let athlete = athlete(SIX, WEEKS, &library);
    let profile = checked(&athlete);
    let context = Context::new(&profile, &library, monday());
    machine::bench(criterion, "16 better weeks", || {
        better_weeks(black_box(&athlete), &context, monday(), WEEKS as u32)
    });
}

criterion_group!(benches, arrange);
criterion_main!(benches);
