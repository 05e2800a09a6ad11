//! How a session is told in a line of the board: its title in as many rows as it needs and has room for, or in short.

use egui::Painter;

use crate::domain::{RunPlan, Session, Units};
use crate::ui::card_facts::{CardFacts, letter};
use crate::ui::format;
use crate::ui::theme::{Weight, font};
use crate::ui::widgets::rows::rows_in;

use super::card_fit;

/// The size of the words, in points.
pub(super) const SIZE: f32 = 11.0;
/// What a mark takes of a row, in points.
pub(super) const MARK: f32 = 12.0;
/// A title of which less is seen says nothing, in points.
const LEAST_TITLE: f32 = 46.0;
/// The most rows of a title.
const MOST_ROWS: usize = 3;

/// The words of a session as they are set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Title {
    /// What is said, a row in a line each.
    pub(super) words: String,
    /// How many rows they take; more are cut with an ellipsis.
    pub(super) rows: usize,
    /// How wide they may be, in points.
    pub(super) width: f32,
    /// The marks stand beside the last row and not beside the first.
    pub(super) marks_last: bool,
}

/// How many marks a session has.
pub(super) fn mark_count(session: &Session, facts: &CardFacts) -> usize {
    usize::from(facts.worst.is_some())
        + usize::from(session.status.is_trained())
        + usize::from(!session.alternatives.is_empty())
}

/// The words of a session in rows that are so wide, of which there may be so many.
pub(super) fn title(
    painter: &Painter,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    width: f32,
    most: usize,
) -> Title {
    let measure = |row: &str| width_of(painter, row);
    let marks = MARK * mark_count(session, facts) as f32;
    let beside = width - marks;
    if let Some(title) = whole(&facts.title, width, marks, most.min(MOST_ROWS), measure) {
        return title;
    }
    let cut = |words: String, rows: usize| Title {
        words,
        rows,
        width: beside,
        marks_last: false,
    };
    let has_long_word = facts.title.split(' ').any(|word| measure(word) > beside);
    if beside >= LEAST_TITLE && !has_long_word && most > 1 {
        let rows = rows_in(&facts.title, " ", |_| beside, measure);
        return cut(rows.join("\n"), most.min(MOST_ROWS));
    }
    cut(words(painter, session, facts, units, beside), 1)
}

/// A title that is read whole in the fewest rows, with its marks beside the first row or else the last; `None` where it
/// needs more than `most`, or a word is too wide.
fn whole(
    title: &str,
    width: f32,
    marks: f32,
    most: usize,
    measure: impl Fn(&str) -> f32,
) -> Option<Title> {
    let room = |row: usize| if row == 0 { width - marks } else { width };
    let above = rows_in(title, " ", room, &measure);
    let above_fits = above
        .iter()
        .enumerate()
        .all(|(row, words)| measure(words) <= room(row));
    let mut below = rows_in(title, " ", |_| width, &measure);
    let below_fits = below.iter().all(|words| measure(words) <= width);
    // A row of their own where the last one leaves them no room.
    if below
        .last()
        .is_some_and(|last| measure(last) > width - marks)
    {
        below.push(String::new());
    }
    let ways = [(above, above_fits, false), (below, below_fits, true)];
    let (rows, _, marks_last) = ways
        .into_iter()
        .filter(|(rows, fits, _)| *fits && rows.len() <= most)
        .min_by_key(|(rows, ..)| rows.len())?;
    Some(Title {
        words: rows.join("\n"),
        rows: rows.len(),
        width,
        marks_last,
    })
}

fn width_of(painter: &Painter, words: &str) -> f32 {
    card_fit::width_of(painter, words, font(SIZE, Weight::Medium))
}

/// What is said of a session in so many points: its title, or where that would be cut to a few letters, its kind as a
/// letter and how far it goes or how long it takes.
fn words(
    painter: &Painter,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    room: f32,
) -> String {
    let fits = |words: &String| width_of(painter, words) <= room;
    if room >= LEAST_TITLE || fits(&facts.title) {
        return facts.title.clone();
    }
    let letter = letter(session.kind(), facts.leg_load());
    if letter.is_empty() {
        return facts.title.clone();
    }
    let lengths = lengths(session, facts, units);
    let ways = lengths.map(|length| format!("{letter} {length}"));
    ways.into_iter()
        .find(fits)
        .unwrap_or_else(|| letter.to_owned())
}

/// How far a session goes where its plan says so, or else how long it takes: in full, and in fewer signs. A distance keeps
/// its unit and loses its decimals; minutes have their prime.
fn lengths(session: &Session, facts: &CardFacts, units: Units) -> [String; 2] {
    let says_how_far = |run: &RunPlan| run.distance.is_some() || !run.steps.is_empty();
    let is_said = session.plan.run().is_some_and(says_how_far);
    let far = facts.distance.filter(|far| is_said && far.m() > 0.0);
    if let Some(far) = far {
        let whole = format::distance(far, units);
        let rounded = whole.split_once(' ').and_then(|(figure, unit)| {
            let figure: f64 = figure.parse().ok()?;
            Some(format!("{} {unit}", format::number(figure, 0)))
        });
        let rounded = rounded.unwrap_or_else(|| whole.clone());
        return [whole, rounded];
    }
    let minutes = format!("{}′", facts.minutes.0);
    [format::minutes(facts.minutes), minutes]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::text;
    use crate::ui::card_facts::session_facts;

    #[test]
    fn a_narrow_day_says_how_far_or_how_long() {
        let library = Library::shipped().unwrap();
        let plan = "week: 2026-W48\nMon easy 7.8km\nTue strength upper 80min\nWed recovery 30min";
        let athlete = text::read(plan, &library).athlete();
        let all = athlete.sessions.all().iter();
        let said = all.map(|session| {
            let facts = session_facts(session, &athlete, &library);
            lengths(session, &facts, Units::default())
        });
        let said: Vec<_> = said.collect();
        assert_eq!(said[0], ["7.8 km", "8 km"]);
        assert_eq!(said[1], ["1 h 20 min", "80′"]);
        assert_eq!(said[2], ["30 min", "30′"], "no estimate of how far");
    }

    #[test]
    fn a_title_takes_the_rows_it_needs_and_leaves_its_marks_their_room() {
        let measure = |row: &str| row.chars().count() as f32;
        let told = |title, width, marks, most| {
            whole(title, width, marks, most, measure).map(|set| (set.words, set.marks_last))
        };
        let is = |words: &str, marks_last| Some((words.to_owned(), marks_last));
        assert_eq!(
            told("Recovery run", 14.0, 2.0, 3),
            is("Recovery run", false)
        );
        assert_eq!(
            told("Recovery run", 13.0, 2.0, 3),
            is("Recovery\nrun", false)
        );
        assert_eq!(told("Recovery run", 9.0, 2.0, 3), is("Recovery\nrun", true));
        assert_eq!(told("Intervals", 9.0, 2.0, 3), is("Intervals\n", true));
        let lift = "Lower body strength";
        assert_eq!(told(lift, 9.0, 1.0, 3), is("Lower\nbody\nstrength", false));
        assert_eq!(told(lift, 9.0, 1.0, 2), None, "one row is missing");
        assert_eq!(
            told("Krafttraining", 9.0, 0.0, 3),
            None,
            "a word is not broken"
        );
    }
}
