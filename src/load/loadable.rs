//! What can be loaded: the loads that an athlete can put together with a bar and plates, dumbbells or the body, and the
//! next ones up and down. Percentages, next loads, loads made for another athlete and the checker's steps all go by it,
//! so that the same load stands on the screen, on paper and in a calendar.

use crate::domain::{
    Equipment, Exercise, Kilograms, LoadSpec, LoadType, MassUnit, Profile, usual_bar,
};

/// The most a load grows at once.
pub(super) const MOST_GROWTH: f64 = 0.05;
/// What a load is lowered by after failures.
const RELIEF: f64 = 0.10;
/// A billionth of a kilogram is no difference.
const ROUNDING: f64 = 1e-6;
/// What a pair of the smallest plates weighs, and what dumbbells differ by, for those who think in pounds.
const POUND_STEP: f64 = 5.0;
/// The step where a profile says none: a step of nothing would offer every load there is.
const LEAST_STEP: f64 = 0.5;

/// How the load is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One implement, or a bar with plates.
    One,
    /// Two of the same mass.
    Pair,
    /// The body, with something added or taken off.
    Body,
}

/// What is lifted, and in which steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Implement<'p> {
    /// How it is held.
    pub shape: Shape,
    /// Kilograms between two loads, of one implement.
    pub step: f64,
    /// Kilograms of the bar that the steps are counted from; nothing where there is none.
    pub bar: f64,
    /// The only dumbbells there are, in any order; empty where there is one at each step.
    pub rack: &'p [Kilograms],
}

/// The step of a bar, a pair of the smallest plates. Nobody who thinks in pounds owns the plates that a profile begins
/// with.
pub fn plate_step(profile: &Profile) -> Kilograms {
    own_step(profile, profile.plate_step, Profile::USUAL_PLATE_STEP)
}

/// The bar that the steps are counted from: the athlete's own, or the usual one of their unit.
pub fn bar(profile: &Profile) -> Kilograms {
    profile.bar.unwrap_or_else(|| usual_bar(profile.units.mass))
}

/// The step between dumbbells, of one; in pounds where the athlete thinks in pounds and chose none.
pub fn dumbbell_step(profile: &Profile) -> Kilograms {
    own_step(profile, profile.dumbbell_step, Profile::USUAL_DUMBBELL_STEP)
}

fn own_step(profile: &Profile, chosen: Kilograms, usual: Kilograms) -> Kilograms {
    if profile.units.mass == MassUnit::Pounds && chosen == usual {
        Kilograms::from_pounds(POUND_STEP)
    } else if chosen.kg() > ROUNDING {
        chosen
    } else {
        Kilograms::new(LEAST_STEP)
    }
}

/// How a load is held, as far as it says so itself.
pub fn shape_of(load: &LoadSpec) -> Option<Shape> {
    match load {
        LoadSpec::Kg(_) => Some(Shape::One),
        LoadSpec::Pair(_) => Some(Shape::Pair),
        LoadSpec::Bodyweight(_) => Some(Shape::Body),
        LoadSpec::Percent(_) | LoadSpec::Band(_) | LoadSpec::Unset => None,
    }
}

impl<'p> Implement<'p> {
    /// What an athlete lifts in an exercise, held as said; where nobody said, as the exercise is loaded.
    pub fn of(said: Option<Shape>, exercise: Option<&Exercise>, profile: &'p Profile) -> Self {
        let is_bodyweight = exercise.is_some_and(|known| known.load == LoadType::Bodyweight);
        let shape = said.unwrap_or(if is_bodyweight {
            Shape::Body
        } else {
            Shape::One
        });
        let with_plates = exercise.is_none_or(takes_plates);
        let with_bar = exercise.is_some_and(takes_bar);
        let (plates, dumbbells) = (plate_step(profile).kg(), dumbbell_step(profile).kg());
        let step = match shape {
            Shape::One if with_plates => plates,
            Shape::Pair | Shape::One => dumbbells,
            Shape::Body => plates.min(dumbbells),
        };
        let bar = if shape == Shape::One && with_bar {
            bar(profile).kg()
        } else {
            0.0
        };
        let rack = match shape {
            Shape::Pair => profile.dumbbells.as_slice(),
            Shape::One if !with_plates => profile.dumbbells.as_slice(),
            Shape::One | Shape::Body => &[],
        };
        Self {
            shape,
            step,
            bar,
            rack,
        }
    }

    /// The mass of one implement out of the mass that was logged.
    pub fn single(self, logged: Kilograms) -> f64 {
        match self.shape {
            Shape::Pair => logged.kg() / 2.0,
            Shape::One | Shape::Body => logged.kg(),
        }
    }

    /// A load of one implement as a plan says it.
    pub fn spec(self, single: f64) -> LoadSpec {
        let mass = Kilograms::new(single);
        match self.shape {
            Shape::One => LoadSpec::Kg(mass),
            Shape::Pair => LoadSpec::Pair(mass),
            Shape::Body => LoadSpec::Bodyweight(mass),
        }
    }

    /// How many of it are held: what one of them weighs counts so often.
    pub fn hands(self) -> f64 {
        match self.shape {
            Shape::Pair => 2.0,
            Shape::One | Shape::Body => 1.0,
        }
    }

    /// The load nearest to this one, the heavier of two that are equally near; the lightest there is for less.
    pub fn nearest(self, single: f64) -> f64 {
        let (below, above) = (self.floor(single), self.next(single));
        let nearest = if single - below < above - single - ROUNDING {
            below
        } else {
            above
        };
        if single > 0.0 && nearest <= ROUNDING {
            self.lightest()
        } else {
            nearest
        }
    }

    /// The load that is heavier by `share`, or the next one there is. `None` where that is more than 5 %, and where
    /// nothing is heavier.
    pub fn raised(self, single: f64, share: f64) -> Option<f64> {
        let next = self.next(single);
        if next > single * (1.0 + MOST_GROWTH) + ROUNDING || next <= single + ROUNDING {
            return None;
        }
        Some(
            self.floor(single * (1.0 + share.min(MOST_GROWTH)))
                .max(next),
        )
    }

    /// The next load there is; the heaviest of all where nothing is heavier.
    pub fn next(self, single: f64) -> f64 {
        if !self.rack.is_empty() {
            let heavier = self.dumbbells().filter(|kg| *kg > single + ROUNDING);
            let next = heavier.reduce(f64::min);
            return next.unwrap_or_else(|| self.dumbbells().fold(0.0, f64::max));
        }
        let from = self.counted_from(single);
        let next = from + ((single - from) / self.step + ROUNDING).floor() * self.step + self.step;
        // The empty bar is a possible load too.
        if single < self.bar - ROUNDING {
            next.min(self.bar)
        } else {
            next
        }
    }

    /// The load that is lighter by a tenth; the lightest there is where nothing is.
    pub fn lowered(self, single: f64) -> f64 {
        let lighter = self.floor(single * (1.0 - RELIEF));
        if lighter > ROUNDING {
            lighter
        } else {
            single.min(self.lightest())
        }
    }

    /// The heaviest load up to this one; nothing where even the lightest is heavier.
    pub fn floor(self, single: f64) -> f64 {
        if !self.rack.is_empty() {
            let up_to = self.dumbbells().filter(|kg| *kg <= single + ROUNDING);
            return up_to.fold(0.0, f64::max);
        }
        let from = self.counted_from(single);
        from + ((single - from) / self.step + ROUNDING).floor() * self.step
    }

    /// The lightest load there is.
    pub fn lightest(self) -> f64 {
        self.dumbbells().reduce(f64::min).unwrap_or(self.step)
    }

    /// The smallest step up from a load, of one implement.
    pub fn step_from(self, single: f64) -> f64 {
        let gap = self.next(single) - self.floor(single);
        if self.rack.is_empty() || gap <= ROUNDING {
            self.step
        } else {
            gap
        }
    }

    fn dumbbells(self) -> impl Iterator<Item = f64> + use<'p> {
        let kilograms = self.rack.iter().map(|mass| mass.kg());
        kilograms.filter(|kg| *kg > ROUNDING)
    }

    /// Steps are counted from the bar; under its mass, where another implement has to do, from nothing.
    fn counted_from(self, single: f64) -> f64 {
        if single >= self.bar - ROUNDING {
            self.bar
        } else {
            0.0
        }
    }
}

/// What a share of a maximum comes to: the load nearest to it that can be put together. The maximum is of all that is
/// held, as it was logged.
pub fn share_of_max(max: Kilograms, percent: f64, implement: Implement) -> LoadSpec {
    let exact = implement.single(Kilograms::new(max.kg() * percent / 100.0));
    implement.spec(implement.nearest(exact))
}

/// The load that can be put together nearest to one that was worked out; others than masses stay as they are.
pub fn nearest_load(load: &LoadSpec, exercise: Option<&Exercise>, profile: &Profile) -> LoadSpec {
    let implement = Implement::of(shape_of(load), exercise, profile);
    match load {
        LoadSpec::Kg(kg) | LoadSpec::Pair(kg) | LoadSpec::Bodyweight(kg) if kg.kg() > 0.0 => {
            implement.spec(implement.nearest(kg.kg()))
        }
        _ => load.clone(),
    }
}

/// True where one way of doing an exercise takes a bar, a machine or a cable: what has plates or a stack.
fn takes_plates(exercise: &Exercise) -> bool {
    let mut items = exercise.equipment.iter().flatten();
    items.any(|item| item.needs_gym() && *item != Equipment::Bench)
}

/// True where the usual way of doing an exercise, which stands first, takes a bar.
fn takes_bar(exercise: &Exercise) -> bool {
    let usual = exercise.equipment.first();
    usual.is_some_and(|way| way.contains(&Equipment::Barbell))
}

#[cfg(test)]
mod tests;
