//! Where the rules put what they find.

use std::collections::HashSet;

use crate::domain::{Profile, RuleSetting, SessionId};

use super::entry::{Entry, Role};
use super::{Finding, Rule, Severity, Timeline};

/// The findings so far, and what the current rule may ask.
pub(super) struct Report<'a> {
    /// What is checked.
    pub(super) timeline: &'a Timeline,
    /// Whose it is.
    pub(super) profile: &'a Profile,
    rule: Option<&'static Rule>,
    setting: Option<&'a RuleSetting>,
    findings: Vec<Finding>,
}

impl<'a> Report<'a> {
    pub(super) fn new(timeline: &'a Timeline, profile: &'a Profile) -> Self {
        Self {
            timeline,
            profile,
            rule: None,
            setting: None,
            findings: Vec::new(),
        }
    }

    /// Lets a rule speak, unless it is switched off.
    pub(super) fn run(&mut self, rule: &'static Rule) {
        self.rule = Some(rule);
        self.setting = self.profile.rules.rules.get(rule.id);
        if self.setting.is_some_and(|setting| setting.off) {
            return;
        }
        let first = self.findings.len();
        (rule.check)(self);
        if let Some(new) = self.findings.get_mut(first..) {
            new.sort_by(|a, b| (&a.days, &a.sessions).cmp(&(&b.days, &b.sessions)));
        }
    }

    /// A figure of the current rule: the athlete's own or the rule's.
    pub(super) fn threshold(&self, name: &str) -> f64 {
        self.rule
            .map_or(0.0, |rule| threshold(self.profile, rule, name))
    }

    /// Adds a finding about these entries, which are in order, if it belongs to the days that are checked.
    pub(super) fn add(
        &mut self,
        severity: Severity,
        concerned: &[&Entry],
        message: impl FnOnce() -> String,
    ) {
        let Some(rule) = self.rule else { return };
        let sessions: Vec<SessionId> = concerned.iter().filter_map(|entry| entry.id()).collect();
        // Two races in a row are facts of the calendar: without a session there is nothing to say it about.
        if sessions.is_empty() || !self.timeline.covers(concerned) {
            return;
        }
        let own = self.setting.and_then(|setting| setting.severity.as_deref());
        let state = state_of(concerned);
        let accepted = self.accepted(rule.id, &sessions, &state);
        let mut days: Vec<_> = concerned.iter().map(|entry| entry.date).collect();
        days.dedup();
        self.findings.push(Finding {
            rule: rule.id,
            title: rule.title,
            severity: own.and_then(Severity::from_key).unwrap_or(severity),
            sessions,
            days,
            message: message(),
            source: rule.source,
            disagrees: rule.disagrees,
            state,
            accepted,
        });
    }

    fn accepted(&self, rule: &str, sessions: &[SessionId], state: &str) -> Option<String> {
        let accepted = self.profile.accepted.iter().rev().find(|accepted| {
            accepted.rule == rule && accepted.state == state && accepted.sessions == sessions
        });
        accepted.map(|accepted| accepted.reason.clone())
    }

    /// The sessions on which findings of these rules hang.
    pub(super) fn sessions_with(&self, rules: &[&str]) -> HashSet<SessionId> {
        let of_rules = self
            .findings
            .iter()
            .filter(|finding| rules.contains(&finding.rule));
        of_rules
            .filter_map(|finding| finding.sessions.first().copied())
            .collect()
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// A figure of a rule: the athlete's own or the rule's.
pub(super) fn threshold(profile: &Profile, rule: &Rule, name: &str) -> f64 {
    let setting = profile.rules.rules.get(rule.id);
    let own = setting.and_then(|setting| setting.thresholds.get(name).copied());
    let usual = || {
        rule.thresholds
            .iter()
            .find(|threshold| threshold.name == name)
    };
    own.or_else(|| usual().map(|threshold| threshold.value))
        .unwrap_or_default()
}

/// Where sessions stand and what they weigh. An acceptance holds as long as this text stays the same.
fn state_of(concerned: &[&Entry]) -> String {
    let states: Vec<String> = concerned.iter().map(|entry| entry_state(entry)).collect();
    states.join("; ")
}

fn entry_state(entry: &Entry) -> String {
    use crate::domain::{DayPart, Kind, Start};
    let start = match entry.start {
        Start::Unset => "-".to_owned(),
        Start::Part(DayPart::Morning) => "am".to_owned(),
        Start::Part(DayPart::Evening) => "pm".to_owned(),
        Start::Clock(time) => time.format("%H:%M").to_string(),
    };
    let weight = match (
        entry.role,
        entry.session().map(crate::domain::Session::kind),
    ) {
        (Role::Strength(region, load), _) => format!("{} {}", region.word(), load.word()),
        (Role::Run, Some(Kind::Run(kind))) => kind.word().to_owned(),
        (Role::Run, Some(_)) => "cross".to_owned(),
        (Role::Run, None) => "race".to_owned(),
    };
    let key = if entry.is_key() { " key" } else { "" };
    format!("{} {start} {weight}{key}", entry.date)
}

/// The worst of what was found, and of equals the first: candidates come nearest first.
pub(super) fn worst<T>(candidates: impl Iterator<Item = (Severity, T)>) -> Option<(Severity, T)> {
    candidates.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The entry of a day nearest in order to the one at `place` among those that fit.
pub(super) fn nearest_on_day(
    day: &[Entry],
    place: usize,
    fits: impl Fn(&Entry) -> bool,
) -> Option<&Entry> {
    let others = day
        .iter()
        .enumerate()
        .filter(|(at, entry)| *at != place && fits(entry));
    others
        .min_by_key(|(at, _)| at.abs_diff(place))
        .map(|(_, entry)| entry)
}

/// Two entries in the order they are trained.
pub(super) fn in_order<'e>(a: &'e Entry, b: &'e Entry) -> [&'e Entry; 2] {
    if a.order() <= b.order() {
        [a, b]
    } else {
        [b, a]
    }
}
