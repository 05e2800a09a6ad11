//! What edits would do to some days: what is found before and after, day by day, and which sessions change.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Session, SessionId, Stamp};
use crate::edit::{Edit, apply};

use super::check::check;
use super::context::Context;
use super::finding::{Finding, Severity};
use super::tally::Tally;
use super::timeline::Timeline;

/// What edits would do, before anybody makes them.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// What is found as the sessions stand.
    pub before: Tally,
    /// What would be found.
    pub after: Tally,
    /// The findings there would be, accepted ones among them.
    pub findings: Vec<Finding>,
    /// The days whose worst finding would be another, in order.
    pub days: Vec<DayEffect>,
    /// The sessions that would be others, or elsewhere, in the order of the edits.
    pub sessions: Vec<SessionEffect>,
}

/// A day whose worst finding changes. Findings about a whole week, and accepted ones, say nothing about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayEffect {
    /// The day.
    pub date: NaiveDate,
    /// The worst that is found now.
    pub before: Option<Severity>,
    /// The worst that would be found.
    pub after: Option<Severity>,
}

/// A session that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionEffect {
    /// As it is; `None` for one that would be added.
    pub before: Option<Arc<Session>>,
    /// As it would be; `None` for one that would be left out.
    pub after: Option<Arc<Session>>,
}

/// What `edits` would do to the days from `first` to `last`. The profile counts as it is: edits of a profile are no
/// matter of a calendar.
pub fn effect(
    edits: &[Edit],
    athlete: &Athlete,
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
) -> Effect {
    let mut changed = Athlete::new(athlete.id, athlete.profile.clone());
    changed.sessions = athlete.sessions.clone();
    apply(&mut changed, edits, Stamp::default());
    let found = |athlete: &Athlete| {
        let timeline = Timeline::new(athlete, context, first, last);
        check(&timeline, context)
    };
    let (before, after) = (found(athlete), found(&changed));
    let mut seen = BTreeSet::new();
    let sessions = edits
        .iter()
        .filter_map(session_of)
        .filter(|id| seen.insert(*id))
        .map(|id| SessionEffect {
            before: athlete.sessions.get(id).cloned(),
            after: changed.sessions.get(id).cloned(),
        });
    Effect {
        before: Tally::of(&before),
        after: Tally::of(&after),
        days: first
            .iter_days()
            .take_while(|date| *date <= last)
            .map(|date| DayEffect {
                date,
                before: worst_on(&before, date),
                after: worst_on(&after, date),
            })
            .filter(|day| day.before != day.after)
            .collect(),
        sessions: sessions.collect(),
        findings: after,
    }
}

impl Effect {
    /// The worst that would be found of a session.
    pub fn worst_of(&self, session: SessionId) -> Option<Severity> {
        worst(&self.findings, |finding| {
            finding.sessions.contains(&session)
        })
    }
}

fn session_of(edit: &Edit) -> Option<SessionId> {
    match edit {
        Edit::Put { session, .. } => Some(session.id),
        Edit::Remove(id) => Some(*id),
        Edit::Profile(_) => None,
    }
}

fn worst_on(findings: &[Finding], date: NaiveDate) -> Option<Severity> {
    worst(findings, |finding| {
        finding.days.contains(&date) && !finding.is_about_a_week()
    })
}

fn worst(findings: &[Finding], is_meant: impl Fn(&Finding) -> bool) -> Option<Severity> {
    findings
        .iter()
        .filter(|finding| finding.accepted.is_none() && is_meant(finding))
        .map(|finding| finding.severity)
        .max()
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::rules::fixes;
    use crate::rules::tests::support::{TestWeek, date, monday};

    fn effect_of(week: &TestWeek, rule: &str, label: &str) -> Effect {
        let findings = week.findings();
        let finding = findings.iter().find(|found| found.rule == rule).unwrap();
        let offered = fixes(finding, &week.athlete, &week.context());
        let fix = offered.iter().find(|fix| fix.label == label).unwrap();
        let last = monday() + Days::new(6);
        effect(&fix.edits, &week.athlete, &week.context(), monday(), last)
    }

    #[test]
    fn a_move_clears_its_days_and_says_where_the_session_goes() {
        let week = TestWeek::of("Tue strength heavy; Wed tempo; Fri strength upper; Sun long");
        let effect = effect_of(&week, "legs-before-key-run", "Move to Mon");
        assert_eq!((effect.before.conflicts, effect.after.conflicts), (1, 0));
        let days: Vec<_> = effect
            .days
            .iter()
            .map(|day| (day.date, day.after))
            .collect();
        assert_eq!(days, [(date("Tue"), None), (date("Wed"), None)]);
        assert!(effect.days.iter().all(|day| day.after < day.before));
        let [moved] = effect.sessions.as_slice() else {
            panic!("one session")
        };
        let on = |session: &Option<Arc<Session>>| session.as_ref().map(|session| session.date);
        assert_eq!(on(&moved.before), Some(date("Tue")));
        assert_eq!(on(&moved.after), Some(date("Mon")));
    }

    #[test]
    fn what_is_left_out_has_no_after_and_nothing_is_changed_by_asking() {
        let week = TestWeek::of("Tue strength; Thu strength; Fri strength; Sun strength; Mon easy");
        let findings = week.findings();
        let finding = findings
            .iter()
            .find(|found| found.rule == "strength-frequency")
            .unwrap();
        let offered = fixes(finding, &week.athlete, &week.context());
        let edits = &offered[0].edits;
        let last = monday() + Days::new(6);
        let effect = effect(edits, &week.athlete, &week.context(), monday(), last);
        assert!(
            effect
                .sessions
                .iter()
                .all(|session| session.after.is_none())
        );
        assert!(effect.after < effect.before);
        assert_eq!(week.findings(), findings);
    }

    #[test]
    fn accepted_findings_colour_no_day() {
        let mut week = TestWeek::of("Tue strength heavy; Wed tempo");
        let finding = week.findings().remove(0);
        let accepted = crate::rules::accept(&finding, "meant so", monday());
        week.athlete.profile.accepted.push(accepted);
        let id = week.athlete.sessions.on(date("Tue"))[0].id;
        let last = monday() + Days::new(6);
        let edits = [Edit::Remove(id)];
        let effect = effect(&edits, &week.athlete, &week.context(), monday(), last);
        assert!(effect.days.is_empty(), "{:?}", effect.days);
    }
}
