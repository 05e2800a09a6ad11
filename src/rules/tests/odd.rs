//! Input that no coach plans and a broken import may bring: no rule may fall over it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::support::{TestWeek, date, monday};
use crate::domain::*;
use crate::edit::Edit;
use crate::rules::arrange::better_week;
use crate::rules::{Context, Finding, RULES, Timeline, check, checkup, effect, fixes, verdicts};

/// The findings around a day, and the fixes of some of them, worked out for the sake of it.
fn survives(athlete: &Athlete, day: NaiveDate) -> Vec<Finding> {
    let week = TestWeek::of("");
    let context = Context::unchecked(&athlete.profile, &week.library, day);
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
        let edits = [Edit::Remove(session.id)];
        effect(&edits, athlete, &context, day, last);
    }
    checkup(athlete, &context, context.today, 2);
    let arranged = better_week(athlete, &context, day);
    assert!(arranged.after <= arranged.before);
    found
}

#[test]
fn an_athlete_without_anything() {
    let empty = Athlete::new(AthleteId::from_bits(1), Profile::named(""));
    assert!(survives(&empty, monday()).is_empty());
    let mut week = TestWeek::of("").race("Sun");
    week.athlete.profile.races[0].name = String::new();
    assert!(survives(&week.athlete, monday()).is_empty());
}

#[test]
fn two_hundred_sessions_a_day() {
    let day = "Tue tempo; Tue strength heavy; Tue easy 0min; Tue strength upper; Tue long 1800min;";
    let week = TestWeek::of(&day.repeat(40)).after(2, &day.repeat(10));
    assert!(!survives(&week.athlete, monday()).is_empty());
}

#[test]
fn no_minutes_and_thirty_hours() {
    let text = "Mon strength 0min; Tue long 1800min; Wed strength 1800min; Thu easy 0min; \
        Fri easy 4294967295min; Sat strength 4294967295min; Sun race 0km";
    let mut week = TestWeek::of(text).after(6, text);
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
        let mut week = TestWeek::of(text).after(6, text).race("Sun");
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
        let mut week = TestWeek::of("Mon strength heavy");
        let mut session = Session::clone(&week.athlete.sessions.all()[0]);
        session.date = day;
        week.athlete.sessions = [session].into_iter().collect();
        survives(&week.athlete, day);
    }
}

#[test]
fn figures_beyond_all_reason() {
    let huge = Count::range(1, 1000);
    let mut week = TestWeek::of("Tue strength; Fri strength; Sun long")
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

#[test]
fn a_session_past_midnight_ends_on_the_next_day() {
    let week = TestWeek::of("Tue 23:30 strength heavy 90min; Wed 06:00 tempo 45min");
    let said = week.messages("legs-before-key-run");
    assert!(said[0].contains("5 h before"), "{said:?}");
    let over = "Mon 23:50 tempo 30min; Tue 00:05 strength heavy 60min; \
        Sat 22:00 long 1800min; Mon 04:00 strength heavy 40min; Sun 23:59 easy 4320min";
    assert!(!survives(&TestWeek::of(over).athlete, monday()).is_empty());
}

#[test]
fn sessions_at_one_time_have_no_hours_below_zero_between_them() {
    let week = TestWeek::of(
        "Tue 07:00 tempo 60min; Tue 07:30 strength heavy 60min; Tue 07:00 strength moderate 600min; \
         Wed 07:00 long 120min; Wed 07:00 tempo 120min; Wed 06:59 strength heavy 600min",
    );
    for finding in survives(&week.athlete, monday()) {
        let below_zero = [" -", "−"]
            .iter()
            .any(|sign| finding.message.contains(sign));
        assert!(!below_zero, "{}", finding.message);
    }
}

#[test]
fn days_on_which_clocks_are_set_are_days_like_others() {
    let text = "Sat 18:00 strength heavy 45min; Sun 08:00 long 90min; \
        next Mon 02:30 easy 40min; Mon 18:00 strength moderate; Tue 06:30 intervals";
    let rules = |week: &TestWeek| -> Vec<(&str, Vec<Weekday>)> {
        let found = week.findings();
        let days = |finding: &Finding| finding.days.iter().map(Datelike::weekday).collect();
        found
            .iter()
            .map(|finding| (finding.rule, days(finding)))
            .collect()
    };
    let usual = rules(&TestWeek::of(text));
    assert!(!usual.is_empty());
    // The weeks in which daylight saving time begins and ends, in Europe and in America.
    for (month, day) in [(3, 23), (10, 19), (3, 2), (10, 26)] {
        let first = NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let mut week = TestWeek::of(text);
        let all = week.athlete.sessions.all().to_vec();
        week.athlete.sessions = all
            .iter()
            .map(|session| {
                let mut session = Session::clone(session);
                session.date += first - monday();
                session
            })
            .collect();
        let on_first = week.clone().on(first);
        assert_eq!(rules(&on_first), usual, "{first}");
        survives(&on_first.athlete, first);
    }
}
