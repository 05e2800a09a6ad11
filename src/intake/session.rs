//! What a day's words say: one session, or several.

use crate::domain::{DayPart, Kind, Plan, RunKind, Start, Workout};

use super::clock::{clock_behind, skip_signs, start};
use super::cross::{cross, walk};
use super::exercises::speaks_of_strength;
use super::explained::explained;
use super::family::{Family, family, is_run_with_region, split, tests_strength};
use super::items::{Fate, Fragment, ItemKind};
use super::lexicon::Meaning;
use super::reading::{Certainty, SourceSpan};
use super::run::run;
use super::strength::strength;
use super::tidy::tidy;

/// A session as its words were read.
pub(super) struct Draft {
    pub(super) plan: Plan,
    pub(super) certainty: Certainty,
    pub(super) place: SourceSpan,
}

/// Reads all sessions of a fragment from one item on. What nobody understands becomes a note on the day.
pub(super) fn sessions(fragment: &mut Fragment, from: usize) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (from, to, part) in day_parts(fragment, from) {
        for (from, to) in split(fragment, from, to) {
            if let Some(draft) = session(fragment, from, to, part) {
                drafts.push(draft);
            }
        }
    }
    drafts
}

fn session(
    fragment: &mut Fragment,
    from: usize,
    to: usize,
    part: Option<DayPart>,
) -> Option<Draft> {
    let from = skip_signs(fragment, from, to);
    if from >= to {
        return None;
    }
    let before = fragment.guesses.len();
    let (start, from) = start(fragment, from, to, part);
    let start = match start {
        Start::Clock(_) => start,
        Start::Unset | Start::Part(_) => clock_behind(fragment, from, to).unwrap_or(start),
    };
    let understood = workout(fragment, from, to);
    let mut certainty = match understood {
        Some(_) if fragment.guesses.len() > before => Certainty::Guessed,
        Some(_) => Certainty::Sure,
        None => Certainty::Note,
    };
    let mut plan = understood.unwrap_or_else(|| Plan::new(Workout::Note));
    if plan.kind() == Kind::Note {
        certainty = Certainty::Note;
    }
    plan.start = start;
    // A session that is explained elsewhere has its own note.
    let notes = [
        std::mem::take(&mut plan.note),
        tidy(&fragment.left_over(from, to)),
    ];
    plan.note = notes
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    if plan.kind() == Kind::Note {
        plan.note = tidy(fragment.written(from, to));
        // A text that is kept as written has no guesses to choose from.
        fragment.guesses.truncate(before);
        for fate in fragment.fates.iter_mut().take(to).skip(from) {
            *fate = Fate::Left;
        }
        if plan.note.is_empty() {
            return None;
        }
    }
    Some(Draft {
        plan,
        certainty,
        place: fragment.place(from, to),
    })
}

/// The stretches for morning and evening. Without such words everything is one stretch.
fn day_parts(fragment: &mut Fragment, from: usize) -> Vec<(usize, usize, Option<DayPart>)> {
    let to = fragment.len();
    let part_at = |fragment: &Fragment, at: usize| match fragment.meaning(at) {
        // "7 am" is a clock time, and belongs to its session.
        Some(Meaning::Part(part)) if fragment.figure(at.wrapping_sub(1)).is_none() || at == 0 => {
            Some(*part)
        }
        _ => None,
    };
    let found: Vec<(usize, DayPart)> = (from..to)
        .filter_map(|at| Some((at, part_at(fragment, at)?)))
        .collect();
    let first = skip_signs(fragment, from, to);
    let first = if fragment.is(first, &Meaning::Double) {
        fragment.read(first, first + 1);
        skip_signs(fragment, first + 1, to)
    } else {
        first
    };
    let distinct = found.iter().any(|(_, part)| *part == DayPart::Morning)
        && found.iter().any(|(_, part)| *part == DayPart::Evening);
    match found.as_slice() {
        [] => vec![(first, to, None)],
        [(at, part)]
            if *at == first
                || *at + 1 == to
                || (fragment.is_sign(at + 1, ')') && *at + 2 >= to) =>
        {
            fragment.read(*at, at + 1);
            vec![(first, to, Some(*part))]
        }
        [(at, part)] => {
            // easy 6 km, evening: gym
            let follows = fragment.is_sign(at + 1, ':')
                || matches!(
                    fragment.items.get(at - 1).map(|item| &item.kind),
                    Some(
                        ItemKind::Sign(',' | ';' | '\n' | '/' | '+') | ItemKind::Word(Meaning::And)
                    )
                );
            if !follows {
                return vec![(first, to, None)];
            }
            fragment.read(*at, at + 1);
            vec![(first, *at, None), (at + 1, to, Some(*part))]
        }
        several if distinct => {
            for (at, _) in several {
                fragment.read(*at, at + 1);
            }
            if several.first().is_some_and(|(at, _)| *at == first) {
                let ends = several.iter().skip(1).map(|(at, _)| *at).chain([to]);
                several
                    .iter()
                    .zip(ends)
                    .map(|((at, part), end)| (at + 1, end, Some(*part)))
                    .collect()
            } else {
                // A word about the time of day follows the session that it belongs to.
                let mut start = first;
                let mut stretches = Vec::new();
                for (at, part) in several {
                    stretches.push((start, *at, Some(*part)));
                    start = at + 1;
                }
                if start < to {
                    stretches.push((start, to, None));
                }
                stretches
            }
        }
        _ => vec![(first, to, None)],
    }
}

/// Reads the workout of one session.
fn workout(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    if let Some(plan) = explained(fragment, from, to) {
        return Some(plan);
    }
    let family = family(fragment, from, to);
    if let Some((Family::Rest, at)) = family
        && rests(fragment, from, at, to)
    {
        return Some(rest(fragment, at, to));
    }
    if from + 1 == to && matches!(fragment.meaning(from), Some(Meaning::Recover)) {
        fragment.read(from, to);
        return Some(Plan::new(Workout::Rest));
    }
    match family.map(|(family, _)| family) {
        _ if tests_strength(fragment, from, to) => {
            Some(strength(fragment, from, to, Kind::Strength))
        }
        Some(Family::Strength) if !is_run_with_region(fragment, from, to) => {
            Some(strength(fragment, from, to, Kind::Strength))
        }
        Some(Family::Mobility) => Some(strength(fragment, from, to, Kind::Mobility)),
        Some(Family::Cross) => Some(cross(fragment, from, to)),
        // An exercise and its dose say what is meant whatever other words stand there: "3x12 calf raises, easy".
        _ if speaks_of_strength(fragment, from, to, false) => {
            Some(strength(fragment, from, to, Kind::Strength))
        }
        _ => {
            if let Some(plan) = walk(fragment, from, to).or_else(|| run(fragment, from, to)) {
                return Some(plan);
            }
            // Sets and repetitions of what is no run and not in the library.
            speaks_of_strength(fragment, from, to, true)
                .then(|| strength(fragment, from, to, Kind::Strength))
        }
    }
}

/// True when a word for rest is the whole message and no recovery between repeats.
fn rests(fragment: &Fragment, from: usize, at: usize, to: usize) -> bool {
    let before = (from..at).any(|at| fragment.figure(at).is_some());
    let run = (at + 1..to).any(|at| {
        matches!(fragment.meaning(at), Some(Meaning::Kind(Kind::Run(kind))) if !matches!(kind, RunKind::Easy | RunKind::Recovery))
    });
    !before && !run
}

fn rest(fragment: &mut Fragment, at: usize, to: usize) -> Plan {
    fragment.read(at, at + 1);
    // "Rest or cross-train", "Rest or 3 miles easy": what may be done instead stays in the note.
    let alternative = (at + 1..to).find(|at| {
        matches!(fragment.meaning(*at), Some(Meaning::Or)) || fragment.is_sign(*at, '/')
    });
    if let Some(or) = alternative
        && or + 1 < to
    {
        let other = tidy(fragment.written(or + 1, to));
        if fragment.guess(at, at + 1, "rest".to_owned(), std::slice::from_ref(&other)) == 1 {
            let plan = workout(fragment, or + 1, to);
            if let Some(plan) = plan {
                return plan;
            }
        }
        for item in or..to {
            if let Some(fate) = fragment.fates.get_mut(item) {
                *fate = Fate::Left;
            }
        }
    }
    Plan::new(Workout::Rest)
}
