//! A plan that came as text, put on the days of a week.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, Session, Stamp, Status, Week};
use crate::edit::Edit;
use crate::library::Library;
use crate::load::title_of;
use crate::text::PlanText;

use super::NewId;

/// The sessions of a plan on the days that its text names; of template weeks, on those of the week that begins on
/// `shown` and, where there are more, of those after it.
pub fn place_plan(
    plan: &PlanText,
    athlete: &Athlete,
    shown: NaiveDate,
    new_id: NewId<'_>,
) -> Vec<Edit> {
    let first = plan.first_week();
    let shown = Week::of(shown, athlete.profile.week_start);
    let sessions = plan.sessions.iter().map(|planned| {
        let date = if plan.template {
            // The text may count weeks from another day than the athlete; the day of the week is what was meant.
            let week = Week::of(planned.date, first.first().weekday());
            let ahead = u32::try_from(week.weeks_since(first)).unwrap_or_default();
            shown.ahead(ahead).on(planned.date.weekday())
        } else {
            planned.date
        };
        let session = Session::planned(new_id(), date, planned.plan.clone(), Stamp::default());
        Edit::put(session)
    });
    sessions.collect()
}

fn put(edit: &Edit) -> Option<&Session> {
    match edit {
        Edit::Put { session, .. } => Some(session.as_ref()),
        _ => None,
    }
}

/// The first day that these edits put a session on.
pub fn first_day(edits: &[Edit]) -> Option<NaiveDate> {
    edits
        .iter()
        .filter_map(put)
        .map(|session| session.date)
        .min()
}

/// How many of these sessions are planned already: on the same day, of the same name and length.
pub fn doubled(edits: &[Edit], athlete: &Athlete, library: &Library) -> usize {
    let is_there = |new: &&Session| {
        let day = athlete.sessions.between(new.date, new.date);
        day.iter().any(|old| {
            old.status == Status::Planned
                && old.kind() == new.kind()
                && old.plan.duration == new.plan.duration
                && title_of(&old.plan, library) == title_of(&new.plan, library)
        })
    };
    edits.iter().filter_map(put).filter(is_there).count()
}

/// The edits that take out what is still planned, and not locked, in the weeks that something is pasted into.
pub fn replaced(edits: &[Edit], athlete: &Athlete) -> Vec<Edit> {
    let start = athlete.profile.week_start;
    let weeks: BTreeSet<Week> = edits
        .iter()
        .filter_map(put)
        .map(|session| Week::of(session.date, start))
        .collect();
    let old = weeks
        .iter()
        .flat_map(|week| athlete.sessions.between(week.first(), week.last()));
    old.filter(|old| old.status == Status::Planned && !old.locked)
        .map(|old| Edit::Remove(old.id))
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::super::test_support::{ids, nobody};
    use super::*;
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
    fn a_plan_goes_where_it_says_and_else_to_the_shown_week() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 12, n).unwrap();
        assert_eq!(
            dates(
                "Tue easy 45min\nSun long 18km\nnext week\nMon easy 40min",
                Weekday::Mon
            ),
            [day(8), day(13), day(14)]
        );
        // A plan of another week lands where it says, and so does one of dates.
        let november = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        for start in [Weekday::Mon, Weekday::Sun] {
            let week = "week: 2026-W48\nTue easy 45min";
            assert_eq!(dates(week, start), [november(24)]);
            assert_eq!(dates("2026-11-28 easy 45min", start), [november(28)]);
        }
        // The Sunday of week 48 is its first day or its last.
        let sunday = "week: 2026-W48\nSun long 18km";
        assert_eq!(dates(sunday, Weekday::Sun), [november(22)]);
        assert_eq!(dates(sunday, Weekday::Mon), [november(29)]);
        // Where weeks begin on Sunday, that Sunday is the first day of the shown week.
        assert_eq!(
            dates("Tue easy 45min\nSun long 18km", Weekday::Sun),
            [day(6), day(8)]
        );
    }

    #[test]
    fn what_is_planned_twice_is_counted_and_can_be_replaced() {
        let library = Library::default();
        let mut athlete = nobody();
        let plan = text::read("Mon easy 40min\nSun long 18km", &library);
        let first = place_plan(&plan, &athlete, SHOWN, &mut ids());
        assert_eq!(first_day(&first), Some(SHOWN));
        assert_eq!(doubled(&first, &athlete, &library), 0);
        crate::edit::apply(&mut athlete, &first, Stamp::default());
        let again = place_plan(&plan, &athlete, SHOWN, &mut ids());
        assert_eq!(doubled(&again, &athlete, &library), 2);
        assert_eq!(replaced(&again, &athlete).len(), 2);
    }
}
