//! What was lifted the last time, in words.

use crate::domain::Units;
use crate::planning::Last;
use crate::ui::format;

use super::sets;

/// "last: 3 sets 60 kg × 5, RIR 2, 17 Nov"; the day stays on one line.
pub(super) fn last_text(last: &Last<'_>, units: Units) -> String {
    text(last, units, "")
}

/// "last, of both: 24 kg × 10, 17 Nov" beside a load of two dumbbells, which is told of each: what was logged is of both.
pub(super) fn last_of_pair_text(last: &Last<'_>, units: Units) -> String {
    let has_load = last.working().any(|set| set.kg.is_some());
    text(last, units, if has_load { ", of both" } else { "" })
}

fn text(last: &Last<'_>, units: Units, of_both: &str) -> String {
    let sets = sets::summary(&last.log.sets, units);
    let day = format::day_month(last.date).replace(' ', "\u{a0}");
    format!("last{of_both}: {sets}, {day}")
}
