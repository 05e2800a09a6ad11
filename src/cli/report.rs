//! What a check found, as JSON for programs and as text for people.

use std::fmt::Write;

use serde::Serialize;

use crate::domain::phrase::counted;
use crate::rules::Severity;
use crate::text::TextError;

/// A finding in words, with nothing left to look up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedFinding {
    /// The rule's id.
    pub rule: &'static str,
    /// Heading.
    pub title: &'static str,
    /// How bad.
    pub severity: Severity,
    /// `2026-W48`; of a template `1`, `2` and so on.
    pub week: String,
    /// The days concerned, in three English letters.
    pub days: Vec<&'static str>,
    /// The sessions concerned: `strength full`, `tempo`.
    pub sessions: Vec<String>,
    /// What and why, in one sentence.
    pub message: String,
    /// The source that says so, and the one that disagrees.
    pub source: String,
    /// The coach's reason, when the finding was accepted.
    pub accepted: Option<String>,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// The findings, by week; those that were accepted among them.
    pub findings: Vec<ReportedFinding>,
    /// What could not be read.
    pub errors: Vec<TextError>,
}

/// The keys of a finding in JSON. They are a contract.
#[derive(Serialize)]
struct FindingKeys<'a> {
    rule: &'a str,
    severity: &'static str,
    week: &'a str,
    days: &'a [&'static str],
    sessions: &'a [String],
    message: &'a str,
    source: &'a str,
}

/// The keys of an error in JSON. They are a contract.
#[derive(Serialize)]
struct ErrorKeys<'a> {
    line: usize,
    column: usize,
    message: &'a str,
}

/// The keys of the report in JSON. They are a contract.
#[derive(Serialize)]
struct ReportKeys<'a> {
    findings: Vec<FindingKeys<'a>>,
    errors: Vec<ErrorKeys<'a>>,
}

impl CheckReport {
    /// The findings nobody accepted.
    pub fn open_findings(&self) -> impl Iterator<Item = &ReportedFinding> {
        self.findings
            .iter()
            .filter(|finding| finding.accepted.is_none())
    }

    /// How many of the findings nobody accepted are this bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.open_findings()
            .filter(|finding| finding.severity == severity)
            .count()
    }

    /// 0 without conflicts, 1 with one, 2 when something could not be read.
    pub fn exit_code(&self) -> u8 {
        match (self.errors.is_empty(), self.count(Severity::Conflict)) {
            (false, _) => 2,
            (true, 0) => 0,
            (true, _) => 1,
        }
    }

    /// One JSON object. Accepted findings are quiet and not in it.
    pub fn json(&self) -> String {
        let findings = self.open_findings().map(|finding| FindingKeys {
            rule: finding.rule,
            severity: finding.severity.key(),
            week: &finding.week,
            days: &finding.days,
            sessions: &finding.sessions,
            message: &finding.message,
            source: &finding.source,
        });
        let errors = self.errors.iter().map(|error| ErrorKeys {
            line: error.line,
            column: error.column,
            message: &error.message,
        });
        let keys = ReportKeys {
            findings: findings.collect(),
            errors: errors.collect(),
        };
        // Strings and numbers always have a form in JSON.
        serde_json::to_string(&keys).unwrap_or_default()
    }

    /// The findings for people, week by week, and how many there are.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut week = None;
        for finding in &self.findings {
            if week != Some(&finding.week) {
                let gap = if week.is_some() { "\n" } else { "" };
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{gap}Week {}", finding.week);
                week = Some(&finding.week);
            }
            let (shape, word) = match finding.accepted {
                Some(_) => ('✓', "Accepted"),
                None => (shape(finding.severity), finding.severity.word()),
            };
            let _ = writeln!(
                text,
                "  {shape} {word:<8}  {}: {}",
                finding.days.join(", "),
                finding.title
            );
            let _ = writeln!(text, "    {}", finding.message);
            let _ = match &finding.accepted {
                Some(reason) => writeln!(text, "    Reason: {reason}"),
                None => writeln!(text, "    Source: {} ({})", finding.source, finding.rule),
            };
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&self.summary());
        text.push('\n');
        text
    }

    /// `1 conflict, 2 cautions, 1 accepted.`
    fn summary(&self) -> String {
        let accepted = self.findings.len() - self.open_findings().count();
        let counts = [
            (self.count(Severity::Conflict), "conflict", "conflicts"),
            (self.count(Severity::Caution), "caution", "cautions"),
            (self.count(Severity::Tip), "tip", "tips"),
            (accepted, "accepted", "accepted"),
            (self.errors.len(), "error", "errors"),
        ];
        let parts = counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| counted(*count, one, many));
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() {
            "Clear: no findings.".to_owned()
        } else {
            format!("{}.", parts.join(", "))
        }
    }
}

/// The shape of a severity, which reads without colour.
fn shape(severity: Severity) -> char {
    match severity {
        Severity::Conflict => '⬣',
        Severity::Caution => '▲',
        Severity::Tip => '●',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(severity: Severity, week: &str) -> ReportedFinding {
        ReportedFinding {
            rule: "legs-before-key-run",
            title: "Legs before a key run",
            severity,
            week: week.to_owned(),
            days: vec!["Tue", "Wed"],
            sessions: vec!["strength full".to_owned(), "tempo".to_owned()],
            message: "Tired legs on Wed.".to_owned(),
            source: "000, 001".to_owned(),
            accepted: None,
        }
    }

    #[test]
    fn json_has_the_keys_of_the_contract() {
        let error = TextError {
            line: 3,
            column: 6,
            message: "\"x\" is not known".to_owned(),
        };
        let report = CheckReport {
            findings: vec![finding(Severity::Caution, "2026-W48")],
            errors: vec![error],
        };
        let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "findings": [{
                    "rule": "legs-before-key-run", "severity": "warning", "week": "2026-W48", "days": ["Tue", "Wed"],
                    "sessions": ["strength full", "tempo"], "message": "Tired legs on Wed.", "source": "000, 001",
                }],
                "errors": [{"line": 3, "column": 6, "message": "\"x\" is not known"}],
            })
        );
        assert_eq!(
            CheckReport::default().json(),
            r#"{"findings":[],"errors":[]}"#
        );
    }

    #[test]
    fn the_exit_code_tells_conflicts_and_errors() {
        let mut report = CheckReport {
            findings: vec![finding(Severity::Caution, "1")],
            errors: Vec::new(),
        };
        assert_eq!(report.exit_code(), 0);
        report.findings.push(finding(Severity::Conflict, "1"));
        assert_eq!(report.exit_code(), 1);
        report.errors.push(TextError {
            line: 1,
            column: 1,
            message: String::new(),
        });
        assert_eq!(report.exit_code(), 2);
    }

    #[test]
    fn accepted_findings_are_quiet_but_told() {
        let accepted = ReportedFinding {
            accepted: Some("used to it".to_owned()),
            ..finding(Severity::Conflict, "1")
        };
        let report = CheckReport {
            findings: vec![accepted],
            errors: Vec::new(),
        };
        assert_eq!(report.exit_code(), 0);
        assert!(report.json().contains(r#""findings":[]"#));
        assert!(report.text().contains("Reason: used to it"));
    }

    #[test]
    fn text_groups_by_week_and_shows_shape_and_word() {
        let findings = vec![
            finding(Severity::Conflict, "1"),
            finding(Severity::Tip, "1"),
            finding(Severity::Caution, "2"),
        ];
        let text = CheckReport {
            findings,
            errors: Vec::new(),
        }
        .text();
        assert_eq!(text.matches("Week ").count(), 2);
        for words in [
            "⬣ Conflict  Tue, Wed: Legs before a key run",
            "● Tip",
            "▲ Caution",
            "1 conflict, 1 caution, 1 tip.",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
        assert_eq!(CheckReport::default().text(), "Clear: no findings.\n");
    }
}
