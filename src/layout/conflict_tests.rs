//! Programs laid out on calendars that hold something already: what gives way, what is told, and race days.

use chrono::{Days, Weekday};

use super::tests::*;
use super::{Options, Why};
use crate::domain::*;
use crate::edit::apply;

#[test]
fn the_report_tells_what_the_weeks_suffer_from_then() {
    let anna = athlete("Mon strength upper 30min\nWed strength upper 30min\nSun long 18km\n");
    let program = program("minimum-routine");
    let layout = laid(&anna, &program, &one_week(&program));
    let week = layout.weeks.first().unwrap();
    let told: Vec<&str> = layout
        .findings_of(week)
        .map(|finding| finding.rule)
        .collect();
    assert!(told.contains(&"strength-frequency"), "{told:?}");
    let options = Options {
        replace: true,
        ..one_week(&program)
    };
    let replaced = laid(&anna, &program, &options);
    let mut rules = replaced.findings.iter().map(|finding| finding.rule);
    assert!(!rules.any(|rule| rule == "strength-frequency"));
}

#[test]
fn two_lifts_never_share_a_day() {
    // A season of four runs with its own two lifts a week.
    let week = "Mon easy 40min\nTue strength 40min\nWed tempo 50min\nFri strength 40min\nSat easy 40min\nSun long 18km\n";
    let anna = athlete(week);
    let program = program("six-week-strength");
    let layout = laid(&anna, &program, &one_week(&program));
    for placed in layout.placed() {
        let date = placed.session.date;
        let lifts = |sessions: &[std::sync::Arc<Session>]| {
            sessions
                .iter()
                .filter(|s| s.plan.strength().is_some())
                .count()
        };
        let mut after = anna.clone();
        apply(&mut after, &layout.edits, Stamp::default());
        assert_eq!(lifts(after.sessions.on(date)), 1, "{date}");
    }
    for left in layout.left_out() {
        assert!(
            matches!(left.why, Why::SecondLift | Why::Spoils(_)),
            "{left:?}"
        );
    }
}

#[test]
fn a_program_laid_over_another_takes_its_place_and_what_was_planned_by_hand_stays() {
    let program = program("minimum-routine");
    for week_start in [Weekday::Mon, Weekday::Sun] {
        let mut anna = athlete(RUNS);
        anna.profile.week_start = week_start;
        let first = Week::of(monday(), week_start).first();
        let of = |anna: &Athlete, first| Options::for_athlete(&program, first, anna, monday());
        assert!(!of(&anna, first).replace);
        let once = laid(&anna, &program, &of(&anna, first));
        apply(&mut anna, &once.edits, Stamp::default());
        // Laid out a week later, its weeks overlap.
        let later = of(&anna, first + chrono::Days::new(7));
        assert!(later.replace);
        let twice = laid(&anna, &program, &later);
        apply(&mut anna, &twice.edits, Stamp::default());
        for week in 0..later.weeks {
            let from = later.first + chrono::Days::new(7 * u64::from(week));
            let to = from + chrono::Days::new(6);
            let lifts = anna.sessions.between(from, to).iter();
            let lifts = lifts.filter(|session| session.plan.strength().is_some());
            assert_eq!(lifts.count(), 2, "{from}");
        }
        // Behind all of it there is nothing to ask.
        assert!(!of(&anna, first + chrono::Days::new(700)).replace);
    }
    let by_hand = athlete("Tue strength 40min\nSun long 18km\n");
    let options = Options::for_athlete(&program, monday(), &by_hand, monday());
    assert!(!options.replace);
    assert_eq!(options.may_give_way(&by_hand, monday()).count(), 1);
}

#[test]
fn nothing_is_laid_out_on_the_day_of_a_race() {
    let program = program("home-twelve-weeks");
    for week_start in [Weekday::Mon, Weekday::Sun] {
        for is_planned in [false, true] {
            let mut text = String::new();
            for week in 0..12 {
                let sunday = if week == 11 && is_planned {
                    "Sun race 10km\n"
                } else {
                    "Sun long 14km\n"
                };
                let sunday = if week == 11 && !is_planned {
                    ""
                } else {
                    sunday
                };
                let next = if week > 0 { "next week\n" } else { "" };
                for part in [
                    next,
                    "Tue easy 45min\nThu intervals 60min\nFri easy 40min\n",
                    sunday,
                ] {
                    text.push_str(part);
                }
            }
            let mut anna = athlete(&text);
            anna.profile.week_start = week_start;
            let race = monday() + Days::new(7 * 12 - 1);
            anna.profile.races.push(Race {
                distance: Some(Meters::from_km(10.0)),
                ..Race::new(RaceId::from_bits(1), race, "City run")
            });
            let first = Week::of(monday(), week_start).first();
            let layout = laid(&anna, &program, &Options::from_week(&program, first));
            let on_race = layout.placed().filter(|placed| placed.session.date == race);
            assert_eq!(on_race.count(), 0, "{week_start} {is_planned}");
            assert!(layout.placed().count() > 12);
        }
    }
}
