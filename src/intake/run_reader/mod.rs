//! Reads the words of a run into its parts.

mod aims;
mod amounts;
mod ends;
mod ladders;
mod nearby;
mod recoveries;
mod repeats;

use crate::domain::{Kind, RunKind, Target};

use super::items::{Fragment, ItemKind};
use super::lexicon::Meaning;
use super::parts::RunPart;

/// What a run says.
#[derive(Debug, Default)]
pub(super) struct RunWords {
    pub(super) parts: Vec<RunPart>,
    /// Kinds with the item that says them; those that only tell how a part is run are not among them.
    pub(super) kinds: Vec<(RunKind, usize)>,
    /// For each kind, the stretch between commas it stands in.
    pub(super) segments: Vec<usize>,
    /// "run" was said.
    pub(super) run: bool,
    pub(super) parkrun: bool,
    /// The stretch between commas that a parkrun stands in.
    pub(super) parkrun_segment: usize,
    pub(super) strides: bool,
    /// An aim that belongs to no part.
    pub(super) target: Option<Target>,
    /// A race distance said by its name, in metres.
    pub(super) race: Option<f64>,
    pub(super) key: bool,
}

impl RunWords {
    /// True for "parkrun, then 5k easy home": the run beside it is another one than the parkrun itself.
    pub(super) fn is_parkrun_and_more(&self) -> bool {
        let beside = |part: &RunPart| part.is_plain() && part.segment > self.parkrun_segment;
        let own = self
            .parts
            .iter()
            .any(|part| part.segment == self.parkrun_segment);
        self.parkrun && !own && self.parts.len() == 1 && self.parts.iter().all(beside)
    }
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
        let mut at = self.behind_name_of_repeats(from);
        while at < to {
            let next = self.next(at, to);
            at = next.max(at + 1);
        }
    }

    /// The item behind "800s:", which names what is repeated and is no run by itself.
    fn behind_name_of_repeats(&mut self, at: usize) -> usize {
        let is_length = self
            .fragment
            .count(at, 200..=3000)
            .is_some_and(|meters| meters % 100 == 0);
        let plural = self.fragment.glued(at + 1) && self.fragment.written(at + 1, at + 2) == "s";
        if at != self.from || !is_length || !plural || !self.fragment.is_sign(at + 2, ':') {
            return at;
        }
        self.words.kinds.push((RunKind::Intervals, at));
        self.words.segments.push(self.segment);
        self.fragment.read(at, at + 3);
        at + 3
    }

    /// Reads what begins at an item, and tells where the next begins.
    fn next(&mut self, at: usize, to: usize) -> usize {
        if let Some(next) = self.lettered(at) {
            return next;
        }
        if let Some(next) = self.ladder(at) {
            return next;
        }
        if let Some(next) = self.repeats(at, to) {
            return next;
        }
        if let Some(next) = self.postfix(at, to) {
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
            ':' if self.words.parts.iter().any(RunPart::is_plain) => self.inside = true,
            '/' => self.slash = true,
            '-' if self.joins_ends(at + 1) => {}
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

    fn names_the_one_length(&self, at: usize) -> bool {
        let unused = self.used.get(at) == Some(&false);
        unused
            && matches!(self.words.parts.as_slice(), [one] if one.is_plain() && one.kind.is_none() && one.to == at)
    }

    /// True for the "and" of "warm-up and cool-down 2 km each", whose figure stands behind both.
    fn joins_ends(&self, at: usize) -> bool {
        let dash = usize::from(at > 0 && self.fragment.is_sign(at - 1, '-'));
        let before = at.checked_sub(1 + dash);
        self.fragment.is(at, &Meaning::And)
            && before.is_some_and(|before| self.fragment.is(before, &Meaning::WarmUp))
            && self.fragment.is(at + 1, &Meaning::CoolDown)
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
                // The word says more than "run": trail, treadmill.
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
            // "5 mi recovery": right behind the one length there is, too.
            Meaning::Recover if self.names_the_one_length(at) => {
                self.words.kinds.push((RunKind::Recovery, at));
                self.words.segments.push(self.segment);
                if let Some(part) = self.words.parts.last_mut() {
                    part.kind = part.kind.or(Some(RunKind::Recovery));
                }
                self.use_word(at);
            }
            // "Recovery 40 min": at the head it is the kind of the run.
            Meaning::Recover if at == self.from => {
                self.words.kinds.push((RunKind::Recovery, at));
                self.words.segments.push(self.segment);
                self.use_word(at);
            }
            Meaning::Parkrun => {
                self.words.parkrun = true;
                self.words.parkrun_segment = self.segment;
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
            Meaning::And if self.joins_ends(at) => {}
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
}
