//! Which kind of training a file's word for it means.

use std::collections::HashMap;

use crate::history::Sport;

/// Words that are part of a kind's name, in the languages of the exports. The first kind with a word in the text wins,
/// so "Indoor rowing" is not a run although "running" and "rowing" share letters: words are compared by beginnings.
const KINDS: &[(&str, &[&str])] = &[
    (
        "strength",
        &[
            "strength",
            "weight",
            "kraft",
            "gewicht",
            "fuerza",
            "pesas",
            "forza",
            "pesi",
            "musculation",
            "force",
            "kracht",
            "siłow",
            "styrke",
            "erősít",
            "súlyzó",
            "lifting",
            "workout",
            "crossfit",
            "functional",
            "hiit",
            "gym",
            "circuit",
        ],
    ),
    (
        "mobility",
        &[
            "yoga",
            "pilates",
            "stretch",
            "mobility",
            "dehn",
            "beweglichkeit",
            "étirement",
            "estiramiento",
            "flexib",
            "joga",
            "jóga",
        ],
    ),
    (
        "cross",
        &[
            "cycling",
            "bike",
            "biking",
            "ride",
            "virtualride",
            "rad",
            "ciclismo",
            "vélo",
            "fietsen",
            "rower",
            "kolar",
            "cykling",
            "kerékp",
            "swim",
            "schwimm",
            "nataci",
            "nuoto",
            "natation",
            "zwem",
            "pływ",
            "svøm",
            "úszás",
            "row",
            "ruder",
            "remo",
            "canott",
            "walk",
            "walking",
            "gehen",
            "wander",
            "hik",
            "senderismo",
            "caminata",
            "escursion",
            "marche",
            "wandel",
            "spacer",
            "gang",
            "gyalog",
            "ski",
            "elliptical",
            "ellip",
            "crosstrainer",
            "skating",
            "tennis",
            "football",
            "soccer",
            "climb",
            "kletter",
        ],
    ),
    (
        "run",
        &[
            "run",
            "running",
            "virtualrun",
            "trail",
            "treadmill",
            "lauf",
            "jog",
            "carrera",
            "correr",
            "corsa",
            "course",
            "tapis",
            "hardlo",
            "loopband",
            "bieg",
            "løb",
            "futás",
            "futo",
            "terepfut",
            "street",
            "cinta",
            "bieżni",
            "track",
        ],
    ),
];

/// The kind of training that `text` names. What is none of the known kinds is cross-training under its own name.
pub fn sport(text: &str) -> Sport {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // Trail runs and treadmill runs come before walks on the same ground.
    let named = |kind: &str| {
        KINDS
            .iter()
            .filter(|(other, _)| *other == kind)
            .flat_map(|(_, beginnings)| *beginnings)
            .any(|beginning| {
                words.iter().any(|word| {
                    word.starts_with(beginning)
                        || (beginning.chars().count() > 3 && word.ends_with(beginning))
                })
            })
    };
    if named("run") && !named("strength") {
        Sport::Run
    } else if named("strength") {
        Sport::Strength
    } else if named("mobility") {
        Sport::Mobility
    } else if named("cross") || !lower.trim().is_empty() {
        Sport::Cross(lower.trim().to_owned())
    } else {
        Sport::Cross(String::new())
    }
}

/// Which exercises of a file are runs. Each name is looked at once, for it stands in many rows.
#[derive(Debug, Default)]
pub struct RunNames {
    known: HashMap<String, bool>,
    last: (String, bool),
}

impl RunNames {
    /// True for the name of a run.
    pub fn is_run(&mut self, exercise: &str) -> bool {
        // It begins with an empty name, which is no run.
        if self.last.0 != exercise {
            let is_run = if let Some(known) = self.known.get(exercise) {
                *known
            } else {
                let is_run = sport(exercise) == Sport::Run;
                self.known.insert(exercise.to_owned(), is_run);
                is_run
            };
            self.last.0.clear();
            self.last.0.push_str(exercise);
            self.last.1 = is_run;
        }
        self.last.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_training_are_known_in_nine_languages() {
        for run in [
            "Run",
            "Running",
            "Trail Running",
            "Treadmill Running",
            "VirtualRun",
            "Laufen",
            "Laufbandtraining",
            "Carrera",
            "Carrera en cinta",
            "Corsa",
            "Course à pied",
            "Hardlopen",
            "Bieganie",
            "Løb",
            "Futás",
            "running",
            "Street Running",
        ] {
            assert_eq!(sport(run), Sport::Run, "{run}");
        }
        for strength in [
            "Strength Training",
            "WeightTraining",
            "Weight Training",
            "Krafttraining",
            "Entrenamiento de fuerza",
            "Allenamento forza",
            "Musculation",
            "Krachttraining",
            "Trening siłowy",
            "Styrketræning",
            "Erősítő edzés",
            "Workout",
            "strength_training",
        ] {
            assert_eq!(sport(strength), Sport::Strength, "{strength}");
        }
        for cross in [
            "Cycling",
            "Indoor Rowing",
            "Schwimmen",
            "Walk",
            "Radfahren",
            "Hike",
            "Open Water Swimming",
            "Kayaking",
        ] {
            assert!(
                matches!(sport(cross), Sport::Cross(_)),
                "{cross}: {:?}",
                sport(cross)
            );
        }
        assert_eq!(sport("Yoga"), Sport::Mobility);
    }

    #[test]
    fn each_exercise_of_a_file_is_looked_at_for_itself() {
        let mut runs = RunNames::default();
        for _ in 0..2 {
            for (name, is_run) in [("Running (Treadmill)", true), ("Squat", false), ("", false)] {
                assert_eq!(runs.is_run(name), is_run, "{name}");
            }
        }
    }
}
