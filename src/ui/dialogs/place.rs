//! Where a dialog stands: in the middle of the window until something is done in it. From then on its top stays where it
//! is, and it grows downwards while there is room: what was about to be clicked does not jump away.

use egui::{Align2, Area, Context, Event, Rect, Vec2, vec2};

/// Sizes that differ by no more are one, in points.
const SAME: f32 = 0.5;

/// Where a dialog stands, as far as that is settled.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// Its top below that of the window, in points, once something was done in it.
    top: Option<f32>,
    /// Its size in the frame before, and whether it had that in the one before it, too.
    size: Vec2,
    is_settled: bool,
    /// The window's size.
    window: Vec2,
}

impl Place {
    /// Puts a dialog where it is to stand; `edge` is what stays free above and below it, in points.
    pub(super) fn put(&mut self, area: Area, window: Vec2, edge: f32) -> Area {
        if (self.window - window).length() > SAME {
            *self = Self {
                window,
                ..Self::default()
            };
        }
        let Some(top) = &mut self.top else {
            return area;
        };
        *top = top.min(window.y - edge - self.size.y).max(edge);
        area.anchor(Align2::CENTER_TOP, vec2(0.0, *top))
    }

    /// Takes in where it was drawn; true where it has another size than before, and is to be drawn once more.
    pub(super) fn follow(&mut self, ctx: &Context, drawn: Rect) -> bool {
        if self.top.is_none() && self.is_settled && is_used(ctx) {
            self.top = Some(drawn.top() - ctx.content_rect().top());
        }
        self.is_settled = (self.size - drawn.size()).length() <= SAME;
        self.size = drawn.size();
        !self.is_settled
    }
}

/// True in a frame in which something is pressed or typed.
fn is_used(ctx: &Context) -> bool {
    ctx.input(|input| {
        let is_key = |event: &Event| {
            matches!(
                event,
                Event::Text(_) | Event::Paste(_) | Event::Key { pressed: true, .. }
            )
        };
        input.pointer.any_pressed() || input.events.iter().any(is_key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Vec2 = vec2(1000.0, 800.0);

    /// Where the top of a dialog is drawn that a click made as high as each of these, one after the other.
    fn tops(heights: [f32; 4]) -> Vec<f32> {
        let mut place = Place {
            top: Some(300.0),
            window: WINDOW,
            ..Place::default()
        };
        let mut tops = Vec::new();
        for height in heights {
            place.size.y = height;
            let _ = place.put(Area::new(egui::Id::unique("area")), WINDOW, 24.0);
            tops.extend(place.top);
        }
        tops
    }

    #[test]
    fn a_dialog_grows_downwards_while_there_is_room_and_keeps_off_the_edge() {
        assert_eq!(
            tops([200.0, 476.0, 600.0, 200.0]),
            [300.0, 300.0, 176.0, 176.0]
        );
        assert_eq!(tops([900.0, 200.0, 100.0, 100.0]), [24.0; 4]);
    }
}
