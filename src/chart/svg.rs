//! Charts as SVG: the picture of a scene with its title, on white.

use std::fmt::Write;

use super::draw::{Viewport, lay_out};
use super::picture::{Across, Down, Heft, Place, Shape, Text};
use super::scene::{Scene, Word};
use super::tone::{Hue, Shade, Tone};
use super::words;

/// Around everything, in points.
const MARGIN: f32 = 16.0;
/// Title and subtitle, in points.
const HEAD: f32 = 44.0;
/// Under the chart, for whose it is; in points.
const FOOT: f32 = 20.0;

/// A scene as an SVG document of its own, as large as the viewport says. `whose` stands under it:
/// the athlete and the days that are seen.
pub fn svg(scene: &Scene, viewport: &Viewport<'_>, whose: &str) -> String {
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
    let mut out = String::new();
    let title = escaped(&scene.title_text());
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="Inter, sans-serif"><title>{title}</title><desc>{}</desc><rect width="100%" height="100%" fill="{}"/>"#,
        escaped(&scene.summary),
        Tone::of(Hue::Surface).hex(),
    );
    head(scene, &mut out);
    let _ = write!(
        out,
        r#"<g transform="translate({MARGIN} {})">"#,
        MARGIN + HEAD
    );
    for shape in &picture.around {
        write_shape(shape, &mut out);
    }
    let frame = picture.frame;
    let _ = write!(
        out,
        r#"<svg x="{x}" y="{y}" width="{w}" height="{h}" viewBox="{x} {y} {w} {h}">"#,
        x = frame.min[0],
        y = frame.min[1],
        w = frame.width(),
        h = frame.height(),
    );
    for shape in &picture.inside {
        write_shape(shape, &mut out);
    }
    out.push_str("</svg></g>");
    if !whose.is_empty() {
        write_text(
            &Text {
                at: [MARGIN, height - MARGIN],
                across: Across::Start,
                down: Down::Bottom,
                size: 10.0,
                heft: Heft::Regular,
                tone: Tone::of(Hue::Faint),
                text: whose.to_owned(),
            },
            &mut out,
        );
    }
    out.push_str("</svg>\n");
    out
}

fn head(scene: &Scene, out: &mut String) {
    let mut x = MARGIN;
    for Word { text, tone } in &scene.title {
        let heft = Heft::SemiBold;
        let word = Text {
            at: [x, MARGIN],
            across: Across::Start,
            down: Down::Top,
            size: 15.0,
            heft,
            tone: *tone,
            text: text.clone(),
        };
        x += words::width(text, 15.0, heft) + 5.0;
        write_text(&word, out);
    }
    let subtitle = Text {
        at: [MARGIN, MARGIN + 20.0],
        across: Across::Start,
        down: Down::Top,
        size: 11.0,
        heft: Heft::Regular,
        tone: Tone::of(Hue::Faint),
        text: scene.subtitle.clone(),
    };
    write_text(&subtitle, out);
}

fn write_shape(shape: &Shape, out: &mut String) {
    match shape {
        Shape::Bar { area, round, tone } => {
            let ([x, y], w, h) = (area.min, area.width(), area.height());
            let round = round.min(h).max(0.0);
            let _ = write!(
                out,
                r#"<path d="M{} {}V{}Q{x:.2} {y:.2} {} {y:.2}H{}Q{:.2} {y:.2} {} {}V{}Z"{}/>"#,
                f(x),
                f(y + h),
                f(y + round),
                f(x + round),
                f(x + w - round),
                x + w,
                f(x + w),
                f(y + round),
                f(y + h),
                fill(*tone),
            );
        }
        Shape::Line {
            points,
            width,
            tone,
            dashed,
        } => {
            let dash = if *dashed {
                r#" stroke-dasharray="4 3""#
            } else {
                ""
            };
            let opacity = opacity(*tone, "stroke");
            let _ = write!(
                out,
                r#"<path d="{}" fill="none" stroke="{}" stroke-width="{width}" stroke-linejoin="round"{opacity}{dash}/>"#,
                path(points),
                tone.hex(),
            );
        }
        Shape::Band { points, tone } => {
            let upper = points.iter().map(|[x, high, _]| [*x, *high]);
            let lower = points.iter().rev().map(|[x, _, low]| [*x, *low]);
            let outline: Vec<Place> = upper.chain(lower).collect();
            let _ = write!(out, r#"<path d="{}Z"{}/>"#, path(&outline), fill(*tone));
        }
        Shape::Dot { at, radius, tone } => {
            let _ = write!(
                out,
                r##"<circle cx="{}" cy="{}" r="{radius}"{} stroke="#FFFFFF" stroke-width="1"/>"##,
                f(at[0]),
                f(at[1]),
                fill(*tone),
            );
        }
        Shape::Ring {
            at,
            radius,
            width,
            tone,
        } => {
            let _ = write!(
                out,
                r#"<circle cx="{}" cy="{}" r="{radius}" fill="none" stroke="{}" stroke-width="{width}"/>"#,
                f(at[0]),
                f(at[1]),
                tone.hex(),
            );
        }
        Shape::Polygon { points, tone } => {
            let _ = write!(
                out,
                r##"<path d="{}Z"{} stroke="#FFFFFF" stroke-width="1"/>"##,
                path(points),
                fill(*tone)
            );
        }
        Shape::Outline { points, tone } => {
            let _ = write!(out, r#"<path d="{}Z"{}/>"#, path(points), fill(*tone));
        }
        Shape::Text(text) => write_text(text, out),
    }
}

fn write_text(text: &Text, out: &mut String) {
    let anchor = match text.across {
        Across::Start => "start",
        Across::Middle => "middle",
        Across::End => "end",
    };
    // Inter: from the top of a line to its baseline, and half the height of its capitals.
    let drop = match text.down {
        Down::Top => 0.97,
        Down::Middle => 0.36,
        Down::Bottom => -0.22,
    };
    let weight = match text.heft {
        Heft::Regular => "",
        Heft::SemiBold => r#" font-weight="600""#,
    };
    let _ = write!(
        out,
        r#"<text x="{}" y="{}" font-size="{}" text-anchor="{anchor}"{weight} fill="{}">{}</text>"#,
        f(text.at[0]),
        f(text.at[1] + drop * text.size),
        text.size,
        text.tone.hex(),
        escaped(&text.text),
    );
}

fn fill(tone: Tone) -> String {
    format!(r#" fill="{}"{}"#, tone.hex(), opacity(tone, "fill"))
}

fn opacity(tone: Tone, what: &str) -> String {
    match tone.shade {
        Shade::Veil => format!(r#" {what}-opacity="0.82""#),
        Shade::Full | Shade::Faded | Shade::Tint => String::new(),
    }
}

fn path(points: &[Place]) -> String {
    let mut path = String::new();
    for (place, [x, y]) in points.iter().enumerate() {
        let command = if place == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", f(*x), f(*y));
    }
    path
}

/// A coordinate with two decimals.
fn f(value: f32) -> String {
    words::plain_number(f64::from(value), 2)
}

fn escaped(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).fold(
        String::with_capacity(text.len()),
        |mut out, letter| {
            match letter {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                letter => out.push(letter),
            }
            out
        },
    )
}
