//! Planning acts: what a coach or an athlete does to a plan, as edits, without a screen.
//!
//! Putting sessions on days and moving them, giving an exercise its usual dose, laying a template week out, logging a
//! session as it was planned, keeping the next loads in step with what was done, and placing a plan that came as text.
//! The window, the command line, importers and merges use the same functions, so that all of them do the same.
//!
//! Nothing here makes an identity up or reads a clock: new identities come from the caller, and so does the current
//! day.

mod bring_in;
mod exercise;
mod last;
mod log;
mod new_units;
mod next_loads;
mod outcome;
mod paste;
mod place;
mod plan_head;
mod race_days;
mod repeat;
mod restore;
mod template;

#[cfg(test)]
mod test_support;

pub use bring_in::{Arrival, Incoming, WeekChoice, bring_in, in_the_way};
pub use exercise::{
    add_exercise, add_exercise_to_day, exercise_plan, joined, prescription, takes_exercises,
};
pub use last::Last;
pub use log::{change_moving_time, done_as_planned, sets_to_do, status_by_sets};
pub use new_units::with_new_units;
pub use next_loads::{
    choose_progression, loads_after_merge, new_records, plan_after, transaction_with_next_loads,
    with_next_loads,
};
pub use outcome::{back_to_planned, locked, skipped};
pub use paste::{doubled, first_day, place_plan, replaced};
pub use place::{Moved, add, add_at, move_session, move_to, place_at, start_in};
pub use plan_head::PlanHead;
pub use race_days::transaction_with_race_days;
pub use repeat::{Obstacle, Repeat, repeat, repeats};
pub use restore::{restore_athlete, restore_library};
pub use template::{
    LaidTemplate, add_all, giving_way, last_day, lay_out, leaves_out, left_out, week_plans,
};

use crate::domain::SessionId;

/// Gives a session identity unlike any other, each time it is asked.
pub type NewId<'a> = &'a mut dyn FnMut() -> SessionId;
