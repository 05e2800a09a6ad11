//! **Signs of low energy are a matter for a doctor.**
//!
//! A sign of low energy availability is ticked in the athlete's file (periods missed for three months or more, a second
//! bone stress injury, falling weight with fatigue): a caution in the current week, for as long as it stays ticked.
//!
//! Evidence: the International Olympic Committee's consensus of 2023. The program makes no diagnosis.

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::wording::list;

pub(super) const RULE: Rule = Rule {
    id: "low-energy",
    group: RuleGroup::Life,
    placement: Placement::Apart,
    title: "Signs of low energy",
    summary: "With signs of too little energy, see a doctor before training grows.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "A sign of low energy availability that is ticked in the athlete’s file is a caution in the current week: periods missed for three months or more, a second bone stress injury, or falling weight with fatigue.",
        grounds: "Athletes who eat too little for their training lose health before performance: hormones, bone, mood. The signs asked for here are those that a coach may hear of, and each has other causes too. Only a doctor can tell. No load should be raised meanwhile.",
        says: &[Source::IOC_2023.says("Such signs call for a medical assessment.")],
        disagrees: &[],
        certainty: Certainty::Strong,
    },
    thresholds: &[],
    // Nothing in the plan resolves it: a doctor does, and then the signs are taken back.
    remedies: &[],
    check,
};

fn check(report: &mut Report) {
    let signs = report.profile.low_energy.signs();
    if signs.is_empty() {
        return;
    }
    let timeline = report.timeline;
    let today = chrono::Datelike::num_days_from_ce(&report.today);
    for week in timeline.in_weeks() {
        let is_current = (week.first..=week.last()).contains(&today);
        let to_come = week.entries.iter().find(|entry| entry.is_to_come());
        let Some(place) = to_come.filter(|_| is_current) else {
            continue;
        };
        let signs: Vec<String> = signs.iter().map(|sign| (*sign).to_owned()).collect();
        let signs = list(&signs);
        report.add_week(Severity::Caution, &week, place, &signs, || {
            format!("Signs of low energy are noted: {signs}. See a doctor, and do not raise any load until then.")
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::{TestWeek, monday};
    use chrono::Days;

    const RULE: &str = "low-energy";

    #[test]
    fn a_ticked_sign_is_told_in_the_current_week_alone() {
        let mut week = TestWeek::of("Mon easy; Thu easy; next Mon easy");
        assert!(week.found_by(RULE).is_empty());
        week.athlete.profile.low_energy.missed_periods = true;
        assert_eq!(week.found_by(RULE), ["warning week"]);
        assert_eq!(
            week.messages(RULE),
            [
                "Signs of low energy are noted: periods missed for three months. See a doctor, and do not raise any \
                 load until then."
            ]
        );
        let later = week.on(monday() + Days::new(30));
        assert!(later.found_by(RULE).is_empty());
    }
}
