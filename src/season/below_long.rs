//! Easy runs stay clearly below the long run of their week: else a week has two long runs, and none of them is one.

use std::sync::Arc;

use crate::domain::{Profile, RunKind, Session};

use super::draft::Draft;
use super::eased::shorter;
use super::measure::meters_of;
use super::outcome::SeasonWeek;
use super::paces::Paces;

/// What an easy run has of the long run of its week at most (practice), and with three runs, of which each has to carry
/// more of the week.
const OF_LONG: f64 = 0.7;
const OF_LONG_OF_FEW: f64 = 0.75;
const FEW: u32 = 3;
/// Metres that rounding to tenths may add.
const ROUNDING: f64 = 80.0;

/// Minutes of a long run below which it is none yet, as on the way back from a break: then the runs of a week may be
/// nearly alike.
const NO_LONG_RUN: u32 = 45;
const NEARLY: f64 = 0.9;

/// Metres of an easy run at most, beside a long run of `long` metres in a week of so many runs.
pub(super) fn most(long: f64, runs: u32, paces: &Paces, profile: &Profile) -> f64 {
    let is_short = long < paces.within(RunKind::Long, NO_LONG_RUN, profile);
    long * match runs {
        _ if is_short => NEARLY,
        ..=FEW => OF_LONG_OF_FEW,
        _ => OF_LONG,
    }
}

/// Makes one easy run shorter, where the rules have had their word and the long run beside it is less than it was; false
/// where every easy run is clearly below its week's long run.
pub(super) fn ease(draft: &mut Draft) -> bool {
    let weeks = draft.weeks();
    let Some(session) = weeks.iter().find_map(|week| less(draft, week)) else {
        return false;
    };
    draft.athlete.sessions.put(Arc::new(session), usize::MAX);
    true
}

fn less(draft: &Draft, week: &SeasonWeek) -> Option<Session> {
    let profile = &draft.athlete.profile;
    let far = |session: &Session| meters_of(session, profile).unwrap_or(0.0);
    let kind = |session: &Session| session.plan.run().map(|run| run.kind);
    let of = |wanted| {
        let sessions = week.sessions.iter();
        sessions.filter(move |session| kind(session) == Some(wanted))
    };
    let long = of(RunKind::Long).map(|run| far(run)).reduce(f64::max)?;
    let most = most(long, week.runs as u32, &draft.paces, profile).max(draft.least_run());
    of(RunKind::Easy)
        .filter(|run| draft.ours.contains(&run.id) && far(run) > most + ROUNDING)
        .find_map(|run| {
            let why = "an easy run stays clearly below the long run of its week.";
            shorter(run, far(run) - most, why, draft)
        })
}
