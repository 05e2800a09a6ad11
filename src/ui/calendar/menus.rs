//! The menus of days and cards: everything a drag does, without a mouse held down.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Button, Ui};

use crate::domain::{
    CrossPlan, DayPart, KeyMark, MobilityPlan, Plan, RunKind, RunPlan, Session, Slot, Start,
    Status, StrengthPlan, Week, Workout,
};
use crate::edit::Edit;
use crate::planning;
use crate::rules;
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::format::{self, lower_first};
use crate::ui::ids::new_session_id;
use crate::ui::shared::Shared;
use crate::ui::view::View;
use crate::ui::widgets::{check, menu_place, row_keys, scrolling};

use super::moving::move_session;

/// What can be added to a day, by the words of a coach.
fn kinds() -> Vec<(&'static str, Workout)> {
    let run = |kind| Workout::Run(RunPlan::of(kind));
    let mut kinds: Vec<(&'static str, Workout)> = RunKind::ALL
        .into_iter()
        .map(|kind| (kind.title(), run(kind)))
        .collect();
    kinds.push(("Strength", Workout::Strength(StrengthPlan::default())));
    kinds.push(("Cross-training", Workout::Cross(CrossPlan::default())));
    kinds.push(("Mobility", Workout::Mobility(MobilityPlan::default())));
    kinds.push(("Rest day", Workout::Rest));
    kinds.push(("Note", Workout::Note));
    kinds
}

/// The list behind a day's plus.
pub fn add_menu_ui(ui: &mut Ui, view: &View, date: NaiveDate, actions: &mut Actions) {
    ui.set_min_width(160.0);
    // In a low window the list scrolls.
    scrolling::menu_ui(ui, |ui| kinds_ui(ui, view, date, actions));
}

fn kinds_ui(ui: &mut Ui, view: &View, date: NaiveDate, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 2.0;
    row_keys::list_ui(ui, ("kinds to add", date), |ui, keys| {
        for (name, workout) in kinds() {
            let row = keys.next_ui(ui, name, false, |ui, sense| {
                ui.add(Button::new(name).sense(sense))
            });
            if row.clicked() {
                let slot = Slot {
                    date,
                    start: Start::Unset,
                };
                let id = new_session_id();
                let edits = planning::add(&Plan::new(workout), slot, id);
                actions.edit(format!("Add {}", lower_first(name)), view.athlete.id, edits);
                actions.select(Some(id), date);
                ui.close();
            }
        }
    });
}

/// The menu of a day.
pub fn day_menu_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    actions: &mut Actions,
) {
    menu_place::submenu_ui(ui, "Add", |ui| add_menu_ui(ui, view, date, actions));
    let can_paste = state.clipboard.is_some();
    if ui
        .add_enabled(can_paste, with_keys(ui, Command::Paste))
        .clicked()
    {
        state.day = date;
        actions.command(Command::Paste);
        ui.close();
    }
    ui.separator();
    for command in [
        Command::CopyWeek,
        Command::CopyWeekAsText,
        Command::CopyToOthers,
        Command::SaveWeekAsTemplate,
        Command::ClearWeek,
        Command::BuildSeason,
    ] {
        command_ui(ui, command, actions);
    }
}

/// The menu of a card.
pub fn session_menu_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    actions: &mut Actions,
) {
    ui.set_min_width(190.0);
    if state.is_selected(session.id) && state.selection().count() > 1 {
        // It belongs to all of them.
        for command in Command::for_several() {
            if actions.missing_for(command).is_none() {
                if command == Command::Delete {
                    ui.separator();
                }
                let words = in_plural(command.text());
                row_ui(ui, command, words, actions);
            }
        }
        return;
    }
    if state.selected != Some(session.id) || state.day != session.date {
        actions.select(Some(session.id), session.date);
    }
    if session.status == Status::Planned {
        command_ui(ui, Command::MarkDone, actions);
        if !session.plan.workout.exercises().is_empty() {
            command_ui(ui, Command::LogSets, actions);
        }
        command_ui(ui, Command::MarkSkipped, actions);
    } else {
        command_ui(ui, Command::BackToPlanned, actions);
    }
    ui.separator();
    menu_place::submenu_ui(ui, "Move to…", |ui| {
        scrolling::menu_ui(ui, |ui| move_menu_ui(ui, view, session, actions));
    });
    for command in [
        Command::Move,
        Command::Cut,
        Command::Copy,
        Command::Duplicate,
        Command::RepeatWeekly,
    ] {
        command_ui(ui, command, actions);
    }
    ui.separator();
    key_menu_ui(ui, view, session, actions);
    command_ui(ui, Command::ToggleLock, actions);
    command_ui(ui, Command::SaveAsTemplate, actions);
    ui.separator();
    command_ui(ui, Command::Delete, actions);
}

/// The days of the week with their verdicts, and the neighbouring weeks.
fn move_menu_ui(ui: &mut Ui, view: &View, session: &Arc<Session>, actions: &mut Actions) {
    let week = Week::of(session.date, view.athlete.profile.week_start).first();
    let slots: Vec<Slot> = (0..7)
        .flat_map(|day| {
            [DayPart::Morning, DayPart::Evening].map(|part| Slot {
                date: week + Days::new(day),
                start: planning::start_in(&session.plan, part),
            })
        })
        // Do not offer past days for a session that is still to come.
        .filter(|slot| slot.date >= view.today.min(session.date))
        .collect();
    let plan = &session.plan;
    let verdicts = rules::verdicts(
        view.athlete,
        &view.context(),
        plan,
        Some(session.id),
        &slots,
    );
    for verdict in &verdicts {
        let word = verdict
            .worst
            .map_or("clear", rules::Severity::word)
            .to_lowercase();
        let start = format::start(verdict.slot.start).unwrap_or_default();
        let mut label = format!("{} {start} · {word}", format::day(verdict.slot.date));
        let here = verdict.slot == session.slot();
        if here {
            label = format!("{} {start} · is here now", format::day(verdict.slot.date));
        }
        let row = ui.add_enabled(!here, Button::new(label));
        if row.on_hover_text(&verdict.reason).clicked() {
            move_session(view, session, verdict.slot, actions);
            ui.close();
        }
    }
    ui.separator();
    command_ui(ui, Command::MoveEarlier, actions);
    command_ui(ui, Command::MoveLater, actions);
}

fn key_menu_ui(ui: &mut Ui, view: &View, session: &Arc<Session>, actions: &mut Actions) {
    menu_place::submenu_ui(ui, "Key session", |ui| {
        for (label, mark) in [
            ("As its kind says", KeyMark::ByKind),
            ("Key", KeyMark::Key),
            ("Not key", KeyMark::NotKey),
        ] {
            if check::radio_ui(ui, session.plan.key == mark, label).clicked() {
                let mut marked = (**session).clone();
                marked.plan.key = mark;
                let edit = Edit::update(view.athlete, marked);
                actions.edit("Change key mark", view.athlete.id, vec![edit]);
                ui.close();
            }
        }
    });
}

/// A command as a menu row with its keys.
pub fn command_ui(ui: &mut Ui, command: Command, actions: &mut Actions) {
    row_ui(ui, command, command.text().to_owned(), actions);
}

/// What a command of the selected session is called where it is about several.
fn in_plural(words: &str) -> String {
    words.replace("session", "sessions")
}

fn row_ui(ui: &mut Ui, command: Command, words: String, actions: &mut Actions) {
    let missing = actions.missing_for(command);
    let row = Button::new(words).shortcut_text(command.shortcut_text(ui.ctx()));
    let row = ui.add_enabled(missing.is_none(), row);
    let row = row.on_disabled_hover_text(missing.unwrap_or_default());
    if row.on_hover_text(command.tooltip()).clicked() {
        actions.command(command);
        ui.close();
    }
}

fn with_keys(ui: &Ui, command: Command) -> Button<'static> {
    Button::new(command.text()).shortcut_text(command.shortcut_text(ui.ctx()))
}
