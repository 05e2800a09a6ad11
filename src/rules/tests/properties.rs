//! What holds for every week.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{Days, NaiveTime, Weekday};
use proptest::prelude::*;

use super::support::{Week, monday};
use crate::domain::*;
use crate::edit::apply;
use crate::load::{content_for, distance_of, duration_of, max_on, planned_load};
use crate::rules::verdict::{added, is_same, worsened};
use crate::rules::{Finding, Fix, Severity, accept, fixes};

/// Days before the three weeks in which sessions stand as well: what the athlete did before.
const PAST: u64 = 42;

/// An exercise of a session; loads and efforts are said or not.
fn any_dose() -> impl Strategy<Value = Prescription> {
    const IDS: [&str; 9] = [
        "squat",
        "deadlift",
        "lunge",
        "box-jump",
        "standing-calf-raise",
        "plank",
        "row",
        "push-up",
        "own-unknown",
    ];
    let load = prop_oneof![
        Just(LoadSpec::Unset),
        (2..60u32).prop_map(|step| LoadSpec::Kg(Kilograms::new(2.5 * f64::from(step)))),
        (50..110u32).prop_map(|percent| LoadSpec::Percent(f64::from(percent))),
    ];
    let effort = proptest::option::of((0..5u32).prop_map(|rir| Effort::Rir(f64::from(rir))));
    let rest = proptest::option::of((2..10u32).prop_map(|rest| Seconds(20 * rest)));
    (0..IDS.len(), 1..7u32, 1..13u32, load, effort, rest).prop_map(
        |(id, sets, reps, load, effort, rest)| {
            let reps = match reps {
                12 => Reps::Max,
                reps => Reps::Count(Count::exactly(reps)),
            };
            let id = ExerciseId::new(IDS[id]);
            let mut dose = Prescription::new(id, "", Count::exactly(sets), reps);
            (dose.load, dose.effort, dose.rest) = (load, effort, rest);
            dose
        },
    )
}

fn any_run() -> impl Strategy<Value = Workout> {
    let distance = proptest::option::of((2..40u32).prop_map(|km| Meters::from_km(f64::from(km))));
    let rpe = proptest::option::weighted(0.3, (1..11u32).prop_map(|rpe| Rpe::new(f64::from(rpe))));
    let pace = proptest::option::weighted(0.3, (200..500u32).prop_map(f64::from));
    let repeats = proptest::option::weighted(0.2, 2..8u32);
    (0..RunKind::ALL.len(), distance, rpe, pace, repeats).prop_map(
        |(kind, distance, rpe, pace, repeats)| {
            let step = |kind, repeats, extent| Step {
                kind,
                repeats,
                extent,
                target: None,
                recovery: None,
            };
            let steps = |repeats| {
                let warm_up = step(StepKind::WarmUp, 1, Extent::Time(Seconds(600)));
                let far = Extent::Distance(Meters::new(800.0));
                vec![warm_up, step(StepKind::Work, repeats, far)]
            };
            Workout::Run(RunPlan {
                distance,
                rpe,
                pace: pace.map(Pace::from_seconds_per_km),
                steps: repeats.map_or(Vec::new(), steps),
                ..RunPlan::of(RunKind::ALL[kind])
            })
        },
    )
}

fn any_strength() -> impl Strategy<Value = Workout> {
    let region = proptest::option::of((0..4usize).prop_map(|region| Region::ALL[region]));
    let load = proptest::option::of((0..4usize).prop_map(|load| LegLoad::ALL[load]));
    let exercises = prop_oneof![
        Just(Vec::new()),
        proptest::collection::vec(any_dose(), 1..5),
    ];
    (region, load, exercises).prop_map(|(region, leg_load, exercises)| {
        Workout::Strength(StrengthPlan {
            exercises,
            region,
            leg_load,
            ..StrengthPlan::default()
        })
    })
}

/// What was logged of a session, for those that are done.
fn any_log() -> impl Strategy<Value = Log> {
    let distance = proptest::option::of((2..40u32).prop_map(|km| Meters::from_km(f64::from(km))));
    let rpe = proptest::option::of((1..11u32).prop_map(|rpe| Rpe::new(f64::from(rpe))));
    let hurts = proptest::bool::weighted(0.2);
    (distance, rpe, any::<bool>(), hurts).prop_map(|(distance, rpe, heavy_legs, hurts)| {
        let pain = Pain {
            exercise: Some(ExerciseId::new("squat")),
            place: String::new(),
            sharp: true,
            ..Pain::default()
        };
        Log {
            run: Some(RunLog {
                distance,
                ..RunLog::default()
            }),
            rpe,
            heavy_legs,
            pains: if hurts {
                vec![pain].into()
            } else {
                Vec::new().into()
            },
            ..Log::default()
        }
    })
}

/// A session of six weeks past and three to come, its id still to be given.
fn any_session() -> impl Strategy<Value = Session> {
    let other = prop_oneof![
        Just(Workout::Cross(CrossPlan::default())),
        Just(Workout::Mobility(MobilityPlan::default())),
        Just(Workout::Rest),
    ];
    let workout = prop_oneof![4 => any_run(), 4 => any_strength(), 1 => other];
    let status = prop_oneof![
        6 => Just(Status::Planned),
        2 => Just(Status::Done),
        1 => Just(Status::Missed),
    ];
    let key = prop_oneof![
        8 => Just(KeyMark::ByKind),
        1 => Just(KeyMark::Key),
        1 => Just(KeyMark::NotKey),
    ];
    let minutes = proptest::option::weighted(0.8, 10..180u32);
    let day = prop_oneof![1 => 0..PAST, 2 => PAST..PAST + 21];
    let locked = proptest::bool::weighted(0.1);
    (day, workout, minutes, key, status, any_log(), locked).prop_map(
        |(day, workout, minutes, key, status, log, locked)| {
            let mut plan = Plan::new(workout);
            plan.duration = minutes.map(Minutes);
            plan.key = key;
            let date = monday() - Days::new(PAST) + Days::new(day);
            let mut session =
                Session::planned(SessionId::from_bits(0), date, plan, Stamp::default());
            session.log = Some(log).filter(|_| status.is_trained());
            session.status = status;
            session.locked = locked;
            session
        },
    )
}

/// Nine weeks of sessions. Those of a day stand in the order of their times; some have none.
fn any_sessions() -> impl Strategy<Value = Vec<Session>> {
    let start = prop_oneof![
        2 => Just(None),
        3 => (5 * 60..22 * 60u32).prop_map(Some),
    ];
    proptest::collection::vec((any_session(), start), 0..36).prop_map(|mut all| {
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

fn any_race() -> impl Strategy<Value = Race> {
    let priority = prop_oneof![
        Just(RacePriority::A),
        Just(RacePriority::B),
        Just(RacePriority::C),
    ];
    (0..35u64, priority, 5..43u32).prop_map(|(day, priority, km)| Race {
        id: RaceId::from_bits(1),
        date: monday() + Days::new(day),
        name: "City run".to_owned(),
        distance: Some(Meters::from_km(f64::from(km))),
        priority,
        target: None,
        result: None,
        expected_celsius: None,
    })
}

fn any_availability() -> impl Strategy<Value = Availability> {
    let limited = (proptest::option::of(20..120u32), any::<bool>()).prop_map(|(minutes, gym)| {
        DayAvailability::Limited {
            minutes,
            gym,
            equipment: Vec::new(),
        }
    });
    let day = prop_oneof![
        6 => Just(DayAvailability::Free),
        1 => Just(DayAvailability::Unavailable),
        1 => limited,
    ];
    let trip = proptest::option::weighted(0.3, (0..21u64, 0..4u64));
    (proptest::array::uniform7(day), trip).prop_map(|(week, trip)| {
        let trip = trip.map(|(first, days)| Exception {
            from: monday() + Days::new(first),
            to: monday() + Days::new(first + days),
            kind: ExceptionKind::Travel,
            day: DayAvailability::Unavailable,
            note: String::new(),
        });
        Availability {
            week,
            exceptions: trip.into_iter().collect(),
        }
    })
}

fn clock(minute: u32) -> Start {
    Start::Clock(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

fn any_week() -> impl Strategy<Value = Week> {
    let words = (
        0..3usize,
        0..3usize,
        0..3usize,
        any::<bool>(),
        any::<bool>(),
    );
    let races = proptest::collection::vec(any_race(), 0..3);
    let life = (races, any_availability(), 0..7u8);
    (any_sessions(), words, life).prop_map(
        |(
            sessions,
            (policy, level, priority, strict, miles),
            (races, availability, week_start),
        )| {
            let mut week = Week::of("");
            week.athlete.sessions = sessions.into_iter().collect();
            let profile = &mut week.athlete.profile;
            profile.policy = Some(Policy::ALL[policy]);
            profile.level = Level::ALL[level];
            profile.priority = Priority::ALL[priority];
            profile.rules.strict_48h = Some(strict);
            if miles {
                profile.units.distance = DistanceUnit::Miles;
            }
            profile.races = races;
            profile.availability = availability;
            profile.week_start = Weekday::try_from(week_start).unwrap();
            week
        },
    )
}

/// The same athlete some days later.
fn later(week: &Week, shift: Days) -> Week {
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
fn keeps_its_word(week: &Week, fixed: &Week, fix: &Fix) -> Result<(), TestCaseError> {
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
    week: &Week,
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
    week: &Week,
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
    // Where both are said, they go on to tell of the same pace, to a minute and a tenth of the unit.
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
        // One finding of each rule, so that every kind of fix has its turn.
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
