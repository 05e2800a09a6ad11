//! The rules of progression, one function each.

use crate::domain::set_entry::mass_text;
use crate::domain::{
    Advice, Athlete, Count, Effort, Exercise, Kilograms, Level, LoadSpec, Prescription,
    Progression, Reps, Session, Week,
};
use crate::library::Library;
use crate::load::loadable::{Implement, MOST_GROWTH, Shape};

use super::history::{Past, Time, Went};

/// What a load grows by where every set was done.
const USUAL_GROWTH: f64 = 0.025;
/// What has to be left over, beyond what is wanted, for the largest step.
pub(super) const TO_SPARE: f64 = 2.0;
/// Repetitions beyond the range with which a step of more than 5 % is earned.
const BEYOND: u32 = 3;
/// Repetitions to begin with once load comes to an exercise of the body's own weight (source 002: more weight, fewer
/// repetitions).
pub(super) const WITH_LOAD: u32 = 8;
/// Where exercises of the body's own weight get load when the plan gives no range (source 002: 10–15).
pub(super) const ENOUGH: u32 = 15;
/// Seconds that a hold grows by.
pub(super) const HOLD_STEP: u32 = 5;
/// Days after which the last time says little: the load stays.
pub(super) const LONG_AGO: i64 = 28;

/// Everything the rules look at.
pub(super) struct Situation<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) session: &'a Session,
    pub(super) planned: &'a Prescription,
    pub(super) exercise: Option<&'a Exercise>,
    pub(super) library: &'a Library,
    pub(super) implement: Implement<'a>,
    pub(super) past: &'a Past<'a>,
}

impl Situation<'_> {
    pub(super) fn advice(&self, rule: Progression) -> Option<Advice> {
        let advice = self.advice_by(rule)?;
        Some(self.held_back(advice))
    }

    fn advice_by(&self, rule: Progression) -> Option<Advice> {
        if matches!(self.planned.load, LoadSpec::Percent(_)) {
            return None;
        }
        let last = self.past.times.first()?;
        if let Some(advice) = self.max_or_hold(last) {
            return Some(advice);
        }
        let single = self.implement.single(last.load());
        let went = last.went(self.planned, self.floor(last));
        if let Some(relief) = self.relief(last, went, single) {
            return Some(relief);
        }
        // Where another dose was lifted last, the last time with this one is the measure, or the load changes with it.
        if rule != Progression::SixWeekCycle && single > 0.0 && self.is_other_dose(last) {
            return match self.last_alike() {
                Some(alike) => Some(self.advice_after(alike, rule)),
                None => self.for_other_dose(last, single),
            };
        }
        Some(self.advice_after(last, rule))
    }

    /// What follows from one time, the loads of which neither failed nor hurt.
    fn advice_after(&self, last: &Time, rule: Progression) -> Advice {
        let single = self.implement.single(last.load());
        let went = last.went(self.planned, self.floor(last));
        if (self.session.date - last.date).num_days() >= LONG_AGO && single != 0.0 {
            let weeks = (self.session.date - last.date).num_days() / 7;
            return self.again(
                single,
                format!("{weeks} weeks since the last time → same load again"),
            );
        }
        let went = match went {
            Went::Lighter if single > 0.0 => return self.lighter(last, single),
            Went::Lighter => Went::Done,
            went => went,
        };
        match rule {
            Progression::SetRamp => self.set_ramp(last, went, single),
            Progression::Percent => self.percent(last, went, single),
            Progression::SixWeekCycle => self.cycle(last, went, single),
            Progression::BodyweightFirst if single <= 0.0 => self.bodyweight(last, went, single),
            Progression::DoubleProgression | Progression::BodyweightFirst => {
                self.double(last, went, single)
            }
        }
    }

    /// The least reserve that is wanted: 1–2 repetitions (source 003), for novices 3 (practice), or what was planned.
    pub(super) fn floor(&self, last: &Time) -> f64 {
        let planned = last
            .planned
            .or(Some(self.planned))
            .and_then(|row| row.effort);
        let novice = self.athlete.profile.level == Level::Novice;
        match planned {
            Some(effort) if novice => effort.rir(),
            Some(effort) => (effort.rir() - 1.0).max(0.0),
            None if novice => 3.0,
            None => 1.0,
        }
    }

    /// Source 003, Basic: add load when every set reaches the top, else a repetition.
    fn double(&self, last: &Time, went: Went, single: f64) -> Advice {
        match went {
            Went::Top => self.grow(last, single),
            Went::Hard => self.hard(last, single),
            _ => {
                let high = self.range().map_or(u32::MAX, |range| range.high);
                let aim = (last.fewest() + 1).min(high);
                let reason = format!("{}, not all at {high} yet → {aim} reps", done(last));
                self.aim(single, aim, reason)
            }
        }
    }

    /// Source 003, for novices: one set more each week up to the plan, then double progression.
    fn set_ramp(&self, last: &Time, went: Went, single: f64) -> Advice {
        let goal = self.planned.sets.low;
        if last.sets() >= goal {
            return self.double(last, went, single);
        }
        let start = self.athlete.profile.week_start;
        let week = |date| Week::of(date, start);
        let same_week = week(last.date) == week(self.session.date);
        let sets = if same_week {
            last.sets()
        } else {
            last.sets() + 1
        };
        let reason = if same_week {
            format!("one set more each week → {sets} again this week")
        } else {
            format!("one set more each week → {sets} sets")
        };
        Advice {
            sets: Some(sets),
            ..self.again(single, reason)
        }
    }

    /// Source 003, advanced: 2–5 % more when every set was done, else the same again.
    pub(super) fn percent(&self, last: &Time, went: Went, single: f64) -> Advice {
        match went {
            Went::Hard => self.hard(last, single),
            _ => self.grow(last, single),
        }
    }

    /// More load; a repetition instead where the smallest step is more than 5 %.
    pub(super) fn grow(&self, last: &Time, single: f64) -> Advice {
        let low = self.range().map(|range| range.low);
        let high = self.range().map_or(last.fewest(), |range| range.high);
        if single <= 0.0 {
            let band = matches!(last.planned.map(|row| &row.load), Some(LoadSpec::Band(_)));
            let reason = if band {
                format!("{} → a stronger band", done(last))
            } else {
                format!("{} → {} reps, or some load", done(last), last.fewest() + 1)
            };
            return self.again(single, reason);
        }
        let wanted = self.planned.effort.map_or(TO_SPARE, Effort::rir);
        let to_spare = last
            .reserve()
            .is_some_and(|reserve| reserve >= wanted + TO_SPARE);
        let share = if to_spare { MOST_GROWTH } else { USUAL_GROWTH };
        let step_up = |load: f64, reason: String| Advice {
            reps: low.filter(|low| *low < high),
            ..self.load(single, load, reason)
        };
        if let Some(load) = self.implement.raised(single, share) {
            let step = self.step(load - single);
            return step_up(load, format!("{} → +{step}", done(last)));
        }
        let next = self.implement.next(single);
        if next <= single {
            let aim = last.fewest() + 1;
            let reason = format!("{}, and there is nothing heavier → {aim} reps", done(last));
            return self.aim(single, aim, reason);
        }
        let step = self.step(next - single);
        if last.fewest() >= high + BEYOND {
            let reason = format!("{} reps in every set → +{step}", last.fewest());
            return step_up(next, reason);
        }
        let aim = last.fewest() + 1;
        let reason = format!("{}, but +{step} is over 5 % → {aim} reps first", done(last));
        self.aim(single, aim, reason)
    }

    pub(super) fn hard(&self, last: &Time, single: f64) -> Advice {
        let left = number(last.reserve().unwrap_or_default());
        let wanted = number(self.floor(last));
        let reason = format!("all sets done, but RIR {left} and not {wanted} → same again");
        self.again(single, reason)
    }

    pub(super) fn again(&self, single: f64, reason: String) -> Advice {
        self.load(single, single, reason)
    }

    pub(super) fn aim(&self, single: f64, reps: u32, reason: String) -> Advice {
        Advice {
            reps: Some(reps),
            ..self.again(single, reason)
        }
    }

    pub(super) fn load(&self, before: f64, single: f64, reason: String) -> Advice {
        let nothing = single == 0.0 && before == 0.0;
        let load = match (nothing, self.implement.shape) {
            (true, Shape::One | Shape::Pair) => LoadSpec::Unset,
            _ => self.implement.spec(single),
        };
        Advice {
            load,
            step: Kilograms::new(single - before),
            sets: None,
            reps: None,
            reason,
        }
    }

    pub(super) fn range(&self) -> Option<Count> {
        match self.planned.reps {
            Reps::Count(range) => Some(range),
            Reps::Hold(_) | Reps::Max => None,
        }
    }

    pub(super) fn mass(&self, kg: f64) -> String {
        mass_text(Kilograms::new(kg), self.athlete.profile.units.mass)
    }

    fn step(&self, kg: f64) -> String {
        match self.implement.shape {
            Shape::Pair => format!("{} each", self.mass(kg)),
            Shape::One | Shape::Body => self.mass(kg),
        }
    }
}

/// "all sets at RIR 2", with "or more" where not all were equally hard, or "all sets done" where no reserve was logged.
pub(super) fn done(last: &Time) -> String {
    match last.reserve() {
        Some(reserve) if last.is_even() => format!("all sets at RIR {}", number(reserve)),
        Some(reserve) => format!("all sets at RIR {} or more", number(reserve)),
        None => "all sets done".to_owned(),
    }
}

fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
