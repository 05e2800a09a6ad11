//! **Within a program the exercises stay for some weeks.**
//!
//! More than half of a week's exercises were not there the week before, inside one program: a tip.
//!
//! Evidence: 000 keeps the same movements for several weeks, which helps technique, load and progress.

use std::collections::HashSet;

use chrono::Datelike;

use crate::domain::{ExerciseId, Session};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::week::{DAYS, WeekEntries};

pub(super) const RULE: Rule = Rule {
    id: "churn",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "New exercises every week",
    summary: "Within a program, keep at least half of the exercises from week to week.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Inside one program, a week in which more than {percent} of the exercises were not there the \
                    week before is a tip.",
        grounds: "Movements that stay for some weeks let technique settle and progress show. How much change is \
                  too much has not been tested; the figure is ours.",
        says: &[Source::BASIC_FIT.says(
            "Keep the same movements for several weeks; there is no need to change them weekly.",
        )],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "percent": 50.0 "%" in 10.0..=100.0, "Share of the exercises that may be new";
    },
    remedies: &[],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let to_come = week.strength().filter(|entry| entry.is_to_come());
        let in_program = to_come.filter_map(|entry| Some((entry, program(entry.session()?)?)));
        let Some((place, (new, all))) = in_program
            .filter_map(|(entry, program)| Some((entry, changes(report, &week, program)?)))
            .find(|(_, (new, all))| {
                *new as f64 * 100.0 > report.threshold("percent") * *all as f64
            })
        else {
            continue;
        };
        report.add_week(
            Severity::Tip,
            &week,
            place,
            &format!("{new} of {all} new"),
            || {
                format!(
                    "{new} of this week’s {all} exercises are new against the week before; \
                 kept for some weeks they can progress."
                )
            },
        );
    }
}

/// The program a session comes from.
fn program(session: &Session) -> Option<&str> {
    let source = session.origin.as_ref()?.source.as_str();
    (!source.is_empty()).then_some(source)
}

/// How many of a week's exercises in a program the week before did not have, and how many there are; `None` when
/// either week has none.
fn changes(report: &Report, week: &WeekEntries, of: &str) -> Option<(usize, usize)> {
    let before = week.first - DAYS..week.first;
    let sessions = report.timeline.lookback().sessions.iter();
    let earlier = sessions
        .map(AsRef::as_ref)
        .filter(|session| before.contains(&session.date.num_days_from_ce()));
    let earlier = exercises(earlier, of);
    let now = exercises(week.entries.iter().filter_map(TimelineEntry::session), of);
    let new = now.difference(&earlier).count();
    (!earlier.is_empty() && !now.is_empty()).then_some((new, now.len()))
}

fn exercises<'s>(sessions: impl Iterator<Item = &'s Session>, of: &str) -> HashSet<&'s ExerciseId> {
    sessions
        .filter(|session| program(session) == Some(of))
        .filter_map(|session| session.plan.strength())
        .flat_map(|plan| plan.exercises.iter().map(|dose| &dose.exercise))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::domain::{ExerciseId, Origin};
    use crate::rules::tests::support::TestWeek;

    /// Two weeks of a program with one session each.
    fn week(first: &str, second: &str) -> TestWeek {
        let mut week = TestWeek::of("Mon strength; next Mon strength")
            .lifts("Mon", first)
            .lifts("next Mon", second);
        let in_program = |index: usize, session: &crate::domain::Session| {
            let mut session = session.clone();
            session.origin = Some(
                Origin {
                    source: "own-base".to_owned(),
                    week: index as u32 + 1,
                    slot: 1,
                }
                .into(),
            );
            session
        };
        let all = week.athlete.sessions.all().to_vec();
        let all = all.iter().enumerate();
        week.athlete.sessions = all
            .map(|(index, session)| in_program(index, session))
            .collect();
        week
    }

    #[test]
    fn more_than_half_new_is_a_tip() {
        let found = |second: &str| week("squat 3x8, row 3x8", second).found_by("churn");
        assert!(found("squat 3x8, plank 3x30s").is_empty());
        assert_eq!(found("squat 3x8, plank 3x30s, lunge 3x8"), ["hint week"]);
        assert!(found("row 4x6, squat 4x6").is_empty());
    }

    #[test]
    fn programs_that_ship_keep_to_it() {
        let library = crate::library::Library::shipped().unwrap();
        // Source 002 itself goes from the body's own weight to dumbbells in one step.
        let others = library
            .programs()
            .iter()
            .filter(|program| program.id.as_str() != "bodyweight-start");
        for program in others {
            let weeks: Vec<HashSet<&ExerciseId>> = program
                .weeks
                .iter()
                .map(|week| {
                    let sessions = week.sessions.iter();
                    let doses = sessions.flat_map(|session| session.plan.workout.exercises());
                    doses.map(|dose| &dose.exercise).collect()
                })
                .collect();
            for (number, pair) in weeks.windows(2).enumerate() {
                let new = pair[1].difference(&pair[0]).count();
                let is_half = new * 2 <= pair[1].len();
                assert!(
                    is_half,
                    "{}: {new} new in week {}",
                    program.name,
                    number + 2
                );
            }
        }
    }

    #[test]
    fn only_inside_one_program() {
        let mut free = week("squat 3x8", "lunge 3x8");
        assert_eq!(free.found_by("churn"), ["hint week"]);
        let all = free.athlete.sessions.all().to_vec();
        free.athlete.sessions = all
            .iter()
            .map(|session| {
                let mut session = (**session).clone();
                session.origin = None;
                session
            })
            .collect();
        assert!(free.found_by("churn").is_empty());
    }

    #[test]
    fn the_sentence_counts() {
        assert_eq!(
            week("squat 3x8", "lunge 3x8, row 3x8").messages("churn"),
            [
                "2 of this week’s 2 exercises are new against the week before; \
                kept for some weeks they can progress."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = week("squat 3x8, row 3x8", "squat 3x8, plank 3x30s");
        let week = week.threshold("churn", "percent", 40.0);
        assert_eq!(week.found_by("churn"), ["hint week"]);
    }
}
