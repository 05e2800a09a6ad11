//! Sessions as events of a calendar (RFC 5545).

mod agenda;
mod earlier;
mod event;
mod options;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use icalendar::{Calendar, Component, Event, Property};

use crate::domain::{Athlete, Tombstone};
use crate::library::Library;
use crate::load;

use super::{cards, words};

pub use agenda::agenda;
pub use earlier::{Earlier, earlier_events};
pub use options::{CalendarOptions, EventTimes, local_moment};

use event::{cancelled, event, moment_of, race_event, session_uid};

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
    for entry in entries(earlier, athletes, library, days, options) {
        calendar.push(entry.event);
    }
    calendar.to_string()
}

/// An event, and where it stands by the clocks of the place.
struct Entry {
    date: NaiveDate,
    /// Its time; `None` of a whole day.
    time: Option<NaiveTime>,
    event: Event,
}

/// What the calendar holds, athlete by athlete.
fn entries(
    earlier: &[Earlier],
    athletes: &[&Athlete],
    library: &Library,
    days: &dyn Fn(&Athlete) -> (NaiveDate, NaiveDate),
    options: CalendarOptions,
) -> Vec<Entry> {
    let mut entries = Vec::new();
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
            entries: Vec::new(),
        };
        writer.days(from, to, &title);
        writer.gone(from, to, &title);
        entries.extend(writer.entries);
    }
    entries
}

/// Gathers the events of an athlete.
struct Writer<'a> {
    athlete: &'a Athlete,
    library: &'a Library,
    options: CalendarOptions,
    /// What the file held before and was not written again yet.
    earlier: BTreeMap<&'a str, &'a Earlier>,
    entries: Vec<Entry>,
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
                let event = event(session, &title, athlete, self.library, self.options);
                let time = moment_of(session, &athlete.profile, self.options);
                self.put(&uid, session.date, time, event);
            }
        }
        for race in &athlete.profile.races {
            if is_within(&race.date) && !cards::has_session(race, athlete) {
                let title = title(race.name.trim().to_owned());
                let event = race_event(race, &title, &athlete.profile, self.options);
                self.put(&format!("{}@ironstride", race.id), race.date, None, event);
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
            self.put(&uid, date, None, event);
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
            self.entries.push(Entry {
                date: before.date,
                time: None,
                event,
            });
        }
    }

    /// Adds an event. Its number never falls behind that of its earlier self, even where a clock was set back.
    fn put(&mut self, uid: &str, date: NaiveDate, time: Option<NaiveTime>, mut event: Event) {
        if let Some(before) = self.earlier.remove(uid)
            && event
                .get_sequence()
                .is_none_or(|number| number < before.sequence)
        {
            event.sequence(before.sequence.saturating_add(1));
        }
        self.entries.push(Entry { date, time, event });
    }
}
