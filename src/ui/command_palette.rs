//! The command palette: every command by name, and every rule.

use egui::{
    Area, Context, Frame, Id, Key, Modal, Modifiers, Role, ScrollArea, TextEdit, Ui, WidgetInfo,
};

use crate::rules::{RULES, Rule};

use super::action::{Action, Actions};
use super::command::{Category, Command};
use super::command_table::COMMANDS;
use super::theme::{Palette, Weight, text};

/// The command palette while it is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaletteState {
    /// What is typed.
    pub query: String,
    /// Which row is chosen.
    pub row: usize,
}

/// Draws the palette while it is open.
pub fn palette_ui(
    ctx: &Context,
    palette: &Palette,
    state: &mut Option<PaletteState>,
    actions: &mut Actions,
) {
    let Some(mut open) = state.take() else {
        return;
    };
    let area = Area::new(Id::unique("command palette"))
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, 90.0));
    let modal = Modal::new(Id::unique("command palette modal"))
        .area(area)
        .frame(Frame::popup(&ctx.global_style()).inner_margin(10))
        .show(ctx, |ui| content_ui(ui, palette, &mut open, actions));
    match modal.inner {
        Some(Entry::Command(command)) => actions.command(command),
        Some(Entry::Rule(rule)) => actions.push(Action::ShowRule(rule.id)),
        None if !modal.should_close() => *state = Some(open),
        None => {}
    }
}

/// What can be chosen.
#[derive(Clone, Copy)]
enum Entry {
    Command(Command),
    Rule(&'static Rule),
}

impl Entry {
    fn text(self) -> String {
        match self {
            Self::Command(command) => command.text().to_owned(),
            Self::Rule(rule) => format!("Rule: {}", rule.title.to_lowercase()),
        }
    }

    fn tooltip(self) -> &'static str {
        match self {
            Self::Command(command) => command.tooltip(),
            Self::Rule(rule) => rule.summary,
        }
    }

    /// What it is about; rules come after all of that.
    fn category(self) -> Option<Category> {
        match self {
            Self::Command(command) => Some(command.spec().category),
            Self::Rule(_) => None,
        }
    }

    /// Why it cannot be chosen now.
    fn missing(self, actions: &Actions) -> Option<&'static str> {
        match self {
            Self::Command(command) => actions.missing_for(command),
            Self::Rule(_) => None,
        }
    }

    fn keys(self, ctx: &Context) -> String {
        match self {
            Self::Command(command) => command.shortcut_text(ctx),
            Self::Rule(_) => String::new(),
        }
    }
}

fn content_ui(
    ui: &mut Ui,
    palette: &Palette,
    open: &mut PaletteState,
    actions: &Actions,
) -> Option<Entry> {
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
    ScrollArea::vertical()
        .max_height(360.0)
        .min_scrolled_height(360.0)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut heading = None;
            for (row, entry) in found.iter().enumerate() {
                let category = entry.category().filter(|_| open.query.is_empty());
                if category != heading {
                    heading = category;
                    heading_ui(ui, palette, category);
                }
                let missing = entry.missing(actions);
                let keys = entry.keys(ui.ctx());
                let button = egui::Button::selectable(row == open.row, entry.text())
                    .shortcut_text(text(keys, 11.5, Weight::Regular).color(palette.text_faint))
                    .min_size(egui::vec2(ui.available_width(), 28.0));
                let response = ui
                    .add_enabled(missing.is_none(), button)
                    .on_hover_text(entry.tooltip())
                    .on_disabled_hover_text(missing.unwrap_or_default());
                if row == open.row && (up || down) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(*entry);
                }
            }
            if found.is_empty() {
                ui.label(
                    text("No command has that name.", 12.0, Weight::Regular)
                        .color(palette.text_soft),
                );
            }
        });
    if enter {
        found.get(open.row).copied()
    } else {
        chosen
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, category: Option<Category>) {
    let title = category.map_or("", Category::title);
    ui.add_space(4.0);
    ui.label(text(title, 11.0, Weight::SemiBold).color(palette.text_faint));
}

/// The commands whose name or description holds every typed word, and after them such rules.
fn matching(query: &str) -> Vec<Entry> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let commands = COMMANDS.iter().map(|spec| spec.command);
    let commands = commands.filter(|command| *command != Command::Palette);
    // Without a word the rules would only bury the commands.
    let rules = RULES.iter().filter(|_| !words.is_empty());
    let all = commands.map(Entry::Command).chain(rules.map(Entry::Rule));
    all.filter(|entry| {
        let name = format!("{} {}", entry.text(), entry.tooltip()).to_lowercase();
        words.iter().all(|word| name.contains(word))
    })
    .collect()
}
