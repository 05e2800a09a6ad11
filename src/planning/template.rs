//! Weeks of plans laid out on a calendar.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{Athlete, Kind, Plan, RunKind, Session, Stamp, Status, WeekTemplate, Workout};
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

/// Lays a template out from the week that begins on `first`: every session on its day of the week.
pub fn lay_out(template: &WeekTemplate, first: NaiveDate, new_id: NewId<'_>) -> Vec<Edit> {
    let starts_on = first.weekday().num_days_from_monday();
    let plans: Vec<(u32, Plan)> = template
        .days
        .iter()
        .map(|day| {
            let weekday = (7 + day.day.num_days_from_monday() - starts_on) % 7;
            ((day.week.max(1) - 1) * 7 + weekday, day.plan.clone())
        })
        .collect();
    add_all(&plans, first, new_id)
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
                session.plan.clone(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{day, easy, ids, nobody};
    use super::*;
    use crate::domain::{RunPlan, SessionId, TemplateDay, TemplateId};

    #[test]
    fn what_was_done_is_locked_or_has_passed_gives_way_to_no_template() {
        let template = WeekTemplate {
            id: TemplateId::new("t"),
            name: String::new(),
            summary: String::new(),
            source: String::new(),
            days: vec![TemplateDay {
                week: 1,
                day: Weekday::Mon,
                plan: easy(),
            }],
        };
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
    fn a_template_keeps_its_weekdays_where_weeks_begin_on_sunday() {
        let on = |week, day| TemplateDay {
            week,
            day,
            plan: easy(),
        };
        let template = WeekTemplate {
            id: TemplateId::new("t"),
            name: String::new(),
            summary: String::new(),
            source: String::new(),
            days: vec![on(1, Weekday::Mon), on(2, Weekday::Sun)],
        };
        let edits = lay_out(&template, day(22), &mut ids());
        let dates: Vec<_> = edits
            .iter()
            .map(|edit| match edit {
                Edit::Put { session, .. } => session.date,
                _ => panic!("only puts"),
            })
            .collect();
        assert_eq!(dates, [day(23), day(29)]);
    }
}
