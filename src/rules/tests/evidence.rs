//! Every rule can say why it is one.

use std::collections::HashSet;

use super::support::TestWeek;
use crate::rules::source::SourceKind;
use crate::rules::{Certainty, Citation, RULES, Rule, Source, rule};

fn sources(citations: &[Citation]) -> HashSet<Source> {
    citations.iter().map(|citation| citation.source).collect()
}

fn cited(rule: &Rule) -> impl Iterator<Item = &Citation> {
    let evidence = &rule.evidence;
    evidence.says.iter().chain(evidence.disagrees)
}

#[test]
fn every_rule_says_when_it_speaks_and_what_is_known() {
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
    let week = TestWeek::of("").threshold("pain", "days", 1.0);
    assert!(
        pain.condition(&week.athlete.profile)
            .contains("within 1 day,")
    );
    let usual = TestWeek::of("").athlete.profile;
    assert!(pain.condition(&usual).contains("within 14 days,"));
}

#[test]
fn nobody_says_a_thing_and_disagrees_with_it() {
    for rule in RULES {
        let (says, against) = (
            sources(rule.evidence.says),
            sources(rule.evidence.disagrees),
        );
        assert!(says.is_disjoint(&against), "{}", rule.id);
    }
}

#[test]
fn sources_go_by_their_names() {
    for rule in RULES {
        let evidence = &rule.evidence;
        let texts = [
            evidence.condition,
            evidence.grounds,
            rule.summary,
            rule.title,
        ];
        let said = cited(rule).flat_map(|cited| [cited.says, cited.source.name]);
        for text in texts.into_iter().chain(said) {
            let numbered = ["000", "001", "002", "003", "004"].map(|code| text.contains(code));
            assert_eq!(numbered, [false; 5], "{}: {text}", rule.id);
        }
        let line = evidence.sources();
        assert!(
            !line.contains("running coach") && !line.contains("running blog"),
            "{line}"
        );
    }
    let before = rule("legs-before-key-run").unwrap().evidence.sources();
    assert_eq!(
        before,
        "Basic-Fit, Run Smarter, “Should I Strength Train?”, StrengthLog, Doma & Deakin 2013; \
         disagrees: Run Smarter’s sample week"
    );
}

#[test]
fn only_habit_stands_behind_no_strong_rule() {
    for rule in RULES {
        let strong = rule.evidence.certainty == Certainty::Strong;
        let measured = rule
            .evidence
            .says
            .iter()
            .any(|citation| citation.source.kind == SourceKind::Research);
        assert!(!strong || measured, "{}", rule.id);
    }
}
