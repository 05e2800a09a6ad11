//! An athlete from first log to race: the weeks laid out, the past lived through.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::domain::{
    Athlete, AthleteId, Author, Kind, Plan, Race, RunKind, Session, SessionId, Signature, Slot,
    Stamp,
};
use crate::library::Library;

use super::cast::Character;
use super::diary;
use super::layout::{self, DemoSlot};
use super::lifts::{self, Names};
use super::options::DemoOptions;
use super::profile;
use super::random::Random;
use super::runs;
use super::season::DemoWeek;

/// Nobody has logged for longer than fifty years.
const MOST_WEEKS: u32 = 50 * 52;

/// Makes up the athlete of a character.
pub(super) fn make_up(
    character: &Character,
    options: &DemoOptions,
    library: &Library,
    random: &mut Random,
) -> Athlete {
    let today = options.today;
    let monday = monday_of(today);
    let weeks = (
        -i64::from(options.weeks.min(MOST_WEEKS)),
        character.goal.weeks_ahead,
    );
    // Identities and accidents come from sequences of their own, so that neither changes the other.
    let mut ids = random.branch(1);
    let id = AthleteId::from_bits(ids.id());
    let stamp = planned_at(monday);
    let profile = profile::profile(character, monday, weeks, stamp, &mut random.branch(2));
    let mut athlete = Athlete::new(id, profile);
    let mut maker = WeekMaker {
        character,
        today,
        monday,
        ids,
        random: random.branch(3),
        names: Names::new(library),
    };
    athlete.sessions = (weeks.0..=weeks.1)
        .flat_map(|index| maker.week(index))
        .collect();
    for session in athlete.sessions.all() {
        tell_the_races(&mut athlete.profile.races, session);
    }
    athlete
}

/// The result of a race is what its session logged.
fn tell_the_races(races: &mut [Race], session: &Session) {
    if session.kind() != Kind::Run(RunKind::Race) {
        return;
    }
    let Some(race) = races.iter_mut().find(|race| race.date == session.date) else {
        return;
    };
    race.result = session
        .log
        .as_ref()
        .and_then(|log| log.run.as_ref())
        .and_then(|run| run.moving);
}

/// Makes the weeks of one athlete.
struct WeekMaker<'a> {
    character: &'a Character,
    today: NaiveDate,
    /// Monday of the current week.
    monday: NaiveDate,
    ids: Random,
    random: Random,
    names: Names<'a>,
}

impl WeekMaker<'_> {
    fn week(&mut self, index: i64) -> Vec<Session> {
        let week = DemoWeek::new(index, self.character.goal.weeks_ahead);
        let places = layout::places(self.character, &week);
        let free = layout::free_day(self.character.layout);
        let mut free = (!places.iter().any(|place| place.day == free)).then_some(free);
        places
            .into_iter()
            .filter_map(|place| self.session(&week, place, &mut free))
            .collect()
    }

    /// The session of a place. `free` is the day that one session of the week may still move to.
    fn session(
        &mut self,
        week: &DemoWeek,
        place: DemoSlot,
        free: &mut Option<u64>,
    ) -> Option<Session> {
        let monday = self.monday + TimeDelta::weeks(week.index);
        let date = monday + Days::new(place.day);
        let (mut plan, effort) = self.plan(week, place)?;
        plan.start = place.start;
        let id = SessionId::from_bits(self.ids.id());
        let mut session = Session::planned(id, date, plan, planned_at(monday.min(self.monday)));
        if date >= self.today {
            return Some(session);
        }
        // The current week stays as planned, so that what is on the screen first needs no explanation.
        if week.index < 0
            && diary::has_to_move(place.piece, &mut self.random)
            && let Some(day) = free.take()
        {
            session.move_to(Slot {
                date: monday + Days::new(day),
                start: place.start,
            });
        }
        let day = diary::Day {
            character: self.character,
            week,
            piece: place.piece,
        };
        day.live(&mut session, &effort, &mut self.random);
        session.log_changed = Some(logged_at(session.date));
        Some(session)
    }

    fn plan(&mut self, week: &DemoWeek, place: DemoSlot) -> Option<(Plan, diary::Expected)> {
        if let Some(run) = runs::run(place.piece, self.character, week) {
            let expected = diary::Expected {
                meters: run.meters,
                seconds: run.seconds,
                rpe: run.rpe,
            };
            return Some((run.plan, expected));
        }
        let lift = lifts::lift(place.piece, self.character, week, &mut self.names)?;
        let minutes = lift
            .plan
            .duration
            .map_or(30.0, |minutes| f64::from(minutes.0));
        Some((
            lift.plan,
            diary::Expected {
                meters: 0.0,
                seconds: minutes * 60.0,
                rpe: lift.rpe,
            },
        ))
    }
}

pub(super) fn monday_of(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.weekday().num_days_from_monday()))
}

/// The coach plans on the Sunday before.
pub(super) fn planned_at(monday: NaiveDate) -> Stamp {
    Stamp::coach(at(monday - Days::new(1), 17))
}

/// The athlete logs in the evening.
pub(super) fn logged_at(date: NaiveDate) -> Stamp {
    Stamp {
        at: at(date, 20),
        by: Author::Athlete,
        name: Signature::default(),
    }
}

fn at(date: NaiveDate, hour: u32) -> DateTime<Utc> {
    date.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default())
        .and_utc()
}
