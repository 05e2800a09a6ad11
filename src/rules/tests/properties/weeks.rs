//! Weeks of every kind: what was done in the six before, what is planned in three, races, days off and settings.

use chrono::{Days, Weekday};
use proptest::prelude::*;

use super::super::support::{TestWeek, monday};
use crate::domain::*;

/// Days before the three weeks in which sessions stand as well: what the athlete did before.
pub(super) const PAST: u64 = 42;

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
                repeats,
                ..Step::new(kind, extent)
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
pub(super) fn any_session() -> impl Strategy<Value = Session> {
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

pub(super) fn clock(minute: u32) -> Start {
    Start::Clock(time_at(minute).unwrap())
}

pub(super) fn any_week() -> impl Strategy<Value = TestWeek> {
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
            let mut week = TestWeek::of("");
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
