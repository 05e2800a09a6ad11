//! Input that no coach plans and a broken import may bring: no rule may fall over it.

use chrono::{Days, NaiveDate};

use super::support::{Week, date, monday};
use crate::domain::*;
use crate::rules::{Context, Finding, RULES, Timeline, check, fixes, verdicts};

/// The findings around a day, and the fixes of some of them, worked out for the sake of it.
fn survives(athlete: &Athlete, day: NaiveDate) -> Vec<Finding> {
    let week = Week::of("");
    let context = Context {
        profile: &athlete.profile,
        library: &week.library,
        today: day,
    };
    let last = day.checked_add_days(Days::new(6)).unwrap_or(day);
    let found = check(&Timeline::new(athlete, &context, day, last), &context);
    check(&Timeline::template(athlete, &context), &context);
    for rule in RULES {
        if let Some(finding) = found.iter().find(|finding| finding.rule == rule.id) {
            fixes(finding, athlete, &context);
        }
    }
    if let Some(session) = athlete.sessions.all().first() {
        let slots = [session.slot()];
        verdicts(athlete, &context, &session.plan, Some(session.id), &slots);
    }
    found
}

#[test]
fn an_athlete_without_anything() {
    let empty = Athlete::new(AthleteId::from_bits(1), Profile::named(""));
    assert!(survives(&empty, monday()).is_empty());
    let mut week = Week::of("").race("Sun");
    week.athlete.profile.races[0].name = String::new();
    assert!(survives(&week.athlete, monday()).is_empty());
}

#[test]
fn two_hundred_sessions_a_day() {
    let day = "Tue tempo; Tue strength heavy; Tue easy 0min; Tue strength upper; Tue long 1800min;";
    let week = Week::of(&day.repeat(40)).after(2, &day.repeat(10));
    assert!(!survives(&week.athlete, monday()).is_empty());
}

#[test]
fn no_minutes_and_thirty_hours() {
    let text = "Mon strength 0min; Tue long 1800min; Wed strength 1800min; Thu easy 0min; \
        Fri easy 4294967295min; Sat strength 4294967295min; Sun race 0km";
    let mut week = Week::of(text).after(6, text);
    for minutes in [0, u32::MAX] {
        week.athlete.profile.availability.week =
            std::array::from_fn(|_| DayAvailability::Limited {
                minutes: Some(minutes),
                gym: false,
                equipment: Vec::new(),
            });
        assert!(!survives(&week.athlete, monday()).is_empty());
    }
}

#[test]
fn far_years_and_week_53() {
    let text =
        "Mon strength heavy; Tue tempo 20km; Sun long 30km; next Mon strength; next Tue tempo";
    for (year, month, day) in [(1900, 1, 1), (2999, 12, 31), (2026, 12, 28), (2027, 1, 3)] {
        let first = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let mut week = Week::of(text).after(6, text).race("Sun");
        let shift = first - monday();
        let all = week.athlete.sessions.all().to_vec();
        let moved = all.iter().map(|session| {
            let mut session = Session::clone(session);
            session.date += shift;
            session
        });
        week.athlete.sessions = moved.collect();
        week.athlete.profile.races[0].date += shift;
        week.athlete.profile.lifting_since = Some(first);
        assert!(!survives(&week.athlete, first).is_empty(), "{year}");
    }
    let ends = [NaiveDate::MIN, NaiveDate::MAX];
    for day in ends {
        let mut week = Week::of("Mon strength heavy");
        let mut session = Session::clone(&week.athlete.sessions.all()[0]);
        session.date = day;
        week.athlete.sessions = [session].into_iter().collect();
        survives(&week.athlete, day);
    }
}

#[test]
fn figures_beyond_all_reason() {
    let huge = Count::range(1, 1000);
    let mut week = Week::of("Tue strength; Fri strength; Sun long")
        .lifts(
            "Tue",
            "squat 3x8 @0kg, lunge 3x8 @1000kg, plank 3x45s, row 3x8 @2x500kg",
        )
        .lifts("Fri", "squat 3x8 @1000kg, lunge 3x8 @0kg, push-up 3xmax")
        .done("Tue")
        .level("novice");
    let mut session = Session::clone(&week.athlete.sessions.on(date("Fri"))[0]);
    for dose in session.plan.workout.exercises_mut().unwrap() {
        dose.sets = huge;
        dose.rest = Some(Seconds(0));
    }
    week.athlete.sessions.put(session.into(), 0);
    for step in [0.0, -1.0, 1e9] {
        week.athlete.profile.plate_step = Kilograms::new(step);
        week.athlete.profile.dumbbell_step = Kilograms::new(step);
        survives(&week.athlete, monday());
    }
    for rule in RULES {
        for threshold in rule.thresholds {
            for value in [-1.0, 0.0, 1e12, f64::NAN] {
                let week = week.clone().threshold(rule.id, threshold.name, value);
                survives(&week.athlete, monday());
            }
        }
    }
}
