//! Which days of a week carry what: every arrangement is weighed, and the lightest one wins.
//!
//! The weights follow the rules, so that hardly anything that stands here is objected to later; the rules themselves
//! have the last word on every session.

use crate::domain::{LegLoad, Level, Policy};

use super::day_capacity::{DayCapacity, Kept};
use super::days::{ALL, DAYS, Days, Set, Wants, next, previous, subsets};

/// A week to be arranged.
pub(super) struct WeekArranger<'a> {
    /// Its days.
    pub(super) days: &'a [DayCapacity],
    /// What stands on the day before it and on the day after.
    pub(super) edges: [Kept; 2],
    /// Where the legs belong.
    pub(super) policy: Policy,
    /// Experience in lifting.
    pub(super) level: Level,
    /// The days that an earlier week had, to be kept where nothing speaks against them.
    pub(super) usual: Option<Days>,
}

impl WeekArranger<'_> {
    /// The best days for what is wanted, or for as much of it as there is room for.
    pub(super) fn arrange(&self, wants: Wants) -> Days {
        let mut wants = wants;
        // Strength that no day may have, as heavy legs before a race, takes no run out of the week.
        let days = self.days.iter().enumerate();
        let bearing = days.filter(|(day, room)| {
            room.open && strength_cost_on(room, 1 << day, Days::default(), wants).is_some()
        });
        wants.strength.0 = wants.strength.0.min(bearing.count() as u32);
        // Nor does quality that no day may have: it is run easy.
        let fit = self
            .days
            .iter()
            .filter(|room| room.open && !room.convalescent)
            .count() as u32;
        let eased = wants.quality.0.saturating_sub(fit);
        wants.quality.0 -= eased;
        wants.easy.0 += eased;
        loop {
            if let Some(days) = self.best(wants) {
                return days;
            }
            let Some(fewer) = wants.fewer() else {
                return Days::default();
            };
            wants = fewer;
        }
    }

    fn best(&self, wants: Wants) -> Option<Days> {
        let open = self.set(|room| room.open);
        let mut best: Option<(u32, Days)> = None;
        for long in subsets(open, u32::from(wants.long.is_some())) {
            let Some(long_cost) = self.long_cost(long, wants) else {
                continue;
            };
            for quality in subsets(open & !long, wants.quality.0) {
                let Some(quality_cost) = self.quality_cost(long, quality, wants) else {
                    continue;
                };
                for easy in subsets(open & !(long | quality), wants.easy.0) {
                    let days = Days {
                        long,
                        quality,
                        easy,
                        strength: 0,
                    };
                    let cost = long_cost + quality_cost + self.easy_cost(days, wants);
                    if best.is_some_and(|(best, _)| best <= cost) {
                        continue;
                    }
                    self.add_strength(days, cost, open, wants, &mut best);
                }
            }
        }
        best.map(|(_, days)| days)
    }

    fn add_strength(
        &self,
        days: Days,
        cost: u32,
        open: Set,
        wants: Wants,
        best: &mut Option<(u32, Days)>,
    ) {
        for strength in subsets(open, wants.strength.0) {
            let days = Days { strength, ..days };
            let Some(strength_cost) = self.strength_cost(days, wants) else {
                continue;
            };
            let cost = cost + strength_cost + self.change_cost(days);
            if best.is_none_or(|(best, _)| cost < best) {
                *best = Some((cost, days));
            }
        }
    }

    /// Days that are hard already.
    fn kept_keys(&self) -> Set {
        self.set(|room| room.kept.key)
    }

    fn long_cost(&self, long: Set, wants: Wants) -> Option<u32> {
        let Some(minutes) = wants.long else {
            return Some(0);
        };
        if self.is_beside_key(long, self.kept_keys()) {
            return None;
        }
        let mut cost = 0;
        for room in self.of(long) {
            cost += match room.weekday() {
                6 => 0,
                5 => 10,
                _ => 50,
            };
            cost += 2 * room.lacking(minutes);
            cost += match room.to_race {
                Some(..=5) => return None,
                Some(6) => 30,
                _ => 0,
            };
        }
        Some(cost)
    }

    fn quality_cost(&self, long: Set, quality: Set, wants: Wants) -> Option<u32> {
        let among = quality & (next(quality) | previous(quality));
        if among != 0 || self.is_beside_key(quality, long | self.kept_keys()) {
            return None;
        }
        let mut cost = 0;
        for room in self.of(quality) {
            cost += match room.weekday() {
                1 => 0,
                2 => 2,
                3 => 4,
                5 | 6 => 12,
                _ => 8,
            };
            cost += 2 * room.lacking(wants.quality.1);
            cost += match room.to_race {
                _ if room.convalescent => return None,
                Some(..=1) => return None,
                Some(2) => 60,
                Some(3) => 10,
                _ => 0,
            };
        }
        // Quality two days before the long run is allowed, three days are better.
        cost += 3 * (next(next(quality)) & long).count_ones();
        // So do two days between two of them.
        cost += 6 * (next(next(quality)) & quality).count_ones();
        Some(cost)
    }

    fn easy_cost(&self, days: Days, wants: Wants) -> u32 {
        let lacking: u32 = self
            .of(days.easy)
            .map(|room| room.lacking(wants.easy.1))
            .sum();
        let doubled = days.runs() & self.set(|room| room.kept.runs > 0);
        let runs = days.runs() | self.set(|room| room.kept.runs > 0);
        let in_a_row = (runs & next(runs)).count_ones();
        let before_race = self.of(days.easy).filter(|room| room.to_race == Some(1));
        lacking + 30 * doubled.count_ones() + 4 * in_a_row + 6 * before_race.count() as u32
    }

    fn strength_cost(&self, days: Days, wants: Wants) -> Option<u32> {
        let strength = days.strength;
        let keys = days.long | days.quality | self.kept_keys();
        let runs = days.runs() | self.set(|room| room.kept.runs > 0);
        let legs = strength | self.set(|room| room.kept.legs > Some(LegLoad::None));
        let mut cost = match ((runs | legs) & ALL).count_ones() {
            DAYS if self.level == Level::Advanced => 80,
            DAYS => return None,
            6 => 5,
            _ => 0,
        };
        if strength == 0 {
            return Some(cost);
        }
        // Two days of lifting in a row leave the legs no day to recover.
        if strength & next(strength) != 0 {
            return None;
        }
        let is_felt = wants.felt > 0;
        let eves = strength & (previous(keys) | self.eve_of_next_week());
        let off_policy = self.off_policy(strength, keys, runs);
        let good = strength & !(eves | off_policy);
        let homeless = wants.felt.saturating_sub(good.count_ones());
        // One heavy session needs a good day; a second one can be made light.
        cost += match (homeless, good) {
            (0, _) => 0,
            (_, 0) => 200 + 30 * homeless,
            _ => 30 * homeless,
        };
        cost += 20 * eves.count_ones() + 60 * off_policy.count_ones();
        let in_a_row = (legs & next(legs)).count_ones();
        if in_a_row > 0 {
            if is_felt {
                return None;
            }
            cost += 15 * in_a_row;
        }
        cost += 3 * (legs & next(next(legs))).count_ones();
        let after_key = strength & (next(keys) | u8::from(self.edges[0].key));
        let spoils_after =
            wants.legs == LegLoad::Heavy || (is_felt && self.policy != Policy::EasyOrAfterHard);
        // This costs little: strength on the day after a key run can be made light.
        if spoils_after {
            cost += 10 * after_key.count_ones();
        }
        if self.policy != Policy::HardDaysHard {
            cost += 6 * (strength & runs).count_ones();
        }
        for (day, room) in self.days.iter().enumerate() {
            let bit = 1 << day;
            if strength & bit == 0 {
                continue;
            }
            cost += strength_cost_on(room, bit, days, wants)?;
        }
        Some(cost)
    }

    /// Strength on days that the athlete's policy does not prefer.
    fn off_policy(&self, strength: Set, keys: Set, runs: Set) -> Set {
        match self.policy {
            Policy::EasyOrAfterHard => strength & keys,
            Policy::HardDaysHard => strength & !keys,
            Policy::Separate => strength & runs,
        }
    }

    fn change_cost(&self, days: Days) -> u32 {
        let Some(usual) = self.usual else { return 0 };
        let moved = |a: Set, b: Set| (a & !b).count_ones().min((b & !a).count_ones());
        6 * moved(days.long, usual.long)
            + 3 * moved(days.quality, usual.quality)
            + 2 * moved(days.easy, usual.easy)
            + 2 * moved(days.strength, usual.strength)
    }

    /// The last day of the week when the day after it is hard.
    fn eve_of_next_week(&self) -> Set {
        u8::from(self.edges[1].key) << (DAYS - 1)
    }

    /// True when some of these days stand beside a hard one, the days around the week among them.
    fn is_beside_key(&self, days: Set, keys: Set) -> bool {
        let edges = u8::from(self.edges[0].key) | self.eve_of_next_week();
        days & (keys | next(keys) | previous(keys) | edges) != 0
    }

    fn set(&self, fits: impl Fn(&DayCapacity) -> bool) -> Set {
        let days = self.days.iter().enumerate();
        days.filter(|(_, room)| fits(room))
            .fold(0, |set, (day, _)| set | 1 << day)
    }

    fn of(&self, set: Set) -> impl Iterator<Item = &DayCapacity> {
        let days = self.days.iter().enumerate();
        days.filter(move |(day, _)| set & (1 << day) != 0)
            .map(|(_, room)| room)
    }
}

/// What speaks against strength on a day by itself; `None` where it is out of the question.
fn strength_cost_on(room: &DayCapacity, bit: Set, days: Days, wants: Wants) -> Option<u32> {
    let rest = match wants.legs {
        LegLoad::Heavy => 10,
        LegLoad::Moderate => 3,
        LegLoad::Light => 2,
        LegLoad::None => 0,
    };
    if room.to_race.is_some_and(|left| left <= rest) {
        return None;
    }
    let runs = if days.long & bit != 0 {
        wants.long.unwrap_or_default()
    } else if days.quality & bit != 0 {
        wants.quality.1
    } else if days.easy & bit != 0 {
        wants.easy.1
    } else {
        0
    };
    let mut cost = 2 * room
        .lacking(wants.strength.1 + runs)
        .saturating_sub(room.lacking(runs));
    if wants.gym && !room.gym {
        cost += 30;
    }
    if room.kept.strength > 0 {
        cost += 40;
    }
    Some(cost)
}
