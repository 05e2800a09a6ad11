//! A plan that was read, looked at in an athlete's calendar before anything changes.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, SessionId, Stamp, Week, WorkspaceSettings};
use crate::edit::{self, Edit};
use crate::intake::{PlanReading, ReadSession};
use crate::library::Library;
use crate::planning::{self, Arrival, Incoming};
use crate::rules::{self, Timeline};
use crate::text::TEMPLATE_MONDAY;
use crate::ui::dialogs::{PlanFinding, PlanRequest, PlanWeek};

/// The sessions of a reading on the days they would go to. One that nothing dates goes into the athlete's week of
/// `shown` and those after it.
pub(super) fn incoming<'a>(
    reading: &'a PlanReading,
    athlete: &Athlete,
    shown: NaiveDate,
) -> Vec<Incoming<'a>> {
    let first = Week::of(shown, athlete.profile.week_start);
    let date_of = |read: &ReadSession| {
        read.date.unwrap_or_else(|| {
            let template = read.template_date();
            let ahead = (template - TEMPLATE_MONDAY).num_days() / 7;
            let week = first.ahead(u32::try_from(ahead).unwrap_or_default());
            week.on(template.weekday())
        })
    };
    let sessions = reading.sessions.iter();
    sessions
        .map(|read| Incoming {
            week: read.week,
            date: date_of(read),
            plan: &read.plan,
            id: read.id,
        })
        .collect()
}

/// Where the weeks of a plan would stand.
pub(super) fn weeks(incoming: &[Incoming<'_>], athlete: &Athlete) -> Vec<PlanWeek> {
    let mut days: BTreeMap<u32, Vec<NaiveDate>> = BTreeMap::new();
    for new in incoming {
        days.entry(new.week).or_default().push(new.date);
    }
    let place = |(number, days): (u32, Vec<NaiveDate>)| {
        let first = *days.iter().min()?;
        Some(PlanWeek {
            number,
            week: Week::of(first, athlete.profile.week_start),
            there: planning::in_the_way(days.into_iter(), athlete).count(),
        })
    };
    days.into_iter().filter_map(place).collect()
}

/// What putting a plan into a calendar would come to. Its identities are for looking only.
pub(super) fn arrival(
    incoming: &[Incoming<'_>],
    athlete: &Athlete,
    library: &Library,
    request: &PlanRequest,
) -> Arrival {
    let mut bits = 1_u128 << 100;
    let mut ids = || {
        bits += 1;
        SessionId::from_bits(bits)
    };
    planning::bring_in(incoming, athlete, library, &request.choices, &mut ids)
}

/// The days that something is put on.
pub(super) fn days_put(arrival: &Arrival) -> impl Iterator<Item = NaiveDate> {
    arrival.edits.iter().filter_map(|edit| match edit {
        Edit::Put { session, .. } => Some(session.date),
        _ => None,
    })
}

/// What the rules say of the athlete's calendar with the plan in it, in the weeks it changes.
pub(super) fn findings(
    arrival: &Arrival,
    athlete: &Athlete,
    settings: &WorkspaceSettings,
    library: &Library,
    today: NaiveDate,
) -> Vec<PlanFinding> {
    let mut with_plan = athlete.clone();
    edit::apply(&mut with_plan, &arrival.edits, Stamp::default());
    let dates: Vec<_> = days_put(arrival).collect();
    let (Some(first), Some(last)) = (dates.iter().min(), dates.iter().max()) else {
        return Vec::new();
    };
    let profile = settings.checked(&with_plan.profile);
    let context = rules::Context::new(&profile, library, today);
    let week = |date: NaiveDate| Week::of(date, with_plan.profile.week_start);
    let timeline = Timeline::new(
        &with_plan,
        &context,
        week(*first).first(),
        week(*last).last(),
    );
    let found = rules::check(&timeline, &context);
    found
        .into_iter()
        .filter(|finding| finding.accepted.is_none())
        .filter_map(|finding| {
            Some(PlanFinding {
                date: *finding.days.first()?,
                severity: finding.severity,
                message: finding.message,
            })
        })
        .collect()
}
