//! The runs of a week: how far each goes, and why it is there.

use chrono::NaiveDate;

use crate::domain::{
    DayPart, Meters, Minutes, Pace, Phase, Plan, Policy, Profile, Race, Rpe, RunKind, RunPlan,
    Start, Units, Workout,
};
use crate::library::Library;
use crate::load::{distance_of, pace_for};

use super::day_capacity::Room;
use super::days::{Days, Set};
use super::phase::Stage;
use super::quality::{self, Size};
use super::volume::{Habit, long_goal, long_share, rounded, rounded_down};

/// Minutes below which a run is not worth the shoes.
pub(super) const LEAST_RUN_MINUTES: u32 = 15;
/// Metres of the shortest run that a week is split into.
pub(super) const LEAST_RUN: f64 = 3_000.0;
/// An easy run is shorter than the long one by this.
const OF_LONG: f64 = 0.85;
/// Where a race or a run that stays takes the long run's place, an easy run is no more than this of the longest.
const OF_LONGEST: f64 = 0.5;
/// What is left of the longest run in a lighter week and in the taper.
const CUTBACK_LONG: f64 = 0.8;
const TAPER_LONG: f64 = 0.7;
/// Metres of the run on the eve of a race at most.
const SHAKE_OUT: f64 = 4_000.0;
/// The most of a week's distance that one quality run takes.
const OF_WEEK: f64 = 0.36;
/// Minutes of the longest long run (Daniels), and of one on the way to a marathon.
const LONG_MINUTES: u32 = 150;
const MARATHON_LONG_MINUTES: u32 = 180;
/// Metres from which a race counts as a marathon, and the weeks that lead to it.
const MARATHON: f64 = 42_000.0;
const MARATHON_WEEKS: u32 = 16;
/// Runs a week from which the day after a hard one is for recovery.
const RECOVERY_FROM: u32 = 5;

/// A run on its day.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) date: NaiveDate,
    pub(super) plan: Plan,
    /// Metres of it.
    pub(super) meters: f64,
    /// Why it is there.
    pub(super) because: String,
}

/// A week that is to be filled with runs.
pub(super) struct Filling<'a> {
    pub(super) library: &'a Library,
    pub(super) profile: &'a Profile,
    pub(super) race: &'a Race,
    /// Where strength for the legs belongs.
    pub(super) policy: Policy,
    pub(super) stage: Stage,
    pub(super) habit: &'a Habit,
    pub(super) rooms: &'a [Room],
    /// Metres that are still to be planned, what stays in the week left out.
    pub(super) target: f64,
    /// Minutes that strength takes on its days.
    pub(super) strength_minutes: u32,
    /// Runs of the week.
    pub(super) runs: u32,
}

impl Filling<'_> {
    /// Metres that the long run is to have, its day not yet known.
    pub(super) fn long_wish(&self) -> f64 {
        let longest = self.habit.longest_so_far();
        let by_share = long_share(self.runs, self.race_meters()) * self.target;
        // Whoever runs far already goes on to, as long as it leaves something for the other days.
        let known = longest.min(0.55 * self.target);
        let goal = match self.stage.phase {
            Phase::Taper => longest * TAPER_LONG,
            _ if self.stage.cutback => longest * CUTBACK_LONG,
            _ => long_goal(self.race_meters()).max(longest),
        };
        let wish = goal.min(by_share.max(known));
        wish.min(self.within_minutes(RunKind::Long, self.long_minutes()))
    }

    fn long_minutes(&self) -> u32 {
        let is_marathon = self.race_meters() >= MARATHON && self.stage.to_race < MARATHON_WEEKS;
        if is_marathon {
            MARATHON_LONG_MINUTES
        } else {
            LONG_MINUTES
        }
    }

    fn race_meters(&self) -> f64 {
        self.race.distance.map_or(0.0, Meters::m)
    }

    /// All runs of the week on their days.
    pub(super) fn runs(&self, days: Days) -> Vec<Run> {
        let mut runs: Vec<Run> = self
            .of(days.long)
            .filter_map(|room| self.long(room, days))
            .collect();
        for (nth, room) in self.of(days.quality).enumerate() {
            let left = self.target - runs.iter().map(|run: &Run| run.meters).sum::<f64>();
            runs.extend(self.quality(room, days, nth, left));
        }
        let hard: f64 = runs.iter().map(|run| run.meters).sum();
        // A quality run that does not fit its day becomes an easy one.
        let easy: Vec<&Room> = self
            .of(days.easy | days.quality)
            .filter(|room| runs.iter().all(|run| run.date != room.date))
            .collect();
        let longest = runs.iter().map(|run| run.meters).fold(0.0, f64::max);
        let most = if days.long == 0 {
            self.habit.longest_so_far() * OF_LONGEST
        } else {
            (longest * OF_LONG).max(LEAST_RUN)
        };
        runs.extend(self.easy(&easy, self.target - hard, most, days));
        runs.sort_by_key(|run| run.date);
        runs
    }

    fn long(&self, room: &Room, days: Days) -> Option<Run> {
        let most = self
            .most_on(room, RunKind::Long, days)
            .min(self.habit.longest_on(room.date));
        let meters = rounded_down(self.long_wish().min(most), self.units());
        (meters > 0.0).then(|| Run {
            date: room.date,
            plan: by_distance(RunKind::Long, meters),
            meters,
            because: self.why_long(room, meters),
        })
    }

    fn why_long(&self, room: &Room, meters: f64) -> String {
        let before = self.habit.longest_so_far();
        let far = self.distance(meters);
        let day = room.date.format("%A");
        if self.stage.phase == Phase::Taper {
            return format!(
                "{far} and no more: the long run of the taper keeps the habit and lets the legs recover."
            );
        }
        if self.stage.cutback {
            return format!(
                "A lighter week, so the long run stays at {far}; every fourth week the body takes the work in."
            );
        }
        let growth = if meters > before + 1.0 && before > 0.0 {
            format!(
                "{far} are {:.0} % more than the longest run so far, within the 10 % that a long run may grow",
                (meters / before - 1.0) * 100.0
            )
        } else {
            format!("{far} keep the length that the legs know")
        };
        format!("{growth}; {day} has room for it.")
    }

    /// A quality run of at most `left` metres.
    fn quality(&self, room: &Room, days: Days, nth: usize, left: f64) -> Option<Run> {
        let size = Size {
            policy: self.policy,
            week: self.target,
            meters: (self.target * OF_WEEK)
                .min(left)
                .min(self.habit.longest_on(room.date)),
            minutes: self.minutes_left(room, days),
        };
        let race = self.race_meters();
        let plan = quality::plan(self.library, self.profile, self.stage, race, nth, size)?;
        let meters = distance_of(&plan, self.profile)?.value.m();
        let purpose = quality::purpose(self.stage, race);
        let because = if self.stage.is_race_week() {
            "A touch of race pace, to remember it and not to improve: the work is done.".to_owned()
        } else {
            format!("{} phase: {purpose}.", self.stage.phase.name())
        };
        Some(Run {
            date: room.date,
            plan,
            meters,
            because,
        })
    }

    /// Easy runs that share `meters`; what a short day cannot take goes to the others.
    fn easy(&self, rooms: &[&Room], meters: f64, most: f64, days: Days) -> Vec<Run> {
        let mut caps: Vec<(f64, &Room)> = rooms
            .iter()
            .map(|room| {
                let cap = self.most_on(room, RunKind::Easy, days).min(most);
                let cap = if self.is_shake_out(room) {
                    cap.min(SHAKE_OUT)
                } else {
                    cap
                };
                (cap.min(self.habit.longest_on(room.date)), *room)
            })
            .collect();
        caps.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut left = meters;
        let mut runs = Vec::new();
        let count = caps.len();
        for (done, (cap, room)) in caps.into_iter().enumerate() {
            let share = left / (count - done) as f64;
            let kind = self.kind_of_easy(room, days);
            let wanted = if kind == RunKind::Recovery {
                share * 0.8
            } else {
                share
            };
            let is_last = done + 1 == count;
            let nearest = if is_last { rounded_down } else { rounded };
            let meters = nearest(wanted, self.units()).min(rounded_down(cap, self.units()));
            if meters < LEAST_RUN.min(self.within_minutes(RunKind::Easy, LEAST_RUN_MINUTES)) {
                continue;
            }
            left -= meters;
            runs.push(self.easy_run(room, kind, meters, days));
        }
        runs
    }

    fn kind_of_easy(&self, room: &Room, days: Days) -> RunKind {
        if self.is_beside(room, days, -1) && self.runs >= RECOVERY_FROM {
            RunKind::Recovery
        } else {
            RunKind::Easy
        }
    }

    fn easy_run(&self, room: &Room, kind: RunKind, meters: f64, days: Days) -> Run {
        let mut plan = by_distance(kind, meters);
        let because = if self.is_shake_out(room) {
            "Shake-out run".clone_into(&mut plan.title);
            "Legs that moved a little before the race feel awake at the start.".to_owned()
        } else if kind == RunKind::Recovery {
            "The day after a hard one: slow enough to be rest.".to_owned()
        } else if self.stage.phase == Phase::Taper {
            "Easy and short: the days before a race are for getting fresh.".to_owned()
        } else if days.quality == 0 && self.is_first_easy(room, days) {
            "Finish with four relaxed strides of 20 s.".clone_into(&mut plan.note);
            "Easy distance builds the habit; a few strides keep it lively until harder work comes."
                .to_owned()
        } else if self.is_beside(room, days, -1) {
            "Easy on the day after a hard run, so that the legs come back.".to_owned()
        } else if self.is_beside(room, days, 1) {
            "Easy on the eve of a hard run, so that it starts on fresh legs.".to_owned()
        } else {
            "Easy distance between the hard days: most of a runner's week.".to_owned()
        };
        Run {
            date: room.date,
            plan,
            meters,
            because,
        }
    }

    /// True for the last day or two before the race.
    fn is_shake_out(&self, room: &Room) -> bool {
        let left = (self.race.date - room.date).num_days();
        self.stage.is_race_week() && left <= 2
    }

    fn is_first_easy(&self, room: &Room, days: Days) -> bool {
        self.of(days.easy)
            .next()
            .is_some_and(|first| first.date == room.date)
    }

    /// True when a hard run of the week stands so many days from one.
    fn is_beside(&self, room: &Room, days: Days, distance: i64) -> bool {
        let hard = days.long | days.quality;
        self.of(hard)
            .any(|other| (other.date - room.date).num_days() == distance)
    }

    /// Minutes for a run on a day.
    fn minutes_left(&self, room: &Room, days: Days) -> u32 {
        let taken = if self.of(days.strength).any(|day| day.date == room.date) {
            self.strength_minutes
        } else {
            0
        };
        room.minutes.map_or(u32::MAX, |minutes| {
            // The run comes first where both do not fit; strength is cut to what is left.
            minutes.saturating_sub(taken).max(minutes / 2)
        })
    }

    fn most_on(&self, room: &Room, kind: RunKind, days: Days) -> f64 {
        match self.minutes_left(room, days) {
            u32::MAX => f64::MAX,
            minutes => self.within_minutes(kind, minutes),
        }
    }

    fn within_minutes(&self, kind: RunKind, minutes: u32) -> f64 {
        f64::from(minutes) * 60.0 / pace_for(kind, self.profile).seconds_per_km() * 1000.0
    }

    fn units(&self) -> Units {
        self.profile.units
    }

    fn distance(&self, meters: f64) -> String {
        distance(meters, self.units())
    }

    fn of(&self, set: Set) -> impl Iterator<Item = &Room> {
        let days = self.rooms.iter().enumerate();
        days.filter(move |(day, _)| set & (1 << day) != 0)
            .map(|(_, room)| room)
    }
}

/// The race as a session.
pub(super) fn race(race: &Race) -> Plan {
    let pace = race
        .target
        .zip(race.distance)
        .map(|(time, far)| Pace::from_seconds_per_km(f64::from(time.0) / far.km().max(0.1)));
    Plan {
        title: race.name.clone(),
        start: Start::Part(DayPart::Morning),
        ..Plan::new(Workout::Run(RunPlan {
            distance: race.distance,
            pace,
            ..RunPlan::of(RunKind::Race)
        }))
    }
}

fn by_distance(kind: RunKind, meters: f64) -> Plan {
    let rpe = match kind {
        RunKind::Recovery => 2.0,
        RunKind::Long => 4.0,
        _ => 3.0,
    };
    Plan::new(Workout::Run(RunPlan {
        distance: Some(Meters::new(meters)),
        rpe: Some(Rpe::new(rpe)),
        ..RunPlan::of(kind)
    }))
}

/// A distance as people write it.
pub(super) fn distance(meters: f64, units: Units) -> String {
    use crate::domain::DistanceUnit;
    let (figure, unit) = match units.distance {
        DistanceUnit::Km => (meters / 1000.0, "km"),
        DistanceUnit::Miles => (Meters::new(meters).miles(), "mi"),
    };
    let figure = format!("{figure:.1}");
    format!("{} {unit}", figure.trim_end_matches(".0"))
}

/// Minutes of a run over so many metres.
pub(super) fn minutes(kind: RunKind, meters: f64, profile: &Profile) -> u32 {
    let Minutes(minutes) =
        Minutes((meters / 1000.0 * pace_for(kind, profile).seconds_per_km() / 60.0).ceil() as u32);
    minutes
}
