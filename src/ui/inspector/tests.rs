//! The editor as a coach uses it: each change is one labelled undo step.

mod desk;

use egui::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::domain::{
    Athlete, AthleteId, Count, DayPart, Effort, Kilograms, LoadSource, LoadSpec, Meters, Minutes,
    Plan, Profile, Reps, Rpe, RunKind, RunPlan, Session, Stamp, Status, StrengthPlan, Workout,
};
use crate::library::Library;
use crate::planning::{self, done_as_planned};
use crate::ui::action::Action;
use crate::ui::command::Command;

use desk::{ID, click, day, open, type_into};

fn session(workout: Workout) -> Session {
    Session::planned(ID, day(24), Plan::new(workout), Stamp::default())
}

fn easy() -> Session {
    session(Workout::Run(RunPlan::of(RunKind::Easy)))
}

fn strength(names: &[&str]) -> Session {
    let library = Library::shipped().unwrap();
    let exercises = names
        .iter()
        .map(|name| planning::prescription(library.find(name).unwrap()))
        .collect();
    session(Workout::Strength(StrengthPlan {
        exercises,
        ..StrengthPlan::default()
    }))
}

#[test]
fn what_is_typed_and_left_is_one_labelled_step() {
    let mut desk = open(easy());
    type_into(&mut desk, "Duration", "1h20");
    type_into(&mut desk, "Distance", "14,5");
    type_into(&mut desk, "Start time", "6:30 pm");
    let state = desk.state();
    assert_eq!(
        state.labels,
        ["Change duration", "Change distance", "Change start"]
    );
    let plan = &state.session().plan;
    assert_eq!(plan.duration, Some(Minutes(80)));
    assert_eq!(plan.run().unwrap().distance, Some(Meters::new(14_500.0)));
    assert_eq!(plan.start.part(), Some(DayPart::Evening));
}

#[test]
fn absurd_figures_are_refused_where_they_are_typed() {
    let mut desk = open(easy());
    type_into(&mut desk, "Duration", "3000");
    type_into(&mut desk, "RPE", "11");
    assert!(desk.state().labels.is_empty());
    desk.get_by_label("A session lasts 1 min to 48 h");
    desk.get_by_label("RPE runs from 0 to 10");
}

#[test]
fn a_field_left_as_it_was_leaves_no_step() {
    let mut desk = open(easy());
    type_into(&mut desk, "Duration", "");
    type_into(&mut desk, "Title", "");
    assert!(desk.state().labels.is_empty());
}

#[test]
fn steps_are_typed_one_after_another_and_deleted_by_emptying() {
    let mut desk = open(easy());
    type_into(&mut desk, "Add step", "2 km warm-up, 6x800m @4:05 jog 400m");
    type_into(&mut desk, "Step 1", "");
    let state = desk.state();
    assert_eq!(state.labels, ["Add steps", "Delete step 1"]);
    let steps = &state.session().plan.run().unwrap().steps;
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].repeats, 6);
}

#[test]
fn a_typed_load_is_the_coachs_own() {
    let mut desk = open(strength(&["Squat", "Romanian deadlift"]));
    type_into(&mut desk, "Load of Squat", "62.5");
    type_into(&mut desk, "Sets and reps of Squat", "4x6");
    type_into(&mut desk, "Load of Romanian deadlift", "heavy");
    let state = desk.state();
    assert_eq!(
        state.labels,
        ["Change load of squat", "Change sets of squat"]
    );
    let row = &state.session().plan.workout.exercises()[0];
    assert_eq!(row.load, LoadSpec::Kg(Kilograms::new(62.5)));
    assert_eq!(row.load_by, LoadSource::Coach);
    assert_eq!(
        (row.sets, row.reps),
        (Count::exactly(4), Reps::Count(Count::exactly(6)))
    );
}

#[test]
fn the_menu_of_a_row_holds_what_the_row_does_not_show() {
    let mut desk = open(strength(&["Squat", "Romanian deadlift"]));
    click(&mut desk, "More for Squat");
    type_into(&mut desk, "Effort of Squat", "rir 2");
    click(&mut desk, "Move down");
    let state = desk.state();
    assert_eq!(state.labels, ["Change effort of squat", "Move squat"]);
    let rows = state.session().plan.workout.exercises();
    assert_eq!(rows[1].effort, Some(Effort::Rir(2.0)));
}

#[test]
fn an_exercise_is_found_by_name_and_added() {
    let mut desk = open(strength(&["Squat"]));
    click(&mut desk, "Add exercise…");
    type_into(&mut desk, "Exercise to add", "romanian deadlift");
    assert_eq!(desk.state().labels, ["Add romanian deadlift"]);
    assert_eq!(desk.state().session().plan.workout.exercises().len(), 2);
}

#[test]
fn a_step_to_the_next_day_moves_the_session_and_back_home_forgets_it() {
    let mut desk = open(easy());
    click(&mut desk, "A day later");
    assert_eq!(desk.state().session().date, day(25));
    assert_eq!(desk.state().session().first_planned.unwrap().date, day(24));
    click(&mut desk, "A day earlier");
    assert_eq!(desk.state().session().first_planned, None);
    assert_eq!(desk.state().labels, ["Move easy run", "Move easy run"]);
}

#[test]
fn a_planned_session_is_marked_done_by_the_command() {
    let mut desk = open(easy());
    click(&mut desk, "Mark as done");
    assert_eq!(desk.state().other, [Action::Command(Command::MarkDone)]);
}

#[test]
fn skipping_asks_for_a_reason_and_can_be_taken_back() {
    let mut desk = open(easy());
    click(&mut desk, "Skipped…");
    type_into(&mut desk, "Reason", "ill");
    assert_eq!(
        desk.state().session().status,
        Status::Skipped {
            reason: "ill".to_owned()
        }
    );
    click(&mut desk, "Back to planned");
    assert_eq!(desk.state().session().status, Status::Planned);
    assert_eq!(
        desk.state().labels,
        ["Mark as skipped", "Set back to planned"]
    );
}

fn anna() -> Athlete {
    Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"))
}

#[test]
fn the_log_takes_sets_and_what_hurt() {
    let squat = strength(&["Squat"]);
    let done = done_as_planned(&squat, &anna(), &Library::shipped().unwrap());
    let mut desk = open(done);
    type_into(&mut desk, "Sets of Squat", "5x60@2 4x60@1!");
    type_into(&mut desk, "Add pain", "left knee");
    click(&mut desk, "Heavy legs");
    type_into(&mut desk, "Logged RPE", "7");
    let log = desk.state().session().log.clone().unwrap();
    assert_eq!(log.exercises[0].sets.len(), 2);
    assert!(log.exercises[0].sets[1].failed && log.heavy_legs);
    assert_eq!(log.pains[0].place, "left knee");
    assert_eq!(log.rpe, Some(Rpe::new(7.0)));
    let labels = [
        "Log squat",
        "Add pain",
        "Change heavy legs",
        "Change logged RPE",
    ];
    assert_eq!(desk.state().labels, labels);
}

#[test]
fn every_control_has_a_name_of_its_own() {
    let library = Library::shipped().unwrap();
    let anna = anna();
    let lift = strength(&["Squat", "Romanian deadlift", "Squat"]);
    let mut run = easy();
    if let Workout::Run(plan) = &mut run.plan.workout {
        plan.steps =
            crate::notation::parse_steps("2 km wu; 6x800 m; 2 km cd", anna.profile.units).unwrap();
    }
    for session in [
        done_as_planned(&lift, &anna, &library),
        done_as_planned(&run, &anna, &library),
    ] {
        let desk = open(session);
        let controls = [
            Role::Button,
            Role::TextInput,
            Role::MultilineTextInput,
            Role::ComboBox,
            Role::CheckBox,
        ];
        let mut names: Vec<String> = desk
            .root()
            .children_recursive()
            .filter(|node| controls.contains(&node.accesskit_node().role()))
            .map(|node| node.accesskit_node().label().unwrap_or_default())
            .collect();
        assert!(names.len() > 15, "{names:?}");
        names.sort();
        assert!(names.iter().all(|name| !name.is_empty()), "{names:?}");
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None);
    }
}

/// Three sets of five squats at 60 kg, still to do.
fn squats() -> Session {
    let mut session = strength(&["Squat"]);
    let row = &mut session.plan.workout.exercises_mut().unwrap()[0];
    row.sets = Count::exactly(3);
    row.reps = Reps::Count(Count::exactly(5));
    row.load = LoadSpec::Kg(Kilograms::new(60.0));
    session
}

#[test]
fn log_set_by_set_marks_nothing_before_a_set_is_typed() {
    let mut desk = open(squats());
    click(&mut desk, "Log set by set");
    assert!(desk.state().labels.is_empty());
    assert_eq!(desk.state().session().status, Status::Planned);
    assert_eq!(desk.state().session().log, None);
    type_into(&mut desk, "Sets of Squat", "5x60");
    assert_eq!(desk.state().session().status, Status::Partial);
    type_into(&mut desk, "Sets of Squat", "3x5 60");
    assert_eq!(desk.state().session().status, Status::Done);
    assert_eq!(desk.state().labels, ["Log squat", "Log squat"]);
}

#[test]
fn an_entry_that_may_be_turned_round_is_asked_about_before_it_is_logged() {
    let mut desk = open(squats());
    click(&mut desk, "Log set by set");
    type_into(&mut desk, "Sets of Squat", "60x5");
    desk.get_by_label("60 reps of 5 kg, or 5 reps of 60 kg?");
    assert_eq!(desk.state().session().log, None);
    click(&mut desk, "Log 5x60: Squat");
    let log = desk.state().session().log.clone().unwrap();
    let set = log.exercises[0].sets[0];
    assert_eq!((set.reps, set.kg), (Some(5), Some(Kilograms::new(60.0))));
}

#[test]
fn a_run_marked_as_done_shows_what_is_assumed_and_follows_what_is_typed() {
    let run = done_as_planned(&easy(), &anna(), &Library::shipped().unwrap());
    assert_eq!(run.log, Some(crate::domain::Log::default()));
    let mut desk = open(run);
    type_into(&mut desk, "Moving time", "52:00");
    let session = desk.state().session().clone();
    let load = crate::load::done_load(&session, &anna().profile, &Library::shipped().unwrap());
    // 52 minutes at the assumed RPE of an easy run.
    assert_eq!(
        load.map(|load| (load.au, load.estimated)),
        Some((156.0, true))
    );
}

#[test]
fn a_done_session_is_not_moved_into_the_future() {
    let run = done_as_planned(&easy(), &anna(), &Library::shipped().unwrap());
    let mut desk = open(run);
    click(&mut desk, "A day later");
    assert_eq!(desk.state().session().date, day(24));
    let told = "What was done stays on its day; copy the easy run to plan it again.";
    assert_eq!(desk.state().other, [Action::Notify(told.to_owned())]);
    click(&mut desk, "A day earlier");
    assert_eq!(desk.state().session().date, day(23));
}
