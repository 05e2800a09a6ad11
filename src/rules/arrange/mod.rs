//! A better week: where the sessions of a week would stand best.
//!
//! The best arrangement has the fewest conflicts, of those the fewest cautions, then the fewest tips; then the fewest
//! moves, and at last the smallest ones. What is locked, done or past stays, and so do races, rest days and notes.
//! A session may go to the morning or the evening of any day of its week that the athlete can train on: never past
//! a day's minutes, never to a day without the equipment it needs, never over another session, never onto a day of
//! rest that the coach wrote down.
//!
//! # How it is found
//!
//! An arrangement counts what [`check`](crate::rules::check) finds in it, and nothing else. Sessions are placed one by
//! one, those that matter most first. What two sessions say about each other is asked of the rules once, and gives a
//! number of findings that no completion of a half-placed week can come below. Where that is no better than the best
//! week so far, the branch is cut; where a week is complete, `check` has the last word. So the answer is exact as long
//! as the bound never says too much: tests hold it against every arrangement of small weeks. No clock ends the search,
//! but a count of half-placed weeks, so that the same input gives the same answer everywhere.
//!
//! # Further rules
//!
//! The rules whose record says [`Placement::Decides`](super::Placement::Decides) decide. A rule that says so counts
//! exactly: it is asked about complete weeks. For speed, what it says about two sessions can be made part of the bound.
//! Rules about a week's dose do not belong there: no order of its days changes what a week contains.

mod better;
mod board;
mod cost;
mod day_limits;
mod explain;
mod lanes;
mod problem;
mod relax;
mod search;
mod seats;
mod span;
mod suggestion;

#[cfg(test)]
mod tests;

pub use super::tally::Tally;
pub use better::{best_arrangement, better_week};
pub use search::PROVEN;
pub use span::{ArrangedWeek, Span, better_weeks, seek_span};
pub use suggestion::{Gain, Gone, Move, Proof, Suggestion};
