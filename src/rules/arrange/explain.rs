//! What a better week changes, and what each move is good for.

use crate::domain::{Athlete, Session};
use crate::edit::Edit;
use crate::rules::availability;
use crate::rules::finding::Finding;
use crate::rules::verdict::{added, is_same};

use super::problem::{Arrangement, Problem, arrival};
use super::search::Solution;
use super::seats::{Seat, SeatChange};
use super::suggestion::{Gain, Gone, Move, Suggestion};
use crate::rules::tally::Tally;

/// The moves from a week as it stands to its best arrangement.
pub(super) fn suggestion(problem: &Problem, athlete: &Athlete, solution: &Solution) -> Suggestion {
    let home = problem.home();
    let before = problem.findings(&home);
    let after = problem.findings(&solution.arrangement);
    let mut moved: Vec<(usize, usize, &Seat)> = Vec::new();
    for (piece, &seat) in solution.arrangement.iter().enumerate() {
        let Some(index) = seat.filter(|_| seat != home.get(piece).copied().flatten()) else {
            continue;
        };
        moved.extend(problem.seats.get(index).map(|seat| (piece, index, seat)));
    }
    // Changes of time first, while each session is still at its place in the day; then moves to other days, by day.
    moved.sort_by_key(|(piece, _, seat)| match seat.change {
        SeatChange::Day => (SeatChange::Day, seat.day, arrival(seat), *piece),
        change => (change, 0, (false, 0), *piece),
    });
    let moves = moved.iter().filter_map(|&(piece, index, seat)| {
        let session = &problem.pieces.get(piece)?.session;
        let with = |arrangement: &Arrangement, seat: Option<usize>| {
            let mut changed = arrangement.clone();
            if let Some(place) = changed.get_mut(piece) {
                *place = seat;
            }
            problem.findings(&changed)
        };
        let stays = home.get(piece).copied().flatten();
        let weeks = Weeks {
            before: &before,
            after: &after,
            alone: &with(&home, Some(index)),
            without: &with(&solution.arrangement, stays),
        };
        let is_unavailable = stays
            .and_then(|stays| problem.seats.get(stays))
            .is_some_and(|seat| seat.cost > 0);
        let slot = seat.session.as_ref()?.slot();
        let solves = weeks.solved_by(session);
        let is_told = solves
            .iter()
            .any(|gone| gone.title == availability::RULE.title);
        let fends_off = if solves.is_empty() {
            gone(added(weeks.after, weeks.without))
        } else {
            Vec::new()
        };
        Some(Move {
            session: session.id,
            from: session.slot(),
            to: slot,
            gain: Gain {
                solves,
                fends_off,
                leaves_closed_day: is_unavailable && !is_told,
            },
            edits: vec![edit(athlete, session, seat)?],
        })
    });
    Suggestion {
        before: Tally::of(&before),
        after: solution.tally,
        moves: moves.collect(),
        proof: solution.proof,
        relax: None,
    }
}

/// The edit that puts a session into a seat: in its place on its own day, at the end of another.
fn edit(athlete: &Athlete, session: &Session, seat: &Seat) -> Option<Edit> {
    let moved = seat.session.as_deref()?.clone();
    Some(if moved.date == session.date {
        Edit::update(athlete, moved)
    } else {
        Edit::put(moved)
    })
}

/// What is found with and without a move.
struct Weeks<'f> {
    before: &'f [Finding],
    after: &'f [Finding],
    /// With this move and no other.
    alone: &'f [Finding],
    /// With all moves but this one.
    without: &'f [Finding],
}

impl Weeks<'_> {
    /// The findings that go with the move: those that are gone and concern the session or go by this move alone.
    fn solved_by(&self, session: &Session) -> Vec<Gone> {
        // The same finding may now be about another session of that day.
        let stands = |found: &Finding, other: &Finding| {
            is_same(other, found) || (other.rule == found.rule && other.days == found.days)
        };
        let by_it = |found: &&Finding| {
            found.sessions.contains(&session.id)
                || !self.alone.iter().any(|other| stands(found, other))
        };
        gone(added(self.after, self.before).filter(by_it))
    }
}

/// The open ones of some findings, by title and days; the days of those with one title together.
fn gone<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<Gone> {
    let mut all: Vec<Gone> = Vec::new();
    for finding in findings.filter(|finding| finding.accepted.is_none()) {
        let Some(known) = all.iter_mut().find(|gone| gone.title == finding.title) else {
            all.push(Gone {
                title: finding.title,
                days: finding.days.clone(),
            });
            continue;
        };
        known.days.extend(&finding.days);
        known.days.sort_unstable();
        known.days.dedup();
    }
    all
}
