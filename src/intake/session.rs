//! What a day's words say: one session, or several.

use chrono::NaiveTime;

use crate::domain::{
    CrossPlan, DayPart, Kind, Minutes, Plan, RecoveryStyle, RunKind, Start, Workout,
};

use super::amount::Amount;
use super::exercises::{clauses, lifted_sport, speaks_of_strength};
use super::figures::Setting;
use super::items::{Fate, Fragment, ItemKind};
use super::lexicon::Meaning;
use super::reading::{Certainty, Place};
use super::run::run;
use super::scan::Figure;
use super::strength::strength;

/// A session as its words were read.
pub(super) struct Draft {
    pub(super) plan: Plan,
    pub(super) certainty: Certainty,
    pub(super) place: Place,
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
    plan.note = tidy(&fragment.left_over(from, to));
    if plan.kind() == Kind::Note {
        plan.note = tidy(fragment.written(from, to));
        // What stays as it was written leaves nothing to be chosen.
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

/// A note without the signs that only joined it to what was read.
pub(super) fn tidy(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '•' | '|' | '=')
    })
    .to_owned()
}

fn skip_signs(fragment: &Fragment, mut from: usize, to: usize) -> usize {
    while from < to
        && let Some(ItemKind::Sign(sign)) = fragment.items.get(from).map(|item| &item.kind)
        && !matches!(
            sign,
            '(' | '[' | '@' | '+' | '"' | '#' | '~' | '>' | '<' | '='
        )
    {
        from += 1;
    }
    from
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
                // The words stand behind what they belong to.
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

/// `07:00`, `7am`, `18 Uhr` before a session.
fn start(fragment: &mut Fragment, from: usize, to: usize, part: Option<DayPart>) -> (Start, usize) {
    let plain = part.map_or(Start::Unset, Start::Part);
    let clock = |hour: u32, minute: u32| NaiveTime::from_hms_opt(hour, minute, 0).map(Start::Clock);
    let half = match fragment.meaning(from + 1) {
        Some(Meaning::Part(part)) => Some(*part),
        _ => None,
    };
    let hour_of = |hour: u32, half: Option<DayPart>| match half {
        Some(DayPart::Evening) if hour < 12 => hour + 12,
        Some(DayPart::Morning) if hour == 12 => 0,
        _ => hour,
    };
    let found = match fragment.figure(from) {
        Some(Figure::Clock {
            parts: [Some(hour), Some(minute), None],
        }) => {
            let next = from + 1 + usize::from(half.is_some());
            let uhr = matches!(fragment.written(next, next + 1), "Uhr" | "uhr");
            let next = next + usize::from(uhr);
            let kind = matches!(
                fragment.meaning(next),
                Some(Meaning::Kind(_) | Meaning::Run | Meaning::Sport(_) | Meaning::Region(_))
            ) || fragment.is_sign(next, '-')
                || fragment.is_sign(next, ':');
            // Behind a clock a kind or a figure follows; a clock alone is a length.
            let clear = half.is_some() || uhr || (kind && hour >= 4);
            (clear && next < to).then(|| (hour_of(hour, half), minute, next))
        }
        Some(Figure::Plain(value))
            if half.is_some() && value.fract() == 0.0 && (1.0..=12.0).contains(&value) =>
        {
            (from + 2 < to).then(|| (hour_of(value as u32, half), 0, from + 2))
        }
        Some(Figure::Plain(value))
            if matches!(fragment.written(from + 1, from + 2), "Uhr" | "uhr") && value < 24.0 =>
        {
            (from + 2 < to).then_some((value as u32, 0, from + 2))
        }
        _ => None,
    };
    match found {
        Some((hour, minute, next)) => {
            fragment.read(from, next);
            let start = clock(hour, minute).unwrap_or(plain);
            (start, skip_signs(fragment, next, to))
        }
        None => (plain, from),
    }
}

/// What a session is at heart; the families that are sessions of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Run,
    Strength,
    Mobility,
    Cross,
    Rest,
}

/// The family of the first word in a stretch that has one.
fn family(fragment: &Fragment, from: usize, to: usize) -> Option<(Family, usize)> {
    (from..to).find_map(|at| {
        if is_row(fragment, at) && is_rowed(fragment, from, to) {
            return Some((Family::Cross, at));
        }
        let family = match fragment.meaning(at)? {
            Meaning::Kind(Kind::Run(_)) if begins_exercise(fragment, at, to) => Family::Strength,
            // "Rudern 3x10" is lifted.
            Meaning::Kind(Kind::Cross) | Meaning::Sport(_) if is_lifted(fragment, at) => {
                Family::Strength
            }
            Meaning::Kind(Kind::Run(_))
            | Meaning::Run
            | Meaning::Parkrun
            | Meaning::RaceDistance(_) => Family::Run,
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
fn is_row(fragment: &Fragment, at: usize) -> bool {
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

/// The exercise that is also a machine for endurance.
const ROW: &str = "row";
/// From so many seconds on nobody means a set.
const LEAST_ROWING_SECONDS: f64 = 300.0;

/// True where a maximum is tested, with or without its exercise.
fn tests_strength(fragment: &Fragment, from: usize, to: usize) -> bool {
    (from..to).any(|at| fragment.tested_reps(at).is_some())
}

/// True when letters that mean a run begin the name of an exercise: the "SL" of "SL RDL".
fn begins_exercise(fragment: &Fragment, at: usize, to: usize) -> bool {
    let short = fragment.written(at, at + 1).chars().count() <= 3;
    let last = to.min(at + 4);
    let library = fragment.context.library;
    short && (at + 2..=last).any(|end| library.find(fragment.written(at, end)).is_some())
}

/// "50 min Z2": a length with an aim is a run, though no word says so.
fn runs_by_aim(fragment: &Fragment, from: usize, to: usize) -> Option<(Family, usize)> {
    let is_aim = |at: &usize| {
        matches!(
            fragment.meaning(*at),
            Some(Meaning::Zone | Meaning::HeartRate)
        )
    };
    let aim = (from..to).find(is_aim)?;
    let is_long = (from..to).any(|at| fragment.quantity(at, Setting::Whole).is_some());
    is_long.then_some((Family::Run, aim))
}

/// Cuts a stretch where a session of another family begins: `easy 8 km + gym`.
fn split(fragment: &Fragment, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut sessions: Vec<(usize, usize)> = Vec::new();
    let mut start = from;
    let mut own = None;
    let is_named = |first, last| {
        let named = fragment.context.named;
        named.explained(&name_of(fragment, first, last)).is_some()
    };
    let mut was_named = false;
    for (first, last) in clauses(fragment, from, to) {
        let here = family(fragment, first, last);
        // What is explained elsewhere is a session by itself: "Gym A + 4 mi easy".
        let named = is_named(first, last);
        if (named || was_named) && first > start {
            sessions.push((start, first));
            start = first;
            own = here;
            was_named = named;
            continue;
        }
        was_named = named;
        let Some((current, _)) = own else {
            own = here.or_else(|| runs_by_aim(fragment, first, last));
            continue;
        };
        let Some((next, at)) = here else { continue };
        let joined_by = first
            .checked_sub(1)
            .map(|at| fragment.items.get(at).map(|item| item.kind.clone()));
        let loosely = matches!(joined_by.flatten(), Some(ItemKind::Sign(',' | ':' | '.')));
        let figure = (first..last).any(|at| fragment.figure(at).is_some());
        let leads = at <= first + 2;
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
                said && (figure || !loosely)
            }
            _ => false,
        };
        if cuts {
            sessions.push((start, first));
            start = first;
            own = here;
        }
    }
    sessions.push((start, to));
    sessions
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

/// A stretch as a name: without brackets, and signs that join it to others. What stands in brackets behind it, such as
/// the time of day, is no part of it.
fn name_of(fragment: &Fragment, from: usize, to: usize) -> String {
    let is_sign = |c: char| c.is_whitespace() || "()[]+&.".contains(c);
    let written = fragment.written(from, to).trim_matches(is_sign);
    let name = written.split(['(', '[']).next().unwrap_or_default();
    tidy(name.trim_matches(is_sign))
}

/// The session that the plan explains elsewhere under this name: "Gym A".
fn explained(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let context = fragment.context;
    let name = name_of(fragment, from, to);
    let words = context.named.explained(&name)?;
    let mut explained = Fragment::new(words, 0, 0, context);
    let all = explained.len();
    let mut plan = strength(&mut explained, 0, all, Kind::Strength);
    if plan.workout.exercises().is_empty() {
        return None;
    }
    plan.title = name;
    let guesses: Vec<String> = explained
        .guesses
        .iter()
        .map(|guess| format!("“{}” as {}", guess.text, guess.read))
        .collect();
    if guesses.is_empty() {
        fragment.read(from, to);
    } else {
        let read = format!("what is explained, with {}", guesses.join(", "));
        fragment.guess(from, to, read, &[]);
    }
    Some(plan)
}

/// "10 km, legs heavy": a distance is no strength work, whatever the legs do.
fn is_run_with_region(fragment: &Fragment, from: usize, to: usize) -> bool {
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

/// A walk that is no part of a run.
fn walk(fragment: &mut Fragment, from: usize, to: usize) -> Option<Plan> {
    let walk = (from..to).find(|at| fragment.is(*at, &Meaning::Style(RecoveryStyle::Walk)))?;
    let alone = (from..to).all(|at| {
        !matches!(
            fragment.meaning(at),
            Some(
                Meaning::Kind(_)
                    | Meaning::Run
                    | Meaning::Style(RecoveryStyle::Jog)
                    | Meaning::Times
                    | Meaning::Strides
            )
        ) && !fragment.is_sign(at, '*')
    });
    let figures = (from..to)
        .filter(|at| fragment.quantity(*at, Setting::Whole).is_some())
        .count();
    if !alone || figures > 1 {
        return None;
    }
    fragment.read(walk, walk + 1);
    let mut plan = Plan::new(Workout::Cross(CrossPlan {
        sport: "walking".to_owned(),
        rpe: None,
    }));
    plan.duration = minutes(fragment, from, to);
    Some(plan)
}

fn cross(fragment: &mut Fragment, from: usize, to: usize) -> Plan {
    let mut sport = String::new();
    let mut rpe = None;
    for at in from..to {
        if is_row(fragment, at) && sport.is_empty() {
            "rowing".clone_into(&mut sport);
            fragment.read(at, at + 1);
        }
        match fragment.meaning(at).cloned() {
            Some(Meaning::Sport(name)) if sport.is_empty() => {
                sport = name;
                fragment.read(at, at + 1);
            }
            Some(Meaning::Kind(Kind::Cross)) => fragment.read(at, at + 1),
            Some(Meaning::Rpe) => {
                if let Some(aim) = fragment.exertion(at)
                    && let crate::domain::Target::Rpe(value) = fragment.take_aim(at, &aim)
                {
                    rpe = Some(value);
                }
            }
            _ => {}
        }
    }
    let mut plan = Plan::new(Workout::Cross(CrossPlan { sport, rpe }));
    plan.duration = minutes(fragment, from, to);
    plan
}

/// The first time in a stretch, for sessions that have nothing but a length.
fn minutes(fragment: &mut Fragment, from: usize, to: usize) -> Option<Minutes> {
    for at in from..to {
        let bare = |at: usize| {
            let lone = at == from
                || matches!(
                    fragment.meaning(at - 1),
                    Some(Meaning::Kind(_) | Meaning::Sport(_))
                );
            let value = fragment.count(at, 10..=300).filter(|_| lone)?;
            (fragment.unit(at + 1).is_none()
                && !fragment.is_sign(at + 1, '/')
                && !fragment.is_sign(at + 1, '%'))
            .then_some(value)
        };
        if let Some(found) = fragment.quantity(at, Setting::Whole) {
            if let Amount::Seconds(seconds) = found.amount {
                if let Amount::Seconds(seconds) = fragment.take(&found) {
                    if found.range {
                        for fate in fragment.fates.iter_mut().take(found.to).skip(found.from) {
                            *fate = Fate::Left;
                        }
                    }
                    return Some(Minutes((seconds / 60.0).round() as u32));
                }
                return Some(Minutes((seconds / 60.0).round() as u32));
            }
            continue;
        }
        if let Some(value) = bare(at) {
            fragment.guess(at, at + 1, format!("{value} min"), &[]);
            return Some(Minutes(value));
        }
    }
    None
}
