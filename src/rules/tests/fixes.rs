//! Each rule's fixes, by their labels and by what they leave.

use chrono::Days;

use super::support::{TestWeek, date, monday};
use crate::domain::{DateStyle, KeyMark, LegLoad, RunKind, Stamp, Start, Workout};
use crate::edit::apply;
use crate::rules::{Finding, Fix, fixes};

fn finding(week: &TestWeek, rule: &str) -> Finding {
    week.findings()
        .into_iter()
        .find(|finding| finding.rule == rule)
        .expect("a finding")
}

pub(super) fn fixes_of(week: &TestWeek, rule: &str) -> Vec<Fix> {
    fixes(&finding(week, rule), &week.athlete, &week.context())
}

pub(super) fn labels(week: &TestWeek, rule: &str) -> Vec<String> {
    fixes_of(week, rule)
        .into_iter()
        .map(|fix| fix.label)
        .collect()
}

pub(super) fn applied(week: &TestWeek, fix: &Fix) -> TestWeek {
    let mut fixed = week.clone();
    apply(&mut fixed.athlete, &fix.edits, Stamp::default());
    fixed
}

#[test]
fn legs_move_to_the_nearest_clear_day() {
    let week = TestWeek::of("Tue strength heavy; Wed tempo; Sun long");
    assert_eq!(labels(&week, "legs-before-key-run"), ["Move to Mon"]);
    let busy = TestWeek::of("Mon long; Tue strength heavy; Wed tempo; Sun long");
    assert_eq!(labels(&busy, "legs-before-key-run"), ["Move to Thu"]);
    let apart = busy.policy("separate");
    assert_eq!(labels(&apart, "legs-before-key-run"), ["Move to Fri"]);
}

#[test]
fn light_legs_a_day_before_are_offered_where_they_fall_silent() {
    let week = TestWeek::of("Tue 07:00 strength heavy 40min; Wed 18:00 tempo");
    let offered = fixes_of(&week, "legs-before-key-run");
    let light = offered
        .iter()
        .find(|fix| fix.label == "Make it light")
        .unwrap();
    let fixed = applied(&week, light);
    assert!(fixed.spacing().is_empty());
    let plan = fixed.athlete.sessions.all()[0].plan.strength().unwrap();
    assert_eq!(plan.leg_load, Some(LegLoad::Light));
}

#[test]
fn legs_swap_with_an_upper_session() {
    let week = TestWeek::of("Tue strength moderate; Wed tempo; Thu strength upper; Sun long");
    let labels = labels(&week, "legs-before-key-run");
    assert!(
        labels.contains(&"Swap with Thu’s upper body".to_owned()),
        "{labels:?}"
    );
}

#[test]
fn the_run_goes_first() {
    let timed = TestWeek::of("Tue 07:00 strength heavy 40min; Tue 18:00 easy 40min");
    let fix = &fixes_of(&timed, "lift-before-run")[0];
    assert_eq!(fix.label, "Run first, then lift");
    assert!(applied(&timed, fix).spacing().is_empty());

    let untimed = TestWeek::of("Tue strength moderate; Tue easy");
    let fix = &fixes_of(&untimed, "lift-before-run")[0];
    assert_eq!(applied(&untimed, fix).spacing(), ["same-day-gap hint Tue"]);
}

#[test]
fn times_are_set_six_hours_apart() {
    let week = TestWeek::of("Tue easy 60min; Tue strength moderate");
    let fix = &fixes_of(&week, "same-day-gap")[0];
    assert_eq!(fix.label, "Set times: run first");
    let fixed = applied(&week, fix);
    assert!(fixed.spacing().is_empty());
    let starts: Vec<_> = fixed
        .athlete
        .sessions
        .all()
        .iter()
        .map(|s| s.plan.start)
        .collect();
    let clock = |hour| Start::Clock(chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    assert_eq!(starts, [clock(7), clock(18)]);
}

#[test]
fn a_long_run_pushes_the_lift_past_the_usual_evening() {
    let week = TestWeek::of("Tue 10:00 easy 180min; Tue strength moderate");
    let fixed = applied(&week, &fixes_of(&week, "same-day-gap")[0]);
    let lift = fixed.athlete.sessions.all()[1].plan.start;
    assert_eq!(
        lift,
        Start::Clock(chrono::NaiveTime::from_hms_opt(19, 0, 0).unwrap())
    );
}

#[test]
fn heavy_legs_beside_a_key_run_are_lightened_or_moved() {
    let week =
        TestWeek::of("Tue 07:00 tempo; Tue 18:00 strength heavy; Sun long").off("off-policy-day");
    assert_eq!(
        labels(&week, "hard-stack"),
        ["Move to Wed", "Make it light"]
    );
}

#[test]
fn the_second_session_spares_the_legs() {
    let week = TestWeek::of("Tue strength heavy; Wed strength heavy");
    let labels = labels(&week, "legs-48h");
    assert_eq!(labels.last().unwrap(), "Make Wed upper body and core");
}

#[test]
fn the_lesser_run_is_made_easy() {
    let equal = TestWeek::of("Fri tempo; Sat long");
    assert!(labels(&equal, "key-runs-back-to-back").contains(&"Make Sat easy".to_owned()));

    let week = TestWeek::of("Fri steady 60min; Sat long");
    let offered = fixes_of(&week, "key-runs-back-to-back");
    let easy = offered
        .iter()
        .find(|fix| fix.label.starts_with("Make"))
        .unwrap();
    assert_eq!(easy.label, "Make Fri easy");
    let fixed = applied(&week, easy);
    let plan = &fixed.athlete.sessions.all()[0].plan;
    let Workout::Run(run) = &plan.workout else {
        panic!()
    };
    assert_eq!(
        (run.kind, plan.key, plan.duration.unwrap().0),
        (RunKind::Easy, KeyMark::ByKind, 60)
    );
}

#[test]
fn what_is_done_or_locked_stays() {
    let done = TestWeek::of("Tue strength heavy done; Wed tempo");
    assert_eq!(
        labels(&done, "legs-before-key-run"),
        ["Move Wed’s tempo to Thu"]
    );
    let locked = TestWeek::of("Tue strength heavy locked; Wed tempo locked");
    assert!(labels(&locked, "legs-before-key-run").is_empty());
}

#[test]
fn nothing_moves_into_the_past() {
    let week = TestWeek::of("Mon strength heavy; Tue tempo; Wed easy; Sun long");
    let finding = finding(&week, "legs-before-key-run");
    let mut context = week.context();
    context.today = monday();
    for fix in fixes(&finding, &week.athlete, &context) {
        let moved = applied(&week, &fix);
        let all = moved.athlete.sessions.all();
        assert!(
            all.iter().all(|session| session.date >= monday()),
            "{}",
            fix.label
        );
    }
}

#[test]
fn nothing_moves_to_a_day_without_time() {
    let mut week = TestWeek::of("Tue strength heavy; Wed tempo; Sun long");
    week.athlete.profile.availability.week[0] = crate::domain::DayAvailability::Unavailable;
    assert_eq!(labels(&week, "legs-before-key-run"), ["Move to Thu"]);
}

#[test]
fn nothing_moves_more_than_a_week() {
    // Two weeks of a real marathon plan; the Sunday before the first week is free.
    let week = "Tue am easy; Tue pm strength moderate; Wed tempo; Thu easy; Fri strength moderate; Sat easy; Sun long";
    let mut text = week.to_owned();
    for session in week.split("; ") {
        text = format!("{text}; next {session}");
    }
    let weeks = TestWeek::of(&text);
    for finding in weeks.findings() {
        for fix in fixes(&finding, &weeks.athlete, &weeks.context()) {
            let fixed = applied(&weeks, &fix);
            for session in weeks.athlete.sessions.all() {
                let after = fixed.athlete.sessions.get(session.id);
                let days = after.map_or(0, |after| (after.date - session.date).num_days().abs());
                assert!(days <= 7, "{}: {days} days", fix.label);
            }
        }
    }
}

#[test]
fn a_full_week_looks_into_the_next() {
    let week = TestWeek::of(
        "Mon tempo; Tue strength heavy; Wed tempo; Thu tempo; Fri tempo; Sat tempo; Sun tempo; Sun strength upper; \
         next Mon easy; next Wed easy",
    );
    let labels = labels(&week, "legs-before-key-run");
    assert_eq!(labels[0], "Move to Tue 1 Dec");
    let american = week.context().written(DateStyle::MonthFirst);
    let found = finding(&week, "legs-before-key-run");
    let fixes = fixes(&found, &week.athlete, &american);
    assert_eq!(fixes[0].label, "Move to Tue Dec 1");
    assert_eq!(
        monday() + Days::new(8),
        chrono::NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
    );
}

#[test]
fn a_template_is_fixed_within_its_weeks() {
    let week = TestWeek::template("Mon tempo; Thu easy; Sun strength heavy");
    assert_eq!(labels(&week, "legs-before-key-run")[0], "Move to Sat");
}

#[test]
fn a_finding_that_is_gone_has_no_fixes() {
    let week = TestWeek::of("Tue strength heavy; Wed tempo");
    let finding = finding(&week, "legs-before-key-run");
    let other = TestWeek::of("Tue strength heavy; Thu tempo");
    assert!(fixes(&finding, &other.athlete, &other.context()).is_empty());
}

#[test]
fn what_makes_nothing_worse_stands_before_what_does() {
    // All other days have a run, and this athlete's legs are to stay away from runs.
    let week = TestWeek::of(
        "Mon easy; Tue strength heavy; Wed strength heavy; Thu easy; Fri easy; Sat easy; Sun easy; next Mon easy; \
         next Tue easy; next Wed easy; next Thu easy; next Fri easy; next Sat easy; next Sun easy",
    )
    .policy("separate");
    let offered = fixes_of(&week, "legs-48h");
    let (clean, others): (Vec<&Fix>, Vec<&Fix>) =
        offered.iter().partition(|fix| fix.worse.is_empty());
    let labels: Vec<&str> = clean.iter().map(|fix| fix.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Make Tue light",
            "Make Wed light",
            "Make Wed upper body and core"
        ]
    );
    assert!(
        offered[..labels.len()]
            .iter()
            .all(|fix| fix.worse.is_empty())
    );
    assert!(!others.is_empty());
    assert!(others.iter().all(|fix| fix.worse.len() == 1), "{others:?}");
}

#[test]
fn a_long_run_that_is_cut_takes_the_climb_after_it_along() {
    let week = TestWeek::of("Sun long 18km; next Sun long 18.4km; next Tue easy 5km")
        .after(5, "Tue easy 8km; Thu easy 8km; Sun long 15km");
    let offered = fixes_of(&week, "single-run-spike");
    assert_eq!(offered[0].label, "Shorten to 16.5 km, and the next run");
    assert!(offered[0].worse.is_empty());
    let fixed = applied(&week, &offered[0]);
    let long = |date| {
        let run = fixed.athlete.sessions.on(date)[0].plan.run().unwrap();
        run.distance.unwrap().km()
    };
    assert!((long(date("Sun")) - 16.5).abs() < 0.01);
    let next = long(date("Sun") + Days::new(7));
    assert!((next - 18.1).abs() < 0.01, "{next}");
    let climbs_by_itself = TestWeek::of("Sun long 18km; next Sun long 18km")
        .after(5, "Tue easy 8km; Thu easy 8km; Sun long 15km");
    assert_eq!(
        labels(&climbs_by_itself, "single-run-spike"),
        ["Shorten to 16.5 km"]
    );
}

#[test]
fn a_hard_run_swaps_with_an_easy_one_of_its_week() {
    let week =
        TestWeek::of("Mon easy 40min; Tue rest; Wed easy 40min; Fri tempo 50min; Sat long 90min");
    let swapped = labels(&week, "key-runs-back-to-back");
    let swap = "Swap Fri’s tempo with Wed’s easy run".to_owned();
    assert!(swapped.contains(&swap), "{swapped:?}");
}

#[test]
fn a_lift_before_a_run_may_move_to_another_day() {
    let week =
        TestWeek::of("Tue 07:00 strength heavy 40min; Tue 08:00 tempo 50min; Fri easy; Sun long");
    let offered = labels(&week, "lift-before-run");
    assert!(
        offered.iter().any(|label| label.starts_with("Move to ")),
        "{offered:?}"
    );
}

#[test]
fn a_run_that_is_hard_and_too_long_after_a_break_becomes_easy_and_short() {
    let week = TestWeek::of(
        "Mon easy 10km; next Mon rest; next Mon rest; next Tue tempo 9km; Thu easy 3km",
    )
    .done("Mon")
    .on(monday() + Days::new(21));
    let offered = labels(&week, "return-after-break");
    let easy = "Make Tue easy over 5 km".to_owned();
    assert!(offered.contains(&easy), "{offered:?}");
}

#[test]
fn a_run_that_is_cut_alone_names_no_runs_after_it() {
    let week = TestWeek::of("Mon easy 10km; next Mon rest; next Mon rest; next Tue easy 9km")
        .done("Mon")
        .on(monday() + Days::new(21));
    assert_eq!(labels(&week, "return-after-break")[0], "Shorten to 5 km");
}
