//! A hard run made easy, and a run made shorter.

use crate::domain::{
    Extent, Meters, Plan, Rpe, RunKind, RunPlan, Session, Start, StepKind, Units, Workout,
};
use crate::load::distance_of;

use super::draft::Draft;
use super::easy::{RACE_DAYS, RACE_WEEK_MINUTES};
use super::measure::{distance, tenths_down};

/// A hard run made easy over the same distance, or over less in the days before the race.
pub(super) fn eased(session: &Session, draft: &Draft) -> Session {
    let profile = &draft.athlete.profile;
    let mut eased = session.clone();
    let is_near = (draft.request.race.date - session.date).num_days() < RACE_DAYS;
    let most = if is_near {
        draft
            .paces
            .within(RunKind::Easy, RACE_WEEK_MINUTES, profile)
    } else {
        f64::MAX
    };
    let distance = distance_of(&session.plan, profile)
        .map(|far| Meters::new(tenths_down(far.value.m().min(most), profile.units)));
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
    }
    .into();
    eased.plan = draft.paces.targeted(&eased.plan, false, profile).into();
    "Made easy, so that nothing else suffers.".clone_into(&mut eased.because);
    eased
}

/// A run of the season over fewer metres, if enough of it is left. A long run says how far it goes now, and why.
pub(super) fn shorter(session: &Session, by: f64, why: &str, draft: &Draft) -> Option<Session> {
    let profile = &draft.athlete.profile;
    let plan = shortened(&session.plan, by, draft.least_run(), profile.units)?;
    let mut shorter = Session {
        plan: plan.into(),
        ..session.clone()
    };
    let is_long = session.plan.run()?.kind == RunKind::Long;
    let far = distance_of(&shorter.plan, profile).filter(|_| is_long);
    if let Some(far) = far {
        let far = distance(far.value.m(), profile.units);
        shorter.because = format!("{far} and no more: {why}").into();
    }
    Some(shorter)
}

/// A run over fewer metres, if `least` of it are left: its easy part gives way, not its work.
fn shortened(plan: &Plan, by: f64, least: f64, units: Units) -> Option<Plan> {
    let run = plan.run()?;
    let less = |meters: f64| tenths_down(meters - by, units);
    let mut shorter = run.clone();
    if run.steps.is_empty() {
        let left = less(run.distance?.m());
        if left < least || plan.duration.is_some() {
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
        if left < least {
            return None;
        }
        easy.extent = Extent::Distance(Meters::new(left));
    }
    Some(Plan {
        workout: Workout::Run(shorter),
        ..plan.clone()
    })
}
