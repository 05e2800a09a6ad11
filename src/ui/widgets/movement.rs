//! The movement figure: start and end side by side, moving gently between them while the pointer is on it.

use std::time::Duration;

use egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2,
};

use crate::library::movement::{Movement, Shape, Tone, phase};
use crate::ui::theme::Palette;

/// Between both positions, in centimetres of the figure: room for the arrow.
const BETWEEN: f32 = 26.0;
/// How wide the gap is that sets a limb off from what lies behind it, in centimetres.
const GAP: f32 = 1.5;
/// Between two pictures of a moving figure.
const STEP: Duration = Duration::from_millis(33);

/// The figure of an exercise as a widget. Made anew each frame, as egui's widgets are.
pub struct MovementFigure<'a> {
    /// The exercise, for those who cannot see it.
    pub name: &'a str,
    /// What is drawn.
    pub movement: &'a Movement,
    /// The cue that is being read, counted from 0: its joints are marked.
    pub cue: Option<usize>,
}

impl MovementFigure<'_> {
    /// Draws the figure into a box of this size. Nothing is drawn anew while nobody points at it, and nothing moves
    /// where animations are off.
    pub fn ui(self, ui: &mut Ui, palette: &Palette, size: Vec2) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let label = format!("Movement: start and end of {}", self.name);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
        let moves = ui.style().animation_time > 0.0;
        let began = began(ui, &response, moves);
        if ui.is_rect_visible(rect) {
            let pen = Pen::new(
                ui.painter().with_clip_rect(rect),
                palette,
                self.movement,
                rect,
            );
            match began {
                Some(began) => {
                    let phase = phase(ui.input(|input| input.time) - began);
                    pen.one(self.movement, phase, self.cue);
                    ui.request_repaint_after(STEP);
                }
                None => pen.pair(self.movement, self.cue),
            }
        }
        response
    }
}

/// When the pointer came onto the figure, in the program's time.
fn began(ui: &Ui, response: &Response, moves: bool) -> Option<f64> {
    if !moves || !response.hovered() {
        ui.data_mut(|data| data.remove::<f64>(response.id));
        return None;
    }
    let now = ui.input(|input| input.time);
    Some(ui.data_mut(|data| *data.get_temp_mut_or(response.id, now)))
}

/// Draws shapes of a figure into a box.
struct Pen<'p> {
    painter: Painter,
    palette: &'p Palette,
    rect: Rect,
    scale: f32,
}

impl<'p> Pen<'p> {
    fn new(painter: Painter, palette: &'p Palette, movement: &Movement, rect: Rect) -> Self {
        let [width, height] = movement.frame().size();
        let scale = (rect.width() / (2.0 * width + BETWEEN)).min(rect.height() / height);
        Self {
            painter,
            palette,
            rect,
            scale,
        }
    }

    /// Both positions with an arrow between.
    fn pair(&self, movement: &Movement, cue: Option<usize>) {
        let step = (movement.frame().size()[0] + BETWEEN) * self.scale;
        self.figure(movement, -step / 2.0, 0.0, cue);
        self.figure(movement, step / 2.0, 1.0, cue);
        let middle = self.rect.center();
        let size = (self.scale * 8.0).clamp(3.0, 7.0);
        let corners = [(-0.6, -1.0), (0.6, 0.0), (-0.6, 1.0)];
        self.fill(
            corners
                .map(|(x, y)| pos2(middle.x + x * size, middle.y + y * size))
                .to_vec(),
            self.palette.text_faint,
        );
    }

    /// The figure at a phase, in the middle.
    fn one(&self, movement: &Movement, phase: f32, cue: Option<usize>) {
        self.figure(movement, 0.0, phase, cue);
    }

    fn figure(&self, movement: &Movement, aside: f32, phase: f32, cue: Option<usize>) {
        let frame = movement.frame();
        let [width, height] = frame.size();
        let corner = pos2(
            self.rect.center().x + aside - width * self.scale / 2.0,
            self.rect.center().y - height * self.scale / 2.0,
        );
        let at = |[x, y]: [f32; 2]| {
            pos2(
                corner.x + (x - frame.min[0]) * self.scale,
                corner.y + (y - frame.min[1]) * self.scale,
            )
        };
        for shape in movement.shapes(phase, cue) {
            if let Shape::Limb {
                ends,
                radii,
                tone,
                gap: true,
            } = shape
            {
                let wider = Shape::Limb {
                    ends,
                    radii: radii.map(|radius| radius + GAP),
                    tone,
                    gap: false,
                };
                let outline = wider.outline().into_iter().map(at).collect();
                self.fill(outline, self.palette.surface);
            }
            let outline = shape.outline().into_iter().map(at).collect();
            self.fill(outline, self.color(shape.tone()));
        }
    }

    fn fill(&self, outline: Vec<Pos2>, color: Color32) {
        self.painter
            .add(egui::Shape::convex_polygon(outline, color, Stroke::NONE));
    }

    fn color(&self, tone: Tone) -> Color32 {
        let palette = self.palette;
        match tone {
            Tone::Body => palette.mix(palette.text, 0.82),
            Tone::Far => palette.mix(palette.text, 0.42),
            Tone::Gear => palette.accent,
            Tone::Ground => palette.mix(palette.text_faint, 0.34),
            Tone::Cord => palette.run(crate::domain::RunKind::Tempo),
            Tone::Mark => palette.severity(crate::rules::Severity::Conflict),
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::domain::ExerciseId;
    use crate::library::movement::movement;

    const LABEL: &str = "Movement: start and end of Squat";

    fn figure(animation_time: f32) -> Harness<'static> {
        Harness::new_ui(move |ui| {
            ui.style_mut().animation_time = animation_time;
            let figure = MovementFigure {
                name: "Squat",
                movement: movement(&ExerciseId::new("squat".to_owned())).unwrap(),
                cue: None,
            };
            figure.ui(ui, &Palette::LIGHT, vec2(240.0, 96.0));
        })
    }

    /// Whether a frame asks for another one soon.
    fn goes_on(harness: &mut Harness<'_>) -> bool {
        harness.step();
        let views = &harness.output().viewport_output;
        views.values().any(|view| view.repaint_delay <= STEP * 2)
    }

    #[test]
    fn it_moves_only_under_the_pointer() {
        let mut harness = figure(0.1);
        harness.run();
        assert!(!goes_on(&mut harness));
        let at = harness.get_by_label(LABEL).rect().center();
        harness.hover_at(at);
        harness.step();
        harness.step();
        assert!(goes_on(&mut harness) && goes_on(&mut harness));
        harness.hover_at(pos2(700.0, 500.0));
        harness.run();
        assert!(!goes_on(&mut harness));
    }

    #[test]
    fn it_stands_still_where_animations_are_off() {
        let mut harness = figure(0.0);
        let at = harness.get_by_label(LABEL).rect().center();
        harness.hover_at(at);
        harness.run();
        assert!(!goes_on(&mut harness));
    }
}
