//! The days of a week by what they carry, as sets of one bit a day.

use crate::domain::LegLoad;

/// A set of days of a week, one bit each.
pub(super) type Set = u8;

/// Days of a week.
pub(super) const DAYS: u32 = 7;
/// All of them.
pub(super) const ALL: Set = 0x7f;

/// The days of a week by what they carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Days {
    /// The long run.
    pub(super) long: Set,
    /// Quality runs.
    pub(super) quality: Set,
    /// Easy runs.
    pub(super) easy: Set,
    /// Strength.
    pub(super) strength: Set,
}

impl Days {
    /// All days with a run.
    pub(super) fn runs(self) -> Set {
        self.long | self.quality | self.easy
    }
}

/// What a week is to carry, with the minutes of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wants {
    /// Minutes of the long run, where there is one.
    pub(super) long: Option<u32>,
    /// Quality runs, and the minutes of each.
    pub(super) quality: (u32, u32),
    /// Runs from which a second quality run has room.
    pub(super) two_from: u32,
    /// Easy runs, and the minutes of each.
    pub(super) easy: (u32, u32),
    /// Strength sessions, and the minutes of each.
    pub(super) strength: (u32, u32),
    /// What they ask of the legs at most.
    pub(super) legs: LegLoad,
    /// How many of them the legs feel the day after.
    pub(super) felt: u32,
    /// True when they need the gym.
    pub(super) gym: bool,
}

impl Wants {
    /// The same with one session less, the one that matters least; `None` when nothing is left to take away.
    pub(super) fn fewer(mut self) -> Option<Self> {
        let runs = u32::from(self.long.is_some()) + self.quality.0 + self.easy.0;
        if self.quality.0 > 1 && runs <= self.two_from {
            self.quality.0 -= 1;
        } else if self.easy.0 > 1 {
            self.easy.0 -= 1;
        } else if self.strength.0 > 1 {
            self.strength.0 -= 1;
        } else if self.quality.0 > 0 {
            self.quality.0 -= 1;
        } else if self.easy.0 > 0 {
            self.easy.0 -= 1;
        } else if self.strength.0 > 0 {
            self.strength.0 -= 1;
        } else {
            self.long.take()?;
        }
        Some(self)
    }
}

/// The days after some, the first after the last: the next week is much like this one.
pub(super) fn next(days: Set) -> Set {
    (days << 1 | days >> (DAYS - 1)) & ALL
}

/// The days before some.
pub(super) fn previous(days: Set) -> Set {
    (days >> 1 | days << (DAYS - 1)) & ALL
}

/// All sets of so many days among some.
pub(super) fn subsets(among: Set, size: u32) -> impl Iterator<Item = Set> {
    (0..=ALL).filter(move |set| set & !among == 0 && set.count_ones() == size)
}
