//! Seasons as a coach reads them, week by week: eight athletes, and what each week of theirs must hold.

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::*;

use super::super::{Season, SeasonWeek};
use super::support::{Case, quality_minutes, sets, shown};

/// The day of all eight races.
pub(super) fn race_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 21).unwrap()
}

pub(super) fn towards(km: f64, level: Level, runs: u32, weekly: f64, longest: f64) -> Case {
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
pub(super) fn has_run_ten(case: &mut Case, seconds: u32) {
    case.athlete.profile.races.push(Race {
        distance: Some(Meters::from_km(10.0)),
        priority: RacePriority::B,
        result: Some(Seconds(seconds)),
        ..Race::new(
            RaceId::from_bits(99),
            NaiveDate::from_ymd_opt(2026, 10, 11).unwrap(),
            "City ten",
        )
    });
}

pub(super) fn eight() -> Vec<(&'static str, Case)> {
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

fn season_of(name: &str) -> (Case, Season) {
    let (_, case) = eight()
        .into_iter()
        .find(|(known, _)| *known == name)
        .unwrap();
    let season = case.season();
    (case, season)
}

/// The course of a season in a line a week: phase, kilometres, long run, hard minutes, runs, sets.
fn course(season: &Season) -> Vec<String> {
    let weeks = season.weeks.iter();
    weeks
        .map(|week| {
            format!(
                "{}{} {:.0} km, long {:.1}, hard {:.0}, {} runs, {} sets",
                week.phase.name(),
                if week.cutback { ", lighter" } else { "" },
                week.distance.km(),
                week.long.km(),
                quality_minutes(season, week),
                week.runs,
                sets(week)
            )
        })
        .collect()
}

#[test]
fn none_of_eight_seasons_has_more_than_a_tip_and_all_can_be_read() {
    for (name, case) in eight() {
        let season = case.season();
        println!("=== {name}\n{}", shown(&case, &season));
        assert_eq!(
            case.cautions(&season),
            [""; 0],
            "{name}\n{}",
            shown(&case, &season)
        );
    }
}

#[test]
fn a_marathon_season_reads_like_one() {
    let (case, season) = season_of("intermediate 45 km to a marathon");
    let text = shown(&case, &season);
    let paced: Vec<f64> = season
        .weeks
        .iter()
        .flat_map(|week| &week.sessions)
        .filter_map(|session| session.plan.run().filter(|run| run.kind == RunKind::Long))
        .map(|run| {
            let work = run.steps.iter().filter(|step| step.kind == StepKind::Work);
            work.map(|step| match step.extent {
                Extent::Distance(far) => far.km(),
                Extent::Time(_) => 0.0,
            })
            .sum()
        })
        .collect();
    let first = paced.iter().position(|km| *km > 0.0).unwrap();
    assert!((5..=8).contains(&first), "{paced:?}");
    let growing: Vec<f64> = paced.into_iter().filter(|km| *km > 0.0).collect();
    assert!(
        growing.is_sorted() && growing.len() >= 4 && growing[growing.len() - 1] >= 10.0,
        "{growing:?}"
    );
    let longest = season
        .weeks
        .iter()
        .map(|week| week.long.km())
        .fold(0.0, f64::max);
    assert!((27.0..=32.0).contains(&longest), "{text}");
    assert!(
        text.contains("in a marathon’s big weeks its minutes count, up to 180"),
        "{text}"
    );
    let taper: Vec<f64> = season.weeks[12..]
        .iter()
        .map(|week| week.distance.km())
        .collect();
    assert!(
        taper.windows(2).all(|pair| pair[1] < pair[0]),
        "three weeks fall: {taper:?}"
    );
}

#[test]
fn strength_follows_the_phases_and_its_reps_make_room_for_load() {
    let (case, season) = season_of("intermediate 45 km to a marathon");
    let mut heaviest: Vec<(Phase, u32)> = Vec::new();
    for week in season.weeks.iter().filter(|week| !week.cutback) {
        let doses = week
            .sessions
            .iter()
            .flat_map(|s| s.plan.workout.exercises());
        let squat = doses.filter(|dose| dose.exercise.as_str() == "squat");
        for dose in squat {
            let Reps::Count(reps) = dose.reps else {
                continue;
            };
            if heaviest.last() != Some(&(week.phase, reps.high)) {
                heaviest.push((week.phase, reps.high));
            }
        }
    }
    let of = |phase| {
        heaviest
            .iter()
            .filter(move |(p, _)| *p == phase)
            .map(|(_, reps)| *reps)
            .min()
    };
    let reps = [Phase::Base, Phase::Build, Phase::Peak].map(|phase| of(phase).unwrap());
    assert!(
        reps.windows(2).all(|pair| pair[1] < pair[0]),
        "{reps:?}\n{}",
        shown(&case, &season)
    );
    let jumps = |week: &SeasonWeek| {
        let mut doses = week
            .sessions
            .iter()
            .flat_map(|s| s.plan.workout.exercises());
        doses.any(|dose| dose.exercise.as_str() == "box-jump")
    };
    for week in &season.weeks {
        assert_eq!(
            jumps(week),
            week.phase == Phase::Peak,
            "week {}",
            week.number
        );
    }
    assert_eq!(season.weeks[15].strength, 1);
    assert!(
        season
            .lifting
            .starts_with("Basic, 2 days: learn and build in the base"),
        "{}",
        season.lifting
    );
}

#[test]
fn a_novice_learns_before_anything_is_hard() {
    let (case, season) = season_of("novice 25 km to a half marathon");
    let hard: Vec<f64> = season
        .weeks
        .iter()
        .map(|week| quality_minutes(&season, week))
        .collect();
    assert_eq!(hard[..3], [0.0; 3], "{}", shown(&case, &season));
    assert!(hard[3] > 0.0 && hard[3] <= 8.0, "{hard:?}");
    let lines = course(&season);
    assert!(lines[2].starts_with("Base, lighter"), "{lines:#?}");
}

#[test]
fn a_week_that_has_begun_is_short_and_no_measure_of_the_next() {
    let mut case = towards(21.0975, Level::Intermediate, 5, 48.0, 15.0);
    case.request.start = super::support::monday();
    case.today = super::support::monday() + Days::new(3);
    let season = case.season();
    let km = |week: usize| season.weeks[week].distance.km();
    assert!(km(0) < 48.0 * 0.7, "{}", shown(&case, &season));
    assert!((43.0..=50.0).contains(&km(1)), "{}", shown(&case, &season));
    assert!(!season.weeks[1].cutback && !season.weeks[2].cutback);
}

#[test]
fn weeks_that_begin_on_sunday_know_their_race_week() {
    let (case, season) = season_of("weeks that begin on Sunday");
    let week = &season.weeks[season.weeks.len() - 2];
    let text = shown(&case, &season);
    let sharpener = week
        .sessions
        .iter()
        .find(|s| s.plan.title == "Race-pace sharpener");
    assert!(sharpener.is_some(), "{text}");
    let last_long = season.weeks.iter().flat_map(|week| &week.sessions);
    let last_long = last_long
        .filter(|s| s.kind() == Kind::Run(RunKind::Long))
        .map(|s| s.date)
        .max();
    assert_eq!(last_long, Some(race_day() - Days::new(7)), "{text}");
}

#[test]
fn weeks_that_begin_on_sunday_have_lighter_ones_and_long_runs_as_far_apart_as_others() {
    for (km, level, runs, weekly, longest, weeks) in [
        (10.0, Level::Intermediate, 4, 35.0, 12.0, 16),
        (42.195, Level::Intermediate, 5, 60.0, 20.0, 16),
        (10.0, Level::Novice, 3, 12.0, 5.0, 16),
        (10.0, Level::Novice, 3, 15.0, 6.0, 12),
    ] {
        for start in [chrono::Weekday::Mon, chrono::Weekday::Sun] {
            let mut case = Case::half_marathon(weeks);
            case.athlete.profile.week_start = start;
            let request = &mut case.request;
            request.race.distance = Some(Meters::from_km(km));
            (request.level, request.runs) = (level, runs);
            request.weekly = Meters::from_km(weekly);
            request.longest = Meters::from_km(longest);
            let season = case.season();
            let text = shown(&case, &season);
            let found = case.findings(&season);
            let rises = found.iter().filter(|it| it.rule == "no-cutback").count();
            assert_eq!(rises, 0, "{start} {text}");
            let sessions = season.weeks.iter().flat_map(|week| &week.sessions);
            let longs: Vec<NaiveDate> = sessions
                .clone()
                .filter(|session| session.kind() == Kind::Run(RunKind::Long))
                .map(|session| session.date)
                .collect();
            let gaps = longs.windows(2).map(|pair| (pair[1] - pair[0]).num_days());
            assert!(gaps.min() >= Some(5), "{start} {text}");
            let race = case.request.race.date;
            let before = race - *longs.last().unwrap();
            assert!((7..=8).contains(&before.num_days()), "{start} {text}");
            // Of a novice's few kilometres in that week, none are left for it.
            let mut sharp = sessions.filter(|s| s.plan.title == "Race-pace sharpener");
            assert!(
                level == Level::Novice
                    || sharp.any(|session| (race - session.date).num_days() <= 6),
                "{start} {text}"
            );
        }
    }
}
