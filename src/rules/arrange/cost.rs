//! What an arrangement costs, in one number: each kind of trouble outweighs all that is milder, however much of it
//! there is.

use crate::rules::finding::Severity;
use crate::rules::tally::Tally;

/// Cost of one move. Below it count the days moved and whether the time changes: of equally many moves the smaller
/// ones.
pub(super) const MOVE: u64 = 1 << 20;
/// Cost of one tip.
pub(super) const TIP: u64 = 1 << 28;
/// Cost of one caution.
const CAUTION: u64 = 1 << 38;
/// Cost of one conflict.
const CONFLICT: u64 = 1 << 48;
/// Cost of a session on a day, or beyond the minutes of a day, on which the athlete cannot train.
pub(super) const UNAVAILABLE: u64 = 1 << 58;
/// Cost of a run and a lift on one day, weighed against days moved; of two runs or two lifts; and of two runs that are
/// both harder than easy.
pub(super) const SHARED_DAY: u64 = 2;
pub(super) const SHARED_ALIKE: u64 = 6;
pub(super) const SHARED_HARD: u64 = 40;
/// Cost of a week without a free day, weighed against days moved.
pub(super) const NO_FREE_DAY: u64 = 8;

/// What the findings of an arrangement cost.
pub(super) fn cost_of(tally: Tally) -> u64 {
    tally.conflicts as u64 * CONFLICT + tally.cautions as u64 * CAUTION + tally.tips as u64 * TIP
}

/// The number of a severity in a lane.
pub(super) fn level(severity: Severity) -> u8 {
    match severity {
        Severity::Tip => 1,
        Severity::Caution => 2,
        Severity::Conflict => 3,
    }
}

/// What a finding costs that has this level in a lane.
pub(super) fn cost_of_level(level: u8) -> u64 {
    match level {
        0 => 0,
        1 => TIP,
        2 => CAUTION,
        _ => CONFLICT,
    }
}
