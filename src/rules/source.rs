//! Where the rules come from.

/// A source that rules name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source {
    /// A name short enough for a line.
    pub name: &'static str,
    /// What it is, for those who want to look it up.
    pub reference: &'static str,
    /// Whether it is a guide or book, a study, or habit.
    pub kind: SourceKind,
}

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A guide or a book.
    Guide,
    /// A study, or what sums studies up.
    Research,
    /// What coaches do, without a text to point to.
    Habit,
}

/// A guide or book.
const fn guide(name: &'static str, reference: &'static str) -> Source {
    Source {
        name,
        reference,
        kind: SourceKind::Guide,
    }
}

/// A study, or what sums studies up.
const fn study(name: &'static str, reference: &'static str) -> Source {
    Source {
        name,
        reference,
        kind: SourceKind::Research,
    }
}

impl Source {
    /// Article 000.
    pub const BASIC_FIT: Self = guide(
        "Basic-Fit",
        "Basic-Fit's guide to strength training for runners",
    );
    /// Article 001.
    pub const RUN_SMARTER: Self = guide(
        "Run Smarter",
        "“Strength Training for Runners: How to Fit It In Without Losing Running Fitness”, by the coach of Run Smarter",
    );
    /// The week that article 001 gives as its example, which breaks two of its own rules.
    pub const RUN_SMARTER_WEEK: Self = guide(
        "Run Smarter's sample week",
        "The sample week of “Strength Training for Runners: How to Fit It In Without Losing Running Fitness”",
    );
    /// Article 002.
    pub const RUNNING_BLOG: Self = guide(
        "“Should I Strength Train?”",
        "“Should I Strength Train if I Want To Improve My Running?”, an article on a runner's blog",
    );
    /// Article 003.
    pub const STRENGTH_LOG: Self = guide(
        "StrengthLog",
        "StrengthLog's guide to strength training for runners",
    );
    /// Article 004.
    pub const TRA: Self = guide(
        "TRA",
        "“Strength Training Tips for Runners”, TRA, September 2025",
    );
    /// On running training.
    pub const DANIELS: Self = guide("Daniels", "Daniels' Running Formula");
    /// What coaches do.
    pub const PRACTICE: Self = Self {
        name: "Practice",
        reference: "What coaches do; nobody in particular to point to",
        kind: SourceKind::Habit,
    };

    /// On the order of strength and running, and the run of the next day.
    pub const DOMA_2013: Self = study(
        "Doma & Deakin 2013",
        "Study of 14 men who ran and lifted 6 h apart, in either order, and ran again the next day",
    );
    /// On the hours between strength and endurance.
    pub const ROBINEAU_2016: Self = study(
        "Robineau 2016",
        "Trial of strength and endurance sessions 0, 6 and 24 h apart, in rugby players",
    );
    /// On strength and endurance in one session or on alternate days.
    pub const SCHUMANN_2015: Self = study(
        "Schumann 2015",
        "Trial of 24 weeks, strength and cycling in one session or on alternate days (PLoS ONE)",
    );
    /// On strength and endurance in one plan.
    pub const SCHUMANN_2022: Self = study(
        "Schumann 2022",
        "Systematic review and meta-analysis of concurrent aerobic and strength training",
    );
    /// On what concurrent training takes from trained lifters.
    pub const PETRE_2021: Self = study(
        "Petré 2021",
        "Meta-analysis of concurrent training and maximum strength by training status",
    );
    /// On concurrent training in men and women.
    pub const HUIBERTS_2024: Self = study(
        "Huiberts 2024",
        "Meta-analysis of concurrent training and strength in men and women",
    );
    /// On single runs and injuries.
    pub const FRANDSEN_2025: Self = study(
        "Frandsen 2025",
        "Cohort of 5 205 runners, single runs and overuse injuries",
    );
    /// On growing by ten percent a week.
    pub const BUIST_2008: Self = study(
        "Buist 2008",
        "Trial of a graded 13-week program against a standard 8-week program, in new runners",
    );
    /// On how fast novices grow.
    pub const NIELSEN_2014: Self = study(
        "Nielsen 2014",
        "Cohort of novice runners, growth of distance in a fortnight and injuries",
    );
    /// On bone stress and how running load grows.
    pub const WARDEN_2021: Self = study(
        "Warden 2021",
        "Review of preventing and managing bone stress injuries in runners",
    );
    /// On tapers.
    pub const BOSQUET_2007: Self =
        study("Bosquet 2007", "Meta-analysis of tapers before competition");
    /// On tapers before a marathon.
    pub const SMYTH_2021: Self = study(
        "Smyth 2021",
        "Training logs of 158 000 recreational marathon runners and their tapers",
    );
    /// On tapers of endurance athletes.
    pub const WANG_2023: Self = study("Wang 2023", "Meta-analysis of tapers in endurance athletes");
    /// On maintaining strength.
    pub const RONNESTAD_2010: Self = study(
        "Rønnestad 2010",
        "Trial of strength maintenance in season, in well-trained cyclists, six in each arm",
    );
    /// On how little maintains strength.
    pub const SPIERING_2021: Self = study(
        "Spiering 2021",
        "Review of the least training that maintains strength and endurance",
    );
    /// On a year of strength training in runners.
    pub const BEATTIE_2017: Self = study(
        "Beattie 2017",
        "Trial of 40 weeks of strength training in distance runners, once a week in season",
    );
    /// On resistance training, the stand of 2026.
    pub const ACSM_2026: Self = study(
        "ACSM 2026",
        "American College of Sports Medicine, position stand on resistance training, April 2026, from 137 reviews",
    );
    /// On resistance training, the stands of 2009 and 2011.
    pub const ACSM_2009: Self = study(
        "ACSM 2009 and 2011",
        "American College of Sports Medicine, position stands on progression (2009) and exercise (2011)",
    );
    /// On the order of exercises.
    pub const NUNES_2021: Self = study("Nunes 2021", "Meta-analysis of exercise order, 11 trials");
    /// On training to failure.
    pub const REFALO_2023: Self = study(
        "Refalo 2023",
        "Meta-analysis of training to failure and muscle size",
    );
    /// On strength training and running economy.
    pub const LLANOS_LAGOS_2024: Self = study(
        "Llanos-Lagos 2024",
        "Systematic review with meta-analysis of strength programs and running economy",
    );
    /// On heavy and plyometric training and running economy.
    pub const EIHARA_2022: Self = study(
        "Eihara 2022",
        "Meta-analysis of heavy resistance and plyometric training and running economy",
    );
    /// On plyometric training in runners.
    pub const BARRIO_2023: Self = study("Barrio 2023", "Review of plyometric training in runners");
    /// On sleep, soreness and injuries.
    pub const COHORTS_2025: Self = study(
        "Two cohorts of 2025",
        "Two cohorts of runners, poor sleep and soreness before injuries",
    );
    /// On low energy availability.
    pub const IOC_2023: Self = study(
        "IOC 2023",
        "International Olympic Committee, consensus on relative energy deficiency in sport, 2023",
    );
    /// On getting used to heat.
    pub const PRYOR_2019: Self = study("Pryor 2019", "Review of heat acclimation for athletes");
    /// On deload weeks without training.
    pub const COLEMAN_2024: Self = study(
        "Coleman 2024",
        "Trial of a week without lifting in the middle of a program",
    );
    /// On the menstrual cycle and strength.
    pub const COLENSO_SEMPLE_2023: Self = study(
        "Colenso-Semple 2023",
        "Review of the menstrual cycle and strength training",
    );

    /// The article with a number, as files of exercises and templates cite it: "003".
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "000" => Some(Self::BASIC_FIT),
            "001" => Some(Self::RUN_SMARTER),
            "002" => Some(Self::RUNNING_BLOG),
            "003" => Some(Self::STRENGTH_LOG),
            "004" => Some(Self::TRA),
            _ => None,
        }
    }

    /// True for studies and for what sums them up; false for guides, books and habit.
    pub fn is_research(self) -> bool {
        self.kind == SourceKind::Research
    }

    /// Its name within a sentence.
    pub fn name_within(self) -> &'static str {
        if self.kind == SourceKind::Habit {
            "practice"
        } else {
            self.name
        }
    }
}
