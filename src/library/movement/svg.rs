//! Figures as SVG: start and end side by side, with an arrow between, for paper and pages.

use std::fmt::Write;

use super::figure::{Frame, Movement};
use super::shape::{Point, Shape, Tone};

/// Between both positions, in centimetres: room for the arrow.
const BETWEEN: f32 = 26.0;

/// How the elements are coloured: `class="…"` or `fill="…"`, with what sets a shape off where it has a gap.
pub struct SvgStyle<'a> {
    /// Attributes of the whole picture, such as a class.
    pub root: &'a str,
    /// Attributes of a shape of this tone; the second says whether it is set off by a gap.
    pub shape: &'a dyn Fn(Tone, bool) -> String,
}

/// The start and the end of a movement, from left to right.
pub fn svg(movement: &Movement, style: &SvgStyle<'_>) -> String {
    let Frame { min, max } = movement.frame();
    let [width, height] = movement.frame().size();
    let step = width + BETWEEN;
    // Writing to a string cannot fail, here and below.
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" {}viewBox="{:.0} {:.0} {:.0} {:.0}">"#,
        style.root,
        min[0],
        min[1],
        width + step,
        height
    );
    shapes(&mut out, &movement.shapes(0.0, None), style);
    let middle = f32::midpoint(min[1], max[1]);
    let arrow = max[0] + BETWEEN / 2.0;
    let _ = write!(
        out,
        r#"<path {}d="M{:.1} {:.1}l9 8-9 8z"/>"#,
        (style.shape)(Tone::Cord, false),
        arrow - 4.5,
        middle - 8.0
    );
    let _ = write!(out, r#"<g transform="translate({step:.1} 0)">"#);
    shapes(&mut out, &movement.shapes(1.0, None), style);
    out.push_str("</g></svg>");
    out
}

fn shapes(out: &mut String, shapes: &[Shape], style: &SvgStyle<'_>) {
    for shape in shapes {
        let gap = matches!(shape, Shape::Limb { gap: true, .. });
        let attributes = (style.shape)(shape.tone(), gap);
        let _ = match shape {
            Shape::Limb { ends, radii, .. } => {
                write!(out, r#"<path {attributes}d="{}"/>"#, limb(*ends, *radii))
            }
            Shape::Oval { at, radii, .. } => write!(
                out,
                r#"<ellipse {attributes}cx="{:.1}" cy="{:.1}" rx="{:.1}" ry="{:.1}"/>"#,
                at[0], at[1], radii[0], radii[1]
            ),
            Shape::Area { points, .. } => {
                let mut path = String::new();
                for (place, [x, y]) in points.iter().enumerate() {
                    let _ = write!(path, "{}{x:.0} {y:.0}", if place == 0 { 'M' } else { 'L' });
                }
                write!(out, r#"<path {attributes}d="{path}Z"/>"#)
            }
        };
    }
}

/// The outline of two circles and what lies between them: the tangents on both sides, and an arc around each end.
fn limb([a, b]: [Point; 2], [ra, rb]: [f32; 2]) -> String {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let distance = dx.hypot(dy);
    if distance <= (ra - rb).abs() + 0.05 {
        let ([x, y], r) = if ra >= rb { (a, ra) } else { (b, rb) };
        return format!(
            "M{:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {:.1} 0a{r:.1} {r:.1} 0 1 0 {:.1} 0",
            x - r,
            2.0 * r,
            -2.0 * r
        );
    }
    let along = dy.atan2(dx);
    let open = ((ra - rb) / distance).acos();
    let at = |[x, y]: Point, r: f32, angle: f32| [x + r * angle.cos(), y + r * angle.sin()];
    let [p, q] = [at(a, ra, along + open), at(b, rb, along + open)];
    let [s, t] = [at(b, rb, along - open), at(a, ra, along - open)];
    let large = |wide: bool| u8::from(wide);
    format!(
        "M{:.1} {:.1}L{:.1} {:.1}A{rb:.1} {rb:.1} 0 {} 0 {:.1} {:.1}L{:.1} {:.1}A{ra:.1} {ra:.1} 0 {} 0 {:.1} {:.1}Z",
        p[0],
        p[1],
        q[0],
        q[1],
        large(rb > ra),
        s[0],
        s[1],
        t[0],
        t[1],
        large(ra > rb),
        p[0],
        p[1],
    )
}
