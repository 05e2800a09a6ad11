//! Gathers a season as plain words and figures: a line a week.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::domain::{
    Athlete, DateStyle, DistanceUnit, Meters, Race, RacePriority, SessionId, Week, countdown,
};
use crate::library::Library;
use crate::load::series;
use crate::rules::{Finding, Severity};
use crate::season::{self, WeekPurpose};

use super::{headline, words};

/// A season on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeasonSheet {
    /// The athlete's name.
    pub athlete: String,
    /// "26 October 2026 – 10 January 2027 · Half marathon in 7 weeks".
    pub subtitle: String,
    /// "12 weeks · 460 km planned · 24 strength sessions".
    pub totals: Vec<String>,
    /// "km" or "mi".
    pub unit: &'static str,
    /// The most that any week has of what the bars show.
    pub most: f64,
    /// Its weeks.
    pub weeks: Vec<SeasonRow>,
}

/// A week of a season.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeasonRow {
    /// "48".
    pub number: String,
    /// "23–29 Nov".
    pub dates: String,
    /// The week's place in its program, "Build 5 of 12", or what it is for: "Base", "Cutback". May be empty.
    pub phase: String,
    /// Distance planned, in the sheet's unit.
    pub planned: f64,
    /// Distance run.
    pub done: f64,
    /// "42.5".
    pub figure: String,
    /// The longest run, races among them: "18 km". May be empty.
    pub longest: String,
    /// Strength sessions, trained or to come.
    pub strength: usize,
    /// "Half marathon, Sunday".
    pub races: Vec<RaceMark>,
    /// How many open conflicts, cautions and tips.
    pub findings: Vec<FindingCount>,
    /// True for the current week.
    pub current: bool,
    /// True where a month begins, for a line above.
    pub new_month: bool,
}

/// A race of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RaceMark {
    /// "Half marathon, Sunday".
    pub name: String,
    /// True for the goal of the season.
    pub goal: bool,
}

/// How many findings of one severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingCount {
    /// "Conflict", "Caution" or "Tip".
    pub severity: &'static str,
    /// How many.
    pub count: usize,
}

/// The season of `weeks` weeks from the day `from`, the first of a week.
pub fn season_sheet(
    athlete: &Athlete,
    library: &Library,
    findings: &[Finding],
    from: NaiveDate,
    weeks: u32,
    (today, style): (NaiveDate, DateStyle),
) -> SeasonSheet {
    let profile = &athlete.profile;
    let unit = profile.units.distance;
    let far = |distance: Meters| match unit {
        DistanceUnit::Km => distance.km(),
        DistanceUnit::Miles => distance.miles(),
    };
    let totals = series::weekly(athlete, library, today, from, weeks as usize);
    let by_week = counted(athlete, findings, from);
    let mut rows: Vec<SeasonRow> = Vec::with_capacity(totals.len());
    let mut month = None;
    let run: Vec<_> = totals
        .iter()
        .map(|week| (week.monday, week.distance()))
        .collect();
    let purposes = season::purposes(athlete, library, &run);
    for (n, week) in totals.iter().enumerate() {
        let last = week.monday.checked_add_days(Days::new(6));
        let last = last.unwrap_or(week.monday);
        let new_month =
            month.replace(chrono::Datelike::month(&last)) != Some(chrono::Datelike::month(&last));
        let (planned, done) = (far(week.planned.distance), far(week.done.distance));
        rows.push(SeasonRow {
            number: Week::starting(week.monday).number().to_string(),
            dates: style.short_span(week.monday, last),
            phase: headline::program(athlete.sessions.between(week.monday, last), library)
                .or_else(|| purpose(*purposes.get(n)?))
                .unwrap_or_default(),
            planned,
            done,
            figure: words::number(
                far(week.distance()),
                usize::from(far(week.distance()) < 20.0),
            ),
            longest: Some(week.longest())
                .filter(|far| far.m() > 0.0)
                .map(|far| words::rounded_distance(far, unit))
                .unwrap_or_default(),
            strength: week.strength_sessions,
            races: races(&profile.races, week.monday, last),
            findings: by_week.get(&n).cloned().unwrap_or_default(),
            current: (week.monday..=last).contains(&today),
            new_month: new_month && n > 0,
        });
    }
    let last = totals.last().map_or(from, |week| week.monday);
    let last = last.checked_add_days(Days::new(6)).unwrap_or(last);
    let sum: f64 = totals.iter().map(|week| week.distance().m()).sum();
    let strength: usize = totals.iter().map(|week| week.strength_sessions).sum();
    let most = rows.iter().map(|row| row.planned.max(row.done));
    SeasonSheet {
        athlete: profile.name.trim().to_owned(),
        subtitle: words::joined(
            std::iter::once(style.long_span(from, last)).chain(countdown(&profile.races, today)),
            " · ",
        ),
        totals: vec![words::joined(
            [
                words::counted(rows.len(), "week", "weeks"),
                words::rounded_distance(Meters::new(sum), unit),
                words::counted(strength, "strength session", "strength sessions"),
            ],
            " · ",
        )],
        unit: match unit {
            DistanceUnit::Km => "km",
            DistanceUnit::Miles => "mi",
        },
        most: most.fold(1.0, f64::max),
        weeks: rows,
    }
}

/// "Cutback", or the phase: "Base".
fn purpose(purpose: WeekPurpose) -> Option<String> {
    if purpose.cutback {
        return Some("Cutback".to_owned());
    }
    Some(purpose.phase?.name().to_owned())
}

/// Open findings by the number of the week that they hang on.
fn counted(
    athlete: &Athlete,
    findings: &[Finding],
    from: NaiveDate,
) -> BTreeMap<usize, Vec<FindingCount>> {
    let dates: BTreeMap<SessionId, NaiveDate> = athlete
        .sessions
        .all()
        .iter()
        .map(|session| (session.id, session.date))
        .collect();
    let mut by_week: BTreeMap<usize, Vec<FindingCount>> = BTreeMap::new();
    for severity in [Severity::Conflict, Severity::Caution, Severity::Tip] {
        let open = findings
            .iter()
            .filter(|finding| finding.severity == severity && finding.accepted.is_none());
        for finding in open {
            let first = finding.sessions.first().and_then(|id| dates.get(id));
            let Some(day) = first.or(finding.days.first()) else {
                continue;
            };
            let Ok(week) = usize::try_from((*day - from).num_days().div_euclid(7)) else {
                continue;
            };
            let counts = by_week.entry(week).or_default();
            match counts
                .iter_mut()
                .find(|count| count.severity == severity.word())
            {
                Some(count) => count.count += 1,
                None => counts.push(FindingCount {
                    severity: severity.word(),
                    count: 1,
                }),
            }
        }
    }
    by_week
}

fn races(races: &[Race], first: NaiveDate, last: NaiveDate) -> Vec<RaceMark> {
    let within = races
        .iter()
        .filter(|race| (first..=last).contains(&race.date));
    let mut within: Vec<&Race> = within.collect();
    within.sort_by_key(|race| race.date);
    let marks = within.into_iter().map(|race| RaceMark {
        name: words::joined(
            [
                race.name.trim().to_owned(),
                race.date.format("%A").to_string(),
            ],
            ", ",
        ),
        goal: race.priority == RacePriority::A,
    });
    marks.collect()
}
