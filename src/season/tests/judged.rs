//! Five seasons more that were read week by week, and what every judged season must hold.

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::*;
use crate::rules::is_equipped;

use super::super::{Season, suggested};
use super::coach::{eight, has_run_ten, race_day, towards};
use super::support::{Case, library, minutes, monday, no_gym, shown};

/// With the program that suits.
fn with_program(mut case: Case) -> Case {
    let request = &mut case.request;
    let program = suggested(
        library(),
        request.level,
        &request.equipment,
        &request.availability,
    );
    request.program = program.map(|suggestion| suggestion.program);
    case
}

pub(super) fn five() -> Vec<(&'static str, Case)> {
    let mut master = towards(21.0975, Level::Intermediate, 4, 36.0, 13.0);
    for day in [0, 2, 4] {
        master.request.availability.week[day] = minutes(60);
    }
    master.request.equipment = vec![Equipment::Dumbbells, Equipment::Band];
    has_run_ten(&mut master, 3_120);
    let mut miles = towards(21.0975, Level::Intermediate, 5, 48.3, 16.1);
    miles.athlete.profile.week_start = Weekday::Sun;
    miles.athlete.profile.units.distance = DistanceUnit::Miles;
    miles.athlete.profile.units.mass = MassUnit::Pounds;
    miles.request.start = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
    has_run_ten(&mut miles, 2_760);
    let mut thursday = towards(10.0, Level::Intermediate, 4, 32.0, 11.0);
    thursday.request.availability.week[3] = no_gym(Some(60));
    has_run_ten(&mut thursday, 3_000);
    let mut five = towards(5.0, Level::Intermediate, 4, 30.0, 10.0);
    five.request.race.date = NaiveDate::from_ymd_opt(2027, 1, 24).unwrap();
    has_run_ten(&mut five, 2_700);
    let mut midweek = towards(21.0975, Level::Intermediate, 5, 45.0, 15.0);
    midweek.today = monday() + Days::new(3);
    midweek.request.start = monday();
    has_run_ten(&mut midweek, 2_850);
    [
        ("a master at home with dumbbells", master),
        ("Sunday weeks in miles and pounds", miles),
        ("no gym on Thursday", thursday),
        ("5 km in eight weeks", five),
        ("beginning on a Thursday", midweek),
    ]
    .map(|(name, case)| (name, with_program(case)))
    .into()
}

fn all() -> Vec<(&'static str, Case, Season)> {
    let cases = eight().into_iter().chain(five());
    let built = cases.map(|(name, case)| {
        let season = case.season();
        (name, case, season)
    });
    built.collect()
}

#[test]
fn none_of_five_more_has_more_than_a_tip_and_all_can_be_read() {
    for (name, case) in five() {
        let season = case.season();
        println!("=== {name}\n{}", shown(&case, &season));
        let cautions = case.cautions(&season);
        assert_eq!(cautions, [""; 0], "{name}\n{}", shown(&case, &season));
    }
}

#[test]
fn strength_asks_for_nothing_that_the_athlete_has_not() {
    for (name, case, season) in all() {
        let owned = DayAvailability::Limited {
            minutes: None,
            gym: case.request.equipment.is_empty(),
            equipment: case.request.equipment.clone(),
        };
        let sessions = season.weeks.iter().flat_map(|week| &week.sessions);
        for dose in sessions.flat_map(|session| session.plan.workout.exercises()) {
            let exercise = library().exercise(&dose.exercise).unwrap();
            let can = is_equipped(exercise, &season.profile, &owned);
            assert!(can, "{name}: {}\n{}", exercise.id, shown(&case, &season));
        }
    }
}

#[test]
fn a_whole_week_of_strength_leaves_nothing_out() {
    for (name, case, season) in all() {
        let lacking = case
            .findings(&season)
            .into_iter()
            .filter(|finding| finding.rule == "coverage")
            // A single session of the taper cannot hold everything.
            .filter(|finding| {
                let week = season
                    .weeks
                    .iter()
                    .find(|week| finding.days.contains(&week.first));
                week.is_some_and(|week| week.strength > 1)
            })
            .map(|finding| finding.message);
        let lacking: Vec<String> = lacking.collect();
        assert_eq!(lacking, [""; 0], "{name}\n{}", shown(&case, &season));
    }
}

#[test]
fn the_weeks_before_a_race_on_a_sunday_are_its_taper_for_sunday_weeks_too() {
    let (_, case) = eight().remove(3);
    let season = case.season();
    let few = case.findings(&season);
    let few: Vec<_> = few
        .iter()
        .filter(|finding| finding.rule == "strength-frequency")
        .collect();
    assert!(few.is_empty(), "{few:?}");
    assert_eq!(season.weeks.last().unwrap().first, race_day());
}
