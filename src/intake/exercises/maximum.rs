//! The maximum of a lift: tested, as in `3RM`, and what a percentage is of, as in `75 % of 1RM`.

use super::super::items::Fragment;
use super::super::lexicon::Meaning;

impl Fragment<'_> {
    /// The repetitions of `3RM`, the most that can be lifted so often.
    pub(in crate::intake) fn tested_reps(&self, at: usize) -> Option<u32> {
        let reps = self.count(at, 1..=12)?;
        let is_part = self.is_percent_of(at);
        (self.is_max_of(at) && !is_part).then_some(reps)
    }

    /// True for `1RM`, whatever stands before it.
    fn is_max_of(&self, at: usize) -> bool {
        self.count(at, 1..=12).is_some()
            && self.glued(at + 1)
            && self.written(at + 1, at + 2).eq_ignore_ascii_case("rm")
    }

    /// True behind a percent sign: "75 % of 1RM" is a load and no test.
    fn is_percent_of(&self, at: usize) -> bool {
        let small = |at: usize| {
            matches!(self.meaning(at), Some(Meaning::Filler | Meaning::At))
                || matches!(
                    self.written(at, at + 1),
                    "of" | "de" | "der" | "des" | "du" | "del" | "van" | "vom"
                )
        };
        let mut before = at;
        while before > 0 && small(before - 1) && at - before < 3 {
            before -= 1;
        }
        before > 0 && self.is_sign(before - 1, '%')
    }

    /// The item behind the maximum that a percentage is of: `% 1RM`, `% of 1RM`, `% RM`, `% max`.
    pub(super) fn behind_max(&self, percent_to: usize) -> usize {
        let last = percent_to + 3;
        for at in percent_to..=last {
            if self.is_max_of(at) && self.is_percent_of(at) {
                return at + 2;
            }
            let word = self.written(at, at + 1);
            let is_max = word.eq_ignore_ascii_case("rm") || word.eq_ignore_ascii_case("max");
            if is_max && at < last && self.is_percent_of(at) {
                return at + 1;
            }
        }
        percent_to
    }
}
