//! What people have logged elsewhere, brought into an athlete's calendar.
//!
//! Files are read by `import`; here is what they are read into, [`Activity`], and how that meets what is there:
//! [`bring_in`] works out what would be added, joined to a planned session, or is known already, and reports it.
//! Nothing changes before the report's edits are applied.

mod activity;
mod added_exercises;
mod bring_in;
mod calendar;
mod completing;
mod draining;
mod dumbbell_names;
mod dumbbells;
mod effort;
mod exercise_names;
mod log_words;
mod matched_names;
mod merge_reply;
mod plan_words;
mod reading;
mod recipient;
mod relink;
mod reply;
mod report;
mod run_kind;
mod same;
mod session_of;
mod told_effort;

#[cfg(test)]
mod listed_names_tests;
#[cfg(test)]
mod unseen_names_tests;
#[cfg(test)]
mod written_names_tests;

pub use activity::{Activity, InUtc, RecordedExercise, Sport};
pub use added_exercises::{added_exercises, exercise_like};
pub use bring_in::bring_in;
pub use dumbbell_names::{is_single, programs_that_leave_dumbbells_open};
pub use effort::LoggedEffort;
pub use exercise_names::{ExerciseMatch, match_exercise};
pub use log_words::log_words;
pub use plan_words::plan_words;
pub use reading::{Answers, DayOrder, FileContents, FileHistory, Need, Skipped};
pub use recipient::{BringIn, sender_of};
pub use reply::{Reply, SessionReply};
pub use report::{FileReport, HistoryReport, PairedLoads, Remark, UnknownExercise, UntoldRuns};
pub use run_kind::named_kind;
