//! What of a plan the text can say, and in words what it cannot.

use crate::domain::{
    LegLoad, Plan, Prescription, Region, RunPlan, Session, Status, Step, StepKind, StrengthPlan,
    Workout,
};

/// The most minutes of a session that the text reads.
const MAX_MINUTES: u32 = 48 * 60;

/// The part of a plan that a session line can say, without its exercises, and what it cannot say.
pub(super) fn sayable(plan: &Plan) -> (Plan, Vec<String>) {
    let mut plan = plan.clone();
    let mut lost = Vec::new();
    if let Some(duration) = plan.duration
        && duration.0 > MAX_MINUTES
    {
        plan.duration = None;
        lost.push(format!("a duration of {} minutes", duration.0));
    }
    match &mut plan.workout {
        Workout::Run(run) => trim_run(run, &mut lost),
        Workout::Strength(strength) => trim_strength(strength, &mut lost),
        Workout::Mobility(mobility) => mobility.exercises.clear(),
        Workout::Cross(_) | Workout::Rest | Workout::Note => {}
    }
    (plan, lost)
}

fn trim_strength(strength: &mut StrengthPlan, lost: &mut Vec<String>) {
    strength.exercises.clear();
    if matches!(strength.region, Some(Region::Upper | Region::Core))
        && let Some(load) = strength.leg_load.filter(|load| *load != LegLoad::None)
    {
        strength.leg_load = Some(LegLoad::None);
        lost.push(format!(
            "the leg load \"{}\" beside a region without legs",
            load.word()
        ));
    }
    if let Some(region) = strength.region_override.take() {
        lost.push(format!("the region set to {}", region.word()));
    }
    if let Some(load) = strength.leg_load_override.take() {
        lost.push(format!("the leg load set to {}", load.word()));
    }
}

/// Keeps one plain warm-up, the repeats and one plain cool-down, in that order.
fn trim_run(run: &mut RunPlan, lost: &mut Vec<String>) {
    let mut kept: Vec<Step> = Vec::new();
    for step in std::mem::take(&mut run.steps) {
        let last = kept.last().map(|step| step.kind);
        let plain = step.repeats == 1 && step.target.is_none() && step.recovery.is_none();
        let fits = match step.kind {
            StepKind::WarmUp => plain && last.is_none(),
            StepKind::Work => last != Some(StepKind::CoolDown),
            StepKind::CoolDown => plain && last != Some(StepKind::CoolDown),
        };
        if fits {
            kept.push(step);
        } else {
            lost.push(format!("a step: {}", step_words(&step)));
        }
    }
    let first_work = kept.iter().find(|step| step.kind == StepKind::Work);
    if first_work.is_some_and(|step| step.target.is_none())
        && let Some(pace) = run.pace.take()
    {
        let seconds = pace.seconds_per_km().round();
        lost.push(format!(
            "the pace of the whole run, {seconds} s a kilometre, beside repeats without an aim"
        ));
    }
    run.steps = kept;
    if std::mem::take(&mut run.warm) {
        lost.push("that it is run in the heat".to_owned());
    }
}

fn step_words(step: &Step) -> &'static str {
    match step.kind {
        StepKind::WarmUp => "a warm-up with an aim, or in another place",
        StepKind::Work => "work after the cool-down",
        StepKind::CoolDown => "a cool-down with an aim, or in another place",
    }
}

/// What a session holds besides its plan, in words.
pub(super) fn besides_the_plan(session: &Session) -> Vec<String> {
    let mut lost = Vec::new();
    let has_log = session.log.is_some();
    let status = match &session.status {
        Status::Planned => None,
        Status::Done if has_log => Some("what was done and logged"),
        Status::Done => Some("what was done"),
        Status::Partial if has_log => Some("what was done in part and logged"),
        Status::Partial => Some("what was done in part"),
        Status::Skipped { .. } => Some("what was skipped, and why"),
        Status::Missed => Some("what was missed"),
    };
    lost.extend(status.map(str::to_owned));
    if has_log && !session.status.is_trained() {
        lost.push("the log".to_owned());
    }
    if session.locked {
        lost.push("the lock".to_owned());
    }
    if session.first_planned.is_some() {
        lost.push("where it was planned first".to_owned());
    }
    if session.origin.is_some() {
        lost.push("the program or template it came from".to_owned());
    }
    if !session.external.is_empty() {
        lost.push("the program it was imported from".to_owned());
    }
    lost
}

/// The part of a prescription that an exercise line can say; the name is the library's.
pub(super) fn sayable_exercise(prescription: &Prescription, name: &str) -> Prescription {
    Prescription {
        name: name.to_owned(),
        load_by: crate::domain::LoadSource::Coach,
        ..prescription.clone()
    }
}
