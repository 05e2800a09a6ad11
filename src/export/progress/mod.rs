//! Gathers what was done as figures: sessions, distance, load, races, pains. The charts are drawn beside.

mod charts;
mod narrow;
mod rows;
mod span;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::chart::ChartSelection;
use crate::domain::{
    Athlete, DateStyle, Guidance, Ink, Meters, Minutes, Paper, Seconds, Session, Status,
};
use crate::library::Library;
use crate::load::series::{self, WeekTotals};
use crate::rules::Finding;

use super::words;
use charts::{Subject, report_charts};
use span::Span;

pub use charts::{ChartNote, ChartSection, Drawings, ReportChart, TitleWord};
pub use narrow::{NarrowChart, narrow_charts};

/// A hundred hours.
const MANY_MINUTES: f64 = 6000.0;

/// A report on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProgressSheet {
    /// The athlete's name.
    pub athlete: String,
    /// "Progress report · 31 August – 22 November 2026".
    pub subtitle: String,
    /// What stands on the right of the head.
    pub totals: Vec<String>,
    /// The figures to read first.
    pub facts: Vec<Fact>,
    /// The charts.
    pub charts: ChartSection,
    /// Races of these weeks: "4 October: Park run, 10 km, 45:12".
    pub races: Vec<String>,
    /// What hurt: "Left knee: 2 times, last on 3 November".
    pub pains: Vec<String>,
}

/// A figure with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "42 of 48".
    pub figure: String,
    /// "sessions done".
    pub meaning: String,
}

/// How a report is gathered.
#[derive(Debug, Clone)]
pub struct ProgressOptions<'a> {
    /// First day of its first week.
    pub from: NaiveDate,
    /// How many weeks, at least one.
    pub weeks: u32,
    /// The current day.
    pub today: NaiveDate,
    /// Its charts, and the exercises in them.
    pub choice: &'a ChartSelection,
    /// What the printer can do.
    pub ink: Ink,
    /// The sheet of paper.
    pub paper: Paper,
    /// Whether it says how its charts are read.
    pub guidance: Guidance,
    /// How dates are written.
    pub dates: DateStyle,
}

/// The report of an athlete, with its pictures in `drawings`. `findings` are those of its weeks.
pub fn progress_sheet(
    athlete: &Athlete,
    library: &Library,
    findings: &[Finding],
    options: &ProgressOptions<'_>,
    drawings: &mut Drawings,
) -> ProgressSheet {
    let span = Span::new(options.from, options.weeks, options.today);
    let (from, last) = (span.from, span.last);
    let today = options.today;
    let weeks = series::weekly(athlete, library, today, from, span.weeks as usize);
    let sessions = athlete.sessions.between(from, last);
    let mut totals = vec![words::counted(weeks.len(), "week", "weeks")];
    if span.is_over() {
        totals.push(format!("as it stood on {}", options.dates.long_date(last)));
    }
    // What came after a report of weeks gone by is no part of it.
    let then = span.is_over().then(|| as_of(athlete, last));
    let subject = Subject {
        dates: options.dates,
        athlete: then.as_ref().unwrap_or(athlete),
        library,
        findings,
        span,
        ink: options.ink,
        paper: options.paper,
    };
    let mut charts = report_charts(&subject, options.choice, drawings);
    if options.guidance == Guidance::Hide {
        charts.notes.clear();
    }
    ProgressSheet {
        athlete: athlete.profile.name.trim().to_owned(),
        subtitle: words::joined(
            ["Progress report", &options.dates.long_span(from, last)],
            " · ",
        ),
        totals,
        facts: facts(athlete, sessions.iter().map(AsRef::as_ref), &weeks, today),
        charts,
        races: races(athlete, span, options.dates),
        pains: pains(sessions.iter().map(AsRef::as_ref), span, options.dates),
    }
}

/// The athlete as they stood on a day.
fn as_of(athlete: &Athlete, day: NaiveDate) -> Athlete {
    let mut then = athlete.clone();
    let sessions = athlete.sessions.between(NaiveDate::MIN, day);
    then.sessions = sessions.to_vec().into();
    then.profile.tested_maxes.retain(|max| max.date <= day);
    let ahead = then.profile.races.iter_mut();
    for race in ahead.filter(|race| race.date > day) {
        race.result = None;
    }
    then
}

fn facts<'a>(
    athlete: &Athlete,
    sessions: impl Iterator<Item = &'a Session>,
    weeks: &[WeekTotals],
    today: NaiveDate,
) -> Vec<Fact> {
    let (mut planned, mut done, mut seconds) = (0, 0, 0.0);
    for session in sessions.filter(|session| session.date <= today) {
        if !session.kind().is_session() {
            continue;
        }
        let waits = session.status == Status::Planned && session.date == today;
        planned += usize::from(!waits);
        if !session.status.is_trained() {
            continue;
        }
        done += 1;
        let log = session.log.clone().unwrap_or_default();
        let moving = log
            .run
            .as_ref()
            .and_then(|run| run.moving)
            .map(Seconds::minutes);
        seconds += log
            .duration
            .map(|n| f64::from(n.0))
            .or(moving)
            .unwrap_or(0.0)
            * 60.0;
    }
    let unit = athlete.profile.units.distance;
    let longest = weeks.iter().map(|week| week.done.longest.m());
    let longest = longest.fold(0.0, f64::max);
    let meters: f64 = weeks.iter().map(|week| week.done.distance.m()).sum();
    let strength: f64 = weeks.iter().map(|week| week.done.strength_au).sum();
    let load: f64 = weeks.iter().map(|week| week.done.au()).sum();
    let fact = |figure: String, meaning: &str| Fact {
        figure,
        meaning: meaning.to_owned(),
    };
    let mut facts = vec![
        fact(format!("{done} of {planned}"), "sessions done"),
        fact(words::rounded_distance(Meters::new(meters), unit), "run"),
    ];
    if longest > 0.0 {
        facts.push(fact(
            words::distance(Meters::new(longest), unit),
            "longest run",
        ));
    }
    facts.push(fact(hours(seconds), "of training logged"));
    if load > 0.0 {
        let share = format!("{} %", words::number(strength / load * 100.0, 0));
        facts.push(fact(share, "load from strength"));
    }
    facts
}

/// "54 h 13 min"; of very many hours nobody wants the minutes.
fn hours(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round();
    let minutes = if minutes < MANY_MINUTES {
        minutes
    } else {
        (minutes / 60.0).round() * 60.0
    };
    words::minutes(Minutes(minutes as u32))
}

/// Races of the weeks: what they took, or what is hoped for.
fn races(athlete: &Athlete, span: Span, dates: DateStyle) -> Vec<String> {
    let races = athlete.profile.races.iter();
    let mut races: Vec<_> = races
        .filter(|race| (span.from..=span.last).contains(&race.date))
        .collect();
    races.sort_by_key(|race| race.date);
    let unit = athlete.profile.units.distance;
    let lines = races.into_iter().map(|race| {
        let far = race.distance.map(|far| words::distance(far, unit));
        let goal = race.target.filter(|_| race.date >= span.today);
        let goal = goal.map(|goal| format!("goal {}", words::clock(goal)));
        let time = race.result.map(words::clock).or(goal);
        let name = format!("{}: {}", day(race.date, span, dates), race.name.trim());
        words::joined([Some(name), far, time].into_iter().flatten(), ", ")
    });
    lines.collect()
}

/// Where it hurt, how often and when last, the most frequent first.
fn pains<'a>(
    sessions: impl Iterator<Item = &'a Session>,
    span: Span,
    dates: DateStyle,
) -> Vec<String> {
    let mut places: Vec<(String, usize, NaiveDate)> = Vec::new();
    for session in sessions {
        let Some(log) = &session.log else { continue };
        for pain in &log.pains {
            let place = words::capitalised(pain.place.trim());
            match places.iter_mut().find(|(other, ..)| *other == place) {
                Some((_, count, last)) => (*count, *last) = (*count + 1, session.date),
                None => places.push((place, 1, session.date)),
            }
        }
    }
    places.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let lines = places.into_iter().map(|(place, count, last)| {
        let place = if place.is_empty() { "Pain" } else { &place };
        let times = words::counted(count, "time", "times");
        format!("{place}: {times}, last on {}", day(last, span, dates))
    });
    lines.collect()
}

/// A day of the report, with its year where the weeks are of more than one.
fn day(date: NaiveDate, span: Span, dates: DateStyle) -> String {
    if span.from.year() == span.last.year() {
        dates.long_day_month(date)
    } else {
        dates.long_date(date)
    }
}
