//! What one session comes to: every figure a chart may ask of it, worked out once.

use std::ops::Deref;

use super::cost::{Cost, logged_seconds};
use super::digest_source::DigestSource;
use super::intensity::{IntensityMinutes, intensity_of};
use super::lifting::{LiftFigures, PlannedLift, lifts_of, planned_lifts_of};
use super::roster::Roster;
use chrono::NaiveDate;

use crate::domain::{Kind, Meters, Profile, RunKind, Seconds, Session, SessionId};
use crate::load::physiology::vdot;
use crate::load::slips::{MOST_VDOT, is_human};

/// Exertion from which a whole run says what somebody can race.
const HARD_RPE: f64 = 7.0;
/// Share of the maximal heart rate from which it does.
const HARD_HEART_RATE: f64 = 0.88;

/// How much longer than a run's distance a stretch of it may be by another count of the same watch.
const STRETCH_TOLERANCE: f64 = 1.02;

/// VDOT that people have: a beginner's, and a little above the best known.
const VDOTS: std::ops::RangeInclusive<f64> = 10.0..=MOST_VDOT;

/// How much a run says about what its runner can race.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffortTrust {
    /// A run in training: the runner could have gone faster.
    Training,
    /// A run that felt or beat hard as a whole (RPE 7, or 88 % of the maximal heart rate).
    Hard,
    /// A race.
    Race,
}

/// A run as an effort over its whole distance, or over the fastest stretch of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunEffort {
    /// How far.
    pub distance: Meters,
    /// How long.
    pub time: Seconds,
    /// How much it says.
    pub trust: EffortTrust,
    /// VDOT it stands for; `None` outside what the formula holds for, and above what anybody has.
    pub vdot: Option<f64>,
}

impl RunEffort {
    pub(super) fn new(distance: Meters, time: Seconds, trust: EffortTrust) -> Self {
        let vdot = vdot(distance, f64::from(time.0)).filter(|vdot| VDOTS.contains(vdot));
        Self {
            distance,
            time,
            trust,
            vdot,
        }
    }
}

/// A recent run that a projection rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecentEffort {
    /// Its day.
    pub date: NaiveDate,
    /// Its session; that of a race which is not in the calendar has the identity of the race.
    pub session: SessionId,
    /// Distance, time, and how much it says.
    pub effort: RunEffort,
}

/// Everything the charts ask of one session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionFigures {
    /// Which session.
    pub session: SessionId,
    /// When it was, whether it was done, and what it cost.
    pub cost: Cost,
    /// It was planned for another time first.
    pub moved: bool,
    /// How hard its minutes were, for runs: those done, or those planned while it is open.
    pub intensity: Option<IntensityMinutes>,
    /// What it says about racing, for trained runs with distance and time.
    pub effort: Option<RunEffort>,
    /// What was lifted, one entry an exercise.
    pub lifts: Box<[LiftFigures]>,
    /// What the plan asks for, one entry an exercise with a load; nothing once the session was trained or left out.
    pub planned_lifts: Box<[PlannedLift]>,
}

impl SessionFigures {
    pub(super) fn new(session: &Session, source: &DigestSource, roster: &mut Roster) -> Self {
        let profile = source.profile;
        let cost = Cost::of(session, profile, source.library);
        let minutes = if cost.stand.is_trained() {
            cost.done.minutes
        } else {
            cost.planned.minutes
        };
        Self {
            session: session.id,
            moved: session.first_planned.is_some(),
            intensity: intensity_of(session, profile, minutes),
            effort: effort_of(session, profile),
            lifts: lifts_of(session, source, roster),
            planned_lifts: planned_lifts_of(session, source, roster),
            cost,
        }
    }
}

/// Everything about its cost can be asked of the session itself.
impl Deref for SessionFigures {
    type Target = Cost;

    fn deref(&self) -> &Cost {
        &self.cost
    }
}

fn effort_of(session: &Session, profile: &Profile) -> Option<RunEffort> {
    let Kind::Run(kind) = session.kind() else {
        return None;
    };
    let log = session
        .log
        .as_ref()
        .filter(|_| session.status.is_trained())?;
    let distance = log
        .run
        .as_ref()?
        .distance
        .filter(|distance| distance.m() > 0.0)?;
    let seconds = logged_seconds(session)?;
    let felt_hard = log.rpe.is_some_and(|rpe| rpe.value() >= HARD_RPE);
    let beats = log.run.as_ref().and_then(|run| run.hr_average);
    let beat_hard = beats
        .zip(profile.heart_rate.max)
        .is_some_and(|(beats, max)| {
            max.0 > 0 && f64::from(beats.0) / f64::from(max.0) >= HARD_HEART_RATE
        });
    let trust = if kind == RunKind::Race {
        EffortTrust::Race
    } else if felt_hard || beat_hard {
        EffortTrust::Hard
    } else {
        EffortTrust::Training
    };
    let whole = RunEffort::new(distance, Seconds(seconds as u32), trust);
    if kind == RunKind::Race {
        return Some(whole);
    }
    // A run in training is rarely one effort: its fastest stretch says more than its average.
    let stretches = log.run.iter().flat_map(|run| {
        [(5.0, run.best_5k), (10.0, run.best_10k)]
            .map(|(km, best)| Some((Meters::from_km(km), best?)))
    });
    let stretches = stretches.flatten().filter(|(long, time)| {
        long.m() <= distance.m() * STRETCH_TOLERANCE && is_human(*long, *time)
    });
    let stretches = stretches.map(|(long, time)| RunEffort::new(long, time, trust));
    Some(stretches.fold(whole, |best, stretch| {
        if stretch.vdot > best.vdot {
            stretch
        } else {
            best
        }
    }))
}
