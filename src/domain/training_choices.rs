//! What a coach chooses for an athlete: experience, where strength belongs, and what comes first.

use serde::{Deserialize, Serialize};

/// Experience in lifting.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Level {
    /// New to it.
    Novice,
    /// Some months or years.
    #[default]
    Intermediate,
    /// Many years.
    Advanced,
}

/// Where strength for the legs belongs; the sources disagree, so the coach chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Policy {
    /// On easy days, or on the day after a hard run (source 001).
    #[default]
    EasyOrAfterHard,
    /// On key-run days after the run, so that easy days stay easy (source 004).
    HardDaysHard,
    /// Never on a day with a run (source 003).
    Separate,
}

/// What comes first when both cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Priority {
    /// Running.
    #[default]
    Running,
    /// Neither.
    Balanced,
    /// Strength.
    Strength,
}

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal, $label:literal);+ $(;)? }) => {
        impl $name {
            /// Every value, in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word plan text uses.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The words the screen shows.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
}

words!(Level {
    Novice => "novice", "Novice";
    Intermediate => "intermediate", "Intermediate";
    Advanced => "advanced", "Advanced";
});

words!(Policy {
    EasyOrAfterHard => "easy-or-after-hard", "Easy day or day after a hard run";
    HardDaysHard => "hard-days-hard", "Hard days hard, easy days easy";
    Separate => "separate", "Run and lift on different days";
});

words!(Priority {
    Running => "running", "Running";
    Balanced => "balanced", "Balanced";
    Strength => "strength", "Strength";
});
