//! Easy, moderate and hard: the classes, the minutes in each, and what they were read from.

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
    /// The heart rate throughout the run, as a watch recorded it.
    HeartTime,
    /// Its steps, each with its own target, as planned; the minutes are those it took.
    Steps,
    /// The average heart rate, for the whole run.
    HeartRate,
    /// The average pace against the threshold pace, for the whole run.
    Pace,
    /// How hard it felt, for the whole run; as planned where nothing was logged.
    Exertion,
    /// Its kind, for the whole run.
    Kind,
}

impl IntensitySource {
    /// All of them, the most trusted first.
    pub const ALL: [Self; 6] = [
        Self::HeartTime,
        Self::Steps,
        Self::HeartRate,
        Self::Pace,
        Self::Exertion,
        Self::Kind,
    ];

    /// What a legend calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::HeartTime => "heart rate throughout",
            Self::Steps => "planned steps",
            Self::HeartRate => "average heart rate",
            Self::Pace => "average pace",
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

    pub(super) fn put(&mut self, intensity: Intensity, minutes: f64) {
        let place = match intensity {
            Intensity::Easy => &mut self.easy,
            Intensity::Moderate => &mut self.moderate,
            Intensity::Hard => &mut self.hard,
        };
        *place += minutes as f32;
    }

    pub(super) fn scaled(self, factor: f64) -> Self {
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

/// Minutes of hard running from which a run counts as a hard session, and of moderate or hard running from which it
/// counts as a moderate one: strides at the end of an easy run leave it easy (practice).
const HARD_SESSION_MINUTES: f32 = 5.0;
const MODERATE_SESSION_MINUTES: f32 = 10.0;

/// The minutes of one run by intensity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntensityMinutes {
    /// The minutes.
    pub minutes: Minutes3,
    /// What they were read from.
    pub source: IntensitySource,
}

impl IntensityMinutes {
    /// What the run counts as where sessions are counted, as Seiler's four fifths are: the hardest part that is more than
    /// a few strides long.
    pub fn session(&self) -> Intensity {
        let Minutes3 { moderate, hard, .. } = self.minutes;
        let all = self.minutes.total();
        // A short run that is hard throughout is a hard one.
        let enough = |minutes: f32, least: f32| minutes >= least.min(0.5 * all) && minutes > 0.0;
        if enough(hard, HARD_SESSION_MINUTES) {
            Intensity::Hard
        } else if enough(moderate + hard, MODERATE_SESSION_MINUTES) {
            Intensity::Moderate
        } else {
            Intensity::Easy
        }
    }
}
