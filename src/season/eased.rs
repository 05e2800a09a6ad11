//! A hard run made easy, and a run made shorter.

use crate::domain::{
    Extent, Meters, Plan, Rpe, RunKind, RunPlan, Session, Start, StepKind, Workout,
};
use crate::load::distance_of;

use super::draft::Draft;
use super::easy::LEAST_RUN;

/// A shorter run is planned in steps of so many metres.
const STEP: f64 = 100.0;

/// A hard run made easy over the same distance.
pub(super) fn eased(session: &Session, draft: &Draft) -> Session {
    let profile = &draft.athlete.profile;
    let mut eased = session.clone();
    let distance = distance_of(&session.plan, profile).map(|far| far.value);
    let start = match session.plan.start {
        Start::Part(part) => Start::Part(part),
        Start::Unset | Start::Clock(_) => Start::Unset,
    };
    eased.plan = Plan {
        start,
        duration: session.plan.duration.filter(|_| distance.is_none()),
        ..Plan::new(Workout::Run(RunPlan {
            distance,
            rpe: Some(Rpe::new(3.0)),
            ..RunPlan::of(RunKind::Easy)
        }))
    };
    eased.plan = draft.paces.targeted(&eased.plan, false, profile);
    "Made easy, so that nothing else suffers.".clone_into(&mut eased.because);
    eased
}

/// A run over fewer metres, if enough of it is left: its easy part gives way, not its work.
pub(super) fn shortened(plan: &Plan, by: f64) -> Option<Plan> {
    let run = plan.run()?;
    let less = |meters: f64| ((meters - by) / STEP).floor() * STEP;
    let mut shorter = run.clone();
    if run.steps.is_empty() {
        let left = less(run.distance?.m());
        if left < LEAST_RUN || plan.duration.is_some() {
            return None;
        }
        shorter.distance = Some(Meters::new(left));
    } else {
        let easy = shorter
            .steps
            .iter_mut()
            .find(|step| step.kind == StepKind::WarmUp)?;
        let Extent::Distance(far) = easy.extent else {
            return None;
        };
        let left = less(far.m());
        if left < LEAST_RUN {
            return None;
        }
        easy.extent = Extent::Distance(Meters::new(left));
    }
    Some(Plan {
        workout: Workout::Run(shorter),
        ..plan.clone()
    })
}
