//! Placing the sessions of one week among those that are there.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::{
    Athlete, DayAvailability, DayPart, Exception, ExceptionKind, Minutes, Origin, Plan, Profile,
    Session, SessionId, Slot, Stamp, Start, Workout,
};
use crate::edit::{Edit, apply};
use crate::load::{duration_of, title_of};
use crate::rules::arrange::better_week;
use crate::rules::{Context, Severity, Verdict, verdicts};

use super::NewId;
use super::adapt::{Change, Equipping, cut_to, equipped, is_equipped_for};

/// A session that a week is to have.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The session.
    pub plan: Plan,
    /// The day it is meant for, taken where nothing speaks against it.
    pub day: Option<Weekday>,
    /// Left out rather than anything suffers from it.
    pub optional: bool,
    /// Where it comes from.
    pub origin: Option<Origin>,
}

/// A session that was placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The session at its place.
    pub session: Session,
    /// Whether it may be left out.
    pub optional: bool,
    /// The worst finding that it brings, `None` when it brings none.
    pub worst: Option<Severity>,
    /// Why it stands there, or what it brings, in one sentence.
    pub reason: String,
    /// What was changed so that it fits.
    pub changes: Vec<Change>,
}

/// A session that found no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its title.
    pub title: String,
    /// Why.
    pub why: Why,
}

/// Why a session found no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The week has no day left: it is past.
    Past,
    /// No day of the week can be trained on.
    NoDay,
    /// No day has so many minutes.
    NoMinutes(Minutes),
    /// Nothing of it can be done with what is at hand.
    NoEquipment,
    /// On every day something would suffer: the finding, in one sentence.
    Spoils(String),
}

/// What became of the wishes for a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedWeek {
    /// The sessions that were placed, by date.
    pub placed: Vec<Placed>,
    /// Those that were not.
    pub left_out: Vec<LeftOut>,
}

/// Puts the sessions of a week that begins on `first` on their best days and into the athlete, and tells what
/// became of each. What is there already stays where it is.
pub fn place_week(
    athlete: &mut Athlete,
    context: &Context,
    first: NaiveDate,
    wishes: &[Wish],
    equipping: Equipping,
    new_id: NewId,
) -> PlacedWeek {
    let mut week = Placing {
        days: open_days(athlete, context, first),
        athlete,
        context,
        first,
        equipping,
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
    // What came later is part of the reason now.
    for placed in &mut result.placed {
        let session = &placed.session;
        if let Some(verdict) = week.verdict(&session.plan, session.id, session.slot()) {
            placed.worst = verdict.worst;
            placed.reason = verdict.reason;
        }
    }
    result.placed.sort_by_key(|placed| placed.session.date);
    result
}

/// Puts one session of a week that begins on `first` on the day it is meant for, or where less suffers from it, and
/// into the athlete.
pub(super) fn settle_on(
    athlete: &mut Athlete,
    context: &Context,
    first: NaiveDate,
    wish: &Wish,
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
    };
    let mut session = Session::planned(id, date, wish.plan.clone(), Stamp::default());
    session.origin.clone_from(&wish.origin);
    week.settle(&Piece {
        wish,
        session,
        changes: Vec::new(),
    })
}

/// A day that can be trained on.
#[derive(Debug, Clone, Copy)]
struct Day {
    date: NaiveDate,
    /// Minutes that are left of it.
    room: u32,
}

/// The days of a week from today on that are available and not kept for rest, with the minutes left of each.
fn open_days(athlete: &Athlete, context: &Context, first: NaiveDate) -> Vec<Day> {
    let dates = first.iter_days().take(7);
    dates
        .filter(|&date| date >= context.today)
        .filter_map(|date| {
            let on = athlete.sessions.on(date);
            if on.iter().any(|s| s.plan.workout == Workout::Rest) {
                return None;
            }
            let room = match context.profile.availability.on(date) {
                DayAvailability::Unavailable => return None,
                DayAvailability::Free | DayAvailability::Limited { minutes: None, .. } => u32::MAX,
                DayAvailability::Limited {
                    minutes: Some(minutes),
                    ..
                } => {
                    let taken = on
                        .iter()
                        .map(|session| duration_of(&session.plan, context.profile).value.0);
                    minutes.saturating_sub(taken.fold(0, u32::saturating_add))
                }
            };
            Some(Day { date, room })
        })
        .collect()
}

/// A week that is being laid out.
struct Placing<'a> {
    athlete: &'a mut Athlete,
    context: &'a Context<'a>,
    first: NaiveDate,
    days: Vec<Day>,
    equipping: Equipping,
}

/// A wish on its way to a place.
struct Piece<'w> {
    wish: &'w Wish,
    session: Session,
    changes: Vec<Change>,
}

impl Placing<'_> {
    fn left_out(&self, wish: &Wish, why: Why) -> LeftOut {
        LeftOut {
            title: title_of(&wish.plan, self.context.library),
            why,
        }
    }

    fn minutes(&self, plan: &Plan) -> u32 {
        duration_of(plan, self.context.profile).value.0
    }

    /// A wish on the day it is meant for, or on the one nearest to it with room; shortened where no day has room.
    fn piece<'w>(
        &self,
        wish: &'w Wish,
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
        let best = better_week(&trial, &context, self.first);
        apply(&mut trial, &best.edits(), Stamp::default());
        let slots = pieces.iter().map(|piece| {
            let placed = trial.sessions.get(piece.session.id);
            placed.map_or_else(|| piece.session.slot(), |session| session.slot())
        });
        (best.after, slots.collect())
    }

    /// Puts a piece into the athlete where it stands, or where less suffers from it; what cannot be is left out.
    fn settle(&mut self, piece: &Piece) -> Result<Placed, Why> {
        let slot = piece.session.slot();
        let home = self.fitted(piece, slot);
        let judged = match &home {
            Ok((plan, _)) => self.verdict(plan, piece.session.id, slot),
            Err(_) => None,
        };
        let is_good = |verdict: &Verdict| verdict.worst <= Some(Severity::Tip);
        let (verdict, (plan, changes)) = match (judged, home) {
            (Some(verdict), Ok(fitted)) if is_good(&verdict) => (verdict, fitted),
            (judged, home) => {
                let here = judged.zip(home.clone().ok());
                let better = self.elsewhere(piece, here.as_ref().map(|(verdict, _)| verdict));
                match (better.or(here), home) {
                    (Some(found), _) => found,
                    (None, Err(why)) => return Err(why),
                    (None, Ok(_)) => return Err(Why::NoDay),
                }
            }
        };
        // Late in a week the days run out: a session is left out rather than lifted beside another.
        let worst_allowed = if piece.wish.optional || self.is_second(piece, verdict.slot.date) {
            Some(Severity::Tip)
        } else {
            Some(Severity::Caution)
        };
        if verdict.worst > worst_allowed {
            return Err(Why::Spoils(verdict.reason));
        }
        let mut session = piece.session.clone();
        session.date = verdict.slot.date;
        session.plan = plan;
        session.plan.start = verdict.slot.start;
        if let Some(day) = self
            .days
            .iter_mut()
            .find(|day| day.date == session.date && day.room != u32::MAX)
        {
            let takes = duration_of(&session.plan, self.context.profile).value.0;
            day.room = day.room.saturating_sub(takes);
        }
        apply(
            self.athlete,
            &[Edit::put(session.clone())],
            Stamp::default(),
        );
        Ok(Placed {
            session,
            optional: piece.wish.optional,
            worst: verdict.worst,
            reason: verdict.reason,
            changes,
        })
    }

    /// True for a strength session on a day that has another.
    fn is_second(&self, piece: &Piece, date: NaiveDate) -> bool {
        let mut others = self.athlete.sessions.on(date).iter();
        piece.session.plan.strength().is_some()
            && others.any(|other| other.id != piece.session.id && other.plan.strength().is_some())
    }

    /// What a piece becomes on a day: with what is at hand there, in the minutes that are left of it.
    fn fitted(&self, piece: &Piece, slot: Slot) -> Result<(Plan, Vec<Change>), Why> {
        let profile = self.context.profile;
        let day = profile.availability.on(slot.date);
        let mut changes = piece.changes.clone();
        let plan = &piece.session.plan;
        let (mut plan, swaps) = equipped(plan, self.context.library, profile, day, self.equipping)
            .ok_or(Why::NoEquipment)?;
        changes.extend(swaps);
        let mut days = self.days.iter();
        let room = days.find(|day| day.date == slot.date).map(|day| day.room);
        let takes = self.minutes(&plan);
        let room = room.ok_or(Why::NoDay)?;
        if takes > room {
            let cut = cut_to(&plan, room, profile).ok_or(Why::NoMinutes(Minutes(takes)))?;
            changes.retain(|change| !matches!(change, Change::Shortened { .. }));
            changes.push(match cut.1 {
                Change::Shortened { to, .. } => Change::Shortened {
                    from: Minutes(self.minutes(&piece.wish.plan)),
                    to,
                },
                other => other,
            });
            plan = cut.0;
        }
        Ok((plan, changes))
    }

    /// Another slot of the week at which less suffers than `here`, the nearest of the best.
    fn elsewhere(
        &self,
        piece: &Piece,
        here: Option<&Verdict>,
    ) -> Option<(Verdict, (Plan, Vec<Change>))> {
        let session = &piece.session;
        let evening = match session.plan.start {
            Start::Clock(_) => Start::Clock(self.context.profile.evening),
            Start::Part(_) | Start::Unset => Start::Part(DayPart::Evening),
        };
        let mut found = Vec::new();
        for day in &self.days {
            let slot = |start| Slot {
                date: day.date,
                start,
            };
            let Ok(fitted) = self.fitted(piece, slot(session.plan.start)) else {
                continue;
            };
            let slots = [slot(session.plan.start), slot(evening)];
            let (athlete, id) = (&*self.athlete, Some(session.id));
            let judged = verdicts(athlete, self.context, &fitted.0, id, &slots);
            found.extend(judged.into_iter().map(|verdict| (verdict, fitted.clone())));
        }
        let distance =
            |verdict: &Verdict| (verdict.slot.date - session.date).num_days().unsigned_abs();
        let best = found.into_iter().min_by_key(|(verdict, (_, changes))| {
            (verdict.worst, changes.len(), distance(verdict))
        });
        best.filter(|(verdict, _)| here.is_none_or(|here| verdict.worst < here.worst))
    }

    fn verdict(&self, plan: &Plan, id: SessionId, slot: Slot) -> Option<Verdict> {
        let found = verdicts(self.athlete, self.context, plan, Some(id), &[slot]);
        found.into_iter().next()
    }
}
