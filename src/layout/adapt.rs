//! Fitting a session to a day and an athlete: other exercises, fewer sets, less time.

use crate::domain::{
    Count, DayAvailability, Equipment, Exercise, LoadSpec, LoadType, Minutes, Plan, Prescription,
    Profile, StrengthPlan, Workout,
};
use crate::library::Library;
use crate::load::duration_of;
use crate::rules::{in_stead_of, is_equipped, is_missing, shorter_strength, substitute};

/// What counts as being at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Equipping {
    /// What the day offers: the gym, unless the day says that it cannot be reached.
    #[default]
    ByDay,
    /// What the athlete owns and nothing else, gym or not.
    OwnOnly,
}

/// What was changed about a session so that it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adaptation {
    /// Another exercise for one that the day has no equipment for.
    Swapped {
        /// The exercise of the program.
        from: String,
        /// What stands in for it.
        to: String,
    },
    /// An exercise left out for want of equipment, with nothing like it at hand.
    Dropped {
        /// The exercise.
        exercise: String,
    },
    /// Fewer sets, so that it fits into the minutes.
    Shortened {
        /// As the program has it.
        from: Minutes,
        /// As it was laid out.
        to: Minutes,
    },
    /// No more than so many sets of each exercise, for the first weeks of lifting.
    FewerSets {
        /// The most sets of an exercise.
        sets: u32,
    },
}

/// True when a day has no equipment for an exercise. Where it is known what the athlete owns, a day without the gym has
/// that and no more.
pub(super) fn lacks(
    exercise: &Exercise,
    profile: &Profile,
    day: &DayAvailability,
    equipping: Equipping,
) -> bool {
    let no_gym = |equipment: &[crate::domain::Equipment]| DayAvailability::Limited {
        minutes: None,
        gym: false,
        equipment: equipment.to_vec(),
    };
    match (equipping, day) {
        (Equipping::OwnOnly, DayAvailability::Limited { equipment, .. }) => {
            !is_equipped(exercise, profile, &no_gym(equipment))
        }
        (Equipping::OwnOnly, _) => !is_equipped(exercise, profile, &no_gym(&[])),
        (
            Equipping::ByDay,
            DayAvailability::Limited {
                gym: false,
                equipment,
                ..
            },
        ) if !(profile.equipment.is_empty() && equipment.is_empty()) => {
            !is_equipped(exercise, profile, day)
        }
        (Equipping::ByDay, day) => is_missing(exercise, profile, day),
    }
}

/// True when a session can be done on a day as it is written.
pub(super) fn is_equipped_for(
    plan: &Plan,
    library: &Library,
    profile: &Profile,
    day: &DayAvailability,
    equipping: Equipping,
) -> bool {
    let doses = plan.workout.exercises().iter();
    let mut known = doses.filter_map(|dose| Some((dose, library.exercise(&dose.exercise)?)));
    !known.any(|(dose, exercise)| {
        let loaded = with_load(dose, exercise);
        lacks(loaded.as_ref().unwrap_or(exercise), profile, day, equipping)
    })
}

/// The session with what a day has at hand, and what was changed for it. `None` when nothing of it is left.
pub fn equipped(
    plan: &Plan,
    library: &Library,
    profile: &Profile,
    day: &DayAvailability,
    equipping: Equipping,
) -> Option<(Plan, Vec<Adaptation>)> {
    let Workout::Strength(strength) = &plan.workout else {
        return Some((plan.clone(), Vec::new()));
    };
    let missing = |exercise: &Exercise| lacks(exercise, profile, day, equipping);
    let cannot = |dose: &Prescription, exercise: &Exercise| {
        missing(exercise) || with_load(dose, exercise).is_some_and(|loaded| missing(&loaded))
    };
    let mut fitted = StrengthPlan {
        exercises: Vec::with_capacity(strength.exercises.len()),
        ..strength.clone()
    };
    let mut changes = Vec::new();
    for (place, dose) in strength.exercises.iter().enumerate() {
        let known = library.exercise(&dose.exercise);
        let Some(exercise) = known.filter(|exercise| cannot(dose, exercise)) else {
            fitted.exercises.push(dose.clone());
            continue;
        };
        // Skip substitutes that this session already has, before this place or after it.
        let rest = strength.exercises.iter().skip(place + 1).cloned();
        let others = StrengthPlan {
            exercises: fitted.exercises.iter().cloned().chain(rest).collect(),
            ..StrengthPlan::default()
        };
        match stand_in(library, &others, exercise, &missing) {
            Some(other) => {
                changes.push(Adaptation::Swapped {
                    from: exercise.name.clone(),
                    to: other.name.clone(),
                });
                fitted.exercises.push(taking_over(dose, other));
            }
            None => changes.push(Adaptation::Dropped {
                exercise: exercise.name.clone(),
            }),
        }
    }
    let is_emptied = fitted.exercises.is_empty() && !strength.exercises.is_empty();
    let fitted = Plan {
        workout: Workout::Strength(fitted),
        ..plan.clone()
    };
    (!is_emptied).then_some((fitted, changes))
}

/// The exercise by the ways that can carry a load, for a dose that asks for one: the body's own weight is no way to
/// lift 50 kg. `None` where the dose asks for none, or where no way of it needs a thing.
fn with_load(dose: &Prescription, exercise: &Exercise) -> Option<Exercise> {
    let is_loaded = match &dose.load {
        LoadSpec::Kg(kg) | LoadSpec::Pair(kg) => kg.kg() > 0.0,
        LoadSpec::Percent(_) => true,
        LoadSpec::Bodyweight(_) | LoadSpec::Band(_) | LoadSpec::Unset => false,
    };
    let carries = |way: &&Vec<Equipment>| way.iter().any(|item| *item != Equipment::None);
    let ways: Vec<_> = exercise.equipment.iter().filter(carries).cloned().collect();
    let is_known = is_loaded && exercise.load == LoadType::Kg && !ways.is_empty();
    (is_known && ways.len() < exercise.equipment.len()).then(|| Exercise {
        equipment: ways,
        ..exercise.clone()
    })
}

/// What takes the place of an exercise: its easier or its harder variant where one is at hand, else what is most like it.
fn stand_in<'l>(
    library: &'l Library,
    plan: &StrengthPlan,
    exercise: &Exercise,
    missing: &impl Fn(&Exercise) -> bool,
) -> Option<&'l Exercise> {
    let is_new = |other: &Exercise| plan.exercises.iter().all(|dose| dose.exercise != other.id);
    let variants = exercise.easier.iter().chain(&exercise.harder);
    let mut variants = variants.filter_map(|id| library.exercise(id));
    variants
        .find(|other| other.pattern == exercise.pattern && is_new(other) && !missing(other))
        .or_else(|| substitute(library, plan, exercise, |other| !missing(other)))
}

/// The dose of one exercise for another, with its notes left behind: they were about the one.
fn taking_over(dose: &Prescription, other: &Exercise) -> Prescription {
    Prescription {
        note: String::new(),
        ..in_stead_of(dose, other)
    }
}

/// The session with no more than `most` sets of each exercise; `None` when it has no more anyway.
pub fn with_sets(plan: &Plan, most: u32) -> Option<Plan> {
    let mut fewer = plan.clone();
    let most = most.max(1);
    let mut is_changed = false;
    for dose in fewer.workout.exercises_mut()? {
        if dose.sets.high > most {
            is_changed = true;
            dose.sets = Count::range(dose.sets.low.min(most), most);
        }
    }
    if let Some(minutes) = plan.duration.filter(|_| is_changed) {
        let sets = |plan: &Plan| -> u32 {
            let doses = plan.workout.exercises().iter();
            doses.map(|dose| dose.sets.high).sum()
        };
        let (now, before) = (sets(&fewer), sets(plan).max(1));
        let scaled = (f64::from(minutes.0) * f64::from(now) / f64::from(before)).ceil() as u32;
        // A session does not shrink below this: changing and warming up take the same time.
        fewer.duration = Some(Minutes(scaled.max(SHORTEST.min(minutes.0))));
    }
    is_changed.then_some(fewer)
}

/// The least minutes that are worth the change of clothes (source 002 begins with 10 to 15).
const SHORTEST: u32 = 10;
/// The share of a session that must be left of it: less is another session.
const LEAST_SHARE: f64 = 0.4;

/// A strength session cut to some minutes; `None` when too little of it would be left, or it is no strength session.
pub fn cut_to(plan: &Plan, minutes: u32, profile: &Profile) -> Option<(Plan, Adaptation)> {
    let takes = duration_of(plan, profile).value;
    let share = f64::from(minutes) / f64::from(takes.0.max(1));
    let is_strength = plan.strength().is_some();
    if !is_strength || minutes < SHORTEST || !(LEAST_SHARE..1.0).contains(&share) {
        return None;
    }
    let mut shorter = shorter_strength(plan, share, f64::from(takes.0));
    shorter.duration = Some(Minutes(minutes));
    let change = Adaptation::Shortened {
        from: takes,
        to: Minutes(minutes),
    };
    Some((shorter, change))
}
