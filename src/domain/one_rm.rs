//! The formulas that estimate a one-repetition maximum. What they work out is in `load`.

use serde::{Deserialize, Serialize};

/// The published formulas, w being the load and r the repetitions to failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum OneRmFormula {
    /// w (1 + r/30).
    #[default]
    Epley,
    /// 36 w / (37 − r).
    Brzycki,
    /// w r^0.10.
    Lombardi,
    /// w (1 + 0.025 r).
    OConner,
    /// 100 w / (48.8 + 53.8 e^(−0.075 r)).
    Wathan,
    /// 100 w / (52.2 + 41.9 e^(−0.055 r)).
    Mayhew,
}

impl OneRmFormula {
    /// All formulas, in display order.
    pub const ALL: [Self; 6] = [
        Self::Epley,
        Self::Brzycki,
        Self::Lombardi,
        Self::OConner,
        Self::Wathan,
        Self::Mayhew,
    ];

    /// Its author's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Epley => "Epley",
            Self::Brzycki => "Brzycki",
            Self::Lombardi => "Lombardi",
            Self::OConner => "O’Conner",
            Self::Wathan => "Wathan",
            Self::Mayhew => "Mayhew",
        }
    }
}
