//! Weeks of plans laid out on a calendar.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{Plan, Session, Stamp, WeekTemplate};
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

    use super::super::test_support::{day, easy, ids};
    use super::*;
    use crate::domain::{TemplateDay, TemplateId};

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
