//! Values that are one of a few words.

use crate::domain::{DateStyle, DistanceUnit, DumbbellWeight, MassUnit, Paper, Units};
use crate::history::DayOrder;

/// The value with this word among `all`, or a sentence that lists the words.
pub(super) fn one_of<T: Copy>(text: &str, all: &[(T, &str)]) -> Result<T, String> {
    let found = all.iter().find(|(_, word)| word.eq_ignore_ascii_case(text));
    found.map(|(value, _)| *value).ok_or_else(|| {
        let words: Vec<_> = all.iter().map(|(_, word)| *word).collect();
        format!("choose one of: {}", words.join(", "))
    })
}

pub(super) fn mass_unit(text: &str) -> Result<MassUnit, String> {
    one_of(text, &[(MassUnit::Kg, "kg"), (MassUnit::Pounds, "lb")])
}

pub(super) fn distance_unit(text: &str) -> Result<DistanceUnit, String> {
    one_of(
        text,
        &[(DistanceUnit::Km, "km"), (DistanceUnit::Miles, "mi")],
    )
}

pub(super) fn units(text: &str) -> Result<Units, String> {
    let imperial = Units::IMPERIAL;
    one_of(
        text,
        &[(Units::default(), "metric"), (imperial, "imperial")],
    )
}

pub(super) fn day_order(text: &str) -> Result<DayOrder, String> {
    let orders = [
        (DayOrder::DayFirst, "day-first"),
        (DayOrder::MonthFirst, "month-first"),
    ];
    one_of(text, &orders)
}

pub(super) fn dumbbell_weight(text: &str) -> Result<DumbbellWeight, String> {
    one_of(
        text,
        &[(DumbbellWeight::One, "one"), (DumbbellWeight::Both, "both")],
    )
}

pub(super) fn date_style(text: &str) -> Result<DateStyle, String> {
    one_of(
        text,
        &[
            (DateStyle::DayFirst, "day-first"),
            (DateStyle::MonthFirst, "month-first"),
            (DateStyle::Iso, "iso"),
        ],
    )
}

pub(super) fn paper(text: &str) -> Result<Paper, String> {
    one_of(text, &[(Paper::A4, "a4"), (Paper::Letter, "letter")])
}
