//! Where the rules put what they find.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;

use chrono::{NaiveDate, Timelike};

use crate::domain::{Profile, Race, SessionId};
use crate::library::Library;

use super::context::Context;
use super::finding::{Finding, Severity};
use super::running_history::RunningHistory;
use super::threshold::{Threshold, figure};
use super::timeline::Timeline;
use super::timeline_entry::{Role, TimelineEntry};
use super::week::WeekEntries;

/// The findings so far, and what the current rule may ask.
pub(super) struct Report<'a> {
    /// What is checked.
    pub(super) timeline: &'a Timeline,
    /// Whose it is.
    pub(super) profile: &'a Profile,
    /// The exercises.
    pub(super) library: &'a Library,
    /// The current day.
    pub(super) today: NaiveDate,
    /// What was run and lifted, worked out when the first rule asks.
    history: OnceCell<Rc<RunningHistory>>,
    rule: Option<Current>,
    /// Findings that nobody needs to be told of again: what they say is left out.
    known: &'a [Finding],
    /// True when nobody reads what is found.
    is_wordless: bool,
    /// How many findings the rules before the current one added.
    first: usize,
    findings: Vec<Finding>,
}

/// The rule that speaks.
#[derive(Clone, Copy)]
struct Current {
    id: &'static str,
    title: &'static str,
    figures: &'static [Threshold],
}

impl<'a> Report<'a> {
    pub(super) fn new(timeline: &'a Timeline, context: &Context<'a>) -> Self {
        Self {
            timeline,
            profile: context.profile,
            library: context.library,
            today: context.today,
            history: OnceCell::new(),
            rule: None,
            known: &[],
            is_wordless: false,
            first: 0,
            findings: Vec::new(),
        }
    }

    /// The same, without words for what these findings say already.
    pub(super) fn beside(self, known: &'a [Finding]) -> Self {
        Self { known, ..self }
    }

    /// The same for those who do not read what is found: it carries no words.
    pub(super) fn without_words(self) -> Self {
        Self {
            is_wordless: true,
            ..self
        }
    }

    /// Turns to a rule: what it adds from now on carries its name.
    pub(super) fn begin(
        &mut self,
        id: &'static str,
        title: &'static str,
        figures: &'static [Threshold],
    ) {
        self.rule = Some(Current { id, title, figures });
        self.first = self.findings.len();
    }

    /// Puts what the rule added in order.
    pub(super) fn end(&mut self) {
        if let Some(new) = self.findings.get_mut(self.first..) {
            new.sort_by(|a, b| (&a.days, &a.sessions).cmp(&(&b.days, &b.sessions)));
        }
        self.rule = None;
    }

    /// A figure of the current rule: the athlete's own or the rule's.
    pub(super) fn threshold(&self, name: &str) -> f64 {
        self.rule.map_or(0.0, |rule| {
            figure(self.profile, rule.id, rule.figures, name)
        })
    }

    /// True when the coach switched a rule off.
    pub(super) fn is_off(&self, rule: &str) -> bool {
        self.profile.rules.is_off(rule)
    }

    /// What was run and lifted in the timeline and in the six weeks before it.
    pub(super) fn history(&self) -> Rc<RunningHistory> {
        let work_out = || {
            let timeline = self.timeline;
            RunningHistory::of(timeline.lookback(), self.profile, timeline.weeks()).into()
        };
        self.history.get_or_init(work_out).clone()
    }

    /// The athlete's races, those left out aside.
    pub(super) fn races(&self) -> impl Iterator<Item = &'a Race> + use<'a> {
        let lookback = self.timeline.lookback();
        self.profile
            .races
            .iter()
            .filter(|race| lookback.is_run(race))
    }

    /// Adds a finding about these entries, which are in order, if it belongs to the days that are checked.
    pub(super) fn add(
        &mut self,
        severity: Severity,
        concerned: &[&TimelineEntry],
        message: impl FnOnce() -> String,
    ) {
        if !self.timeline.covers(concerned) {
            return;
        }
        let sessions = ids(concerned);
        // Without this, a session between two races without sessions would get a finding for each of them.
        if sessions.len() < concerned.len() && self.is_told(&sessions) {
            return;
        }
        let mut days: Vec<_> = concerned.iter().map(|entry| entry.date).collect();
        days.dedup();
        if self.is_known(severity, &sessions) {
            self.push(severity, sessions, days, String::new(), String::new());
            return;
        }
        let state = self.stated(|| state_of(concerned));
        let message = self.said(message);
        self.push(severity, sessions, days, state, message);
    }

    /// Adds a finding about a session and another day that it has to do with: a race, a day of pain.
    pub(super) fn add_with_day(
        &mut self,
        severity: Severity,
        entry: &TimelineEntry,
        day: NaiveDate,
        message: impl FnOnce() -> String,
    ) {
        if !self.timeline.covers(&[entry]) {
            return;
        }
        let mut days = vec![entry.date, day];
        days.dedup();
        let state = self.stated(|| format!("{}; {day}", state_of(&[entry])));
        let message = self.said(message);
        self.push(severity, ids(&[entry]), days, state, message);
    }

    /// Adds a finding about a week. It hangs on one of its entries, which only marks the place. `facts` are the
    /// figures it rests on: an acceptance holds as long as these stay the same.
    pub(super) fn add_week(
        &mut self,
        severity: Severity,
        week: &WeekEntries,
        place: &TimelineEntry,
        facts: &str,
        message: impl FnOnce() -> String,
    ) {
        let days = week.dates();
        let state = self.stated(|| match days.first() {
            Some(first) => format!("week of {first}: {facts}"),
            None => facts.to_owned(),
        });
        let message = self.said(message);
        self.push(severity, ids(&[place]), days, state, message);
    }

    /// What a finding says, where somebody is to read it.
    fn said(&self, message: impl FnOnce() -> String) -> String {
        if self.is_wordless {
            String::new()
        } else {
            message()
        }
    }

    /// What an acceptance of a finding holds on to. Who does not read needs it as long as something is accepted.
    fn stated(&self, state: impl FnOnce() -> String) -> String {
        if self.is_wordless && self.profile.accepted.is_empty() {
            String::new()
        } else {
            state()
        }
    }

    fn push(
        &mut self,
        severity: Severity,
        sessions: Vec<SessionId>,
        days: Vec<NaiveDate>,
        state: String,
        message: String,
    ) {
        let Some(rule) = self.rule else { return };
        // Two races in a row without sessions cannot be changed, so there is nothing to report.
        if sessions.is_empty() {
            return;
        }
        let grading = self.profile.rules.grading(rule.id);
        let accepted = self.accepted(rule.id, &sessions, &state);
        self.findings.push(Finding {
            rule: rule.id,
            title: rule.title,
            severity: severity.graded(grading),
            sessions,
            days,
            message,
            state,
            accepted,
        });
    }

    /// True for what is known to be as bad.
    fn is_known(&self, severity: Severity, sessions: &[SessionId]) -> bool {
        let Some(rule) = self.rule.filter(|_| !self.known.is_empty()) else {
            return false;
        };
        let severity = severity.graded(self.profile.rules.grading(rule.id));
        self.known.iter().any(|known| {
            known.rule == rule.id && known.sessions == sessions && known.severity >= severity
        })
    }

    fn is_told(&self, sessions: &[SessionId]) -> bool {
        let rule = self.rule.map(|rule| rule.id);
        let mut findings = self.findings.iter();
        findings.any(|finding| Some(finding.rule) == rule && finding.sessions == sessions)
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

fn ids(concerned: &[&TimelineEntry]) -> Vec<SessionId> {
    concerned.iter().filter_map(|entry| entry.id()).collect()
}

/// Percentage points that come from rounding fractions: 11 km are not more than 10 % beyond 10 km.
const ROUNDING: f64 = 1e-6;

/// True when a share is more than so many percent.
pub(super) fn is_over(share: f64, percent: f64) -> bool {
    share * 100.0 > percent + ROUNDING
}

/// True when a share is less than so many percent.
pub(super) fn is_under(share: f64, percent: f64) -> bool {
    share * 100.0 < percent - ROUNDING
}

/// Where sessions stand and what they weigh. An acceptance holds as long as this text stays the same.
fn state_of(concerned: &[&TimelineEntry]) -> String {
    /// Bytes of a usual state of one entry.
    const USUAL: usize = 48;
    let mut state = String::with_capacity(USUAL * concerned.len());
    for (place, entry) in concerned.iter().enumerate() {
        if place > 0 {
            state.push_str("; ");
        }
        push_state(&mut state, entry);
    }
    state
}

fn push_state(state: &mut String, entry: &TimelineEntry) {
    use crate::domain::{DayPart, Kind, Start};
    // Writing to a string cannot fail.
    let _ = write!(state, "{} ", entry.date);
    match entry.start {
        Start::Unset => state.push('-'),
        Start::Part(DayPart::Morning) => state.push_str("am"),
        Start::Part(DayPart::Evening) => state.push_str("pm"),
        Start::Clock(time) => {
            let _ = write!(state, "{:02}:{:02}", time.hour(), time.minute());
        }
    }
    state.push(' ');
    match (
        entry.role,
        entry.session().map(crate::domain::Session::kind),
    ) {
        (Role::Strength(region, load), _) => {
            state.push_str(region.word());
            state.push(' ');
            state.push_str(load.word());
        }
        (Role::Run, Some(Kind::Run(kind))) => state.push_str(kind.word()),
        (Role::Run, Some(_)) => state.push_str("cross"),
        (Role::Run, None) => state.push_str("race"),
    }
    if entry.is_key() {
        state.push_str(" key");
    }
}

/// The worst of what was found, and of equals the first: candidates come nearest first.
pub(super) fn worst<T>(candidates: impl Iterator<Item = (Severity, T)>) -> Option<(Severity, T)> {
    candidates.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// The entry of a day nearest in order to the one at `place` among those that fit.
pub(super) fn nearest_on_day(
    day: &[TimelineEntry],
    place: usize,
    fits: impl Fn(&TimelineEntry) -> bool,
) -> Option<&TimelineEntry> {
    let others = day
        .iter()
        .enumerate()
        .filter(|(at, entry)| *at != place && fits(entry));
    others
        .min_by_key(|(at, _)| at.abs_diff(place))
        .map(|(_, entry)| entry)
}

/// Two entries in the order they are trained.
pub(super) fn in_order<'e>(a: &'e TimelineEntry, b: &'e TimelineEntry) -> [&'e TimelineEntry; 2] {
    if a.order() <= b.order() {
        [a, b]
    } else {
        [b, a]
    }
}
