//! Where one exercise ends and the next begins.

use super::super::items::{Fragment, ItemKind};
use super::super::lexicon::{Meaning, Unit};
use crate::library::known_exercise;

/// True for the `A1` of "A1. trap bar deadlift".
pub(in crate::intake) fn is_label(fragment: &Fragment, start: usize, at: usize) -> bool {
    start + 2 == at
        && fragment.written(start, start + 1).chars().count() == 1
        && fragment.count(start + 1, 1..=9).is_some()
        && fragment.glued(start + 1)
}

/// True for the letter right behind repetitions: `3x8e`.
pub(super) fn is_each(fragment: &Fragment, at: usize) -> bool {
    fragment.glued(at)
        && fragment.written(at, at + 1).eq_ignore_ascii_case("e")
        && at
            .checked_sub(1)
            .is_some_and(|before| fragment.number(before).is_some())
}

/// The most repetitions of a set in a list within brackets; more are metres.
const MOST_REPS: u32 = 60;

/// True for brackets that hold several doses with commas between them.
fn holds_exercises(fragment: &Fragment, bracket: usize, to: usize) -> bool {
    let is_end = |at: &usize| fragment.is_sign(*at, ')') || fragment.is_sign(*at, ']');
    let end = (bracket + 1..to).find(is_end).unwrap_or(to);
    let is_dose = |at: usize| {
        fragment.count(at, 1..=MOST_REPS).is_some()
            && fragment.is(at + 1, &Meaning::Times)
            && fragment.count(at + 2, 1..=MOST_REPS).is_some()
            && matches!(fragment.unit(at + 3), None | Some((Unit::Second, _)))
    };
    let is_part = |at: usize| fragment.is_sign(at, ',') || fragment.is_sign(at, ';');
    let mut doses = 0;
    let mut parts = 0;
    for at in bracket + 1..end {
        doses += usize::from(is_dose(at));
        parts += usize::from(is_part(at) && doses > 0);
    }
    doses >= 2 && parts >= 1
}

/// The most items of a name before a colon.
const LONGEST_NAME: usize = 5;

/// True where a colon parts the name of an exercise from its sets.
fn names_dose(fragment: &Fragment, start: usize, colon: usize) -> bool {
    let is_bullet = |at: usize| {
        fragment.is_sign(at, '-') || fragment.is_sign(at, '•') || fragment.is_sign(at, '*')
    };
    let mut first = start;
    while is_bullet(first) {
        first += 1;
    }
    if is_label(fragment, first, first + 2) {
        first += 2;
    }
    let mut figure = colon + 1;
    while is_bullet(figure) {
        figure += 1;
    }
    let is_count = fragment.count(figure, 1..=MOST_REPS).is_some();
    let sets = |at: usize| {
        fragment.is_sign(at, '*')
            || fragment.is_sign(at, '-')
            || matches!(
                fragment.meaning(at),
                Some(Meaning::Times | Meaning::Sets | Meaning::Reps | Meaning::To)
            )
    };
    let is_word =
        first < colon && matches!(fragment.meaning(colon - 1), Some(Meaning::Exercise(_)));
    let library = fragment.context.library;
    let longest = first.max(colon.saturating_sub(LONGEST_NAME));
    let is_known = || {
        (longest..colon)
            .any(|from| known_exercise(fragment.written(from, colon), library).is_some())
    };
    is_count && sets(figure + 1) && (is_word || is_known())
}

/// The clauses of a stretch of items: what stands between commas, semicolons, line breaks and bullets.
pub(in crate::intake) fn clauses(
    fragment: &Fragment,
    from: usize,
    to: usize,
) -> Vec<(usize, usize)> {
    let mut clauses = Vec::new();
    let mut start = from;
    let mut depth = 0_i32;
    for at in from..to {
        let splits = match fragment.items.get(at).map(|item| &item.kind) {
            // "Legs (squat 4x6, deadlift 3x5)": a list within brackets is a list.
            Some(ItemKind::Sign('(' | '[')) if depth == 0 && holds_exercises(fragment, at, to) => {
                true
            }
            Some(ItemKind::Sign('(' | '[')) => {
                depth += 1;
                false
            }
            Some(ItemKind::Sign(')' | ']')) if depth == 0 => true,
            Some(ItemKind::Sign(')' | ']')) => {
                depth -= 1;
                false
            }
            // "Back squat: 3 sets of 5": what stands before the colon is the name of what is done.
            Some(ItemKind::Sign(':')) if depth <= 0 && names_dose(fragment, start, at) => false,
            // "(3 rounds: 30 s plank, 15 dead bugs)": what a colon announces within brackets is a list of its own.
            Some(ItemKind::Sign(':')) => {
                depth = 0;
                true
            }
            Some(ItemKind::Sign(';' | '\n' | '•' | '|')) => true,
            // "BW+10kg"
            Some(ItemKind::Sign('+') | ItemKind::Word(Meaning::And))
                if at > from && fragment.is(at - 1, &Meaning::Bodyweight) && fragment.glued(at) =>
            {
                false
            }
            Some(ItemKind::Sign('+')) => {
                depth <= 0 && fragment.items.get(at).is_some_and(|item| item.spaced)
            }
            Some(ItemKind::Sign('/')) => {
                fragment.items.get(at).is_some_and(|item| item.spaced) && !fragment.glued(at + 1)
            }
            Some(ItemKind::Sign('.')) => {
                !fragment.glued(at + 1) && at > start + 1 && !is_label(fragment, start, at)
            }
            // "3x8e": an Italian and, but right behind a figure it is short for each.
            Some(ItemKind::Word(Meaning::And)) if is_each(fragment, at) => false,
            Some(ItemKind::Sign(',') | ItemKind::Word(Meaning::And)) => depth <= 0,
            _ => false,
        };
        if splits {
            if at > start {
                clauses.push((start, at));
            }
            start = at + 1;
        }
    }
    if to > start {
        clauses.push((start, to));
    }
    clauses
}
