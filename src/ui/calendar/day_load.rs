//! What a day costs.

use chrono::NaiveDate;

use crate::ui::view::View;

/// The load of a day in AU.
pub fn load_of(view: &View, date: NaiveDate) -> f64 {
    view.athlete
        .sessions
        .on(date)
        .iter()
        .filter_map(|session| view.derived.facts.get(&session.id))
        .map(|facts| facts.load)
        .sum()
}
