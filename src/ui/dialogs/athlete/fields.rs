//! What the parts of the athlete's page read and change, and how they are headed.

use chrono::NaiveDate;
use egui::{Align, Label, Layout, Ui, UiBuilder, vec2};

use crate::domain::Profile;
use crate::library::Library;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::buttons;

/// A profile that is being filled in, with what its fields need.
pub(in crate::ui::dialogs) struct ProfileFields<'a> {
    /// The profile as typed so far.
    pub(in crate::ui::dialogs) profile: &'a mut Profile,
    /// The exercises.
    pub(in crate::ui::dialogs) library: &'a Library,
    /// The current day.
    pub(in crate::ui::dialogs) today: NaiveDate,
    /// Colours.
    pub(in crate::ui::dialogs) palette: &'static Palette,
}

/// The most that a field of a row takes, in points: it is drawn as wide as it likes, and then has its row.
const WIDEST: f32 = 420.0;

/// The heading of a part.
pub(in crate::ui::dialogs) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(4.0);
    ui.label(text(title, 13.0, Weight::SemiBold));
}

/// Fields side by side, each [`labelled`]; what has no room in the row goes on in the next.
pub(in crate::ui::dialogs) fn fields_row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    ui.allocate_ui_with_layout(size, layout, add).inner
}

/// A label above whatever stands below it.
pub(in crate::ui::dialogs) fn labelled<R>(
    ui: &mut Ui,
    name: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    // The width is known from the last frame.
    let id = ui.scope_id().with(("width of a labelled field", name));
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let begins_row = ui.cursor().left() <= ui.max_rect().left() + 1.0;
    let is_row = ui.layout().is_horizontal() && ui.layout().main_wrap();
    let right = ui.max_rect().right() - ui.cursor().left();
    if is_row && !begins_row && known.is_some_and(|width| width > right) {
        ui.end_row();
    }
    let mut room = ui.available_rect_before_wrap();
    if is_row {
        room.max.x = room.max.x.max(room.min.x + WIDEST);
    }
    let column = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::top_down(Align::Min));
    let shown = ui.scope_builder(column, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.add(Label::new(text(name, 11.5, Weight::Medium)).extend());
        add(ui)
    });
    let width = shown.response.rect.width();
    if known != Some(width) {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// The button that removes a row, in line with the fields before it.
pub(in crate::ui::dialogs) fn remove_ui(ui: &mut Ui, name: &str) -> bool {
    let size = vec2(buttons::MINI, ui.spacing().interact_size.y);
    let middle = Layout::left_to_right(Align::Center);
    let row = ui.allocate_ui_with_layout(size, middle, |ui| {
        ui.set_min_height(size.y);
        buttons::mini_icon_ui(ui, icons::DELETE, name)
    });
    row.inner.clicked()
}
