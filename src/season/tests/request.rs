//! Requests that no season can be built from.

use chrono::Days;

use crate::domain::{DayAvailability, Meters};

use super::super::RequestField;
use super::support::{Case, minutes, monday};

/// What is refused about a case, and why.
fn refusal(change: impl FnOnce(&mut Case)) -> (RequestField, String) {
    let mut case = Case::half_marathon(14);
    change(&mut case);
    let mut refusals = case.build().unwrap_err();
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    let refusal = refusals.remove(0);
    (refusal.part, refusal.message)
}

#[test]
fn a_race_needs_some_weeks() {
    let race_on = |day: i64| {
        refusal(|case| {
            case.request.start = monday();
            case.request.race.date = monday() + chrono::Duration::days(day);
        })
    };
    let (part, message) = race_on(-1);
    assert_eq!(part, RequestField::RaceDate);
    assert_eq!(
        message,
        "This race is over; a season leads to one that is still to come."
    );
    assert_eq!(race_on(0).1, "The race is today: nothing is left to build.");
    assert_eq!(
        race_on(1).1,
        "The race is tomorrow; a season takes 4 weeks at least."
    );
    assert_eq!(
        race_on(20).1,
        "Only 3 weeks are left to the race; a season takes 4 weeks at least."
    );
}

#[test]
fn a_season_has_an_end() {
    let (part, message) = refusal(|case| case.request.race.date = monday() + Days::new(7 * 30 - 1));
    assert_eq!(part, RequestField::Start);
    assert_eq!(
        message,
        "A season spans 24 weeks at most; begin 6 weeks later."
    );
    let (part, _) = refusal(|case| case.request.start = monday() - Days::new(7));
    assert_eq!(part, RequestField::Start);
}

#[test]
fn figures_have_to_be_human() {
    let (part, message) = refusal(|case| case.request.weekly = Meters::from_km(400.0));
    assert_eq!(part, RequestField::Weekly);
    assert_eq!(
        message,
        "Nobody runs 400 km every week; what is it usually?"
    );
    assert_eq!(refusal(|case| case.request.runs = 0).0, RequestField::Runs);
    assert_eq!(
        refusal(|case| case.request.strength = 9).0,
        RequestField::Strength
    );
    assert_eq!(
        refusal(|case| case.request.longest = Meters::from_km(101.0)).0,
        RequestField::Longest
    );
    assert_eq!(
        refusal(|case| case.request.race.distance = None).0,
        RequestField::RaceDistance
    );
    let far = |case: &mut Case| case.request.race.distance = Some(Meters::from_km(160.0));
    assert_eq!(refusal(far).0, RequestField::RaceDistance);
}

#[test]
fn figures_are_said_in_miles_to_who_thinks_in_miles() {
    let in_miles = |change: fn(&mut Case)| {
        refusal(|case| {
            case.athlete.profile.units.distance = crate::domain::DistanceUnit::Miles;
            change(case);
        })
        .1
    };
    assert_eq!(
        in_miles(|case| case.request.weekly = Meters::from_miles(260.0)),
        "Nobody runs 260 mi every week; what is it usually?"
    );
    assert_eq!(
        in_miles(|case| case.request.longest = Meters::from_miles(70.0)),
        "A run of 70 mi? Name the longest of the last month."
    );
    let far = in_miles(|case| case.request.race.distance = Some(Meters::from_miles(100.0)));
    assert!(far.contains(" mi ") && !far.contains("km"), "{far}");
}

#[test]
fn some_day_has_to_have_room() {
    let (part, _) = refusal(|case| {
        for day in &mut case.request.availability.week {
            *day = DayAvailability::Unavailable;
        }
    });
    assert_eq!(part, RequestField::Days);
    let short = |case: &mut Case| {
        for day in &mut case.request.availability.week {
            *day = minutes(10);
        }
    };
    assert_eq!(refusal(short).0, RequestField::Days);
}
