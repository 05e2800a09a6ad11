//! The command palette: every command by name.

use egui::{
    Area, Context, Frame, Id, Key, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo,
};

use super::action::Actions;
use super::command::Command;
use super::state::{PaletteState, UiState};
use super::theme::{Palette, Weight, text};

/// Draws the palette while it is open.
pub fn palette_ui(ctx: &Context, palette: &Palette, state: &mut UiState, actions: &mut Actions) {
    let Some(mut open) = state.palette.take() else {
        return;
    };
    let area = Area::new(Id::unique("command palette"))
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, 90.0));
    let modal = Modal::new(Id::unique("command palette modal"))
        .area(area)
        .frame(Frame::popup(&ctx.global_style()).inner_margin(10))
        .show(ctx, |ui| content_ui(ui, palette, &mut open));
    match modal.inner {
        Some(command) => actions.command(command),
        None if !modal.should_close() => state.palette = Some(open),
        None => {}
    }
}

fn content_ui(ui: &mut Ui, palette: &Palette, open: &mut PaletteState) -> Option<Command> {
    ui.set_width(440.0);
    let up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
    let down = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let edit = TextEdit::singleline(&mut open.query)
        .hint_text("What do you want to do?")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 8));
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search commands"));
    response.request_focus();
    if response.changed() {
        open.row = 0;
    }
    let found = matching(&open.query);
    if !found.is_empty() {
        let last = found.len() - 1;
        open.row = match (up, down) {
            (true, _) => open.row.checked_sub(1).unwrap_or(last),
            (_, true) if open.row >= last => 0,
            (_, true) => open.row + 1,
            _ => open.row.min(last),
        };
    }
    let mut chosen = None;
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (row, command) in found.iter().enumerate() {
            let keys = command.shortcut_text(ui.ctx());
            let button = egui::Button::selectable(row == open.row, command.text())
                .shortcut_text(text(keys, 11.5, Weight::Regular).color(palette.text_faint))
                .min_size(egui::vec2(ui.available_width(), 28.0));
            let response = ui.add(button).on_hover_text(command.tooltip());
            if row == open.row && (up || down) {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(*command);
            }
        }
        if found.is_empty() {
            ui.label(
                text("No command has that name.", 12.0, Weight::Regular).color(palette.text_soft),
            );
        }
    });
    if enter {
        found.get(open.row).copied()
    } else {
        chosen
    }
}

/// The commands whose name or description holds every typed word.
fn matching(query: &str) -> Vec<Command> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    Command::ALL
        .iter()
        .copied()
        .filter(|command| {
            let name = format!("{} {}", command.text(), command.tooltip()).to_lowercase();
            *command != Command::Palette && words.iter().all(|word| name.contains(word))
        })
        .collect()
}
