//! egui's style, made from a palette.

use egui::style::{Selection, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, Frame, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::fonts::{Weight, font};
use super::palette::Palette;

/// Corner radius of cards and panels, in points.
pub const CARD_RADIUS: u8 = 8;
/// Corner radius of buttons and fields, in points.
pub const CONTROL_RADIUS: u8 = 6;

/// The frame of a card in a list, with an edge of this colour.
pub fn card_frame(edge: Color32) -> Frame {
    Frame::new()
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(CARD_RADIUS)
        .inner_margin(10)
}

/// How long a change takes on the screen, in seconds.
pub(super) const ANIMATION: f32 = 0.1;

pub(super) fn style(palette: &Palette) -> Style {
    let mut style = Style {
        visuals: visuals(palette),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Heading, font(15.0, Weight::SemiBold)),
        (TextStyle::Body, font(13.0, Weight::Regular)),
        (TextStyle::Button, font(13.0, Weight::Medium)),
        (TextStyle::Small, font(11.0, Weight::Regular)),
        (TextStyle::Monospace, font(13.0, Weight::Regular)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 5.0);
    style.spacing.interact_size = vec2(28.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.combo_width = 60.0;
    // A list that opens grows to this height, where the window has it: all kinds of session stand in sight.
    style.spacing.default_area_size.y = 560.0;
    style.spacing.scroll.floating = true;
    // Bars float over cards and words: under the pointer, too, these shine through.
    style.spacing.scroll.active_handle_opacity = 0.4;
    style.spacing.scroll.interact_handle_opacity = 0.5;
    style.spacing.scroll.bar_width = 8.0;
    // A thin bar shows that there is more before anybody points at it.
    style.spacing.scroll.floating_width = 3.0;
    style.spacing.scroll.dormant_handle_opacity = 0.35;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = ANIMATION;
    style
}

/// What is left of the colours of what cannot be used now: plainly less, and still to be read.
pub(super) const DISABLED: f32 = 0.62;

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let shadow = Shadow {
        offset: [0, 4],
        blur: if palette.dark { 24 } else { 16 },
        spread: 0,
        color: Color32::from_black_alpha(if palette.dark { 170 } else { 28 }),
    };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.text_soft);
    visuals.widgets = widgets(palette);
    visuals.selection = Selection {
        bg_fill: palette.accent_soft,
        stroke: Stroke::new(1.0, palette.accent),
    };
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.well;
    visuals.extreme_bg_color = palette.well;
    visuals.text_edit_bg_color = Some(palette.well);
    visuals.warn_fg_color = palette.severity(crate::rules::Severity::Caution);
    visuals.error_fg_color = palette.severity(crate::rules::Severity::Conflict);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.edge());
    visuals.panel_fill = palette.surface;
    // A window is resized at its edges; two strokes in its corner would be the only drawn grip of the program.
    visuals.resize_corner_size = 0.0;
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals.disabled_alpha = DISABLED;
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let state = |fill: Color32, line: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(CONTROL_RADIUS),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(palette.surface, palette.hairline, palette.text),
        inactive: state(palette.surface, palette.hairline, palette.text),
        hovered: state(
            palette.well,
            palette.mix(palette.text_faint, 0.6),
            palette.text,
        ),
        active: state(palette.accent_soft, palette.accent, palette.text),
        open: state(palette.well, palette.hairline, palette.text),
    }
}
