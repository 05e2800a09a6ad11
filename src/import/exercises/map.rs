//! What the words of such a collection mean here.

use crate::domain::{
    Count, Demand, Dose, Equipment, Exercise, ExerciseId, LoadType, Muscle, Pattern, Region, Reps,
    Seconds,
};

use super::entry::ForeignEntry;

/// The most instructions that are taken as cues, and letters of each.
const MOST_CUES: usize = 5;
const MOST_LETTERS: usize = 240;

/// Muscles by the names there. Groups of several stand for the one that the library counts.
const MUSCLES: &[(&str, Muscle)] = &[
    ("abdominals", Muscle::RectusAbdominis),
    ("abductors", Muscle::GluteusMedius),
    ("adductors", Muscle::Adductors),
    ("biceps", Muscle::Biceps),
    ("calves", Muscle::Gastrocnemius),
    ("chest", Muscle::Pectorals),
    ("forearms", Muscle::Forearms),
    ("glutes", Muscle::GluteusMaximus),
    ("hamstrings", Muscle::Hamstrings),
    ("lats", Muscle::LatissimusDorsi),
    ("lower back", Muscle::ErectorSpinae),
    ("middle back", Muscle::UpperBack),
    ("quadriceps", Muscle::Quadriceps),
    ("shoulders", Muscle::Deltoids),
    ("traps", Muscle::UpperBack),
    ("triceps", Muscle::Triceps),
];

/// Equipment by the names there.
const EQUIPMENT: &[(&str, Equipment)] = &[
    ("bands", Equipment::Band),
    ("barbell", Equipment::Barbell),
    ("body only", Equipment::None),
    ("cable", Equipment::Cable),
    ("dumbbell", Equipment::Dumbbells),
    ("e-z curl bar", Equipment::Barbell),
    ("foam roll", Equipment::FoamRoller),
    ("kettlebells", Equipment::Kettlebell),
    ("machine", Equipment::Machine),
    ("medicine ball", Equipment::MedicineBall),
];

/// Movements that a name says, the more telling words first.
const NAMED: &[(&str, Pattern)] = &[
    ("farmer", Pattern::Carry),
    ("carry", Pattern::Carry),
    ("split squat", Pattern::Lunge),
    ("lunge", Pattern::Lunge),
    ("step-up", Pattern::Lunge),
    ("step up", Pattern::Lunge),
    ("hip thrust", Pattern::HipExtension),
    ("glute bridge", Pattern::HipExtension),
    ("deadlift", Pattern::Hinge),
    ("good morning", Pattern::Hinge),
    ("kettlebell swing", Pattern::Hinge),
    ("squat", Pattern::Squat),
    ("leg press", Pattern::Squat),
];

fn known<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    let word = word.trim().to_lowercase();
    let mut rows = table.iter();
    rows.find(|(name, _)| *name == word)
        .map(|(_, value)| *value)
}

/// The exercise as the library holds it, or why it can hold none.
pub(super) fn exercise(
    entry: &ForeignEntry,
    remarks: &mut Vec<String>,
) -> Result<Exercise, String> {
    let category = entry.category.as_deref().unwrap_or_default();
    if category == "cardio" {
        return Err("It is endurance work; plan it as a run or as cross-training".to_owned());
    }
    let primary = muscles(&entry.primary_muscles, remarks);
    let Some(main) = primary.first().copied() else {
        let named = entry.primary_muscles.join(", ");
        return Err(format!("The library has no muscle for “{named}”"));
    };
    let mut secondary = muscles(&entry.secondary_muscles, remarks);
    secondary.retain(|muscle| !primary.contains(muscle));
    let word = entry.equipment.as_deref();
    let equipment = word.and_then(|word| known(EQUIPMENT, word));
    match word {
        None => remarks.push("The file does not say what it needs".to_owned()),
        Some("e-z curl bar") => remarks.push("An e-z curl bar is noted as a barbell".to_owned()),
        Some(word) if equipment.is_none() => {
            remarks.push(format!(
                "The library has no “{word}”, so no equipment is noted"
            ));
        }
        Some(_) => {}
    }
    let pattern = pattern(entry, category, main);
    let demand = demand(entry, pattern, main);
    let load = load(entry, pattern, equipment);
    remarks.push(format!(
        "The movement ({}), the load and the dose are guesses to start from",
        pattern.name().to_lowercase()
    ));
    Ok(Exercise {
        pattern,
        region: region(pattern, main),
        demand,
        primary,
        secondary,
        equipment: equipment.into_iter().map(|item| vec![item]).collect(),
        single_side: is_single_side(&entry.name),
        load,
        dose: dose(demand, load),
        cues: cues(&entry.instructions),
        ..Exercise::named(ExerciseId::new(""), &entry.name)
    })
}

/// The muscles that are known, each once; the others are said.
fn muscles(names: &[String], remarks: &mut Vec<String>) -> Vec<Muscle> {
    let mut found = Vec::new();
    for name in names {
        match known(MUSCLES, name) {
            Some(muscle) if found.contains(&muscle) => {}
            Some(muscle) => found.push(muscle),
            None => remarks.push(format!("The library has no muscle for “{name}”")),
        }
    }
    found
}

fn pattern(entry: &ForeignEntry, category: &str, main: Muscle) -> Pattern {
    match category {
        "stretching" => return Pattern::Mobility,
        "plyometrics" => return Pattern::Plyometric,
        "olympic weightlifting" => return Pattern::Power,
        _ => {}
    }
    let name = entry.name.to_lowercase();
    let mut rows = NAMED.iter();
    if let Some((_, pattern)) = rows.find(|(word, _)| name.contains(word)) {
        return *pattern;
    }
    let is_single_joint = entry.mechanic.as_deref() == Some("isolation");
    let pulls = entry.force.as_deref() == Some("pull");
    match main {
        Muscle::Quadriceps if is_single_joint => Pattern::KneeExtension,
        Muscle::Hamstrings if is_single_joint => Pattern::KneeFlexion,
        Muscle::Quadriceps => Pattern::Squat,
        Muscle::Hamstrings | Muscle::ErectorSpinae => Pattern::Hinge,
        Muscle::GluteusMaximus => Pattern::HipExtension,
        Muscle::GluteusMedius | Muscle::Adductors => Pattern::HipAbduction,
        Muscle::HipFlexors => Pattern::HipFlexion,
        Muscle::Gastrocnemius
        | Muscle::Soleus
        | Muscle::TibialisAnterior
        | Muscle::FootIntrinsics => Pattern::Ankle,
        Muscle::RectusAbdominis | Muscle::Obliques | Muscle::TransversusAbdominis => Pattern::Core,
        Muscle::Deltoids if pulls => Pattern::Pull,
        Muscle::Pectorals | Muscle::Deltoids | Muscle::Triceps => Pattern::Push,
        Muscle::LatissimusDorsi | Muscle::UpperBack | Muscle::Biceps | Muscle::Forearms => {
            Pattern::Pull
        }
    }
}

fn region(pattern: Pattern, main: Muscle) -> Region {
    match pattern {
        Pattern::Power | Pattern::Carry => Region::Full,
        Pattern::Core => Region::Core,
        Pattern::Push | Pattern::Pull => Region::Upper,
        Pattern::Squat | Pattern::Hinge | Pattern::Lunge | Pattern::HipExtension => Region::Lower,
        _ => place_of(main),
    }
}

fn place_of(muscle: Muscle) -> Region {
    let is_lower = matches!(muscle, Muscle::HipFlexors | Muscle::FootIntrinsics);
    match muscle {
        Muscle::ErectorSpinae
        | Muscle::RectusAbdominis
        | Muscle::Obliques
        | Muscle::TransversusAbdominis => Region::Core,
        _ if is_lower || muscle.is_leg() => Region::Lower,
        _ => Region::Upper,
    }
}

fn demand(entry: &ForeignEntry, pattern: Pattern, main: Muscle) -> Demand {
    match pattern {
        Pattern::Mobility => Demand::Mobility,
        Pattern::Core => Demand::Core,
        Pattern::Plyometric if main.is_leg() => Demand::Jump,
        _ if entry.mechanic.as_deref() == Some("isolation") => Demand::Isolation,
        _ => Demand::Compound,
    }
}

fn load(entry: &ForeignEntry, pattern: Pattern, equipment: Option<Equipment>) -> LoadType {
    let is_held = entry.force.as_deref() == Some("static");
    match equipment {
        _ if pattern == Pattern::Mobility => LoadType::Seconds,
        Some(Equipment::None) | None if is_held => LoadType::Seconds,
        // Trap bars, plates, logs and sleds.
        None if entry.equipment.as_deref() == Some("other") => LoadType::Kg,
        Some(Equipment::None | Equipment::FoamRoller) | None => LoadType::Bodyweight,
        Some(Equipment::Band) => LoadType::Band,
        Some(_) => LoadType::Kg,
    }
}

/// Sets and repetitions to start from, as coaching practice has them for such work.
fn dose(demand: Demand, load: LoadType) -> Dose {
    let (sets, reps, rest) = match (demand, load) {
        (Demand::Mobility, _) => (2, Reps::Hold(Count::exactly(30)), 15),
        (_, LoadType::Seconds) => (3, Reps::Hold(Count::range(20, 40)), 45),
        (Demand::Jump | Demand::Hops, _) => (3, Reps::Count(Count::exactly(5)), 90),
        (Demand::Compound, _) => (3, Reps::Count(Count::range(8, 10)), 90),
        _ => (3, Reps::Count(Count::range(10, 15)), 60),
    };
    Dose {
        sets: Count::exactly(sets),
        reps,
        rest: Seconds(rest),
    }
}

fn is_single_side(name: &str) -> bool {
    let name = name.to_lowercase();
    let words = [
        "single-", "single ", "one-arm", "one arm", "one-leg", "one leg",
    ];
    words.iter().any(|word| name.contains(word))
}

fn cues(instructions: &[String]) -> Vec<String> {
    let lines = instructions.iter().map(|line| line.trim());
    let lines = lines.filter(|line| !line.is_empty()).take(MOST_CUES);
    lines
        .map(|line| match line.char_indices().nth(MOST_LETTERS) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line).trim_end()),
            None => line.to_owned(),
        })
        .collect()
}
