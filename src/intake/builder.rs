//! Gathers what is read into weeks, and works out their numbers and dates.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::SessionId;

use super::dates::{WeekHeading, monday_of};
use super::items::Fragment;
use super::reading::{
    Certainty, MarkedWord, Note, Options, PlanReading, Question, ReadSession, ReadWeek, SourceSpan,
};
use super::session::Draft;
use super::totals::check_totals;

/// Two dates of a plan that are further apart go into the next year.
const HALF_A_YEAR: i64 = 180;
/// The most sessions of one source.
pub(super) const MOST_SESSIONS: usize = 20_000;

/// A week as the source names it.
#[derive(Debug, Clone, Default)]
pub(super) struct WeekDraft {
    pub(super) number: Option<u32>,
    pub(super) to_go: Option<u32>,
    pub(super) monday: Option<NaiveDate>,
    title: String,
    total: Option<f64>,
    /// True when sessions or a heading filled it.
    pub(super) filled: bool,
    /// True when the source numbers it, so that its date tells those of its neighbours.
    pub(super) counted: bool,
}

impl WeekDraft {
    /// Keeps the number that the source gives it.
    pub(super) fn was(&mut self, number: u32) {
        let colon = if self.title.is_empty() { "" } else { ": " };
        self.title = format!("Week {number}{colon}{}", self.title);
    }
}

/// A session before its week has a number.
pub(super) struct Placed {
    pub(super) week: usize,
    pub(super) session: ReadSession,
}

/// Gathers a reading.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) reading: PlanReading,
    pub(super) weeks: Vec<WeekDraft>,
    pub(super) placed: Vec<Placed>,
    last_date: Option<NaiveDate>,
    /// Days seen in the current week, in their order.
    days: Vec<Weekday>,
    pub(super) sunday_first: bool,
    pub(super) bare: bool,
    /// Where something is asked about already.
    asked: HashSet<SourceSpan>,
    /// The day that the plan says it begins on.
    pub(super) start: Option<NaiveDate>,
}

impl Builder {
    fn week(&mut self) -> usize {
        if self.weeks.is_empty() {
            self.weeks.push(WeekDraft::default());
        }
        self.weeks.len() - 1
    }

    /// Begins a week that the source names.
    pub(super) fn begin_week(&mut self, heading: &WeekHeading, title: String) {
        self.days.clear();
        self.weeks.push(WeekDraft {
            number: heading.number,
            to_go: heading.to_go,
            monday: heading.monday,
            title,
            total: None,
            filled: true,
            counted: heading.number.is_some() || heading.to_go.is_some(),
        });
    }

    /// The source says on which day it begins; the first word counts.
    pub(super) fn starts(&mut self, date: NaiveDate) {
        self.start = self.start.or(Some(date));
    }

    /// Weeks begin on Sunday in this source.
    pub(super) fn begin_on_sunday(&mut self) {
        self.sunday_first = true;
    }

    /// The number the source gives the current week.
    pub(super) fn current_week(&self) -> Option<u32> {
        self.weeks.last().and_then(|week| week.number)
    }

    /// Gives the current week a total, in metres.
    pub(super) fn total(&mut self, meters: f64) {
        let week = self.week();
        if let Some(week) = self.weeks.get_mut(week) {
            week.total = week.total.or(Some(meters));
        }
    }

    /// Adds words to the heading of the current week.
    pub(super) fn title(&mut self, title: &str) {
        let week = self.week();
        if let Some(week) = self.weeks.get_mut(week)
            && week.title.is_empty()
        {
            title.clone_into(&mut week.title);
        }
    }

    /// Goes to a day; one that was there already, or an earlier one behind the weekend, begins a week.
    pub(super) fn go_to(&mut self, day: Weekday) {
        let week = self.week();
        let last = self.days.last().copied();
        let named = self.weeks.get(week).is_some_and(|week| {
            week.number.is_some() || week.to_go.is_some() || week.monday.is_some()
        });
        let again = last != Some(day) && self.days.contains(&day);
        let backwards = last.is_some_and(|last| {
            matches!(last, Weekday::Sat | Weekday::Sun)
                && day.num_days_from_monday() < last.num_days_from_monday()
                && self.days.len() >= 3
        });
        let sunday_leads = self.days.first() == Some(&Weekday::Sun);
        if again || (backwards && !named && !(sunday_leads && self.days.len() < 7)) {
            self.days.clear();
            self.weeks.push(WeekDraft::default());
        }
        if self.days.is_empty() && day == Weekday::Sun && self.weeks.len() == 1 {
            self.sunday_first = true;
        }
        if self.days.is_empty() && day != Weekday::Sun {
            self.sunday_first = false;
        }
        if last != Some(day) || self.days.is_empty() {
            self.days.push(day);
        }
    }

    /// A date with its year corrected: a plan that runs over New Year goes on in the next.
    pub(super) fn dated(&mut self, date: NaiveDate) -> NaiveDate {
        let date = match self.last_date {
            Some(last) if (last - date).num_days() > HALF_A_YEAR => {
                date.with_year(date.year() + 1).unwrap_or(date)
            }
            _ => date,
        };
        self.last_date = Some(date);
        date
    }

    /// Takes what a fragment says of a day, or of several.
    pub(super) fn add(
        &mut self,
        drafts: &[Draft],
        days: &[Weekday],
        date: Option<NaiveDate>,
        id: Option<SessionId>,
    ) {
        let mut week = self.week();
        if let Some(date) = date {
            let monday = monday_of(date);
            let found = self
                .weeks
                .iter()
                .position(|week| week.monday == Some(monday));
            week = found.unwrap_or_else(|| {
                let current = self.weeks.len() - 1;
                if self.weeks[current].monday.is_none()
                    && self.placed.iter().all(|placed| placed.week != current)
                {
                    self.weeks[current].monday = Some(monday);
                    return current;
                }
                self.weeks.push(WeekDraft {
                    monday: Some(monday),
                    ..WeekDraft::default()
                });
                self.weeks.len() - 1
            });
        }
        let days: Vec<Option<Weekday>> = if days.is_empty() {
            vec![date.map(|date| date.weekday())]
        } else {
            days.iter().copied().map(Some).collect()
        };
        for day in days {
            for draft in drafts {
                if self.placed.len() >= MOST_SESSIONS {
                    return;
                }
                if let Some(week) = self.weeks.get_mut(week) {
                    week.filled = true;
                }
                self.placed.push(Placed {
                    week,
                    session: ReadSession {
                        week: 0,
                        day,
                        date,
                        plan: draft.plan.clone(),
                        certainty: draft.certainty,
                        source: draft.place,
                        id,
                    },
                });
            }
        }
    }

    /// Takes the marks and guesses of a fragment.
    pub(super) fn finish_fragment(&mut self, fragment: &mut Fragment) {
        self.bare |= fragment.guesses.iter().any(|guess| {
            let figures = guess
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' ' | ':'));
            figures && !guess.text.is_empty()
        });
        self.reading.marks.extend(fragment.marks());
        // A session that is explained once and used on several days is asked about once.
        let asked = &mut self.asked;
        let new = fragment.guesses.drain(..);
        let new = new.filter(|guess| asked.insert(guess.place));
        self.reading.guesses.extend(new);
    }

    /// Keeps words that belong to no session.
    pub(super) fn note(&mut self, place: SourceSpan, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        self.reading.notes.push(Note {
            place,
            text: text.to_owned(),
        });
        self.reading.marks.push(MarkedWord {
            place,
            certainty: Certainty::Note,
        });
    }

    /// The reading, with weeks numbered and dates worked out.
    pub(super) fn finish(mut self, options: &Options, unit_known: bool) -> PlanReading {
        self.number_weeks();
        self.date_weeks(options);
        let mut reading = self.reading;
        let mut order: Vec<usize> = (0..self.weeks.len()).collect();
        order.retain(|at| self.weeks.get(*at).is_some_and(|week| week.filled));
        for at in order {
            let week = &self.weeks[at];
            reading.weeks.push(ReadWeek {
                number: week.number.unwrap_or(1),
                title: week.title.clone(),
                monday: week.monday,
                to_go: week.to_go,
                total: week.total,
            });
        }
        reading.sunday_first = self.sunday_first;
        let offset = |day: Weekday| u64::from(day.num_days_from_monday());
        for placed in self.placed {
            let mut session = placed.session;
            let week = &self.weeks[placed.week];
            session.week = week.number.unwrap_or(1);
            if session.date.is_none()
                && let (Some(monday), Some(day)) = (week.monday, session.day)
            {
                session.date = if self.sunday_first && day == Weekday::Sun {
                    monday.checked_sub_days(Days::new(1))
                } else {
                    monday.checked_add_days(Days::new(offset(day)))
                };
            }
            reading.sessions.push(session);
        }
        reading.sessions.sort_by_key(|session| {
            (
                session.week,
                session.date,
                session.day.map(|day| {
                    if self.sunday_first {
                        day.num_days_from_sunday()
                    } else {
                        day.num_days_from_monday()
                    }
                }),
            )
        });
        reading.weeks.sort_by_key(|week| week.number);
        check_totals(&mut reading);
        if reading
            .sessions
            .iter()
            .any(|session| session.date.is_none())
            && !reading.sessions.is_empty()
        {
            reading.questions.push(Question::Dates);
        }
        if self.bare && !unit_known {
            reading.questions.push(Question::Unit);
        }
        reading
    }
}
