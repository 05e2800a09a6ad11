//! The kinds a session can have, and what stays when it changes from one to another.

use crate::domain::{CrossPlan, Kind, MobilityPlan, RunKind, RunPlan, StrengthPlan, Workout};

/// Every kind with its words, in the order of the list.
pub(super) fn choices() -> Vec<(Kind, &'static str)> {
    let runs = RunKind::ALL
        .into_iter()
        .map(|run| (Kind::Run(run), run.title()));
    runs.chain([
        (Kind::Strength, "Strength"),
        (Kind::Cross, "Cross-training"),
        (Kind::Mobility, "Mobility"),
        (Kind::Rest, "Rest day"),
        (Kind::Note, "Note"),
    ])
    .collect()
}

/// The workout as one of `kind`: a run keeps its figures, exercises and exertion go along where they can.
pub(super) fn changed(workout: &Workout, kind: Kind) -> Workout {
    match (kind, workout) {
        (Kind::Run(run), Workout::Run(plan)) => Workout::Run(RunPlan {
            kind: run,
            ..plan.clone()
        }),
        (Kind::Run(run), Workout::Cross(plan)) => Workout::Run(RunPlan {
            rpe: plan.rpe,
            ..RunPlan::of(run)
        }),
        (Kind::Run(run), _) => Workout::Run(RunPlan::of(run)),
        (Kind::Strength, Workout::Strength(_))
        | (Kind::Cross, Workout::Cross(_))
        | (Kind::Mobility, Workout::Mobility(_)) => workout.clone(),
        (Kind::Strength, _) => Workout::Strength(StrengthPlan {
            exercises: workout.exercises().to_vec(),
            ..StrengthPlan::default()
        }),
        (Kind::Cross, Workout::Run(plan)) => Workout::Cross(CrossPlan {
            rpe: plan.rpe,
            ..CrossPlan::default()
        }),
        (Kind::Cross, _) => Workout::Cross(CrossPlan::default()),
        (Kind::Mobility, _) => Workout::Mobility(MobilityPlan {
            exercises: workout.exercises().to_vec(),
        }),
        (Kind::Rest, _) => Workout::Rest,
        (Kind::Note, _) => Workout::Note,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId, Meters, Prescription, Reps, Rpe};

    #[test]
    fn a_run_of_another_kind_keeps_its_figures() {
        let easy = RunPlan {
            distance: Some(Meters::from_km(10.0)),
            rpe: Some(Rpe::new(3.0)),
            ..RunPlan::of(RunKind::Easy)
        };
        let tempo = changed(&Workout::Run(easy.clone()), Kind::Run(RunKind::Tempo));
        assert_eq!(
            tempo,
            Workout::Run(RunPlan {
                kind: RunKind::Tempo,
                ..easy.clone()
            })
        );
        let Workout::Cross(cross) = changed(&Workout::Run(easy), Kind::Cross) else {
            panic!("cross")
        };
        assert_eq!(cross.rpe, Some(Rpe::new(3.0)));
    }

    #[test]
    fn exercises_go_along_between_strength_and_mobility() {
        let exercise = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(3),
            Reps::Count(Count::exactly(8)),
        );
        let strength = Workout::Strength(StrengthPlan {
            exercises: vec![exercise],
            ..StrengthPlan::default()
        });
        let mobility = changed(&strength, Kind::Mobility);
        assert_eq!(changed(&mobility, Kind::Strength), strength);
    }

    #[test]
    fn every_kind_is_offered_once_and_can_be_taken() {
        let choices = choices();
        for (kind, _) in &choices {
            assert_eq!(changed(&Workout::Note, *kind).kind(), *kind);
            assert_eq!(choices.iter().filter(|(other, _)| other == kind).count(), 1);
        }
    }
}
