//! Copying planned weeks of one athlete to another.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Kind, RunKind, Session, SessionId, Stamp, Status};
use crate::edit::{Edit, apply};
use crate::load::{duration_of, title_of};
use crate::rules::{Context, Finding, Severity};

use super::NewId;
use super::adapt::{Adaptation, Equipping};
use super::guard::{self, NewSession};
use super::open_days::open_days;
use super::place::settle_on;
use super::placed::{LeftOut, Placed, WantedSession, Why};
use super::rescale::{Difference, rescaled};

/// What is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// First day of the first week.
    pub first: NaiveDate,
    /// How many weeks.
    pub weeks: u32,
    /// Which sessions of them.
    pub what: What,
    /// Whether what is planned for the other athlete in these weeks gives way. What is locked or done stays.
    pub replace: bool,
}

/// Which sessions are copied. Races are never: they are the athlete's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum What {
    /// All.
    #[default]
    All,
    /// Strength alone.
    Strength,
    /// Runs and cross-training alone.
    Runs,
    /// What a program laid out.
    Program(String),
}

impl What {
    fn holds(&self, session: &Session) -> bool {
        match self {
            Self::All => true,
            Self::Strength => session.kind() == Kind::Strength,
            Self::Runs => matches!(session.kind(), Kind::Run(_) | Kind::Cross),
            Self::Program(id) => {
                let origin = session.origin.as_ref();
                origin.is_some_and(|origin| origin.source == *id)
            }
        }
    }
}

/// A session as it was copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Copied {
    /// The session at its place.
    pub session: Session,
    /// The day it would have had, where it had to move.
    pub moved_from: Option<NaiveDate>,
    /// What is different about loads, paces and heart rates.
    pub differences: Vec<Difference>,
    /// What was changed so that it fits the day.
    pub changes: Vec<Adaptation>,
    /// The worst finding that it brings.
    pub worst: Option<Severity>,
    /// Why it stands there, or what it brings.
    pub reason: String,
}

/// What copying would do for one athlete.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CopyReport {
    /// The copies, by date.
    pub copied: Vec<Copied>,
    /// What could not be copied.
    pub left_out: Vec<LeftOut>,
    /// Planned sessions that give way.
    pub replaced: Vec<SessionId>,
    /// What the rules find with the copies that they did not find before; no conflict is among it.
    pub findings: Vec<Finding>,
    /// The edits of this athlete.
    pub edits: Vec<Edit>,
}

/// The sessions of an athlete that a selection holds, by date.
pub fn selected(source: &Athlete, selection: &Selection) -> Vec<Arc<Session>> {
    let days = u64::from(selection.weeks) * 7;
    let Some(last) = days
        .checked_sub(1)
        .map(|days| selection.first + Days::new(days))
    else {
        return Vec::new();
    };
    let within = source.sessions.between(selection.first, last).iter();
    within
        .filter(|session| session.kind() != Kind::Run(RunKind::Race))
        .filter(|session| !matches!(session.status, Status::Skipped { .. } | Status::Missed))
        .filter(|session| selection.what.holds(session))
        .cloned()
        .collect()
}

/// Copies planned halves to another athlete: to the same days where they are free for it, rescaled to what the other
/// lifts and runs, with what they have at hand.
pub fn copy_to(
    source: &Athlete,
    target: &Athlete,
    context: &Context,
    selection: &Selection,
    new_id: NewId,
) -> CopyReport {
    let mut sessions = selected(source, selection);
    sessions.sort_by_key(|session| {
        // What can stay on its day goes first. Of what has to look for another, the longest chooses first: an easy run is
        // sooner done without than a long one.
        let is_closed = open_days(target, context, session.date)
            .first()
            .is_none_or(|day| day.date != session.date);
        let minutes = duration_of(&session.plan, &source.profile).value.0;
        let week = week_within(selection.first, session.date);
        (
            week,
            is_closed,
            if is_closed {
                Reverse(minutes)
            } else {
                Reverse(0)
            },
        )
    });
    let mut draft = Athlete::new(target.id, target.profile.clone());
    draft.sessions = target.sessions.clone();
    let replaced = if selection.replace {
        giving_way(target, context, selection)
    } else {
        Vec::new()
    };
    let removals: Vec<Edit> = replaced.iter().copied().map(Edit::Remove).collect();
    apply(&mut draft, &removals, Stamp::default());
    let mut before = Athlete::new(target.id, target.profile.clone());
    before.sessions = draft.sessions.clone();
    let mut report = CopyReport {
        replaced,
        ..CopyReport::default()
    };
    for session in &sessions {
        if session.date < context.today {
            report.left_out.push(LeftOut {
                title: title_of(&session.plan, context.library),
                why: Why::Past,
            });
            continue;
        }
        let from = (source, session.date);
        let (plan, differences) =
            rescaled(&session.plan, from, (target, session.date), context.library);
        let id = new_id();
        if matches!(session.kind(), Kind::Rest | Kind::Note | Kind::Mobility) {
            let copied = quiet(&draft, session, plan, id);
            report.copied.extend(copied.map(|session| {
                apply(&mut draft, &[Edit::put(session.clone())], Stamp::default());
                as_copied(session)
            }));
            continue;
        }
        let wish = WantedSession {
            plan,
            day: None,
            optional: false,
            origin: session.origin.clone(),
        };
        let week = week_within(selection.first, session.date);
        let equipping = Equipping::ByDay;
        let brought = report.copied.iter().map(|copied| {
            let day = copied.moved_from.unwrap_or(copied.session.date);
            (copied.session.id, day)
        });
        let brought: Vec<(SessionId, NaiveDate)> = brought.collect();
        match settle_on(
            &mut draft,
            context,
            week,
            (&wish, &brought),
            session.date,
            equipping,
            id,
        ) {
            Ok(placed) => report.copied.push(copied(session, placed, differences)),
            Err(why) => report.left_out.push(LeftOut {
                title: title_of(&session.plan, context.library),
                why,
            }),
        }
    }
    drop_what_spoils(&before, &mut draft, context, &mut report);
    let puts = report
        .copied
        .iter()
        .map(|copied| Edit::put(copied.session.clone()));
    report.edits = removals.into_iter().chain(puts).collect();
    report
}

/// The first day of the week of a selection that a date belongs to.
fn week_within(first: NaiveDate, date: NaiveDate) -> NaiveDate {
    let days = (date - first).num_days().max(0).unsigned_abs();
    first + Days::new(days / 7 * 7)
}

fn giving_way(target: &Athlete, context: &Context, selection: &Selection) -> Vec<SessionId> {
    let planned = selected(
        target,
        &Selection {
            what: match &selection.what {
                What::Program(_) => What::Strength,
                what => what.clone(),
            },
            ..selection.clone()
        },
    );
    let open = planned.iter().filter(|session| {
        session.status == Status::Planned && !session.locked && session.date >= context.today
    });
    open.map(|session| session.id).collect()
}

/// Rest, notes and mobility load nothing: they keep their day, and a day of rest is not put over training.
fn quiet(
    draft: &Athlete,
    session: &Session,
    plan: crate::domain::Plan,
    id: SessionId,
) -> Option<Session> {
    let is_taken = !draft.sessions.on(session.date).is_empty();
    if session.kind() == Kind::Rest && is_taken {
        return None;
    }
    Some(Session::planned(id, session.date, plan, Stamp::default()))
}

fn as_copied(session: Session) -> Copied {
    Copied {
        session,
        moved_from: None,
        differences: Vec::new(),
        changes: Vec::new(),
        worst: None,
        reason: String::new(),
    }
}

fn copied(original: &Session, placed: Placed, differences: Vec<Difference>) -> Copied {
    let moved = placed.session.date != original.date;
    let differences = differences
        .into_iter()
        .filter(|difference| happens(difference, &placed.changes))
        .collect();
    Copied {
        moved_from: moved.then_some(original.date),
        differences,
        changes: placed.changes,
        worst: placed.worst,
        reason: placed.reason,
        session: placed.session,
    }
}

/// True for what is still so once an exercise was swapped or left out: what was worked out for it is gone with it.
fn happens(difference: &Difference, changes: &[Adaptation]) -> bool {
    let about = match difference {
        Difference::Load { exercise, .. }
        | Difference::LoadKept { exercise, .. }
        | Difference::MaxUnknown { exercise } => exercise,
        Difference::Pace { .. }
        | Difference::PaceKept(_)
        | Difference::HeartRate { .. }
        | Difference::HeartRateKept(_) => return true,
    };
    !changes.iter().any(|change| match change {
        Adaptation::Swapped { from, .. } => from == about,
        Adaptation::Dropped { exercise } => exercise == about,
        Adaptation::Shortened { .. } | Adaptation::FewerSets { .. } => false,
    })
}

/// Takes out what some rule objects to once everything stands.
fn drop_what_spoils(
    before: &Athlete,
    draft: &mut Athlete,
    context: &Context,
    report: &mut CopyReport,
) {
    let newcomers = report.copied.iter().map(|copied| NewSession {
        session: copied.session.id,
        date: copied.session.date,
        optional: false,
    });
    let newcomers = newcomers.collect();
    let ruling = guard::cleared(before, draft, context, newcomers);
    for objection in ruling.objections {
        let mut all = report.copied.iter();
        let Some(place) = all.position(|copied| copied.session.id == objection.session) else {
            continue;
        };
        let gone = report.copied.remove(place);
        report.left_out.push(LeftOut {
            title: title_of(&gone.session.plan, context.library),
            why: Why::Spoils(objection.message),
        });
    }
    report.findings = ruling.findings;
    report.copied.sort_by_key(|copied| copied.session.date);
}
