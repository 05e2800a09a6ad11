//! Which charts there are, and what each of them is.

/// A chart of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Weekly load of runs and strength, stacked.
    Load,
    /// Weekly distance with its change.
    Distance,
    /// Estimated maxima of several exercises.
    OneRm,
    /// Hard sets of each muscle against its band.
    HardSets,
    /// The same on the body map.
    BodyMap,
    /// Fitness, fatigue and form.
    Form,
    /// The heaviest set of each session.
    TopWeight,
    /// Mass moved in each week.
    Tonnage,
    /// How much of the plan was done.
    Adherence,
    /// Easy, moderate and hard minutes of running.
    Intensity,
    /// How alike the days of a week are.
    Monotony,
    /// Weekly load times monotony.
    Strain,
    /// The last week against the usual one.
    Habit,
    /// What a race would take now.
    RaceTime,
    /// Personal bests.
    Records,
}

impl Chart {
    /// Every chart, in the order people rely on them.
    pub const ALL: &'static [Self] = &[
        Self::Load,
        Self::Distance,
        Self::OneRm,
        Self::HardSets,
        Self::BodyMap,
        Self::Form,
        Self::TopWeight,
        Self::Tonnage,
        Self::Adherence,
        Self::Intensity,
        Self::Monotony,
        Self::Strain,
        Self::Habit,
        Self::RaceTime,
        Self::Records,
    ];

    /// The word that files use for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Distance => "distance",
            Self::OneRm => "one-rm",
            Self::HardSets => "hard-sets",
            Self::BodyMap => "body-map",
            Self::Form => "form",
            Self::TopWeight => "top-weight",
            Self::Tonnage => "tonnage",
            Self::Adherence => "adherence",
            Self::Intensity => "intensity",
            Self::Monotony => "monotony",
            Self::Strain => "strain",
            Self::Habit => "habit",
            Self::RaceTime => "race-time",
            Self::Records => "records",
        }
    }

    /// The chart that files use this word for.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|chart| chart.word() == word)
    }

    /// Its name in lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Load => "Weekly load",
            Self::Distance => "Weekly distance",
            Self::OneRm => "Estimated 1RM",
            Self::HardSets => "Hard sets per muscle",
            Self::BodyMap => "Body map of hard sets",
            Self::Form => "Fitness, fatigue and form",
            Self::TopWeight => "Top weight",
            Self::Tonnage => "Tonnage",
            Self::Adherence => "Plan kept",
            Self::Intensity => "Running intensity",
            Self::Monotony => "Monotony",
            Self::Strain => "Strain",
            Self::Habit => "Load against habit",
            Self::RaceTime => "Projected race time",
            Self::Records => "Records",
        }
    }

    /// The question it answers, in a few words.
    pub fn question(self) -> &'static str {
        match self {
            Self::Load => "How heavy was each week, and what comes next?",
            Self::Distance => "How far did I run, and how fast does it grow?",
            Self::OneRm => "Am I getting stronger?",
            Self::HardSets => "Which muscles get too little this week?",
            Self::BodyMap => "Where on the body did the week's sets go?",
            Self::Form => "Am I building up, and does the taper freshen me?",
            Self::TopWeight => "What is the heaviest I lift in training?",
            Self::Tonnage => "How much do I move in a week?",
            Self::Adherence => "What did I do of the plan, and what did I skip?",
            Self::Intensity => "Are the easy runs most of my running?",
            Self::Monotony => "Do hard and easy days differ?",
            Self::Strain => "Which weeks were both heavy and monotonous?",
            Self::Habit => "Is this week much more than I am used to?",
            Self::RaceTime => "What could I run now?",
            Self::Records => "What are my bests?",
        }
    }

    /// True when the plan takes part in it, so that it changes while a session is dragged.
    pub fn looks_ahead(self) -> bool {
        matches!(
            self,
            Self::Load
                | Self::Distance
                | Self::HardSets
                | Self::BodyMap
                | Self::Form
                | Self::Intensity
                | Self::Monotony
                | Self::Strain
                | Self::Habit
                | Self::OneRm
                | Self::TopWeight
                | Self::Tonnage
        )
    }
}
