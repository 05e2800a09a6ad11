//! **After two weeks without a run the way back is gentle.**
//!
//! Two weeks or more without a run, and in the first week after them a run of more than half the longest of the six
//! weeks before, a key run, or heavy legs: a caution. Races are left alone.
//!
//! Evidence: practice, by extension of Frandsen 2025: runs much longer than those of the last month went with injuries,
//! and after a break the last month is empty.

use crate::domain::RunKind;

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Cap, Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::running_history::{Figures, RunFacts, RunningHistory};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, distance, sentence};

pub(super) const RULE: Rule = Rule {
    id: "return-after-break",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "Much after a break",
    summary: "After two weeks without a run, come back with short easy runs and no heavy legs.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "After {days} or more without a run, a run over {percent} of the longest before, a key run or heavy \
                    legs within the first week is a caution. Races are left alone.",
        grounds: "Among 5 205 runners, injuries rose where a run was much longer than any of the month before. After a \
                  break that month is empty, so the thought carries over, though it was not tested. How gentle the way \
                  back has to be depends on why the break was made.",
        says: &[
            Source::FRANDSEN_2025
                .says("Runs much longer than those of the last month went with more injuries."),
            Source::PRACTICE.says("Half the distance in the first week, all of it easy."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "days": 14.0 "days" in 7.0..=35.0, "Days without a run that count as a break, 35 at most";
        "percent": 50.0 "%" in 10.0..=100.0, "Share of the longest run before the break";
    },
    remedies: &[
        Remedy::Shorten(cap),
        Remedy::MakeEasy,
        Remedy::EaseWithin(cap),
        Remedy::Lighten,
    ],
    check,
};

/// Days of the first week back.
const FIRST_WEEK: i32 = 7;
/// Days before the break among which the longest run counts.
const MEMORY: i32 = 42;

/// A break that has ended.
#[derive(Clone, Copy)]
struct Return {
    /// The day of the first run after it.
    first: i32,
    /// Days without a run.
    days: i32,
    /// Metres of the longest run before it.
    longest: f64,
}

impl Return {
    /// The breaks of at least so many days that a history tells of, by day.
    fn all(history: &RunningHistory, days: i32) -> Vec<Self> {
        let runs = history.runs_of(i32::MIN..=i32::MAX);
        let pairs = runs.windows(2).filter_map(|pair| match pair {
            [last, first] => Some((last.day, first.day)),
            _ => None,
        });
        let breaks = pairs.filter(|(last, first)| {
            let idle = first - last - 1;
            idle >= days && idle < MEMORY
        });
        let returns = breaks.map(|(last, first)| {
            let before = history.runs_of(first - MEMORY..=last).iter();
            let known = before.filter(|run| run.figures > Figures::Missing);
            Self {
                first,
                days: first - last - 1,
                longest: known.map(|run| run.meters).fold(0.0, f64::max),
            }
        });
        returns.collect()
    }

    /// The break of some before a day, if the day lies in the first week after it.
    fn before(day: i32, all: &[Self]) -> Option<Self> {
        let first_week = |back: &&Self| (back.first..back.first + FIRST_WEEK).contains(&day);
        all.iter().find(first_week).copied()
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let returns = Return::all(&history, report.threshold("days") as i32);
    if returns.is_empty() {
        return;
    }
    for entry in timeline.inside().iter().filter(|entry| entry.is_to_come()) {
        let Some(back) = Return::before(entry.day, &returns) else {
            continue;
        };
        let Some(what) = too_much(report, entry, back) else {
            continue;
        };
        report.add(Severity::Caution, &[entry], || {
            sentence(&format!(
                "{} {what}, in the first week after {} days without a run; come back with less.",
                dated(entry),
                back.days
            ))
        });
    }
}

/// What is too much about a session of the first week back.
fn too_much(report: &Report, entry: &TimelineEntry, back: Return) -> Option<String> {
    if entry.run_kind() == Some(RunKind::Race) {
        return None;
    }
    if entry.is_heavy() {
        return Some("is heavy for the legs".to_owned());
    }
    if entry.is_key_run() && entry.run_kind() != Some(RunKind::Long) {
        return Some("is a hard run".to_owned());
    }
    let run = RunFacts::of(entry.session()?, report.profile)?;
    let share = run.meters / back.longest;
    let is_long = back.longest > 0.0
        && run.figures > Figures::Missing
        && is_over(share, report.threshold("percent"));
    is_long.then(|| {
        let units = report.profile.units;
        format!(
            "goes over {}, where the longest before was {}",
            distance(run.meters, units),
            distance(back.longest, units)
        )
    })
}

fn cap(case: &Case, entry: &TimelineEntry, _: &crate::domain::Session) -> Option<Cap> {
    let days = case.threshold("days") as i32;
    let back = Return::before(entry.day, &Return::all(&case.history(), days))?;
    let most = back.longest * case.threshold("percent") / 100.0;
    (back.first <= entry.day && most > 0.0).then_some(Cap::Meters(most))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "return-after-break";

    /// A week after so many days without a run; the longest run before was 20 km.
    fn after(days: u64, text: &str) -> TestWeek {
        TestWeek::of(text)
            .before("Mon", days + 1, "long 20km done")
            .before("Mon", days + 4, "easy 8km done")
    }

    #[test]
    fn the_first_week_back_is_short_and_easy() {
        assert!(
            after(14, "Mon easy 10km; Wed easy 8km")
                .found_by(RULE)
                .is_empty()
        );
        assert_eq!(after(14, "Mon easy 10.1km").found_by(RULE), ["warning Mon"]);
        assert!(after(13, "Mon easy 10.1km").found_by(RULE).is_empty());
        assert_eq!(
            after(14, "Mon easy 5km; Sun tempo 5km").found_by(RULE),
            ["warning Sun"]
        );
        assert!(
            after(14, "Mon easy 5km; next Mon tempo 5km")
                .found_by(RULE)
                .is_empty()
        );
        assert_eq!(
            after(14, "Mon easy 5km; Wed strength heavy").found_by(RULE),
            ["warning Wed"]
        );
        assert!(
            after(14, "Mon easy 5km; Wed strength moderate")
                .found_by(RULE)
                .is_empty()
        );
        assert!(
            after(14, "Mon easy 5km; Sun race 21km")
                .found_by(RULE)
                .is_empty()
        );
    }

    #[test]
    fn somebody_new_comes_back_from_nothing() {
        assert!(
            TestWeek::of("Mon easy 10km; Tue tempo")
                .found_by(RULE)
                .is_empty()
        );
    }

    #[test]
    fn the_sentence_says_both_distances() {
        assert_eq!(
            after(20, "Mon easy 15km").messages(RULE),
            [
                "Monday’s easy run goes over 15 km, where the longest before was 20 km, in the first \
              week after 20 days without a run; come back with less."
            ]
        );
    }
}
