//! Edges of the rules about how heavy the strength is, its jumps, and weeks without it.

use chrono::Days;

use super::{Edge, edge};
use crate::domain::Session;
use crate::rules::tests::support::{TestWeek, date, monday};

pub(super) fn edges() -> Vec<Edge> {
    [too_light(), technique(), jumps(), rest_weeks()]
        .into_iter()
        .flatten()
        .collect()
}

/// The same strength in some weeks, the last of them six weeks before an A race.
fn weeks(lift: &str, weeks: u64) -> TestWeek {
    let mut week = TestWeek::of("Mon strength; Wed easy")
        .race("Sun")
        .lifts("Mon", lift);
    let all = week.athlete.sessions.all().to_vec();
    for back in 1..weeks {
        week.put_back(&all, back);
    }
    let race = &mut week.athlete.profile.races[0];
    race.date = race.date + Days::new(42);
    week
}

fn too_light() -> Vec<Edge> {
    let rule = "strength-too-light";
    vec![
        edge(rule, weeks("squat 3x12 @40kg", 4), "hint week"),
        edge(rule, weeks("squat 3x12 @40kg", 3), ""),
        edge(rule, weeks("squat 3x12 @80%", 4), ""),
        edge(rule, weeks("squat 3x12 @79%", 4), "hint week"),
        edge(rule, weeks("squat 3x6 @40kg", 4), ""),
        edge(rule, weeks("squat 3x7 @40kg", 4), "hint week"),
    ]
}

fn technique() -> Vec<Edge> {
    let rule = "heavy-needs-technique";
    let week = |load: &str| {
        let mut week = TestWeek::of(&format!("Mon strength {load}")).level("novice");
        week.athlete.profile.lifting_since = Some(monday());
        week
    };
    vec![
        edge(rule, week("heavy"), "hint Mon"),
        edge(rule, week("moderate"), ""),
    ]
}

fn jumps() -> Vec<Edge> {
    let rule = "jumps-dose";
    let again = |start: &str| {
        TestWeek::of(&format!(
            "Mon 18:00 strength 60min; Wed {start} strength 60min"
        ))
        .lifts("Mon", "box-jump 3x5")
        .lifts("Wed", "box-jump 3x5")
    };
    let first = |lift: &str| TestWeek::of("Mon strength").lifts("Mon", lift);
    let grown = |contacts: u32| {
        TestWeek::of("Mon strength; next Mon strength")
            .lifts("Mon", "box-jump 10x10")
            .lifts("next Mon", &format!("box-jump 1x{contacts}"))
    };
    vec![
        edge(rule, again("18:00"), "hint Mon Wed"),
        edge(rule, again("19:00"), ""),
        edge(rule, first("box-jump 6x10"), ""),
        edge(rule, first("box-jump 1x61"), "hint Mon"),
        edge(rule, grown(149), "hint Mon"),
        edge(rule, grown(150), "hint Mon, hint Mon"),
        edge(rule, first("drop-jump 3x3").level("novice"), "warning Mon"),
    ]
}

fn rest_weeks() -> Vec<Edge> {
    let rule = "strength-rest-week";
    let called = |title: &str| {
        let mut week =
            TestWeek::of("Mon easy; Wed easy").after(1, "Mon strength; Tue easy; Sun long");
        let mut first = Session::clone(&week.athlete.sessions.on(date("Mon"))[0]);
        title.clone_into(&mut first.plan.title);
        week.athlete.sessions.put(first.into(), 0);
        week
    };
    vec![
        edge(rule, called("Deload"), "hint week"),
        edge(rule, called("Easy does it"), ""),
    ]
}
