//! The season that a request leads to, in the words of the screen.

use crate::domain::{Kind, LegLoad, Session, SessionId, Units, Workout};
use crate::library::Library;
use crate::load::{content_of, distance_of, duration_of, title_of};
use crate::rules::{Finding, Severity};
use crate::season::{Refusal, Season, SeasonRequest, SeasonWeek};
use crate::ui::format;

/// The outcome of a request, in the words of the screen.
#[derive(Debug, Clone)]
pub(super) struct SeasonPreview {
    /// The request it was built from.
    pub(super) request: SeasonRequest,
    /// The season, or why there is none.
    pub(super) outcome: Result<Season, Vec<Refusal>>,
    /// Its weeks in words.
    pub(super) weeks: Vec<WeekWords>,
    pub(super) headline: String,
    pub(super) counts: [usize; 3],
}

/// A week in words.
#[derive(Debug, Clone)]
pub(super) struct WeekWords {
    /// Where it stands: "Week 5 · Build, lighter · 21–27 Dec 2026".
    pub(super) title: String,
    /// What it comes to: "24 km · long run 11 km · 2 × strength".
    pub(super) sums: String,
    /// The worst that the rules find in it.
    pub(super) worst: Option<Severity>,
    pub(super) findings: Vec<(Severity, String)>,
    pub(super) rows: Vec<WeekRow>,
}

/// A session in words.
#[derive(Debug, Clone)]
pub(super) struct WeekRow {
    pub(super) day: &'static str,
    pub(super) kind: Kind,
    pub(super) legs: LegLoad,
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) because: String,
}

impl SeasonPreview {
    pub(super) fn new(
        request: SeasonRequest,
        outcome: Result<Season, Vec<Refusal>>,
        units: Units,
        library: &Library,
    ) -> Self {
        let mut preview = Self {
            request,
            weeks: Vec::new(),
            headline: String::new(),
            counts: [0; 3],
            outcome,
        };
        if let Ok(season) = &preview.outcome {
            let words = season
                .weeks
                .iter()
                .map(|week| week_words(week, season, units, library));
            preview.weeks = words.collect();
            preview.headline = headline(season, units);
            preview.counts =
                [Severity::Conflict, Severity::Caution, Severity::Tip].map(|severity| {
                    open(season)
                        .filter(|finding| finding.severity == severity)
                        .count()
                });
        }
        preview
    }
}

/// Findings that nobody accepted.
fn open(season: &Season) -> impl Iterator<Item = &Finding> {
    season
        .findings
        .iter()
        .filter(|finding| finding.accepted.is_none())
}

fn headline(season: &Season, units: Units) -> String {
    let weeks = format::plural(season.weeks.len(), "week", "weeks");
    let distance = |meters| format::distance(meters, units);
    let first = season.weeks.first().map(|week| distance(week.distance));
    let biggest = season
        .weeks
        .iter()
        .map(|week| week.distance)
        .reduce(further);
    let longest = season.weeks.iter().map(|week| week.long).reduce(further);
    let span = first
        .zip(biggest.map(distance))
        .map(|(first, biggest)| format!("from {first} a week, up to {biggest}"));
    let long = longest
        .filter(|far| far.m() > 0.0)
        .map(|far| format!("long run to {}", distance(far)));
    [Some(weeks), span, long]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn further(a: crate::domain::Meters, b: crate::domain::Meters) -> crate::domain::Meters {
    if b.m() > a.m() { b } else { a }
}

fn week_words(week: &SeasonWeek, season: &Season, units: Units, library: &Library) -> WeekWords {
    let ids: Vec<SessionId> = week.sessions.iter().map(|session| session.id).collect();
    let hangs_here = |finding: &&Finding| {
        finding
            .sessions
            .first()
            .is_some_and(|first| ids.contains(first))
    };
    let findings: Vec<(Severity, String)> = open(season)
        .filter(hangs_here)
        .map(|finding| (finding.severity, finding.message.clone()))
        .collect();
    let lighter = if week.cutback { ", lighter" } else { "" };
    let title = format!(
        "Week {} · {}{lighter} · {}",
        week.number,
        week.phase.name(),
        format::week_span(week.first)
    );
    let long =
        (week.long.m() > 0.0).then(|| format!("long run {}", format::distance(week.long, units)));
    let strength = (week.strength > 0).then(|| format!("{} × strength", week.strength));
    let sums = [Some(format::distance(week.distance, units)), long, strength];
    WeekWords {
        title,
        sums: sums.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        worst: findings.iter().map(|(severity, _)| *severity).max(),
        findings,
        rows: week
            .sessions
            .iter()
            .map(|session| row(session, season, units, library))
            .collect(),
    }
}

fn row(session: &Session, season: &Season, units: Units, library: &Library) -> WeekRow {
    let profile = &season.profile;
    let legs = match &session.plan.workout {
        Workout::Strength(plan) => content_of(plan, library).leg_load,
        _ => LegLoad::None,
    };
    let far = distance_of(&session.plan, profile).map(|far| format::distance(far.value, units));
    let takes = Some(duration_of(&session.plan, profile).value).filter(|minutes| minutes.0 > 0);
    let facts = [
        format::start(session.plan.start),
        far,
        takes.map(format::minutes),
    ];
    WeekRow {
        day: format::weekday(session.date),
        kind: session.kind(),
        legs,
        title: title_of(&session.plan, library),
        detail: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        because: session.because.to_string(),
    }
}
