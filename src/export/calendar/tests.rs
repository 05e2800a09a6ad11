//! Calendars as they are written.

use chrono::{DateTime, Days, NaiveDate, TimeDelta};

use super::*;
use crate::domain::{Minutes, Race, RaceId, RunKind, Session, SessionId, Stamp, Start};
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

/// What is looked at beforehand is what a coach reads, not what a calendar does.
#[test]
fn the_events_are_told_day_by_day_with_their_times_and_what_they_say() {
    let (anna, _) = ordinary();
    let library = Library::shipped().unwrap();
    let days = |_: &Athlete| (MONDAY, SUNDAY);
    let told = |options| {
        let style = crate::domain::DateStyle::DayFirst;
        agenda(&[&anna], &library, &days, options, style)
    };
    let all_day = told(options());
    let count = anna.sessions.len();
    assert!(
        all_day.starts_with(&format!(
            "{count} events for a calendar, without a reminder.\n"
        )),
        "{all_day}"
    );
    assert!(
        all_day.contains("\nMon 23 Nov 2026\n– all day · "),
        "{all_day}"
    );
    assert!(all_day.contains("    Squat: 4 × 6, 62.5 kg"), "{all_day}");
    assert!(
        !all_day.contains("VEVENT") && !all_day.contains('\\'),
        "{all_day}"
    );

    let timed = told(CalendarOptions {
        times: EventTimes::Timed(|time| Some(time.and_utc())),
        reminder: Some(Minutes(30)),
        ..options()
    });
    assert!(
        timed.contains("each with a reminder 30 min before"),
        "{timed}"
    );
}
