//! One session on its way to a place: what it becomes on a day, and where least suffers from it.

use chrono::NaiveDate;

use crate::domain::{Athlete, DayPart, Minutes, Plan, Session, SessionId, Slot, Stamp, Start};
use crate::edit::{Edit, apply};
use crate::load::{duration_of, title_of};
use crate::rules::{Context, Severity, Verdict, verdicts};

use super::adapt::{Adaptation, Equipping, cut_to, equipped};
use super::open_days::Day;
use super::placed::{LeftOut, Placed, WantedSession, Why};

/// A week that is being laid out.
pub(super) struct Placing<'a> {
    pub(super) athlete: &'a mut Athlete,
    pub(super) context: &'a Context<'a>,
    pub(super) first: NaiveDate,
    pub(super) days: Vec<Day>,
    pub(super) equipping: Equipping,
    /// Where a week is copied, the sessions that came with it so far, and the days they come from: runs of one day may
    /// share a day again. `None` where runs are no matter.
    pub(super) brought: Option<&'a [(SessionId, NaiveDate)]>,
}

/// A wish on its way to a place.
pub(super) struct Piece<'w> {
    pub(super) wish: &'w WantedSession,
    pub(super) session: Session,
    pub(super) changes: Vec<Adaptation>,
}

impl Placing<'_> {
    pub(super) fn left_out(&self, wish: &WantedSession, why: Why) -> LeftOut {
        LeftOut {
            title: title_of(&wish.plan, self.context.library),
            why,
        }
    }

    pub(super) fn minutes(&self, plan: &Plan) -> u32 {
        duration_of(plan, self.context.profile).value.0
    }

    /// Puts a piece into the athlete where it stands, or where less suffers from it; what cannot be is left out.
    pub(super) fn settle(&mut self, piece: &Piece) -> Result<Placed, Why> {
        let slot = piece.session.slot();
        let home = self.fitted(piece, slot);
        let home = if self.is_second(piece, slot.date) {
            Err(Why::SecondLift)
        } else {
            home
        };
        let judged = match &home {
            Ok((plan, _)) => self.verdict(plan, piece.session.id, slot),
            Err(_) => None,
        };
        let is_crowded = self.is_second_run(piece, slot.date);
        let is_good = |verdict: &Verdict| verdict.adds <= Some(Severity::Tip) && !is_crowded;
        let (verdict, (plan, changes)) = match (judged, home) {
            (Some(verdict), Ok(fitted)) if is_good(&verdict) => (verdict, fitted),
            (judged, home) => {
                let here = judged.zip(home.clone().ok());
                let better = self.elsewhere(piece, here.as_ref().map(|(verdict, _)| verdict));
                match (better.or(here), home) {
                    (Some(found), _) => found,
                    (None, Err(Why::NoDay)) if self.days_have_runs(piece) => {
                        return Err(Why::SecondRun);
                    }
                    (None, Err(why)) => return Err(why),
                    (None, Ok(_)) => return Err(Why::NoDay),
                }
            }
        };
        if self.piles_up(piece, verdict.slot.date) {
            return Err(Why::SecondRun);
        }
        let worst_allowed = if piece.wish.optional {
            Some(Severity::Tip)
        } else {
            Some(Severity::Caution)
        };
        if verdict.adds > worst_allowed {
            return Err(Why::Spoils(verdict.own_reason));
        }
        let mut session = piece.session.clone();
        session.date = verdict.slot.date;
        session.plan = plan.into();
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
            worst: verdict.adds,
            reason: verdict.own_reason,
            changes,
        })
    }

    /// True for a strength session on a day that has another.
    pub(super) fn is_second(&self, piece: &Piece, date: NaiveDate) -> bool {
        let mut others = self.athlete.sessions.on(date).iter();
        piece.session.plan.strength().is_some()
            && others.any(|other| other.id != piece.session.id && other.plan.strength().is_some())
    }

    /// True for a copied run on a day that has a run already which did not come from the same day.
    fn is_second_run(&self, piece: &Piece, date: NaiveDate) -> bool {
        self.meets_run(piece, date, |came_from| {
            came_from != Some(piece.session.date)
        })
    }

    /// True for a copied run on a day to which another was copied from another day.
    fn piles_up(&self, piece: &Piece, date: NaiveDate) -> bool {
        self.meets_run(piece, date, |came_from| {
            came_from.is_some_and(|day| day != piece.session.date)
        })
    }

    /// True for a copied run on a day with a run of which this holds: the day it was copied from, `None` where it was there.
    fn meets_run(
        &self,
        piece: &Piece,
        date: NaiveDate,
        is_so: impl Fn(Option<NaiveDate>) -> bool,
    ) -> bool {
        let Some(brought) = self.brought.filter(|_| piece.session.plan.run().is_some()) else {
            return false;
        };
        let came_from = |id: SessionId| {
            let mut brought = brought.iter();
            brought.find(|(other, _)| *other == id).map(|(_, day)| *day)
        };
        let mut others = self.athlete.sessions.on(date).iter();
        others.any(|other| other.plan.run().is_some() && is_so(came_from(other.id)))
    }

    /// True where some day would do for a copied run but for the run that it has already.
    fn days_have_runs(&self, piece: &Piece) -> bool {
        let mut days = self.days.iter();
        days.any(|day| self.is_second_run(piece, day.date))
    }

    /// What a piece becomes on a day: with what is at hand there, in the minutes that are left of it.
    pub(super) fn fitted(&self, piece: &Piece, slot: Slot) -> Result<(Plan, Vec<Adaptation>), Why> {
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
            changes.retain(|change| !matches!(change, Adaptation::Shortened { .. }));
            changes.push(match cut.1 {
                Adaptation::Shortened { to, .. } => Adaptation::Shortened {
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
    pub(super) fn elsewhere(
        &self,
        piece: &Piece,
        here: Option<&Verdict>,
    ) -> Option<(Verdict, (Plan, Vec<Adaptation>))> {
        let session = &piece.session;
        let evening = match session.plan.start {
            Start::Clock(_) => Start::Clock(self.context.profile.evening),
            Start::Part(_) | Start::Unset => Start::Part(DayPart::Evening),
        };
        let mut found = Vec::new();
        let is_free = |date| !self.is_second(piece, date) && !self.is_second_run(piece, date);
        let free = self.days.iter().filter(|day| is_free(day.date));
        for day in free {
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
        let best = found
            .into_iter()
            .min_by_key(|(verdict, (_, changes))| (verdict.adds, changes.len(), distance(verdict)));
        // A day without another run is better as long as no more than a tip speaks against it.
        let is_crowded = self.is_second_run(piece, session.date);
        let is_milder = |verdict: &Verdict, here: &Verdict| {
            verdict.adds < here.adds
                || (is_crowded && verdict.adds <= here.adds.max(Some(Severity::Tip)))
        };
        best.filter(|(verdict, _)| here.is_none_or(|here| is_milder(verdict, here)))
    }

    pub(super) fn verdict(&self, plan: &Plan, id: SessionId, slot: Slot) -> Option<Verdict> {
        let found = verdicts(self.athlete, self.context, plan, Some(id), &[slot]);
        found.into_iter().next()
    }
}
