//! Whether a session may go to a slot, before it is dropped there.

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
    /// The worst finding the drop adds, `None` when it adds none.
    pub worst: Option<Severity>,
    /// The reason in one sentence; for a clear slot, why it is clear.
    pub reason: String,
    /// The nearest slot that is clear, when this one is not.
    pub nearest_clear: Option<NaiveDate>,
}

/// The verdict for each of `targets`, were `plan` dropped at the end of that day. `moving` is the session that
/// leaves its place (absent for a copy or a new session).
///
/// Only what the drop adds counts: what the week suffers from anyway, or was accepted, is no reason against a slot.
/// And only those rules are asked whose findings follow from where a session stands: spacing, the athlete's
/// availability, the days before a race, the day of rest, a recent pain. What a week or a session contains is the
/// same on whichever day it stands.
pub fn verdicts(
    athlete: &Athlete,
    context: &Context,
    plan: &Plan,
    moving: Option<SessionId>,
    targets: &[Slot],
) -> Vec<Verdict> {
    let dates = || targets.iter().map(|slot| slot.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else {
        return Vec::new();
    };
    let (from, to) = (shifted(first, -REACH), shifted(last, REACH));
    let mut timeline = Timeline::without(athlete, context, from, to, moving);
    let before = check_slots(&timeline, context);
    let session = dropped(athlete, plan, moving, first);
    let maxes = Maxes::of(athlete, from, to);
    let mut verdicts: Vec<Verdict> = targets
        .iter()
        .map(|&slot| judge(&mut timeline, &before, &session, slot, &maxes, context))
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

fn judge(
    timeline: &mut Timeline,
    before: &[Finding],
    session: &Session,
    slot: Slot,
    maxes: &Maxes,
    context: &Context,
) -> Verdict {
    let mut session = session.clone();
    session.date = slot.date;
    session.plan.start = slot.start;
    let day = slot.date.num_days_from_ce();
    let (position, predecessor) = timeline.end_of_day(day);
    let entry = maxes.entry(&Arc::new(session), position, predecessor, context);
    let Some(entry) = entry else {
        let reason = "Clear: it loads nothing that a run would feel.".to_owned();
        return Verdict {
            slot,
            worst: None,
            reason,
            nearest_clear: None,
        };
    };
    let place = timeline.insert(entry);
    timeline.narrow(day - REACH as i32..=day + REACH as i32);
    let after = check_slots_beside(timeline, context, before);
    let worst = added(before, &after)
        .filter(|finding| finding.accepted.is_none())
        .reduce(|worst, next| {
            if next.severity > worst.severity {
                next
            } else {
                worst
            }
        });
    let reason = match worst {
        Some(finding) => finding.message.clone(),
        None => clear_reason(timeline, place),
    };
    let worst = worst.map(|finding| finding.severity);
    timeline.take_out(place);
    Verdict {
        slot,
        worst,
        reason,
        nearest_clear: None,
    }
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

/// Names the nearest clear day to each slot that is not clear; of two equally near the earlier, and none that has passed.
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
