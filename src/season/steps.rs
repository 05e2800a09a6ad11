//! The steps from week to week, once the rules have had their word.
//!
//! If runs were taken out of a week, the weeks built on it have too big a step: they are cut as well.

use std::sync::Arc;

use crate::domain::{Meters, Phase, Session};
use crate::load::{emphasis_of, title_of};

use super::draft::Draft;
use super::eased::shorter;
use super::measure::is_race;
use super::volume::most_after;

/// A run that has to give way.
struct Excess {
    run: Arc<Session>,
    /// Metres that are too many.
    meters: f64,
    why: &'static str,
}

/// Makes one run of the season shorter, or takes it out and names it, where a week grows by too much or the taper
/// does not fall; false when every step is fine.
pub(super) fn ease(draft: &mut Draft) -> bool {
    let Some(excess) = excess(draft) else {
        return false;
    };
    let week = draft.week_of(excess.run.date);
    let title = title_of(&excess.run.plan, draft.library);
    let why = "the weeks before have too little to build on.";
    if let Some(session) = shorter(&excess.run, excess.meters, why, draft) {
        draft.athlete.sessions.put(Arc::new(session), usize::MAX);
        draft.leave_out(
            week,
            &format!("A part of the {title}"),
            excess.why.to_owned(),
        );
    } else {
        draft.take_out(&excess.run, excess.why.to_owned());
    }
    true
}

/// The first step that is too big, and the run that can give way: the least that there is, and of those the longest.
fn excess(draft: &Draft) -> Option<Excess> {
    let mut most = draft.begins();
    let mut last = 0.0_f64;
    for week in draft.weeks() {
        let distance = week.distance.m();
        let is_taper = week.phase == Phase::Taper;
        let (allowed, why) = if is_taper {
            (last, "A taper only reduces; the week before had less.")
        } else {
            (
                most_after(most),
                "The weeks before have too little to build on.",
            )
        };
        // A first week, and a race week whose race is in its first days, has nothing to compare with.
        let counts = week.number > 1 && !(is_taper && draft.is_soon_after(week.first));
        if counts && distance > allowed + 1.0 {
            let ours = week.sessions.into_iter().filter(|session| {
                session.plan.run().is_some()
                    && !is_race(session)
                    && draft.ours.contains(&session.id)
            });
            let far = |session: &Arc<Session>| session.plan.run()?.distance.map(Meters::m);
            let least = ours.min_by(|one, other| {
                let emphasis = emphasis_of(&one.plan).cmp(&emphasis_of(&other.plan));
                let longest = far(other)
                    .unwrap_or(0.0)
                    .total_cmp(&far(one).unwrap_or(0.0));
                emphasis.then(longest)
            });
            if let Some(run) = least {
                let meters = distance - allowed;
                return Some(Excess { run, meters, why });
            }
        }
        if week.number > 1 {
            most = most.max(distance);
        }
        last = if is_taper {
            distance
        } else {
            last.max(distance)
        };
    }
    None
}
