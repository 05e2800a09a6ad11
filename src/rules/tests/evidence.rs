//! Every rule can say why it is one.

use std::collections::HashSet;

use super::support::Week;
use crate::rules::{Certainty, Citation, RULES, Rule, Source, rule};

/// The articles that a line of sources cites by their numbers.
fn numbers(line: &str) -> HashSet<&str> {
    line.split(|c: char| !c.is_ascii_digit())
        .filter(|word| word.len() == 3 && word.starts_with("00"))
        .collect()
}

fn sources(citations: &[Citation]) -> HashSet<Source> {
    citations.iter().map(|citation| citation.source).collect()
}

fn cited(rule: &Rule) -> impl Iterator<Item = &Citation> {
    let evidence = &rule.evidence;
    evidence.says.iter().chain(evidence.disagrees)
}

#[test]
fn every_rule_says_when_it_speaks_and_what_is_known() {
    assert_eq!(RULES.len(), 33);
    for rule in RULES {
        let evidence = &rule.evidence;
        for text in [evidence.condition, evidence.grounds] {
            assert!(
                text.len() > 60 && text.ends_with('.'),
                "{}: {text}",
                rule.id
            );
        }
        assert!(!evidence.says.is_empty(), "{}", rule.id);
        for citation in cited(rule) {
            assert!(
                citation.says.ends_with('.'),
                "{}: {}",
                rule.id,
                citation.says
            );
        }
        let mut severities = rule.severities.to_vec();
        severities.sort_unstable_by(|a, b| b.cmp(a));
        severities.dedup();
        assert!(!severities.is_empty(), "{}", rule.id);
        assert_eq!(severities, rule.severities, "{}: worst first", rule.id);
    }
}

#[test]
fn the_condition_names_every_figure_and_no_other() {
    for rule in RULES {
        let condition = rule.evidence.condition;
        for threshold in rule.thresholds {
            let name = format!("{{{}}}", threshold.name);
            assert!(condition.contains(&name), "{}: {name}", rule.id);
        }
        let profile = crate::domain::Profile::named("Anna");
        let said = rule.condition(&profile);
        assert!(!said.contains(['{', '}']), "{}: {said}", rule.id);
    }
}

#[test]
fn the_condition_tells_the_figures_in_force() {
    let pain = rule("pain").unwrap();
    let week = Week::of("").threshold("pain", "days", 1.0);
    assert!(
        pain.condition(&week.athlete.profile)
            .contains("within 1 day,")
    );
    let usual = Week::of("").athlete.profile;
    assert!(pain.condition(&usual).contains("within 14 days,"));
}

#[test]
fn the_sources_on_a_finding_are_those_of_the_evidence() {
    for rule in RULES {
        let of = |citations| -> HashSet<&str> {
            let sources = sources(citations).into_iter();
            sources.filter_map(Source::number).collect()
        };
        let (says, against) = (of(rule.evidence.says), of(rule.evidence.disagrees));
        assert_eq!(numbers(rule.source), says, "{}: {}", rule.id, rule.source);
        let everybody: HashSet<&str> = says.union(&against).copied().collect();
        let told = numbers(rule.disagrees);
        assert!(
            told.is_subset(&everybody),
            "{}: {}",
            rule.id,
            rule.disagrees
        );
        assert!(against.is_subset(&told), "{}: {}", rule.id, rule.disagrees);
    }
}

#[test]
fn only_habit_stands_behind_no_strong_rule() {
    for rule in RULES {
        let strong = rule.evidence.certainty == Certainty::Strong;
        let measured = rule
            .evidence
            .says
            .iter()
            .any(|citation| citation.source.is_research());
        assert!(!strong || measured, "{}", rule.id);
    }
}
