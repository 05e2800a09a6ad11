//! Where a session may go: the slots of its week, each with what it costs to use it.

use std::ops::Range;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{
    DayAvailability, DayPart, Session, Slot, Start, Status, Workout, minute_of_day, time_at,
};
use crate::load::duration_of;
use crate::rules::context::Context;
use crate::rules::equipment::is_lacking;
use crate::rules::same_day_gap;
use crate::rules::timeline_entry::{TimelineEntry, is_race};

use crate::rules::timeline::REACH;

use super::cost::{MOVE, UNAVAILABLE};

/// Days that are looked at: a week and what the rules see on both sides.
pub(super) const DAYS: usize = 7 + 2 * REACH as usize;
/// The days among them that are arranged.
pub(super) const WEEK: Range<usize> = REACH as usize..REACH as usize + 7;
/// The latest a session is proposed to start, in minutes of the day.
const LATEST_START: u32 = 21 * 60;

/// What taking a seat changes for a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SeatChange {
    /// Nothing: it stays.
    Stays,
    /// Its time of day.
    Time,
    /// Its day.
    Day,
}

/// A session that counts in one of the slots it may have.
#[derive(Debug, Clone)]
pub(super) struct Seat {
    /// Its place among the pieces of the week; `None` for neighbours and for races without a session.
    pub(super) piece: Option<usize>,
    /// The session as it would be; `None` for a race without one.
    pub(super) session: Option<Arc<Session>>,
    /// Its facts, as if it were alone on its day.
    pub(super) entry: TimelineEntry,
    /// The day, from the first that is looked at.
    pub(super) day: usize,
    /// Its place among the sessions that count on its day, in stored order, while it stays on that day.
    pub(super) rank: Option<usize>,
    /// What changes for the session.
    pub(super) change: SeatChange,
    /// What it costs to put it here, by itself.
    pub(super) cost: u64,
    /// True when its day has nothing for one of its exercises.
    pub(super) lacks: bool,
    /// Minutes of the day it lasts from and to, where its time is known.
    pub(super) span: Option<(u32, u32)>,
}

impl Seat {
    /// A seat that is taken whatever happens.
    pub(super) fn fixed(entry: TimelineEntry, day: usize, context: &Context) -> Self {
        let session = match &entry.subject {
            crate::rules::Subject::Session(session) => Some(session.clone()),
            crate::rules::Subject::Race(_) => None,
        };
        Self {
            piece: None,
            session,
            span: span(entry.start, entry.duration.0, context),
            entry,
            day,
            rank: None,
            change: SeatChange::Stays,
            cost: 0,
            lacks: false,
        }
    }

    /// True when a session cannot come to where another is: at the same time, or without a time to tell it from the
    /// other.
    pub(super) fn collides(&self, other: &Self) -> bool {
        let comes_untimed = |seat: &Self| seat.change == SeatChange::Day && seat.span.is_none();
        let moved = self.change != SeatChange::Stays || other.change != SeatChange::Stays;
        comes_untimed(self) || comes_untimed(other) || (moved && self.overlaps(other))
    }

    /// True when this session certainly comes before another of its day in every arrangement that has both.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        let is_untimed = |seat: &Self| seat.entry.start.is_unset();
        // Neither of them moves: keep their order.
        if self.piece.is_none() && other.piece.is_none() {
            return self.entry.order() < other.entry.order();
        }
        match (self.rank, other.rank) {
            // With the same start, the stored order counts.
            (Some(mine), Some(theirs)) if !is_untimed(self) && !is_untimed(other) => mine < theirs,
            // Without a time and first in the stored order, it begins the day.
            (Some(0), _) if is_untimed(self) => other.session.is_some(),
            // Without a time, the other comes right after the one stored before it.
            (Some(mine), Some(theirs)) if is_untimed(other) => theirs == mine + 1,
            _ => false,
        }
    }

    /// True when two sessions are at the same time.
    fn overlaps(&self, other: &Self) -> bool {
        match (self.span, other.span) {
            (Some(one), Some(two)) => {
                self.day == other.day
                    && one.0 < two.1.max(two.0 + 1)
                    && two.0 < one.1.max(one.0 + 1)
            }
            _ => false,
        }
    }

    /// True for a key run that may yet move or has moved.
    pub(super) fn is_key_run(&self) -> bool {
        self.entry.is_key_run()
    }

    /// True for what makes a day hard.
    pub(super) fn is_hard(&self) -> bool {
        self.entry.is_key_run() || self.entry.is_heavy()
    }
}

/// True for sessions that a better week may place elsewhere.
pub(super) fn is_movable(session: &Session, today: NaiveDate) -> bool {
    let counts = matches!(
        session.plan.workout,
        Workout::Run(_) | Workout::Cross(_) | Workout::Strength(_)
    );
    counts
        && session.status == Status::Planned
        && !session.locked
        && !is_race(session)
        && session.date >= today
}

/// The slots of a session, the one it has first, then by date, each day first at the time it has now.
pub(super) fn slots(
    session: &Session,
    open_days: &[NaiveDate],
    late: Option<NaiveTime>,
    context: &Context,
) -> Vec<Slot> {
    let mut slots = vec![session.slot()];
    let starts = starts(session, late, context);
    for &date in open_days {
        for &start in &starts {
            let slot = Slot { date, start };
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
    }
    slots
}

/// The starts a session may have: its own, and the athlete's usual ones for the halves of the day that its own
/// does not name. A session planned by halves of the day stays so.
fn starts(session: &Session, late: Option<NaiveTime>, context: &Context) -> Vec<Start> {
    let own = session.plan.start;
    let usual = |part| match (own, part) {
        (Start::Part(_), part) => Start::Part(part),
        (_, DayPart::Morning) => Start::Clock(context.profile.morning),
        (_, DayPart::Evening) => Start::Clock(context.profile.evening),
    };
    let others = [DayPart::Morning, DayPart::Evening]
        .into_iter()
        .filter(|part| own.part() != Some(*part))
        .map(usual);
    let late = late.filter(|_| session.plan.strength().is_some());
    let mut starts: Vec<Start> = std::iter::once(own).chain(others).collect();
    starts.extend(late.map(Start::Clock));
    starts
}

/// A later evening for strength, where the usual one comes too soon after the longest of some runs that begin in the
/// morning.
pub(super) fn late_evening<'s>(
    sessions: impl Iterator<Item = &'s Session>,
    context: &Context,
) -> Option<NaiveTime> {
    let runs = sessions.filter(|session| session.plan.strength().is_none());
    let longest = runs
        .map(|run| duration_of(&run.plan, context.profile).value.0)
        .max()?;
    let apart = same_day_gap::RULE.figure(context.profile, "apart-hours") * 60.0;
    let free = minute_of_day(context.profile.morning)
        .saturating_add(longest)
        .saturating_add(apart.ceil() as u32);
    let is_needed = free > minute_of_day(context.profile.evening) && free <= LATEST_START;
    let late = time_at(free);
    late.filter(|_| is_needed)
}

/// True when a day has no equipment for an exercise that a session is still to do there.
pub(super) fn lacks(session: &Session, date: NaiveDate, context: &Context) -> bool {
    let plan = session.plan.strength();
    let plan = plan.filter(|_| session.status == Status::Planned);
    let day = context.profile.availability.on(date);
    plan.is_some_and(|plan| is_lacking(plan, context.library, context.profile, day))
}

/// What it costs to give a session this slot.
pub(super) fn cost(session: &Session, slot: Slot, context: &Context) -> u64 {
    if slot == session.slot() {
        let closed = *context.profile.availability.on(slot.date) == DayAvailability::Unavailable;
        let is_wrong = closed && is_movable(session, context.today);
        return if is_wrong { UNAVAILABLE } else { 0 };
    }
    let days = (slot.date - session.date).num_days().unsigned_abs();
    let retimed = u64::from(slot.start != session.plan.start);
    MOVE + days + retimed
}

/// The minutes of the day that a session takes.
pub(super) fn span(start: Start, minutes: u32, context: &Context) -> Option<(u32, u32)> {
    let begin = match start {
        Start::Unset => return None,
        Start::Part(DayPart::Morning) => minute_of_day(context.profile.morning),
        Start::Part(DayPart::Evening) => minute_of_day(context.profile.evening),
        Start::Clock(time) => minute_of_day(time),
    };
    Some((begin, begin.saturating_add(minutes)))
}
