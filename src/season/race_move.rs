//! A race that moves takes its session along, and the season that leads to it asks to move with it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Origin, Profile, Race, Session, Status};
use crate::edit::Edit;

use super::measure::is_race;

/// What stands on an athlete's calendar for the races of their profile.
#[derive(Debug, Clone, Default)]
pub struct RacesOnCalendar {
    /// Each race as it was, with its planned session where it has one.
    races: Vec<(Race, Option<Arc<Session>>)>,
    /// True when sessions of a season are still to come.
    has_season: bool,
}

impl RacesOnCalendar {
    /// What stands there now.
    pub fn of(athlete: &Athlete, today: NaiveDate) -> Self {
        let sessions = &athlete.sessions;
        let planned = |race: &Race| {
            let mut on_day = sessions.on(race.date).iter();
            let is_planned = |session: &&Arc<Session>| {
                is_race(session) && session.status == Status::Planned && !session.locked
            };
            on_day.find(is_planned).cloned()
        };
        let races = athlete.profile.races.iter();
        Self {
            races: races.map(|race| (race.clone(), planned(race))).collect(),
            has_season: sessions.all().iter().any(|session| {
                let origin = session.origin.as_ref();
                session.date >= today
                    && session.status == Status::Planned
                    && origin.is_some_and(|origin| origin.source == Origin::SEASON)
            }),
        }
    }

    /// The races that a changed profile has on another day, with the session and the new day of each.
    fn moves<'a>(
        &'a self,
        after: &'a Profile,
    ) -> impl Iterator<Item = (Option<&'a Arc<Session>>, &'a Race)> {
        self.races.iter().filter_map(|(before, session)| {
            let now = after.races.iter().find(|race| race.id == before.id)?;
            (now.date != before.date).then_some((session.as_ref(), now))
        })
    }

    /// The edits that take the sessions of races to the days and distances that the races have in a changed profile: one
    /// race has one place.
    pub fn moved(&self, after: &Profile) -> Vec<Edit> {
        let with_session = self
            .moves(after)
            .filter_map(|(session, race)| Some((session?, race)));
        with_session
            .map(|(session, race)| {
                Edit::put(Session {
                    date: race.date,
                    ..Session::clone(session)
                })
            })
            .collect()
    }

    /// True when a race that a season may lead to has another day in a changed profile.
    pub fn season_moves(&self, after: &Profile) -> bool {
        self.has_season && self.moves(after).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AthleteId, Meters, RaceId, RacePriority, SessionId, Stamp};
    use chrono::Days;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2027, 3, n).unwrap()
    }

    #[test]
    fn a_moved_race_takes_its_session_along_and_the_season_asks() {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Nina"));
        let race = Race {
            id: RaceId::from_bits(7),
            date: day(21),
            name: "Spring half".to_owned(),
            distance: Some(Meters::new(21_097.5)),
            priority: RacePriority::A,
            target: None,
            result: None,
            expected_celsius: None,
        };
        athlete.profile.races.push(race.clone());
        let mut session = Session::planned(
            SessionId::from_bits(3),
            day(21),
            super::super::race::race(&race),
            Stamp::default(),
        );
        session.origin = Some(Origin {
            source: Origin::SEASON.to_owned(),
            week: 1,
            slot: 0,
        });
        athlete.sessions.put(Arc::new(session), 0);
        let before = RacesOnCalendar::of(&athlete, day(1));
        assert!(before.moved(&athlete.profile).is_empty());
        let mut after = athlete.profile.clone();
        after.races[0].date = day(21) + Days::new(7);
        assert!(before.season_moves(&after));
        crate::edit::apply(&mut athlete, &before.moved(&after), Stamp::default());
        assert!(athlete.sessions.on(day(21)).is_empty());
        assert_eq!(athlete.sessions.on(day(28)).len(), 1);
    }
}
