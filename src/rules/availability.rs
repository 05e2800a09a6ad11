//! **Training stands on days that have room for it.**
//!
//! A session on a day that the athlete cannot train, by the usual week or by a dated exception, is a conflict. A day
//! that holds more minutes than it has is a caution, said of its last session. An exercise that needs equipment the
//! day lacks is a caution. Days that are not named are free; what was trained is not doubted afterwards.
//!
//! Evidence: practice. A plan that ignores the athlete's life is not followed.

use crate::domain::{
    Availability, DayAvailability, Exception, ExceptionKind, Exercise, Prescription, Session,
};

use super::checker::Report;
use super::equipment::is_missing;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts;
use super::remedy::{Cap, Case, Objection, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{day as day_name, minutes, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "availability",
    group: RuleGroup::Life,
    placement: Placement::Decides,
    title: "No room on this day",
    summary: "Plan sessions on days that the athlete can train, within their minutes and with what is at hand.",
    severities: &[Severity::Conflict, Severity::Caution],
    evidence: Evidence {
        condition: "A session on a day that the athlete cannot train is a conflict. A day with more minutes \
                    than the athlete has, or an exercise that needs equipment the day lacks, is a caution. Days \
                    that nobody named are free.",
        grounds: "This has nothing to do with physiology: a plan that ignores work, travel and opening hours is not \
                  followed, and what is not followed trains nobody.",
        says: &[Source::PRACTICE.says("Plan for the week that the athlete really has.")],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[
        Remedy::SwapExercise(Objection {
            to: is_not_at_hand,
            whole_movement: false,
        }),
        Remedy::Move,
        Remedy::Shorten(cap),
    ],
    check,
};

fn check(report: &mut Report) {
    let availability = &report.profile.availability;
    if is_all_free(availability) {
        return;
    }
    let timeline = report.timeline;
    for entries in timeline.inside().chunk_by(|a, b| a.day == b.day) {
        let Some(first) = entries.first() else {
            continue;
        };
        match availability.on(first.date) {
            DayAvailability::Free => {}
            DayAvailability::Unavailable => check_day_off(report, entries),
            day @ DayAvailability::Limited { minutes, .. } => {
                check_limits(report, entries, day, *minutes);
            }
        }
    }
}

fn is_all_free(availability: &Availability) -> bool {
    let mut week = availability.week.iter();
    availability.exceptions.is_empty() && week.all(|day| *day == DayAvailability::Free)
}

fn check_day_off(report: &mut Report, entries: &[TimelineEntry]) {
    for entry in entries.iter().filter(|entry| entry.is_to_come()) {
        let why = why_off(&report.profile.availability, entry);
        report.add(Severity::Conflict, &[entry], || {
            sentence(&format!(
                "{} is {why}; the {} needs another day.",
                day_name(entry.date),
                name(entry)
            ))
        });
    }
}

fn check_limits(
    report: &mut Report,
    entries: &[TimelineEntry],
    day: &DayAvailability,
    allowed: Option<u32>,
) {
    let total = total_minutes(entries);
    let too_long = allowed.filter(|&allowed| total > allowed);
    let last = entries.iter().rev().find(|entry| entry.is_to_come());
    if let (Some(allowed), Some(last)) = (too_long, last) {
        report.add(Severity::Caution, &[last], || {
            too_long_message(entries, last, total, allowed)
        });
    }
    let told = too_long.and(last).and_then(TimelineEntry::id);
    for entry in entries
        .iter()
        .filter(|entry| told.is_none() || entry.id() != told)
    {
        let Some(missing) = first_missing(report, entry, day) else {
            continue;
        };
        report.add(Severity::Caution, &[entry], || {
            sentence(&format!(
                "{} has no gym, which the {} of the {} needs; another exercise does without.",
                day_name(entry.date),
                lifts::name(missing),
                name(entry)
            ))
        });
    }
}

fn cap(case: &Case, entry: &TimelineEntry, session: &Session) -> Option<Cap> {
    let DayAvailability::Limited {
        minutes: Some(allowed),
        ..
    } = case.profile.availability.on(session.date)
    else {
        return None;
    };
    let all = total_minutes(case.timeline.on(entry.day));
    let others = all.saturating_sub(entry.duration.0);
    Some(Cap::Minutes(f64::from(allowed.saturating_sub(others))))
}

fn is_not_at_hand(case: &Case, session: &Session, exercise: &Exercise) -> bool {
    let day = case.profile.availability.on(session.date);
    is_missing(exercise, case.profile, day)
}

/// Minutes of all that stands on a day.
fn total_minutes(entries: &[TimelineEntry]) -> u32 {
    let minutes = entries.iter().map(|entry| entry.duration.0);
    minutes.fold(0, u32::saturating_add)
}

fn too_long_message(
    entries: &[TimelineEntry],
    last: &TimelineEntry,
    total: u32,
    allowed: u32,
) -> String {
    let (day, has) = (day_name(last.date), minutes(allowed));
    let takes = minutes(total);
    match entries.len() {
        1 => format!(
            "{day} has {has} for training and the {} takes {takes}.",
            name(last)
        ),
        _ => format!("{day} has {has} for training and its sessions take {takes} together."),
    }
}

fn first_missing<'a>(
    report: &Report<'a>,
    entry: &TimelineEntry,
    day: &DayAvailability,
) -> Option<&'a Exercise> {
    let library = report.library;
    let missing = |dose: &Prescription| {
        let exercise = library.exercise(&dose.exercise)?;
        is_missing(exercise, report.profile, day).then_some(exercise)
    };
    entry.strength_to_come()?.exercises.iter().find_map(missing)
}

/// Why a day is off, within a sentence.
fn why_off(availability: &Availability, entry: &TimelineEntry) -> String {
    let covers = |exception: &&Exception| (exception.from..=exception.to).contains(&entry.date);
    let Some(exception) = availability.exceptions.iter().rev().find(covers) else {
        return "a day off".to_owned();
    };
    let why = match exception.kind {
        ExceptionKind::Travel => "a day of travel",
        ExceptionKind::Illness => "a sick day",
        ExceptionKind::Holiday => "a holiday",
        ExceptionKind::Other => "a day off",
    };
    match exception.note.trim() {
        "" => why.to_owned(),
        note => format!("{why} ({note})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Equipment;
    use crate::rules::tests::support::{TestWeek, date};

    fn limited(minutes: Option<u32>, gym: bool) -> DayAvailability {
        DayAvailability::Limited {
            minutes,
            gym,
            equipment: Vec::new(),
        }
    }

    fn on_thursday(text: &str, day: DayAvailability) -> TestWeek {
        let mut week = TestWeek::of(text);
        week.athlete.profile.availability.week[3] = day;
        week
    }

    fn found(week: &TestWeek) -> Vec<String> {
        week.found_by("availability")
    }

    #[test]
    fn a_session_on_a_day_off_is_a_conflict() {
        let week = on_thursday(
            "Wed easy; Thu tempo; Fri easy",
            DayAvailability::Unavailable,
        );
        assert_eq!(found(&week), ["error Thu"]);
        assert_eq!(
            week.messages("availability"),
            ["Thursday is a day off; the tempo needs another day."]
        );
        let done = on_thursday("Thu tempo done; Thu mobility", DayAvailability::Unavailable);
        assert!(found(&done).is_empty());
        assert!(found(&TestWeek::of("Thu tempo")).is_empty());
    }

    #[test]
    fn a_dated_exception_says_why() {
        let mut week = TestWeek::of("Thu tempo; next Thu tempo");
        week.athlete
            .profile
            .availability
            .exceptions
            .push(Exception {
                from: date("Wed"),
                to: date("Thu"),
                kind: ExceptionKind::Travel,
                day: DayAvailability::Unavailable,
                note: "Oslo".to_owned(),
            });
        assert_eq!(
            week.messages("availability"),
            ["Thursday is a day of travel (Oslo); the tempo needs another day."]
        );
    }

    #[test]
    fn more_minutes_than_the_day_has_are_a_caution() {
        let day = |text| on_thursday(text, limited(Some(60), true));
        assert!(found(&day("Thu easy 60min")).is_empty());
        assert_eq!(found(&day("Thu easy 61min")), ["warning Thu"]);
        let both = day("Thu am easy 40min; Thu pm strength 30min");
        assert_eq!(found(&both), ["warning Thu"]);
        assert_eq!(
            both.messages("availability"),
            ["Thursday has 1 h for training and its sessions take 1 h 10 min together."]
        );
    }

    #[test]
    fn equipment_that_the_day_lacks_is_a_caution() {
        let day =
            |text: &str, lift: &str| on_thursday(text, limited(None, false)).lifts("Thu", lift);
        let deadlift = day("Thu strength", "goblet-squat 3x8, deadlift 3x5");
        assert_eq!(found(&deadlift), ["warning Thu"]);
        assert_eq!(
            deadlift.messages("availability"),
            [
                "Thursday has no gym, which the deadlift of the heavy lower body needs; \
                another exercise does without."
            ]
        );
        assert!(found(&day("Thu strength", "goblet-squat 3x8")).is_empty());
        let mut owned = day("Thu strength", "deadlift 3x5");
        owned.athlete.profile.equipment = vec![Equipment::Barbell];
        assert!(found(&owned).is_empty());
        let gym = on_thursday("Thu strength", limited(None, true)).lifts("Thu", "deadlift 3x5");
        assert!(found(&gym).is_empty());
    }
}
