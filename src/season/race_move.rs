//! A race that moves asks the season that leads to it to move along: with the same habits, from the current week on.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Meters, Origin, Race, Session, Status, Week};

use super::measure::{is_race, meters_of};
use super::request::{Existing, SeasonRequest};

/// Days after the last session of a season within which its race is run.
const TO_RACE: i64 = 7;
/// Weeks whose biggest is what is run in a week, and days whose longest run counts.
const HABIT_WEEKS: u64 = 4;
const MONTH: u64 = 30;

/// True for what a season planned: its runs, and the strength of its program, of which a season alone says why it stands
/// where it does.
pub(super) fn is_of_season(session: &Session) -> bool {
    let origin = session.origin.as_ref();
    origin.is_some_and(|origin| {
        let is_lift = session.plan.strength().is_some();
        origin.source == Origin::SEASON || (is_lift && !session.because.is_empty())
    })
}

/// The race that a change put on another day while a season leads to it, as it is now. `None` where no season is to come,
/// where it leads elsewhere, and where nothing is left of the way.
pub fn moved_race<'a>(before: &Athlete, after: &'a Athlete, today: NaiveDate) -> Option<&'a Race> {
    let last = before
        .sessions
        .all()
        .iter()
        .rev()
        .filter(|session| is_of_season(session) && !is_race(session))
        .find(|session| session.status == Status::Planned)
        .filter(|session| session.date >= today)?;
    let is_goal = |race: &&Race| (0..=TO_RACE).contains(&(race.date - last.date).num_days());
    let mut moved = before.profile.races.iter().filter(is_goal);
    moved.find_map(|race| {
        let now = after.profile.races.iter().find(|now| now.id == race.id)?;
        (now.date != race.date && now.date > today).then_some(now)
    })
}

/// What is asked for where the season that stands there moves with its race, by what is known of a new one: as many runs
/// and lifts a week as it has, and, where nothing was logged, as far as it goes now.
pub fn moving(
    usual: SeasonRequest,
    athlete: &Athlete,
    race: &Race,
    today: NaiveDate,
) -> SeasonRequest {
    let week_of = |date| Week::of(date, athlete.profile.week_start);
    let ours: Vec<&Session> = athlete
        .sessions
        .all()
        .iter()
        .map(AsRef::as_ref)
        .filter(|session| is_of_season(session) && !is_race(session))
        .collect();
    let most_a_week = |is_meant: &dyn Fn(&Session) -> bool| {
        let mut weeks: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for session in ours.iter().filter(|session| is_meant(session)) {
            *weeks.entry(week_of(session.date).first()).or_default() += 1;
        }
        weeks.into_values().max().unwrap_or(0)
    };
    let runs = most_a_week(&|session| session.plan.run().is_some());
    let strength = most_a_week(&|session| session.plan.strength().is_some());
    let first = week_of(today).first();
    let is_logged = {
        let recent = athlete
            .sessions
            .between(first - Days::new(7 * HABIT_WEEKS), today);
        recent
            .iter()
            .any(|session| session.status.is_trained() && session.plan.run().is_some())
    };
    let meters = |from: NaiveDate, to: NaiveDate| {
        let runs = athlete.sessions.between(from, to).iter();
        let runs = runs.filter(|session| !is_race(session));
        runs.filter_map(|session| meters_of(session, &athlete.profile))
    };
    let planned_week = (0..2)
        .map(|week| first + Days::new(7 * week))
        .map(|from| meters(from, from + Days::new(6)).sum::<f64>())
        .fold(0.0, f64::max);
    let planned_longest =
        meters(first - Days::new(MONTH), first + Days::new(13)).fold(0.0, f64::max);
    let by_plan = |usual: Meters, planned: f64| {
        if is_logged || planned <= 0.0 {
            usual
        } else {
            Meters::new(planned)
        }
    };
    SeasonRequest {
        race: race.clone(),
        runs: if runs > 0 { runs } else { usual.runs },
        weekly: by_plan(usual.weekly, planned_week),
        longest: by_plan(usual.longest, planned_longest),
        program: usual.program.filter(|_| strength > 0),
        strength: strength.max(1),
        // A season that has not begun keeps its start.
        start: ours
            .iter()
            .map(|session| session.date)
            .min()
            .map_or(today, |first| first.max(today)),
        existing: Existing::MoveSeason,
        ..usual
    }
}
