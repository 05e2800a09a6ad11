//! What lies between repeats.

use crate::domain::{RecoveryStyle, RunKind};

use super::super::amount::Amount;
use super::super::figures::{Quantity, Setting};
use super::super::lexicon::Meaning;
use super::Reader;
use super::nearby::Nearby;

impl Reader<'_, '_> {
    pub(super) fn is_recovery(
        &self,
        at: usize,
        found: &Quantity,
        before: &Nearby,
        after: &Nearby,
    ) -> bool {
        let Some(last) = self.words.parts.last() else {
            return false;
        };
        if self.is_rest_of_rounds(found) {
            return true;
        }
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
        // "3x1 mi T w/ 1 min": right behind "with" as well.
        let with = self.inside && last.segment + 1 == self.segment && at == self.segment_start;
        if brief
            && with
            && !found.bare
            && after.kind.is_none()
            && after.hard.is_none()
            && !after.recovers()
        {
            return true;
        }
        if before.recovers() || self.slash {
            return true;
        }
        if after.recovers() || self.is_short_recovery(at, before, after) {
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

    /// `3x2mi @ HMP, 3:00 rec`, `4x4 min Z4, 3 min Z2`: short, and called recovery or in a zone of it.
    fn is_short_recovery(&self, at: usize, before: &Nearby, after: &Nearby) -> bool {
        let found = self.fragment.quantity(at, Setting::Recovery);
        let found = found.or_else(|| self.fragment.bare(at, Setting::Recovery));
        let Some(found) = found else { return false };
        let short = match found.amount {
            Amount::Seconds(seconds) => seconds <= 600.0,
            Amount::Meters(meters) => meters <= 800.0,
        };
        let low = self.fragment.is(found.to, &Meaning::Zone)
            && self.fragment.count(found.to + 1, 1..=2).is_some();
        let called = matches!(after.kind.or(before.kind), Some((RunKind::Recovery, _)));
        short && (called || low)
    }

    /// `4x(1k, 400m), 90s/3min`: behind the slash stands what lies between the rounds, before it what lies within them.
    fn is_rest_of_rounds(&self, found: &Quantity) -> bool {
        let timed = |amount: Amount| !amount.is_distance();
        self.slash
            && timed(found.amount)
            && self.words.parts.last().is_some_and(|last| {
                let within = last.recovery.is_some_and(|(amount, _)| timed(amount));
                let several = last.group.iter().filter(|part| !part.counted).count() > 1;
                within && several && last.group.iter().all(|part| part.recovery.is_none())
            })
    }

    pub(super) fn put_recovery(
        &mut self,
        amount: Amount,
        before: &Nearby,
        after: &Nearby,
        to: usize,
    ) {
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
        if self.slash
            && let Some(last) = self.words.parts.last_mut()
            && let Some(within) = last.recovery
            && let Some((_, before_the_last)) = last.group.split_last_mut()
        {
            for part in before_the_last {
                part.recovery = Some(within);
            }
            last.recovery = None;
        }
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
}
