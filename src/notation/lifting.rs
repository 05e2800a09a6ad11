//! Lifting in words, and read: doses, loads and efforts.

use crate::domain::limits::MOST_KG;
use crate::domain::{Count, Effort, Kilograms, LoadSpec, MassUnit, Reps, Units};

use super::Style;
use super::exact::load_word;
use super::figures::{mass, mass_unit, number};
use super::typed_load::typed_load;

/// Sets and what each asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dose {
    /// How many sets.
    pub sets: Count,
    /// What each set asks for.
    pub reps: Reps,
    /// Whether the repetitions count for each side.
    pub per_side: bool,
}

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side", "3 × 45–60 s", "3 × max"; as input `3x10/side`.
pub fn dose(dose: Dose, style: Style) -> String {
    match style {
        Style::Screen | Style::Paper => {
            format!("{} × {}", count(dose.sets), reps(dose.reps, dose.per_side))
        }
        Style::Input => {
            let side = if dose.per_side { "/side" } else { "" };
            format!("{}x{}{side}", dose.sets, dose.reps)
        }
    }
}

/// What a set asks for: "8–10", "10 / side", "45–60 s", "max".
pub fn reps(reps: Reps, per_side: bool) -> String {
    let reps = match reps {
        Reps::Count(reps) => count(reps),
        Reps::Hold(hold) => format!("{} s", count(hold)),
        Reps::Max => "max".to_owned(),
    };
    let side = if per_side { " / side" } else { "" };
    format!("{reps}{side}")
}

/// A number or a range of it: "3", "8–10".
fn count(count: Count) -> String {
    if count.low == count.high {
        count.low.to_string()
    } else {
        format!("{}–{}", count.low, count.high)
    }
}

/// Words behind the repetitions that mean "for each side", without their spaces.
const SIDES: [&str; 8] = [
    "/side", "eachside", "perside", "/leg", "eachleg", "/arm", "eacharm", "each",
];

/// Reads `3x8-10`, `3 × 45 s`, `2xmax`, `3x10/side`.
///
/// # Errors
///
/// In words, what could stand there.
pub fn parse_dose(text: &str) -> Result<Dose, String> {
    let compact: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let compact = compact.replace('×', "x");
    let bare = SIDES.iter().find_map(|side| compact.strip_suffix(side));
    let (sets, reps) = bare
        .unwrap_or(&compact)
        .split_once('x')
        .ok_or("Write sets x reps, such as 3x8-10, 3x45s or 2xmax")?;
    Ok(Dose {
        sets: sets.parse().map_err(|error| format!("Sets: {error}"))?,
        reps: reps.parse().map_err(|error| format!("Reps: {error}"))?,
        per_side: bare.is_some(),
    })
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight + 10 kg", "band, green"; as input `bw+10kg`. When nothing is
/// said, a dash on the screen, else nothing.
pub fn load(load: &LoadSpec, unit: impl Into<MassUnit>, style: Style) -> String {
    let unit = unit.into();
    if style == Style::Input {
        return load_word(load, unit);
    }
    match load {
        LoadSpec::Unset if style == Style::Screen => "–".to_owned(),
        LoadSpec::Unset => String::new(),
        LoadSpec::Kg(kg) => mass(*kg, unit),
        LoadSpec::Pair(kg) => format!("2 × {}", mass(*kg, unit)),
        LoadSpec::Percent(percent) => format!("{} %", number(*percent, 1)),
        LoadSpec::Bodyweight(kg) if kg.kg() == 0.0 => "bodyweight".to_owned(),
        LoadSpec::Bodyweight(kg) => {
            let sign = if kg.kg() > 0.0 { '+' } else { '−' };
            let added = Kilograms::new(kg.kg().abs());
            format!("bodyweight {sign} {}", mass(added, unit))
        }
        LoadSpec::Band(kind) if kind.is_empty() => "band".to_owned(),
        LoadSpec::Band(kind) => format!("band, {kind}"),
    }
}

/// Reads a load as it is printed in any style and as people type it: `62.5`, `62.5 kg`, `2 × 12 kg`, `75 %`, `bw + 10`,
/// `bodyweight − 20 kg`, `band green`; a bare figure is in the athlete's unit, and nothing or a dash is no load.
///
/// # Errors
///
/// In words, what could stand there.
pub fn parse_load(text: &str, units: Units) -> Result<LoadSpec, String> {
    let lower = text.trim().to_lowercase();
    if matches!(lower.as_str(), "" | "–" | "-") {
        return Ok(LoadSpec::Unset);
    }
    let unquoted = lower.trim_matches('"');
    if unquoted.starts_with("band") {
        let kind = unquoted.replacen(',', "", 1);
        return kind.parse().map_err(|_| how(units.mass));
    }
    let compact: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let mut compact = compact
        .replace('×', "x")
        .replace(['−', '–'], "-")
        .replace("bodyweight", "bw")
        .replace("kgs", "kg");
    if compact.ends_with(|c: char| c.is_ascii_digit()) {
        compact.push_str(mass_unit(units));
    }
    typed_load(&compact).ok_or_else(|| how(units.mass))
}

/// What a load looks like, in the athlete's unit.
fn how(unit: MassUnit) -> String {
    let (one, two) = match unit {
        MassUnit::Kg => ("60 kg", "2x12 kg"),
        MassUnit::Pounds => ("135 lb", "2x25 lb"),
    };
    let most = mass(Kilograms::new(MOST_KG), unit);
    format!("Write {one}, {two}, 75%, bw, bw+10 or band; up to {most}")
}

/// An effort: "RIR 2", "RPE 8".
pub fn effort(effort: Effort) -> String {
    match effort {
        Effort::Rir(rir) => format!("RIR {}", number(rir, 1)),
        Effort::Rpe(rpe) => format!("RPE {}", number(rpe, 1)),
    }
}

/// An effort as advice: "stop with 2 reps in reserve", "RPE 8".
pub fn effort_advice(target: Effort) -> String {
    match target {
        Effort::Rir(1.0) => "stop with 1 rep in reserve".to_owned(),
        Effort::Rir(rir) if rir > 0.0 => format!("stop with {} reps in reserve", number(rir, 1)),
        Effort::Rir(_) | Effort::Rpe(_) => effort(target),
    }
}
