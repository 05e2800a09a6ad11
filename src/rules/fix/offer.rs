//! The fixes of a finding: each remedy of its rule tried out.

use crate::domain::Athlete;
use crate::rules::context::Context;
use crate::rules::finding::Finding;
use crate::rules::registry::rule;
use crate::rules::remedy::Remedy;
use crate::rules::resolution::Fix;

use super::repair::Repair;

/// The most new findings of a fix that is offered beside one without any.
const WORTH_OFFERING: usize = 1;

/// The fixes of a finding, best first, computed on demand. What makes something worse elsewhere stands last and names
/// it in its [`Fix::worse`]; where it brings several findings and another fix brings none, it is not offered. Applying
/// one removes the finding and adds no conflict. None touches a session of a day that has passed, nor puts one there.
pub fn fixes(finding: &Finding, athlete: &Athlete, context: &Context) -> Vec<Fix> {
    let Some(rule) = rule(finding.rule) else {
        return Vec::new();
    };
    let Some(repair) = Repair::of(rule, finding, athlete, context) else {
        return Vec::new();
    };
    let remedies = rule.remedies.iter();
    let mut fixes: Vec<Fix> = remedies
        .flat_map(|remedy| try_out(&repair, *remedy))
        .collect();
    fixes.sort_by_key(|fix| (!fix.worse.is_empty()).then_some(fix.after));
    if fixes.first().is_some_and(|best| best.worse.is_empty()) {
        fixes.retain(|fix| fix.worse.len() <= WORTH_OFFERING);
    }
    fixes
}

fn try_out(repair: &Repair, remedy: Remedy) -> Vec<Fix> {
    match remedy {
        Remedy::Move => repair.moves(),
        Remedy::Lighten => repair.lightened(),
        Remedy::SwapForUpper => repair.swapped_for_upper().into_iter().collect(),
        Remedy::SwapForEasy => repair.swapped_for_easy().into_iter().collect(),
        Remedy::SwapOrder => repair.swapped_order().into_iter().collect(),
        Remedy::SetTimes => repair.times_set().into_iter().collect(),
        Remedy::MakeUpper => repair.made_upper(),
        Remedy::MakeEasy => repair.made_easy(),
        Remedy::EaseIn => repair.eased_in().into_iter().collect(),
        Remedy::KeepReserve => repair.with_reserve().into_iter().collect(),
        Remedy::RestLonger => repair.rested().into_iter().collect(),
        Remedy::LowerLoad => repair.lowered().into_iter().collect(),
        Remedy::TrimUpper => repair.upper_trimmed().into_iter().collect(),
        Remedy::Relabel => repair.relabelled().into_iter().collect(),
        Remedy::Reorder => repair.reordered().into_iter().collect(),
        Remedy::SwapExercise(objection) => {
            repair.exercises_swapped(objection).into_iter().collect()
        }
        Remedy::DropExercise(objection) => {
            repair.exercises_dropped(objection).into_iter().collect()
        }
        Remedy::AddExercise => repair.exercises_added().into_iter().collect(),
        Remedy::Shorten(cap) => repair.shortened(cap).into_iter().collect(),
        Remedy::EaseWithin(cap) => repair.eased_within(cap).into_iter().collect(),
        Remedy::TrimWeek(allowed) => repair.week_trimmed(allowed, 0).into_iter().collect(),
        Remedy::TrimWeekBefore(allowed) => repair.week_trimmed(allowed, 1).into_iter().collect(),
        Remedy::LeaveOut => repair.left_out().into_iter().collect(),
        Remedy::LeaveOutLeast => repair.least_left_out().into_iter().collect(),
        Remedy::AddSession => repair.sessions_added().into_iter().collect(),
        Remedy::AddRuns => repair.easy_runs_added().into_iter().collect(),
        Remedy::LiftHeavier => repair.lifted_heavier().into_iter().collect(),
        Remedy::RunWarm => repair.run_warm().into_iter().collect(),
    }
}
