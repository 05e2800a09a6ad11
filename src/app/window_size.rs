//! How large the window is, and its panels: as they were left.

use egui::{Context, Vec2, ViewportBuilder, vec2};

use crate::store::Preferences;
use crate::ui::shared::PanelSizes;

/// The size of the window at first, in points at the actual size.
const AT_FIRST: Vec2 = vec2(1440.0, 900.0);
/// The least size of the window, in points: half a laptop's screen.
const LEAST: Vec2 = vec2(800.0, 500.0);
/// Larger than any screen; what is larger was not written by this program.
const MOST: f32 = 16_384.0;

/// How large a window is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WindowSize {
    /// Its size while it does not fill the screen, in points at the actual size.
    pub(super) size: Vec2,
    /// It fills the screen.
    pub(super) is_maximized: bool,
    /// How many pixels a point of the screen had, at the actual size.
    pub(super) scale: f32,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self {
            size: AT_FIRST,
            is_maximized: false,
            scale: 1.0,
        }
    }
}

impl WindowSize {
    /// As the window was left.
    pub(super) fn of(preferences: &Preferences) -> Self {
        let first = Self::default();
        let side = |name, first: f32, least: f32| {
            let kept = preferences.size(name, first);
            if kept.is_finite() {
                kept.clamp(least, MOST)
            } else {
                first
            }
        };
        Self {
            size: vec2(
                side("window.width", first.size.x, LEAST.x),
                side("window.height", first.size.y, LEAST.y),
            ),
            is_maximized: preferences.flag("window.maximized"),
            scale: side("window.scale", first.scale, 0.25).min(8.0),
        }
    }

    /// A window that stands so. One that was on a larger screen becomes as large as this one.
    pub(super) fn builder(self) -> ViewportBuilder {
        ViewportBuilder::default()
            .with_inner_size(self.size)
            .with_min_inner_size(LEAST)
            .with_maximized(self.is_maximized)
    }

    /// Remembers how the window of `ctx` stands. Its size is kept as it was while it fills the screen.
    pub(super) fn keep(ctx: &Context, preferences: &mut Preferences) {
        let before = Self::of(preferences);
        let zoom = ctx.zoom_factor();
        let size = ctx.viewport_rect().size() * zoom;
        let (is_maximized, fills, scale) = ctx.input(|input| {
            let window = input.viewport();
            let is = |state: Option<bool>| state == Some(true);
            let is_maximized = is(window.maximized);
            let fills = is_maximized || is(window.fullscreen) || is(window.minimized);
            (is_maximized, fills, window.native_pixels_per_point)
        });
        let size = if fills { before.size } else { size.round() };
        let mut put = |name: &str, value: f32, before: f32| {
            if (value - before).abs() > 0.01 {
                preferences.layout.insert(name.to_owned(), value);
            }
        };
        put("window.width", size.x, before.size.x);
        put("window.height", size.y, before.size.y);
        put("window.scale", scale.unwrap_or(before.scale), before.scale);
        if is_maximized != before.is_maximized {
            let flags = &mut preferences.flags;
            flags.insert("window.maximized".to_owned(), is_maximized);
        }
    }
}

/// The names under which the sizes of panels are kept.
const PANELS: [&str; 3] = ["library.width", "inspector.width", "charts.height"];

/// The sizes of the panels, as somebody made them.
pub(super) fn panel_sizes(preferences: &Preferences) -> PanelSizes {
    let [library, inspector, charts] = PANELS.map(|name| {
        let kept = preferences.layout.get(name).copied();
        kept.filter(|size| size.is_finite() && (0.0..=MOST).contains(size))
    });
    PanelSizes {
        library,
        inspector,
        charts,
    }
}

/// Remembers the sizes of the panels that somebody made larger or smaller.
pub(super) fn keep_panel_sizes(sizes: PanelSizes, preferences: &mut Preferences) {
    let sizes = [sizes.library, sizes.inspector, sizes.charts];
    for (name, size) in PANELS.into_iter().zip(sizes) {
        if let Some(size) = size {
            preferences.layout.insert(name.to_owned(), size.round());
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, Rect, ViewportId, ViewportInfo};

    use super::*;

    fn window(size: Vec2, info: ViewportInfo) -> Context {
        let ctx = Context::default();
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
            ..RawInput::default()
        };
        input.viewports.insert(ViewportId::ROOT, info);
        ctx.run_ui(input, |_| {}).textures_delta.clear();
        ctx
    }

    #[test]
    fn a_window_comes_back_as_large_as_it_was_and_a_filled_screen_keeps_the_size_below_it() {
        let mut kept = Preferences::default();
        WindowSize::keep(
            &window(vec2(1180.0, 700.0), ViewportInfo::default()),
            &mut kept,
        );
        assert_eq!(WindowSize::of(&kept).size, vec2(1180.0, 700.0));
        let filling = ViewportInfo {
            maximized: Some(true),
            native_pixels_per_point: Some(2.0),
            ..ViewportInfo::default()
        };
        WindowSize::keep(&window(vec2(2560.0, 1400.0), filling), &mut kept);
        let back = WindowSize {
            size: vec2(1180.0, 700.0),
            is_maximized: true,
            scale: 2.0,
        };
        assert_eq!(WindowSize::of(&kept), back);
        WindowSize::keep(
            &window(vec2(900.0, 600.0), ViewportInfo::default()),
            &mut kept,
        );
        assert!(!WindowSize::of(&kept).is_maximized);
        assert_eq!(WindowSize::of(&kept).size, vec2(900.0, 600.0));
    }

    #[test]
    fn sizes_that_nobody_can_see_are_not_taken() {
        let mut kept = Preferences::default();
        for (width, height) in [(f32::NAN, f32::INFINITY), (-4.0, 0.0), (1e30, 1e30)] {
            kept.layout.insert("window.width".to_owned(), width);
            kept.layout.insert("window.height".to_owned(), height);
            let size = WindowSize::of(&kept).size;
            assert!(
                size.x >= LEAST.x && size.y >= LEAST.y && size.max_elem() <= MOST,
                "{size}"
            );
        }
        kept.layout.insert("charts.height".to_owned(), f32::NAN);
        assert_eq!(panel_sizes(&kept), PanelSizes::default());
    }
}
