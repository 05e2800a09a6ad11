//! What holds for every week.

mod weeks;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::Days;
use proptest::prelude::*;

use super::support::{TestWeek, monday};
use crate::domain::*;
use crate::edit::apply;
use crate::load::{content_for, distance_of, duration_of, max_on, planned_load};
use crate::rules::verdict::{added, is_same, worsened};
use crate::rules::{Finding, Fix, Severity, accept, fixes};
use weeks::{PAST, any_session, any_week, clock};

/// The same athlete some days later.
fn later(week: &TestWeek, shift: Days) -> TestWeek {
    let mut later = week.clone().on(monday() + shift);
    let moved = week.athlete.sessions.all().iter().map(|session| {
        let mut session = (**session).clone();
        session.date = session.date + shift;
        session
    });
    later.athlete.sessions = moved.collect();
    for race in &mut later.athlete.profile.races {
        race.date = race.date + shift;
    }
    for trip in &mut later.athlete.profile.availability.exceptions {
        (trip.from, trip.to) = (trip.from + shift, trip.to + shift);
    }
    later
}

fn conflicts<'f>(before: &'f [Finding], after: &'f [Finding]) -> Vec<&'f Finding> {
    added(before, after)
        .filter(|finding| finding.severity == Severity::Conflict)
        .collect()
}

/// What a fix changes is still to come, and what the changed sessions show agrees: a session that was made light is
/// light by what it asks, and its minutes go the way its work goes.
fn keeps_its_word(week: &TestWeek, fixed: &TestWeek, fix: &Fix) -> Result<(), TestCaseError> {
    let label = &fix.label;
    let profile = &week.athlete.profile;
    let all = week.athlete.sessions.all().iter();
    for old in all {
        let new = fixed.athlete.sessions.get(old.id);
        if new == Some(old) {
            continue;
        }
        prop_assert!(old.date >= week.today, "{label} changes the past");
        prop_assert_eq!(&old.status, &Status::Planned, "{}", label);
        let Some(new) = new else { continue };
        prop_assert!(new.date >= week.today, "{label} puts into the past");
        prop_assert_eq!(&new.log, &old.log);
        costs_no_more(week, old, new, label)?;
        run_keeps_its_word(week, old, new, label)?;
        let (Some(before), Some(after)) = (old.plan.strength(), new.plan.strength()) else {
            continue;
        };
        prop_assert!(
            after.leg_load_override.is_none()
                || after.leg_load_override == before.leg_load_override,
            "{label} declares what the exercises do not say"
        );
        if label.ends_with(" light") {
            let max = |id: &ExerciseId| max_on(&fixed.athlete, id, new.date);
            let content = content_for(after, &week.library, &max);
            prop_assert!(content.leg_load <= LegLoad::Light, "{label}: {content:?}");
            prop_assert!(after != before, "{label} changes nothing");
        }
        let estimate = |plan: &Plan| {
            let open = Plan {
                duration: None,
                ..plan.clone()
            };
            duration_of(&open, profile).value
        };
        if let (Some(said), Some(told)) = (old.plan.duration, new.plan.duration)
            && !after.exercises.is_empty()
        {
            let (work, time) = (
                estimate(&new.plan).cmp(&estimate(&old.plan)),
                told.cmp(&said),
            );
            let agrees = work == time || time.is_eq() || work.is_eq();
            prop_assert!(agrees, "{label}: {said:?} → {told:?} for {work:?} work");
        }
    }
    Ok(())
}

/// What eases a session never raises its load.
fn costs_no_more(
    week: &TestWeek,
    old: &Session,
    new: &Session,
    label: &str,
) -> Result<(), TestCaseError> {
    const EASES: [&str; 7] = [
        "Make ", "Shorten", "Trim", "Fewer", "Ease ", "Leave ", "Lower ",
    ];
    if EASES.iter().any(|word| label.starts_with(word)) && new.plan.workout != old.plan.workout {
        let profile = &week.athlete.profile;
        let load = |session: &Session| planned_load(session, profile, &week.library).au;
        prop_assert!(
            load(new) <= load(old) + 1e-6,
            "{label}: {} → {} AU",
            load(old),
            load(new)
        );
    }
    Ok(())
}

/// What a changed run shows agrees: less is less in distance and in minutes, minutes still fit the distance, and an
/// easy run is easy by its kind, its steps and its pace.
fn run_keeps_its_word(
    week: &TestWeek,
    old: &Session,
    new: &Session,
    label: &str,
) -> Result<(), TestCaseError> {
    let profile = &week.athlete.profile;
    let (Some(before), Some(after)) = (old.plan.run(), new.plan.run()) else {
        return Ok(());
    };
    let far =
        |session: &Session| distance_of(&session.plan, profile).map_or(0.0, |far| far.value.m());
    let takes = |session: &Session| f64::from(duration_of(&session.plan, profile).value.0);
    let is_less = label.starts_with("Shorten") || label.starts_with("Trim");
    let is_easy = label.starts_with("Make ") && label.ends_with(" easy");
    if is_less && new.plan != old.plan {
        let (left, took) = (far(new), takes(new));
        let is_shorter = left < far(old) || took < takes(old);
        prop_assert!(is_shorter, "{label} shortens nothing");
        prop_assert!(left <= far(old) + 1.0, "{label}: {} → {left} m", far(old));
        prop_assert!(took <= takes(old), "{label}: {} → {took} min", takes(old));
    }
    if is_easy && new.plan != old.plan {
        let kind = after.kind;
        prop_assert!(
            matches!(kind, RunKind::Easy | RunKind::Recovery),
            "{label}: {kind:?}"
        );
        prop_assert!(
            after.steps.is_empty() && after.pace.is_none(),
            "{label}: {after:?}"
        );
        prop_assert!(
            after.rpe.is_none_or(|rpe| rpe.value() <= 3.0),
            "{label}: {after:?}"
        );
    }
    // If distance and duration are both given, they keep the same pace, to a minute and a tenth of the unit.
    if let (Some(then), Some(now), Some(time)) =
        (before.distance, after.distance, new.plan.duration)
        && is_less
        && old.plan.duration.is_some()
    {
        let pace = takes(old) / then.km().max(0.1);
        let (told, fits) = (f64::from(time.0), now.km() * pace);
        let is_right = (told - fits).abs() <= 1.0 + 0.161 * pace;
        prop_assert!(is_right, "{label}: {told} min for {now:?}, {fits} fit");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_input_does_not_matter(week in any_week(), seed in any::<u64>()) {
        // Give each session its own time, so that only the input order differs.
        let timed = |(index, session): (usize, &Arc<Session>)| {
            let mut session = (**session).clone();
            session.plan.start = clock(5 * 60 + 11 * index as u32);
            session
        };
        let mut ordered = week.clone();
        let mut sessions: Vec<Session> =
            week.athlete.sessions.all().iter().enumerate().map(timed).collect();
        ordered.athlete.sessions = sessions.clone().into_iter().collect();
        let mut shuffled = week;
        sessions.sort_by_key(|session| (session.id.0.as_u128() as u64).wrapping_mul(seed | 1));
        shuffled.athlete.sessions = sessions.into_iter().collect();
        prop_assert_eq!(ordered.findings(), shuffled.findings());
    }

    #[test]
    fn whole_weeks_later_the_same_is_found(week in any_week(), weeks in 1..12u64) {
        let shift = Days::new(7 * weeks);
        let later = later(&week, shift);
        let facts = |finding: &Finding| {
            (finding.rule, finding.severity, finding.sessions.clone(), finding.message.clone())
        };
        let (now, then) = (week.findings(), later.findings());
        prop_assert_eq!(
            now.iter().map(facts).collect::<Vec<_>>(),
            then.iter().map(facts).collect::<Vec<_>>()
        );
        for (now, then) in now.iter().zip(&then) {
            let shifted: Vec<_> = now.days.iter().map(|day| *day + shift).collect();
            prop_assert_eq!(&shifted, &then.days);
        }
    }

    #[test]
    fn a_session_far_away_changes_nothing(week in any_week(), far in any_session(), back in any::<bool>()) {
        let mut far = far;
        far.id = SessionId::from_bits(1000);
        far.date = if back {
            monday() - Days::new(PAST + 61)
        } else {
            monday() + Days::new(21 + 61)
        };
        let before = week.spacing_findings();
        let mut with = week;
        with.athlete.sessions.put(far.into(), 0);
        let after: Vec<Finding> = with.spacing_findings().into_iter()
            .filter(|finding| finding.sessions != [SessionId::from_bits(1000)]).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn deleting_strength_that_is_not_key_adds_nothing(week in any_week()) {
        let before = week.spacing_findings();
        for session in week.athlete.sessions.all() {
            if session.plan.strength().is_none() || session.plan.key == KeyMark::Key {
                continue;
            }
            let mut without = week.clone();
            without.athlete.sessions.remove(session.id);
            for new in without.spacing_findings() {
                let known = before.iter().any(|old| {
                    old.rule == new.rule
                        && old.severity >= new.severity
                        && old.days.iter().any(|day| new.days.contains(day))
                });
                prop_assert!(known, "{new:?}");
            }
        }
    }

    #[test]
    fn every_fix_removes_its_finding_and_adds_no_conflict(week in any_week(), accepted in 0..8usize) {
        let mut week = week;
        if let Some(finding) = week.findings().get(accepted) {
            let accepted = accept(finding, "meant so", week.today);
            week.athlete.profile.accepted.push(accepted);
        }
        let before = week.findings();
        // Take one finding of each rule, so that every kind of fix is tried.
        let mut told = HashSet::new();
        for finding in before.iter().filter(|finding| told.insert(finding.rule)) {
            for fix in fixes(finding, &week.athlete, &week.context()) {
                let mut fixed = week.clone();
                apply(&mut fixed.athlete, &fix.edits, Stamp::default());
                let after = fixed.findings();
                let still = after.iter().any(|found| is_same(found, finding));
                prop_assert!(!still, "{} leaves {finding:?}", fix.label);
                let new: Vec<_> = worsened(&before, &after).map(|found| found.title).collect();
                for title in &new {
                    let said = fix.worse.iter().any(|line| line.ends_with(title));
                    prop_assert!(said, "{} does not name {title}: {:?}", fix.label, fix.worse);
                }
                prop_assert_eq!(new.len(), fix.worse.len(), "{}: {:?}", fix.label, fix.worse);
                keeps_its_word(&week, &fixed, &fix)?;
                prop_assert!(conflicts(&before, &after).is_empty(), "{}", fix.label);
                for session in week.athlete.sessions.all() {
                    if session.locked || session.status != Status::Planned {
                        let now = fixed.athlete.sessions.get(session.id);
                        prop_assert_eq!(now.map(|now| now.slot()), Some(session.slot()));
                    }
                }
            }
        }
    }

    #[test]
    fn each_session_begins_at_most_one_finding_of_a_rule(week in any_week()) {
        let mut seen = HashSet::new();
        for finding in week.findings() {
            let is_first = seen.insert((finding.rule, finding.sessions.clone()));
            prop_assert!(is_first, "{finding:?}");
        }
    }
}
