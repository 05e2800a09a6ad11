//! The parts of a run become its kind, its whole length and its steps.

use crate::domain::{
    KeyMark, Meters, Minutes, NamedPace, PaceName, Plan, RecoveryStyle, Rpe, RunKind, RunPlan,
    Step, StepKind, Target, Workout,
};

use super::amount::Amount;
use super::items::{Fragment, ItemKind};
use super::parts::{MOST_STEPS, RunPart};
use super::run_kind::kind;
use super::run_reader::{RunWords, read};
use super::run_whole::Whole;
use super::scan::NumberToken;

/// Reads a run from some items of a fragment. `None` when nothing in them speaks of running.
pub(super) fn run(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let mut words = read(fragment, from, to);
    let said = !words.kinds.is_empty()
        || words.run
        || words.parkrun
        || words.race.is_some()
        || !words.parts.is_empty();
    if !said || is_appointment(fragment, &words, from, to) {
        return None;
    }
    walks_at_the_ends(&mut words.parts);
    let mut whole = Whole::of(&mut words);
    let kind = kind(fragment, &words, &whole, from);
    let mut plan = RunPlan::of(kind);
    plan.distance = whole.distance.map(Meters::new);
    let mut steps = std::mem::take(&mut whole.steps);
    if let Some(target) = words.target.or(whole.target) {
        aim(&mut plan, &mut steps, target, whole.length);
    }
    steps.truncate(MOST_STEPS);
    plan.steps = steps;
    if words.is_parkrun_and_more()
        && let Some(extent) = words
            .parts
            .first()
            .and_then(|part| part.amount)
            .map(Amount::extent)
    {
        (plan.distance, whole.seconds) = (None, None);
        plan.steps = vec![Step {
            kind: StepKind::CoolDown,
            repeats: 1,
            extent,
            target: None,
            recovery: None,
        }];
    }
    if words.parkrun && plan.distance.is_none() {
        add_parkrun(&mut plan);
    }
    if kind == RunKind::Race && plan.distance.is_none() && plan.steps.is_empty() {
        plan.distance = words.race.map(Meters::new);
    }
    let mut session = Plan::new(Workout::Run(plan));
    session.duration = whole
        .seconds
        .map(|seconds| Minutes((seconds / 60.0).round().max(1.0) as u32));
    if words.key {
        session.key = KeyMark::Key;
    }
    Some(session)
}

/// A parkrun is five kilometres, whatever is run before and after it.
fn add_parkrun(plan: &mut RunPlan) {
    let around = |step: &Step| matches!(step.kind, StepKind::WarmUp | StepKind::CoolDown);
    let length = Amount::Meters(5000.0);
    if plan.steps.is_empty() {
        plan.distance = Some(Meters::new(length.value()));
    } else if plan.steps.iter().all(around) {
        let warm_up = plan
            .steps
            .iter()
            .take_while(|step| step.kind == StepKind::WarmUp);
        let at = warm_up.count();
        let run = Step::new(StepKind::Work, length.extent());
        plan.steps.insert(at, run);
    }
}

/// `Physio 14:00`: a time of the day beside words nobody knows, and nothing that speaks of running.
fn is_appointment(fragment: &Fragment, words: &RunWords, from: usize, to: usize) -> bool {
    let says_more = !words.kinds.is_empty()
        || words.run
        || words.parkrun
        || words.strides
        || words.race.is_some()
        || words.target.is_some();
    let [part] = words.parts.as_slice() else {
        return false;
    };
    let is_time = matches!(
        fragment.figure(part.from),
        Some(NumberToken::Clock {
            parts: [Some(0..24), Some(0..60), None]
        })
    );
    let is_strange = |at: usize| {
        let item = fragment.items.get(at);
        item.is_some_and(|item| matches!(item.kind, ItemKind::Unknown))
    };
    !says_more && part.is_plain() && is_time && (from..to).any(is_strange)
}

/// `5 min walk, 20 min jog, 5 min walk`: the walks are warm-up and cool-down.
fn walks_at_the_ends(parts: &mut [RunPart]) {
    let walks = |part: &RunPart| part.is_plain() && part.style == Some(RecoveryStyle::Walk);
    if parts.len() < 3 && !(parts.len() == 2 && parts.iter().any(|part| part.counted)) {
        return;
    }
    if let Some(first) = parts.first_mut().filter(|part| walks(part)) {
        first.role = Some(StepKind::WarmUp);
    }
    if let Some(last) = parts.last_mut().filter(|part| walks(part)) {
        last.role = Some(StepKind::CoolDown);
    }
}

/// Puts an aim of the whole where it belongs.
fn aim(plan: &mut RunPlan, steps: &mut Vec<Step>, target: Target, length: Option<Amount>) {
    let open = |step: &Step| step.kind == StepKind::Work && step.target.is_none();
    match target {
        Target::Rpe(rpe) => plan.rpe = Some(Rpe::new(rpe.value())),
        // A target that is written before the repeats belongs to them.
        _ if length.is_none() && steps.iter().any(open) => {
            for step in steps.iter_mut().filter(|step| open(step)) {
                step.target = Some(target);
            }
        }
        Target::Pace(pace) => plan.pace = Some(pace),
        _ if is_own(plan.kind, target) => {}
        _ => {
            if let Some(length) = length
                && steps.is_empty()
            {
                steps.push(Step {
                    target: Some(target),
                    ..Step::new(StepKind::Work, length.extent())
                });
            }
        }
    }
}

/// True when the aim says no more than the kind: easy pace for an easy run.
fn is_own(kind: RunKind, target: Target) -> bool {
    let Target::Named(NamedPace {
        name,
        percent: 100,
        offset: 0,
    }) = target
    else {
        return false;
    };
    matches!(
        (kind, name),
        (RunKind::Easy | RunKind::Long, PaceName::Easy)
            | (RunKind::Recovery, PaceName::Recovery | PaceName::Easy)
            | (RunKind::Steady, PaceName::Steady)
            | (RunKind::Race, PaceName::Goal)
    )
}
