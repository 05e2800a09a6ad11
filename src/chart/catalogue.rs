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

    /// What it is: formula, source and limits.
    pub fn about(self) -> &'static str {
        match self {
            Self::Load => {
                "Session load is exertion (0–10) × minutes, in arbitrary units (AU): the one measure \
                 that runs and lifts share (Foster 2001). The line is the mean of the four weeks \
                 before each week: what you are used to. Faded bars are planned. Triangles and \
                 hexagons mark weeks in which a rule objects. Loads without a logged exertion are \
                 estimated from the plan."
            }
            Self::Distance => {
                "Distance run in each week, races included and cross-training not. Faded bars are \
                 planned. The change is against the week before; on its own it says little about \
                 risk."
            }
            Self::OneRm => {
                "The best working set of each session, turned into the load that could be lifted \
                 once: load × (1 + repetitions / 30), repetitions in reserve counted in (Epley \
                 1985). Faded points rest on more than 10 repetitions and are rough; warm-ups and \
                 sets of more than 12 give no estimate. Diamonds are tested maxima. Where reserve \
                 was not logged the set counts as taken to the limit, so the estimate is low. Dashed: \
                 what the planned sets suppose, done to the letter; loads planned in percent suppose \
                 nothing."
            }
            Self::HardSets => {
                "Working sets of the shown week with up to four repetitions in reserve: one for each \
                 muscle that does the work, half for each that helps. Faded sets are still planned. \
                 The pale stretch is the weekly band for the lifting level: the low end from studies \
                 of sets and strength (Ralston 2017), the high end kept low because legs have running \
                 to recover from. A set without a word on reserve counts as hard."
            }
            Self::BodyMap => {
                "The same hard sets on the body: grey none, pale below the weekly band, violet \
                 within it, orange above it. Point at a muscle to read its sets."
            }
            Self::Form => {
                "Fitness is the load of about the last six weeks (an exponential mean over 42 days), \
                 fatigue that of the last week (7 days), form is yesterday's fitness minus fatigue \
                 (Banister 1975, Coggan). It describes load and forecasts no performance: form \
                 rises in a taper because load falls. Dashed from today on: what the plan comes to."
            }
            Self::TopWeight => {
                "The heaviest working set of each session, warm-ups and drop sets left out, whatever \
                 the repetitions. For bodyweight exercises the load added to the body. Dashed: what \
                 is planned."
            }
            Self::Tonnage => {
                "Sets × repetitions × load of all working sets in a week; both sides and both \
                 dumbbells count. It tells how much was moved, not how hard it was: heavy sets of \
                 few repetitions weigh little here. Sets without a load are left out, and so are planned \
                 loads in percent. Faded: still planned."
            }
            Self::Adherence => {
                "What became of the sessions due in each week: done (moved ones count as done; pale \
                 ones were cut short), skipped on purpose or missed, or passed without a word. The \
                 share is told over the last four weeks, by count. Point at a week to read what was \
                 left out. Days to come, rest, notes and mobility are not counted."
            }
            Self::Intensity => {
                "Running minutes of each week as easy, moderate and hard, by heart rate or pace where \
                 logged and by the kind of run where not. Most successful plans keep about four \
                 fifths easy (Seiler 2010); the split says nothing about how much you run."
            }
            Self::Monotony => {
                "The mean of the seven daily loads divided by their spread, rest days counting as \
                 zero (Foster 1998). Above 2 the days of a week are much alike: hard days are \
                 hardly harder than easy ones. It describes a pattern and predicts nothing."
            }
            Self::Strain => {
                "The load of a week times its monotony (Foster 1998): high where much load comes \
                 without easier days in between. It has no bound of its own; compare your weeks \
                 with each other."
            }
            Self::Habit => {
                "The load of the last 7 days against that of the last 28, both as exponential means: \
                 +20 % is a fifth more than you are used to. The two means share days, and studies \
                 do not agree on any link with injury (Lolli 2019, Impellizzeri 2020), so no zone is \
                 coloured. Shown once there are 28 days of training."
            }
            Self::RaceTime => {
                "What the next race would take now, by the best runs of the twelve weeks before: each \
                 is carried over to the distance by VDOT (Daniels and Gilbert 1979) and by Riegel's \
                 formula (1981), two of them by critical speed where that holds. The line is the \
                 middle of these estimates, the band their spread. Training runs are slower than \
                 races, and every formula supposes training for the distance."
            }
            Self::Records => {
                "Bests from the log: the highest maxima and top weights, the longest and fastest runs. \
                 Estimates from more than ten repetitions are left out."
            }
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
