//! A session that one side of a merge moved into another file, while the other side changed it where it was.
//!
//! Files are merged one by one, as git does it: where the session was, the changed one stays, and where it went, the moved
//! one comes in. Once both are read, nobody could tell whether the one follows from the other or each was changed by
//! itself. So the one that stays is marked when the files are merged, since the last common version is there: beside each
//! half that was changed stand itself and what it was, as alternatives with the stamp from before. When the files are
//! read, the marks go, and two versions that were both changed since are merged on what they were.

use std::collections::HashMap;

use crate::domain::{Alternative, Athlete, Half, Session, SessionId, Stamp, Status};
use crate::merge;

/// Marks the sessions of a merged file that one side had moved out of it and the other had changed.
pub(super) fn mark(base: &Athlete, ours: &Athlete, theirs: &Athlete, merged: &mut Athlete) {
    let moved_away = |side: &Athlete, id: SessionId| {
        side.sessions.get(id).is_none() && side.tombstones.iter().all(|it| it.session != id)
    };
    let before: HashMap<SessionId, &Session> = base
        .sessions
        .all()
        .iter()
        .filter(|it| moved_away(ours, it.id) != moved_away(theirs, it.id))
        .map(|it| (it.id, &**it))
        .collect();
    if before.is_empty() {
        return;
    }
    let all = merged.sessions.all().iter().map(|session| {
        let marked = before.get(&session.id).map(|before| {
            let mut session = Session::clone(session);
            let marks = marks(before, &session);
            session.alternatives.extend(marks);
            session.into()
        });
        marked.unwrap_or_else(|| session.clone())
    });
    merged.sessions = all.collect::<Vec<_>>().into();
}

/// For each half of a session that changed: itself, as the mark, and how it was, both with the stamp from before.
fn marks(before: &Session, now: &Session) -> Vec<Alternative> {
    let plans = [Some(Half::plan_of(now)), Some(Half::plan_of(before))];
    let logs = [Half::log_of(now), Half::log_of(before)];
    let halves = [(plans, before.plan_changed), (logs, logged(before))];
    let changed = halves
        .into_iter()
        .filter(|([now, before], _)| now != before);
    let marks = changed.flat_map(|(halves, changed)| {
        let halves = halves.into_iter().flatten();
        halves.map(move |half| Alternative { changed, half })
    });
    marks.collect()
}

/// How a half was before it changed beside a move.
struct Before {
    changed: Stamp,
    /// `None` where there was none.
    half: Option<Half>,
}

/// A version of a session without its marks, and how each half was that was marked.
struct Marked {
    session: Session,
    plan: Option<Before>,
    log: Option<Before>,
}

impl Marked {
    fn of(session: &Session) -> Self {
        let mut session = session.clone();
        let plan = take_mark(&mut session, |it| Some(Half::plan_of(it)));
        let log = take_mark(&mut session, Half::log_of);
        Self { session, plan, log }
    }
}

/// Takes the mark of a half out of a session.
fn take_mark(session: &mut Session, half_of: impl Fn(&Session) -> Option<Half>) -> Option<Before> {
    let own = half_of(session)?;
    let all = &session.alternatives;
    let mark = all.iter().position(|it| it.half == own)?;
    let changed = session.alternatives.remove(mark).changed;
    let is_same_half = |it: &Alternative| {
        std::mem::discriminant(&it.half) == std::mem::discriminant(&own) && it.changed == changed
    };
    let before = session.alternatives.iter().position(is_same_half);
    let half = before.map(|at| session.alternatives.remove(at).half);
    Some(Before { changed, half })
}

/// The session without marks; `None` where it has none, as nearly every session.
pub(super) fn unmarked(session: &Session) -> Option<Session> {
    if session.alternatives.is_empty() {
        return None;
    }
    let marked = Marked::of(session);
    (marked.plan.is_some() || marked.log.is_some()).then_some(marked.session)
}

/// Two versions of a session made one, where a half of it was changed in both since their last common version. `None`
/// where no half was, so that of each the newer one counts.
pub(super) fn merged(one: &Session, other: &Session) -> Option<Session> {
    if one.alternatives.is_empty() && other.alternatives.is_empty() {
        return None;
    }
    let (one, other) = (Marked::of(one), Marked::of(other));
    let (plan, log) = (one.plan.or(other.plan), one.log.or(other.log));
    let (mut one, mut other) = (one.session, other.session);
    // The same stamp as before means unchanged.
    let both = |since: &Before, stamp: fn(&Session) -> Stamp| {
        [&one, &other]
            .iter()
            .all(|it| stamp(it).at > since.changed.at)
    };
    let plan = plan.filter(|since| both(since, |it| it.plan_changed));
    let log = log.filter(|since| both(since, logged));
    if plan.is_none() && log.is_none() {
        return None;
    }
    // If one side left this half unchanged, take the other side's.
    if plan.is_none() {
        if one.plan_changed.at > other.plan_changed.at {
            take_plan(&one, &mut other);
        } else {
            take_plan(&other, &mut one);
        }
    }
    if log.is_none() {
        if logged(&one).at > logged(&other).at {
            take_log(&one, &mut other);
        } else {
            take_log(&other, &mut one);
        }
    }
    let before = before(&one, &other, plan, log);
    Some(merge::on(&before, &one, &other))
}

/// The last version that both had, as far as it is known.
fn before(one: &Session, other: &Session, plan: Option<Before>, log: Option<Before>) -> Session {
    let mut before = one.clone();
    if let Some(Before { changed, half }) = plan {
        if let Some(half) = half {
            half.put_into(&mut before);
        }
        before.plan_changed = changed;
        // The side that moved the session stored its first day; the other still has what was there before.
        if one.date != before.date {
            before.first_planned = other.first_planned;
        }
    }
    if let Some(Before { changed, half }) = log {
        (before.log, before.status) = (None, Status::default());
        if let Some(half) = half {
            half.put_into(&mut before);
        }
        before.log_changed = before.log.is_some().then_some(changed);
    }
    before
}

fn logged(session: &Session) -> Stamp {
    session.log_changed.unwrap_or_default()
}

fn take_plan(from: &Session, to: &mut Session) {
    to.date = from.date;
    to.plan = from.plan.clone();
    to.plan_changed = from.plan_changed;
    to.first_planned = from.first_planned;
    to.locked = from.locked;
    to.origin.clone_from(&from.origin);
    to.because = from.because.clone();
}

fn take_log(from: &Session, to: &mut Session) {
    to.status = from.status.clone();
    to.log.clone_from(&from.log);
    to.log_changed = from.log_changed;
}
