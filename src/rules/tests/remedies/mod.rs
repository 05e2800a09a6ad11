//! The fixes of dose, running and life: by their labels, and by what they leave.

mod dose;
mod frequency;
mod life;
mod running;

use super::fixes::{applied, fixes_of, labels};
use super::support::{TestWeek, date, monday};
use crate::domain::*;

/// The week after the fix of a rule's first finding that carries this label; the rule finds less in it.
fn fixed(week: &TestWeek, rule: &str, label: &str) -> TestWeek {
    let fixed = after_fix(week, rule, label);
    assert!(fixed.found_by(rule).len() < week.found_by(rule).len());
    fixed
}

fn after_fix(week: &TestWeek, rule: &str, label: &str) -> TestWeek {
    let offered = fixes_of(week, rule);
    let labels: Vec<&str> = offered.iter().map(|fix| fix.label.as_str()).collect();
    let fix = offered.iter().find(|fix| fix.label == label);
    let fix = fix.unwrap_or_else(|| panic!("{label} is not among {labels:?}"));
    applied(week, fix)
}

/// The first session of a day.
fn on(week: &TestWeek, day: &str) -> Plan {
    Plan::clone(&week.athlete.sessions.on(date(day))[0].plan)
}

fn lift(week: &TestWeek, day: &str, place: usize) -> Prescription {
    on(week, day).workout.exercises()[place].clone()
}

fn ids(week: &TestWeek, day: &str) -> Vec<String> {
    let plan = on(week, day);
    let exercises = plan.workout.exercises().iter();
    exercises.map(|dose| dose.exercise.to_string()).collect()
}

fn limited(minutes: Option<u32>, gym: bool) -> DayAvailability {
    DayAvailability::Limited {
        minutes,
        gym,
        equipment: Vec::new(),
    }
}

fn strength_mut(session: &mut Session) -> &mut StrengthPlan {
    match &mut session.plan.workout {
        Workout::Strength(plan) => plan,
        _ => panic!(),
    }
}

/// The exercises of a day's strength as they are written: "squat 3x6 @50kg rir 4".
fn written(week: &TestWeek, day: &str) -> Vec<String> {
    let plan = on(week, day);
    let exercises = plan.workout.exercises().iter();
    let words = exercises.map(|dose| {
        let effort = dose.effort.map(|effort| format!(" {effort}"));
        let effort = effort.unwrap_or_default();
        let load = match dose.load {
            LoadSpec::Unset => String::new(),
            ref load => format!(" @{load}"),
        };
        format!(
            "{} {}x{}{load}{effort}",
            dose.exercise, dose.sets, dose.reps
        )
    });
    words.collect()
}
