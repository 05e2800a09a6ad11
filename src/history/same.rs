//! Whether two records are of one and the same training: the file of a watch, and what a website made of it.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use crate::domain::{
    ExerciseLog, Interned, Kilograms, Log, Meters, Seconds, Session, Start, Workout,
};

use super::activity::{Activity, Sport};
use super::dumbbell_names::is_pair;

/// Two runs that begin closer than this are one, in minutes.
const SAME_START_MINUTES: i64 = 10;
/// Distances of one run differ by no more than this share between two programs.
const SAME_DISTANCE: f64 = 0.03;
/// Times of one run differ by no more than this share between two programs, which count pauses differently.
const SAME_TIME: f64 = 0.15;
/// Kilometres in a mile.
const KM_IN_A_MILE: f64 = 1.609_344;
/// A distance taken in the wrong unit differs from that ratio by no more than this share; and where the hours of two
/// records tell nothing, their times by no more than this.
const OTHER_UNIT: f64 = 0.02;
/// Two records of lifting that begin closer than this are one, in minutes.
const SAME_LIFT_MINUTES: i64 = 30;

/// True when a session holds what the activity recorded, though it came from elsewhere.
pub fn is_same(activity: &Activity, session: &Session) -> bool {
    let Some(log) = &session.log else {
        return false;
    };
    // Two records of one program are two sessions.
    let from_there = session
        .external
        .iter()
        .any(|external| external.system == activity.system);
    if from_there {
        return false;
    }
    let begun = |minutes| Beginnings::of(activity, session, minutes);
    match (&activity.sport, &session.plan.workout) {
        (Sport::Run, Workout::Run(_)) => same_run(activity, log, begun(SAME_START_MINUTES)),
        (Sport::Strength, Workout::Strength(_)) => {
            same_lift(activity, log, begun(SAME_LIFT_MINUTES))
        }
        (Sport::Cross(_), Workout::Cross(_)) | (Sport::Mobility, Workout::Mobility(_)) => {
            begun(SAME_LIFT_MINUTES) == Beginnings::Same
        }
        _ => false,
    }
}

/// True where an activity is a session's run but for its distance, which is longer or shorter by the ratio of mile and
/// kilometre: one of both was read in the wrong unit.
pub fn is_in_other_unit(activity: &Activity, session: &Session) -> bool {
    let run = session.log.as_ref().and_then(|log| log.run.as_ref());
    let logged = run.and_then(|run| run.distance).map(Meters::m);
    let ratio = activity.run.distance.map(Meters::m).zip(logged);
    ratio.is_some_and(|(one, other)| is_ratio_of_units(one, other))
}

fn is_ratio_of_units(one: f64, other: f64) -> bool {
    let ratio = one.max(other) / one.min(other).max(1.0);
    (ratio / KM_IN_A_MILE - 1.0).abs() <= OTHER_UNIT
}

/// How the start times of two records compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beginnings {
    /// They are one.
    Same,
    /// They are two.
    Apart,
    /// On one day, and apart as zones of the world are: a watch in UTC and a website in local time.
    OtherZone,
    /// On one day, and one of them says no time.
    Unsaid,
}

impl Beginnings {
    fn of(activity: &Activity, session: &Session, minutes: i64) -> Self {
        let near = |difference: TimeDelta| difference.num_seconds().abs() <= minutes * 60;
        let in_utc = activity.in_utc.as_deref();
        if let Some((one, other)) = in_utc.zip(began_utc(session)) {
            return if near(one.utc - other) {
                Self::Same
            } else {
                Self::Apart
            };
        }
        let started = started(session);
        // When travelling, the clock of the watch differs from that of this computer.
        let at_home = in_utc.zip(started);
        if at_home.is_some_and(|(begun, start)| near(begun.home - session.date.and_time(start))) {
            return Self::Same;
        }
        if activity.date != session.date {
            return Self::Apart;
        }
        match activity.time.zip(started) {
            Some((one, other)) if near(one - other) => Self::Same,
            Some((one, other)) if are_zones_apart(one, other) => Self::OtherZone,
            Some(_) => Self::Apart,
            None => Self::Unsaid,
        }
    }
}

/// The moment that files of a watch are known by.
fn began_utc(session: &Session) -> Option<DateTime<Utc>> {
    session.external.iter().find_map(|external| {
        let moment = NaiveDateTime::parse_from_str(&external.id, "%Y-%m-%dT%H:%M:%SZ");
        moment.ok().map(|moment| moment.and_utc())
    })
}

fn same_run(activity: &Activity, log: &Log, begun: Beginnings) -> bool {
    let run = log.run.clone().unwrap_or_default();
    let apart =
        |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| (a - b).abs() / a.max(b).max(1.0));
    let meters = |value: Option<Meters>| value.map(Meters::m);
    let distance = apart(meters(activity.run.distance), meters(run.distance));
    let seconds = |value: Option<Seconds>| value.map(|s| f64::from(s.0));
    let time = apart(seconds(activity.run.moving), seconds(run.moving));
    let lengths = meters(activity.run.distance).zip(meters(run.distance));
    let other_unit = lengths.is_some_and(|(one, other)| is_ratio_of_units(one, other))
        && time.is_none_or(|apart| apart <= SAME_TIME);
    match begun {
        // Two runs that begin at the same place and time are one, unless their distances differ and not because of the
        // unit.
        Beginnings::Same => distance.is_none_or(|apart| apart <= 0.2) || other_unit,
        Beginnings::Apart => false,
        // Without a start to compare, they are one if distance and time agree.
        Beginnings::OtherZone | Beginnings::Unsaid => {
            let agrees = distance.is_some_and(|apart| apart <= SAME_DISTANCE)
                && time.is_some_and(|apart| apart <= SAME_TIME);
            agrees || (other_unit && time.is_some_and(|apart| apart <= OTHER_UNIT))
        }
    }
}

fn same_lift(activity: &Activity, log: &Log, begun: Beginnings) -> bool {
    match begun {
        Beginnings::Same => {
            activity.exercises.is_empty()
                || log.exercises.is_empty()
                || same_sets(activity, &log.exercises)
        }
        Beginnings::Apart | Beginnings::OtherZone => false,
        Beginnings::Unsaid => !activity.exercises.is_empty() && same_sets(activity, &log.exercises),
    }
}

/// True when most sets of the activity are among those of the log, whatever their exercises are called.
fn same_sets(activity: &Activity, exercises: &[Interned<ExerciseLog>]) -> bool {
    let mut there: Vec<(Option<u32>, i64)> = exercises
        .iter()
        .flat_map(|exercise| &exercise.sets)
        .map(|set| (set.reps, tenths(set.kg)))
        .collect();
    let all = activity.sets();
    let found = activity
        .exercises
        .iter()
        .flat_map(|exercise| {
            let is_pair = is_pair(&exercise.name);
            exercise.sets.iter().map(move |set| (set, is_pair))
        })
        .filter(|(set, is_pair)| {
            let kg = tenths(set.kg);
            let is_it = |other: &(Option<u32>, i64)| {
                other.0 == set.reps && (other.1 == kg || *is_pair && are_double(other.1, kg))
            };
            there
                .iter()
                .position(is_it)
                .map(|place| there.swap_remove(place))
                .is_some()
        })
        .count();
    found * 2 > all
}

/// True when one of two weights is twice the other: of two dumbbells one program has the weight of both.
fn are_double(one: i64, other: i64) -> bool {
    // Halving a weight may lose a tenth by rounding.
    (one - 2 * other).abs().min((other - 2 * one).abs()) <= 1
}

/// The weight in tenths of a kilogram. Programs write what a machine takes off the body with either sign.
fn tenths(kg: Option<Kilograms>) -> i64 {
    kg.map_or(0, |kg| (kg.kg().abs() * 10.0).round() as i64)
}

/// True when two times of day differ as zones of the world do: by quarters of an hour, up to fourteen hours.
fn are_zones_apart(a: NaiveTime, b: NaiveTime) -> bool {
    let minutes = (a - b).num_seconds().abs() as f64 / 60.0;
    let quarters = (minutes / 15.0).round();
    minutes <= 14.0 * 60.0 && (minutes - quarters * 15.0).abs() <= 2.0
}

/// When a session began, where it says so.
fn started(session: &Session) -> Option<NaiveTime> {
    match session.plan.start {
        Start::Clock(time) if session.log.is_some() => Some(time),
        _ => None,
    }
}
