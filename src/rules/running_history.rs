//! How far and how often the athlete ran and lifted, run by run and week by week.

use std::ops::RangeInclusive;

use chrono::Datelike;

use crate::domain::{Extent, Kind, Profile, Race, RunKind, Seconds, Session, StepKind, Target};
use crate::load::series::done_distance;
use crate::load::{Emphasis, distance_of, duration_of, emphasis_of};

use super::lookback::Lookback;
use super::timeline_entry::is_race;
use super::week::WeekNumbering;

/// Weeks without a run that a habit bears among its weeks: one week of illness does not end it.
const MOST_IDLE_WEEKS: usize = 1;

/// How well the figures of a run are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Figures {
    /// Nobody said how far or how long.
    Missing,
    /// The distance follows from a duration and a usual pace.
    Estimated,
    /// The distance was logged or planned.
    Said,
}

/// How far and how long a run was, or is planned to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RunFacts {
    /// Its day, from the common era.
    pub(super) day: i32,
    /// Its kind.
    pub(super) kind: RunKind,
    /// Metres.
    pub(super) meters: f64,
    /// Minutes.
    pub(super) minutes: f64,
    /// How well both are known.
    pub(super) figures: Figures,
}

impl RunFacts {
    /// The facts of a session that is a run; what was logged wins over the plan.
    pub(super) fn of(session: &Session, profile: &Profile) -> Option<Self> {
        let Kind::Run(kind) = session.kind() else {
            return None;
        };
        let plan = &session.plan;
        let log = session.log.as_ref().filter(|_| session.status.is_trained());
        let logged_minutes = log.and_then(|log| {
            let moving = log
                .run
                .as_ref()
                .and_then(|run| run.moving)
                .map(Seconds::minutes);
            moving.or(log.duration.map(|minutes| f64::from(minutes.0)))
        });
        let planned = distance_of(plan, profile)?;
        let has_steps = plan.run().is_some_and(|run| !run.steps.is_empty());
        let (meters, guessed) = if session.status.is_trained() {
            done_distance(session, profile)
        } else {
            (planned.value.m(), planned.estimated)
        };
        let as_planned = !planned.estimated && logged_minutes.is_none();
        let figures = if !guessed || as_planned {
            Figures::Said
        } else if plan.duration.is_some() || has_steps || logged_minutes.is_some() {
            Figures::Estimated
        } else {
            Figures::Missing
        };
        let minutes =
            logged_minutes.unwrap_or_else(|| f64::from(duration_of(plan, profile).value.0));
        Some(Self {
            day: session.date.num_days_from_ce(),
            kind,
            meters,
            minutes,
            figures,
        })
    }

    /// The facts of a race for which no session stands; `None` when its distance is not known.
    fn of_race(race: &Race) -> Option<Self> {
        let minutes = race.result.or(race.target).map(Seconds::minutes);
        Some(Self {
            day: race.date.num_days_from_ce(),
            kind: RunKind::Race,
            meters: race.distance?.m(),
            minutes: minutes.unwrap_or_default(),
            figures: Figures::Said,
        })
    }
}

/// Minutes of hard work in a run: its work where steps say what that is, else all of a key run. Long runs are another
/// matter.
fn hard_minutes(session: &Session, run: &RunFacts) -> f64 {
    let is_quality = matches!(
        run.kind,
        RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek
    );
    let steps = session.plan.run().map_or(&[][..], |plan| &plan.steps);
    let work = || steps.iter().filter(|step| step.kind == StepKind::Work);
    if is_quality && work().next().is_some() {
        let pace = run.minutes / (run.meters / 1000.0).max(0.1);
        work()
            .map(|step| {
                let each = match (step.extent, step.target) {
                    (Extent::Time(time), _) => time.minutes(),
                    (Extent::Distance(far), Some(Target::Pace(pace))) => {
                        far.km() * pace.seconds_per_km() / 60.0
                    }
                    (Extent::Distance(far), _) => far.km() * pace,
                };
                f64::from(step.repeats) * each
            })
            .sum()
    } else if run.kind != RunKind::Long && emphasis_of(&session.plan) == Emphasis::Key {
        run.minutes
    } else {
        0.0
    }
}

/// What one week came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Volume {
    week: i32,
    /// Metres run, races left out.
    pub(super) meters: f64,
    /// Strength sessions.
    pub(super) strength: u32,
    /// Runs, races among them.
    pub(super) runs: u32,
    /// Minutes of key runs that are neither long runs nor races.
    pub(super) hard_minutes: f64,
    /// Metres of the longest run, races left out.
    pub(super) longest: f64,
}

impl Volume {
    fn none(week: i32) -> Self {
        Self {
            week,
            meters: 0.0,
            strength: 0,
            runs: 0,
            hard_minutes: 0.0,
            longest: 0.0,
        }
    }
}

/// Runs and weeks of a timeline and of the six weeks before it.
#[derive(Debug, Clone, Default)]
pub(super) struct RunningHistory {
    runs: Vec<RunFacts>,
    volumes: Vec<Volume>,
    /// The athlete's first day on record, from the common era.
    since: Option<i32>,
    weeks: WeekNumbering,
}

impl RunningHistory {
    pub(super) fn of(lookback: &Lookback, profile: &Profile, weeks: WeekNumbering) -> Self {
        let mut history = Self {
            since: lookback.since.map(|date| date.num_days_from_ce()),
            weeks,
            ..Self::default()
        };
        for session in &lookback.sessions {
            history.add(session, profile);
        }
        let lone = |race: &&Race| {
            lookback.is_run(race)
                && !lookback
                    .sessions
                    .iter()
                    .any(|session| session.date == race.date && is_race(session))
        };
        let races = profile.races.iter().filter(lone);
        history.runs.extend(races.filter_map(RunFacts::of_race));
        history.runs.sort_by_key(|run| run.day);
        history
    }

    /// Adds a session; they come by date.
    fn add(&mut self, session: &Session, profile: &Profile) {
        let week = self.weeks.number(session.date.num_days_from_ce());
        if self.volumes.last().is_none_or(|last| last.week != week) {
            self.volumes.push(Volume::none(week));
        }
        let Some(volume) = self.volumes.last_mut() else {
            return;
        };
        if session.plan.strength().is_some() {
            volume.strength += 1;
        }
        let Some(run) = RunFacts::of(session, profile) else {
            return;
        };
        volume.runs += 1;
        if run.kind != RunKind::Race {
            volume.meters += run.meters;
            volume.longest = volume.longest.max(run.meters);
            volume.hard_minutes += hard_minutes(session, &run);
        }
        self.runs.push(run);
    }

    /// What a week came to; nothing in a week without a session.
    pub(super) fn week(&self, number: i32) -> Volume {
        let found = self
            .volumes
            .binary_search_by_key(&number, |volume| volume.week);
        let known = found.ok().and_then(|place| self.volumes.get(place));
        known.copied().unwrap_or(Volume::none(number))
    }

    /// Mean metres of some weeks, races left out. `None` when they reach back beyond the record, or when too many
    /// of them saw no run to speak of a habit.
    pub(super) fn mean_meters(&self, weeks: RangeInclusive<i32>) -> Option<f64> {
        if !self.is_on_record(*weeks.start()) {
            return None;
        }
        let meters: Vec<f64> = weeks.map(|number| self.week(number).meters).collect();
        let idle = meters.iter().filter(|&&meters| meters <= 0.0).count();
        let is_habit = idle <= MOST_IDLE_WEEKS && idle < meters.len();
        is_habit.then(|| meters.iter().sum::<f64>() / meters.len() as f64)
    }

    /// Mean number of runs of some weeks; `None` where [`Self::mean_meters`] knows none.
    pub(super) fn mean_runs(&self, weeks: RangeInclusive<i32>) -> Option<f64> {
        self.mean_meters(weeks.clone())?;
        let runs: Vec<f64> = weeks
            .map(|number| f64::from(self.week(number).runs))
            .collect();
        Some(runs.iter().sum::<f64>() / runs.len() as f64)
    }

    /// True for a week in which the athlete was on record already.
    pub(super) fn is_on_record(&self, week: i32) -> bool {
        self.since
            .is_some_and(|since| self.weeks.number(since) <= week)
    }

    /// The day of the athlete's first session, from the common era.
    pub(super) fn since(&self) -> Option<i32> {
        self.since
    }

    /// The runs of some days, by day.
    pub(super) fn runs_of(&self, days: RangeInclusive<i32>) -> &[RunFacts] {
        let start = self.runs.partition_point(|run| run.day < *days.start());
        let end = self.runs.partition_point(|run| run.day <= *days.end());
        self.runs.get(start..end).unwrap_or_default()
    }
}
