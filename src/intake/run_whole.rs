//! Which of the lengths of a run is that of the whole, and which are its parts.

use crate::domain::{Meters, Step, StepKind, Target};

use super::amount::Amount;
use super::parts::{Position, RunPart};
use super::run_reader::RunWords;

/// Which of the parts is the whole, and what the others make of it.
#[derive(Default)]
pub(super) struct Whole {
    pub(super) distance: Option<f64>,
    pub(super) seconds: Option<f64>,
    /// The length of the whole, as it was said first.
    pub(super) length: Option<Amount>,
    pub(super) target: Option<Target>,
    pub(super) steps: Vec<Step>,
}

impl Whole {
    pub(super) fn of(words: &mut RunWords) -> Self {
        let mut whole = Self::default();
        let parts = std::mem::take(&mut words.parts);
        let lengths = whole_parts(&parts);
        let mut rest = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            if !lengths.contains(&at) {
                rest.push(part.clone());
                continue;
            }
            match part.amount {
                Some(Amount::Meters(meters)) => whole.distance = whole.distance.or(Some(meters)),
                Some(Amount::Seconds(seconds)) => whole.seconds = whole.seconds.or(Some(seconds)),
                None => {}
            }
            whole.length = whole.length.or(part.amount);
            whole.target = whole.target.or(part.target);
        }
        // A part at the beginning or the end of the whole leaves the rest as a step of its own.
        let mut ends = Vec::new();
        for part in &rest {
            if part.both_ends {
                part.steps(&mut ends);
                continue;
            }
            let remainder = remainder(part, &rest, &whole);
            if part.position == Some(Position::Last) {
                whole.steps.extend(remainder);
            }
            part.steps(&mut whole.steps);
            if part.position == Some(Position::First) {
                whole.steps.extend(remainder);
            }
        }
        for step in ends {
            whole.steps.insert(0, step);
            let kind = StepKind::CoolDown;
            whole.steps.push(Step { kind, ..step });
        }
        whole.warm_up_first();
        words.parts = parts;
        whole
    }

    /// `10 x 45 s hard, 20 min w/u + 15 min c/d`: the warm-up is run first, wherever it is written.
    fn warm_up_first(&mut self) {
        let mut warm_ups = (0..self.steps.len()).filter(|at| {
            self.steps
                .get(*at)
                .is_some_and(|step| step.kind == StepKind::WarmUp)
        });
        if let (Some(at), None) = (warm_ups.next(), warm_ups.next()) {
            let step = self.steps.remove(at);
            self.steps.insert(0, step);
        }
    }
}

/// What is left of the whole before its last, or behind its first kilometres.
fn remainder(part: &RunPart, rest: &[RunPart], whole: &Whole) -> Option<Step> {
    if rest.len() > 1 || part.counted {
        return None;
    }
    let left = match (part.amount?, whole.distance, whole.seconds) {
        (Amount::Meters(own), Some(all), _) if all > own => Amount::Meters(less(all, own)),
        (Amount::Seconds(own), _, Some(all)) if all > own => Amount::Seconds(all - own),
        _ => return None,
    };
    Some(Step::new(StepKind::Work, left.extent()))
}

/// A distance less another, in metres, as people would say it: what is left of fourteen miles after four is ten.
fn less(all: f64, part: f64) -> f64 {
    let left = Meters::new(all - part);
    let hundredths = (left.miles() * 100.0).round() / 100.0;
    let in_miles = Meters::from_miles(hundredths);
    if (in_miles.m() - left.m()).abs() < 1e-6 {
        in_miles.m()
    } else {
        (left.m() * 1000.0).round() / 1000.0
    }
}

/// The parts that say how long the whole is.
fn whole_parts(parts: &[RunPart]) -> Vec<usize> {
    let said: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].total).collect();
    if !said.is_empty() {
        return said;
    }
    let plain: Vec<usize> = (0..parts.len())
        .filter(|at| parts[*at].is_plain())
        .collect();
    let Some(&first) = plain.first() else {
        return Vec::new();
    };
    let leading = &parts[first];
    let others: Vec<&RunPart> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != first)
        .map(|(_, part)| part)
        .collect();
    if others.is_empty() {
        return vec![first];
    }
    // A distance and a time side by side say the same thing: 8 km (45 min).
    let twin = plain.get(1).copied().filter(|&other| {
        let other_part = &parts[other];
        let kinds_differ =
            leading.amount.map(Amount::is_distance) != other_part.amount.map(Amount::is_distance);
        kinds_differ
            && other == first + 1
            && other_part.style.is_none()
            && other_part.target.is_none()
            && other_part
                .kind
                .is_none_or(|kind| Some(kind) == leading.kind)
            && believable_together(leading.amount, other_part.amount)
    });
    let mut whole = vec![first];
    whole.extend(twin);
    let remaining: Vec<&RunPart> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| !whole.contains(at))
        .map(|(_, part)| part)
        .collect();
    // 20 mi, 4 mi easy, 12 mi at MP, 4 mi easy: what follows comes to the same as what stands first.
    let sum: Option<f64> = remaining
        .iter()
        .map(|part| {
            part.sum()
                .filter(|sum| Some(sum.is_distance()) == leading.amount.map(Amount::is_distance))
        })
        .map(|sum| sum.map(Amount::value))
        .sum();
    // What is run at a pace of its own is a part like the others: 20 min E + 10 min T + 5 min E + 5 min T.
    if first == 0
        && leading.target.is_none()
        && remaining.len() > 2
        && let (Some(sum), Some(whole_amount)) = (sum, leading.amount)
        && (sum - whole_amount.value()).abs() <= 0.01 * whole_amount.value()
    {
        return whole;
    }
    // "3 mile tempo @ 7:30 w/ 1 mile WU & CD": what is run at a pace is none of what is run before and after it.
    let is_end = |part: &&RunPart| part.role.is_some();
    if leading.target.is_some() && remaining.iter().all(is_end) {
        return Vec::new();
    }
    let within = |part: &&RunPart| part.inside || part.strides || part.position.is_some();
    if first == 0 && remaining.iter().all(within) && fits(leading, &remaining) {
        return whole;
    }
    // Fartlek (10x1'/1') 45': the only plain length behind what stands in brackets.
    if plain.len() == 1
        && first > 0
        && parts[..first]
            .iter()
            .all(|part| part.inside && part.counted)
        && leading.segment > parts[0].segment
        && !leading.inside
        && leading.kind.is_none()
        && leading.style.is_none()
    {
        return vec![first];
    }
    Vec::new()
}

/// A distance and a time that one person could run.
fn believable_together(one: Option<Amount>, other: Option<Amount>) -> bool {
    let ((Some(Amount::Meters(meters)), Some(Amount::Seconds(seconds)))
    | (Some(Amount::Seconds(seconds)), Some(Amount::Meters(meters)))) = (one, other)
    else {
        return false;
    };
    (150.0..=800.0).contains(&(seconds / meters * 1000.0))
}

/// What belongs to a whole is no longer than it.
fn fits(whole: &RunPart, parts: &[&RunPart]) -> bool {
    let Some(length) = whole.amount else {
        return true;
    };
    let sum: f64 = parts
        .iter()
        .filter(|part| !part.strides)
        .filter_map(|part| part.sum())
        .filter(|amount| amount.is_distance() == length.is_distance())
        .map(Amount::value)
        .sum();
    sum <= length.value() * 1.001
}
