//! What the window shows while there is no athlete: what to do first.

use std::path::{Path, PathBuf};

use egui::{
    Align, CentralPanel, CornerRadius, Frame, Id, Label, Layout, Rect, Stroke, Ui, UiBuilder, pos2,
    vec2,
};

use crate::library::Library;

use super::action::{Action, Actions, FolderUse};
use super::command::{Command, Situation};
use super::notices::{Notices, notices_ui};
use super::root;
use super::state::UiState;
use super::theme::{CARD_RADIUS, Palette, Weight, text};
use super::top_bar;
use super::widgets::{aside, buttons, field, scrolling};
use super::{format, keymap};

/// The width of the card, and about its height before it was drawn, in points.
const WIDTH: f32 = 520.0;
const HEIGHT: f32 = 300.0;
/// What stands above and below what scrolls in the card, in points.
const AROUND: f32 = 110.0;
/// How many workspaces of before are offered.
const MOST_RECENT: usize = 4;

/// What there is instead of an athlete.
pub struct Welcome<'a> {
    /// The exercises and templates.
    pub library: &'a Library,
    /// Where the workspace is; empty when none is open.
    pub folder: &'a str,
    /// Why nobody can be added, where that is so.
    pub why_read_only: Option<&'a str>,
    /// The workspace that should be open and could not be opened, and why.
    pub missing: Option<(&'a Path, &'a str)>,
    /// The workspaces opened last.
    pub recent: &'a [PathBuf],
    /// Where the demo is, which has a button of its own.
    pub demo: &'a Path,
    /// Names of athletes whose files could not be read.
    pub unreadable: &'a [String],
    /// What needs attention.
    pub notices: &'a Notices,
    /// Whether there is a change to take back, and an undone one.
    pub history: [bool; 2],
}

/// Draws the empty window.
pub fn welcome_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    welcome: &Welcome,
    state: &mut UiState,
    actions: &mut Actions,
) {
    let ctx = ui.ctx().clone();
    let closing = ctx.input(|input| input.viewport().close_requested());
    field::begin_frame(&ctx, closing);
    let [can_undo, can_redo] = welcome.history;
    actions.situation = Situation {
        can_undo,
        can_redo,
        is_nobody: true,
        ..Situation::default()
    };
    if state.dialog.is_none()
        && state.palette.is_none()
        && let Some(command) = keymap::pressed(&ctx, false)
    {
        actions.command(command);
    }
    notices_ui(ui, palette, welcome.notices, actions);
    let frame = Frame::new().fill(palette.background);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        card_ui(ui, palette, |ui| {
            if let Some((folder, why)) = welcome.missing {
                missing_ui(ui, palette, folder, why, actions);
            } else if !welcome.folder.is_empty() {
                first_athlete_ui(ui, palette, welcome, actions);
            } else {
                ui.label(text("No workspace is open", 20.0, Weight::SemiBold));
            }
            ui.add_space(4.0);
            elsewhere_ui(ui, welcome, actions);
            if !welcome.folder.is_empty() {
                ui.add_space(10.0);
                let folder = text(welcome.folder, 11.0, Weight::Regular);
                ui.add(Label::new(folder.color(palette.text_faint)).truncate());
            }
        });
    });
    root::overlays_ui(&ctx, palette, welcome.library, state, actions);
}

/// Draws a card in the middle of the window, with the program's name on top.
fn card_ui(ui: &mut Ui, palette: &Palette, add: impl FnOnce(&mut Ui)) {
    let room = ui.max_rect();
    let width = WIDTH.min(room.width() - 32.0);
    // Use the height of the last frame to centre it.
    let id = Id::unique("height of the first card");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let top = room.top() + ((room.height() - known.unwrap_or(HEIGHT)) * 0.42).max(12.0);
    let left = room.center().x - width / 2.0;
    let rect = Rect::from_min_max(pos2(left, top), pos2(left + width, room.bottom()));
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(24);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                name_ui(ui, palette);
                ui.add_space(14.0);
                let most = (room.height() - AROUND).max(120.0);
                scrolling::list(most).show(ui, |ui| {
                    ui.with_layout(Layout::top_down(Align::Center), add);
                });
            });
        })
    });
    let height = shown.inner.response.rect.height();
    if known.is_none_or(|known| (known - height).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_repaint();
    }
}

/// The program's mark and its name, side by side in the middle.
fn name_ui(ui: &mut Ui, palette: &Palette) {
    let name = text("Ironstride", 15.0, Weight::SemiBold);
    let size = vec2(108.0, 20.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        top_bar::mark_ui(ui, palette);
        ui.label(name);
    });
}

/// A workspace without athletes.
fn first_athlete_ui(ui: &mut Ui, palette: &Palette, welcome: &Welcome, actions: &mut Actions) {
    let heading = |ui: &mut Ui, heading: &str, hint: &str| {
        ui.label(text(heading, 20.0, Weight::SemiBold));
        ui.add_space(4.0);
        aside::soft_ui(ui, palette, 13.0, hint);
        ui.add_space(12.0);
    };
    if let Some(why) = welcome.why_read_only {
        let why = format!("{}.", format::upper_first(why));
        heading(ui, "This workspace has no athletes yet", &why);
        if buttons::primary_ui(ui, palette, "Try again").clicked() {
            actions.push(Action::OpenFolder(PathBuf::from(welcome.folder)));
        }
        return;
    }
    if !welcome.unreadable.is_empty() {
        unreadable_ui(ui, palette, welcome, actions);
        return;
    }
    let hint =
        "Add an athlete to plan their first week.\nA runner who plans alone adds themselves.";
    heading(ui, "Who do you coach?", hint);
    let begin = buttons::primary_ui(ui, palette, "New athlete…");
    if ui.memory(|memory| memory.focused().is_none()) {
        begin.request_focus();
    }
    if begin.clicked() {
        actions.command(Command::NewAthlete);
    }
    ui.add_space(6.0);
    if buttons::small_ui(ui, "Open athlete package…").clicked() {
        actions.command(Command::OpenPackage);
    }
}

/// A workspace whose athletes are all damaged: what is lost is not looked for by adding somebody.
fn unreadable_ui(ui: &mut Ui, palette: &Palette, welcome: &Welcome, actions: &mut Actions) {
    let count = format::plural(welcome.unreadable.len(), "athlete", "athletes");
    let heading = format!("{count} could not be read");
    ui.label(text(heading, 20.0, Weight::SemiBold));
    ui.add_space(4.0);
    let names = welcome.unreadable.join(", ");
    ui.add(Label::new(text(names, 13.0, Weight::Medium)).wrap());
    let hint = "Their files are as they were found, and nothing writes over them. Bring back what was kept of them, or correct the files and try again.";
    aside::soft_ui(ui, palette, 13.0, hint);
    ui.add_space(12.0);
    if buttons::primary_ui(ui, palette, "Restore from backups…").clicked() {
        actions.command(Command::Backups);
    }
    ui.add_space(6.0);
    if buttons::quiet_ui(ui, "Try again").clicked() {
        actions.push(Action::OpenFolder(PathBuf::from(welcome.folder)));
    }
}

/// The workspace that could not be opened.
fn missing_ui(ui: &mut Ui, palette: &Palette, folder: &Path, why: &str, actions: &mut Actions) {
    let heading = "Your workspace could not be opened";
    ui.label(text(heading, 20.0, Weight::SemiBold));
    ui.add_space(4.0);
    let why = text(format!("{why}."), 13.0, Weight::Medium).color(palette.text);
    ui.add(Label::new(why).wrap());
    let hint = "Nothing else was opened or changed.";
    ui.label(text(hint, 13.0, Weight::Regular).color(palette.text_soft));
    ui.add_space(12.0);
    if buttons::primary_ui(ui, palette, "Try again").clicked() {
        actions.push(Action::OpenFolder(folder.to_owned()));
    }
}

/// The ways to other workspaces.
fn elsewhere_ui(ui: &mut Ui, welcome: &Welcome, actions: &mut Actions) {
    if buttons::small_ui(ui, "Open another workspace…").clicked() {
        actions.push(Action::AskFolder(FolderUse::Open));
    }
    if !welcome.folder.is_empty() && welcome.why_read_only.is_none() {
        return;
    }
    let others = welcome.recent.iter();
    let others = others.filter(|other| {
        let other = other.as_path();
        welcome.missing.is_none_or(|(missing, _)| missing != other)
            && other != Path::new(welcome.folder)
            && other != welcome.demo
    });
    for folder in others.take(MOST_RECENT) {
        if buttons::small_ui(ui, &format!("Open {}", folder.display())).clicked() {
            actions.push(Action::OpenFolder(folder.clone()));
        }
    }
    if buttons::small_ui(ui, "New workspace…").clicked() {
        actions.push(Action::AskFolder(FolderUse::Create));
    }
    if buttons::small_ui(ui, "Look at the demo").clicked() {
        actions.push(Action::OpenDemo);
    }
}
