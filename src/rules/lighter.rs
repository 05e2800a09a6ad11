//! Strength made lighter: fewer sets, loads that leave repetitions in reserve, hops in place of jumps.

use crate::domain::{
    Count, Demand, Effort, Exercise, ExerciseId, Kilograms, LegLoad, LoadSpec, Minutes, Plan,
    Prescription, Profile, Reps, StrengthPlan, Workout,
};
use crate::library::Library;
use crate::load::loadable::{Implement, shape_of};
use crate::load::{content_for, duration_of, leg_sets_of};

use super::lifts::lifts;

/// Repetitions in reserve of a light set.
pub(super) const LIGHT_RIR: f64 = 4.0;
/// Share of a load that a light session leaves at most.
const LIGHT_SHARE: f64 = 0.8;
/// Percent of the maximum that a light set has at most.
const LIGHT_PERCENT: f64 = 70.0;
/// Share of the sets that a light session leaves.
const LIGHT_SETS: f64 = 2.0 / 3.0;
/// Minutes that a changed duration is rounded to.
const ROUND_TO: u32 = 5;

/// A plan that is light on the legs by what it asks: fewer sets, lighter loads, repetitions in reserve, no jumps.
/// Without exercises its words say so. `None` where nothing of it would be left.
pub(super) fn lightened(
    plan: &StrengthPlan,
    library: &Library,
    profile: &Profile,
    max: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) -> Option<StrengthPlan> {
    let mut light = StrengthPlan {
        leg_load_override: None,
        ..plan.clone()
    };
    if lifts(plan, library).next().is_none() {
        light.leg_load = Some(LegLoad::Light);
        return Some(light);
    }
    for lift in lifts(plan, library) {
        if leg_sets_of(lift.dose, lift.exercise) > 0.0
            && let Some(dose) = light.exercises.get_mut(lift.place)
        {
            ease(dose, lift.exercise, profile, max);
        }
    }
    light.exercises.retain(|dose| {
        let exercise = library.exercise(&dose.exercise);
        exercise.is_none_or(|exercise| exercise.demand != Demand::Jump)
    });
    let is_light = content_for(&light, library, max).leg_load <= LegLoad::Light;
    (is_light && !light.exercises.is_empty()).then_some(light)
}

fn ease(
    dose: &mut Prescription,
    exercise: &Exercise,
    profile: &Profile,
    max: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
) {
    let sets = |sets: u32| (f64::from(sets) * LIGHT_SETS).ceil().max(1.0) as u32;
    dose.sets = Count::range(sets(dose.sets.low), sets(dose.sets.high));
    if exercise.demand == Demand::Activation {
        return;
    }
    if dose.reps == Reps::Max {
        dose.reps = exercise.dose.reps;
    }
    leave_in_reserve(dose, exercise, LIGHT_RIR, profile);
    // Lower to the share of the original load or by the reserve, whichever takes more.
    let most = max(&dose.exercise).map(|max| max.kg() * LIGHT_PERCENT / 100.0);
    lower_to(dose, exercise, most, LIGHT_PERCENT, profile);
}

/// Keeps so many repetitions in reserve, with a load that fits: the same repetitions further from the limit are done
/// with less.
pub(super) fn leave_in_reserve(
    dose: &mut Prescription,
    exercise: &Exercise,
    rir: f64,
    profile: &Profile,
) {
    let before = dose.effort.map_or(0.0, Effort::rir).max(0.0);
    let usual = match dose.effort {
        Some(_) => before,
        // Without a given effort, assume two repetitions in reserve.
        None => 2.0,
    };
    let share =
        share_for(dose.reps, usual, rir).min(if rir >= LIGHT_RIR { LIGHT_SHARE } else { 1.0 });
    dose.effort = Some(match dose.effort {
        Some(Effort::Rpe(rpe)) => Effort::Rpe(rpe.min(10.0 - rir)),
        Some(Effort::Rir(old)) => Effort::Rir(old.max(rir)),
        None => Effort::Rir(rir),
    });
    if share < 1.0 {
        scale(dose, exercise, share, profile);
    }
}

/// The share of a load at which the same repetitions leave `after` instead of `before` in reserve (Epley 1985: the
/// maximum is the load × (1 + repetitions to failure / 30)).
fn share_for(reps: Reps, before: f64, after: f64) -> f64 {
    let Reps::Count(count) = reps else { return 1.0 };
    let reps = f64::from(count.high);
    ((1.0 + (reps + before) / 30.0) / (1.0 + (reps + after) / 30.0)).min(1.0)
}

fn scale(dose: &mut Prescription, exercise: &Exercise, share: f64, profile: &Profile) {
    let down = |kg: &Kilograms| {
        let implement = Implement::of(shape_of(&dose.load), Some(exercise), profile);
        let loaded = implement.floor(kg.kg() * share);
        // If nothing that light exists, take the lightest there is.
        let lightest = implement.lightest().min(kg.kg());
        implement.spec(if loaded > 0.0 { loaded } else { lightest })
    };
    dose.load = match &dose.load {
        LoadSpec::Kg(kg) | LoadSpec::Pair(kg) => down(kg),
        LoadSpec::Bodyweight(kg) if kg.kg() > 0.0 => down(kg),
        LoadSpec::Percent(percent) => LoadSpec::Percent((percent * share + 1e-6).floor()),
        _ => return,
    };
    dose.advice = None;
}

/// Lowers a load that lies above a percentage of the maximum, where it can be told.
fn lower_to(
    dose: &mut Prescription,
    exercise: &Exercise,
    most: Option<f64>,
    percent: f64,
    profile: &Profile,
) {
    let share = match (&dose.load, most) {
        (LoadSpec::Percent(now), _) if *now > 0.0 => percent / now,
        (LoadSpec::Kg(_) | LoadSpec::Pair(_), Some(most)) => match dose.load.kilograms() {
            Some(now) if now.kg() > 0.0 => most / now.kg(),
            _ => return,
        },
        _ => return,
    };
    if share < 1.0 {
        scale(dose, exercise, share, profile);
    }
}

/// The plan with its minutes, where they are said, following what its exercises now ask: in proportion to the
/// estimates before and after, to five minutes.
pub(super) fn with_minutes_of(before: &Plan, changed: Plan, profile: &Profile) -> Plan {
    let Some(said) = before.duration else {
        return changed;
    };
    let estimate = |plan: &Plan| {
        let open = Plan {
            duration: None,
            ..plan.clone()
        };
        f64::from(duration_of(&open, profile).value.0)
    };
    let has_exercises =
        |plan: &Plan| matches!(&plan.workout, Workout::Strength(s) if !s.exercises.is_empty());
    let (old, new) = (estimate(before), estimate(&changed));
    if !has_exercises(before) || !has_exercises(&changed) || old <= 0.0 || old == new {
        return changed;
    }
    let minutes = f64::from(said.0) * new / old;
    let rounded = (minutes / f64::from(ROUND_TO)).round().max(1.0) as u32 * ROUND_TO;
    // Round by five minutes, but show a smaller change too, in its direction.
    let rounded = if new < old {
        rounded.min(said.0)
    } else {
        rounded.max(said.0)
    };
    Plan {
        duration: Some(Minutes(rounded)),
        ..changed
    }
}
