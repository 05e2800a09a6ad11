//! Where the rules come from.

/// A source that rules name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Article 000.
    BasicFit,
    /// Article 001.
    RunningCoach,
    /// Article 002.
    RunningBlog,
    /// Article 003.
    StrengthLog,
    /// Article 004.
    RaceOrganiser,
    /// On the order of strength and running, and the run of the next day.
    Doma2013,
    /// On the hours between strength and endurance.
    Robineau2016,
    /// On strength and endurance in one plan.
    Schumann2022,
    /// On single runs and injuries.
    Frandsen2025,
    /// On tapers.
    Bosquet2007,
    /// On maintaining strength.
    Ronnestad2010,
    /// On resistance training.
    Acsm,
    /// On running training.
    Daniels,
    /// On growing by ten percent a week.
    Buist2008,
    /// On strength and conditioning.
    WorldRugby,
    /// What coaches do, without a text to point to.
    Practice,
}

impl Source {
    /// The number by which findings cite an article: "003".
    pub fn number(self) -> Option<&'static str> {
        match self {
            Self::BasicFit => Some("000"),
            Self::RunningCoach => Some("001"),
            Self::RunningBlog => Some("002"),
            Self::StrengthLog => Some("003"),
            Self::RaceOrganiser => Some("004"),
            _ => None,
        }
    }

    /// True for studies and for what sums them up; false for guides, books and habit.
    pub fn is_research(self) -> bool {
        match self {
            Self::Doma2013
            | Self::Robineau2016
            | Self::Schumann2022
            | Self::Frandsen2025
            | Self::Bosquet2007
            | Self::Ronnestad2010
            | Self::Acsm
            | Self::Buist2008 => true,
            Self::BasicFit
            | Self::RunningCoach
            | Self::RunningBlog
            | Self::StrengthLog
            | Self::RaceOrganiser
            | Self::Daniels
            | Self::WorldRugby
            | Self::Practice => false,
        }
    }

    /// A name short enough for a line.
    pub fn name(self) -> &'static str {
        match self {
            Self::BasicFit => "Basic-Fit",
            Self::RunningCoach => "A running coach",
            Self::RunningBlog => "A running blog",
            Self::StrengthLog => "StrengthLog",
            Self::RaceOrganiser => "A race organiser",
            Self::Doma2013 => "Doma & Deakin 2013",
            Self::Robineau2016 => "Robineau 2016",
            Self::Schumann2022 => "Schumann 2022",
            Self::Frandsen2025 => "Frandsen 2025",
            Self::Bosquet2007 => "Bosquet 2007",
            Self::Ronnestad2010 => "Rønnestad 2010",
            Self::Acsm => "ACSM",
            Self::Daniels => "Daniels",
            Self::Buist2008 => "Buist 2008",
            Self::WorldRugby => "World Rugby",
            Self::Practice => "Practice",
        }
    }

    /// The same within a sentence.
    pub fn name_within(self) -> &'static str {
        match self {
            Self::RunningCoach => "a running coach",
            Self::RunningBlog => "a running blog",
            Self::RaceOrganiser => "a race organiser",
            Self::Practice => "practice",
            other => other.name(),
        }
    }

    /// What it is, for those who want to look it up.
    pub fn reference(self) -> &'static str {
        match self {
            Self::BasicFit => "Guide to strength training for runners, article 000",
            Self::RunningCoach => {
                "“Strength Training for Runners: How to Fit It In Without Losing Running Fitness”, article 001"
            }
            Self::RunningBlog => {
                "“Should I Strength Train if I Want To Improve My Running?”, article 002"
            }
            Self::StrengthLog => "Guide to strength training for runners, article 003",
            Self::RaceOrganiser => "“Strength Training Tips for Runners”, 2025, article 004",
            Self::Doma2013 => "Study of the order of strength and endurance training in runners",
            Self::Robineau2016 => {
                "Trial of strength and endurance sessions 0, 6 and 24 h apart, in rugby players"
            }
            Self::Schumann2022 => {
                "Systematic review and meta-analysis of concurrent aerobic and strength training"
            }
            Self::Frandsen2025 => "Cohort of 5 205 runners, single runs and overuse injuries",
            Self::Bosquet2007 => "Meta-analysis of tapers before competition",
            Self::Ronnestad2010 => {
                "Trial of strength maintenance in season, in well-trained cyclists"
            }
            Self::Acsm => {
                "American College of Sports Medicine, position stands on resistance training"
            }
            Self::Daniels => "Daniels' Running Formula",
            Self::Buist2008 => "Trial of a graded training program for new runners",
            Self::WorldRugby => "Strength and conditioning course",
            Self::Practice => "What coaches do; nobody in particular to point to",
        }
    }
}
