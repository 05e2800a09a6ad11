//! The search behind "Add exercise…".

use egui::{Id, Key, Popup, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::domain::Exercise;
use crate::library::Filter;
use crate::ui::calendar::ops;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::buttons;

use super::editor::{Editor, faint_ui};
use super::strength::change_list;

/// How many hits are listed.
const HITS: usize = 12;

/// Draws the button with its search.
pub(super) fn button_ui(ui: &mut Ui, editor: &mut Editor) {
    let button = buttons::soft_ui(ui, editor.palette(), "Add exercise…");
    let query_id = editor.id("exercise query");
    let popup = Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("Add exercise")
        .width(240.0);
    if !popup.is_open() {
        ui.data_mut(|data| data.remove::<String>(query_id));
    }
    popup.show(|ui| {
        ui.set_width(240.0);
        search_ui(ui, editor, query_id);
    });
}

fn search_ui(ui: &mut Ui, editor: &mut Editor, query_id: Id) {
    let stored = ui.data(|data| data.get_temp::<String>(query_id));
    let opened = stored.is_none();
    let mut query = stored.unwrap_or_default();
    let edit = TextEdit::singleline(&mut query)
        .hint_text("Search exercises")
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Exercise to add"));
    if opened {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let library = editor.view.library;
    let hits = library.search(query.trim(), &Filter::default());
    ui.data_mut(|data| data.insert_temp(query_id, query));
    if entered && let Some(first) = hits.first() {
        add(editor, first);
        ui.close();
        return;
    }
    if hits.is_empty() {
        faint_ui(
            ui,
            editor.palette(),
            "No exercise has that name. The library takes one of your own.",
        );
    }
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for exercise in hits.into_iter().take(HITS) {
            hit_ui(ui, editor, exercise);
        }
    });
}

fn hit_ui(ui: &mut Ui, editor: &mut Editor, exercise: &Exercise) {
    let button = egui::Button::new(text(&exercise.name, 13.0, Weight::Regular))
        .right_text(
            text(exercise.pattern.name(), 11.0, Weight::Regular).color(editor.palette().text_faint),
        )
        .frame_when_inactive(false)
        .min_size(egui::vec2(ui.available_width(), 28.0));
    let response = ui.add(button);
    let label = format!("Add {}", exercise.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if response.clicked() {
        add(editor, exercise);
        ui.close();
    }
}

fn add(editor: &mut Editor, exercise: &Exercise) {
    change_list(
        editor,
        format!("Add {}", exercise.name.to_lowercase()),
        |list| {
            list.push(ops::prescription(exercise));
        },
    );
}
