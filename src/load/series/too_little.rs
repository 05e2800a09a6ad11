//! What a chart says where there is too little to draw.

use std::fmt;

/// A chart's figures, or the words that stand in their place.
pub type Drawn<T> = Result<T, TooLittle>;

/// There is too little to draw; says what is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLittle {
    /// What is needed, as the rest of "This needs …": "28 days of training; there are 9".
    pub needs: String,
}

impl TooLittle {
    pub(super) fn needs(words: impl Into<String>) -> Self {
        Self {
            needs: words.into(),
        }
    }

    /// So many days since the first one trained; `there` are there, or nothing was trained at all.
    pub(super) fn days(needed: i64, there: Option<i64>) -> Self {
        Self::needs(match there {
            Some(days) => {
                format!(
                    "{needed} days since the first training; there are {}",
                    days.max(0)
                )
            }
            None => format!("{needed} days since the first training; nothing is logged yet"),
        })
    }
}

impl fmt::Display for TooLittle {
    /// One sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "This needs {}.", self.needs)
    }
}
