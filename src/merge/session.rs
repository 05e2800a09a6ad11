//! A session of which both sides hold a version.

use std::cmp::Ordering;

use chrono::{NaiveDate, TimeDelta};

use crate::domain::{Alternative, Author, Half, Log, Plan, Session, Stamp, Status};

use super::fields::{behind, by_field};
use super::judge::Judge;
use super::list;
use super::log::log;
use super::plan::plan;

/// How much later than both sides a half is in which something gave way.
const OWN_VERSION: TimeDelta = TimeDelta::milliseconds(1);

/// A merged session, and what had to give way.
#[derive(Debug)]
pub(super) struct MergedSession {
    pub(super) session: Session,
    /// Of the planned half.
    pub(super) plan: Outcome,
    /// Of the done half.
    pub(super) log: Outcome,
}

/// How two versions of a half came together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing had to give way.
    Whole,
    /// Where both changed the same figures, ours stand or theirs.
    Chosen {
        /// Ours stand.
        ours: bool,
    },
    /// One of the two stands, and the other is kept beside it.
    Beside,
}

/// Two versions of a session made one, where nobody knows the last version that both come from.
pub fn both(ours: &Session, theirs: &Session) -> Session {
    session(None, ours, theirs).session
}

/// Two versions of a session made one, on the last version that both come from, where nobody is there to be told: what had to give
/// way, if only a figure, stands beside it.
pub fn on(base: &Session, ours: &Session, theirs: &Session) -> Session {
    let merged = session(Some(base), ours, theirs);
    let gave_way = |outcome| match outcome {
        Outcome::Chosen { ours: true } => Some(theirs),
        Outcome::Chosen { ours: false } => Some(ours),
        Outcome::Whole | Outcome::Beside => None,
    };
    let plan = gave_way(merged.plan).map(|other| Alternative {
        changed: other.plan_changed,
        half: Half::plan_of(other),
    });
    let log = gave_way(merged.log).and_then(|other| {
        Some(Alternative {
            changed: logged_at(other),
            half: Half::log_of(other)?,
        })
    });
    let mut session = merged.session;
    session.alternatives.extend(plan.into_iter().chain(log));
    drop_what_stands(&mut session);
    session
}

/// Merges three versions of a session, each half by its owner.
pub(super) fn session(base: Option<&Session>, ours: &Session, theirs: &Session) -> MergedSession {
    let mut judge = Judge::owned(
        Author::Coach,
        (&planned(ours), ours.plan_changed),
        (&planned(theirs), theirs.plan_changed),
    );
    let merged_plan = judge_plan(&mut judge, base, ours, theirs);
    let mut log_judge = Judge::owned(
        Author::Athlete,
        (&(&ours.status, &ours.log), logged_at(ours)),
        (&(&theirs.status, &theirs.log), logged_at(theirs)),
    );
    let mut session = merged_plan;
    session.log = log_judge.optional(base.map(|base| &base.log), &ours.log, &theirs.log, log);
    session.status = status(&mut log_judge, base, ours, theirs, session.log.is_some());
    let mut outcome = [Outcome::Whole; 2];
    let halves = [
        (
            &judge,
            Some(Half::plan_of(ours)),
            Some(Half::plan_of(theirs)),
            false,
        ),
        (&log_judge, Half::log_of(ours), Half::log_of(theirs), true),
    ];
    for (outcome, (judge, our_half, their_half, is_log)) in outcome.iter_mut().zip(halves) {
        let other = if judge.prefers_ours() { theirs } else { ours };
        let half = if judge.prefers_ours() {
            their_half
        } else {
            our_half
        };
        if judge.has_chosen {
            *outcome = Outcome::Chosen {
                ours: judge.prefers_ours(),
            };
        }
        let Some(half) = half.filter(|_| judge.leaves_something_over()) else {
            continue;
        };
        *outcome = Outcome::Beside;
        let changed = if is_log {
            logged_at(other)
        } else {
            other.plan_changed
        };
        let alternative = Alternative { changed, half };
        if !session.alternatives.contains(&alternative) {
            session.alternatives.push(alternative);
        }
    }
    if judge.has_chosen {
        let stands = if judge.prefers_ours() { ours } else { theirs };
        session.plan_changed = just_after(session.plan_changed, stands.plan_changed);
    }
    if log_judge.has_chosen {
        let stands = if log_judge.prefers_ours() {
            ours
        } else {
            theirs
        };
        let changed = session.log_changed;
        session.log_changed = changed.map(|changed| just_after(changed, logged_at(stands)));
    }
    drop_what_stands(&mut session);
    let [plan, log] = outcome;
    MergedSession { session, plan, log }
}

/// The planned half with all that belongs to it. The done half is still ours.
fn judge_plan(
    judge: &mut Judge,
    base: Option<&Session>,
    ours: &Session,
    theirs: &Session,
) -> Session {
    let newer =
        |_: &mut Judge, _: Option<&Stamp>, ours: &Stamp, theirs: &Stamp| later(*ours, *theirs);
    let logged = |_: &mut Judge,
                  base: Option<&Option<Stamp>>,
                  ours: &Option<Stamp>,
                  theirs: &Option<Stamp>| match (ours, theirs) {
        (Some(ours), Some(theirs)) => Some(later(*ours, *theirs)),
        (Some(one), None) | (None, Some(one)) => {
            // As with the log itself, what was there before and is gone on one side goes.
            (base != Some(&Some(*one))).then_some(*one)
        }
        (None, None) => None,
    };
    let ours_stays = |_: &mut Judge, _: Option<&Status>, ours: &Status, _: &Status| ours.clone();
    let no_log = |_: &mut Judge, _: Option<&Option<Log>>, _: &Option<Log>, _: &Option<Log>| None;
    by_field!(Session, judge, base, ours, theirs;
        id, date, plan: behind(plan), status: ours_stays, log: no_log, first_planned, locked, origin, because,
        external: behind(|judge: &mut Judge, base: Option<&Vec<_>>, ours: &Vec<_>, theirs: &Vec<_>| {
            let base: &[_] = base.map(Vec::as_slice).unwrap_or_default();
            judge.list(base, ours, theirs, |id| format!("{id:?}"))
        }),
        plan_changed: newer, log_changed: logged, alternatives: behind(alternatives),
    )
}

/// What is judged of a plan by its content alone.
fn planned(session: &Session) -> (NaiveDate, &Plan) {
    (session.date, &session.plan)
}

fn logged_at(session: &Session) -> Stamp {
    session.log_changed.unwrap_or_default()
}

/// What became of the session goes with its log, where only one side has any.
fn status(
    judge: &mut Judge,
    base: Option<&Session>,
    ours: &Session,
    theirs: &Session,
    has_log: bool,
) -> Status {
    match (has_log, &ours.log, &theirs.log) {
        (true, Some(_), None) => ours.status.clone(),
        (true, None, Some(_)) => theirs.status.clone(),
        _ => judge.pick(base.map(|base| &base.status), &ours.status, &theirs.status),
    }
}

/// The later of two stamps, the same whoever is who.
fn later(ours: Stamp, theirs: Stamp) -> Stamp {
    let rank = |stamp: Stamp| (stamp.at, stamp.by == Author::Coach, stamp.name.as_str());
    match rank(ours).cmp(&rank(theirs)) {
        Ordering::Less => theirs,
        _ => ours,
    }
}

/// The stamp of a half in which something gave way to what `stands`, whose hand it is. It is a version of its own, though
/// all its figures may be those of one side: else a deletion on that side would take along the edit that it never knew
/// of.
fn just_after(later: Stamp, stands: Stamp) -> Stamp {
    Stamp {
        at: later.at.checked_add_signed(OWN_VERSION).unwrap_or(later.at),
        ..stands
    }
}

/// One that was chosen or refused on one side goes; those made on either side stay.
fn alternatives(
    _: &mut Judge,
    base: Option<&Vec<Alternative>>,
    ours: &Vec<Alternative>,
    theirs: &Vec<Alternative>,
) -> Vec<Alternative> {
    let base = base.map(Vec::as_slice).unwrap_or_default();
    let key = |alternative: &Alternative| format!("{alternative:?}");
    list::merged(base, ours, theirs, key, |_, ours, _| ours.clone())
}

/// A version that stands is no alternative to itself.
fn drop_what_stands(session: &mut Session) {
    let plan = Half::plan_of(session);
    let log = Half::log_of(session);
    session
        .alternatives
        .retain(|it| it.half != plan && Some(&it.half) != log.as_ref());
}
