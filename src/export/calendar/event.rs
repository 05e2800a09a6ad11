//! One event: a session, a race, or what is no longer on.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use icalendar::{Alarm, CalendarDateTime, Component, Event, EventLike, EventStatus};

use crate::domain::{Athlete, DayPart, Minutes, Profile, Race, Session, SessionId, Start, Status};
use crate::export::{cards, tables, words};
use crate::library::Library;
use crate::load;

use super::options::{CalendarOptions, EventTimes};

/// Where counting of changes begins, in seconds since 1970: the first of January 2020.
const FIRST_CHANGE: i64 = 1_577_836_800;

/// The largest number the format knows.
const MOST_CHANGES: i64 = i32::MAX as i64;

/// A day without a time reminds at six in the evening before.
const EVENING_BEFORE: TimeDelta = TimeDelta::hours(-6);

pub(super) fn session_uid(session: SessionId) -> String {
    format!("{session}@ironstride")
}

/// An event that is to be let go.
pub(super) fn cancelled(
    uid: &str,
    title: &str,
    date: NaiveDate,
    changed: DateTime<Utc>,
    options: CalendarOptions,
) -> Event {
    let without_reminder = CalendarOptions {
        reminder: None,
        ..options
    };
    let mut event = base(uid, title, changed, options);
    place(
        &mut event,
        uid,
        title,
        date,
        None,
        Minutes(0),
        without_reminder,
    );
    event.status(EventStatus::Cancelled);
    event.done()
}

pub(super) fn event(
    session: &Session,
    title: &str,
    athlete: &Athlete,
    library: &Library,
    options: CalendarOptions,
) -> Event {
    let profile = &athlete.profile;
    let changed = session.log_changed.map_or(session.plan_changed.at, |log| {
        log.at.max(session.plan_changed.at)
    });
    let uid = session_uid(session.id);
    let length = load::duration_of(&session.plan, profile).value;
    let mut event = base(&uid, title, changed, options);
    let moment = moment(session, profile).filter(|_| session.kind().is_session());
    place(
        &mut event,
        &uid,
        title,
        session.date,
        moment,
        length,
        options,
    );
    let status = match session.status {
        Status::Skipped { .. } | Status::Missed => EventStatus::Cancelled,
        _ => EventStatus::Confirmed,
    };
    event.status(status);
    let text = description(session, athlete, library);
    if !text.is_empty() {
        event.description(&text);
    }
    event.categories([words::kind(session.kind())]);
    event.done()
}

pub(super) fn race_event(
    race: &Race,
    title: &str,
    profile: &Profile,
    options: CalendarOptions,
) -> Event {
    let uid = format!("{}@ironstride", race.id);
    let mut event = base(&uid, title, profile.changed.at, options);
    place(
        &mut event,
        &uid,
        title,
        race.date,
        None,
        Minutes(0),
        options,
    );
    let card = cards::race_card(race, profile.units);
    let text = words::joined(card.lines.into_iter().chain(card.done), "\n");
    if !text.is_empty() {
        event.description(&words::plain(&text));
    }
    event.categories(["Race"]);
    event.done()
}

fn base(uid: &str, title: &str, changed: DateTime<Utc>, options: CalendarOptions) -> Event {
    let change = (changed.timestamp() - FIRST_CHANGE).clamp(0, MOST_CHANGES);
    Event::new()
        .uid(uid)
        .summary(&words::one_line(title))
        .sequence(u32::try_from(change).unwrap_or(0))
        .last_modified(changed)
        .timestamp(options.written)
        .done()
}

/// Puts an event on its day or at its moment, and sets its reminder.
fn place(
    event: &mut Event,
    uid: &str,
    title: &str,
    date: NaiveDate,
    moment: Option<NaiveDateTime>,
    length: Minutes,
    options: CalendarOptions,
) {
    let begin = match (options.times, moment) {
        (EventTimes::Timed(at), Some(moment)) => at(moment),
        _ => None,
    };
    let before = if let Some(begin) = begin {
        let end = begin + TimeDelta::minutes(i64::from(length.0.max(1)));
        event.starts(CalendarDateTime::Utc(begin));
        event.ends(CalendarDateTime::Utc(end));
        options
            .reminder
            .map(|minutes| -TimeDelta::minutes(i64::from(minutes.0)))
    } else {
        event.starts(date);
        event.ends(date.checked_add_days(Days::new(1)).unwrap_or(date));
        // A training day is not a day on which nobody can be met.
        event.add_property("TRANSP", "TRANSPARENT");
        options.reminder.map(|_| EVENING_BEFORE)
    };
    if let Some(before) = before {
        let mut alarm = Alarm::display(&words::one_line(title), before);
        // Else the library would ask the clock and make an identity up, and no two files were the same.
        alarm.timestamp(options.written);
        alarm.uid(&format!("reminder-{uid}"));
        event.alarm(alarm);
    }
}

/// The time at which the event of a session begins; `None` of one of a whole day.
pub(super) fn moment_of(
    session: &Session,
    profile: &Profile,
    options: CalendarOptions,
) -> Option<NaiveTime> {
    let moment = moment(session, profile).filter(|_| session.kind().is_session())?;
    match options.times {
        EventTimes::Timed(at) if at(moment).is_some() => Some(moment.time()),
        _ => None,
    }
}

fn moment(session: &Session, profile: &Profile) -> Option<NaiveDateTime> {
    let time = match session.plan.start {
        Start::Unset => return None,
        Start::Part(DayPart::Morning) => profile.morning,
        Start::Part(DayPart::Evening) => profile.evening,
        Start::Clock(time) => time,
    };
    Some(session.date.and_time(time))
}

/// What to do and what was done, a line each.
fn description(session: &Session, athlete: &Athlete, library: &Library) -> String {
    let profile = &athlete.profile;
    let mut lines = vec![cards::start(session.plan.start)];
    lines.extend(cards::instructions(session, profile, profile.units));
    lines.extend(tables::exercise_lines(session, athlete, library));
    lines.push(session.plan.note.trim().to_owned());
    lines.extend(cards::done(session, profile.units));
    words::plain(&words::joined(lines, "\n"))
}
