//! A strength session as steps of a watch: each exercise as a set and a rest, repeated.

use crate::domain::{Athlete, LoadSpec, Prescription, Reps, Seconds, Session};
use crate::library::Library;
use crate::{load, notation};

use super::super::{tables, words};
use super::step::{Doing, StepRole, Until, WatchStep};

/// The rest between sets where the plan says none: the watch waits for the button.
pub(super) fn steps(session: &Session, athlete: &Athlete, library: &Library) -> Vec<WatchStep> {
    let mut steps = Vec::new();
    for planned in session.plan.workout.exercises() {
        let first = steps.len();
        steps.push(WatchStep::Do(set(planned, session, athlete, library)));
        let until = planned.rest.map_or(Until::Button, Until::Time);
        steps.push(WatchStep::Do(Doing::new("Rest", StepRole::Rest, until)));
        let times = planned.sets.high.max(1);
        if times > 1 {
            steps.push(WatchStep::Repeat { first, times });
        }
    }
    steps
}

fn set(planned: &Prescription, session: &Session, athlete: &Athlete, library: &Library) -> Doing {
    let units = athlete.profile.units;
    let until = match planned.reps {
        Reps::Count(count) => Until::Reps(count.high),
        Reps::Hold(count) => Until::Time(Seconds(count.high)),
        Reps::Max => Until::Button,
    };
    let kg = match &planned.load {
        LoadSpec::Percent(percent) => {
            load::percent_load(athlete, library, &planned.exercise, *percent, session.date)
                .and_then(|load| load.kilograms())
        }
        other => other.kilograms().filter(|kg| kg.kg() > 0.0),
    };
    let dose = words::dose(planned.sets, planned.reps, planned.per_side);
    let effort = planned.effort.map(notation::effort).unwrap_or_default();
    let note = planned.note.trim().to_owned();
    let load = words::load(&planned.load, units.mass);
    Doing {
        note: words::joined([dose, load, effort, note], ", "),
        exercise: Some(planned.exercise.as_str().to_owned()),
        load: kg.map(|kg| (kg, units.mass)),
        ..Doing::new(
            tables::shown_name(&planned.name, planned.exercise.as_str()),
            StepRole::Work,
            until,
        )
    }
}
