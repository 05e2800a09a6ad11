//! Edges of the rules about the weeks before a goal race.

use chrono::Days;

use super::{Edge, edge};
use crate::domain::Meters;
use crate::rules::tests::support::TestWeek;

pub(super) fn edges() -> Vec<Edge> {
    [frequency(), marathon()].into_iter().flatten().collect()
}

/// A race week with so many runs, the race among them, after weeks with so many each.
fn runs(now: usize, before: [usize; 6]) -> TestWeek {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let of = |count: usize| -> Vec<String> {
        let days = DAYS.iter().take(count);
        days.map(|day| format!("{day} easy 8km")).collect()
    };
    let mut text = of(now - 1);
    text.push("Sun race".to_owned());
    let mut week = TestWeek::of(&text.join("; ")).race("Sun");
    for (back, count) in (1..).zip(before) {
        let earlier = TestWeek::of(&of(count).join("; "));
        week.put_back(earlier.athlete.sessions.all(), back);
    }
    week
}

fn frequency() -> Vec<Edge> {
    let rule = "taper-frequency";
    // The weeks before race week: first the taper, then one that does not count, then the four that make the usual
    // number.
    vec![
        edge(rule, runs(3, [4, 4, 4, 4, 4, 4]), ""),
        edge(rule, runs(5, [6, 6, 7, 7, 7, 6]), "hint week"),
    ]
}

fn marathon() -> Vec<Edge> {
    let rule = "marathon-taper";
    let weeks = |km: [u32; 3]| {
        let [first, second, last] = km;
        let text = format!(
            "Tue easy {first}km; next Tue easy {second}km; next Tue easy {last}km; Sun race 42.2km"
        );
        let mut week = TestWeek::of(&text).race("Sun");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(14);
        race.distance = Some(Meters::from_km(42.2));
        week
    };
    vec![
        edge(rule, weeks([60, 45, 30]), ""),
        edge(rule, weeks([60, 60, 30]), "hint week"),
    ]
}
