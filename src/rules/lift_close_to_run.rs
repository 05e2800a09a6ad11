//! **Who lifts for strength keeps runs three hours away from it.**
//!
//! For an advanced lifter to whom strength matters as much as running or more: legs less than 3 h from any run, before
//! it or after it, are a caution.
//!
//! Evidence: within one session endurance takes −0.66 of the strength of trained lifters, apart −0.10 (Petré 2021); in
//! men the legs lose −0.43, in women nothing (Huiberts 2024). Schumann 2022 finds next to nothing (−0.06).

use crate::domain::{Level, Priority};

use super::checker::{Report, in_order};
use super::evidence::{Certainty, Citation, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, gap, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "lift-close-to-run",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "A run close to the lift",
    summary: "For an advanced lifter who puts strength first, keep runs 3 h away from the legs.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "For an advanced lifter whose priority is strength or both, leg work less than {hours} from any \
                    run, before or after it, is a caution.",
        grounds: "In trained lifters endurance work within the same session took −0.66 of their gain in strength, and \
                  −0.10 when it lay hours apart. Another review finds a loss for the legs of men (−0.43) and none for \
                  women (+0.08); a third finds next to nothing for anybody (−0.06). So the hours matter most to those \
                  who have much strength to lose.",
        says: &[
            Source::PETRE_2021.says(
                "Trained lifters lose strength where both share a session, hardly any apart.",
            ),
            Citation {
                source: Source::HUIBERTS_2024,
                says: "Men’s legs gain less beside endurance training; women’s gain as much.",
            },
        ],
        disagrees: &[
            Source::SCHUMANN_2022.says("Maximum strength is unharmed, however close the two are.")
        ],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "hours": 3.0 "h" in 0.0..=12.0, "From any run, for advanced lifters";
    },
    remedies: &[Remedy::SetTimes, Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    let profile = report.profile;
    if profile.level != Level::Advanced || profile.priority == Priority::Running {
        return;
    }
    let timeline = report.timeline;
    let most = report.threshold("hours") * 60.0;
    for day in timeline.days() {
        for legs in day.iter().filter(|entry| entry.legs().is_some()) {
            let runs = day.iter().filter(|entry| entry.is_run());
            let gaps = runs.filter_map(|run| {
                let [first, second] = in_order(legs, run);
                Some((first.minutes_until(second)?, run))
            });
            let nearest = gaps.min_by_key(|(gap, _)| *gap);
            let Some((minutes, run)) = nearest.filter(|(gap, _)| (*gap as f64) < most) else {
                continue;
            };
            report.add(Severity::Caution, &in_order(legs, run), || {
                message(legs, run, minutes)
            });
        }
    }
}

fn message(legs: &TimelineEntry, run: &TimelineEntry, minutes: i64) -> String {
    let apart = if minutes < 0 {
        "overlaps with".to_owned()
    } else {
        format!("is {} from", gap(minutes))
    };
    sentence(&format!(
        "{} {apart} the {}; hours between them keep the strength of somebody who has much of it.",
        dated(legs),
        name(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "lift-close-to-run";

    fn week(lift: &str) -> TestWeek {
        TestWeek::of(&format!(
            "Tue 07:00 easy 60min; Tue {lift} strength moderate 60min"
        ))
        .level("advanced")
        .priority("balanced")
    }

    #[test]
    fn three_hours_lie_between_run_and_legs_for_those_who_lift_in_earnest() {
        assert_eq!(week("10:59").found_by(RULE), ["warning Tue"]);
        assert!(week("11:00").found_by(RULE).is_empty());
        let before = TestWeek::of("Tue 07:00 strength moderate 60min; Tue 09:00 easy 60min");
        let before = before.level("advanced").priority("strength");
        assert_eq!(before.found_by(RULE), ["warning Tue"]);
        assert!(week("10:00").priority("running").found_by(RULE).is_empty());
        assert!(
            week("10:00")
                .level("intermediate")
                .found_by(RULE)
                .is_empty()
        );
        let untimed = TestWeek::of("Tue easy; Tue strength")
            .level("advanced")
            .priority("strength");
        assert!(untimed.found_by(RULE).is_empty());
    }
}
