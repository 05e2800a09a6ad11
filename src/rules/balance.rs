//! **Runners train the legs and the trunk before the arms.**
//!
//! More upper-body sets in a week than sets for legs, trunk and the whole body together: a tip. Only where all
//! strength of the week is written out and some of it is still to come.
//!
//! Evidence: 001 counts time spent on curls and presses among the usual mistakes.

use crate::domain::{Region, StrengthPlan};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{is_known, lifts};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::count;

pub(super) const RULE: Rule = Rule {
    id: "balance",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "More upper body than legs and core",
    summary: "Let sets for legs and core outnumber those for the upper body.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "More sets for the upper body in a week than for legs, trunk and the whole body together: a \
                    tip, where all strength of the week is written out.",
        grounds: "Upper-body work does a runner no harm. But time is short, and curls and presses instead \
                  of legs and trunk are among the mistakes that coaches see most.",
        says: &[Source::RUN_SMARTER
            .says("For runners, lower body and core are where the time pays off.")],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::TrimUpper],
    check,
};

/// Working sets by region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sets {
    /// For the upper body.
    pub(super) upper: u32,
    /// For legs, trunk, or the whole body.
    pub(super) other: u32,
}

impl Sets {
    /// Of one plan.
    fn of(plan: &StrengthPlan, library: &Library) -> Self {
        lifts(plan, library).fold(Self::default(), |sets, lift| {
            let (upper, other) = match lift.exercise.region {
                Region::Upper => (lift.sets(), 0),
                Region::Lower | Region::Core | Region::Full => (0, lift.sets()),
            };
            Self {
                upper: sets.upper.saturating_add(upper),
                other: sets.other.saturating_add(other),
            }
        })
    }

    fn and(self, more: Self) -> Self {
        Self {
            upper: self.upper.saturating_add(more.upper),
            other: self.other.saturating_add(more.other),
        }
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let Some(sets) = sets(week.entries, report.library) else {
            continue;
        };
        if sets.upper <= sets.other {
            continue;
        }
        let to_come = week.strength().filter_map(|entry| {
            let plan = entry.strength_to_come()?;
            Some((entry, Sets::of(plan, report.library).upper))
        });
        let most = to_come.reduce(|most, next| if next.1 > most.1 { next } else { most });
        let Some((place, _)) = most else { continue };
        let Sets { upper, other } = sets;
        let facts = format!("{upper} upper, {other} other");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            format!(
                "This week has {} for the upper body and {other} for legs and core, \
                 which matter more to a runner.",
                count(upper as usize, "set", "sets")
            )
        });
    }
}

/// The sets of all strength among these entries; `None` when some of it is not written out.
pub(super) fn sets(entries: &[TimelineEntry], library: &Library) -> Option<Sets> {
    let sessions = entries.iter().filter_map(TimelineEntry::session);
    let mut plans = sessions.filter_map(|session| session.plan.strength());
    plans.try_fold(Sets::default(), |sum, plan| {
        is_known(plan, library).then(|| sum.and(Sets::of(plan, library)))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn week(lift: &str) -> TestWeek {
        TestWeek::of("Mon easy; Tue strength").lifts("Tue", lift)
    }

    #[test]
    fn more_upper_body_sets_than_others_are_a_tip() {
        let found = |lift: &str| week(lift).found_by("balance");
        assert_eq!(found("row 4x8, squat 2x8, plank 1x30s"), ["hint week"]);
        assert!(found("row 3x8, squat 2x8, plank 1x30s").is_empty());
        assert!(week("row 3x8").done("Tue").found_by("balance").is_empty());
    }

    #[test]
    fn the_week_counts_as_a_whole() {
        let week = TestWeek::of("Tue strength; Fri strength")
            .lifts("Tue", "row 4x8, push-up 4x8")
            .lifts("Fri", "squat 4x8, deadlift 4x5");
        assert!(week.found_by("balance").is_empty());
        let unknown = TestWeek::of("Tue strength; Fri strength").lifts("Tue", "row 4x8");
        assert!(unknown.found_by("balance").is_empty());
    }

    #[test]
    fn the_sentence_gives_the_sets() {
        assert_eq!(
            week("row 4x8, squat 2x8").messages("balance"),
            [
                "This week has 4 sets for the upper body and 2 for legs and core, \
                which matter more to a runner."
            ]
        );
    }
}
