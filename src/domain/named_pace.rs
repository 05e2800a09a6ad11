//! Intensities said in words: "5k pace", "threshold", "zone 2". They are kept as words, and what they come to for an
//! athlete is worked out where it is needed, so that it follows the athlete's race times.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The intensity a coach names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaceName {
    /// What can be raced over a mile.
    Mile,
    /// What can be raced over 3 km.
    ThreeK,
    /// What can be raced over 5 km.
    FiveK,
    /// What can be raced over 10 km.
    TenK,
    /// What can be raced over ten miles.
    TenMiles,
    /// What can be raced over a half marathon.
    HalfMarathon,
    /// What can be raced over a marathon.
    Marathon,
    /// The pace of the race that the plan leads to.
    Goal,
    /// What can be held for about an hour.
    Threshold,
    /// The pace of long repeats, near the highest oxygen uptake ("I").
    Interval,
    /// The pace of short, fast repeats ("R").
    Repetition,
    /// Moderate and even.
    Steady,
    /// Conversational.
    Easy,
    /// Slower than easy.
    Recovery,
    /// Hard, by feel.
    Hard,
    /// One of the five zones of tenths of the highest heart rate, 1 to 5.
    Zone(u8),
    /// Percent of the highest heart rate, from and to.
    HeartRate(u8, u8),
}

/// Names with their word in plan text, and the words people read.
const NAMES: [(PaceName, &str, &str); 15] = [
    (PaceName::Mile, "mile-pace", "mile pace"),
    (PaceName::ThreeK, "3k-pace", "3 km pace"),
    (PaceName::FiveK, "5k-pace", "5 km pace"),
    (PaceName::TenK, "10k-pace", "10 km pace"),
    (PaceName::TenMiles, "10-mile-pace", "10 mile pace"),
    (
        PaceName::HalfMarathon,
        "half-marathon-pace",
        "half marathon pace",
    ),
    (PaceName::Marathon, "marathon-pace", "marathon pace"),
    (PaceName::Goal, "race-pace", "race pace"),
    (PaceName::Threshold, "threshold", "threshold"),
    (PaceName::Interval, "interval-pace", "interval pace"),
    (PaceName::Repetition, "repetition-pace", "repetition pace"),
    (PaceName::Steady, "steady-pace", "steady"),
    (PaceName::Easy, "easy-pace", "easy"),
    (PaceName::Recovery, "recovery-pace", "very easy"),
    (PaceName::Hard, "hard", "hard"),
];

impl PaceName {
    /// The words people read: "5 km pace", "zone 2".
    pub fn label(self) -> String {
        match self {
            Self::Zone(zone) => format!("zone {zone}"),
            Self::HeartRate(low, high) if low == high => format!("{low} % of max heart rate"),
            Self::HeartRate(low, high) => format!("{low}–{high} % of max heart rate"),
            _ => self.row().map_or("", |(_, _, label)| label).to_owned(),
        }
    }

    fn row(self) -> Option<(Self, &'static str, &'static str)> {
        NAMES.iter().copied().find(|(name, ..)| *name == self)
    }
}

/// An intensity in words, with what is taken off or added. Written `5k-pace`, `95%-marathon-pace`, `threshold+10s`,
/// `zone-2`, `70-80%-max-hr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NamedPace {
    /// The intensity.
    pub name: PaceName,
    /// Percent of its speed, 100 when nothing is said.
    pub percent: u8,
    /// Seconds a kilometre added to its pace: above 0 is slower.
    pub offset: i16,
}

/// The word is no intensity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not an intensity; write 5k-pace, marathon-pace, threshold, easy-pace, zone-2 or 95%-marathon-pace"
)]
pub struct UnknownPace(String);

impl NamedPace {
    /// The intensity as it is.
    pub const fn of(name: PaceName) -> Self {
        Self {
            name,
            percent: 100,
            offset: 0,
        }
    }

    /// The words people read: "95 % of marathon pace", "threshold + 10 s/km".
    pub fn label(self) -> String {
        let mut text = self.name.label();
        if self.percent != 100 {
            text = format!("{} % of {text}", self.percent);
        }
        match self.offset {
            0 => text,
            more if more > 0 => format!("{text} + {more} s/km"),
            less => format!("{text} − {} s/km", less.unsigned_abs()),
        }
    }
}

impl fmt::Display for NamedPace {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.percent != 100 {
            write!(f, "{}%-", self.percent)?;
        }
        match self.name {
            PaceName::Zone(zone) => write!(f, "zone-{zone}")?,
            PaceName::HeartRate(low, high) => write!(f, "{low}-{high}%-max-hr")?,
            name => f.write_str(name.row().map_or("", |(_, word, _)| word))?,
        }
        match self.offset {
            0 => Ok(()),
            offset => write!(f, "{offset:+}s"),
        }
    }
}

impl FromStr for NamedPace {
    type Err = UnknownPace;

    fn from_str(text: &str) -> Result<Self, UnknownPace> {
        read(text).ok_or_else(|| UnknownPace(text.to_owned()))
    }
}

fn read(text: &str) -> Option<NamedPace> {
    let (text, offset) = match text.strip_suffix('s').and_then(|text| {
        let sign = text.rfind(['+', '-'])?;
        Some((text.get(..sign)?, text.get(sign..)?.parse::<i16>().ok()?))
    }) {
        Some((text, offset)) if offset.unsigned_abs() <= 300 => (text, offset),
        Some(_) => return None,
        None => (text, 0),
    };
    if let Some(range) = text.strip_suffix("%-max-hr") {
        let (low, high) = range.split_once('-').unwrap_or((range, range));
        let (low, high) = (low.parse().ok()?, high.parse().ok()?);
        let fits = (30..=100).contains(&low) && (low..=100).contains(&high);
        return (fits && offset == 0).then(|| NamedPace::of(PaceName::HeartRate(low, high)));
    }
    let (percent, word) = match text.split_once("%-") {
        Some((percent, word)) => (percent.parse().ok()?, word),
        None => (100, text),
    };
    let name = match word.strip_prefix("zone-") {
        Some(zone) => PaceName::Zone(zone.parse().ok().filter(|zone| (1..=5).contains(zone))?),
        None => NAMES.iter().find(|(_, own, _)| *own == word)?.0,
    };
    (50..=150).contains(&percent).then_some(NamedPace {
        name,
        percent,
        offset,
    })
}

impl TryFrom<String> for NamedPace {
    type Error = UnknownPace;
    fn try_from(text: String) -> Result<Self, UnknownPace> {
        text.parse()
    }
}

impl From<NamedPace> for String {
    fn from(pace: NamedPace) -> Self {
        pace.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_intensity_reads_back() {
        let names = NAMES.iter().map(|(name, ..)| *name);
        let others = [PaceName::Zone(2), PaceName::HeartRate(70, 80)];
        for name in names.chain(others) {
            let plain = NamedPace::of(name);
            assert_eq!(plain.to_string().parse(), Ok(plain));
            assert!(!plain.label().is_empty());
            for (percent, offset) in [(95, 0), (100, 10), (110, -5)] {
                let pace = NamedPace {
                    name,
                    percent,
                    offset,
                };
                if !matches!(name, PaceName::HeartRate(..)) {
                    assert_eq!(pace.to_string().parse(), Ok(pace));
                }
            }
        }
    }

    #[test]
    fn labels_are_what_a_coach_says() {
        let pace = |text: &str| text.parse::<NamedPace>().map(NamedPace::label);
        assert_eq!(
            pace("95%-marathon-pace").as_deref(),
            Ok("95 % of marathon pace")
        );
        assert_eq!(pace("threshold+10s").as_deref(), Ok("threshold + 10 s/km"));
        assert_eq!(
            pace("70-80%-max-hr").as_deref(),
            Ok("70–80 % of max heart rate")
        );
    }

    #[test]
    fn odd_words_are_no_intensity() {
        for text in [
            "",
            "zone-9",
            "fast",
            "0%-threshold",
            "90-20%-max-hr",
            "threshold+9999s",
            "+1s",
        ] {
            assert!(text.parse::<NamedPace>().is_err(), "{text}");
        }
    }
}
