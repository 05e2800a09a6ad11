//! Strength and mobility sessions: exercises, region, load and length.

use crate::domain::{
    Kind, LegLoad, Minutes, MobilityPlan, Plan, Prescription, Region, Seconds, StrengthPlan,
    Workout,
};

use crate::library::known_exercise;

use super::amount::Amount;
use super::exercises::{Surroundings, clauses, exercise, is_label};
use super::figures::Setting;
use super::items::{Fate, Fragment};
use super::lexicon::Meaning;

/// Reads a strength session, or one of mobility.
pub(super) fn strength(fragment: &mut Fragment, from: usize, to: usize, kind: Kind) -> Plan {
    let mut found = Found::default();
    found.stretch(fragment, from, to);
    found.plan(kind)
}

/// Reads one that stands on several lines.
pub(super) fn strength_in(lines: &mut [Fragment], kind: Kind) -> Plan {
    let mut found = Found::default();
    for line in lines {
        let to = line.len();
        found.stretch(line, 0, to);
    }
    found.plan(kind)
}

/// From so many seconds on a time by itself is the length of the session; less is a rest or a set.
const SHORTEST_SESSION_SECONDS: f64 = 240.0;

/// From so many seconds on a time beside an exercise is the length of the session.
const LEAST_SESSION_SECONDS: f64 = 600.0;

#[derive(Default)]
struct Found {
    exercises: Vec<Prescription>,
    region: Option<Region>,
    leg_load: Option<LegLoad>,
    circuit: bool,
    rounds: Option<u32>,
    /// Seconds of work and of rest: `40s on / 20s off`.
    on_off: Option<(u32, u32)>,
    minutes: Option<Minutes>,
}

impl Found {
    fn stretch(&mut self, fragment: &mut Fragment, from: usize, to: usize) {
        for (from, to) in clauses(fragment, from, to) {
            self.clause(fragment, from, to);
        }
    }

    fn plan(self, kind: Kind) -> Plan {
        let workout = if kind == Kind::Mobility {
            Workout::Mobility(MobilityPlan {
                exercises: self.exercises,
            })
        } else {
            Workout::Strength(StrengthPlan {
                exercises: self.exercises,
                region: self.region,
                leg_load: self.leg_load,
                circuit: self.circuit,
                ..StrengthPlan::default()
            })
        };
        let mut plan = Plan::new(workout);
        plan.duration = self.minutes;
        plan
    }

    fn clause(&mut self, fragment: &mut Fragment, from: usize, to: usize) {
        let from = self.head(fragment, from, to);
        if from >= to {
            return;
        }
        let surroundings = Surroundings {
            rounds: self.rounds,
            on_off: self.on_off,
            strength: true,
            unlisted: true,
        };
        if let Some(found) = exercise(fragment, from, to, surroundings) {
            self.exercises.push(found);
            self.length_beside(fragment, from, to);
            return;
        }
        if self.rest(fragment, from, to) {
            return;
        }
        for at in from..to {
            if self.minutes.is_none()
                && let Some(found) = fragment.quantity(at, Setting::Whole)
                && matches!(found.amount, Amount::Seconds(seconds) if seconds >= SHORTEST_SESSION_SECONDS)
                && let Amount::Seconds(seconds) = fragment.take(&found)
            {
                self.minutes = Some(Minutes((seconds / 60.0).round() as u32));
            }
        }
        self.bare_minutes(fragment, from, to);
    }

    /// `40s on / 20s off`: how long each exercise of a circuit takes, and the rest behind it. Gives the item behind.
    fn work_and_rest(&mut self, fragment: &mut Fragment, from: usize) -> usize {
        let seconds = |at: usize, word: &str| {
            let found = fragment.quantity(at, Setting::Recovery)?;
            let Amount::Seconds(seconds) = found.amount else {
                return None;
            };
            let is_said = fragment
                .written(found.to, found.to + 1)
                .eq_ignore_ascii_case(word);
            (is_said && (5.0..=300.0).contains(&seconds)).then_some((seconds as u32, found.to + 1))
        };
        let Some((work, next)) = seconds(from, "on") else {
            return from;
        };
        let joint = usize::from(fragment.is_sign(next, '/') || fragment.is_sign(next, '-'));
        let Some((rest, to)) = seconds(next + joint, "off") else {
            return from;
        };
        self.on_off = Some((work, rest));
        self.circuit = true;
        fragment.read(from, to);
        to
    }

    /// `calf raise 3x15 (35-40 min)`: the time behind the last exercise, too long for a set, is that of the session.
    fn length_beside(&mut self, fragment: &mut Fragment, from: usize, to: usize) {
        for at in from..to {
            if self.minutes.is_some() || fragment.fates.get(at) != Some(&Fate::Left) {
                continue;
            }
            if let Some(found) = fragment.quantity(at, Setting::Whole)
                && matches!(found.amount, Amount::Seconds(seconds) if seconds >= LEAST_SESSION_SECONDS)
                && let Amount::Seconds(seconds) = fragment.take(&found)
            {
                self.minutes = Some(Minutes((seconds / 60.0).round() as u32));
                if found.range {
                    // What was said of the shorter end stays in the note.
                    fragment
                        .fates
                        .iter_mut()
                        .take(found.to)
                        .skip(found.from)
                        .for_each(|fate| *fate = Fate::Left);
                }
            }
        }
    }

    /// `rest 3 min` in a clause of its own is the rest of the exercise before it, and no length of the session.
    fn rest(&mut self, fragment: &mut Fragment, from: usize, to: usize) -> bool {
        let rests = |at: &usize| {
            matches!(
                fragment.meaning(*at),
                Some(Meaning::Kind(Kind::Rest) | Meaning::Recover)
            )
        };
        let Some(word) = (from..to).find(rests) else {
            return false;
        };
        let time = (from..to).find_map(|at| fragment.quantity(at, Setting::Recovery));
        let Some(Amount::Seconds(seconds)) = time.as_ref().map(|found| found.amount) else {
            return false;
        };
        let Some(last) = self.exercises.last_mut() else {
            return false;
        };
        if last.rest.is_none() && seconds <= 600.0 {
            last.rest = Some(Seconds(seconds as u32));
            fragment.read(word, word + 1);
            if let Some(found) = time {
                fragment.read(found.from, found.to);
            }
        }
        true
    }

    /// `core 15`: a figure behind a region is minutes, and a guess.
    fn bare_minutes(&mut self, fragment: &mut Fragment, from: usize, to: usize) {
        if self.minutes.is_some() || to - from != 1 {
            return;
        }
        if let Some(minutes) = fragment.count(from, 5..=150) {
            fragment.guess(from, to, format!("{minutes} min"), &[]);
            self.minutes = Some(Minutes(minutes));
        }
    }

    /// The words of a clause that speak of the whole session. Returns where the rest begins.
    fn head(&mut self, fragment: &mut Fragment, from: usize, to: usize) -> usize {
        let mut rest = from;
        let mut at = from;
        while at < to {
            let leads = at == rest;
            // "A1 front squat": the letter of a superset is no small word.
            if is_label(fragment, at, at + 2) {
                return rest;
            }
            match fragment.meaning(at).cloned() {
                Some(Meaning::Kind(Kind::Strength | Kind::Mobility)) => {
                    let written = fragment.written(at, at + 1).to_lowercase();
                    self.circuit |= written.contains("circuit")
                        || written.contains("zirkel")
                        || written.contains("circuito");
                    fragment.read(at, at + 1);
                }
                Some(Meaning::Region(region))
                    if names_no_exercise(fragment, at, to) && !is_dosed(fragment, at + 1) =>
                {
                    self.region = Some(match self.region {
                        Some(other) if other != region => Region::Full,
                        _ => region,
                    });
                    fragment.read(at, at + 1);
                }
                Some(Meaning::LegLoad(load)) if leads || self.region.is_some() => {
                    self.leg_load = Some(load);
                    fragment.read(at, at + 1);
                }
                Some(Meaning::Filler | Meaning::With) => {}
                _ if fragment.is_sign(at, '(')
                    || fragment.is_sign(at, ')')
                    || fragment.is_sign(at, ',')
                    || fragment.is_sign(at, '-') => {}
                _ => {
                    let behind = self.work_and_rest(fragment, at);
                    if behind > at {
                        at = behind;
                        rest = at;
                        continue;
                    }
                    if let Some(rounds) = fragment.count(at, 1..=20)
                        && (fragment.is(at + 1, &Meaning::Rounds)
                            || (fragment.is(at + 1, &Meaning::Times) && at + 2 >= to))
                    {
                        self.rounds = Some(rounds);
                        self.circuit = true;
                        fragment.read(at, at + 2);
                        at += 2;
                        rest = at;
                        continue;
                    }
                    // `x 3 rounds` at the end of a list applies to the whole list.
                    if fragment.is(at, &Meaning::Times)
                        && let Some(rounds) = fragment.count(at + 1, 2..=20)
                        && (fragment.is(at + 2, &Meaning::Rounds) || at + 2 == to)
                        && leads
                    {
                        self.rounds = Some(rounds);
                        self.circuit = true;
                        for exercise in &mut self.exercises {
                            exercise.sets = crate::domain::Count::exactly(rounds);
                        }
                        fragment.read(at, (at + 3).min(to));
                        return to;
                    }
                    return rest;
                }
            }
            at += 1;
            rest = at;
        }
        rest
    }
}

/// A word such as "calves" or "full" can be the beginning of an exercise's name.
fn names_no_exercise(fragment: &Fragment, at: usize, to: usize) -> bool {
    let library = fragment.context.library;
    let last = to.min(at + 5);
    // "gainage 3x45s": with a dose right behind it, a region that is the name of an exercise as well is that.
    let is_dosed = fragment.count(at + 1, 1..=20).is_some()
        && (fragment.is(at + 2, &Meaning::Times) || fragment.is_sign(at + 2, '*'));
    let is_exercise = is_dosed && known_exercise(fragment.written(at, at + 1), library).is_some();
    !is_exercise && !(at + 2..=last).any(|end| library.find(fragment.written(at, end)).is_some())
}

/// True where sets and repetitions stand: "calves 3x15" is an exercise, and "calves" what a session is for.
fn is_dosed(fragment: &Fragment, at: usize) -> bool {
    fragment.count(at, 1..=10).is_some()
        && fragment.is(at + 1, &Meaning::Times)
        && fragment.count(at + 2, 1..=60).is_some()
}
