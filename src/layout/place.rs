//! Placing the sessions of one week among those that are there.

use chrono::{Datelike, NaiveDate};

use crate::domain::{
    Athlete, DayAvailability, Exception, ExceptionKind, Minutes, Profile, Session, SessionId, Slot,
    Stamp,
};
use crate::edit::{Edit, apply};
use crate::rules::Context;
use crate::rules::arrange::best_arrangement;

use super::NewId;
use super::adapt::{Equipping, cut_to, is_equipped_for};
use super::open_days::open_days;
use super::placed::{Placed, PlacedWeek, WantedSession, Why};
use super::placing::{Piece, Placing};

/// Puts the sessions of a week that begins on `first` on their best days and into the athlete, and tells what
/// became of each. What is there already stays where it is.
pub fn place_week(
    athlete: &mut Athlete,
    context: &Context,
    first: NaiveDate,
    wishes: &[WantedSession],
    equipping: Equipping,
    new_id: NewId,
) -> PlacedWeek {
    let mut week = Placing {
        days: open_days(athlete, context, first),
        athlete,
        context,
        first,
        equipping,
        brought: None,
    };
    let mut result = PlacedWeek::default();
    let mut pieces = Vec::new();
    for (index, wish) in wishes.iter().enumerate() {
        match week.piece(wish, index, wishes.len(), new_id()) {
            Ok(piece) => pieces.push(piece),
            Err(why) => result.left_out.push(week.left_out(wish, why)),
        }
    }
    week.seat(&mut pieces);
    for piece in pieces {
        match week.settle(&piece) {
            Ok(placed) => result.placed.push(placed),
            Err(why) => result.left_out.push(week.left_out(piece.wish, why)),
        }
    }
    // Sessions that were placed later may change the reason.
    for placed in &mut result.placed {
        let session = &placed.session;
        if let Some(verdict) = week.verdict(&session.plan, session.id, session.slot()) {
            placed.worst = verdict.adds;
            placed.reason = verdict.own_reason;
        }
    }
    result.placed.sort_by_key(|placed| placed.session.date);
    result
}

/// Puts one session of a week that begins on `first` on the day it is meant for, or where less suffers from it, and
/// into the athlete. A run keeps off days with another run than those that were `brought` with it from the same day.
pub(super) fn settle_on(
    athlete: &mut Athlete,
    context: &Context,
    first: NaiveDate,
    (wish, brought): (&WantedSession, &[(SessionId, NaiveDate)]),
    date: NaiveDate,
    equipping: Equipping,
    id: SessionId,
) -> Result<Placed, Why> {
    let days = open_days(athlete, context, first);
    if days.is_empty() {
        let is_past = date < context.today;
        return Err(if is_past { Why::Past } else { Why::NoDay });
    }
    let mut week = Placing {
        athlete,
        context,
        first,
        days,
        equipping,
        brought: Some(brought),
    };
    let mut session = Session::planned(id, date, wish.plan.clone(), Stamp::default());
    session.origin.clone_from(&wish.origin);
    week.settle(&Piece {
        wish,
        session,
        changes: Vec::new(),
    })
}

impl Placing<'_> {
    /// A wish on the day it is meant for, or on the one nearest to it with room; shortened where no day has room.
    fn piece<'w>(
        &self,
        wish: &'w WantedSession,
        index: usize,
        count: usize,
        id: SessionId,
    ) -> Result<Piece<'w>, Why> {
        let Some(roomiest) = self.days.iter().map(|day| day.room).max() else {
            let is_past = self
                .first
                .iter_days()
                .nth(6)
                .is_none_or(|last| last < self.context.today);
            return Err(if is_past { Why::Past } else { Why::NoDay });
        };
        let (mut plan, mut changes) = (wish.plan.clone(), Vec::new());
        let takes = self.minutes(&plan);
        if takes > roomiest {
            let cut = cut_to(&plan, roomiest, self.context.profile);
            let (shorter, change) = cut.ok_or(Why::NoMinutes(Minutes(takes)))?;
            plan = shorter;
            changes.push(change);
        }
        let takes = self.minutes(&plan);
        let meant = match wish.day {
            Some(weekday) => weekday.days_since(self.first.weekday()) as usize,
            None => index * 7 / count.max(1),
        };
        let meant = self.first.iter_days().nth(meant).unwrap_or(self.first);
        let with_room = self.days.iter().filter(|day| day.room >= takes);
        let home = with_room.min_by_key(|day| ((day.date - meant).num_days().abs(), day.date));
        let date = home.ok_or(Why::NoDay)?.date;
        let mut session = Session::planned(id, date, plan, Stamp::default());
        session.origin.clone_from(&wish.origin);
        Ok(Piece {
            wish,
            session,
            changes,
        })
    }

    /// Gives all pieces their best places together. Days without the equipment of a piece are avoided where that
    /// costs nothing.
    fn seat(&self, pieces: &mut [Piece]) {
        let lacking: Vec<NaiveDate> = self
            .days
            .iter()
            .map(|day| day.date)
            .filter(|&date| !pieces.iter().all(|piece| self.has_all_for(piece, date)))
            .collect();
        let all = self.arranged(pieces, &[]);
        let may_avoid = !lacking.is_empty() && lacking.len() + pieces.len() <= self.days.len();
        let slots = if may_avoid {
            let avoiding = self.arranged(pieces, &lacking);
            if avoiding.0 <= all.0 {
                avoiding.1
            } else {
                all.1
            }
        } else {
            all.1
        };
        for (piece, slot) in pieces.iter_mut().zip(slots) {
            piece.session.date = slot.date;
            piece.session.plan.start = slot.start;
        }
    }

    fn has_all_for(&self, piece: &Piece, date: NaiveDate) -> bool {
        let profile = self.context.profile;
        let day = profile.availability.on(date);
        let plan = &piece.session.plan;
        is_equipped_for(plan, self.context.library, profile, day, self.equipping)
    }

    /// The best slots of the pieces while all else is held, and what is found then.
    fn arranged(
        &self,
        pieces: &[Piece],
        closed: &[NaiveDate],
    ) -> (crate::rules::arrange::Tally, Vec<Slot>) {
        let shut = closed.iter().map(|&date| Exception {
            from: date,
            to: date,
            kind: ExceptionKind::Other,
            day: DayAvailability::Unavailable,
            note: String::new(),
        });
        let profile = self
            .context
            .changed(|profile| profile.availability.exceptions.extend(shut));
        let mut trial = Athlete::new(self.athlete.id, Profile::clone(&profile));
        trial.sessions = self.athlete.sessions.clone();
        let last = self.first.iter_days().nth(6).unwrap_or(self.first);
        let held = self.athlete.sessions.between(self.first, last).iter();
        let hold = held.map(|session| {
            let mut session = Session::clone(session);
            session.locked = true;
            Edit::update(self.athlete, session)
        });
        let put = pieces.iter().map(|piece| Edit::put(piece.session.clone()));
        let edits: Vec<Edit> = hold.chain(put).collect();
        apply(&mut trial, &edits, Stamp::default());
        let context = self.context.with(&profile);
        let best = best_arrangement(&trial, &context, self.first);
        apply(&mut trial, &best.edits(), Stamp::default());
        let slots = pieces.iter().map(|piece| {
            let placed = trial.sessions.get(piece.session.id);
            placed.map_or_else(|| piece.session.slot(), |session| session.slot())
        });
        (best.after, slots.collect())
    }
}
