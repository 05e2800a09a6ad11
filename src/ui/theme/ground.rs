//! What the window is cleared with before a frame is drawn: the colour of its panels. Panels need not be filled then, which
//! is more than half the window. A computer without a graphics card fills every pixel by itself, and feels it.

use egui::{Color32, Context, Frame, Id};

use super::Palette;

/// The colour with which the window is cleared.
pub fn clear_color(visuals: &egui::Visuals) -> Color32 {
    visuals.panel_fill
}

/// Says that whoever draws what `ctx` shows clears the window with [`clear_color`] before every frame.
pub fn set_cleared(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(id(), true));
}

/// A panel's frame, filled where the window is not cleared with its colour.
pub fn panel_frame(ctx: &Context, palette: &Palette) -> Frame {
    let is_cleared = ctx.data(|data| data.get_temp(id())).unwrap_or(false);
    if is_cleared {
        Frame::new()
    } else {
        Frame::new().fill(palette.surface)
    }
}

fn id() -> Id {
    Id::unique("the window is cleared with the colour of panels")
}
