//! Sessions as events of a calendar (RFC 5545).

use std::collections::BTreeMap;

use chrono::{DateTime, Days, Local, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use icalendar::{
    Alarm, Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event,
    EventLike, EventStatus, Property,
};

use crate::domain::{
    Athlete, DayPart, Minutes, Profile, Race, Session, SessionId, Start, Status, Tombstone, Workout,
};
use crate::library::Library;
use crate::load;

use super::{cards, tables, words};

/// Where counting of changes begins, in seconds since 1970: the first of January 2020.
const FIRST_CHANGE: i64 = 1_577_836_800;
/// The largest number the format knows.
const MOST_CHANGES: i64 = i32::MAX as i64;
/// A day without a time reminds at six in the evening before.
const EVENING_BEFORE: TimeDelta = TimeDelta::hours(-6);

/// The moment of a time by the clocks of this computer; a time they skip in spring is the hour after it.
pub fn local_moment(time: NaiveDateTime) -> Option<DateTime<Utc>> {
    let later = || {
        let hour_after = time.checked_add_signed(TimeDelta::hours(1))?;
        Local.from_local_datetime(&hour_after).earliest()
    };
    let moment = Local.from_local_datetime(&time).earliest().or_else(later)?;
    Some(moment.with_timezone(&Utc))
}

/// Where in the day an event stands.
#[derive(Debug, Clone, Copy, Default)]
pub enum EventTimes {
    /// On its day, whatever its time: what every calendar shows alike.
    #[default]
    AllDay,
    /// At its time, where it has one. A time of day and nothing else would stand at another hour in another zone, so
    /// that the moment is worked out with the zone's own rule, which is given here; `None` is a time the zone skips.
    Timed(fn(NaiveDateTime) -> Option<DateTime<Utc>>),
}

/// How sessions become events.
#[derive(Debug, Clone, Copy)]
pub struct CalendarOptions {
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// Where in the day an event stands.
    pub times: EventTimes,
    /// How long before its time an event reminds; one of a whole day does at six in the evening before.
    pub reminder: Option<Minutes>,
}

/// An event as a calendar held it that was written before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    uid: String,
    date: NaiveDate,
    summary: String,
    sequence: u32,
    is_cancelled: bool,
}

/// The events of a calendar that was written before; none of what is no calendar.
pub fn earlier_events(text: &str) -> Vec<Earlier> {
    let Ok(calendar) = text.parse::<Calendar>() else {
        return Vec::new();
    };
    let events = calendar.components.iter().filter_map(|component| {
        let CalendarComponent::Event(event) = component else {
            return None;
        };
        let date = match event.get_start()? {
            DatePerhapsTime::Date(date) => date,
            DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment)) => moment.date_naive(),
            DatePerhapsTime::DateTime(
                CalendarDateTime::Floating(time)
                | CalendarDateTime::WithTimezone {
                    date_time: time, ..
                },
            ) => time.date(),
        };
        Some(Earlier {
            uid: event.get_uid()?.to_owned(),
            date,
            summary: event.get_summary().unwrap_or_default().to_owned(),
            sequence: event.get_sequence().unwrap_or_default(),
            is_cancelled: event.get_status() == Some(EventStatus::Cancelled),
        })
    });
    events.collect()
}

/// The sessions and races of each athlete's `days`, first and last, as a calendar. With several athletes the name stands before each title.
///
/// An event keeps its identity for as long as its session lives, and its number and moment of change grow with every
/// change, so that a calendar that reads the file again updates what it has. A session that moved out of these days is
/// shown where it went, and one that was deleted is cancelled: a calendar that had it would keep it otherwise.
pub fn calendar(
    athletes: &[&Athlete],
    library: &Library,
    days: &dyn Fn(&Athlete) -> (NaiveDate, NaiveDate),
    options: CalendarOptions,
) -> String {
    calendar_after(&[], athletes, library, days, options)
}

/// The same, where `earlier` is what the file held before: no event of it is left behind in a calendar that had read it.
pub fn calendar_after(
    earlier: &[Earlier],
    athletes: &[&Athlete],
    library: &Library,
    days: &dyn Fn(&Athlete) -> (NaiveDate, NaiveDate),
    options: CalendarOptions,
) -> String {
    let mut calendar = Calendar::empty();
    let head = [
        ("VERSION", "2.0"),
        ("PRODID", "-//Ironstride//Training plan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ];
    for property in head {
        calendar.append_property(property);
    }
    let name = match athletes {
        [one] => format!("Training of {}", one.profile.name.trim()),
        _ => "Training".to_owned(),
    };
    calendar.append_property(Property::new("X-WR-CALNAME", words::plain(&name)));
    for athlete in athletes {
        let title = |title: String| match athletes {
            [_] => title,
            _ => words::joined([athlete.profile.name.trim(), title.as_str()], ": "),
        };
        let (from, to) = days(athlete);
        let mut writer = Writer {
            athlete,
            library,
            options,
            earlier: earlier.iter().map(|it| (it.uid.as_str(), it)).collect(),
            events: Vec::new(),
        };
        writer.days(from, to, &title);
        writer.gone(from, to, &title);
        for event in writer.events {
            calendar.push(event);
        }
    }
    calendar.to_string()
}

/// Gathers the events of an athlete.
struct Writer<'a> {
    athlete: &'a Athlete,
    library: &'a Library,
    options: CalendarOptions,
    /// What the file held before and was not written again yet.
    earlier: BTreeMap<&'a str, &'a Earlier>,
    events: Vec<Event>,
}

impl Writer<'_> {
    /// What stands on the days, and what was planned for one of them and moved beyond.
    fn days(&mut self, from: NaiveDate, to: NaiveDate, title: &dyn Fn(String) -> String) {
        let athlete = self.athlete;
        let is_within = |date: &NaiveDate| (from..=to).contains(date);
        for session in athlete.sessions.all() {
            let moved_away = session
                .first_planned
                .is_some_and(|slot| is_within(&slot.date));
            let had_it = || {
                let before = self.earlier.get(session_uid(session.id).as_str());
                before.is_some_and(|before| before.date >= from)
            };
            let is_shown = is_within(&session.date) || moved_away;
            if is_shown || (!self.earlier.is_empty() && had_it()) {
                let uid = session_uid(session.id);
                let title = title(load::title_of(&session.plan, self.library));
                self.put(
                    &uid,
                    event(session, &title, athlete, self.library, self.options),
                );
            }
        }
        for race in &athlete.profile.races {
            if is_within(&race.date) && !cards::has_session(race, athlete) {
                let title = title(race.name.trim().to_owned());
                let event = race_event(race, &title, &athlete.profile, self.options);
                self.put(&format!("{}@ironstride", race.id), event);
            }
        }
    }

    /// What was deleted, and whatever else the file held for these days.
    fn gone(&mut self, from: NaiveDate, to: NaiveDate, title: &dyn Fn(String) -> String) {
        for tombstone in &self.athlete.tombstones {
            let uid = session_uid(tombstone.session);
            let before = self.earlier.get(uid.as_str()).copied();
            let date = tombstone.date.or_else(|| Some(before?.date));
            let Some(date) = date.filter(|date| (from..=to).contains(date)) else {
                continue;
            };
            let words = before.map_or_else(
                || title("Cancelled session".to_owned()),
                |before| before.summary.clone(),
            );
            let deleted = |tombstone: &Tombstone| tombstone.deleted.at;
            let event = cancelled(&uid, &words, date, deleted(tombstone), self.options);
            self.put(&uid, event);
        }
        for (uid, before) in std::mem::take(&mut self.earlier) {
            if before.date < from {
                continue;
            }
            let mut event = cancelled(
                uid,
                &before.summary,
                before.date,
                self.options.written,
                self.options,
            );
            let step = u32::from(!before.is_cancelled);
            event.sequence(before.sequence.saturating_add(step));
            self.events.push(event);
        }
    }

    /// Adds an event. Its number never falls behind that of its earlier self, even where a clock was set back.
    fn put(&mut self, uid: &str, mut event: Event) {
        if let Some(before) = self.earlier.remove(uid)
            && event
                .get_sequence()
                .is_none_or(|number| number < before.sequence)
        {
            event.sequence(before.sequence.saturating_add(1));
        }
        self.events.push(event);
    }
}

fn session_uid(session: SessionId) -> String {
    format!("{session}@ironstride")
}

/// An event that is to be let go.
fn cancelled(
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

fn event(
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
    let moment = moment(session, profile).filter(|_| trains(session));
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

fn race_event(race: &Race, title: &str, profile: &Profile, options: CalendarOptions) -> Event {
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

fn trains(session: &Session) -> bool {
    !matches!(session.plan.workout, Workout::Rest | Workout::Note)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{RaceId, RunKind, Stamp};
    use crate::export::test_support::*;

    const SUNDAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 29).unwrap();

    fn options() -> CalendarOptions {
        CalendarOptions {
            written: DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
            times: EventTimes::AllDay,
            reminder: None,
        }
    }

    fn written(athletes: &[&Athlete], options: CalendarOptions) -> String {
        let library = Library::shipped().unwrap();
        calendar(athletes, &library, &|_| (MONDAY, SUNDAY), options)
    }

    /// The lines with their folds taken out.
    fn unfolded(text: &str) -> Vec<String> {
        let text = text.replace("\r\n ", "");
        text.split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn every_session_is_an_event_of_its_day() {
        let (anna, _) = ordinary();
        let text = written(&[&anna], options());
        assert_eq!(text.matches("BEGIN:VEVENT").count(), anna.sessions.len());
        assert!(text.contains("DTSTART;VALUE=DATE:20261123\r\n"), "{text}");
        assert!(text.contains("DTEND;VALUE=DATE:20261124\r\n"));
        let lines = unfolded(&text);
        let squat = lines.iter().find(|line| line.contains("Squat: 4 × 6"));
        assert!(squat.is_some_and(|line| line.contains("62.5 kg")), "{text}");
    }

    #[test]
    fn an_event_keeps_its_identity_and_its_number_grows_with_a_change() {
        let (mut anna, _) = ordinary();
        let facts = |text: &str| -> Vec<(String, u32)> {
            let lines = unfolded(text);
            let of = |key: &str| -> Vec<String> {
                let lines = lines.iter().filter_map(|line| line.strip_prefix(key));
                lines.map(str::to_owned).collect()
            };
            let numbers = of("SEQUENCE:").into_iter().map(|n| n.parse().unwrap());
            of("UID:").into_iter().zip(numbers).collect()
        };
        let before = facts(&written(&[&anna], options()));
        let mut moved = Session::clone(&anna.sessions.all()[0]);
        moved.date = SUNDAY;
        moved.plan_changed = Stamp::coach(DateTime::from_timestamp(1_790_000_000, 0).unwrap());
        let id = format!("{}@ironstride", moved.id);
        anna.sessions.put(moved.into(), 0);
        let after = facts(&written(&[&anna], options()));
        let number = |facts: &[(String, u32)]| facts.iter().find(|fact| fact.0 == id).unwrap().1;
        assert!(number(&after) > number(&before));
        assert_eq!(before.len(), after.len());
    }

    #[test]
    fn what_was_deleted_is_cancelled_and_what_moved_away_is_shown_where_it_went() {
        let (mut anna, _) = ordinary();
        let (first, second) = (anna.sessions.all()[0].id, anna.sessions.all()[1].id);
        let now = Stamp::coach(DateTime::from_timestamp(1_795_100_000, 0).unwrap());
        let mut moved = Session::clone(anna.sessions.get(second).unwrap());
        moved.move_to(crate::domain::Slot {
            date: SUNDAY + Days::new(30),
            start: Start::Unset,
        });
        let edits = [
            crate::edit::Edit::Remove(first),
            crate::edit::Edit::update(&anna, moved),
        ];
        crate::edit::apply(&mut anna, &edits, now);
        let text = written(&[&anna], options()).replace("\r\n ", "");
        let event = |id: SessionId| {
            let uid = format!("UID:{id}@ironstride");
            let mut all = text.split("BEGIN:VEVENT").skip(1);
            all.find(|event| event.contains(&uid)).unwrap().to_owned()
        };
        let gone = event(first);
        assert!(gone.contains("STATUS:CANCELLED"), "{gone}");
        assert!(gone.contains("DTSTART;VALUE=DATE:20261123"), "{gone}");
        let moved = event(second);
        assert!(moved.contains("DTSTART;VALUE=DATE:20261229"), "{moved}");
        assert!(moved.contains("STATUS:CONFIRMED"), "{moved}");
        // Of other weeks nothing is said.
        let next_week = (SUNDAY + Days::new(1), SUNDAY + Days::new(7));
        let library = Library::shipped().unwrap();
        let other = calendar(&[&anna], &library, &|_| next_week, options());
        assert!(!other.contains("BEGIN:VEVENT"), "{other}");
    }

    #[test]
    fn the_same_plan_gives_the_same_bytes() {
        let (anna, _) = ordinary();
        let options = CalendarOptions {
            reminder: Some(Minutes(30)),
            ..options()
        };
        assert_eq!(written(&[&anna], options), written(&[&anna], options));
    }

    #[test]
    fn times_become_moments_and_remind() {
        let mut anna = athlete("Anna");
        let mut plan = run(RunKind::Easy, 45, 3.0);
        plan.start = Start::Clock(chrono::NaiveTime::from_hms_opt(7, 0, 0).unwrap());
        add(&mut anna, 0, plan);
        add(&mut anna, 1, run(RunKind::Easy, 45, 3.0));
        let options = CalendarOptions {
            times: EventTimes::Timed(|time| Some(time.and_utc() - TimeDelta::hours(1))),
            reminder: Some(Minutes(30)),
            ..options()
        };
        let text = written(&[&anna], options);
        assert!(text.contains("DTSTART:20261123T060000Z\r\n"), "{text}");
        assert!(text.contains("DTEND:20261123T064500Z\r\n"));
        assert!(text.contains("TRIGGER:-PT1800S\r\n"));
        // Without a time it stays on its day and reminds in the evening before.
        assert!(text.contains("DTSTART;VALUE=DATE:20261124\r\n"));
        assert!(text.contains("TRIGGER:-PT21600S\r\n"));
    }

    #[test]
    fn hostile_text_stays_within_its_line() {
        for text in HOSTILE
            .iter()
            .chain(&["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c\\n:d"])
        {
            let mut anna = athlete(text);
            let plan = run(RunKind::Easy, 45, 3.0);
            let plan = crate::domain::Plan {
                title: (*text).to_owned(),
                note: text.repeat(20),
                ..plan
            };
            add(&mut anna, 0, plan);
            let written = written(&[&anna], options());
            assert_eq!(written.matches("\r\nBEGIN:VEVENT\r\n").count(), 1, "{text}");
            assert!(
                !written.replace("\r\n", "").contains(['\r', '\n']),
                "{text}"
            );
            for line in written.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
        }
    }

    #[test]
    fn several_athletes_stand_in_one_calendar_by_name() {
        let (mut anna, _) = ordinary();
        anna.profile.races.push(Race {
            id: RaceId::from_bits(9),
            date: MONDAY,
            name: "Park run".to_owned(),
            distance: None,
            priority: crate::domain::RacePriority::C,
            target: None,
            result: None,
            expected_celsius: None,
        });
        let ben = athlete("Ben");
        let text = written(&[&anna, &ben], options());
        assert!(text.contains("SUMMARY:Anna Kovač: Park run"), "{text}");
    }
}
