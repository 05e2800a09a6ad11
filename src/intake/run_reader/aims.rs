//! What a part of a run is run at.

use crate::domain::{DistanceUnit, Kind, Pace, RunKind, Target};

use super::super::amount::Amount;
use super::super::figures::Setting;
use super::super::items::Fate;
use super::super::lexicon::Meaning;
use super::super::paces::{Aim, believed, per_unit};
use super::super::scan::NumberToken;
use super::Reader;

/// Faster than this, in seconds a kilometre, a time in brackets behind repeats may as well be the rest.
const SLOWEST_TO_DOUBT: f64 = 200.0;

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
        let is_timed = start > at && matches!(self.fragment.written(start - 1, start), "in" | "en");
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
        let aim = if is_timed { timed(aim, over) } else { aim };
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
        if self.fragment.is_sign(next, '.') {
            next += 1;
        }
        // "@ 5k pace (1:35)": what follows in brackets right behind an aim explains it.
        let explained = self.figure_behind(next, to, &aim);
        if let Some((_, behind)) = explained {
            next = behind;
        }
        let segment = self.segment;
        let place = self.words.parts.last_mut().filter(|part| {
            part.target.is_none() && (part.segment == segment || announced || part.counted)
        });
        match place {
            Some(part) => {
                part.target = Some(target);
                part.figure = explained.map(|(figure, _)| figure);
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

    /// `MP (7:05)`, `HMP (4:10-4:15)`: the pace in brackets behind an aim in words, and the item behind the bracket. A time
    /// in which the distance is run, or one so short that it could be a rest, counts where the rest is said elsewhere.
    fn figure_behind(&mut self, bracket: usize, to: usize, aim: &Aim) -> Option<(Target, usize)> {
        if !matches!(aim.target, Target::Named(_)) || !self.fragment.is_sign(bracket, '(') {
            return None;
        }
        let is_clock = matches!(
            self.fragment.figure(bracket + 1),
            Some(NumberToken::Clock {
                parts: [Some(_), Some(_), None]
            })
        );
        let last = self
            .words
            .parts
            .last()
            .filter(|part| part.group.is_empty())?;
        let (counted, over) = (last.counted, last.amount);
        let pace = self
            .fragment
            .aim(bracket + 1, true, over)
            .filter(|_| is_clock)?;
        let Target::Pace(figure) = pace.target else {
            return None;
        };
        let closes = self.fragment.is_sign(pace.to, ')') && pace.to < to;
        let is_each = pace.or.is_none()
            && over.is_some_and(Amount::is_distance)
            && self.is_time_of(bracket + 1, over, figure);
        let is_brief = figure.seconds_per_km() < SLOWEST_TO_DOUBT;
        if !closes || (counted && (is_each || is_brief) && !self.rests_behind(pace.to + 1, to)) {
            return None;
        }
        let target = self.fragment.take_aim(bracket + 1, &pace);
        self.fragment.read(bracket, pace.to + 1);
        Some((target, pace.to + 1))
    }

    /// True where a pace comes from the time of the whole distance.
    fn is_time_of(&self, at: usize, over: Option<Amount>, pace: Pace) -> bool {
        let Some(NumberToken::Clock {
            parts: [Some(minutes), Some(seconds), None],
        }) = self.fragment.figure(at)
        else {
            return false;
        };
        let Some(Amount::Meters(meters)) = over else {
            return false;
        };
        let each = f64::from(minutes * 60 + seconds) / meters * 1000.0;
        (each - pace.seconds_per_km()).abs() < 0.5
    }

    /// True where a word of recovery stands further on.
    fn rests_behind(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            matches!(
                self.fragment.meaning(at),
                Some(
                    Meaning::Style(_)
                        | Meaning::Recover
                        | Meaning::Between
                        | Meaning::Kind(Kind::Run(RunKind::Recovery) | Kind::Rest)
                )
            )
        })
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
        let (seconds, end) = self.seconds_in_brackets(at)?;
        let last = self.words.parts.last()?;
        let Some(Amount::Meters(meters)) = last.amount else {
            return None;
        };
        let open = last.counted && last.target.is_none() && last.recovery.is_none();
        let alone = at > 0 && self.fragment.is_sign(at - 1, '(') && self.fragment.is_sign(end, ')');
        let rested = self.rests_behind(end + 1, to);
        if !open || !alone || !rested || meters > 3000.0 {
            return None;
        }
        let pace = Pace::from_seconds_per_km(seconds / meters * 1000.0);
        if !(140.0..=420.0).contains(&pace.seconds_per_km()) {
            return None;
        }
        Some(Aim {
            target: Target::Pace(pace),
            to: end,
            or: None,
            doubtful: true,
        })
    }

    /// A time, or bare seconds as in `20x200 (38-40)`, and the item behind; of a range its middle.
    fn seconds_in_brackets(&self, at: usize) -> Option<(f64, usize)> {
        if let Some(found) = self.fragment.quantity(at, Setting::Recovery) {
            return match found.amount {
                Amount::Seconds(seconds) => Some((seconds, found.to)),
                Amount::Meters(_) => None,
            };
        }
        let low = self.fragment.count(at, 20..=600)?;
        match self.fragment.count(at + 2, low..=600) {
            Some(high) if self.fragment.is_sign(at + 1, '-') => {
                Some((f64::midpoint(f64::from(low), f64::from(high)), at + 3))
            }
            _ => Some((f64::from(low), at + 1)),
        }
    }
}

/// `6x800 in 3:20`: behind "in" stands the time of each, where it can be one.
fn timed(aim: Aim, over: Option<Amount>) -> Aim {
    let Some(Amount::Meters(meters)) = over else {
        return aim;
    };
    let Some(Target::Pace(each)) = aim.or else {
        return aim;
    };
    let Target::Pace(read) = aim.target else {
        return aim;
    };
    // The pace of the time of each is that of a kilometre times its length.
    let is_each =
        |unit_seconds: f64| (each.seconds_per_km() * meters / 1000.0 - unit_seconds).abs() < 0.5;
    let per_km = read.seconds_per_km();
    if is_each(per_km) || is_each(per_km * DistanceUnit::Miles.meters() / 1000.0) {
        return Aim::sure(Target::Pace(each), aim.to);
    }
    aim
}
