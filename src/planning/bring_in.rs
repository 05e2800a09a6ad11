//! A plan that came from outside, put into a calendar that may hold sessions already.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Count, ExerciseId, Meters, Plan, Reps, Session, SessionId, Slot, Status, Step, Week,
};
use crate::edit::Edit;
use crate::library::Library;
use crate::load::title_of;

use super::{NewId, add};

/// A session of a plan that is brought in.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// The week of the plan, from 1.
    pub week: u32,
    /// Its day.
    pub date: NaiveDate,
    /// The session.
    pub plan: &'a Plan,
    /// The session of the calendar that it was once written from.
    pub id: Option<SessionId>,
}

/// What is done with a week of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WeekChoice {
    /// Its sessions go beside what is planned.
    #[default]
    Add,
    /// They take the place of what is planned in those weeks. What was done or skipped, or is locked, stays.
    Replace,
    /// They stay out.
    LeaveOut,
}

/// What bringing a plan in comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arrival {
    /// The edits, of one undo step.
    pub edits: Vec<Edit>,
    /// New sessions.
    pub added: usize,
    /// Sessions of the calendar that the plan changes.
    pub updated: usize,
    /// Sessions that stand in the calendar already, word for word or by name and length.
    pub unchanged: usize,
    /// Sessions of the calendar that make room.
    pub removed: usize,
    /// Sessions of weeks that were left out.
    pub left_out: usize,
}

/// Puts the sessions of a plan into an athlete's calendar, week by week as `choices` say; a week without a choice is
/// added. A session that was written from the calendar and comes back is updated, and one that stands there already is
/// not put there twice. What has a log keeps its plan.
pub fn bring_in(
    incoming: &[Incoming<'_>],
    athlete: &Athlete,
    library: &Library,
    choices: &BTreeMap<u32, WeekChoice>,
    new_id: NewId<'_>,
) -> Arrival {
    let mut arrival = Arrival::default();
    let choice = |week: u32| choices.get(&week).copied().unwrap_or_default();
    let mut kept: Vec<SessionId> = Vec::new();
    let mut put = Vec::new();
    for new in incoming {
        if choice(new.week) == WeekChoice::LeaveOut {
            arrival.left_out += 1;
            continue;
        }
        let known = new.id.and_then(|id| athlete.sessions.get(id));
        let known = known.or_else(|| {
            let day = athlete.sessions.between(new.date, new.date).iter();
            let mut same = day.filter(|old| !kept.contains(&old.id) && is_same(old, new, library));
            same.next()
        });
        let Some(old) = known else {
            arrival.added += 1;
            let slot = Slot {
                date: new.date,
                start: new.plan.start,
            };
            put.extend(add(new.plan, slot, new_id()));
            continue;
        };
        kept.push(old.id);
        let is_open = old.status == Status::Planned && old.log.is_none();
        let is_there = old.date == new.date && (old.plan == *new.plan || new.id.is_none());
        if is_there || !is_open {
            arrival.unchanged += 1;
            continue;
        }
        arrival.updated += 1;
        let mut changed = Session::clone(old);
        changed.plan = new.plan.clone().into();
        changed.move_to(Slot {
            date: new.date,
            start: changed.plan.start,
        });
        put.push(Edit::put(changed));
    }
    let replaced = incoming
        .iter()
        .filter(|new| choice(new.week) == WeekChoice::Replace);
    for old in in_the_way(replaced.map(|new| new.date), athlete) {
        if !kept.contains(&old.id) {
            arrival.removed += 1;
            arrival.edits.push(Edit::Remove(old.id));
        }
    }
    arrival.edits.append(&mut put);
    arrival
}

/// What is still planned and not locked in the athlete's weeks of these days, in order.
pub fn in_the_way(
    days: impl Iterator<Item = NaiveDate>,
    athlete: &Athlete,
) -> impl Iterator<Item = &Arc<Session>> {
    let start = athlete.profile.week_start;
    let mut weeks: Vec<Week> = days.map(|day| Week::of(day, start)).collect();
    weeks.sort_unstable();
    weeks.dedup();
    let within = weeks
        .into_iter()
        .flat_map(|week| athlete.sessions.between(week.first(), week.last()));
    within.filter(|old| old.status == Status::Planned && old.log.is_none() && !old.locked)
}

/// True when a session of the calendar is the one that comes in: all that the plan says of it is there. Notes, times of
/// the day and loads may be others, since these are what is filled in afterwards.
fn is_same(old: &Session, new: &Incoming<'_>, library: &Library) -> bool {
    let (old, new) = (&old.plan, new.plan);
    old == new
        || (old.workout.kind() == new.workout.kind()
            && old.duration == new.duration
            && said_of_run(old) == said_of_run(new)
            && said_of_lifts(old).eq(said_of_lifts(new))
            && title_of(old, library) == title_of(new, library))
}

fn said_of_run(plan: &Plan) -> Option<(Option<Meters>, &[Step])> {
    let run = plan.run()?;
    Some((run.distance, &run.steps))
}

fn said_of_lifts(plan: &Plan) -> impl Iterator<Item = (&ExerciseId, Count, Reps)> {
    let doses = plan.workout.exercises().iter();
    doses.map(|dose| (&dose.exercise, dose.sets, dose.reps))
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{ids, nobody};
    use super::*;
    use crate::domain::Stamp;
    use crate::edit;
    use crate::text;

    const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();

    fn plans(written: &str) -> Vec<(NaiveDate, Plan)> {
        let plan = text::read(written, &Library::shipped().unwrap());
        assert_eq!(plan.errors, []);
        let planned = plan.sessions.into_iter();
        planned.map(|one| (one.date, one.plan)).collect()
    }

    fn arrive(athlete: &Athlete, plans: &[(NaiveDate, Plan)], choice: WeekChoice) -> Arrival {
        let incoming: Vec<_> = plans
            .iter()
            .map(|(date, plan)| Incoming {
                week: 1,
                date: *date,
                plan,
                id: None,
            })
            .collect();
        let choices = BTreeMap::from([(1, choice)]);
        let mut ids = ids();
        // Identities of the calendar's own sessions are given out first.
        for _ in 0..athlete.sessions.all().len() {
            ids();
        }
        bring_in(&incoming, athlete, &Library::default(), &choices, &mut ids)
    }

    fn with(written: &str) -> Athlete {
        let mut athlete = nobody();
        let arrival = arrive(&athlete, &plans(written), WeekChoice::Add);
        edit::apply(&mut athlete, &arrival.edits, Stamp::default());
        athlete
    }

    fn days(athlete: &Athlete) -> Vec<(NaiveDate, String)> {
        let all = athlete.sessions.all().iter();
        all.map(|one| (one.date, title_of(&one.plan, &Library::default())))
            .collect()
    }

    const NEW: &str = "2026-12-01 tempo 40min\n2026-12-06 long 18km";

    #[test]
    fn the_same_plan_twice_is_there_once() {
        let mut athlete = with(NEW);
        let before = days(&athlete);
        for choice in [WeekChoice::Add, WeekChoice::Replace] {
            let again = arrive(&athlete, &plans(NEW), choice);
            assert_eq!(
                (again.added, again.unchanged, again.removed),
                (0, 2, 0),
                "{choice:?}"
            );
            edit::apply(&mut athlete, &again.edits, Stamp::default());
            assert_eq!(days(&athlete), before);
        }
    }

    /// The same title on the same day is another session when it has other steps or exercises.
    #[test]
    fn other_steps_are_another_session() {
        let old = "2026-12-01 intervals 6x800m @4:00/km jog 400m\n2026-12-02 strength lower 40min\n  squat 3x5 @60kg";
        let athlete = with(old);
        let new = "2026-12-01 intervals 8x400m @4:00/km jog 200m\n2026-12-02 strength lower 40min\n  squat 3x5 @70kg";
        let arrival = arrive(&athlete, &plans(new), WeekChoice::Add);
        assert_eq!((arrival.added, arrival.unchanged), (1, 1));
    }

    #[test]
    fn two_alike_on_one_day_are_two() {
        let twice = "2026-12-01 easy 40min\n2026-12-01 easy 40min";
        let athlete = with("2026-12-01 easy 40min");
        let arrival = arrive(&athlete, &plans(twice), WeekChoice::Add);
        assert_eq!((arrival.added, arrival.unchanged), (1, 1));
    }

    #[test]
    fn a_week_is_added_replaced_or_left_out() {
        let old = "2026-12-02 easy 30min\n2026-12-03 long 12km";
        let mut athlete = with(old);
        athlete.profile.week_start = Weekday::Mon;
        let added = arrive(&athlete, &plans(NEW), WeekChoice::Add);
        assert_eq!((added.added, added.removed), (2, 0));
        let replaced = arrive(&athlete, &plans(NEW), WeekChoice::Replace);
        assert_eq!((replaced.added, replaced.removed), (2, 2));
        let mut after = athlete.clone();
        edit::apply(&mut after, &replaced.edits, Stamp::default());
        assert_eq!(days(&after).len(), 2);
        let out = arrive(&athlete, &plans(NEW), WeekChoice::LeaveOut);
        assert_eq!((out.left_out, out.edits.len()), (2, 0));
    }

    #[test]
    fn replacing_keeps_what_was_done_and_what_is_locked() {
        let mut athlete =
            with("2026-12-02 easy 30min\n2026-12-03 long 12km\n2026-12-04 easy 20min");
        let all: Vec<_> = athlete.sessions.all().to_vec();
        let mut done = Session::clone(&all[0]);
        done.status = Status::Done;
        let mut locked = Session::clone(&all[1]);
        locked.locked = true;
        let edits = [Edit::put(done), Edit::put(locked)];
        edit::apply(&mut athlete, &edits, Stamp::default());
        let arrival = arrive(&athlete, &plans(NEW), WeekChoice::Replace);
        assert_eq!(arrival.removed, 1);
        assert!(arrival.edits.contains(&Edit::Remove(all[2].id)));
    }

    /// A Sunday athlete's week of Monday the thirtieth ends on Saturday the fifth.
    #[test]
    fn replacing_takes_the_athletes_own_week() {
        let mut athlete = with("2026-11-29 easy 30min\n2026-12-06 easy 20min");
        let new = plans("2026-12-01 tempo 40min");
        let removed = |athlete: &Athlete| arrive(athlete, &new, WeekChoice::Replace).edits;
        let all = athlete.sessions.all().to_vec();
        athlete.profile.week_start = Weekday::Sun;
        assert!(removed(&athlete).contains(&Edit::Remove(all[0].id)));
        athlete.profile.week_start = Weekday::Mon;
        assert!(removed(&athlete).contains(&Edit::Remove(all[1].id)));
        assert_eq!(
            Week::of(MONDAY, Weekday::Sun).last().to_string(),
            "2026-12-05"
        );
    }

    #[test]
    fn what_came_from_the_calendar_is_updated_and_what_is_done_keeps_its_plan() {
        let mut athlete = with(NEW);
        let tempo = athlete.sessions.all()[0].clone();
        let new = plans("2026-12-02 tempo 50min");
        let incoming = [Incoming {
            week: 1,
            date: new[0].0,
            plan: &new[0].1,
            id: Some(tempo.id),
        }];
        let library = Library::default();
        let none = BTreeMap::new();
        let arrival = bring_in(&incoming, &athlete, &library, &none, &mut ids());
        assert_eq!((arrival.added, arrival.updated), (0, 1));
        let mut done = Session::clone(&tempo);
        done.status = Status::Done;
        edit::apply(&mut athlete, &[Edit::put(done)], Stamp::default());
        let arrival = bring_in(&incoming, &athlete, &library, &none, &mut ids());
        assert_eq!((arrival.updated, arrival.unchanged), (0, 1));
        assert!(arrival.edits.is_empty());
    }
}
