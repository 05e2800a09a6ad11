//! Whether one version of an athlete may have come of another.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, Session, SessionId, Stamp, Tombstone};

/// True when two versions may both have come of `base`, as far as stamps tell.
///
/// A base that holds an edit of which one side never knew would make a merge take that edit back. So both sides have to
/// know of everything in it, it holds all that the two have in common, and nothing in it is later than that: an edit
/// from after their ways parted is later.
pub fn is_common_base(base: &Athlete, ours: &Athlete, theirs: &Athlete) -> bool {
    let common = common_stamps(ours, theirs);
    let held: BTreeSet<_> = stamps(base).collect();
    let latest = common.iter().map(|(_, stamp)| *stamp).max();
    descends(ours, base)
        && descends(theirs, base)
        && common.is_subset(&held)
        && held.iter().map(|(_, stamp)| *stamp).max() <= latest
}

type Place = Option<(SessionId, Half)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Half {
    Plan,
    Log,
}

/// When each half of each session, and the profile, changed last.
fn stamps(athlete: &Athlete) -> impl Iterator<Item = (Place, DateTime<Utc>)> + '_ {
    let sessions = athlete.sessions.all().iter().flat_map(|session| {
        let plan = (Some((session.id, Half::Plan)), session.plan_changed.at);
        let logged = session.log_changed;
        let log = logged.map(|stamp| (Some((session.id, Half::Log)), stamp.at));
        std::iter::once(plan).chain(log)
    });
    std::iter::once((None, athlete.profile.changed.at)).chain(sessions)
}

fn common_stamps(ours: &Athlete, theirs: &Athlete) -> BTreeSet<(Place, DateTime<Utc>)> {
    let of_theirs: BTreeSet<_> = stamps(theirs).collect();
    stamps(ours)
        .filter(|stamp| of_theirs.contains(stamp))
        .collect()
}

/// True when a side knows of everything in `base`: every session is there in that or a later version, or was deleted by
/// somebody who knew it.
fn descends(side: &Athlete, base: &Athlete) -> bool {
    let sessions: HashMap<SessionId, &Arc<Session>> = side
        .sessions
        .all()
        .iter()
        .map(|session| (session.id, session))
        .collect();
    let deleted: HashMap<SessionId, &Tombstone> = side
        .tombstones
        .iter()
        .map(|tombstone| (tombstone.session, tombstone))
        .collect();
    let is_known = |before: &Arc<Session>| match sessions.get(&before.id) {
        Some(now) => Arc::ptr_eq(now, before) || follows(now, before),
        None => deleted
            .get(&before.id)
            .is_some_and(|tombstone| tombstone.knew(before)),
    };
    let knows_deletion = |tombstone: &Tombstone| {
        sessions.contains_key(&tombstone.session) || deleted.contains_key(&tombstone.session)
    };
    let profile = half_follows(
        (side.profile.changed, &side.profile),
        (base.profile.changed, &base.profile),
    );
    side.id == base.id
        && profile
        && base.sessions.all().iter().all(is_known)
        && base.tombstones.iter().all(knows_deletion)
}

fn follows(now: &Session, before: &Session) -> bool {
    let logged = |session: &Session| session.log_changed.unwrap_or_default();
    half_follows(
        (now.plan_changed, &(now.date, &now.plan)),
        (before.plan_changed, &(before.date, &before.plan)),
    ) && half_follows(
        (logged(now), &(&now.status, &now.log)),
        (logged(before), &(&before.status, &before.log)),
    )
}

/// A later stamp, or the same one on the same: what was changed by hand bears the stamp of what it was before.
fn half_follows<T: PartialEq>((now, new): (Stamp, &T), (before, old): (Stamp, &T)) -> bool {
    now.at > before.at || (now.at == before.at && new == old)
}
