//! Loads in the form of files, which may have been converted from the other unit.

use crate::domain::{Kilograms, LoadSpec};

/// Reads a load in the form of files. A mass with three decimals is one converted from the other unit, in which nobody
/// writes so finely: it is read as the round figure it was made from.
pub fn typed_load(text: &str) -> Option<LoadSpec> {
    let load: LoadSpec = text.parse().ok()?;
    let figure = text.trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let decimals = figure
        .rsplit_once(['.', ','])
        .map_or(0, |(_, decimals)| decimals.len());
    if decimals != 3 || figure.ends_with('0') {
        return Some(load);
    }
    let in_pounds = text.contains("lb");
    let round = |mass: Kilograms| {
        if in_pounds {
            from_kilograms(mass)
        } else {
            from_pounds(mass)
        }
    };
    Some(match load {
        LoadSpec::Kg(kg) => LoadSpec::Kg(round(kg)),
        LoadSpec::Pair(kg) => LoadSpec::Pair(round(kg)),
        LoadSpec::Bodyweight(kg) => LoadSpec::Bodyweight(round(kg)),
        other => other,
    })
}

/// The hundredth of a kilogram that was rounded to this mass in thousandths of a pound.
fn from_kilograms(mass: Kilograms) -> Kilograms {
    let round = (mass.kg() * 100.0).round() / 100.0;
    let is_meant = (round - mass.kg()).abs() <= Kilograms::from_pounds(0.000_51).kg();
    if is_meant {
        Kilograms::new(round)
    } else {
        mass
    }
}

/// The half pound that was rounded to this mass in grams.
fn from_pounds(mass: Kilograms) -> Kilograms {
    let round = Kilograms::from_pounds((mass.pounds() * 2.0).round() / 2.0);
    let is_meant = (round.kg() - mass.kg()).abs() <= 0.000_51;
    if is_meant { round } else { mass }
}
