//! The rules of progression, one function each.

use crate::domain::set_entry::mass_text;
use crate::domain::{
    Advice, Athlete, Count, Effort, Exercise, Kilograms, Level, LoadSpec, Prescription,
    Progression, Reps, Session, Week,
};
use crate::library::Library;
use crate::load::{max_on, percent_of_max};

use super::history::{Past, Time, Went};
use super::steps::{Implement, MOST_GROWTH, Shape};

/// What a load grows by where every set was done.
const USUAL_GROWTH: f64 = 0.025;
/// What has to be left over, beyond what is wanted, for the largest step.
const TO_SPARE: f64 = 2.0;
/// Repetitions beyond the range with which a step of more than 5 % is earned.
const BEYOND: u32 = 3;
/// Repetitions to begin with once load comes to an exercise of the body's own weight (source 002: more weight, fewer
/// repetitions).
const WITH_LOAD: u32 = 8;
/// Where exercises of the body's own weight get load when the plan gives no range (source 002: 10–15).
const ENOUGH: u32 = 15;
/// Seconds that a hold grows by.
const HOLD_STEP: u32 = 5;
/// Weeks of a cycle (source 003).
const CYCLE_WEEKS: i64 = 6;
/// Days after which the last time says little: the load stays.
const LONG_AGO: i64 = 28;

/// Everything the rules look at.
pub(super) struct Situation<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) session: &'a Session,
    pub(super) planned: &'a Prescription,
    pub(super) exercise: Option<&'a Exercise>,
    pub(super) library: &'a Library,
    pub(super) implement: Implement,
    pub(super) past: &'a Past<'a>,
}

impl Situation<'_> {
    pub(super) fn advice(&self, rule: Progression) -> Option<Advice> {
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
        if (self.session.date - last.date).num_days() >= LONG_AGO && single != 0.0 {
            let weeks = (self.session.date - last.date).num_days() / 7;
            return Some(self.again(
                single,
                format!("{weeks} weeks since the last time → same load again"),
            ));
        }
        Some(match rule {
            Progression::SetRamp => self.set_ramp(last, went, single),
            Progression::Percent => self.percent(last, went, single),
            Progression::SixWeekCycle => self.cycle(last, went, single),
            Progression::BodyweightFirst if single <= 0.0 => self.bodyweight(last, went, single),
            Progression::DoubleProgression | Progression::BodyweightFirst => {
                self.double(last, went, single)
            }
        })
    }

    /// The least reserve that is wanted: 1–2 repetitions, for novices 3 (source 003), or what was planned.
    fn floor(&self, last: &Time) -> f64 {
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

    /// Less load: at once where it was too heavy or hurt, after two failures in a row else; after one it stays.
    fn relief(&self, last: &Time, went: Went, single: f64) -> Option<Advice> {
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
    fn percent(&self, last: &Time, went: Went, single: f64) -> Advice {
        match went {
            Went::Hard => self.hard(last, single),
            _ => self.grow(last, single),
        }
    }

    /// Source 003: six weeks, then again from the new estimated maximum. Where the repetitions change from one week to
    /// the next, the load changes with them.
    fn cycle(&self, last: &Time, went: Went, single: f64) -> Advice {
        let (Some(now), Some(then)) = (Self::share(self.planned), self.share_of(last)) else {
            return self.percent(last, went, single);
        };
        let most = single * now / then * (1.0 + MOST_GROWTH);
        if self.begins_a_cycle(last) {
            let date = self.session.date;
            let max = max_on(self.athlete, &self.planned.exercise, date);
            let start = max.map(|max| self.implement.single(max) * now);
            if let (Some(max), Some(start)) = (max, start) {
                let load = self.implement.floor(start.min(most));
                let reason = format!(
                    "a new cycle from a maximum of {} → {}",
                    self.mass(max.kg()),
                    self.mass(load)
                );
                return self.load(single, load, reason);
            }
        }
        if (now - then).abs() < 1e-9 {
            return self.percent(last, went, single);
        }
        let load = self.implement.floor((single * now / then).min(most));
        let reason = format!(
            "{} reps instead of {} → {}",
            self.planned.reps,
            last.planned.map_or(self.planned.reps, |row| row.reps),
            self.mass(load)
        );
        self.load(single, load, reason)
    }

    /// Source 002: repetitions first; then load, and fewer repetitions again.
    fn bodyweight(&self, last: &Time, went: Went, single: f64) -> Advice {
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
    fn max_or_hold(&self, last: &Time) -> Option<Advice> {
        let single = self.implement.single(last.load());
        match self.planned.reps {
            Reps::Count(_) => None,
            Reps::Max => {
                let aim = last.most() + 1;
                let reason = format!("{} at most last time → try {aim}", last.most());
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

    /// More load; a repetition instead where the smallest step is more than 5 %.
    fn grow(&self, last: &Time, single: f64) -> Advice {
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
        let step = self.step(next - single);
        if last.fewest() >= high + BEYOND {
            let reason = format!("{} reps in every set → +{step}", last.fewest());
            return step_up(next, reason);
        }
        let aim = last.fewest() + 1;
        let reason = format!("{}, but +{step} is over 5 % → {aim} reps first", done(last));
        self.aim(single, aim, reason)
    }

    fn hard(&self, last: &Time, single: f64) -> Advice {
        let left = number(last.reserve().unwrap_or_default());
        let wanted = number(self.floor(last));
        let reason = format!("all sets done, but RIR {left} and not {wanted} → same again");
        self.again(single, reason)
    }

    fn again(&self, single: f64, reason: String) -> Advice {
        self.load(single, single, reason)
    }

    fn aim(&self, single: f64, reps: u32, reason: String) -> Advice {
        Advice {
            reps: Some(reps),
            ..self.again(single, reason)
        }
    }

    fn load(&self, before: f64, single: f64, reason: String) -> Advice {
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

    fn range(&self) -> Option<Count> {
        match self.planned.reps {
            Reps::Count(range) => Some(range),
            Reps::Hold(_) | Reps::Max => None,
        }
    }

    /// Share of the maximum at which the planned repetitions leave the planned reserve.
    fn share(row: &Prescription) -> Option<f64> {
        let Reps::Count(range) = row.reps else {
            return None;
        };
        let rir = row.effort.map_or(TO_SPARE, Effort::rir);
        percent_of_max(range.low, 10.0 - rir).map(|percent| percent / 100.0)
    }

    fn share_of(&self, last: &Time) -> Option<f64> {
        Self::share(last.planned.unwrap_or(self.planned))
    }

    /// The first week of a cycle: by the week of the program, else by the weeks since the exercise was first done.
    fn begins_a_cycle(&self, last: &Time) -> bool {
        let start = self.athlete.profile.week_start;
        let week = |date| Week::of(date, start);
        let (now, then) = (week(self.session.date), week(last.date));
        if now == then {
            return false;
        }
        if let Some(origin) = self
            .session
            .origin
            .as_ref()
            .filter(|origin| origin.week > 0)
        {
            return (i64::from(origin.week) - 1) % CYCLE_WEEKS == 0;
        }
        let first = self.past.times.last().map_or(now, |time| week(time.date));
        let weeks = now.weeks_since(first);
        weeks > 0 && weeks % CYCLE_WEEKS == 0
    }

    fn mass(&self, kg: f64) -> String {
        mass_text(Kilograms::new(kg), self.athlete.profile.units.mass)
    }

    fn step(&self, kg: f64) -> String {
        match self.implement.shape {
            Shape::Pair => format!("{} each", self.mass(kg)),
            Shape::One | Shape::Body => self.mass(kg),
        }
    }
}

/// "all sets at RIR 2", or "all sets done" where no reserve was logged.
fn done(last: &Time) -> String {
    match last.reserve() {
        Some(reserve) => format!("all sets at RIR {}", number(reserve)),
        None => "all sets done".to_owned(),
    }
}

fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
