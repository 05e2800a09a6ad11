//! What a stretch of words is at heart, and where one session ends and the next begins.

use crate::domain::Kind;
use crate::library::known_exercise;

use super::exercises::{ROW, clauses, lifted_sport, speaks_of_strength};
use super::explained::is_explained;
use super::figures::Setting;
use super::items::{Fragment, ItemKind};
use super::lexicon::Meaning;

/// What a session is at heart; the families that are sessions of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Run,
    Strength,
    Mobility,
    Cross,
    Rest,
}

/// The family of the first word in a stretch that has one.
pub(super) fn family(fragment: &Fragment, from: usize, to: usize) -> Option<(Family, usize)> {
    (from..to).find_map(|at| {
        if is_row(fragment, at) && is_rowed(fragment, from, to) {
            return Some((Family::Cross, at));
        }
        let family = match fragment.meaning(at)? {
            Meaning::Kind(Kind::Run(_)) if begins_exercise(fragment, at, to) => Family::Strength,
            // "Rudern 3x10" is lifted, and so are "walking lunges".
            Meaning::Kind(Kind::Cross) | Meaning::Sport(_)
                if is_lifted(fragment, at) || begins_longer_name(fragment, at, to) =>
            {
                Family::Strength
            }
            Meaning::Kind(Kind::Run(_))
            | Meaning::Run
            | Meaning::Parkrun
            | Meaning::RaceDistance(_) => Family::Run,
            Meaning::Region(_) if fragment.limits_heart_rate(at) => return None,
            Meaning::Kind(Kind::Strength) | Meaning::Region(_) | Meaning::Exercise(_) => {
                Family::Strength
            }
            Meaning::Kind(Kind::Mobility) => Family::Mobility,
            Meaning::Kind(Kind::Cross) | Meaning::Sport(_) => Family::Cross,
            Meaning::Kind(Kind::Rest) => Family::Rest,
            _ => return None,
        };
        Some((family, at))
    })
}

/// True for a sport that is also the name of an exercise, with sets and repetitions behind it.
fn is_lifted(fragment: &Fragment, at: usize) -> bool {
    fragment.count(at + 1, 1..=10).is_some()
        && fragment.is(at + 2, &Meaning::Times)
        && fragment.count(at + 3, 1..=30).is_some()
        && fragment.unit(at + 4).is_none()
        && lifted_sport(fragment, at).is_some()
}

/// True for "row 20 min": the exercise of that name is done in sets, and minutes alone are those of the machine.
fn is_rowed(fragment: &Fragment, from: usize, to: usize) -> bool {
    let has_sets = |at: usize| {
        fragment.is_sign(at, '*')
            || matches!(
                fragment.meaning(at),
                Some(Meaning::Times | Meaning::Sets | Meaning::Reps)
            )
    };
    let lasts = |at: usize| {
        let found = fragment.quantity(at, Setting::Whole);
        found.is_some_and(|found| {
            !found.amount.is_distance() && found.amount.value() >= LEAST_ROWING_SECONDS
        })
    };
    (from..to).any(lasts) && !(from..to).any(has_sets)
}

/// True for the name of that exercise, standing by itself.
pub(super) fn is_row(fragment: &Fragment, at: usize) -> bool {
    match fragment.meaning(at) {
        Some(Meaning::Exercise(id)) => id.as_str() == ROW,
        Some(_) => false,
        None => {
            let found = fragment.context.library.find(fragment.written(at, at + 1));
            let is_word = fragment.figure(at).is_none();
            is_word && found.is_some_and(|exercise| exercise.id.as_str() == ROW)
        }
    }
}

/// Seconds from which a time is not a set.
const LEAST_ROWING_SECONDS: f64 = 300.0;

/// True where a maximum is tested, with or without its exercise.
pub(super) fn tests_strength(fragment: &Fragment, from: usize, to: usize) -> bool {
    (from..to).any(|at| fragment.tested_reps(at).is_some())
}

/// True where a word and the one behind it are the name of an exercise: "walking lunges".
fn begins_longer_name(fragment: &Fragment, at: usize, to: usize) -> bool {
    let library = fragment.context.library;
    let is_named = |end: usize| known_exercise(fragment.written(at, end), library).is_some();
    (at + 2..=to.min(at + 3)).any(is_named)
}

/// True when letters that mean a run begin the name of an exercise: the "SL" of "SL RDL".
fn begins_exercise(fragment: &Fragment, at: usize, to: usize) -> bool {
    let short = fragment.written(at, at + 1).chars().count() <= 3;
    let last = to.min(at + 4);
    let library = fragment.context.library;
    short && (at + 2..=last).any(|end| library.find(fragment.written(at, end)).is_some())
}

/// "50 min Z2", "8 km": a length with an aim is a run, and so is a way of a kilometre or more, though no word says so.
fn runs_unsaid(fragment: &Fragment, from: usize, to: usize) -> Option<(Family, usize)> {
    // "E 6 + gym"
    let lettered = matches!(fragment.written(from, from + 1), "E" | "L")
        && fragment.figure(from + 1).is_some();
    let recovers = fragment.number(from).is_some() && fragment.is(from + 1, &Meaning::Recover);
    if fragment.goes_far(from) || has_letter(fragment, from) || recovers || lettered {
        return Some((Family::Run, from));
    }
    let is_aim = |at: &usize| {
        matches!(
            fragment.meaning(*at),
            Some(Meaning::Zone | Meaning::HeartRate | Meaning::Pace(_))
        ) || is_tempo(fragment, *at)
    };
    let aim = (from..to).find(is_aim)?;
    let is_long = (from..to).any(|at| fragment.quantity(at, Setting::Whole).is_some());
    is_long.then_some((Family::Run, aim))
}

/// "3E + lift", "6 E + 4 strides": Daniels' letter behind a figure says that it is run.
fn has_letter(fragment: &Fragment, at: usize) -> bool {
    let behind = fragment
        .quantity(at, Setting::Whole)
        .map_or(at + 1, |found| found.to);
    fragment.figure(at).is_some() && fragment.legend_pace(behind, false).is_some()
}

/// True for the word that means a tempo run as well as a pace in some languages: "Tempo 20 min".
fn is_tempo(fragment: &Fragment, at: usize) -> bool {
    fragment.is(at, &Meaning::PaceWord)
        && fragment.written(at, at + 1).eq_ignore_ascii_case("tempo")
}

/// What one of several clauses is at heart. An exercise with its dose is strength work though no word says so, wherever
/// its name stands: "squat 3x5", "3x10 lunges".
fn family_of_clause(fragment: &mut Fragment, from: usize, to: usize) -> Option<(Family, usize)> {
    let said = family(fragment, from, to);
    match said {
        None | Some((Family::Strength, _)) if speaks_of_strength(fragment, from, to, false) => {
            Some((Family::Strength, from))
        }
        _ => said,
    }
}

/// Cuts a stretch where a session of another family begins: `easy 8 km + gym`.
pub(super) fn split(fragment: &mut Fragment, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut sessions: Vec<(usize, usize)> = Vec::new();
    let mut start = from;
    let mut own = None;
    let mut was_named = false;
    let clauses = clauses(fragment, from, to);
    if clauses.len() < 2 {
        return vec![(from, to)];
    }
    for (first, last) in clauses {
        let here = family_of_clause(fragment, first, last);
        // A session that is explained elsewhere stands by itself: "Gym A + 4 mi easy".
        let named = is_explained(fragment, first, last);
        if (named || was_named) && first > start {
            sessions.push((start, first));
            start = first;
            own = here;
            was_named = named;
            continue;
        }
        was_named = named;
        let Some((current, _)) = own else {
            // "Tempo: 20 min": what says the length stands behind the colon.
            own = here
                .or_else(|| runs_unsaid(fragment, first, last))
                .or_else(|| runs_unsaid(fragment, start, last));
            continue;
        };
        let joined_by = first
            .checked_sub(1)
            .map(|at| fragment.items.get(at).map(|item| item.kind.clone()));
        let loosely = matches!(joined_by.flatten(), Some(ItemKind::Sign(',' | ':' | '.')));
        // "squat 3x5, then 5 km"
        let lifts = matches!(current, Family::Strength | Family::Mobility);
        let unsaid = || runs_unsaid(fragment, first, last).filter(|_| lifts && !loosely);
        let Some((next, at)) = here.or_else(unsaid) else {
            continue;
        };
        let figure = (first..last).any(|at| fragment.figure(at).is_some());
        let leads = at <= first + 2;
        // "5 mi easy, strength: squat 3x10": a word that a colon follows is the head of what comes.
        let figure = figure || fragment.is_sign(last, ':');
        let cuts = match (current, next) {
            (a, b) if a == b || a == Family::Rest || b == Family::Rest => false,
            // A word about stretching afterwards is a word to the athlete; ten minutes of it are a session.
            (_, Family::Mobility)
            | (Family::Mobility, Family::Strength)
            | (Family::Strength, Family::Cross) => figure && leads,
            (Family::Run, Family::Strength | Family::Cross) | (Family::Cross, Family::Strength) => {
                leads && (!loosely || figure)
            }
            (Family::Strength | Family::Mobility | Family::Cross, Family::Run) => {
                let said = matches!(fragment.meaning(at), Some(Meaning::Kind(_)));
                (said && (figure || !loosely)) || (here.is_none() && leads)
            }
            _ => false,
        };
        if cuts {
            sessions.push((start, first));
            start = first;
            own = Some((next, at));
        }
    }
    sessions.push((start, to));
    sessions
}

/// "10 km, legs heavy": a distance is no strength work, whatever the legs do.
pub(super) fn is_run_with_region(fragment: &Fragment, from: usize, to: usize) -> bool {
    let first =
        (from..to).find(|at| fragment.meaning(*at).is_some() || fragment.figure(*at).is_some());
    let Some(first) = first else { return false };
    let far = fragment
        .quantity(first, Setting::Whole)
        .is_some_and(|found| found.amount.is_distance() && found.amount.value() >= 1000.0);
    let runs = (from..to).any(|at| {
        matches!(
            fragment.meaning(at),
            Some(Meaning::Kind(Kind::Run(_)) | Meaning::Run)
        )
    });
    far || (runs
        && fragment.figure(first).is_some()
        && !matches!(fragment.meaning(first), Some(Meaning::Region(_))))
}
