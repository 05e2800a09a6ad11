//! Buttons: the main one, quiet ones, icons, chips and lists that open.

use egui::{
    Button, Color32, CornerRadius, Rect, Response, RichText, Role, Sense, Stroke, Ui, Vec2,
    WidgetInfo, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, icons, text};

use super::hint::hint;
use super::{field, main_button, marks, menu_place};

/// The one thing to do here, filled with the accent. In a dialog Ctrl and Enter press it.
pub fn primary_ui(ui: &mut Ui, palette: &Palette, label: &str) -> Response {
    // Where it cannot be pressed it is grey with an edge, not a paler accent on which nobody can read.
    let (fill, line, ink) = if ui.is_enabled() {
        (palette.accent, Stroke::NONE, palette.on_accent)
    } else {
        let line = Stroke::new(1.0, palette.text_faint);
        (palette.well, line, palette.text)
    };
    let content = text(label, 13.0, Weight::SemiBold).color(ink);
    main_button::press_if_asked(ui, ui.next_auto_id());
    ui.add(
        Button::new(content)
            .fill(fill)
            .stroke(line)
            .min_size(vec2(0.0, 30.0)),
    )
}

/// A quiet button with an outline.
pub fn quiet_ui(ui: &mut Ui, label: &str) -> Response {
    quiet_sensing_ui(ui, label, Sense::click())
}

/// The same where a list says what it listens to.
pub fn quiet_sensing_ui(ui: &mut Ui, label: &str, sense: Sense) -> Response {
    let button = Button::new(text(label, 13.0, Weight::Medium));
    ui.add(button.sense(sense).min_size(vec2(0.0, 30.0)))
}

/// A small button tinted with the accent, for fixes.
pub fn soft_ui(ui: &mut Ui, palette: &Palette, label: &str) -> Response {
    soft_sensing_ui(ui, palette, label, Sense::click())
}

/// The same in a row of a list that is one stop of Tab: Tab leads to it only where the row `is_stop`.
pub fn soft_in_row_ui(ui: &mut Ui, palette: &Palette, label: &str, is_stop: bool) -> Response {
    soft_sensing_ui(ui, palette, label, in_row(is_stop))
}

/// The same where a list says what it listens to.
pub(super) fn soft_sensing_ui(
    ui: &mut Ui,
    palette: &Palette,
    label: &str,
    sense: Sense,
) -> Response {
    // As with the main one, what cannot be pressed is grey and not a paler accent.
    let (fill, line, ink) = if ui.is_enabled() {
        (palette.accent_soft, Stroke::NONE, palette.accent)
    } else {
        let line = Stroke::new(1.0, palette.text_faint);
        (palette.well, line, palette.text)
    };
    let content = text(label, 12.0, Weight::SemiBold).color(ink);
    ui.add(
        Button::new(content)
            .sense(sense)
            .fill(fill)
            .stroke(line)
            .min_size(vec2(0.0, 24.0)),
    )
}

/// A small icon in a row of a list that is one stop of Tab.
pub fn mini_icon_in_row_ui(ui: &mut Ui, icon: MaterialIcon, name: &str, is_stop: bool) -> Response {
    mini_icon_sensing_ui(ui, icon, name, in_row(is_stop))
}

/// What stands for a button in a row of a list while the row is out of sight, where only a screen reader finds it.
pub fn unseen_ui(ui: &Ui, rect: Rect, name: &str) -> Response {
    let response = ui.interact(rect, ui.next_auto_id(), in_row(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
}

/// What a button in a row of a list listens to.
pub fn in_row(is_stop: bool) -> Sense {
    if is_stop {
        Sense::click()
    } else {
        Sense::CLICK
    }
}

/// A small quiet button.
pub fn small_ui(ui: &mut Ui, label: &str) -> Response {
    small_sensing_ui(ui, label, Sense::click())
}

/// The same where a list says what it listens to.
pub(super) fn small_sensing_ui(ui: &mut Ui, label: &str, sense: Sense) -> Response {
    let button = Button::new(text(label, 12.0, Weight::Regular));
    ui.add(button.sense(sense).min_size(vec2(0.0, 24.0)))
}

/// A square button with an icon; `name` is its tooltip and accessible name.
pub fn icon_ui(ui: &mut Ui, icon: MaterialIcon, name: &str) -> Response {
    named(icon_button(ui, icon, 18.0, true), name)
}

/// The same, greyed out unless `enabled`.
pub fn icon_enabled_ui(ui: &mut Ui, icon: MaterialIcon, name: &str, enabled: bool) -> Response {
    named(icon_button(ui, icon, 18.0, enabled), name)
}

/// The width and height of a small icon to click, in points.
pub const MINI: f32 = 24.0;

/// A small icon without an outline.
pub fn mini_icon_ui(ui: &mut Ui, icon: MaterialIcon, name: &str) -> Response {
    mini_icon_sensing_ui(ui, icon, name, Sense::click())
}

/// The same where a list says what it listens to.
pub(super) fn mini_icon_sensing_ui(
    ui: &mut Ui,
    icon: MaterialIcon,
    name: &str,
    sense: Sense,
) -> Response {
    named(bare_mini_icon_ui(ui, icon, sense), name)
}

/// A small icon without an outline and no name yet.
pub(super) fn bare_mini_icon_ui(ui: &mut Ui, icon: MaterialIcon, sense: Sense) -> Response {
    let button = Button::new(icons::icon(icon, 15.0))
        .sense(sense)
        .frame(false)
        .min_size(vec2(MINI, MINI));
    ui.add(button)
}

/// A square button with an icon and no name yet.
pub(super) fn bare_icon_ui(ui: &mut Ui, icon: MaterialIcon, enabled: bool) -> Response {
    icon_button(ui, icon, 18.0, enabled)
}

fn icon_button(ui: &mut Ui, icon: MaterialIcon, size: f32, enabled: bool) -> Response {
    let button = Button::new(icons::icon(icon, size)).min_size(vec2(30.0, 30.0));
    ui.scope(|ui| {
        // As high as a button with words: the icon's line takes 22 points.
        ui.spacing_mut().button_padding = vec2(4.0, 4.0);
        ui.add_enabled(enabled, button)
    })
    .inner
}

fn named(response: Response, name: &str) -> Response {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    hint(response, name)
}

/// Around the words of a chip, wherever it stands, in points.
const CHIP_PADDING: Vec2 = vec2(10.0, 5.0);

/// Half of a chip's height, in points: its ends are round however high it is.
const CHIP_RADIUS: u8 = 16;

/// A chip that is on or off.
pub fn chip_ui(ui: &mut Ui, palette: &Palette, label: &str, on: bool) -> Response {
    chip_sensing_ui(ui, palette, label, on, Sense::click())
}

/// The same where a list says what it listens to.
pub(super) fn chip_sensing_ui(
    ui: &mut Ui,
    palette: &Palette,
    label: &str,
    on: bool,
    sense: Sense,
) -> Response {
    let (fill, line, ink) = if on {
        (palette.accent_soft, palette.accent, palette.accent)
    } else {
        (Color32::TRANSPARENT, palette.hairline, palette.text_soft)
    };
    let weight = if on {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let chip = Button::new(text(label, 12.0, weight).color(ink))
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(CHIP_RADIUS))
        .min_size(vec2(0.0, 24.0))
        .sense(sense);
    // Menus use a smaller padding, which would cut the round ends of a chip.
    let around = std::mem::replace(&mut ui.spacing_mut().button_padding, CHIP_PADDING);
    let response = ui.add(chip);
    ui.spacing_mut().button_padding = around;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, label));
    response
}

/// A chip of a severity, its mark before its words.
pub fn severity_chip_ui(
    ui: &mut Ui,
    palette: &Palette,
    severity: Severity,
    label: &str,
    on: bool,
) -> Response {
    let room_for_mark = format!("     {label}");
    let response = chip_ui(ui, palette, &room_for_mark, on);
    let at = response.rect.left_center() + vec2(15.0, 0.0);
    let color = palette.severity(severity);
    marks::paint(ui.painter(), at, 10.0, Some(severity), color);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, label));
    response
}

/// The mark of what opens to a list.
fn chevron(ui: &Ui, rect: egui::Rect, color: Color32) {
    let middle = rect.center();
    let points = vec![
        middle + vec2(-3.5, -1.75),
        middle + vec2(0.0, 1.75),
        middle + vec2(3.5, -1.75),
    ];
    ui.painter().line(points, Stroke::new(1.5, color));
}

/// Takes the keyboard into a list that was opened by it, onto the present choice, and back to its button afterwards.
/// `current` is the row of that choice.
fn follow_list(button: &Response, is_open: bool, current: Option<egui::Id>, is_left_by_keys: bool) {
    let ctx = &button.ctx;
    let place = button.id.with("the keyboard is in the list");
    let was_in = ctx.data(|data| data.get_temp::<bool>(place));
    if !is_open {
        let is_left = was_in == Some(true) && ctx.memory(egui::Memory::focused).is_none();
        if is_left {
            button.request_focus();
        }
        if was_in.is_some() {
            ctx.data_mut(|data| data.remove::<bool>(place));
        }
        return;
    }
    if is_left_by_keys {
        button.request_focus();
    } else if was_in.is_none() {
        if let (true, Some(row)) = (button.has_focus(), current) {
            ctx.memory_mut(|memory| memory.request_focus(row));
        }
        let is_in = button.has_focus();
        ctx.data_mut(|data| data.insert_temp(place, is_in));
    }
}

/// Leads arrows into a list that the pointer opened: on from the present choice, as they go in one that keys opened.
fn begin_from(ui: &Ui, rows: &[egui::Id], current: Option<egui::Id>) {
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some_and(|id| rows.contains(&id)) {
        return;
    }
    let Some(at) = rows.iter().position(|row| Some(*row) == current) else {
        return;
    };
    let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
    let to = if pressed(egui::Key::ArrowDown) {
        (at + 1).min(rows.len() - 1)
    } else if pressed(egui::Key::ArrowUp) {
        at.saturating_sub(1)
    } else {
        return;
    };
    if let Some(row) = rows.get(to) {
        // The arrow leads nowhere else in this frame.
        ui.memory_mut(|memory| {
            memory.move_focus(egui::FocusDirection::None);
            memory.request_focus(*row);
        });
    }
}

/// True where the keys were pressed that open a list elsewhere, too.
fn opens_a_list(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        [egui::Key::ArrowDown, egui::Key::ArrowUp]
            .into_iter()
            .any(|key| input.consume_key(egui::Modifiers::NONE, key))
    })
}

/// How high the list of a choice may be that is drawn next, in points: as high as there is room below or above it.
fn list_room(ui: &Ui) -> f32 {
    let (window, top) = (ui.ctx().content_rect(), ui.cursor().top());
    let below = window.bottom() - top - ui.spacing().interact_size.y;
    let margins = egui::Frame::popup(ui.style()).total_margin().sum().y;
    let room = below.max(top - window.top()) - menu_place::EDGE - margins;
    room.max(ui.spacing().combo_height)
}

/// A combo box with an accessible name; returns the choice made.
pub fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    choices: &[(T, &str)],
    current: T,
    width: f32,
) -> Option<T> {
    let shown = choices
        .iter()
        .find(|(value, _)| *value == current)
        .map_or("–", |(_, label)| label);
    let spacing = ui.spacing();
    let beside = 2.0 * spacing.button_padding.x + spacing.icon_width + spacing.icon_spacing;
    // Where there is more room than it asks for, it grows with its words.
    let size = field::whole_size(ui, shown, width.max(ui.available_width()) - beside);
    let mut chosen = None;
    let mut is_left_by_keys = false;
    let list = egui::ComboBox::from_id_salt(name)
        .width(width)
        .height(list_room(ui))
        .truncate()
        .selected_text(RichText::new(shown).size(size))
        .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
        .show_ui(ui, |ui| {
            let mut current_row = None;
            let mut rows = Vec::with_capacity(choices.len());
            for (value, label) in choices {
                let is_current = *value == current;
                let row = ui.selectable_label(is_current, *label);
                rows.push(row.id);
                if is_current {
                    current_row = Some(row.id);
                }
                if row.clicked() {
                    chosen = (!is_current).then_some(*value);
                    is_left_by_keys = row.has_focus();
                    ui.close();
                }
            }
            begin_from(ui, &rows, current_row);
            current_row
        });
    let response = list.response;
    let is_open = list.inner.is_some();
    if !is_open && response.has_focus() && opens_a_list(ui) {
        egui::Popup::open_id(ui.ctx(), response.id.with("popup"));
    }
    follow_list(&response, is_open, list.inner.flatten(), is_left_by_keys);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    chosen
}
