//! A run as steps of a watch.

use crate::domain::{Extent, Pace, Plan, Profile, RecoveryStyle, RunPlan, Step, StepKind, Target};
use crate::load::{self, targets::Aim};
use crate::notation;

use super::step::{Doing, Goal, StepRole, Until, WatchStep};
use super::whole_run;

/// How far the pace may be from the one aimed at before a watch warns, as a share of it.
const PACE_BAND: f64 = 0.025;

/// The steps of a run; one that ends with the button where nothing is said of its length.
pub(super) fn steps(plan: &Plan, run: &RunPlan, profile: &Profile) -> Vec<WatchStep> {
    let whole = run.pace.map(Target::Pace).or(run.rpe.map(Target::Rpe));
    if run.steps.is_empty() {
        let until = match (run.distance, plan.duration) {
            (Some(distance), _) => Until::Distance(distance),
            (None, Some(minutes)) => Until::Time(crate::domain::Seconds(minutes.0 * 60)),
            (None, None) => Until::Button,
        };
        let doing = Doing::new(run.kind.title(), StepRole::Work, until);
        return vec![WatchStep::Do(aimed(doing, whole, profile))];
    }
    let mut steps = Vec::new();
    for step in &whole_run::whole(plan, run, profile) {
        push_step(step, whole, profile, &mut steps);
    }
    steps
}

fn push_step(step: &Step, whole: Option<Target>, profile: &Profile, steps: &mut Vec<WatchStep>) {
    let first = steps.len();
    let (name, part) = match step.kind {
        StepKind::WarmUp => ("Warm-up", StepRole::WarmUp),
        StepKind::Work => ("Run", StepRole::Work),
        StepKind::CoolDown => ("Cool-down", StepRole::CoolDown),
    };
    let target = match step.kind {
        StepKind::Work => step.target.or(whole),
        StepKind::WarmUp | StepKind::CoolDown => step.target,
    };
    let doing = Doing::new(name, part, until(step.extent));
    steps.push(WatchStep::Do(aimed(doing, target, profile)));
    if let Some(recovery) = step.recovery {
        let (name, part) = match recovery.style {
            RecoveryStyle::Jog => ("Jog", StepRole::Recovery),
            RecoveryStyle::Walk => ("Walk", StepRole::Recovery),
            RecoveryStyle::Stand => ("Stand", StepRole::Rest),
        };
        let doing = Doing::new(name, part, until(recovery.extent));
        steps.push(WatchStep::Do(doing));
    }
    if step.repeats > 1 {
        steps.push(WatchStep::Repeat {
            first,
            times: step.repeats,
        });
    }
}

fn until(extent: Extent) -> Until {
    match extent {
        Extent::Distance(distance) => Until::Distance(distance),
        Extent::Time(time) => Until::Time(time),
    }
}

/// The step with its aim as figures; an exertion, which no watch measures, becomes a note.
fn aimed(mut doing: Doing, target: Option<Target>, profile: &Profile) -> Doing {
    let named = |aim| match aim {
        Aim::Pace { slow, fast } if slow == fast => around(slow),
        Aim::Pace { slow, fast } => Goal::Pace { slow, fast },
        Aim::HeartRate(range) => Goal::HeartRate {
            low: range.low,
            high: range.high,
        },
    };
    doing.goal = match target {
        Some(Target::Pace(pace)) => Some(around(pace)),
        Some(Target::HeartRate(range)) => Some(Goal::HeartRate {
            low: range.low,
            high: range.high,
        }),
        Some(Target::Named(name)) => load::aim_of(name, profile).map(named),
        Some(Target::Rpe(_)) | None => None,
    };
    if let (None, Some(target)) = (doing.goal, target) {
        doing.note = notation::target(target, profile.units);
    }
    doing
}

fn around(pace: Pace) -> Goal {
    let times = |share: f64| Pace::from_seconds_per_km(pace.seconds_per_km() * share);
    Goal::Pace {
        slow: times(1.0 + PACE_BAND),
        fast: times(1.0 - PACE_BAND),
    }
}
