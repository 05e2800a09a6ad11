//! What a part of a run is run at.

use crate::domain::{Kind, Pace, RunKind, Target};

use super::super::amount::Amount;
use super::super::figures::Setting;
use super::super::items::Fate;
use super::super::lexicon::Meaning;
use super::super::paces::{Aim, believed, per_unit};
use super::super::scan::NumberToken;
use super::Reader;

impl Reader<'_, '_> {
    /// An aim, of the part before it or after it.
    pub(super) fn aim(&mut self, at: usize, to: usize) -> Option<usize> {
        let mut start = at;
        let mut announced = false;
        while self.fragment.is_sign(start, '@')
            || self.fragment.written(start, start + 1) == "en"
            || matches!(self.fragment.meaning(start), Some(Meaning::At))
            || (announced && matches!(self.fragment.meaning(start), Some(Meaning::Filler)))
            || (announced
                && (self.fragment.is_sign(start, '~')
                    || self.fragment.is_sign(start, '<')
                    || self.fragment.is_sign(start, '.')))
        {
            announced = true;
            start += 1;
        }
        announced |= self.is_pace_in_brackets(start);
        // 5x1k at 3:40, but not "at 7:00" before anything was said.
        let same = self
            .words
            .parts
            .last()
            .filter(|part| part.target.is_none() && part.group.is_empty());
        let over = same.and_then(|part| part.amount);
        let figure = self.fragment.figure(start).is_some();
        if figure
            && announced
            && same.is_none()
            && self.words.parts.is_empty()
            && self.words.kinds.is_empty()
            && !self.words.run
        {
            return None;
        }
        let aim = self.fragment.aim(start, announced, over).or_else(|| {
            let steady = self.words.parts.last().is_none_or(|part| !part.counted);
            let begun = !self.words.parts.is_empty() || !self.words.kinds.is_empty();
            let span = self.fragment.pace_span(start);
            span.filter(|_| steady && begun)
                .or_else(|| self.time_of_each(start, to))
        })?;
        // "tempo" and "easy" without an announcement are kinds; a bare word for hard belongs to its figure.
        if start >= to {
            return None;
        }
        // "start easy, finish at MP": without a length the words stay words.
        let before = self.nearby(self.segment_start, at);
        let here = self
            .words
            .parts
            .last()
            .is_some_and(|part| part.segment == self.segment);
        if before.position.is_some() && !here {
            return None;
        }
        let target = self.fragment.take_aim(start, &aim);
        self.fragment.read(at, start);
        let mut next = aim.to;
        // "@ 5k pace (1:35)": what follows in brackets right behind an aim explains it.
        if self.fragment.is_sign(next, '.') {
            next += 1;
        }
        let segment = self.segment;
        let place = self.words.parts.last_mut().filter(|part| {
            part.target.is_none() && (part.segment == segment || announced || part.counted)
        });
        match place {
            Some(part) => {
                part.target = Some(target);
                // A bracket after the target still follows the repeats directly: 4x1200m @ 4:30 (90s).
                if part.counted && part.recovery.is_none() {
                    part.to = next;
                }
            }
            None if self.words.target.is_none() => self.words.target = Some(target),
            None => self.fragment.fates[start] = Fate::Left,
        }
        Some(next)
    }

    /// `4 mi tempo (7:10)`: a time alone in brackets in which nobody runs the distance before them, but one unit of it.
    fn is_pace_in_brackets(&self, at: usize) -> bool {
        let Some(NumberToken::Clock {
            parts: [Some(minutes), Some(seconds), None],
        }) = self.fragment.figure(at)
        else {
            return false;
        };
        let alone =
            at > 0 && self.fragment.is_sign(at - 1, '(') && self.fragment.is_sign(at + 1, ')');
        let last = self.words.parts.last();
        let open = last.filter(|part| part.target.is_none() && !part.counted);
        let Some(Amount::Meters(meters)) = open.and_then(|part| part.amount) else {
            return false;
        };
        let seconds = f64::from(minutes * 60 + seconds);
        alone
            && meters > 0.0
            && !believed(Pace::from_seconds_per_km(seconds / meters * 1000.0))
            && believed(per_unit(seconds, self.fragment.context.unit))
    }

    /// `10x400 m (1:25), 200 m jog`: a time in brackets that the distance can be run in, where the recovery is said
    /// elsewhere.
    fn time_of_each(&self, at: usize, to: usize) -> Option<Aim> {
        let found = self.fragment.quantity(at, Setting::Recovery)?;
        let Amount::Seconds(seconds) = found.amount else {
            return None;
        };
        let last = self.words.parts.last()?;
        let Some(Amount::Meters(meters)) = last.amount else {
            return None;
        };
        let open = last.counted && last.target.is_none() && last.recovery.is_none();
        let alone =
            at > 0 && self.fragment.is_sign(at - 1, '(') && self.fragment.is_sign(found.to, ')');
        let rested = (found.to + 1..to).any(|at| {
            matches!(
                self.fragment.meaning(at),
                Some(
                    Meaning::Style(_)
                        | Meaning::Recover
                        | Meaning::Between
                        | Meaning::Kind(Kind::Run(RunKind::Recovery))
                )
            )
        });
        if !open || !alone || !rested || meters > 3000.0 {
            return None;
        }
        let pace = Pace::from_seconds_per_km(seconds / meters * 1000.0);
        if !(140.0..=420.0).contains(&pace.seconds_per_km()) {
            return None;
        }
        Some(Aim {
            target: Target::Pace(pace),
            to: found.to,
            or: None,
            doubtful: true,
        })
    }
}
