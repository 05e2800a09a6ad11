//! The body's own weight, as many repetitions as possible, and holds.

use super::history::{Time, Went};
use super::rules::{ENOUGH, HOLD_STEP, Situation, WITH_LOAD, done};
use crate::domain::{Advice, Count, Exercise, Reps};

impl Situation<'_> {
    /// Source 002: repetitions first; then load, and fewer repetitions again.
    pub(super) fn bodyweight(&self, last: &Time, went: Went, single: f64) -> Advice {
        let range = self.range().unwrap_or(Count::range(10, ENOUGH));
        let top = if range.low == range.high {
            range.high.max(ENOUGH)
        } else {
            range.high
        };
        if went == Went::Hard {
            return self.hard(last, single);
        }
        if single < 0.0 {
            if last.fewest() < range.high {
                let aim = last.fewest() + 1;
                return self.aim(single, aim, format!("{} → {aim} reps", done(last)));
            }
            let load = (single + self.implement.step).min(0.0);
            let step = self.mass(load - single);
            return self.load(single, load, format!("{} → {step} less help", done(last)));
        }
        if last.fewest() < top {
            let aim = last.fewest() + 1;
            return self.aim(single, aim, format!("{} → {aim} reps", done(last)));
        }
        let load = self.implement.step;
        let aim = range.low.min(WITH_LOAD);
        let reason = format!(
            "all sets reached {top} → {} and {aim} reps",
            self.mass(load)
        );
        Advice {
            reps: Some(aim),
            ..self.load(single, load, reason)
        }
    }

    /// As many as possible, and holds: no load follows from them, but an aim does.
    pub(super) fn max_or_hold(&self, last: &Time) -> Option<Advice> {
        let single = self.implement.single(last.load());
        match self.planned.reps {
            Reps::Count(_) => None,
            Reps::Max => {
                let most = last.most();
                let (aim, unit) = if self.exercise.is_some_and(Exercise::is_held) {
                    (most + HOLD_STEP, " s")
                } else {
                    (most + 1, "")
                };
                let reason = format!("{most}{unit} at most last time → try {aim}{unit}");
                Some(self.aim(single, aim, reason))
            }
            Reps::Hold(range) => Some(self.hold(last, range, single)),
        }
    }

    fn hold(&self, last: &Time, range: Count, single: f64) -> Advice {
        let held = last.fewest();
        if held < range.low {
            let reason = format!("{held} of {} s held → same again", range.low);
            return self.again(single, reason);
        }
        if held < range.high {
            let aim = (held + HOLD_STEP).min(range.high);
            return self.aim(single, aim, format!("all sets held {held} s → {aim} s"));
        }
        if single > 0.0 {
            let load = self.implement.next(single);
            let step = self.mass(load - single);
            return self.load(single, load, format!("all sets held {held} s → +{step}"));
        }
        let harder = self
            .exercise
            .and_then(|known| self.library.exercise(known.harder.as_ref()?));
        let reason = match harder {
            Some(harder) => format!(
                "all sets held {held} s → ready for {}",
                harder.name.to_lowercase()
            ),
            None => format!("all sets held {held} s → {} s", held + HOLD_STEP),
        };
        let aim = harder.is_none().then_some(held + HOLD_STEP);
        Advice {
            reps: aim,
            ..self.again(single, reason)
        }
    }
}
