//! Why a slot is clear, in one sentence: a coach trusts a yes that gives its reason.

use super::finding::Severity;
use super::timeline::REACH;
use super::timeline::Timeline;
use super::timeline_entry::{Role, TimelineEntry};
use super::wording::{dated, gap, name};
use crate::domain::LegLoad;

/// Why the entry at `place` adds no finding where it stands.
pub(super) fn clear_reason(timeline: &Timeline, place: usize) -> String {
    let Some(entry) = timeline.entries().get(place) else {
        return "Clear.".to_owned();
    };
    let reasons = match entry.role {
        Role::Strength(_, LegLoad::None) if !entry.is_key() => {
            vec!["the legs do not feel it, so any day will do".to_owned()]
        }
        Role::Strength(..) => around_legs(timeline, entry),
        Role::Run if entry.is_key() => around_key_run(timeline, entry),
        Role::Run => {
            if let Some(other) = second_run(timeline, place) {
                // A second run may be on purpose or an oversight, as when a week is copied over another: mention it.
                return format!(
                    "A second run that day, beside the {}; nothing hard suffers from it.",
                    name(other)
                );
            }
            vec!["nothing hard suffers from it".to_owned()]
        }
    };
    format!("{}: {}.", Severity::CLEAR, reasons.join(", "))
}

/// The other run of the day of the entry at `place`, the hardest of several.
fn second_run(timeline: &Timeline, place: usize) -> Option<&TimelineEntry> {
    let entry = timeline
        .entries()
        .get(place)
        .filter(|entry| entry.is_running())?;
    let others = timeline.on(entry.day).iter();
    let runs = others.filter(|other| other.is_running() && !std::ptr::eq(*other, entry));
    runs.max_by_key(|other| other.is_key_run())
}

fn around_legs(timeline: &Timeline, legs: &TimelineEntry) -> Vec<String> {
    let same_day = timeline.on(legs.day).iter().find(|entry| entry.is_run());
    let after = timeline
        .on(legs.day - 1)
        .iter()
        .rev()
        .find(|entry| entry.is_key_run());
    let next_days = timeline
        .between(legs.day + 1, legs.day + REACH as i32)
        .iter();
    let next = next_days.into_iter().find(|entry| entry.is_key());
    let mut reasons = Vec::new();
    reasons.extend(same_day.map(|run| format!("on the day of the {}", name(run))));
    reasons.extend(after.map(|run| format!("the day after {}", dated(run))));
    reasons.extend(next.map(|key| format!("{} {}", distance(legs, key), dated(key))));
    if next.is_none() {
        reasons.push(format!("no key session in the {REACH} days that follow"));
    }
    reasons
}

fn distance(legs: &TimelineEntry, key: &TimelineEntry) -> String {
    match legs.minutes_until(key) {
        Some(minutes) => format!("{} before", gap(minutes)),
        None if key.day - legs.day == 1 => "the day before".to_owned(),
        None => format!("{} days before", key.day - legs.day),
    }
}

fn around_key_run(timeline: &Timeline, run: &TimelineEntry) -> Vec<String> {
    let before = timeline.between(run.day - 2, run.day - 1);
    let legs = before.iter().rev().find(|entry| entry.legs().is_some());
    let hard = before.iter().rev().find(|entry| entry.is_key_run());
    let of = |entry: &TimelineEntry, kind: &str| match run.day - entry.day {
        1 => format!("a day after {kind}"),
        days => format!("{days} days after {kind}"),
    };
    let mut reasons = Vec::new();
    reasons.push(legs.map_or_else(
        || "no legs in the two days before".to_owned(),
        |legs| of(legs, &dated(legs)),
    ));
    reasons.extend(hard.map(|hard| of(hard, &dated(hard))));
    reasons
}
