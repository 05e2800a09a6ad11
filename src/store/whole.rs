//! The athlete that several files hold together.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::domain::{Athlete, Session, SessionId, Tombstone};
use crate::merge;

use super::moved;
use super::parted::StoredPart;

/// The athlete of their own file and these parts. Of a session that stands twice the later version counts; one that
/// was deleted by somebody who knew it is left out, wherever it stands.
pub(super) fn whole<'a>(own: &Athlete, parts: impl Iterator<Item = &'a StoredPart>) -> Athlete {
    let mut sessions: Vec<Option<Arc<Session>>> = Vec::with_capacity(own.sessions.len());
    let mut places: HashMap<SessionId, usize> = HashMap::new();
    let mut tombstones: Vec<Tombstone> = Vec::new();
    let mut add = |session: &Arc<Session>| match places.entry(session.id) {
        Entry::Vacant(place) => {
            place.insert(sessions.len());
            sessions.push(Some(session.clone()));
        }
        Entry::Occupied(mut place) => {
            // Keep the position of the version that counts: the order within a day has a meaning.
            let end = sessions.len();
            let Some(before) = sessions.get_mut(*place.get()) else {
                return;
            };
            let later = before.as_ref().map(|before| later(before, session));
            if later
                .as_ref()
                .is_some_and(|later| Arc::ptr_eq(later, session))
            {
                *before = None;
                place.insert(end);
                sessions.push(later);
            } else {
                *before = later;
            }
        }
    };
    for part in parts {
        part.sessions.all().iter().for_each(&mut add);
        tombstones.extend(part.tombstones.iter().cloned());
    }
    own.sessions.all().iter().for_each(&mut add);
    tombstones.extend(own.tombstones.iter().cloned());
    let sessions = sessions.into_iter().flatten();
    let sessions = sessions.map(|it| moved::unmarked(&it).map_or(it, Arc::new));
    let mut sessions: Vec<Arc<Session>> = sessions.collect();
    let tombstones = settled(tombstones, &places, &mut sessions);
    Athlete {
        id: own.id,
        profile: own.profile.clone(),
        sessions: sessions.into(),
        tombstones,
    }
}

/// Takes deleted sessions out; gives the tombstones that are left, of each session the latest.
fn settled(
    all: Vec<Tombstone>,
    places: &HashMap<SessionId, usize>,
    sessions: &mut Vec<Arc<Session>>,
) -> Vec<Tombstone> {
    let mut latest: HashMap<SessionId, usize> = HashMap::new();
    let mut tombstones: Vec<Tombstone> = Vec::with_capacity(all.len());
    for tombstone in all {
        match latest.entry(tombstone.session) {
            Entry::Vacant(place) => {
                place.insert(tombstones.len());
                tombstones.push(tombstone);
            }
            Entry::Occupied(place) => {
                if let Some(before) = tombstones.get_mut(*place.get())
                    && before.deleted.at < tombstone.deleted.at
                {
                    *before = tombstone;
                }
            }
        }
    }
    if !tombstones.iter().any(|it| places.contains_key(&it.session)) {
        return tombstones;
    }
    let of = |id: SessionId| latest.get(&id).and_then(|place| tombstones.get(*place));
    sessions.retain(|session| !of(session.id).is_some_and(|it| it.knew(session)));
    let present: std::collections::HashSet<SessionId> =
        sessions.iter().map(|session| session.id).collect();
    tombstones.retain(|it| !present.contains(&it.session));
    tombstones
}

/// The later of two versions of a session. Where each has a half that is later than the other's, the two are merged;
/// where neither says that it is later, the second stands.
fn later(one: &Arc<Session>, other: &Arc<Session>) -> Arc<Session> {
    if Arc::ptr_eq(one, other) {
        return other.clone();
    }
    if let Some(merged) = moved::merged(one, other) {
        return Arc::new(merged);
    }
    let logged = |session: &Session| session.log_changed.unwrap_or_default().at;
    let plan = one.plan_changed.at.cmp(&other.plan_changed.at);
    let log = logged(one).cmp(&logged(other));
    match (plan, log) {
        (Ordering::Less | Ordering::Equal, Ordering::Less | Ordering::Equal) => other.clone(),
        (Ordering::Greater | Ordering::Equal, Ordering::Greater | Ordering::Equal) => one.clone(),
        _ => Arc::new(merge::both(one, other)),
    }
}
