//! Reads one step of a run, piece by piece.

use crate::domain::{
    Bpm, Extent, HeartRateRange, NamedPace, Recovery, RecoveryStyle, Seconds, Step, StepKind,
    Target, Units,
};

use super::quantities;
use super::steps::EXAMPLE;
use super::times::MAX_SECONDS;
use super::tokens::{ClockReading, Token, time, tokens};

/// Reads a step; distances and paces without a unit of their own are refused and taken in the athlete's.
///
/// # Errors
///
/// Says what could not be read and what could stand there.
pub(super) fn parse_step(text: &str, units: Units) -> Result<Step, String> {
    let (text, named) = split_named(text);
    let tokens = tokens(&text)?;
    let mut reader = Reader {
        tokens: &tokens,
        units,
    };
    let lead = reader.part();
    let repeats = reader.repeats()?;
    let extent = reader
        .extent()?
        .ok_or_else(|| format!("How far or long? Write {EXAMPLE} or 10 min cool-down"))?;
    let mut step = Step {
        kind: StepKind::Work,
        repeats,
        extent,
        target: named.map(Target::Named),
        recovery: None,
    };
    let mut part = lead;
    while let Some(token) = reader.tokens.first() {
        if let Some(found) = reader.part() {
            once(&mut part, found, "part of the run")?;
        } else if let Some(found) = reader.recovery()? {
            once(&mut step.recovery, found, "recovery")?;
        } else if let Some(found) = reader.target()? {
            once(&mut step.target, found, "target")?;
        } else {
            return Err(format!(
                "{} is not understood; write {EXAMPLE}",
                shown(token)
            ));
        }
    }
    step.kind = part.unwrap_or_default();
    Ok(step)
}

/// Takes an intensity in words, such as `@5k-pace`, out of a step.
fn split_named(text: &str) -> (String, Option<NamedPace>) {
    let mut named = None;
    let rest: Vec<&str> = text
        .split_whitespace()
        .filter(|word| {
            let found = word
                .strip_prefix('@')
                .and_then(|word| word.to_lowercase().parse().ok())
                .filter(|_| named.is_none());
            named = named.or(found);
            found.is_none()
        })
        .collect();
    (rest.join(" "), named)
}

fn once<T>(place: &mut Option<T>, found: T, what: &str) -> Result<(), String> {
    if place.replace(found).is_some() {
        return Err(format!("The {what} is said twice"));
    }
    Ok(())
}

fn shown(token: &Token) -> String {
    match token {
        Token::Number(value) => format!("“{value}”"),
        Token::Clock(parts) => {
            let parts: Vec<String> = parts.iter().map(u32::to_string).collect();
            format!("“{}”", parts.join(":"))
        }
        Token::Word(word) => format!("“{word}”"),
        Token::At => "“@”".to_owned(),
        Token::Dash => "“-”".to_owned(),
    }
}

/// What is left to read of a step.
struct Reader<'a> {
    tokens: &'a [Token],
    units: Units,
}

impl Reader<'_> {
    fn pass(&mut self, count: usize) {
        self.tokens = self.tokens.get(count..).unwrap_or_default();
    }

    /// `6x`.
    fn repeats(&mut self) -> Result<u32, String> {
        let [Token::Number(count), Token::Word(cross), ..] = self.tokens else {
            return Ok(1);
        };
        if cross != "x" {
            return Ok(1);
        }
        if count.fract() != 0.0 || !(1.0..=1000.0).contains(count) {
            return Err("Repeats run from 1 to 1000".to_owned());
        }
        let count = *count as u32;
        self.pass(2);
        Ok(count)
    }

    /// `800 m`, `25 min`, `3:30`.
    fn extent(&mut self) -> Result<Option<Extent>, String> {
        if let [Token::Number(value), rest @ ..] = self.tokens {
            match rest
                .first()
                .and_then(Token::word)
                .map(|unit| (unit, quantities::unit_meters(unit)))
            {
                Some((_, Some(unit))) => {
                    let meters = quantities::in_range(value * unit)?;
                    self.pass(2);
                    return Ok(Some(Extent::Distance(meters)));
                }
                _ if time(self.tokens, ClockReading::MinutesSeconds).is_none() => {
                    return Err(format!("{value} what? Write m, km, mi, min or s behind it"));
                }
                _ => {}
            }
        }
        let Some((seconds, used)) = time(self.tokens, ClockReading::MinutesSeconds) else {
            return Ok(None);
        };
        let seconds = seconds.round();
        if !(1.0..=MAX_SECONDS).contains(&seconds) {
            return Err("A time lies between 1 s and 48 h".to_owned());
        }
        self.pass(used);
        Ok(Some(Extent::Time(Seconds(seconds as u32))))
    }

    /// `warm-up`, `cool down`.
    fn part(&mut self) -> Option<StepKind> {
        let first = self.tokens.first()?.word()?;
        let second = self.tokens.get(1).and_then(Token::word);
        let (kind, used) = match (first, second) {
            ("warm", Some("up")) => (StepKind::WarmUp, 2),
            ("cool", Some("down")) => (StepKind::CoolDown, 2),
            ("warm-up" | "warmup" | "wu", _) => (StepKind::WarmUp, 1),
            ("cool-down" | "cooldown" | "cd", _) => (StepKind::CoolDown, 1),
            _ => return None,
        };
        self.pass(used);
        Some(kind)
    }

    /// `jog 400 m` or `400 m jog`.
    fn recovery(&mut self) -> Result<Option<Recovery>, String> {
        if let Some(style) = self.tokens.first().and_then(Token::word).and_then(style) {
            self.pass(1);
            let extent = self
                .extent()?
                .ok_or("How long is the recovery? Write jog 400 m or walk 60 s")?;
            return Ok(Some(Recovery { extent, style }));
        }
        let mut ahead = Reader {
            tokens: self.tokens,
            units: self.units,
        };
        let Ok(Some(extent)) = ahead.extent() else {
            return Ok(None);
        };
        let Some(style) = ahead.tokens.first().and_then(Token::word).and_then(style) else {
            return Ok(None);
        };
        ahead.pass(1);
        self.tokens = ahead.tokens;
        Ok(Some(Recovery { extent, style }))
    }

    /// `@4:05`, `rpe 8`, `@150-165 bpm`.
    fn target(&mut self) -> Result<Option<Target>, String> {
        const AIM: &str = "Write @4:05, rpe 8 or @150-165 bpm";
        let announced = self.tokens.first() == Some(&Token::At);
        let rest = if announced {
            self.tokens.get(1..).unwrap_or_default()
        } else {
            self.tokens
        };
        let (target, used) = match rest {
            [Token::Clock(parts), Token::Word(unit), ..] if unit.starts_with('/') => {
                (self.pace(parts, Some(unit))?, 2)
            }
            [Token::Clock(parts), ..] if announced => (self.pace(parts, None)?, 1),
            [Token::Word(word), Token::Number(value), ..] if word == "rpe" => {
                let rpe = quantities::rpe(&value.to_string())?;
                (Target::Rpe(rpe), 2)
            }
            [
                Token::Number(low),
                Token::Dash,
                Token::Number(high),
                Token::Word(unit),
                ..,
            ] if unit == "bpm" => (heart_rates(*low, *high)?, 4),
            [Token::Number(rate), Token::Word(unit), ..] if unit == "bpm" => {
                (heart_rates(*rate, *rate)?, 2)
            }
            _ if announced => return Err(AIM.to_owned()),
            _ => return Ok(None),
        };
        self.pass(used + usize::from(announced));
        Ok(Some(target))
    }

    fn pace(&self, parts: &[u32], unit: Option<&str>) -> Result<Target, String> {
        let pace = quantities::pace_of(parts, unit, self.units);
        pace.map(Target::Pace)
            .ok_or_else(|| "A pace reads 4:25, from 1:00 to 59:59".to_owned())
    }
}

fn style(word: &str) -> Option<RecoveryStyle> {
    match word {
        "jog" | "jogging" | "float" => Some(RecoveryStyle::Jog),
        "walk" | "walking" => Some(RecoveryStyle::Walk),
        "stand" | "standing" | "rest" => Some(RecoveryStyle::Stand),
        _ => None,
    }
}

fn heart_rates(low: f64, high: f64) -> Result<Target, String> {
    let rate = |value: f64| (25.0..=250.0).contains(&value).then_some(Bpm(value as u16));
    match (rate(low), rate(high)) {
        (Some(low), Some(high)) if low <= high => {
            Ok(Target::HeartRate(HeartRateRange { low, high }))
        }
        _ => Err("Heart rates run from 25 to 250, the lower first".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DistanceUnit, MassUnit, Meters, Pace};

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };

    #[test]
    fn repeats_are_read_in_their_spellings() {
        let expected = Step {
            kind: StepKind::Work,
            repeats: 6,
            extent: Extent::Distance(Meters::new(800.0)),
            target: Some(Target::Pace(Pace::from_seconds_per_km(245.0))),
            recovery: Some(Recovery {
                extent: Extent::Distance(Meters::new(400.0)),
                style: RecoveryStyle::Jog,
            }),
        };
        for text in [
            "6x800m @4:05 jog 400m",
            "6 × 800 m at 4:05/km, 400 m jog",
            "6x0.8km jog 400m @ 4:05",
            "6 × 800 m @ 4:05 /km · 400 m jog",
        ] {
            assert_eq!(parse_step(text, METRIC).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn an_intensity_in_words_is_an_aim() {
        let step = parse_step("6x800m @5k-pace jog 400m", METRIC).unwrap();
        assert_eq!(step.target, "5k-pace".parse().ok().map(Target::Named));
        assert!(step.recovery.is_some());
        let error = parse_step("800m @threshold @4:05", METRIC).unwrap_err();
        assert!(error.contains("twice"), "{error}");
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        for (text, word) in [
            ("800", "what?"),
            ("6x", "How far"),
            ("0x800m", "1 to 1000"),
            ("2001 km", "350 km"),
            ("50 h", "48 h"),
            ("800m @fast", "@4:05"),
            ("800m @4:75", "pace"),
            ("800m rpe 12", "0 to 10"),
            ("800m jog", "recovery"),
            ("800m jog 200m walk 200m", "twice"),
            ("800m banana", "banana"),
        ] {
            let error = parse_step(text, METRIC).unwrap_err();
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
