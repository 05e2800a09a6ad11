//! How hard the minutes of running were: easy, moderate or hard.

use chrono::NaiveDate;

use super::{Drawn, Figures, Grouping, Period, TooLittle};
use crate::domain::{
    Bpm, Extent, HeartRate, PaceName, Profile, RecoveryStyle, RunKind, RunPlan, Session, Step,
    StepKind, Target,
};
use crate::load::pace::{pace_for, work_pace};
use crate::load::targets::resolved;

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
    match step.target.map(|aim| resolved(aim, profile)) {
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
        // Words that nothing is known to work out from say how hard it feels at least.
        Some(Target::Named(named)) => (
            of_name(named.name).unwrap_or(untold),
            usual.seconds_per_km(),
        ),
        None => (untold, usual.seconds_per_km()),
    }
}

/// How hard an intensity in words is, without any figure.
fn of_name(name: PaceName) -> Option<Intensity> {
    match name {
        PaceName::Easy | PaceName::Recovery | PaceName::Zone(1 | 2) => Some(Intensity::Easy),
        PaceName::Steady | PaceName::Marathon | PaceName::Zone(3) => Some(Intensity::Moderate),
        PaceName::Goal | PaceName::HeartRate(..) => None,
        _ => Some(Intensity::Hard),
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

#[cfg(test)]
mod tests {
    use Intensity::{Easy, Hard, Moderate};

    use super::super::test_support::{athlete, day, figures_of, planned_run, ran};
    use super::*;
    use crate::domain::{
        HeartRateRange, Meters, Pace, Recovery, Rpe, RunLog, Seconds, Status, Workout,
    };

    fn run_of(session: &mut Session) -> &mut RunPlan {
        match &mut session.plan.workout {
            Workout::Run(run) => run,
            _ => panic!("a run"),
        }
    }

    /// An hour of `kind` with nothing said on exertion.
    fn silent(kind: RunKind) -> Session {
        let mut session = ran(1, "2026-11-23", 10.0, 60);
        *run_of(&mut session) = RunPlan::of(kind);
        session.log.as_mut().unwrap().rpe = None;
        session
    }

    fn profile() -> Profile {
        let mut profile = Profile::named("Anna");
        profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
        profile.heart_rate.max = Some(Bpm(200));
        profile
    }

    fn read(session: &Session) -> IntensityMinutes {
        intensity_of(session, &profile(), 60.0).unwrap()
    }

    #[test]
    fn steps_come_before_heart_rate_before_exertion_before_kind() {
        let mut session = silent(RunKind::Tempo);
        let found = read(&session);
        assert_eq!(
            (found.source, found.minutes.moderate),
            (IntensitySource::Kind, 60.0)
        );

        session.log.as_mut().unwrap().rpe = Some(Rpe::new(8.0));
        let found = read(&session);
        assert_eq!(
            (found.source, found.minutes.hard),
            (IntensitySource::Exertion, 60.0)
        );

        session.log.as_mut().unwrap().run = Some(RunLog {
            hr_average: Some(Bpm(150)),
            ..RunLog::default()
        });
        let found = read(&session);
        assert_eq!(
            (found.source, found.minutes.easy),
            (IntensitySource::HeartRate, 60.0)
        );

        run_of(&mut session).steps = vec![Step {
            kind: StepKind::Work,
            repeats: 1,
            extent: Extent::Time(Seconds(600)),
            target: Some(Target::Rpe(Rpe::new(6.0))),
            recovery: None,
        }];
        let found = read(&session);
        assert_eq!(
            (found.source, found.minutes.moderate),
            (IntensitySource::Steps, 60.0)
        );
    }

    #[test]
    fn steps_share_the_minutes_that_the_run_took() {
        let step = |kind, repeats, extent, target, recovery| Step {
            kind,
            repeats,
            extent,
            target,
            recovery,
        };
        let jog = Recovery {
            extent: Extent::Time(Seconds(120)),
            style: RecoveryStyle::Jog,
        };
        let fast = Some(Target::Pace(Pace::from_seconds_per_km(240.0)));
        let beats = HeartRateRange {
            low: Bpm(160),
            high: Bpm(170),
        };
        let mut session = silent(RunKind::Intervals);
        run_of(&mut session).steps = vec![
            step(StepKind::WarmUp, 1, Extent::Time(Seconds(600)), None, None),
            // Five kilometres at four minutes: 20 minutes, and 10 of jogging.
            step(
                StepKind::Work,
                5,
                Extent::Distance(Meters::new(1000.0)),
                fast,
                Some(jog),
            ),
            step(
                StepKind::Work,
                1,
                Extent::Time(Seconds(1200)),
                Some(Target::HeartRate(beats)),
                None,
            ),
        ];
        let minutes = intensity_of(&session, &profile(), 90.0).unwrap().minutes;
        assert!((minutes.easy - 30.0).abs() < 1e-4);
        assert!((minutes.hard - 30.0).abs() < 1e-4);
        assert!((minutes.moderate - 30.0).abs() < 1e-4);
        assert!((minutes.share(Intensity::Hard) - 1.0 / 3.0).abs() < 1e-6);
    }

    #[test]
    fn the_edges_of_the_classes_are_those_published() {
        let rpe = [4.0, 4.5, 6.9, 7.0].map(of_exertion);
        assert_eq!(rpe, [Easy, Moderate, Moderate, Hard]);
        let anchors = profile().heart_rate;
        let beats = [159, 160, 175, 176].map(|beats| of_heart_rate(Bpm(beats), anchors).unwrap());
        assert_eq!(beats, [Easy, Moderate, Moderate, Hard]);
        assert_eq!(of_heart_rate(Bpm(0), anchors), None);
        assert_eq!(of_heart_rate(Bpm(150), HeartRate::default()), None);
        let paces = [320.0, 260.0, 240.0].map(|pace| of_pace(pace, &profile()));
        assert_eq!(paces, [Easy, Moderate, Hard]);
    }

    #[test]
    fn weeks_hold_what_was_run_and_what_is_to_come() {
        let mut missed = planned_run(3, "2026-11-24", 8.0, 50);
        missed.status = Status::Missed;
        let figures = figures_of(&athlete([
            ran(1, "2026-11-23", 8.0, 50),
            planned_run(2, "2026-11-27", 8.0, 40),
            missed,
            ran(4, "2026-11-22", 8.0, 0),
        ]));
        let week = Period::new(day("2026-11-23"), day("2026-11-29"));
        let bar = intensity(&figures, day("2026-11-25"), week, Grouping::Week).unwrap()[0];
        assert_eq!((bar.done.moderate, bar.to_come.moderate), (50.0, 40.0));
        assert_eq!(bar.sources, [0, 0, 2, 0]);
        let told = intensity(
            &figures,
            day("2026-11-25"),
            week.before().before(),
            Grouping::Week,
        );
        assert!(told.unwrap_err().to_string().contains("one run"));
    }
}
