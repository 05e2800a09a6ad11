//! What is done several times over: `8x400m`, `3 sets of 10 min`, `3 x (…)`.

use crate::domain::{Kind, RecoveryStyle, RunKind};

use super::super::amount::Amount;
use super::super::figures::Setting;
use super::super::items::{Fate, ItemKind};
use super::super::lexicon::{Meaning, Unit};
use super::super::parts::RunPart;
use super::Reader;

/// The most repeats that are believed.
pub(super) const MOST_REPEATS: u32 = 60;

impl Reader<'_, '_> {
    /// `8x`, `6-8 x`, `3 sets of`, `3 x (`; what is repeated follows.
    pub(super) fn repeats(&mut self, at: usize, to: usize) -> Option<usize> {
        let (count, mut next, range) = self.count(at)?;
        // 400 x 8.
        if count > MOST_REPEATS {
            let times = self
                .fragment
                .count(next, 2..=40)
                .filter(|_| self.fragment.unit(next + 1).is_none() && !self.is_times(next + 1))?;
            let found = self.fragment.bare(at, Setting::Repeat(times))?;
            let amount = self.fragment.take(&found);
            self.fragment.read(at, next + 1);
            self.push_counted(times, amount, at, next + 1);
            return Some(next + 1);
        }
        next = self.fragment.past_fillers(next);
        if self.fragment.is_sign(next, '(') || self.fragment.is_sign(next, '[') {
            let close = self.closing(next, to);
            let group = self.group(next + 1, close);
            self.fragment.read(at, next);
            self.push_group(count, group, at, close);
            return Some(close + 1);
        }
        // 3 x 4 x 200.
        if let Some((inner, ..)) = self.count(next)
            && inner <= MOST_REPEATS
        {
            let before = self.words.parts.len();
            let after = self.repeats(next, to)?;
            let group = self.words.parts.split_off(before);
            self.fragment.read(at, next);
            self.push_group(count, group, at, after);
            return Some(after);
        }
        // 4 x mile, 5 x km.
        if let Some(Meaning::Unit(unit @ (Unit::Km | Unit::Mile))) =
            self.fragment.meaning(next).cloned()
        {
            let meters = if unit == Unit::Km { 1000.0 } else { 1609.344 };
            self.fragment.read(at, next + 1);
            self.push_counted(count, Amount::Meters(meters), at, next + 1);
            return Some(self.describe_counted(next + 1, to));
        }
        if let Some(after) = self.work_and_rest(count, at, next) {
            return Some(after);
        }
        // 6 x hill sprints 10 s: the kind stands before the length.
        let mut ahead = next;
        while ahead < to
            && ahead < next + 4
            && self.fragment.figure(ahead).is_none()
            && !matches!(
                self.fragment.items.get(ahead).map(|item| &item.kind),
                Some(ItemKind::Sign(',' | ';' | '\n' | ')' | '+')) | None
            )
        {
            ahead += 1;
        }
        if self.fragment.is_sign(ahead, '(') {
            ahead += 1;
        }
        let setting = Setting::Repeat(count);
        let found = self.fragment.quantity(ahead, setting).or_else(|| {
            let found = self.fragment.bare(ahead, setting);
            found.filter(|_| ahead == next)
        });
        // Words without a length behind a count are no repeats.
        let found = found.filter(|found| !self.fragment.is_climb(found.to))?;
        // Between the count and the length only words that say how are passed over.
        // Figures that could be anything, behind words nobody knows, are no repeats: "Turkish get-ups 3x3".
        let small = found.bare
            && found.amount.value() < 2500.0
            && !matches!(found.amount, Amount::Meters(meters) if meters % 50.0 == 0.0);
        let strange = at > self.from
            && matches!(
                self.fragment.items.get(self.from).map(|item| &item.kind),
                Some(ItemKind::Unknown)
            )
            && self.words.kinds.is_empty();
        if small && strange {
            return None;
        }
        if ahead > next {
            for between in next..ahead {
                self.word(between);
            }
        }
        let amount = self.fragment.take(&found);
        self.fragment.read(at, next);
        if range {
            // The lower end of the count stays in the note, in the writer's words.
            self.fragment.fates[at] = Fate::Left;
            if let Some(fate) = self.fragment.fates.get_mut(at + 2) {
                *fate = Fate::Left;
            }
        }
        self.push_counted(count, amount, at, found.to);
        self.strides_before(at);
        Some(self.describe_counted(found.to, to))
    }

    /// `strides 4x100m`, `strides: 6 x 20 s`: the word stands before its count.
    fn strides_before(&mut self, at: usize) {
        let word = match at.checked_sub(1) {
            Some(before) if self.fragment.is_sign(before, ':') => before.checked_sub(1),
            before => before,
        };
        if let Some(word) = word.filter(|word| self.fragment.is(*word, &Meaning::Strides)) {
            self.use_word(word);
            self.words.strides = true;
            if let Some(part) = self.words.parts.last_mut() {
                part.strides = true;
            }
        }
    }

    /// `10 x 30/30`, `8 x 200/200`: seconds or metres of work, and behind the slash those between.
    fn work_and_rest(&mut self, count: u32, at: usize, next: usize) -> Option<usize> {
        let (work, rest, to) = match self.fragment.count(next, 10..=2000) {
            Some(work) if self.fragment.is_sign(next + 1, '/') => {
                let rest = self.fragment.count(next + 2, 10..=2000)?;
                (work, rest, next + 3)
            }
            Some(_) => return None,
            // "30/30" is a word for such repeats as well.
            None => {
                let (work, rest) = self.fragment.written(next, next + 1).split_once('/')?;
                (
                    work.trim().parse().ok()?,
                    rest.trim().parse().ok()?,
                    next + 1,
                )
            }
        };
        if self.fragment.unit(to).is_some() || self.fragment.is_sign(to, '/') {
            return None;
        }
        let both = |fits: fn(u32) -> bool| fits(work) && fits(rest);
        let amount: fn(f64) -> Amount = if both(|figure| figure >= 100 && figure % 50 == 0) {
            Amount::Meters
        } else if both(|figure| figure <= 180 && figure % 5 == 0) {
            Amount::Seconds
        } else {
            return None;
        };
        let (work, rest) = (amount(f64::from(work)), amount(f64::from(rest)));
        let read = format!("{} and {} between", work.words(), rest.words());
        self.fragment.guess(next, to, read, &[]);
        self.fragment.read(at, next);
        self.push_counted(count, work, at, to);
        if let Some(last) = self.words.parts.last_mut() {
            last.recovery = Some((rest, RecoveryStyle::Jog));
        }
        Some(self.describe_counted(to, to))
    }

    /// A count with its sign of repeats: the count, the item behind, whether it was a range.
    pub(super) fn count(&self, at: usize) -> Option<(u32, usize, bool)> {
        let first = self.fragment.count(at, 1..=5000)?;
        if let Some(high) = self.fragment.count(at + 2, 2..=MOST_REPEATS)
            && (self.fragment.is_sign(at + 1, '-')
                || matches!(
                    self.fragment.meaning(at + 1),
                    Some(Meaning::To | Meaning::Or)
                ))
            && high > first
            && self.is_times(at + 3)
        {
            return Some((high, at + 4, true));
        }
        if self.is_times(at + 1) {
            return Some((first, at + 2, false));
        }
        // "3 sets of 8x200m", "2 blocs de 10 min", "4 reps of 800m".
        let worded = matches!(
            self.fragment.meaning(at + 1),
            Some(Meaning::Sets | Meaning::Reps | Meaning::Rounds)
        );
        let series = worded
            || matches!(
                self.fragment.meaning(at + 1),
                Some(Meaning::Kind(Kind::Run(RunKind::Intervals)))
            ) && self
                .fragment
                .figure(self.fragment.past_fillers(at + 2))
                .is_some();
        (series && first <= MOST_REPEATS).then(|| {
            let mut next = at + 2;
            while matches!(
                self.fragment.meaning(next),
                Some(Meaning::Filler | Meaning::At)
            ) {
                next += 1;
            }
            if self.is_times(next) {
                next += 1;
            }
            (first, next, false)
        })
    }

    pub(super) fn is_times(&self, at: usize) -> bool {
        self.fragment.is(at, &Meaning::Times) || self.fragment.is_sign(at, '*')
    }

    pub(super) fn push_counted(&mut self, count: u32, amount: Amount, from: usize, to: usize) {
        let mut part = RunPart::of(amount, from, to, self.segment);
        part.repeats = count;
        part.counted = true;
        part.inside = self.inside || self.brackets > 0;
        part.strides = false;
        self.words.parts.push(part);
        self.slash = false;
    }

    pub(super) fn push_group(
        &mut self,
        count: u32,
        mut group: Vec<RunPart>,
        from: usize,
        to: usize,
    ) {
        let inside = self.inside || self.brackets > 0;
        let mut part = match group.as_slice() {
            [] => return,
            [one] if !one.counted => {
                let mut one = one.clone();
                one.repeats = count;
                one
            }
            [work, rest] if !work.counted && (rest.is_recovery() || is_pair(work, rest)) => {
                let mut one = work.clone().recovered_by(rest);
                one.repeats = count;
                one
            }
            [first, ..] => {
                let mut whole = first.clone();
                whole.repeats = count;
                whole.amount = None;
                whole.recovery = None;
                whole.target = None;
                whole.role = None;
                whole.group = std::mem::take(&mut group);
                whole
            }
        };
        part.counted = true;
        part.inside = inside;
        part.from = from;
        part.to = to;
        part.segment = self.segment;
        self.words.parts.push(part);
    }

    /// What stands in brackets, read by itself.
    fn group(&mut self, from: usize, to: usize) -> Vec<RunPart> {
        let outer = std::mem::take(&mut self.words.parts);
        let (inside, brackets, start) = (self.inside, self.brackets, self.segment_start);
        self.inside = false;
        self.brackets = 0;
        self.segment_start = from;
        self.all(from, to);
        (self.inside, self.brackets, self.segment_start) = (inside, brackets, start);
        self.segment += 1;
        self.segment_start = to;
        std::mem::replace(&mut self.words.parts, outer)
    }

    fn closing(&self, open: usize, to: usize) -> usize {
        let mut depth = 0;
        for at in open..to {
            if self.fragment.is_sign(at, '(') || self.fragment.is_sign(at, '[') {
                depth += 1;
            } else if self.fragment.is_sign(at, ')') || self.fragment.is_sign(at, ']') {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        to
    }
}

/// `1'/1'`, `3 hard 2 easy`: two times or two lengths of which the second is the recovery.
fn is_pair(work: &RunPart, rest: &RunPart) -> bool {
    rest.target.is_none()
        && work.role.is_none()
        && rest.role.is_none()
        && !rest.counted
        && work.amount.zip(rest.amount).is_some_and(|(work, rest)| {
            !rest.is_distance() || (work.is_distance() && rest.value() <= work.value())
        })
}
