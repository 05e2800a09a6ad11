//! Seasons more that were read week by week, and what every judged season must hold.

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::*;
use crate::load::duration_of;
use crate::rules::is_equipped;

use super::super::{Season, suggested};
use super::coach::{eight, has_run_ten, race_day, towards};
use super::support::{Case, library, minutes, monday, no_gym, quality_minutes, shown};

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

pub(super) fn more() -> Vec<(&'static str, Case)> {
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
    let mut days = towards(5.0, Level::Intermediate, 5, 38.0, 12.0);
    days.request.availability.week[4] = DayAvailability::Unavailable;
    days.request.availability.week[6] = DayAvailability::Unavailable;
    has_run_ten(&mut days, 2_640);
    let mut back = towards(10.0, Level::Novice, 3, 18.0, 8.0);
    for week in 4..10 {
        for (day, km) in [(1, 5.0), (3, 5.0), (6, 8.0)] {
            back.add_past(week, day, km);
        }
    }
    [
        ("a master at home with dumbbells", master),
        ("Sunday weeks in miles and pounds", miles),
        ("no gym on Thursday", thursday),
        ("5 km in eight weeks", five),
        ("beginning on a Thursday", midweek),
        ("five days to 5 km", days),
        ("a beginner back from a break", back),
    ]
    .map(|(name, case)| (name, with_program(case)))
    .into()
}

fn all() -> Vec<(&'static str, Case, Season)> {
    let cases = eight().into_iter().chain(more());
    let built = cases.map(|(name, case)| {
        let season = case.season();
        (name, case, season)
    });
    built.collect()
}

#[test]
fn none_of_the_others_has_more_than_a_tip_and_all_can_be_read() {
    for (name, case) in more() {
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
            // One session in a taper week cannot contain everything.
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
fn who_runs_eighty_kilometres_has_two_hard_runs_from_the_start() {
    let (name, case) = eight().remove(2);
    assert_eq!(name, "advanced 80 km to 10 km");
    let season = case.season();
    let text = shown(&case, &season);
    let is_quality = |run: &RunPlan| {
        matches!(
            run.kind,
            RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek
        )
    };
    for week in season
        .weeks
        .iter()
        .filter(|week| week.phase != Phase::Taper)
    {
        let runs = week
            .sessions
            .iter()
            .filter_map(|session| session.plan.run());
        let hard = runs.filter(|run| is_quality(run)).count();
        let number = week.number;
        assert!(hard == 2 || week.cutback, "week {number}: {hard}\n{text}");
        let minutes = quality_minutes(&season, week);
        assert!(minutes >= 20.0 || week.cutback, "week {number}\n{text}");
    }
}

#[test]
fn every_week_of_the_build_and_the_peak_has_a_hard_run() {
    for (name, case, season) in all() {
        let last = season
            .weeks
            .iter()
            .rposition(|week| week.phase == Phase::Peak);
        for week in season.weeks.iter().take(last.unwrap_or(0) + 1) {
            // Weeks with very little running need no hard run.
            let is_much = week.distance.km() >= 13.0;
            let is_meant = matches!(week.phase, Phase::Build | Phase::Peak) && !week.cutback;
            let is_meant = is_meant && is_much;
            let hard = quality_minutes(&season, week);
            assert!(
                !is_meant || hard > 0.0,
                "{name}, week {}\n{}",
                week.number,
                shown(&case, &season)
            );
        }
    }
}

#[test]
fn intervals_by_distance_are_at_least_three() {
    for (name, case, season) in all() {
        let runs = season.weeks.iter().flat_map(|week| &week.sessions);
        for run in runs.filter_map(|session| session.plan.run()) {
            let is_repeat = run.kind == RunKind::Intervals;
            let few = run.steps.iter().filter(|step| step.kind == StepKind::Work);
            let mut few = few.filter(|step| step.repeats < 3);
            assert!(
                !is_repeat || few.next().is_none(),
                "{name}\n{}",
                shown(&case, &season)
            );
        }
    }
}

#[test]
fn easy_runs_stay_clearly_below_the_long_run() {
    for (name, case, season) in all() {
        for week in season.weeks.iter().filter(|week| week.long.m() > 0.0) {
            let runs = week
                .sessions
                .iter()
                .filter_map(|session| session.plan.run());
            let easy = runs.filter(|run| run.kind == RunKind::Easy);
            let longest = easy
                .filter_map(|run| run.distance)
                .map(Meters::km)
                .fold(0.0, f64::max);
            let mut sessions = week.sessions.iter();
            let long = sessions.find(|session| session.kind() == Kind::Run(RunKind::Long));
            let takes = long.map(|long| duration_of(&long.plan, &season.profile).value.0);
            let is_short = takes.is_some_and(|minutes| minutes < 46);
            let share = if is_short {
                0.9
            } else if week.runs > 3 {
                0.7
            } else {
                0.75
            };
            let most = (week.long.km() * share).max(3.0) + 0.1;
            assert!(
                longest <= most,
                "{name}, week {}: {longest}\n{}",
                week.number,
                shown(&case, &season)
            );
        }
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
