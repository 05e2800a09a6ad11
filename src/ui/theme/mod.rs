//! Colours, type and spacing: everything that makes the program look like itself.

mod fonts;
pub mod icons;
mod palette;
mod style;

pub use fonts::{Weight, font};
pub use palette::Palette;
pub use style::{CARD_RADIUS, CONTROL_RADIUS};

use egui::{Context, RichText};

/// Loads the fonts and both themes into `ctx`. Called once, before the first frame.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    ctx.set_style_of(egui::Theme::Light, style::style(&Palette::LIGHT));
    ctx.set_style_of(egui::Theme::Dark, style::style(&Palette::DARK));
}

/// The palette of the theme in use.
pub fn palette(ctx: &Context) -> &'static Palette {
    match ctx.theme() {
        egui::Theme::Light => &Palette::LIGHT,
        egui::Theme::Dark => &Palette::DARK,
    }
}

/// Text of a size and weight. Sizes in use: 11, 12, 13, 15, 20.
pub fn text(content: impl Into<String>, size: f32, weight: Weight) -> RichText {
    RichText::new(content).font(font(size, weight))
}
