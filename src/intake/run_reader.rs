//! Reads the words of a run into its parts.

use crate::domain::{Kind, RecoveryStyle, RunKind, StepKind, Target};

use super::figures::{Amount, Quantity, Setting};
use super::items::{Fragment, ItemKind};
use super::lexicon::{Meaning, Unit};
use super::parts::{Part, Position};

/// The most repeats that are believed.
const MOST_REPEATS: u32 = 60;

/// What a run says.
#[derive(Debug, Default)]
pub(super) struct RunWords {
    pub(super) parts: Vec<Part>,
    /// Kinds with the item that says them; those that only tell how a part is run are not among them.
    pub(super) kinds: Vec<(RunKind, usize)>,
    /// For each kind, the stretch between commas it stands in.
    pub(super) segments: Vec<usize>,
    /// "run" was said.
    pub(super) run: bool,
    pub(super) parkrun: bool,
    pub(super) strides: bool,
    /// An aim that belongs to no part.
    pub(super) target: Option<Target>,
    /// A race distance said by its name, in metres.
    pub(super) race: Option<f64>,
    pub(super) key: bool,
}

/// Reads the items of a fragment from one to another.
pub(super) fn read(fragment: &mut Fragment, from: usize, to: usize) -> RunWords {
    let length = fragment.len();
    let mut reader = Reader {
        fragment,
        words: RunWords::default(),
        used: vec![false; length],
        from,
        segment: 0,
        segment_start: from,
        inside: false,
        brackets: 0,
        slash: false,
        pending_total: false,
    };
    reader.all(from, to);
    reader.words
}

/// What words near a figure say of it, each with its item.
#[derive(Debug, Clone, Copy, Default)]
struct Nearby {
    warm_up: Option<usize>,
    cool_down: Option<usize>,
    style: Option<(RecoveryStyle, usize)>,
    recover: Option<usize>,
    between: Option<usize>,
    kind: Option<(RunKind, usize)>,
    rest: Option<usize>,
    hard: Option<usize>,
    strides: Option<usize>,
    position: Option<(Position, usize)>,
    total: Option<usize>,
}

impl Nearby {
    /// True when it speaks of recovery, whatever the style.
    fn recovers(&self) -> bool {
        self.style.is_some()
            || self.recover.is_some()
            || self.rest.is_some()
            || self.between.is_some()
    }
}

struct Reader<'f, 'a> {
    fragment: &'f mut Fragment<'a>,
    words: RunWords,
    /// Words that already describe a figure.
    used: Vec<bool>,
    from: usize,
    segment: usize,
    segment_start: usize,
    /// True behind "with" and a colon.
    inside: bool,
    /// Open brackets.
    brackets: usize,
    /// True right behind a slash.
    slash: bool,
    pending_total: bool,
}

impl Reader<'_, '_> {
    fn all(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let next = self.next(at, to);
            at = next.max(at + 1);
        }
    }

    /// Reads what begins at an item, and tells where the next begins.
    fn next(&mut self, at: usize, to: usize) -> usize {
        if let Some(next) = self.ladder(at) {
            return next;
        }
        if let Some(next) = self.repeats(at, to) {
            return next;
        }
        if let Some(next) = self.postfix(at) {
            return next;
        }
        if let Some(next) = self.aim(at, to) {
            return next;
        }
        if let Some(next) = self.figure(at, to) {
            return next;
        }
        if let Some(ItemKind::Sign(sign)) =
            self.fragment.items.get(at).map(|item| item.kind.clone())
        {
            self.sign(at, sign);
            return at + 1;
        }
        self.word(at);
        at + 1
    }

    fn sign(&mut self, at: usize, sign: char) {
        match sign {
            '(' | '[' => {
                self.brackets += 1;
                self.new_segment(at + 1);
            }
            ')' | ']' => {
                self.brackets = self.brackets.saturating_sub(1);
                self.new_segment(at + 1);
            }
            ',' | ';' | '\n' | '•' | '|' | '.' => {
                self.new_segment(at + 1);
            }
            '+' => {
                self.inside = false;
                self.new_segment(at + 1);
            }
            ':' if self.words.parts.iter().any(Part::is_plain) => self.inside = true,
            '/' => self.slash = true,
            '-' if self
                .fragment
                .items
                .get(at + 1)
                .is_some_and(|item| item.spaced) =>
            {
                self.new_segment(at + 1);
            }
            _ => {}
        }
        if sign != '/' {
            self.slash = false;
        }
    }

    fn new_segment(&mut self, start: usize) {
        self.segment += 1;
        self.segment_start = start;
        self.slash = false;
    }

    fn word(&mut self, at: usize) {
        let Some(meaning) = self.fragment.meaning(at).cloned() else {
            return;
        };
        match meaning {
            Meaning::Kind(Kind::Run(kind)) => {
                if !self.used.get(at).copied().unwrap_or_default() {
                    self.words.kinds.push((kind, at));
                    self.words.segments.push(self.segment);
                }
                self.fragment.read(at, at + 1);
            }
            Meaning::Run => {
                self.words.run = true;
                // The word says more than that somebody runs: trail, treadmill.
                let written = self.fragment.written(at, at + 1).to_lowercase();
                let tells = [
                    "trail",
                    "treadmill",
                    "tapis",
                    "laufband",
                    "cinta",
                    "bos",
                    "wald",
                    "nature",
                    "road",
                ]
                .iter()
                .any(|word| written.contains(word));
                if !tells {
                    self.fragment.read(at, at + 1);
                }
            }
            // "Recovery 40 min": at the head it is the kind of the run.
            Meaning::Recover if at == self.from => {
                self.words.kinds.push((RunKind::Recovery, at));
                self.words.segments.push(self.segment);
                self.use_word(at);
            }
            Meaning::Parkrun => {
                self.words.parkrun = true;
                self.fragment.read(at, at + 1);
            }
            Meaning::Strides => {
                self.words.strides = true;
                // Strides without a length stay a word to the athlete.
            }
            Meaning::RaceDistance(meters) => {
                self.words.race = Some(meters);
                self.fragment.read(at, at + 1);
            }
            Meaning::With => {
                self.inside = true;
                self.new_segment(at + 1);
            }
            Meaning::And => {
                let written = self.fragment.written(at, at + 1);
                if written == "+" || written == "plus" {
                    self.inside = false;
                }
                self.new_segment(at + 1);
            }
            Meaning::Key => {
                self.words.key = true;
                self.fragment.read(at, at + 1);
            }
            Meaning::Total => {
                self.pending_total = true;
                self.fragment.read(at, at + 1);
            }
            Meaning::Double => self.fragment.read(at, at + 1),
            Meaning::Hard => {
                let last = self.words.parts.last();
                if last.is_some_and(|part| part.counted && part.to <= at)
                    || self.used.get(at) == Some(&true)
                {
                    self.fragment.read(at, at + 1);
                }
            }
            _ => {}
        }
    }

    /// `8x`, `6-8 x`, `3 sets of`, `3 x (`; what is repeated follows.
    fn repeats(&mut self, at: usize, to: usize) -> Option<usize> {
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
        // 6 x hill sprints 10 s: the kind stands before the length.
        let mut ahead = next;
        while ahead < to
            && ahead < next + 4
            && self.fragment.figure(ahead).is_none()
            && !matches!(
                self.fragment.items.get(ahead).map(|item| &item.kind),
                Some(ItemKind::Sign(',' | ';' | '\n' | ')')) | None
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
            self.fragment.fates[at] = super::items::Fate::Left;
            if let Some(fate) = self.fragment.fates.get_mut(at + 2) {
                *fate = super::items::Fate::Left;
            }
        }
        self.push_counted(count, amount, at, found.to);
        Some(self.describe_counted(found.to, to))
    }

    /// `1-2-3-2-1 min`, `400/800/1200/800/400`: a step for each figure.
    fn ladder(&mut self, at: usize) -> Option<usize> {
        let mut figures = vec![self.fragment.number(at)?];
        let mut next = at + 1;
        while ['-', '/', ',']
            .iter()
            .any(|sign| self.fragment.is_sign(next, *sign))
            && let Some(figure) = self.fragment.number(next + 1)
        {
            figures.push(figure);
            next += 2;
        }
        if figures.len() < 3 || figures.len() > 15 {
            return None;
        }
        let far = figures
            .iter()
            .all(|figure| figure % 50.0 == 0.0 && (100.0..=5000.0).contains(figure));
        let (scale, to): (fn(f64) -> Amount, usize) = match self.fragment.unit(next) {
            Some((Unit::Minute, to)) => (|figure| Amount::Seconds(figure * 60.0), to),
            Some((Unit::Second, to)) => (Amount::Seconds, to),
            Some((Unit::Km, to)) => (|figure| Amount::Meters(figure * 1000.0), to),
            Some((Unit::Mile, to)) => (|figure| Amount::Meters(figure * 1609.344), to),
            Some((Unit::Meter, to)) if far => (Amount::Meters, to),
            Some((Unit::Meter, to)) => (|figure| Amount::Seconds(figure * 60.0), to),
            None if far => (Amount::Meters, next),
            _ => return None,
        };
        self.fragment.read(at, to);
        for figure in figures {
            self.push_counted(1, scale(figure), at, to);
        }
        Some(to)
    }

    fn push_counted(&mut self, count: u32, amount: Amount, from: usize, to: usize) {
        let mut part = Part::of(amount, from, to, self.segment);
        part.repeats = count;
        part.counted = true;
        part.inside = self.inside || self.brackets > 0;
        part.strides = false;
        self.words.parts.push(part);
        self.slash = false;
    }

    fn push_group(&mut self, count: u32, mut group: Vec<Part>, from: usize, to: usize) {
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
    fn group(&mut self, from: usize, to: usize) -> Vec<Part> {
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

    /// A count with its sign of repeats: the count, the item behind, whether it was a range.
    fn count(&self, at: usize) -> Option<(u32, usize, bool)> {
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

    fn is_times(&self, at: usize) -> bool {
        self.fragment.is(at, &Meaning::Times) || self.fragment.is_sign(at, '*')
    }

    /// `x 8` behind what is repeated.
    fn postfix(&mut self, at: usize) -> Option<usize> {
        if !self.is_times(at) {
            return None;
        }
        let count = self.fragment.count(at + 1, 2..=MOST_REPEATS)?;
        if self.fragment.unit(at + 2).is_some() || self.is_times(at + 2) {
            return None;
        }
        // Yasso 800s x 6.
        if self.words.parts.is_empty() {
            let meters = (self.segment_start..at).find_map(|item| {
                let written = self.fragment.written(item, item + 1);
                let figure: String = written.chars().filter(char::is_ascii_digit).collect();
                figure
                    .parse::<f64>()
                    .ok()
                    .filter(|meters| (100.0..=5000.0).contains(meters))
            })?;
            self.fragment.read(at, at + 2);
            self.push_counted(count, Amount::Meters(meters), at, at + 2);
            return Some(at + 2);
        }
        let grouped =
            at > 0 && (self.fragment.is_sign(at - 1, ')') || self.fragment.is_sign(at - 1, ']'));
        let open = if grouped { self.opening(at - 1) } else { at };
        let mut first = self.words.parts.len() - 1;
        while grouped
            && first > 0
            && self
                .words
                .parts
                .get(first - 1)
                .is_some_and(|part| part.from > open)
        {
            first -= 1;
        }
        let last = self.words.parts.get(first)?;
        if last.counted && !grouped {
            return None;
        }
        if !grouped
            && first > 0
            && last.is_recovery()
            && self
                .words
                .parts
                .get(first - 1)
                .is_some_and(|part| !part.counted && part.role.is_none())
        {
            first -= 1;
        }
        let group = self.words.parts.split_off(first);
        self.fragment.read(at, at + 2);
        let from = group.first().map_or(at, |part| part.from);
        self.push_group(count, group, from, at + 2);
        Some(at + 2)
    }

    fn opening(&self, close: usize) -> usize {
        let mut depth = 0;
        for at in (self.from..=close).rev() {
            if self.fragment.is_sign(at, ')') || self.fragment.is_sign(at, ']') {
                depth += 1;
            } else if self.fragment.is_sign(at, '(') || self.fragment.is_sign(at, '[') {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
        }
        self.from
    }

    /// An aim, of the part before it or after it.
    fn aim(&mut self, at: usize, to: usize) -> Option<usize> {
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
        let aim = self.fragment.aim(start, announced, over)?;
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
            Some(part) => part.target = Some(target),
            None if self.words.target.is_none() => self.words.target = Some(target),
            None => self.fragment.fates[start] = super::items::Fate::Left,
        }
        Some(next)
    }

    /// A distance or time.
    fn figure(&mut self, at: usize, to: usize) -> Option<usize> {
        let found = self
            .fragment
            .quantity(at, Setting::Whole)
            .or_else(|| self.fragment.bare(at, Setting::Whole))
            .or_else(|| self.fragment.bare(at, Setting::Recovery))?;
        let before = self.nearby(self.segment_start.max(self.last_end()), at);
        let after = self.after(found.to, to);
        let recovering = self.is_recovery(at, &found, &before, &after);
        let setting = if recovering {
            Setting::Recovery
        } else if after
            .warm_up
            .or(after.cool_down)
            .or(before.warm_up)
            .or(before.cool_down)
            .is_some()
        {
            Setting::Outer
        } else {
            Setting::Whole
        };
        let found = self.fragment.quantity(at, setting).or_else(|| {
            let found = self.fragment.bare(at, setting)?;
            self.may_be_bare(at, &found, setting).then_some(found)
        });
        let found = match found {
            Some(found) => found,
            None => self.part_of_time(at)?,
        };
        if self.fragment.is_climb(found.to) {
            return None;
        }
        let amount = self.fragment.take(&found);
        if found.range {
            self.leave_range(&found);
        }
        if recovering {
            self.put_recovery(amount, &before, &after, found.to);
            return Some(found.to);
        }
        let mut part = Part::of(amount, at, found.to, self.segment);
        part.inside = self.inside || self.brackets > 0;
        self.describe(&mut part, &before, &after);
        part.total |= std::mem::take(&mut self.pending_total);
        self.slash = false;
        self.words.parts.push(part);
        Some(found.to)
    }

    /// `70 min: 20 easy, 30 steady, 20 easy`: figures that belong to a time are minutes.
    fn part_of_time(&mut self, at: usize) -> Option<Quantity> {
        let within = self.inside || self.brackets > 0;
        let timed = self.words.parts.first().is_some_and(|part| {
            part.is_plain() && part.amount.is_some_and(|amount| !amount.is_distance())
        });
        let described = matches!(
            self.fragment.meaning(at + 1),
            Some(
                Meaning::Kind(Kind::Run(_))
                    | Meaning::At
                    | Meaning::Style(_)
                    | Meaning::WarmUp
                    | Meaning::CoolDown
            )
        ) || self.fragment.is_sign(at + 1, '@');
        if !within || !timed || !described {
            return None;
        }
        self.fragment.minutes_at(at)
    }

    /// The range of a quantity is worth keeping: the words stay in the note, but count as read.
    fn leave_range(&mut self, found: &Quantity) {
        for at in found.from..found.to {
            if let Some(fate) = self.fragment.fates.get_mut(at) {
                *fate = super::items::Fate::Left;
            }
        }
    }

    fn last_end(&self) -> usize {
        self.words
            .parts
            .last()
            .map_or(self.from, |part| part.to.min(self.fragment.len()))
    }

    /// A figure without a unit counts only where nothing else can be meant.
    fn may_be_bare(&self, at: usize, found: &Quantity, setting: Setting) -> bool {
        if setting != Setting::Whole {
            return true;
        }
        let before = at.checked_sub(1).map(|before| {
            self.fragment
                .items
                .get(before)
                .map(|item| item.kind.clone())
        });
        let fits = match before.flatten() {
            None => true,
            Some(ItemKind::Word(meaning)) => matches!(
                meaning,
                Meaning::Kind(_)
                    | Meaning::Run
                    | Meaning::Last
                    | Meaning::First
                    | Meaning::Middle
                    | Meaning::With
                    | Meaning::And
                    | Meaning::Part(_)
                    | Meaning::Strides
                    | Meaning::Total
            ),
            Some(ItemKind::Sign(sign)) => {
                matches!(sign, '+' | '(' | ':' | '-' | '\n' | ',' | ';' | '•' | '~')
                    && at > self.from
            }
            Some(ItemKind::Unknown | ItemKind::Number(_)) => false,
        };
        let begins = at == self.from;
        let known = !self.words.kinds.is_empty()
            || self.words.run
            || begins
            || !self.words.parts.is_empty();
        let behind = match self.fragment.items.get(found.to).map(|item| &item.kind) {
            None => true,
            Some(ItemKind::Unknown) => {
                !begins
                    && self
                        .fragment
                        .items
                        .get(found.to)
                        .is_some_and(|item| item.spaced)
            }
            Some(ItemKind::Sign(sign)) => {
                !matches!(sign, '/' | '%' | '=' | '#' | '.' | '°' | '$' | '€')
            }
            Some(ItemKind::Word(meaning)) => !matches!(
                meaning,
                Meaning::Exercise(_)
                    | Meaning::Month(_)
                    | Meaning::Max
                    | Meaning::EachSide
                    | Meaning::DayNumber
            ),
            Some(ItemKind::Number(_)) => false,
        };
        let free = self.words.parts.iter().all(|part| !part.is_plain())
            || matches!(
                self.fragment.meaning(at.saturating_sub(1)),
                Some(Meaning::Last | Meaning::First | Meaning::With | Meaning::Middle)
            );
        fits && behind && known && free
    }

    fn is_recovery(&self, at: usize, found: &Quantity, before: &Nearby, after: &Nearby) -> bool {
        let Some(last) = self.words.parts.last() else {
            return false;
        };
        let inner_open = last
            .group
            .last()
            .is_some_and(|inner| inner.counted && inner.recovery.is_none());
        let open = last.counted && (last.recovery.is_none() || inner_open) && last.role.is_none();
        if !open
            || after.warm_up.is_some()
            || after.cool_down.is_some()
            || before.warm_up.is_some()
            || before.cool_down.is_some()
            || after.strides.is_some()
        {
            return false;
        }
        // 3x2k @ 4:05 2': a short time right behind repeats.
        let brief = matches!(found.amount, Amount::Seconds(seconds) if seconds <= 600.0);
        if brief && last.segment == self.segment && after.kind.is_none() && after.hard.is_none() {
            return true;
        }
        if before.recovers() || self.slash {
            return true;
        }
        if after.recovers() {
            return true;
        }
        let in_bracket =
            at > 0 && (self.fragment.is_sign(at - 1, '(') || self.fragment.is_sign(at - 1, '['));
        let close = last.to + 2 >= at;
        let same_segment = last.segment == self.segment;
        let easy = matches!(
            after.kind.or(before.kind),
            Some((RunKind::Easy | RunKind::Recovery, _))
        );
        let joined = self.inside && last.segment + 1 >= self.segment;
        // 5 x 5 min, 2 min easy: a shorter easy time behind timed repeats lies between them.
        let shorter = match (last.amount, found.amount) {
            (Some(Amount::Seconds(work)), Amount::Seconds(rest)) => rest <= work,
            _ => false,
        };
        if easy && (same_segment || in_bracket || joined || shorter) {
            return true;
        }
        // `8x400m (90 s)` and `3x(4x200) 5 min`: nothing else is likely so close behind repeats.
        let timed = !found.amount.is_distance() || found.bare;
        (in_bracket && close && timed)
            || (!last.group.is_empty() && last.segment + 1 >= self.segment && close && timed)
    }

    fn put_recovery(&mut self, amount: Amount, before: &Nearby, after: &Nearby, to: usize) {
        let (style, item) = match (after.style.or(before.style), after.rest.or(before.rest)) {
            (Some((style, item)), _) => (style, Some(item)),
            (None, Some(item)) => {
                let off = self
                    .fragment
                    .written(item, item + 1)
                    .eq_ignore_ascii_case("off");
                let style = if off {
                    RecoveryStyle::Jog
                } else {
                    RecoveryStyle::Stand
                };
                (style, Some(item))
            }
            (None, None) => (RecoveryStyle::Jog, None),
        };
        let words = [
            item,
            after.recover,
            before.recover,
            after.between,
            before.between,
            after
                .kind
                .filter(|(kind, _)| matches!(kind, RunKind::Easy | RunKind::Recovery))
                .map(|(_, item)| item),
            before
                .kind
                .filter(|(kind, _)| matches!(kind, RunKind::Easy | RunKind::Recovery))
                .map(|(_, item)| item),
        ];
        for item in words.into_iter().flatten() {
            self.use_word(item);
        }
        let series = (self.segment_start..self.fragment.len().min(to + 4))
            .any(|at| matches!(self.fragment.meaning(at), Some(Meaning::Sets)))
            || after.between.or(before.between).is_some_and(|item| {
                let written = self.fragment.written(item, item + 1).to_lowercase();
                ["set", "serie", "série", "bloc"]
                    .iter()
                    .any(|word| written.contains(word))
            });
        if let Some(last) = self.words.parts.last_mut() {
            match last.group.last_mut() {
                // The first rest behind nested repeats is that of the inner ones.
                Some(inner) if inner.counted && inner.recovery.is_none() && !series => {
                    inner.recovery = Some((amount, style));
                }
                _ => last.recovery = Some((amount, style)),
            }
            last.to = to;
        }
        self.slash = false;
    }

    fn use_word(&mut self, item: usize) {
        if let Some(used) = self.used.get_mut(item) {
            *used = true;
        }
        self.fragment.read(item, item + 1);
    }

    /// The words behind a counted part that tell its role: "strides", "hard", "uphill".
    fn describe_counted(&mut self, from: usize, to: usize) -> usize {
        let after = self.after(from, to);
        if let Some(item) = after.strides {
            self.use_word(item);
            self.words.strides = true;
            if let Some(part) = self.words.parts.last_mut() {
                part.strides = true;
            }
        }
        if let Some(item) = after.hard {
            self.use_word(item);
        }
        if let Some(item) = after.warm_up {
            // "6x100m warm-up strides": the whole is part of warming up.
            if after.strides.is_some() {
                self.use_word(item);
            }
        }
        from
    }

    fn describe(&mut self, part: &mut Part, before: &Nearby, after: &Nearby) {
        let role = match (
            after.warm_up,
            after.cool_down,
            before.warm_up,
            before.cool_down,
        ) {
            (Some(item), ..) | (None, None, Some(item), _) => Some((StepKind::WarmUp, item)),
            (None, Some(item), ..) | (None, None, None, Some(item)) => {
                Some((StepKind::CoolDown, item))
            }
            _ => None,
        };
        if let Some((role, item)) = role {
            part.role = Some(role);
            self.use_word(item);
        }
        if let Some((style, item)) = after.style.or(before.style) {
            part.style = Some(style);
            self.use_word(item);
        }
        if part.style.is_none()
            && let Some(item) = after.rest.or(before.rest)
        {
            part.style = Some(RecoveryStyle::Jog);
            self.use_word(item);
        }
        if let Some((kind, item)) = after.kind.or(before.kind) {
            part.kind = Some(kind);
            // It is the kind of the session as long as nothing else is said; see what becomes of the parts.
            if !self.used.get(item).copied().unwrap_or_default() && after.kind.is_some() {
                self.use_word(item);
                self.words.kinds.push((kind, item));
                self.words.segments.push(self.segment);
            }
        }
        if let Some((position, item)) = before
            .position
            .or(after.position.filter(|_| before.position.is_none()))
        {
            part.position = Some(position);
            self.use_word(item);
        }
        if let Some(item) = after.strides {
            part.strides = true;
            self.words.strides = true;
            self.use_word(item);
        }
        if let Some(item) = after.total.or(before.total) {
            part.total = true;
            self.use_word(item);
        }
        if let Some(item) = after.hard.or(before.hard) {
            self.use_word(item);
        }
    }

    /// What the words behind a figure say of it, up to the next figure or comma.
    fn after(&self, from: usize, to: usize) -> Nearby {
        let mut end = from;
        while end < to {
            let stops = match self.fragment.items.get(end).map(|item| &item.kind) {
                Some(ItemKind::Number(_)) | None => true,
                Some(ItemKind::Sign(sign)) => !matches!(sign, '-' | '\'' | '.'),
                Some(ItemKind::Word(meaning)) => {
                    matches!(meaning, Meaning::And | Meaning::With | Meaning::Times)
                }
                Some(ItemKind::Unknown) => false,
            };
            if stops {
                break;
            }
            end += 1;
        }
        self.nearby(from, end)
    }

    fn nearby(&self, from: usize, to: usize) -> Nearby {
        let mut found = Nearby::default();
        for at in from..to {
            if self.used.get(at).copied().unwrap_or_default() {
                continue;
            }
            let Some(meaning) = self.fragment.meaning(at) else {
                continue;
            };
            match meaning {
                Meaning::WarmUp => found.warm_up = found.warm_up.or(Some(at)),
                Meaning::CoolDown => found.cool_down = found.cool_down.or(Some(at)),
                Meaning::Style(style) => found.style = found.style.or(Some((*style, at))),
                Meaning::Recover => found.recover = found.recover.or(Some(at)),
                Meaning::Between => found.between = found.between.or(Some(at)),
                Meaning::Kind(Kind::Rest) => found.rest = found.rest.or(Some(at)),
                Meaning::Kind(Kind::Run(kind)) => found.kind = found.kind.or(Some((*kind, at))),
                Meaning::Hard => found.hard = found.hard.or(Some(at)),
                Meaning::Strides => found.strides = found.strides.or(Some(at)),
                Meaning::Last => found.position = found.position.or(Some((Position::Last, at))),
                Meaning::First => found.position = found.position.or(Some((Position::First, at))),
                Meaning::Middle => found.position = found.position.or(Some((Position::Middle, at))),
                Meaning::Total => found.total = found.total.or(Some(at)),
                _ => {}
            }
        }
        found
    }
}

/// `1'/1'`, `3 hard 2 easy`: two times or two lengths of which the second is the recovery.
fn is_pair(work: &Part, rest: &Part) -> bool {
    rest.target.is_none()
        && work.role.is_none()
        && rest.role.is_none()
        && !rest.counted
        && work.amount.zip(rest.amount).is_some_and(|(work, rest)| {
            !rest.is_distance() || (work.is_distance() && rest.value() <= work.value())
        })
}
