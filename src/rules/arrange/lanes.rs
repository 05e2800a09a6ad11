//! What two sessions say about each other, asked of the rules themselves.
//!
//! Most findings are about two sessions, and a rule speaks about a session once, in its worst case. So each seat
//! has a lane for each rule; a lane holds the worst severity among the sessions near by. What the lanes sum up to never
//! exceeds what the rules find in the whole week.

use rustc_hash::FxHashMap as HashMap;

use crate::domain::{Minutes, Policy, SessionId, Start};
use crate::load::Emphasis;
use crate::rules::check::check_deciding;
use crate::rules::context::Context;
use crate::rules::timeline::Timeline;
use crate::rules::timeline_entry::{Role, TimelineEntry};
use crate::rules::{
    hard_stack, key_runs_back_to_back, legs_48h, legs_after_key_run, legs_before_key_run,
    lift_before_run, no_easy_day, off_policy_day, same_day_gap, shared_day,
};

use super::cost::level;
use super::problem::Problem;
use super::seats::Seat;

/// The rules with a lane, in the order of the lanes.
pub(super) const SPACING: [&str; 10] = [
    legs_before_key_run::RULE.id,
    lift_before_run::RULE.id,
    hard_stack::RULE.id,
    same_day_gap::RULE.id,
    shared_day::RULE.id,
    off_policy_day::RULE.id,
    legs_after_key_run::RULE.id,
    legs_48h::RULE.id,
    key_runs_back_to_back::RULE.id,
    no_easy_day::RULE.id,
];
/// Lane of `legs-before-key-run`.
pub(super) const LEGS_BEFORE: usize = 0;
/// Lane of `lift-before-run`.
pub(super) const LIFT_BEFORE: usize = 1;
/// Lane of `same-day-gap`, by the clock.
pub(super) const GAP: usize = 3;
/// Lane of `off-policy-day`.
pub(super) const OFF_POLICY: usize = 5;
/// Lane of `no-easy-day`, which is about three sessions and counted by days.
pub(super) const NO_EASY_DAY: usize = 9;
/// Lane of `same-day-gap` where times are missing, which is said once a day.
pub(super) const UNTIMED: usize = 10;
const LANES: usize = 16;

/// Days apart beyond which the bound does not look; what the rules see farther off comes to light in whole weeks.
pub(super) const NEAR: usize = 2;

/// The worst severity of each lane: 0 for nothing, then tip, caution, conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lanes(pub(super) [u8; LANES]);

impl Lanes {
    /// The worse of two, lane by lane.
    pub(super) fn worst(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).max(*theirs);
        }
    }

    /// The milder of two, lane by lane.
    fn mildest(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine = (*mine).min(*theirs);
        }
        self
    }

    /// The worst of two sessions taken together where the rules name either the one or the other, depending on which
    /// comes first: at least this hangs on one of them. Lanes that are counted by the day in another way are left out.
    fn of_either(straight: [Self; 2], turned: [Self; 2]) -> Self {
        let together = |[mut a, b]: [Self; 2]| {
            a.worst(&b);
            a
        };
        let mut lanes = together(straight).mildest(&together(turned));
        lanes.silence(1 << GAP | 1 << OFF_POLICY | 1 << NO_EASY_DAY | 1 << UNTIMED);
        lanes
    }

    /// Keeps the lanes that are worse than those of `hidden`.
    pub(super) fn beyond(mut self, hidden: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(&hidden.0) {
            if *mine <= *theirs {
                *mine = 0;
            }
        }
        self
    }

    fn silence(&mut self, mute: u16) {
        for (lane, level) in self.0.iter_mut().enumerate() {
            if mute & (1 << lane) != 0 {
                *level = 0;
            }
        }
    }
}

/// Everything a rule asks of a session but its day.
type Shape = (Role, Emphasis, Start, Minutes);

/// What any two seats say about each other.
pub(super) struct Table {
    seats: usize,
    /// Lanes of one seat with another, row by row.
    lanes: Vec<Lanes>,
    /// What hangs on one of two seats of a day, whichever comes first, by the lesser and the greater.
    either: HashMap<(usize, usize), Lanes>,
    /// Seats that are off policy by themselves.
    alone: Vec<bool>,
    /// Rules whose findings the coach accepted somewhere in these days.
    accepted: u16,
}

impl Table {
    pub(super) fn of(problem: &Problem) -> Self {
        let count = problem.seats.len();
        let context = problem.context;
        let profile = context.changed(|profile| profile.accepted.clear());
        let context = context.with(&profile);
        let mut prober = Prober {
            problem,
            context: &context,
            shapes: Vec::new(),
            pairs: HashMap::default(),
        };
        let mutes = mutes(problem);
        let mut table = Self {
            seats: count,
            lanes: vec![Lanes::default(); count * count],
            either: HashMap::default(),
            alone: (0..count)
                .map(|seat| prober.is_off_policy_alone(seat))
                .collect(),
            accepted: mutes.values().fold(0, |all, mute| all | mute),
        };
        let mute = |seat: &Seat| {
            let id = seat.entry.id();
            id.and_then(|id| mutes.get(&id))
                .copied()
                .unwrap_or_default()
        };
        for (one, a) in problem.seats.iter().enumerate() {
            for (two, b) in problem.seats.iter().enumerate() {
                let later = b.day.wrapping_sub(a.day);
                let is_twice = a.piece.is_some() && a.piece == b.piece;
                if later > NEAR || (later == 0 && one >= two) || is_twice || !may_speak(a, b) {
                    continue;
                }
                let Pair {
                    each: [mut on_a, mut on_b],
                    mut either,
                } = prober.pair(one, two);
                on_a.silence(mute(a));
                on_b.silence(mute(b));
                either.silence(mute(a) | mute(b));
                // Two sessions that cannot move have a fixed order, which checking the whole week covers.
                let may_move = problem.is_movable(a) || problem.is_movable(b);
                if may_move && either != Lanes::default() {
                    table.either.insert((one.min(two), one.max(two)), either);
                }
                if let Some(lanes) = table.lanes.get_mut(one * count + two) {
                    *lanes = on_a;
                }
                if let Some(lanes) = table.lanes.get_mut(two * count + one) {
                    *lanes = on_b;
                }
            }
        }
        table
    }

    /// What the rules say about `seat` because of `other`.
    pub(super) fn between(&self, seat: usize, other: usize) -> Lanes {
        self.lanes
            .get(seat * self.seats + other)
            .copied()
            .unwrap_or_default()
    }

    /// True when something hangs on one of two seats somewhere.
    pub(super) fn has_either(&self) -> bool {
        !self.either.is_empty()
    }

    /// What hangs on one of two seats of a day at least, lane by lane.
    pub(super) fn either(&self, one: usize, two: usize) -> Option<&Lanes> {
        self.either.get(&(one.min(two), one.max(two)))
    }

    /// True when a seat is off policy by itself.
    pub(super) fn is_off_policy_alone(&self, seat: usize) -> bool {
        self.alone.get(seat).copied().unwrap_or_default()
    }

    /// True when the coach accepted some finding of a lane in these days.
    pub(super) fn is_accepted(&self, lane: usize) -> bool {
        self.accepted & (1 << lane) != 0
    }
}

/// The lanes that say nothing about a session, because a finding about it was accepted: whether it still is depends on
/// where everything stands. What such a finding silences is silent with it.
fn mutes(problem: &Problem) -> HashMap<SessionId, u16> {
    let here: Vec<SessionId> = problem
        .seats
        .iter()
        .filter_map(|seat| seat.entry.id())
        .collect();
    let mut mutes = HashMap::default();
    for accepted in &problem.context.profile.accepted {
        let lane = SPACING.iter().position(|rule| *rule == accepted.rule);
        let Some(lane) = lane else { continue };
        if !accepted.sessions.iter().all(|id| here.contains(id)) {
            continue;
        }
        let mute = match lane {
            LEGS_BEFORE | LIFT_BEFORE => 1 << lane | 1 << OFF_POLICY,
            GAP => 1 << GAP | 1 << UNTIMED,
            lane => 1 << lane,
        };
        for id in &accepted.sessions {
            *mutes.entry(*id).or_default() |= mute;
        }
    }
    mutes
}

/// Pairs that no rule is known to speak about need not be asked about.
fn may_speak(a: &Seat, b: &Seat) -> bool {
    let (a, b) = (&a.entry, &b.entry);
    let matters =
        |entry: &TimelineEntry| entry.legs().is_some() || entry.emphasis > Emphasis::Plain;
    let has_legs = a.legs().is_some() || b.legs().is_some();
    (matters(a) && matters(b)) || (a.day == b.day && has_legs)
}

/// Asks the rules about two sessions at a time, once for each pair of shapes.
struct Prober<'p> {
    problem: &'p Problem<'p>,
    /// Nothing is accepted here.
    context: &'p Context<'p>,
    shapes: Vec<Shape>,
    pairs: HashMap<(usize, usize, usize, [bool; 2]), Pair>,
}

/// What the rules say about two sessions that stand together.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    /// What hangs on each of them, whichever comes first.
    each: [Lanes; 2],
    /// What hangs on one of them at least, where nothing tells which comes first.
    either: Lanes,
}

impl Prober<'_> {
    fn shape(&mut self, seat: &Seat) -> usize {
        let entry = &seat.entry;
        let shape = (entry.role, entry.emphasis, entry.start, entry.duration);
        let known = self.shapes.iter().position(|other| *other == shape);
        known.unwrap_or_else(|| {
            self.shapes.push(shape);
            self.shapes.len() - 1
        })
    }

    fn keeps_days_hard(&self) -> bool {
        self.context.profile.policy() == Policy::HardDaysHard
    }

    fn is_off_policy_alone(&self, seat: usize) -> bool {
        let seat = self.problem.seats.get(seat);
        let legs = seat.filter(|seat| seat.entry.legs().is_some() && self.keeps_days_hard());
        legs.is_some_and(|legs| {
            self.found(&[&legs.entry])
                .iter()
                .any(|(lane, _)| *lane == OFF_POLICY)
        })
    }

    /// The lanes of two seats with each other, the first on no later day than the second. Where nothing tells which of
    /// them comes first, the milder order counts.
    fn pair(&mut self, one: usize, two: usize) -> Pair {
        let (Some(a), Some(b)) = (self.problem.seats.get(one), self.problem.seats.get(two)) else {
            return Pair::default();
        };
        let may_turn = a.day == b.day && !a.precedes(b);
        let may_stay = a.day < b.day || !b.precedes(a);
        let key = (
            self.shape(a),
            self.shape(b),
            b.day - a.day,
            [may_stay, may_turn],
        );
        if let Some(known) = self.pairs.get(&key) {
            return *known;
        }
        let straight = may_stay.then(|| self.in_order(one, two)).flatten();
        let turned = may_turn.then(|| self.in_order(two, one)).flatten();
        let turned = turned.map(|[on_two, on_one]| [on_one, on_two]);
        let pair = match (straight, turned) {
            (Some(straight), Some(turned)) => Pair {
                each: [
                    straight[0].mildest(&turned[0]),
                    straight[1].mildest(&turned[1]),
                ],
                either: Lanes::of_either(straight, turned),
            },
            (only, other) => Pair {
                each: only.or(other).unwrap_or_default(),
                either: Lanes::default(),
            },
        };
        self.pairs.insert(key, pair);
        pair
    }

    /// The lanes of two seats if the first can come before the second.
    fn in_order(&self, first: usize, second: usize) -> Option<[Lanes; 2]> {
        let earlier = self.problem.entry_after(first, 0, 0)?;
        let minute = earlier.order_minute();
        let same_day = earlier.day == self.problem.seats.get(second)?.entry.day;
        let later = self
            .problem
            .entry_after(second, 1, if same_day { minute } else { 0 })?;
        if later.order() < earlier.order() {
            return None;
        }
        let by_clock = |entry: &TimelineEntry| matches!(entry.start, Start::Clock(_));
        let timed = by_clock(&earlier) && by_clock(&later);
        let on_later = earlier.is_run() && !later.is_run();
        let mut lanes = Lanes::default();
        for (lane, level) in self.found(&[&earlier, &later]) {
            // Under the policy of hard days, a key run removes this finding instead of causing it.
            if lane == NO_EASY_DAY || (lane == OFF_POLICY && self.keeps_days_hard()) {
                continue;
            }
            let lane = if lane == GAP && !timed { UNTIMED } else { lane };
            if let Some(worst) = lanes.0.get_mut(lane) {
                *worst = level.max(*worst);
            }
        }
        Some(if on_later {
            [Lanes::default(), lanes]
        } else {
            [lanes, Lanes::default()]
        })
    }

    /// Lane and level of what is found in these entries alone.
    fn found(&self, entries: &[&TimelineEntry]) -> Vec<(usize, u8)> {
        let mut timeline = Timeline::default();
        for entry in entries {
            timeline.insert((*entry).clone());
        }
        let days = || entries.iter().map(|entry| entry.day);
        timeline.narrow(days().min().unwrap_or(0)..=days().max().unwrap_or(0));
        let lane = |rule: &str| SPACING.iter().position(|other| *other == rule);
        // Only these rules have a lane; asking every rule for every pair took a third of the time.
        check_deciding(&timeline, self.context)
            .iter()
            .filter_map(|found| Some((lane(found.rule)?, level(found.severity))))
            .collect()
    }
}
