//! What every format is read into before it meets the athlete's calendar.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::effort::LoggedEffort;
use crate::domain::{
    CrossPlan, Meters, MobilityPlan, Rpe, RunKind, RunLog, RunPlan, Seconds, SetLog, StrengthPlan,
    Workout,
};

/// How many sets an exercise has room for at first.
const USUAL_SETS: usize = 4;

/// What kind of training it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sport {
    /// A run, on whatever ground.
    Run,
    /// Lifting, jumping, core.
    Strength,
    /// Yoga, stretching, Pilates.
    Mobility,
    /// Any other endurance work, by the file's own word for it.
    Cross(String),
}

impl Sport {
    /// A session of it of which nothing more is known.
    pub(super) fn workout(&self) -> Workout {
        match self {
            Self::Run => Workout::Run(RunPlan::of(RunKind::Easy)),
            Self::Strength => Workout::Strength(StrengthPlan::default()),
            Self::Mobility => Workout::Mobility(MobilityPlan::default()),
            Self::Cross(sport) => Workout::Cross(CrossPlan {
                sport: sport.clone(),
                rpe: None,
            }),
        }
    }
}

/// One session of training as another program recorded it.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// The program it comes from, as [`crate::domain::ExternalId::system`] keeps it.
    pub system: &'static str,
    /// What the program knows it by; made of moment and title where the file has no ids.
    pub key: String,
    /// The day, in the athlete's own time.
    pub date: NaiveDate,
    /// When it began, where the file says so.
    pub time: Option<NaiveTime>,
    /// The moment it began, where the file says it in UTC. Boxed, for long tables have thousands of rows without.
    pub in_utc: Option<Box<InUtc>>,
    /// What kind of training.
    pub sport: Sport,
    /// The title it was given there.
    pub title: String,
    /// Which kind of run the file's laps or workout make it; `None` where they say nothing.
    pub run_kind: Option<RunKind>,
    /// How hard a run was by the zones that the file counts its minutes in.
    pub effort: Option<LoggedEffort>,
    /// The athlete's words about it.
    pub note: String,
    /// From beginning to end.
    pub duration: Option<Seconds>,
    /// How hard the whole of it felt.
    pub rpe: Option<Rpe>,
    /// Distance, moving time, heart rate and climb; used for runs.
    pub run: RunLog,
    /// The sets of a strength session, by exercise in the order done.
    pub exercises: Vec<RecordedExercise>,
    /// Where it begins in its file, from 1; 0 where the file has no lines.
    pub line: u64,
}

/// A moment that a file says in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InUtc {
    /// The moment.
    pub utc: DateTime<Utc>,
    /// What the clock of this computer showed then, as of every file that says moments in UTC.
    pub home: NaiveDateTime,
}

/// All sets of one exercise, under the name the other program has for it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedExercise {
    /// The name there.
    pub name: String,
    /// The sets, in order.
    pub sets: Vec<SetLog>,
}

impl Activity {
    /// An activity of a day with nothing else said.
    pub fn new(system: &'static str, key: String, date: NaiveDate, sport: Sport) -> Self {
        Self {
            system,
            key,
            date,
            time: None,
            in_utc: None,
            sport,
            title: String::new(),
            run_kind: None,
            effort: None,
            note: String::new(),
            duration: None,
            rpe: None,
            run: RunLog::default(),
            exercises: Vec::new(),
            line: 0,
        }
    }

    /// How many sets it holds.
    pub fn sets(&self) -> usize {
        self.exercises
            .iter()
            .map(|exercise| exercise.sets.len())
            .sum()
    }

    /// Adds a set to the exercise of this name: to the last one where that is the same, so that an exercise which is
    /// taken up again later stands twice, as it was done.
    pub fn add_set(&mut self, name: &str, set: SetLog) {
        if let Some(last) = self.exercises.last_mut().filter(|last| last.name == name) {
            last.sets.push(set);
            return;
        }
        // Reserve for the usual number of sets, to allocate only once.
        let mut sets = Vec::with_capacity(USUAL_SETS);
        sets.push(set);
        self.exercises.push(RecordedExercise {
            name: name.to_owned(),
            sets,
        });
    }

    /// Adds a stretch of a run that stands in several rows: its way and its seconds, where they are said.
    pub fn add_run(&mut self, way: Option<Meters>, seconds: Option<u32>) {
        let run = &mut self.run;
        if let Some(way) = way {
            run.distance = Some(Meters::new(run.distance.map_or(0.0, Meters::m) + way.m()));
        }
        if let Some(seconds) = seconds {
            self.add_seconds(seconds);
            self.run.moving = self.duration;
        }
    }

    /// Makes it so much longer.
    pub fn add_seconds(&mut self, seconds: u32) {
        let before = self.duration.map_or(0, |duration| duration.0);
        self.duration = Some(Seconds(before.saturating_add(seconds)));
    }

    /// Makes it last from its first set to its last, with one that was done at this time.
    pub fn reach(&mut self, set: NaiveTime) {
        let Some(begun) = self.time else { return };
        let lasted = self.duration.map_or(0, |seconds| i64::from(seconds.0));
        let start = begun.min(set);
        let end = (begun + TimeDelta::seconds(lasted)).max(set);
        self.time = Some(start);
        self.duration = u32::try_from((end - start).num_seconds())
            .ok()
            .filter(|seconds| *seconds > 0)
            .map(Seconds);
    }
}
