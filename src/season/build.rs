//! A season from a request, step after step.

use chrono::NaiveDate;

use crate::domain::{Athlete, Phase, WorkspaceSettings};
use crate::layout::NewId;
use crate::library::Library;

use super::draft::Draft;
use super::outcome::Season;
use super::request::{Refusal, SeasonRequest};
use super::settle::settle;

/// Builds a season, or says all that stands against it.
///
/// # Errors
///
/// A refusal for each part of the request that no season can be built from.
pub fn build(
    athlete: &Athlete,
    library: &Library,
    settings: &WorkspaceSettings,
    request: &SeasonRequest,
    today: NaiveDate,
    new_id: NewId,
) -> Result<Season, Vec<Refusal>> {
    let refusals = request.refusals(athlete.profile.units, athlete.profile.week_start, today);
    if refusals.is_empty() {
        let draft = Draft::new(athlete, (library, settings), request, today, new_id);
        Ok(built(draft, athlete))
    } else {
        Err(refusals)
    }
}

/// The whole season, `before` being the athlete without it.
fn built(mut draft: Draft, before: &Athlete) -> Season {
    let mut kept = Athlete::new(before.id, draft.athlete.profile.clone());
    kept.sessions = draft.athlete.sessions.clone();
    let mut growth = draft.growth();
    draft.quality_before = growth.used.most;
    draft.name_limits(&growth);
    draft.add_race();
    let mut usual = None;
    let mut arranged = Vec::new();
    for (week, mut stage) in draft.stages.clone().into_iter().enumerate() {
        if stage.cutback && growth.habit.follows_little(week) {
            // After a week away no lighter week is needed.
            stage.cutback = false;
            draft.call_whole(week);
        }
        let days = draft.add_runs(week, stage, &mut growth, usual);
        if stage.phase != Phase::Taper && !stage.cutback && week > 0 {
            usual = Some(days);
        }
        arranged.push(days);
    }
    for (week, days) in arranged.into_iter().enumerate() {
        draft.add_strength(week, days);
    }
    draft.free_lone_runs();
    let findings = settle(&mut draft, &kept);
    draft.name_shortfalls(&growth);
    draft.season(before, findings)
}
