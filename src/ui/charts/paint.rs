//! From the shapes of a picture to the screen.

use egui::epaint::PathStroke;
use egui::{
    Align2, Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape as Screen, Stroke, Vec2, pos2,
};

use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Across, Down, Heft, Position, Shape, Text};
use crate::domain::{Kind, LegLoad, RunKind};
use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, font};

/// The colour of a tone in a theme.
pub(super) fn color(palette: &Palette, tone: Tone) -> Color32 {
    let full = match tone.hue {
        Hue::Run => palette.running(),
        Hue::Strength => palette.strength(),
        Hue::Easy => palette.run(RunKind::Easy),
        Hue::Steady => palette.run(RunKind::Steady),
        Hue::Quality => palette.run(RunKind::Tempo),
        Hue::Race => palette.run(RunKind::Race),
        Hue::Grey => palette.kind(Kind::Mobility, LegLoad::None),
        Hue::Text => palette.text,
        Hue::Soft => palette.text_soft,
        Hue::Faint => palette.text_faint,
        Hue::Hairline => palette.hairline,
        Hue::Accent => palette.accent,
        Hue::Conflict => palette.severity(Severity::Conflict),
        Hue::Caution => palette.severity(Severity::Caution),
        Hue::Clear => palette.clear(),
        Hue::Surface => palette.surface,
    };
    match tone.shade {
        Shade::Full => full,
        Shade::Faded => palette.faded(full),
        Shade::Tint => palette.mix(full, if palette.dark { 0.22 } else { 0.12 }),
        Shade::Veil => full.gamma_multiply(0.82),
    }
}

/// The colour of a word in a theme: what is bright enough for a bar or a line is too pale, or too dark, for letters. A word
/// is never faded.
pub(super) fn ink(palette: &Palette, tone: Tone) -> Color32 {
    let rgb = |[red, green, blue]: [u8; 3]| Color32::from_rgb(red, green, blue);
    match tone.hue {
        hue if !palette.dark => rgb(hue.word_on_paper()),
        Hue::Run => rgb([0x8A, 0x9E, 0xF4]),
        Hue::Strength => rgb([0xAB, 0x90, 0xEF]),
        Hue::Race => rgb([0xF2, 0x7B, 0xA3]),
        Hue::Hairline => palette.text_faint,
        hue => color(palette, Tone::of(hue)),
    }
}

/// Paints shapes whose places count from `origin`.
pub(super) fn paint(painter: &Painter, palette: &Palette, origin: Pos2, shapes: &[Shape]) {
    for shape in shapes {
        paint_one(painter, palette, origin.to_vec2(), shape);
    }
}

fn paint_one(painter: &Painter, palette: &Palette, origin: Vec2, shape: &Shape) {
    let at = |[x, y]: Position| pos2(x, y) + origin;
    let all = |points: &[Position]| points.iter().map(|place| at(*place)).collect::<Vec<_>>();
    let rim = Stroke::new(1.0, palette.surface);
    match shape {
        Shape::Bar { area, round, tone } => {
            let rect = Rect::from_min_max(at(area.min), at(area.max));
            let round = *round as u8;
            let corners = CornerRadius {
                nw: round,
                ne: round,
                sw: 0,
                se: 0,
            };
            painter.rect_filled(rect, corners, color(palette, *tone));
        }
        Shape::Line {
            points,
            width,
            tone,
            dashed,
        } => {
            let stroke = Stroke::new(*width, color(palette, *tone));
            if *dashed {
                painter.extend(Screen::dashed_line(&all(points), stroke, 4.0, 3.0));
            } else {
                painter.add(Screen::line(all(points), PathStroke::from(stroke)));
            }
        }
        Shape::Band { points, tone } => {
            painter.add(band(points, origin, color(palette, *tone)));
        }
        Shape::Dot {
            at: place,
            radius,
            tone,
        } => {
            painter.circle(at(*place), *radius, color(palette, *tone), rim);
        }
        Shape::Ring {
            at: place,
            radius,
            width,
            tone,
        } => {
            let stroke = Stroke::new(*width, color(palette, *tone));
            painter.circle_stroke(at(*place), *radius, stroke);
        }
        Shape::Polygon { points, tone } => {
            let fill = color(palette, *tone);
            painter.add(Screen::convex_polygon(all(points), fill, rim));
        }
        Shape::Outline { points, tone } => {
            let fill = color(palette, *tone);
            painter.add(Screen::convex_polygon(all(points), fill, Stroke::NONE));
        }
        Shape::Text(text) => paint_text(painter, palette, origin, text),
    }
}

fn band(points: &[[f32; 3]], origin: Vec2, color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for [x, high, low] in points {
        mesh.colored_vertex(pos2(*x, *high) + origin, color);
        mesh.colored_vertex(pos2(*x, *low) + origin, color);
    }
    for place in 1..points.len() as u32 {
        let at = 2 * (place - 1);
        mesh.add_triangle(at, at + 1, at + 2);
        mesh.add_triangle(at + 1, at + 3, at + 2);
    }
    mesh
}

fn paint_text(painter: &Painter, palette: &Palette, origin: Vec2, text: &Text) {
    use egui::Align;
    let across = match text.across {
        Across::Start => Align::Min,
        Across::Middle => Align::Center,
        Across::End => Align::Max,
    };
    let down = match text.down {
        Down::Top => Align::Min,
        Down::Middle => Align::Center,
        Down::Bottom => Align::Max,
    };
    let weight = match text.heft {
        Heft::Regular => Weight::Regular,
        Heft::SemiBold => Weight::SemiBold,
    };
    let [x, y] = text.at;
    painter.text(
        pos2(x, y) + origin,
        Align2([across, down]),
        &text.text,
        font(text.size, weight),
        ink(palette, text.tone),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::color::contrast;

    #[test]
    fn the_light_theme_and_paper_have_the_same_colours() {
        for hue in Hue::ALL {
            let [red, green, blue] = hue.on_paper();
            let screen = color(&Palette::LIGHT, Tone::of(hue));
            assert_eq!(screen, Color32::from_rgb(red, green, blue), "{hue:?}");
        }
    }

    #[test]
    fn figures_can_be_read_on_the_band_behind_their_bars() {
        let parts = |color: Color32| [color.r(), color.g(), color.b()];
        for palette in [Palette::LIGHT, Palette::DARK] {
            let band = color(&palette, Tone::of(Hue::Clear).with(Shade::Tint));
            for hue in [Hue::Text, Hue::Caution] {
                let seen = contrast(parts(ink(&palette, Tone::of(hue))), parts(band));
                assert!(seen >= 4.5, "{hue:?}: {seen}");
            }
        }
    }

    /// On the panel, on the week that is shown, and on what is under the pointer.
    #[test]
    fn words_of_every_colour_can_be_read_on_every_ground_of_a_chart() {
        let parts = |color: Color32| [color.r(), color.g(), color.b()];
        for palette in [Palette::LIGHT, Palette::DARK] {
            let grounds = [palette.surface, palette.accent_soft, palette.well];
            for hue in Hue::ALL.into_iter().filter(|hue| *hue != Hue::Surface) {
                for shade in [Shade::Full, Shade::Faded, Shade::Tint, Shade::Veil] {
                    let word = ink(&palette, Tone::of(hue).with(shade));
                    for ground in grounds {
                        let seen = contrast(parts(word), parts(ground));
                        assert!(seen >= 4.5, "{hue:?} on {ground:?}: {seen}");
                    }
                }
            }
        }
    }
}
