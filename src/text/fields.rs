//! The things a session can say, and which kinds of session can say them.

use crate::domain::Kind;

/// Things a session can say once, and that only some kinds of session can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Start,
    Kind,
    Duration,
    Distance,
    Rpe,
    Region,
    LegLoad,
    Circuit,
    Sport,
    Key,
    Title,
    Run,
}

impl Field {
    /// Its name in errors.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Start => "time of day",
            Self::Kind => "kind",
            Self::Duration => "duration",
            Self::Distance => "distance",
            Self::Rpe => "rpe",
            Self::Region => "region",
            Self::LegLoad => "leg load",
            Self::Circuit => "circuit",
            Self::Sport => "sport",
            Self::Key => "key mark",
            Self::Title => "title",
            Self::Run => "pace, step or recovery",
        }
    }

    /// True when a session of this kind can say it.
    pub(super) fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Region | Self::LegLoad | Self::Circuit => kind == Kind::Strength,
            Self::Sport => kind == Kind::Cross,
            Self::Rpe => matches!(kind, Kind::Run(_) | Kind::Cross),
            Self::Distance | Self::Run => matches!(kind, Kind::Run(_)),
            Self::Start | Self::Kind | Self::Duration | Self::Key | Self::Title => true,
        }
    }

    /// What can say it, in words.
    pub(super) fn belongs_to(self) -> &'static str {
        match self {
            Self::Region | Self::LegLoad | Self::Circuit => "a strength session",
            Self::Sport => "cross-training",
            Self::Rpe => "a run, cross-training or an exercise",
            _ => "a run",
        }
    }

    /// How to say two things instead of one thing twice.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Kind => "a second session of the day stands after ; or on a line of its own",
            _ => "once is enough",
        }
    }
}
