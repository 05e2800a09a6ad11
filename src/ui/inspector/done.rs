//! A log filled in from the plan, for sessions that went as planned.

use crate::domain::{
    Athlete, ExerciseLog, Kilograms, LoadSpec, Log, Meters, Prescription, Reps, RunLog, Session,
    SetLog, Status,
};
use crate::library::Library;
use crate::load::{self, Estimated};

use super::last::Last;

/// The session as done, with a log that says what the plan said: duration, exertion, distance and sets.
///
/// What nobody said is estimated. Ranges count by the upper end of the sets and the lower end of the repetitions;
/// percentages become kilograms where a maximum is known. What the log holds already stays.
pub fn done_as_planned(session: &Session, athlete: &Athlete, library: &Library) -> Session {
    let profile = &athlete.profile;
    let mut done = session.clone();
    let plan = &session.plan;
    let rpe = load::rpe_of(plan, library).value;
    let duration = load::duration_of(plan, profile).value;
    let distance = load::distance_of(plan, profile).map(distance_done);

    let log = done.log.get_or_insert_with(Log::default);
    if duration.0 > 0 {
        log.duration.get_or_insert(duration);
        log.rpe.get_or_insert(rpe);
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
            .map(|row| exercise_done(row, session, athlete, library))
            .collect();
    }
    done.status = Status::Done;
    done
}

/// A distance as the log takes it: an estimate is not known to the metre.
fn distance_done(distance: Estimated<Meters>) -> Meters {
    if distance.estimated {
        Meters::new((distance.value.m() / 100.0).round() * 100.0)
    } else {
        distance.value
    }
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
        sets: sets_to_do(row, session, athlete),
    }
}

/// The sets that a prescription asks for, as a log holds them. Advice says how many and how often where it does; a
/// load that nobody planned is that of the last time.
pub(super) fn sets_to_do(row: &Prescription, session: &Session, athlete: &Athlete) -> Vec<SetLog> {
    let advice = row.advice.as_deref();
    let aim = advice.and_then(|advice| advice.reps);
    let (reps, seconds) = match row.reps {
        Reps::Count(count) => (Some(aim.unwrap_or(count.low)), None),
        Reps::Hold(count) => (None, Some(aim.unwrap_or(count.low))),
        Reps::Max => (None, None),
    };
    let planned = load_done(row, session, athlete);
    let last = Last::of(&athlete.sessions, session, &row.exercise);
    let count = advice
        .and_then(|advice| advice.sets)
        .unwrap_or(row.sets.high);
    let sets = (0..count as usize).map(|place| SetLog {
        reps,
        seconds,
        kg: planned.or_else(|| {
            last.as_ref()?
                .load_of(place)
                .filter(|_| row.load.is_unset())
        }),
        rir: row.effort.map(crate::domain::Effort::rir),
        ..SetLog::default()
    });
    sets.collect()
}

/// The mass besides the body; none for plain bodyweight.
fn load_done(row: &Prescription, session: &Session, athlete: &Athlete) -> Option<Kilograms> {
    if let LoadSpec::Percent(percent) = row.load {
        return load::percent_load(athlete, &row.exercise, percent, session.date);
    }
    row.load.kilograms().filter(|kg| kg.kg() != 0.0)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::{
        AthleteId, Count, Effort, ExerciseId, Minutes, Plan, Profile, Rpe, RunKind, RunPlan,
        SessionId, Stamp, StrengthPlan, TestedMax, Workout,
    };

    fn session(workout: Workout) -> Session {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        Session::planned(
            SessionId::from_bits(1),
            date,
            Plan::new(workout),
            Stamp::default(),
        )
    }

    fn done(session: &Session, profile: &Profile) -> Log {
        let athlete = Athlete::new(AthleteId::from_bits(1), profile.clone());
        let done = done_as_planned(session, &athlete, &Library::default());
        assert_eq!(done.status, Status::Done);
        assert_eq!(done.plan, session.plan);
        done.log.unwrap()
    }

    #[test]
    fn a_run_is_logged_as_it_was_said() {
        let mut run = RunPlan::of(RunKind::Easy);
        run.distance = Some(Meters::new(8046.72));
        run.rpe = Some(Rpe::new(3.0));
        let mut session = session(Workout::Run(run));
        session.plan.duration = Some(Minutes(45));
        let log = done(&session, &Profile::named("Anna"));
        assert_eq!(
            (log.duration, log.rpe),
            (Some(Minutes(45)), Some(Rpe::new(3.0)))
        );
        assert_eq!(log.run.unwrap().distance, Some(Meters::new(8046.72)));
    }

    #[test]
    fn sets_follow_the_prescription() {
        let mut squat = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::range(3, 4),
            Reps::Count(Count::range(5, 8)),
        );
        squat.load = LoadSpec::Pair(Kilograms::new(12.0));
        squat.effort = Some(Effort::Rpe(8.0));
        let mut plank = Prescription::new(
            ExerciseId::new("plank"),
            "Plank",
            Count::exactly(2),
            Reps::Hold(Count::range(30, 45)),
        );
        plank.load = LoadSpec::Bodyweight(Kilograms::default());
        let plan = StrengthPlan {
            exercises: vec![squat, plank],
            ..StrengthPlan::default()
        };
        let log = done(&session(Workout::Strength(plan)), &Profile::named("Anna"));
        let squat = &log.exercises[0];
        assert_eq!(squat.sets.len(), 4);
        let set = squat.sets[0];
        assert_eq!(
            (set.reps, set.kg, set.rir),
            (Some(5), Some(Kilograms::new(24.0)), Some(2.0))
        );
        let plank = log.exercises[1].sets[0];
        assert_eq!((plank.seconds, plank.kg, plank.rir), (Some(30), None, None));
    }

    #[test]
    fn a_percentage_needs_a_tested_maximum() {
        let mut row = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(1),
            Reps::Max,
        );
        row.load = LoadSpec::Percent(75.0);
        let plan = StrengthPlan {
            exercises: vec![row],
            ..StrengthPlan::default()
        };
        let session = session(Workout::Strength(plan));
        let mut profile = Profile::named("Anna");
        assert_eq!(done(&session, &profile).exercises[0].sets[0].kg, None);
        let tested = TestedMax {
            exercise: ExerciseId::new("squat"),
            kg: Kilograms::new(95.0),
            date: session.date,
        };
        profile.tested_maxes.push(tested);
        assert_eq!(
            done(&session, &profile).exercises[0].sets[0].kg,
            Some(Kilograms::new(72.5))
        );
    }

    #[test]
    fn what_was_logged_already_stays() {
        let mut session = session(Workout::Run(RunPlan::of(RunKind::Easy)));
        session.log = Some(Log {
            rpe: Some(Rpe::new(7.0)),
            ..Log::default()
        });
        assert_eq!(
            done(&session, &Profile::named("Anna")).rpe,
            Some(Rpe::new(7.0))
        );
    }
}
