//! Sets, repetitions and loads as they are typed into the table of exercises.

use crate::domain::{Count, Exercise, Kilograms, LoadSpec, Prescription, Reps, Units};
use crate::planning;
use crate::ui::format;

/// What the field of sets and repetitions says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TypedDose {
    /// How many sets.
    pub(super) sets: Count,
    /// What each set asks for.
    pub(super) reps: Reps,
    /// Whether the repetitions count for each side.
    pub(super) per_side: bool,
}

/// Words behind the repetitions that mean "for each side", without their spaces.
const SIDES: [&str; 8] = [
    "/side", "eachside", "perside", "/leg", "eachleg", "/arm", "eacharm", "each",
];

/// Reads `3x8-10`, `3 × 45 s`, `2xmax`, `3x10/side`.
pub(super) fn parse_dose(text: &str) -> Result<TypedDose, String> {
    let compact: String = text
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let compact = compact.replace('×', "x");
    let bare = SIDES.iter().find_map(|side| compact.strip_suffix(side));
    let dose = bare.unwrap_or(&compact);
    let (sets, reps) = dose
        .split_once('x')
        .ok_or("Write sets x reps, such as 3x8-10, 3x45s or 2xmax")?;
    Ok(TypedDose {
        sets: sets
            .parse::<Count>()
            .map_err(|error| format!("Sets: {error}"))?,
        reps: reps
            .parse::<Reps>()
            .map_err(|error| format!("Reps: {error}"))?,
        per_side: bare.is_some(),
    })
}

/// The dose as it stands in its cell: "3 × 8–10", "3 × 10/side".
pub(super) fn dose_text(prescription: &Prescription) -> String {
    format::dose(prescription).replace(" / ", "/")
}

/// Reads what [`load_text`] writes and what people type: `62.5`, `62.5 kg`, `2 × 12 kg`, `75 %`, `bw + 10`.
pub(super) fn parse_load(text: &str, units: Units) -> Result<LoadSpec, String> {
    let lower = text.trim().to_lowercase();
    let typed = if lower.starts_with("band") {
        lower.replace(',', "")
    } else {
        let compact: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
        compact
            .replace('×', "x")
            .replace('−', "-")
            .replace("bodyweight", "bw")
    };
    format::parse_load(&typed, units)
        .map_err(|_| "Write 60 kg, 2x12 kg, 75%, bw, bw+10 or band; up to 1000 kg".to_owned())
}

/// The load as it stands in its cell: "62.5 kg", "2 × 12 kg", "BW"; empty when nothing is said.
pub(super) fn load_text(load: &LoadSpec, units: Units) -> String {
    match load {
        LoadSpec::Unset => String::new(),
        LoadSpec::Bodyweight(kg) if *kg == Kilograms::default() => "BW".to_owned(),
        load => format::load(load, units),
    }
}

/// The prescription with another exercise in its place: the dose stays where it means the same,
/// the load does not, since nobody lifts the same in both.
pub(super) fn swapped(old: &Prescription, exercise: &Exercise) -> Prescription {
    let mut new = planning::prescription(exercise);
    new.sets = old.sets;
    if std::mem::discriminant(&new.reps) == std::mem::discriminant(&old.reps) {
        new.reps = old.reps;
    }
    new.effort = old.effort;
    new.rest = old.rest;
    new.tempo.clone_from(&old.tempo);
    new.superset = old.superset;
    new.note.clone_from(&old.note);
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DistanceUnit, Effort, ExerciseId, LoadType, MassUnit};
    use crate::library::Library;

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };
    const IMPERIAL: Units = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };

    fn squat() -> Prescription {
        Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(3),
            Reps::Max,
        )
    }

    #[test]
    fn doses_read_back_as_they_stand_in_the_cell() {
        for text in ["3 × 8–10", "3–4 × 45–60 s", "2 × max", "3 × 10/side"] {
            let dose = parse_dose(text).unwrap();
            let mut shown = squat();
            (shown.sets, shown.reps, shown.per_side) = (dose.sets, dose.reps, dose.per_side);
            assert_eq!(dose_text(&shown), text);
        }
        assert!(parse_dose("3x10 each side").unwrap().per_side);
        for text in ["8", "", "0x8", "3x1001", "3x", "3x8-", "5-3x8"] {
            assert!(parse_dose(text).is_err(), "{text}");
        }
    }

    #[test]
    fn loads_read_back_as_they_stand_in_the_cell() {
        for units in [METRIC, IMPERIAL] {
            for typed in [
                "62.5",
                "2x12",
                "75%",
                "bw",
                "bw+10",
                "bw-20",
                "band green",
                "band",
                "",
            ] {
                let load = parse_load(typed, units).unwrap();
                let shown = load_text(&load, units);
                assert_eq!(
                    load_text(&parse_load(&shown, units).unwrap(), units),
                    shown,
                    "{typed}"
                );
            }
        }
        for text in ["heavy", "1001", "-5", "3x12kg"] {
            assert!(parse_load(text, METRIC).is_err(), "{text}");
        }
    }

    #[test]
    fn a_swap_keeps_the_dose_but_not_the_load() {
        let mut old = squat();
        old.reps = Reps::Count(Count::exactly(6));
        old.load = LoadSpec::Kg(Kilograms::new(80.0));
        old.effort = Some(Effort::Rir(2.0));
        let library = Library::shipped().unwrap();
        let counted = |exercise: &&Exercise| {
            exercise.load == LoadType::Kg && matches!(exercise.dose.reps, Reps::Count(_))
        };
        let mut goblet = library.exercises().iter().find(counted).unwrap().clone();
        let new = swapped(&old, &goblet);
        assert_eq!(
            (new.sets, new.reps, new.effort),
            (old.sets, old.reps, old.effort)
        );
        assert_eq!(new.load, LoadSpec::Unset);
        goblet.dose.reps = Reps::Hold(Count::exactly(30));
        assert_eq!(swapped(&old, &goblet).reps, goblet.dose.reps);
    }
}
