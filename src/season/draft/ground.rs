//! What a season is built on: the profile it asks for, and what gives way to it.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, DayAvailability, Exception, ExceptionKind, Level, Profile, Session, SessionId, Status,
    Workout, WorkspaceSettings,
};
use crate::load::duration_of;
use crate::season::measure::is_race;
use crate::season::race::race;
use crate::season::race_move::is_of_season;
use crate::season::request::{Existing, SeasonRequest};

/// The profile that a season asks for.
pub(super) fn profile(
    athlete: &Athlete,
    settings: &WorkspaceSettings,
    request: &SeasonRequest,
    first: NaiveDate,
) -> Profile {
    let mut profile = athlete.profile.clone();
    profile.level = request.level;
    if settings.checked(&profile).policy() != request.policy {
        profile.policy = Some(request.policy);
    }
    profile.availability = request.availability.clone();
    profile.equipment.clone_from(&request.equipment);
    let wanted = request.program.as_ref().map_or(0, |_| request.strength);
    // Near a race the rules allow two, so a target of three would be missed each week.
    profile.strength_target = match request.level {
        Level::Advanced => wanted,
        Level::Novice | Level::Intermediate => wanted.min(2),
    };
    let lifts = athlete.sessions.all().iter();
    let lifted = lifts
        .filter(|session| session.plan.strength().is_some())
        .any(|s| s.status.is_trained());
    if request.level == Level::Novice && profile.lifting_since.is_none() && !lifted {
        profile.lifting_since = Some(first);
    }
    match profile
        .races
        .iter_mut()
        .find(|race| race.id == request.race.id)
    {
        Some(known) => known.clone_from(&request.race),
        None => profile.races.push(request.race.clone()),
    }
    let plan = race(&request.race);
    let takes = duration_of(&plan, &profile).value.0;
    let has_room = match profile.availability.on(request.race.date) {
        DayAvailability::Free => true,
        DayAvailability::Unavailable => false,
        DayAvailability::Limited { minutes, .. } => minutes.is_none_or(|minutes| minutes >= takes),
    };
    if !has_room {
        profile.availability.exceptions.push(Exception {
            from: request.race.date,
            to: request.race.date,
            kind: ExceptionKind::Other,
            day: DayAvailability::Free,
            note: request.race.name.clone(),
        });
    }
    profile
}

/// What gives way: what is planned and not locked, but no notes and no races. Of a season that moves, its sessions alone,
/// wherever they stand from the first day on.
pub(super) fn replaced(
    athlete: &Athlete,
    request: &SeasonRequest,
    span: &Range<NaiveDate>,
) -> Vec<SessionId> {
    let moved = moved_race(athlete, request);
    let gives_way = |session: &&Arc<Session>| {
        session.status == Status::Planned
            && !session.locked
            && !is_race(session)
            && session.plan.workout != Workout::Note
    };
    let sessions = match request.existing {
        Existing::Keep => &[][..],
        Existing::Replace => athlete.sessions.between(span.start, span.end),
        Existing::MoveSeason => athlete.sessions.between(span.start, NaiveDate::MAX),
    };
    let is_ours =
        |session: &&Arc<Session>| request.existing != Existing::MoveSeason || is_of_season(session);
    let given_way = sessions.iter().filter(gives_way).filter(is_ours);
    given_way.map(|session| session.id).chain(moved).collect()
}

/// The planned session of the race on the day that it had before it moved: one race has one place.
fn moved_race(athlete: &Athlete, request: &SeasonRequest) -> Vec<SessionId> {
    let mut known = athlete.profile.races.iter();
    let Some(before) = known.find(|race| race.id == request.race.id) else {
        return Vec::new();
    };
    if before.date == request.race.date {
        return Vec::new();
    }
    let on_day = athlete.sessions.on(before.date).iter();
    on_day
        .filter(|session| is_race(session) && session.status == Status::Planned)
        .map(|session| session.id)
        .collect()
}
