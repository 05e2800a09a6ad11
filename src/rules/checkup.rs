//! What there is to say about an athlete from the current week on: for the list of everybody.

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Week, Workout};

use super::check::check;
use super::context::Context;
use super::finding::Finding;
use super::tally::Tally;
use super::timeline::Timeline;

/// A week of an athlete and what is found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekFindings {
    /// Its first day.
    pub first: NaiveDate,
    /// What is found and was not accepted, worst first.
    pub findings: Vec<Finding>,
    /// True when something to train stands in it.
    pub is_planned: bool,
}

impl WeekFindings {
    /// How many findings there are of each severity.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.findings)
    }
}

/// The weeks of an athlete from the one that holds `day` on, each with its findings. A finding is listed once: in the
/// week of the session it hangs on, or in the first one where that lies in the past.
pub fn checkup(
    athlete: &Athlete,
    context: &Context,
    day: NaiveDate,
    weeks: u32,
) -> Vec<WeekFindings> {
    let first = Week::of(day, athlete.profile.week_start).first();
    let starts: Vec<NaiveDate> = (0..u64::from(weeks))
        .map_while(|week| first.checked_add_days(Days::new(7 * week)))
        .collect();
    let ends = starts
        .last()
        .and_then(|last| last.checked_add_days(Days::new(6)));
    let Some(last) = ends else {
        return Vec::new();
    };
    let timeline = Timeline::new(athlete, context, first, last);
    let mut found = check(&timeline, context);
    found.retain(|finding| finding.accepted.is_none());
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let week_of = |finding: &Finding| {
        let hangs_on = finding.sessions.first();
        let session = hangs_on.and_then(|id| athlete.sessions.get(*id));
        let date = session.map(|session| session.date);
        let date = date.or(finding.days.first().copied()).unwrap_or(first);
        let days = (date - first).num_days().div_euclid(7);
        usize::try_from(days).unwrap_or_default()
    };
    let last_week = starts.len().saturating_sub(1);
    let weeks = starts.into_iter().enumerate().map(|(week, first)| {
        let in_week = |finding: &&Finding| week_of(finding).min(last_week) == week;
        let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
        let mut sessions = athlete.sessions.between(first, last).iter();
        WeekFindings {
            first,
            findings: found.iter().filter(in_week).cloned().collect(),
            is_planned: sessions
                .any(|session| !matches!(session.plan.workout, Workout::Rest | Workout::Note)),
        }
    });
    weeks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::support::{TestWeek, monday};
    use crate::rules::{Severity, accept};

    fn told(week: &TestWeek) -> Vec<Vec<&'static str>> {
        let weeks = checkup(&week.athlete, &week.context(), week.today, 2);
        let rules = weeks.iter().map(|week| {
            let findings = week.findings.iter();
            findings.map(|finding| finding.rule).collect()
        });
        rules.collect()
    }

    #[test]
    fn each_finding_stands_once_in_the_week_of_its_session() {
        let week = TestWeek::of("Sun strength heavy; next Mon tempo; Fri strength heavy; Sat long")
            .off("strength-frequency")
            .on(monday());
        let told = told(&week);
        let count = |week: &Vec<&str>| {
            let rules = week.iter();
            rules.filter(|rule| **rule == "legs-before-key-run").count()
        };
        assert_eq!([count(&told[0]), count(&told[1])], [1, 1], "{told:?}");
    }

    #[test]
    fn the_worst_comes_first_and_what_was_accepted_stays_out() {
        let mut week =
            TestWeek::of("Tue strength heavy; Wed tempo; Fri steady; Sat long").on(monday());
        let weeks = checkup(&week.athlete, &week.context(), week.today, 1);
        let severities: Vec<Severity> = weeks[0]
            .findings
            .iter()
            .map(|finding| finding.severity)
            .collect();
        assert!(severities.is_sorted_by(|a, b| a >= b) && severities.len() > 1);
        let accepted = accept(&weeks[0].findings[0], "meant so", monday());
        week.athlete.profile.accepted.push(accepted);
        let after = checkup(&week.athlete, &week.context(), week.today, 1);
        assert_eq!(after[0].findings.len() + 1, weeks[0].findings.len());
    }

    #[test]
    fn a_week_of_rest_is_not_planned_and_an_empty_athlete_has_nothing_to_say() {
        let week = TestWeek::of("Mon rest; next Tue easy").on(monday());
        let weeks = checkup(&week.athlete, &week.context(), week.today, 2);
        let planned: Vec<bool> = weeks.iter().map(|week| week.is_planned).collect();
        assert_eq!(planned, [false, true]);
        let empty = TestWeek::of("").on(monday());
        assert!(told(&empty).iter().all(Vec::is_empty));
        assert!(checkup(&empty.athlete, &empty.context(), empty.today, 0).is_empty());
    }
}
