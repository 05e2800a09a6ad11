//! A half-placed week, and a cost that no completion of it can come below.

use crate::load::Emphasis;
use crate::rules::finding::Severity;
use crate::rules::no_easy_day;

use super::cost::{
    NO_FREE_DAY, SHARED_ALIKE, SHARED_DAY, SHARED_HARD, TIP, UNAVAILABLE, cost_of_level, level,
};
use super::day_limits::DayLimits;
use super::lanes::{
    GAP, LEGS_BEFORE, LIFT_BEFORE, Lanes, NEAR, NO_EASY_DAY, OFF_POLICY, Table, UNTIMED,
};
use super::problem::{Piece, Problem};
use super::seats::{DAYS, Seat, SeatChange, WEEK};

/// A half-placed week.
pub(super) struct Board<'p> {
    problem: &'p Problem<'p>,
    table: &'p Table,
    /// How many hard days in a row are too many, and what they cost; `None` where that cannot be told.
    hard_days: Option<(usize, u64)>,
    /// What the days have room for; `None` where that cannot be told.
    room: Option<DayLimits>,
    state: State,
    /// The seats taken on each day, in the order they were taken.
    days: [Vec<usize>; DAYS],
    undo: Vec<State>,
}

/// What changes with each seat that is taken.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    /// What is found, by the day of the session it hangs on.
    found: [u64; DAYS],
    /// Minutes of each day.
    minutes: [u32; DAYS],
    /// Sum of what the moves cost.
    moves: u64,
    /// Key runs that have no seat yet.
    key_runs_left: usize,
}

impl<'p> Board<'p> {
    /// A board with everything placed that cannot move.
    pub(super) fn new(problem: &'p Problem<'p>, table: &'p Table) -> Self {
        let key_run = |piece: usize| {
            let first = problem
                .pieces
                .get(piece)
                .and_then(|piece| piece.seats.clone().next());
            first
                .and_then(|seat| problem.seats.get(seat))
                .is_some_and(Seat::is_key_run)
        };
        let mut board = Self {
            problem,
            table,
            hard_days: hard_days(problem, table),
            room: problem.room(),
            state: State {
                minutes: problem.minutes,
                key_runs_left: problem
                    .movable()
                    .into_iter()
                    .filter(|&piece| key_run(piece))
                    .count(),
                ..State::default()
            },
            days: Default::default(),
            undo: Vec::new(),
        };
        let is_taken = |seat: &Seat| {
            let piece = seat.piece.and_then(|piece| problem.pieces.get(piece));
            piece.is_none_or(|piece| !piece.is_movable())
        };
        for (index, _) in problem
            .seats
            .iter()
            .enumerate()
            .filter(|(_, seat)| is_taken(seat))
        {
            board.take(index);
        }
        board.undo.clear();
        board
    }

    fn seat(&self, seat: usize) -> Option<&'p Seat> {
        self.problem.seats.get(seat)
    }

    fn on(&self, day: usize) -> &[usize] {
        self.days.get(day).map_or(&[], Vec::as_slice)
    }

    /// Takes a seat.
    pub(super) fn take(&mut self, index: usize) {
        let Some(seat) = self.seat(index) else { return };
        self.undo.push(self.state);
        if let Some(taken) = self.days.get_mut(seat.day) {
            taken.push(index);
        }
        if let Some(minutes) = self.state.minutes.get_mut(seat.day) {
            *minutes = minutes.saturating_add(seat.entry.duration.0);
        }
        self.state.moves += seat.cost;
        let is_movable = self.problem.is_movable(seat);
        if is_movable && seat.is_key_run() {
            self.state.key_runs_left = self.state.key_runs_left.saturating_sub(1);
        }
        let all_known = is_movable && seat.is_key_run() && self.state.key_runs_left == 0;
        let near = if all_known {
            0..DAYS
        } else {
            seat.day.saturating_sub(3)..(seat.day + NEAR + 1).min(DAYS)
        };
        for day in near {
            let found = self.found_on(day);
            if let Some(known) = self.state.found.get_mut(day) {
                *known = found;
            }
        }
    }

    /// Leaves the seat that was taken last.
    pub(super) fn leave(&mut self, index: usize) {
        let day = self.seat(index).map_or(0, |seat| seat.day);
        if let (Some(state), Some(taken)) = (self.undo.pop(), self.days.get_mut(day)) {
            taken.pop();
            self.state = state;
        }
    }

    /// True when a seat may be taken: a session that moves neither overfills a day nor overlaps with another.
    pub(super) fn is_free(&self, index: usize) -> bool {
        let Some(seat) = self.seat(index) else {
            return false;
        };
        let others = || {
            self.on(seat.day)
                .iter()
                .filter_map(|&other| self.seat(other))
        };
        let collides = others().any(|other| seat.collides(other));
        let comes =
            seat.change == SeatChange::Day || others().any(|other| other.change == SeatChange::Day);
        !(collides || (comes && self.minutes_with(seat) > self.limit(seat.day)))
    }

    fn minutes_with(&self, seat: &Seat) -> u32 {
        let minutes = self
            .state
            .minutes
            .get(seat.day)
            .copied()
            .unwrap_or_default();
        minutes.saturating_add(seat.entry.duration.0)
    }

    fn limit(&self, day: usize) -> u32 {
        self.problem
            .limits
            .get(day)
            .copied()
            .flatten()
            .unwrap_or(u32::MAX)
    }

    /// What the week costs so far, and at least in the end.
    pub(super) fn cost(&self) -> u64 {
        self.state.found.iter().sum::<u64>() + self.effort()
    }

    /// What the moves cost, and what the rules do not judge: the athlete's days, shared days, a free day.
    pub(super) fn effort(&self) -> u64 {
        let mut cost = self.state.moves;
        let mut busy = 0;
        for day in WEEK {
            let taken = self.on(day);
            for (place, &one) in taken.iter().enumerate() {
                let later = taken.iter().skip(place + 1);
                cost += later.map(|&two| self.shared_day(one, two)).sum::<u64>();
            }
            busy += usize::from(!taken.is_empty());
            let minutes = self.state.minutes.get(day).copied().unwrap_or_default();
            let movable = || taken.iter().filter_map(|&seat| self.seat(seat));
            if minutes > self.limit(day) && movable().any(|seat| self.problem.is_movable(seat)) {
                cost += UNAVAILABLE;
            }
        }
        if busy == WEEK.len() {
            cost += NO_FREE_DAY;
        }
        cost
    }

    /// What it costs that two sessions share a day.
    fn shared_day(&self, one: usize, two: usize) -> u64 {
        let (Some(one), Some(two)) = (self.seat(one), self.seat(two)) else {
            return 0;
        };
        let is_hard = |seat: &Seat| seat.entry.is_run() && seat.entry.emphasis > Emphasis::Plain;
        match (one.entry.is_run(), two.entry.is_run()) {
            (true, true) if is_hard(one) && is_hard(two) => SHARED_HARD,
            (one, two) if one == two => SHARED_ALIKE,
            _ => SHARED_DAY,
        }
    }

    /// What the sessions of `pieces`, none of which has a seat, will add at least, each where it is best off.
    /// Stops as soon as that reaches `enough`.
    pub(super) fn still_to_come(&self, pieces: &[usize], enough: u64) -> u64 {
        let mut sum: u64 = 0;
        for &piece in pieces {
            let Some(piece) = self.problem.pieces.get(piece) else {
                continue;
            };
            sum = sum.saturating_add(self.least_of(piece, enough - sum));
            if sum >= enough {
                break;
            }
        }
        sum
    }

    /// What a session adds where it is best off, or `enough` where that is no less.
    fn least_of(&self, piece: &Piece, enough: u64) -> u64 {
        let mut least = enough;
        for index in piece.seats.clone() {
            let Some(seat) = self.seat(index) else {
                continue;
            };
            if seat.cost < least && self.is_free(index) {
                let found = self.weigh(index, seat, &self.lanes_of(index, seat));
                least = least.min(found + seat.cost);
            }
            // Nothing can cost less than this.
            if least == 0 {
                break;
            }
        }
        least
    }

    /// What is found on the sessions of one day.
    fn found_on(&self, day: usize) -> u64 {
        let mut untimed = 0;
        let mut cost = 0;
        let mut known = Vec::with_capacity(self.on(day).len());
        for &index in self.on(day) {
            let Some(seat) = self.seat(index) else {
                continue;
            };
            let lanes = self.lanes_of(index, seat);
            cost += self.weigh(index, seat, &lanes);
            if lanes.0[GAP] == 0 {
                untimed = lanes.0[UNTIMED].max(untimed);
            }
            known.push((index, lanes));
        }
        if self.table.is_accepted(GAP) {
            untimed = 0;
        }
        cost + cost_of_level(untimed)
            + self.on_either(&known)
            + self.hard_days_from(day)
            + self.room_cost(day)
    }

    /// What hangs on one of two sessions of a day, whichever comes first, beyond what is known of each of them. Counted
    /// once for each rule: the first of three sessions may be told of both others in one finding.
    fn on_either(&self, known: &[(usize, Lanes)]) -> u64 {
        if known.len() < 2 || !self.table.has_either() {
            return 0;
        }
        let mut beyond = [0; NO_EASY_DAY];
        for (place, (one, on_one)) in known.iter().enumerate() {
            for (two, on_two) in known.iter().skip(place + 1) {
                let Some(either) = self.table.either(*one, *two) else {
                    continue;
                };
                let mut of_each = *on_one;
                of_each.worst(on_two);
                for (most, (either, of_each)) in
                    beyond.iter_mut().zip(either.0.iter().zip(of_each.0))
                {
                    let more = cost_of_level(*either).saturating_sub(cost_of_level(of_each));
                    *most = more.max(*most);
                }
            }
        }
        beyond.into_iter().sum()
    }

    /// What is found on a day because it has no room.
    fn room_cost(&self, day: usize) -> u64 {
        let room = self.room.as_ref().filter(|_| WEEK.contains(&day));
        room.map_or(0, |room| {
            let seats = self.on(day).iter().filter_map(|&seat| self.seat(seat));
            room.cost(day, seats, self.limit(day))
        })
    }

    /// The worst that the sessions around say about one. What a neighbour of the week has with another neighbour
    /// is no matter of this week, but hides what is milder.
    fn lanes_of(&self, index: usize, seat: &Seat) -> Lanes {
        let is_outside = !WEEK.contains(&seat.day);
        let mut lanes = Lanes::default();
        let mut hidden = Lanes::default();
        for day in seat.day.saturating_sub(NEAR)..(seat.day + NEAR + 1).min(DAYS) {
            let between = if is_outside && !WEEK.contains(&day) {
                &mut hidden
            } else {
                &mut lanes
            };
            for &other in self.on(day) {
                between.worst(&self.table.between(index, other));
            }
        }
        if is_outside {
            lanes.beyond(&hidden)
        } else {
            lanes
        }
    }

    /// What the lanes of one session cost.
    fn weigh(&self, index: usize, seat: &Seat, lanes: &Lanes) -> u64 {
        let lane = |lane: usize| lanes.0.get(lane).copied().unwrap_or_default();
        let counted = (0..NO_EASY_DAY).filter(|&rule| rule != OFF_POLICY);
        let mut cost = counted.map(|rule| cost_of_level(lane(rule))).sum();
        // A graver finding replaces this one, and may itself be set to a tip.
        let is_told = lane(LEGS_BEFORE) > 0 || lane(LIFT_BEFORE) > 0;
        if !is_told && (lane(OFF_POLICY) > 0 || self.is_off_policy(index, seat)) {
            cost += TIP;
        }
        cost
    }

    /// True when no key run of its day can come before legs that belong after one.
    fn is_off_policy(&self, index: usize, seat: &Seat) -> bool {
        let is_key_run = |&other: &usize| self.seat(other).is_some_and(Seat::is_key_run);
        self.state.key_runs_left == 0
            && self.table.is_off_policy_alone(index)
            && WEEK.contains(&seat.day)
            && !self.table.is_accepted(OFF_POLICY)
            && !self.table.is_accepted(LEGS_BEFORE)
            && !self.table.is_accepted(LIFT_BEFORE)
            && !self.on(seat.day).iter().any(is_key_run)
    }

    /// The cost of a row of hard days that begins on this one.
    fn hard_days_from(&self, first: usize) -> u64 {
        let Some((row, cost)) = self.hard_days else {
            return 0;
        };
        let days = first..first + row;
        let is_hard = |day: usize| {
            let mut seats = self.on(day).iter().filter_map(|&seat| self.seat(seat));
            seats.any(Seat::is_hard)
        };
        let is_ours = days.end > WEEK.start && first < WEEK.end;
        if is_ours && days.end <= DAYS && days.clone().all(is_hard) {
            cost
        } else {
            0
        }
    }
}

/// The figures of `no-easy-day`.
fn hard_days(problem: &Problem, table: &Table) -> Option<(usize, u64)> {
    let profile = problem.context.profile;
    let rule = &no_easy_day::RULE;
    if table.is_accepted(NO_EASY_DAY) || profile.rules.is_off(rule.id) {
        return None;
    }
    let severity = Severity::Caution.graded(profile.rules.grading(rule.id));
    let days = (rule.figure(profile, "days") as i32).clamp(2, 4);
    Some((days as usize, cost_of_level(level(severity))))
}
