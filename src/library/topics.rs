//! The words besides its names that an exercise answers to in a search.

use crate::domain::{Equipment, Exercise, Muscle, Pattern, Region};

/// What an exercise is about, in words.
pub(super) struct Topics {
    /// Primary muscles, movement and region.
    pub(super) main: String,
    /// Secondary muscles and equipment.
    pub(super) side: String,
}

/// The words for `exercise`.
pub(super) fn topics_of(exercise: &Exercise) -> Topics {
    let mut main: Vec<&str> = exercise
        .primary
        .iter()
        .copied()
        .flat_map(muscle_words)
        .collect();
    main.extend([
        exercise.pattern.name(),
        pattern_words(exercise.pattern),
        region_words(exercise.region),
    ]);
    let mut side: Vec<&str> = exercise
        .secondary
        .iter()
        .copied()
        .flat_map(muscle_words)
        .collect();
    let items = exercise
        .equipment
        .iter()
        .flatten()
        .filter(|item| **item != Equipment::None);
    side.extend(items.map(|item| item.name()));
    Topics {
        main: main.join(" "),
        side: side.join(" "),
    }
}

/// The name of a muscle, and what runners call it.
fn muscle_words(muscle: Muscle) -> [&'static str; 2] {
    let common = match muscle {
        Muscle::Quadriceps => "quads thigh",
        Muscle::GluteusMaximus => "glutes buttock",
        Muscle::GluteusMedius => "glutes hip abductor minimus",
        Muscle::Hamstrings => "posterior thigh",
        Muscle::Adductors => "groin inner thigh",
        Muscle::Gastrocnemius | Muscle::Soleus => "calves achilles",
        Muscle::TibialisAnterior => "shin",
        Muscle::FootIntrinsics => "feet arch plantar",
        Muscle::HipFlexors => "psoas iliopsoas",
        Muscle::ErectorSpinae => "lower back spine",
        Muscle::RectusAbdominis => "abs abdominals",
        Muscle::Obliques => "abs waist",
        Muscle::TransversusAbdominis => "abs deep",
        Muscle::Pectorals => "chest pecs",
        Muscle::Deltoids => "shoulders delts",
        Muscle::LatissimusDorsi => "lats back",
        Muscle::UpperBack => "traps rhomboids",
        Muscle::Biceps | Muscle::Triceps => "arms",
        Muscle::Forearms => "grip",
    };
    [muscle.name(), common]
}

/// What else people call a movement.
fn pattern_words(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Plyometric => "plyos jump hop spring",
        Pattern::Power => "explosive throw",
        Pattern::Mobility => "stretch flexibility",
        Pattern::Core => "trunk abs",
        Pattern::Ankle => "ankle",
        _ => "",
    }
}

fn region_words(region: Region) -> &'static str {
    match region {
        Region::Lower => "lower legs",
        Region::Upper => "upper body",
        Region::Core => "core",
        Region::Full => "full body",
    }
}
