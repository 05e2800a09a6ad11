//! A run whose steps are a part of it, as the whole of it: a watch ends the workout with its last step.

use crate::domain::{
    DistanceUnit, Extent, Meters, Plan, Profile, RunPlan, Seconds, Step, StepKind,
};
use crate::load;

/// How much of what is run easily around the hard part comes before it. Practice: the warm-up is the longer half.
const SHARE_BEFORE: f64 = 0.6;
/// The warm-up is a multiple of so much of a kilometre or mile …
const ROUND_DISTANCE: f64 = 0.5;
/// … or of so many seconds.
const ROUND_SECONDS: f64 = 300.0;

/// The steps of a run with what they leave of its distance or time. Around what is hard this is easy: before it and
/// after it, or where only one of both is said, on the other side. Of an even run it comes before the steps: a fast
/// finish and strides are at the end.
pub(super) fn whole(plan: &Plan, run: &RunPlan, profile: &Profile) -> Vec<Step> {
    let mut steps = run.steps.clone();
    let Some(rest) = load::beyond_steps(plan, profile) else {
        return steps;
    };
    let rest = tidy(rest);
    let warm_ups = steps
        .iter()
        .take_while(|step| step.kind == StepKind::WarmUp)
        .count();
    let cools_down = steps
        .last()
        .is_some_and(|step| step.kind == StepKind::CoolDown);
    if !load::is_hard_in_parts(run.kind) {
        steps.insert(warm_ups, Step::new(StepKind::Work, rest));
        return steps;
    }
    let last = steps.len() - usize::from(cools_down);
    match (warm_ups > 0, cools_down) {
        (true, _) => steps.insert(last, Step::new(StepKind::CoolDown, rest)),
        (false, true) => steps.insert(0, Step::new(StepKind::WarmUp, rest)),
        (false, false) => {
            let (before, after) = halves(rest, profile.units.distance);
            steps.insert(0, Step::new(StepKind::WarmUp, before));
            steps.extend(after.map(|after| Step::new(StepKind::CoolDown, after)));
        }
    }
    steps
}

/// Rounds to ten metres: a distance worked out from a pace is no more exact.
fn tidy(rest: Extent) -> Extent {
    match rest {
        Extent::Distance(distance) => {
            Extent::Distance(Meters::new((distance.m() / 10.0).round() * 10.0))
        }
        Extent::Time(time) => Extent::Time(time),
    }
}

/// Before and after the hard part; all of it before where it is short.
fn halves(rest: Extent, unit: DistanceUnit) -> (Extent, Option<Extent>) {
    let split = |whole: f64, round: f64| {
        let before = ((whole * SHARE_BEFORE / round).round() * round).min(whole);
        if before > 0.0 && before < whole {
            (before, Some(whole - before))
        } else {
            (whole, None)
        }
    };
    match rest {
        Extent::Distance(distance) => {
            let (before, after) = split(distance.m(), ROUND_DISTANCE * unit.meters());
            let of = |meters| Extent::Distance(Meters::new(meters));
            (of(before), after.map(of))
        }
        Extent::Time(time) => {
            let (before, after) = split(f64::from(time.0), ROUND_SECONDS);
            let of = |seconds: f64| Extent::Time(Seconds(seconds.round() as u32));
            (of(before), after.map(of))
        }
    }
}
