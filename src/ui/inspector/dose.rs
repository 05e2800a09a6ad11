//! Sets, repetitions and loads as they are typed into the table of exercises.

use crate::domain::{Exercise, LoadSpec, Prescription, Units};
use crate::notation::{self, Style};
use crate::planning;
use crate::ui::format;

/// The dose as it stands in its cell: "3 × 8–10", "3 × 10 / side".
pub(super) fn dose_text(prescription: &Prescription) -> String {
    format::dose(prescription)
}

/// The load as it stands in its cell: "62.5 kg", "2 × 12 kg", "bodyweight"; empty when nothing is said.
pub(super) fn load_text(load: &LoadSpec, units: Units) -> String {
    notation::load(load, units, Style::Paper)
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
    use crate::domain::{Count, Effort, ExerciseId, Kilograms, LoadType, Reps};
    use crate::library::Library;
    use crate::notation::{parse_dose, parse_load};

    const METRIC: Units = Units::METRIC;
    const IMPERIAL: Units = Units::IMPERIAL;

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
        for text in ["3 × 8–10", "3–4 × 45–60 s", "2 × max", "3 × 10 / side"] {
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
