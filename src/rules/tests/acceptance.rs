//! The sources' own weeks, and weeks of real life that must stay quiet.

use super::support::TestWeek;
use crate::library::Library;
use crate::text;

/// 001's week, whose full body on the eve of the tempo breaks the article's own rule.
const WEEK_001: &str = "Mon easy 60min; Tue strength full 40min; Wed tempo; Thu strength upper; \
    Fri steady 60min; Sat long; Sun rest";
/// 004's example in prose.
const WEEK_004: &str = "Tue 07:00 intervals 60min; Tue 18:00 strength lower 40min; \
    Sun 07:00 long 90min; Sun 18:00 strength lower 40min";

#[test]
fn week_000_is_clear() {
    let week = TestWeek::template(
        "Mon strength; Tue easy; Wed rest; Thu intervals; Fri strength; Sat rest; Sun long",
    );
    assert!(week.spacing().is_empty(), "{:?}", week.spacing());
}

#[test]
fn week_001_breaks_its_own_rule() {
    assert_eq!(
        TestWeek::template(WEEK_001).spacing(),
        [
            "legs-before-key-run warning Tue Wed",
            "key-runs-back-to-back hint Fri Sat"
        ]
    );
}

#[test]
fn week_002_only_misses_times() {
    let week = TestWeek::template(
        "Mon strength upper; Tue tempo; Wed easy; Wed strength lower; Thu rest; Fri tempo; \
         Sat easy; Sun long",
    );
    assert_eq!(week.spacing(), ["same-day-gap hint Wed"]);
}

#[test]
fn week_004_suits_its_own_policy_and_not_the_default() {
    assert!(
        TestWeek::template(WEEK_004)
            .policy("hard-days-hard")
            .spacing()
            .is_empty()
    );
    assert_eq!(
        TestWeek::template(WEEK_004).spacing(),
        ["off-policy-day hint Tue", "off-policy-day hint Sun"]
    );
}

#[test]
fn weeks_of_real_life_stay_quiet() {
    let half_marathoner = TestWeek::template(
        "Mon strength; Tue easy; Wed tempo; Thu am easy; Thu pm strength; Sat easy; Sun long",
    );
    assert!(
        half_marathoner.spacing().is_empty(),
        "{:?}",
        half_marathoner.spacing()
    );

    let advanced = TestWeek::template(
        "Mon am easy; Mon pm strength; Tue easy; Wed intervals; Thu am easy; Thu pm strength; \
         Sat easy; Sun long",
    )
    .level("advanced");
    assert!(advanced.spacing().is_empty(), "{:?}", advanced.spacing());

    let novice = TestWeek::template("Mon easy; Tue strength light 20min; Thu easy; Sun long")
        .level("novice");
    assert!(novice.spacing().is_empty(), "{:?}", novice.spacing());

    let hard_days = TestWeek::template(
        "Tue 06:30 intervals 60min; Tue 18:00 strength heavy 45min; Thu 06:30 tempo 60min; \
         Thu 12:30 strength moderate 40min; Sun long",
    )
    .policy("hard-days-hard");
    assert_eq!(hard_days.spacing(), ["same-day-gap hint Thu"]);

    let taper = TestWeek::of("Tue strength light; Wed easy; Thu steady; Sun race").race("Sun");
    assert!(taper.spacing().is_empty(), "{:?}", taper.spacing());
}

#[test]
fn a_template_wraps_from_sunday_to_monday() {
    let week = TestWeek::template("Mon tempo; Thu easy; Sun strength heavy");
    assert_eq!(week.spacing(), ["legs-before-key-run error Sun Mon"]);
    let real = TestWeek::of("Mon tempo; Thu easy; Sun strength heavy");
    assert!(real.spacing().is_empty());
    let weeks = TestWeek::template("Mon tempo; Sun strength heavy; next Mon easy");
    assert!(
        weeks.spacing().is_empty(),
        "the second week stands between them: {:?}",
        weeks.spacing()
    );
}

#[test]
fn real_weeks_see_their_neighbours() {
    let week = TestWeek::of("Sun strength heavy; next Mon intervals");
    assert_eq!(week.spacing(), ["legs-before-key-run error Sun Mon"]);
}

#[test]
fn what_was_not_trained_does_not_count() {
    assert!(
        TestWeek::of("Tue strength heavy skipped; Wed tempo")
            .spacing()
            .is_empty()
    );
    assert!(
        TestWeek::of("Tue strength heavy; Wed tempo missed")
            .spacing()
            .is_empty()
    );
    let done = TestWeek::of("Tue strength heavy done; Wed tempo");
    assert_eq!(done.spacing(), ["legs-before-key-run error Tue Wed"]);
    let partial = TestWeek::of("Tue strength heavy partial; Wed tempo");
    assert_eq!(partial.spacing(), ["legs-before-key-run error Tue Wed"]);
}

/// What all rules find in a week that ships as a file.
fn in_file(text: &str) -> Vec<String> {
    let library = Library::shipped().unwrap();
    let plan = text::read(text, &library);
    assert_eq!(plan.errors, []);
    let mut week = TestWeek::of("");
    week.athlete = plan.athlete();
    let week = if plan.template {
        week.into_template()
    } else {
        week.on(plan.sessions[0].date)
    };
    week.found()
}

#[test]
fn weeks_of_real_life_stay_quiet_with_all_rules_on() {
    let clear: [&str; 0] = [];
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/half-marathoner.txt")),
        clear
    );
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/advanced.txt")),
        clear
    );
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/novice.txt")),
        clear
    );
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/hard-days-hard.txt")),
        ["same-day-gap hint Thu"]
    );
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/taper.txt")),
        clear
    );
}

#[test]
fn the_sources_own_weeks_are_told_nothing_but_their_spacing() {
    let clear: [&str; 0] = [];
    assert_eq!(in_file(include_str!("../../../saves/weeks/000.txt")), clear);
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/001.txt")),
        [
            "legs-before-key-run warning Tue Wed",
            "key-runs-back-to-back hint Fri Sat"
        ]
    );
    assert_eq!(
        in_file(include_str!("../../../saves/weeks/002.txt")),
        ["same-day-gap hint Wed"]
    );
    assert_eq!(in_file(include_str!("../../../saves/weeks/004.txt")), clear);
}
