//! Edges of the rules about how much is run, and the way to a race.

use chrono::Days;

use super::{Edge, edge};
use crate::domain::Meters;
use crate::rules::tests::support::TestWeek;

pub(super) fn edges() -> Vec<Edge> {
    [spikes(), weeks(), long_runs(), race_week(), taper()]
        .into_iter()
        .flatten()
        .collect()
}

fn spikes() -> Vec<Edge> {
    let rule = "single-run-spike";
    let habit = "Tue easy 8km; Thu easy 8km; Sun long 20km";
    let run = |km: f64| TestWeek::of(&format!("Sun long {km}km")).after(5, habit);
    let after_one = |days: u64| {
        TestWeek::of("Sun long 22km")
            .after(5, "Tue easy 8km; Thu easy 8km; Sat easy 12km")
            .before("Sun", days, "long 20km")
    };
    vec![
        edge(rule, run(22.0), ""),
        edge(rule, run(22.1), "warning Sun"),
        edge(rule, run(40.0), "warning Sun"),
        edge(rule, run(40.1), "error Sun"),
        edge(rule, after_one(30), ""),
        edge(rule, after_one(31), "warning Sun"),
    ]
}

fn weeks() -> Vec<Edge> {
    let jump = "weekly-jump";
    let week = |km: f64| {
        TestWeek::of(&format!("Tue easy 26km; Thu easy {}km", km - 26.0))
            .after(4, "Tue easy 20km; Sun long 20km")
    };
    let cutback = "no-cutback";
    let rising = |km: &[f64]| {
        let text: Vec<String> = km.iter().map(|km| format!("Tue easy {km}km")).collect();
        TestWeek::of(&text.join("; next "))
    };
    vec![
        edge(jump, week(52.0), ""),
        edge(jump, week(52.1), "hint week"),
        edge(cutback, rising(&[30.0, 32.0, 34.0, 36.0]), ""),
        edge(
            cutback,
            rising(&[30.0, 32.0, 34.0, 36.0, 38.0]),
            "hint week",
        ),
        edge(cutback, rising(&[30.0, 32.0, 34.0, 28.9, 36.0, 38.0]), ""),
        edge(
            cutback,
            rising(&[30.0, 32.0, 34.0, 29.0, 36.0, 38.0]),
            "hint week",
        ),
    ]
}

fn long_runs() -> Vec<Edge> {
    let rule = "long-run-time";
    let run = |minutes: u32| TestWeek::of(&format!("Sun long {minutes}min"));
    let before = |days: u64, km: f64, minutes: u32| {
        let mut week = run(minutes).race("Sun");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(days);
        race.distance = Some(Meters::from_km(km));
        week
    };
    vec![
        edge(rule, run(150), ""),
        edge(rule, run(151), "hint Sun"),
        edge(rule, before(112, 42.2, 180), ""),
        edge(rule, before(112, 42.2, 181), "hint Sun"),
        edge(rule, before(113, 42.2, 151), "hint Sun"),
        edge(rule, before(14, 21.1, 151), "hint Sun"),
    ]
}

fn race_week() -> Vec<Edge> {
    let rule = "race-week-legs";
    let legs = |load: &str, days: u64| {
        let mut week = TestWeek::of(&format!("Mon strength {load}")).race("Mon");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(days);
        week
    };
    vec![
        edge(rule, legs("heavy", 3), "error Mon Thu"),
        edge(rule, legs("heavy", 4), "warning Mon Fri"),
        edge(rule, legs("heavy", 7), "warning Mon Mon"),
        edge(rule, legs("heavy", 8), ""),
        edge(rule, legs("moderate", 3), "error Mon Thu"),
        edge(rule, legs("moderate", 4), ""),
        edge(rule, legs("light", 2), "warning Mon Wed"),
        edge(rule, legs("light", 3), ""),
    ]
}

fn taper() -> Vec<Edge> {
    let rule = "taper-volume";
    let week = |km: f64, race_km: f64| {
        let text = format!("Tue easy {km}km; Sun race {race_km}km");
        let mut week = TestWeek::of(&text)
            .after(6, "Tue easy 20km; Sun long 20km")
            .race("Sun");
        week.athlete.profile.races[0].distance = Some(Meters::from_km(race_km));
        week
    };
    vec![
        edge(rule, week(32.1, 21.1), "hint week"),
        edge(rule, week(32.0, 21.1), ""),
        edge(rule, week(40.0, 10.0), ""),
    ]
}
