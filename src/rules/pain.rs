//! **An exercise that caused sharp pain is left alone for two weeks.**
//!
//! A sharp pain that was logged on an exercise, and the same exercise planned again within 14 days: a caution.
//!
//! Evidence: 002 tells soreness from sharp pain, and takes the latter as a sign that the weight is too much. The two
//! weeks are practice.

use chrono::NaiveDate;

use crate::domain::{Exercise, ExerciseId, Pain, Session, StrengthPlan};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::name as exercise_name;
use super::remedy::{Case, Objection, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{day, sentence};

pub(super) const RULE: Rule = Rule {
    id: "pain",
    group: RuleGroup::Life,
    placement: Placement::Warns,
    title: "It hurt the last time",
    summary: "After a sharp pain, leave the exercise alone for two weeks.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "A sharp pain that was logged on an exercise, and the same exercise planned again within \
                    {days}, is a caution.",
        grounds: "Soreness afterwards is normal, sharp pain while lifting is a sign to stop. The two weeks are \
                  practice: how long it takes depends on what hurts. This is no diagnosis, and pain that stays \
                  is a matter for a professional.",
        says: &[
            Source::RUNNING_BLOG.says("Sharp pain means that the weight is too much."),
            Source::PRACTICE.says("Leave the exercise alone for about two weeks."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "days": 14.0 "days" in 1.0..=42.0, "Days to leave the exercise alone, 42 at most";
    },
    remedies: &[
        Remedy::SwapExercise(OBJECTION),
        Remedy::DropExercise(OBJECTION),
    ],
    check,
};

/// A sharp pain on an exercise.
#[derive(Clone, Copy)]
struct Hurt<'a> {
    date: NaiveDate,
    exercise: &'a ExerciseId,
    place: &'a str,
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let sessions = timeline.lookback().sessions.iter();
    let hurts: Vec<Hurt> = sessions.flat_map(|session| hurts_of(session)).collect();
    if hurts.is_empty() {
        return;
    }
    let days = report.threshold("days") as i64;
    for entry in timeline.inside() {
        let Some(plan) = entry.strength_to_come() else {
            continue;
        };
        let Some(hurt) = last_hurt(&hurts, plan, entry, days) else {
            continue;
        };
        let exercise = report.library.exercise(hurt.exercise);
        let name = exercise.map_or_else(|| stored_name(plan, hurt.exercise), exercise_name);
        report.add_with_day(Severity::Caution, entry, hurt.date, || {
            message(&name, hurt, entry)
        });
    }
}

fn hurts_of(session: &Session) -> impl Iterator<Item = Hurt<'_>> {
    let pains = session.log.as_ref().map_or(&[][..], |log| &log.pains);
    pains.iter().filter_map(|pain: &Pain| {
        pain.sharp.then_some(Hurt {
            date: session.date,
            exercise: pain.exercise.as_ref()?,
            place: pain.place.trim(),
        })
    })
}

/// The last pain, within some days before an entry, on an exercise that its plan has.
fn last_hurt<'a>(
    hurts: &[Hurt<'a>],
    plan: &StrengthPlan,
    entry: &TimelineEntry,
    days: i64,
) -> Option<Hurt<'a>> {
    let recent = |hurt: &&Hurt| (0..=days).contains(&(entry.date - hurt.date).num_days());
    let planned = |hurt: &&Hurt| {
        let mut exercises = plan.exercises.iter();
        exercises.any(|dose| dose.exercise == *hurt.exercise)
    };
    let candidates = hurts.iter().filter(recent).filter(planned);
    candidates
        .max_by_key(|hurt| (hurt.date, hurt.exercise))
        .copied()
}

/// What hurt once hurts again in the same movement.
const OBJECTION: Objection = Objection {
    to: has_hurt,
    whole_movement: true,
};

fn has_hurt(case: &Case, session: &Session, exercise: &Exercise) -> bool {
    let sessions = &case.timeline.lookback().sessions;
    sore_exercises(sessions, session.date, case.threshold("days")).contains(&&exercise.id)
}

/// The exercises of a plan that caused sharp pain not long before its session.
fn sore_exercises(
    sessions: &[std::sync::Arc<Session>],
    date: NaiveDate,
    days: f64,
) -> Vec<&ExerciseId> {
    let recent = |hurt: &Hurt| (0..=days as i64).contains(&(date - hurt.date).num_days());
    let hurts = sessions.iter().flat_map(|session| hurts_of(session));
    hurts.filter(recent).map(|hurt| hurt.exercise).collect()
}

fn stored_name(plan: &StrengthPlan, id: &ExerciseId) -> String {
    let stored = plan.exercises.iter().find(|dose| dose.exercise == *id);
    let name = stored.map_or("", |dose| dose.name.as_str());
    if name.is_empty() {
        id.to_string()
    } else {
        name.to_lowercase()
    }
}

fn message(name: &str, hurt: Hurt, entry: &TimelineEntry) -> String {
    let place = match hurt.place {
        "" => String::new(),
        place => format!(" ({place})"),
    };
    let when = match (entry.date - hurt.date).num_days() {
        0..=6 => format!("on {}", day(hurt.date)),
        days => format!("{days} days before"),
    };
    sentence(&format!(
        "{}’s {name} caused sharp pain {when}{place}; stop it for now and pick another.",
        day(entry.date)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    #[test]
    fn the_same_exercise_within_two_weeks_is_a_caution() {
        let found = |days| TestWeek::after_pain(days, true, "squat 3x8").found_by("pain");
        assert_eq!(found(4), ["warning Fri Mon"]);
        assert_eq!(found(14), ["warning Mon Mon"]);
        assert!(found(15).is_empty());
        assert!(
            TestWeek::after_pain(4, true, "deadlift 3x8")
                .found_by("pain")
                .is_empty()
        );
        assert!(
            TestWeek::after_pain(4, false, "squat 3x8")
                .found_by("pain")
                .is_empty()
        );
    }

    #[test]
    fn the_sentence_says_where_it_hurt() {
        assert_eq!(
            TestWeek::after_pain(4, true, "squat 3x8").messages("pain"),
            [
                "Friday’s squat caused sharp pain on Monday (left knee); stop it for now and pick another."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = TestWeek::after_pain(4, true, "squat 3x8").threshold("pain", "days", 3.0);
        assert!(week.found_by("pain").is_empty());
    }
}
