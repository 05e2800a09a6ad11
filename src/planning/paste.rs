//! A plan that came as text, put on the days of a week.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, Session, Stamp, Week};
use crate::edit::Edit;
use crate::text::PlanText;

use super::NewId;

/// The sessions of a plan on the days of the week that begins on `shown` and, where it has more weeks, of those after
/// it.
pub fn place_plan(
    plan: &PlanText,
    athlete: &Athlete,
    shown: NaiveDate,
    new_id: NewId<'_>,
) -> Vec<Edit> {
    let first = plan.first_week();
    let shown = Week::of(shown, athlete.profile.week_start);
    let sessions = plan.sessions.iter().map(|planned| {
        // The text may count weeks from another day than the athlete; the day of the week is what was meant.
        let week = Week::of(planned.date, first.first().weekday());
        let ahead = u32::try_from(week.weeks_since(first)).unwrap_or_default();
        let date = shown.ahead(ahead).on(planned.date.weekday());
        let session = Session::planned(new_id(), date, planned.plan.clone(), Stamp::default());
        Edit::put(session)
    });
    sessions.collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{ids, nobody};
    use super::*;
    use crate::library::Library;
    use crate::text;

    const SHOWN: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 7).unwrap();

    fn dates(written: &str, start: Weekday) -> Vec<NaiveDate> {
        let plan = text::read_for(written, &Library::default(), start);
        assert_eq!(plan.errors, []);
        let mut athlete = nobody();
        athlete.profile.week_start = start;
        let shown = Week::of(SHOWN, start).first();
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
