//! What the weeks of a calendar are for: the phase of the season or program they belong to, and whether they are
//! lighter than their neighbours.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Meters, Origin, Phase, ProgramId, Race, RacePriority, Session, Week};
use crate::library::Library;

use super::phase::{self, SeasonSpan, WeekStage};
use super::request::MOST_WEEKS;

/// A week with so much of the distance before it, or less, is a lighter one. The rule on cutbacks has the same share.
const LIGHTER: f64 = 0.85;
/// A cutback ends with a week that has so much more.
const RISES: f64 = 1.1;
/// Weeks before a race that a taper takes at most; one more before a marathon.
const TAPER: i64 = 2;
/// Weeks back to the biggest one that a taper is measured by.
const LOOK_BACK: usize = 4;

/// What a week is for, as far as the calendar tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WeekPurpose {
    /// The phase; none where no season or program says so and no race is near.
    pub phase: Option<Phase>,
    /// A lighter week between two bigger ones.
    pub cutback: bool,
}

/// What each of these weeks is for. They follow one another, with their first day and the metres run in each; what lies
/// before and behind them is not known.
pub fn purposes(
    athlete: &Athlete,
    library: &Library,
    weeks: &[(NaiveDate, Meters)],
) -> Vec<WeekPurpose> {
    let metres: Vec<f64> = weeks.iter().map(|(_, far)| far.m()).collect();
    let mut seasons = HashMap::new();
    weeks
        .iter()
        .enumerate()
        .map(|(place, (first, _))| {
            let sessions = athlete.sessions.between(*first, *first + Days::new(6));
            let stage = season_of(athlete, sessions, *first).and_then(|(start, week)| {
                let stages = seasons
                    .entry(start)
                    .or_insert_with(|| stages(athlete, start).unwrap_or_default());
                stages.get(week).copied()
            });
            if let Some(stage) = stage {
                return WeekPurpose {
                    phase: Some(stage.phase),
                    cutback: stage.cutback,
                };
            }
            let tapers = tapers(athlete, *first, &metres, place);
            let of_program = || {
                sessions
                    .iter()
                    .find_map(|session| program(session, library))
            };
            WeekPurpose {
                phase: tapers.then_some(Phase::Taper).or_else(of_program),
                cutback: !tapers && is_cutback(&metres, place),
            }
        })
        .collect()
}

/// The first week of the season that most of these sessions belong to, and which of its weeks this is, from 0.
fn season_of(
    athlete: &Athlete,
    sessions: &[std::sync::Arc<Session>],
    first: NaiveDate,
) -> Option<(NaiveDate, usize)> {
    let mut votes: HashMap<u32, usize> = HashMap::new();
    for session in sessions {
        let origin = session.origin.as_ref().filter(|origin| is_season(origin));
        // Ignore sessions that were moved here from another week.
        let home = session
            .first_planned
            .is_none_or(|slot| Week::of(slot.date, athlete.profile.week_start).first() == first);
        if let Some(origin) = origin.filter(|_| home) {
            *votes.entry(origin.week).or_default() += 1;
        }
    }
    let (week, _) = votes
        .into_iter()
        .max_by_key(|(week, votes)| (*votes, *week))?;
    let before = week.checked_sub(1).filter(|before| *before < MOST_WEEKS)?;
    let start = first.checked_sub_days(Days::new(7 * u64::from(before)))?;
    Some((start, before as usize))
}

fn is_season(origin: &Origin) -> bool {
    origin.source == Origin::SEASON && origin.week > 0
}

/// The stages of the season that begins with this week; `None` where its race is gone.
fn stages(athlete: &Athlete, start: NaiveDate) -> Option<Vec<WeekStage>> {
    let end = start.checked_add_days(Days::new(7 * u64::from(MOST_WEEKS) - 1))?;
    let within = athlete.sessions.between(start, end).iter();
    let weeks = within
        .filter_map(|session| {
            let origin = session.origin.as_ref().filter(|origin| is_season(origin))?;
            let week = (session.date - start).num_days().div_euclid(7) + 1;
            // A season that begins later counts its own weeks: skip it.
            (i64::from(origin.week) == week).then_some(origin.week)
        })
        .max()?;
    let last = start.checked_add_days(Days::new(7 * u64::from(weeks - 1)))?;
    let race = race_in(athlete, last)?;
    let span = SeasonSpan {
        weeks,
        race_day: (race.date - last).num_days().clamp(0, 6) as u32,
        begun: false,
        goes_on: true,
    };
    Some(phase::stages(span, race))
}

/// The race of a week that matters most.
fn race_in(athlete: &Athlete, first: NaiveDate) -> Option<&Race> {
    let races = athlete.profile.races.iter();
    races
        .filter(|race| (0..7).contains(&(race.date - first).num_days()))
        .min_by_key(|race| race.priority as u8)
}

/// The phase that the program of a session gives its week.
fn program(session: &Session, library: &Library) -> Option<Phase> {
    let origin = session.origin.as_ref().filter(|origin| origin.week > 0)?;
    let program = library.program(&ProgramId::new(&origin.source))?;
    program.week(origin.week as usize - 1)?.phase
}

/// True for a lighter week shortly before a race that matters.
fn tapers(athlete: &Athlete, first: NaiveDate, metres: &[f64], place: usize) -> bool {
    let near = athlete.profile.races.iter().any(|race| {
        let most = TAPER + i64::from(phase::is_marathon(race));
        let weeks = (race.date - first).num_days().div_euclid(7);
        race.priority != RacePriority::C && (0..most).contains(&weeks)
    });
    let from = place.saturating_sub(LOOK_BACK);
    let before = metres.get(from..place).unwrap_or_default();
    let biggest = before.iter().copied().fold(0.0, f64::max);
    near && metres
        .get(place)
        .is_some_and(|far| *far <= biggest * LIGHTER)
}

fn is_cutback(metres: &[f64], place: usize) -> bool {
    let at = |place: usize| metres.get(place).copied().filter(|far| *far > 0.0);
    let before = place.checked_sub(1).and_then(at);
    let (Some(before), Some(here), Some(after)) = (before, at(place), at(place + 1)) else {
        return false;
    };
    here <= before * LIGHTER && after >= here * RISES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AthleteId, Profile, RaceId};

    fn day(of: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + Days::new(u64::from(of))
    }

    fn athlete(race: Option<(u32, RacePriority)>) -> Athlete {
        let races = race.map(|(of, priority)| Race {
            id: RaceId::from_bits(1),
            date: day(of),
            name: "Coast half".to_owned(),
            distance: Some(Meters::from_km(21.1)),
            priority,
            target: None,
            result: None,
            expected_celsius: None,
        });
        let profile = Profile {
            races: races.into_iter().collect(),
            ..Profile::named("Anna")
        };
        Athlete::new(AthleteId::from_bits(1), profile)
    }

    fn words(athlete: &Athlete, km: &[f64]) -> Vec<&'static str> {
        let weeks: Vec<_> = km
            .iter()
            .enumerate()
            .map(|(place, km)| (day(7 * place as u32), Meters::from_km(*km)))
            .collect();
        let library = Library::shipped().unwrap();
        purposes(athlete, &library, &weeks)
            .iter()
            .map(|purpose| match (purpose.phase, purpose.cutback) {
                (_, true) => "cutback",
                (Some(phase), false) => phase.name(),
                (None, false) => "",
            })
            .collect()
    }

    #[test]
    fn a_week_that_dips_between_two_bigger_ones_is_a_cutback() {
        let km = [46.0, 47.0, 36.0, 48.0, 44.0, 49.0];
        assert_eq!(words(&athlete(None), &km), ["", "", "cutback", "", "", ""]);
    }

    #[test]
    fn the_lighter_weeks_before_a_race_are_its_taper() {
        let km = [50.0, 52.0, 40.0, 30.0];
        let race = |priority| athlete(Some((7 * 3 + 6, priority)));
        assert_eq!(
            words(&race(RacePriority::A), &km),
            ["", "", "Taper", "Taper"]
        );
        assert_eq!(words(&race(RacePriority::C), &km), ["", "", "", ""]);
    }
}
