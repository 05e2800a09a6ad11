//! Figures without a unit: what they are likely to be, by their size and by where they stand.

use crate::domain::DistanceUnit;

use super::amount::Amount;
use super::figures::{Quantity, Setting, sure};
use super::items::Fragment;
use super::lexicon::Meaning;

impl Fragment<'_> {
    /// A figure without any unit: `easy 45`, `12`, `8x400`.
    pub(super) fn bare(&self, at: usize, setting: Setting) -> Option<Quantity> {
        let (from, value, range) = match (self.number(at), self.number(at + 2)) {
            (Some(low), Some(high))
                if (self.is_sign(at + 1, '-') || self.is(at + 1, &Meaning::To)) && high > low =>
            {
                (at, high, true)
            }
            (Some(value), _) => (at, value, false),
            _ => return None,
        };
        let to = if range { at + 3 } else { at + 1 };
        let percent_or_more = self.is_sign(to, '%')
            || self.is_sign(to, '/')
            || matches!(
                self.meaning(to),
                Some(
                    Meaning::Times
                        | Meaning::Sets
                        | Meaning::Reps
                        | Meaning::Rounds
                        | Meaning::Week
                        | Meaning::HeartRate
                        | Meaning::Climb
                        | Meaning::Kilogram
                        | Meaning::Pound
                        | Meaning::Strides
                )
            );
        if percent_or_more || value <= 0.0 || self.unit(to).is_some() {
            return None;
        }
        let unit = self.context.unit;
        let far = Amount::Meters(value * unit.meters());
        let minutes = Amount::Seconds(value * 60.0);
        let (amount, or, doubtful) = match setting {
            Setting::Repeat(_) => match value {
                50.0..=5000.0 if value % 50.0 == 0.0 => {
                    (Amount::Meters(value), Vec::new(), value < 100.0)
                }
                0.25..=2.0 => (far, vec![minutes], true),
                2.0..=40.0 => (minutes, vec![far], true),
                _ => return None,
            },
            Setting::Recovery => match value {
                15.0..=180.0 if value != 100.0 => {
                    (Amount::Seconds(value), vec![Amount::Meters(value)], true)
                }
                100.0..=1600.0 => (Amount::Meters(value), vec![Amount::Seconds(value)], true),
                0.5..=10.0 => (minutes, vec![far], true),
                _ => return None,
            },
            Setting::Outer => match value {
                ..=6.0 => (far, vec![minutes], true),
                ..=60.0 => (minutes, vec![far], true),
                _ => return None,
            },
            Setting::Whole => {
                let most = match unit {
                    DistanceUnit::Km => 42.5,
                    DistanceUnit::Miles => 26.5,
                };
                // From 25 km on, round figures are more often minutes.
                let round = value >= 25.0 && value % 5.0 == 0.0 && unit == DistanceUnit::Km;
                if value <= most && !round {
                    (far, vec![minutes], true)
                } else if (10.0..=360.0).contains(&value) {
                    (
                        minutes,
                        if value <= most { vec![far] } else { Vec::new() },
                        true,
                    )
                } else {
                    return None;
                }
            }
        };
        let mut found = sure(amount, from, to);
        found.range = range;
        found.bare = true;
        found.or = or;
        // In a plan whose unit is known, a small figure is that unit; what is left open is written as minutes.
        found.doubtful = doubtful;
        Some(found)
    }

    /// A plain figure as minutes.
    pub(super) fn minutes_at(&self, at: usize) -> Option<Quantity> {
        let value = self.number(at)?;
        let amount = Amount::Seconds(value * 60.0);
        amount.is_believable().then(|| sure(amount, at, at + 1))
    }
}
