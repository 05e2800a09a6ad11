//! How long the heart of a runner beat how fast.

use serde::{Deserialize, Serialize};

use super::Bpm;

/// Seconds of a run at each heart rate, in bins of five beats a minute from 60 up. Zones are read off it later, so that
/// they follow a maximum that is measured after the run. What is slower or faster than all bins counts in the
/// outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct HeartTime([u16; HeartTime::BINS]);

impl HeartTime {
    /// How many bins there are: up to 250 beats a minute.
    pub const BINS: usize = 38;
    /// Where the lowest begins, in beats a minute.
    pub const LOWEST: Bpm = Bpm(60);
    /// How wide each is, in beats a minute.
    pub const WIDTH: u16 = 5;

    /// The bin that this heart rate belongs to.
    pub fn bin(beats: f64) -> usize {
        let place = (beats - f64::from(Self::LOWEST.0)) / f64::from(Self::WIDTH);
        (place.max(0.0) as usize).min(Self::BINS - 1)
    }

    /// From the seconds in each bin; `None` when all of them round to nothing. A bin holds at most 18 hours.
    pub fn new(seconds: &[f64; Self::BINS]) -> Option<Self> {
        let bins = seconds.map(|seconds| seconds.round() as u16);
        bins.iter()
            .any(|seconds| *seconds > 0)
            .then_some(Self(bins))
    }

    /// All seconds together.
    pub fn total(&self) -> f64 {
        self.0.iter().map(|seconds| f64::from(*seconds)).sum()
    }

    /// Seconds below this heart rate; within a bin they are spread evenly.
    pub fn below(&self, beats: f64) -> f64 {
        let (lowest, width) = (f64::from(Self::LOWEST.0), f64::from(Self::WIDTH));
        let bins = self.0.iter().enumerate();
        let parts = bins.map(|(place, seconds)| {
            let from = lowest + width * place as f64;
            f64::from(*seconds) * ((beats - from) / width).clamp(0.0, 1.0)
        });
        parts.sum()
    }
}

/// The form in files: where the first bin begins that holds anything, and the seconds from there to the last.
#[derive(Serialize, Deserialize)]
struct Stored {
    from: Bpm,
    seconds: Vec<u16>,
}

impl From<Stored> for HeartTime {
    fn from(stored: Stored) -> Self {
        let mut bins = [0_u16; Self::BINS];
        let first = Self::bin(f64::from(stored.from.0));
        for (step, seconds) in stored.seconds.into_iter().enumerate() {
            let place = first.saturating_add(step).min(Self::BINS - 1);
            if let Some(bin) = bins.get_mut(place) {
                *bin = bin.saturating_add(seconds);
            }
        }
        Self(bins)
    }
}

impl From<HeartTime> for Stored {
    fn from(time: HeartTime) -> Self {
        let held = |seconds: &u16| *seconds > 0;
        let first = time.0.iter().position(held).unwrap_or_default();
        let end = time.0.iter().rposition(held).map_or(first, |last| last + 1);
        Self {
            from: Bpm(HeartTime::LOWEST.0 + HeartTime::WIDTH * first as u16),
            seconds: time.0.get(first..end).unwrap_or_default().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(f64, f64)]) -> HeartTime {
        let mut seconds = [0.0; HeartTime::BINS];
        for (beats, held) in pairs {
            seconds[HeartTime::bin(*beats)] += held;
        }
        HeartTime::new(&seconds).unwrap()
    }

    #[test]
    fn time_is_split_at_any_heart_rate() {
        let time = of(&[(142.0, 600.0), (161.0, 300.0), (30.0, 5.0), (250.0, 5.0)]);
        assert_eq!(time.total(), 910.0);
        assert_eq!(time.below(60.0), 0.0);
        assert_eq!(time.below(140.0), 5.0);
        // Two of the five beats between 140 and 145.
        assert_eq!(time.below(142.0), 245.0);
        assert_eq!(time.below(162.0), 605.0 + 120.0);
        assert_eq!(time.below(400.0), 910.0);
        assert_eq!(HeartTime::new(&[0.2; HeartTime::BINS]), None);
    }

    #[test]
    fn files_hold_it_from_the_first_bin_to_the_last() {
        let time = of(&[(142.0, 600.0), (152.0, 300.0)]);
        let text = ron::to_string(&time).unwrap();
        assert_eq!(text, "(from:140,seconds:[600,0,300])");
        assert_eq!(ron::from_str::<HeartTime>(&text).unwrap(), time);
    }

    #[test]
    fn a_file_with_odd_bins_loses_no_seconds_and_breaks_nothing() {
        let odd: HeartTime = ron::from_str("(from:65535,seconds:[60,65535,1])").unwrap();
        assert_eq!(odd.total(), 65_535.0);
        let low: HeartTime = ron::from_str("(from:3,seconds:[60,30])").unwrap();
        assert_eq!((low.below(65.0), low.total()), (60.0, 90.0));
    }
}
