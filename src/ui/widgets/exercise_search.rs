//! A button behind which an exercise is searched and chosen.

use egui::{
    Button, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, TextEdit, Ui, WidgetInfo,
};

use crate::domain::Exercise;
use crate::library::{Filter, Library};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::scrolling;

use super::buttons;
use super::row_keys::{Moved, RowKeys};

/// How many hits are listed.
const HITS: usize = 12;

/// Draws the button, and gives the exercise that was chosen behind it. `id` keeps what is typed.
pub fn button_ui<'a>(
    ui: &mut Ui,
    palette: &Palette,
    library: &'a Library,
    label: &str,
    id: Id,
) -> Option<&'a Exercise> {
    let button = buttons::soft_ui(ui, palette, label);
    behind_ui(&button, palette, library, id)
}

/// The search behind a button that is there already, such as one in a row of a list.
pub fn behind_ui<'a>(
    button: &Response,
    palette: &Palette,
    library: &'a Library,
    id: Id,
) -> Option<&'a Exercise> {
    let popup = Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("Exercises")
        .width(240.0);
    if !popup.is_open() {
        button.ctx.data_mut(|data| data.remove::<String>(id));
    }
    let shown = popup.show(|ui| {
        ui.set_width(240.0);
        search_ui(ui, palette, library, id)
    });
    shown.and_then(|shown| shown.inner)
}

fn search_ui<'a>(
    ui: &mut Ui,
    palette: &Palette,
    library: &'a Library,
    id: Id,
) -> Option<&'a Exercise> {
    let stored = ui.data(|data| data.get_temp::<String>(id));
    let opened = stored.is_none();
    let mut query = stored.unwrap_or_default();
    let edit = TextEdit::singleline(&mut query)
        .hint_text("Search exercises")
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Exercise to add"));
    if opened {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut keys = RowKeys::begin(ui, id.with("hits"));
    let down = |ui: &Ui| ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::ArrowDown));
    if response.has_focus() && down(ui) {
        keys.enter(ui);
    } else if keys.moved() == Moved::Above {
        response.request_focus();
    }
    let hits = library.search(query.trim(), &Filter::default());
    ui.data_mut(|data| data.insert_temp(id, query));
    let mut chosen = hits.first().copied().filter(|_| entered);
    if hits.is_empty() {
        let hint = "No exercise has that name. The library takes one of your own.";
        let hint = text(hint, 11.0, Weight::Regular).color(palette.text_faint);
        super::prose::prose_ui(ui, hint);
    }
    scrolling::list(260.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for exercise in hits.into_iter().take(HITS) {
            if hit_ui(ui, &mut keys, palette, exercise) {
                chosen = Some(exercise);
            }
        }
    });
    keys.end(ui);
    if chosen.is_some() {
        ui.close();
    }
    chosen
}

fn hit_ui(ui: &mut Ui, keys: &mut RowKeys, palette: &Palette, exercise: &Exercise) -> bool {
    let pattern = text(exercise.pattern.name(), 11.0, Weight::Regular).color(palette.text_faint);
    let button = Button::new(text(&exercise.name, 13.0, Weight::Regular))
        .right_text(pattern)
        .truncate()
        .frame_when_inactive(false)
        .min_size(egui::vec2(ui.available_width(), 28.0));
    let response = keys.next_ui(ui, &exercise.name, false, |ui, sense| {
        ui.add(button.sense(sense))
    });
    let label = format!("Add {}", exercise.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.clicked()
}
