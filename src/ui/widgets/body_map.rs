//! The body map: front and back figure, muscles tinted, named on hover, chosen with a click.

use std::sync::Arc;

use egui::{
    Color32, CursorIcon, EventFilter, Key, Mesh, Modifiers, Pos2, Response, Role, Sense, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::domain::Muscle;
use crate::library::body_map::{self, BodyPart, SIZE, Shape, View};
use crate::ui::theme::Palette;

/// Space between the two figures, in units of the figure's frame.
const GAP: f32 = 4.0;

/// How far beside a muscle the pointer still means it, in points.
const REACH: f32 = 3.0;

/// The colours of the map that do not depend on the muscle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyColors {
    /// The body under the muscles, seen in the gaps, and head, hands and joints.
    pub body: Color32,
    /// The line around body, head and joints.
    pub outline: Color32,
    /// Muscles without a tint.
    pub muscle_idle: Color32,
    /// The line around the muscle under the pointer, which also takes on some of this colour.
    pub hover: Color32,
}

/// The tint of a muscle that helps: as far from one that does the work as from one that does nothing.
pub fn helping(palette: &Palette) -> Color32 {
    palette.mix(palette.strength(), if palette.dark { 0.66 } else { 0.5 })
}

impl BodyColors {
    /// For the surfaces of a theme.
    pub fn of(palette: &Palette) -> Self {
        Self {
            body: palette.well,
            outline: palette.mix(palette.text_faint, 0.45),
            muscle_idle: palette.mix(palette.text_faint, 0.22),
            hover: palette.accent,
        }
    }

    /// For white and near-white surfaces.
    pub const LIGHT: Self = Self {
        body: Color32::from_rgb(0xE9, 0xED, 0xF2),
        outline: Color32::from_rgb(0xA9, 0xB4, 0xC2),
        muscle_idle: Color32::from_rgb(0xCA, 0xD2, 0xDC),
        hover: Color32::from_rgb(0x1B, 0x24, 0x30),
    };

    /// For dark surfaces.
    pub const DARK: Self = Self {
        body: Color32::from_rgb(0x2B, 0x35, 0x42),
        outline: Color32::from_rgb(0x66, 0x75, 0x88),
        muscle_idle: Color32::from_rgb(0x45, 0x52, 0x63),
        hover: Color32::from_rgb(0xF1, 0xF4, 0xF8),
    };
}

/// The body map as a widget. Made anew each frame, as egui's widgets are.
pub struct BodyMap<'a> {
    /// What the map shows, for those who cannot see it: "Body map: primary hamstrings, …".
    pub label: &'a str,
    /// The tint of a muscle; without one it is drawn idle.
    pub fill: &'a dyn Fn(Muscle) -> Option<Color32>,
    /// The other colours.
    pub colors: BodyColors,
}

/// What happened to the body map in this frame.
#[derive(Debug)]
pub struct BodyMapResponse {
    /// The widget's response as a whole.
    pub response: Response,
    /// The muscle under the pointer or, with the keyboard, the one the arrow keys have reached.
    pub hovered: Option<Muscle>,
    /// The muscle that was clicked or chosen with Enter or Space.
    pub clicked: Option<Muscle>,
}

/// "Glutes (gluteus maximus)": what a coach says, and what it is called in books where that is another word.
fn both_names(muscle: Muscle) -> String {
    let (short, name) = (muscle.short(), muscle.name());
    if short == name {
        return short.to_owned();
    }
    format!("{short} ({})", name.to_lowercase())
}

impl BodyMap<'_> {
    /// Shows front and back side by side, `height` points high and about 0.85 times as wide.
    /// While it has the keyboard's focus, the left and right arrow keys walk through the muscles.
    pub fn ui(self, ui: &mut Ui, height: f32) -> BodyMapResponse {
        let shown = self.unnamed_ui(ui, height);
        let Some(muscle) = shown.hovered else {
            return shown;
        };
        let response = if shown.response.hovered() {
            shown.response.on_hover_text_at_pointer(both_names(muscle))
        } else {
            shown.response.show_tooltip_text(both_names(muscle));
            shown.response
        };
        BodyMapResponse { response, ..shown }
    }

    /// The same without the name of the muscle under the pointer, for who says more of it.
    pub fn unnamed_ui(self, ui: &mut Ui, height: f32) -> BodyMapResponse {
        let scale = height / SIZE[1];
        let size = vec2((2.0 * SIZE[0] + GAP) * scale, height);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let frame = Frame {
            corner: rect.min,
            scale,
        };

        let pointed = response.hover_pos().and_then(|pos| frame.muscle_at(pos));
        let walked = walk(ui, &response);
        let hovered = pointed.or(walked);
        let clicked = match response.interact_pointer_pos() {
            Some(pos) => frame.muscle_at(pos),
            None => walked,
        }
        .filter(|_| response.clicked());

        if ui.is_rect_visible(rect) {
            let pixel = 1.0 / ui.pixels_per_point();
            ui.painter().add(Arc::new(self.mesh(frame, pixel, hovered)));
        }

        response.widget_info(|| WidgetInfo {
            current_text_value: hovered.map(|muscle| muscle.short().to_owned()),
            ..WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.label)
        });
        let response = match pointed {
            Some(_) => response.on_hover_cursor(CursorIcon::PointingHand),
            None => response,
        };
        BodyMapResponse {
            response,
            hovered,
            clicked,
        }
    }

    /// Both figures as one mesh.
    fn mesh(&self, frame: Frame, pixel: f32, hovered: Option<Muscle>) -> Mesh {
        let line = (frame.scale * 0.6).clamp(pixel, 2.0);
        let mut mesh = Mesh::default();
        for view in View::ALL {
            let origin = frame.origin(view);
            for shape in body_map::shapes(view) {
                let mut pen = Pen {
                    mesh: &mut mesh,
                    shape,
                    origin,
                    scale: frame.scale,
                    pixel,
                };
                match shape.part {
                    BodyPart::Silhouette => {
                        pen.fill(self.colors.body);
                        pen.stroke(self.colors.outline, line);
                    }
                    BodyPart::Muscle(muscle) => {
                        let tint = (self.fill)(muscle).unwrap_or(self.colors.muscle_idle);
                        if hovered == Some(muscle) {
                            // Thinner lines in a small figure, or they would cover slender muscles.
                            let weight = frame.scale.clamp(0.3, 1.0);
                            pen.fill(tint.lerp_to_gamma(self.colors.hover, 0.35));
                            pen.stroke(self.colors.hover.gamma_multiply(weight), line);
                        } else {
                            pen.fill(tint);
                        }
                    }
                }
            }
        }
        mesh
    }
}

/// Where the map stands on the screen.
#[derive(Debug, Clone, Copy)]
struct Frame {
    corner: Pos2,
    scale: f32,
}

impl Frame {
    fn origin(self, view: View) -> Pos2 {
        match view {
            View::Front => self.corner,
            View::Back => self.corner + vec2((SIZE[0] + GAP) * self.scale, 0.0),
        }
    }

    fn muscle_at(self, pos: Pos2) -> Option<Muscle> {
        View::ALL.into_iter().find_map(|view| {
            let Vec2 { x, y } = (pos - self.origin(view)) / self.scale;
            body_map::muscle_near(view, [x, y], REACH / self.scale)
        })
    }
}

/// The muscle that the arrow keys have reached, while the map has the focus.
fn walk(ui: &Ui, response: &Response) -> Option<Muscle> {
    let id = response.id;
    if !response.has_focus() {
        ui.data_mut(|data| data.remove::<Muscle>(id));
        return None;
    }
    // Without this egui would move the focus away.
    let arrows = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let (forward, back) = ui.input_mut(|input| {
        let forward = input.consume_key(Modifiers::NONE, Key::ArrowRight);
        (forward, input.consume_key(Modifiers::NONE, Key::ArrowLeft))
    });
    let reached = ui.data(|data| data.get_temp::<Muscle>(id));
    let next = match (forward, back) {
        (true, false) => after(Muscle::ALL.iter(), reached),
        (false, true) => after(Muscle::ALL.iter().rev(), reached),
        _ => reached,
    };
    if let Some(muscle) = next {
        ui.data_mut(|data| data.insert_temp(id, muscle));
    }
    next
}

/// The muscle that follows `reached`, and after the last one the first.
fn after<'m>(
    muscles: impl Iterator<Item = &'m Muscle> + Clone,
    reached: Option<Muscle>,
) -> Option<Muscle> {
    let first = muscles.clone().next();
    let following = muscles
        .skip_while(|&&muscle| Some(muscle) != reached)
        .nth(1);
    following.or(first).copied()
}

/// Draws one shape into the mesh. Edges are softened over one pixel, as egui does for its own shapes;
/// its painter would need a path of its own for every outline and fills only convex ones.
struct Pen<'m> {
    mesh: &'m mut Mesh,
    shape: &'m Shape,
    origin: Pos2,
    scale: f32,
    pixel: f32,
}

impl Pen<'_> {
    fn fill(&mut self, color: Color32) {
        // The inner end of the soft edge must not cross to the far side of a slender muscle.
        let inset = (self.pixel / 2.0).min(self.shape.half_width * self.scale / 2.0);
        let base = self.rings([(-inset, color), (self.pixel / 2.0, Color32::TRANSPARENT)]);
        for corners in &self.shape.triangles {
            let [a, b, c] = corners.map(|corner| base + 2 * u32::from(corner));
            self.mesh.add_triangle(a, b, c);
        }
    }

    fn stroke(&mut self, color: Color32, width: f32) {
        let edge = f32::midpoint(width, self.pixel);
        let core = edge - self.pixel;
        let clear = Color32::TRANSPARENT;
        self.rings([(-edge, clear), (-core, color), (core, color), (edge, clear)]);
    }

    /// Adds the outline once for each offset, outwards, in points, and joins each to the next.
    /// Gives the index of the first vertex; a point's vertices follow each other.
    fn rings<const N: usize>(&mut self, rings: [(f32, Color32); N]) -> u32 {
        let base = self.mesh.vertices.len() as u32;
        let (step, count) = (N as u32, self.shape.points.len() as u32);
        self.mesh.reserve_vertices(self.shape.points.len() * N);
        self.mesh.reserve_triangles(self.shape.points.len() * 2 * N);
        for ([x, y], [nx, ny]) in self.shape.points.iter().zip(&self.shape.normals) {
            let at = self.origin + vec2(*x, *y) * self.scale;
            for (offset, color) in rings {
                self.mesh
                    .colored_vertex(pos2(at.x + nx * offset, at.y + ny * offset), color);
            }
        }
        for point in 0..count {
            let (here, next) = (base + point * step, base + ((point + 1) % count) * step);
            for ring in 0..step.saturating_sub(1) {
                self.mesh
                    .add_triangle(here + ring, here + ring + 1, next + ring);
                self.mesh
                    .add_triangle(here + ring + 1, next + ring + 1, next + ring);
            }
        }
        base
    }
}

#[cfg(test)]
mod tests;
