//! **Jumps come back two days apart, and grow slowly.**
//!
//! Two sessions with jumps less than 48 h apart, a first week of jumps with more than 60 contacts, or a week with half
//! as many contacts again as the last week of jumps: a tip. A novice's drop jumps: a caution. A contact is a landing;
//! one on each side counts twice. Skips, pogos and the rope are no jumps here.
//!
//! Evidence: weak. Jump training helps runners where it grows slowly and leaves days between (Barrio 2023); the figures
//! are practice.

use crate::domain::{Demand, Level, Prescription, Reps, Session};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::lifts;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "jumps-dose",
    group: RuleGroup::Dose,
    placement: Placement::Warns,
    title: "Many jumps, or too soon again",
    summary: "Leave two days between jump sessions, begin with few contacts, and add to them slowly.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Two sessions with jumps less than {hours} apart, more than {first-contacts} in the first week \
                    of jumps, or {rise-percent} more contacts than in the last week of jumps and beyond: a tip. \
                    Drop jumps of a novice are a caution. Skips, pogos and the rope do not count.",
        grounds: "Jumps ask more of tendons than of muscles, and tendons take longer to get used to them. Programs \
                  that worked in runners began with few landings, grew over weeks and left days between. How many \
                  are too many has not been measured: the figures are practice.",
        says: &[
            Source::BARRIO_2023.says(
                "Programs that help runners leave two days or more between sessions and grow in volume.",
            ),
            Source::PRACTICE.says("Begin with about 60 contacts a week, and drop jumps come last."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "hours": 48.0 "h" in 0.0..=72.0, "Between two sessions with jumps";
        "first-contacts": 60.0 "contacts" in 10.0..=300.0, "Contacts of the first week of jumps";
        "rise-percent": 50.0 "%" in 10.0..=200.0, "More contacts than in the last week of jumps";
    },
    remedies: &[Remedy::Move],
    check,
};

/// Weeks without jumps after which they begin anew.
const MEMORY_WEEKS: i32 = 4;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let jumps: Vec<&TimelineEntry> = timeline
        .entries()
        .iter()
        .filter(|entry| {
            entry
                .session()
                .is_some_and(|s| contacts(s, report.library) > 0)
        })
        .collect();
    let mut told_week = None;
    for (place, entry) in jumps.iter().enumerate() {
        if !entry.is_to_come() {
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| jumps.get(before));
        if has_early_drops(report, entry) {
            report.add(Severity::Caution, &[entry], || {
                sentence(&format!(
                    "{} has drop jumps, which are for those who have jumped for months; jump up instead.",
                    dated(entry)
                ))
            });
        } else if let Some(before) = before.filter(|before| is_close(report, before, entry)) {
            report.add(Severity::Tip, &[before, entry], || {
                sentence(&format!(
                    "{} has jumps again soon after {}; tendons need two days.",
                    dated(entry),
                    dated(before)
                ))
            });
        } else {
            let week = timeline.weeks().number(entry.day);
            if told_week == Some(week) {
                continue;
            }
            if let Some(advice) = too_many(report, week) {
                told_week = Some(week);
                report.add(Severity::Tip, &[entry], || {
                    sentence(&format!(
                        "{} belongs to a week with {advice}.",
                        dated(entry)
                    ))
                });
            }
        }
    }
}

fn is_close(report: &Report, before: &TimelineEntry, entry: &TimelineEntry) -> bool {
    let days = entry.day - before.day;
    let hours = report.threshold("hours");
    match before.minutes_until(entry) {
        Some(gap) => (gap as f64) < hours * 60.0,
        None => f64::from(days + 1) * 24.0 <= hours,
    }
}

fn has_early_drops(report: &Report, entry: &TimelineEntry) -> bool {
    let is_drop = |dose: &Prescription| {
        let name = dose.exercise.as_str();
        name.contains("drop-jump") || name.contains("depth-jump")
    };
    let plan = entry.strength_to_come();
    report.profile.level == Level::Novice
        && plan.is_some_and(|plan| plan.exercises.iter().any(is_drop))
}

/// What is too much about a week's contacts.
fn too_many(report: &Report, week: i32) -> Option<String> {
    let now = contacts_of(report, week);
    let last = (1..=MEMORY_WEEKS)
        .map(|back| contacts_of(report, week - back))
        .find(|contacts| *contacts > 0);
    match last {
        None if f64::from(now) > report.threshold("first-contacts") => {
            Some(format!("{now} contacts, the first of its jumps"))
        }
        Some(last) => {
            let most = f64::from(last) * (1.0 + report.threshold("rise-percent") / 100.0);
            (f64::from(now) >= most && now > last)
                .then(|| format!("{now} contacts, after {last} in the last week of jumps"))
        }
        None => None,
    }
}

fn contacts_of(report: &Report, week: i32) -> u32 {
    let days = report.timeline.weeks().days(week);
    let sessions = report.timeline.lookback().sessions_of(days);
    sessions
        .map(|session| contacts(session, report.library))
        .fold(0, u32::saturating_add)
}

/// Landings of a session's jumps, by what is planned; the upper ends of ranges.
fn contacts(session: &Session, library: &Library) -> u32 {
    let Some(plan) = session.plan.strength() else {
        return 0;
    };
    let jumps = lifts(plan, library).filter(|lift| lift.exercise.demand == Demand::Jump);
    jumps
        .map(|lift| {
            let reps = match lift.dose.reps {
                Reps::Count(count) => count.high,
                Reps::Hold(_) | Reps::Max => 0,
            };
            let sides = if lift.dose.per_side { 2 } else { 1 };
            lift.sets().saturating_mul(reps).saturating_mul(sides)
        })
        .fold(0, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "jumps-dose";

    #[test]
    fn two_days_lie_between_jumps() {
        let two = |second: &str| {
            TestWeek::of(&format!(
                "Mon 18:00 strength 60min; {second} 18:00 strength 60min"
            ))
            .lifts("Mon", "box-jump 3x5")
            .lifts(second, "box-jump 3x5")
            .found_by(RULE)
        };
        assert_eq!(two("Tue"), ["hint Mon Tue"]);
        assert_eq!(two("Wed"), ["hint Mon Wed"], "47 h by the clock");
        assert!(two("Thu").is_empty());
        let words = TestWeek::of("Mon strength; Wed strength")
            .lifts("Mon", "box-jump 3x5")
            .lifts("Wed", "box-jump 3x5");
        assert!(words.found_by(RULE).is_empty(), "two days without a clock");
    }

    #[test]
    fn the_first_week_is_small_and_the_next_ones_grow_slowly() {
        let first = |lift: &str| {
            TestWeek::of("Mon strength")
                .lifts("Mon", lift)
                .found_by(RULE)
        };
        assert!(first("box-jump 6x10").is_empty());
        assert_eq!(first("box-jump 6x10, box-jump 1x1"), ["hint Mon"]);
        let pogo = "pogo-jump 10x20";
        assert!(first(pogo).is_empty(), "hops are no jumps");
        let grown = |sets: u32| {
            TestWeek::of("Mon strength; next Mon strength")
                .lifts("Mon", "box-jump 4x5")
                .lifts("next Mon", &format!("box-jump {sets}x5"))
                .found_by(RULE)
        };
        assert!(grown(5).is_empty());
        assert_eq!(grown(6), ["hint Mon"]);
    }

    #[test]
    fn drop_jumps_are_not_for_novices() {
        let week = TestWeek::of("Mon strength").lifts("Mon", "drop-jump 3x3");
        assert!(week.found_by(RULE).is_empty());
        assert_eq!(week.level("novice").found_by(RULE), ["warning Mon"]);
    }
}
