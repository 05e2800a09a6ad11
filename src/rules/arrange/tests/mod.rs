//! What a better week is, by example; and held against every other arrangement.

mod days;
mod force;

use std::ops::ControlFlow;

use chrono::{Days, NaiveDate, NaiveTime, Weekday};

use super::better::only_placement;
use super::*;
use crate::domain::{DayAvailability, DayPart, SessionId, Slot, Stamp, Start};
use crate::edit::apply;
use crate::library::Library;
use crate::rules::tests::support::{TestWeek, monday};
use crate::rules::{Context, Tally, Timeline, check};

/// The seven days of a week.
pub(super) fn better(week: &TestWeek) -> Suggestion {
    better_week(&week.athlete, &week.context(), monday())
}

/// What the rules that decide where sessions stand find in the week.
pub(super) fn tally(week: &TestWeek) -> Tally {
    let profile = only_placement(&week.context());
    let context = week.context();
    let context = context.with(&profile);
    let last = monday() + Days::new(6);
    Tally::of(&check(
        &Timeline::new(&week.athlete, &context, monday(), last),
        &context,
    ))
}

/// The week once all moves are made.
pub(super) fn arranged(week: &TestWeek, suggestion: &Suggestion) -> TestWeek {
    let mut week = week.clone();
    apply(&mut week.athlete, &suggestion.edits(), Stamp::default());
    week
}

fn tally_of(conflicts: usize, cautions: usize, tips: usize) -> Tally {
    Tally {
        conflicts,
        cautions,
        tips,
    }
}

/// The titles of what the first move solves.
fn solved(suggestion: &Suggestion) -> Vec<&str> {
    let gone = suggestion.moves[0].gain.solves.iter();
    gone.map(|gone| gone.title).collect()
}

/// True where there is something to say for a move.
pub(super) fn is_explained(gain: &Gain) -> bool {
    !gain.solves.is_empty() || !gain.fends_off.is_empty() || gain.leaves_closed_day
}

/// The moves as they read: "1 Tue -> Thu".
fn moves(suggestion: &Suggestion) -> Vec<String> {
    let moves = suggestion.moves.iter().map(|change| {
        let (from, to) = (change.from.date.format("%a"), change.to.date.format("%a"));
        format!("{} {from} -> {to}", change.session.0.as_u128())
    });
    moves.collect()
}

fn close(week: &mut TestWeek, weekday: Weekday, day: DayAvailability) {
    week.athlete.profile.availability.week[weekday.num_days_from_monday() as usize] = day;
}

fn minutes(minutes: u32) -> DayAvailability {
    DayAvailability::Limited {
        minutes: Some(minutes),
        gym: true,
        equipment: Vec::new(),
    }
}

#[test]
fn a_clear_week_stays_as_it_is() {
    let week = TestWeek::of("Tue 07:00 tempo; Wed 18:00 strength moderate; Sun 08:00 long");
    let found = better(&week);
    assert!(found.before.is_clear() && found.moves.is_empty() && found.relax.is_none());
    assert_eq!(found.proof, Proof::Optimal);
    assert!(better(&TestWeek::of("")).moves.is_empty());
}

#[test]
fn one_move_solves_what_one_move_can() {
    let week = TestWeek::of("Mon 18:00 strength heavy; Tue 07:00 tempo; Sun 08:00 long");
    let found = better(&week);
    assert_eq!(
        (found.before, found.after),
        (tally_of(1, 0, 0), Tally::default())
    );
    assert_eq!(
        moves(&found),
        ["2 Tue -> Wed"],
        "a day is the smallest move"
    );
    assert_eq!(solved(&found), ["Legs before a key session"]);
    assert_eq!(found.moves[0].gain.solves[0].days.len(), 2);
    assert!(tally(&arranged(&week, &found)).is_clear());
}

#[test]
fn a_lift_that_its_day_has_nothing_for_may_still_change_its_time() {
    let mut week = TestWeek::of("Wed 07:00 strength heavy 50min; Wed 18:00 tempo 50min");
    force::lift_heavy(&mut week);
    for day in &mut week.athlete.profile.availability.week {
        *day = DayAvailability::Unavailable;
    }
    let no_gym = DayAvailability::Limited {
        minutes: None,
        gym: false,
        equipment: Vec::new(),
    };
    close(&mut week, Weekday::Wed, no_gym);
    let found = better(&week);
    let worse_than_tips = |tally: Tally| tally.conflicts + tally.cautions;
    assert_eq!(worse_than_tips(found.before), 2);
    assert_eq!(
        worse_than_tips(found.after),
        1,
        "there is no gym at any time, but the run comes first"
    );
    assert_eq!(found.moves.len(), 2);
}

#[test]
fn the_first_articles_week_loses_its_caution() {
    let library = Library::shipped().unwrap();
    let plan = crate::text::read(include_str!("../../../../saves/weeks/001.txt"), &library);
    let athlete = plan.athlete();
    let context = Context::unchecked(&athlete.profile, &library, crate::text::TEMPLATE_MONDAY);
    let found = better_week(&athlete, &context, crate::text::TEMPLATE_MONDAY);
    assert_eq!(
        (found.before, found.after),
        (tally_of(0, 1, 1), Tally::default())
    );
    assert_eq!((found.moves.len(), found.proof), (2, Proof::Optimal));
    let sunday = crate::text::TEMPLATE_MONDAY + Days::new(6);
    assert!(
        found.moves.iter().all(|change| change.to.date != sunday),
        "the day of rest that was written down stays one"
    );
}

#[test]
fn legs_that_join_a_run_come_in_the_evening() {
    let week = TestWeek::of("Mon strength heavy; Tue intervals").policy("hard-days-hard");
    let found = better(&week);
    assert!(found.after.is_clear());
    let arranged = arranged(&week, &found);
    let on_tuesday = arranged.athlete.sessions.on(monday() + Days::new(1));
    let starts: Vec<Start> = on_tuesday
        .iter()
        .map(|session| session.plan.start)
        .collect();
    let clock = |hour| Start::Clock(NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
    assert_eq!(starts, [clock(7), clock(18)]);
}

#[test]
fn halves_of_the_day_stay_halves_of_the_day() {
    let week = TestWeek::of("Mon am strength heavy; Mon pm easy; Wed am easy; Fri am tempo")
        .off("legs-48h");
    let found = better(&week);
    assert!(found.after.is_clear() && !found.moves.is_empty());
    let parts = [Start::Part(DayPart::Morning), Start::Part(DayPart::Evening)];
    assert!(
        found
            .moves
            .iter()
            .all(|change| parts.contains(&change.to.start))
    );
}

#[test]
fn a_late_lift_keeps_its_distance_from_the_run_where_evenings_begin_early() {
    let mut week = TestWeek::of("Mon strength heavy; Tue intervals 60min").policy("hard-days-hard");
    week.athlete.profile.evening = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
    let found = better(&week);
    assert!(found.after.is_clear());
    let two = Start::Clock(NaiveTime::from_hms_opt(14, 0, 0).unwrap());
    assert!(found.moves.iter().any(|change| change.to.start == two));
}

#[test]
fn what_is_locked_done_past_or_a_race_stays() {
    let stays = |text: &str| {
        let found = better(&TestWeek::of(text));
        let moved: Vec<u128> = found.moves.iter().map(|m| m.session.0.as_u128()).collect();
        moved
    };
    assert_eq!(stays("Tue strength heavy locked; Wed tempo"), [2]);
    assert_eq!(stays("Tue strength heavy; Wed tempo locked"), [1]);
    assert_eq!(stays("Tue strength heavy done; Wed tempo"), [2]);
    assert_eq!(stays("Sat strength heavy; Sun race"), [1]);
    assert!(stays("Tue strength heavy locked; Wed tempo locked").is_empty());

    let week = TestWeek::of("Tue strength heavy; Wed tempo; Sun long");
    let mut on_wednesday = week.context();
    on_wednesday.today = monday() + Days::new(2);
    let found = better_week(&week.athlete, &on_wednesday, monday());
    assert!(!found.moves.is_empty());
    for change in &found.moves {
        assert_ne!(change.session, SessionId::from_bits(1), "Tuesday is past");
        assert!(change.to.date >= on_wednesday.today);
    }
}

#[test]
fn two_sessions_never_come_to_the_same_time() {
    let mut week = TestWeek::of(
        "Mon 07:00 tempo 60min; Mon 18:00 easy 50min; \
         Tue 07:00 strength heavy 60min; Tue 18:00 easy 50min",
    )
    .policy("hard-days-hard");
    for day in [
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ] {
        close(&mut week, day, DayAvailability::Unavailable);
    }
    let found = better(&week);
    // The lift fits in the evening of the tempo, once the easy run there has moved.
    assert!(found.after.is_clear());
    assert_eq!(found.moves.len(), 2);
    let arranged = arranged(&week, &found);
    let mut slots: Vec<Slot> = arranged
        .athlete
        .sessions
        .all()
        .iter()
        .map(|s| s.slot())
        .collect();
    slots.dedup();
    assert_eq!(slots.len(), 4);
}

#[test]
fn an_accepted_finding_is_no_reason_to_move() {
    let mut week = TestWeek::of("Mon 18:00 strength heavy; Tue 07:00 tempo");
    let finding = week.findings().remove(0);
    week.athlete
        .profile
        .accepted
        .push(crate::rules::accept(&finding, "test", monday()));
    let found = better(&week);
    assert!(found.before.is_clear() && found.moves.is_empty());
}

#[test]
fn the_neighbours_of_a_week_count() {
    let week = TestWeek::of("Sun 18:00 strength heavy; next Mon 07:00 tempo");
    let found = better(&week);
    assert_eq!(found.before, tally_of(1, 0, 0));
    assert_eq!(moves(&found), ["1 Sun -> Sat"]);
}

#[test]
fn neighbours_at_one_time_are_counted_once() {
    // Both are on Sunday evening. The finding of the first is about the second; only the second has one about Monday.
    let week = TestWeek::of(
        "Sun 18:00 strength lower heavy 40min; Sun 18:00 strength lower heavy 40min; \
         next Mon 18:00 strength lower moderate 30min",
    );
    let next = monday() + Days::new(7);
    let suggestion = better_week(&week.athlete, &week.context(), next);
    assert_eq!(suggestion.before, tally_of(0, 1, 0));
    assert_eq!(suggestion.after, tally_of(0, 0, 0));
    assert_eq!(moves(&suggestion), ["3 Mon -> Tue"]);
}

#[test]
fn every_move_can_be_made_alone() {
    let week = TestWeek::of(
        "Mon 18:00 strength heavy; Tue 07:00 tempo; Thu 18:00 strength heavy; Fri 07:00 intervals; \
         Sun 08:00 long",
    );
    let found = better(&week);
    assert_eq!(found.after, Tally::default());
    assert!(found.moves.len() >= 2);
    for change in &found.moves {
        let mut week = week.clone();
        apply(&mut week.athlete, &change.edits, Stamp::default());
        assert_eq!(
            week.athlete.sessions.get(change.session).unwrap().slot(),
            change.to
        );
        assert!(tally(&week) < found.before && is_explained(&change.gain));
    }
}

#[test]
fn it_says_which_constraint_would_have_to_give() {
    let hint = |week: TestWeek| better(&week).relax.unwrap();
    let locked = TestWeek::of("Tue strength heavy locked; Wed tempo locked");
    assert_eq!(
        hint(locked),
        "Unlock Tuesday’s heavy full body: free to move, the week can be clear."
    );

    let mut closed = TestWeek::of("Tue 18:00 strength heavy done; Wed 07:00 tempo 60min");
    for weekday in [
        Weekday::Mon,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ] {
        close(&mut closed, weekday, DayAvailability::Unavailable);
    }
    assert_eq!(
        hint(closed.clone()),
        "Make room on Monday, which is not available: with it, the week can be clear."
    );
    close(&mut closed, Weekday::Mon, minutes(30));
    assert_eq!(
        hint(closed),
        "Allow more time on Monday: with it, the week can be clear."
    );

    let hard = TestWeek::of("Tue strength heavy done; Wed tempo locked");
    assert!(hint(hard).starts_with("Unlock Wednesday’s tempo"));
    let raced = TestWeek::of("Sat strength heavy done; Sun race");
    assert!(hint(raced.clone()).starts_with("No single change makes"));
    let left = raced.on(monday() + Days::new(6));
    assert!(hint(left).starts_with("No single change to what is still to come"));
    // Today is the first day of the week, with a session done on it and one on the day before.
    let begun = TestWeek::of("Sun 18:00 strength heavy done; next Mon 07:00 tempo done; Tue easy");
    let begun = begun.on(monday() + Days::new(7));
    let found = better_week(&begun.athlete, &begun.context(), monday() + Days::new(7));
    let why = found.relax.unwrap();
    assert!(
        why.starts_with("No single change to what is still to come"),
        "{why}"
    );
    let passed =
        TestWeek::of("Tue strength heavy done; Wed tempo done").on(monday() + Days::new(7));
    assert_eq!(
        hint(passed),
        "Its days have passed, and what stands on them stays."
    );
}

#[test]
fn beyond_what_can_be_proven_it_says_so() {
    let week = TestWeek::of(
        "Mon easy; Mon strength heavy; Tue intervals; Tue strength upper; Wed easy; \
         Wed strength heavy; Thu tempo; Thu strength heavy; Fri easy; Fri strength light; \
         Sat hills; Sun long; Sat cross; Sun cross",
    );
    let found = better(&week);
    assert_eq!(found.proof, Proof::BestFound);
    assert!(found.after < found.before);
    assert_eq!(tally(&arranged(&week, &found)), found.after);
    assert_eq!(better(&week), found, "the same input gives the same answer");
}

#[test]
fn several_weeks_are_arranged_each_against_its_neighbours() {
    let week = TestWeek::of(
        "Tue 18:00 strength heavy; Wed 07:00 tempo; Sun 08:00 long; \
         next Mon 18:00 strength heavy; Tue 07:00 intervals; Sat 18:00 strength heavy; Sun 08:00 long",
    );
    let found = better_weeks(&week.athlete, &week.context(), monday(), 2);
    assert_eq!(
        (found.before, found.after),
        (tally_of(3, 1, 0), Tally::default())
    );
    let arranged = arranged(&week, &found);
    assert!(arranged.spacing_findings().is_empty());
    for change in &found.moves {
        let weeks = |date: NaiveDate| (date - monday()).num_days() / 7;
        assert_eq!(weeks(change.from.date), weeks(change.to.date));
    }
    let one = better_weeks(&week.athlete, &week.context(), monday(), 1);
    assert_eq!(one.moves, better(&week).moves);
}

#[test]
fn a_span_tells_each_week_as_it_is_found_and_stops_when_asked() {
    let week = TestWeek::of(
        "Tue 18:00 strength heavy; Wed 07:00 tempo; Sun 08:00 long; \
         next Tue 18:00 strength heavy locked; Wed 07:00 tempo locked; \
         next Tue 18:00 strength heavy; Wed 07:00 tempo",
    );
    let seek = |most: usize| {
        let mut told = 0;
        let span = seek_span(&week.athlete, &week.context(), monday(), 3, |_| {
            told += 1;
            if told < most {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
        (told, span)
    };
    let (told, span) = seek(9);
    assert_eq!((told, span.weeks.len()), (3, 3));
    let moves: Vec<usize> = span.weeks.iter().map(|week| week.moves.len()).collect();
    assert_eq!(moves, [1, 0, 1]);
    let relax: Vec<bool> = span.weeks.iter().map(|week| week.relax.is_some()).collect();
    assert_eq!(
        relax,
        [false, true, false],
        "which week cannot be cleared, and why"
    );
    assert_eq!((span.before.conflicts, span.after.conflicts), (3, 1));
    let firsts: Vec<NaiveDate> = span.weeks.iter().map(|week| week.first).collect();
    assert_eq!(firsts[2], monday() + Days::new(14));

    let (told, span) = seek(1);
    assert_eq!((told, span.weeks.len()), (1, 1));
    assert_eq!(
        (span.before.conflicts, span.after.conflicts),
        (1, 0),
        "what was looked at"
    );
}
