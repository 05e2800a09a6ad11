//! The lighter weeks, once the rules have had their word: each has less than both its neighbours of distance, of hard
//! minutes and of sets.

use std::sync::Arc;

use crate::domain::{Meters, Session};
use crate::load::{Emphasis, emphasis_of};

use super::draft::Draft;
use super::eased::{eased, shorter};
use super::measure::is_race;
use super::outcome::SeasonWeek;
use super::quality_dose::work_minutes;
use super::strength::fewer_sets;

/// What one step takes of a session's sets.
const A_STEP: f64 = 0.8;
/// Metres below its neighbours that a lighter week stays.
const BELOW: f64 = 500.0;

/// Makes one session of a lighter week less; false when all of them are lighter than their neighbours.
pub(super) fn ease(draft: &mut Draft) -> bool {
    let weeks = draft.weeks();
    let lighter = (1..weeks.len().saturating_sub(1)).filter(|&place| weeks[place].cutback);
    for place in lighter {
        let (week, around) = (&weeks[place], [&weeks[place - 1], &weeks[place + 1]]);
        let changed = less_running(draft, week, around)
            .or_else(|| less_quality(draft, week, around))
            .or_else(|| fewer(draft, week, around));
        if let Some(session) = changed {
            draft.athlete.sessions.put(Arc::new(session), usize::MAX);
            return true;
        }
        if is_above(week, around) {
            // This week is at its minimum and still not lighter than its neighbours: they are small.
            draft.call_whole(place);
            return true;
        }
    }
    false
}

/// The least of a figure in the neighbours that have any.
fn least(around: [&SeasonWeek; 2], figure: impl Fn(&SeasonWeek) -> f64) -> Option<f64> {
    let figures = around
        .into_iter()
        .map(figure)
        .filter(|figure| *figure > 0.0);
    figures.reduce(f64::min)
}

/// True for a week with no less running or lifting than a neighbour that has some.
fn is_above(week: &SeasonWeek, around: [&SeasonWeek; 2]) -> bool {
    let meters = least(around, |week| week.distance.m());
    let of_sets = least(around, |week| f64::from(sets(week)));
    meters.is_some_and(|least| week.distance.m() >= least)
        || of_sets.is_some_and(|least| f64::from(sets(week)) >= least)
}

fn ours<'w>(draft: &Draft, week: &'w SeasonWeek) -> Vec<&'w Arc<Session>> {
    let sessions = week.sessions.iter();
    sessions
        .filter(|session| draft.ours.contains(&session.id) && !is_race(session))
        .collect()
}

fn less_running(draft: &Draft, week: &SeasonWeek, around: [&SeasonWeek; 2]) -> Option<Session> {
    let most = least(around, |week| week.distance.m())? - BELOW;
    let excess = week.distance.m() - most;
    if excess <= 0.0 {
        return None;
    }
    let mut runs: Vec<_> = ours(draft, week)
        .into_iter()
        .filter(|session| session.plan.run().is_some())
        .collect();
    let far = |session: &Session| {
        let run = session.plan.run();
        run.and_then(|run| run.distance).map_or(0.0, Meters::m)
    };
    runs.sort_by(|one, other| {
        let emphasis = emphasis_of(&one.plan).cmp(&emphasis_of(&other.plan));
        emphasis.then(far(other).total_cmp(&far(one)))
    });
    runs.into_iter().find_map(|run| {
        let why = "a lighter week has less than the weeks around it.";
        let by = |meters| shorter(run, meters, why, draft);
        by(excess).or_else(|| by(BELOW))
    })
}

/// Hard minutes of a week.
fn quality(draft: &Draft, week: &SeasonWeek) -> f64 {
    let sessions = week.sessions.iter().filter(|session| !is_race(session));
    sessions
        .map(|session| work_minutes(&session.plan, &draft.paces, &draft.athlete.profile))
        .sum()
}

fn less_quality(draft: &Draft, week: &SeasonWeek, around: [&SeasonWeek; 2]) -> Option<Session> {
    let now = quality(draft, week);
    let most = around
        .map(|week| quality(draft, week))
        .into_iter()
        .reduce(f64::min)?;
    if now <= 0.0 || now < most {
        return None;
    }
    let hard = ours(draft, week).into_iter().find(|session| {
        work_minutes(&session.plan, &draft.paces, &draft.athlete.profile) > 0.0
            && emphasis_of(&session.plan) > Emphasis::Plain
    })?;
    let mut easy = eased(hard, draft);
    "A lighter week: what would be hard is easy.".clone_into(&mut easy.because);
    Some(easy)
}

/// Working sets of a week.
pub(super) fn sets(week: &SeasonWeek) -> u32 {
    let sessions = week.sessions.iter();
    let lifted = sessions.filter(|session| session.plan.strength().is_some());
    let doses = lifted.flat_map(|session| session.plan.workout.exercises());
    doses
        .map(|dose| dose.sets.high)
        .fold(0, u32::saturating_add)
}

fn fewer(draft: &Draft, week: &SeasonWeek, around: [&SeasonWeek; 2]) -> Option<Session> {
    let most = least(around, |week| f64::from(sets(week)))?;
    if f64::from(sets(week)) < most {
        return None;
    }
    let of = |session: &Session| -> u32 {
        session
            .plan
            .workout
            .exercises()
            .iter()
            .map(|dose| dose.sets.high)
            .sum()
    };
    let ours = ours(draft, week).into_iter();
    let longest = ours
        .filter(|session| session.plan.strength().is_some())
        .max_by_key(|session| of(session))?;
    let plan = fewer_sets(&longest.plan, A_STEP, &draft.athlete.profile);
    (longest.plan != plan).then(|| Session {
        plan: plan.into(),
        ..Session::clone(longest)
    })
}
