//! The bar on top: whose week, which week, undo, the palette, and print.

mod saving;
mod week;
mod width;

use std::sync::Arc;

use egui::{Align, Margin, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::action::Actions;
use super::athlete_menu;
use super::command::Command;
use super::format::lower_first;
use super::rest::{self, RestWords};
use super::roster::RosterRow;
use super::shared::{Panel, Shared};
use super::theme::{self, Palette, Weight, icons, text};
use super::view::View;
use super::widgets::{buttons, command_button, menu_place, scrolling, trailing};

use saving::{is_well, save_ui};
use week::week_ui;
use width::{BarWidth, Crowd, Piece};

/// What stands right of the athlete takes about this much before it has been drawn once, in points.
const REST_AT_FIRST: f32 = 900.0;

/// Between a rest that runs and undo, in points.
const REST_GAP: f32 = 6.0;

/// The least that is left of an athlete's name, in points.
const SHORTEST_NAME: f32 = 90.0;

/// The most for which others give way to it, in points.
const WHOLE_NAME: f32 = 190.0;

/// What its button takes around a name, in points: its edges, and the arrow with the gap before it.
const AROUND_NAME: f32 = 50.0;
/// The least of a race that is shown beside it, in points.
const LEAST_RACE: f32 = 48.0;

/// Draws the bar. `on_roster` says that the roster is on screen and not the panels.
pub fn top_bar_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    rows: &[Arc<RosterRow>],
    on_roster: bool,
    actions: &mut Actions,
) {
    let frame = theme::panel_frame(ui.ctx(), view.palette).inner_margin(Margin::symmetric(14, 8));
    egui::Panel::top("top bar")
        .frame(frame)
        .exact_size(48.0)
        .resizable(false)
        .show(ui, |ui| {
            let bar = BarWidth::of(ui.available_width());
            ui.horizontal_centered(|ui| {
                mark_ui(ui, view.palette);
                if bar == BarWidth::Wide {
                    ui.label(text("Ironstride", 15.0, Weight::SemiBold));
                }
                ui.add_space(4.0);
                let others = ui.scope_id().with("width of the rest");
                let drawn = ui.data(|data| data.get_temp(others));
                let taken = drawn.unwrap_or(REST_AT_FIRST);
                let left = ui.available_width() - taken;
                let kept = others.with("crowd");
                let mut crowd: Crowd = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
                // A running rest needs the room, and lasts for minutes only.
                let rests = state.rest.is_some();
                if drawn.is_some() && (rests || !is_well(view)) {
                    crowd.make_room(name_width(ui, view), left);
                } else {
                    crowd.keep_all();
                }
                state.lists_athletes = athlete_ui(ui, view, rows, actions, bar, left);
                let from = ui.cursor().left();
                let begun = ui.cursor().left();
                if !rests && crowd.shows(Piece::Begin) {
                    begin_ui(ui, view, actions, bar);
                }
                crowd.drew(Piece::Begin, ui.cursor().left() - begun);
                if (coaches_several(view) || on_roster) && !(rests && bar == BarWidth::Least) {
                    roster_button_ui(ui, on_roster, actions);
                }
                ui.add_space(2.0);
                week_ui(ui, view, state, actions, bar, &mut crowd);
                let words = match bar {
                    BarWidth::Wide => RestWords::Whole,
                    BarWidth::Medium | BarWidth::Narrow => RestWords::Short,
                    BarWidth::Least => RestWords::Time,
                };
                rest::rest_ui(ui, view, &mut state.rest, words);
                if rests {
                    ui.add_space(REST_GAP);
                }
                let middle = ui.cursor().left() - from;
                let ((), right) = trailing::right_ui(ui, "right", |ui| {
                    right_ui(ui, view, state, actions, bar);
                });
                let taken = middle + right.x;
                ui.data_mut(|data| {
                    data.insert_temp(others, taken);
                    data.insert_temp(kept, crowd);
                });
                if drawn.is_some_and(|drawn: f32| (drawn - taken).abs() > 0.5) {
                    // The name was already drawn, but has to shrink for a wider right side: draw again.
                    ui.ctx().request_repaint();
                }
            });
        });
}

/// The mark: a summit.
pub(super) fn mark_ui(ui: &mut Ui, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    let points = vec![
        pos2(rect.center().x, rect.top() + 1.0),
        pos2(rect.right(), rect.bottom() - 1.0),
        pos2(rect.left(), rect.bottom() - 1.0),
    ];
    ui.painter()
        .add(Shape::convex_polygon(points, palette.accent, Stroke::NONE));
}

/// How far the next race is: "Half marathon in 7 weeks".
pub fn race_line(view: &View) -> Option<String> {
    crate::domain::countdown(&view.athlete.profile.races, view.today)
}

/// The athlete's name, over a list of all of them; true while that is open. It takes `width` points at the most,
/// whatever the name.
fn athlete_ui(
    ui: &mut Ui,
    view: &View,
    rows: &[Arc<RosterRow>],
    actions: &mut Actions,
    bar: BarWidth,
    width: f32,
) -> bool {
    let palette = view.palette;
    let profile = &view.athlete.profile;
    let mut job = egui::text::LayoutJob::default();
    let format_of = |size, weight, color| egui::TextFormat {
        valign: Align::Center,
        ..egui::TextFormat::simple(super::theme::font(size, weight), color)
    };
    job.append(
        &profile.name,
        0.0,
        format_of(13.0, Weight::SemiBold, palette.text),
    );
    // Of a race that has no room beside the name a letter or two would say nothing.
    let has_room = width >= name_width(ui, view) + LEAST_RACE;
    if let (Some(line), BarWidth::Wide, true) = (race_line(view), bar, has_room) {
        job.append(
            &line,
            8.0,
            format_of(12.0, Weight::Regular, palette.text_soft),
        );
    }
    let button = egui::Button::new(job)
        .truncate()
        .fill(palette.well)
        .stroke(Stroke::NONE)
        .min_size(vec2(0.0, 30.0))
        .right_text(icons::icon(icons::EXPAND, 16.0));
    let bounded = ui.scope(|ui| {
        ui.set_max_width(width.max(SHORTEST_NAME));
        ui.add(button)
    });
    let response = bounded.inner;
    let label = format!("Athlete: {}", profile.name);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
    let menu = egui::Popup::menu(&response).width(260.0);
    let menu = menu.close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    let open = menu.show(|ui| {
        scrolling::menu_ui(ui, |ui| menu_ui(ui, view, rows, actions));
    });
    open.is_some()
}

/// What the athlete's name takes whole, as far as others give way to it.
fn name_width(ui: &Ui, view: &View) -> f32 {
    let name = view.athlete.profile.name.clone();
    let font = theme::font(13.0, Weight::SemiBold);
    let laid = ui.painter().layout_no_wrap(name, font, view.palette.text);
    (laid.size().x + AROUND_NAME).min(WHOLE_NAME)
}

/// The athletes, and what can be done with them and with the workspace.
fn menu_ui(ui: &mut Ui, view: &View, rows: &[Arc<RosterRow>], actions: &mut Actions) {
    ui.set_min_width(260.0);
    if coaches_several(view) {
        athlete_menu::menu_ui(ui, view, rows, actions, |ui, actions| {
            ui.separator();
            super::calendar::command_ui(ui, Command::Roster, actions);
            commands_ui(ui, view, actions);
        });
    } else {
        commands_ui(ui, view, actions);
    }
}

/// What can be done with the athlete and with the workspace.
fn commands_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
    super::calendar::command_ui(ui, Command::BuildSeason, actions);
    super::calendar::command_ui(ui, Command::BringIn, actions);
    super::calendar::command_ui(ui, Command::EditAthlete, actions);
    super::calendar::command_ui(ui, Command::Rules, actions);
    super::calendar::command_ui(ui, Command::AcceptedFindings, actions);
    ui.separator();
    super::calendar::command_ui(ui, Command::NewAthlete, actions);
    ui.separator();
    super::calendar::command_ui(ui, Command::NewWorkspace, actions);
    super::calendar::command_ui(ui, Command::OpenWorkspace, actions);
    super::calendar::command_ui(ui, Command::Settings, actions);
    super::calendar::command_ui(ui, Command::Backups, actions);
    let in_line = Margin {
        left: menu_place::BESIDE_WORDS as i8,
        bottom: 4,
        ..Margin::ZERO
    };
    egui::Frame::new().inner_margin(in_line).show(ui, |ui| {
        ui.label(text(view.folder, 11.0, Weight::Regular).color(view.palette.text_faint));
    });
}

/// The way out of the demo.
fn begin_ui(ui: &mut Ui, view: &View, actions: &mut Actions, bar: BarWidth) {
    const NAME: &str = "Start your own…";
    let palette = view.palette;
    let has_room = view.workspace.settings.demo && bar >= BarWidth::Medium;
    if !(has_room || begins_in_undos_place(view, bar)) {
        return;
    }
    let word = if bar >= BarWidth::Medium {
        NAME
    } else {
        "Start…"
    };
    let start = buttons::soft_ui(ui, palette, word);
    start.widget_info(|| WidgetInfo::labeled(Role::Button, true, NAME));
    let hint = "This is a demo with made-up athletes. Start a workspace of your own.";
    if start.on_hover_text(hint).clicked() {
        actions.command(Command::NewWorkspace);
    }
}

/// True in a demo in a small bar that has no room for undo and the way out: while there is nothing to undo, the way out
/// takes its place.
fn begins_in_undos_place(view: &View, bar: BarWidth) -> bool {
    let is_fresh = view.undo.is_none() && view.redo.is_none() && is_well(view);
    view.workspace.settings.demo && bar < BarWidth::Medium && is_fresh
}

/// False on the laptop of a runner who plans for nobody else: no roster stands in the way there. Who is archived counts,
/// since the roster alone leads back to them.
fn coaches_several(view: &View) -> bool {
    view.workspace.athletes.len() > 1
}

/// Shows everybody's findings, or the week again.
fn roster_button_ui(ui: &mut Ui, on_roster: bool, actions: &mut Actions) {
    let name = if on_roster {
        "Back to the week"
    } else {
        "Roster check"
    };
    let roster = command_button::toggle_ui(ui, icons::ROSTER, Command::Roster, name, on_roster);
    if roster.clicked() {
        actions.command(Command::Roster);
    }
}

fn right_ui(ui: &mut Ui, view: &View, state: &mut Shared, actions: &mut Actions, bar: BarWidth) {
    ui.spacing_mut().item_spacing.x = 6.0;
    // A running rest timer takes its place.
    if state.rest.is_none() {
        save_ui(ui, view, bar);
    }
    if !begins_in_undos_place(view, bar) {
        history_ui(ui, view, actions, bar);
    }
    search_ui(ui, actions, bar);
    panel_toggles_ui(ui, state, actions);
    // In a small window the command is only in the search, so that nothing overlaps.
    if bar >= BarWidth::Medium {
        let command = Command::ToggleTheme;
        let theme = if view.palette.dark {
            icons::LIGHT
        } else {
            icons::DARK
        };
        if command_button::icon_ui(ui, theme, command, "Light or dark").clicked() {
            actions.command(command);
        }
    }
    let word = if bar == BarWidth::Least {
        "Print"
    } else {
        "Print / Export"
    };
    let print = buttons::primary_ui(ui, view.palette, word);
    let keys = Command::Print.with_shortcut(ui.ctx(), "Print / Export");
    if print.on_hover_text(keys).clicked() {
        actions.command(Command::Print);
    }
}

/// Undo and redo.
fn history_ui(ui: &mut Ui, view: &View, actions: &mut Actions, bar: BarWidth) {
    let undo = view.undo.map_or("Nothing to undo".to_owned(), |label| {
        format!("Undo {}", lower_first(label))
    });
    let (command, can) = (Command::Undo, view.undo.is_some());
    if command_button::icon_enabled_ui(ui, icons::UNDO, command, &undo, can).clicked() {
        actions.command(command);
    }
    let redo = view.redo.map_or("Nothing to redo".to_owned(), |label| {
        format!("Redo {}", lower_first(label))
    });
    if bar > BarWidth::Least {
        let (command, can) = (Command::Redo, view.redo.is_some());
        if command_button::icon_enabled_ui(ui, icons::REDO, command, &redo, can).clicked() {
            actions.command(command);
        }
    }
}

fn search_ui(ui: &mut Ui, actions: &mut Actions, bar: BarWidth) {
    let keys = Command::Palette.shortcut_text(ui.ctx());
    let search = match bar {
        BarWidth::Least | BarWidth::Narrow => {
            command_button::icon_ui(ui, icons::SEARCH, Command::Palette, "Search…")
        }
        BarWidth::Medium => {
            let search = buttons::quiet_ui(ui, "Search…");
            command_button::told(search, Command::Palette, "Search…")
        }
        BarWidth::Wide => buttons::quiet_ui(ui, &format!("Search… {keys}")),
    };
    if search.clicked() {
        actions.command(Command::Palette);
    }
}

fn panel_toggles_ui(ui: &mut Ui, state: &Shared, actions: &mut Actions) {
    let panels = [
        (
            Panel::Library,
            Command::ToggleLibrary,
            [icons::FOLD_LEFT, icons::UNFOLD_LEFT],
            "Library panel",
        ),
        (
            Panel::Charts,
            Command::ToggleCharts,
            [icons::FOLD_BOTTOM, icons::UNFOLD_BOTTOM],
            "Charts panel",
        ),
        (
            Panel::Inspector,
            Command::ToggleInspector,
            [icons::FOLD_RIGHT, icons::UNFOLD_RIGHT],
            "Inspector panel",
        ),
    ];
    for (panel, command, [fold, unfold], name) in panels {
        let is_shown = state.panels.shows(panel);
        let icon = if is_shown { fold } else { unfold };
        if command_button::toggle_ui(ui, icon, command, name, is_shown).clicked() {
            actions.command(command);
        }
    }
}
