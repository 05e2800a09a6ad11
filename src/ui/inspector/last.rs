//! What was lifted the last time, in words.

use crate::domain::Units;
use crate::planning::Last;
use crate::ui::format;

use super::hands::Hands;
use super::sets;

/// "last: 3 sets 60 kg × 5, RIR 2, 17 Nov"; of two dumbbells "2 × 12 kg × 10". The day stays on one line.
pub(super) fn last_text(last: &Last<'_>, units: Units, hands: Hands) -> String {
    let sets = sets::summary(&last.log.sets, units, hands);
    let day = format::day_month(last.date).replace(' ', "\u{a0}");
    format!("last: {sets}, {day}")
}
