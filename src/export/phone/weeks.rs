//! The weeks of a page: their days, and what stands on each.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{Athlete, ExerciseId, OpenFindings};
use crate::export::{WeekOptions, cards, week_sheet};
use crate::library::Library;

use super::request::PageRequest;
use super::sessions::{Exercise, PageSession, page_session};

/// A week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PageWeek {
    /// "Week 48".
    name: String,
    /// "23–29 November 2026 · 7 weeks to Half marathon".
    subtitle: String,
    /// "5 runs, 42 km", "2 × strength".
    totals: Vec<String>,
    days: Vec<PageDay>,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PageDay {
    date: NaiveDate,
    /// "Tuesday 24 November".
    name: String,
    /// Why it differs from the usual week: "Travel: Lisbon".
    #[serde(skip_serializing_if = "String::is_empty")]
    remark: String,
    /// "Rest." and what was said about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    rest: String,
    /// Races without a session of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    races: Vec<PageRace>,
    sessions: Vec<PageSession>,
}

/// A race.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PageRace {
    title: String,
    lines: Vec<String>,
}

/// The weeks of a request. How their exercises are done is gathered in `exercises`.
pub(super) fn page_weeks(
    athlete: &Athlete,
    library: &Library,
    request: &PageRequest<'_>,
    exercises: &mut BTreeMap<ExerciseId, Exercise>,
) -> Vec<PageWeek> {
    let options = WeekOptions {
        message: String::new(),
        open_findings: OpenFindings::Hide,
        today: request.today,
        dates: request.dates,
    };
    let weeks = request.weeks.iter().map(|&first| {
        let sheet = week_sheet(athlete, library, &[], first, &options);
        let days = crate::domain::Week::starting(first).days();
        let days = days.into_iter().zip(sheet.days).map(|(date, day)| {
            let races = athlete.profile.races.iter();
            let races = races
                .filter(|race| race.date == date && !cards::has_session(race, athlete))
                .map(|race| {
                    let card = cards::race_card(race, athlete.profile.units);
                    let lines = card.lines.into_iter().chain(card.done).collect();
                    PageRace {
                        title: card.title,
                        lines,
                    }
                });
            let sessions = athlete.sessions.on(date).iter();
            let sessions = sessions
                .filter(|session| request.session.is_none_or(|only| session.id == only))
                .map(|session| page_session(session, athlete, library, request, exercises))
                .collect();
            PageDay {
                date,
                name: request.dates.weekday_month(date),
                remark: day.remark,
                rest: day.rest,
                races: races.collect(),
                sessions,
            }
        });
        PageWeek {
            days: days.collect(),
            // The name stands above it by itself.
            subtitle: match sheet.subtitle.split_once(" · ") {
                Some((name, rest)) if name == sheet.week => rest.to_owned(),
                _ => sheet.subtitle,
            },
            name: sheet.week,
            totals: sheet.totals,
        }
    });
    weeks.collect()
}

/// The weeks in words, a paragraph a day.
pub(super) fn words_of(weeks: &[PageWeek]) -> String {
    let mut out = String::new();
    for week in weeks {
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            out,
            "{} · {}\n{}\n\n",
            week.name,
            week.subtitle,
            week.totals.join(" · ")
        );
        for day in &week.days {
            let _ = writeln!(out, "{}", day.name);
            for line in [&day.remark, &day.rest] {
                if !line.is_empty() {
                    let _ = writeln!(out, "{line}");
                }
            }
            for race in &day.races {
                let _ = writeln!(out, "– {}: {}", race.title, race.lines.join(", "));
            }
            for session in &day.sessions {
                session.write_words(&mut out);
            }
            out.push('\n');
        }
    }
    out
}
