//! The long run: how far it goes, what holds it back, and the marathon pace within it.

use crate::domain::{
    Extent, Meters, Phase, Plan, Race, Rpe, RunKind, RunPlan, Step, StepKind, Target, Units,
    Workout,
};

use super::measure::{distance, rounded_down};
use super::phase::{WeekStage, is_marathon};

/// What is left of the longest run in a lighter week, and in the weeks of the taper counted from the race.
const CUTBACK: f64 = 0.75;
const TAPER: [f64; 3] = [0.45, 0.6, 0.8];
/// Minutes of the longest long run (Daniels), and of one in the sixteen weeks before a marathon.
const MINUTES: u32 = 150;
const MARATHON_MINUTES: u32 = 180;
const MARATHON_WEEKS: u32 = 16;
/// The share of a week that a long run takes at most in a marathon's big weeks, where its minutes are the measure.
const OF_BIG_WEEK: f64 = 0.5;
/// What a long run that the legs know already may take beyond the usual share on the way to a long race.
const KNOWN_BEYOND: f64 = 0.05;
/// What the long run of somebody who runs much takes of the week, however short the race.
const OF_MANY: f64 = 0.27;
/// Metres from which a race is a long one.
const LONG_RACE: f64 = 15_000.0;
/// Metres at marathon pace in the first long run that has some, what each next one adds, and the most.
const FIRST_PACE: f64 = 3_000.0;
const MORE_PACE: f64 = 2_000.0;
const MOST_PACE: f64 = 16_000.0;
/// The most of the week at marathon pace, and the most of the run (Daniels; practice).
const PACE_OF_WEEK: f64 = 0.20;
const PACE_OF_RUN: f64 = 0.5;
/// Metres after it, to run out.
const RUN_OUT: f64 = 2_000.0;

/// What keeps a long run from being longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// Nothing: it is as long as the race asks for.
    Goal,
    /// Its share of the week.
    Share,
    /// Its minutes.
    Minutes,
    /// The longest run of the month before.
    Growth,
    /// The minutes of its day.
    Day,
}

/// A length, and what bounds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    pub(super) meters: f64,
    pub(super) bound: Bound,
}

impl Length {
    /// The lesser of it and another bound.
    pub(super) fn within(self, meters: f64, bound: Bound) -> Self {
        if meters < self.meters {
            Self { meters, bound }
        } else {
            self
        }
    }
}

/// Metres of the long run that a race asks for at the peak of its season. Practice: beyond the distance of short
/// races, and three quarters of a marathon.
pub(super) fn goal(race: f64) -> f64 {
    match race / 1000.0 {
        far if far < 7.0 => 12_000.0,
        far if far < 15.0 => 16_000.0,
        far if far < 30.0 => 20_000.0,
        far if far < 43.0 => 32_000.0,
        _ => 36_000.0,
    }
}

/// The share of the week that its long run may take, by the runs of the week (Daniels: 25–30 %; with three runs up to
/// 40 % is usual).
pub(super) fn share(runs: u32) -> f64 {
    match runs {
        0 | 1 => 1.0,
        2 => 0.6,
        3 => 0.4,
        4 => 0.35,
        _ => 0.3,
    }
}

/// A week as its long run sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LongWeek<'a> {
    pub(super) stage: WeekStage,
    pub(super) race: &'a Race,
    /// Metres of the week.
    pub(super) week: f64,
    /// Runs of the week.
    pub(super) runs: u32,
    /// Metres of the longest run so far, and of the longest of the last month.
    pub(super) longest: (f64, f64),
}

impl LongWeek<'_> {
    fn race_meters(self) -> f64 {
        self.race.distance.map_or(0.0, Meters::m)
    }

    /// Minutes of the run at most.
    fn most_minutes(self) -> u32 {
        most_minutes(self.stage, self.race)
    }

    /// Metres that it is to have, `within` giving the metres that so many minutes cover.
    pub(super) fn length(self, within: impl Fn(u32) -> f64) -> Length {
        let (longest, recent) = self.longest;
        let wanted = match self.stage.phase {
            Phase::Taper => {
                let weeks = self
                    .stage
                    .to_race
                    .saturating_sub(u32::from(self.stage.early));
                let left = TAPER.get(weeks as usize).copied();
                recent * left.unwrap_or(0.8)
            }
            _ if self.stage.cutback => recent * CUTBACK,
            _ => goal(self.race_meters())
                .max(longest)
                .max(OF_MANY * self.week),
        };
        let usual = share(self.runs);
        let share = if goes_by_minutes(self.stage) {
            usual.max(OF_BIG_WEEK)
        } else if self.race_meters() >= LONG_RACE {
            let known = recent / self.week.max(1.0);
            usual.max(known.min(usual + KNOWN_BEYOND))
        } else {
            usual
        };
        Length {
            meters: wanted,
            bound: Bound::Goal,
        }
        .within(share * self.week, Bound::Share)
        .within(within(self.most_minutes()), Bound::Minutes)
    }

    /// The run itself; `paced` tells how many before it held marathon pace.
    pub(super) fn plan(self, meters: f64, paced: u32, units: Units) -> Plan {
        let pace = if goes_by_minutes(self.stage) {
            rounded_down(self.at_pace(meters, paced), units)
        } else {
            0.0
        };
        if pace < FIRST_PACE * 0.7 {
            return Plan::new(Workout::Run(RunPlan {
                distance: Some(Meters::new(meters)),
                rpe: Some(Rpe::new(4.0)),
                ..RunPlan::of(RunKind::Long)
            }));
        }
        let out = RUN_OUT.min(meters * 0.15);
        let step = |kind, meters: f64, rpe| Step {
            target: Some(Target::Rpe(Rpe::new(rpe))),
            ..Step::new(kind, Extent::Distance(Meters::new(meters)))
        };
        Plan {
            title: "Long run, marathon pace".to_owned(),
            note: "Practise eating and drinking.".to_owned(),
            ..Plan::new(Workout::Run(RunPlan {
                rpe: Some(Rpe::new(5.0)),
                steps: vec![
                    step(StepKind::WarmUp, meters - pace - out, 4.0),
                    step(StepKind::Work, pace, 6.0),
                    step(StepKind::CoolDown, out, 3.0),
                ],
                ..RunPlan::of(RunKind::Long)
            }))
        }
    }

    fn at_pace(self, meters: f64, paced: u32) -> f64 {
        (FIRST_PACE + MORE_PACE * f64::from(paced))
            .min(MOST_PACE)
            .min(PACE_OF_WEEK * self.week)
            .min(PACE_OF_RUN * meters)
    }

    /// Why it is there and as long as it is.
    pub(super) fn because(self, meters: f64, day: &str, units: Units) -> String {
        let (before, recent) = self.longest;
        let far = distance(meters, units);
        if self.stage.phase == Phase::Taper {
            return format!(
                "{far} and no more: the long run of the taper keeps the habit and lets the legs recover."
            );
        }
        if self.stage.cutback {
            return format!(
                "A lighter week, so the long run stays at {far}; every fourth week the body absorbs the work."
            );
        }
        let growth = if meters > recent + 1.0 && recent > 0.0 {
            format!(
                "{far} are {:.0} % more than the longest run of the last month, within the 10 % that a long run may grow",
                (meters / recent - 1.0) * 100.0
            )
        } else if before > meters * 1.05 {
            format!(
                "{far}, less than the longest so far: a long run takes its share of the week and no more"
            )
        } else {
            format!("{far} keep the length that the legs are used to")
        };
        let part = meters / self.week.max(1.0);
        let big = if goes_by_minutes(self.stage) && part > share(self.runs) + 0.005 {
            format!(" {}", big_words(part, self.runs, self.most_minutes()))
        } else {
            String::new()
        };
        format!("{growth}; {day} has room for it.{big}")
    }
}

/// The most of a week's running that its long run takes, what the legs know already and a marathon's big weeks among it.
pub(super) fn most_of_week(stage: WeekStage, runs: u32) -> f64 {
    let usual = share(runs) + KNOWN_BEYOND;
    if goes_by_minutes(stage) {
        usual.max(OF_BIG_WEEK)
    } else {
        usual
    }
    .min(1.0)
}

/// True for a week in which minutes are the measure of the long run and not its share.
pub(super) fn goes_by_minutes(stage: WeekStage) -> bool {
    stage.marathon && !stage.cutback
}

/// Minutes of a week's long run at most.
pub(super) fn most_minutes(stage: WeekStage, race: &Race) -> u32 {
    if is_marathon(race) && stage.to_race < MARATHON_WEEKS {
        MARATHON_MINUTES
    } else {
        MINUTES
    }
}

/// Why a long run takes more than its share.
pub(super) fn big_words(part: f64, runs: u32, minutes: u32) -> String {
    format!(
        "It is {:.0} % of the week, more than the usual {}: in a marathon’s big weeks its minutes count, up to {minutes}.",
        part * 100.0,
        share_words(runs)
    )
}

/// "30 %".
pub(super) fn share_words(runs: u32) -> String {
    format!("{:.0} %", share(runs) * 100.0)
}
