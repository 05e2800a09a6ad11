//! How hard the minutes of running were: easy, moderate or hard.

use chrono::NaiveDate;

use super::{Drawn, Figures, Grouping, Period, TooLittle};
use crate::domain::{
    Bpm, Extent, HeartRate, Profile, RecoveryStyle, RunKind, RunPlan, Session, Step, StepKind,
    Target,
};
use crate::load::pace::{pace_for, work_pace};

/// Exertion up to which running is easy, and from which it is hard (Seiler & Kjerland 2006, on the CR10 scale).
const EASY_RPE: f64 = 4.0;
const HARD_RPE: f64 = 7.0;
/// Share of the maximal heart rate under which running is easy, and from which it is hard: about the two lactate or
/// ventilatory thresholds of trained runners.
const EASY_HEART_RATE: f64 = 0.80;
const HARD_HEART_RATE: f64 = 0.88;
/// Pace over threshold pace above which running is easy, and under which it is hard: the edges of the VDOT zones
/// (75 % and 88 % of VDOT).
const EASY_PACE: f64 = 1.13;
const HARD_PACE: f64 = 0.98;

/// Three classes of intensity, parted by the first and the second threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Intensity {
    /// Below the first threshold: one can talk.
    Easy,
    /// Between the thresholds.
    Moderate,
    /// Above the second.
    Hard,
}

impl Intensity {
    /// All three, the easiest first.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Moderate, Self::Hard];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Easy => "Easy",
            Self::Moderate => "Moderate",
            Self::Hard => "Hard",
        }
    }
}

/// What the intensity of a run was read from; the first that is there is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntensitySource {
    /// Its steps, each with its own target, as planned; the minutes are those it took.
    Steps,
    /// The average heart rate, for the whole run.
    HeartRate,
    /// How hard it felt, for the whole run; as planned where nothing was logged.
    Exertion,
    /// Its kind, for the whole run.
    Kind,
}

impl IntensitySource {
    /// All of them, the most trusted first.
    pub const ALL: [Self; 4] = [Self::Steps, Self::HeartRate, Self::Exertion, Self::Kind];

    /// What a legend calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Steps => "planned steps",
            Self::HeartRate => "average heart rate",
            Self::Exertion => "exertion",
            Self::Kind => "kind of run",
        }
    }
}

/// Minutes by intensity.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Minutes3 {
    /// Below the first threshold.
    pub easy: f32,
    /// Between the thresholds.
    pub moderate: f32,
    /// Above the second.
    pub hard: f32,
}

impl Minutes3 {
    /// All together.
    pub fn total(self) -> f32 {
        self.easy + self.moderate + self.hard
    }

    /// The minutes of one class.
    pub fn of(self, intensity: Intensity) -> f32 {
        match intensity {
            Intensity::Easy => self.easy,
            Intensity::Moderate => self.moderate,
            Intensity::Hard => self.hard,
        }
    }

    /// The share of one class, from 0 to 1; 0 without a minute.
    pub fn share(self, intensity: Intensity) -> f32 {
        let total = self.total();
        if total > 0.0 {
            self.of(intensity) / total
        } else {
            0.0
        }
    }

    fn put(&mut self, intensity: Intensity, minutes: f64) {
        let place = match intensity {
            Intensity::Easy => &mut self.easy,
            Intensity::Moderate => &mut self.moderate,
            Intensity::Hard => &mut self.hard,
        };
        *place += minutes as f32;
    }

    fn scaled(self, factor: f64) -> Self {
        let factor = factor as f32;
        Self {
            easy: self.easy * factor,
            moderate: self.moderate * factor,
            hard: self.hard * factor,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            easy: self.easy + other.easy,
            moderate: self.moderate + other.moderate,
            hard: self.hard + other.hard,
        }
    }
}

/// The minutes of one run by intensity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntensityMinutes {
    /// The minutes.
    pub minutes: Minutes3,
    /// What they were read from.
    pub source: IntensitySource,
}

/// The running of one week or month by intensity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntensityBar {
    /// Its days.
    pub bucket: Period,
    /// Minutes run.
    pub done: Minutes3,
    /// Minutes planned and still to come.
    pub to_come: Minutes3,
    /// How many of the runs were read from which source, in the order of [`IntensitySource::ALL`].
    pub sources: [usize; 4],
}

/// Easy, moderate and hard minutes of running, by week or month. Cross-training and strength have no part in it.
///
/// # Errors
///
/// Says what is missing when the period holds no run.
pub fn intensity(
    figures: &Figures,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<IntensityBar>> {
    let week_start = figures.profile().week_start;
    let mut bars: Vec<_> = period
        .cut(grouping, week_start)
        .into_iter()
        .map(|bucket| IntensityBar {
            bucket,
            done: Minutes3::default(),
            to_come: Minutes3::default(),
            sources: [0; 4],
        })
        .collect();
    figures.fold_into(
        &mut bars,
        |bar| bar.bucket,
        |bar, session| {
            let Some(found) = session.intensity else {
                return;
            };
            if session.stand.is_trained() {
                bar.done = bar.done.plus(found.minutes);
            } else if session.is_to_come(today) {
                bar.to_come = bar.to_come.plus(found.minutes);
            } else {
                return;
            }
            if let Some(count) = bar.sources.get_mut(found.source as usize) {
                *count += 1;
            }
        },
    );
    if bars
        .iter()
        .all(|bar| bar.done.total() + bar.to_come.total() <= 0.0)
    {
        return Err(TooLittle::needs("one run, done or planned, in this time"));
    }
    Ok(bars)
}

/// The `minutes` of a run by intensity; `None` for what is not a run or takes no time.
pub(super) fn intensity_of(
    session: &Session,
    profile: &Profile,
    minutes: f64,
) -> Option<IntensityMinutes> {
    let run = session.plan.run().filter(|_| minutes > 0.0)?;
    let steps = by_steps(run, profile);
    if steps.total() > 0.0 {
        return Some(IntensityMinutes {
            minutes: steps.scaled(minutes / f64::from(steps.total())),
            source: IntensitySource::Steps,
        });
    }
    let log = session.log.as_ref().filter(|_| session.status.is_trained());
    let beats = log.and_then(|log| log.run?.hr_average);
    let felt = log.and_then(|log| log.rpe).or(run.rpe);
    let by_heart = beats.and_then(|beats| of_heart_rate(beats, profile.heart_rate));
    let (class, source) = match (by_heart, felt) {
        (Some(class), _) => (class, IntensitySource::HeartRate),
        (None, Some(rpe)) => (of_exertion(rpe.value()), IntensitySource::Exertion),
        (None, None) => (of_kind(run.kind), IntensitySource::Kind),
    };
    let mut all = Minutes3::default();
    all.put(class, minutes);
    Some(IntensityMinutes {
        minutes: all,
        source,
    })
}

fn by_steps(run: &RunPlan, profile: &Profile) -> Minutes3 {
    let mut sum = Minutes3::default();
    for step in &run.steps {
        let repeats = f64::from(step.repeats);
        let (class, pace) = of_step(step, run.kind, profile);
        sum.put(class, minutes_of(step.extent, pace) * repeats);
        if let Some(recovery) = step.recovery {
            let pace = match recovery.style {
                RecoveryStyle::Jog => pace_for(RunKind::Recovery, profile).seconds_per_km(),
                RecoveryStyle::Walk | RecoveryStyle::Stand => WALK,
            };
            sum.put(Intensity::Easy, minutes_of(recovery.extent, pace) * repeats);
        }
    }
    sum
}

/// A brisk walk, in seconds a kilometre.
const WALK: f64 = 660.0;

/// How hard a step is, and at what pace it is run, in seconds a kilometre.
fn of_step(step: &Step, kind: RunKind, profile: &Profile) -> (Intensity, f64) {
    let usual = match step.kind {
        StepKind::Work => work_pace(kind, profile),
        StepKind::WarmUp | StepKind::CoolDown => pace_for(RunKind::Easy, profile),
    };
    let untold = match step.kind {
        StepKind::Work => of_kind(kind),
        StepKind::WarmUp | StepKind::CoolDown => Intensity::Easy,
    };
    match step.target {
        Some(Target::Pace(pace)) => (
            of_pace(pace.seconds_per_km(), profile),
            pace.seconds_per_km(),
        ),
        Some(Target::Rpe(rpe)) => (of_exertion(rpe.value()), usual.seconds_per_km()),
        Some(Target::HeartRate(range)) => {
            let middle = Bpm(range.low.0.midpoint(range.high.0));
            let class = of_heart_rate(middle, profile.heart_rate).unwrap_or(untold);
            (class, usual.seconds_per_km())
        }
        None => (untold, usual.seconds_per_km()),
    }
}

fn minutes_of(extent: Extent, pace: f64) -> f64 {
    match extent {
        Extent::Time(time) => time.minutes(),
        Extent::Distance(distance) => distance.km().max(0.0) * pace.max(0.0) / 60.0,
    }
}

fn of_pace(seconds_per_km: f64, profile: &Profile) -> Intensity {
    let relative = seconds_per_km / work_pace(RunKind::Tempo, profile).seconds_per_km();
    if relative >= EASY_PACE {
        Intensity::Easy
    } else if relative >= HARD_PACE {
        Intensity::Moderate
    } else {
        Intensity::Hard
    }
}

fn of_exertion(rpe: f64) -> Intensity {
    if rpe <= EASY_RPE {
        Intensity::Easy
    } else if rpe < HARD_RPE {
        Intensity::Moderate
    } else {
        Intensity::Hard
    }
}

/// `None` without a maximum to compare with, and for a heart that does not beat.
fn of_heart_rate(beats: Bpm, anchors: HeartRate) -> Option<Intensity> {
    let max = anchors.max.filter(|max| max.0 > 0)?;
    if beats.0 == 0 {
        return None;
    }
    let share = f64::from(beats.0) / f64::from(max.0);
    Some(if share < EASY_HEART_RATE {
        Intensity::Easy
    } else if share < HARD_HEART_RATE {
        Intensity::Moderate
    } else {
        Intensity::Hard
    })
}

fn of_kind(kind: RunKind) -> Intensity {
    match kind {
        RunKind::Recovery | RunKind::Easy | RunKind::Long => Intensity::Easy,
        RunKind::Steady | RunKind::Progression | RunKind::Tempo => Intensity::Moderate,
        RunKind::Intervals | RunKind::Hills | RunKind::Fartlek | RunKind::Race => Intensity::Hard,
    }
}
