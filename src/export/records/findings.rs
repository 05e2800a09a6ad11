//! A row for every finding of the rules.

use chrono::NaiveDate;

use crate::domain::{Athlete, DateStyle, RowKind};
use crate::library::Library;
use crate::load;
use crate::rules::{self, Finding};

use super::cells::{Cell, Subject, Table, athlete_cell, week_name};
use crate::export::words;

pub(super) fn table(subjects: &[Subject], library: &Library, dates: DateStyle) -> Table {
    let columns = [
        ("Athlete", 20),
        ("Week", 10),
        ("Date", 12),
        ("Severity", 10),
        ("Finding", 30),
        ("What and why", 70),
        ("Sessions", 36),
        ("Accepted because", 36),
        ("Rule", 26),
        ("Source", 12),
    ];
    let rows = subjects.iter().flat_map(|subject| {
        subject.findings.iter().filter_map(move |finding| {
            let date = date_of(subject.athlete, finding)?;
            subject
                .holds(date)
                .then(|| row(subject.athlete, finding, (date, dates), library))
        })
    });
    Table::new(RowKind::Finding, &columns, rows.collect())
}

/// The day a finding hangs on: its first session's, or its first day where it has no session.
fn date_of(athlete: &Athlete, finding: &Finding) -> Option<NaiveDate> {
    let session = finding.sessions.first();
    session
        .and_then(|id| athlete.sessions.get(*id))
        .map(|session| session.date)
        .or_else(|| finding.days.first().copied())
}

fn row(
    athlete: &Athlete,
    finding: &Finding,
    (date, dates): (NaiveDate, DateStyle),
    library: &Library,
) -> Vec<Cell> {
    let rule = rules::rule(finding.rule);
    let sources = rule.map_or_else(String::new, |rule| rule.evidence.sayers());
    let sessions = finding.sessions.iter().filter_map(|id| {
        let session = athlete.sessions.get(*id)?;
        let title = load::title_of(&session.plan, library);
        Some(format!("{} {title}", dates.date(session.date)))
    });
    vec![
        athlete_cell(athlete),
        Cell::text(week_name(athlete, date)),
        Cell::Date(date),
        Cell::text(finding.severity.word()),
        Cell::text(finding.title),
        Cell::text(finding.message.trim()),
        Cell::text(words::joined(sessions, "; ")),
        Cell::text(finding.accepted.as_deref().unwrap_or_default().trim()),
        Cell::text(finding.rule),
        Cell::text(sources),
    ]
}
