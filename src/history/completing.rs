//! What a record knows by now that its session did not: a file that was cut when it came first, one of an older version
//! of the program, which read less of it.

use crate::domain::{
    HeartRate, Kilograms, Log, Meters, Plan, RunPlan, Session, SetLog, Status, Workout,
};

use super::activity::Activity;
use super::matched_names::MatchedNames;
use super::session_of::{PLAIN_RUN, log_of, plan_of};

/// What is longer by no more than this share is the same, written with other digits.
const SAME_LENGTH: f64 = 0.01;
/// And so is what is longer by less than this, in seconds: some programs round to minutes.
const LEAST_MORE: f64 = 60.0;
/// Two loads that are closer than this are the same, in kilograms.
const ROUNDING: f64 = 0.3;

/// The session with what the same record says of it now; `None` where that is nothing new, and where somebody has had the
/// session in hand since it came in, or a second program told of it. `says_pairs` is true for a program whose files say
/// themselves what the load of two dumbbells is of.
pub(super) fn completed(
    session: &Session,
    activity: &Activity,
    names: &MatchedNames,
    (heart, says_pairs): (HeartRate, bool),
) -> Option<Session> {
    if !is_as_it_came(session) {
        return None;
    }
    let old = session.log.as_ref()?;
    let log = log_of(activity.clone(), names);
    let plan = plan_of(activity, heart);
    let is_fuller =
        sets(&log) > sets(old) || is_longer(&log, old) || (says_pairs && are_pairs_of(&log, old));
    let is_named = is_told_better(&session.plan, &plan);
    if !is_fuller && !is_named {
        return None;
    }
    let mut session = session.clone();
    if is_fuller {
        session.log = Some(log);
    }
    if is_named {
        session.plan = plan.into();
    }
    Some(session)
}

/// True for a session that one program recorded and nobody has changed since: plan and log are of one moment.
fn is_as_it_came(session: &Session) -> bool {
    session.status == Status::Done
        && session.log_changed == Some(session.plan_changed)
        && session.external.len() == 1
        && session.alternatives.is_empty()
}

fn sets(log: &Log) -> usize {
    log.exercises
        .iter()
        .map(|exercise| exercise.sets.len())
        .sum()
}

/// True when it went on for longer, and no less far: a file that was cut lacks both. A distance alone that differs was read
/// in another unit.
fn is_longer(log: &Log, old: &Log) -> bool {
    let run = |log: &Log| log.run.clone().unwrap_or_default();
    let meters = |log: &Log| run(log).distance.map_or(0.0, Meters::m);
    let seconds = |log: &Log| {
        let whole = log
            .duration
            .map_or(0.0, |minutes| f64::from(minutes.0) * 60.0);
        run(log).moving.map_or(whole, |moving| f64::from(moving.0))
    };
    let is_more = seconds(old) > 0.0 && seconds(log) > seconds(old) * (1.0 + SAME_LENGTH);
    is_more && seconds(log) >= seconds(old) + LEAST_MORE && meters(log) >= meters(old)
}

/// True when the sets are the same, but for some that have twice the load: that of both dumbbells, which an older version
/// took for one.
fn are_pairs_of(log: &Log, old: &Log) -> bool {
    let all = |log: &Log| -> Vec<SetLog> {
        let exercises = log.exercises.iter();
        exercises
            .flat_map(|exercise| exercise.sets.clone())
            .collect()
    };
    let (new, old) = (all(log), all(old));
    let kg = |set: &SetLog| set.kg.map_or(0.0, Kilograms::kg);
    let is = |new: &SetLog, old: &SetLog, times: f64| (kg(new) - times * kg(old)).abs() < ROUNDING;
    let fits = |(new, old): (&SetLog, &SetLog)| {
        new.reps == old.reps && (is(new, old, 1.0) || is(new, old, 2.0))
    };
    new.len() == old.len()
        && new.iter().zip(&old).all(fits)
        && new
            .iter()
            .zip(&old)
            .any(|(new, old)| kg(old) > 0.0 && !is(new, old, 1.0))
}

/// True when a run that nothing was known of has a title or a kind by now.
fn is_told_better(old: &Plan, new: &Plan) -> bool {
    let (Workout::Run(run), Workout::Run(told)) = (&old.workout, &new.workout) else {
        return false;
    };
    let is_plain = |title: &str| title.trim().is_empty() || title == PLAIN_RUN;
    let is_renamed = is_plain(&old.title) && old.title != new.title;
    let is_of_kind = run.kind == RunPlan::default().kind && told.kind != run.kind;
    let is_same_title = is_plain(&old.title) || old.title == new.title;
    *run == RunPlan::of(run.kind) && is_same_title && (is_renamed || is_of_kind)
}
