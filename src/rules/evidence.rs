//! Why a rule is a rule: when it speaks, what is known, who says so, who disagrees, and how sure that is.

use super::source::Source;

/// What stands behind a rule.
#[derive(Debug, Clone, Copy)]
pub struct Evidence {
    /// When the rule speaks. A name in braces stands for the figure in force: "less than {hours} apart".
    pub condition: &'static str,
    /// What is known, with figures, and what is not.
    pub grounds: &'static str,
    /// Who says so.
    pub says: &'static [Citation],
    /// Sources that disagree; often none.
    pub disagrees: &'static [Citation],
    /// How sure it is.
    pub certainty: Certainty,
}

impl Evidence {
    /// Who says so, by name: "Basic-Fit, StrengthLog".
    pub fn sayers(&self) -> String {
        names(self.says)
    }

    /// The names of sources that disagree; empty without any.
    pub fn opponents(&self) -> String {
        names(self.disagrees)
    }

    /// All in one line: "Basic-Fit, StrengthLog; disagrees: TRA".
    pub fn sources(&self) -> String {
        let says = self.sayers();
        match self.opponents() {
            against if against.is_empty() => says,
            against => format!("{says}; disagrees: {against}"),
        }
    }
}

fn names(citations: &[Citation]) -> String {
    let names: Vec<_> = citations
        .iter()
        .map(|citation| citation.source.name_within())
        .collect();
    names.join(", ")
}

/// What a source has to say on a rule, in our words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: Source,
    /// What it says.
    pub says: &'static str,
}

impl Source {
    /// What the source has to say on a rule, in our words.
    pub(super) const fn says(self, says: &'static str) -> Citation {
        Citation { source: self, says }
    }
}

/// How sure a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Habit, opinion, or studies that found little.
    Weak,
    /// What coaches agree on and studies fit to.
    Consensus,
    /// Measured.
    Strong,
}

impl Certainty {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strong => "Strong evidence",
            Self::Consensus => "Coaches’ consensus",
            Self::Weak => "Weak evidence or opinion",
        }
    }

    /// What that means, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Strong => "It was measured, in trials or in a large cohort.",
            Self::Consensus => {
                "Coaches largely agree and what was measured fits, but the figures are experience."
            }
            Self::Weak => {
                "Little was measured, or with mixed results. It may well be otherwise for this athlete."
            }
        }
    }
}
