//! The parts of a run as they are written, before they become steps.

use crate::domain::{RecoveryStyle, RunKind, Step, StepKind, Target};

use super::amount::Amount;

/// The most steps a run is written out to; nested repeats beyond it stay a note.
pub(super) const MOST_STEPS: usize = 120;

/// Where within the whole a part lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    First,
    Middle,
    Last,
}

/// A distance or time of a run with what is said of it, or a group of such that is repeated.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RunPart {
    pub(super) role: Option<StepKind>,
    pub(super) repeats: u32,
    /// True when repeats are said, even if it is one.
    pub(super) counted: bool,
    pub(super) amount: Option<Amount>,
    pub(super) target: Option<Target>,
    /// The figure that explains an aim in words: `MP (7:05)`.
    pub(super) figure: Option<Target>,
    pub(super) recovery: Option<(Amount, RecoveryStyle)>,
    /// How it is gone, when that is said: a walk, a jog.
    pub(super) style: Option<RecoveryStyle>,
    /// The kind of run it is said to be.
    pub(super) kind: Option<RunKind>,
    pub(super) strides: bool,
    /// True when it belongs to what was said before, as behind "with" and in parentheses.
    pub(super) inside: bool,
    /// True when it is both the warm-up and, as long again, the cool-down.
    pub(super) both_ends: bool,
    /// True when it is said to be the sum of everything.
    pub(super) total: bool,
    pub(super) position: Option<Position>,
    /// What is repeated, when that is more than one thing.
    pub(super) group: Vec<RunPart>,
    /// The items it was read from.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The stretch of text between commas it stands in.
    pub(super) segment: usize,
}

impl RunPart {
    pub(super) fn of(amount: Amount, from: usize, to: usize, segment: usize) -> Self {
        Self {
            role: None,
            repeats: 1,
            counted: false,
            amount: Some(amount),
            target: None,
            figure: None,
            recovery: None,
            style: None,
            kind: None,
            strides: false,
            inside: false,
            both_ends: false,
            total: false,
            position: None,
            group: Vec::new(),
            from,
            to,
            segment,
        }
    }

    /// A plain distance or time.
    pub(super) fn is_plain(&self) -> bool {
        !self.counted
            && self.role.is_none()
            && !self.strides
            && self.position.is_none()
            && self.group.is_empty()
    }

    /// True when it can be what one recovers with.
    pub(super) fn is_recovery(&self) -> bool {
        !self.counted
            && (self.style.is_some()
                || matches!(self.kind, Some(RunKind::Easy | RunKind::Recovery)))
    }

    /// This part and the next one, of which the second is the recovery, as one.
    pub(super) fn recovered_by(mut self, other: &Self) -> Self {
        if let Some(amount) = other.amount {
            self.recovery = Some((amount, other.style.unwrap_or_default()));
        }
        self.to = self.to.max(other.to);
        self
    }

    /// The steps it comes to. Nested repeats are written out; what lies between the rounds follows the last repeat.
    pub(super) fn steps(&self, into: &mut Vec<Step>) {
        if self.group.is_empty() {
            if let Some(amount) = self.amount {
                into.push(Step {
                    kind: self.role.unwrap_or_default(),
                    repeats: self.repeats.max(1),
                    extent: amount.extent(),
                    target: self.figure.or(self.target),
                    recovery: self.recovery.map(recovery),
                });
            }
            return;
        }
        for round in 1..=self.repeats {
            for part in &self.group {
                part.steps(into);
            }
            if round < self.repeats
                && let Some(between) = self.recovery
            {
                rest_after(into, between);
            }
            if into.len() > MOST_STEPS {
                return;
            }
        }
    }

    /// How far or long its work is altogether, in metres or seconds, when all of it is one of both.
    pub(super) fn sum(&self) -> Option<Amount> {
        let one = if self.group.is_empty() {
            self.amount?
        } else {
            let sums: Option<Vec<Amount>> = self.group.iter().map(Self::sum).collect();
            let sums = sums?;
            let first = *sums.first()?;
            let value: f64 = sums
                .iter()
                .filter(|amount| amount.is_distance() == first.is_distance())
                .map(|amount| amount.value())
                .sum();
            if first.is_distance() {
                Amount::Meters(value)
            } else {
                Amount::Seconds(value)
            }
        };
        let times = f64::from(self.repeats);
        Some(match one {
            Amount::Meters(meters) => Amount::Meters(meters * times),
            Amount::Seconds(seconds) => Amount::Seconds(seconds * times),
        })
    }
}

fn recovery((amount, style): (Amount, RecoveryStyle)) -> crate::domain::Recovery {
    crate::domain::Recovery {
        extent: amount.extent(),
        style,
    }
}

/// Puts the rest between two rounds behind the last repeat of the first.
fn rest_after(steps: &mut Vec<Step>, between: (Amount, RecoveryStyle)) {
    let Some(last) = steps.last_mut() else { return };
    if last.repeats > 1 {
        last.repeats -= 1;
        let alone = Step {
            repeats: 1,
            recovery: Some(recovery(between)),
            ..*last
        };
        steps.push(alone);
    } else {
        last.recovery = Some(recovery(between));
    }
}
