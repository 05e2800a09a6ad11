//! Charts as SVG: with their title as a drawing of their own, or bare for a page that sets the title itself.

mod print_style;
mod shapes;
#[cfg(test)]
mod tests;

use super::color::{Hue, Tone};
use super::draw::{Viewport, lay_out};
use super::legend;
use super::legend_entry::{LegendEntry, Sample};
use super::picture::{Across, Area, Down, Heft, Picture, Shape, Text};
use super::scene::{Scene, Word};
use super::words;
use crate::domain::Ink;
use print_style::Press;
use shapes::Writer;

/// Around everything, in points.
const MARGIN: f32 = 16.0;
/// Title and subtitle, in points.
const HEAD: f32 = 44.0;
/// Under the chart, for whose it is; in points.
const FOOT: f32 = 20.0;
/// Points across and down of a sample of the key.
pub const SAMPLE_SIZE: [f32; 2] = [15.0, 10.0];
/// Size of the title, and of the key beside it.
const TITLE_TEXT: f32 = 15.0;
/// See [`TITLE_TEXT`].
const KEY_TEXT: f32 = 11.0;

/// A scene as an SVG document of its own, as large as the viewport says. `whose` stands under it:
/// the athlete and the days that are seen.
pub fn svg(scene: &Scene, viewport: &Viewport<'_>, whose: &str, ink: Ink) -> String {
    let [width, height] = viewport.size;
    let foot = if whose.is_empty() { 0.0 } else { FOOT };
    let inner = [
        (width - 2.0 * MARGIN).max(1.0),
        (height - HEAD - foot - 2.0 * MARGIN).max(1.0),
    ];
    let picture = lay_out(
        scene,
        &Viewport {
            size: inner,
            ..*viewport
        },
    );
    let mut writer = Writer::new(Press::of(ink, &picture));
    let ground = Tone::of(Hue::Surface).hex();
    writer.raw(&format!(
        r#"<rect width="100%" height="100%" fill="{ground}"/>"#
    ));
    head(scene, viewport, &mut writer);
    writer.raw(&format!(
        r#"<g transform="translate({MARGIN} {})">"#,
        MARGIN + HEAD
    ));
    draw(&picture, &mut writer);
    writer.raw("</g>");
    if !whose.is_empty() {
        writer.text(&Text {
            at: [MARGIN, height - MARGIN],
            across: Across::Start,
            down: Down::Bottom,
            size: 10.0,
            heft: Heft::Regular,
            tone: Tone::of(Hue::Faint),
            text: whose.to_owned(),
        });
    }
    let title = scene.title_text();
    writer.document(viewport.size, Some([&title, &scene.summary]))
}

/// A chart for a page that sets title, key and answer itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The chart with its axes, without title and margins, as an SVG.
    pub drawing: String,
    /// The words of the title, each with the sample of what it is the key to.
    pub title: Vec<(String, Option<String>)>,
    /// What else the key explains: a sample and its words.
    pub besides: Vec<(String, String)>,
}

/// A scene as a figure, its drawing as large as the viewport says. Samples are SVGs of [`SAMPLE_SIZE`].
pub fn figure(scene: &Scene, viewport: &Viewport<'_>, ink: Ink) -> Figure {
    let picture = lay_out(scene, viewport);
    let press = Press::of(ink, &picture);
    let mut writer = Writer::new(press.clone());
    draw(&picture, &mut writer);
    let sample = |key: &LegendEntry| {
        let mut writer = Writer::new(press.clone());
        for shape in sample(key, [0.0, 0.0]) {
            writer.shape(&shape);
        }
        writer.document(SAMPLE_SIZE, None)
    };
    let words = scene
        .title
        .iter()
        .zip(legend::of_title(scene, viewport.window));
    let title = words.map(|(word, key)| (word.text.clone(), key.as_ref().map(sample)));
    let besides = legend::besides(scene, viewport.window);
    Figure {
        drawing: writer.document(viewport.size, None),
        title: title.collect(),
        besides: besides
            .into_iter()
            .map(|key| (sample(&key), key.text))
            .collect(),
    }
}

fn draw(picture: &Picture, writer: &mut Writer) {
    for shape in &picture.around {
        writer.shape(shape);
    }
    let frame = picture.frame;
    writer.raw(&format!(
        r#"<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="{x} {y} {w} {h}">"#,
        x = frame.min[0],
        y = frame.min[1],
        w = frame.width(),
        h = frame.height(),
    ));
    for shape in &picture.inside {
        writer.shape(shape);
    }
    writer.raw("</svg>");
}

fn head(scene: &Scene, viewport: &Viewport<'_>, writer: &mut Writer) {
    let mut x = MARGIN;
    let text = |x, size, heft, tone, text: &str| Text {
        at: [x, MARGIN + (TITLE_TEXT - size) * 0.97],
        across: Across::Start,
        down: Down::Top,
        size,
        heft,
        tone,
        text: text.to_owned(),
    };
    let sample_top = MARGIN + 4.0;
    let keys = legend::of_title(scene, viewport.window);
    for (
        Word {
            text: word, tone, ..
        },
        key,
    ) in scene.title.iter().zip(keys)
    {
        if let Some(key) = key {
            for shape in sample(&key, [x, sample_top]) {
                writer.shape(&shape);
            }
            x += SAMPLE_SIZE[0] + 4.0;
        }
        let heft = Heft::SemiBold;
        writer.text(&text(x, TITLE_TEXT, heft, *tone, word));
        x += words::width(word, TITLE_TEXT, heft) + 6.0;
    }
    for key in legend::besides(scene, viewport.window) {
        x += 6.0;
        for shape in sample(&key, [x, sample_top]) {
            writer.shape(&shape);
        }
        x += SAMPLE_SIZE[0] + 4.0;
        let (heft, tone) = (Heft::Regular, Tone::of(Hue::Soft));
        writer.text(&text(x, KEY_TEXT, heft, tone, &key.text));
        x += words::width(&key.text, KEY_TEXT, heft) + 4.0;
    }
    writer.text(&Text {
        at: [MARGIN, MARGIN + 20.0],
        ..text(
            MARGIN,
            KEY_TEXT,
            Heft::Regular,
            Tone::of(Hue::Faint),
            &scene.subtitle,
        )
    });
}

/// The sample of a key in a box of [`SAMPLE_SIZE`] at a place.
fn sample(key: &LegendEntry, [x, y]: [f32; 2]) -> Vec<Shape> {
    let [width, height] = SAMPLE_SIZE;
    let middle = [x + width / 2.0, y + height / 2.0];
    let tone = key.tone;
    match key.sample {
        Sample::Fill => vec![Shape::Bar {
            area: Area {
                min: [x + 1.0, y + 0.5],
                max: [x + width - 1.0, y + height - 0.5],
            },
            round: 1.5,
            tone,
        }],
        Sample::Line(stroke) => vec![Shape::Line {
            points: vec![[x, middle[1]], [x + width, middle[1]]],
            width: stroke,
            tone,
            dashed: false,
        }],
        Sample::Dot => vec![Shape::Dot {
            at: middle,
            radius: 3.5,
            tone,
        }],
        Sample::Hollow => vec![Shape::Ring {
            at: middle,
            radius: 3.0,
            width: 1.5,
            tone,
        }],
        Sample::Diamond => {
            let corners = [[0.0, -4.5], [4.5, 0.0], [0.0, 4.5], [-4.5, 0.0]];
            let points = corners.map(|[dx, dy]| [middle[0] + dx, middle[1] + dy]);
            vec![Shape::Polygon {
                points: points.to_vec(),
                tone,
            }]
        }
    }
}
