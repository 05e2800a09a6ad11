//! Which kind of training a file's word for it means.

use std::collections::HashMap;

use crate::domain::phrase::capitalised;
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
            "muscula",
            "poids",
            "haltér",
            "renforcement",
            "force",
            "força",
            "kracht",
            "siłow",
            "styrke",
            "erősít",
            "erőedz",
            "erőnlét",
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
        ],
    ),
    // Begins as jogging does.
    ("yoga", &["joga", "jóga"]),
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
            "chodz",
            "caminhada",
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
            "lauf",
            "jog",
            "carrera",
            "correr",
            "corsa",
            "course",
            "hardlo",
            "bieg",
            "løb",
            "løp",
            "löp",
            "löpning",
            "futás",
            "futo",
            "terepfut",
            "corrida",
        ],
    ),
    // What is run on, and also walked or ridden.
    (
        "ground",
        &[
            "trail",
            "treadmill",
            "tapis",
            "loopband",
            "street",
            "cinta",
            "bieżni",
            "track",
        ],
    ),
];

/// Words for training of no kind in particular.
const UNNAMED: &[&str] = &[
    "other",
    "generic",
    "uncategorized",
    "sonstige",
    "sonstiges",
    "andere",
    "autre",
    "otro",
    "otros",
    "altro",
    "overig",
    "inne",
    "andet",
    "egyéb",
];

/// The kind of training that `text` names. What is none of the known kinds is cross-training under its own name.
pub fn sport(text: &str) -> Sport {
    let lower = text.to_lowercase();
    let named = |kind: &str| is_named(kind, &lower);
    if named("strength") {
        Sport::Strength
    } else if named("yoga") {
        Sport::Mobility
    } else if named("run") || (named("ground") && !named("cross")) {
        Sport::Run
    } else if named("mobility") {
        Sport::Mobility
    } else if UNNAMED.contains(&lower.trim()) {
        Sport::Cross(String::new())
    } else {
        Sport::Cross(lower.trim().to_owned())
    }
}

/// True for endurance work of a known kind, written in lower case.
fn is_cross(lower: &str) -> bool {
    is_named("cross", lower)
}

/// True when a word of the text, written in lower case, is of this kind.
fn is_named(kind: &str, lower: &str) -> bool {
    let words = || {
        lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    KINDS
        .iter()
        .filter(|(other, _)| *other == kind)
        .flat_map(|(_, beginnings)| *beginnings)
        .any(|beginning| {
            words().any(|word| {
                word.starts_with(beginning)
                    || (beginning.chars().count() > 3 && word.ends_with(beginning))
            })
        })
}

/// True for a word that only says that somebody ran.
pub fn is_just_running(word: &str) -> bool {
    JUST_RUNNING.contains(&word.to_lowercase().as_str())
}

/// A title made of a file's word for the kind of training: "Trail running" of `trail_running`. Empty where a single
/// word or one for running tells nothing that is not plain.
pub fn kind_title(word: &str) -> String {
    let spaced = word.replace(['_', '-'], " ");
    let spaced = spaced.trim();
    if spaced.contains(' ') && !is_just_running(spaced) {
        capitalised(spaced)
    } else {
        String::new()
    }
}

/// What running is called in the languages of the exports, which tells no run from another.
const JUST_RUNNING: &[&str] = &[
    "run",
    "running",
    "lauf",
    "laufen",
    "correr",
    "carrera",
    "corsa",
    "course",
    "course à pied",
    "hardlopen",
    "bieg",
    "bieganie",
    "løb",
    "løping",
    "löpning",
    "corrida",
    "futás",
];

/// What an exercise among the rows of a lifting log is by its name.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum ExerciseKind {
    /// A run.
    Run,
    /// Endurance work of another kind.
    Cross,
    /// A lift, or anything else.
    #[default]
    Lift,
}

impl ExerciseKind {
    fn of(name: &str) -> Self {
        match sport(name) {
            Sport::Run => Self::Run,
            Sport::Cross(name) if is_cross(&name) => Self::Cross,
            _ => Self::Lift,
        }
    }
}

/// What the exercises of a file are. Each name is looked at once, for it stands in many rows.
#[derive(Debug, Default)]
pub struct ExerciseKinds {
    known: HashMap<String, ExerciseKind>,
    last: (String, ExerciseKind),
}

impl ExerciseKinds {
    /// What this exercise is.
    pub fn kind(&mut self, exercise: &str) -> ExerciseKind {
        // It begins with an empty name, which is no endurance work.
        if self.last.0 != exercise {
            let kind = if let Some(known) = self.known.get(exercise) {
                *known
            } else {
                let kind = ExerciseKind::of(exercise);
                self.known.insert(exercise.to_owned(), kind);
                kind
            };
            self.last.0.clear();
            self.last.0.push_str(exercise);
            self.last.1 = kind;
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
            "Treadmill",
            "Laufband",
            "Trail",
            "Bieg na bieżni",
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
            "Entraînement aux poids",
            "Renforcement musculaire",
            "Krachttraining",
            "Trening siłowy",
            "Styrketræning",
            "Erősítő edzés",
            "Erőedzés",
            "Erőnléti edzés",
            "Musculação",
            "Treinamento de força",
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
            "Chodzenie",
            "Caminhada",
            "Radfahren",
            "Hike",
            "Open Water Swimming",
            "Kayaking",
            "Track Cycling",
            "Treadmill Walking",
            "Walking (Treadmill)",
            "Marche sur tapis",
        ] {
            assert!(
                matches!(sport(cross), Sport::Cross(_)),
                "{cross}: {:?}",
                sport(cross)
            );
        }
        for yoga in ["Yoga", "Joga", "Jóga"] {
            assert_eq!(sport(yoga), Sport::Mobility, "{yoga}");
        }
        for run in [
            "Jog",
            "Jogging",
            "Løping",
            "Landsvägslöpning",
            "Corrida em esteira",
        ] {
            assert_eq!(sport(run), Sport::Run, "{run}");
        }
        for unnamed in ["Other", "Sonstige", ""] {
            assert_eq!(sport(unnamed), Sport::Cross(String::new()), "{unnamed}");
        }
    }

    #[test]
    fn each_exercise_of_a_file_is_looked_at_for_itself() {
        use ExerciseKind::{Cross, Lift, Run};
        let mut kinds = ExerciseKinds::default();
        for _ in 0..2 {
            for (name, kind) in [
                ("Running (Treadmill)", Run),
                ("Squat", Lift),
                ("Cycling (Indoor)", Cross),
                ("", Lift),
            ] {
                assert_eq!(kinds.kind(name), kind, "{name}");
            }
        }
    }
}
