//! How much quality a week of running bears, and how it grows from week to week.

use crate::domain::{Extent, Level, Phase, Plan, Profile, RunKind, RunPlan, StepKind};

use super::paces::Paces;
use super::phase::WeekStage;

/// The most of a week's running that is done at threshold, and the most in intervals, on hills or in fartlek
/// (Daniels).
pub(super) const OF_WEEK_THRESHOLD: f64 = 0.10;
pub(super) const OF_WEEK_INTERVALS: f64 = 0.08;
/// The share of a week's running that the first week of quality works for, where none is on record (practice). Who has
/// trained for years is used to more, in two runs.
const FIRST: f64 = 0.05;
const FIRST_OF_TWO_RUNS: f64 = 0.09;
/// The most that the minutes of quality grow over the most so far, as a share and in minutes: one repeat more.
const GROWTH: f64 = 1.10;
const STEP: f64 = 3.0;
/// What is left of them in a lighter week, and in the taper.
const CUTBACK: f64 = 0.6;
const TAPER: f64 = 0.65;
/// How many minutes of quality an athlete is used to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct QualityHabit {
    /// In the week with the most of it.
    pub(super) most: f64,
    /// In the last week.
    pub(super) last: f64,
    /// Quality runs in the last week.
    pub(super) runs: u32,
    /// Experience of whose they are.
    pub(super) level: Level,
}

impl QualityHabit {
    /// The most minutes of work that a week of `meters` is to have, `many` telling that it has runs and metres enough
    /// for two runs of quality.
    pub(super) fn allowed(self, stage: WeekStage, meters: f64, pace: f64, many: bool) -> f64 {
        let share = match self.level {
            Level::Advanced if many => FIRST_OF_TWO_RUNS,
            _ => FIRST,
        };
        let first = meters / 1000.0 * share * pace / 60.0;
        match (stage.phase, stage.cutback) {
            (Phase::Taper, _) => (self.most * TAPER).max(first),
            // Only one quality run is left, and it is no longer than one of two was.
            (_, true) => self.last * CUTBACK.min(1.0 / f64::from(self.runs.max(1))),
            _ if self.most <= 0.0 => first,
            _ => most_after(self.most),
        }
    }

    /// Closes a week.
    pub(super) fn close(&mut self, minutes: f64, runs: u32) {
        *self = Self {
            most: self.most.max(minutes),
            last: minutes,
            runs,
            level: self.level,
        };
    }
}

/// The most minutes of quality after a week with so many.
pub(super) fn most_after(minutes: f64) -> f64 {
    (minutes * GROWTH).max(minutes + STEP)
}

/// The most of a week's running that the work of a kind may take.
pub(super) fn share_of(kind: RunKind) -> f64 {
    if kind == RunKind::Tempo {
        OF_WEEK_THRESHOLD
    } else {
        OF_WEEK_INTERVALS
    }
}

/// The work of a run of hard work and the seconds a kilometre assumed for it; marathon pace in long runs is left
/// out.
fn work<'p>(plan: &'p Plan, paces: &Paces, profile: &Profile) -> Option<(&'p RunPlan, f64)> {
    let is_quality = |kind| {
        matches!(
            kind,
            RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek
        )
    };
    let run = plan.run().filter(|run| is_quality(run.kind))?;
    Some((run, paces.work_pace(run.kind, profile)))
}

/// Minutes of hard work in a run.
pub(super) fn work_minutes(plan: &Plan, paces: &Paces, profile: &Profile) -> f64 {
    work(plan, paces, profile).map_or(0.0, |(run, pace)| {
        let steps = run.steps.iter().filter(|step| step.kind == StepKind::Work);
        steps
            .map(|step| f64::from(step.repeats) * minutes_of(step.extent, pace))
            .sum()
    })
}

/// Metres of hard work in a run.
pub(super) fn work_meters(plan: &Plan, paces: &Paces, profile: &Profile) -> f64 {
    work(plan, paces, profile).map_or(0.0, |(_, pace)| {
        work_minutes(plan, paces, profile) * 60.0 / pace * 1000.0
    })
}

/// Minutes of a step at a pace in seconds a kilometre.
pub(super) fn minutes_of(extent: Extent, pace: f64) -> f64 {
    match extent {
        Extent::Time(time) => time.minutes(),
        Extent::Distance(far) => far.km() * pace / 60.0,
    }
}
