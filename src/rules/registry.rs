//! Every rule. A new one is its own file and its line here.

use super::rule::Rule;
use super::{
    availability, balance, content_mismatch, coverage, effort, exercise_order, exercise_variety,
    fatigue, hard_stack, keep_strength, key_runs_back_to_back, legs_48h, legs_after_key_run,
    legs_before_key_run, lift_before_run, load_step, long_run_time, no_cutback, no_easy_day,
    novice_ramp, off_policy_day, pain, race_week_legs, rest_between_sets, rest_day, same_day_gap,
    session_length, shared_day, short_sessions_at_volume, single_run_spike, strength_frequency,
    taper_volume, weekly_jump,
};

/// Every rule, in display order.
pub const RULES: &[Rule] = &[
    legs_before_key_run::RULE,
    lift_before_run::RULE,
    hard_stack::RULE,
    same_day_gap::RULE,
    shared_day::RULE,
    off_policy_day::RULE,
    legs_after_key_run::RULE,
    legs_48h::RULE,
    key_runs_back_to_back::RULE,
    no_easy_day::RULE,
    strength_frequency::RULE,
    keep_strength::RULE,
    short_sessions_at_volume::RULE,
    rest_day::RULE,
    session_length::RULE,
    novice_ramp::RULE,
    effort::RULE,
    rest_between_sets::RULE,
    load_step::RULE,
    coverage::RULE,
    balance::RULE,
    exercise_variety::RULE,
    content_mismatch::RULE,
    exercise_order::RULE,
    single_run_spike::RULE,
    weekly_jump::RULE,
    no_cutback::RULE,
    long_run_time::RULE,
    race_week_legs::RULE,
    taper_volume::RULE,
    availability::RULE,
    pain::RULE,
    fatigue::RULE,
];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
