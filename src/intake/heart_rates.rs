//! Aims by the heart: zones, bands, and what it is to stay under.

use crate::domain::{Bpm, HeartRateRange, NamedPace, PaceName, Target};

use super::items::Fragment;
use super::lexicon::{Meaning, Unit};
use super::paces::Aim;

/// Words before a heart rate that is not to be passed, in the six languages.
const UNDER: &[&str] = &[
    "under",
    "below",
    "lower",
    "less",
    "unter",
    "unterhalb",
    "weniger",
    "bis",
    "maximal",
    "onder",
    "maximaal",
    "minder",
    "lager",
    "sous",
    "moins",
    "bajo",
    "menos",
    "debajo",
    "por debajo de",
    "inferior",
    "sotto",
    "meno",
    "inferiore",
    "max",
];

/// Two words that together say the same: "not above", "nicht über".
const NOT: &[&str] = &["not", "no", "never", "nicht", "nie", "niet", "pas", "non"];
const OVER: &[&str] = &[
    "above", "over", "higher", "more", "beyond", "über", "ueber", "höher", "boven", "hoger", "más",
    "oltre",
];

/// Small words behind those: "menos de", "lower than".
const THAN: &[&str] = &["de", "di", "of", "than", "als", "dan", "von", "a"];

/// Heart rates that somebody runs at, in beats a minute.
const HEART_RATES: std::ops::RangeInclusive<f64> = 60.0..=230.0;

impl Fragment<'_> {
    /// `Z2`, `zone 2-3`, `140-150 bpm`, `HR 140-150`, `<140 bpm`, `HR under 145`, `75-80% max HR`, `75 % FCM`.
    pub(super) fn heart(&self, at: usize) -> Option<Aim> {
        if self.is(at, &Meaning::Zone) {
            let low = self.count(at + 1, 1..=5)? as u8;
            let again = if self.is(at + 3, &Meaning::Zone) {
                4
            } else {
                3
            };
            let high = self.count(at + again, 1..=5).filter(|high| {
                *high > u32::from(low) && (self.is_sign(at + 2, '-') || self.is_sign(at + 2, '/'))
            });
            return Some(match high {
                // Two zones together are a band of the highest heart rate.
                Some(high) => {
                    let name = PaceName::HeartRate(40 + 10 * low, 50 + 10 * high as u8);
                    Aim::sure(Target::Named(NamedPace::of(name)), at + again + 1)
                }
                None => Aim::sure(Target::Named(NamedPace::of(PaceName::Zone(low))), at + 2),
            });
        }
        let leading = self.is(at, &Meaning::HeartRate) || self.is_hr(at);
        let mut figure = at + usize::from(leading);
        if leading && self.is_sign(figure, ':') {
            figure += 1;
        }
        let bound = self.under(figure).filter(|_| figure > at || !leading);
        figure = bound.unwrap_or(figure);
        let low = self.number(figure)?;
        let (high, mut to) = match self.number(figure + 2) {
            Some(high) if self.is_sign(figure + 1, '-') && high >= low => (high, figure + 3),
            _ => (low, figure + 1),
        };
        if self.is_sign(to, '%') {
            to = self.past_fillers(to + 1);
            let behind = self.is(to, &Meaning::HeartRate);
            let fits = (40.0..=100.0).contains(&low) && (low..=100.0).contains(&high);
            let name = PaceName::HeartRate(low as u8, high as u8);
            return ((behind || leading) && fits).then(|| {
                Aim::sure(
                    Target::Named(NamedPace::of(name)),
                    if behind { to + 1 } else { to },
                )
            });
        }
        let behind = self.is(to, &Meaning::HeartRate);
        let fits = HEART_RATES.contains(&low) && (low..=230.0).contains(&high);
        let is_highest = leading && self.written(at, at + 1).to_lowercase().contains("max");
        let is_bound = bound.is_some() || is_highest || self.is_sign(at.wrapping_sub(1), '<');
        ((behind || leading) && fits && low.fract() == 0.0).then(|| {
            let (low, high) = (Bpm(low as u16), Bpm(high as u16));
            let range = if is_bound {
                HeartRateRange::up_to(high)
            } else {
                HeartRateRange { low, high }
            };
            Aim::sure(Target::HeartRate(range), if behind { to + 1 } else { to })
        })
    }

    /// "HR" before a heart rate; behind a figure it is hours.
    fn is_hr(&self, at: usize) -> bool {
        let is_written = self.is(at, &Meaning::Unit(Unit::Hour))
            && self.written(at, at + 1).eq_ignore_ascii_case("hr");
        let behind_figure = at > 0 && self.figure(at - 1).is_some();
        let figure = self.under(at + 1).unwrap_or(at + 1);
        let follows = self
            .number(figure)
            .is_some_and(|figure| HEART_RATES.contains(&figure));
        is_written && !behind_figure && follows
    }

    /// `<`, "under", "moins de", "not above": the item behind.
    fn under(&self, at: usize) -> Option<usize> {
        if self.is_sign(at, '<') || self.is_sign(at, '≤') {
            return Some(at + 1);
        }
        let is_word = |words: &[&str], at: usize| {
            words.contains(&self.written(at, at + 1).to_lowercase().as_str())
        };
        let last = if is_word(UNDER, at) {
            at
        } else if is_word(NOT, at) && is_word(OVER, at + 1) {
            at + 1
        } else {
            return None;
        };
        let than = self.past_fillers(last + 1);
        Some(self.past_fillers(than + usize::from(is_word(THAN, than))))
    }

    /// True for a word of a limit of the heart rate: "lower than 145" is no part of the body.
    pub(super) fn limits_heart_rate(&self, at: usize) -> bool {
        let figure = self.under(at).and_then(|at| self.number(at));
        figure.is_some_and(|figure| HEART_RATES.contains(&figure))
    }
}
