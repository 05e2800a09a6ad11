//! The window: where the panels stand, and how they fold.

use egui::{CentralPanel, Frame, Key, Margin, Panel, Ui, UiBuilder};

use crate::domain::{DayPart, SessionId, Slot, Week};
use crate::library::Library;
use crate::planning;

use super::action::{Action, Actions, Extend};
use super::calendar;
use super::calendar::walking::{self, Way};
use super::charts_panel;
use super::command::{Command, Situation};
use super::keymap;
use super::panel_edge::Edge;
use super::room;
use super::shared::{self, ChartsPlace};
use super::state::UiState;
use super::theme::{self, Palette};
use super::view::View;
use super::widgets::{field, row_keys};
use super::{
    command_palette, dialogs, help, inspector, library as library_panel, notices, roster, snack,
    top_bar, typed_ahead,
};

const LIBRARY_EDGE: Edge = Edge {
    panel: "library",
    name: "Width of the library",
    larger: Key::ArrowRight,
    smaller: Key::ArrowLeft,
};
const INSPECTOR_EDGE: Edge = Edge {
    panel: "inspector",
    name: "Width of the inspector",
    larger: Key::ArrowLeft,
    smaller: Key::ArrowRight,
};
/// Draws the whole window for an athlete.
///
/// What is asked for while a field holds typed text waits one frame, in which the field gives that text on.
pub fn root_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    let ctx = ui.ctx().clone();
    let held = std::mem::take(&mut state.held);
    let closing = ctx.input(|input| input.viewport().close_requested());
    field::begin_frame(&ctx, closing || !held.is_empty());
    let search = |action: &Action| matches!(action, Action::Command(Command::Palette));
    if held.iter().any(search) {
        typed_ahead::keep(&ctx);
    }
    actions.situation = Situation::of(view, &state.shared);
    window_ui(ui, view, state, actions, !held.is_empty());
    actions.list.extend(held);
    if field::holds_draft(&ctx) && actions.list.iter().any(Action::disturbs_fields) {
        state.held = std::mem::take(&mut actions.list);
        ctx.request_repaint();
    }
    if let Some(request) = actions.dialog.take() {
        state.dialog = dialogs::requested(request, view);
    }
}

/// With `waits`, something that was asked for is not done yet: what is typed is meant for what comes then.
fn window_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions, waits: bool) {
    let ctx = ui.ctx().clone();
    if state.dialog.is_none() && state.palette.is_none() && !waits {
        leave_help(&ctx, state);
        keyboard(&ctx, view, state, actions);
    }
    calendar::drag::follow(&ctx, view, &mut state.shared);
    state.shared.preview.begin_frame();
    let on_roster = state.roster.open;
    let rows = &state.roster.rows;
    top_bar::top_bar_ui(ui, view, &mut state.shared, rows, on_roster, actions);
    notices::notices_ui(ui, view.palette, view.notices, actions);
    if state.roster.open {
        let covered = state.dialog.is_some() || state.palette.is_some();
        roster::roster_ui(ui, view, &mut state.roster, covered, actions);
        overlays_ui(&ctx, view.palette, view.library, state, actions);
        state.was_typing = ctx.text_edit_focused();
        return;
    }
    let narrow = ui.available_width() < 1300.0;
    let selects = state.shared.selected.is_some() || state.shared.edited.is_some();
    let size = ui.available_size();
    // During a drag the days must not move, so a new selection opens no panel.
    if !egui::DragAndDrop::has_any_payload(&ctx) {
        let least = match state.shared.board {
            Some(_) => calendar::LEAST_BOARD,
            None => calendar::USUAL_WEEK,
        };
        state.shared.panels.room = room::room(size, state.shared.panels, selects, least);
    }
    if state.shared.panels.charts == ChartsPlace::Filling {
        let frame = theme::panel_frame(ui.ctx(), view.palette).inner_margin(Margin::same(16));
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| charts_panel::charts_ui(ui, view, state, actions));
    } else {
        side_panels_ui(ui, view, state, actions, narrow);
        if state.shared.panels.shows(shared::Panel::Charts) {
            charts_panel::below_ui(ui, view, state, actions);
        }
        let margin = Margin::symmetric(calendar::margin(ui.available_width()), 8);
        let frame = Frame::new().inner_margin(margin);
        CentralPanel::default().frame(frame).show(ui, |ui| {
            let background = theme::Background::begin(ui, view.palette, margin);
            let bare = calendar::calendar_ui(ui, view, &mut state.shared, actions);
            background.fill_around(ui, &bare, f32::from(theme::CARD_RADIUS));
        });
    }
    overlays_ui(&ctx, view.palette, view.library, state, actions);
    state.was_typing = ctx.text_edit_focused();
    state.was_in_library = library_panel::list_has_keyboard(&ctx);
}

/// Dialogs, palette and messages, which also exist while there is no athlete.
pub fn overlays_ui(
    ctx: &egui::Context,
    palette: &'static Palette,
    library: &Library,
    state: &mut UiState,
    actions: &mut Actions,
) {
    // Close menus when a dialog opens by a shortcut: they would stay open beneath it.
    let is_modal = state.dialog.is_some() || state.palette.is_some();
    if is_modal && !state.had_modal {
        egui::Popup::close_all(ctx);
    }
    state.had_modal = is_modal;
    help::help_ui(ctx, palette, &mut state.help, actions);
    dialogs::dialogs_ui(ctx, palette, library, &mut state.dialog, actions);
    if let Some(dialog) = &state.dialog {
        over_dialog_keys(ctx, dialog.topic(), &mut state.help, actions);
        help::help_over_dialog_ui(ctx, palette, &mut state.help);
    } else {
        state.help.leave_dialog();
        // With an athlete shown these keys were handled above; this is for no athlete, or for the search.
        let pressed = keymap::pressed_anywhere(ctx);
        let is_covered = state.palette.is_some();
        if let Some(command) = pressed.filter(|it| !(is_covered && *it == Command::Help)) {
            actions.command(command);
        }
    }
    command_palette::palette_ui(ctx, palette, &mut state.palette, actions);
    snack::snack_ui(ctx, palette, &mut state.snack, actions);
}

/// What keys do while a dialog is open: help comes over it, and goes again; everything is made larger or smaller.
fn over_dialog_keys(
    ctx: &egui::Context,
    topic: help::Topic,
    state: &mut help::HelpState,
    actions: &mut Actions,
) {
    match keymap::pressed_anywhere(ctx) {
        Some(Command::Help) if state.is_over_dialog() => state.back_to_dialog(ctx),
        Some(Command::Help) => {
            state.show_over_dialog(topic, ctx.memory(egui::Memory::focused));
        }
        Some(command) => actions.command(command),
        None => {}
    }
}

fn side_panels_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    actions: &mut Actions,
    narrow: bool,
) {
    let frame = theme::panel_frame(ui.ctx(), view.palette).inner_margin(Margin::symmetric(14, 10));
    let shown = state.shared.panels;
    // Limit panels that were widened in a larger window, so that the week keeps its room.
    let left = ui.available_width() - calendar::USUAL_WEEK;
    let (library, inspector) = (room::LIBRARY, room::INSPECTOR);
    // In windows wider than the week needs, widen the panels so that their text is not cut.
    let more = (ui.available_width() - 1440.0).max(0.0);
    let usual = [
        280.0 + (0.04 * more).min(50.0),
        288.0 + (0.07 * more).min(80.0),
    ];
    if shown.shows(shared::Panel::Library) {
        let other = if shown.shows(shared::Panel::Inspector) {
            inspector
        } else {
            0.0
        };
        let is_moved = LIBRARY_EDGE.follow_keys(ui);
        let at_first = if narrow { library } else { usual[0] };
        let panel = Panel::left(LIBRARY_EDGE.panel)
            .frame(frame)
            .default_size(shown.sizes.library.unwrap_or(at_first))
            .size_range(library..=(left - other).clamp(library, 420.0))
            .show(ui, |ui| {
                let (library, shared) = (&mut state.library, &state.shared);
                as_wide_as_it_is(ui, |ui| {
                    library_panel::library_ui(ui, view, library, shared, actions);
                });
            });
        LIBRARY_EDGE.name(ui);
        if is_moved || LIBRARY_EDGE.is_dragged(ui) {
            state.shared.panels.sizes.library = Some(panel.response.rect.width());
        }
    }
    let left = ui.available_width() - calendar::USUAL_WEEK;
    if shown.shows(shared::Panel::Inspector) {
        let is_moved = INSPECTOR_EDGE.follow_keys(ui);
        let at_first = if narrow { 252.0 } else { usual[1] };
        let panel = Panel::right(INSPECTOR_EDGE.panel)
            .frame(frame)
            .default_size(shown.sizes.inspector.unwrap_or(at_first))
            .size_range(inspector..=left.clamp(inspector, 460.0))
            .show(ui, |ui| {
                let (inspector, shared) = (&mut state.inspector, &mut state.shared);
                as_wide_as_it_is(ui, |ui| {
                    inspector::inspector_ui(ui, view, inspector, shared, actions);
                });
            });
        INSPECTOR_EDGE.name(ui);
        if is_moved || INSPECTOR_EDGE.is_dragged(ui) {
            state.shared.panels.sizes.inspector = Some(panel.response.rect.width());
        }
    }
}

/// Draws what is in a panel without letting it widen the panel: a long name would push the week aside, and move what is
/// under the pointer.
fn as_wide_as_it_is(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut inside = ui.new_child(UiBuilder::new().id_salt("inside").max_rect(room));
    content(&mut inside);
    ui.expand_to_include_rect(room);
    ui.advance_cursor_after_rect(room);
}

fn keyboard(ctx: &egui::Context, view: &View, state: &mut UiState, actions: &mut Actions) {
    if state.shared.moving.is_some() {
        move_by_keyboard(ctx, view, state, actions);
        return;
    }
    let pressed = keymap::pressed(ctx, row_keys::have_keyboard(ctx));
    if state.roster.open {
        // The roster hides the week, so commands must not act on its selection.
        actions.list.extend(
            pressed
                .filter(|command| command.spec().keeps_roster)
                .map(Action::Command),
        );
        return;
    }
    if let Some(command) = pressed {
        actions.command(command);
        return;
    }
    walk(ctx, view, state, actions);
    // Escape first leaves a text field or closes a menu, and only then clears the selection.
    let taken = state.was_typing || egui::Popup::is_any_open(ctx);
    let escaped = !taken && ctx.input(|input| input.key_pressed(Key::Escape));
    if escaped && state.was_in_library {
        // Focus a session that was just added from the list, so that M moves it.
        if let Some(id) = state.shared.selected.filter(|id| shows(view, state, *id)) {
            ctx.memory_mut(|memory| memory.request_focus(calendar::card::card_id(id)));
        }
    } else if escaped {
        let selects = state.shared.selected.is_some() || state.shared.edited.is_some();
        // With nothing selected help is the only thing that is open above the calendar.
        if selects || !state.help.close() {
            state.shared.select(None);
            state.shared.edited = None;
        }
    }
}

/// Escape closes help where it was opened or clicked last, and leaves what is beside it as it is. A field, a menu and a
/// session that is being moved come first.
fn leave_help(ctx: &egui::Context, state: &mut UiState) {
    let is_busy = state.was_typing || state.shared.moving.is_some();
    if is_busy || !state.help.is_last() || egui::Popup::is_any_open(ctx) {
        return;
    }
    if ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        state.help.close();
    }
}

/// True for a session of the weeks that are on the screen.
fn shows(view: &View, state: &UiState, id: SessionId) -> bool {
    let days = state.shared.on_screen();
    view.session(id)
        .is_some_and(|session| days.contains(&session.date))
}

/// By what was held when the key went down: Shift may be up again in the same frame.
fn is_arrow_with_shift(event: &egui::Event) -> bool {
    const ARROWS: [Key; 4] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
    ];
    match event {
        egui::Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => modifiers.shift_only() && ARROWS.contains(key),
        _ => false,
    }
}

/// Arrows go from session to session, while the keyboard is on a card, on a day or nowhere.
fn walk(ctx: &egui::Context, view: &View, state: &mut UiState, actions: &mut Actions) {
    if ctx.text_edit_focused() || egui::Popup::is_any_open(ctx) || state.shared.drag.is_some() {
        return;
    }
    let (days, focused) = (state.shared.on_screen(), ctx.memory(egui::Memory::focused));
    let shown = view.athlete.sessions.between(days.start, days.end);
    let is_card = |id| shown.iter().any(|it| calendar::card::card_id(it.id) == id);
    let is_day = |id| {
        let mut dates = days.start.iter_days().take_while(|date| *date < days.end);
        dates.any(|date| calendar::day_id(date) == id)
    };
    if !focused.is_none_or(|id| is_card(id) || is_day(id)) {
        return;
    }
    // With Shift, select the sessions on the way too.
    let extends = ctx.input(|input| input.events.iter().any(is_arrow_with_shift));
    let held = if extends {
        egui::Modifiers::SHIFT
    } else {
        egui::Modifiers::NONE
    };
    let pressed = |key| ctx.input_mut(|input| input.consume_key(held, key));
    let way = if pressed(Key::ArrowUp) {
        Way::Up
    } else if pressed(Key::ArrowDown) {
        Way::Down
    } else if pressed(Key::ArrowLeft) {
        Way::Left
    } else if pressed(Key::ArrowRight) {
        Way::Right
    } else {
        return;
    };
    // Stop egui from moving the focus with the same arrow.
    ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
    let from = state.shared.selected;
    let Some(session) = walking::step(view.athlete, from, state.shared.day, way) else {
        return;
    };
    let is_shown = days.contains(&session.date);
    match from.filter(|_| extends) {
        // Do not select what is out of sight.
        Some(_) if !is_shown => return,
        // Going back removes the last session from the selection.
        Some(last) if state.shared.is_selected(session.id) => {
            actions.push(Action::Extend(last, Extend::Toggle));
        }
        Some(_) => actions.push(Action::Extend(session.id, Extend::Toggle)),
        None => {
            if !is_shown {
                actions.push(Action::ShowWeek(session.date));
            }
            actions.select(Some(session.id), session.date);
        }
    }
    ctx.memory_mut(|memory| memory.request_focus(calendar::card::card_id(session.id)));
}

/// Arrows change the day and the part of the day, on the board the week; Enter drops, Escape leaves everything as it was.
fn move_by_keyboard(ctx: &egui::Context, view: &View, state: &mut UiState, actions: &mut Actions) {
    let Some(mut moving) = state.shared.moving else {
        return;
    };
    let Some(session) = view.session(moving.session).cloned() else {
        state.shared.moving = None;
        return;
    };
    let pressed = |key| ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let step = i64::from(pressed(Key::ArrowRight)) - i64::from(pressed(Key::ArrowLeft));
    if step != 0 {
        moving.target.date += chrono::Duration::days(step);
    }
    let on_board = state.shared.board.is_some();
    for (key, part, weeks) in [
        (Key::ArrowUp, DayPart::Morning, -1),
        (Key::ArrowDown, DayPart::Evening, 1),
    ] {
        match (pressed(key), on_board) {
            (false, _) => {}
            // On the board there is no morning or evening: down is the same day of the next week.
            (true, true) => moving.target.date += chrono::Duration::weeks(weeks),
            (true, false) => moving.target.start = planning::start_in(&session.plan, part),
        }
    }
    state.shared.moving = Some(moving);
    let week = Week::of(moving.target.date, view.athlete.profile.week_start).first();
    if week != state.shared.week {
        actions.push(Action::ShowWeek(week));
    }
    if pressed(Key::Escape) {
        end_move(ctx, state, moving.session);
        actions.push(Action::ShowWeek(session.date));
        actions.select_all(state.shared.selection().collect(), session.date);
    } else if pressed(Key::Enter) {
        let together = state
            .shared
            .drag
            .take()
            .filter(|drag| !drag.with.is_empty());
        end_move(ctx, state, moving.session);
        let target = Slot {
            date: moving.target.date,
            start: moving.target.start,
        };
        if let Some(drag) = together {
            calendar::dropping::drop_on(view, &mut state.shared, &drag, target, None, actions);
        } else {
            calendar::moving::move_session(view, &session, target, actions);
        }
        state.shared.day = target.date;
    } else if let Some(Command::Undo) = keymap::pressed(ctx, false) {
        end_move(ctx, state, moving.session);
    }
}

/// The keyboard goes back to the card, so that Tab goes on from there.
fn end_move(ctx: &egui::Context, state: &mut UiState, session: SessionId) {
    state.shared.moving = None;
    state.shared.drag = None;
    state.snack = None;
    ctx.memory_mut(|memory| memory.request_focus(calendar::card::card_id(session)));
}
