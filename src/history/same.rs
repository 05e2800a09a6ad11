//! Whether two records are of one and the same training: the file of a watch, and what a website made of it.

use chrono::{NaiveDateTime, NaiveTime};

use crate::domain::{ExerciseLog, Kilograms, Log, Meters, Seconds, Session, Start, Workout};

use super::activity::{Activity, Sport};

/// Two runs that begin closer than this are one, in minutes.
const SAME_START_MINUTES: i64 = 10;
/// Distances of one run differ by no more than this share between two programs.
const SAME_DISTANCE: f64 = 0.03;
/// Times of one run differ by no more than this share between two programs, which count pauses differently.
const SAME_TIME: f64 = 0.15;
/// Two records of lifting that begin closer than this are one, in minutes.
const SAME_LIFT_MINUTES: i64 = 30;

/// True when a session holds what the activity recorded, though it came from elsewhere.
pub fn is_same(activity: &Activity, session: &Session) -> bool {
    let Some(log) = &session.log else {
        return false;
    };
    // One program does not record one training twice.
    let from_there = session
        .external
        .iter()
        .any(|external| external.system == activity.system);
    if activity.date != session.date || from_there {
        return false;
    }
    match (&activity.sport, &session.plan.workout) {
        (Sport::Run, Workout::Run(_)) => same_run(activity, session, log),
        (Sport::Strength, Workout::Strength(_)) => same_lift(activity, session, log),
        (Sport::Cross(_), Workout::Cross(_)) | (Sport::Mobility, Workout::Mobility(_)) => {
            near(activity.time, started(session), SAME_LIFT_MINUTES) == Some(true)
        }
        _ => false,
    }
}

fn same_run(activity: &Activity, session: &Session, log: &Log) -> bool {
    let run = log.run.unwrap_or_default();
    let apart =
        |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| (a - b).abs() / a.max(b).max(1.0));
    let meters = |value: Option<Meters>| value.map(Meters::m);
    let distance = apart(meters(activity.run.distance), meters(run.distance));
    let seconds = |value: Option<Seconds>| value.map(|s| f64::from(s.0));
    let time = apart(seconds(activity.run.moving), seconds(run.moving));
    match near(activity.time, started(session), SAME_START_MINUTES) {
        // Two runs from one door at one time are one run, unless their lengths say otherwise.
        Some(true) => distance.is_none_or(|apart| apart <= 0.2),
        Some(false) if !other_zone(activity.time, started(session)) => false,
        // A watch in UTC and a website in local time differ by hours and agree in figures.
        _ => {
            distance.is_some_and(|apart| apart <= SAME_DISTANCE)
                && time.is_some_and(|apart| apart <= SAME_TIME)
        }
    }
}

fn same_lift(activity: &Activity, session: &Session, log: &Log) -> bool {
    match near(activity.time, started(session), SAME_LIFT_MINUTES) {
        Some(near) => {
            near && (activity.exercises.is_empty()
                || log.exercises.is_empty()
                || same_sets(activity, &log.exercises))
        }
        None => !activity.exercises.is_empty() && same_sets(activity, &log.exercises),
    }
}

/// True when most sets of the activity are among those of the log, whatever their exercises are called.
fn same_sets(activity: &Activity, exercises: &[ExerciseLog]) -> bool {
    let mut there: Vec<(Option<u32>, i64)> = exercises
        .iter()
        .flat_map(|exercise| &exercise.sets)
        .map(|set| (set.reps, tenths(set.kg)))
        .collect();
    let all = activity.sets();
    let found = activity
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.sets)
        .filter(|set| {
            let wanted = (set.reps, tenths(set.kg));
            there
                .iter()
                .position(|other| *other == wanted)
                .map(|place| there.swap_remove(place))
                .is_some()
        })
        .count();
    found * 2 > all
}

/// The weight in tenths of a kilogram. Programs write what a machine takes off the body with either sign.
fn tenths(kg: Option<Kilograms>) -> i64 {
    kg.map_or(0, |kg| (kg.kg().abs() * 10.0).round() as i64)
}

/// True when two times of day differ as zones of the world do: by quarters of an hour, up to fourteen hours.
fn other_zone(a: Option<NaiveTime>, b: Option<NaiveTime>) -> bool {
    a.zip(b).is_some_and(|(a, b)| {
        let minutes = (a - b).num_seconds().abs() as f64 / 60.0;
        let quarters = (minutes / 15.0).round();
        minutes <= 14.0 * 60.0 && (minutes - quarters * 15.0).abs() <= 2.0
    })
}

/// When a session began, where it says so.
fn started(session: &Session) -> Option<NaiveTime> {
    match session.plan.start {
        Start::Clock(time) if session.log.is_some() => Some(time),
        _ => None,
    }
}

fn near(a: Option<NaiveTime>, b: Option<NaiveTime>, minutes: i64) -> Option<bool> {
    let (a, b) = a.zip(b)?;
    let at = |time| NaiveDateTime::new(chrono::NaiveDate::default(), time);
    Some((at(a) - at(b)).num_seconds().abs() <= minutes * 60)
}
