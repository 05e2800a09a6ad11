//! Weeks of plans laid out on a calendar.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{
    Athlete, Kind, Plan, RunKind, Session, Stamp, Status, TemplateDay, WeekTemplate, Workout,
};
use crate::edit::Edit;

use super::NewId;

/// Puts plans at their offsets from `first`, in days, each as a new session.
pub fn add_all(plans: &[(u32, Plan)], first: NaiveDate, new_id: NewId<'_>) -> Vec<Edit> {
    plans
        .iter()
        .filter_map(|(offset, plan)| {
            let date = first.checked_add_days(Days::new(u64::from(*offset)))?;
            let session = Session::planned(new_id(), date, plan.clone(), Stamp::default());
            Some(Edit::put(session))
        })
        .collect()
}

/// A template laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidTemplate {
    /// A new session for each of the template's that is to come.
    pub edits: Vec<Edit>,
    /// How many sessions were left out, since their days of the running week have passed. Days of rest do not count.
    pub passed: usize,
}

/// Lays a template out from the week that begins on `first`: every session on its day of the week. Of weeks that have
/// begun only the days from today on are filled; weeks that lie wholly in the past are filled as a whole, since nobody
/// asks for those by mistake.
pub fn lay_out(
    template: &WeekTemplate,
    first: NaiveDate,
    today: NaiveDate,
    new_id: NewId<'_>,
) -> LaidTemplate {
    let days = template.days.iter();
    let plans: Vec<(u32, Plan)> = days
        .filter(|day| !has_passed(template, offset(day, first), first, today))
        .map(|day| (offset(day, first), day.plan.clone()))
        .collect();
    LaidTemplate {
        passed: left_out(template, first, today),
        edits: add_all(&plans, first, new_id),
    }
}

/// How many sessions of a template [`lay_out`] leaves out, since their days have passed. Days of rest do not count.
pub fn left_out(template: &WeekTemplate, first: NaiveDate, today: NaiveDate) -> usize {
    let days = template.days.iter();
    days.filter(|day| has_passed(template, offset(day, first), first, today))
        .filter(|day| day.plan.kind().is_session())
        .count()
}

/// True for a day of the weeks from `first` on whose sessions are left out, since it has passed.
pub fn leaves_out(
    template: &WeekTemplate,
    first: NaiveDate,
    date: NaiveDate,
    today: NaiveDate,
) -> bool {
    let offset = u32::try_from((date - first).num_days());
    offset.is_ok_and(|offset| has_passed(template, offset, first, today))
}

/// Days from `first` to a day of a template.
fn offset(day: &TemplateDay, first: NaiveDate) -> u32 {
    let starts_on = first.weekday().num_days_from_monday();
    let weekday = (7 + day.day.num_days_from_monday() - starts_on) % 7;
    (day.week.max(1) - 1) * 7 + weekday
}

/// True for a day behind `today` of weeks that are not over.
fn has_passed(template: &WeekTemplate, offset: u32, first: NaiveDate, today: NaiveDate) -> bool {
    today <= last_day(template, first) && i64::from(offset) < (today - first).num_days()
}

/// The last day of the weeks of a template that begins on `first`.
pub fn last_day(template: &WeekTemplate, first: NaiveDate) -> NaiveDate {
    let days = 7 * u64::from(template.weeks().max(1)) - 1;
    first.checked_add_days(Days::new(days)).unwrap_or(first)
}

/// The sessions that give way to a template laid out from `first` in their stead: planned, still to come and neither
/// locked nor a race. Notes stay, and so does what was done.
pub fn giving_way(
    template: &WeekTemplate,
    athlete: &Athlete,
    first: NaiveDate,
    today: NaiveDate,
) -> Vec<Arc<Session>> {
    let last = last_day(template, first);
    let span = athlete.sessions.between(first.max(today), last).iter();
    let gives_way = |session: &&Arc<Session>| {
        session.status == Status::Planned
            && !session.locked
            && session.kind() != Kind::Run(RunKind::Race)
            && session.plan.workout != Workout::Note
    };
    span.filter(gives_way).cloned().collect()
}

/// The sessions of a week as plans with their offsets from its first day, in days.
pub fn week_plans(sessions: &[Arc<Session>], first: NaiveDate) -> Vec<(u32, Plan)> {
    sessions
        .iter()
        .map(|session| {
            (
                (session.date - first).num_days().max(0) as u32,
                Plan::clone(&session.plan),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{day, easy, ids, nobody};
    use super::*;
    use crate::domain::{RunPlan, SessionId, TemplateId};

    /// An easy run on each of these days, by week and weekday.
    fn template(days: &[(u32, Weekday)]) -> WeekTemplate {
        let days = days.iter().map(|&(week, day)| TemplateDay {
            week,
            day,
            plan: easy(),
        });
        WeekTemplate {
            id: TemplateId::new("t"),
            name: String::new(),
            summary: String::new(),
            source: String::new(),
            days: days.collect(),
        }
    }

    fn dates(laid: &LaidTemplate) -> Vec<NaiveDate> {
        let edits = laid.edits.iter();
        edits
            .map(|edit| match edit {
                Edit::Put { session, .. } => session.date,
                _ => panic!("only puts"),
            })
            .collect()
    }

    #[test]
    fn what_was_done_is_locked_or_has_passed_gives_way_to_no_template() {
        let template = template(&[(1, Weekday::Mon)]);
        let mut athlete = nobody();
        let mut put = |number: u128, date, change: &dyn Fn(&mut Session)| {
            let id = SessionId::from_bits(number);
            let mut session = Session::planned(id, date, easy(), Stamp::default());
            change(&mut session);
            athlete.sessions.put(session.into(), usize::MAX);
        };
        put(1, day(23), &|_| {});
        put(2, day(24), &|_| {});
        put(3, day(25), &|session| session.status = Status::Done);
        put(4, day(26), &|session| session.locked = true);
        put(5, day(27), &|session| session.plan.workout = Workout::Note);
        put(6, day(28), &|session| {
            session.plan.workout = Workout::Run(RunPlan::of(RunKind::Race));
        });
        put(7, day(29), &|_| {});
        put(8, day(30), &|_| {});
        let gone = giving_way(&template, &athlete, day(23), day(24));
        let gone: Vec<_> = gone.iter().map(|session| session.id).collect();
        assert_eq!(gone, [2, 7].map(SessionId::from_bits));
    }

    #[test]
    fn of_a_week_that_has_begun_the_days_to_come_are_filled() {
        let template = template(&[(1, Weekday::Mon), (1, Weekday::Wed), (2, Weekday::Mon)]);
        let laid = |today| {
            let laid = lay_out(&template, day(2), day(today), &mut ids());
            (dates(&laid), laid.passed)
        };
        let all = vec![day(2), day(4), day(9)];
        assert_eq!(laid(1), (all.clone(), 0), "to come");
        assert_eq!(laid(2), (all.clone(), 0), "today is not over");
        assert_eq!(laid(3), (all[1..].to_vec(), 1));
        assert_eq!(laid(5), (all[2..].to_vec(), 2));
        assert_eq!(laid(15), (Vec::new(), 3), "the last day of its weeks");
        assert_eq!(laid(16), (all, 0), "weeks of the past");
    }

    #[test]
    fn a_day_of_rest_is_laid_out_and_counts_as_no_session() {
        let mut template = template(&[(1, Weekday::Mon), (1, Weekday::Tue)]);
        template.days[0].plan.workout = Workout::Rest;
        assert_eq!(left_out(&template, day(2), day(4)), 1);
        let laid = lay_out(&template, day(2), day(2), &mut ids());
        assert_eq!((laid.edits.len(), laid.passed), (2, 0));
    }

    #[test]
    fn a_template_keeps_its_weekdays_where_weeks_begin_on_sunday() {
        let template = template(&[(1, Weekday::Mon), (2, Weekday::Sun)]);
        let laid = lay_out(&template, day(22), day(22), &mut ids());
        assert_eq!(dates(&laid), [day(23), day(29)]);
    }
}
