//! The plan as a spreadsheet: out, edited, and back in as updates.

use chrono::{DateTime, NaiveDate, Weekday};
use ironstride::domain::{Athlete, AthleteId, DistanceUnit, Profile, Session, SessionId, Stamp};
use ironstride::export::{plan_csv, plan_rows, plan_workbook};
use ironstride::import::plan::read_plan;
use ironstride::intake::Options;
use ironstride::library::Library;
use ironstride::text;

const PLAN: &str = "week: 2026-W49\n\
    Mon  rest\n\
    Tue  07:00 intervals 6x800m @5k-pace jog 400m, warm-up 2km, cool-down 1.5km\n\
    Tue  18:00 strength lower heavy 40min\n      squat 4x6 @62.5kg rir 2 rest 3min\n      plank 3x45s\n\
    Thu  easy 45min \"flat, with Tom\"\n\
    Sun  long 18km not-key\n\
    next week\n\
    Wed  tempo 8km @4:30/km\n";

fn athlete(library: &Library) -> Athlete {
    let plan = text::read(PLAN, library);
    assert_eq!(plan.errors, []);
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let sessions = plan.sessions.iter().zip(100_u128..).map(|(planned, bits)| {
        let id = SessionId::from_bits(bits);
        Session::planned(id, planned.date, planned.plan.clone(), Stamp::default())
    });
    athlete.sessions = sessions.collect();
    athlete
}

#[test]
fn what_went_out_comes_back_as_the_same_sessions() {
    let library = Library::shipped().unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for start in [Weekday::Mon, Weekday::Sun] {
        let mut athlete = athlete(&library);
        athlete.profile.week_start = start;
        let rows = plan_rows(&athlete, &library, day("2026-11-22"), day("2026-12-31"));
        let bytes = plan_workbook(&rows, DistanceUnit::Km, start, DateTime::UNIX_EPOCH).unwrap();
        let reading = read_plan(&bytes, &library, &Options::default()).unwrap();
        assert_eq!(reading.sessions.len(), athlete.sessions.len(), "{start}");
        for read in &reading.sessions {
            let id = read.id.expect("it carries its identity");
            let session = athlete
                .sessions
                .get(id)
                .expect("it is a session that went out");
            assert_eq!(read.date, Some(session.date), "{start}: {:?}", read.plan);
            assert_eq!(session.plan, read.plan, "{start}");
        }
        assert!(reading.guesses.is_empty(), "{:?}", reading.guesses);
    }
}

#[test]
fn a_table_of_values_reads_without_identities() {
    let library = Library::shipped().unwrap();
    let athlete = athlete(&library);
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let rows = plan_rows(&athlete, &library, day("2026-11-30"), day("2026-12-31"));
    let text = plan_csv(&rows, DistanceUnit::Km, Weekday::Mon);
    let reading = read_plan(text.as_bytes(), &library, &Options::default()).unwrap();
    assert_eq!(reading.sessions.len(), athlete.sessions.len(), "{text}");
    assert!(reading.sessions.iter().all(|read| read.id.is_none()));
}
