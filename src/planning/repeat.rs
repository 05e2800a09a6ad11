//! Sessions repeated week by week up to a day.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, DayAvailability, Session, SessionId};
use crate::edit::Edit;

use super::{NewId, add};

/// The most weeks that are looked ahead: two years, beyond which a date is mistyped.
const MOST_WEEKS: u64 = 104;

/// A session repeated on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeat {
    /// What is repeated.
    pub session: Arc<Session>,
    /// On which day.
    pub date: NaiveDate,
    /// What speaks against the day, whatever the rules say.
    pub obstacle: Option<Obstacle>,
}

/// What stands in the way of a repeated session.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// Sessions that stand on that day already.
    Planned(Vec<SessionId>),
    /// The athlete cannot train on that day.
    DayOff,
}

/// Every `every` weeks the same sessions again, each on its day of the week, up to `until`, by date. No day before
/// `today` is planned for.
pub fn repeats(
    athlete: &Athlete,
    sessions: &[Arc<Session>],
    every: u32,
    until: NaiveDate,
    today: NaiveDate,
) -> Vec<Repeat> {
    let step = u64::from(every.max(1));
    let mut all = Vec::new();
    for session in sessions {
        for week in (step..=MOST_WEEKS).step_by(step as usize) {
            let Some(date) = session.date.checked_add_days(Days::new(7 * week)) else {
                break;
            };
            if date > until {
                break;
            }
            if date >= today {
                all.push(Repeat {
                    session: session.clone(),
                    date,
                    obstacle: obstacle(athlete, date),
                });
            }
        }
    }
    all.sort_by_key(|repeat| repeat.date);
    all
}

fn obstacle(athlete: &Athlete, date: NaiveDate) -> Option<Obstacle> {
    if *athlete.profile.availability.on(date) == DayAvailability::Unavailable {
        return Some(Obstacle::DayOff);
    }
    let there: Vec<SessionId> = athlete.sessions.on(date).iter().map(|it| it.id).collect();
    (!there.is_empty()).then_some(Obstacle::Planned(there))
}

/// The edits that put these on the calendar: their plans, with nothing of what was done.
pub fn repeat(repeats: &[&Repeat], new_id: NewId<'_>) -> Vec<Edit> {
    let put = |repeat: &&Repeat| {
        let slot = crate::domain::Slot {
            date: repeat.date,
            start: repeat.session.plan.start,
        };
        add(&repeat.session.plan, slot, new_id())
    };
    repeats.iter().flat_map(put).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AthleteId, Exception, ExceptionKind, Plan, Profile, RunKind, RunPlan, Stamp, Workout,
    };

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn run(number: u128, date: NaiveDate) -> Session {
        let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
        Session::planned(SessionId::from_bits(number), date, plan, Stamp::default())
    }

    fn athlete(sessions: Vec<Session>) -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.sessions = sessions.into_iter().collect();
        athlete
    }

    fn dates(repeats: &[Repeat]) -> Vec<NaiveDate> {
        repeats.iter().map(|repeat| repeat.date).collect()
    }

    #[test]
    fn each_session_keeps_its_weekday_up_to_the_day_itself() {
        let anna = athlete(vec![run(1, day(11, 24)), run(2, day(11, 26))]);
        let all = anna.sessions.all().to_vec();
        let found = repeats(&anna, &all, 1, day(12, 8), day(11, 25));
        assert_eq!(dates(&found), [day(12, 1), day(12, 3), day(12, 8)]);
        let every_other = repeats(&anna, &all, 2, day(12, 24), day(11, 25));
        assert_eq!(
            dates(&every_other),
            [day(12, 8), day(12, 10), day(12, 22), day(12, 24)]
        );
    }

    #[test]
    fn nothing_is_planned_for_days_that_have_passed() {
        let anna = athlete(vec![run(1, day(11, 3))]);
        let all = anna.sessions.all().to_vec();
        let found = repeats(&anna, &all, 1, day(12, 1), day(11, 25));
        assert_eq!(dates(&found), [day(12, 1)]);
    }

    #[test]
    fn what_stands_there_and_days_off_are_said() {
        let mut anna = athlete(vec![run(1, day(11, 24)), run(2, day(12, 1))]);
        anna.profile.availability.exceptions.push(Exception {
            from: day(12, 8),
            to: day(12, 8),
            kind: ExceptionKind::Travel,
            day: DayAvailability::Unavailable,
            note: String::new(),
        });
        let first = anna.sessions.all()[..1].to_vec();
        let found = repeats(&anna, &first, 1, day(12, 15), day(11, 25));
        let obstacles: Vec<_> = found.iter().map(|it| it.obstacle.clone()).collect();
        let there = Obstacle::Planned(vec![SessionId::from_bits(2)]);
        assert_eq!(obstacles, [Some(there), Some(Obstacle::DayOff), None]);
    }

    #[test]
    fn a_repeated_session_is_planned_whatever_became_of_the_first() {
        let mut done = run(1, day(11, 24));
        done.status = crate::domain::Status::Done;
        done.log = Some(crate::domain::Log::default());
        let anna = athlete(vec![done]);
        let found = repeats(&anna, anna.sessions.all(), 1, day(12, 1), day(11, 25));
        let mut next = 10;
        let mut new_id = || {
            next += 1;
            SessionId::from_bits(next)
        };
        let edits = repeat(&found.iter().collect::<Vec<_>>(), &mut new_id);
        let [Edit::Put { session, .. }] = edits.as_slice() else {
            panic!("{edits:?}")
        };
        assert_eq!(session.date, day(12, 1));
        assert_eq!(
            (&session.status, &session.log),
            (&crate::domain::Status::Planned, &None)
        );
    }
}
