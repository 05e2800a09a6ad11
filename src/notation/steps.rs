//! Reads the steps of a run as they are typed into their fields.

use crate::domain::limits::COUNTS;
use crate::domain::{DistanceUnit, Extent, Recovery, Step, StepKind, Target, Units};

use super::Style;
use super::doubtful_length::{LengthOf, two_readings};
use super::measure::{Parsed, measure, minutes_and_seconds};
use super::pace::pace;
use super::running::{self, recovery_style};
use super::targets::{exertion, heart_rate, named_pace};
use super::words::{Word, words};

/// What a step may look like, for hints and errors.
pub const EXAMPLE: &str = "6x800m @4:05 jog 400m";

/// What the field of new steps says while it is empty, in the athlete's unit.
pub fn steps_hint(unit: impl Into<DistanceUnit>) -> &'static str {
    match unit.into() {
        DistanceUnit::Km => "Add: 2 km warm-up, 6x800m @4:05 jog 400m",
        DistanceUnit::Miles => "Add: 1 mi warm-up, 6x800m @6:35 jog 400m",
    }
}

/// A step as its field shows it: as it stands everywhere on the screen, unless that would be read as another step.
pub fn step_field(step: &Step, units: Units) -> String {
    let shown = running::step(step, units, Style::Screen);
    if parse_step(&shown, units).as_ref() == Ok(step) {
        shown
    } else {
        running::step(step, units, Style::Input)
    }
}

/// Reads one or more steps, separated by semicolons, line breaks, or a comma and a space.
///
/// # Errors
///
/// As those of [`parse_step`].
pub fn parse_steps(text: &str, units: Units) -> Result<Vec<Step>, String> {
    text.replace(", ", ";")
        .split([';', '\n'])
        .filter(|part| !part.trim().is_empty())
        .map(|part| parse_step(part, units))
        .collect()
}

/// Reads a step; a pace without a unit is in the athlete's.
///
/// # Errors
///
/// Says what could not be read and what could stand there.
pub fn parse_step(text: &str, units: Units) -> Result<Step, String> {
    let words = words(text);
    let mut reader = Reader {
        words: &words,
        units,
    };
    let lead = reader.part();
    let repeats = reader.repeats()?;
    let extent = reader
        .extent(if lead.is_some() {
            LengthOf::Whole
        } else {
            LengthOf::Repeat
        })?
        .ok_or_else(|| format!("How far or long? Write {EXAMPLE} or 10min cool-down"))?;
    let mut step = Step {
        repeats,
        ..Step::new(StepKind::Work, extent)
    };
    let mut part = lead;
    while let Some(word) = reader.word(0) {
        if let Some(found) = reader.part() {
            once(&mut part, found, "part of the run")?;
        } else if let Some(found) = reader.recovery()? {
            once(&mut step.recovery, found, "recovery")?;
        } else if let Some(found) = reader.target()? {
            once(&mut step.target, found, "target")?;
        } else {
            return Err(format!("“{word}” is not understood; write {EXAMPLE}"));
        }
    }
    step.kind = part.unwrap_or_default();
    Ok(step)
}

fn once<T>(place: &mut Option<T>, found: T, what: &str) -> Result<(), String> {
    if place.replace(found).is_some() {
        return Err(format!("The {what} is given twice"));
    }
    Ok(())
}

/// The count of `6x800m` in its spellings, the word behind the cross, and the words used.
pub fn times<'t>(word: impl Fn(usize) -> Option<&'t str>) -> Option<(&'t str, &'t str, usize)> {
    let first = word(0)?;
    let is_count =
        |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if let Some((count, rest)) = first.split_once('x') {
        is_count(count).then_some(())?;
        return if rest.is_empty() {
            Some((count, word(1)?, 2))
        } else {
            Some((count, rest, 1))
        };
    }
    is_count(first).then_some(())?;
    let rest = word(1)?.strip_prefix('x')?;
    if rest.is_empty() {
        Some((first, word(2)?, 3))
    } else {
        Some((first, rest, 2))
    }
}

/// What is left to read of a step.
#[derive(Clone, Copy)]
struct Reader<'a> {
    words: &'a [Word],
    units: Units,
}

impl<'a> Reader<'a> {
    fn word(&self, ahead: usize) -> Option<&'a str> {
        self.words.get(ahead).map(|word| word.plain.as_str())
    }

    fn pass(&mut self, count: usize) {
        self.words = self.words.get(count..).unwrap_or_default();
    }

    /// `6x`, before the length. Where both are one word, the length stays.
    fn repeats(&mut self) -> Result<u32, String> {
        let Some((count, ..)) = times(|n| self.word(n)) else {
            return match self.word(0).and_then(|word| word.strip_suffix('x')) {
                Some(count) if count.bytes().all(|b| b.is_ascii_digit()) => {
                    self.pass(1);
                    Ok(1)
                }
                _ => Ok(1),
            };
        };
        count
            .parse::<u32>()
            .ok()
            .filter(|count| COUNTS.contains(count))
            .ok_or_else(|| "Repeats run from 1 to 1000".to_owned())
    }

    /// `800 m`, `25 min`, `3:30`; of repeats, what stands behind the cross.
    fn extent(&mut self, of: LengthOf) -> Result<Option<Extent>, String> {
        let crossed = times(|n| self.word(n));
        let (first, used) = match (crossed, self.word(0)) {
            (Some((_, rest, used)), _) => (rest, used),
            (None, Some(word)) => (word, 1),
            (None, None) => return Ok(None),
        };
        if let Some(time) = minutes_and_seconds(first) {
            self.pass(used);
            return Ok(Some(Extent::Time(time)));
        }
        let Some(read) = measure(first, |n| self.word(used + n)) else {
            let is_bare =
                first.starts_with(|c: char| c.is_ascii_digit()) && first.parse::<f64>().is_ok();
            return if is_bare {
                Err(format!("{first} what? Write m, km, mi, min or s behind it"))
            } else {
                Ok(None)
            };
        };
        self.doubt(used - 1, of)?;
        let measure = read.value?;
        if measure.range.is_some() {
            return Err("A step has one length, not a range".to_owned());
        }
        let extent = measure.amount.extent()?;
        if extent == Extent::Time(crate::domain::Seconds(0)) {
            return Err("A time lies between 1 s and 48 h".to_owned());
        }
        self.pass(used + read.more);
        Ok(Some(extent))
    }

    /// Refuses a length whose unit could be another.
    fn doubt(&self, at: usize, of: LengthOf) -> Result<(), String> {
        let typed = |ahead: usize| self.words.get(at + ahead).map_or("", |word| &word.typed);
        let first = typed(0);
        let figure = first.rsplit(['x', 'X', '×']).next().unwrap_or(first);
        match two_readings(figure, typed(1), of) {
            Some(doubt) => Err(format!("“{figure}”: {doubt}")),
            None => Ok(()),
        }
    }

    /// `warm-up`, `cool down`.
    fn part(&mut self) -> Option<StepKind> {
        let (kind, used) = match (self.word(0)?, self.word(1)) {
            ("warm", Some("up")) => (StepKind::WarmUp, 2),
            ("cool" | "warm", Some("down")) => (StepKind::CoolDown, 2),
            ("warm-up" | "warmup" | "wu", _) => (StepKind::WarmUp, 1),
            ("cool-down" | "cooldown" | "cd" | "warm-down", _) => (StepKind::CoolDown, 1),
            _ => return None,
        };
        self.pass(used);
        Some(kind)
    }

    /// `jog 400 m` or `400 m jog`.
    fn recovery(&mut self) -> Result<Option<Recovery>, String> {
        if let Some(style) = self.word(0).and_then(recovery_style) {
            self.pass(1);
            let extent = self
                .extent(LengthOf::Repeat)?
                .ok_or("How long is the recovery? Write jog 400m or walk 60s")?;
            return Ok(Some(Recovery { extent, style }));
        }
        let mut ahead = *self;
        let Ok(Some(extent)) = ahead.extent(LengthOf::Repeat) else {
            return Ok(None);
        };
        let Some(style) = ahead.word(0).and_then(recovery_style) else {
            return Ok(None);
        };
        ahead.pass(1);
        *self = ahead;
        Ok(Some(Recovery { extent, style }))
    }

    /// `@4:05`, `rpe 8`, `@150-165 bpm`.
    fn target(&mut self) -> Result<Option<Target>, String> {
        let announced = self.word(0) == Some("@");
        let at = usize::from(announced);
        let Some(first) = self.word(at) else {
            return Err("Write @4:05, RPE 8 or @150–165 bpm".to_owned());
        };
        let next = |n: usize| self.word(at + 1 + n);
        let bare = announced.then_some(self.units.distance);
        let read = pace(first, next, bare)
            .map(|read| Parsed {
                value: read.value.map(Target::Pace),
                more: read.more,
            })
            .or_else(|| exertion(first, next))
            .or_else(|| heart_rate(first, next))
            .or_else(|| named_pace(first).filter(|_| announced));
        match read {
            Some(read) => {
                let target = read.value?;
                self.pass(at + 1 + read.more);
                Ok(Some(target))
            }
            None if announced => Err("Write @4:05, RPE 8 or @150–165 bpm".to_owned()),
            None => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Meters, Pace, RecoveryStyle};

    const METRIC: Units = Units::METRIC;

    #[test]
    fn an_intensity_in_words_is_an_aim() {
        let step = parse_step("6x800m @5k-pace jog 400m", METRIC).unwrap();
        assert_eq!(step.target, "5k-pace".parse().ok().map(Target::Named));
        assert!(step.recovery.is_some());
        let back = super::super::step(&step, METRIC, super::super::Style::Input);
        assert_eq!(parse_step(&back, METRIC).as_ref(), Ok(&step));
    }

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
            "6 x800m @4:05/km, jog 0,4 km",
        ] {
            assert_eq!(parse_step(text, METRIC).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn the_part_may_stand_first() {
        let kind = |text| parse_step(text, METRIC).unwrap().kind;
        assert_eq!(kind("warm up 10 min"), StepKind::WarmUp);
        assert_eq!(kind("10′ cool-down"), StepKind::CoolDown);
        let steps = parse_steps("2 km wu, 4x1km @4:00; 1,5 km cd", METRIC);
        assert_eq!(steps.unwrap().len(), 3);
    }

    #[test]
    fn refusals_say_what_is_wrong() {
        for (text, word) in [
            ("800", "what?"),
            ("6x", "How far"),
            ("0x800m", "1 to 1000"),
            ("2001 km", "1000 km"),
            ("50 h", "48 h"),
            ("0 s", "1 s"),
            ("800m @fast", "@4:05"),
            ("800m @4:75", "pace"),
            ("800m @", "@4:05"),
            ("800m rpe 12", "0 and 10"),
            ("800m jog", "recovery"),
            ("800m jog 200m walk 200m", "twice"),
            ("800m banana", "banana"),
            ("3x10m", "10min or 10 metres"),
            ("20m warm-up", "minutes or metres"),
            ("1M", "1mi"),
        ] {
            let error = parse_step(text, METRIC).unwrap_err();
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
