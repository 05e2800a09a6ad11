//! Branch and bound over the seats of a week.

use std::cmp::Reverse;

use crate::load::Emphasis;

use super::board::Board;
use super::cost::{MOVE, UNAVAILABLE, cost_of};
use super::lanes::Table;
use super::problem::{Arrangement, Problem};
use super::suggestion::Proof;
use crate::rules::tally::Tally;

/// Up to how many movable sessions the search goes on until it is sure of the best week. Beyond, and in absurdly
/// overfull weeks, it ends after a fixed amount of work and says so.
pub const PROVEN: usize = 8;

/// Half-placed weeks that are looked at in the first attempt, which most weeks need no more than.
const FIRST_WORK: usize = 2_500;
/// Half-placed weeks that are looked at to prove the best week of up to [`PROVEN`] sessions. Weeks that a coach may
/// plan need a hundredth of it; only those that ask for a hard session on every day come near, and they have no good
/// week.
const PROVING_WORK: usize = 1_000_000;
/// Half-placed weeks that are looked at in one neighbourhood, and in all of them.
const NEIGHBOURHOOD_WORK: usize = 200;
const IMPROVING_WORK: usize = 2_500;
/// Sessions that are placed anew together where not all can be.
const NEIGHBOURHOOD: usize = 4;

/// The best arrangement that was found.
#[derive(Debug, Clone)]
pub(super) struct Solution {
    pub(super) arrangement: Arrangement,
    pub(super) tally: Tally,
    pub(super) proof: Proof,
    /// The days of the athlete are kept.
    pub(super) is_available: bool,
}

impl Solution {
    /// True when some finding is left, or a session on a day that is not available.
    pub(super) fn is_lacking(&self) -> bool {
        !(self.tally.is_clear() && self.is_available)
    }
}

/// The best arrangement of a week.
pub(super) fn solve(problem: &Problem) -> Solution {
    let table = Table::of(problem);
    let movable = in_order_of_weight(problem);
    let mut search = Search::from_home(problem, &table);
    let is_at_rest = search.best_cost < MOVE;
    let proof = if movable.is_empty() || is_at_rest {
        Proof::Optimal
    } else {
        search.prove(&movable)
    };
    search.into_solution(proof)
}

/// True when some arrangement of a week that costs less than `ceiling` was found within some work.
pub(super) fn is_below(problem: &Problem, table: &Table, ceiling: u64, work: usize) -> bool {
    let mut search = Search::from_home(problem, table);
    if search.best_cost >= ceiling {
        search.best_cost = ceiling;
        search.ends_below = ceiling;
        search.run(&in_order_of_weight(problem), work);
    }
    search.best_cost < ceiling
}

/// The pieces that can move, those that decide most first: key sessions, then legs by what they ask, then the rest.
fn in_order_of_weight(problem: &Problem) -> Vec<usize> {
    let mut pieces = problem.movable();
    pieces.sort_by_key(|&piece| {
        let seat = problem
            .pieces
            .get(piece)
            .and_then(|piece| piece.seats.clone().next());
        let entry = seat
            .and_then(|seat| problem.seats.get(seat))
            .map(|seat| &seat.entry);
        entry.map(|entry| {
            let is_semi_key = entry.emphasis == Emphasis::SemiKey;
            Reverse((
                entry.is_key_run(),
                entry.is_key(),
                entry.legs(),
                is_semi_key,
            ))
        })
    });
    pieces
}

struct Search<'p> {
    problem: &'p Problem<'p>,
    table: &'p Table,
    board: Board<'p>,
    arrangement: Arrangement,
    best: Arrangement,
    best_cost: u64,
    best_tally: Tally,
    /// A cost below which nothing better is wanted.
    ends_below: u64,
    work_left: usize,
}

impl<'p> Search<'p> {
    /// A search that begins with the week as it stands.
    fn from_home(problem: &'p Problem<'p>, table: &'p Table) -> Self {
        let home = problem.home();
        let mut search = Self {
            problem,
            table,
            board: Board::new(problem, table),
            arrangement: home.clone(),
            best: home,
            best_cost: u64::MAX,
            best_tally: Tally::default(),
            ends_below: 0,
            work_left: usize::MAX,
        };
        search.place_others(&[]);
        search.judge();
        search
    }

    /// A fresh board with everything placed but `free`.
    fn place_others(&mut self, free: &[usize]) {
        self.board = Board::new(self.problem, self.table);
        self.arrangement.clone_from(&self.best);
        for piece in self.problem.movable() {
            if let Some(Some(seat)) = self
                .arrangement
                .get(piece)
                .filter(|_| !free.contains(&piece))
            {
                self.board.take(*seat);
            }
        }
    }

    /// Places all that can move in the best way: at once if that is easily done, else after a good week was found
    /// in which few of them are placed anew at a time. A good week to begin with cuts most branches.
    fn prove(&mut self, movable: &[usize]) -> Proof {
        if self.run(movable, FIRST_WORK) == Proof::Optimal {
            return Proof::Optimal;
        }
        self.improve(movable);
        let is_few = movable.len() <= PROVEN;
        self.run(movable, if is_few { PROVING_WORK } else { FIRST_WORK })
    }

    /// Places `free` in the best way and leaves all else where it is best so far.
    fn run(&mut self, free: &[usize], work: usize) -> Proof {
        self.place_others(free);
        self.work_left = work;
        self.descend(free);
        if self.work_left > 0 {
            Proof::Optimal
        } else {
            Proof::BestFound
        }
    }

    /// Places a few sessions at a time anew, next to each other in the week or every other one, until that gains
    /// nothing.
    fn improve(&mut self, movable: &[usize]) {
        let mut work = IMPROVING_WORK;
        let mut best_cost = u64::MAX;
        while self.best_cost < best_cost && work > 0 {
            best_cost = self.best_cost;
            let places = (0..movable.len()).flat_map(|first| [(first, 1), (first, 2)]);
            for (first, stride) in places {
                let mut by_day = movable.to_vec();
                by_day.sort_by_key(|&piece| self.day_of(piece));
                let ring = by_day.iter().cycle().skip(first).step_by(stride);
                let near: Vec<usize> = ring.take(NEIGHBOURHOOD).copied().collect();
                let free = movable.iter().copied().filter(|piece| near.contains(piece));
                let share = work.min(NEIGHBOURHOOD_WORK);
                self.run(&free.collect::<Vec<_>>(), share);
                work -= share - self.work_left;
            }
        }
    }

    fn day_of(&self, piece: usize) -> usize {
        let seat = self.best.get(piece).copied().flatten();
        seat.and_then(|seat| self.problem.seats.get(seat))
            .map_or(0, |seat| seat.day)
    }

    fn descend(&mut self, free: &[usize]) {
        let Some((&piece, rest)) = free.split_first() else {
            self.judge();
            return;
        };
        if self.is_over() {
            return;
        }
        self.work_left -= 1;
        let room = self.best_cost.saturating_sub(self.board.cost());
        if self.board.still_to_come(free, room) >= room {
            return;
        }
        for (_, seat) in self.seats_by_cost(piece) {
            self.board.take(seat);
            if let Some(place) = self.arrangement.get_mut(piece) {
                *place = Some(seat);
            }
            if self.board.cost() < self.best_cost && !self.is_over() {
                self.descend(rest);
            }
            self.board.leave(seat);
        }
    }

    fn is_over(&self) -> bool {
        self.work_left == 0 || self.best_cost < self.ends_below
    }

    /// The free seats of a piece with what the week would cost, the cheapest first.
    fn seats_by_cost(&mut self, piece: usize) -> Vec<(u64, usize)> {
        let seats = self
            .problem
            .pieces
            .get(piece)
            .map_or(0..0, |piece| piece.seats.clone());
        let mut costs = Vec::with_capacity(seats.len());
        let room = self.best_cost.saturating_sub(self.board.cost());
        for seat in seats {
            let move_cost = self.problem.seats.get(seat).map_or(0, |seat| seat.cost);
            if move_cost >= room || !self.board.is_free(seat) {
                continue;
            }
            self.board.take(seat);
            let cost = self.board.cost();
            self.board.leave(seat);
            if cost < self.best_cost {
                costs.push((cost, seat));
            }
        }
        costs.sort_unstable();
        costs
    }

    /// Lets the rules judge a whole week.
    fn judge(&mut self) {
        if self.board.cost() >= self.best_cost {
            return;
        }
        let tally = self.problem.tally(&self.arrangement);
        let cost = cost_of(tally) + self.board.effort();
        debug_assert!(cost >= self.board.cost(), "the bound says too much");
        if cost < self.best_cost {
            self.best_cost = cost;
            self.best_tally = tally;
            self.best.clone_from(&self.arrangement);
        }
    }

    fn into_solution(self, proof: Proof) -> Solution {
        Solution {
            is_available: self.best_cost < UNAVAILABLE,
            arrangement: self.best,
            tally: self.best_tally,
            proof,
        }
    }
}
