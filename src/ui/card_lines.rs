//! The words of a card under its title.

use crate::domain::{LegLoad, LoadSpec, Plan, Prescription, Session, StepKind, Units, Workout};

use super::card_facts::CardFacts;
use super::format;
use super::view::View;

/// Lines of a card under its title: the first in plain text, the others fainter.
pub fn card_lines(plan: &Plan, facts: &CardFacts, units: Units) -> Vec<String> {
    let mut first = Vec::new();
    let mut lines = Vec::new();
    let said_duration = plan.duration.map(format::minutes);
    let about = || format!("about {}", format::minutes(facts.minutes));
    match &plan.workout {
        Workout::Run(run) => {
            first.extend(
                run.distance
                    .map(|distance| format::distance(distance, units)),
            );
            first.extend(said_duration);
            first.extend(
                run.pace
                    .map(|pace| format!("@ {}", format::pace(pace, units))),
            );
            first.extend(
                run.rpe
                    .map(|rpe| format!("RPE {}", format::number(rpe.value(), 1))),
            );
            if !run.steps.is_empty() {
                let (work, around): (Vec<_>, Vec<_>) = run
                    .steps
                    .iter()
                    .partition(|step| step.kind == StepKind::Work);
                lines.extend(work.iter().map(|step| format::step(step, units)));
                let around: Vec<_> = around
                    .iter()
                    .map(|step| format::step(step, units))
                    .collect();
                if !around.is_empty() {
                    lines.push(around.join(" · "));
                }
            }
            if first.is_empty() && lines.is_empty() {
                first.push(about());
            }
        }
        Workout::Strength(strength) => {
            first.push(said_duration.unwrap_or_else(about));
            if let Some(content) = &facts.content {
                if content.leg_load != LegLoad::None {
                    first.push(format!("legs {}", content.leg_load.word()));
                }
                if !strength.exercises.is_empty() {
                    let n = strength.exercises.len();
                    let mut line = format::plural(n, "exercise", "exercises");
                    if content.leg_load != LegLoad::None {
                        let sets = format::number(content.leg_sets, 1);
                        line = format!("{line} · {sets} leg sets");
                    }
                    lines.push(line);
                }
            }
        }
        Workout::Cross(cross) => {
            first.extend((!cross.sport.is_empty()).then(|| cross.sport.clone()));
            first.push(said_duration.unwrap_or_else(about));
        }
        Workout::Mobility(_) => first.push(said_duration.unwrap_or_else(about)),
        Workout::Rest | Workout::Note => first.extend(said_duration),
    }
    if !first.is_empty() {
        lines.insert(0, first.join(" · "));
    }
    if !plan.note.is_empty() {
        lines.push(plan.note.clone());
    }
    lines
}

/// The exercises of a session, a line each: "Squat 4 × 6 · 75 % = 62.5 kg".
pub fn exercise_lines(view: &View, session: &Session) -> Vec<String> {
    let line = |row: &Prescription| {
        let known = view.library.exercise(&row.exercise);
        let name = match known {
            _ if !row.name.is_empty() => row.name.clone(),
            Some(exercise) => exercise.name.clone(),
            None => row.exercise.to_string(),
        };
        let dosed = format!("{name} {}", format::dose(row));
        let resolved = format::resolved_load(row, view.athlete, view.library, session.date);
        match (&row.load, resolved) {
            (_, Some(resolved)) => format!("{dosed} · {resolved}"),
            (LoadSpec::Unset, None) => dosed,
            (LoadSpec::Bodyweight(added), None) if added.kg() == 0.0 => dosed,
            (load, None) => format!("{dosed} · {}", format::load(load, view.units())),
        }
    };
    let rows = session.plan.workout.exercises();
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Profile;
    use crate::library::Library;
    use crate::text;
    use crate::ui::card_facts::plan_facts;

    #[test]
    fn every_kind_of_training_says_how_long_it_takes() {
        let library = Library::shipped().unwrap();
        let anna = Profile::named("Anna");
        for word in ["easy", "intervals", "strength", "cross", "mobility"] {
            let plan = text::read(&format!("Tue {word}"), &library)
                .sessions
                .remove(0)
                .plan;
            let facts = plan_facts(&plan, &anna, &library);
            let lines = card_lines(&plan, &facts, Units::default());
            let about = format!("about {}", format::minutes(facts.minutes));
            assert!(
                lines.first().is_some_and(|line| line.contains(&about)),
                "{word}: {lines:?}"
            );
        }
    }
}
