//! How large everything is drawn: as it was chosen, as long as the window is large enough for it.

use egui::{Context, Vec2, vec2};

/// Zooms that can be chosen.
const LEAST: f32 = 0.5;
const MOST: f32 = 3.0;
/// What a step of the keyboard changes.
const STEP: f32 = 0.1;
/// What every page and dialog needs to stand whole, in points. A zoom that leaves less is held back: a window that
/// cannot be used helps nobody to read it.
const ROOM: Vec2 = vec2(720.0, 450.0);

/// The zoom of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Zoom {
    /// As it was chosen, 1.0 for the actual size. What is drawn can be less in a small window.
    pub(super) wanted: f32,
    /// The zoom of the last frame; `None` before the first.
    drawn: Option<f32>,
}

impl Default for Zoom {
    fn default() -> Self {
        Self::of(1.0)
    }
}

impl Zoom {
    /// A zoom as it is chosen.
    pub(super) fn of(factor: f32) -> Self {
        let wanted = if factor.is_finite() { factor } else { 1.0 };
        Self {
            wanted: wanted.clamp(LEAST, MOST),
            drawn: None,
        }
    }

    /// One step from what is drawn now: larger for 1.0, smaller for -1.0.
    pub(super) fn step(&mut self, drawn: f32, sign: f32) {
        let tenths = (drawn / STEP).round() + sign;
        *self = Self::of(tenths * STEP);
    }

    /// Draws as large as was chosen, or as the window has room for.
    pub(super) fn fit(&mut self, ctx: &Context) {
        let drawn = ctx.zoom_factor();
        if self.drawn.is_some_and(|last| (last - drawn).abs() > 0.001) {
            // The zoom was changed elsewhere: take it over.
            self.wanted = drawn;
        }
        let fits = self.fitting(ctx.content_rect().size() * drawn);
        if (drawn - fits).abs() > 0.001 {
            ctx.set_zoom_factor(fits);
        }
        self.drawn = Some(fits);
    }

    /// The zoom in a window that has this size at a zoom of 1.0. It never goes below the actual size by itself.
    fn fitting(self, window: Vec2) -> f32 {
        let room = (window / ROOM).min_elem();
        self.wanted.min(room.max(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zoom_is_held_back_only_where_the_window_is_too_small_for_it() {
        let drawn = |zoom, width, height| Zoom::of(zoom).fitting(vec2(width, height));
        assert_eq!(drawn(2.0, 1440.0, 900.0), 2.0);
        assert_eq!(drawn(1.5, 1180.0, 700.0), 1.5);
        assert_eq!(drawn(2.0, 1080.0, 700.0), 1.5);
        assert_eq!(drawn(1.5, 900.0, 562.5), 1.25);
        assert_eq!(drawn(0.8, 400.0, 300.0), 0.8);
        assert_eq!(drawn(1.5, 400.0, 300.0), 1.0);
    }

    #[test]
    fn steps_begin_with_what_is_seen() {
        let mut zoom = Zoom::of(2.0);
        zoom.step(1.25, -1.0);
        assert!((zoom.wanted - 1.2).abs() < 0.001, "{zoom:?}");
        zoom.step(1.2, 1.0);
        assert!((zoom.wanted - 1.3).abs() < 0.001, "{zoom:?}");
        assert_eq!(Zoom::of(f32::NAN), Zoom::default());
    }
}
