//! `explain`: a rule in words, or the list of all.

use std::fmt::Write as _;

use crate::domain::Profile;
use crate::rules::{Citation, RULES, Rule, RuleGroup, rule};

/// What there is to say of the rule with this id; without an id the list of all rules.
///
/// # Errors
///
/// A sentence that says which rules there are, when none has this id.
pub fn explain(id: Option<&str>) -> Result<String, String> {
    let Some(id) = id else { return Ok(list()) };
    let found = rule(id.trim()).ok_or_else(|| {
        format!("There is no rule \"{id}\". \"ironstride explain\" lists those there are.")
    })?;
    Ok(page(found))
}

fn list() -> String {
    let mut text = String::new();
    for group in RuleGroup::ALL {
        let _ = writeln!(text, "{}", group.name());
        for rule in RULES.iter().filter(|rule| rule.group == group) {
            let _ = writeln!(text, "  {:<26}{}", rule.id, rule.summary);
        }
    }
    text
}

fn page(rule: &Rule) -> String {
    let evidence = &rule.evidence;
    let certainty = evidence.certainty;
    let mut text = format!("{} ({})\n\n", rule.title, rule.id);
    let _ = writeln!(text, "{}\n", rule.condition(&Profile::named("")));
    let _ = writeln!(text, "{}. {}", certainty.name(), certainty.sentence());
    let _ = writeln!(text, "{}\n\nWho says so", evidence.grounds);
    text.push_str(&citations(evidence.says));
    if !evidence.disagrees.is_empty() {
        text.push_str("\nWho disagrees\n");
        text.push_str(&citations(evidence.disagrees));
    }
    if !rule.thresholds.is_empty() {
        text.push_str("\nFigures that can be changed\n");
    }
    for figure in rule.thresholds {
        let (usual, most) = (figure.say(figure.value), figure.say(figure.most));
        let least = figure.least;
        let _ = writeln!(text, "  {}: {usual} ({least} to {most})", figure.summary);
    }
    text
}

fn citations(all: &[Citation]) -> String {
    let mut text = String::new();
    for citation in all {
        let source = citation.source;
        let _ = writeln!(text, "  {}: {}", source.name, citation.says);
        let _ = writeln!(text, "    {}", source.reference);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_and_explained() {
        let list = explain(None).unwrap();
        for rule in RULES {
            assert!(list.contains(rule.id), "{}", rule.id);
            let page = explain(Some(rule.id)).unwrap();
            assert!(page.contains(rule.evidence.grounds), "{}", rule.id);
        }
    }

    #[test]
    fn a_page_has_the_figures_and_both_sides() {
        let page = explain(Some("legs-before-key-run")).unwrap();
        for words in [
            "ends less than 24 h before",
            "Coaches’ consensus.",
            "  Doma & Deakin 2013: ",
            "Who disagrees\n  Run Smarter’s sample week: ",
            "  Legs before a key session: 24 h (0 to 72 h)",
        ] {
            assert!(page.contains(words), "{words}\n{page}");
        }
    }

    #[test]
    fn a_rule_that_is_not_there_points_to_the_list() {
        assert!(explain(Some("legs")).unwrap_err().contains("explain"));
    }
}
