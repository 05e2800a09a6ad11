//! What was lifted the last time, in words.

use crate::domain::Units;
use crate::planning::Last;
use crate::ui::format;

use super::sets;

/// "last: 3 sets 5×60 kg @2, 17 Nov"; the day stays on one line.
pub(super) fn last_text(last: &Last<'_>, units: Units) -> String {
    let sets = sets::summary(&last.log.sets, units);
    let day = format::day_month(last.date).replace(' ', "\u{a0}");
    format!("last: {sets}, {day}")
}
