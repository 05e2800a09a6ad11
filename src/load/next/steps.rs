//! The loads that an athlete can put together, and the next one up or down.

use crate::domain::{Equipment, Kilograms, LoadSpec, MassUnit, Prescription, Profile};
use crate::library::Library;

use super::history::Past;

/// The most a load grows at once.
pub(super) const MOST_GROWTH: f64 = 0.05;
/// What comes off after failures.
const RELIEF: f64 = 0.10;
/// A billionth of a kilogram is no difference.
const ROUNDING: f64 = 1e-6;
/// What a pair of the smallest plates weighs for those who think in pounds.
const POUND_STEP: f64 = 5.0;

/// How the load is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One implement, or a bar with plates.
    One,
    /// Two of the same mass.
    Pair,
    /// The body, with something added or taken off.
    Body,
}

/// What is lifted, and in which steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Implement {
    pub(super) shape: Shape,
    /// Kilograms between two loads, of one implement.
    pub(super) step: f64,
}

impl Implement {
    /// As planned for next time, else as planned last, else as the equipment of the exercise suggests.
    pub(super) fn of(
        next: &Prescription,
        past: &Past,
        library: &Library,
        profile: &Profile,
    ) -> Self {
        let earlier = past.times.iter().filter_map(|time| time.planned);
        let said = std::iter::once(next)
            .chain(earlier)
            .find_map(|row| shape_of(&row.load));
        let exercise = library.exercise(&next.exercise);
        let is_bodyweight =
            exercise.is_some_and(|known| known.load == crate::domain::LoadType::Bodyweight);
        let shape = said.unwrap_or(if is_bodyweight {
            Shape::Body
        } else {
            Shape::One
        });
        let hand_held = exercise.is_some_and(|known| {
            let by_hand = |way: &Vec<Equipment>| {
                way.contains(&Equipment::Dumbbells) || way.contains(&Equipment::Kettlebell)
            };
            !known.equipment.is_empty() && known.equipment.iter().all(by_hand)
        });
        let (plates, dumbbells) = (plate_step(profile), profile.dumbbell_step.kg());
        let step = match shape {
            Shape::Pair => dumbbells,
            Shape::One if hand_held => dumbbells,
            Shape::One => plates,
            Shape::Body => plates.min(dumbbells),
        };
        // A step of nothing would offer every load there is.
        Self {
            shape,
            step: if step > ROUNDING { step } else { 0.5 },
        }
    }

    /// The mass of one implement out of the mass that was logged.
    pub(super) fn single(self, logged: Kilograms) -> f64 {
        match self.shape {
            Shape::Pair => logged.kg() / 2.0,
            Shape::One | Shape::Body => logged.kg(),
        }
    }

    /// A load as a plan says it.
    pub(super) fn spec(self, single: f64) -> LoadSpec {
        let mass = Kilograms::new(single);
        match self.shape {
            Shape::One => LoadSpec::Kg(mass),
            Shape::Pair => LoadSpec::Pair(mass),
            Shape::Body => LoadSpec::Bodyweight(mass),
        }
    }

    /// The load that is heavier by `share`, or the next one there is. `None` where that is more than 5 %.
    pub(super) fn raised(self, single: f64, share: f64) -> Option<f64> {
        let next = self.next(single);
        if next > single * (1.0 + MOST_GROWTH) + ROUNDING {
            return None;
        }
        Some(
            self.floor(single * (1.0 + share.min(MOST_GROWTH)))
                .max(next),
        )
    }

    /// The next load there is.
    pub(super) fn next(self, single: f64) -> f64 {
        ((single / self.step + ROUNDING).floor() + 1.0) * self.step
    }

    /// The load that is lighter by a tenth; the lightest there is where nothing is.
    pub(super) fn lowered(self, single: f64) -> f64 {
        let lighter = self.floor(single * (1.0 - RELIEF));
        if lighter > ROUNDING {
            lighter
        } else {
            single.min(self.step)
        }
    }

    /// The heaviest load up to this one.
    pub(super) fn floor(self, single: f64) -> f64 {
        (single / self.step + ROUNDING).floor() * self.step
    }
}

fn shape_of(load: &LoadSpec) -> Option<Shape> {
    match load {
        LoadSpec::Kg(_) => Some(Shape::One),
        LoadSpec::Pair(_) => Some(Shape::Pair),
        LoadSpec::Bodyweight(_) => Some(Shape::Body),
        LoadSpec::Percent(_) | LoadSpec::Band(_) | LoadSpec::Unset => None,
    }
}

/// The step of a bar. Nobody who thinks in pounds owns the plates that a profile begins with.
fn plate_step(profile: &Profile) -> f64 {
    let untouched = profile.plate_step == Profile::named("").plate_step;
    if profile.units.mass == MassUnit::Pounds && untouched {
        Kilograms::from_pounds(POUND_STEP).kg()
    } else {
        profile.plate_step.kg()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: Implement = Implement {
        shape: Shape::One,
        step: 2.5,
    };
    const DUMBBELLS: Implement = Implement {
        shape: Shape::Pair,
        step: 2.0,
    };

    #[test]
    fn loads_go_up_by_what_the_athlete_owns() {
        assert_eq!(BAR.raised(60.0, 0.025), Some(62.5));
        assert_eq!(BAR.raised(120.0, 0.025), Some(122.5));
        assert_eq!(BAR.raised(200.0, 0.05), Some(210.0));
        // 61 kg of odd plates: the next there is.
        assert_eq!(BAR.raised(61.0, 0.025), Some(62.5));
        assert_eq!(BAR.raised(50.0, 0.02), Some(52.5), "exactly 5 %");
    }

    #[test]
    fn a_step_over_five_percent_is_none() {
        assert_eq!(BAR.raised(40.0, 0.05), None);
        assert_eq!(DUMBBELLS.raised(12.0, 0.05), None);
        assert_eq!(DUMBBELLS.next(12.0), 14.0);
    }

    #[test]
    fn relief_takes_a_tenth_off_and_never_all() {
        assert_eq!(BAR.lowered(60.0), 52.5);
        assert_eq!(BAR.lowered(100.0), 90.0);
        assert_eq!(BAR.lowered(2.5), 2.5);
        assert_eq!(DUMBBELLS.lowered(12.0), 10.0);
    }
}
