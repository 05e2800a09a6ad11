//! What an activity becomes in the calendar: a plan, a log, or more of a log that is there.

use crate::domain::{
    ExerciseLog, HeartRate, Kilograms, Log, Minutes, Plan, RunKind, RunLog, RunPlan, Seconds,
    Session, SetLog, Start, Workout,
};
use crate::library::waiting;

use super::activity::{Activity, Sport};
use super::matched_names::MatchedNames;
use super::run_kind::run_kind;
use super::told_effort::effort_of;

/// True when the activity may be what the session planned.
pub(super) fn fits(activity: &Activity, session: &Session) -> bool {
    matches!(
        (&activity.sport, &session.plan.workout),
        (Sport::Run, Workout::Run(_))
            | (Sport::Strength, Workout::Strength(_))
            | (Sport::Cross(_), Workout::Cross(_))
            | (Sport::Mobility, Workout::Mobility(_))
    )
}

/// How far apart planned and recorded length are, in minutes; a plan without a length comes last.
pub(super) fn unlikeness(activity: &Activity, session: &Session) -> u32 {
    let done = activity.duration.map(|seconds| seconds.0 / 60);
    let planned = session.plan.duration.map(|minutes| minutes.0);
    done.zip(planned)
        .map_or(u32::MAX, |(done, planned)| done.abs_diff(planned))
}

/// What was done, with each exercise as the one that its name means.
pub(super) fn log_of(activity: Activity, names: &MatchedNames) -> Log {
    let exercises = activity
        .exercises
        .into_iter()
        .filter_map(|exercise| {
            let found = names.get(&exercise.name);
            let (kept_under, is_assisted) = match found {
                Some(found) => (found.kept_under.clone()?, found.is_assisted),
                None => (waiting(&exercise.name), false),
            };
            let log = ExerciseLog {
                exercise: kept_under,
                sets: if is_assisted {
                    relieved(exercise.sets)
                } else {
                    exercise.sets
                },
                name: exercise.name,
            };
            Some(log.into())
        })
        .collect();
    Log {
        duration: activity.duration.map(whole_minutes),
        rpe: activity.rpe,
        run: (activity.sport == Sport::Run && activity.run != RunLog::default())
            .then_some(activity.run),
        exercises,
        note: activity.note.into(),
        ..Log::default()
    }
}

/// Sets with what a machine took off the body as less than its weight, whichever sign the program gave it.
fn relieved(mut sets: Vec<SetLog>) -> Vec<SetLog> {
    for set in &mut sets {
        set.kg = set.kg.map(|kg| Kilograms::new(-kg.kg().abs()));
    }
    sets
}

fn whole_minutes(seconds: Seconds) -> Minutes {
    Minutes(((seconds.0 + 30) / 60).max(1))
}

/// What a run is called of which nobody said more. Without a title it would be called by a kind that nobody found.
pub(super) const PLAIN_RUN: &str = "Run";

/// The title of a session that was never planned.
fn title_of(activity: &Activity) -> String {
    match activity.sport {
        Sport::Run if activity.title.trim().is_empty() => PLAIN_RUN.to_owned(),
        _ => activity.title.clone(),
    }
}

/// Gives a run that came in without a title the one which a second record of it has, and its kind.
pub(super) fn name_it(session: &mut Session, second: &Activity, heart: HeartRate) {
    let is_plain = session.plan.title == PLAIN_RUN && session.plan.run().is_some();
    if is_plain && !second.title.trim().is_empty() {
        let plan = plan_of(second, heart);
        let it = &mut session.plan;
        it.title = plan.title;
        if let (Workout::Run(run), Workout::Run(named)) = (&mut it.workout, plan.workout) {
            run.kind = named.kind;
        }
    }
}

/// The kind of a run by all that its record tells, the athlete's `heart` known; `None` where nothing does.
pub(super) fn told_kind(activity: &Activity, heart: HeartRate) -> Option<RunKind> {
    run_kind(
        &activity.title,
        activity.run_kind,
        activity.duration.map(Seconds::minutes),
        effort_of(activity, heart),
    )
}

/// The plan of a session that was never planned: its kind, its title and when it began. A run of which nothing tells the
/// kind is an easy one, as most are; the report says of how many that is so.
pub(super) fn plan_of(activity: &Activity, heart: HeartRate) -> Plan {
    let workout = match &activity.sport {
        Sport::Run => Workout::Run(RunPlan {
            kind: told_kind(activity, heart).unwrap_or_default(),
            ..RunPlan::default()
        }),
        other => other.workout(),
    };
    Plan {
        title: title_of(activity),
        start: activity.time.map_or(Start::Unset, Start::Clock),
        ..Plan::new(workout)
    }
}

/// Takes from a second record of the same training what the first did not know: the richer of both remains.
pub(super) fn fill_in(session: &mut Session, second: Log) {
    let Some(log) = &mut session.log else { return };
    log.duration = log.duration.or(second.duration);
    log.rpe = log.rpe.or(second.rpe);
    if let Some(run) = second.run {
        log.run = Some(log.run.take().unwrap_or_default().or(run));
    }
    if log.exercises.is_empty() {
        log.exercises = second.exercises;
    }
    if log.note.is_empty() {
        log.note = second.note;
    }
}
