//! What holds for every week.

use std::sync::Arc;

use chrono::{Days, NaiveTime};
use proptest::prelude::*;

use super::support::{Week, monday};
use crate::domain::*;
use crate::edit::apply;
use crate::rules::verdict::added;
use crate::rules::{Finding, Severity, fixes};

/// A session of three weeks, its id still to be given.
fn any_session() -> impl Strategy<Value = Session> {
    let run =
        (0..RunKind::ALL.len()).prop_map(|kind| Workout::Run(RunPlan::of(RunKind::ALL[kind])));
    let region = proptest::option::of((0..4usize).prop_map(|region| Region::ALL[region]));
    let load = proptest::option::of((0..4usize).prop_map(|load| LegLoad::ALL[load]));
    let strength = (region, load).prop_map(|(region, leg_load)| {
        Workout::Strength(StrengthPlan {
            region,
            leg_load,
            ..StrengthPlan::default()
        })
    });
    let other = prop_oneof![
        Just(Workout::Cross(CrossPlan::default())),
        Just(Workout::Mobility(MobilityPlan::default())),
        Just(Workout::Rest),
    ];
    let workout = prop_oneof![4 => run, 4 => strength, 1 => other];
    let status = prop_oneof![
        6 => Just(Status::Planned),
        1 => Just(Status::Done),
        1 => Just(Status::Missed),
    ];
    let key = prop_oneof![
        8 => Just(KeyMark::ByKind),
        1 => Just(KeyMark::Key),
        1 => Just(KeyMark::NotKey),
    ];
    (
        0..21u64,
        workout,
        10..180u32,
        key,
        status,
        proptest::bool::weighted(0.1),
    )
        .prop_map(|(day, workout, minutes, key, status, locked)| {
            let mut plan = Plan::new(workout);
            plan.duration = Some(Minutes(minutes));
            plan.key = key;
            let date = monday() + Days::new(day);
            let mut session =
                Session::planned(SessionId::from_bits(0), date, plan, Stamp::default());
            session.status = status;
            session.locked = locked;
            session
        })
}

/// Three weeks of sessions. Those of a day stand in the order of their times; some have none.
fn any_sessions() -> impl Strategy<Value = Vec<Session>> {
    let start = prop_oneof![
        2 => Just(None),
        3 => (5 * 60..22 * 60u32).prop_map(Some),
    ];
    proptest::collection::vec((any_session(), start), 0..24).prop_map(|mut all| {
        all.sort_by_key(|(session, start)| (session.date, *start));
        let numbered = all
            .into_iter()
            .enumerate()
            .map(|(index, (mut session, start))| {
                session.id = SessionId::from_bits(index as u128 + 1);
                session.plan.start = start.map_or(Start::Unset, clock);
                session
            });
        numbered.collect()
    })
}

fn clock(minute: u32) -> Start {
    Start::Clock(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

fn any_week() -> impl Strategy<Value = Week> {
    let words = (0..3usize, 0..3usize, 0..3usize, any::<bool>());
    (any_sessions(), words).prop_map(|(sessions, (policy, level, priority, strict))| {
        let mut week = Week::of("");
        week.athlete.sessions = sessions.into_iter().collect();
        let profile = &mut week.athlete.profile;
        profile.policy = Policy::ALL[policy];
        profile.level = Level::ALL[level];
        profile.priority = Priority::ALL[priority];
        profile.rules.strict_48h = strict;
        week
    })
}

fn conflicts<'f>(before: &'f [Finding], after: &'f [Finding]) -> Vec<&'f Finding> {
    added(before, after)
        .filter(|finding| finding.severity == Severity::Conflict)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_input_does_not_matter(week in any_week(), seed in any::<u64>()) {
        // Every session has a time of its own, so that nothing but the input order differs.
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
        let mut later = week.clone();
        later.athlete.sessions = week.athlete.sessions.all().iter().map(|session| {
            let mut session = (**session).clone();
            session.date = session.date + shift;
            session
        }).collect();
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
        far.date = if back { monday() - Days::new(61) } else { monday() + Days::new(21 + 61) };
        let before = week.findings();
        let mut with = week;
        with.athlete.sessions.put(far.into(), 0);
        let after: Vec<Finding> = with.findings().into_iter()
            .filter(|finding| finding.sessions != [SessionId::from_bits(1000)]).collect();
        prop_assert_eq!(before, after);
    }

    #[test]
    fn deleting_strength_that_is_not_key_adds_nothing(week in any_week()) {
        let before = week.findings();
        for session in week.athlete.sessions.all() {
            if session.plan.strength().is_none() || session.plan.key == KeyMark::Key {
                continue;
            }
            let mut without = week.clone();
            without.athlete.sessions.remove(session.id);
            for new in without.findings() {
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
    fn every_fix_removes_its_finding_and_adds_no_conflict(week in any_week()) {
        let before = week.findings();
        for finding in before.iter().take(6) {
            for fix in fixes(finding, &week.athlete, &week.context()) {
                let mut fixed = week.clone();
                apply(&mut fixed.athlete, &fix.edits, Stamp::default());
                let after = fixed.findings();
                let still = after.iter().any(|found| {
                    found.rule == finding.rule && found.sessions == finding.sessions
                });
                prop_assert!(!still, "{} leaves {finding:?}", fix.label);
                prop_assert!(conflicts(&before, &after).is_empty(), "{}", fix.label);
                for session in week.athlete.sessions.all() {
                    if session.locked || session.status != Status::Planned {
                        let now = fixed.athlete.sessions.get(session.id).unwrap();
                        prop_assert_eq!(now.slot(), session.slot());
                    }
                }
            }
        }
    }

    #[test]
    fn each_session_begins_at_most_one_finding_of_a_rule(week in any_week()) {
        let mut seen: Vec<_> = week.findings().iter()
            .map(|finding| (finding.rule, finding.sessions.clone())).collect();
        let count = seen.len();
        seen.sort();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
    }
}
