//! What the page is filled in with: what is known of the athlete, else what is usual.

use chrono::{Datelike, Days, NaiveDate};
use uuid::Uuid;

use crate::domain::{
    Athlete, DistanceUnit, Meters, ProgramId, ProgramKind, Race, RaceId, RacePriority, RunKind,
    Status, Units, Week, WorkspaceSettings,
};
use crate::library::Library;
use crate::load::series::{done_distance, weekly};
use crate::season::{Existing, MOST_WEEKS, SeasonRequest, suggested};

/// Weeks to a race of which nobody said when it is.
const USUAL_WEEKS: u64 = 14;
/// Weeks whose mean is the current week.
const HABIT_WEEKS: usize = 4;
/// What a runner is taken to run where nothing is logged, a week and at most, in round figures of the unit.
const USUAL_KM: [f64; 2] = [20.0, 8.0];
const USUAL_MILES: [f64; 2] = [12.0, 5.0];
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
        distance: Some(Meters::new(21_097.5)),
        ..Race::new(
            RaceId(Uuid::new_v4()),
            monday + Days::new(7 * USUAL_WEEKS + 6),
            "Half marathon",
        )
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
        longest: longest(athlete, today).unwrap_or(usual(profile.units)[1]),
        program: program_of(athlete, library, today).or_else(|| {
            let (level, equipment) = (profile.level, &profile.equipment);
            let suggestion = suggested(library, level, equipment, &profile.availability)?;
            Some(suggestion.program)
        }),
        strength: profile.strength_target.clamp(1, 2),
        existing: Existing::Replace,
    }
}

/// What a runner is taken to run where nothing is logged: in a week, and at most.
fn usual(units: Units) -> [Meters; 2] {
    let figures = match units.distance {
        DistanceUnit::Km => USUAL_KM,
        DistanceUnit::Miles => USUAL_MILES,
    };
    figures.map(|figure| Meters::new(figure * units.distance.meters()))
}

/// So many meters to the nearest `step` of a kilometre or a mile.
fn rounded(meters: f64, step: f64, units: Units) -> Meters {
    let step = step * units.distance.meters();
    Meters::new((meters / step).round() * step)
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
        return (usual(athlete.profile.units)[0], USUAL_RUNS);
    }
    let mean = (runs as f64 / HABIT_WEEKS as f64).round() as u32;
    let week = rounded(meters / HABIT_WEEKS as f64, 1.0, athlete.profile.units);
    (week, mean.clamp(2, 6))
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
    (longest > 0.0).then(|| rounded(longest, 0.1, athlete.profile.units))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AthleteId, Profile};

    #[test]
    fn what_nobody_said_is_filled_in_with_round_figures_of_the_unit() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();
        let library = Library::shipped().unwrap();
        let settings = WorkspaceSettings::default();
        for (unit, metre, figures) in [
            (DistanceUnit::Km, 1000.0, [20.0, 8.0]),
            (DistanceUnit::Miles, 1609.344, [12.0, 5.0]),
        ] {
            let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Nora"));
            athlete.profile.units.distance = unit;
            let asked = request(&athlete, &library, &settings, &[], today);
            let shown = [asked.weekly, asked.longest].map(|it| it.m() / metre);
            for (shown, figure) in shown.into_iter().zip(figures) {
                assert!((shown - figure).abs() < 1e-9, "{shown} {unit:?}");
            }
        }
    }
}
