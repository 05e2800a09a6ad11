//! Race times from recent runs.

use super::super::test_support::{athlete, before, day, figures_of, ran};
use super::*;
use crate::domain::{
    Race, RaceId, RacePriority, RunKind, RunPlan, Seconds, Session, SessionId, Workout,
};

const TODAY: &str = "2026-11-25";

fn raced(id: u128, date: &str, km: f64, minutes: u32) -> Session {
    let mut session = ran(id, date, km, minutes);
    session.plan.workout = Workout::Run(RunPlan::of(RunKind::Race));
    session
}

fn project(sessions: impl IntoIterator<Item = Session>, km: f64) -> Drawn<RaceProjection> {
    let figures = figures_of(&athlete(sessions));
    project_race(
        &figures,
        day(TODAY),
        Meters::from_km(km),
        DateStyle::DayFirst,
    )
}

#[test]
fn five_kilometres_in_twenty_minutes_project_ten() {
    let found = project([raced(1, "2026-11-15", 5.0, 20)], 10.0).unwrap();
    // Riegel: 20:00 × 2^1.06 = 41:42. Equal VDOT (49.81): 41:28.
    let of = |method| {
        let mut estimates = found.estimates.iter();
        estimates.find(|it| it.method == method).unwrap().seconds
    };
    assert!((of(Method::Riegel) - 2502.0).abs() < 1.0);
    assert!((of(Method::Vdot) - 2489.0).abs() < 4.0);
    assert_eq!(
        (found.fast, found.slow),
        (of(Method::Vdot), of(Method::Riegel))
    );
    assert!(found.fast < found.seconds && found.seconds < found.slow);
    assert_eq!(found.limits, ["It rests on a single run, of 15 Nov 2026."]);
}

#[test]
fn two_races_add_critical_speed() {
    let races = [
        raced(1, "2026-11-01", 3.0, 11),
        raced(2, "2026-11-15", 5.0, 19),
    ];
    let found = project(races, 4.0).unwrap();
    let methods: Vec<_> = found.estimates.iter().map(|it| it.method).collect();
    assert_eq!(methods.len(), 5);
    assert!(methods.contains(&Method::CriticalSpeed));
    assert!(found.fast > 11.0 * 60.0 && found.slow < 19.0 * 60.0);
}

#[test]
fn a_marathon_is_always_warned_of_and_a_half_is_not() {
    let races = || {
        [
            raced(1, "2026-11-01", 10.0, 40),
            raced(2, "2026-11-15", 21.1, 89),
        ]
    };
    let warned = |km| {
        let found = project(races(), km).unwrap();
        found
            .limits
            .first()
            .is_some_and(|limit| limit.starts_with("Beyond a half marathon"))
    };
    assert!(warned(42.195) && !warned(21.0975));
}

#[test]
fn races_speak_before_training_and_recent_ones_before_old_ones() {
    let sessions = [
        raced(1, "2026-08-01", 5.0, 18),
        raced(2, "2026-11-01", 5.0, 20),
        ran(3, "2026-11-20", 5.0, 19),
    ];
    let found = project(sessions, 5.0).unwrap();
    assert_eq!(found.seconds.round(), 1200.0);
    let training = project([ran(1, "2026-11-20", 10.0, 55)], 10.0).unwrap();
    assert!(training.limits[0].starts_with("It rests on training runs"));
}

#[test]
fn a_slow_race_does_not_drag_the_projection_down() {
    let sessions = [
        raced(1, "2026-11-01", 5.0, 20),
        raced(2, "2026-11-08", 5.0, 24),
    ];
    assert_eq!(project(sessions, 5.0).unwrap().slow.round(), 1200.0);
}

#[test]
fn a_far_goal_is_said_to_be_far() {
    let found = project([raced(1, "2026-11-15", 5.0, 20)], 42.195).unwrap();
    assert!(found.limits[1].starts_with("The race is 8 times as long"));
}

#[test]
fn nothing_recent_and_impossible_figures_give_words() {
    let told = |sessions: Vec<Session>, km| project(sessions, km).unwrap_err().to_string();
    assert!(told(Vec::new(), 10.0).contains("in the twelve weeks before"));
    assert!(told(vec![raced(1, "2026-11-15", 0.0, 20)], 10.0).contains("twelve weeks"));
    assert!(told(vec![raced(1, "2026-11-15", 42.0, 20)], 10.0).contains("twelve weeks"));
    assert!(told(vec![raced(1, "2026-11-15", 5.0, 0)], 10.0).contains("twelve weeks"));
    assert!(told(vec![raced(1, "2026-12-15", 5.0, 20)], 10.0).contains("twelve weeks"));
    let far = told(vec![raced(1, "2026-11-15", 5.0, 20)], 160.0);
    assert!(far.contains("between 3.5 minutes and four hours"));
}

#[test]
fn the_result_of_a_race_counts_whether_or_not_its_session_was_logged() {
    let mut athlete = athlete([]);
    athlete.profile.races.push(Race {
        distance: Some(Meters::from_km(5.0)),
        priority: RacePriority::C,
        result: Some(Seconds(1200)),
        ..Race::new(RaceId::from_bits(5), day("2026-11-15"), "Parkrun")
    });
    let five = Meters::from_km(5.0);
    let alone = project_race(&figures_of(&athlete), day(TODAY), five, DateStyle::DayFirst).unwrap();
    assert_eq!(alone.seconds.round(), 1200.0);

    let mut planned = raced(1, "2026-11-15", 5.0, 25);
    planned.log = None;
    athlete.sessions.put(planned.into(), 0);
    let found = project_race(&figures_of(&athlete), day(TODAY), five, DateStyle::DayFirst).unwrap();
    assert_eq!(found.seconds.round(), 1200.0);
    assert_eq!(found.estimates[0].from.session, SessionId::from_bits(1));
}

#[test]
fn the_series_has_a_point_a_week_while_a_run_is_recent() {
    let figures = figures_of(&athlete([raced(1, "2026-08-05", 5.0, 20)]));
    let period = Period::new(day("2026-07-20"), day("2026-12-31"));
    let points = race_times(&figures, day(TODAY), period, Meters::from_km(5.0)).unwrap();
    assert_eq!(points[0].date, day("2026-08-09"));
    assert_eq!(points.last().unwrap().date, day("2026-10-25"));
    assert!(points.iter().all(|point| point.seconds.round() == 1200.0));
    let before = race_times(&figures, day(TODAY), before(period), Meters::from_km(5.0));
    assert!(before.is_err());
}

#[test]
fn the_fastest_stretch_of_a_training_run_says_more_than_its_average() {
    let long = |best_5k: Option<u32>| {
        let mut session = ran(1, "2026-11-20", 16.0, 96);
        let run = session.log.as_mut().unwrap().run.as_mut().unwrap();
        run.best_5k = best_5k.map(Seconds);
        session
    };
    let average = project([long(None)], 5.0).unwrap();
    let found = project([long(Some(1320))], 5.0).unwrap();
    assert!(average.seconds > 1500.0, "{average:?}");
    assert_eq!(found.seconds.round(), 1320.0);
    assert!(
        found
            .limits
            .iter()
            .any(|limit| limit.contains("training runs"))
    );
    // A stretch that nobody runs, and one that is slower than the whole, change nothing.
    assert_eq!(project([long(Some(300))], 5.0).unwrap(), average);
    assert_eq!(project([long(Some(2400))], 5.0).unwrap(), average);
    // A race is an effort as a whole.
    let mut race = raced(1, "2026-11-20", 10.0, 50);
    race.log.as_mut().unwrap().run.as_mut().unwrap().best_5k = Some(Seconds(1200));
    let whole = project([race], 10.0).unwrap();
    assert_eq!(whole.seconds.round(), 3000.0);
}
