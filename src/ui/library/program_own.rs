//! Programs of the coach's own: begun, taken from the calendar, copied, edited, deleted and shared.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use egui::{Label, Popup, Ui};
use uuid::Uuid;

use crate::domain::{
    Athlete, Count, Equipment, Kind, Minutes, Plan, Profile, Program, ProgramId, ProgramKind,
    ProgramSession, ProgramWeek, Progression, StrengthPlan, Workout,
};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::load::duration_of;
use crate::ui::action::{Action, Actions, DialogRequest};
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::{buttons, menu_place};

use super::state::LibraryState;

/// How many weeks of the calendar can be made a program.
const SPANS: [u32; 6] = [1, 2, 4, 6, 8, 12];

/// The row below the list: what begins a program of one's own.
pub(super) fn new_ui(ui: &mut Ui, view: &View, shared: &Shared, actions: &mut Actions) {
    ui.horizontal(|ui| {
        let button = buttons::small_ui(ui, "New program…");
        Popup::menu(&button).show(|ui| {
            ui.set_min_width(220.0);
            if ui.button("Blank program").clicked() {
                actions.open(DialogRequest::NewProgram(Box::new(blank())));
            }
            menu_place::submenu_ui(ui, "From the calendar", |ui| {
                for weeks in SPANS {
                    let span = format::plural(weeks as usize, "week", "weeks");
                    let label = format!("{span} from {}", format::day_month(shared.week));
                    if ui.button(label).clicked() {
                        from_calendar(view, shared, weeks, actions);
                        ui.close();
                    }
                }
            });
            if ui.button("From a file…").clicked() {
                actions.push(Action::AskProgramFile);
            }
        });
        let hint = text("or drag one over", 12.0, Weight::Regular);
        ui.add(Label::new(hint.color(view.palette.text_faint)).truncate());
    });
}

/// What can be done with the program that is read.
pub(super) fn buttons_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    program: &Program,
    actions: &mut Actions,
) {
    let is_own = is_own(view, &program.id);
    if is_own && buttons::mini_icon_ui(ui, icons::EDIT, "Edit program…").clicked() {
        actions.open(DialogRequest::EditProgram(Box::new(program.clone())));
    }
    let copy = if is_own {
        "Duplicate program"
    } else {
        "Make a copy of your own"
    };
    if buttons::mini_icon_ui(ui, icons::DUPLICATE, copy).clicked() {
        let copy = Program {
            id: program_id(),
            name: format!("{} (own)", program.name),
            ..program.clone()
        };
        let label = format!("Copy program “{}”", program.name);
        keep(state, copy, label, actions);
    }
    if buttons::mini_icon_ui(ui, icons::SHARE, "Save program to a file…").clicked() {
        actions.push(Action::AskProgramTarget(program.id.clone()));
    }
    if is_own && buttons::mini_icon_ui(ui, icons::DELETE, "Delete program").clicked() {
        let edit = WorkspaceEdit::RemoveProgram(program.id.clone());
        actions.delete(format!("Delete program “{}”", program.name), edit);
        state.programs.shown = None;
    }
}

fn is_own(view: &View, id: &ProgramId) -> bool {
    view.workspace.own.programs.iter().any(|own| own.id == *id)
}

/// Keeps a program and shows it.
fn keep(state: &mut LibraryState, program: Program, label: String, actions: &mut Actions) {
    state.programs.show(&program);
    let edit = WorkspaceEdit::PutProgram(Box::new(program));
    actions.push(Action::Apply(Transaction::new(label, edit)));
}

/// A new identity for an own program.
pub fn program_id() -> ProgramId {
    ProgramId::new(format!("own-{}", Uuid::new_v4().simple()))
}

/// A program of one empty strength session, to be filled.
fn blank() -> Program {
    let session = ProgramSession {
        day: Some(chrono::Weekday::Mon),
        ..ProgramSession::new(crate::domain::Plan::new(Workout::Strength(
            StrengthPlan::default(),
        )))
    };
    Program {
        id: program_id(),
        name: String::new(),
        summary: String::new(),
        kind: ProgramKind::Standing,
        level: None,
        days_per_week: Count::exactly(1),
        minutes: Count::exactly(40),
        equipment: Vec::new(),
        source: String::new(),
        progression: Progression::default(),
        progressions: std::collections::BTreeMap::new(),
        weeks: vec![ProgramWeek {
            sessions: vec![session],
            ..ProgramWeek::default()
        }],
    }
}

/// Makes a program of the shown weeks and opens it for its name.
fn from_calendar(view: &View, shared: &Shared, weeks: u32, actions: &mut Actions) {
    let weeks = weeks_of(view.athlete, shared.week, weeks);
    if weeks.iter().all(|week| week.sessions.is_empty()) {
        let message = "These weeks have no planned sessions to make a program from.";
        actions.push(Action::Notify(message.to_owned()));
        return;
    }
    let mut program = Program {
        name: format!("Program of {}", format::day_month(shared.week)),
        weeks,
        ..blank()
    };
    describe(&mut program, &view.athlete.profile, view.library);
    actions.open(DialogRequest::NewProgram(Box::new(program)));
}

/// The weeks of a calendar as a program has them: strength is asked for, runs are optional; races, notes and days of
/// rest stay behind.
fn weeks_of(athlete: &Athlete, first: NaiveDate, weeks: u32) -> Vec<ProgramWeek> {
    let week = |index: u32| {
        let monday = first + Days::new(u64::from(index) * 7);
        let sessions = athlete
            .sessions
            .between(monday, monday + Days::new(6))
            .iter();
        let sessions = sessions.filter_map(|session| {
            let optional = match session.kind() {
                Kind::Strength => false,
                Kind::Run(crate::domain::RunKind::Race) | Kind::Rest | Kind::Note => return None,
                Kind::Run(_) | Kind::Cross | Kind::Mobility => true,
            };
            Some(ProgramSession {
                plan: Plan::clone(&session.plan),
                day: Some(session.date.weekday()),
                optional,
            })
        });
        ProgramWeek {
            sessions: sessions.collect(),
            ..ProgramWeek::default()
        }
    };
    (0..weeks).map(week).collect()
}

/// Works out what a program says of itself from what its weeks hold: days, minutes and equipment.
pub fn describe(program: &mut Program, profile: &Profile, library: &Library) {
    let strength = |week: &ProgramWeek| {
        let of_week = week.sessions.iter();
        let lifts = of_week.filter(|session| session.plan.kind() == Kind::Strength);
        lifts.cloned().collect::<Vec<_>>()
    };
    let weeks: Vec<Vec<ProgramSession>> = program.weeks.iter().map(strength).collect();
    let asked = |week: &Vec<ProgramSession>| {
        let asked = week.iter().filter(|session| !session.optional);
        asked.count().max(1) as u32
    };
    let low = weeks.iter().map(asked).min().unwrap_or(1);
    let high = weeks
        .iter()
        .map(|week| week.len() as u32)
        .max()
        .unwrap_or(1);
    program.days_per_week = Count::range(low, high.max(low));
    let minutes = weeks.iter().flatten().map(|session| {
        let Minutes(minutes) = duration_of(&session.plan, profile).value;
        minutes.max(1)
    });
    let (least, most) = (minutes.clone().min(), minutes.max());
    program.minutes = Count::range(least.unwrap_or(30), most.unwrap_or(30));
    let mut equipment = BTreeSet::new();
    for dose in weeks
        .iter()
        .flatten()
        .flat_map(|session| session.plan.workout.exercises())
    {
        let exercise = library.exercise(&dose.exercise);
        let ways = exercise.map(|exercise| exercise.equipment.as_slice());
        // The way that asks for the least; of equals the first, which is the usual one.
        let least = ways.unwrap_or_default().iter().min_by_key(|way| way.len());
        let items = least.into_iter().flatten();
        equipment.extend(
            items
                .filter(|item| **item != Equipment::None)
                .map(|item| place(*item)),
        );
    }
    let all = Equipment::ALL.iter().enumerate();
    program.equipment = all
        .filter(|(place, _)| equipment.contains(place))
        .map(|(_, item)| *item)
        .collect();
}

/// Where an item stands among all equipment.
fn place(item: Equipment) -> usize {
    let mut all = Equipment::ALL.iter();
    all.position(|other| *other == item).unwrap_or_default()
}
