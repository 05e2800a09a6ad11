//! The week checker: one file a rule, a timeline in, findings out.
//!
//! A rule is its own file and its line in `registry`: what it watches, what is known, where it counts and how its findings
//! are resolved stand in its record.

pub mod arrange;
mod breach_book;
pub mod breaches;
mod check;
mod checker;
pub mod checkup;
mod clear;
pub mod context;
mod easier;
pub mod effect;
mod equipment;
pub mod evidence;
mod experience;
pub mod finding;
pub mod fix;
mod lifts;
mod lighter;
mod lookback;
mod races;
mod registry;
mod remedy;
mod resolution;
pub mod rule;
mod running_history;
pub mod source;
pub mod tally;
pub mod threshold;
pub mod timeline;
pub mod timeline_entry;
pub mod verdict;
mod week;
mod wording;

mod hard_stack;
mod key_runs_back_to_back;
mod legs_48h;
mod legs_after_key_run;
mod legs_before_key_run;
mod lift_before_run;
mod lift_close_to_run;
mod no_easy_day;
mod off_policy_day;
mod same_day_gap;
mod shared_day;

mod balance;
mod content_mismatch;
mod coverage;
mod effort;
mod exercise_order;
mod exercise_variety;
mod heavy_needs_technique;
mod jumps_dose;
mod keep_strength;
mod load_step;
mod novice_ramp;
mod rest_between_sets;
mod rest_day;
mod session_length;
mod short_sessions_at_volume;
mod strength_frequency;
mod strength_rest_week;
mod strength_too_light;

mod heat;
mod long_run_time;
mod marathon_taper;
mod no_cutback;
mod race_week_legs;
mod return_after_break;
mod single_run_spike;
mod taper_frequency;
mod taper_volume;
mod two_steps_at_once;
mod weekly_jump;

mod availability;
mod bone_pain;
mod fatigue;
mod low_energy;
mod pain;
mod poor_recovery;

#[cfg(test)]
mod tests;

pub use breach_book::BreachBook;
#[cfg(test)]
use breaches::breaches;
pub use breaches::{Breach, breaches_in};
pub use check::{accept, check};
pub use checkup::{WeekFindings, checkup};
pub use context::Context;
pub use effect::{DayEffect, Effect, SessionEffect, effect};
pub use equipment::{is_equipped, is_missing, substitute};
pub use evidence::{Certainty, Citation, Evidence};
pub use experience::first_weeks;
pub use finding::{Finding, Severity};
pub use fix::{fixes, in_stead_of, shorter_strength};
pub use registry::{RULES, rule};
pub use resolution::Fix;
pub use rule::{Placement, Rule, RuleGroup};
pub use source::Source;
pub use tally::Tally;
pub use threshold::Threshold;
pub use timeline::Timeline;
pub use timeline_entry::{Role, Subject, TimelineEntry};
pub use verdict::{Companion, Verdict, added, verdicts, verdicts_together};
