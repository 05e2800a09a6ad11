//! What is to be arranged: the sessions of a week, their seats, and what stands around them.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap as HashMap;

use crate::domain::{Athlete, DayAvailability, Session, Slot, Start, Status, Workout};
use crate::load::duration_of;
use crate::rules::check::{check, check_deciding};
use crate::rules::context::Context;
use crate::rules::finding::Finding;
use crate::rules::timeline::Timeline;
use crate::rules::timeline::{Maxes, REACH};
use crate::rules::timeline_entry::Subject;
use crate::rules::timeline_entry::{TimelineEntry, shifted};

use super::day_limits::DayLimits;
use super::seats::{DAYS, Seat, SeatChange, WEEK, cost, is_movable, lacks, late_evening, slots};
use crate::rules::tally::Tally;

/// More sessions than this are no week that can be arranged, but a broken import.
const MOST_SESSIONS: usize = 32;

/// A session of the week.
#[derive(Debug)]
pub(super) struct Piece {
    /// The session as it stands.
    pub(super) session: Arc<Session>,
    /// Its seats among those of the problem, the one it has first; none for what does not count.
    pub(super) seats: Range<usize>,
}

impl Piece {
    /// True when it has another seat to go to.
    pub(super) fn is_movable(&self) -> bool {
        self.seats.len() > 1
    }
}

/// The seat of every piece, by its index; `None` for what does not count.
pub(super) type Arrangement = Vec<Option<usize>>;

/// A week to be arranged.
pub(super) struct Problem<'a> {
    /// What the rules are to know; only those for placement are on.
    pub(super) context: &'a Context<'a>,
    /// The sessions of the week, in stored order.
    pub(super) pieces: Vec<Piece>,
    /// Every seat: those of the pieces, and those of neighbours and races, which are taken.
    pub(super) seats: Vec<Seat>,
    /// The most minutes of each day.
    pub(super) limits: [Option<u32>; DAYS],
    /// Minutes of each day that nobody can move.
    pub(super) minutes: [u32; DAYS],
    maxes: &'a Maxes<'a>,
    first: NaiveDate,
    /// The neighbours and races alone.
    around: Timeline,
    /// Facts of a seat by its place in the day and what stands before it.
    known: RefCell<HashMap<(usize, usize, u32), Option<TimelineEntry>>>,
}

impl<'a> Problem<'a> {
    /// The week from `first`.
    pub(super) fn of(
        athlete: &Athlete,
        context: &'a Context<'a>,
        first: NaiveDate,
        maxes: &'a Maxes<'a>,
    ) -> Self {
        let last = shifted(first, 6);
        let mut problem = Self {
            context,
            pieces: Vec::new(),
            seats: Vec::new(),
            limits: [None; DAYS],
            minutes: [0; DAYS],
            maxes,
            first,
            around: Timeline::default(),
            known: RefCell::default(),
        };
        problem
            .around
            .narrow(first.num_days_from_ce()..=last.num_days_from_ce());
        let whole = Timeline::new(athlete, context, first, last);
        for entry in whole.entries() {
            let day = problem.day_of(entry.date);
            if !WEEK.contains(&day) || matches!(entry.subject, Subject::Race(_)) {
                problem.seats.push(Seat::fixed(entry.clone(), day, context));
                problem.around.insert(entry.clone());
            }
        }
        problem.seat_week(athlete.sessions.between(first, last));
        problem
    }

    fn seat_week(&mut self, sessions: &[Arc<Session>]) {
        let context = self.context;
        let open = self.open_days(sessions);
        let movable = |session: &&Arc<Session>| is_movable(session, context.today);
        let is_crowd = sessions.len() > MOST_SESSIONS;
        let late = late_evening(sessions.iter().filter(movable).map(Arc::as_ref), context);
        let mut ranks = [0; DAYS];
        for session in sessions {
            let day = self.day_of(session.date);
            let slots = if is_crowd || !movable(&session) {
                vec![session.slot()]
            } else {
                // Its own day is open even if it lacks something there: another time of that day costs nothing.
                let has_all =
                    |date: &&NaiveDate| **date == session.date || !lacks(session, **date, context);
                let open: Vec<NaiveDate> = open.iter().filter(has_all).copied().collect();
                slots(session, &open, late, context)
            };
            let from = self.seats.len();
            for slot in slots {
                let Some(mut seat) = self.seat(session, slot) else {
                    continue;
                };
                if seat.change != SeatChange::Day {
                    seat.rank = ranks.get(day).copied();
                }
                self.seats.push(seat);
            }
            if self.seats.len() == from && is_training(session) {
                let minutes = duration_of(&session.plan, context.profile).value.0;
                if let Some(total) = self.minutes.get_mut(day) {
                    *total = total.saturating_add(minutes);
                }
            }
            if let Some(rank) = ranks.get_mut(day).filter(|_| self.seats.len() > from) {
                *rank += 1;
            }
            self.pieces.push(Piece {
                session: session.clone(),
                seats: from..self.seats.len(),
            });
        }
        for (day, limit) in self.limits.iter_mut().enumerate() {
            let date = shifted(self.first, day as i64 - REACH);
            if let DayAvailability::Limited { minutes, .. } = context.profile.availability.on(date)
            {
                *limit = *minutes;
            }
        }
    }

    /// The days a session may move to: from today on, available, and without a rest that the coach wrote down.
    fn open_days(&self, sessions: &[Arc<Session>]) -> Vec<NaiveDate> {
        let rests = |date: NaiveDate| {
            let mut of_day = sessions.iter().filter(|session| session.date == date);
            of_day.any(|session| session.plan.workout == Workout::Rest)
        };
        let available = |date: NaiveDate| {
            *self.context.profile.availability.on(date) != DayAvailability::Unavailable
        };
        (0..7)
            .map(|day| shifted(self.first, day))
            .filter(|&date| date >= self.context.today && available(date) && !rests(date))
            .collect()
    }

    fn seat(&self, session: &Arc<Session>, slot: Slot) -> Option<Seat> {
        let change = if slot == session.slot() {
            SeatChange::Stays
        } else if slot.date == session.date {
            SeatChange::Time
        } else {
            SeatChange::Day
        };
        let placed = if change == SeatChange::Stays {
            session.clone()
        } else {
            let mut moved = Session::clone(session);
            moved.move_to(slot);
            Arc::new(moved)
        };
        let entry = self.maxes.entry(&placed, 0, 0, self.context)?;
        Some(Seat {
            piece: Some(self.pieces.len()),
            change,
            cost: cost(session, slot, self.context),
            lacks: lacks(session, slot.date, self.context),
            ..Seat::fixed(entry, self.day_of(slot.date), self.context)
        })
    }

    /// What the days have room for, where that is known.
    pub(super) fn room(&self) -> Option<DayLimits> {
        DayLimits::of(self.context, self.first)
    }

    fn day_of(&self, date: NaiveDate) -> usize {
        usize::try_from((date - self.first).num_days() + REACH).unwrap_or_default()
    }

    /// Every piece where it stands now.
    pub(super) fn home(&self) -> Arrangement {
        let first = |piece: &Piece| piece.seats.clone().next();
        self.pieces.iter().map(first).collect()
    }

    /// The pieces that can move.
    pub(super) fn movable(&self) -> Vec<usize> {
        let pieces = self.pieces.iter().enumerate();
        let movable = pieces.filter(|(_, piece)| piece.is_movable());
        movable.map(|(index, _)| index).collect()
    }

    /// True for a seat of a session that has another one to go to.
    pub(super) fn is_movable(&self, seat: &Seat) -> bool {
        let piece = seat.piece.and_then(|piece| self.pieces.get(piece));
        piece.is_some_and(Piece::is_movable)
    }

    /// What the rules find in an arrangement.
    pub(super) fn findings(&self, arrangement: &Arrangement) -> Vec<Finding> {
        check(&self.timeline(arrangement), self.context)
    }

    /// How much the rules find in an arrangement.
    pub(super) fn tally(&self, arrangement: &Arrangement) -> Tally {
        let timeline = self.timeline(arrangement);
        Tally::of(&check_deciding(&timeline, self.context))
    }

    /// The timeline of an arrangement, the same as if its edits were applied.
    fn timeline(&self, arrangement: &Arrangement) -> Timeline {
        let mut timeline = self.around.clone();
        for day in WEEK {
            let mut predecessor = 0;
            for (position, piece) in self.order_of(day, arrangement).into_iter().enumerate() {
                let Some(Some(seat)) = arrangement.get(piece) else {
                    continue;
                };
                if let Some(entry) = self.entry(*seat, position, predecessor) {
                    predecessor = entry.order_minute();
                    timeline.insert(entry);
                }
            }
        }
        timeline
    }

    /// The pieces of a day in stored order: those that stay, and then those that come, by their times.
    fn order_of(&self, day: usize, arrangement: &Arrangement) -> Vec<usize> {
        let seat_of = |piece: usize| self.seats.get((*arrangement.get(piece)?)?);
        let mut stay = Vec::new();
        let mut come = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            match seat_of(index) {
                Some(seat) if seat.day != day => {}
                Some(seat) if seat.change == SeatChange::Day => come.push((arrival(seat), index)),
                Some(_) => stay.push(index),
                None if self.day_of(piece.session.date) == day => stay.push(index),
                None => {}
            }
        }
        come.sort_unstable();
        stay.extend(come.into_iter().map(|(_, index)| index));
        stay
    }

    fn entry(&self, seat: usize, position: usize, predecessor: u32) -> Option<TimelineEntry> {
        let (session, start) = {
            let seat = self.seats.get(seat)?;
            (seat.session.as_ref()?, seat.entry.start)
        };
        // Sessions with a time are ordered by it, so what comes before does not matter.
        let predecessor = if start.is_unset() { predecessor } else { 0 };
        let mut known = self.known.borrow_mut();
        let entry = known
            .entry((seat, position, predecessor))
            .or_insert_with(|| {
                self.maxes
                    .entry(session, position, predecessor, self.context)
            });
        entry.clone()
    }

    /// The facts of a seat were it at a position of its day, after what starts at `predecessor`.
    pub(super) fn entry_after(
        &self,
        seat: usize,
        position: usize,
        predecessor: u32,
    ) -> Option<TimelineEntry> {
        self.entry(seat, position, predecessor)
            .or_else(|| self.seats.get(seat).map(|seat| seat.entry.clone()))
    }
}

/// What orders the sessions that come to a day: those with a time first.
pub(super) fn arrival(seat: &Seat) -> (bool, u32) {
    (
        seat.entry.start == Start::Unset,
        seat.span.map_or(0, |span| span.0),
    )
}

fn is_training(session: &Session) -> bool {
    matches!(
        session.status,
        Status::Planned | Status::Done | Status::Partial
    )
}
