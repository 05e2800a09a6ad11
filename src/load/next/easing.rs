//! Less load, or the same again: after failures, and where less was lifted than planned.

use super::history::{Time, Went};
use super::rules::{Situation, TO_SPARE};
use crate::domain::{Advice, Effort};

impl Situation<'_> {
    /// Advice as it is, and the same again in place of any growth while signs of low energy are ticked: nothing is to
    /// grow before a doctor was asked (IOC 2023).
    pub(super) fn held_back(&self, advice: Advice) -> Advice {
        let Some(last) = self.past.times.first() else {
            return advice;
        };
        let grows = advice.step.kg() > 0.0
            || advice.sets.is_some_and(|sets| sets > last.sets())
            || advice.reps.is_some_and(|reps| reps > last.fewest());
        if !grows || self.athlete.profile.low_energy.signs().is_empty() {
            return advice;
        }
        let single = self.implement.single(last.load());
        self.again(
            single,
            "signs of low energy are noted → same again, nothing grows".to_owned(),
        )
    }

    /// Less load: at once where it was too heavy or hurt, after two failures in a row else; after one it stays.
    pub(super) fn relief(&self, last: &Time, went: Went, single: f64) -> Option<Advice> {
        if !went.failed() {
            return None;
        }
        let low = last.range(self.planned).map_or(0, |range| range.low);
        let short = format!("{} of {low}", last.fewest());
        let twice = self.past.times.get(1).is_some_and(|before| {
            let as_heavy = before.load().kg() >= last.load().kg() - 1e-6;
            as_heavy && before.went(self.planned, self.floor(before)).failed()
        });
        let why = match went {
            Went::Pain => "it hurt last time",
            Went::TooHeavy => "too heavy",
            _ if twice => "short twice in a row",
            _ => "",
        };
        if why.is_empty() {
            let why = if last.fewest() < low {
                format!("{short} in a set → same again")
            } else {
                "not every set was done → same again".to_owned()
            };
            return Some(self.again(single, why));
        }
        let said = if went == Went::TooHeavy {
            format!("{short}, {why}")
        } else {
            why.to_owned()
        };
        if single <= 0.0 {
            return Some(self.again(single, format!("{said} → fewer reps or an easier variant")));
        }
        let lighter = self.implement.lowered(single);
        let step = self.mass((single - lighter).abs());
        Some(if lighter < single {
            self.load(single, lighter, format!("{said} → {step} less"))
        } else {
            self.again(
                single,
                format!("{said}, and there is nothing lighter → fewer reps"),
            )
        })
    }

    /// Less was lifted than planned: the next load follows what was lifted, and not the plan. This holds until that load was
    /// a plan that was met, unless it was clearly too light.
    pub(super) fn lighter(&self, last: &Time, single: f64) -> Advice {
        let wanted = self.planned.effort.map_or(TO_SPARE, Effort::rir);
        let is_easy = |reserve: f64| reserve >= wanted + TO_SPARE;
        if last.reserve().is_some_and(is_easy) {
            return self.grow(last, single);
        }
        let planned = last.planned_more().unwrap_or_default();
        let reason = format!(
            "{} lifted of {} planned → the same again",
            self.mass(single),
            self.mass(self.implement.single(planned))
        );
        self.again(single, reason)
    }
}
