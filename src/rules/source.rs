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

/// Sources as a table: what each is, its short name and what it is in full.
macro_rules! sources {
    ($($(#[$about:meta])* $constant:ident: $kind:ident, $name:literal, $reference:literal;)*) => {
        impl Source {
            $($(#[$about])* pub const $constant: Self = Self {
                name: $name,
                reference: $reference,
                kind: SourceKind::$kind,
            };)*
        }
    };
}

sources! {
    /// Article 000.
    BASIC_FIT: Guide, "Basic-Fit", "Basic-Fit’s guide to strength training for runners";
    /// Article 001.
    RUN_SMARTER: Guide, "Run Smarter",
        "“Strength Training for Runners: How to Fit It In Without Losing Running Fitness”, by the coach of Run Smarter";
    /// The week that article 001 gives as its example, which breaks two of its own rules.
    RUN_SMARTER_WEEK: Guide, "Run Smarter’s sample week",
        "The sample week of “Strength Training for Runners: How to Fit It In Without Losing Running Fitness”";
    /// Article 002.
    RUNNING_BLOG: Guide, "“Should I Strength Train?”",
        "“Should I Strength Train if I Want To Improve My Running?”, an article on a runner’s blog";
    /// Article 003.
    STRENGTH_LOG: Guide, "StrengthLog", "StrengthLog’s guide to strength training for runners";
    /// Article 004.
    TRA: Guide, "TRA", "“Strength Training Tips for Runners”, TRA, September 2025";
    /// On running training.
    DANIELS: Guide, "Daniels", "Daniels’ Running Formula";
    /// What coaches do.
    PRACTICE: Habit, "Practice", "What coaches do; nobody in particular to point to";
    /// On the order of strength and running, and the run of the next day.
    DOMA_2013: Research, "Doma & Deakin 2013",
        "Study of 14 men who ran and lifted 6 h apart, in either order, and ran again the next day";
    /// On the hours between strength and endurance.
    ROBINEAU_2016: Research, "Robineau 2016",
        "Trial of strength and endurance sessions 0, 6 and 24 h apart, in rugby players";
    /// On strength and endurance in one session or on alternate days.
    SCHUMANN_2015: Research, "Schumann 2015",
        "Trial of 24 weeks, strength and cycling in one session or on alternate days (PLoS ONE)";
    /// On strength and endurance in one plan.
    SCHUMANN_2022: Research, "Schumann 2022",
        "Systematic review and meta-analysis of concurrent aerobic and strength training";
    /// On what concurrent training takes from trained lifters.
    PETRE_2021: Research, "Petré 2021", "Meta-analysis of concurrent training and maximum strength by training status";
    /// On concurrent training in men and women.
    HUIBERTS_2024: Research, "Huiberts 2024", "Meta-analysis of concurrent training and strength in men and women";
    /// On single runs and injuries.
    FRANDSEN_2025: Research, "Frandsen 2025", "Cohort of 5 205 runners, single runs and overuse injuries";
    /// On growing by ten percent a week.
    BUIST_2008: Research, "Buist 2008",
        "Trial of a graded 13-week program against a standard 8-week program, in new runners";
    /// On how fast novices grow.
    NIELSEN_2014: Research, "Nielsen 2014", "Cohort of novice runners, growth of distance in a fortnight and injuries";
    /// On bone stress and how running load grows.
    WARDEN_2021: Research, "Warden 2021", "Review of preventing and managing bone stress injuries in runners";
    /// On tapers.
    BOSQUET_2007: Research, "Bosquet 2007", "Meta-analysis of tapers before competition";
    /// On tapers before a marathon.
    SMYTH_2021: Research, "Smyth 2021", "Training logs of 158 000 recreational marathon runners and their tapers";
    /// On tapers of endurance athletes.
    WANG_2023: Research, "Wang 2023", "Meta-analysis of tapers in endurance athletes";
    /// On maintaining strength.
    RONNESTAD_2010: Research, "Rønnestad 2010",
        "Trial of strength maintenance in season, in well-trained cyclists, six in each arm";
    /// On how little maintains strength.
    SPIERING_2021: Research, "Spiering 2021", "Review of the least training that maintains strength and endurance";
    /// On a year of strength training in runners.
    BEATTIE_2017: Research, "Beattie 2017",
        "Trial of 40 weeks of strength training in distance runners, once a week in season";
    /// On resistance training, the stand of 2026.
    ACSM_2026: Research, "ACSM 2026",
        "American College of Sports Medicine, position stand on resistance training, April 2026, from 137 reviews";
    /// On resistance training, the stands of 2009 and 2011.
    ACSM_2009: Research, "ACSM 2009 and 2011",
        "American College of Sports Medicine, position stands on progression (2009) and exercise (2011)";
    /// On the order of exercises.
    NUNES_2021: Research, "Nunes 2021", "Meta-analysis of exercise order, 11 trials";
    /// On training to failure.
    REFALO_2023: Research, "Refalo 2023", "Meta-analysis of training to failure and muscle size";
    /// On strength training and running economy.
    LLANOS_LAGOS_2024: Research, "Llanos-Lagos 2024",
        "Systematic review with meta-analysis of strength programs and running economy";
    /// On heavy and plyometric training and running economy.
    EIHARA_2022: Research, "Eihara 2022",
        "Meta-analysis of heavy resistance and plyometric training and running economy";
    /// On plyometric training in runners.
    BARRIO_2023: Research, "Barrio 2023", "Review of plyometric training in runners";
    /// On sleep, soreness and injuries.
    COHORTS_2025: Research, "Two cohorts of 2025", "Two cohorts of runners, poor sleep and soreness before injuries";
    /// On low energy availability.
    IOC_2023: Research, "IOC 2023",
        "International Olympic Committee, consensus on relative energy deficiency in sport, 2023";
    /// On getting used to heat.
    PRYOR_2019: Research, "Pryor 2019", "Review of heat acclimation for athletes";
    /// On deload weeks without training.
    COLEMAN_2024: Research, "Coleman 2024", "Trial of a week without lifting in the middle of a program";
}

impl Source {
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

    /// Its name within a sentence.
    pub fn name_within(self) -> &'static str {
        if self.kind == SourceKind::Habit {
            "practice"
        } else {
            self.name
        }
    }
}
