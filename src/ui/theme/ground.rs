//! What the window is cleared with before a frame is drawn: the colour of its panels. Panels need not be filled then, which
//! is more than half the window. A computer without a graphics card fills every pixel by itself, and feels it.

use egui::emath::GuiRounding;
use egui::layers::ShapeIdx;
use egui::{Color32, Context, CornerRadius, Frame, Id, Margin, Rect, Shape, Ui, Vec2};

use super::Palette;

/// The colour with which the window is cleared.
pub fn clear_color(visuals: &egui::Visuals) -> Color32 {
    visuals.panel_fill
}

/// Says that whoever draws what `ctx` shows clears the window with [`clear_color`] before every frame.
pub fn set_cleared(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(id(), true));
}

/// True where [`set_cleared`] was called.
pub fn is_cleared(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(id())).unwrap_or(false)
}

/// A panel's frame, filled where the window is not cleared with its colour.
pub fn panel_frame(ctx: &Context, palette: &Palette) -> Frame {
    if is_cleared(ctx) {
        Frame::new()
    } else {
        Frame::new().fill(palette.surface)
    }
}

/// The background between surfaces. It comes below all that is drawn after it was begun, and is filled once it is known
/// which surfaces stand on it.
pub struct Background {
    below: ShapeIdx,
    area: Rect,
    fill: Color32,
    surface: Color32,
}

impl Background {
    /// Begins the background of what `ui` shows and of the `margin` around it.
    pub fn begin(ui: &Ui, palette: &Palette, margin: Margin) -> Self {
        Self {
            below: ui.painter().add(Shape::Noop),
            area: ui.max_rect() + margin,
            fill: palette.background,
            surface: palette.surface,
        }
    }

    /// Fills what lies around `bare` surfaces, which do not touch each other: the window has their colour already, so that
    /// they are left as they are. `radius` is that of their corners, in points.
    pub fn fill_around(self, ui: &Ui, bare: &[Rect], radius: f32) {
        let pixels = ui.ctx().pixels_per_point();
        let bare: Vec<Rect> = bare.iter().map(|it| it.round_to_pixels(pixels)).collect();
        let filled = |rect| Shape::rect_filled(rect, CornerRadius::ZERO, self.fill);
        let mut shapes: Vec<Shape> = around(self.area, &bare).into_iter().map(filled).collect();
        for surface in &bare {
            let round = radius
                .min(surface.width() / 2.0)
                .min(surface.height() / 2.0);
            let inner = surface.shrink(round);
            let corners = [
                (surface.left_top(), inner.left_top()),
                (surface.right_top(), inner.right_top()),
                (surface.left_bottom(), inner.left_bottom()),
                (surface.right_bottom(), inner.right_bottom()),
            ];
            for (corner, middle) in corners {
                shapes.push(filled(Rect::from_two_pos(corner, middle)));
                shapes.push(Shape::circle_filled(middle, round, self.surface));
            }
        }
        ui.painter().set(self.below, Shape::Vec(shapes));
    }
}

/// What of `area` lies in none of `holes`, in pieces that do not overlap.
fn around(area: Rect, holes: &[Rect]) -> Vec<Rect> {
    let holes: Vec<Rect> = holes.iter().map(|hole| hole.intersect(area)).collect();
    let holes = holes.iter().filter(|hole| hole.is_positive());
    let mut edges: Vec<f32> = holes
        .clone()
        .flat_map(|it| [it.top(), it.bottom()])
        .collect();
    edges.extend([area.top(), area.bottom()]);
    edges.sort_by(f32::total_cmp);
    let mut pieces = Vec::new();
    for band in edges.windows(2) {
        let (top, bottom) = (band[0], band[1]);
        if top >= bottom {
            continue;
        }
        let mut across: Vec<&Rect> = holes
            .clone()
            .filter(|hole| hole.top() <= top && bottom <= hole.bottom())
            .collect();
        across.sort_by(|one, other| one.left().total_cmp(&other.left()));
        let mut left = area.left();
        for (from, to) in across
            .iter()
            .map(|hole| (hole.left(), hole.right()))
            .chain([(area.right(), area.right())])
        {
            if from > left {
                let size = Vec2::new(from - left, bottom - top);
                pieces.push(Rect::from_min_size((left, top).into(), size));
            }
            left = left.max(to);
        }
    }
    pieces
}

fn id() -> Id {
    Id::unique("the window is cleared with the colour of panels")
}

#[cfg(test)]
mod tests {
    use egui::pos2;
    use proptest::prelude::*;

    use super::*;

    /// Columns side by side, as days are, of any heights.
    fn columns() -> impl Strategy<Value = Vec<Rect>> {
        proptest::collection::vec(
            (1.0_f32..20.0, 5.0_f32..40.0, 0.0_f32..50.0, 50.0_f32..100.0),
            0..8,
        )
        .prop_map(|columns| {
            let mut left = 0.0;
            let columns = columns.into_iter().map(|(gap, width, top, bottom)| {
                let rect =
                    Rect::from_min_max(pos2(left + gap, top), pos2(left + gap + width, bottom));
                left = rect.right();
                rect
            });
            columns.collect()
        })
    }

    proptest! {
        #[test]
        fn the_pieces_around_surfaces_and_the_surfaces_cover_every_point_once(
            holes in columns(),
            x in 0.0_f32..400.0,
            y in 0.0_f32..100.0,
        ) {
            let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 100.0));
            let pieces = around(area, &holes);
            // Half open, so that an edge belongs to one side.
            let holds = |rect: &&Rect| {
                rect.left() <= x && x < rect.right() && rect.top() <= y && y < rect.bottom()
            };
            let count = pieces.iter().chain(&holes).filter(holds).count();
            prop_assert_eq!(count, 1, "{:?}", pieces);
        }
    }
}
