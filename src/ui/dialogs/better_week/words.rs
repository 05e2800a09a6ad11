//! What a move of a better week is good for, in a coach's words.

use chrono::NaiveDate;

use crate::domain::phrase;
use crate::rules::arrange::{Gain, Gone, Tally};
use crate::ui::format;

/// What a move off the day `from` is good for: "Solves: Legs before a key session (Sat 28, Sun 29)."
pub(super) fn gain(gain: &Gain, from: NaiveDate) -> String {
    let mut sentences = Vec::new();
    if !gain.solves.is_empty() {
        sentences.push(format!("Solves: {}.", all(&gain.solves)));
    }
    if gain.leaves_closed_day {
        sentences.push(format!("{} has no room for it.", format::day(from)));
    }
    if sentences.is_empty() {
        sentences.push(if gain.fends_off.is_empty() {
            "Makes room for the other moves.".to_owned()
        } else {
            format!(
                "Makes room for the others; without it: {}.",
                all(&gain.fends_off)
            )
        });
    }
    sentences.join(" ")
}

/// What no move can mend: "Besides, 1 caution and 2 tips stay: they are about what is in the week, not about its order."
pub(super) fn what_stays(stays: Tally) -> Option<String> {
    let names = [
        ("conflict", "conflicts"),
        ("caution", "cautions"),
        ("tip", "tips"),
    ];
    let counts = stays.by_severity().into_iter().zip(names);
    let counts = counts.filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts
        .map(|(count, (one, many))| phrase::counted(count, one, many))
        .collect();
    let (verb, what) = match stays.total() {
        0 => return None,
        1 => ("stays", "it is"),
        _ => ("stay", "they are"),
    };
    let counts = phrase::listed(&counts, "and");
    Some(format!(
        "Besides, {counts} {verb}: {what} about what is in the week, not about its order."
    ))
}

fn all(gone: &[Gone]) -> String {
    let named = |gone: &Gone| {
        let days = days(&gone.days);
        // Name the day in "no room on this day".
        match gone.title.strip_suffix("this day") {
            Some(title) => format!("{title}{days}"),
            None => format!("{} ({days})", gone.title),
        }
    };
    gone.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// "Sat 28, Sun 29", or "the week" for what is said of all its days.
fn days(days: &[NaiveDate]) -> String {
    if days.len() >= 7 {
        return "the week".to_owned();
    }
    let named = days.iter().map(|day| format::day(*day));
    named.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn legs() -> Vec<Gone> {
        vec![Gone {
            title: "Legs before a key session",
            days: vec![day(28), day(29)],
        }]
    }

    #[test]
    fn what_no_move_can_mend_is_counted() {
        let stays = |cautions, tips| {
            what_stays(Tally {
                conflicts: 0,
                cautions,
                tips,
            })
        };
        assert_eq!(stays(0, 0), None);
        let one = "Besides, 1 tip stays: it is about what is in the week, not about its order.";
        assert_eq!(stays(0, 1).as_deref(), Some(one));
        let more = "Besides, 1 caution and 2 tips stay: they are about what is in the week, not about its order.";
        assert_eq!(stays(1, 2).as_deref(), Some(more));
    }

    #[test]
    fn what_goes_is_told_with_its_days() {
        let solved = Gain {
            solves: legs(),
            ..Gain::default()
        };
        let words = "Solves: Legs before a key session (Sat 28, Sun 29).";
        assert_eq!(gain(&solved, day(28)), words);
        let closed = Gain {
            leaves_closed_day: true,
            ..solved
        };
        let words = format!("{words} Sat 28 has no room for it.");
        assert_eq!(gain(&closed, day(28)), words);
    }

    #[test]
    fn a_day_without_room_is_named() {
        let no_room = Gain {
            solves: vec![Gone {
                title: "No room on this day",
                days: vec![day(26)],
            }],
            ..Gain::default()
        };
        assert_eq!(gain(&no_room, day(26)), "Solves: No room on Thu 26.");
    }

    #[test]
    fn a_move_that_makes_room_does_not_claim_to_solve_anything() {
        let fended = Gain {
            fends_off: legs(),
            ..Gain::default()
        };
        let words =
            "Makes room for the others; without it: Legs before a key session (Sat 28, Sun 29).";
        assert_eq!(gain(&fended, day(23)), words);
        let words = "Makes room for the other moves.";
        assert_eq!(gain(&Gain::default(), day(23)), words);
    }
}
