//! Strength that a plan gives by another week of its own: "gym as week 1", "wie letzte Woche".

use chrono::Weekday;

use crate::domain::{Plan, Workout};

use super::reading::{PlanReading, ReadSession};
use super::scan::fold;

/// What says that something is as it was, in the six languages.
const LIKE: [&str; 9] = [
    "as", "same", "like", "wie", "comme", "como", "come", "als", "zoals",
];
const WEEK: [&str; 6] = ["week", "wk", "woche", "semaine", "semana", "settimana"];
const BEFORE: [&str; 16] = [
    "last",
    "previous",
    "prior",
    "before",
    "letzte",
    "letzter",
    "vorige",
    "voriger",
    "vorwoche",
    "derniere",
    "precedente",
    "pasada",
    "anterior",
    "scorsa",
    "verleden",
    "afgelopen",
];

/// Gives sessions without exercises those of the week that their note names. The words stay: they may ask for more.
pub(super) fn fill(reading: &mut PlanReading) {
    for at in 0..reading.sessions.len() {
        let Some(found) = source(&reading.sessions, at) else {
            continue;
        };
        if let Some(session) = reading.sessions.get_mut(at) {
            session.plan.workout = found.workout;
            session.plan.duration = session.plan.duration.or(found.duration);
        }
    }
}

/// The plan that a session repeats.
fn source(sessions: &[ReadSession], at: usize) -> Option<Plan> {
    let own = sessions.get(at)?;
    if !is_bare(own) {
        return None;
    }
    let week = week_named(&own.plan.note, own.week)?;
    let lifts = |week: u32| {
        let all = sessions.iter().filter(move |other| other.week == week);
        all.filter(|other| matches!(other.plan.workout, Workout::Strength(_)))
    };
    let same_day = |other: &&ReadSession| day(other).is_some() && day(other) == day(own);
    let place = lifts(own.week)
        .position(|other| std::ptr::eq(other, own))
        .unwrap_or_default();
    let found = lifts(week)
        .find(same_day)
        .or_else(|| lifts(week).nth(place))?;
    (!found.plan.workout.exercises().is_empty()).then(|| found.plan.clone())
}

fn is_bare(session: &ReadSession) -> bool {
    matches!(session.plan.workout, Workout::Strength(_))
        && session.plan.workout.exercises().is_empty()
}

fn day(session: &ReadSession) -> Option<Weekday> {
    use chrono::Datelike;
    session.day.or(session.date.map(|date| date.weekday()))
}

/// The week that a note names; `own` is that of its session.
fn week_named(note: &str, own: u32) -> Option<u32> {
    let folded = fold(note);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let like = words.iter().position(|word| LIKE.contains(word))?;
    let behind = words.get(like + 1..)?;
    let week = behind
        .iter()
        .position(|word| WEEK.contains(word) || *word == "vorwoche")?;
    let beside = [week.checked_sub(1), Some(week), week.checked_add(1)];
    let is_before = beside
        .into_iter()
        .flatten()
        .filter_map(|at| behind.get(at))
        .any(|word| BEFORE.contains(word));
    if is_before {
        return own.checked_sub(1);
    }
    let number = behind.get(week + 1)?.parse::<u32>().ok()?;
    (number < own).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_names_a_week_in_six_languages() {
        for (note, week) in [
            ("as week 1", Some(1)),
            ("same as last week, 2 kg more", Some(2)),
            ("wie Woche 1", Some(1)),
            ("wie letzte Woche", Some(2)),
            ("comme semaine 1", Some(1)),
            ("comme la semaine dernière", Some(2)),
            ("como la semana pasada", Some(2)),
            ("come la settimana scorsa", Some(2)),
            ("zoals vorige week", Some(2)),
            ("as heavy as you like", None),
            ("week 1 of the block", None),
        ] {
            assert_eq!(week_named(note, 3), week, "{note}");
        }
    }
}
