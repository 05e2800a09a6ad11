//! `import`: history of other programs on the command line.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use ironstride::domain::{
    Athlete, AthleteId, ExerciseId, LoadSpec, Plan, Prescription, Profile, Session, SessionId,
    Stamp, StrengthPlan, Workout, Workspace,
};
use ironstride::edit::{self, Edit};
use ironstride::store::{self, read_athlete};
use serde_json::Value;
use tempfile::TempDir;

use super::ironstride;

const STRONG: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n\
    2026-10-01 18:00:00,Legs,Squat (Barbell),1,100,5\n\
    2026-10-03 18:00:00,Push,Bench Press (Barbell),1,70,5\n";
const GARMIN: &str = "Activity Type,Date,Favorite,Title,Distance,Calories,Time\n\
    Running,2026-10-02 07:00:00,false,Loop,5.0,286,00:25:16\n";

fn workspace(folder: &TempDir) -> std::path::PathBuf {
    let dir = folder.path().join("w");
    let made = ironstride([
        "demo".as_ref(),
        dir.as_os_str(),
        "--athletes".as_ref(),
        "1".as_ref(),
        "--today".as_ref(),
        "2026-11-24".as_ref(),
    ]);
    assert_eq!(made.code, Some(0), "{made:?}");
    dir
}

fn athlete_text(dir: &Path) -> String {
    let files = fs::read_dir(dir.join("athletes")).unwrap();
    let mut files = files.map(|entry| entry.unwrap().path());
    let own = files.find(|path| path.is_file()).unwrap();
    // What is brought in of earlier weeks stands in other files than what is of this one.
    format!("{:?}", read_athlete(&own).unwrap())
}

fn import(dir: &Path, rest: &[&str]) -> super::Run {
    let name = athlete_text(dir)
        .split("name: \"")
        .nth(1)
        .and_then(|text| text.split('"').next())
        .unwrap()
        .to_owned();
    let dir = dir.display().to_string();
    let mut arguments = vec!["import", "--workspace", &dir, "--athlete", &name];
    arguments.extend(rest);
    ironstride(arguments)
}

#[test]
fn history_is_asked_for_its_unit_told_dry_brought_in_and_known_the_second_time() {
    let folder = TempDir::new().unwrap();
    let dir = workspace(&folder);
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    fs::write(files.join("strong.csv"), STRONG).unwrap();
    fs::write(files.join("garmin.csv"), GARMIN).unwrap();
    let files = files.display().to_string();
    let before = athlete_text(&dir);

    let asked = import(&dir, &[&files, "--json"]);
    assert_eq!(asked.code, Some(2), "{asked:?}");
    let told: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(told["files"][0]["needs"][0], "distance-unit");
    assert_eq!(told["files"][1]["needs"][0], "mass-unit");
    assert_eq!(athlete_text(&dir), before);

    let units = ["--unit", "kg", "--distance-unit", "km"];
    let dry = import(
        &dir,
        &[&[files.as_str(), "--json", "--dry-run"], &units[..]].concat(),
    );
    assert_eq!(dry.code, Some(0), "{dry:?}");
    assert_eq!(athlete_text(&dir), before);

    let done = import(&dir, &[&[files.as_str(), "--json"], &units[..]].concat());
    assert_eq!(done.code, Some(0), "{done:?}");
    let told: Value = serde_json::from_str(&done.out).unwrap();
    let sessions = |told: &Value| {
        let files = told["files"].as_array().unwrap();
        let sum = |key: &str| {
            files
                .iter()
                .map(|file| file["sessions"][key].as_u64().unwrap())
                .sum::<u64>()
        };
        (sum("add") + sum("join"), sum("known"))
    };
    assert_eq!(sessions(&told), (3, 0));
    assert_eq!(told["files"][1]["format"], "strong");
    let after = athlete_text(&dir);
    assert_ne!(after, before);

    let again = import(&dir, &[&[files.as_str(), "--json"], &units[..]].concat());
    let told: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(sessions(&told), (0, 3));
    assert_eq!(athlete_text(&dir), after);
}

#[test]
fn skipped_rows_and_unknown_exercises_are_told_and_change_the_exit_code() {
    let folder = TempDir::new().unwrap();
    let dir = workspace(&folder);
    let file = folder.path().join("a.csv");
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2026-10-01 18:00:00,A,Chest Fly (Machine),1,40,kg,12\n2026-10-01 18:00:00,A,Squat,1,950,kg,5\n";
    fs::write(&file, text).unwrap();
    let run = import(&dir, &[&file.display().to_string()]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out
            .contains("line 3: a set of 950 kg is not believable"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("\"Chest Fly (Machine)\" is no exercise of the library"),
        "{}",
        run.out
    );

    let mapped = import(
        &dir,
        &[
            &file.display().to_string(),
            "--map",
            "Chest Fly (Machine)=Push-up",
        ],
    );
    assert!(!mapped.out.contains("is no exercise"), "{}", mapped.out);
    let before = "whose sets now count for their exercise: 1.";
    assert!(mapped.out.contains(before), "{}", mapped.out);
    let remembered = import(&dir, &[&file.display().to_string()]);
    assert!(
        !remembered.out.contains("is no exercise"),
        "{}",
        remembered.out
    );
    assert!(!remembered.out.contains(before), "{}", remembered.out);
    let wrong = import(&dir, &[&file.display().to_string(), "--map", "A=Moonwalk"]);
    assert!(
        wrong.failure().contains("\"Moonwalk\" is no exercise"),
        "{wrong:?}"
    );

    fs::write(&file, "no table at all").unwrap();
    let run = import(&dir, &[&file.display().to_string()]);
    assert_eq!(run.code, Some(2));
    assert!(run.out.contains("not recognised"), "{}", run.out);
    let missing = import(&dir, &["nowhere.csv"]);
    assert!(missing.failure().contains("nowhere.csv"));
}

#[test]
fn the_weight_of_two_dumbbells_is_told_said_and_remembered() {
    let folder = TempDir::new().unwrap();
    let dir = workspace(&folder);
    let file = folder.path().join("a.csv");
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2026-10-01 06:10:00,Old gym,Bench Press (Dumbbell),1,20,kg,8\n";
    fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    let told = |run: &super::Run| -> Value { serde_json::from_str(&run.out).unwrap() };

    let run = import(&dir, &[&file, "--json", "--dry-run"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let dumbbells = &told(&run)["files"][0]["dumbbells"];
    assert_eq!(dumbbells["weight_of"], "one");
    assert_eq!(dumbbells["exercises"][0], "Bench Press (Dumbbell)");
    assert_eq!(dumbbells["sets"], 1);

    import(&dir, &[&file, "--dumbbells", "both"]);
    let both = athlete_text(&dir);
    let again = import(&dir, &[&file, "--json"]);
    assert_eq!(told(&again)["files"][0]["dumbbells"]["weight_of"], "both");
    assert_eq!(athlete_text(&dir), both);

    let run = import(&dir, &[&file, "--json", "--dumbbells", "one"]);
    assert_eq!(
        (&told(&run)["added"], &told(&run)["reweighed"]),
        (&0.into(), &1.into())
    );
    assert!(
        athlete_text(&dir).contains("Kilograms(40.0)"),
        "the load of both"
    );
    let run = import(&dir, &[&file]);
    assert!(run.out.contains("add --dumbbells both"), "{}", run.out);

    let plain = folder.path().join("b.csv");
    fs::write(&plain, text.replace("Dumbbell", "Barbell")).unwrap();
    let run = import(&dir, &[&plain.display().to_string(), "--json", "--dry-run"]);
    assert!(told(&run)["files"][0]["dumbbells"].is_null());
}

/// As in the window: what was logged says the loads of the next times.
#[test]
fn the_next_loads_follow_what_is_brought_in() {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("w");
    let (sets, reps) = ("3".parse().unwrap(), "8".parse().unwrap());
    let squats = Prescription::new(ExerciseId::new("squat"), "Squat", sets, reps);
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: vec![squats],
        ..StrengthPlan::default()
    }));
    let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let planned = Session::planned(SessionId::from_bits(7), day, plan, Stamp::default());
    let mut anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    let edits = [Edit::update(&anna, planned)];
    edit::apply(&mut anna, &edits, Stamp::default());
    let mut workspace = Workspace::default();
    workspace.put(anna.into());
    store::create(&dir, &workspace).unwrap();

    let file = folder.path().join("a.csv");
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2026-11-24 18:00:00,A,Squat (Barbell),1,60,kg,8\n2026-11-24 18:00:00,A,Squat (Barbell),2,60,kg,8\n";
    fs::write(&file, text).unwrap();
    let run = import(&dir, &[&file.display().to_string()]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let mut files = fs::read_dir(dir.join("athletes")).unwrap();
    let own = files.find_map(|entry| Some(entry.unwrap().path()).filter(|it| it.is_file()));
    let anna = read_athlete(&own.unwrap()).unwrap();
    let next = anna.sessions.get(SessionId::from_bits(7)).unwrap();
    let load = &next.plan.workout.exercises()[0].load;
    assert!(
        matches!(load, LoadSpec::Kg(kg) if kg.kg() >= 60.0),
        "{load:?}"
    );
}
