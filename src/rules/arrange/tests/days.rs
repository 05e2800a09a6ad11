//! Days on which there is no time, little of it, or no gym.

use chrono::{Datelike, Weekday};

use super::{better, close, minutes, moves, solved, tally_of};
use crate::domain::{DayAvailability, Equipment};
use crate::rules::arrange::Proof;
use crate::rules::tests::support::TestWeek;

#[test]
fn days_that_are_not_available_are_left_and_never_entered() {
    let mut week = TestWeek::of("Mon 18:00 strength heavy; Tue 07:00 tempo 60min; Sun 08:00 easy");
    for day in [Weekday::Wed, Weekday::Thu] {
        close(&mut week, day, DayAvailability::Unavailable);
    }
    close(&mut week, Weekday::Fri, minutes(30));
    let found = better(&week);
    assert!(found.after.is_clear());
    for change in &found.moves {
        let day = change.to.date.weekday();
        assert!(
            ![Weekday::Wed, Weekday::Thu, Weekday::Fri].contains(&day),
            "{day}"
        );
    }

    let mut week = TestWeek::of("Wed 07:00 easy 50min; Thu 07:00 easy 50min");
    close(&mut week, Weekday::Wed, DayAvailability::Unavailable);
    close(&mut week, Weekday::Thu, minutes(90));
    let found = better(&week);
    assert_eq!(moves(&found), ["1 Wed -> Tue"]);
    assert_eq!(solved(&found), ["No room on this day"]);
    let found = better(&week.off("availability"));
    assert_eq!(moves(&found), ["1 Wed -> Tue"], "the days stay a limit");
    assert!(solved(&found).is_empty() && found.moves[0].gain.leaves_closed_day);
}

#[test]
fn a_move_is_not_said_to_make_room_on_the_day_it_goes_to() {
    let mut week = TestWeek::of(
        "Mon 07:00 easy 45min; Mon 18:00 strength upper 30min; Tue 07:00 intervals 55min; \
         Wed 07:00 recovery 30min; Thu 07:00 tempo 45min; Fri 18:00 strength lower moderate 40min; \
         Sun 07:00 long 100min",
    );
    for day in [Weekday::Mon, Weekday::Thu, Weekday::Fri] {
        close(&mut week, day, DayAvailability::Unavailable);
    }
    close(&mut week, Weekday::Sun, minutes(45));
    let found = better(&week);
    assert!(found.moves.len() >= 4, "{:?}", moves(&found));
    for change in &found.moves {
        let room = change.gain.solves.iter();
        for gone in room.filter(|gone| gone.title == "No room on this day") {
            assert_eq!(gone.days, [change.from.date], "{change:?}");
        }
    }
}

/// Days without the gym.
fn without_gym(week: &mut TestWeek, days: &[Weekday]) {
    for &weekday in days {
        let day = DayAvailability::Limited {
            minutes: None,
            gym: false,
            equipment: Vec::new(),
        };
        close(week, weekday, day);
    }
}

#[test]
fn a_lift_that_needs_the_gym_stays_off_days_without_it() {
    let barbell = |text: &str, day: &str| TestWeek::of(text).lifts(day, "deadlift 4x5 rir1");
    let mut week = barbell(
        "Mon 18:00 strength; Tue 07:00 tempo locked; Sun 08:00 long locked",
        "Mon",
    );
    assert_eq!(moves(&better(&week)), ["1 Mon -> Wed"]);
    without_gym(&mut week, &[Weekday::Wed]);
    assert_eq!(moves(&better(&week)), ["1 Mon -> Thu"]);
    week.athlete.profile.equipment = vec![Equipment::Barbell];
    assert_eq!(moves(&better(&week)), ["1 Mon -> Wed"], "they own one");

    let mut week = barbell("Thu 18:00 strength; Sun 08:00 long", "Thu");
    without_gym(&mut week, &[Weekday::Thu, Weekday::Wed]);
    let found = better(&week);
    assert_eq!(moves(&found), ["1 Thu -> Fri"], "it leaves such a day");
    assert_eq!(solved(&found), ["No room on this day"]);
}

#[test]
fn where_no_day_has_the_gym_it_says_so() {
    let mut week =
        TestWeek::of("Thu 18:00 strength; Sun 08:00 long").lifts("Thu", "deadlift 4x5 rir1");
    let all = (0..7_u8).map(|day| Weekday::try_from(day).unwrap());
    without_gym(&mut week, &all.collect::<Vec<_>>());
    let found = better(&week);
    assert_eq!((found.moves.len(), found.after), (0, tally_of(0, 1, 0)));
    assert_eq!(found.proof, Proof::Optimal);
    assert_eq!(
        found.relax.unwrap(),
        "Allow the gym on Monday: with it, the week can be clear."
    );
}
