//! Lengths and times of the parts of a run.

use crate::domain::{Kind, RecoveryStyle, RunKind};

use super::super::amount::Amount;
use super::super::figures::{Quantity, Setting};
use super::super::items::{Fate, Item, ItemKind};
use super::super::lexicon::Meaning;
use super::super::parts::RunPart;
use super::Reader;

impl Reader<'_, '_> {
    /// A distance or time.
    pub(super) fn figure(&mut self, at: usize, to: usize) -> Option<usize> {
        let found = self
            .fragment
            .quantity(at, Setting::Whole)
            .or_else(|| self.fragment.bare(at, Setting::Whole))
            .or_else(|| self.fragment.bare(at, Setting::Recovery))?;
        let before = self.nearby(self.segment_start.max(self.last_end()), at);
        let mut after = self.after(found.to, to);
        self.short_ends(&found, &mut after);
        self.leave_to_the_next(at, &found, &mut after);
        let after = after;
        // "jog 20": nobody jogs twenty kilometres without a word more.
        let jogged = self.is_jogged(at);
        let recovering = self.is_recovery(at, &found, &before, &after);
        // Metres jogged are metres, wherever they stand.
        let setting = if recovering || after.style.is_some() && after.warm_up.is_none() {
            Setting::Recovery
        } else if after
            .warm_up
            .or(after.cool_down)
            .or(before.warm_up)
            .or(before.cool_down)
            .is_some()
            || jogged
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
        if self.is_offset(at, &found) || self.is_interval(at) {
            self.leave_range(&found);
            return Some(found.to);
        }
        let amount = self.fragment.take(&found);
        if found.range {
            self.leave_range(&found);
        }
        if recovering {
            self.put_recovery(amount, &before, &after, found.to);
            return Some(found.to);
        }
        let mut part = RunPart::of(amount, at, found.to, self.segment);
        part.inside = self.inside || self.brackets > 0;
        self.describe(&mut part, &before, &after);
        self.both_ends(&mut part, &before, &after);
        part.total |= std::mem::take(&mut self.pending_total);
        part.total |= self.is_whole_of_last(at, &found);
        self.timed_tempo(&mut part, at, &found);
        self.slash = false;
        self.words.parts.push(part);
        Some(found.to)
    }

    /// `E 6`, `L 12`: Daniels' letter before its figure, at the head of a session.
    pub(super) fn lettered(&mut self, at: usize) -> Option<usize> {
        let kind = match self.fragment.written(at, at + 1) {
            "E" => RunKind::Easy,
            "L" => RunKind::Long,
            _ => return None,
        };
        let explained = self
            .fragment
            .context
            .legend
            .target(self.fragment.written(at, at + 1))
            .is_some();
        if at != self.from || explained || self.fragment.glued(at + 1) {
            return None;
        }
        let setting = Setting::Whole;
        let found = self
            .fragment
            .quantity(at + 1, setting)
            .or_else(|| self.fragment.bare(at + 1, setting))?;
        let amount = self.fragment.take(&found);
        self.fragment
            .guess(at, at + 1, kind.title().to_lowercase(), &[]);
        let mut part = RunPart::of(amount, at, found.to, self.segment);
        part.kind = Some(kind);
        self.words.kinds.push((kind, at));
        self.words.segments.push(self.segment);
        self.words.parts.push(part);
        Some(found.to)
    }

    /// True for a figure right behind a jog at the head of a session.
    fn is_jogged(&self, at: usize) -> bool {
        let jog = Meaning::Style(RecoveryStyle::Jog);
        at == self.from + 1 && self.fragment.is(self.from, &jog)
    }

    /// `20 min Tempo`, `Tempo 20 min`: behind a time, or right before one at the head of a session, the word for pace is a
    /// tempo run, in languages where it is one word.
    fn timed_tempo(&mut self, part: &mut RunPart, at: usize, found: &Quantity) {
        let head = if self.fragment.is_sign(self.from + 1, ':') {
            self.from + 2
        } else {
            self.from + 1
        };
        let leading = (at == head).then_some(self.from);
        let is_word = |item: &usize| {
            self.fragment.is(*item, &Meaning::PaceWord)
                && self
                    .fragment
                    .written(*item, item + 1)
                    .eq_ignore_ascii_case("tempo")
        };
        let word = [Some(found.to), leading]
            .into_iter()
            .flatten()
            .find(is_word);
        if let Some(item) = word
            && part.kind.is_none()
            && !found.amount.is_distance()
        {
            part.kind = Some(RunKind::Tempo);
            self.words.kinds.push((RunKind::Tempo, item));
            self.words.segments.push(self.segment);
            self.use_word(item);
        }
    }

    /// `@ PMP + 30 sec`: seconds added to a pace that nobody knows are no step.
    fn is_offset(&self, at: usize, found: &Quantity) -> bool {
        let brief = matches!(found.amount, Amount::Seconds(seconds) if seconds <= 120.0);
        let Some(sign) = at.checked_sub(1) else {
            return false;
        };
        let added = self.fragment.is_sign(sign, '+')
            || self.fragment.is_sign(sign, '-')
            || self.fragment.is(sign, &Meaning::And);
        let pace = sign.checked_sub(2).is_some_and(|before| {
            let unknown = self.fragment.items.get(before + 1);
            unknown.is_some_and(|item| matches!(item.kind, ItemKind::Unknown))
                && (self.fragment.is_sign(before, '@') || self.fragment.is(before, &Meaning::At))
        });
        brief && added && pace
    }

    /// "gel every 40 min": how often something is done is no length.
    fn is_interval(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .map(|at| self.fragment.written(at, at + 1));
        before.is_some_and(|word| {
            ["every", "alle", "elke", "cada", "ogni", "les"]
                .iter()
                .any(|every| word.eq_ignore_ascii_case(every))
        })
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
                *fate = Fate::Left;
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
        // A number before the first word of a session belongs to its day.
        let begins = at == self.from;
        // "2 E + 4T": a letter for a pace says that the figure before it is run.
        let letter = self.fragment.legend_pace(found.to, true).is_some();
        let fits = match before.flatten().filter(|_| !begins) {
            None => true,
            Some(ItemKind::Word(meaning)) => matches!(
                meaning,
                Meaning::Kind(_)
                    | Meaning::Run
                    | Meaning::Recover
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
            }
            Some(ItemKind::Unknown | ItemKind::Number(_)) => false,
        };
        let known = letter
            || !self.words.kinds.is_empty()
            || self.words.run
            || begins
            || !self.words.parts.is_empty();
        let behind = match self.fragment.items.get(found.to).map(|item| &item.kind) {
            None => true,
            Some(ItemKind::Unknown) => {
                let spaced = |item: &Item| item.spaced;
                letter || (!begins && self.fragment.items.get(found.to).is_some_and(spaced))
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
        // "3 @ MP, 1 easy, 3 @ HMP": in a list each figure says how it is run.
        let described = self.fragment.is_sign(found.to, '@')
            || matches!(
                self.fragment.meaning(found.to),
                Some(Meaning::At | Meaning::Kind(Kind::Run(_)))
            );
        let listed =
            at > 0 && (self.fragment.is_sign(at - 1, ',') || self.fragment.is_sign(at - 1, ':'));
        let free = letter
            || (described && listed)
            || self.words.parts.iter().all(|part| !part.is_plain())
            || matches!(
                self.fragment.meaning(at.saturating_sub(1)),
                Some(Meaning::Last | Meaning::First | Meaning::With | Meaning::Middle)
            );
        fits && behind && known && free
    }
}
