//! Gathers what is read into weeks, and works out their numbers and dates.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::SessionId;

use super::dates::{WeekHeading, monday_of};
use super::items::Fragment;
use super::reading::{
    Certainty, MarkedWord, Note, Options, Place, PlanReading, Question, ReadSession, ReadWeek,
    TotalDiffers,
};
use super::session::Draft;

/// How far a total may be off before it is said, as a share: figures are rounded.
const TOTAL_TOLERANCE: f64 = 0.02;
/// Two dates of a plan that are further apart go into the next year.
const HALF_A_YEAR: i64 = 180;
/// The most sessions of one source.
pub(super) const MOST_SESSIONS: usize = 20_000;

/// A week as the source names it.
#[derive(Debug, Clone, Default)]
struct Week {
    number: Option<u32>,
    to_go: Option<u32>,
    monday: Option<NaiveDate>,
    title: String,
    total: Option<f64>,
    /// True when sessions or a heading filled it.
    filled: bool,
    /// True when the source numbers it, so that its date tells those of its neighbours.
    counted: bool,
}

/// A session before its week has a number.
struct Placed {
    week: usize,
    session: ReadSession,
}

/// Gathers a reading.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) reading: PlanReading,
    weeks: Vec<Week>,
    placed: Vec<Placed>,
    last_date: Option<NaiveDate>,
    /// Days seen in the current week, in their order.
    days: Vec<Weekday>,
    sunday_first: bool,
    pub(super) bare: bool,
    /// Where something is asked about already.
    asked: HashSet<Place>,
    /// The day that the plan says it begins on.
    start: Option<NaiveDate>,
}

impl Builder {
    fn week(&mut self) -> usize {
        if self.weeks.is_empty() {
            self.weeks.push(Week::default());
        }
        self.weeks.len() - 1
    }

    /// Begins a week that the source names.
    pub(super) fn begin_week(&mut self, heading: &WeekHeading, title: String) {
        self.days.clear();
        self.weeks.push(Week {
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
            self.weeks.push(Week::default());
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
                self.weeks.push(Week {
                    monday: Some(monday),
                    ..Week::default()
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
        // What is explained once, and named on several days, is asked about once.
        let asked = &mut self.asked;
        let new = fragment.guesses.drain(..);
        let new = new.filter(|guess| asked.insert(guess.place));
        self.reading.guesses.extend(new);
    }

    /// Keeps words that belong to no session.
    pub(super) fn note(&mut self, place: Place, text: &str) {
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

    /// Numbers from 1: as the source counts, turned round where it counts down, in their order where it does not.
    fn number_weeks(&mut self) {
        let most = self.weeks.iter().filter_map(|week| week.to_go).max();
        // A race week at the end of weeks that count up is the one after them.
        let most = most.filter(|most| *most > 0);
        if let Some(most) = most {
            let mut next = None;
            for week in &mut self.weeks {
                let number = week.to_go.map(|to_go| most - to_go + 1).or(next);
                week.number = number.or(Some(1));
                next = week.number.map(|number| number + 1);
            }
            return;
        }
        let numbers: Vec<u32> = self.weeks.iter().filter_map(|week| week.number).collect();
        let falls = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] + 1 == pair[0]);
        let rises = numbers.windows(2).all(|pair| pair[1] > pair[0]);
        let dated = self.weeks.iter().all(|week| week.monday.is_some()) && !self.weeks.is_empty();
        if falls {
            let first = numbers[0];
            for week in &mut self.weeks {
                week.to_go = week.number.map(|number| number.saturating_sub(1));
                week.number = week.number.map(|number| first - number + 1);
            }
        } else if dated {
            let first = self.weeks.iter().filter_map(|week| week.monday).min();
            for week in &mut self.weeks {
                if let (Some(first), Some(monday)) = (first, week.monday) {
                    week.number = u32::try_from((monday - first).num_days() / 7 + 1).ok();
                }
            }
        } else if !rises {
            // The same number again, as in two blocks of four weeks: they follow one another.
            for (at, week) in (1_u32..).zip(&mut self.weeks) {
                week.number = Some(at);
            }
        }
        let mut last = 0;
        for week in self
            .weeks
            .iter_mut()
            .filter(|week| week.filled || week.number.is_some())
        {
            let number = week.number.unwrap_or(last + 1);
            week.number = Some(number);
            last = number;
        }
        // Weeks numbered like those of a calendar begin at 1 here.
        let least = self
            .weeks
            .iter()
            .filter_map(|week| week.number)
            .min()
            .unwrap_or(1);
        let calendar_weeks = self.weeks.iter().any(|week| week.monday.is_some()) && least > 1;
        if calendar_weeks {
            for week in &mut self.weeks {
                week.number = week.number.map(|number| number - least + 1);
            }
        }
    }

    /// The Mondays of weeks that have none, from the start, the race, or the weeks around them.
    fn date_weeks(&mut self, options: &Options) {
        let known = self
            .weeks
            .iter()
            .filter(|week| week.counted)
            .find_map(|week| Some((week.number?, week.monday?)));
        let last = self
            .weeks
            .iter()
            .filter(|week| week.filled)
            .filter_map(|week| week.number)
            .max()
            .unwrap_or(1);
        let race_week = self
            .weeks
            .iter()
            .find_map(|week| (week.to_go == Some(0)).then_some(week.number?))
            .unwrap_or(last);
        let anchor = match (options.start, options.race, known) {
            (Some(start), _, _) => {
                // Nothing stands before the day that the plan is to start on: from another day than Sunday, the
                // Sundays of weeks that begin with them come last.
                self.sunday_first &= start.weekday() == Weekday::Sun;
                let monday = self.monday_in_week_of(start);
                // A week from Monday on that is to start on a Sunday begins on the day after it, not six days before.
                let late = start.weekday() == Weekday::Sun
                    && monday < start
                    && self.has_workdays_in_first_week();
                let monday = if late { start.succ_opt() } else { Some(monday) };
                monday.map(|monday| (1, monday))
            }
            (None, Some(race), _) => Some((race_week, self.monday_in_week_of(race))),
            (None, None, Some(known)) => Some(known),
            (None, None, None) => {
                let filled = self.weeks.iter().filter(|week| week.filled);
                let first = filled.filter_map(|week| week.number).min().unwrap_or(1);
                self.start
                    .map(|start| (first, self.monday_in_week_of(start)))
            }
        };
        let Some((number, monday)) = anchor else {
            return;
        };
        let said = options.start.is_some() || options.race.is_some();
        for week in &mut self.weeks {
            let Some(own) = week.number else { continue };
            if week.monday.is_some() && !said {
                continue;
            }
            let days = Days::new(7 * u64::from(own.abs_diff(number)));
            week.monday = if own >= number {
                monday.checked_add_days(days)
            } else {
                monday.checked_sub_days(days)
            };
        }
    }
}

impl Builder {
    /// True where something stands on another day than Sunday of the first week.
    fn has_workdays_in_first_week(&self) -> bool {
        self.placed.iter().any(|placed| {
            let week = self.weeks.get(placed.week);
            let day = placed.session.day;
            week.is_some_and(|week| week.number == Some(1))
                && day.is_some_and(|day| day != Weekday::Sun)
        })
    }

    /// The Monday in the week of a day, as the plan counts its weeks.
    fn monday_in_week_of(&self, day: NaiveDate) -> NaiveDate {
        let monday = monday_of(day);
        if self.sunday_first && day.weekday() == Weekday::Sun {
            monday.checked_add_days(Days::new(7)).unwrap_or(monday)
        } else {
            monday
        }
    }
}

/// Says where a total differs from what the week's distances come to; weeks with runs by time say nothing.
fn check_totals(reading: &mut PlanReading) {
    let mut sums: BTreeMap<u32, Option<f64>> = BTreeMap::new();
    for session in &reading.sessions {
        let sum = sums.entry(session.week).or_insert(Some(0.0));
        if let Some(run) = session.plan.run() {
            *sum = match (*sum, run_meters(run)) {
                (Some(sum), Some(meters)) => Some(sum + meters),
                _ => None,
            };
        }
    }
    for week in &reading.weeks {
        if let (Some(said), Some(Some(sum))) = (week.total, sums.get(&week.number))
            && (said - sum).abs() > said * TOTAL_TOLERANCE + 500.0
        {
            reading.totals.push(TotalDiffers {
                week: week.number,
                said,
                sum: *sum,
            });
        }
    }
}

/// How far a run goes by its own figures; `None` where a part of it is said in time.
fn run_meters(run: &crate::domain::RunPlan) -> Option<f64> {
    use crate::domain::Extent;
    if let Some(distance) = run.distance {
        return Some(distance.m());
    }
    if run.steps.is_empty() {
        return None;
    }
    run.steps.iter().try_fold(0.0, |sum, step| {
        let Extent::Distance(own) = step.extent else {
            return None;
        };
        let between = match step.recovery.map(|recovery| recovery.extent) {
            Some(Extent::Distance(meters)) => meters.m(),
            _ => 0.0,
        };
        Some(sum + (own.m() + between) * f64::from(step.repeats))
    })
}
