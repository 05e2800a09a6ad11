//! What a run is planned to be.

use serde::{Deserialize, Serialize};

use super::{Bpm, HeartTime, Meters, NamedPace, Pace, Rpe, Seconds};

/// The kinds of run a week is made of.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum RunKind {
    /// Very easy, after something hard.
    Recovery,
    /// Conversational.
    #[default]
    Easy,
    /// Moderate and even.
    Steady,
    /// Faster towards the end.
    Progression,
    /// The longest run of the week.
    Long,
    /// About threshold.
    Tempo,
    /// Repeats with recoveries.
    Intervals,
    /// Repeats uphill.
    Hills,
    /// Fartlek: faster and slower stretches as the runner likes.
    Fartlek,
    /// A race.
    Race,
}

impl RunKind {
    /// All kinds, from the easiest to the race.
    pub const ALL: [Self; 10] = [
        Self::Recovery,
        Self::Easy,
        Self::Steady,
        Self::Progression,
        Self::Long,
        Self::Tempo,
        Self::Intervals,
        Self::Hills,
        Self::Fartlek,
        Self::Race,
    ];

    /// The word plan text uses: `easy`, `intervals` …
    pub fn word(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Easy => "easy",
            Self::Steady => "steady",
            Self::Progression => "progression",
            Self::Long => "long",
            Self::Tempo => "tempo",
            Self::Intervals => "intervals",
            Self::Hills => "hills",
            Self::Fartlek => "fartlek",
            Self::Race => "race",
        }
    }

    /// The name a card shows: "Easy run", "Intervals" …
    pub fn title(self) -> &'static str {
        match self {
            Self::Recovery => "Recovery run",
            Self::Easy => "Easy run",
            Self::Steady => "Steady run",
            Self::Progression => "Progression run",
            Self::Long => "Long run",
            Self::Tempo => "Tempo",
            Self::Intervals => "Intervals",
            Self::Hills => "Hills",
            Self::Fartlek => "Fartlek",
            Self::Race => "Race",
        }
    }
}

/// How far or how long a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Extent {
    /// A distance.
    Distance(Meters),
    /// A time.
    Time(Seconds),
}

/// A heart-rate band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeartRateRange {
    /// Lower bound.
    pub low: Bpm,
    /// Upper bound.
    pub high: Bpm,
}

impl HeartRateRange {
    /// Anything up to this heart rate: from the slowest that is counted.
    pub fn up_to(high: Bpm) -> Self {
        let low = Bpm(HeartTime::LOWEST.0.min(high.0));
        Self { low, high }
    }

    /// True where only the upper bound says something.
    pub fn is_open(self) -> bool {
        self.low <= HeartTime::LOWEST && self.low < self.high
    }
}

/// What a step aims at.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// A pace.
    Pace(Pace),
    /// An exertion.
    Rpe(Rpe),
    /// A heart-rate band.
    HeartRate(HeartRateRange),
    /// An intensity in words, worked out for the athlete where it is needed.
    Named(NamedPace),
}

/// How a runner recovers between repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum RecoveryStyle {
    /// Jogging.
    #[default]
    Jog,
    /// Walking.
    Walk,
    /// Standing.
    Stand,
}

/// The recovery after each repeat.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Recovery {
    /// How far or long.
    pub extent: Extent,
    /// How.
    #[serde(default)]
    pub style: RecoveryStyle,
}

/// What part a step plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum StepKind {
    /// Before the work.
    WarmUp,
    /// The work itself.
    #[default]
    Work,
    /// After the work.
    CoolDown,
}

/// A part of a run, repeated `repeats` times.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What part it plays.
    #[serde(default)]
    pub kind: StepKind,
    /// How often, at least 1.
    #[serde(default = "one")]
    pub repeats: u32,
    /// How far or long each time.
    pub extent: Extent,
    /// What it aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// What follows each repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Recovery>,
}

impl Step {
    /// A part of a run that is done once and aims at nothing.
    pub fn new(kind: StepKind, extent: Extent) -> Self {
        Self {
            kind,
            repeats: 1,
            extent,
            target: None,
            recovery: None,
        }
    }
}

fn one() -> u32 {
    1
}

/// The planned half of a run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RunPlan {
    /// Which kind of run.
    pub kind: RunKind,
    /// The whole distance, where planned by distance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Meters>,
    /// Exertion of the whole run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpe: Option<Rpe>,
    /// Pace of the whole run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
    /// Warm-up, repeats, cool-down.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Run in the heat on purpose, to get used to it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub warm: bool,
}

impl RunPlan {
    /// A run of `kind` with nothing else said.
    pub fn of(kind: RunKind) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }
}
