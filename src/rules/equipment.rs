//! What is at hand on a day, and what to take instead of an exercise.

use crate::domain::{DayAvailability, Demand, Equipment, Exercise, Profile, StrengthPlan};
use crate::library::Library;

/// True when an exercise needs what the day lacks. A day without the gym lacks what a home seldom has, unless the
/// athlete owns it or it is said to be at hand.
pub fn is_missing(exercise: &Exercise, profile: &Profile, day: &DayAvailability) -> bool {
    let DayAvailability::Limited {
        gym: false,
        equipment,
        ..
    } = day
    else {
        return false;
    };
    let at_hand = |item: &Equipment| {
        !item.needs_gym() || profile.equipment.contains(item) || equipment.contains(item)
    };
    !can_be_done(exercise, at_hand)
}

/// True when a day lacks what one of a plan's exercises needs.
pub(super) fn is_lacking(
    plan: &StrengthPlan,
    library: &Library,
    profile: &Profile,
    day: &DayAvailability,
) -> bool {
    let exercises = plan.exercises.iter();
    let mut known = exercises.filter_map(|dose| library.exercise(&dose.exercise));
    known.any(|exercise| is_missing(exercise, profile, day))
}

/// True when the athlete certainly has what an exercise needs: it needs nothing, they own it, or it is at hand. Where
/// nobody said what they own, the gym has it all.
pub fn is_equipped(exercise: &Exercise, profile: &Profile, day: &DayAvailability) -> bool {
    let (gym, listed): (bool, &[Equipment]) = match day {
        DayAvailability::Free => (true, &[]),
        DayAvailability::Unavailable => return false,
        DayAvailability::Limited { gym, equipment, .. } => (*gym, equipment),
    };
    let anything = gym && profile.equipment.is_empty();
    let at_hand = |item: &Equipment| {
        anything
            || *item == Equipment::None
            || profile.equipment.contains(item)
            || listed.contains(item)
    };
    can_be_done(exercise, at_hand)
}

fn can_be_done(exercise: &Exercise, at_hand: impl Fn(&Equipment) -> bool) -> bool {
    let ways = &exercise.equipment;
    ways.is_empty() || ways.iter().any(|way| way.iter().all(&at_hand))
}

/// The exercise most like another that fits and that the plan does not have yet: the same movement counts more than
/// shared muscles, and of equals the variant that the library calls easier comes first. Jumps stand in for jumps alone.
pub fn substitute<'l>(
    library: &'l Library,
    plan: &StrengthPlan,
    instead_of: &Exercise,
    fits: impl Fn(&Exercise) -> bool,
) -> Option<&'l Exercise> {
    let is_new = |other: &Exercise| {
        other.id != instead_of.id && !plan.exercises.iter().any(|dose| dose.exercise == other.id)
    };
    let suits = |other: &Exercise| {
        other.region == instead_of.region
            && (other.demand == Demand::Jump) == (instead_of.demand == Demand::Jump)
    };
    // `max_by_key` takes the last of equals, so go backwards to get the first in display order.
    let all = library.exercises().iter().rev();
    all.filter(|other| is_new(other) && suits(other) && fits(other))
        .map(|other| (likeness(other, instead_of), other))
        .filter(|(likeness, _)| *likeness >= SHARED_MUSCLE)
        .max_by_key(|(likeness, _)| *likeness)
        .map(|(_, other)| other)
}

/// What makes exercises alike, by weight.
const SAME_PATTERN: usize = 16;
const SHARED_MUSCLE: usize = 4;
const EASIER: usize = 2;
const SAME_SIDES: usize = 1;

fn likeness(other: &Exercise, exercise: &Exercise) -> usize {
    let weigh = |holds: bool, weight: usize| if holds { weight } else { 0 };
    let muscles = other.primary.iter();
    let shared = muscles.filter(|muscle| exercise.primary.contains(muscle));
    weigh(other.pattern == exercise.pattern, SAME_PATTERN)
        + shared.count() * SHARED_MUSCLE
        + weigh(exercise.easier.as_ref() == Some(&other.id), EASIER)
        + weigh(other.single_side == exercise.single_side, SAME_SIDES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ExerciseId;

    fn no_gym(equipment: &[Equipment]) -> DayAvailability {
        DayAvailability::Limited {
            minutes: None,
            gym: false,
            equipment: equipment.to_vec(),
        }
    }

    #[test]
    fn a_day_without_the_gym_lacks_what_a_home_seldom_has() {
        let library = Library::shipped().unwrap();
        let of = |id: &str| library.exercise(&ExerciseId::new(id)).unwrap();
        let mut profile = Profile::named("Anna");
        let day = no_gym(&[]);
        assert!(is_missing(of("deadlift"), &profile, &day));
        assert!(!is_missing(
            of("deadlift"),
            &profile,
            &DayAvailability::Free
        ));
        assert!(!is_missing(of("goblet-squat"), &profile, &day));
        assert!(!is_missing(
            of("deadlift"),
            &profile,
            &no_gym(&[Equipment::Barbell])
        ));
        profile.equipment = vec![Equipment::Barbell];
        assert!(!is_missing(of("deadlift"), &profile, &day));
        assert!(is_missing(of("leg-press"), &profile, &day));
    }

    #[test]
    fn the_same_movement_stands_in() {
        let library = Library::shipped().unwrap();
        let of = |id: &str| library.exercise(&ExerciseId::new(id)).unwrap();
        let profile = Profile::named("Anna");
        let stand_in = |id: &str| {
            let fits = |other: &Exercise| !is_missing(other, &profile, &no_gym(&[]));
            let plan = StrengthPlan::default();
            substitute(&library, &plan, of(id), fits).map(|other| other.pattern)
        };
        for id in ["deadlift", "leg-press", "lat-pulldown", "hip-thrust"] {
            assert_eq!(stand_in(id), Some(of(id).pattern), "{id}");
        }
    }
}
