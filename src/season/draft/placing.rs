//! The days on which the strength of a week stands best, all of its sessions weighed together.

use crate::domain::{DayPart, LegLoad, Plan, Policy, Slot, Start, Status};
use crate::rules::{Severity, Verdict, verdicts};
use crate::season::day_capacity::DayCapacity;
use crate::season::days::Days;
use crate::season::strength::{self, ProgramSession};

use super::state::Draft;

/// What speaks against a day, by weight: a tip of the rules, lightening the session, a day off the arrangement, sessions
/// out of their order.
const TIP: u32 = 12;
const LIGHTENED: u32 = 20;
/// What lightening the heavy session weighs besides: it loses what it is for.
const HEAVY_LIGHTENED: u32 = 15;
const OFF_DAY: u32 = 3;
const OUT_OF_ORDER: u32 = 30;
/// The legs of a hard day's evening against the policy, lightened: a last resort.
const AGAINST_POLICY: u32 = 40;
/// What leaving a session out weighs.
const LEFT_OUT: u32 = 1_000;

/// Where a strength session would stand, and as what.
#[derive(Debug, Clone)]
pub(super) struct StrengthSlot {
    pub(super) plan: Plan,
    pub(super) verdict: Verdict,
    pub(super) is_light: bool,
    /// Its day within the week.
    day: u32,
    cost: u32,
}

impl Draft<'_> {
    /// The places of a week's strength sessions, the one at `heavy` being the heavier, each with its place or the
    /// reason for having none.
    pub(super) fn places(&self, week: usize, days: Days, heavy: usize) -> Places {
        let Some(&stage) = self.stages.get(week) else {
            return Places::default();
        };
        let rooms = DayCapacity::week(&self.athlete, self.library, self.monday(week), &self.span);
        let lifts = self.lifts(week, stage, heavy);
        let choices: Vec<Candidate> = lifts
            .iter()
            .map(|lift| self.choice(&rooms, days, &lift.plan))
            .collect();
        let mut best: (u32, Vec<Option<usize>>) = (u32::MAX, Vec::new());
        search(&choices, &mut Vec::new(), 0, &mut best);
        let chosen = choices.into_iter().zip(best.1).zip(lifts);
        let places = chosen.map(|((choice, place), lift)| {
            let place = place.and_then(|place| choice.places.into_iter().nth(place));
            (lift, place.ok_or(choice.why))
        });
        Places {
            places: places.collect(),
            cost: best.0,
        }
    }

    /// All places that a session may have, and why none where there is none.
    fn choice(&self, rooms: &[DayCapacity], days: Days, plan: &Plan) -> Candidate {
        let mut why = "no day of the week is left for it".to_owned();
        let mut places = Vec::new();
        let mut worst = None;
        let is_heavy = strength::legs(plan, self.library) == LegLoad::Heavy;
        let lightened = LIGHTENED + if is_heavy { HEAVY_LIGHTENED } else { 0 };
        for (plan, is_light) in [(plan.clone(), false), (strength::light(plan), true)] {
            if is_light && strength::legs(&plan, self.library) == LegLoad::None {
                break;
            }
            for (fitted, slots) in self.fitted(rooms, &plan, &mut why) {
                let is_felt = strength::legs(&fitted, self.library) >= LegLoad::Moderate;
                for verdict in verdicts(&self.athlete, &self.context(), &fitted, None, &slots) {
                    let Some(day) = rooms.iter().position(|room| room.date == verdict.slot.date)
                    else {
                        continue;
                    };
                    let is_against = self.is_against_policy(&rooms[day]);
                    if verdict.worst > Some(Severity::Tip) || (is_against && is_felt) {
                        worst = worst.or(Some(verdict.reason));
                        continue;
                    }
                    let cost = TIP * u32::from(verdict.worst.is_some())
                        + lightened * u32::from(is_light)
                        + AGAINST_POLICY * u32::from(is_against)
                        + OFF_DAY * distance_to(days.strength, day as u32);
                    places.push(StrengthSlot {
                        plan: fitted.clone(),
                        verdict,
                        is_light,
                        day: day as u32,
                        cost,
                    });
                }
            }
        }
        places.sort_by_key(|place| (place.cost, place.day));
        Candidate {
            places,
            why: worst.unwrap_or_else(|| sentence(&why)),
        }
    }

    /// True for a day of lifting, and for the days beside one.
    fn is_lifted_around(&self, room: &DayCapacity) -> bool {
        let (before, after) = (room.date.pred_opt(), room.date.succ_opt());
        let days = [before, Some(room.date), after].into_iter().flatten();
        let mut sessions = days.flat_map(|day| self.athlete.sessions.on(day).iter());
        sessions.any(|session| session.plan.strength().is_some() && is_to_come(&session.status))
    }

    /// True for a day on which legs do not belong by the athlete's policy.
    fn is_against_policy(&self, room: &DayCapacity) -> bool {
        match self.request.policy {
            Policy::EasyOrAfterHard => room.kept.key,
            Policy::HardDaysHard => false,
            Policy::Separate => room.kept.runs > 0,
        }
    }

    /// What a session becomes on the days of a week, days of the same outcome together.
    fn fitted(
        &self,
        rooms: &[DayCapacity],
        plan: &Plan,
        why: &mut String,
    ) -> Vec<(Plan, Vec<Slot>)> {
        let mut fitted: Vec<(Plan, Vec<Slot>)> = Vec::new();
        let open = rooms
            .iter()
            .filter(|room| room.open && !self.is_lifted_around(room) && !self.is_for_rest(room));
        for room in open {
            let sore = strength::sore(&self.athlete, room.date);
            let on_day = strength::on_day(
                plan,
                self.library,
                self.profile(),
                room.date,
                room.minutes,
                &sore,
            );
            let plan = match on_day {
                Ok(plan) => plan,
                Err(told) => {
                    told.clone_into(why);
                    continue;
                }
            };
            let start = if room.kept.runs > 0 {
                Start::Part(DayPart::Evening)
            } else {
                Start::Unset
            };
            let slot = Slot {
                date: room.date,
                start,
            };
            match fitted.iter_mut().find(|(other, _)| *other == plan) {
                Some((_, slots)) => slots.push(slot),
                None => fitted.push((plan, vec![slot])),
            }
        }
        fitted
    }
}

/// Where the strength sessions of a week are placed, and what that costs.
#[derive(Default)]
pub(super) struct Places {
    pub(super) places: Vec<(ProgramSession, Result<StrengthSlot, String>)>,
    pub(super) cost: u32,
}

fn is_to_come(status: &Status) -> bool {
    matches!(status, Status::Planned | Status::Done | Status::Partial)
}

/// What a session may choose from.
struct Candidate {
    places: Vec<StrengthSlot>,
    why: String,
}

/// The choice of all sessions together that weighs least: no two on one day or on days in a row.
fn search(
    choices: &[Candidate],
    chosen: &mut Vec<Option<usize>>,
    cost: u32,
    best: &mut (u32, Vec<Option<usize>>),
) {
    if cost >= best.0 {
        return;
    }
    let Some(choice) = choices.get(chosen.len()) else {
        *best = (cost, chosen.clone());
        return;
    };
    let taken: Vec<u32> = choices
        .iter()
        .zip(chosen.iter())
        .filter_map(|(choice, place)| Some(choice.places.get((*place)?)?.day))
        .collect();
    for (index, place) in choice.places.iter().enumerate() {
        if taken.iter().any(|day| day.abs_diff(place.day) < 2) {
            continue;
        }
        let is_late = taken.iter().any(|day| *day > place.day);
        let more = place.cost + OUT_OF_ORDER * u32::from(is_late);
        chosen.push(Some(index));
        search(choices, chosen, cost + more, best);
        chosen.pop();
    }
    chosen.push(None);
    search(choices, chosen, cost + LEFT_OUT, best);
    chosen.pop();
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!("{first}{}.", letters.as_str())
}

/// Days from a day to the nearest of some; far where there is none.
fn distance_to(days: u8, day: u32) -> u32 {
    (0..7)
        .filter(|other| days & (1 << other) != 0)
        .map(|other: u32| other.abs_diff(day))
        .min()
        .unwrap_or(7)
}
