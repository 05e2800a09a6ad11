//! Names from the exercise lists of the apps, in six languages, that no table was written from: what is one of the
//! library's exercises is mostly known, and what is none of them is never taken for one.

use crate::domain::ExerciseId;
use crate::library::Library;
use crate::library::known_exercise;

/// Names of exercises that the library has.
const OURS: &[(&str, &str)] = &[
    // Strong, Hevy, Fitbod, FitNotes, Garmin.
    ("Barbell Walking Lunge", "walking-lunge"),
    ("Dumbbell Bulgarian Split Squats", "bulgarian-split-squat"),
    ("Barbell Bulgarian Split Squat", "bulgarian-split-squat"),
    ("Smith Machine Hip Thrust", "machine-hip-thrust"),
    ("Machine Leg Press", "leg-press"),
    ("Machine Hamstring Curl", "hamstring-curl"),
    ("Machine Leg Extension", "quad-extension"),
    ("Cable Face Pull", "face-pull"),
    ("Barbell Bent Over Row", "row"),
    ("Dumbbell Bent-Over Row", "bent-over-dumbbell-row"),
    ("Barbell Shoulder Press", "overhead-press"),
    ("Seated Dumbbell Overhead Press", "dumbbell-shoulder-press"),
    ("Dumbbell Bicep Curls", "biceps-curl"),
    ("Barbell Bicep Curl", "barbell-curl"),
    ("Cable Tricep Pushdown", "triceps-pushdown"),
    ("Deadlift - Trap Bar", "hex-bar-deadlift"),
    ("Weighted Pull-Ups", "pull-up"),
    ("Assisted Pull Ups", "pull-up"),
    (
        "Dumbbell Single Leg Romanian Deadlift",
        "single-leg-romanian-deadlift",
    ),
    ("Single-Leg DB Deadlift", "single-leg-romanian-deadlift"),
    ("Smith Machine Romanian Deadlift", "romanian-deadlift"),
    ("Kettlebell Suitcase Carry", "suitcase-carry"),
    ("Barbell Standing Calf Raise", "standing-calf-raise"),
    ("Machine Seated Calf Raise", "seated-calf-raise"),
    ("Bodyweight Lunges", "lunge"),
    ("Weighted Plank", "plank"),
    ("Hex Bar Deadlift (Barbell)", "hex-bar-deadlift"),
    // German.
    ("Kniebeugen mit Langhantel", "squat"),
    ("Kreuzheben mit der Langhantel", "deadlift"),
    ("Bankdrücken mit Kurzhanteln", "dumbbell-bench-press"),
    ("Hip Thrust mit Langhantel", "hip-thrust"),
    ("Ausfallschritte mit Kurzhanteln", "lunge"),
    (
        "Rumänisches Kreuzheben mit Kurzhanteln",
        "dumbbell-romanian-deadlift",
    ),
    ("Beinbeuger an der Maschine", "hamstring-curl"),
    ("Schulterdrücken mit Kurzhanteln", "dumbbell-shoulder-press"),
    ("Face Pull (Kabelzug)", "face-pull"),
    ("Klimmzuge", "pull-up"),
    // French.
    ("Squat à la barre", "squat"),
    ("Developpe couche avec haltères", "dumbbell-bench-press"),
    ("Fentes avec haltères", "lunge"),
    ("Soulevé de terre à la barre", "deadlift"),
    (
        "Souleve de terre roumain avec haltères",
        "dumbbell-romanian-deadlift",
    ),
    ("Tirage vertical à la poulie", "lat-pulldown"),
    ("Tirage horizontal poulie", "seated-row"),
    ("Rowing à la barre", "row"),
    ("Hip thrust avec barre", "hip-thrust"),
    // Spanish.
    ("Sentadilla bulgara", "bulgarian-split-squat"),
    ("Sentadilla con mancuernas", "dumbbell-squat"),
    ("Peso muerto con barra", "deadlift"),
    ("Press de banca con barra", "bench-press"),
    ("Press de hombros (Mancuernas)", "dumbbell-shoulder-press"),
    ("Zancadas con mancuernas", "lunge"),
    ("Prensa de piernas en máquina", "leg-press"),
    ("Extension de cuadriceps", "quad-extension"),
    ("Curl de biceps con mancuernas", "biceps-curl"),
    ("Remo en polea", "seated-row"),
    // Italian.
    ("Squat bilanciere", "squat"),
    ("Stacco da terra con bilanciere", "deadlift"),
    ("Panca piana bilanciere", "bench-press"),
    ("Affondi con manubri", "lunge"),
    ("Stacco rumeno (Manubri)", "dumbbell-romanian-deadlift"),
    ("Rematore bilanciere", "row"),
    ("Pressa (Macchina)", "leg-press"),
    ("Estensioni tricipiti ai cavi", "triceps-pushdown"),
    // Dutch.
    ("Kniebuiging met halterstang", "squat"),
    ("Bankdrukken met halterstang", "bench-press"),
    ("Roemeense deadlift met halterstang", "romanian-deadlift"),
    ("Uitvalspassen met dumbbells", "lunge"),
    ("Bulgaarse split squat (Dumbbell)", "bulgarian-split-squat"),
    ("Beenpers (Machine)", "leg-press"),
    ("Schouderdrukken met dumbbells", "dumbbell-shoulder-press"),
];

/// Names of other exercises, some of them one word away from ours.
const OTHERS: &[&str] = &[
    "Hack Squat",
    "Belt Squat (Machine)",
    "Zercher Squat (Barbell)",
    "Sissy Squat (Weighted)",
    "Jefferson Squat",
    "Squat Clean",
    "Sumo Deadlift",
    "Deficit Deadlift (Barbell)",
    "Rack Pull (Barbell)",
    "Deadlift High Pull (Barbell)",
    "Incline Dumbbell Press",
    "Bench Press - Close Grip (Barbell)",
    "Incline Chest Press (Machine)",
    "Floor Press (Barbell)",
    "Chest Dip (Assisted)",
    "Triceps Dip",
    "Bench Dip",
    "Arnold Press (Dumbbell)",
    "Push Press (Barbell)",
    "Lateral Raise (Cable)",
    "Front Raise (Plate)",
    "Leg Press Calf Raise (Machine)",
    "Hip Abductor (Machine)",
    "Cable Pull Through",
    "Reverse Hyperextension",
    "Wrist Curl (Barbell)",
    "Upright Row (Cable)",
    "Meadows Row",
    "Straight Arm Lat Pulldown (Cable)",
    "Muscle Up",
    "Clean and Jerk (Barbell)",
    "Thruster (Barbell)",
    "Bicycle Crunch",
    "V Up",
    "Burpee",
    "Rowing (Machine)",
    "Sumo-Kreuzheben",
    "Hackenschmidt-Kniebeuge (Maschine)",
    "Schrägbankdrücken (Langhantel)",
    "Enges Bankdrücken",
    "Seitheben (Kurzhantel)",
    "Adduktorenmaschine",
    "Développé incliné (Haltères)",
    "Soulevé de terre sumo",
    "Squat hack (Machine)",
    "Élévations latérales",
    "Press inclinado con mancuernas",
    "Peso muerto sumo",
    "Elevaciones laterales",
    "Fondos en paralelas",
    "Panca inclinata con manubri",
    "Stacco sumo",
    "Alzate laterali",
    "Schuin bankdrukken",
    "Zijwaarts heffen",
];

/// Of names and what they mean: those that are taken for something else, and those that are asked about.
pub(super) fn looked_up(
    names: &[(&'static str, &str)],
) -> (Vec<(&'static str, ExerciseId)>, Vec<&'static str>) {
    let library = Library::shipped().unwrap();
    let (mut wrong, mut asked) = (Vec::new(), Vec::new());
    for (name, id) in names {
        match known_exercise(name, &library) {
            Some(found) if found.as_str() == *id => {}
            Some(found) => wrong.push((*name, found)),
            None => asked.push(*name),
        }
    }
    (wrong, asked)
}

/// Of names of other exercises those that are taken for one of ours.
pub(super) fn taken(names: &[&'static str]) -> Vec<(&'static str, ExerciseId)> {
    let library = Library::shipped().unwrap();
    let found = |name: &&'static str| Some((*name, known_exercise(name, &library)?));
    names.iter().filter_map(found).collect()
}

#[test]
fn names_of_our_exercises_are_known_and_never_taken_for_another() {
    let (wrong, asked) = looked_up(OURS);
    assert_eq!(wrong, []);
    // Asking now and then is the price of never guessing.
    assert!(asked.len() * 20 <= OURS.len(), "{asked:?}");
}

#[test]
fn names_of_other_exercises_are_asked_about() {
    assert_eq!(taken(OTHERS), []);
}
