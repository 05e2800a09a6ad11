//! Putting sessions on days, and moving them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, DayPart, Plan, Session, SessionId, Slot, Stamp, Start};
use crate::edit::Edit;

/// The start a plan takes in a part of a day: its own clock time where that fits, else the part.
pub fn start_in(plan: &Plan, part: DayPart) -> Start {
    match plan.start {
        Start::Clock(_) if plan.start.part() == Some(part) => plan.start,
        _ => Start::Part(part),
    }
}

/// Moves a session to a slot, done or not.
pub fn move_to(session: &Session, slot: Slot) -> Vec<Edit> {
    if session.slot() == slot {
        return Vec::new();
    }
    let mut moved = session.clone();
    moved.move_to(slot);
    vec![Edit::put(moved)]
}

/// Moves a session to a slot, in front of `before` in the stored order of that day, or behind those of the same
/// start when there is no such session. No edits when it would stand where it stands now.
pub fn place_at(
    athlete: &Athlete,
    session: &Session,
    slot: Slot,
    before: Option<SessionId>,
) -> Vec<Edit> {
    let stays = session.slot() == slot;
    let fixed = matches!(slot.start, Start::Clock(_));
    if stays && (fixed || before == follower(athlete, session)) {
        return Vec::new();
    }
    let mut moved = session.clone();
    if !stays {
        moved.move_to(slot);
    }
    vec![Edit::Put {
        session: Arc::new(moved),
        place: place_of(athlete, Some(session.id), slot, before),
    }]
}

/// What moving a session came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The session that stands in the slot now.
    pub session: SessionId,
    /// The edits; none where nothing changes.
    pub edits: Vec<Edit>,
    /// The day on which the session was done and where its log stays; only its plan was copied. `None` where the
    /// session itself moved.
    pub log_stays_on: Option<NaiveDate>,
}

/// Moves a session to a slot in front of `before`. What was trained cannot be moved to a day after `today`: its log
/// stays where it happened, and a copy of its plan, with the identity `copy`, stands in the slot.
pub fn move_session(
    athlete: &Athlete,
    session: &Session,
    slot: Slot,
    before: Option<SessionId>,
    today: NaiveDate,
    copy: SessionId,
) -> Moved {
    if session.status.is_trained() && slot.date > today {
        return Moved {
            session: copy,
            edits: add_at(athlete, &session.plan, slot, before, copy),
            log_stays_on: Some(session.date),
        };
    }
    Moved {
        session: session.id,
        edits: place_at(athlete, session, slot, before),
        log_stays_on: None,
    }
}

/// The session of the same start that is stored next after this one.
fn follower(athlete: &Athlete, session: &Session) -> Option<SessionId> {
    let mut later = athlete.sessions.on(session.date).iter();
    later.find(|other| other.id == session.id)?;
    later
        .find(|other| other.plan.start == session.plan.start)
        .map(|other| other.id)
}

/// The place in a day's stored order that is in front of `before`, else behind the last of the same start, else last.
fn place_of(
    athlete: &Athlete,
    moving: Option<SessionId>,
    slot: Slot,
    before: Option<SessionId>,
) -> usize {
    let day = athlete.sessions.on(slot.date).iter();
    let mut others = day.filter(|other| Some(other.id) != moving);
    let place = if let Some(before) = before {
        others.position(|other| other.id == before)
    } else {
        let others: Vec<_> = others.collect();
        let same = |other: &&Arc<Session>| other.plan.start == slot.start;
        others.iter().rposition(same).map(|last| last + 1)
    };
    place.unwrap_or(usize::MAX)
}

/// Puts a plan on a slot as the new session `id`, behind those that are there.
pub fn add(plan: &Plan, slot: Slot, id: SessionId) -> Vec<Edit> {
    vec![Edit::put(planned(plan, slot, id))]
}

/// Puts a plan on a slot as the new session `id`, in front of `before`.
pub fn add_at(
    athlete: &Athlete,
    plan: &Plan,
    slot: Slot,
    before: Option<SessionId>,
    id: SessionId,
) -> Vec<Edit> {
    vec![Edit::Put {
        session: Arc::new(planned(plan, slot, id)),
        place: place_of(athlete, None, slot, before),
    }]
}

fn planned(plan: &Plan, slot: Slot, id: SessionId) -> Session {
    let mut plan = plan.clone();
    plan.start = slot.start;
    Session::planned(id, slot.date, plan, Stamp::default())
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{day, easy, ids, nobody, slot};
    use super::*;
    use crate::domain::{Log, Minutes, Status};
    use crate::edit::apply;

    #[test]
    fn a_session_dropped_where_it_was_changes_nothing() {
        let slot = slot(day(24));
        let session = Session::planned(ids()(), slot.date, easy(), Stamp::default());
        assert!(move_to(&session, slot).is_empty());
    }

    #[test]
    fn a_moved_session_remembers_where_it_was_planned_first() {
        let session = Session::planned(ids()(), day(24), easy(), Stamp::default());
        let edits = move_to(&session, slot(day(26)));
        let [Edit::Put { session: moved, .. }] = edits.as_slice() else {
            panic!("one edit")
        };
        assert_eq!(moved.first_planned.unwrap().date, day(24));
        let back = move_to(moved, slot(day(24)));
        let [Edit::Put { session: home, .. }] = back.as_slice() else {
            panic!("one edit")
        };
        assert_eq!(home.first_planned, None);
    }

    #[test]
    fn sessions_of_one_half_change_their_order() {
        let slot = Slot {
            date: day(24),
            start: Start::Part(DayPart::Morning),
        };
        let mut athlete = nobody();
        let mut new_id = ids();
        let order = |athlete: &Athlete| -> Vec<_> {
            athlete.sessions.on(day(24)).iter().map(|s| s.id).collect()
        };
        for _ in 0..3 {
            let edits = add(&easy(), slot, new_id());
            apply(&mut athlete, &edits, Stamp::default());
        }
        let [first, second, third] = order(&athlete)[..] else {
            panic!("three sessions")
        };
        let last = athlete.sessions.get(third).unwrap().clone();
        assert!(place_at(&athlete, &last, slot, None).is_empty());
        let middle = athlete.sessions.get(second).unwrap().clone();
        assert!(place_at(&athlete, &middle, slot, Some(third)).is_empty());
        let edits = place_at(&athlete, &last, slot, Some(first));
        let back = apply(&mut athlete, &edits, Stamp::default());
        assert_eq!(order(&athlete), [third, first, second]);
        assert_eq!(athlete.sessions.get(third).unwrap().first_planned, None);
        apply(&mut athlete, &back, Stamp::default());
        assert_eq!(order(&athlete), [first, second, third]);
    }

    /// A run of Tuesday 24, done in 40 minutes.
    fn done() -> (Athlete, Session) {
        let mut session =
            Session::planned(SessionId::from_bits(1), day(24), easy(), Stamp::default());
        session.status = Status::Done;
        session.log = Some(Log {
            duration: Some(Minutes(40)),
            ..Log::default()
        });
        let mut athlete = nobody();
        athlete.sessions.put(Arc::new(session.clone()), 0);
        (athlete, session)
    }

    #[test]
    fn a_log_stays_where_it_happened_and_the_plan_is_copied_to_the_future() {
        let (mut athlete, session) = done();
        let copy = SessionId::from_bits(2);
        let moved = move_session(&athlete, &session, slot(day(27)), None, day(25), copy);
        assert_eq!((moved.session, moved.log_stays_on), (copy, Some(day(24))));
        apply(&mut athlete, &moved.edits, Stamp::default());
        let kept = athlete.sessions.get(session.id).unwrap();
        assert_eq!((kept.date, kept.log.is_some()), (day(24), true));
        let planned = athlete.sessions.get(copy).unwrap();
        assert_eq!((planned.date, &planned.log), (day(27), &None));
        assert_eq!(planned.status, Status::Planned);
    }

    #[test]
    fn a_done_session_can_be_put_on_the_day_it_really_was() {
        let (athlete, session) = done();
        let copy = SessionId::from_bits(2);
        for date in [day(20), day(25)] {
            let moved = move_session(&athlete, &session, slot(date), None, day(25), copy);
            assert_eq!((moved.session, moved.log_stays_on), (session.id, None));
        }
    }
}
