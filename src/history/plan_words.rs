//! A plan in a few lines, to be read beside another.

use crate::domain::{DayPart, Plan, Prescription, Start, Units, Workout};
use crate::notation::{self, Dose, Style};

/// "Recovery run · 30 min · RPE 2", then a line for every step and exercise. `name` is what the session is called where its
/// plan does not say.
pub fn plan_words(plan: &Plan, name: &str, units: Units) -> String {
    let own = plan.title.trim();
    let title = match &plan.workout {
        _ if !own.is_empty() => own,
        Workout::Run(run) => run.kind.title(),
        _ => name.trim(),
    };
    let mut head = vec![title.to_owned()];
    head.extend(start_words(plan.start));
    head.extend(plan.duration.map(notation::minutes));
    if let Some(run) = plan.run() {
        head.extend(run.distance.map(|far| notation::distance(far, units)));
        head.extend(
            run.pace
                .map(|pace| format!("@ {}", notation::pace(pace, units))),
        );
        head.extend(run.rpe.map(notation::rpe));
    }
    let mut lines = vec![head.join(" · ")];
    if let Some(run) = plan.run() {
        let steps = run.steps.iter();
        lines.extend(steps.map(|step| notation::step(step, units, Style::Screen)));
    }
    let exercises = plan.workout.exercises().iter();
    lines.extend(exercises.map(|exercise| exercise_words(exercise, units)));
    let note = plan.note.trim();
    if !note.is_empty() {
        lines.push(format!("“{note}”"));
    }
    lines.join("\n")
}

/// "AM", "18:00".
fn start_words(start: Start) -> Option<String> {
    match start {
        Start::Unset => None,
        Start::Part(DayPart::Morning) => Some("AM".to_owned()),
        Start::Part(DayPart::Evening) => Some("PM".to_owned()),
        Start::Clock(time) => Some(time.format("%H:%M").to_string()),
    }
}

/// "Squat 4 × 6 · 62.5 kg · RIR 2".
fn exercise_words(exercise: &Prescription, units: Units) -> String {
    let name = if exercise.name.is_empty() {
        exercise.exercise.as_str()
    } else {
        &exercise.name
    };
    let dose = Dose {
        sets: exercise.sets,
        reps: exercise.reps,
        per_side: exercise.per_side,
    };
    let dose = format!("{name} {}", notation::dose(dose, Style::Screen));
    let load = notation::load(&exercise.load, units, Style::Paper);
    let effort = exercise.effort.map(notation::effort);
    let parts = [dose, load].into_iter().chain(effort);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
