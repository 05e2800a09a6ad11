//! Edges of the rules about breaks, two steps at once, and a race in the heat.

use chrono::Days;

use super::{Edge, edge};
use crate::rules::tests::support::TestWeek;

pub(super) fn edges() -> Vec<Edge> {
    [breaks(), two_steps(), heat()]
        .into_iter()
        .flatten()
        .collect()
}

fn breaks() -> Vec<Edge> {
    let rule = "return-after-break";
    let after = |days: u64, text: &str| {
        TestWeek::of(text)
            .before("Mon", days + 1, "long 20km done")
            .before("Mon", days + 4, "easy 8km done")
    };
    vec![
        edge(rule, after(14, "Mon easy 10km"), ""),
        edge(rule, after(14, "Mon easy 10.1km"), "warning Mon"),
        edge(rule, after(13, "Mon easy 10.1km"), ""),
    ]
}

fn two_steps() -> Vec<Edge> {
    let rule = "two-steps-at-once";
    let week = |tempo: u32, long: u32| {
        TestWeek::of(&format!("Tue tempo {tempo}min; Sun long {long}km"))
            .after(5, "Tue tempo 100min; Sun long 40km")
    };
    vec![
        edge(rule, week(131, 41), "hint week"),
        edge(rule, week(130, 41), ""),
        edge(rule, week(131, 40), ""),
    ]
}

fn heat() -> Vec<Edge> {
    let rule = "heat";
    let before = |celsius: f64| {
        let mut week = TestWeek::of("Mon easy").race("Mon");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(14);
        race.expected_celsius = Some(celsius);
        week
    };
    vec![
        edge(rule, before(25.0), "hint Mon Mon"),
        edge(rule, before(24.0), ""),
    ]
}
