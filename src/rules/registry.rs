//! Every rule. A new one is its own file and its line here.

use super::rule::Rule;
use super::{
    availability, balance, bone_pain, content_mismatch, coverage, effort, exercise_order,
    exercise_variety, fatigue, hard_stack, heat, heavy_needs_technique, jumps_dose, keep_strength,
    key_runs_back_to_back, legs_48h, legs_after_key_run, legs_before_key_run, lift_before_run,
    lift_close_to_run, load_step, long_run_time, low_energy, marathon_taper, no_cutback,
    no_easy_day, novice_ramp, off_policy_day, pain, poor_recovery, race_week_legs,
    rest_between_sets, rest_day, return_after_break, same_day_gap, session_length, shared_day,
    short_sessions_at_volume, single_run_spike, strength_frequency, strength_rest_week,
    strength_too_light, taper_frequency, taper_volume, two_steps_at_once, weekly_jump,
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
    lift_close_to_run::RULE,
    strength_frequency::RULE,
    strength_rest_week::RULE,
    keep_strength::RULE,
    short_sessions_at_volume::RULE,
    rest_day::RULE,
    session_length::RULE,
    novice_ramp::RULE,
    heavy_needs_technique::RULE,
    strength_too_light::RULE,
    jumps_dose::RULE,
    effort::RULE,
    rest_between_sets::RULE,
    load_step::RULE,
    coverage::RULE,
    balance::RULE,
    exercise_variety::RULE,
    content_mismatch::RULE,
    exercise_order::RULE,
    single_run_spike::RULE,
    return_after_break::RULE,
    weekly_jump::RULE,
    two_steps_at_once::RULE,
    no_cutback::RULE,
    long_run_time::RULE,
    race_week_legs::RULE,
    taper_volume::RULE,
    taper_frequency::RULE,
    marathon_taper::RULE,
    heat::RULE,
    availability::RULE,
    pain::RULE,
    bone_pain::RULE,
    fatigue::RULE,
    poor_recovery::RULE,
    low_energy::RULE,
];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}
