//! Laying a program out from a week on.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{
    Athlete, Origin, Phase, Program, ProgramWeek, Progression, Session, SessionId, Stamp, Status,
};
use crate::edit::{Edit, apply};
use crate::rules::{Context, Finding, first_weeks};

use super::NewId;
use super::adapt::{Adaptation, Equipping, cut_to, with_sets};
use super::guard::{self, NewSession};
use super::place::place_week;
use super::placed::{LeftOut, Placed, PlacedWeek, WantedSession, Why};

/// How a program is to be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// First day of the first week.
    pub first: NaiveDate,
    /// How many weeks.
    pub weeks: u32,
    /// The week of the program to begin with, from 0.
    pub from: u32,
    /// Whether the optional sessions are wanted too.
    pub optional: bool,
    /// The most minutes of a strength session.
    pub minutes: Option<u32>,
    /// What counts as being at hand.
    pub equipping: Equipping,
    /// Whether the strength sessions that are planned in these weeks give way. What is locked or done stays.
    pub replace: bool,
}

impl Options {
    /// The whole program from a week on, beside what is planned there.
    pub fn from_week(program: &Program, first: NaiveDate) -> Self {
        let weeks = program.weeks.len() as u32;
        Self {
            first,
            weeks: if weeks == 1 { STANDING_WEEKS } else { weeks },
            from: 0,
            optional: false,
            minutes: None,
            equipping: Equipping::ByDay,
            replace: false,
        }
    }

    /// The whole program from a week on. Where another program or a season lifts in these weeks already, its sessions
    /// give way: nobody follows two at once. What was planned by hand stays unless somebody says otherwise.
    pub fn for_athlete(
        program: &Program,
        first: NaiveDate,
        athlete: &Athlete,
        today: NaiveDate,
    ) -> Self {
        let options = Self::from_week(program, first);
        Self {
            replace: options.holds_a_program(athlete, today),
            ..options
        }
    }

    /// The planned strength sessions of these weeks from `today` on, which may give way. What is locked or done stays.
    pub fn may_give_way<'a>(
        &self,
        athlete: &'a Athlete,
        today: NaiveDate,
    ) -> impl Iterator<Item = &'a Arc<Session>> + use<'a> {
        let days = Days::new((u64::from(self.weeks) * 7).saturating_sub(1));
        let from = self.first.max(today);
        let to = self.first.checked_add_days(days).unwrap_or(from);
        let within = athlete.sessions.between(from, to).iter();
        within
            .filter(|session| session.plan.strength().is_some())
            .filter(|session| session.status == Status::Planned && !session.locked)
    }

    /// True where a program or a season has laid out strength sessions in these weeks.
    pub fn holds_a_program(&self, athlete: &Athlete, today: NaiveDate) -> bool {
        self.may_give_way(athlete, today)
            .any(|session| session.origin.is_some())
    }
}

/// For how many weeks a program of one week is laid out unless somebody says otherwise.
const STANDING_WEEKS: u32 = 4;

/// A week as it was laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidWeek {
    /// Its first day.
    pub first: NaiveDate,
    /// Its number within the program, from 1.
    pub number: u32,
    /// What it is about; may be empty.
    pub theme: String,
    /// Its phase.
    pub phase: Option<Phase>,
    /// The sessions that were placed, by date.
    pub placed: Vec<Placed>,
    /// Those that were not.
    pub left_out: Vec<LeftOut>,
}

/// A program laid out: what would change, and why it would be so.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The weeks in order.
    pub weeks: Vec<LaidWeek>,
    /// Strength sessions that give way.
    pub replaced: Vec<SessionId>,
    /// What the rules find with it that they did not find before; no conflict is among it.
    pub findings: Vec<Finding>,
    /// The edits, to be applied as one step.
    pub edits: Vec<Edit>,
}

impl Layout {
    /// All sessions that were placed, by date.
    pub fn placed(&self) -> impl Iterator<Item = &Placed> {
        self.weeks.iter().flat_map(|week| &week.placed)
    }

    /// What is found in a week besides what the sessions placed there tell already.
    pub fn findings_of<'l>(&'l self, week: &'l LaidWeek) -> impl Iterator<Item = &'l Finding> {
        let last = week.first + Days::new(6);
        self.findings.iter().filter(move |finding| {
            let first = finding.days.iter().min();
            let is_here = first.is_some_and(|day| (week.first..=last).contains(day));
            let mut told = week.placed.iter().map(|placed| &placed.reason);
            is_here && !told.any(|reason| *reason == finding.message)
        })
    }

    /// All sessions that were not.
    pub fn left_out(&self) -> impl Iterator<Item = &LeftOut> {
        self.weeks.iter().flat_map(|week| &week.left_out)
    }
}

/// Lays a program out for an athlete, and says what goes where and why.
pub fn lay_out(
    athlete: &Athlete,
    context: &Context,
    program: &Program,
    options: &Options,
    new_id: NewId,
) -> Layout {
    let mut draft = Athlete::new(athlete.id, athlete.profile.clone());
    draft.sessions = athlete.sessions.clone();
    let replaced = if options.replace {
        let planned = options.may_give_way(athlete, context.today);
        planned.map(|session| session.id).collect()
    } else {
        Vec::new()
    };
    let removals: Vec<Edit> = replaced.iter().copied().map(Edit::Remove).collect();
    apply(&mut draft, &removals, Stamp::default());
    let mut before = Athlete::new(athlete.id, athlete.profile.clone());
    before.sessions = draft.sessions.clone();
    let mut weeks = Vec::new();
    for index in 0..options.weeks {
        let number = options.from + index;
        let Some(first) = options
            .first
            .checked_add_days(Days::new(u64::from(index) * 7))
        else {
            break;
        };
        let Some(week) = program.week(number as usize) else {
            break;
        };
        let fitted = wishes(program, week, number, first, context, options);
        let wished: Vec<WantedSession> = fitted.iter().map(|(wish, _)| wish.clone()).collect();
        let equipping = options.equipping;
        let mut laid = place_week(&mut draft, context, first, &wished, equipping, new_id);
        for placed in &mut laid.placed {
            let slot = placed
                .session
                .origin
                .as_ref()
                .map_or(0, |origin| origin.slot);
            let of_slot = fitted.iter().filter(|(wish, _)| {
                let origin = wish.origin.as_ref();
                origin.is_some_and(|origin| origin.slot == slot)
            });
            let earlier = of_slot.flat_map(|(_, changes)| changes.iter().cloned());
            placed.changes.splice(0..0, earlier.collect::<Vec<_>>());
        }
        weeks.push(laid_week(program, week, number, first, laid));
    }
    let findings = drop_what_spoils(&before, &mut draft, context, &mut weeks);
    let puts = weeks.iter().flat_map(|week| &week.placed);
    let puts = puts.map(|placed| Edit::put(placed.session.clone()));
    Layout {
        edits: removals.into_iter().chain(puts).collect(),
        weeks,
        replaced,
        findings,
    }
}

/// What a week is to have, each with what was changed for this athlete before it met the calendar.
fn wishes(
    program: &Program,
    week: &ProgramWeek,
    number: u32,
    first: NaiveDate,
    context: &Context,
    options: &Options,
) -> Vec<(WantedSession, Vec<Adaptation>)> {
    let wanted = week.sessions.iter().enumerate();
    let mut wishes: Vec<(WantedSession, Vec<Adaptation>)> = wanted
        .filter(|(_, session)| options.optional || !session.optional)
        .map(|(slot, session)| {
            let mut plan = session.plan.clone();
            let mut changes = Vec::new();
            let most = most_sets(program, number, first, context);
            if let Some((most, fewer)) = most.and_then(|most| Some((most, with_sets(&plan, most)?)))
            {
                plan = fewer;
                changes.push(Adaptation::FewerSets { sets: most });
            }
            let cut = options
                .minutes
                .and_then(|minutes| cut_to(&plan, minutes, context.profile));
            if let Some((shorter, change)) = cut {
                plan = shorter;
                changes.push(change);
            }
            let origin = Origin {
                source: program.id.to_string(),
                week: number + 1,
                slot: slot as u32 + 1,
            };
            let wish = WantedSession {
                plan,
                day: session.day,
                optional: session.optional,
                origin: Some(origin.into()),
            };
            (wish, changes)
        })
        .collect();
    // Required sessions choose their days before optional ones.
    wishes.sort_by_key(|(wish, _)| wish.optional);
    wishes
}

/// The most sets of an exercise: a novice begins with one and adds one a week (source 003), a set ramp does so for all.
fn most_sets(program: &Program, number: u32, first: NaiveDate, context: &Context) -> Option<u32> {
    let ramp = (program.progression == Progression::SetRamp).then_some(number + 1);
    let lifting = context.profile.lifting_since.is_some();
    let novice = first_weeks(context.profile, first).filter(|_| lifting);
    ramp.or(novice)
}

fn laid_week(
    program: &Program,
    week: &ProgramWeek,
    number: u32,
    first: NaiveDate,
    laid: PlacedWeek,
) -> LaidWeek {
    LaidWeek {
        first,
        number: number % (program.weeks.len().max(1) as u32) + 1,
        theme: week.theme.clone(),
        phase: week.phase,
        placed: laid.placed,
        left_out: laid.left_out,
    }
}

/// Takes out what some rule objects to once all weeks stand, and says so; returns what is found in the end.
fn drop_what_spoils(
    before: &Athlete,
    draft: &mut Athlete,
    context: &Context,
    weeks: &mut [LaidWeek],
) -> Vec<Finding> {
    let placed = weeks.iter().flat_map(|week| &week.placed);
    let newcomers = placed.map(|placed| NewSession {
        session: placed.session.id,
        date: placed.session.date,
        optional: placed.optional,
    });
    let newcomers = newcomers.collect();
    let ruling = guard::cleared(before, draft, context, newcomers);
    for objection in ruling.objections {
        for week in weeks.iter_mut() {
            let of_week = &mut week.placed;
            let Some(place) = of_week
                .iter()
                .position(|placed| placed.session.id == objection.session)
            else {
                continue;
            };
            let gone = of_week.remove(place);
            week.left_out.push(LeftOut {
                title: crate::load::title_of(&gone.session.plan, context.library),
                why: Why::Spoils(objection.message.clone()),
            });
        }
    }
    ruling.findings
}
