//! From session to session with the arrow keys: up and down within a day, left and right to the nearest day that has
//! any.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Session, SessionId};
use crate::ui::view::order_in_day;

/// How many days are searched for the next session: longer gaps are not crossed by arrows.
const REACH: u64 = 28;

/// A step of the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The session before, on the same day.
    Up,
    /// The session after, on the same day.
    Down,
    /// The nearest day before.
    Left,
    /// The nearest day after.
    Right,
}

/// The session that a step leads to from the selected one, or from a day without one; `None` where the way ends.
pub fn step(
    athlete: &Athlete,
    from: Option<SessionId>,
    day: NaiveDate,
    way: Way,
) -> Option<Arc<Session>> {
    let selected = from.and_then(|id| athlete.sessions.get(id));
    let Some(selected) = selected else {
        return match way {
            Way::Up | Way::Down => shown_on(athlete, day).first().cloned(),
            Way::Left => beside(athlete, day, 0, |day, n| day.checked_sub_days(Days::new(n))),
            Way::Right => beside(athlete, day, 0, |day, n| day.checked_add_days(Days::new(n))),
        };
    };
    let (day, here) = (selected.date, shown_on(athlete, selected.date));
    let place = here.iter().position(|other| other.id == selected.id)?;
    match way {
        Way::Up => here.get(place.checked_sub(1)?).cloned(),
        Way::Down => here.get(place + 1).cloned(),
        Way::Left => beside(athlete, day, place, |day, n| {
            day.checked_sub_days(Days::new(n))
        }),
        Way::Right => beside(athlete, day, place, |day, n| {
            day.checked_add_days(Days::new(n))
        }),
    }
}

/// The session at `place` of the nearest day with any, or its last one.
fn beside(
    athlete: &Athlete,
    day: NaiveDate,
    place: usize,
    away: impl Fn(NaiveDate, u64) -> Option<NaiveDate>,
) -> Option<Arc<Session>> {
    (1..=REACH).find_map(|n| {
        let there = shown_on(athlete, away(day, n)?);
        there.get(place).or(there.last()).cloned()
    })
}

/// The sessions of a day as they stand below one another.
fn shown_on(athlete: &Athlete, day: NaiveDate) -> Vec<Arc<Session>> {
    let mut sessions = athlete.sessions.on(day).to_vec();
    sessions.sort_by_key(|session| order_in_day(session.plan.start));
    sessions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::text;

    #[test]
    fn arrows_lead_through_a_day_and_over_days_without_anything() {
        let plan = "week: 2026-W48\nTue easy 30min; strength upper 30min\nFri tempo 40min";
        let athlete = text::read(plan, &Library::shipped().unwrap()).athlete();
        let all = athlete.sessions.all();
        let (run, lift, tempo) = (all[0].id, all[1].id, all[2].id);
        let monday = all[0].date - Days::new(1);
        let to = |from, way| step(&athlete, from, monday, way).map(|session| session.id);
        assert_eq!(to(None, Way::Right), Some(run));
        assert_eq!(to(Some(run), Way::Down), Some(lift));
        assert_eq!(to(Some(lift), Way::Down), None);
        assert_eq!(to(Some(lift), Way::Up), Some(run));
        assert_eq!(
            to(Some(lift), Way::Right),
            Some(tempo),
            "Friday has one only"
        );
        assert_eq!(to(Some(tempo), Way::Left), Some(run));
        assert_eq!(to(Some(tempo), Way::Right), None);
    }
}
