//! **No run is much longer than the longest of the last month.**
//!
//! A run more than 10 % longer than the longest of the previous 30 days is a caution, more than twice as long a
//! conflict. It takes 30 days on record with at least three runs; a long run or race of which nobody said how far it
//! went hides what the athlete is used to, and the rule stays silent. Where a distance was estimated from minutes, the
//! minutes have to exceed as well. Races are exempt.
//!
//! Evidence: among 5 205 runners injuries rose with the length of a single run against the longest of 30 days: hazard
//! ratio 1.64 for 10–30 % more, 1.52 for 30–100 %, 2.28 beyond (Frandsen 2025).

use crate::domain::{Profile, RunKind, Session};

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Cap, Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::running_history::{Figures, RunFacts, RunningHistory};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, distance, percent, sentence};

pub(super) const RULE: Rule = Rule {
    id: "single-run-spike",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "A run much longer than before",
    summary: "Let no run be more than 10 % longer than the longest of the last 30 days.",
    severities: &[Severity::Conflict, Severity::Caution],
    evidence: Evidence {
        condition: "A run over {percent} longer than the longest of the last {days} is a caution, over \
                    {conflict-percent} longer a conflict. It takes 30 days on record with three runs; races are \
                    exempt.",
        grounds: "Among 5 205 runners, injuries rose with the length of a single run against the longest of the \
                  30 days before: hazard ratio 1.64 for 10 to 30 % more, 1.52 for 30 to 100 % and 2.28 beyond. \
                  A cohort shows what goes together; it cannot show what would have happened with a shorter \
                  run.",
        says: &[Source::FRANDSEN_2025
            .says("Single runs that were much longer than before went with more injuries.")],
        disagrees: &[],
        certainty: Certainty::Strong,
    },
    thresholds: thresholds! {
        "percent": 10.0 "%" in 0.0..=100.0, "Beyond the longest run: a caution", below "conflict-percent";
        "conflict-percent": 100.0 "%" in 10.0..=500.0, "Beyond the longest run: a conflict";
        "days": 30.0 "days" in 7.0..=42.0, "Days of which the longest run counts, 42 at most";
    },
    remedies: &[Remedy::Shorten(cap)],
    check,
};

/// Runs that the days before need for a comparison.
const FEWEST_RUNS: usize = 3;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let days = report.threshold("days");
    for entry in timeline.inside().iter().filter(|entry| entry.is_running()) {
        let Some((run, longest)) = comparison(entry, &history, report.profile, days) else {
            continue;
        };
        let excess = excess(&run, &longest);
        let is_beyond = |name| is_over(excess, report.threshold(name));
        let severity = if is_beyond("conflict-percent") {
            Severity::Conflict
        } else if is_beyond("percent") {
            Severity::Caution
        } else {
            continue;
        };
        let units = report.profile.units;
        report.add(severity, &[entry], || {
            sentence(&format!(
                "{} goes over {}, {} more than the longest run of the last {days} days ({}).",
                dated(entry),
                distance(run.meters, units),
                percent(excess),
                distance(longest.meters, units)
            ))
        });
    }
}

fn cap(case: &Case, entry: &TimelineEntry, _: &Session) -> Option<Cap> {
    let history = case.history();
    let (_, longest) = comparison(entry, &history, case.profile, case.threshold("days"))?;
    let percent = case.threshold("percent");
    Some(Cap::Meters(longest.meters * (1.0 + percent / 100.0)))
}

/// A run and the longest of the days before it; `None` where they cannot be compared.
fn comparison(
    entry: &TimelineEntry,
    history: &RunningHistory,
    profile: &Profile,
    days: f64,
) -> Option<(RunFacts, RunFacts)> {
    let run = RunFacts::of(entry.session()?, profile)?;
    let first = run.day - days as i32;
    let is_on_record = history.since().is_some_and(|since| since <= first);
    if run.kind == RunKind::Race || run.figures == Figures::Missing || !is_on_record {
        return None;
    }
    let (mut known, mut farthest, mut most_minutes, mut is_estimated) =
        (0, 0.0_f64, 0.0_f64, false);
    for before in history.runs_of(first..=run.day - 1) {
        if before.figures > Figures::Missing {
            known += 1;
            farthest = farthest.max(before.meters);
            most_minutes = most_minutes.max(before.minutes);
            is_estimated |= before.figures == Figures::Estimated;
        } else if matches!(before.kind, RunKind::Long | RunKind::Race) {
            // A run without a distance may have been the longest: do not compare.
            return None;
        }
    }
    if known < FEWEST_RUNS {
        return None;
    }
    let longest = RunFacts {
        day: first,
        kind: run.kind,
        meters: farthest,
        minutes: most_minutes,
        figures: if is_estimated {
            Figures::Estimated
        } else {
            Figures::Said
        },
    };
    (farthest > 0.0).then_some((run, longest))
}

/// The share by which a run exceeds the longest before it, by distance; by the lesser of distance and minutes where
/// a distance was estimated.
fn excess(run: &RunFacts, longest: &RunFacts) -> f64 {
    let by_distance = run.meters / longest.meters - 1.0;
    let is_said = run.figures == Figures::Said && longest.figures == Figures::Said;
    if is_said || longest.minutes <= 0.0 {
        by_distance
    } else {
        by_distance.min(run.minutes / longest.minutes - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    /// Five weeks with a long run of 20 km, and then a week with one run.
    fn week(run: &str) -> TestWeek {
        TestWeek::of(&format!("Sun {run}")).after(5, "Tue easy 8km; Thu easy 8km; Sun long 20km")
    }

    fn found(run: &str) -> Vec<String> {
        week(run).found_by("single-run-spike")
    }

    #[test]
    fn the_longest_of_thirty_days_is_the_measure() {
        assert!(found("long 22km").is_empty());
        assert_eq!(found("long 22.1km"), ["warning Sun"]);
        assert_eq!(found("easy 40km"), ["warning Sun"]);
        assert_eq!(found("long 40.1km"), ["error Sun"]);
        assert!(found("race 42.2km").is_empty());
        assert!(found("long 42km missed").is_empty());
    }

    #[test]
    fn done_counts_and_not_planned() {
        assert!(found("long 30km ran21km").is_empty());
        assert_eq!(found("long 20km ran25km"), ["warning Sun"]);
    }

    #[test]
    fn what_is_not_known_is_not_judged() {
        assert!(found("long").is_empty(), "nobody said how far");
        let short =
            TestWeek::of("Sun long 40km").after(3, "Tue easy 8km; Thu easy 8km; Sun long 20km");
        assert!(
            short.found_by("single-run-spike").is_empty(),
            "26 days on record"
        );
        let few = TestWeek::of("Sun long 40km").after(5, "Sun long 20km");
        assert_eq!(
            few.found_by("single-run-spike"),
            ["warning Sun"],
            "four runs"
        );
        let hidden = TestWeek::of("Sun easy 20km").after(5, "Tue easy 8km; Thu easy 8km; Sun long");
        assert!(hidden.found_by("single-run-spike").is_empty());
    }

    #[test]
    fn minutes_have_to_exceed_as_well_where_a_distance_is_a_guess() {
        let by_time = |minutes: u32| {
            let week = TestWeek::of(&format!("Sun tempo {minutes}min"))
                .after(5, "Tue easy 8km; Thu easy 8km; Sun long 100min");
            week.found_by("single-run-spike")
        };
        assert!(by_time(100).is_empty(), "faster over the same time");
        assert!(by_time(110).is_empty());
        assert_eq!(by_time(111), ["warning Sun"]);
    }

    #[test]
    fn the_sentence_gives_the_figures() {
        assert_eq!(
            week("long 27.5km").messages("single-run-spike"),
            [
                "Sunday’s long run goes over 27.5 km, 38 % more than the longest run of the last 30 days (20 km)."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = week("long 24km").threshold("single-run-spike", "percent", 20.0);
        assert!(week.found_by("single-run-spike").is_empty());
    }
}
