//! The easy runs of a week: what the long run and the quality leave, in runs that are worth the shoes.

use chrono::NaiveDate;

use crate::domain::{Meters, Phase, Plan, Rpe, RunKind, RunPlan, Workout};

use super::day_capacity::DayCapacity;
use super::days::Days;
use super::filling::{Filling, SeasonRun};
use super::least_run::LEAST_MINUTES;
use super::measure::{rounded, rounded_down};

/// Metres that rounding may take from the shortest run.
const ROUNDING: f64 = 165.0;
/// Minutes of an easy run below which a week is better split into fewer.
const WORTH_MINUTES: u32 = 25;
/// Runs a week from which the day after a hard one is for recovery, and the minutes of such a run at most.
const RECOVERY_FROM: u32 = 5;
const RECOVERY_MINUTES: u32 = 45;
/// Easy runs of such a week at least, and what the others have of the longest they may be.
const FEWEST_WITH_RECOVERY: usize = 3;
const OTHERS_OF_MOST: f64 = 0.85;
/// What the easy runs of the race week keep of the usual ones, and their minutes at most.
pub(super) const RACE_DAYS: i64 = 7;
const OF_USUAL: f64 = 0.75;
pub(super) const RACE_WEEK_MINUTES: u32 = 40;
/// Minutes of one where the weeks of training have none.
const UNUSUAL_MINUTES: u32 = 25;
/// Metres of the run on the eve of a race at most, and of the day before it.
const SHAKE_OUT: f64 = 4_000.0;
const BEFORE_SHAKE_OUT: f64 = 6_000.0;

/// Easy runs on their days.
pub(super) struct EasyRuns<'a> {
    pub(super) filling: &'a Filling<'a>,
    pub(super) days: Days,
    /// Metres of each at most.
    pub(super) most: f64,
    /// True where the week has a run with hard work in it.
    pub(super) is_sharp: bool,
}

impl EasyRuns<'_> {
    /// Easy runs that share `meters`; what a short day cannot take goes to the others.
    pub(super) fn runs(&self, mut rooms: Vec<&DayCapacity>, meters: f64) -> Vec<SeasonRun> {
        let filling = self.filling;
        let least = filling.least_run();
        let most = self.most.max(least);
        let recovery = self.recovery(&rooms, meters);
        let kind = |room: &DayCapacity| {
            if recovery == Some(room.date) {
                RunKind::Recovery
            } else {
                RunKind::Easy
            }
        };
        let cap = |room: &DayCapacity| self.cap(room, kind(room)).min(most);
        rooms.sort_by(|a, b| cap(a).total_cmp(&cap(b)));
        let worth = self.within(WORTH_MINUTES);
        let is_split = |rooms: &[&DayCapacity]| meters / (rooms.len() as f64) < worth;
        while filling.stage.phase != Phase::Taper && rooms.len() > 2 && is_split(&rooms) {
            rooms.remove(0);
        }
        if filling.stage.race_week {
            // Near the race runs get shorter, so the earliest day gets what is left over.
            rooms.sort_by_key(|room| std::cmp::Reverse(room.date));
        }
        let units = filling.profile.units;
        let mut left = meters;
        let mut runs = Vec::new();
        let count = rooms.len();
        for (done, room) in rooms.into_iter().enumerate() {
            let share = left / (count - done) as f64;
            let is_last = done + 1 == count;
            let nearest = if is_last || filling.stage.race_week {
                rounded_down
            } else {
                rounded
            };
            let far = nearest(share, units).min(rounded_down(cap(room), units));
            if far < least - ROUNDING {
                continue;
            }
            left -= far;
            runs.push(self.run(room, kind(room), far));
        }
        runs
    }

    fn within(&self, minutes: u32) -> f64 {
        let filling = self.filling;
        filling
            .paces
            .within(RunKind::Easy, minutes, filling.profile)
    }

    /// The one day of the week whose run is for recovery: the first after a hard one.
    fn recovery(&self, rooms: &[&DayCapacity], meters: f64) -> Option<NaiveDate> {
        let filling = self.filling;
        // With few other days none can be short without making the others too long.
        let others = rooms
            .len()
            .checked_sub(1)
            .filter(|others| *others + 1 >= FEWEST_WITH_RECOVERY)?;
        let short = filling
            .paces
            .within(RunKind::Recovery, RECOVERY_MINUTES, filling.profile);
        if (meters - short) / others as f64 > self.most * OTHERS_OF_MOST {
            return None;
        }
        let after_hard = rooms
            .iter()
            .filter(|room| filling.is_beside(room, self.days, -1));
        let first = after_hard.map(|room| room.date).min()?;
        (filling.runs >= RECOVERY_FROM && !filling.stage.race_week).then_some(first)
    }

    /// The most metres of a run on a day.
    fn cap(&self, room: &DayCapacity, kind: RunKind) -> f64 {
        let filling = self.filling;
        let cap = filling
            .most_on(room, kind, self.days)
            .min(filling.habit.longest_on(room.date));
        let within = |minutes| filling.paces.within(kind, minutes, filling.profile);
        let cap = match (filling.race.date - room.date).num_days() {
            1 => cap.min(SHAKE_OUT),
            2 => cap.min(BEFORE_SHAKE_OUT),
            _ => cap,
        };
        let cap = if kind == RunKind::Recovery {
            cap.min(within(RECOVERY_MINUTES))
        } else {
            cap
        };
        if filling.stage.race_week || (filling.race.date - room.date).num_days() < RACE_DAYS {
            let unknown = self.within(UNUSUAL_MINUTES);
            let usual = filling.usual_easy.map_or(unknown, |usual| usual * OF_USUAL);
            let usual = usual.max(self.within(LEAST_MINUTES));
            cap.min(usual).min(within(RACE_WEEK_MINUTES))
        } else {
            cap
        }
    }

    fn run(&self, room: &DayCapacity, kind: RunKind, meters: f64) -> SeasonRun {
        let filling = self.filling;
        let mut plan = by_distance(kind, meters);
        let is_eve = (filling.race.date - room.date).num_days() == 1;
        let because = if is_eve {
            "Shake-out run".clone_into(&mut plan.title);
            "Legs that moved a little before the race feel awake at the start."
        } else if kind == RunKind::Recovery {
            "The day after a hard one: short, and slow enough to be rest."
        } else if filling.stage.race_week && !self.is_sharp && self.is_first(room) {
            "Finish with four relaxed strides of 20 s.".clone_into(&mut plan.note);
            "Easy and short, with a few strides: the legs keep their speed while they get fresh."
        } else if filling.stage.phase == Phase::Taper {
            "Easy and short: the days before a race are for getting fresh."
        } else if self.days.quality == 0 && self.is_first(room) {
            "Finish with four relaxed strides of 20 s.".clone_into(&mut plan.note);
            "Easy distance builds the habit; a few strides keep it lively until harder work comes."
        } else if filling.is_beside(room, self.days, -1) {
            "Easy on the day after a hard run, so that the legs come back."
        } else if filling.is_beside(room, self.days, 1) {
            "Easy on the eve of a hard run, so that it starts on fresh legs."
        } else {
            "Easy distance between the hard days: most of a runner’s week."
        };
        SeasonRun {
            date: room.date,
            plan: filling.paces.targeted(&plan, false, filling.profile),
            meters,
            because: because.to_owned(),
        }
    }

    fn is_first(&self, room: &DayCapacity) -> bool {
        let kept = if self.is_sharp { 0 } else { self.days.quality };
        let mut easy = self.filling.of(self.days.easy | kept);
        easy.next().is_some_and(|first| first.date == room.date)
    }
}

fn by_distance(kind: RunKind, meters: f64) -> Plan {
    let rpe = if kind == RunKind::Recovery { 2.0 } else { 3.0 };
    Plan::new(Workout::Run(RunPlan {
        distance: Some(Meters::new(meters)),
        rpe: Some(Rpe::new(rpe)),
        ..RunPlan::of(kind)
    }))
}
