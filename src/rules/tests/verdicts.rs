//! What is said about a slot before a session is dropped there.

use chrono::{Datelike, NaiveTime};

use super::support::{TestWeek, date, monday};
use crate::domain::{
    DayPart, LegLoad, Plan, Region, RunKind, RunPlan, SessionId, Slot, Start, StrengthPlan, Workout,
};
use crate::rules::check::check_slots;
use crate::rules::{Companion, Severity, Verdict, verdicts, verdicts_together};

/// The verdicts for each day of the first week, were the session at `index` moved there with its start.
fn moving(week: &TestWeek, index: usize) -> Vec<Verdict> {
    let session = &week.athlete.sessions.all()[index];
    let slots: Vec<Slot> = (0..7)
        .map(|day| Slot {
            date: monday() + chrono::Days::new(day),
            start: session.plan.start,
        })
        .collect();
    verdicts(
        &week.athlete,
        &week.context(),
        &session.plan,
        Some(session.id),
        &slots,
    )
}

fn words(verdicts: &[Verdict]) -> Vec<String> {
    let word = |v: &Verdict| v.worst.map_or("clear", Severity::key);
    verdicts
        .iter()
        .map(|v| format!("{} {}", v.slot.date.weekday(), word(v)))
        .collect()
}

#[test]
fn a_long_run_beside_a_tempo_is_not_clear() {
    let week = TestWeek::of("Wed tempo; Fri easy");
    let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Long)));
    let slots = ["Wed", "Fri"].map(|day| Slot {
        date: date(day),
        start: Start::Unset,
    });
    let found = verdicts(&week.athlete, &week.context(), &plan, None, &slots);
    let worst: Vec<_> = found.iter().map(|verdict| verdict.worst).collect();
    assert_eq!(worst, [Some(Severity::Caution), None]);
    assert!(
        found[0].reason.contains("share a day"),
        "{}",
        found[0].reason
    );
}

#[test]
fn no_day_that_has_passed_is_named_as_the_nearest_clear_one() {
    let week = TestWeek::of("Thu tempo; Sat easy").on(date("Wed"));
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        leg_load: Some(LegLoad::Heavy),
        ..StrengthPlan::default()
    }));
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let slots = days.map(|day| Slot {
        date: date(day),
        start: Start::Unset,
    });
    let found = verdicts(&week.athlete, &week.context(), &plan, None, &slots);
    assert!(
        found[1].worst.is_none(),
        "Tuesday was clear: {:?}",
        found[1]
    );
    let nearest = found.iter().filter_map(|verdict| verdict.nearest_clear);
    let nearest: Vec<_> = nearest.collect();
    assert!(
        !nearest.is_empty() && nearest.iter().all(|day| *day >= date("Wed")),
        "{nearest:?}"
    );
}

#[test]
fn each_day_says_what_the_drop_would_add() {
    let week = TestWeek::of("Mon strength heavy; Wed tempo; Sat am easy; Sun long");
    assert_eq!(
        words(&moving(&week, 0)),
        [
            "Mon clear",
            "Tue error",
            "Wed hint",
            "Thu clear",
            "Fri clear",
            "Sat error",
            "Sun hint"
        ]
    );
}

#[test]
fn what_is_dropped_together_is_judged_where_each_comes_to_stand() {
    let week = TestWeek::of("Mon easy; Tue tempo; Thu tempo; Sun long");
    let all = week.athlete.sessions.all();
    let companion = |place: usize, days| Companion {
        session: all[place].clone(),
        days,
    };
    let judged = |with: &[Companion], day| {
        let slot = Slot {
            date: date(day),
            start: Start::Unset,
        };
        let held = (&*all[1].plan, Some(all[1].id));
        let (athlete, context) = (&week.athlete, week.context());
        verdicts_together(athlete, &context, held, with, &[slot]).remove(0)
    };
    assert!(
        judged(&[], "Wed").reason.contains("Thursday’s tempo"),
        "alone it comes before the other one"
    );
    let with_other = judged(&[companion(2, 2)], "Wed");
    assert_eq!(
        with_other.worst, None,
        "the other one goes on to Friday: {with_other:?}"
    );
    let thursday = judged(&[companion(2, 2)], "Thu");
    assert!(
        thursday.reason.contains("Saturday’s tempo"),
        "the other one comes to stand before the long run: {thursday:?}"
    );
}

#[test]
fn a_refusal_gives_the_finding_and_the_nearest_clear_day() {
    let week = TestWeek::of("Mon strength heavy; Wed tempo; Sun long");
    let tuesday = &moving(&week, 0)[1];
    assert_eq!(
        tuesday.reason,
        "Tuesday’s heavy full body is on the day before Wednesday’s tempo; \
         expect tired legs where quality matters."
    );
    assert_eq!(tuesday.nearest_clear, Some(date("Mon")));
    let apart = week.policy("separate");
    let thursday = &moving(&apart, 0)[3];
    assert_eq!(thursday.nearest_clear, Some(date("Fri")));
}

#[test]
fn a_clear_day_says_why() {
    let week = TestWeek::of("Mon strength moderate; Wed tempo; Sun long");
    let found = moving(&week, 0);
    assert_eq!(found[0].reason, "Clear: 2 days before Wednesday’s tempo.");
    assert_eq!(
        found[3].reason,
        "Clear: the day after Wednesday’s tempo, 3 days before Sunday’s long run."
    );
    assert_eq!(found[3].nearest_clear, None);
    let run = &moving(&week, 1)[3];
    assert_eq!(run.reason, "Clear: no legs in the two days before.");
    let upper = TestWeek::of("Mon strength upper; Tue tempo");
    assert_eq!(
        moving(&upper, 0)[0].reason,
        "Clear: the legs do not feel it, so any day will do."
    );
}

#[test]
fn hours_are_counted_where_the_clock_is_known() {
    let week = TestWeek::of("Mon 18:00 strength moderate 60min; Wed 09:00 tempo");
    assert_eq!(
        moving(&week, 0)[0].reason,
        "Clear: 38 h before Wednesday’s tempo."
    );
}

#[test]
fn what_the_week_suffers_anyway_is_no_reason() {
    let week = TestWeek::of("Mon strength light; Wed tempo; Thu intervals; Sun easy");
    assert_eq!(
        words(&moving(&week, 0))[4..],
        ["Fri clear", "Sat clear", "Sun hint"]
    );
}

#[test]
fn a_day_that_is_a_conflict_already_is_not_clear_and_says_why() {
    // Legs on the day before the tempo: an upper-body lift beside them changes nothing, and the day stays a conflict.
    let week = TestWeek::of("Tue strength heavy; Wed tempo; Fri easy");
    let upper = Plan::new(Workout::Strength(StrengthPlan {
        region: Some(Region::Upper),
        ..StrengthPlan::default()
    }));
    let slots = ["Mon", "Tue", "Wed", "Thu"].map(|day| Slot {
        date: date(day),
        start: Start::Unset,
    });
    let of = |week: &TestWeek| verdicts(&week.athlete, &week.context(), &upper, None, &slots);
    let found = of(&week);
    assert_eq!(
        words(&found),
        ["Mon clear", "Tue error", "Wed error", "Thu clear"]
    );
    assert!(
        found[1].reason.contains("Wednesday’s tempo"),
        "{}",
        found[1].reason
    );
    assert_eq!(found[1].adds, None);
    assert_eq!(found[1].nearest_clear, Some(date("Mon")));
    assert_eq!(found[2].nearest_clear, Some(date("Thu")));
    // Once accepted, the finding no longer counts.
    let mut accepted = week.clone();
    let finding = accepted
        .findings()
        .into_iter()
        .find(|finding| finding.rule == "legs-before-key-run")
        .unwrap();
    let settled = crate::rules::accept(&finding, "meant so", date("Mon"));
    accepted.athlete.profile.accepted.push(settled);
    assert_eq!(of(&accepted)[1].worst, None);
    // The session that causes the conflict takes it to its new day.
    assert_eq!(words(&moving(&week, 0))[2..4], ["Wed hint", "Thu clear"]);
}

#[test]
fn a_second_run_of_a_day_is_named() {
    let week = TestWeek::of("Wed tempo; Sun long");
    let easy = Plan::new(Workout::Run(RunPlan::of(RunKind::Recovery)));
    let slots = ["Wed", "Thu"].map(|day| Slot {
        date: date(day),
        start: Start::Unset,
    });
    let found = verdicts(&week.athlete, &week.context(), &easy, None, &slots);
    assert_eq!(
        found[0].reason,
        "A second run that day, beside the tempo; nothing hard suffers from it."
    );
    assert_eq!(found[1].reason, "Clear: nothing hard suffers from it.");
}

#[test]
fn a_key_run_is_judged_by_the_legs_before_it() {
    let week = TestWeek::of("Mon strength heavy; Thu tempo");
    assert_eq!(
        words(&moving(&week, 1))[..4],
        ["Mon error", "Tue error", "Wed clear", "Thu clear"]
    );
}

#[test]
fn a_new_session_and_a_copy_have_no_place_to_leave() {
    let week = TestWeek::of("Mon strength heavy; Wed tempo");
    let plan = Plan::new(Workout::Strength(StrengthPlan::default()));
    let slots = [Slot {
        date: date("Mon"),
        start: Start::Unset,
    }];
    let copied = verdicts(&week.athlete, &week.context(), &plan, None, &slots);
    assert_eq!(words(&copied), ["Mon warning"]);
    let rest = Plan::new(Workout::Rest);
    let rest = verdicts(&week.athlete, &week.context(), &rest, None, &slots);
    assert_eq!(words(&rest), ["Mon clear"]);
    assert!(verdicts(&week.athlete, &week.context(), &plan, None, &[]).is_empty());
}

#[test]
fn the_time_of_day_matters() {
    let week = TestWeek::of("Mon 18:00 strength light; Wed 07:00 easy 60min; Sun easy");
    let session = &week.athlete.sessions.all()[0];
    let at = |start| Slot {
        date: date("Wed"),
        start,
    };
    let clock = |hour| Start::Clock(NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    let slots = [
        at(clock(9)),
        at(clock(14)),
        at(Start::Part(DayPart::Evening)),
        at(Start::Unset),
    ];
    let found = verdicts(
        &week.athlete,
        &week.context(),
        &session.plan,
        Some(session.id),
        &slots,
    );
    assert_eq!(
        words(&found),
        ["Wed hint", "Wed clear", "Wed clear", "Wed hint"]
    );
}

#[test]
fn verdicts_agree_with_the_check_after_the_drop() {
    let week = TestWeek::of(
        "Mon strength heavy; Tue easy; Wed tempo; Thu am easy; Thu pm strength moderate; \
         Sat steady; Sun long; next Mon easy; next Tue intervals",
    );
    for index in 0..week.athlete.sessions.len() {
        let session = week.athlete.sessions.all()[index].clone();
        let mut gone = week.clone();
        gone.athlete.sessions.remove(session.id);
        let before = check_slots(&gone.timeline(), &gone.context());
        for verdict in moving(&week, index) {
            let mut dropped = week.clone();
            let mut moved = (*session).clone();
            moved.move_to(verdict.slot);
            dropped.athlete.sessions.put(moved.into(), 99);
            let after = check_slots(&dropped.timeline(), &dropped.context());
            let worst = crate::rules::verdict::added(&before, &after)
                .map(|f| f.severity)
                .max();
            assert_eq!(
                verdict.adds, worst,
                "{} to {:?}",
                session.plan.title, verdict.slot
            );
        }
    }
    assert!(week.athlete.sessions.get(SessionId::from_bits(1)).is_some());
}
