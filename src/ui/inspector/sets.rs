//! Logged sets in one line: `w5x40 5x60@2 5x60@2 4x60@1!`.

use crate::domain::{Kilograms, MassUnit, SetKind, SetLog, Side, Units};
use crate::ui::format;

/// What a set may look like, for hints and errors.
pub(super) const EXAMPLE: &str = "5x60@2";

/// Reads sets of `reps x load @ reps in reserve`: `8` or `8@2` is bodyweight, `45s` a hold, `w` before a set a
/// warm-up, `d` a drop set, `l` and `r` a side, `!` behind it a failed last repetition, `-` an unknown count.
/// Loads are in the athlete's unit unless they name one.
///
/// # Errors
///
/// Names the set that could not be read.
pub(super) fn parse_sets(text: &str, units: Units) -> Result<Vec<SetLog>, String> {
    let mut compact = text.to_lowercase().replace('×', "x").replace('−', "-");
    for joint in ["x", "@"] {
        for spaced in [
            format!(" {joint} "),
            format!(" {joint}"),
            format!("{joint} "),
        ] {
            compact = compact.replace(&spaced, joint);
        }
    }
    for tail in ["!", "kg", "lb"] {
        compact = compact.replace(&format!(" {tail}"), tail);
    }
    compact
        .split([' ', ';', '\n', '\t'])
        .map(|set| set.trim_end_matches(','))
        .filter(|set| !set.is_empty())
        .map(|set| parse_set(set, units).map_err(|reason| format!("“{set}”: {reason}")))
        .collect()
}

fn parse_set(text: &str, units: Units) -> Result<SetLog, String> {
    let mut set = SetLog::default();
    let mut rest = text;
    if let Some(before) = rest.strip_suffix('!') {
        set.failed = true;
        rest = before;
    }
    while let Some(letter @ ('w' | 'd' | 'l' | 'r')) = rest.chars().next() {
        match letter {
            'w' => set.kind = SetKind::WarmUp,
            'd' => set.kind = SetKind::Drop,
            'l' => set.side = Some(Side::Left),
            _ => set.side = Some(Side::Right),
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    if let Some((before, rir)) = rest.rsplit_once('@') {
        let rir = rir.strip_prefix("rir").unwrap_or(rir);
        let value = figure(rir).filter(|rir| (0.0..=10.0).contains(rir));
        set.rir = Some(value.ok_or("reps in reserve run from 0 to 10")?);
        rest = before;
    }
    let (count, load) = match rest.split_once('x') {
        Some((count, load)) => (count, Some(load)),
        None => (rest, None),
    };
    (set.reps, set.seconds) = parse_count(count)?;
    set.kg = load.map(|load| parse_mass(load, units)).transpose()?;
    Ok(set)
}

/// Repetitions, or seconds held.
fn parse_count(text: &str) -> Result<(Option<u32>, Option<u32>), String> {
    if text == "-" {
        return Ok((None, None));
    }
    let seconds = text.strip_suffix("sec").or_else(|| text.strip_suffix('s'));
    let count = seconds.unwrap_or(text).parse::<u32>().ok();
    let count =
        count.ok_or_else(|| format!("write reps x load @ reps in reserve, such as {EXAMPLE}"))?;
    match seconds {
        Some(_) if (1..=7200).contains(&count) => Ok((None, Some(count))),
        Some(_) => Err("a hold lasts 1 to 7200 s".to_owned()),
        None if count <= 1000 => Ok((Some(count), None)),
        None => Err("a set has up to 1000 reps".to_owned()),
    }
}

/// A load; less than nothing where the body is helped.
fn parse_mass(text: &str, units: Units) -> Result<Kilograms, String> {
    let pounds = text.strip_suffix("lbs").or_else(|| text.strip_suffix("lb"));
    let (text, unit) = match (pounds, text.strip_suffix("kg")) {
        (Some(text), _) => (text, MassUnit::Pounds),
        (None, Some(text)) => (text, MassUnit::Kg),
        (None, None) => (text, units.mass),
    };
    let value =
        figure(text).ok_or_else(|| format!("write the load as a figure, such as {EXAMPLE}"))?;
    let mass = match unit {
        MassUnit::Kg => Kilograms::new(value),
        MassUnit::Pounds => Kilograms::from_pounds(value),
    };
    if (-300.0..=1000.0).contains(&mass.kg()) {
        Ok(mass)
    } else {
        Err("a load goes up to 1000 kg".to_owned())
    }
}

fn figure(text: &str) -> Option<f64> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if plain {
        text.replace(',', ".").parse().ok()
    } else {
        None
    }
}

/// Sets as they stand in their field; [`parse_sets`] reads them back.
pub(super) fn sets_text(sets: &[SetLog], units: Units) -> String {
    let sets: Vec<String> = sets.iter().map(|set| set_text(set, units)).collect();
    sets.join(" ")
}

fn set_text(set: &SetLog, units: Units) -> String {
    let kind = match set.kind {
        SetKind::Working => "",
        SetKind::WarmUp => "w",
        SetKind::Drop => "d",
    };
    let side = match set.side {
        None => "",
        Some(Side::Left) => "l",
        Some(Side::Right) => "r",
    };
    let count = count_text(set);
    let load = set
        .kg
        .map(|kg| format!("x{}", mass_figure(kg, units)))
        .unwrap_or_default();
    let rir = set
        .rir
        .map(|rir| format!("@{}", format::number(rir, 1)))
        .unwrap_or_default();
    let failed = if set.failed { "!" } else { "" };
    format!("{kind}{side}{count}{load}{rir}{failed}")
}

fn count_text(set: &SetLog) -> String {
    match (set.reps, set.seconds) {
        (Some(reps), _) => reps.to_string(),
        (None, Some(seconds)) => format!("{seconds}s"),
        (None, None) => "-".to_owned(),
    }
}

fn mass_figure(kg: Kilograms, units: Units) -> String {
    match units.mass {
        MassUnit::Kg => format::number(kg.kg(), 2),
        MassUnit::Pounds => format::number(kg.pounds(), 1),
    }
}

/// The working sets in short: "3 sets 5×60 kg @2"; equal neighbours are counted.
pub(super) fn summary(sets: &[SetLog], units: Units) -> String {
    let working = sets.iter().filter(|set| set.kind == SetKind::Working);
    let mut groups: Vec<(String, usize)> = Vec::new();
    for set in working {
        let load = set.kg.filter(|kg| kg.kg() != 0.0);
        let load = load
            .map(|kg| format!("×{}", format::mass(kg, units)))
            .unwrap_or_default();
        let rir = set
            .rir
            .map(|rir| format!(" @{}", format::number(rir, 1)))
            .unwrap_or_default();
        let shown = format!("{}{load}{rir}", count_text(set));
        match groups.last_mut() {
            Some((last, count)) if *last == shown => *count += 1,
            _ => groups.push((shown, 1)),
        }
    }
    let more = if groups.len() > 3 { " …" } else { "" };
    let shown: Vec<String> = groups
        .into_iter()
        .take(3)
        .map(|(set, count)| {
            if count > 1 {
                format!("{count} sets {set}")
            } else {
                set
            }
        })
        .collect();
    shown.join(", ") + more
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DistanceUnit;

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };
    const IMPERIAL: Units = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };

    #[test]
    fn sets_read_back_as_written() {
        for units in [METRIC, IMPERIAL] {
            for text in [
                "w5x40 5x60@2 5x60@2 4x60@1!",
                "8 8@2 7@1.5",
                "45s 30sx10",
                "5x100 d8x62.5",
                "l10x12 r10x12",
                "6x-20@3",
                "8x0",
                "- -x60@2",
            ] {
                let sets = parse_sets(text, units).unwrap();
                assert_eq!(sets_text(&sets, units), text);
            }
        }
    }

    #[test]
    fn spaces_and_units_may_stand_where_people_put_them() {
        let expected = parse_sets("5x60@2 4x62.5@1!", METRIC).unwrap();
        assert_eq!(
            parse_sets("5 × 60 kg @ 2, 4 x 62,5kg @1 !", METRIC).unwrap(),
            expected
        );
        let pounds = parse_sets("5x135lb", METRIC).unwrap();
        assert!((pounds[0].kg.unwrap().kg() - 61.235).abs() < 0.001);
    }

    #[test]
    fn absurd_and_unreadable_sets_are_named() {
        for text in [
            "1001x5", "5x1001", "5x60@11", "5x", "x60", "8000s", "fast", "5x60x2", "5xnan", "5x60@",
        ] {
            let error = parse_sets(&format!("5x60 {text}"), METRIC).unwrap_err();
            assert!(error.contains(text), "{error}");
        }
    }

    #[test]
    fn a_summary_counts_equal_sets_and_leaves_the_warm_up_out() {
        let sets = parse_sets("w5x40 5x60@2 5x60@2 4x60@1!", METRIC).unwrap();
        assert_eq!(summary(&sets, METRIC), "2 sets 5×60 kg @2, 4×60 kg @1");
    }
}
