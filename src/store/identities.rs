//! Identities that stand twice: a merge by hand or by git leaves such, and then a change of one is a change of both.
//! The later one gets another identity, made of its own, so that it is the same at every reading.

use std::collections::HashSet;

use crate::domain::{Athlete, AthleteId, RaceId, Session, SessionId};

use super::shorten::shortened;

/// An identity made of another one, the same at every reading, that is not among those taken.
fn another(bits: u128, taken: impl Fn(u128) -> bool) -> u128 {
    /// 2^128 divided by the golden ratio, which scatters steps evenly.
    const STEP: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;
    let mut next = bits.wrapping_add(STEP);
    while taken(next) {
        next = next.wrapping_add(STEP);
    }
    next
}

/// The identity of a copy of an athlete's file.
pub(super) fn another_athlete(id: AthleteId, taken: impl Fn(AthleteId) -> bool) -> AthleteId {
    let bits = another(id.0.as_u128(), |bits| taken(AthleteId::from_bits(bits)));
    AthleteId::from_bits(bits)
}

/// A merge by hand or by git may leave a session twice; then moving one would remove the other.
pub(super) fn distinct_sessions(athlete: &mut Athlete) -> Vec<String> {
    let all = athlete.sessions.all();
    let mut seen: HashSet<SessionId> = HashSet::with_capacity(all.len());
    if all.iter().all(|session| seen.insert(session.id)) {
        return Vec::new();
    }
    let mut told = Vec::new();
    let mut kept = HashSet::new();
    let sessions: Vec<_> = all
        .iter()
        .map(|session| {
            if kept.insert(session.id) {
                return session.clone();
            }
            let taken = |bits| seen.contains(&SessionId::from_bits(bits));
            let id = SessionId::from_bits(another(session.id.0.as_u128(), taken));
            seen.insert(id);
            kept.insert(id);
            told.push(format!(
                "two sessions had one identity, so the later one, {} on {}, has another now",
                title(session),
                session.date
            ));
            std::sync::Arc::new(Session {
                id,
                ..(**session).clone()
            })
        })
        .collect();
    athlete.sessions = sessions.into();
    told
}

fn title(session: &Session) -> String {
    match session.plan.title.trim() {
        "" => "the one without a title".to_owned(),
        title => format!("\"{}\"", shortened(title, 60).unwrap_or(title.to_owned())),
    }
}

pub(super) fn distinct_races(athlete: &mut Athlete) -> Vec<String> {
    let races = &mut athlete.profile.races;
    let mut seen: HashSet<RaceId> = races.iter().map(|race| race.id).collect();
    let mut kept = HashSet::new();
    let mut told = Vec::new();
    for race in races {
        if !kept.insert(race.id) {
            let taken = |bits| seen.contains(&RaceId::from_bits(bits));
            race.id = RaceId::from_bits(another(race.id.0.as_u128(), taken));
            seen.insert(race.id);
            kept.insert(race.id);
            told.push(format!(
                "two races had one identity, so the later one, {}, has another now",
                race.date
            ));
        }
    }
    told
}

/// Gives every later one of equal identities a number.
pub(super) fn distinct_names<'a>(
    what: &str,
    entries: impl Iterator<Item = (&'a mut String, &'a str)>,
) -> Vec<String> {
    let mut entries: Vec<_> = entries.collect();
    let mut taken: HashSet<String> = entries.iter().map(|(id, _)| (*id).clone()).collect();
    let mut kept = HashSet::new();
    let mut told = Vec::new();
    for (id, name) in &mut entries {
        if kept.insert((*id).clone()) {
            continue;
        }
        let mut number = 2;
        while taken.contains(&format!("{id}-{number}")) {
            number += 1;
        }
        **id = format!("{id}-{number}");
        taken.insert((*id).clone());
        kept.insert((*id).clone());
        told.push(format!(
            "two {what} had one identity, so the later one, \"{name}\", has another now"
        ));
    }
    told
}
