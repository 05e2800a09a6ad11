//! Logging what was lifted, and what follows from it for the next time.

use egui::{Key, Role};
use ironstride::domain::set_entry::{EntryRules, parse_sets};
use ironstride::domain::{
    Athlete, AthleteId, ExerciseId, ExerciseLog, Kilograms, LoadSpec, Log, MassUnit, Plan,
    Prescription, Profile, Reps, RunKind, RunPlan, Session, SessionId, Stamp, Status, StrengthPlan,
    Workout, Workspace,
};
use ironstride::store;

use super::support::{Desk, Window};

fn row(exercise: &str, name: &str, load: &str) -> Prescription {
    let (sets, reps) = ("3".parse().unwrap(), "5".parse().unwrap());
    let mut row = Prescription::new(ExerciseId::new(exercise), name, sets, reps);
    row.load = load.parse().unwrap();
    row
}

fn lift(number: u128, date: &str, rows: Vec<Prescription>) -> Session {
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: rows,
        ..StrengthPlan::default()
    }));
    let date = date.parse().unwrap();
    Session::planned(SessionId::from_bits(number), date, plan, Stamp::default())
}

fn done(mut session: Session, sets: &str) -> Session {
    let rules = EntryRules::in_unit(MassUnit::Kg);
    session.status = Status::Done;
    session.log = Some(Log {
        exercises: vec![
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: "Squat".to_owned(),
                sets: parse_sets(sets, rules).unwrap().sets,
            }
            .into(),
        ],
        ..Log::default()
    });
    session
}

/// Lena squatted 3 × 5 at 60 kg a week ago. Today she is to do it again with nothing said about the load, on Saturday
/// too; her bench press of Saturday has a load that the coach typed. Today there is a run besides.
fn lena(desk: &Desk) -> Window {
    let run = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
    let run = Session::planned(
        SessionId::from_bits(9),
        "2026-11-26".parse().unwrap(),
        run,
        Stamp::default(),
    );
    let sessions = [
        done(
            lift(1, "2026-11-18", vec![row("squat", "Squat", "60kg")]),
            "3x5@2 60",
        ),
        lift(
            2,
            "2026-11-25",
            vec![
                row("squat", "Squat", ""),
                row("bench-press", "Bench press", ""),
            ],
        ),
        lift(
            3,
            "2026-11-28",
            vec![
                row("squat", "Squat", ""),
                row("bench-press", "Bench press", "50kg"),
            ],
        ),
        run,
    ];
    let mut athlete = Athlete::new(AthleteId::from_bits(5), Profile::named("Lena Roth"));
    athlete.profile.level = ironstride::domain::Level::Advanced;
    athlete.sessions = sessions.into_iter().collect();
    let mut workspace = Workspace::default();
    workspace.put(std::sync::Arc::new(athlete));
    let folder = desk.path("lena");
    store::create(&folder, &workspace).unwrap();
    desk.start_on(&folder)
}

/// Lena's window with today's session done as planned.
fn logged(desk: &Desk) -> Window {
    let mut window = lena(desk);
    window.click("Full body strength, Wed 25");
    window.command_key(Key::Enter);
    window
}

#[test]
fn a_session_logged_in_one_go_takes_the_loads_of_the_last_time() {
    let desk = Desk::new();
    let window = logged(&desk);
    assert_eq!(window.value_of("Sets of Squat"), "5x60 5x60 5x60");
    assert_eq!(window.value_of("Sets of Bench press"), "5 5 5");
}

#[test]
fn sets_are_jotted_down_and_say_the_next_load_with_its_reason() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.fill("Sets of Squat", "3x5 62.5@2");
    assert_eq!(
        window.value_of("Sets of Squat"),
        "5x62.5@2 5x62.5@2 5x62.5@2"
    );
    assert!(window.shows("Next, Sat 28 Nov: 65 kg (all sets at RIR 2 → +2.5 kg)"));
    window.click("Full body strength, Sat 28");
    assert_eq!(window.value_of("Load of Squat"), "65 kg");
    assert!(window.shows("Suggested: all sets at RIR 2 → +2.5 kg"));
    window.command_key(Key::Z);
    assert_eq!(
        window.value_of("Load of Squat"),
        "62.5 kg",
        "one undo takes both back"
    );
    window.command_key(Key::Z);
    assert_eq!(window.value_of("Load of Squat"), "");
}

#[test]
fn undo_takes_a_log_back_from_within_its_fields_as_long_as_nothing_is_typed_there() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.type_into("Sets of Squat", "6");
    window.command_key(Key::Z);
    assert!(
        window.shows("Sets of Squat"),
        "it takes back what was typed"
    );
    window.close();
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.focus("Sets of Squat");
    window.command_key(Key::Z);
    assert!(!window.shows("Sets of Squat"), "it takes back the log");
    assert!(window.shows("Full body strength, Wed 25"));
}

#[test]
fn a_typed_load_stays_and_the_suggestion_can_be_taken() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.fill("Sets of Bench press", "3x5 52.5@2");
    window.click("Full body strength, Sat 28");
    assert_eq!(window.value_of("Load of Bench press"), "50 kg");
    assert!(window.shows("55 kg suggested: all sets at RIR 2 → +2.5 kg"));
    window.scroll_and_click("Use the suggested load of Bench press");
    assert_eq!(window.value_of("Load of Bench press"), "55 kg");
}

#[test]
fn a_record_is_told_when_it_is_set_and_marked_where_it_was_set() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    assert!(!window.shows("New record"));
    window.fill("Sets of Squat", "3x5 65");
    window.must_show("New record: squat, 5 reps at 65 kg");
    assert!(window.shows("★ Record: "));
    assert!(window.shows("Full body strength, Wed 25, about 16 min · legs"));
    window.command_key(Key::Z);
    assert!(!window.shows("★ Record: "));
}

#[test]
fn figures_that_cannot_be_meant_are_named_and_stay_in_the_field() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    for (typed, word) in [
        ("5x900", "more than anybody lifts"),
        ("300x20", "300 reps in one set?"),
        ("5x-60", "a load is above 0"),
    ] {
        window.fill("Sets of Squat", typed);
        assert_eq!(window.value_of("Sets of Squat"), typed);
        assert!(window.shows(word), "{typed}");
    }
    window.fill("Sets of Squat", "5x135lb");
    assert_eq!(window.value_of("Sets of Squat"), "5x61.23");
    assert!(window.shows("135 lb = 61.23 kg"));
    window.click("Easy run, Thu 26");
    window.command_key(Key::Enter);
    window.fill("Logged distance", "4000");
    assert_eq!(window.value_of("Logged distance"), "4000");
    window.must_show("between 0 and 1000 km");
}

#[test]
fn sets_logged_one_by_one_start_the_rest() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.click("Full body strength, Wed 25");
    window.scroll_and_click("Log set by set");
    assert_eq!(window.value_of("Sets of Squat"), "");
    window.scroll_and_click("Add a set of Squat");
    assert_eq!(window.value_of("Sets of Squat"), "5x60");
    window.must_show("Rest ");
    window.click("End rest");
    assert!(!window.shows("Rest "));
}

#[test]
fn the_rest_ends_with_the_set_that_it_follows() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.click("Full body strength, Wed 25");
    window.scroll_and_click("Log set by set");
    window.scroll_and_click("Add a set of Squat");
    window.must_show("Rest ");
    window.command_key(Key::Z);
    window.harness.run_steps(4);
    assert!(!window.shows("Rest "));
}

#[test]
fn the_rule_of_an_exercise_is_chosen_in_its_menu() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.fill("Sets of Squat", "3x5 62.5@2");
    window.click("Full body strength, Sat 28");
    window.scroll_and_click("More for Squat");
    window.click("Next loads of Squat");
    window.click("No advice");
    assert_eq!(window.value_of("Load of Squat"), "");
    assert!(!window.shows("Suggested: "));
}

#[test]
fn the_calculator_keeps_a_tested_maximum() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.command("1RM");
    window.fill("Weight lifted", "100");
    window.fill("Reps", "5");
    window.fill("Reps in reserve", "0");
    window.must_show("Epley 116.7 kg");
    // An entry that is no set leaves no old figures beside it.
    window.fill("Reps", "20");
    assert!(window.shows("1 to 12; no formula is valid above that"));
    assert!(!window.shows("Epley"), "{:?}", window.words());
    assert!(!window.shows("Loads from"));
    window.fill("Reps", "1");
    for formula in [
        "Epley",
        "Brzycki",
        "Lombardi",
        "O’Conner",
        "Wathan",
        "Mayhew",
    ] {
        assert!(window.shows(&format!("{formula} 100 kg")), "{formula}");
    }
    window.fill("Reps", "5");
    for other in ["Brzycki 112.5 kg", "Lombardi 117.5 kg", "Mayhew 119 kg"] {
        assert!(window.shows(other), "{other}");
    }
    window.click("Brzycki");
    window.click("Use as tested max for…");
    window.type_into("Exercise to add", "Squat");
    window.key(Key::Enter);
    window.click("Use 112.5 kg as tested max for squat");
    assert!(!window.shows("1RM calculator"));
    window.click("Full body strength, Sat 28");
    window.fill("Load of Squat", "75%");
    window.must_show("75 % = 85 kg");
}

#[test]
fn a_session_cut_short_and_a_done_one_are_told_apart() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.click("Full body strength, Wed 25");
    window.scroll_and_click("Log set by set");
    assert!(window.shows("Full body strength, Wed 25, about 16 min · legs"));
    window.must_show(", planned");
    window.fill("Sets of Squat", "3x5 60");
    window.must_show(", done in part");
    window.fill("Sets of Bench press", "3x5 40");
    assert!(!window.shows(", done in part"), "{:?}", window.words());
}

#[test]
fn a_done_session_moved_ahead_leaves_its_log_where_it_happened() {
    let desk = Desk::new();
    let mut window = logged(&desk);
    window.command("Move a week later");
    let told = "what was done stays on Wed 25 Nov";
    window.must_show(told);
    assert!(window.shows("Full body strength, Wed 25"));
}

#[test]
fn sets_are_ticked_row_by_row_and_all_ticked_as_planned_is_done() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.click("Full body strength, Wed 25");
    window.scroll_and_click("Log set by set");
    assert_eq!(
        window.value_of("Weight of set 1 of Squat"),
        "60",
        "as the last time"
    );
    assert_eq!(window.value_of("Reps of set 1 of Squat"), "5");
    assert!(!window.is_on("Set 1 of Squat done"));
    window.scroll_and_tick("Set 1 of Squat done");
    assert_eq!(window.value_of("Sets of Squat"), "5x60");
    window.must_show(", done in part");
    window.fill("Weight of set 2 of Squat", "62.5");
    assert_eq!(
        window.value_of("Sets of Squat"),
        "5x60 5x62.5",
        "Enter ticks the set"
    );
    window.scroll_and_tick("Set 3 of Squat done");
    assert!(window.shows(", done in part"));
    window.scroll_and_tick("Set 3 of Bench press done");
    assert_eq!(
        window.value_of("Sets of Bench press"),
        "5 5 5",
        "those before it as well"
    );
    assert!(!window.shows(", done in part"), "{:?}", window.words());
    assert!(
        window.shows("Status: done"),
        "{:?}",
        window.labels("Status")
    );
    window.scroll_and_tick("Set 2 of Squat done");
    assert_eq!(window.value_of("Sets of Squat"), "5x60 5x60");
    assert!(window.shows("Status: done in part") || window.shows("Status: in part"));
}

/// "To max" says neither repetitions nor seconds: the exercise does.
#[test]
fn a_hold_as_long_as_possible_is_logged_in_seconds() {
    let desk = Desk::new();
    let mut plank = row("plank", "Plank", "");
    plank.reps = Reps::Max;
    let mut athlete = Athlete::new(AthleteId::from_bits(5), Profile::named("Lena Roth"));
    athlete.sessions = [lift(2, "2026-11-25", vec![plank])].into_iter().collect();
    let mut workspace = Workspace::default();
    workspace.put(std::sync::Arc::new(athlete));
    let folder = desk.path("lena");
    store::create(&folder, &workspace).unwrap();
    let mut window = desk.start_on(&folder);
    window.click("Core, Wed 25");
    window.scroll_and_click("Log set by set");
    window.must_show("Seconds");
    window.fill("Reps of set 1 of Plank", "45");
    assert_eq!(window.value_of("Sets of Plank"), "45s");
}

#[test]
fn the_keyboard_logs_set_after_set() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.click("Full body strength, Wed 25");
    window.scroll_and_click("Log set by set");
    let reps = |set: u32| format!("Reps of set {set} of Squat");
    assert!(
        window.is_focused(Role::TextInput, &reps(1)),
        "the first box has the keyboard"
    );
    for set in 1..=2 {
        window.key(Key::Enter);
        assert!(
            window.is_focused(Role::TextInput, &reps(set + 1)),
            "after set {set}"
        );
    }
    assert_eq!(window.value_of("Sets of Squat"), "5x60 5x60");
    window.fill("Reps of set 3 of Squat", "many");
    assert_eq!(
        window.value_of("Sets of Squat"),
        "5x60 5x60",
        "what cannot be read is logged by nobody"
    );
}

/// Three sets were planned, and the three that are logged are the first to the third, however often one warmed up.
#[test]
fn what_warms_up_is_none_of_the_counted_sets() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Previous week");
    window.click("Lower body strength, ");
    assert!(
        window.shows("Warm-up 1 of Squat done"),
        "{:?}",
        window.labels("Set ")
    );
    assert!(window.shows("Set 1 of Squat done") && window.shows("Set 3 of Squat done"));
    assert!(!window.shows("Set 4 of Squat done"));
}

/// In a small window the side panel is as narrow as it can be, and a longer word in it moves neither week nor charts.
#[test]
fn what_became_of_a_session_does_not_widen_the_panel() {
    let desk = Desk::new();
    let mut window = lena(&desk);
    window.harness.set_size(egui::vec2(1180.0, 700.0));
    window.settle();
    window.click("Full body strength, Wed 25");
    let before = window.rect("Title");
    let keys = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
    window.key_with(keys, Key::Enter);
    window.key(Key::Enter);
    assert!(
        window.shows("Status: done in part"),
        "{:?}",
        window.labels("Status")
    );
    let after = window.rect("Title");
    assert_eq!(
        (before.left(), before.width()),
        (after.left(), after.width())
    );
}

/// Two dumbbells are planned, shown and typed by the one, and logged as what both weigh.
#[test]
fn the_load_of_two_dumbbells_is_typed_as_it_is_planned() {
    let desk = Desk::new();
    let mut pair = row("lunge", "Lunge", "");
    pair.load = LoadSpec::Pair(Kilograms::new(12.0));
    let mut athlete = Athlete::new(AthleteId::from_bits(5), Profile::named("Lena Roth"));
    let sessions = [
        done(lift(1, "2026-11-18", vec![pair.clone()]), "3x5 20"),
        lift(2, "2026-11-25", vec![pair]),
    ];
    athlete.sessions = sessions.into_iter().collect();
    let mut workspace = Workspace::default();
    workspace.put(std::sync::Arc::new(athlete));
    let folder = desk.path("lena");
    store::create(&folder, &workspace).unwrap();
    let mut window = desk.start_on(&folder);
    window.click("Lower body strength, Wed 25");
    window.command_key(Key::Enter);
    assert!(window.shows("kg each"));
    assert_eq!(window.value_of("Weight of set 1 of Lunge"), "12");
    assert_eq!(window.value_of("Sets of Lunge"), "5x12 5x12 5x12");
    window.fill("Weight of set 1 of Lunge", "14");
    assert_eq!(window.value_of("Sets of Lunge"), "5x14 5x12 5x12");
    window.close();
    let mut files = std::fs::read_dir(folder.join("athletes")).unwrap();
    let file = files.find_map(|file| Some(file.unwrap().path()).filter(|it| it.is_file()));
    let lena = store::read_athlete(&file.unwrap()).unwrap();
    let log = lena.sessions.get(SessionId::from_bits(2)).unwrap();
    let sets = &log.log.as_ref().unwrap().exercises[0].sets;
    let loads: Vec<_> = sets.iter().map(|set| set.kg.unwrap().kg()).collect();
    assert_eq!(loads, [28.0, 24.0, 24.0]);
}
