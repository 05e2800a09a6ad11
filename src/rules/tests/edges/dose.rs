//! Edges of the rules about how much is lifted, what, and how.

use chrono::Days;

use super::{Edge, edge};
use crate::domain::{Origin, Session};
use crate::rules::tests::support::{TestWeek, monday};

pub(super) fn edges() -> Vec<Edge> {
    [
        frequency(),
        volume(),
        length(),
        effort(),
        steps(),
        content(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A week some weeks before a race on Sunday.
fn before_race(weeks: u64, text: &str) -> TestWeek {
    let mut week = TestWeek::of(text).race("Sun");
    let race = &mut week.athlete.profile.races[0];
    race.date = race.date + Days::new(7 * weeks);
    week
}

fn frequency() -> Vec<Edge> {
    let rule = "strength-frequency";
    let lifts = |count: usize| {
        let days = ["Mon", "Wed", "Thu", "Fri"];
        let lifts = days[..count].iter().map(|day| format!("{day} strength"));
        let parts: Vec<_> = lifts.chain(["Sun long".to_owned()]).collect();
        parts.join("; ")
    };
    let keep = "keep-strength";
    let without = |km: f64| {
        TestWeek::of(&format!("Tue easy 20km; Thu tempo {}km", km - 20.0)).after(
            4,
            "Mon strength; Tue easy 20km; Thu easy 20km; Fri strength",
        )
    };
    vec![
        edge(rule, TestWeek::of(&lifts(0)), "warning week"),
        edge(rule, TestWeek::of(&lifts(1)), "hint week"),
        edge(rule, TestWeek::of(&lifts(2)), ""),
        edge(rule, TestWeek::of(&lifts(3)), ""),
        edge(rule, TestWeek::of(&lifts(4)), "warning week"),
        edge(rule, before_race(11, &lifts(3)), "hint week"),
        edge(rule, before_race(12, &lifts(3)), ""),
        edge(rule, before_race(1, &lifts(1)), ""),
        edge(rule, before_race(2, &lifts(1)), "hint week"),
        edge(keep, without(40.2), "warning week"),
        edge(keep, without(40.0), ""),
    ]
}

fn volume() -> Vec<Edge> {
    let rule = "short-sessions-at-volume";
    let four = "Mon easy; Tue tempo; Thu easy; Sat long";
    let five = |lifts: &str| TestWeek::of(&format!("{four}; Sun easy; {lifts}"));
    let rest = "rest-day";
    let six = "Mon easy 50min; Tue tempo; Wed easy 30min; Thu strength; Fri easy; Sat long";
    let seven = || TestWeek::of(&format!("{six}; Sun easy"));
    vec![
        edge(rule, five("Wed strength 40min; Fri strength 40min"), ""),
        edge(
            rule,
            five("Wed strength 40min; Fri strength 41min"),
            "hint week",
        ),
        edge(
            rule,
            five("Mon strength 20min; Wed strength 20min; Fri strength 20min"),
            "hint week",
        ),
        edge(
            rule,
            TestWeek::of(&format!("{four}; Wed strength 60min")),
            "",
        ),
        edge(rest, seven(), "warning week"),
        edge(rest, seven().level("advanced"), "hint week"),
        edge(rest, TestWeek::of(six), ""),
    ]
}

fn length() -> Vec<Edge> {
    let rule = "session-length";
    let takes = |minutes: u32| TestWeek::of(&format!("Tue strength {minutes}min"));
    vec![
        edge(rule, takes(9), "hint Tue"),
        edge(rule, takes(10), ""),
        edge(rule, takes(60), ""),
        edge(rule, takes(61), "hint Tue"),
        edge(rule, takes(40).level("novice"), ""),
        edge(rule, takes(41).level("novice"), "hint Tue"),
    ]
}

fn lifting(text: &str) -> TestWeek {
    TestWeek::of("Tue strength").lifts("Tue", text)
}

/// The lift of a novice who has begun this week.
fn begun(text: &str) -> TestWeek {
    let mut week = lifting(text).level("novice");
    week.athlete.profile.lifting_since = Some(monday());
    week
}

fn effort() -> Vec<Edge> {
    let ramp = "novice-ramp";
    let effort = "effort";
    let rest = "rest-between-sets";
    vec![
        edge(ramp, begun("squat 2x10"), ""),
        edge(ramp, begun("squat 3x10"), "hint Tue"),
        edge(ramp, begun("squat 2x10 rir2"), ""),
        edge(ramp, begun("squat 2x10 rir1"), "hint Tue"),
        edge(effort, lifting("squat 3x8 rir0"), "warning Tue"),
        edge(effort, lifting("squat 3x8 rir1"), ""),
        edge(effort, lifting("squat 1x1 @100%"), "warning Tue"),
        edge(effort, lifting("squat 1x1 @99%"), ""),
        edge(rest, lifting("squat 3x6 rest119s"), "hint Tue"),
        edge(rest, lifting("squat 3x6 rest120s"), ""),
        edge(rest, lifting("squat 3x7 rest60s"), ""),
        edge(rest, lifting("squat 3x8 @80% rest60s"), "hint Tue"),
        edge(rest, lifting("squat 3x8 @79% rest60s"), ""),
    ]
}

fn steps() -> Vec<Edge> {
    let rule = "load-step";
    let squat = |kg: f64| {
        TestWeek::of("Mon strength; Fri strength")
            .lifts("Mon", "squat 3x8 @100kg")
            .lifts("Fri", &format!("squat 3x8 @{kg}kg"))
            .done("Mon")
    };
    let churn = "churn";
    vec![
        edge(rule, squat(105.0), ""),
        edge(rule, squat(105.5), "hint Fri"),
        edge(rule, squat(110.0), "hint Fri"),
        edge(rule, squat(110.5), "warning Fri"),
        edge(churn, in_program("squat, row", "squat, plank"), ""),
        edge(
            churn,
            in_program(
                "squat, row, lunge, plank",
                "squat, row, lunge, plank, deadlift, sit-up, push-up, hip-thrust, step-up",
            ),
            "hint week",
        ),
    ]
}

/// Two weeks of a program with these exercises each.
fn in_program(first: &str, second: &str) -> TestWeek {
    let dose = |names: &str| {
        names
            .split(", ")
            .map(|name| format!("{name} 3x8"))
            .collect::<Vec<_>>()
    };
    let mut week = TestWeek::of("Mon strength; next Mon strength")
        .lifts("Mon", &dose(first).join(", "))
        .lifts("next Mon", &dose(second).join(", "));
    let all = week.athlete.sessions.all().to_vec();
    let numbered = all.iter().enumerate().map(|(index, session)| Session {
        origin: Some(
            Origin {
                source: "own-base".to_owned(),
                week: index as u32 + 1,
                slot: 1,
            }
            .into(),
        ),
        ..Session::clone(session)
    });
    week.athlete.sessions = numbered.collect();
    week
}

fn content() -> Vec<Edge> {
    let coverage = "coverage";
    let all = "goblet-squat 3x8, glute-bridge 3x10, lunge 2x8, standing-calf-raise 3x12";
    let balance = "balance";
    let mismatch = "content-mismatch";
    let called =
        |name: &str, text: &str| TestWeek::of(&format!("Thu strength {name}")).lifts("Thu", text);
    let order = "exercise-order";
    let run = |text: &str| TestWeek::of("Mon easy; Tue strength").lifts("Tue", text);
    vec![
        edge(coverage, run(&format!("{all}, plank 3x45s")), ""),
        edge(coverage, run(all), "hint week"),
        edge(balance, run("row 4x8, squat 2x8, plank 1x30s"), "hint week"),
        edge(balance, run("row 3x8, squat 2x8, plank 1x30s"), ""),
        edge(mismatch, called("upper", "row 3x8, squat 3x8"), "hint Thu"),
        edge(mismatch, called("upper", "row 3x8, squat 2x8"), ""),
        edge(mismatch, called("lower", "row 9x8, squat 1x8"), "hint Thu"),
        edge(mismatch, called("lower", "row 5x8, squat 1x8"), ""),
        edge(order, lifting("squat 3x8, box-jump 3x5"), "hint Tue"),
        edge(order, lifting("box-jump 3x5, squat 3x8"), ""),
        edge(order, lifting("plank 3x45s, squat 3x8"), "hint Tue"),
        edge(order, lifting("squat 3x8, plank 3x45s"), ""),
    ]
}
