//! Better weeks in a row: each arranged against the one before it as it will be then.

use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Stamp};
use crate::edit::apply;
use crate::rules::check::check;
use crate::rules::context::Context;
use crate::rules::timeline::Timeline;
use crate::rules::timeline_entry::shifted;

use super::better::{better_week, only_placement};
use super::suggestion::{Move, Proof, Suggestion};
use crate::rules::tally::Tally;

/// One week of a span.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrangedWeek {
    /// Its first day.
    pub first: NaiveDate,
    /// What is found as the sessions stand, in this week and the others.
    pub before: Tally,
    /// What is found once the moves of this week and of those before it are made.
    pub after: Tally,
    /// What is found in it then besides, by the rules that no move can satisfy. It is in neither of the two others.
    pub stays: Tally,
    /// The moves, in an order in which they can be made.
    pub moves: Vec<Move>,
    /// How sure it is that nothing better exists.
    pub proof: Proof,
    /// Where no arrangement is clear: what would have to give, in one sentence.
    pub relax: Option<String>,
}

/// Weeks in a row, as far as they were looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The weeks, in order.
    pub weeks: Vec<ArrangedWeek>,
    /// What is found in all of them as the sessions stand.
    pub before: Tally,
    /// What is found in all of them once all moves are made.
    pub after: Tally,
    /// What is found then besides, by the rules that no move can satisfy: those on what is in the sessions, and on how much
    /// there is of it. It is in neither of the two others.
    pub stays: Tally,
}

/// Arranges some weeks from `first_day`, one after the other: every session stays in its week. `told` hears of each
/// week as soon as it is found, and may end the search there.
pub fn seek_span(
    athlete: &Athlete,
    context: &Context,
    first_day: NaiveDate,
    weeks: u32,
    mut told: impl FnMut(&ArrangedWeek) -> ControlFlow<()>,
) -> Span {
    let mut arranged = Athlete::new(athlete.id, athlete.profile.clone());
    arranged.sessions = athlete.sessions.clone();
    let mut found: Vec<ArrangedWeek> = Vec::new();
    for week in 0..u64::from(weeks) {
        let Some(first) = first_day.checked_add_days(Days::new(7 * week)) else {
            break;
        };
        let suggestion = better_week(&arranged, context, first);
        for change in &suggestion.moves {
            apply(&mut arranged, &change.edits, Stamp::default());
        }
        let week = ArrangedWeek {
            first,
            before: tally(athlete, context, first, 1),
            after: suggestion.after,
            stays: all(&arranged, context, first, 1).without(suggestion.after),
            moves: suggestion.moves,
            proof: suggestion.proof,
            relax: suggestion.relax,
        };
        let ends = told(&week).is_break();
        found.push(week);
        if ends {
            break;
        }
    }
    let count = found.len();
    let after = tally(&arranged, context, first_day, count);
    Span {
        weeks: found,
        before: tally(athlete, context, first_day, count),
        after,
        stays: all(&arranged, context, first_day, count).without(after),
    }
}

/// What the rules that decide where sessions stand find in some weeks.
fn tally(athlete: &Athlete, context: &Context, first_day: NaiveDate, weeks: usize) -> Tally {
    let profile = only_placement(context);
    all(athlete, &context.with(&profile), first_day, weeks)
}

/// What is found in some weeks.
fn all(athlete: &Athlete, context: &Context, first_day: NaiveDate, weeks: usize) -> Tally {
    let last = shifted(first_day, 7 * weeks as i64 - 1);
    let timeline = Timeline::new(athlete, context, first_day, last);
    Tally::of(&check(&timeline, context))
}

/// A better arrangement of some weeks from `first_day` as one suggestion.
pub fn better_weeks(
    athlete: &Athlete,
    context: &Context,
    first_day: NaiveDate,
    weeks: u32,
) -> Suggestion {
    let span = seek_span(athlete, context, first_day, weeks, |_| {
        ControlFlow::Continue(())
    });
    let mut all = Suggestion {
        before: span.before,
        after: span.after,
        moves: Vec::new(),
        proof: Proof::Optimal,
        relax: None,
    };
    for week in span.weeks {
        let named = |hint| {
            let first = context.dates.long_day_month(week.first);
            format!("Week of {first}: {hint}")
        };
        all.relax = all.relax.or(week.relax.map(named));
        // Even if each week is the best, they need not be so together, unless nothing was moved.
        if week.proof == Proof::BestFound || (weeks > 1 && !week.moves.is_empty()) {
            all.proof = Proof::BestFound;
        }
        all.moves.extend(week.moves);
    }
    all
}
