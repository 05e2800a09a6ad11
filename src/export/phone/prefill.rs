//! The fields of a set, filled with what is planned and, where the plan leaves it open, with what was done last time.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    Athlete, Count, DateStyle, Exercise, ExerciseId, ExerciseLog, Kilograms, LoadSpec, MassUnit,
    Prescription, Reps, Session, SetKind, SetLog,
};
use crate::export::tables::{MOST_BLANKS, sets_in_words};
use crate::export::words;
use crate::library::Library;
use crate::load;
use crate::notation::mass_in;

/// What is counted of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Measure {
    /// Repetitions, and what was lifted.
    Load,
    /// Repetitions.
    Reps,
    /// Seconds.
    Seconds,
}

impl Measure {
    /// What is counted of a planned exercise. Of one that is held as long as possible, the seconds.
    pub(super) fn of(planned: &Prescription, library: &Library) -> Self {
        let known = library.exercise(&planned.exercise);
        let is_held = known.is_some_and(Exercise::is_held);
        match (planned.reps, &planned.load) {
            (Reps::Hold(_), _) => Self::Seconds,
            (Reps::Max, _) if is_held => Self::Seconds,
            (_, LoadSpec::Band(_)) => Self::Reps,
            (_, LoadSpec::Bodyweight(kg)) if kg.kg() == 0.0 => Self::Reps,
            _ => Self::Load,
        }
    }
}

/// The fields of a set, as the athlete would write them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub(super) struct SetFields {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) reps: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) seconds: String,
    /// In the athlete's unit; of one implement where there are two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) load: String,
}

/// What was done of an exercise the last time before a session.
pub(super) struct LastTime<'a> {
    date: NaiveDate,
    log: &'a ExerciseLog,
}

impl<'a> LastTime<'a> {
    /// The last trained session before this one that has the exercise in its log.
    pub(super) fn before(
        session: &Session,
        exercise: &ExerciseId,
        athlete: &'a Athlete,
    ) -> Option<Self> {
        let before = athlete.sessions.between(NaiveDate::MIN, session.date);
        let mut logs = before.iter().rev().filter_map(|other| {
            let log = other.log.as_ref()?;
            let earlier = other.date < session.date && other.status.is_trained();
            let log = log.exercises.iter().find(|log| log.exercise == *exercise)?;
            earlier.then_some(LastTime {
                date: other.date,
                log,
            })
        });
        logs.next()
    }

    /// "Last time, 20 November: 60 kg × 6; 60 kg × 6".
    pub(super) fn in_words(&self, unit: MassUnit, dates: DateStyle) -> String {
        let sets = words::joined(sets_in_words(self.log, unit), "; ");
        format!("Last time, {}: {sets}", dates.long_day_month(self.date))
    }

    /// The working set at a place, or the last one where there were fewer.
    fn set(&self, place: usize) -> Option<&'a SetLog> {
        let mut working = self.log.sets.iter();
        let working: Vec<_> = working
            .by_ref()
            .filter(|set| set.kind == SetKind::Working)
            .collect();
        working.get(place).or(working.last()).copied()
    }
}

/// The fields of the sets of a planned exercise.
pub(super) fn set_fields(
    planned: &Prescription,
    measure: Measure,
    last: Option<&LastTime<'_>>,
    date: NaiveDate,
    athlete: &Athlete,
    library: &Library,
) -> Vec<SetFields> {
    let loaded = match planned.load {
        LoadSpec::Percent(percent) => {
            load::percent_load(athlete, library, &planned.exercise, percent, date)
        }
        _ => Some(planned.load.clone()),
    };
    let planned_load = match loaded {
        Some(LoadSpec::Kg(kg) | LoadSpec::Pair(kg) | LoadSpec::Bodyweight(kg)) => Some(kg),
        _ => None,
    };
    let sets = planned.sets.high.clamp(1, MOST_BLANKS) as usize;
    (0..sets)
        .map(|place| {
            let last = last.and_then(|last| last.set(place));
            let load = planned_load.or_else(|| last?.kg);
            let unit = athlete.profile.units.mass;
            match (measure, planned.reps) {
                (Measure::Seconds, reps) => SetFields {
                    seconds: count(asked(reps), last.and_then(|last| last.seconds)),
                    load: load
                        .filter(|kg| kg.kg() != 0.0)
                        .map_or_else(String::new, |kg| mass(kg, unit)),
                    ..SetFields::default()
                },
                (Measure::Load | Measure::Reps, reps) => SetFields {
                    reps: count(asked(reps), last.and_then(|last| last.reps)),
                    load: match measure {
                        Measure::Load => load.map_or_else(String::new, |kg| mass(kg, unit)),
                        Measure::Reps | Measure::Seconds => String::new(),
                    },
                    ..SetFields::default()
                },
            }
        })
        .collect()
}

/// How many repetitions or seconds are asked for; none where it is as many as possible.
fn asked(reps: Reps) -> Option<Count> {
    match reps {
        Reps::Count(asked) | Reps::Hold(asked) => Some(asked),
        Reps::Max => None,
    }
}

/// What was done last time as far as it lies in what is asked for; without a last time the least that is asked for.
fn count(asked: Option<Count>, last: Option<u32>) -> String {
    let count = match (asked, last) {
        (Some(asked), Some(last)) => Some(last.clamp(asked.low, asked.high.max(asked.low))),
        (Some(asked), None) => Some(asked.low),
        (None, last) => last,
    };
    count.map_or_else(String::new, |count| count.to_string())
}

fn mass(kg: Kilograms, unit: MassUnit) -> String {
    let decimals = match unit {
        MassUnit::Kg => 2,
        MassUnit::Pounds => 1,
    };
    words::number(mass_in(kg, unit), decimals)
}
