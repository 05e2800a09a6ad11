//! Seasons as a coach reads them, week by week: eight athletes, and what each week of theirs must hold.

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::*;

use super::super::Season;
use super::support::{Case, shown};

/// The day of all eight races.
fn race_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 21).unwrap()
}

fn towards(km: f64, level: Level, runs: u32, weekly: f64, longest: f64) -> Case {
    let mut case = Case::half_marathon(17);
    let request = &mut case.request;
    request.race.date = race_day();
    request.race.distance = Some(Meters::from_km(km));
    request.race.name = "Spring race".to_owned();
    request.level = level;
    request.runs = runs;
    request.weekly = Meters::from_km(weekly);
    request.longest = Meters::from_km(longest);
    case.today = super::support::monday() + Days::new(5);
    request.start = super::support::monday() + Days::new(7);
    case
}

/// Ten kilometres run in so many seconds this autumn.
fn has_run_ten(case: &mut Case, seconds: u32) {
    case.athlete.profile.races.push(Race {
        id: RaceId::from_bits(99),
        date: NaiveDate::from_ymd_opt(2026, 10, 11).unwrap(),
        name: "City ten".to_owned(),
        distance: Some(Meters::from_km(10.0)),
        priority: RacePriority::B,
        target: None,
        result: Some(Seconds(seconds)),
    });
}

fn eight() -> Vec<(&'static str, Case)> {
    let novice = towards(21.0975, Level::Novice, 4, 25.0, 9.0);
    let mut marathon = towards(42.195, Level::Intermediate, 5, 45.0, 18.0);
    has_run_ten(&mut marathon, 2_850);
    let mut ten = towards(10.0, Level::Advanced, 6, 80.0, 22.0);
    ten.request.strength = 2;
    ten.athlete.profile.threshold_pace = Some(Pace::from_seconds_per_km(225.0));
    let mut sunday = towards(21.0975, Level::Intermediate, 5, 40.0, 14.0);
    sunday.athlete.profile.week_start = Weekday::Sun;
    sunday.request.start = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    sunday.request.race.target = Some(Seconds(6_600));
    let mut miles = towards(42.195, Level::Intermediate, 5, 56.3, 22.5);
    miles.athlete.profile.units.distance = DistanceUnit::Miles;
    miles.request.policy = Policy::HardDaysHard;
    has_run_ten(&mut miles, 2_580);
    let mut three = towards(10.0, Level::Intermediate, 3, 24.0, 9.0);
    three.request.policy = Policy::Separate;
    three.request.equipment = vec![Equipment::Dumbbells];
    let mut older = towards(21.0975, Level::Novice, 4, 30.0, 12.0);
    for day in [0, 2, 4] {
        older.request.availability.week[day] = super::support::minutes(45);
    }
    older.request.equipment = vec![Equipment::None];
    has_run_ten(&mut older, 3_480);
    let mut short = towards(10.0, Level::Intermediate, 4, 32.0, 11.0);
    short.request.race.date = NaiveDate::from_ymd_opt(2027, 1, 3).unwrap();
    let mut all = vec![
        ("novice 25 km to a half marathon", novice),
        ("intermediate 45 km to a marathon", marathon),
        ("advanced 80 km to 10 km", ten),
        ("weeks that begin on Sunday", sunday),
        ("miles, hard days hard", miles),
        ("three runs, separate days, dumbbells", three),
        ("55 years, no equipment, short weekdays", older),
        ("five weeks to 10 km", short),
    ];
    for (_, case) in &mut all {
        let request = &mut case.request;
        let program = super::super::suggested(
            super::support::library(),
            request.level,
            &request.equipment,
            &request.availability,
        );
        request.program = program.map(|suggestion| suggestion.program);
    }
    all
}

#[test]
fn print_eight() {
    for (name, case) in eight() {
        let season: Season = case.season();
        println!("=== {name}\n{}", shown(&case, &season));
    }
}
