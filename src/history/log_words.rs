//! A log in one line, to be read beside another.

use crate::domain::{ExerciseLog, Log, SetLog, Units};
use crate::notation;

/// "8.2 km, 45:30, RPE 7, Squat 60 kg × 6, heavy legs, pain: left knee, “felt good”".
pub fn log_words(log: &Log, units: Units) -> String {
    let run = log.run.clone().unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        run.distance
            .map(|distance| notation::distance(distance, units)),
    );
    parts.extend(run.moving.map(notation::clock));
    if run.moving.is_none() {
        parts.extend(log.duration.map(notation::minutes));
    }
    parts.extend(run.hr_average.map(|bpm| format!("{} bpm", bpm.0)));
    parts.extend(log.rpe.map(notation::rpe));
    parts.extend(
        log.exercises
            .iter()
            .map(|exercise| exercise_words(exercise, units)),
    );
    if log.heavy_legs {
        parts.push("heavy legs".to_owned());
    }
    for pain in &log.pains {
        let kind = if pain.sharp { "sharp pain" } else { "pain" };
        parts.push(format!("{kind}: {}", pain.place.trim()));
    }
    if !log.note.trim().is_empty() {
        parts.push(format!("“{}”", log.note.trim()));
    }
    parts.join(", ")
}

fn exercise_words(exercise: &ExerciseLog, units: Units) -> String {
    let name = if exercise.name.is_empty() {
        exercise.exercise.as_str()
    } else {
        &exercise.name
    };
    let sets: Vec<String> = exercise
        .sets
        .iter()
        .map(|set| set_words(set, units))
        .collect();
    format!("{name} {}", sets.join("; "))
}

fn set_words(set: &SetLog, units: Units) -> String {
    let load = set
        .kg
        .filter(|kg| kg.kg() != 0.0)
        .map(|kg| notation::mass(kg, units));
    let amount = match (set.reps, set.seconds) {
        (Some(reps), _) => Some(reps.to_string()),
        (None, Some(seconds)) => Some(format!("{seconds} s")),
        (None, None) => None,
    };
    let parts: Vec<String> = load.into_iter().chain(amount).collect();
    if parts.is_empty() {
        "done".to_owned()
    } else {
        parts.join(" × ")
    }
}
