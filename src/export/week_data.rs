//! Gathers a week as plain words, without setting any of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, DateStyle, Exception, ExceptionKind, Kind, OpenFindings, RunKind, Session, SessionId,
    Week, Workout,
};
use crate::library::Library;
use crate::rules::Finding;

use super::sheet::{DaySheet, FindingLine, StrengthTable, WeekSheet};
use super::{cards, tables, words};

/// What stands on a week's sheet besides the week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekOptions {
    /// A word for the week from the coach, one paragraph a line.
    pub message: String,
    /// Whether open findings are printed too.
    pub open_findings: OpenFindings,
    /// The current day.
    pub today: NaiveDate,
    /// How dates are written.
    pub dates: DateStyle,
}

/// The seven days from `monday` as words: what to do on each day, the strength sheets, and what the coach has to say.
///
/// `findings` may cover more than the week; those that hang on a session of it are taken.
pub fn week_sheet(
    athlete: &Athlete,
    library: &Library,
    findings: &[Finding],
    monday: NaiveDate,
    options: &WeekOptions,
) -> WeekSheet {
    let week = WeekPlan::new(athlete, monday);
    let sheets = week.sheet_letters();
    let mut notes: Vec<String> = options
        .message
        .lines()
        .map(|line| line.trim().to_owned())
        .collect();
    notes.extend(week.long_notes());
    notes.retain(|note| !note.is_empty());
    WeekSheet {
        athlete: athlete.profile.name.trim().to_owned(),
        week: format!("Week {}", week.number()),
        subtitle: week.subtitle(library, options),
        totals: week.totals(library, options.today),
        days: week
            .days
            .iter()
            .map(|&date| week.day(date, &sheets, library, options.dates))
            .collect(),
        tables: week.tables(&sheets, library),
        notes,
        accepted: week.findings(findings, |finding| finding.accepted.is_some()),
        open: match options.open_findings {
            OpenFindings::Hide => Vec::new(),
            OpenFindings::Show => week.findings(findings, |finding| finding.accepted.is_none()),
        },
    }
}

/// An athlete's seven days and what stands on them.
pub(super) struct WeekPlan<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) days: [NaiveDate; 7],
    pub(super) sessions: &'a [Arc<Session>],
}

impl<'a> WeekPlan<'a> {
    fn new(athlete: &'a Athlete, monday: NaiveDate) -> Self {
        let days = Week::starting(monday).days();
        let sessions = athlete.sessions.between(days[0], days[6]);
        Self {
            athlete,
            days,
            sessions,
        }
    }

    /// False for a week that nobody has planned yet: its days are empty, which does not make them days of rest.
    pub(super) fn is_planned(&self) -> bool {
        let mut races = self.athlete.profile.races.iter();
        !self.sessions.is_empty() || races.any(|race| self.days.contains(&race.date))
    }

    fn sheet_letters(&self) -> BTreeMap<SessionId, String> {
        let with_table = self
            .sessions
            .iter()
            .filter(|session| tables::has_table(session));
        with_table
            .enumerate()
            .map(|(index, session)| (session.id, tables::sheet_letter(index)))
            .collect()
    }

    fn tables(
        &self,
        sheets: &BTreeMap<SessionId, String>,
        library: &Library,
    ) -> Vec<StrengthTable> {
        let sessions = self.sessions.iter();
        let tables = sessions.filter_map(|session| {
            let letter = sheets.get(&session.id)?;
            tables::table(session, letter, library, self.athlete)
        });
        tables.collect()
    }

    fn day(
        &self,
        date: NaiveDate,
        sheets: &BTreeMap<SessionId, String>,
        library: &Library,
        dates: DateStyle,
    ) -> DaySheet {
        let profile = &self.athlete.profile;
        let (resting, active): (Vec<_>, Vec<_>) =
            self.athlete.sessions.on(date).iter().partition(|session| {
                session.kind() == Kind::Rest && session.plan.title.trim().is_empty()
            });
        let has_race = active
            .iter()
            .any(|session| session.kind() == Kind::Run(RunKind::Race));
        let races = profile
            .races
            .iter()
            .filter(|race| race.date == date && !has_race);
        let mut cards: Vec<_> = races
            .map(|race| cards::race_card(race, profile.units))
            .collect();
        cards.extend(active.iter().map(|session| {
            let sheet = sheets.get(&session.id).map(String::as_str);
            let mut card = cards::card(session, sheet, profile, library);
            if is_long_note(session) {
                card.note.clear();
                if session.kind() != Kind::Note {
                    NOTE_BELOW.clone_into(&mut card.note);
                }
            } else if session.kind() == Kind::Note && session.plan.title.trim().is_empty() {
                card.title = std::mem::take(&mut card.note);
            }
            card
        }));
        let rest_notes = resting.iter().map(|session| session.plan.note.trim());
        let trains = active.iter().any(|session| session.kind() != Kind::Note) || has_race;
        let rest = if !self.is_planned() {
            String::new()
        } else if trains || (resting.is_empty() && !cards.is_empty()) {
            words::joined(rest_notes, " ")
        } else {
            words::joined(std::iter::once("Rest.").chain(rest_notes), " ")
        };
        DaySheet {
            name: date.format("%a").to_string(),
            date: dates.day_month(date),
            remark: self.remark(date),
            cards,
            rest,
        }
    }

    /// Why this day differs from the usual week.
    fn remark(&self, date: NaiveDate) -> String {
        let exceptions = &self.athlete.profile.availability.exceptions;
        let covers = |exception: &&Exception| exception.from <= date && date <= exception.to;
        exceptions
            .iter()
            .rev()
            .find(covers)
            .map_or_else(String::new, |exception| {
                let kind = match exception.kind {
                    ExceptionKind::Travel => "Travel",
                    ExceptionKind::Illness => "Ill",
                    ExceptionKind::Holiday => "Holiday",
                    ExceptionKind::Other => "",
                };
                words::joined([kind, exception.note.trim()], ": ")
            })
    }

    /// Notes with a heading have their text beside the strength sheets, where there is room for it.
    fn long_notes(&self) -> impl Iterator<Item = String> {
        self.sessions
            .iter()
            .filter(|session| is_long_note(session))
            .map(|session| {
                let heading = match (session.plan.title.trim(), session.kind()) {
                    ("", Kind::Note) => session.date.format("%A").to_string(),
                    ("", kind) => format!("{}, {}", session.date.format("%A"), words::kind(kind)),
                    (title, _) => format!("{}, {title}", session.date.format("%A")),
                };
                format!("{heading}: {}", session.plan.note.trim())
            })
    }

    fn findings(
        &self,
        findings: &[Finding],
        wanted: impl Fn(&Finding) -> bool,
    ) -> Vec<FindingLine> {
        findings
            .iter()
            .filter(|finding| self.holds(finding) && wanted(finding))
            .map(|finding| FindingLine {
                severity: finding.severity.word(),
                message: finding.message.trim().to_owned(),
                reason: finding
                    .accepted
                    .as_deref()
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
            })
            .collect()
    }

    /// True when the finding belongs to this week: its first session does, or its first day where it has no session.
    fn holds(&self, finding: &Finding) -> bool {
        match finding.sessions.first() {
            Some(first) => self.sessions.iter().any(|session| session.id == *first),
            None => finding
                .days
                .first()
                .is_some_and(|day| self.days.contains(day)),
        }
    }
}

/// Letters of a note from which it stands below the week, where it has the width of the sheet and not that of a day.
const LONG_NOTE: usize = 400;
/// What the card of such a session says in its place.
const NOTE_BELOW: &str = "Note below the week.";

/// True for a note that stands below the week: one with a title and a text of its own, and whatever is long.
fn is_long_note(session: &Session) -> bool {
    let plan = &session.plan;
    let is_story = matches!(plan.workout, Workout::Note)
        && !plan.title.trim().is_empty()
        && !plan.note.trim().is_empty();
    is_story || plan.note.trim().chars().count() > LONG_NOTE
}
