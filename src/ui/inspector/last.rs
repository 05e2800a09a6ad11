//! What was lifted the last time, in words.

use crate::domain::Units;
use crate::planning::Last;
use crate::ui::format;

use super::sets;

/// "last: 3 sets 5×60 kg @2, 17 Nov".
pub(super) fn last_text(last: &Last<'_>, units: Units) -> String {
    let sets = sets::summary(&last.log.sets, units);
    format!("last: {sets}, {}", format::day_month(last.date))
}
