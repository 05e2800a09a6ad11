//! Weeks that stand right at the edge of a rule, on either side of it.
//!
//! They guard every figure and every severity of the checker: moving any threshold by one step, up or down, changes
//! what is found in one of these weeks, and every severity that a rule's source names is given by one of them.

mod dose;
mod life;
mod load;
mod recovery;
mod running;
mod spacing;
mod taper;
mod way_back;

use std::collections::BTreeSet;

use super::support::TestWeek;
use crate::rules::{RULES, Rule, Severity};

/// A week, and what a rule finds in it: `warning Tue Wed`, or nothing.
struct Edge {
    rule: &'static str,
    week: TestWeek,
    found: &'static str,
}

/// The edge of a rule; several findings are divided by commas.
fn edge(rule: &'static str, week: TestWeek, found: &'static str) -> Edge {
    Edge { rule, week, found }
}

/// All of them.
fn edges() -> Vec<Edge> {
    [
        spacing::edges(),
        dose::edges(),
        running::edges(),
        life::edges(),
        load::edges(),
        recovery::edges(),
        taper::edges(),
        way_back::edges(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One step of a threshold, in its own unit.
fn step(rule: &Rule, threshold: &str) -> f64 {
    match (rule.id, threshold) {
        // With at most a dozen exercises a share cannot change by single percents.
        ("churn", "percent") => 10.0,
        _ => 1.0,
    }
}

#[test]
fn every_edge_is_where_it_is_said_to_be() {
    for edge in edges() {
        let found = edge.week.found_by(edge.rule).join(", ");
        assert_eq!(
            found,
            edge.found,
            "{} in {:#?}",
            edge.rule,
            edge.week.found()
        );
    }
}

#[test]
fn no_threshold_moves_by_a_step_unnoticed() {
    let edges = edges();
    for rule in RULES {
        for threshold in rule.thresholds {
            let step = step(rule, threshold.name);
            for value in [threshold.value - step, threshold.value + step] {
                let notices = |edge: &Edge| {
                    let moved = edge.week.clone().threshold(rule.id, threshold.name, value);
                    moved.found_by(rule.id).join(", ") != edge.found
                };
                assert!(
                    edges
                        .iter()
                        .filter(|edge| edge.rule == rule.id)
                        .any(notices),
                    "{} could have {value} for {} and no week would tell",
                    rule.id,
                    threshold.name
                );
            }
        }
    }
}

#[test]
fn every_rule_has_a_week_on_either_side() {
    let edges = edges();
    for rule in RULES {
        let silent = edges
            .iter()
            .filter(|edge| edge.rule == rule.id && edge.found.is_empty());
        let speaking = edges
            .iter()
            .filter(|edge| edge.rule == rule.id && !edge.found.is_empty());
        assert!(silent.count() > 0, "{} is never silent", rule.id);
        assert!(speaking.count() > 0, "{} never speaks", rule.id);
    }
}

/// The file whose record has a rule's id.
fn source_of(rule: &Rule) -> String {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules")).unwrap();
    let files = folder.map(|file| file.unwrap().path());
    let sources = files.filter(|path| path.is_file());
    let id = format!("    id: \"{}\",", rule.id);
    sources
        .map(|path| std::fs::read_to_string(path).unwrap())
        .find(|source| source.contains(&id))
        .unwrap_or_else(|| panic!("no file has {}", rule.id))
}

/// The severities that the source of a rule gives, outside its tests. One that is only matched on, for a sentence
/// that fits what the coach has set, is not given.
fn given_by_source(rule: &Rule) -> BTreeSet<&'static str> {
    let source = source_of(rule);
    let source = source.split("#[cfg(test)]").next().unwrap();
    let is_given = |severity: &Severity| {
        let name = format!("Severity::{severity:?}");
        source.match_indices(&name).any(|(place, _)| {
            let before = source[..place].trim_end();
            let after = source[place + name.len()..].trim_start();
            !before.ends_with('|') && !after.starts_with('|') && !after.starts_with("=>")
        })
    };
    let all = [Severity::Conflict, Severity::Caution, Severity::Tip];
    all.into_iter()
        .filter(is_given)
        .map(Severity::key)
        .collect()
}

#[test]
fn every_severity_of_a_rule_is_given_by_a_week() {
    let edges = edges();
    for rule in RULES {
        let given: BTreeSet<_> = edges
            .iter()
            .filter(|edge| edge.rule == rule.id)
            .flat_map(|edge| edge.found.split(", "))
            .filter_map(|found| found.split(' ').next())
            .filter(|severity| !severity.is_empty())
            .collect();
        assert_eq!(given, given_by_source(rule), "{}", rule.id);
    }
}
