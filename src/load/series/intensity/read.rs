//! How hard the minutes of one run were, and what says so.

use super::classes::{Intensity, IntensityMinutes, IntensitySource, Minutes3};
use crate::domain::{
    Bpm, Extent, HeartRate, HeartTime, Pace, PaceName, Profile, RecoveryStyle, Rpe, RunKind,
    RunPlan, Session, Step, StepKind, Target,
};
use crate::load::pace::{pace_for, threshold_pace, work_pace, work_share};
use crate::load::targets::resolved;

/// Share of a run for which a heart rate must have been recorded to speak for all of it.
const LEAST_RECORDED: f64 = 0.5;
/// Pace over threshold pace above which running is easy, and under which it is hard: the edges of the VDOT zones
/// (75 % and 88 % of VDOT).
const EASY_PACE: f64 = 1.13;
const HARD_PACE: f64 = 0.98;

/// The `minutes` of a run by intensity; `None` for what is not a run or takes no time.
pub(in crate::load::series) fn intensity_of(
    session: &Session,
    profile: &Profile,
    minutes: f64,
) -> Option<IntensityMinutes> {
    let run = session.plan.run().filter(|_| minutes > 0.0)?;
    let log = session.log.as_ref().filter(|_| session.status.is_trained());
    let recorded = log.and_then(|log| log.run.as_ref()?.heart_time.as_ref());
    let recorded = recorded.and_then(|time| by_heart_time(time, profile.heart_rate));
    if let Some(parts) = recorded
        && f64::from(parts.total()) >= LEAST_RECORDED * minutes
    {
        return Some(IntensityMinutes {
            minutes: parts.scaled(minutes / f64::from(parts.total())),
            source: IntensitySource::HeartTime,
        });
    }
    let steps = by_steps(run, profile);
    if steps.total() > 0.0 {
        return Some(IntensityMinutes {
            minutes: steps.scaled(minutes / f64::from(steps.total())),
            source: IntensitySource::Steps,
        });
    }
    let beats = log.and_then(|log| log.run.as_ref()?.hr_average);
    let felt = log.and_then(|log| log.rpe).or(run.rpe);
    let by_heart = beats.and_then(|beats| of_heart_rate(beats, profile.heart_rate));
    let by_pace = || of_pace(log.and_then(|log| log.run.as_ref()?.pace())?, profile);
    let (class, source) = if let Some(class) = by_heart {
        (class, IntensitySource::HeartRate)
    } else if let Some(class) = by_pace() {
        (class, IntensitySource::Pace)
    } else if let Some(rpe) = felt {
        (of_exertion(rpe.value()), IntensitySource::Exertion)
    } else {
        (of_kind(run.kind), IntensitySource::Kind)
    };
    let mut all = Minutes3::default();
    // Of its kind alone it is known that warm-up and recoveries are a part of it, and easy.
    let share = match source {
        IntensitySource::Kind => work_share(run.kind).unwrap_or(1.0),
        _ => 1.0,
    };
    all.put(class, minutes * share);
    all.put(Intensity::Easy, minutes * (1.0 - share));
    Some(IntensityMinutes {
        minutes: all,
        source,
    })
}

/// Recorded minutes by heart rate; `None` without a maximum to compare with.
fn by_heart_time(time: &HeartTime, anchors: HeartRate) -> Option<Minutes3> {
    let max = f64::from(anchors.max.filter(|max| max.0 > 0)?.0);
    let (easy, below_hard) = (
        time.below(HeartRate::EASY * max),
        time.below(HeartRate::HARD * max),
    );
    let mut parts = Minutes3::default();
    parts.put(Intensity::Easy, easy / 60.0);
    parts.put(Intensity::Moderate, (below_hard - easy) / 60.0);
    parts.put(Intensity::Hard, (time.total() - below_hard) / 60.0);
    (parts.total() > 0.0).then_some(parts)
}

fn by_steps(run: &RunPlan, profile: &Profile) -> Minutes3 {
    let mut sum = Minutes3::default();
    for step in &run.steps {
        let repeats = f64::from(step.repeats);
        let (class, pace) = of_step(step, run.kind, profile);
        sum.put(class, minutes_of(step.extent, pace) * repeats);
        if let Some(recovery) = step.recovery {
            let pace = match recovery.style {
                RecoveryStyle::Jog => pace_for(RunKind::Recovery, profile).seconds_per_km(),
                RecoveryStyle::Walk | RecoveryStyle::Stand => WALK,
            };
            sum.put(Intensity::Easy, minutes_of(recovery.extent, pace) * repeats);
        }
    }
    sum
}

/// A brisk walk, in seconds a kilometre.
const WALK: f64 = 660.0;

/// How hard a step is, and at what pace it is run, in seconds a kilometre.
fn of_step(step: &Step, kind: RunKind, profile: &Profile) -> (Intensity, f64) {
    let usual = match step.kind {
        StepKind::Work => work_pace(kind, profile),
        StepKind::WarmUp | StepKind::CoolDown => pace_for(RunKind::Easy, profile),
    };
    let untold = match step.kind {
        StepKind::Work => of_kind(kind),
        StepKind::WarmUp | StepKind::CoolDown => Intensity::Easy,
    };
    match step.target.map(|aim| resolved(aim, profile)) {
        Some(Target::Pace(pace)) => (
            of_pace(pace, profile).unwrap_or(untold),
            pace.seconds_per_km(),
        ),
        Some(Target::Rpe(rpe)) => (of_exertion(rpe.value()), usual.seconds_per_km()),
        Some(Target::HeartRate(range)) => {
            // What has only an upper bound is run close to it.
            let middle = if range.is_open() {
                range.high
            } else {
                Bpm(range.low.0.midpoint(range.high.0))
            };
            let class = of_heart_rate(middle, profile.heart_rate).unwrap_or(untold);
            (class, usual.seconds_per_km())
        }
        // Words that nothing is known to work out from say how hard it feels at least.
        Some(Target::Named(named)) => (
            of_name(named.name).unwrap_or(untold),
            usual.seconds_per_km(),
        ),
        None => (untold, usual.seconds_per_km()),
    }
}

/// How hard an intensity in words is, without any figure.
fn of_name(name: PaceName) -> Option<Intensity> {
    match name {
        PaceName::Easy | PaceName::Recovery | PaceName::Zone(1 | 2) => Some(Intensity::Easy),
        PaceName::Steady | PaceName::Marathon | PaceName::Zone(3) => Some(Intensity::Moderate),
        PaceName::Goal | PaceName::HeartRate(..) => None,
        _ => Some(Intensity::Hard),
    }
}

fn minutes_of(extent: Extent, pace: f64) -> f64 {
    match extent {
        Extent::Time(time) => time.minutes(),
        Extent::Distance(distance) => distance.km().max(0.0) * pace.max(0.0) / 60.0,
    }
}

/// `None` while it is not known how fast the athlete runs at the threshold.
pub(super) fn of_pace(pace: Pace, profile: &Profile) -> Option<Intensity> {
    let threshold = threshold_pace(profile)?.seconds_per_km();
    let relative = pace.seconds_per_km() / threshold;
    Some(if relative >= EASY_PACE {
        Intensity::Easy
    } else if relative >= HARD_PACE {
        Intensity::Moderate
    } else {
        Intensity::Hard
    })
}

pub(super) fn of_exertion(rpe: f64) -> Intensity {
    if rpe <= Rpe::EASY {
        Intensity::Easy
    } else if rpe < Rpe::HARD {
        Intensity::Moderate
    } else {
        Intensity::Hard
    }
}

/// `None` without a maximum to compare with, and for a heart that does not beat.
pub(super) fn of_heart_rate(beats: Bpm, anchors: HeartRate) -> Option<Intensity> {
    let max = anchors.max.filter(|max| max.0 > 0)?;
    if beats.0 == 0 {
        return None;
    }
    let share = f64::from(beats.0) / f64::from(max.0);
    Some(if share < HeartRate::EASY {
        Intensity::Easy
    } else if share < HeartRate::HARD {
        Intensity::Moderate
    } else {
        Intensity::Hard
    })
}

fn of_kind(kind: RunKind) -> Intensity {
    match kind {
        RunKind::Recovery | RunKind::Easy | RunKind::Long => Intensity::Easy,
        RunKind::Steady | RunKind::Progression | RunKind::Tempo => Intensity::Moderate,
        RunKind::Intervals | RunKind::Hills | RunKind::Fartlek | RunKind::Race => Intensity::Hard,
    }
}
