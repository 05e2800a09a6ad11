//! What a coach sets: rules off, severities, acceptances; and which days a timeline speaks about.

use chrono::Days;

use super::support::{TestWeek, date, monday};
use crate::domain::{DayPart, Grading, LegLoad, Session, Slot, Start, Workout};
use crate::rules::{Finding, RULES, RuleGroup, Timeline, accept, check, rule};

const CLASH: &str = "Tue strength heavy; Wed tempo";

#[test]
fn a_rule_that_is_off_says_nothing() {
    assert!(
        TestWeek::of(CLASH)
            .off("legs-before-key-run")
            .spacing()
            .is_empty()
    );
}

#[test]
fn a_severity_of_ones_own_wins() {
    let week = TestWeek::of(CLASH).rule("legs-before-key-run", |setting| {
        setting.severity = Some(Grading::Tip);
    });
    assert_eq!(week.spacing(), ["legs-before-key-run hint Tue Wed"]);
    let graded = |text: &str, grading| {
        let week = TestWeek::of(text).rule("legs-before-key-run", |setting| {
            setting.severity = Some(grading);
        });
        week.found_by("legs-before-key-run")
    };
    assert_eq!(graded(CLASH, Grading::Softer), ["warning Tue Wed"]);
    assert_eq!(graded(CLASH, Grading::Harder), ["error Tue Wed"]);
    let light = "Tue strength light; Wed tempo";
    assert_eq!(graded(light, Grading::Softer), ["hint Tue Wed"]);
    assert_eq!(graded(light, Grading::Harder), ["warning Tue Wed"]);
    assert_eq!(graded(light, Grading::Conflict), ["error Tue Wed"]);
}

fn accepted() -> TestWeek {
    let mut week = TestWeek::of(CLASH);
    let finding = week.spacing_findings().remove(0);
    assert_eq!(finding.accepted, None);
    week.athlete
        .profile
        .accepted
        .push(accept(&finding, "camp week", monday()));
    week
}

fn reasons(week: &TestWeek) -> Vec<Option<String>> {
    week.spacing_findings()
        .into_iter()
        .map(|finding| finding.accepted)
        .collect()
}

fn change(week: &mut TestWeek, change: impl FnOnce(&mut Session)) {
    let mut session = (*week.athlete.sessions.all()[0]).clone();
    change(&mut session);
    week.athlete.sessions.put(session.into(), 0);
}

#[test]
fn an_accepted_finding_carries_its_reason() {
    assert_eq!(reasons(&accepted()), [Some("camp week".to_owned())]);
}

#[test]
fn an_acceptance_ends_when_a_session_moves() {
    let mut week = accepted();
    change(&mut week, |session| {
        session.move_to(Slot {
            date: date("Tue"),
            start: Start::Part(DayPart::Morning),
        });
    });
    assert_eq!(reasons(&week), [None]);
}

#[test]
fn an_acceptance_ends_when_the_load_changes() {
    let mut week = accepted();
    change(&mut week, |session| {
        let Workout::Strength(plan) = &mut session.plan.workout else {
            panic!()
        };
        plan.leg_load_override = Some(LegLoad::Moderate);
    });
    assert_eq!(reasons(&week), [None]);
}

#[test]
fn an_acceptance_outlives_a_new_title() {
    let mut week = accepted();
    change(&mut week, |session| {
        "Squats".clone_into(&mut session.plan.title);
    });
    assert_eq!(reasons(&week), [Some("camp week".to_owned())]);
}

#[test]
fn a_timeline_speaks_about_its_days_and_sees_beyond_them() {
    let week = TestWeek::of("Sun strength heavy; next Mon tempo; next Sun strength heavy");
    let context = week.context();
    let of = |from, to| {
        let found = check(&Timeline::new(&week.athlete, &context, from, to), &context);
        let spacing = |f: &&Finding| rule(f.rule).unwrap().group == RuleGroup::Spacing;
        found.iter().filter(spacing).count()
    };
    assert_eq!(of(monday(), date("Sun")), 1);
    assert_eq!(of(monday() + Days::new(7), monday() + Days::new(13)), 1);
    assert_eq!(of(monday(), date("Sat")), 0);
}

#[test]
fn rules_are_known_by_unique_ids() {
    for listed in RULES {
        assert_eq!(rule(listed.id).map(|found| found.title), Some(listed.title));
        assert!(
            !listed.evidence.sources().is_empty() && !listed.summary.is_empty(),
            "{}",
            listed.id
        );
    }
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
}
