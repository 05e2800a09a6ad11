//! A whole season from a race: phases, runs and strength for 4 to 24 weeks, with a reason for every session.
//!
//! # How it is built
//!
//! The weeks get their phases first, with a cutback every fourth and a taper before the race (Bosquet 2007). Each
//! week then gets a distance that the weeks before it allow, and days for its long run, its quality, its easy runs
//! and its strength: all arrangements are weighed, with a feeling for what the rules want. The runs are
//! placed, and every strength session is put where [`verdicts`](crate::rules::verdicts) finds least against it. At the
//! end all rules look at the whole season together; what they object to by more than a tip is made easier or taken out
//! and named with the reason.
//!
//! The same input gives the same season; identities of new sessions are an argument.

mod arrange;
mod below_long;
mod build;
mod comeback;
mod day_capacity;
mod days;
mod draft;
mod eased;
mod easy;
mod filling;
mod growth;
mod least_run;
mod lighter;
mod long_run;
mod long_share;
mod measure;
mod outcome;
mod paces;
mod phase;
mod program_choice;
mod purpose;
mod quality;
mod quality_choice;
mod quality_dose;
mod race;
mod race_move;
mod request;
mod runs;
mod settle;
mod share;
mod steps;
mod strength;
mod strength_block;
mod strength_words;
mod targets;
mod volume;

#[cfg(test)]
mod tests;

pub use build::build;
pub use outcome::{Season, SeasonWeek, UnmetWish};
pub use program_choice::{ProgramChoice, suggested};
pub use purpose::{WeekPurpose, purposes};
pub use race_move::{moved_race, moving};
pub use request::{
    Existing, FEWEST_WEEKS, MOST_STRENGTH, MOST_WEEKS, Refusal, RequestField, SeasonRequest,
};
