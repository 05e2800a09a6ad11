//! All sessions of one athlete in the order they are trained.

use std::cell::OnceCell;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{self, Athlete, ExerciseId, Kilograms, Session, SessionId};
use crate::load::{LoggedMaxes, max_on};

use super::context::Context;
use super::lookback::Lookback;
use super::timeline_entry::{TimelineEntry, lone_races, shifted};
use super::week::{WeekEntries, WeekNumbering};

/// Days that a spacing rule looks beyond a session: two for the strict distance of heavy legs and for
/// three days in a row, and one more for sessions that run past midnight.
pub(super) const REACH: i64 = 3;

/// Sessions ordered by date, start and stored position, with everything the rules ask worked out once.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    entries: Vec<TimelineEntry>,
    /// Days for which findings are given, from the common era.
    window: Window,
    /// How its days fall into weeks.
    weeks: WeekNumbering,
    /// What stands on record, for the rules that look back. Shared: whoever tries arrangements copies timelines by the
    /// thousand.
    lookback: Arc<Lookback>,
}

/// Which findings a timeline gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Window {
    /// Those with a session in these days.
    Touching(i32, i32),
    /// Those whose first session is in these days: what lies after them is their repetition.
    Beginning(i32, i32),
}

impl Window {
    /// The first and the last day.
    fn days(self) -> (i32, i32) {
        match self {
            Self::Touching(first, last) | Self::Beginning(first, last) => (first, last),
        }
    }
}

impl Default for Window {
    fn default() -> Self {
        Self::Touching(0, -1)
    }
}

impl Timeline {
    /// The timeline of `from`–`to` with the neighbours that rules look at.
    /// Findings are given for sessions within `from`–`to`, and for the athlete's weeks that have a day there.
    pub fn new(athlete: &Athlete, context: &Context, from: NaiveDate, to: NaiveDate) -> Self {
        Self::without(athlete, context, from, to, &[])
    }

    /// The timeline of template weeks, which have no neighbours and wrap: the last day is followed by the first.
    pub fn template(athlete: &Athlete, context: &Context) -> Self {
        let all = athlete.sessions.all();
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            return Self::default();
        };
        let start = athlete.profile.week_start;
        let monday = domain::Week::of(first.date, start).first();
        let first_day = monday.num_days_from_ce();
        let days = (last.date.num_days_from_ce() - first_day) / 7 * 7 + 7;
        let mut entries = entries_of(athlete, context, monday, last.date, &[]);
        let early: Vec<TimelineEntry> = entries
            .iter()
            .filter(|entry| i64::from(entry.day - first_day) < REACH)
            .map(|entry| entry.repeated(days))
            .collect();
        entries.extend(early);
        Self {
            entries,
            window: Window::Beginning(first_day, first_day + days - 1),
            weeks: WeekNumbering::starting_on(start),
            lookback: Lookback::of(athlete, monday, last.date, &[]).into(),
        }
    }

    /// A timeline as if some sessions were not there.
    pub(super) fn without(
        athlete: &Athlete,
        context: &Context,
        from: NaiveDate,
        to: NaiveDate,
        absent: &[SessionId],
    ) -> Self {
        let weeks = WeekNumbering::starting_on(athlete.profile.week_start);
        // Take whole weeks: some rules look at totals of a week.
        let around = |date| domain::Week::of(date, athlete.profile.week_start);
        let first = shifted(from, -REACH).min(around(from).first());
        let last = shifted(to, REACH).max(around(to).last());
        Self {
            entries: entries_of(athlete, context, first, last, absent),
            window: Window::Touching(from.num_days_from_ce(), to.num_days_from_ce()),
            weeks,
            lookback: Lookback::of(athlete, first, last, absent).into(),
        }
    }

    /// All entries in order, neighbours included.
    pub fn entries(&self) -> &[TimelineEntry] {
        &self.entries
    }

    /// The entries from day `first` to day `last`, both included, in order.
    pub fn between(&self, first: i32, last: i32) -> &[TimelineEntry] {
        let start = self.entries.partition_point(|entry| entry.day < first);
        let end = self.entries.partition_point(|entry| entry.day <= last);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// The entries of one day, in order.
    pub fn on(&self, day: i32) -> &[TimelineEntry] {
        self.between(day, day)
    }

    /// The entries of each day that has any, day by day.
    pub fn days(&self) -> impl Iterator<Item = &[TimelineEntry]> {
        self.entries.chunk_by(|a, b| a.day == b.day)
    }

    /// The entries of the days that findings are given for.
    pub(super) fn inside(&self) -> &[TimelineEntry] {
        let (first, last) = self.window.days();
        self.between(first, last)
    }

    /// The athlete's weeks that have an entry, and a day that findings are given for.
    pub(super) fn in_weeks(&self) -> impl Iterator<Item = WeekEntries<'_>> {
        let weeks = self.weeks;
        let (first, last) = self.window.days();
        let (first, last) = (weeks.number(first), weeks.number(last));
        let same =
            move |a: &TimelineEntry, b: &TimelineEntry| weeks.number(a.day) == weeks.number(b.day);
        let week = move |entries| self.week(entries);
        self.entries
            .chunk_by(same)
            .filter_map(week)
            .filter(move |week| (first..=last).contains(&week.number))
    }

    fn week<'t>(&self, entries: &'t [TimelineEntry]) -> Option<WeekEntries<'t>> {
        let number = self.weeks.number(entries.first()?.day);
        Some(WeekEntries {
            number,
            first: self.weeks.first_day(number),
            entries,
        })
    }

    /// How its days fall into weeks.
    pub(super) fn weeks(&self) -> WeekNumbering {
        self.weeks
    }

    /// What stands on record.
    pub(super) fn lookback(&self) -> &Lookback {
        &self.lookback
    }

    /// True when a finding about these entries, which are in order, belongs to the timeline's days.
    pub(super) fn covers(&self, concerned: &[&TimelineEntry]) -> bool {
        match self.window {
            Window::Touching(first, last) => concerned
                .iter()
                .any(|entry| (first..=last).contains(&entry.day)),
            Window::Beginning(first, last) => concerned
                .first()
                .is_some_and(|entry| (first..=last).contains(&entry.day)),
        }
    }

    /// Puts an entry in its place.
    pub(super) fn insert(&mut self, entry: TimelineEntry) -> usize {
        let place = self
            .entries
            .partition_point(|other| other.order() <= entry.order());
        self.entries.insert(place, entry);
        place
    }

    /// Takes out the entry that [`Self::insert`] put in.
    pub(super) fn take_out(&mut self, place: usize) {
        if place < self.entries.len() {
            self.entries.remove(place);
        }
    }

    /// Gives findings for these days only.
    pub(super) fn narrow(&mut self, days: RangeInclusive<i32>) {
        self.window = Window::Touching(*days.start(), *days.end());
    }

    /// What follows the entries of a day when a session is put at its end: the next free position and the
    /// minute that orders it when it has no start of its own.
    pub(super) fn end_of_day(&self, day: i32) -> (usize, u32) {
        let last = self.on(day).iter().max_by_key(|entry| entry.order().2);
        last.map_or((0, 0), |entry| (entry.order().2, entry.order_minute()))
    }
}

fn entries_of(
    athlete: &Athlete,
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
    absent: &[SessionId],
) -> Vec<TimelineEntry> {
    let maxes = Maxes::of(athlete, first, last);
    let mut entries = lone_races(athlete, first, last);
    for day in athlete
        .sessions
        .between(first, last)
        .chunk_by(|a, b| a.date == b.date)
    {
        let mut predecessor = 0;
        let present = day.iter().filter(|session| !absent.contains(&session.id));
        for (position, session) in present.enumerate() {
            let entry = maxes.entry(session, position, predecessor, context);
            let Some(entry) = entry else { continue };
            predecessor = entry.order_minute();
            entries.push(entry);
        }
    }
    entries.sort_by_key(TimelineEntry::order);
    entries
}

/// The athlete's maxima of some days, with the logs read when the first is asked for: many sessions ask for the same.
pub(super) struct Maxes<'a> {
    athlete: &'a Athlete,
    days: (NaiveDate, NaiveDate),
    logged: OnceCell<LoggedMaxes>,
}

impl<'a> Maxes<'a> {
    /// For sessions from `first` to `last`.
    pub(super) fn of(athlete: &'a Athlete, first: NaiveDate, last: NaiveDate) -> Self {
        Self {
            athlete,
            days: (first, last),
            logged: OnceCell::new(),
        }
    }

    /// The entry of a session, its leg load worked out from what the athlete can lift on its day.
    pub(super) fn entry(
        &self,
        session: &Arc<Session>,
        position: usize,
        predecessor: u32,
        context: &Context,
    ) -> Option<TimelineEntry> {
        let max = |exercise: &ExerciseId| self.max(exercise, session.date);
        TimelineEntry::new(session, position, predecessor, context, &max)
    }

    fn max(&self, exercise: &ExerciseId, date: NaiveDate) -> Option<Kilograms> {
        let (first, last) = self.days;
        if !(first..=last).contains(&date) {
            return max_on(self.athlete, exercise, date);
        }
        let logged = || LoggedMaxes::of(self.athlete, first, last);
        let logged = self.logged.get_or_init(logged);
        logged.on(&self.athlete.profile, exercise, date)
    }
}
