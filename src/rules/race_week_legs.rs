//! **Legs are fresh on race day.**
//!
//! Before a race of priority A or B: heavy legs within 3 days are a conflict, within 7 days a caution; moderate legs
//! within 3 days a conflict; light legs within 2 days a caution. Races run as training count for nothing here.
//!
//! Evidence: weak. Nobody measured how long before a race the last heavy legs may stand; a taper keeps intensity and
//! sheds volume and fatigue (Bosquet 2007). The days and their severities are ours.

use crate::domain::{LegLoad, Race};

use super::checker::{Report, worst};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{self, days_until, is_raced_in_earnest};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{count, dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "race-week-legs",
    group: RuleGroup::Running,
    placement: Placement::Warns,
    title: "Legs close to a race",
    summary: "No heavy legs in the week before an A or B race, no moderate ones in the last three days, none in the \
              last two.",
    severities: &[Severity::Conflict, Severity::Caution],
    evidence: Evidence {
        condition: "Before a race of priority A or B: heavy legs within {heavy-days} are a conflict, within \
                    {heavy-caution-days} a caution; moderate legs within {moderate-days} are a conflict; light \
                    legs within {light-days} a caution.",
        grounds: "How long before a race the last heavy squat may stand has not been measured by anybody: these \
                  days and severities are ours. What is known is that tapers that work shed volume and keep \
                  intensity, so that fatigue is gone on the day.",
        says: &[
            Source::BOSQUET_2007.says("Less volume at kept intensity before the race."),
            Source::PRACTICE.says("No heavy legs in the week of the race."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "heavy-days": 3.0 "days" in 0.0..=21.0, "Heavy legs before a race: a conflict", below "heavy-caution-days";
        "heavy-caution-days": 7.0 "days" in 0.0..=28.0, "Heavy legs before a race: a caution";
        "moderate-days": 3.0 "days" in 0.0..=14.0, "Moderate legs before a race", below "heavy-days";
        "light-days": 2.0 "days" in 0.0..=14.0, "Light legs before a race", below "moderate-days";
    },
    remedies: &[Remedy::Move, Remedy::Lighten, Remedy::LeaveOut],
    check,
};

fn check(report: &mut Report) {
    let mut races: Vec<&Race> = report
        .races()
        .filter(|race| is_raced_in_earnest(race))
        .collect();
    // Of two races that are equally grave the nearer is named.
    races.sort_by_key(|race| race.date);
    if races.is_empty() {
        return;
    }
    let timeline = report.timeline;
    for legs in timeline.inside() {
        let Some(load) = legs.legs() else { continue };
        let judged = races.iter().filter_map(|race| {
            let days = days_until(race, legs.date);
            Some((severity(report, load, days)?, (days, race)))
        });
        let Some((severity, (days, race))) = worst(judged) else {
            continue;
        };
        report.add_with_day(severity, legs, race.date, || {
            message(legs, race, days, severity)
        });
    }
}

fn severity(report: &Report, load: LegLoad, days: i32) -> Option<Severity> {
    let within = |name: &str| days > 0 && f64::from(days) <= report.threshold(name);
    match load {
        LegLoad::Heavy if within("heavy-days") => Some(Severity::Conflict),
        LegLoad::Heavy if within("heavy-caution-days") => Some(Severity::Caution),
        LegLoad::Moderate if within("moderate-days") => Some(Severity::Conflict),
        LegLoad::Light if within("light-days") => Some(Severity::Caution),
        _ => None,
    }
}

fn message(legs: &TimelineEntry, race: &Race, days: i32, severity: Severity) -> String {
    let effect = match severity {
        Severity::Conflict => "the legs will not be fresh in time",
        Severity::Caution | Severity::Tip => "ease off now, so that the legs are fresh",
    };
    sentence(&format!(
        "{} is {} before {}; {effect}.",
        dated(legs),
        count(days as usize, "day", "days"),
        races::name(race)
    ))
}

#[cfg(test)]
mod tests {
    use crate::domain::RacePriority;
    use crate::rules::tests::support::TestWeek;
    use chrono::Days;

    /// Monday's legs some days before a race.
    fn found(load: &str, days: u64, priority: RacePriority) -> Vec<String> {
        week(load, days, priority).found_by("race-week-legs")
    }

    fn week(load: &str, days: u64, priority: RacePriority) -> TestWeek {
        let mut week = TestWeek::of(&format!("Mon strength {load}")).race("Mon");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(days);
        race.priority = priority;
        week
    }

    #[test]
    fn the_load_decides_how_near_it_may_come() {
        let a = |load, days| found(load, days, RacePriority::A);
        assert_eq!(a("heavy", 3), ["error Mon Thu"]);
        assert_eq!(a("heavy", 4), ["warning Mon Fri"]);
        assert_eq!(a("heavy", 7), ["warning Mon Mon"]);
        assert!(a("heavy", 8).is_empty());
        assert_eq!(a("moderate", 3), ["error Mon Thu"]);
        assert!(a("moderate", 4).is_empty());
        assert_eq!(a("light", 2), ["warning Mon Wed"]);
        assert!(a("light", 3).is_empty());
        assert!(a("none", 1).is_empty());
    }

    #[test]
    fn only_races_run_in_earnest_count() {
        assert_eq!(found("heavy", 5, RacePriority::B), ["warning Mon Sat"]);
        assert!(found("heavy", 5, RacePriority::C).is_empty());
    }

    #[test]
    fn legs_after_the_race_and_races_left_out_do_not_count() {
        assert!(
            TestWeek::of("Tue strength heavy")
                .race("Mon")
                .found_by("race-week-legs")
                .is_empty()
        );
        let left_out = TestWeek::of("Tue strength heavy; Sun race skipped").race("Sun");
        assert!(left_out.found_by("race-week-legs").is_empty());
        let planned = TestWeek::of("Tue strength heavy; Sun race").race("Sun");
        assert_eq!(planned.found_by("race-week-legs"), ["warning Tue Sun"]);
    }

    #[test]
    fn the_sentence_names_the_race() {
        assert_eq!(
            week("heavy", 6, RacePriority::A).messages("race-week-legs"),
            ["Monday’s heavy full body is 6 days before City run; \
              ease off now, so that the legs are fresh."]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = week("moderate", 4, RacePriority::A);
        let week = week.threshold("race-week-legs", "moderate-days", 4.0);
        assert_eq!(week.found_by("race-week-legs"), ["error Mon Fri"]);
    }
}
