//! The share of quality in a week, once the rules have had their word: where they took easy running out, or the days
//! hold less than was wanted, the hard work is less as well.

use std::sync::Arc;

use crate::domain::{Extent, Plan, Rpe, RunKind, Seconds, Session, StepKind, Workout};
use crate::load::{Emphasis, distance_of, duration_of, emphasis_of};

use super::draft::Draft;
use super::eased::eased;
use super::measure::is_race;
use super::outcome::SeasonWeek;
use super::quality::{self, Size, fewest};
use super::quality_dose::{
    OF_WEEK_INTERVALS, OF_WEEK_THRESHOLD, most_after, work_meters, work_minutes,
};

/// What rounding may add to a share.
const ROUNDING: f64 = 1.04;
/// Seconds of a block below which it is none, and how much of it gives way at a time.
const SHORTEST: u32 = 480;
const A_PART: u32 = 60;
/// Runs of a week that has room for two quality runs.
const TWO_FROM_RUNS: usize = 5;

/// Makes one quality run do less where a week has too much of it, or easy where a week has few runs and two of them;
/// false where none has.
pub(super) fn ease(draft: &mut Draft) -> bool {
    if let Some(run) = second(draft) {
        let easy = eased(&run, draft);
        draft.athlete.sessions.put(Arc::new(easy), usize::MAX);
        return true;
    }
    let Some(run) = too_much(draft) else {
        return false;
    };
    let pace = run.plan.run().map_or(1.0, |run| {
        draft.paces.work_pace(run.kind, &draft.athlete.profile)
    });
    let less = less(&run, pace).map(|mut less| {
        less.plan.duration = None;
        less.plan.duration = Some(duration_of(&less.plan, &draft.athlete.profile).value);
        less
    });
    let session = less
        .or_else(|| in_shorter_bites(&run, draft))
        .unwrap_or_else(|| eased(&run, draft));
    draft.athlete.sessions.put(Arc::new(session), usize::MAX);
    true
}

/// Another run with less work in place of one that can lose no repeat.
fn in_shorter_bites(run: &Session, draft: &Draft) -> Option<Session> {
    let (profile, paces) = (&draft.athlete.profile, &draft.paces);
    let number = draft.week_of(run.date);
    let place = number.checked_sub(1)? as usize;
    let stage = *draft.stages.get(place)?;
    let weeks = draft.weeks();
    let week = weeks.iter().find(|week| week.number == number)?;
    let mut others = week.sessions.iter().filter(|other| other.id != run.id);
    let plan = quality::shorter_bites(
        draft.library,
        (paces, profile),
        stage,
        run.plan.run()?.kind,
        Size {
            policy: draft.request.policy,
            week: week.distance.m(),
            meters: distance_of(&run.plan, profile)?.value.m(),
            minutes: duration_of(&run.plan, profile).value.0,
            work: work_minutes(&run.plan, paces, profile) - 0.5,
            nth: 0,
            of: 1,
            runs: week.runs as u32,
            has_hard: others.clone().any(|other| quality::is_hard(&other.plan)),
            taken: others
                .find(|other| work_minutes(&other.plan, paces, profile) > 0.0)
                .map(|other| other.plan.title.as_str()),
        },
    )?;
    let start = run.plan.start;
    Some(Session {
        plan: Plan { start, ..plan }.into(),
        ..run.clone()
    })
}

/// The first quality run that has to do less: its week has too much of its kind, or too much more than the weeks
/// before it.
fn too_much(draft: &Draft) -> Option<Arc<Session>> {
    let mut most = draft.quality_before;
    let weeks = draft.weeks();
    let of_training = weeks
        .iter()
        .zip(&draft.stages)
        .filter(|(_, stage)| !stage.race_week);
    for (week, _) in of_training {
        if let Some(run) = excess(draft, week) {
            return Some(run);
        }
        let minutes =
            |session: &Session| work_minutes(&session.plan, &draft.paces, &draft.athlete.profile);
        let hard: f64 = week.sessions.iter().map(|session| minutes(session)).sum();
        if most > 0.0 && hard > most_after(most) + 0.5 {
            let ours = week
                .sessions
                .iter()
                .filter(|run| draft.ours.contains(&run.id));
            let longest = ours
                .filter(|run| minutes(run) > 0.0)
                .max_by(|one, other| minutes(one).total_cmp(&minutes(other)));
            if let Some(run) = longest {
                return Some(Arc::clone(run));
            }
        }
        most = most.max(hard);
    }
    None
}

/// The harder of two quality runs in a week that has lost the easy runs around them.
fn second(draft: &Draft) -> Option<Arc<Session>> {
    let rpe = |session: &Session| session.plan.run()?.rpe.map(Rpe::value);
    draft.weeks().into_iter().find_map(|week| {
        let hard = week.sessions.iter().filter(|session| {
            let kind = session.plan.run().map(|run| run.kind);
            let is_long = matches!(kind, Some(RunKind::Long | RunKind::Race));
            kind.is_some() && !is_long && emphasis_of(&session.plan) == Emphasis::Key
        });
        let hard: Vec<&Arc<Session>> = hard.collect();
        if hard.len() < 2 || week.runs >= TWO_FROM_RUNS {
            return None;
        }
        let ours = hard.into_iter().filter(|run| draft.ours.contains(&run.id));
        let of = |run: &Arc<Session>| rpe(run).unwrap_or(0.0);
        ours.max_by(|one, other| of(one).total_cmp(&of(other)))
            .cloned()
    })
}

/// A quality run of a week that has too much of its kind.
fn excess(draft: &Draft, week: &SeasonWeek) -> Option<Arc<Session>> {
    let runs = || week.sessions.iter().filter(|session| !is_race(session));
    let meters =
        |session: &Session| work_meters(&session.plan, &draft.paces, &draft.athlete.profile);
    let is_threshold = |session: &Session| {
        let run = session.plan.run();
        run.is_some_and(|run| run.kind == RunKind::Tempo)
    };
    [(true, OF_WEEK_THRESHOLD), (false, OF_WEEK_INTERVALS)]
        .into_iter()
        .find_map(|(threshold, share)| {
            let of_kind = || runs().filter(|run| is_threshold(run) == threshold);
            let work: f64 = of_kind().map(|run| meters(run)).sum();
            if work <= week.distance.m() * share * ROUNDING {
                return None;
            }
            let ours = of_kind().filter(|run| draft.ours.contains(&run.id));
            ours.filter(|run| meters(run) > 0.0)
                .max_by(|one, other| meters(one).total_cmp(&meters(other)))
                .cloned()
        })
}

/// A run with one repeat or one minute of its work less; `None` where too little would be left.
fn less(session: &Session, pace: f64) -> Option<Session> {
    let mut less = session.clone();
    let Workout::Run(run) = &mut less.plan.workout else {
        return None;
    };
    let step = run
        .steps
        .iter_mut()
        .find(|step| step.kind == StepKind::Work)?;
    match (step.repeats, step.extent) {
        (1, Extent::Time(Seconds(seconds))) if seconds >= SHORTEST + A_PART => {
            step.extent = Extent::Time(Seconds(seconds - A_PART));
        }
        (repeats, extent) if repeats > fewest(extent, pace) => step.repeats -= 1,
        _ => return None,
    }
    Some(less)
}
