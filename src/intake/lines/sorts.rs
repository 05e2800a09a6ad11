//! What sort of line it can be.

use chrono::Weekday;

use crate::domain::Kind;

use super::super::items::{Fate, Fragment, ItemKind};
use super::super::lexicon::Meaning;
use super::super::reading::Certainty;
use super::super::session::Draft;

/// A session that nobody placed on a day has no more words than this beside its figures.
const MOST_UNKNOWN: usize = 12;

/// What a line is.
pub(super) enum Sort {
    Blank,
    Legend,
    /// It explains a session that is named elsewhere.
    Explained,
    Week,
    Total,
    Day,
    Greeting,
    Plain,
}

/// A day that begins another session on the same line: `Mon easy 5; Tue: off`.
pub(super) fn begins_day(fragment: &Fragment, at: usize) -> bool {
    if !matches!(fragment.meaning(at), Some(Meaning::Day(_))) {
        return false;
    }
    let long = fragment.written(at, at + 1).chars().count() >= 3;
    let colon = fragment.is_sign(at + 1, ':') || fragment.is_sign(at + 1, '=');
    let parted = at == 0
        || matches!(
            fragment.items.get(at - 1).map(|item| &item.kind),
            Some(
                ItemKind::Sign(',' | ';' | '|' | '.' | '\n' | ':' | '•' | '/' | '-' | ')')
                    | ItemKind::Word(Meaning::And | Meaning::Filler)
            )
        );
    let capital = fragment.written(at, at + 1).starts_with(char::is_uppercase);
    // "Sat or Sun" and "Tue/Thu" are read together with the day before.
    let listed = at > 0 && matches!(fragment.meaning(at - 1), Some(Meaning::Or));
    !listed && (colon || (long && (parted || capital)))
}

pub(super) fn is_total(fragment: &Fragment, first: usize) -> bool {
    let total = |at: usize| fragment.is(at, &Meaning::Total);
    let leads = total(first) || (fragment.is(first, &Meaning::Week) && total(first + 1));
    let trails = fragment.figure(first).is_some()
        && fragment.len() <= first + 5
        && (first..fragment.len()).any(total)
        && !(first..fragment.len()).any(|at| {
            matches!(
                fragment.meaning(at),
                Some(Meaning::Kind(_) | Meaning::Times | Meaning::Run)
            )
        });
    let figure = (first..fragment.len()).any(|at| fragment.figure(at).is_some());
    (leads || trails) && figure && fragment.len() < 16
}

/// `Base phase`, `Taper`, alone on a line.
pub(super) fn is_phase(fragment: &Fragment, first: usize) -> bool {
    let phases = (first..fragment.len()).any(|at| fragment.is(at, &Meaning::Phase));
    let other = (first..fragment.len()).any(|at| {
        matches!(
            fragment.meaning(at),
            Some(Meaning::Kind(_) | Meaning::Unit(_) | Meaning::Times | Meaning::Run)
        )
    });
    phases && !other && fragment.len() <= first + 7
}

/// True when what was read from a line without a day is a session, and not a sentence that mentions one.
pub(super) fn is_session(fragment: &Fragment, drafts: &[Draft]) -> bool {
    let known = drafts
        .iter()
        .any(|draft| draft.certainty != Certainty::Note);
    let figures = drafts.iter().any(|draft| {
        draft.plan.duration.is_some()
            || !draft.plan.workout.exercises().is_empty()
            || draft
                .plan
                .run()
                .is_some_and(|run| run.distance.is_some() || !run.steps.is_empty())
    });
    let left = fragment
        .fates
        .iter()
        .zip(&fragment.items)
        .filter(|(fate, item)| **fate == Fate::Left && matches!(item.kind, ItemKind::Unknown))
        .count();
    let words = fragment.len();
    let leads_with_unknown = matches!(
        fragment.items.first().map(|item| &item.kind),
        Some(ItemKind::Unknown)
    );
    let most = if leads_with_unknown { 5 } else { MOST_UNKNOWN };
    known
        && ((figures && left <= most)
            || (words <= 8 && left <= 4 && !(leads_with_unknown && left > 2)))
}

/// True when sessions without days stand behind the number of a week: `Week 1: easy 5 km, tempo 3 km, long 8 km`.
pub(super) fn week_content(fragment: &Fragment, from: usize) -> bool {
    let kinds = (from..fragment.len())
        .filter(|at| matches!(fragment.meaning(*at), Some(Meaning::Kind(_) | Meaning::Run)))
        .count();
    let figures = (from..fragment.len())
        .filter(|at| fragment.figure(*at).is_some())
        .count();
    let colon = (0..=from).any(|at| fragment.is_sign(at, ':'));
    colon && kinds >= 1 && figures >= 1
}

/// The day behind the name of a session, and where it stands: "Strength A (Mon)", "Gym B - Thursday:". What is lifted
/// stands on the lines below it.
pub(super) fn day_behind(fragment: &Fragment, first: usize) -> Option<(Weekday, usize)> {
    let is_sign = |at: usize| {
        matches!(
            fragment.items.get(at).map(|item| &item.kind),
            Some(ItemKind::Sign(_))
        )
    };
    let is_day = |at: usize| matches!(fragment.meaning(at), Some(Meaning::Day(_)));
    let end = (first..fragment.len())
        .find(|at| fragment.is_sign(*at, '\n'))
        .unwrap_or(fragment.len());
    let last = (first..end).find(|at| is_day(*at))?;
    let Some(Meaning::Day(day)) = fragment.meaning(last) else {
        return None;
    };
    // Behind it stands nothing more, or it begins what stands in brackets: "Circuit (Wed, 3 rounds)".
    let closes = (last + 1..end).all(is_sign);
    let bracket = fragment.is_sign(last + 1, '(') || (last > 0 && fragment.is_sign(last - 1, '('));
    let opens = bracket && !(last + 1..end).any(is_day);
    if !closes && !opens {
        return None;
    }
    let lifts = matches!(
        fragment.meaning(first),
        Some(Meaning::Kind(Kind::Strength | Kind::Mobility) | Meaning::Region(_))
    );
    let apart =
        last > first && (is_sign(last - 1) || fragment.is_sign(last + 1, '(') || last + 1 == end);
    let bare = (first..last).all(|at| fragment.figure(at).is_none());
    let long = fragment.written(last, last + 1).chars().count() >= 2;
    (lifts && apart && bare && long && last <= first + MOST_WORDS_BEFORE_DAY)
        .then_some((*day, last))
}

/// The most words and signs between the name of a session and the day behind it.
const MOST_WORDS_BEFORE_DAY: usize = 6;

/// The first item behind bullets and signs of headings.
pub(super) fn bullets(fragment: &Fragment) -> usize {
    let mut at = 0;
    while matches!(
        fragment.items.get(at).map(|item| &item.kind),
        Some(ItemKind::Sign(
            '-' | '*' | '•' | '>' | '#' | '|' | '_' | '['
        ))
    ) {
        at += 1;
    }
    at
}
