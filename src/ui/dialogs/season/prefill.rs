//! What the page is filled in with: what is known of the athlete, else what is usual.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use crate::domain::{
    Athlete, Meters, ProgramId, ProgramKind, Race, RaceId, RacePriority, RunKind, Status, Week,
    WorkspaceSettings,
};
use crate::library::Library;
use crate::load::series::{done_distance, weekly};
use crate::season::{Existing, MOST_WEEKS, SeasonRequest, suggested};

/// Weeks to a race of which nobody said when it is.
const USUAL_WEEKS: u64 = 14;
/// Weeks whose mean is the current week.
const HABIT_WEEKS: usize = 4;
/// What a runner is taken to run where nothing is logged.
const USUAL_WEEK: Meters = Meters::new(20_000.0);
const USUAL_LONGEST: Meters = Meters::new(8_000.0);
const USUAL_RUNS: u32 = 4;
/// Days whose longest run counts.
const MONTH: u64 = 30;

/// The races that a season can lead to, the next first.
pub(super) fn races(athlete: &Athlete, today: NaiveDate) -> Vec<Race> {
    let ahead = athlete
        .profile
        .races
        .iter()
        .filter(|race| race.date > today);
    let mut races: Vec<Race> = ahead.cloned().collect();
    races.sort_by_key(|race| race.date);
    races
}

/// A race of which nothing is known yet: a half marathon on a Sunday.
pub(super) fn new_race(today: NaiveDate) -> Race {
    let monday = Week::of(today, chrono::Weekday::Mon).first();
    Race {
        id: RaceId(Uuid::new_v4()),
        date: monday + Days::new(7 * USUAL_WEEKS + 6),
        name: "Half marathon".to_owned(),
        distance: Some(Meters::new(21_097.5)),
        priority: RacePriority::A,
        target: None,
        result: None,
        expected_celsius: None,
    }
}

/// True when sessions are planned from today on.
pub(super) fn has_plans(athlete: &Athlete, today: NaiveDate) -> bool {
    let mut sessions = athlete.sessions.all().iter().rev();
    sessions.any(|session| session.date >= today && session.status == Status::Planned)
}

/// What is asked for unless somebody says otherwise.
pub(super) fn request(
    athlete: &Athlete,
    library: &Library,
    settings: &WorkspaceSettings,
    races: &[Race],
    today: NaiveDate,
) -> SeasonRequest {
    let profile = &athlete.profile;
    let start = first_week(today, profile.week_start);
    let goal = races.iter().find(|race| race.priority == RacePriority::A);
    let race = goal
        .or(races.first())
        .cloned()
        .unwrap_or_else(|| new_race(today));
    let (weekly, runs) = habit(athlete, library, today);
    SeasonRequest {
        start: start.max(earliest(&race, profile.week_start)),
        race,
        level: profile.level,
        policy: settings.checked(profile).policy(),
        availability: profile.availability.clone(),
        equipment: profile.equipment.clone(),
        runs,
        weekly,
        longest: longest(athlete, today).unwrap_or(USUAL_LONGEST),
        program: program_of(athlete, library, today).or_else(|| {
            let (level, equipment) = (profile.level, &profile.equipment);
            let suggestion = suggested(library, level, equipment, &profile.availability)?;
            Some(suggestion.program)
        }),
        strength: profile.strength_target.clamp(1, 2),
        existing: Existing::Replace,
    }
}

/// The current week on its first day, else the next.
fn first_week(today: NaiveDate, start: chrono::Weekday) -> NaiveDate {
    if today.weekday() == start {
        today
    } else {
        Week::of(today, start).first() + Days::new(7)
    }
}

/// The first week from which a race is not too far away.
pub(super) fn earliest(race: &Race, start: chrono::Weekday) -> NaiveDate {
    Week::of(race.date, start).first() - Days::new(7 * u64::from(MOST_WEEKS - 1))
}

/// What is run in a week and how often, by the last weeks that were logged.
fn habit(athlete: &Athlete, library: &Library, today: NaiveDate) -> (Meters, u32) {
    let from =
        Week::of(today, athlete.profile.week_start).first() - Days::new(7 * HABIT_WEEKS as u64);
    let weeks = weekly(athlete, library, today, from, HABIT_WEEKS);
    let runs: usize = weeks.iter().map(|week| week.runs).sum();
    let meters: f64 = weeks.iter().map(|week| week.done.distance.m()).sum();
    if runs == 0 || meters <= 0.0 {
        return (USUAL_WEEK, USUAL_RUNS);
    }
    let mean = (runs as f64 / HABIT_WEEKS as f64).round() as u32;
    let week = (meters / HABIT_WEEKS as f64 / 1000.0).round() * 1000.0;
    (Meters::new(week), mean.clamp(2, 6))
}

/// The longest run of the last month that was logged.
fn longest(athlete: &Athlete, today: NaiveDate) -> Option<Meters> {
    let recent = athlete
        .sessions
        .between(today - Days::new(MONTH), today)
        .iter();
    let done = recent.filter(|session| session.status.is_trained());
    let runs = done.filter(|session| {
        session
            .plan
            .run()
            .is_some_and(|run| run.kind != RunKind::Race)
    });
    let meters = runs.map(|session| done_distance(session, &athlete.profile).0);
    let longest = meters.fold(0.0, f64::max);
    (longest > 0.0).then(|| Meters::new((longest / 100.0).round() * 100.0))
}

/// The program whose sessions are planned already: a season that is built again goes on with it.
fn program_of(athlete: &Athlete, library: &Library, today: NaiveDate) -> Option<ProgramId> {
    let ahead = athlete.sessions.all().iter().rev();
    let mut planned =
        ahead.filter(|session| session.date >= today && session.status == Status::Planned);
    planned.find_map(|session| {
        let origin = session.origin.as_ref()?;
        let program = library.program(&ProgramId::new(origin.source.clone()))?;
        (program.kind == ProgramKind::Standing).then(|| program.id.clone())
    })
}
