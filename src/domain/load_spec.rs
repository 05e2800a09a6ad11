//! What a set is done with.

use serde::{Deserialize, Serialize};

use super::Kilograms;

/// What is lifted. Written `62.5kg`, `2x12kg`, `75%`, `bw`, `bw+10kg`, `bw-20kg`, `band` or `band green`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum LoadSpec {
    /// Not said.
    #[default]
    Unset,
    /// One implement, or the bar with its plates.
    Kg(Kilograms),
    /// Two implements of this mass each.
    Pair(Kilograms),
    /// Percent of the one-repetition maximum, 0–100 and above.
    Percent(f64),
    /// Bodyweight, with mass added or taken off (negative).
    Bodyweight(Kilograms),
    /// A band, with its colour or strength where said.
    Band(String),
}

impl LoadSpec {
    /// True when nothing is said.
    pub fn is_unset(&self) -> bool {
        *self == Self::Unset
    }

    /// The mass moved besides the body, both implements together. `None` for percent, band and unset.
    pub fn kilograms(&self) -> Option<Kilograms> {
        match self {
            Self::Kg(kg) | Self::Bodyweight(kg) => Some(*kg),
            Self::Pair(kg) => Some(Kilograms::new(kg.kg() * 2.0)),
            Self::Unset | Self::Percent(_) | Self::Band(_) => None,
        }
    }
}
