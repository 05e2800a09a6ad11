//! The better week: the rules that decide it, the search, and what is said of its answer.

use chrono::NaiveDate;

use crate::domain::{Athlete, CheckedProfile};
use crate::rules::context::Context;
use crate::rules::registry::RULES;
use crate::rules::rule::Placement;
use crate::rules::timeline::Maxes;

use super::problem::Problem;
use super::suggestion::Suggestion;
use super::{explain, relax, search};

/// The best arrangement of the seven days from `first_day`, and what would have to give where it is not clear. The same
/// input gives the same answer.
pub fn better_week(athlete: &Athlete, context: &Context, first_day: NaiveDate) -> Suggestion {
    arranged(athlete, context, first_day, true)
}

/// The best arrangement as [`better_week`] finds it, without a word on what would have to give: that takes many times
/// as long as the search, and a program on its way to the calendar does not ask.
pub fn best_arrangement(athlete: &Athlete, context: &Context, first_day: NaiveDate) -> Suggestion {
    arranged(athlete, context, first_day, false)
}

fn arranged(
    athlete: &Athlete,
    context: &Context,
    first_day: NaiveDate,
    with_hint: bool,
) -> Suggestion {
    let profile = only_placement(context);
    let context = context.with(&profile);
    let maxes = Maxes::of(athlete);
    let problem = Problem::of(athlete, &context, first_day, &maxes);
    let solution = search::solve(&problem);
    let mut suggestion = explain::suggestion(&problem, athlete, &solution);
    if with_hint && solution.is_lacking() {
        suggestion.relax = Some(relax::hint(athlete, &context, first_day, &maxes, &solution));
    }
    suggestion
}

/// The profile with all rules switched off that do not decide where sessions stand.
pub(super) fn only_placement(context: &Context) -> CheckedProfile<'static> {
    context.changed(|profile| {
        for rule in RULES
            .iter()
            .filter(|rule| rule.placement != Placement::Decides)
        {
            profile
                .rules
                .change(rule.id, |setting| setting.off = Some(true));
        }
    })
}
