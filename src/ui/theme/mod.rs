//! Colours, type and spacing: everything that makes the program look like itself.

mod fonts;
mod ground;
pub mod icons;
mod lacking;
mod palette;
mod style;

pub use fonts::{Weight, font};
pub use ground::{Background, clear_color, is_cleared, panel_frame, set_cleared};
pub use lacking::{add_face, newly_lacking};
pub use palette::Palette;
pub use style::{CARD_RADIUS, CONTROL_RADIUS, card_frame};

use egui::style::ScrollAnimation;
use egui::{Context, RichText};

use super::preferred::Motion;

/// Loads the fonts and both themes into `ctx`. Called once, before the first frame.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    lacking::note(ctx);
    ctx.options_mut(|options| {
        // For systems that do not report a theme, such as Linux; the settings page says so.
        options.fallback_theme = egui::Theme::Light;
        // Zoom keys are commands of ours, and may be changed.
        options.zoom_with_keyboard = false;
    });
    ctx.set_style_of(egui::Theme::Light, style::style(&Palette::LIGHT));
    ctx.set_style_of(egui::Theme::Dark, style::style(&Palette::DARK));
}

/// Lets things on the screen move as usual, or stand at once where they belong. What moves by itself asks
/// [`moves`] first.
pub fn set_motion(ctx: &Context, motion: Motion) {
    ctx.all_styles_mut(|style| {
        style.animation_time = match motion {
            Motion::Usual => style::ANIMATION,
            Motion::Reduced => 0.0,
        };
        style.scroll_animation = match motion {
            Motion::Usual => ScrollAnimation::default(),
            Motion::Reduced => ScrollAnimation::none(),
        };
    });
}

/// True unless whoever sits here wants nothing to move.
pub fn moves(ctx: &Context) -> bool {
    ctx.global_style().animation_time > 0.0
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
