//! What would have to give where no arrangement of a week is clear.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, DayAvailability, Exception, ExceptionKind, KeyMark, LegLoad, Session, Status, Workout,
};
use crate::load::Emphasis;
use crate::rules::context::Context;
use crate::rules::finding::Severity;
use crate::rules::timeline::Maxes;
use crate::rules::timeline::Timeline;
use crate::rules::timeline_entry::{TimelineEntry, is_race, shifted};
use crate::rules::wording::{dated, day};

use super::cost::{TIP, cost_of};
use super::lanes::Table;
use super::problem::Problem;
use super::search::{self, Solution};
use crate::rules::tally::Tally;

/// Half-placed weeks that are looked at for each constraint.
const WORK: usize = 400;

/// Constraints that are tried.
const MOST_CONSTRAINTS: usize = 16;
const NO_SINGLE_CHANGE: &str = "No single change makes this week clear: it asks for more hard sessions than its days \
                                can hold.";

const NO_CHANGE_OF_THE_REST: &str =
    "No single change to what is still to come makes this week clear.";
const ALL_PASSED: &str = "Its days have passed, and what stands on them stays.";

/// A constraint that could give.
enum Constraint {
    /// A session is locked.
    Locked(Arc<Session>),
    /// The athlete cannot train on a day, or not for long.
    Day(NaiveDate, DayAvailability),
    /// A session is as hard as it is.
    Hard(Arc<Session>),
}

/// What would have to give, in one sentence: the first constraint without which the week could be clear, else the
/// first without which its worst findings could go.
pub(super) fn hint(
    athlete: &Athlete,
    context: &Context,
    first: NaiveDate,
    maxes: &Maxes,
    solution: &Solution,
) -> String {
    let last = shifted(first, 6);
    let timeline = Timeline::new(athlete, context, first, last);
    let constraints = constraints(athlete, context, &timeline, first, last);
    let without_worst = without_worst(solution.tally);
    let mut second_best = None;
    for constraint in constraints.iter().take(MOST_CONSTRAINTS) {
        let is_below = |problem: &Problem, table: &Table, ceiling| {
            search::is_below(problem, table, ceiling, WORK)
        };
        let (clear, better) = constraint.released(athlete, context, first, maxes, |problem| {
            let table = Table::of(problem);
            let clear = is_below(problem, &table, TIP);
            let lesser = without_worst
                .as_ref()
                .filter(|_| !clear && second_best.is_none());
            (
                clear,
                lesser.is_some_and(|(ceiling, _)| is_below(problem, &table, *ceiling)),
            )
        });
        if clear {
            return constraint.sentence(&timeline, "the week can be clear");
        }
        if let Some((_, gain)) = without_worst.as_ref().filter(|_| better) {
            second_best = Some(constraint.sentence(&timeline, gain));
        }
    }
    second_best.unwrap_or_else(|| {
        let has_begun = || {
            let mut so_far = athlete.sessions.between(first, context.today).iter();
            so_far.any(|session| session.status.is_trained())
        };
        let why = match context.today {
            today if today > last => ALL_PASSED,
            today if today > first || today == first && has_begun() => NO_CHANGE_OF_THE_REST,
            _ => NO_SINGLE_CHANGE,
        };
        why.to_owned()
    })
}

/// The cost at which a week still has its worst findings, and how to say that they can go.
fn without_worst(tally: Tally) -> Option<(u64, String)> {
    let (worst, severity) = if tally.conflicts > 0 {
        let worst = Tally {
            conflicts: 1,
            ..Tally::default()
        };
        (worst, Severity::Conflict)
    } else if tally.cautions > 0 {
        let worst = Tally {
            cautions: 1,
            ..Tally::default()
        };
        (worst, Severity::Caution)
    } else {
        return None;
    };
    let word = severity.word().to_lowercase();
    Some((cost_of(worst), format!("the week can do without a {word}")))
}

/// What could give, the mildest change first: locks, days, and then how hard sessions are.
fn constraints(
    athlete: &Athlete,
    context: &Context,
    timeline: &Timeline,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Constraint> {
    let open = athlete
        .sessions
        .between(first, last)
        .iter()
        .filter(|session| {
            session.status == Status::Planned && session.date >= context.today && !is_race(session)
        });
    let locked = open.clone().filter(|session| session.locked);
    let days = (0..7)
        .map(|day| shifted(first, day))
        .filter(|&date| date >= context.today)
        .map(|date| (date, context.profile.availability.on(date)))
        .filter(|(_, day)| is_limited(day))
        .map(|(date, day)| Constraint::Day(date, day.clone()));
    let is_hard =
        |entry: &TimelineEntry| entry.legs().is_some() || entry.emphasis > Emphasis::Plain;
    let hard = open
        .clone()
        .filter(|session| entry_of(timeline, session).is_some_and(is_hard));
    locked
        .map(|session| Constraint::Locked(session.clone()))
        .chain(days)
        .chain(hard.map(|session| Constraint::Hard(session.clone())))
        .collect()
}

fn is_limited(day: &DayAvailability) -> bool {
    match day {
        DayAvailability::Unavailable => true,
        DayAvailability::Limited { minutes, gym, .. } => minutes.is_some() || !gym,
        DayAvailability::Free => false,
    }
}

/// What a limited day would have to have more of.
fn wanted(day: &DayAvailability) -> &'static str {
    match day {
        DayAvailability::Limited {
            minutes: None,
            gym: false,
            ..
        } => "the gym",
        DayAvailability::Limited { gym: false, .. } => "more time and the gym",
        _ => "more time",
    }
}

fn entry_of<'t>(timeline: &'t Timeline, session: &Session) -> Option<&'t TimelineEntry> {
    timeline
        .entries()
        .iter()
        .find(|entry| entry.id() == Some(session.id))
}

impl Constraint {
    /// What `ask` says of the week once this gives.
    fn released<T>(
        &self,
        athlete: &Athlete,
        context: &Context,
        first: NaiveDate,
        maxes: &Maxes,
        ask: impl FnOnce(&Problem) -> T,
    ) -> T {
        let mut relaxed = Athlete::new(athlete.id, athlete.profile.clone());
        relaxed.sessions = athlete.sessions.clone();
        let mut opened = None;
        match self {
            Self::Locked(session) => {
                change(&mut relaxed, session, |session| session.locked = false);
            }
            Self::Day(date, _) => {
                opened = Some(Exception {
                    from: *date,
                    to: *date,
                    kind: ExceptionKind::Other,
                    day: DayAvailability::Free,
                    note: String::new(),
                });
            }
            Self::Hard(session) => change(&mut relaxed, session, make_easy),
        }
        let profile = context.changed(|profile| profile.availability.exceptions.extend(opened));
        let context = context.with(&profile);
        ask(&Problem::of(&relaxed, &context, first, maxes))
    }

    fn sentence(&self, timeline: &Timeline, gain: &str) -> String {
        let named = |session: &Session| {
            entry_of(timeline, session).map_or_else(|| "a session".to_owned(), dated)
        };
        match self {
            Self::Locked(session) => format!("Unlock {}: free to move, {gain}.", named(session)),
            Self::Day(date, DayAvailability::Unavailable) => {
                format!(
                    "Make room on {}, which is not available: with it, {gain}.",
                    day(*date)
                )
            }
            Self::Day(date, limits) => {
                let wanted = wanted(limits);
                format!("Allow {wanted} on {}: with it, {gain}.", day(*date))
            }
            Self::Hard(session) if session.plan.key == KeyMark::Key => {
                format!(
                    "Take the key mark off {}: with that, {gain}.",
                    named(session)
                )
            }
            Self::Hard(session) if session.plan.strength().is_some() => {
                format!("Spare the legs in {}: with that, {gain}.", named(session))
            }
            Self::Hard(session) => {
                format!("Make {} an easy one: with that, {gain}.", named(session))
            }
        }
    }
}

/// Makes a session one that others do not feel; of one that the coach marked key, only the mark goes.
fn make_easy(session: &mut Session) {
    let was_marked = session.plan.key == KeyMark::Key;
    session.plan.key = KeyMark::NotKey;
    if was_marked {
        return;
    }
    if let Workout::Strength(plan) = &mut session.plan.workout {
        plan.leg_load_override = Some(LegLoad::None);
    }
}

fn change(athlete: &mut Athlete, session: &Session, change: impl FnOnce(&mut Session)) {
    let place = athlete.sessions.place(session.id).unwrap_or(usize::MAX);
    let mut changed = session.clone();
    change(&mut changed);
    athlete.sessions.put(Arc::new(changed), place);
}
