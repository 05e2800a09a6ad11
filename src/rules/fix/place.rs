//! Fixes that change where sessions stand: another day, another order, other times.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{
    DateStyle, DayAvailability, DayPart, Session, Slot, Start, Week, minute_of_day, time_at,
};
use crate::load::{Emphasis, duration_of};
use crate::rules::finding::Severity;
use crate::rules::resolution::Fix;
use crate::rules::same_day_gap;
use crate::rules::timeline_entry::{TimelineEntry, shifted};
use crate::rules::verdict::verdicts;
use crate::rules::wording::name;

use super::repair::{FARTHEST_MOVE, Repair, Scope, changed, put_last};

/// The latest a fix lets a session start.
const LATEST_START: u32 = 21 * 60;
/// Slots that are tried out in the whole of the weeks around them, the most promising first.
const MOST_TRIED: usize = 8;

impl Repair<'_> {
    /// One of the finding's sessions moved to the nearest clear slot; legs give way before runs,
    /// lesser runs before greater ones.
    pub(super) fn moves(&self) -> Vec<Fix> {
        let mut movable: Vec<_> = self
            .concerned()
            .filter(|(_, session)| self.can_move(session))
            .collect();
        movable.reverse();
        movable.sort_by_key(|(entry, _)| (entry.is_run(), entry.emphasis));
        // Move the lift rather than the run, if there is one.
        if movable.iter().any(|(entry, _)| !entry.is_run()) {
            movable.retain(|(entry, _)| !entry.is_run());
        }
        let strength = self
            .concerned()
            .filter(|(entry, _)| !entry.is_run())
            .count();
        let mut fixes = movable.iter().filter_map(|(entry, session)| {
            let is_clear = !entry.is_run() && strength == 1;
            self.moved(
                entry,
                session,
                if is_clear { Label::Short } else { Label::Named },
            )
        });
        let Some(first) = fixes.next() else {
            return Vec::new();
        };
        // If moving the first session makes something worse, try the second.
        let clean = if first.worse.is_empty() {
            None
        } else {
            fixes.find(|fix| fix.worse.is_empty())
        };
        [Some(first), clean].into_iter().flatten().collect()
    }

    fn moved(&self, entry: &TimelineEntry, session: &Arc<Session>, label: Label) -> Option<Fix> {
        let week = Week::of(session.date, self.context.profile.week_start).days();
        let slots = self.slots_for(session);
        let plan = &session.plan;
        let mut verdicts = verdicts(self.athlete, self.context, plan, Some(session.id), &slots);
        verdicts.retain(|verdict| verdict.worst <= Some(Severity::Tip));
        // Slots without findings first, then this week before others, then the nearest.
        verdicts.sort_by_key(|verdict| (verdict.worst, !week.contains(&verdict.slot.date)));
        let mut tried = verdicts.iter().take(MOST_TRIED).filter_map(|verdict| {
            let edit = changed(self.athlete, session, |moved| moved.move_to(verdict.slot));
            let day = day_label(session, verdict.slot, &week, self.context.dates);
            let text = match label {
                Label::Short => format!("Move to {day}"),
                Label::Named => {
                    format!("Move {}’s {} to {day}", session.date.weekday(), name(entry))
                }
            };
            self.proven(text, vec![edit])
        });
        // A verdict is about the day alone; check the whole week with the change.
        let mut best: Option<Fix> = None;
        for fix in tried.by_ref() {
            if fix.worse.is_empty() {
                return Some(fix);
            }
            if best.as_ref().is_none_or(|best| fix.after < best.after) {
                best = Some(fix);
            }
        }
        best
    }

    /// The slots a session may go to, nearest first, each day first at the time it has now.
    fn slots_for(&self, session: &Session) -> Vec<Slot> {
        let mut dates: Vec<NaiveDate> = (-FARTHEST_MOVE..=FARTHEST_MOVE)
            .filter(|&days| days != 0)
            .map(|days| shifted(session.date, days))
            .filter(|&date| !self.is_past(date) && self.can_train(date))
            .collect();
        dates.sort_by_key(|&date| (date - session.date).num_days().abs());
        let own = session.plan.start;
        let evening = match own {
            Start::Clock(_) => Start::Clock(self.context.profile.evening),
            Start::Part(_) | Start::Unset => Start::Part(DayPart::Evening),
        };
        let starts = if own.part() == Some(DayPart::Evening) {
            vec![own]
        } else {
            vec![own, evening]
        };
        let at = |date| {
            starts
                .iter()
                .map(move |&start| Slot { date, start })
                .collect::<Vec<_>>()
        };
        dates.into_iter().flat_map(at).collect()
    }

    pub(super) fn can_train(&self, date: NaiveDate) -> bool {
        let in_template = || {
            let all = self.athlete.sessions.all();
            let ends = all.first().zip(all.last());
            ends.is_some_and(|(first, last)| first.date <= date && date <= last.date)
        };
        let in_scope = match self.scope {
            Scope::Dated(..) => true,
            Scope::Template => in_template(),
        };
        in_scope && *self.context.profile.availability.on(date) != DayAvailability::Unavailable
    }

    /// The legs exchanged with a session of the same week that spares them.
    pub(super) fn swapped_for_upper(&self) -> Option<Fix> {
        let (entry, legs) = self.concerned().find(|(entry, _)| entry.legs().is_some())?;
        if !self.can_move(legs) {
            return None;
        }
        let week = Week::of(legs.date, self.context.profile.week_start).days();
        let mut others: Vec<(&TimelineEntry, &Arc<Session>)> = self
            .timeline
            .entries()
            .iter()
            .filter(|other| other.spares_legs() && week.contains(&other.date))
            .filter_map(|other| Some((other, self.session(other.id()?)?)))
            .filter(|(_, other)| self.can_move(other))
            .collect();
        others.sort_by_key(|(other, _)| (other.day - entry.day).abs());
        others.into_iter().find_map(|(other_entry, other)| {
            let edits = vec![
                changed(self.athlete, legs, |session| session.move_to(other.slot())),
                changed(self.athlete, other, |session| session.move_to(legs.slot())),
            ];
            let label = format!("Swap with {}’s {}", other.date.weekday(), name(other_entry));
            self.proven(label, edits)
        })
    }

    /// One of the runs exchanged with an easy run of the same week, the lesser first.
    pub(super) fn swapped_for_easy(&self) -> Option<Fix> {
        let mut runs: Vec<(&TimelineEntry, &Arc<Session>)> = self
            .concerned()
            .filter(|(entry, session)| entry.is_run() && self.can_move(session))
            .collect();
        runs.sort_by_key(|(entry, _)| entry.emphasis);
        let others: Vec<(&TimelineEntry, &Arc<Session>)> = self
            .timeline
            .entries()
            .iter()
            .filter(|other| other.is_run() && other.emphasis == Emphasis::Plain)
            .filter_map(|other| Some((other, self.session(other.id()?)?)))
            .filter(|(_, other)| self.can_move(other) && !self.finding.sessions.contains(&other.id))
            .collect();
        let mut best: Option<Fix> = None;
        for (entry, run) in runs {
            let week = Week::of(run.date, self.context.profile.week_start).days();
            let mut of_week: Vec<_> = others
                .iter()
                .filter(|(_, other)| week.contains(&other.date) && other.date != run.date)
                .collect();
            of_week.sort_by_key(|(other, _)| (other.day - entry.day).abs());
            for (other_entry, other) in of_week {
                let edits = vec![
                    changed(self.athlete, run, |session| session.move_to(other.slot())),
                    changed(self.athlete, other, |session| session.move_to(run.slot())),
                ];
                let (one, two) = (run.date.weekday(), other.date.weekday());
                let label = format!(
                    "Swap {one}’s {} with {two}’s {}",
                    name(entry),
                    name(other_entry)
                );
                match self.proven(label, edits) {
                    Some(fix) if fix.worse.is_empty() => return Some(fix),
                    Some(fix) if best.as_ref().is_none_or(|best| fix.after < best.after) => {
                        best = Some(fix);
                    }
                    _ => {}
                }
            }
        }
        best
    }

    /// The run first and the legs after it, at each other's times.
    pub(super) fn swapped_order(&self) -> Option<Fix> {
        let (legs, run) = self.legs_and_run()?;
        if !self.can_move(legs) || !self.can_move(run) {
            return None;
        }
        let at = |session: &Session, start| Slot {
            date: session.date,
            start,
        };
        let edits = if legs.plan.start.is_unset() || run.plan.start.is_unset() {
            vec![put_last(self.athlete, Session::clone(legs))]
        } else {
            vec![
                changed(self.athlete, run, |moved| {
                    moved.move_to(at(run, legs.plan.start));
                }),
                changed(self.athlete, legs, |moved| {
                    moved.move_to(at(legs, run.plan.start));
                }),
            ]
        };
        self.proven("Run first, then lift".to_owned(), edits)
    }

    /// The run at the usual morning time and the legs in the evening, far enough apart.
    pub(super) fn times_set(&self) -> Option<Fix> {
        let (legs, run) = self.legs_and_run()?;
        if !self.can_move(legs) || !self.can_move(run) {
            return None;
        }
        let profile = self.context.profile;
        let morning = match run.plan.start {
            Start::Clock(time) if run.plan.start.part() == Some(DayPart::Morning) => time,
            _ => profile.morning,
        };
        let apart = same_day_gap::RULE.figure(profile, "apart-hours") * 60.0;
        let run_ends = minute_of_day(morning) + duration_of(&run.plan, profile).value.0;
        let lift = minute_of_day(profile.evening).max(run_ends.saturating_add(apart.ceil() as u32));
        let evening = time_at(lift)?;
        if lift > LATEST_START {
            return None;
        }
        let at = |session: &Session, time| Slot {
            date: session.date,
            start: Start::Clock(time),
        };
        let edits = vec![
            changed(self.athlete, run, |moved| moved.move_to(at(run, morning))),
            changed(self.athlete, legs, |moved| moved.move_to(at(legs, evening))),
        ];
        self.proven("Set times: run first".to_owned(), edits)
    }
}

/// How a button says what it moves.
#[derive(Clone, Copy)]
enum Label {
    /// The finding is about one lift, and that one moves.
    Short,
    /// It could be another session.
    Named,
}

/// "Fri"; with the date in another week, and with the time of day when that changes.
fn day_label(session: &Session, slot: Slot, week: &[NaiveDate; 7], dates: DateStyle) -> String {
    let day = if week.contains(&slot.date) {
        slot.date.weekday().to_string()
    } else {
        dates.weekday_day(slot.date)
    };
    if slot.start == session.plan.start {
        day
    } else {
        format!("{day} evening")
    }
}
