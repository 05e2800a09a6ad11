//! The share of the long run in a week, once the rules have had their word: where they took other runs out, it is less
//! as well, or says why it is more than usual.

use std::sync::Arc;

use crate::domain::{Phase, RunKind, Session};

use super::draft::Draft;
use super::eased::shorter;
use super::long_run::{big_words, goes_by_minutes, most_minutes, most_of_week, share};
use super::measure::meters_of;
use super::outcome::SeasonWeek;
use super::phase::WeekStage;

/// What rounding to whole tenths may add to a share.
const ROUNDING: f64 = 0.005;
/// What a long run says that takes more than its share.
const BIG: &str = "its minutes count";

/// Makes one long run shorter, or lets it say why its share is big; false where every one keeps to its share.
pub(super) fn ease(draft: &mut Draft) -> bool {
    let weeks = draft.weeks();
    let of_training = weeks.iter().zip(&draft.stages).enumerate();
    let changed = of_training
        .filter(|(_, (_, stage))| stage.phase != Phase::Taper)
        .filter(|(place, _)| !draft.is_short(*place))
        .find_map(|(_, (week, stage))| less(draft, week, *stage));
    let Some(session) = changed else {
        return false;
    };
    draft.athlete.sessions.put(Arc::new(session), usize::MAX);
    true
}

fn less(draft: &Draft, week: &SeasonWeek, stage: WeekStage) -> Option<Session> {
    let profile = &draft.athlete.profile;
    let far = |session: &Session| meters_of(session, profile).unwrap_or(0.0);
    let ours = week
        .sessions
        .iter()
        .filter(|run| draft.ours.contains(&run.id));
    let is_long = |run: &&Arc<Session>| run.plan.run().is_some_and(|run| run.kind == RunKind::Long);
    let long = ours
        .filter(is_long)
        .max_by(|one, other| far(one).total_cmp(&far(other)))?;
    let (meters, all) = (far(long), week.distance.m());
    let runs = week.runs as u32;
    let most = most_of_week(stage, runs);
    let part = meters / all.max(1.0);
    if part > most + ROUNDING && most < 1.0 {
        let fitting = most / (1.0 - most) * (all - meters);
        let why = "a long run takes its share of the week and no more.";
        if let Some(shorter) = shorter(long, meters - fitting, why, draft) {
            return Some(shorter);
        }
    }
    let is_silent = !long.because.contains(BIG);
    (goes_by_minutes(stage) && part > share(runs) + ROUNDING && is_silent).then(|| {
        let mut long = Session::clone(long);
        let words = big_words(part, runs, most_minutes(stage, &draft.request.race));
        long.because = format!("{} {words}", long.because).into();
        long
    })
}
