//! What only a run has: repeats, their aims and recoveries, warm-up and cool-down.

use crate::domain::{
    Extent, Meters, Pace, Recovery, RecoveryStyle, Rpe, RunKind, RunPlan, Step, StepKind, Target,
};

use super::cursor::Cursor;
use super::words::{self, Meaning};
use crate::notation::limits::COUNTS;
use crate::notation::{
    self, LengthOf, Measure, Parsed, exertion, heart_rate, measure, minutes_and_seconds,
    named_pace, recovery_style, recovery_word, times, two_readings,
};

/// How many tokens were read, and what was wrong: with which of them, counted from the first.
pub(super) struct Taken {
    /// Tokens to pass.
    pub(super) words: usize,
    /// What is wrong with which token.
    pub(super) result: Result<(), (usize, String)>,
}

impl Taken {
    fn new(words: usize, ahead: usize, result: Result<(), String>) -> Self {
        Self {
            words,
            result: result.map_err(|message| (ahead, message)),
        }
    }
}

/// The parts of a run, as far as they were read.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// The whole distance.
    pub(super) distance: Option<Meters>,
    /// Ranges of which only the upper end counts, as they were written.
    pub(super) ranges: Vec<String>,
    repeats: Vec<Step>,
    warm_up: Option<Extent>,
    cool_down: Option<Extent>,
    /// An aim said before any repeats, and its column.
    aim: Option<(Target, usize)>,
    /// A recovery said before any repeats, and its column.
    recovery: Option<(Recovery, usize)>,
}

impl Runs {
    /// True once repeats were said.
    pub(super) fn has_repeats(&self) -> bool {
        !self.repeats.is_empty()
    }

    /// `6x800m`, `5 x 3 min`.
    pub(super) fn repeats(&mut self, cursor: &Cursor) -> Option<Taken> {
        let (count, first, used) = times(|n| cursor.word(n))?;
        let repeats = count
            .parse::<u32>()
            .ok()
            .filter(|count| COUNTS.contains(count));
        let Some(repeats) = repeats else {
            let skip = measure(first, |n| cursor.word(used + n)).map_or(0, |reading| reading.more);
            return Some(Taken::new(
                used + skip,
                0,
                Err("repeats lie between 1 and 1000".to_owned()),
            ));
        };
        let Some(reading) = length(cursor, first, used - 1, LengthOf::Repeat) else {
            return Some(Taken::new(
                used,
                0,
                Err("repeats have a length, such as 6x800m or 5x3min".to_owned()),
            ));
        };
        let result = self.extent(reading.value, "repeats").map(|extent| {
            self.repeats.push(Step {
                repeats,
                ..Step::new(StepKind::Work, extent)
            });
        });
        Some(Taken::new(used + reading.more, 0, result))
    }

    /// The aim behind an `@`: a pace, an exertion or a heart rate.
    pub(super) fn target(&mut self, cursor: &Cursor) -> Taken {
        const AIM: &str =
            "an aim such as @4:05/km, @6:30/mi, @rpe 8 or @150-160bpm could stand here";
        let Some(first) = cursor.word(1) else {
            return Taken::new(1, 1, Err(AIM.to_owned()));
        };
        let next = |n| cursor.word(n + 2);
        let reading = notation::read_pace(first, next, None)
            .map(|reading| Parsed {
                value: reading.value.map(Target::Pace),
                more: reading.more,
            })
            .or_else(|| exertion(first, next))
            .or_else(|| heart_rate(first, next))
            .or_else(|| named_pace(first));
        match reading {
            Some(reading) => {
                let result = reading
                    .value
                    .and_then(|target| self.aim_at(target, cursor.column()));
                Taken::new(2 + reading.more, 1, result)
            }
            None => Taken::new(2, 1, Err(AIM.to_owned())),
        }
    }

    /// A pace without its `@`.
    pub(super) fn plain_pace(&mut self, cursor: &Cursor) -> Option<Taken> {
        let reading = notation::read_pace(cursor.word(0)?, |n| cursor.word(n + 1), None)?;
        let result = reading
            .value
            .and_then(|pace| self.aim_at(Target::Pace(pace), cursor.column()));
        Some(Taken::new(1 + reading.more, 0, result))
    }

    /// The aim of the last repeats, or of what comes when there are none yet.
    fn aim_at(&mut self, target: Target, column: usize) -> Result<(), String> {
        match self.repeats.last_mut() {
            Some(step) if step.target.is_none() => step.target = Some(target),
            None if self.aim.is_none() => self.aim = Some((target, column)),
            _ => return Err("the aim is given twice; delete one".to_owned()),
        }
        Ok(())
    }

    /// `jog 400m`, `walk 90s`, `rest 2:00`.
    pub(super) fn recovery(&mut self, cursor: &Cursor) -> Option<Taken> {
        let style = recovery_style(cursor.word(0)?)?;
        let first = cursor.word(1)?;
        if let Some(seconds) = minutes_and_seconds(first) {
            return Some(Taken::new(
                2,
                0,
                self.recover(style, Extent::Time(seconds), cursor.column()),
            ));
        }
        let reading = length(cursor, first, 1, LengthOf::Repeat)?;
        let extent = self.extent(reading.value, recovery_word(style));
        match extent {
            Ok(extent) => {
                let result = self.recover(style, extent, cursor.column());
                Some(Taken::new(2 + reading.more, 0, result))
            }
            Err(message) => Some(Taken::new(2 + reading.more, 1, Err(message))),
        }
    }

    fn recover(
        &mut self,
        style: RecoveryStyle,
        extent: Extent,
        column: usize,
    ) -> Result<(), String> {
        let recovery = Recovery { extent, style };
        match self.repeats.last_mut() {
            Some(step) if step.recovery.is_none() => step.recovery = Some(recovery),
            None if self.recovery.is_none() => self.recovery = Some((recovery, column)),
            _ => return Err("the recovery is given twice; delete one".to_owned()),
        }
        Ok(())
    }

    /// `warm-up 2km` or `cool-down 10 min`; the words of the part itself are `words`.
    pub(super) fn outer(&mut self, cursor: &Cursor, part: Meaning, words: usize) -> Taken {
        let name = part_name(part);
        let reading = cursor
            .word(words)
            .and_then(|first| length(cursor, first, words, LengthOf::Whole));
        let Some(reading) = reading else {
            let message =
                format!("how far or long is the {name}? Write {name} 2km or {name} 10min");
            return Taken::new(words, 0, Err(message));
        };
        let result = self
            .extent(reading.value, name)
            .and_then(|extent| self.put_outer(part, extent));
        Taken::new(words + 1 + reading.more, words, result)
    }

    /// A length whose part stands behind it: `2km warm-up`, `400m jog`. Without one it is not ours.
    pub(super) fn extent_first(&mut self, cursor: &Cursor, repeated: Repeated) -> Option<Taken> {
        let first = cursor.word(0)?;
        let reading = measure(first, |n| cursor.word(n + 1))?;
        let at = 1 + reading.more;
        let outer = (1..=2).rev().find_map(|count| {
            let words: Option<Vec<&str>> = (at..at + count).map(|n| cursor.word(n)).collect();
            match words::meaning(&words?.join(" ").replace('-', " "))? {
                part @ (Meaning::WarmUp | Meaning::CoolDown) => Some((part, count)),
                _ => None,
            }
        });
        let style = (repeated == Repeated::Yes)
            .then(|| recovery_style(cursor.word(at)?))
            .flatten();
        let words = at + outer.map_or(1, |(_, count)| count);
        // A length after the part belongs to it, as in `10km warm-up 2km`.
        if cursor
            .word(words)
            .is_some_and(|next| measure(next, |n| cursor.word(words + 1 + n)).is_some())
        {
            return None;
        }
        let result = if let Some((part, _)) = outer {
            let reading = length(cursor, first, 0, LengthOf::Whole)?;
            self.extent(reading.value, part_name(part))
                .and_then(|extent| self.put_outer(part, extent))
        } else {
            let style = style?;
            let reading = length(cursor, first, 0, LengthOf::Repeat)?;
            self.extent(reading.value, recovery_word(style))
                .and_then(|extent| self.recover(style, extent, cursor.column()))
        };
        Some(Taken::new(words, 0, result))
    }

    fn put_outer(&mut self, part: Meaning, extent: Extent) -> Result<(), String> {
        let place = if part == Meaning::WarmUp {
            &mut self.warm_up
        } else {
            &mut self.cool_down
        };
        if place.replace(extent).is_some() {
            return Err(format!(
                "the {} is given twice; delete one",
                part_name(part)
            ));
        }
        Ok(())
    }

    fn extent(&mut self, measure: Result<Measure, String>, what: &str) -> Result<Extent, String> {
        let measure = measure?;
        if let Some(range) = measure.range {
            self.ranges.push(format!("{what} {range}"));
        }
        measure.amount.extent()
    }

    /// Gives what was said before the repeats to the first of them, and tells what belongs to nothing.
    pub(super) fn settle(&mut self) -> Vec<(usize, String)> {
        let mut homeless = Vec::new();
        let first = self.repeats.first_mut();
        match (first, self.recovery.take()) {
            (Some(step), Some((recovery, _))) if step.recovery.is_none() => {
                step.recovery = Some(recovery);
            }
            (Some(_), Some((_, column))) => {
                homeless.push((column, "the recovery is given twice; delete one".to_owned()));
            }
            (None, Some((_, column))) => {
                homeless.push((
                    column,
                    "there are no repeats to recover from; write them as 6x800m".to_owned(),
                ));
            }
            (_, None) => {}
        }
        if let Some(step) = self.repeats.first_mut()
            && step.target.is_none()
        {
            step.target = self.aim.take().map(|(target, _)| target);
        }
        if let Some((Target::Rpe(_) | Target::HeartRate(_) | Target::Named(_), column)) = self.aim {
            homeless.push((
                column,
                "only repeats have such an aim; for the whole run write rpe 5".to_owned(),
            ));
        }
        homeless
    }

    /// The run these parts make.
    pub(super) fn into_plan(self, kind: RunKind, rpe: Option<Rpe>) -> RunPlan {
        let warm_up = self
            .warm_up
            .map(|extent| Step::new(StepKind::WarmUp, extent));
        let cool_down = self
            .cool_down
            .map(|extent| Step::new(StepKind::CoolDown, extent));
        let pace: Option<Pace> = match self.aim {
            Some((Target::Pace(pace), _)) => Some(pace),
            _ => None,
        };
        let steps = warm_up
            .into_iter()
            .chain(self.repeats)
            .chain(cool_down)
            .collect();
        RunPlan {
            kind,
            distance: self.distance,
            rpe,
            pace,
            steps,
            warm: false,
        }
    }
}

/// The length that begins `ahead` tokens further on with the word `first`, or with what stands behind its cross. One
/// with two readings is refused, and both are named.
pub(super) fn length<'t>(
    cursor: &Cursor<'t>,
    first: &'t str,
    ahead: usize,
    of: LengthOf,
) -> Option<Parsed<Measure>> {
    let mut read = measure(first, |n| cursor.word(ahead + 1 + n))?;
    let written = cursor.written(ahead);
    let figure = written.rsplit(['x', 'X', '×', '✕']).next();
    if let Some(doubt) = two_readings(figure.unwrap_or(written), cursor.written(ahead + 1), of) {
        read.value = Err(doubt);
    }
    Some(read)
}

/// Whether a session has repeats, so that `400m jog` is a recovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeated {
    /// It has, or is of a kind that has.
    Yes,
    /// It has none.
    No,
}

fn part_name(part: Meaning) -> &'static str {
    if part == Meaning::WarmUp {
        "warm-up"
    } else {
        "cool-down"
    }
}
