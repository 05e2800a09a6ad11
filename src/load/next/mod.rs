//! What to lift next time: the advice that follows from what was done, with its reason.
//!
//! The rules are those of the sources: double progression, a ramp of sets and 2–5 % a week (003), a cycle of six weeks
//! that starts over from the new estimated maximum (003), and the body's own weight first (002). All of them keep
//! repetitions in reserve, round to what the athlete owns, and take 10 % off after two failures in a row.

mod advise;
mod body;
mod changed;
mod cycle;
mod easing;
mod follow;
mod history;
mod rules;

pub use advise::{advise, rule_of, usual_rule};
pub use follow::renewed;

#[cfg(test)]
mod tests;
