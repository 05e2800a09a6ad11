//! Strength among the runs of a season: what a week wants of it, and what becomes of it.

use chrono::Days as Later;

use crate::domain::{Phase, RacePriority};
use crate::season::day_capacity::DayCapacity;
use crate::season::days::Days;
use crate::season::phase::{WeekStage, is_marathon};
use crate::season::strength::{self, LiftWeek, ProgramSession};
use crate::season::strength_block::Block;

use super::placing::StrengthSlot;
use super::state::Draft;

/// Strength sessions of a week with another race that is run in earnest: one, as in the taper.
const STRENGTH_BEFORE_RACE: u32 = 1;
/// Days before a season in which lifting is known to the legs.
const LATELY: u64 = 28;
/// Days before a race without strength, and before a marathon.
const REST_BEFORE: i64 = 2;
const REST_BEFORE_MARATHON: i64 = 4;

impl Draft<'_> {
    fn strength_wanted(&self, stage: WeekStage) -> u32 {
        let (wanted, level) = (self.profile().strength_target, self.request.level);
        let goal = self.request.race.priority == crate::domain::RacePriority::A;
        strength::sessions(wanted, stage, level, self.runs_wanted(), goal)
    }

    /// The strength sessions that a week wants, the one at `heavy` being the heavier.
    pub(super) fn lifts(&self, week: usize, stage: WeekStage, heavy: usize) -> Vec<ProgramSession> {
        let Some(program) = self.program else {
            return Vec::new();
        };
        let rooms = DayCapacity::week(&self.athlete, self.library, self.monday(week), &self.span);
        let kept: u32 = rooms.iter().map(|room| room.kept.strength).sum();
        let share = self.share_of(week);
        let raced = self
            .other_races(week)
            .any(|race| race.priority != RacePriority::C);
        let most = if raced {
            STRENGTH_BEFORE_RACE
        } else {
            u32::MAX
        };
        let wanted = (f64::from(self.strength_wanted(stage).min(most)) * share).round() as u32;
        let has_day = rooms
            .iter()
            .any(|room| room.open && !self.is_for_rest(room));
        let wanted = if has_day {
            wanted.saturating_sub(kept)
        } else {
            0
        };
        let lifts = strength::lifts(
            program,
            LiftWeek {
                stage: self.begun_lighter(week, stage),
                number: week as u32,
                first: self.monday(week),
                minutes: strength::most_minutes(stage, self.request.level, self.runs_wanted()),
                heavy,
                learned: self.stages.iter().take(week).any(is_to_learn),
                profile: self.profile(),
                library: self.library,
            },
        );
        let count = if lifts.is_empty() { 0 } else { wanted as usize };
        lifts.iter().cycle().take(count).cloned().collect()
    }

    /// The first week of strength in a season without a base: as one of the base for somebody who has not lifted of late,
    /// since the first weeks are lighter than they could be (source 003).
    fn begun_lighter(&self, week: usize, stage: WeekStage) -> WeekStage {
        let first = self.monday(0);
        let profile = self.profile();
        let lately = self
            .athlete
            .sessions
            .between(first - Later::new(LATELY), first);
        let lifted = lately
            .iter()
            .any(|session| session.status.is_trained() && session.plan.strength().is_some());
        let is_known = lifted || profile.lifting_since.is_some_and(|since| since < first);
        if week > 0 || is_known || !matches!(stage.phase, Phase::Build | Phase::Heavier) {
            return stage;
        }
        WeekStage {
            phase: Phase::Base,
            ..stage
        }
    }

    /// True for a day too near to the race for any strength.
    pub(super) fn is_for_rest(&self, room: &DayCapacity) -> bool {
        let rest = if is_marathon(&self.request.race) {
            REST_BEFORE_MARATHON
        } else {
            REST_BEFORE
        };
        let left = (self.request.race.date - room.date).num_days();
        (0..=rest).contains(&left)
    }

    /// Puts the strength of a week among its runs, and names what found no place.
    pub(in crate::season) fn add_strength(&mut self, week: usize, days: Days) {
        let Some(&stage) = self.stages.get(week) else {
            return;
        };
        let mut best = self.places(week, days, 0);
        // If the first session finds no day for heavy work, the second may be the heavier one.
        if best.cost > 0 && best.places.len() == 2 {
            let other = self.places(week, days, 1);
            if other.cost < best.cost {
                best = other;
            }
        }
        let mut placed = Vec::new();
        for (lift, place) in best.places {
            match place {
                Ok(place) => placed.push((place, lift)),
                Err(why) => {
                    let what = match placed.len() {
                        0 => "The strength session",
                        1 => "The second strength session",
                        _ => "The third strength session",
                    };
                    self.leave_out(week as u32 + 1, what, why);
                }
            }
        }
        placed.sort_by_key(|(place, _)| place.verdict.slot.date);
        for (nth, (place, lift)) in placed.into_iter().enumerate() {
            let because = because(nth, stage, &place, lift.purpose);
            let mut plan = place.plan;
            plan.start = place.verdict.slot.start;
            self.put(place.verdict.slot.date, plan, because, lift.origin);
        }
    }
}

/// True for a week in which the lifts are learned.
fn is_to_learn(stage: &WeekStage) -> bool {
    Block::of(*stage) == Block::Learn
}

fn because(nth: usize, stage: WeekStage, place: &StrengthSlot, purpose: &str) -> String {
    let which = match nth {
        _ if stage.phase == Phase::Taper => "",
        0 => "The week’s first strength session. ",
        1 => "The week’s second strength session. ",
        _ => "The week’s third strength session. ",
    };
    let lighter = if stage.cutback {
        " A lighter week: a third of the sets less, the loads as they are."
    } else {
        ""
    };
    let ease = if place.is_light {
        " Kept light, so that the runs do not feel it."
    } else {
        ""
    };
    let reason = &place.verdict.reason;
    match place.verdict.worst {
        None => format!("{which}{purpose}{lighter}{ease} {reason}"),
        Some(_) => {
            format!("{which}{purpose}{lighter}{ease} The best place that the week has: {reason}")
        }
    }
}
