//! Sets and repetitions: `3x8`, `3 sets of 8`, `5,5,5`.

use crate::domain::{Count, Reps};

use super::super::amount::Amount;
use super::super::figures::Setting;
use super::super::lexicon::{Meaning, Unit};
use super::Reader;
use super::clauses::is_each;

/// The most sets that are believed.
const MOST_SETS: u32 = 30;

/// The most repetitions of a set.
const MOST_REPS: u32 = 300;

/// The longest that a set lasts, in seconds; more is the length of a session.
const LONGEST_SET: f64 = 600.0;

/// True for the units of length.
fn is_far(unit: Unit) -> bool {
    matches!(unit, Unit::Km | Unit::Mile | Unit::Meter | Unit::Yard)
}

impl Reader<'_, '_> {
    /// A count or a range of it, and the item behind.
    pub(super) fn count(&self, at: usize, most: u32) -> Option<(Count, usize)> {
        let low = self.fragment.count(at, 1..=most)?;
        let joins = self.fragment.is_sign(at + 1, '-')
            || matches!(self.fragment.meaning(at + 1), Some(Meaning::To));
        match self.fragment.count(at + 2, 1..=most) {
            Some(high) if joins && high > low => Some((Count::range(low, high), at + 3)),
            _ => Some((Count::exactly(low), at + 1)),
        }
    }

    /// `3x8`, `3-4 x 8-10`, `3x60s`, `3 x 1:00`, `3xmax`, `5 x 5 x 60kg`.
    pub(super) fn sets_by_reps(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        let (sets, next) = self.count(at, MOST_SETS)?;
        let next = if self.is_times(next) {
            next + 1
        } else if matches!(self.fragment.meaning(next), Some(Meaning::Sets))
            && self.is_times(next + 1)
        {
            next + 2
        } else {
            return None;
        };
        // `3x20m`: a length has no place among repetitions and stays a word to the athlete.
        if let Some((unit, after)) = self.fragment.unit(next + 1)
            && self.fragment.number(next).is_some()
            && is_far(unit)
        {
            self.dose.sets = Some(sets);
            self.dose.note = self.fragment.written(next, after).to_owned();
            return Some(after);
        }
        let (reps, mut next) = self.reps(next)?;
        self.dose.sets = Some(sets);
        self.dose.reps = Some(reps);
        if self.is_times(next)
            && let Some((load, after)) = self.load_at(next + 1)
        {
            self.dose.load = load;
            next = after;
        } else if self.is_times(next)
            && let Some((load, after)) = self.bare_load(next, next + 1)
        {
            self.dose.load = load;
            next = after;
        }
        Some(next)
    }

    /// `3 sets of 8 reps`, `3 sets`, `8 reps x 3 sets`.
    pub(super) fn sets_of_reps(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        // `AMRAP x 2`, `max x 3 sets`
        if matches!(self.fragment.meaning(at), Some(Meaning::Max)) && self.is_times(at + 1) {
            let (sets, after) = self.count(at + 2, MOST_SETS)?;
            self.dose.sets = Some(sets);
            self.dose.reps = Some(Reps::Max);
            let worded = matches!(self.fragment.meaning(after), Some(Meaning::Sets));
            return Some(after + usize::from(worded));
        }
        let (count, next) = self.count(at, MOST_SETS)?;
        if matches!(self.fragment.meaning(next), Some(Meaning::Reps)) && self.is_times(next + 1) {
            let (sets, after) = self.count(next + 2, MOST_SETS)?;
            self.dose.sets = Some(sets);
            self.dose.reps = Some(Reps::Count(count));
            let worded = matches!(self.fragment.meaning(after), Some(Meaning::Sets));
            return Some(after + usize::from(worded));
        }
        let series = matches!(self.fragment.meaning(next), Some(Meaning::Sets))
            || matches!(
                self.fragment
                    .written(next, next + 1)
                    .to_lowercase()
                    .as_str(),
                "series" | "serie" | "séries" | "série"
            );
        if !series {
            return None;
        }
        self.dose.sets = Some(count);
        let mut next = next + 1;
        while matches!(
            self.fragment.meaning(next),
            Some(Meaning::Filler | Meaning::At | Meaning::With)
        ) {
            next += 1;
        }
        match self.reps(next) {
            Some((reps, after)) if self.dose.reps.is_none() => {
                self.dose.reps = Some(reps);
                Some(after)
            }
            _ => Some(next),
        }
    }

    /// What a set asks for: `8`, `8-10`, `60s`, `1:00`, `1 min`, `max`.
    pub(super) fn reps(&mut self, at: usize) -> Option<(Reps, usize)> {
        if matches!(self.fragment.meaning(at), Some(Meaning::Max)) {
            return Some((Reps::Max, at + 1));
        }
        if let Some(found) = self.fragment.quantity(at, Setting::Recovery)
            && let Amount::Seconds(seconds) = found.amount
            && !self.is_meters(at, found.to)
        {
            if seconds > LONGEST_SET {
                return None;
            }
            let high = (seconds.round() as u32).max(1);
            let low = if found.range {
                self.fragment.number(found.from).map(|low| low as u32)
            } else {
                None
            };
            let low = low.filter(|low| *low < high && high <= 300).unwrap_or(high);
            return Some((Reps::Hold(Count::range(low, high)), found.to));
        }
        let (count, next) = self.count(at, MOST_REPS)?;
        if self
            .fragment
            .unit(next)
            .is_some_and(|(unit, _)| is_far(unit))
            && self.dose.note.is_empty()
        {
            return None;
        }
        // A number with a unit is a load or a length, not repetitions.
        if self.fragment.unit(next).is_some() || self.is_load_unit(next) {
            return None;
        }
        // 8+8 is for each side.
        if self.fragment.is_sign(next, '+')
            && self.fragment.count(next + 1, 1..=MOST_REPS) == Some(count.high)
        {
            self.dose.per_side = true;
            return Some((Reps::Count(count), next + 2));
        }
        // `3x8e`: the letter right behind the repetitions is short for each.
        if is_each(self.fragment, next) {
            self.dose.per_side = true;
            return Some((Reps::Count(count), next + 1));
        }
        let worded = matches!(self.fragment.meaning(next), Some(Meaning::Reps));
        Some((Reps::Count(count), next + usize::from(worded)))
    }

    /// `5/5/5/3`, `12,10,8`: a set for each figure.
    pub(super) fn list(&mut self, at: usize) -> Option<usize> {
        if self.dose.sets.is_some() {
            return None;
        }
        let mut figures = vec![self.fragment.count(at, 1..=MOST_REPS)?];
        let mut next = at + 1;
        while (self.fragment.is_sign(next, '/') || self.fragment.is_sign(next, '-'))
            && let Some(figure) = self.fragment.count(next + 1, 1..=MOST_REPS)
        {
            figures.push(figure);
            next += 2;
        }
        if figures.len() < 3 {
            return None;
        }
        let (low, high) = (figures.iter().min()?, figures.iter().max()?);
        self.dose.sets = Some(Count::exactly(figures.len() as u32));
        self.dose.reps = Some(Reps::Count(Count::range(*low, *high)));
        Some(next)
    }

    /// Among exercises `20m` is a length, never twenty minutes.
    fn is_meters(&self, at: usize, to: usize) -> bool {
        (at..to).any(|at| matches!(self.fragment.meaning(at), Some(Meaning::Unit(Unit::Meter))))
    }

    /// `10 push-ups`, `30s plank`, `12 reps`, `max`.
    pub(super) fn reps_alone(&mut self, at: usize) -> Option<usize> {
        if self.dose.reps.is_some() {
            return None;
        }
        let (reps, next) = self.reps(at)?;
        self.dose.reps = Some(reps);
        Some(next)
    }

    fn is_load_unit(&self, at: usize) -> bool {
        matches!(
            self.fragment.meaning(at),
            Some(Meaning::Kilogram | Meaning::Pound)
        ) || self.fragment.is_sign(at, '%')
    }
}
