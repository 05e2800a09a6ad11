//! What stands in the place of a list that holds nothing yet: what it is for, and what brings something into it.

use egui::{Align, Label, Layout, Rect, Ui, UiBuilder, Vec2, vec2};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{Palette, Weight, icons, text};

/// Lines longer than this are hard to read, in points.
const WIDTH: f32 = 400.0;
/// The icon, the title and some lines, in points: about what stands in the middle.
const ABOUT: f32 = 124.0;
/// Above the middle a block looks as if it stood in it.
const RAISED: f32 = 0.44;

/// Draws an icon, a title and words in the middle of a place of this size.
pub fn empty_ui(
    ui: &mut Ui,
    palette: &Palette,
    size: Vec2,
    icon: MaterialIcon,
    title: &str,
    words: &str,
) {
    let (_, place) = ui.allocate_space(size);
    let width = (size.x - 16.0).clamp(40.0, WIDTH);
    let top = ((size.y - ABOUT) * RAISED).max(0.0);
    let middle = Rect::from_min_size(
        place.min + vec2((size.x - width) / 2.0, top),
        vec2(width, size.y - top),
    );
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(middle).layout(layout), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(icons::icon(icon, 32.0).color(palette.text_faint));
        ui.add(Label::new(text(title, 13.0, Weight::SemiBold).color(palette.text)).wrap());
        ui.add(Label::new(text(words, 12.5, Weight::Regular).color(palette.text_soft)).wrap());
    });
}
