//! Sessions that stand under a name, read from where the plan explains them.

use crate::domain::{Kind, Plan};

use super::items::Fragment;
use super::strength::strength_in;
use super::tidy::tidy;

/// A stretch as a name: without brackets, and signs that join it to others. What stands in brackets behind it, such as
/// the time of day, is no part of it.
fn name_of(fragment: &Fragment, from: usize, to: usize) -> String {
    let is_sign = |c: char| c.is_whitespace() || "()[]+&.".contains(c);
    let written = fragment.written(from, to).trim_matches(is_sign);
    let name = written.split(['(', '[']).next().unwrap_or_default();
    tidy(name.trim_matches(is_sign))
}

/// True for a name that the plan explains elsewhere.
pub(super) fn is_explained(fragment: &Fragment, from: usize, to: usize) -> bool {
    let named = fragment.context.named;
    !named.is_empty() && named.lines_of(&name_of(fragment, from, to)).is_some()
}

/// The session that the plan explains elsewhere under this name: "Gym A". What is guessed there is asked about there,
/// where its place is known, and else at the name.
pub(super) fn explained(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let context = fragment.context;
    if context.named.is_empty() {
        return None;
    }
    let name = name_of(fragment, from, to);
    let lines = context.named.lines_of(&name)?;
    let mut parts: Vec<Fragment> = lines
        .iter()
        .map(|line| {
            let (piece, start) = line.place.unwrap_or_default();
            Fragment::new(&line.words, piece, start, context)
        })
        .collect();
    let mut plan = strength_in(&mut parts, Kind::Strength);
    if plan.workout.exercises().is_empty() {
        return None;
    }
    plan.title = name;
    let left = parts
        .iter()
        .map(|part| tidy(&part.left_over(0, part.len())));
    plan.note = left
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let guesses = parts.iter().flat_map(|part| part.guesses.iter().cloned());
    if lines.iter().all(|line| line.place.is_some()) {
        fragment.guesses.extend(guesses);
        fragment.read(from, to);
        return Some(plan);
    }
    let read: Vec<String> = guesses
        .map(|guess| format!("“{}” as {}", guess.text, guess.read))
        .collect();
    if read.is_empty() {
        fragment.read(from, to);
    } else {
        let read = format!("explained elsewhere, with {}", read.join(", "));
        fragment.guess(from, to, read, &[]);
    }
    Some(plan)
}
