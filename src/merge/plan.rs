//! The planned half of a session.

use crate::domain::{CrossPlan, MobilityPlan, Plan, Prescription, RunPlan, StrengthPlan, Workout};

use super::fields::by_field;
use super::judge::Judge;
use super::list;

/// Merges three versions of a plan.
pub(super) fn plan(judge: &mut Judge, base: Option<&Plan>, ours: &Plan, theirs: &Plan) -> Plan {
    by_field!(Plan, judge, base, ours, theirs;
        title, start, duration, key, workout: workout, note: Judge::lines,
    )
}

/// Two workouts of one kind are merged by field; of two kinds one stands, and the other is kept beside it.
fn workout(judge: &mut Judge, base: Option<&Workout>, ours: &Workout, theirs: &Workout) -> Workout {
    match (ours, theirs) {
        (Workout::Run(ours), Workout::Run(theirs)) => {
            let base = base.and_then(|base| match base {
                Workout::Run(run) => Some(run),
                _ => None,
            });
            Workout::Run(run(judge, base, ours, theirs))
        }
        (Workout::Strength(ours), Workout::Strength(theirs)) => {
            let base = base.and_then(|base| match base {
                Workout::Strength(plan) => Some(plan),
                _ => None,
            });
            Workout::Strength(strength(judge, base, ours, theirs))
        }
        (Workout::Cross(ours), Workout::Cross(theirs)) => {
            let base = base.and_then(|base| match base {
                Workout::Cross(plan) => Some(plan),
                _ => None,
            });
            Workout::Cross(by_field!(CrossPlan, judge, base, ours, theirs; sport, rpe))
        }
        (Workout::Mobility(ours), Workout::Mobility(theirs)) => {
            let base = base.and_then(|base| match base {
                Workout::Mobility(plan) => Some(plan),
                _ => None,
            });
            Workout::Mobility(by_field!(MobilityPlan, judge, base, ours, theirs; exercises: doses))
        }
        _ => judge.content(base, ours, theirs),
    }
}

fn run(judge: &mut Judge, base: Option<&RunPlan>, ours: &RunPlan, theirs: &RunPlan) -> RunPlan {
    by_field!(RunPlan, judge, base, ours, theirs;
        kind, distance, rpe, pace, steps: Judge::content, warm,
    )
}

fn strength(
    judge: &mut Judge,
    base: Option<&StrengthPlan>,
    ours: &StrengthPlan,
    theirs: &StrengthPlan,
) -> StrengthPlan {
    by_field!(StrengthPlan, judge, base, ours, theirs;
        exercises: doses, region, leg_load, region_override, leg_load_override, circuit,
    )
}

fn doses(
    judge: &mut Judge,
    base: Option<&Vec<Prescription>>,
    ours: &Vec<Prescription>,
    theirs: &Vec<Prescription>,
) -> Vec<Prescription> {
    let base = base.map(Vec::as_slice).unwrap_or_default();
    let key = |dose: &Prescription| dose.exercise.clone();
    list::merged(base, ours, theirs, key, |base, ours, theirs| {
        dose(judge, base, ours, theirs)
    })
}

fn dose(
    judge: &mut Judge,
    base: Option<&Prescription>,
    ours: &Prescription,
    theirs: &Prescription,
) -> Prescription {
    by_field!(Prescription, judge, base, ours, theirs;
        exercise, name, sets, reps, per_side, load, load_by, effort, tempo, rest, superset,
        note: Judge::lines, advice,
    )
}
