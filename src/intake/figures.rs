//! Distances and times, as people write them, and what else a figure could be.

use crate::domain::{DistanceUnit, Kind, RunKind};

use super::amount::{Amount, METERS_PER_MILE, in_unit};
use super::items::{Fragment, ItemKind};
use super::lexicon::{Meaning, Unit};
use super::scan::NumberToken;

/// Where a figure stands, which tells its likelier reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// The whole session, or a part of it.
    Whole,
    /// What is repeated so many times.
    Repeat(u32),
    /// Between repeats.
    Recovery,
    /// Warm-up or cool-down.
    Outer,
}

/// A distance or time with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    pub(super) amount: Amount,
    /// True for `8-10 km`, of which the upper end counts.
    pub(super) range: bool,
    /// The first item, and the one behind the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// True when no unit stands there.
    pub(super) bare: bool,
    /// Its other readings, where it has any.
    pub(super) or: Vec<Amount>,
    /// True when it is guessed though nothing else comes to mind.
    pub(super) doubtful: bool,
}

/// From so many metres on a way is run.
const LEAST_RUNNING_METERS: f64 = 1000.0;

impl Fragment<'_> {
    /// The distance or time that begins with this item. Figures without a unit are left to [`Self::bare`].
    pub(super) fn quantity(&self, at: usize, setting: Setting) -> Option<Quantity> {
        if let Some(Meaning::Time(seconds)) = self.meaning(at) {
            return Some(sure(Amount::Seconds(f64::from(*seconds)), at, at + 1));
        }
        let figure = self.figure(at)?;
        let found = self
            .range(at, figure, setting)
            .or_else(|| self.single(at, figure, setting))?;
        if self.is_climb(found.to) || (found.to > 0 && self.is_per(found.to)) {
            return None;
        }
        Some(found)
    }

    /// `6-8 mi`, `8 to 10 km`, `5km-6km`, `45'-60'`.
    fn range(&self, at: usize, first: NumberToken, setting: Setting) -> Option<Quantity> {
        let low = plain(first)?;
        let mut next = at + 1;
        let own_unit = self.unit(next);
        if let Some((_, after)) = own_unit {
            next = after;
        }
        let joined = self.is_sign(next, '-')
            || matches!(self.meaning(next), Some(Meaning::To | Meaning::Or))
            || matches!(self.written(next, next + 1), "a" | "à");
        let second = self.figure(next + 1).filter(|_| joined)?;
        let high = plain(second)?;
        let clocks = |figure| matches!(figure, NumberToken::Clock { .. });
        if high <= low || clocks(first) != clocks(second) {
            return None;
        }
        let mut upper = self.single(next + 1, second, setting)?;
        // Both ends have one unit: 45-60' but not 5-3 km/h.
        if let Some((unit, _)) = own_unit
            && self.unit(next + 2).is_some_and(|(other, _)| other != unit)
        {
            return None;
        }
        upper.range = true;
        upper.from = at;
        Some(upper)
    }

    fn single(&self, at: usize, figure: NumberToken, setting: Setting) -> Option<Quantity> {
        match figure {
            NumberToken::Clock { parts } => self.clock(at, parts, setting),
            NumberToken::Odd => None,
            NumberToken::Plain(value) => self.with_unit(at, value, setting),
            NumberToken::Grouped { thousands, decimal } => {
                let (unit, to) = self.unit(at + 1)?;
                let read = Some(in_unit(thousands, unit)).filter(|amount| amount.is_believable());
                let other = Some(in_unit(decimal, unit)).filter(|amount| amount.is_believable());
                let (amount, or) = match (read, other, unit) {
                    // "1,609 km" has a decimal comma: nobody plans 1 609 km or 7 500 miles.
                    (_, Some(other), Unit::Km | Unit::Mile | Unit::Hour)
                    | (None, Some(other), _) => (other, None),
                    (Some(read), other, _) => (read, other),
                    (None, None, _) => return None,
                };
                let mut found = sure(amount, at, to);
                found.doubtful = true;
                found.or = or.into_iter().collect();
                Some(found)
            }
        }
    }

    /// A number with a unit, and what may follow it: `1h15`, `1 h 15 min`, `2min30`, `1'30"`.
    fn with_unit(&self, at: usize, value: f64, setting: Setting) -> Option<Quantity> {
        let (unit, to) = self.unit(at + 1)?;
        match unit {
            Unit::Hour => {
                let minutes = self.count(to, 0..=59).map(f64::from);
                let (minutes, to) = match (minutes, self.unit(to + 1)) {
                    (Some(minutes), Some((Unit::Minute, after))) => (minutes, after),
                    (Some(minutes), None) if self.glued(to) => (minutes, to + 1),
                    _ => (0.0, to),
                };
                let amount = Amount::Seconds(value * 3600.0 + minutes * 60.0);
                amount.is_believable().then(|| sure(amount, at, to))
            }
            Unit::Minute => {
                let seconds = self.count(to, 0..=59).map(f64::from);
                let (seconds, to) = match (seconds, self.unit(to + 1)) {
                    (Some(seconds), Some((Unit::Second, after))) => (seconds, after),
                    (Some(seconds), None) if self.glued(to) => (seconds, to + 1),
                    _ => (0.0, to),
                };
                let amount = Amount::Seconds(value * 60.0 + seconds);
                amount.is_believable().then(|| sure(amount, at, to))
            }
            Unit::Meter => self.meters_or_minutes(at, value, to, setting),
            // "800s" and "1000s" are repeats of so many metres, not seconds.
            Unit::Second
                if value >= 200.0
                    && value % 100.0 == 0.0
                    && self.written(to - 1, to) == "s"
                    && self.glued(at + 1) =>
            {
                Some(sure(Amount::Meters(value), at, to))
            }
            unit => {
                let amount = in_unit(value, unit);
                amount.is_believable().then(|| sure(amount, at, to))
            }
        }
    }

    /// `m` is minutes outside repeats up to 300, and metres from 400, or in repeats from 50. A capital `M` is miles.
    fn meters_or_minutes(
        &self,
        at: usize,
        value: f64,
        to: usize,
        setting: Setting,
    ) -> Option<Quantity> {
        let written = self.written(to - 1, to);
        let meters = Amount::Meters(value);
        let minutes = Amount::Seconds(value * 60.0);
        if written.chars().count() > 1 {
            return meters.is_believable().then(|| sure(meters, at, to));
        }
        if written == "M" && value <= 40.0 {
            let mut miles = sure(Amount::Meters(value * METERS_PER_MILE), at, to);
            miles.or = vec![minutes];
            miles.doubtful = true;
            return Some(miles);
        }
        // "3 m run" in a plan in miles: nobody goes out for three minutes.
        let runs = matches!(
            self.meaning(to),
            Some(Meaning::Run | Meaning::Kind(Kind::Run(RunKind::Easy | RunKind::Long)))
        );
        let in_miles = self.context.unit == DistanceUnit::Miles && self.context.unit_known;
        if in_miles && runs && setting == Setting::Whole && value < 10.0 {
            let mut miles = sure(Amount::Meters(value * METERS_PER_MILE), at, to);
            miles.or = vec![minutes];
            miles.doubtful = true;
            return Some(miles);
        }
        let (metric, repeats) = match setting {
            Setting::Whole | Setting::Outer => (value > 300.0, 1),
            Setting::Repeat(repeats) => (value >= 50.0, repeats),
            Setting::Recovery => (value >= 50.0, 1),
        };
        // No doubt if the other reading is impossible: nobody runs 6 times 100 minutes.
        let other = match (metric, setting) {
            (true, Setting::Repeat(_)) => value * f64::from(repeats) <= 300.0,
            (true, Setting::Recovery) => false,
            (true, _) => value < 400.0,
            (false, _) => value >= 50.0,
        };
        let (amount, or) = if metric {
            (meters, minutes)
        } else {
            (minutes, meters)
        };
        if !amount.is_believable() {
            return None;
        }
        let mut found = sure(amount, at, to);
        found.doubtful = !metric || other;
        if found.doubtful && or.is_believable() {
            found.or = vec![or];
        }
        Some(found)
    }

    /// `2:45`, `90:00`, `1:15:30`, `1:30 h`, `0:45`.
    fn clock(&self, at: usize, parts: [Option<u32>; 3], setting: Setting) -> Option<Quantity> {
        let [Some(first), Some(second), third] = parts else {
            return None;
        };
        let (first, second) = (f64::from(first), f64::from(second));
        if let Some(third) = third {
            let amount = Amount::Seconds(first * 3600.0 + second * 60.0 + f64::from(third));
            return amount.is_believable().then(|| sure(amount, at, at + 1));
        }
        let long = Amount::Seconds(first * 3600.0 + second * 60.0);
        let short = Amount::Seconds(first * 60.0 + second);
        match self.unit(at + 1) {
            Some((Unit::Hour, to)) => return long.is_believable().then(|| sure(long, at, to)),
            Some((Unit::Minute | Unit::Second, to)) => {
                return short.is_believable().then(|| sure(short, at, to));
            }
            Some(_) => return None,
            None => {}
        }
        let mut found = match setting {
            Setting::Repeat(_) | Setting::Recovery => sure(short, at, at + 1),
            Setting::Whole | Setting::Outer if first <= 5.0 && setting == Setting::Whole => {
                let mut found = sure(long, at, at + 1);
                found.or = vec![short];
                found.doubtful = true;
                found
            }
            Setting::Whole | Setting::Outer => {
                let mut found = sure(short, at, at + 1);
                // From ten minutes on, hours are out of the question.
                if first < 10.0 {
                    found.or = vec![long];
                }
                found.doubtful = true;
                found
            }
        };
        found.or.retain(|amount| amount.is_believable());
        found.amount.is_believable().then_some(found)
    }

    /// Marks a quantity as read, and tells what it amounts to. The range stays in the note.
    pub(super) fn take(&mut self, found: &Quantity) -> Amount {
        if found.doubtful {
            let or: Vec<String> = found.or.iter().map(|amount| amount.words()).collect();
            let chosen = self.guess(found.from, found.to, found.amount.words(), &or);
            return chosen
                .checked_sub(1)
                .and_then(|other| found.or.get(other).copied())
                .unwrap_or(found.amount);
        }
        self.read(found.from, found.to);
        found.amount
    }

    /// The unit at this item, and the item behind it. Primes are minutes and seconds.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        if self.is_sign(at, '\'') {
            return Some(if self.is_sign(at + 1, '\'') && self.glued(at + 1) {
                (Unit::Second, at + 2)
            } else {
                (Unit::Minute, at + 1)
            });
        }
        if self.is_sign(at, '"') && self.glued(at) {
            return Some((Unit::Second, at + 1));
        }
        // "20-minute tempo", "5-K".
        if self.is_sign(at, '-') && self.glued(at) && self.glued(at + 1) {
            return match self.meaning(at + 1)? {
                Meaning::Unit(unit) => Some((*unit, at + 2)),
                _ => None,
            };
        }
        match self.meaning(at)? {
            Meaning::Unit(unit) => Some((*unit, at + 1)),
            // "u" and "h" alone can be a unit in one language and nothing in another.
            _ if matches!(self.written(at, at + 1), "h" | "H") => Some((Unit::Hour, at + 1)),
            _ => None,
        }
    }

    /// True for a distance that nobody carries a weight over.
    pub(super) fn goes_far(&self, at: usize) -> bool {
        let found = self.quantity(at, Setting::Whole);
        found.is_some_and(|found| {
            found.amount.is_distance() && found.amount.value() >= LEAST_RUNNING_METERS
        })
    }

    /// Metres uphill are no distance.
    pub(super) fn is_climb(&self, at: usize) -> bool {
        let at = self.past_fillers(at);
        // "3 h trail, 900m+"
        let is_plus = self.written(at, at + 1) == "+"
            && self.glued(at)
            && at
                .checked_sub(1)
                .is_some_and(|unit| self.is(unit, &Meaning::Unit(Unit::Meter)))
            && matches!(
                self.items.get(at + 1).map(|item| &item.kind),
                None | Some(ItemKind::Sign(_))
            );
        is_plus
            || self.is(at, &Meaning::Climb)
            || (matches!(self.written(at, at + 1), "D" | "d") && self.is_sign(at + 1, '+'))
            || matches!(
                self.written(at, at + 1),
                "hm" | "Hm" | "HM" | "hoogtemeters"
            )
    }

    /// `/km` behind a figure makes it a pace or a speed.
    fn is_per(&self, at: usize) -> bool {
        self.is_sign(at, '/')
            && matches!(
                self.meaning(at + 1),
                Some(Meaning::Unit(Unit::Km | Unit::Mile | Unit::Hour))
            )
            && self.figure(at + 2).is_none()
    }
}

/// A quantity of which there is no doubt.
pub(super) fn sure(amount: Amount, from: usize, to: usize) -> Quantity {
    Quantity {
        amount,
        range: false,
        from,
        to,
        bare: false,
        or: Vec::new(),
        doubtful: false,
    }
}

fn plain(figure: NumberToken) -> Option<f64> {
    match figure {
        NumberToken::Plain(value) => Some(value),
        NumberToken::Grouped { thousands, .. } => Some(thousands),
        NumberToken::Clock {
            parts: [Some(first), Some(second), None],
        } => Some(f64::from(first * 60 + second)),
        _ => None,
    }
}
