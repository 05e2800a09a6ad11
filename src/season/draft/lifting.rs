//! Strength among the runs of a season: what a week wants of it, and where it stands best.

use super::Draft;
use crate::domain::{DayPart, LegLoad, Minutes, Phase, Plan, Slot, Start};
use crate::load::duration_of;
use crate::rules::{Severity, Verdict, verdicts};
use crate::season::day_capacity::Room;
use crate::season::days::Days;
use crate::season::phase::Stage;
use crate::season::strength::{self, Lift};

impl Draft<'_> {
    /// The strength sessions that a week wants.
    pub(super) fn lifts(&self, week: usize, stage: Stage) -> Vec<Lift> {
        let Some(program) = self.program else {
            return Vec::new();
        };
        let rooms = Room::week(&self.athlete, self.library, self.monday(week), &self.span);
        let kept: u32 = rooms.iter().map(|room| room.kept.strength).sum();
        let wanted = self.strength_wanted(stage).saturating_sub(kept);
        let minutes = strength::most_minutes(stage, self.request.level, self.runs_wanted());
        let monday = self.monday(week);
        let lifts = strength::lifts(program, self.profile(), stage, week as u32, monday, minutes);
        lifts
            .iter()
            .cycle()
            .take(if lifts.is_empty() { 0 } else { wanted as usize })
            .cloned()
            .collect()
    }

    pub(super) fn takes(&self, plan: &Plan) -> u32 {
        let Minutes(minutes) = duration_of(plan, self.profile()).value;
        minutes
    }

    pub(super) fn add_strength(&mut self, week: usize, days: Days) {
        let Some(&stage) = self.stages.get(week) else {
            return;
        };
        for (nth, lift) in self.lifts(week, stage).into_iter().enumerate() {
            match self.best_place(week, days, &lift.plan) {
                Ok(place) => {
                    let because = because(nth, stage, &place);
                    let mut plan = place.plan;
                    plan.start = place.verdict.slot.start;
                    self.put(place.verdict.slot.date, plan, because, lift.origin);
                }
                Err(why) => {
                    let what = match nth {
                        0 => "The strength session",
                        1 => "The second strength session",
                        _ => "The third strength session",
                    };
                    self.leave_out(week as u32 + 1, what, why);
                }
            }
        }
    }

    /// The day on which least speaks against a session, as it is or made light.
    fn best_place(&self, week: usize, days: Days, plan: &Plan) -> Result<Place, String> {
        let first = self.monday(week);
        let rooms = Room::week(&self.athlete, self.library, first, &self.span);
        let mut why = "no day of the week is left for it".to_owned();
        let mut found: Vec<(Option<Severity>, u32, Place)> = Vec::new();
        for (plan, ease) in [(plan.clone(), 0), (strength::light(plan), 1)] {
            let as_it_is_clear = found.iter().any(|(worst, ..)| worst.is_none());
            if as_it_is_clear || (ease > 0 && strength::legs(&plan, self.library) == LegLoad::None)
            {
                break;
            }
            for (fitted, slots) in self.fitted(&rooms, &plan, &mut why) {
                for verdict in self.verdicts(&fitted, &slots) {
                    let day = (verdict.slot.date - first).num_days() as u32;
                    let cost = 20 * ease + distance_to(days.strength, day);
                    let plan = fitted.clone();
                    let is_light = ease > 0;
                    found.push((
                        verdict.worst,
                        cost,
                        Place {
                            plan,
                            verdict,
                            is_light,
                        },
                    ));
                }
            }
        }
        let best = found
            .into_iter()
            .min_by_key(|(worst, cost, place)| (*worst, *cost, place.verdict.slot.date));
        match best {
            Some((None | Some(Severity::Tip), _, place)) => Ok(place),
            Some((_, _, place)) => Err(place.verdict.reason),
            None => Err(sentence(&why)),
        }
    }

    /// What a session becomes on the days of a week, days of the same outcome together.
    fn fitted(&self, rooms: &[Room], plan: &Plan, why: &mut String) -> Vec<(Plan, Vec<Slot>)> {
        let mut fitted: Vec<(Plan, Vec<Slot>)> = Vec::new();
        for room in rooms
            .iter()
            .filter(|room| room.open && room.kept.strength == 0)
        {
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

    fn verdicts(&self, plan: &Plan, slots: &[Slot]) -> Vec<Verdict> {
        verdicts(&self.athlete, &self.context(), plan, None, slots)
    }
}

/// Where a strength session would stand, and as what.
struct Place {
    plan: Plan,
    verdict: Verdict,
    is_light: bool,
}

fn because(nth: usize, stage: Stage, place: &Place) -> String {
    let which = match nth {
        0 if stage.phase == Phase::Taper => "One session keeps the strength through the taper.",
        0 => "The week's first strength.",
        1 => "The week's second strength.",
        _ => "The week's third strength.",
    };
    let ease = if place.is_light {
        " Kept light, so that the runs do not feel it."
    } else {
        ""
    };
    let reason = &place.verdict.reason;
    match place.verdict.worst {
        None => format!("{which}{ease} {reason}"),
        Some(_) => format!("{which}{ease} The best place that the week has: {reason}"),
    }
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
    let distance = |other: u32| other.abs_diff(day);
    (0..7)
        .filter(|other| days & (1 << other) != 0)
        .map(distance)
        .min()
        .unwrap_or(7)
}
