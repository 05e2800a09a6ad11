//! The form of doses and loads in files: `3-5`, `8-10`, `45s`, `2x12kg`, `rir 2`.
//!
//! It is short, exact and always in kilograms. What people read and type is in the athlete's units and elsewhere; see
//! the module `notation`.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use super::limits::{COUNTS, EXERTION, MOST_KG, PERCENT, RESERVE};
use super::{Count, Effort, Kilograms, LoadSpec, Reps};

/// A text that is not in this form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not {expected}")]
pub struct FormError {
    /// What was read.
    pub text: String,
    /// What could stand there.
    pub expected: &'static str,
}

fn refuse<T>(text: &str, expected: &'static str) -> Result<T, FormError> {
    Err(FormError {
        text: text.to_owned(),
        expected,
    })
}

const COUNT: &str = "a count from 1 to 1000 or a range such as 3-5";
const REPS: &str = "repetitions such as 8, 8-10, 45s, 45-60s or max";
const LOAD: &str = "a load from 0 to 1000 kg such as 60kg, 132lb, 2x12kg, 75%, bw, bw+10kg or band";
const EFFORT: &str = "an effort such as rir 2 or rpe 8";

impl FromStr for Count {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let number = |part: &str| {
            part.trim()
                .parse::<u32>()
                .ok()
                .filter(|n| COUNTS.contains(n))
        };
        let count = match text.split_once(['-', '–']) {
            Some((low, high)) => number(low).zip(number(high)),
            None => number(text).map(|n| (n, n)),
        };
        match count {
            Some((low, high)) if low <= high => Ok(Self { low, high }),
            _ => refuse(text, COUNT),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high {
            write!(f, "{}", self.low)
        } else {
            write!(f, "{}-{}", self.low, self.high)
        }
    }
}

impl FromStr for Reps {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let lower = text.trim().to_ascii_lowercase();
        let parsed = if lower == "max" {
            Some(Self::Max)
        } else if let Some(seconds) = lower
            .strip_suffix("sec")
            .or_else(|| lower.strip_suffix('s'))
        {
            seconds.parse().ok().map(Self::Hold)
        } else {
            lower.parse().ok().map(Self::Count)
        };
        parsed.map_or_else(|| refuse(text, REPS), Ok)
    }
}

impl fmt::Display for Reps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Hold(count) => write!(f, "{count}s"),
            Self::Max => f.write_str("max"),
        }
    }
}

/// A mass with its unit, 0–1000 kg: `62.5kg`, `132lb`. A bare number has no unit and is refused.
fn mass(text: &str) -> Option<Kilograms> {
    let text = text.trim();
    let (number, from): (&str, fn(f64) -> Kilograms) = if let Some(number) = text.strip_suffix("kg")
    {
        (number, Kilograms::new)
    } else if let Some(number) = text.strip_suffix("lbs").or_else(|| text.strip_suffix("lb")) {
        (number, Kilograms::from_pounds)
    } else {
        return None;
    };
    let value: f64 = number.trim().replace(',', ".").parse().ok()?;
    let kg = from(value);
    (kg.kg().is_finite() && (0.0..=MOST_KG).contains(&kg.kg())).then_some(kg)
}

impl FromStr for LoadSpec {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let lower = text.trim().to_lowercase();
        let parsed = if lower.is_empty() {
            Some(Self::Unset)
        } else if let Some(rest) = lower.strip_prefix("bw") {
            match rest.chars().next() {
                None => Some(Self::Bodyweight(Kilograms::default())),
                Some('+') => mass(&rest[1..]).map(Self::Bodyweight),
                Some('-') => mass(&rest[1..]).map(|kg| Self::Bodyweight(Kilograms::new(-kg.kg()))),
                Some(_) => None,
            }
        } else if let Some(rest) = lower.strip_prefix("band") {
            (rest.is_empty() || rest.starts_with(' ')).then(|| Self::Band(rest.trim().to_owned()))
        } else if let Some(number) = lower.strip_suffix('%') {
            let percent = number.trim().replace(',', ".").parse::<f64>().ok();
            percent
                .filter(|p| p.is_finite() && PERCENT.contains(p))
                .map(Self::Percent)
        } else if let Some(rest) = lower
            .strip_prefix("2x")
            .or_else(|| lower.strip_prefix("2×"))
        {
            mass(rest).map(Self::Pair)
        } else {
            mass(&lower).map(Self::Kg)
        };
        parsed.map_or_else(|| refuse(text, LOAD), Ok)
    }
}

impl fmt::Display for LoadSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unset => Ok(()),
            Self::Kg(kg) => write!(f, "{}kg", kg.kg()),
            Self::Pair(kg) => write!(f, "2x{}kg", kg.kg()),
            Self::Percent(percent) => write!(f, "{percent}%"),
            Self::Bodyweight(kg) if kg.kg() == 0.0 => f.write_str("bw"),
            Self::Bodyweight(kg) => write!(f, "bw{:+}kg", kg.kg()),
            Self::Band(kind) if kind.is_empty() => f.write_str("band"),
            Self::Band(kind) => write!(f, "band {kind}"),
        }
    }
}

impl FromStr for Effort {
    type Err = FormError;

    fn from_str(text: &str) -> Result<Self, FormError> {
        let lower = text.trim().to_ascii_lowercase();
        let number = |part: &str, range: RangeInclusive<f64>| {
            let value = part.trim().replace(',', ".").parse::<f64>().ok();
            value.filter(|v| v.is_finite() && range.contains(v))
        };
        let parsed = if let Some(rest) = lower.strip_prefix("rir") {
            number(rest, RESERVE).map(Self::Rir)
        } else if let Some(rest) = lower.strip_prefix("rpe") {
            number(rest, EXERTION).map(Self::Rpe)
        } else {
            None
        };
        parsed.map_or_else(|| refuse(text, EFFORT), Ok)
    }
}

impl fmt::Display for Effort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rir(rir) => write!(f, "rir {rir}"),
            Self::Rpe(rpe) => write!(f, "rpe {rpe}"),
        }
    }
}

macro_rules! as_text {
    ($($name:ident),+) => {$(
        impl TryFrom<String> for $name {
            type Error = FormError;
            fn try_from(text: String) -> Result<Self, FormError> {
                text.parse()
            }
        }
        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.to_string()
            }
        }
    )+};
}

as_text!(Count, Reps, LoadSpec, Effort);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_read_back_as_written() {
        for text in [
            "62.5kg",
            "2x12kg",
            "75%",
            "bw",
            "bw+10kg",
            "bw-20kg",
            "band",
            "band green",
            "",
        ] {
            let load: LoadSpec = text.parse().unwrap();
            assert_eq!(load.to_string(), text);
        }
    }

    #[test]
    fn pounds_become_kilograms() {
        let load: LoadSpec = "132lb".parse().unwrap();
        assert!((load.kilograms().unwrap().kg() - 59.874).abs() < 0.001);
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "-5kg", "1001kg", "nankg", "infkg", "12", "bandit", "bw*2", "-3%", "3x12kg",
        ] {
            assert!(text.parse::<LoadSpec>().is_err(), "{text}");
        }
        for text in ["0", "5-3", "1001", "", "a", "-"] {
            assert!(text.parse::<Count>().is_err(), "{text}");
        }
    }

    #[test]
    fn reps_and_effort_read_back() {
        for text in ["8", "8-10", "45s", "45-60s", "max"] {
            assert_eq!(text.parse::<Reps>().unwrap().to_string(), text);
        }
        for text in ["rir 2", "rpe 8.5"] {
            assert_eq!(text.parse::<Effort>().unwrap().to_string(), text);
        }
        assert_eq!("rpe 8".parse::<Effort>().unwrap().rir(), 2.0);
    }
}
