//! What coaches write at the two ends of a run for short, and of which whole a part is the middle.

use super::super::amount::Amount;
use super::super::figures::Quantity;
use super::super::items::ItemKind;
use super::super::lexicon::Meaning;
use super::Reader;
use super::nearby::Nearby;

/// Words behind a length that make it the warm-up and the cool-down. The second pair means other things as well, and counts
/// where both of it are said.
const ENDS: [(&str, &str, bool); 2] = [("up", "down", false), ("in", "uit", true)];

/// The shortest warm-up that is written so, in metres and seconds: "60 s up, 60 s down" are a hill.
const LEAST_METERS: f64 = 800.0;
const LEAST_SECONDS: f64 = 300.0;

impl Reader<'_, '_> {
    /// `2 up, 6 x 800, 2 down`, `3 km in … 3 km uit`: the word right behind a length says at which end it is run.
    pub(super) fn short_ends(&self, found: &Quantity, after: &mut Nearby) {
        let is_enough = found.bare
            || match found.amount {
                Amount::Meters(meters) => meters >= LEAST_METERS,
                Amount::Seconds(seconds) => seconds >= LEAST_SECONDS,
            };
        let at = found.to;
        let closes = match self.fragment.items.get(at + 1).map(|item| &item.kind) {
            None | Some(ItemKind::Sign(_) | ItemKind::Number(_)) => true,
            Some(ItemKind::Word(meaning)) => matches!(meaning, Meaning::And | Meaning::With),
            Some(ItemKind::Unknown) => false,
        };
        if !is_enough || !closes {
            return;
        }
        let is =
            |at: usize, word: &str| self.fragment.written(at, at + 1).eq_ignore_ascii_case(word);
        let said = |word: &str| (self.from..self.fragment.len()).any(|at| is(at, word));
        for (up, down, needs_both) in ENDS {
            if needs_both && !(said(up) && said(down)) {
                continue;
            }
            if is(at, up) {
                after.warm_up = Some(at);
                after.hard = None;
            } else if is(at, down) {
                after.cool_down = Some(at);
            }
        }
    }

    /// `run 3 min walk 2 min`: where the words stand before their figures, the one before the next figure is no word on this.
    pub(super) fn leave_to_the_next(&self, at: usize, found: &Quantity, after: &mut Nearby) {
        let says_how = |at: usize| {
            matches!(
                self.fragment.meaning(at),
                Some(Meaning::Run | Meaning::Style(_) | Meaning::Kind(_))
            )
        };
        if at <= self.from || !says_how(at - 1) {
            return;
        }
        let is_word = |at: usize| {
            matches!(
                self.fragment.items.get(at).map(|item| &item.kind),
                Some(ItemKind::Word(_) | ItemKind::Unknown)
            )
        };
        let mut next = found.to;
        while is_word(next) {
            next += 1;
        }
        let last = next.checked_sub(1).filter(|last| *last >= found.to);
        if self.fragment.figure(next).is_some()
            && let Some(last) = last
        {
            after.style = after.style.filter(|(_, item)| *item != last);
            after.kind = after.kind.filter(|(_, item)| *item != last);
        }
    }

    /// `20 min tempo in the middle of 50 min`: the longer figure behind a place is the whole that it is a place in.
    pub(super) fn is_whole_of_last(&self, at: usize, found: &Quantity) -> bool {
        let Some(last) = self.words.parts.last() else {
            return false;
        };
        let is_longer = last.amount.is_some_and(|amount| {
            amount.is_distance() == found.amount.is_distance()
                && amount.value() < found.amount.value()
        });
        let is_joint = |at: usize| {
            matches!(
                self.fragment.meaning(at),
                Some(
                    Meaning::Filler
                        | Meaning::Middle
                        | Meaning::Last
                        | Meaning::First
                        | Meaning::At
                )
            )
        };
        let says_place = |at: usize| matches!(self.fragment.meaning(at), Some(Meaning::Middle));
        let joined = at > 0 && is_joint(at - 1);
        let place = (last.to..at).any(says_place);
        is_longer && !last.counted && joined && place
    }
}
