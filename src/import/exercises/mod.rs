//! Collections of exercises in the form of free-exercise-db: a list of JSON objects with name, force, mechanic, equipment,
//! muscles, instructions and category (<https://github.com/yuhonas/free-exercise-db>, public domain).

mod entry;
mod map;

use serde_json::Value;

use crate::library::{ForeignExercise, ForeignLibrary};

use entry::ForeignEntry;

/// How many bytes from the beginning are looked at to recognise such a file: the first exercise with its instructions.
const HEAD: usize = 8192;

/// True for a file in this form, whatever it is called.
pub fn is_exercises(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let begins = head.iter().find(|byte| !byte.is_ascii_whitespace());
    let has = |word: &[u8]| head.windows(word.len()).any(|part| part == word);
    matches!(begins, Some(b'[' | b'{')) && has(b"\"primaryMuscles\"") && has(b"\"name\"")
}

/// Reads such a file: a list of exercises, or a single one. Entries that are none are counted.
///
/// # Errors
///
/// Says so when the file is no JSON: cut, or damaged.
pub fn read_exercises(bytes: &[u8]) -> Result<ForeignLibrary, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let entries = match serde_json::from_slice::<Value>(bytes) {
        Ok(Value::Array(entries)) => entries,
        Ok(single) => vec![single],
        Err(error) => {
            return Err(format!(
                "the list of exercises is damaged or was cut ({error})"
            ));
        }
    };
    let mut found = ForeignLibrary::default();
    for entry in entries {
        match serde_json::from_value::<ForeignEntry>(entry) {
            Ok(entry) if !entry.name.trim().is_empty() => found.exercises.push(foreign(&entry)),
            _ => found.unreadable += 1,
        }
    }
    Ok(found)
}

fn foreign(entry: &ForeignEntry) -> ForeignExercise {
    let mut remarks = Vec::new();
    let exercise = map::exercise(entry, &mut remarks);
    ForeignExercise {
        name: entry.name.trim().to_owned(),
        exercise: exercise.map(Box::new),
        remarks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Demand, Equipment, Exercise, LoadType, Muscle, Pattern, Region};

    fn entry(name: &str, rest: &str) -> String {
        format!("{{\"id\":\"x\",\"name\":\"{name}\",\"level\":\"beginner\",\"images\":[],{rest}}}")
    }

    fn read_one(name: &str, rest: &str) -> ForeignExercise {
        let text = format!("[{}]", entry(name, rest));
        assert!(is_exercises(text.as_bytes()), "{text}");
        read_exercises(text.as_bytes()).unwrap().exercises.remove(0)
    }

    fn taken(name: &str, rest: &str) -> Exercise {
        *read_one(name, rest).exercise.unwrap()
    }

    #[test]
    fn an_exercise_stands_here_with_what_it_trains_and_needs() {
        let squat = taken(
            "Barbell Full Squat",
            r#""force":"push","mechanic":"compound","equipment":"barbell","primaryMuscles":["quadriceps"],
               "secondaryMuscles":["calves","glutes","lower back"],"category":"strength",
               "instructions":["Step under the bar.","","Go down."]"#,
        );
        assert_eq!(
            (squat.pattern, squat.region, squat.demand, squat.load),
            (
                Pattern::Squat,
                Region::Lower,
                Demand::Compound,
                LoadType::Kg
            )
        );
        assert_eq!(squat.primary, [Muscle::Quadriceps]);
        assert_eq!(
            squat.secondary,
            [
                Muscle::Gastrocnemius,
                Muscle::GluteusMaximus,
                Muscle::ErectorSpinae
            ]
        );
        assert_eq!(squat.equipment, [[Equipment::Barbell]]);
        assert_eq!(squat.cues, ["Step under the bar.", "Go down."]);
    }

    #[test]
    fn the_pattern_follows_name_muscle_and_category() {
        let cases = [
            (
                "Romanian Deadlift",
                "compound",
                "pull",
                "hamstrings",
                "strength",
                Pattern::Hinge,
            ),
            (
                "Lying Leg Curls",
                "isolation",
                "pull",
                "hamstrings",
                "strength",
                Pattern::KneeFlexion,
            ),
            (
                "Leg Extensions",
                "isolation",
                "push",
                "quadriceps",
                "strength",
                Pattern::KneeExtension,
            ),
            (
                "Dumbbell Lunges",
                "compound",
                "push",
                "quadriceps",
                "strength",
                Pattern::Lunge,
            ),
            (
                "Barbell Hip Thrust",
                "compound",
                "push",
                "glutes",
                "powerlifting",
                Pattern::HipExtension,
            ),
            (
                "Thigh Abductor",
                "isolation",
                "push",
                "abductors",
                "strength",
                Pattern::HipAbduction,
            ),
            (
                "Standing Calf Raises",
                "isolation",
                "push",
                "calves",
                "strength",
                Pattern::Ankle,
            ),
            (
                "Face Pull",
                "compound",
                "pull",
                "shoulders",
                "strength",
                Pattern::Pull,
            ),
            (
                "Arnold Press",
                "compound",
                "push",
                "shoulders",
                "strength",
                Pattern::Push,
            ),
            (
                "Plank",
                "isolation",
                "static",
                "abdominals",
                "strength",
                Pattern::Core,
            ),
            (
                "Farmer's Walk",
                "compound",
                "static",
                "forearms",
                "strongman",
                Pattern::Carry,
            ),
            (
                "Power Clean",
                "compound",
                "pull",
                "hamstrings",
                "olympic weightlifting",
                Pattern::Power,
            ),
            (
                "Hurdle Hops",
                "compound",
                "push",
                "hamstrings",
                "plyometrics",
                Pattern::Plyometric,
            ),
            (
                "Hamstring Stretch",
                "isolation",
                "static",
                "hamstrings",
                "stretching",
                Pattern::Mobility,
            ),
        ];
        for (name, mechanic, force, muscle, category, pattern) in cases {
            let rest = format!(
                "\"force\":\"{force}\",\"mechanic\":\"{mechanic}\",\"equipment\":\"body only\",\"primaryMuscles\":[\"{muscle}\"],\"category\":\"{category}\""
            );
            assert_eq!(taken(name, &rest).pattern, pattern, "{name}");
        }
    }

    #[test]
    fn what_has_no_counterpart_is_said() {
        let ball = read_one(
            "Exercise Ball Crunch",
            r#""equipment":"exercise ball","primaryMuscles":["abdominals","neck"],"category":"strength""#,
        );
        let exercise = ball.exercise.unwrap();
        assert_eq!(exercise.primary, [Muscle::RectusAbdominis]);
        assert!(exercise.equipment.is_empty());
        assert!(
            ball.remarks
                .iter()
                .any(|remark| remark.contains("exercise ball"))
        );
        assert!(ball.remarks.iter().any(|remark| remark.contains("neck")));

        let neck = read_one(
            "Neck Press",
            r#""primaryMuscles":["neck"],"category":"strength""#,
        );
        assert!(neck.exercise.unwrap_err().contains("neck"));
        let bike = read_one(
            "Bicycling",
            r#""primaryMuscles":["quadriceps"],"category":"cardio""#,
        );
        assert!(bike.exercise.unwrap_err().contains("endurance"));
    }

    #[test]
    fn every_muscle_and_thing_that_such_files_name_is_known_or_said() {
        // As the schema of the collection lists them.
        for muscle in [
            "abdominals",
            "abductors",
            "adductors",
            "biceps",
            "calves",
            "chest",
            "forearms",
            "glutes",
            "hamstrings",
            "lats",
            "lower back",
            "middle back",
            "quadriceps",
            "shoulders",
            "traps",
            "triceps",
        ] {
            let rest = format!("\"equipment\":null,\"primaryMuscles\":[\"{muscle}\"]");
            assert!(read_one("Any", &rest).exercise.is_ok(), "{muscle}");
        }
        for thing in [
            "\"medicine ball\"",
            "\"dumbbell\"",
            "\"body only\"",
            "\"bands\"",
            "\"kettlebells\"",
            "\"foam roll\"",
            "\"cable\"",
            "\"machine\"",
            "\"barbell\"",
            "\"e-z curl bar\"",
        ] {
            let rest = format!("\"equipment\":{thing},\"primaryMuscles\":[\"chest\"]");
            assert_eq!(taken("Any", &rest).equipment.len(), 1, "{thing}");
        }
        for (thing, said) in [
            ("\"exercise ball\"", "“exercise ball”"),
            ("\"other\"", "“other”"),
            ("null", "does not say what it needs"),
        ] {
            let rest = format!("\"equipment\":{thing},\"primaryMuscles\":[\"chest\"]");
            let found = read_one("Any", &rest);
            assert!(found.exercise.unwrap().equipment.is_empty(), "{thing}");
            assert!(
                found.remarks.iter().any(|remark| remark.contains(said)),
                "{thing}"
            );
        }
    }

    #[test]
    fn other_json_and_damage_are_told_apart() {
        assert!(!is_exercises(b"[{\"name\":\"Anna\"}]"));
        assert!(!is_exercises(b"name,primaryMuscles\n"));
        assert!(!is_exercises(b""));
        let whole = format!(
            "[{},3,{{\"name\":\"\"}}]",
            entry("Squat", "\"primaryMuscles\":[\"glutes\"]")
        );
        let found = read_exercises(whole.as_bytes()).unwrap();
        assert_eq!((found.exercises.len(), found.unreadable), (1, 2));
        for end in 0..whole.len() {
            assert!(read_exercises(&whole.as_bytes()[..end]).is_err(), "{end}");
        }
        assert!(read_exercises("[".repeat(100_000).as_bytes()).is_err());
    }
}
