//! Days, dates and weeks at the beginning of a line or in the head of a column.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::Week;

use super::items::{Fragment, ItemKind};
use super::lexicon::Meaning;
use super::scan::NumberToken;

/// The years a plan may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

/// What says when a session is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct When {
    /// Days of the week, several where one line is for all of them.
    pub(super) days: Vec<Weekday>,
    /// The date.
    pub(super) date: Option<NaiveDate>,
    /// "Day 3" of its week.
    pub(super) number: Option<u32>,
    /// The item behind the last.
    pub(super) to: usize,
    /// True when the date was read one way and could be read another.
    pub(super) doubtful: bool,
}

impl When {
    /// Of a date that could be read two ways, the one that falls on the weekday beside it.
    fn settle_date(&mut self) {
        let (Some(date), [day]) = (self.date.filter(|_| self.doubtful), self.days.as_slice())
        else {
            return;
        };
        let Some(other) = exchanged(date) else { return };
        match (date.weekday() == *day, other.weekday() == *day) {
            (true, false) => self.doubtful = false,
            (false, true) => {
                self.date = Some(other);
                self.doubtful = false;
            }
            _ => {}
        }
    }
}

/// The date with day and month exchanged.
pub(super) fn exchanged(date: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year(), date.day(), date.month()).filter(|other| *other != date)
}

/// Day and date at the beginning of a stretch: `Mon`, `Tue 24.11.`, `2026-11-24`, `Mon/Wed/Fri`, `Mo-Fr`, `Day 3`.
pub(super) fn when(fragment: &Fragment, from: usize, year: Option<i32>) -> Option<When> {
    let mut found = When::default();
    let mut at = from;
    if let Some((date, to, doubtful)) = date(fragment, at, year) {
        found.date = Some(date);
        found.doubtful = doubtful;
        at = to;
    }
    if let Some((days, to)) = weekdays(fragment, at) {
        found.days = days;
        at = to;
        if found.date.is_none() {
            let mut next = at;
            while fragment.is_sign(next, ',')
                || fragment.is_sign(next, '.')
                || fragment.is_sign(next, '(')
            {
                next += 1;
            }
            if let Some((date, to, doubtful)) = date(fragment, next, year) {
                found.date = Some(date);
                found.doubtful = doubtful;
                at = to + usize::from(fragment.is_sign(to, ')'));
            }
        }
        found.settle_date();
    }
    if found.days.is_empty()
        && found.date.is_none()
        && fragment.is(at, &Meaning::DayNumber)
        && let Some(number) = fragment.count(at + 1, 1..=7)
    {
        found.number = Some(number);
        at += 2;
    }
    found.to = at;
    (at > from).then_some(found)
}

fn weekday(fragment: &Fragment, at: usize) -> Option<Weekday> {
    match fragment.meaning(at) {
        Some(Meaning::Day(day)) => Some(*day),
        _ => None,
    }
}

fn weekdays(fragment: &Fragment, from: usize) -> Option<(Vec<Weekday>, usize)> {
    let first = weekday(fragment, from)?;
    let mut days = vec![first];
    let mut at = from + 1;
    loop {
        let dot = usize::from(fragment.is_sign(at, '.'));
        let joint = at + dot;
        let list = fragment.is_sign(joint, '/')
            || fragment.is_sign(joint, ',')
            || fragment.is_sign(joint, '+')
            || fragment.is_sign(joint, '&')
            || fragment.is(joint, &Meaning::And);
        let range = fragment.is_sign(joint, '-') || fragment.is(joint, &Meaning::To);
        // "Sat or Sun": the first is taken, the words stay.
        let Some(next) = weekday(fragment, joint + 1) else {
            return Some((days, at + dot));
        };
        if range && days.len() == 1 {
            let mut day = first;
            while day != next && days.len() < 7 {
                day = day.succ();
                days.push(day);
            }
        } else if list {
            if !days.contains(&next) {
                days.push(next);
            }
        } else {
            return Some((days, at + dot));
        }
        at = joint + 2;
    }
}

/// A date and whether its day and month could be exchanged.
pub(super) fn date(
    fragment: &Fragment,
    at: usize,
    year: Option<i32>,
) -> Option<(NaiveDate, usize, bool)> {
    iso(fragment, at)
        .or_else(|| in_words(fragment, at, year))
        .or_else(|| in_figures(fragment, at, year))
}

fn checked(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| YEARS.contains(&date.year()))
}

/// `2026-11-24`, `2026/11/24`.
fn iso(fragment: &Fragment, at: usize) -> Option<(NaiveDate, usize, bool)> {
    let year = fragment.count(at, 1990..=2199)?;
    let joined = fragment.is_sign(at + 1, '-') || fragment.is_sign(at + 1, '/');
    let month = fragment.count(at + 2, 1..=12).filter(|_| joined)?;
    let joined = fragment.is_sign(at + 3, '-') || fragment.is_sign(at + 3, '/');
    let day = fragment.count(at + 4, 1..=31).filter(|_| joined)?;
    Some((checked(year as i32, month, day)?, at + 5, false))
}

/// `24 November 2026`, `Nov 24`, `24. Nov.`, `1er mars`, `3rd March`.
fn in_words(fragment: &Fragment, at: usize, year: Option<i32>) -> Option<(NaiveDate, usize, bool)> {
    let month = |at: usize| match fragment.meaning(at) {
        Some(Meaning::Month(month)) => Some(*month),
        // "Mar" and "mar" are days in other languages.
        Some(Meaning::Day(Weekday::Tue))
            if fragment.written(at, at + 1).eq_ignore_ascii_case("mar") =>
        {
            Some(3)
        }
        _ => None,
    };
    let ordinal = |at: usize| {
        let written = fragment.written(at, at + 1);
        usize::from(
            fragment.is_sign(at, '.')
                || matches!(written, "st" | "nd" | "rd" | "th" | "er" | "de" | "º"),
        )
    };
    let (month, day, mut next) = if let Some(month) = month(at) {
        let day = at + 1 + usize::from(fragment.is_sign(at + 1, '.'));
        let value = fragment.count(day, 1..=31)?;
        if fragment.unit(day + 1).is_some() && !fragment.is_sign(day + 1, '\'') {
            return None;
        }
        (month, value, day + 1 + ordinal(day + 1))
    } else {
        let day = fragment.count(at, 1..=31)?;
        let mut next = at + 1 + ordinal(at + 1);
        if matches!(fragment.written(next, next + 1), "de" | "of") {
            next += 1;
        }
        (
            month(next)?,
            day,
            next + 1 + usize::from(fragment.is_sign(next + 1, '.')),
        )
    };
    let said = fragment.count(next + usize::from(fragment.is_sign(next, ',')), 1990..=2199);
    if said.is_some() {
        next += 1 + usize::from(fragment.is_sign(next, ','));
    }
    let year = said.map(|year| year as i32).or(year)?;
    Some((checked(year, month, day)?, next, false))
}

/// `24.11.2026`, `24.11.`, `24/11`, `11/24/26`.
fn in_figures(
    fragment: &Fragment,
    at: usize,
    year: Option<i32>,
) -> Option<(NaiveDate, usize, bool)> {
    let written = |at: usize| fragment.written(at, at + 1);
    let (first, second, mut next, dotted) = match fragment.figure(at)? {
        // 24.11 is scanned as one number.
        NumberToken::Plain(value) if written(at).contains('.') && value < 32.0 => {
            let (day, month) = written(at).split_once('.')?;
            if !fragment.is_sign(at + 1, '.') {
                return None;
            }
            (day.parse().ok()?, month.parse().ok()?, at + 2, true)
        }
        NumberToken::Plain(_) => {
            let first = fragment.count(at, 1..=31)?;
            let sign = ['/', '.', '-']
                .into_iter()
                .find(|sign| fragment.is_sign(at + 1, *sign))?;
            let second = fragment.count(at + 2, 1..=31)?;
            let year_follows = fragment.is_sign(at + 3, sign);
            if sign == '-' && !year_follows {
                return None;
            }
            if sign == '/'
                && !year_follows
                && at + 3 < fragment.len()
                && fragment.glued(at + 3)
                && !fragment.is_sign(at + 3, ':')
                && !fragment.is_sign(at + 3, ')')
                && !fragment.is_sign(at + 3, ',')
            {
                return None;
            }
            (
                first,
                second,
                at + 3 + usize::from(year_follows),
                sign == '.',
            )
        }
        _ => return None,
    };
    let said = match fragment.count(next, 0..=2199) {
        Some(short @ 20..=99) if fragment.glued(next) => Some(2000 + short as i32),
        Some(long @ 1990..=2199) => Some(long as i32),
        _ => None,
    };
    if said.is_some() {
        next += 1;
    }
    let year = said.or(year)?;
    let day_first = checked(year, second, first);
    let month_first = checked(year, first, second).filter(|_| !dotted);
    match (day_first, month_first) {
        (Some(date), None) | (None, Some(date)) => Some((date, next, false)),
        (Some(date), Some(other)) => {
            let english = fragment.context.votes.first() == super::language::Language::English
                && fragment.context.unit == crate::domain::DistanceUnit::Miles;
            let read = if english { other } else { date };
            Some((read, next, date != other))
        }
        (None, None) => None,
    }
}

/// Where the number of a week stands at the end of a heading: "Return to run - week 1". No other figure is on its line.
pub(super) fn week_behind(fragment: &Fragment) -> Option<usize> {
    let is_sign = |at: usize| {
        matches!(
            fragment.items.get(at).map(|item| &item.kind),
            Some(ItemKind::Sign(_))
        )
    };
    let mut end = fragment.len();
    while end > 0 && is_sign(end - 1) {
        end -= 1;
    }
    let at = end.checked_sub(2).filter(|at| *at > 0)?;
    let others = (0..at).any(|at| fragment.figure(at).is_some() || weekday(fragment, at).is_some());
    let is_week = fragment.is(at, &Meaning::Week) && fragment.count(at + 1, 1..=60).is_some();
    (is_week && !others && at <= LONGEST_TITLE).then_some(at)
}

/// The most words and signs before the number of a week at the end of its heading.
const LONGEST_TITLE: usize = 8;

/// The heading of a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct WeekHeading {
    pub(super) number: Option<u32>,
    pub(super) to_go: Option<u32>,
    pub(super) monday: Option<NaiveDate>,
    /// The item behind the last.
    pub(super) to: usize,
}

/// `Week 3`, `W3`, `3. Woche`, `KW 48`, `16 weeks to go`, `Week of 3 March`, `Race week`.
pub(super) fn week(fragment: &Fragment, from: usize, year: Option<i32>) -> Option<WeekHeading> {
    let mut at = from;
    while matches!(
        fragment.items.get(at).map(|item| &item.kind),
        Some(ItemKind::Sign(
            '#' | '*' | '-' | '=' | '_' | '•' | '~' | '>' | '['
        ))
    ) {
        at += 1;
    }
    if fragment.is(at, &Meaning::RaceWeek) {
        return Some(WeekHeading {
            to_go: Some(0),
            to: at + 1,
            ..WeekHeading::default()
        });
    }
    // 16 weeks to go.
    if let Some(weeks) = fragment.count(at, 0..=60)
        && fragment.is(at + 1, &Meaning::Week)
        && fragment.is(at + 2, &Meaning::ToGo)
    {
        return Some(WeekHeading {
            to_go: Some(weeks),
            to: at + 3,
            ..WeekHeading::default()
        });
    }
    // 3. Woche, 3rd week, 3e semaine.
    if let Some(number) = fragment.count(at, 1..=60) {
        let next = at
            + 1
            + usize::from(
                fragment.is_sign(at + 1, '.')
                    || matches!(
                        fragment.written(at + 1, at + 2),
                        "st" | "nd" | "rd" | "th" | "e" | "eme" | "ème" | "a" | "ª"
                    ),
            );
        if fragment.is(next, &Meaning::Week) && next > at + 1 {
            return Some(WeekHeading {
                number: Some(number),
                to: next + 1,
                ..WeekHeading::default()
            });
        }
        return None;
    }
    // In a column of letters they are Wednesday and Saturday.
    let letter = matches!(fragment.written(at, at + 1), "W" | "S" | "wk" | "Wk" | "WK")
        && weekday(fragment, at).is_none();
    if !fragment.is(at, &Meaning::Week) && !letter {
        return None;
    }
    let week_of_year = matches!(
        fragment.written(at, at + 1).to_lowercase().as_str(),
        "kw" | "kalenderwoche"
    );
    let mut next = at + 1;
    while fragment.is_sign(next, '#')
        || fragment.is_sign(next, ':')
        || fragment.is_sign(next, '.')
        || fragment.is_sign(next, '-')
        || matches!(fragment.meaning(next), Some(Meaning::Filler | Meaning::At))
    {
        next += 1;
    }
    if let Some((date, to, _)) = date(fragment, next, year) {
        return Some(WeekHeading {
            monday: Some(monday_of(date)),
            to,
            ..WeekHeading::default()
        });
    }
    let number = fragment.count(next, 0..=60)?;
    if letter && !fragment.glued(next) && next == at + 1 {
        return None;
    }
    // "Week 8 km": a figure with a unit is no number of a week.
    if fragment.unit(next + 1).is_some() {
        return None;
    }
    if week_of_year {
        let monday = year.and_then(|year| NaiveDate::from_isoywd_opt(year, number, Weekday::Mon));
        return Some(WeekHeading {
            monday,
            number: Some(number),
            to: next + 1,
            ..WeekHeading::default()
        });
    }
    let mut heading = WeekHeading {
        number: Some(number),
        to: next + 1,
        ..WeekHeading::default()
    };
    // Week 3 of 16; Week 3 (2 March - 8 March).
    let mut after = next + 1;
    if matches!(
        fragment.written(after, after + 1),
        "of" | "/" | "von" | "van" | "sur" | "de" | "di"
    ) && fragment.count(after + 1, 1..=60).is_some()
    {
        after += 2;
        heading.to = after;
    }
    let open = after
        + usize::from(
            fragment.is_sign(after, '(')
                || fragment.is_sign(after, '-')
                || fragment.is_sign(after, ',')
                || fragment.is_sign(after, ':'),
        );
    let start = open + usize::from(weekday(fragment, open).is_some());
    if let Some((date, to, _)) = date(fragment, start, year) {
        heading.monday = Some(monday_of(date));
        heading.to = to;
        if (fragment.is_sign(to, '-') || fragment.is(to, &Meaning::To))
            && let Some((_, end, _)) = self::date(fragment, to + 1, year)
        {
            heading.to = end;
        }
        heading.to += usize::from(fragment.is_sign(heading.to, ')'));
    }
    if fragment.is(heading.to, &Meaning::ToGo) {
        heading.to_go = heading.number.take();
        heading.to += 1;
    }
    Some(heading)
}

/// The Monday of the week of a day; tables and headings count weeks by it, whatever day an athlete's begin on.
pub(super) fn monday_of(date: NaiveDate) -> NaiveDate {
    Week::of(date, Weekday::Mon).first()
}
