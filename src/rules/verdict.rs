//! Whether a session may go to a slot, before it is dropped there.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, Plan, Session, SessionId, Slot, Stamp};

use super::check::{check_slots, check_slots_beside};
use super::clear::clear_reason;
use super::context::Context;
use super::finding::{Finding, Severity};
use super::timeline::Timeline;
use super::timeline::{Maxes, REACH};
use super::timeline_entry::shifted;

/// What dropping a session on a day would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Where it would go.
    pub slot: Slot,
    /// What the day comes to: the worst finding the drop adds, or a worse one that is not a tip and stands on that day
    /// anyway. `None` for a clear slot.
    pub worst: Option<Severity>,
    /// The worst finding the drop adds, `None` when it adds none.
    pub adds: Option<Severity>,
    /// The reason in one sentence, with what stands there anyway; for a clear slot, why it is clear.
    pub reason: String,
    /// The same without what stands there anyway.
    pub own_reason: String,
    /// The nearest slot that is clear, when this one is not.
    pub nearest_clear: Option<NaiveDate>,
}

/// The verdict for each of `targets`, were `plan` dropped at the end of that day. `moving` is the session that
/// leaves its place (absent for a copy or a new session).
///
/// A day that is a conflict or a caution already is not called clear, and its finding is named; what the rest of the
/// week suffers from anyway, or was accepted, is no reason against a slot. Only those rules are asked whose findings
/// follow from where a session stands: spacing, the athlete's availability, the days before a race, the day of rest, a
/// recent pain. What a week or a session contains is the same on whichever day it stands.
pub fn verdicts(
    athlete: &Athlete,
    context: &Context,
    plan: &Plan,
    moving: Option<SessionId>,
    targets: &[Slot],
) -> Vec<Verdict> {
    verdicts_together(athlete, context, (plan, moving), &[], targets)
}

/// A session that is dropped together with another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Companion {
    /// Which. It leaves its place where the other one does.
    pub session: Arc<Session>,
    /// Days that it is after the other one; negative if before it.
    pub days: i64,
}

/// [`verdicts`] of several sessions that keep their distances: each is judged where it comes to stand, beside what
/// stays.
pub fn verdicts_together(
    athlete: &Athlete,
    context: &Context,
    (plan, moving): (&Plan, Option<SessionId>),
    with: &[Companion],
    targets: &[Slot],
) -> Vec<Verdict> {
    let dates = || targets.iter().map(|slot| slot.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else {
        return Vec::new();
    };
    let days = || with.iter().map(|one| one.days).chain([0]);
    let ahead = days().min().unwrap_or(0);
    let behind = days().max().unwrap_or(0);
    let (from, to) = (shifted(first, ahead - REACH), shifted(last, behind + REACH));
    let leaving = with.iter().map(|one| one.session.id);
    let absent: Vec<SessionId> = moving
        .map(|id| leaving.chain([id]).collect())
        .unwrap_or_default();
    let mut timeline = Timeline::without(athlete, context, from, to, &absent);
    let before = check_slots(&timeline, context);
    let held = Held {
        session: dropped(athlete, plan, moving, first),
        with: with
            .iter()
            .zip(0..)
            .map(|(one, place)| arriving(one, moving, place))
            .collect(),
        days: (ahead - REACH) as i32..=(behind + REACH) as i32,
        maxes: Maxes::of(athlete, from, to),
    };
    let mut verdicts: Vec<Verdict> = targets
        .iter()
        .map(|&slot| judge(&mut timeline, &before, &held, slot, context))
        .collect();
    point_to_clear(&mut verdicts, context.today);
    verdicts
}

/// The session that is dropped: the moving one with its plan, or a new one.
fn dropped(athlete: &Athlete, plan: &Plan, moving: Option<SessionId>, date: NaiveDate) -> Session {
    let moved = moving.and_then(|id| athlete.sessions.get(id));
    moved.map_or_else(
        || {
            Session::planned(
                SessionId::from_bits(u128::MAX),
                date,
                plan.clone(),
                Stamp::default(),
            )
        },
        |session| Session {
            plan: plan.clone().into(),
            ..Session::clone(session)
        },
    )
}

/// A session as it is dropped with another one: itself, or a copy where the other one is copied.
fn arriving(one: &Companion, moving: Option<SessionId>, place: u128) -> Companion {
    let mut session = Session::clone(&one.session);
    if moving.is_none() {
        session = Session::planned(
            SessionId::from_bits(u128::MAX - 1 - place),
            session.date,
            Plan::clone(&session.plan),
            Stamp::default(),
        );
    }
    Companion {
        session: session.into(),
        days: one.days,
    }
}

/// What is dropped.
struct Held<'a> {
    /// The session held.
    session: Session,
    /// What goes with it.
    with: Vec<Companion>,
    /// The days around its slot that findings are given for.
    days: RangeInclusive<i32>,
    maxes: Maxes<'a>,
}

impl Held<'_> {
    /// Puts a session at the end of its day, and tells its place; `None` where it loads nothing.
    fn insert(
        &self,
        timeline: &mut Timeline,
        session: Session,
        context: &Context,
    ) -> Option<usize> {
        let (position, predecessor) = timeline.end_of_day(session.date.num_days_from_ce());
        let entry = self
            .maxes
            .entry(&Arc::new(session), position, predecessor, context);
        Some(timeline.insert(entry?))
    }
}

fn judge(
    timeline: &mut Timeline,
    before: &[Finding],
    held: &Held,
    slot: Slot,
    context: &Context,
) -> Verdict {
    let mut session = held.session.clone();
    session.date = slot.date;
    session.plan.start = slot.start;
    let mut others = Vec::new();
    for one in &held.with {
        let mut beside = Session::clone(&one.session);
        beside.date = shifted(slot.date, one.days);
        others.extend(held.insert(timeline, beside, context));
    }
    let place = held.insert(timeline, session, context);
    if place.is_none() && others.is_empty() {
        let reason = "Clear: it loads nothing that a run would feel.".to_owned();
        return Verdict {
            slot,
            worst: None,
            adds: None,
            own_reason: reason.clone(),
            reason,
            nearest_clear: None,
        };
    }
    let day = slot.date.num_days_from_ce();
    timeline.narrow(day + held.days.start()..=day + held.days.end());
    let after = check_slots_beside(timeline, context, before);
    let new = added(before, &after).filter(|finding| finding.accepted.is_none());
    let new = graver(new);
    let days = held.with.iter().map(|one| shifted(slot.date, one.days));
    let stands = standing(before, &after, |date| {
        date == slot.date || days.clone().any(|day| day == date)
    });
    let stands = stands.filter(|old| new.is_none_or(|new| new.severity < old.severity));
    let own_reason = match (new, place) {
        (Some(new), _) => new.message.clone(),
        (None, Some(place)) => clear_reason(timeline, place),
        (None, None) => "Clear: nothing objects to any of them.".to_owned(),
    };
    let reason = match (new, stands) {
        (_, None) => own_reason.clone(),
        (None, Some(old)) => format!("It adds nothing, but this stands: {}", old.message),
        (Some(_), Some(old)) => format!("{own_reason} And this stands: {}", old.message),
    };
    let adds = new.map(|finding| finding.severity);
    let worst = stands.map(|finding| finding.severity).max(adds);
    for place in others.into_iter().chain(place).rev() {
        timeline.take_out(place);
    }
    Verdict {
        slot,
        worst,
        adds,
        reason,
        own_reason,
        nearest_clear: None,
    }
}

/// The gravest of some findings, the first of several.
fn graver<'f>(findings: impl Iterator<Item = &'f Finding>) -> Option<&'f Finding> {
    findings.reduce(|worst, next| {
        if next.severity > worst.severity {
            next
        } else {
            worst
        }
    })
}

/// The gravest finding about some days that was there before and is there still, tips and those about a whole week
/// aside.
fn standing<'f>(
    before: &'f [Finding],
    after: &[Finding],
    is_meant: impl Fn(NaiveDate) -> bool,
) -> Option<&'f Finding> {
    let stays = |old: &&Finding| {
        old.severity > Severity::Tip
            && old.accepted.is_none()
            && !old.is_about_a_week()
            && old.days.iter().any(|day| is_meant(*day))
            && after
                .iter()
                .any(|new| is_same(old, new) && new.severity >= old.severity)
    };
    graver(before.iter().filter(stays))
}

/// The findings that were not there before, or not as bad.
pub fn added<'f>(before: &'f [Finding], after: &'f [Finding]) -> impl Iterator<Item = &'f Finding> {
    after.iter().filter(move |new| {
        !before
            .iter()
            .any(|old| is_same(old, new) && old.severity >= new.severity)
    })
}

/// The open findings that were not there before, not as bad, or accepted: what a coach would see as new.
pub(super) fn worsened<'f>(
    before: &'f [Finding],
    after: &'f [Finding],
) -> impl Iterator<Item = &'f Finding> {
    after.iter().filter(move |new| {
        let stood = |old: &Finding| {
            is_same(old, new) && old.severity >= new.severity && old.accepted.is_none()
        };
        new.accepted.is_none() && !before.iter().any(stood)
    })
}

/// True when two findings say the same about the same sessions, in whichever order these stand, or about the
/// same week.
pub(super) fn is_same(a: &Finding, b: &Finding) -> bool {
    let same_sessions = || {
        a.sessions.len() == b.sessions.len() && a.sessions.iter().all(|id| b.sessions.contains(id))
    };
    let same_week = || a.is_about_a_week() && a.days == b.days;
    a.rule == b.rule && (same_week() || same_sessions())
}

/// Names the nearest clear day to each slot that is not clear; of two equally near the earlier, and none that has
/// passed.
fn point_to_clear(verdicts: &mut [Verdict], today: NaiveDate) {
    let clear: Vec<NaiveDate> = verdicts
        .iter()
        .filter(|verdict| verdict.worst.is_none() && verdict.slot.date >= today)
        .map(|verdict| verdict.slot.date)
        .collect();
    for verdict in verdicts
        .iter_mut()
        .filter(|verdict| verdict.worst.is_some())
    {
        let here = verdict.slot.date;
        let distance = |date: NaiveDate| (date - here).num_days().abs();
        verdict.nearest_clear = clear
            .iter()
            .copied()
            .min_by_key(|&date| (distance(date), date));
    }
}
