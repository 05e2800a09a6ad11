//! History of other programs: dropped on the window, asked about, brought in, and known the second time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ironstride::domain::Athlete;
use ironstride::store;

use super::exchange::changed_elsewhere;
use super::support::{Desk, Window, today};
use ironstride::app::file_dialogs::Picked;

/// A file as the system hands it over when it is dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

pub(super) const STRONG: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n\
    2026-10-05 06:10:00,Old gym,Squat (Barbell),1,102.5,5\n\
    2026-10-05 06:10:00,Old gym,Moon Press,1,40,8\n";

/// Drops a file on the window, and does not wait for what comes of it.
pub(super) fn drop_quietly(window: &mut Window, desk: &Desk, name: &str, text: &str) {
    let path = desk.path(name);
    std::fs::write(&path, text).unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
}

pub(super) fn drop_file(window: &mut Window, desk: &Desk, name: &str, text: &str) {
    drop_quietly(window, desk, name, text);
    window.wait_until("Bring in history for", |window| {
        window.shows("Bring in history for")
    });
}

#[test]
fn a_dropped_file_is_asked_about_brought_in_taken_back_and_known_again() {
    let desk = Desk::new();
    let mut window = desk.start();
    drop_file(&mut window, &desk, "strong.csv", STRONG);
    window.wait_until("Weights are in", |window| window.shows("Weights are in"));
    window.must_show("Answer the question above");
    window.click("kilograms");
    window.wait_until("Bring in 1 session", |window| {
        window.shows("Bring in 1 session")
    });
    assert!(window.shows("Moon Press") && window.shows("strong"));
    assert!(
        window.shows("Old gym"),
        "the sample shows how it will stand"
    );
    window.click("Leave out");
    window.wait_until("the answer", |window| !window.shows("Moon Press"));
    window.click("Bring in 1 session");
    window.must_show("Brought in 1 session");

    drop_file(&mut window, &desk, "again.csv", STRONG);
    window.wait_until("All of it is in the calendar already", |window| {
        window.shows("All of it is in the calendar already")
    });
    assert!(
        !window.shows("Weights are in"),
        "nothing new depends on the unit"
    );
    assert!(!window.shows("Moon Press"), "the answer is remembered");
    window.click("Cancel");

    window.command_key(egui::Key::Z);
    window.must_show("Undone: bring in history");
}

#[test]
fn a_date_that_can_mean_two_days_is_asked_about() {
    let desk = Desk::new();
    let mut window = desk.start();
    let header =
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment";
    let rows =
        "03/04/2025,Deadlift,Back,140.0,kgs,3,,,,\n05/06/2025,Deadlift,Back,145.0,kgs,3,,,,\n";
    drop_file(
        &mut window,
        &desk,
        "fitnotes.csv",
        &format!("{header}\n{rows}"),
    );
    window.wait_until("the question", |window| {
        window.shows("A date such as 03/04 is")
    });
    assert!(!window.shows("Bring in 2 sessions"), "nothing is guessed");
    window.click("3 April");
    window.wait_until("Bring in 2 sessions", |window| {
        window.shows("Bring in 2 sessions")
    });
    window.must_show("5 Jun 2025");
}

/// Most people log what stands on one dumbbell; the answer is remembered, and another one changes loads and adds nothing.
#[test]
fn the_weight_of_two_dumbbells_is_asked_about_remembered_and_can_be_answered_anew() {
    let desk = Desk::new();
    let mut window = desk.start();
    let text = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n\
        2026-10-05 06:10:00,Old gym,Bench Press (Dumbbell),1,20,kg,8\n";
    let question = "With a dumbbell in each hand, the weight is of";
    drop_file(&mut window, &desk, "strong.csv", text);
    window.wait_until("the question", |window| window.shows(question));
    window.must_show("1 set: Bench Press (Dumbbell)");
    window.click("both together: Strong");
    window.wait_until("the report", |window| window.shows("Bring in 1 session"));
    window.click("Bring in 1 session");

    drop_file(&mut window, &desk, "again.csv", text);
    window.wait_until("the question", |window| window.shows(question));
    assert!(!window.shows("Change loads"), "the answer is remembered");
    assert!(window.shows("All of it is in the calendar already"));
    window.click("one dumbbell: Strong");
    window.wait_until("the change", |window| {
        window.shows("Change loads of 1 session")
    });
    window.click("Change loads of 1 session");
    window.must_show("Changed the loads of 1 session");

    let plain = text.replace("(Dumbbell)", "(Barbell)");
    drop_file(&mut window, &desk, "plain.csv", &plain);
    window.wait_until("the report", |window| window.shows("Cancel"));
    assert!(!window.shows(question), "asked only where it matters");
}

/// A log with one mistake in every row would fill the report with it.
#[test]
fn rows_that_are_left_out_for_one_reason_are_told_together_and_a_question_names_its_file() {
    let desk = Desk::new();
    let mut window = desk.start();
    let mut text = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n".to_owned();
    for day in 1..=9 {
        for set in ["1,100,5", "2,1950,5"] {
            text.push_str("2026-09-0");
            text.push_str(&day.to_string());
            text.push_str(" 06:10:00,Old gym,Squat (Barbell),");
            text.push_str(set);
            text.push('\n');
        }
    }
    drop_file(&mut window, &desk, "strong.csv", &text);
    window.wait_until("Weights are in", |window| window.shows("Weights are in"));
    let words = window.words();
    let named = words.iter().filter(|words| words.contains("strong.csv"));
    assert_eq!(named.count(), 2, "{words:?}");
    window.click("kilograms");
    window.wait_until("the report", |window| window.shows("9 sets"));
    let told = "Lines 3, 5, 7, 9, 11, 13 and 3 more: a set of 1950 kg is not believable";
    window.must_show(told);
}

#[test]
fn what_is_no_history_is_taken_for_a_plan() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("plan.txt");
    std::fs::write(&path, "Mon easy 45 min\nSun long 18 km\n").unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
    window.wait_until("the plan", |window| window.shows("Bring in a plan"));
}

/// The answer of a phone to the shown athlete's next run, whose plan has changed since.
fn phone_answer(desk: &Desk) -> String {
    let athlete = store::read_athlete(&desk.path("demo").join("athletes/anna-kovac.ron")).unwrap();
    let sessions = athlete.sessions.between(today(), chrono::NaiveDate::MAX);
    let run = sessions
        .iter()
        .find(|session| session.log.is_none() && session.plan.run().is_some());
    let run = run.expect("the demo plans runs");
    serde_json::json!({
        "format": "ironstride-answer", "version": 1, "mass": "kg", "distance": "km",
        "athlete": {"id": athlete.id.to_string(), "name": athlete.profile.name},
        "sessions": [{
            "id": run.id.to_string(), "date": run.date, "title": "Run", "kind": "run", "plan": "Wed easy 20min",
            "changed": "2026-11-25T18:00:00Z", "done_on": run.date, "status": "done", "distance": "7.3", "time": "41:00",
            "exercises": [],
        }],
    })
    .to_string()
}

#[test]
fn a_phones_answer_is_pasted_seen_beside_the_changed_plan_and_taken_back_in_one_step() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = format!("Hi coach!\n{}\n", phone_answer(&desk));
    let paste = |window: &mut Window| {
        window.harness.event(egui::Event::Paste(answer.clone()));
        window.settle();
        window.wait_until("Phone page", |window| window.shows("Phone page"));
    };
    paste(&mut window);
    window.must_show("Planned then");
    window.must_show("Easy run · 20 min");
    assert!(window.shows("Planned now"));
    window.click("Bring in 1 session");
    window.must_show("Logged 1 planned session");
    paste(&mut window);
    window.must_show("All of it is in the calendar already");
    window.click("Cancel");
    window.command_key(egui::Key::Z);
    window.must_show("Undone: bring in history");
    drop_file(&mut window, &desk, "anna.ironstride-answer.json", &answer);
    window.wait_until("Bring in 1 session", |window| {
        window.shows("Bring in 1 session")
    });
}

/// Whoever is shown when it comes.
#[test]
fn a_phones_answer_goes_to_the_athlete_who_sent_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = phone_answer(&desk);
    window.click("Athlete: ");
    window.click("Ben Okafor");
    assert!(window.shows("Athlete: Ben Okafor"));
    drop_file(&mut window, &desk, "anna.ironstride-answer.json", &answer);
    window.wait_until("Bring in 1 session", |window| {
        window.shows("Bring in 1 session")
    });
    assert!(window.shows("Bring in history for Anna Kovač"));
    window.click("Bring in 1 session");
    assert!(window.shows("Logged 1 planned session"));
    assert!(window.shows("Athlete: Anna Kovač"));
}

/// The log joins the session as it is when the answer is taken, not as it was when the answer was opened.
#[test]
fn a_plan_that_changes_while_an_answer_is_looked_at_stays_changed() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = phone_answer(&desk);
    drop_file(&mut window, &desk, "anna.ironstride-answer.json", &answer);
    window.wait_until("the answer", |window| window.shows("Bring in 1 session"));
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let answered = |anna: &Athlete| {
        let mut all = anna
            .sessions
            .between(today(), chrono::NaiveDate::MAX)
            .iter();
        all.find(|it| answer.contains(&it.id.to_string()))
            .unwrap()
            .id
    };
    let elsewhere = changed_elsewhere(
        &file,
        |anna| anna.sessions.get(answered(anna)).unwrap(),
        |session| session.plan.title = "By the river".to_owned(),
    );
    std::fs::write(&file, elsewhere).unwrap();
    window.wait_until("the word", |window| {
        window.shows("was changed on another computer")
    });
    window.wait_until("the answer", |window| window.shows("Bring in 1 session"));
    window.click("Bring in 1 session");
    window.close();
    let anna = store::read_athlete(&file).unwrap();
    let session = anna.sessions.get(answered(&anna)).unwrap();
    assert!(session.log.is_some());
    assert_eq!(session.plan.title, "By the river");
}

/// A file that is being written and never ends, until it is let go.
#[cfg(unix)]
fn endless(desk: &Desk, name: &str) -> PathBuf {
    let path = desk.path(name);
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    path
}

#[cfg(unix)]
#[test]
fn a_stopped_reading_says_how_far_it_was_and_changes_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    let strong = desk.path("strong.csv");
    std::fs::write(&strong, STRONG).unwrap();
    let slow = endless(&desk, "slow.csv");
    let drop_both = |window: &mut Window| {
        for path in [&strong, &slow] {
            let file = Arc::new(Dropped(path.clone()));
            window.harness.input_mut().dropped_files.push(file);
        }
        window.settle();
    };
    drop_both(&mut window);
    window.wait_until("the second file", |window| {
        window.shows("Opening file 2 of 2…")
    });
    window.click("Stop");
    window.must_show("Stopped. Nothing was brought in");
    // The file ends after all, and what it held is not wanted any more.
    std::fs::write(&slow, STRONG).unwrap();
    window.settle();
    window.must_show("Stopped. Nothing was brought in");
    window.click("Close");
    let undone = |window: &mut Window| {
        window.command_key(egui::Key::Z);
        window.shows("Undone: bring in history")
    };
    assert!(!undone(&mut window), "there is nothing to take back");

    // The same files once more, whole.
    std::fs::remove_file(&slow).unwrap();
    std::fs::write(&slow, STRONG.replace("Old gym", "New gym")).unwrap();
    drop_both(&mut window);
    window.wait_until("Weights are in", |window| window.shows("Weights are in"));
    window.click("kilograms");
    window.wait_until("both", |window| window.shows("Bring in 2 sessions"));
    window.click("Bring in 2 sessions");
    assert!(undone(&mut window), "{:?}", window.words());
}

/// Two exercises in the form of free-exercise-db: one that ships under another name, and one that is new.
const EXERCISES: &str = r#"[
  {"id":"Barbell_Full_Squat","name":"Barbell Full Squat","force":"push","level":"intermediate","mechanic":"compound",
   "equipment":"barbell","primaryMuscles":["quadriceps"],"secondaryMuscles":["glutes"],"instructions":[],
   "category":"strength","images":[]},
  {"id":"Zercher_Carry","name":"Zercher Carry","force":"static","level":"expert","mechanic":"compound",
   "equipment":"other","primaryMuscles":["forearms"],"secondaryMuscles":["neck"],
   "instructions":["Hold the bar in the crook of the elbows."],"category":"strongman","images":[]}
]"#;

#[test]
fn an_exercise_of_another_collection_is_taken_over_marked_and_taken_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("any name.txt");
    std::fs::write(&path, EXERCISES).unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
    window.wait_until("the exercises", |window| {
        window.shows("2 exercises in any name.txt")
    });
    window.click("Barbell Full Squat");
    window.must_show("The library has it as");
    assert!(!window.shows("Add to library"));
    window.click("Zercher Carry");
    window.must_show("The library has no “other”");
    assert!(window.shows("no muscle for “neck”"));
    window.click("Add to library");
    window.must_show("“Zercher Carry” is in the library now");
    window.must_show("The library has it as “Zercher Carry”");
    window.click("Close");
    window.command_key(egui::Key::Z);
    window.must_show("Undone: add Zercher Carry to library");
}

/// Whoever looks for it under *Bring in history…* finds it as well.
#[test]
fn a_collection_of_exercises_that_is_chosen_as_history_is_shown_as_what_it_is() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("exercises.json");
    std::fs::write(&path, EXERCISES).unwrap();
    let unknown = desk.path("letter.txt");
    std::fs::write(&unknown, "Dear Anna").unwrap();
    for (path, shown) in [
        (path, "2 exercises in exercises.json"),
        (unknown, "No program known here writes such a file"),
    ] {
        let dialog = desk.next_dialog();
        window.command("bring in history");
        dialog.send(Picked::Path(path)).unwrap();
        window.wait_until(shown, |window| window.shows(shown));
        window.key(egui::Key::Escape);
    }
}

/// A new user sees the past that came in, though it lies before what the charts show at first; what else the archive of an
/// account holds is no failure.
#[test]
fn an_old_archive_is_told_in_plain_words_and_the_charts_go_back_to_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        ("activities.csv", STRAVA),
        ("profile.csv", "Athlete ID,First Name\n1,Ann\n"),
        ("bikes.csv", "Bike Name\n"),
    ] {
        zip.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut zip, content.as_bytes()).unwrap();
    }
    let path = desk.path("export.zip");
    std::fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
    window.wait_until("Bring in 2 sessions", |window| {
        window.shows("Bring in 2 sessions")
    });
    for words in [
        "2 files hold no training: profile.csv, bikes.csv",
        "No record of how hard 2 runs were; added as easy.",
    ] {
        assert!(window.shows(words), "{words}: {:?}", window.words());
    }
    assert!(!window.shows("not recognised"));
    assert!(!window.is_ticked("All"), "the charts begin with some weeks");
    window.click("Bring in 2 sessions");
    window.wait_until("the charts", |window| window.is_ticked("All"));
}

/// A new user sees what came in: the newest week of it where the shown one is empty, unless that lies long ago.
#[test]
fn an_empty_week_gives_way_to_the_newest_that_came_in() {
    for (day, shown) in [("2026-11-10", "Old gym"), ("2026-10-05", "Week 48")] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.add_athlete("Nora Quick");
        drop_file(
            &mut window,
            &desk,
            "strong.csv",
            &STRONG.replace("2026-10-05", day),
        );
        window.wait_until("Weights are in", |window| window.shows("Weights are in"));
        window.click("kilograms");
        window.wait_until("Bring in 1 session", |window| {
            window.shows("Bring in 1 session")
        });
        window.click("Bring in 1 session");
        window.wait_until("the calendar", |window| window.shows(shown));
    }
}

const STRAVA: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time\n\
    1,\"Mar 1, 2024, 7:00:00 AM\",Morning Run,Run,2700,8.0,2690\n\
    2,\"Mar 4, 2024, 7:00:00 AM\",Morning Run,Run,2700,8.0,2690\n";
