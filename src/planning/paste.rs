//! A plan that came as text, put on the days of a week.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{Athlete, Session, Stamp};
use crate::edit::Edit;
use crate::load::series::week_of;
use crate::text::{self, PlanText};

use super::NewId;

/// The sessions of a plan on the days of the week that begins on `shown` and, where it has more weeks, of those after
/// it.
pub fn place_plan(
    plan: &PlanText,
    athlete: &Athlete,
    shown: NaiveDate,
    new_id: NewId<'_>,
) -> Vec<Edit> {
    let start = athlete.profile.week_start;
    let first = plan.sessions.iter().map(|planned| planned.date).min();
    let first = first.map(|date| {
        if plan.template {
            text::TEMPLATE_MONDAY
        } else {
            date
        }
    });
    let Some(first) = first.map(text::monday_of) else {
        return Vec::new();
    };
    let date_of = |date: NaiveDate| {
        // Weeks of a text begin on Monday; those of the athlete may not. The day of the week is what was meant.
        let weeks = (text::monday_of(date) - first).num_days().max(0);
        let week = shown.checked_add_days(Days::new(weeks.unsigned_abs()))?;
        let week = week_of(week, start);
        let mut days = (0..7).filter_map(|day| week.checked_add_days(Days::new(day)));
        days.find(|day| day.weekday() == date.weekday())
    };
    let sessions = plan.sessions.iter().filter_map(|planned| {
        let date = date_of(planned.date)?;
        let session = Session::planned(new_id(), date, planned.plan.clone(), Stamp::default());
        Some(Edit::put(session))
    });
    sessions.collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{ids, nobody};
    use super::*;
    use crate::library::Library;

    const SHOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();

    fn dates(written: &str, start: Weekday) -> Vec<NaiveDate> {
        let plan = text::read(written, &Library::default());
        assert_eq!(plan.errors, []);
        let mut athlete = nobody();
        athlete.profile.week_start = start;
        let shown = week_of(SHOWN, start);
        let edits = place_plan(&plan, &athlete, shown, &mut ids()).into_iter();
        let dates = edits.map(|edit| match edit {
            Edit::Put { session, .. } => session.date,
            other => panic!("{other:?}"),
        });
        dates.collect()
    }

    #[test]
    fn a_plan_goes_to_the_same_days_of_the_shown_week() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 12, n).unwrap();
        assert_eq!(
            dates(
                "Tue easy 45min\nSun long 18km\nnext week\nMon easy 40min",
                Weekday::Mon
            ),
            [day(8), day(13), day(14)]
        );
        // A plan of another week moves to the shown one, and so does one of dates.
        assert_eq!(
            dates("week: 2026-W48\nTue easy 45min", Weekday::Mon),
            [day(8)]
        );
        assert_eq!(dates("2026-11-28 easy 45min", Weekday::Mon), [day(12)]);
        // Where weeks begin on Sunday, that Sunday is the first day of the shown week.
        assert_eq!(
            dates("Tue easy 45min\nSun long 18km", Weekday::Sun),
            [day(8), day(6)]
        );
    }
}
