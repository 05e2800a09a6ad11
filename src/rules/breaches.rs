//! The weeks in which a rule objects: for charts over years, where one sees whether it mattered.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::{Athlete, Week};

use super::check::check;
use super::context::Context;
use super::finding::{Finding, Severity};
use super::timeline::Timeline;

/// A week in which a rule objects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// First day of the week.
    pub week: NaiveDate,
    /// The worst that is said of it.
    pub worst: Severity,
    /// The titles of the rules that object, the worst first, each once. They are shared, since those of twenty years
    /// are handed on after every edit.
    pub titles: Arc<[&'static str]>,
}

/// Weeks that are checked at a time, so that twenty years need no more memory than one.
const WEEKS_AT_A_TIME: u64 = 52;

/// The weeks in which these findings object, by their first day. What was accepted is no objection. A finding counts
/// for the week of the session it hangs on; one whose session is not the athlete's counts for none.
pub fn breaches_in(findings: &[Finding], athlete: &Athlete) -> BTreeMap<NaiveDate, Breach> {
    let start = athlete.profile.week_start;
    let mut open: Vec<&Finding> = findings
        .iter()
        .filter(|found| found.accepted.is_none())
        .collect();
    open.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut weeks: BTreeMap<NaiveDate, (Severity, Vec<&'static str>)> = BTreeMap::new();
    for finding in open {
        let hangs_on = finding.sessions.first();
        let Some(session) = hangs_on.and_then(|id| athlete.sessions.get(*id)) else {
            continue;
        };
        let week = Week::of(session.date, start).first();
        let (_, titles) = weeks.entry(week).or_insert((finding.severity, Vec::new()));
        if !titles.contains(&finding.title) {
            titles.push(finding.title);
        }
    }
    let breaches = weeks.into_iter().map(|(week, (worst, titles))| {
        let titles = titles.into();
        (
            week,
            Breach {
                week,
                worst,
                titles,
            },
        )
    });
    breaches.collect()
}

/// The weeks from that of `from` to that of `to` in which a rule objects, in order.
#[cfg(test)]
pub(super) fn breaches(
    athlete: &Athlete,
    context: &Context,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Breach> {
    spans(from, to, athlete.profile.week_start)
        .flat_map(|(first, last)| breaches_of_span(athlete, context, first, last))
        .collect()
}

/// The first and last days of the spans of whole weeks that are checked one after the other, from the week of `from` to
/// that of `to`.
pub(super) fn spans(
    from: NaiveDate,
    to: NaiveDate,
    start: Weekday,
) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    let end = Week::of(to, start).last();
    let mut next = Some(Week::of(from, start).first());
    std::iter::from_fn(move || {
        let first = next.filter(|first| *first <= end)?;
        next = first.checked_add_days(Days::new(7 * WEEKS_AT_A_TIME));
        let last = next.and_then(|next| next.pred_opt()).unwrap_or(end);
        Some((first, last.min(end)))
    })
}

/// The weeks of one span in which a rule objects, in order.
pub(super) fn breaches_of_span(
    athlete: &Athlete,
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Breach> {
    let timeline = Timeline::new(athlete, context, first, last);
    let weeks = breaches_in(&check(&timeline, context), athlete);
    // A finding across two spans is found in both; count it in the one its week belongs to.
    let own = weeks.into_values();
    own.filter(|breach| (first..=last).contains(&breach.week))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::accept;
    use crate::rules::tests::support::{TestWeek, monday};

    fn weeks(week: &TestWeek, count: i64) -> Vec<Breach> {
        let last = monday() + chrono::Duration::days(7 * count - 1);
        breaches(&week.athlete, &week.context(), monday(), last)
    }

    #[test]
    fn each_week_has_the_worst_that_is_said_of_it() {
        let week = TestWeek::of("Tue strength heavy; Wed tempo; next Wed easy").on(monday());
        let found = weeks(&week, 2);
        let first = found.first().unwrap();
        assert_eq!((first.week, first.worst), (monday(), Severity::Conflict));
        assert_eq!(first.titles.first(), Some(&"Legs before a key session"));
        assert!(
            first.titles.len() > 1,
            "milder ones follow: {:?}",
            first.titles
        );
    }

    #[test]
    fn what_was_accepted_is_no_breach() {
        let mut week = TestWeek::of("Tue strength heavy; Wed tempo").on(monday());
        let last = monday() + Days::new(6);
        let timeline = Timeline::new(&week.athlete, &week.context(), monday(), last);
        for finding in check(&timeline, &week.context()) {
            let accepted = accept(&finding, "meant so", monday());
            week.athlete.profile.accepted.push(accepted);
        }
        assert_eq!(weeks(&week, 1), []);
    }

    #[test]
    fn years_are_found_as_their_weeks_are() {
        let week = TestWeek::of("Sun strength heavy; next Mon tempo; Fri strength heavy; Sat long")
            .on(monday());
        let context = week.context();
        let long_before = monday() - Days::new(7 * 90);
        let long_after = monday() + Days::new(7 * 90);
        let all = breaches(&week.athlete, &context, long_before, long_after);
        assert_eq!(all, weeks(&week, 2));
        assert_eq!(all.len(), 2);
    }
}
