//! Logging: a session as it was planned, and what a log says about how much of the session was done.

use crate::domain::{
    Athlete, Effort, ExerciseLog, Kilograms, LoadSpec, Log, Minutes, Prescription, Profile, Reps,
    RunLog, Seconds, Session, SetKind, SetLog, Status,
};
use crate::library::Library;
use crate::load;

use super::last::Last;

/// The session as done, with a log that says what the plan said: duration, exertion, distance and sets.
///
/// What the plan does not say is left out of the log, for nobody measured it; it is estimated wherever a figure is
/// needed, and follows what is typed later. Ranges count by the upper end of the sets and the lower end of the
/// repetitions; percentages become kilograms where a maximum is known. What the log holds already stays.
pub fn done_as_planned(session: &Session, athlete: &Athlete, library: &Library) -> Session {
    let mut done = session.clone();
    let plan = &session.plan;
    let rpe = load::rpe_of(plan, library);
    let distance = plan.run().and_then(|run| run.distance);

    let log = done.log.get_or_insert_with(Log::default);
    log.duration = log.duration.or(plan.duration);
    if log.rpe.is_none() && !rpe.estimated && rpe.value.value() > 0.0 {
        log.rpe = Some(rpe.value);
    }
    if let Some(distance) = distance {
        log.run
            .get_or_insert_with(RunLog::default)
            .distance
            .get_or_insert(distance);
    }
    if log.exercises.is_empty() {
        let rows = plan.workout.exercises().iter();
        log.exercises = rows
            .map(|row| exercise_done(row, session, athlete, library).into())
            .collect();
    }
    done.status = Status::Done;
    done
}

fn exercise_done(
    row: &Prescription,
    session: &Session,
    athlete: &Athlete,
    library: &Library,
) -> ExerciseLog {
    let name = if row.name.is_empty() {
        library
            .exercise(&row.exercise)
            .map(|exercise| exercise.name.clone())
            .unwrap_or_default()
    } else {
        row.name.clone()
    };
    ExerciseLog {
        exercise: row.exercise.clone(),
        name,
        sets: sets_to_do(row, session, athlete, library),
    }
}

/// The sets that a prescription asks for, as a log holds them. Advice says how many and how often where it does; a
/// load that nobody planned is that of the last time.
pub fn sets_to_do(
    row: &Prescription,
    session: &Session,
    athlete: &Athlete,
    library: &Library,
) -> Vec<SetLog> {
    let advice = row.advice.as_deref();
    let aim = advice.and_then(|advice| advice.reps);
    let (reps, seconds) = match row.reps {
        Reps::Count(count) => (Some(aim.unwrap_or(count.low)), None),
        Reps::Hold(count) => (None, Some(aim.unwrap_or(count.low))),
        Reps::Max => (None, None),
    };
    let set = SetLog {
        reps,
        seconds,
        kg: planned_load(row, session, athlete, library),
        rir: row.effort.map(Effort::rir),
        ..SetLog::default()
    };
    let mut sets = vec![set; wanted_sets(row)];
    let last = Last::of(&athlete.sessions, session, &row.exercise);
    if let Some(last) = last.filter(|_| row.load.is_unset()) {
        for (place, set) in sets.iter_mut().enumerate() {
            set.kg = set.kg.or_else(|| last.load_of(place));
        }
    }
    sets
}

/// The mass besides the body; none for plain bodyweight.
fn planned_load(
    row: &Prescription,
    session: &Session,
    athlete: &Athlete,
    library: &Library,
) -> Option<Kilograms> {
    if let LoadSpec::Percent(percent) = row.load {
        let load = load::percent_load(athlete, library, &row.exercise, percent, session.date);
        return load.and_then(|load| load.kilograms());
    }
    row.load.kilograms().filter(|kg| kg.kg() != 0.0)
}

/// The most equal sets that a log is filled with: no plan asks for more, and no slip of the pen shall.
const MOST_SETS: usize = 100;

fn wanted_sets(row: &Prescription) -> usize {
    let advised = row.advice.as_ref().and_then(|advice| advice.sets);
    (advised.unwrap_or(row.sets.high) as usize).min(MOST_SETS)
}

/// Logs the moving time of a run. The time it took follows, where it was only taken over from the plan or from the
/// moving time before and never measured.
pub fn change_moving_time(session: &mut Session, profile: &Profile, moving: Option<Seconds>) {
    let planned = load::duration_of(&session.plan, profile).value;
    let log = session.log.get_or_insert_with(Log::default);
    let mut run = log.run.take().unwrap_or_default();
    let in_minutes = |moving: Seconds| Minutes(moving.0.div_ceil(60));
    let follows = |took: Minutes| took == planned || run.moving.map(in_minutes) == Some(took);
    log.duration = log.duration.filter(|took| !follows(*took));
    run.moving = moving;
    log.run = (run != RunLog::default()).then_some(run);
}

/// What became of a session once the sets of its log changed: planned until a set was logged, in part until every
/// exercise has the sets that were planned of it, then done. What was said to be done stays so, unless sets that were
/// logged are taken away again.
pub fn status_by_sets(before: &Session, after: &Session) -> Status {
    if !has_sets(after) && !before.status.is_trained() {
        return after.status.clone();
    }
    let is_complete = has_every_set(after);
    match after.status {
        Status::Done if is_complete || !has_every_set(before) => Status::Done,
        _ if is_complete => Status::Done,
        _ => Status::Partial,
    }
}

fn has_sets(session: &Session) -> bool {
    let mut logs = session.log.iter().flat_map(|log| &log.exercises);
    logs.any(|done| done.sets.iter().any(SetLog::was_done))
}

/// True where every planned exercise has as many working sets as planned. Of a range its lower end is enough.
fn has_every_set(session: &Session) -> bool {
    let rows = session.plan.workout.exercises();
    let logs = session.log.iter().flat_map(|log| &log.exercises);
    let mut left: Vec<&ExerciseLog> = logs.map(AsRef::as_ref).collect();
    let mut is_done = |row: &Prescription| {
        let Some(at) = left.iter().position(|done| done.exercise == row.exercise) else {
            return false;
        };
        let done = left.remove(at);
        let working = done.sets.iter();
        let working = working.filter(|set| set.kind == SetKind::Working && set.was_done());
        let advised = row.advice.as_ref().and_then(|advice| advice.sets);
        let sides = if done.sets.iter().any(|set| set.side.is_some()) {
            2
        } else {
            1
        };
        working.count() >= (advised.unwrap_or(row.sets.low) * sides) as usize
    };
    !rows.is_empty() && rows.iter().all(&mut is_done)
}

#[cfg(test)]
mod tests;
