//! How long a season of 24 weeks takes to build, with all its rules asked. A coach sees it grow while they type, so it is to
//! take no more than 100 ms.

mod machine;

use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::domain::{
    Athlete, AthleteId, Availability, DayAvailability, Level, Meters, Policy, Profile, ProgramId,
    Race, RaceId, SessionId, WorkspaceSettings,
};
use ironstride::library::Library;
use ironstride::season::{Existing, MOST_WEEKS, SeasonRequest, build};

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date")
}

/// Five runs and two strength sessions a week towards a marathon, with a short day and one without the gym.
fn request() -> SeasonRequest {
    let limited = |minutes, gym| DayAvailability::Limited {
        minutes,
        gym,
        equipment: Vec::new(),
    };
    let mut availability = Availability::default();
    availability.week[1] = limited(Some(75), true);
    availability.week[3] = limited(None, false);
    SeasonRequest {
        race: Race {
            distance: Some(Meters::from_km(42.195)),
            ..Race::new(
                RaceId::from_bits(1),
                monday() + Days::new(7 * u64::from(MOST_WEEKS) - 1),
                "Spring marathon",
            )
        },
        level: Level::Intermediate,
        policy: Policy::EasyOrAfterHard,
        availability,
        equipment: Vec::new(),
        runs: 5,
        weekly: Meters::from_km(45.0),
        longest: Meters::from_km(16.0),
        program: Some(ProgramId::new("six-week-strength")),
        strength: 2,
        start: monday(),
        existing: Existing::Replace,
    }
}

fn bench(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library reads");
    let athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Nina"));
    let (request, settings) = (request(), WorkspaceSettings::default());
    machine::bench(criterion, "a season of 24 weeks", || {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            SessionId::from_bits(next)
        };
        let season = build(
            &athlete,
            &library,
            &settings,
            black_box(&request),
            monday(),
            &mut new_id,
        );
        season.expect("nothing is refused").weeks.len()
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
