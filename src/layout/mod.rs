//! Laying plans out on a calendar: whole programs, single weeks, and copies for other athletes.
//!
//! A program says what is trained in a week; the calendar says when. Everything here takes an athlete as they are and
//! gives edits with a report: what goes where and why, what was changed to fit, and what was left out and why. Nothing
//! that is planned already is moved, no new conflict comes, and nothing is put on a day on which the athlete cannot
//! train. The same input gives the same answer; identities of new sessions are an argument.
//!
//! # How a week is laid out
//!
//! [`place_week`] sets the week's sessions on the days they are meant for, holds everything that is there, and asks
//! [`arrange`](crate::rules::arrange) for the best places. What a day lacks in equipment or minutes is made up for
//! by other exercises and fewer sets. Then every session is judged where it stands; one that would bring a
//! conflict is left out by name. At the end the whole span is checked once more by all rules, since those about dose and
//! running volume look across weeks.

mod adapt;
mod copy;
mod guard;
mod open_days;
mod place;
mod placed;
mod placing;
mod program;
mod rescale;

#[cfg(test)]
mod conflict_tests;
#[cfg(test)]
mod copy_tests;
#[cfg(test)]
mod tests;

pub use adapt::{Adaptation, Equipping, cut_to, equipped, with_sets};
pub use copy::{Copied, CopyReport, Selection, What, copy_to, selected};
pub use place::place_week;
pub use placed::{LeftOut, Placed, PlacedWeek, WantedSession, Why};
pub use program::{LaidWeek, Layout, Options, lay_out};
pub use rescale::Difference;

use crate::domain::SessionId;

/// Where new identities come from. The core makes none itself: they are chance.
pub type NewId<'a> = &'a mut dyn FnMut() -> SessionId;
