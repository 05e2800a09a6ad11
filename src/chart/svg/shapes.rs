//! Shapes as elements of an SVG.

use std::fmt::Write;

use super::print_style::{Fill, Hatch, Press};
use crate::chart::color::{Shade, Tone};
use crate::chart::picture::{Across, Down, Heft, Position, Shape, Text};
use crate::chart::words;

/// What is written of an SVG, and the hatches it refers to.
pub(super) struct Writer {
    press: Press,
    hatches: Vec<Hatch>,
    body: String,
}

// Writing to a string cannot fail, here and below.
impl Writer {
    pub(super) fn new(press: Press) -> Self {
        Self {
            press,
            hatches: Vec::new(),
            body: String::new(),
        }
    }

    /// The element that was written, as a document of its own. `about` is what readers of the screen are told: a
    /// title and a description.
    pub(super) fn document(&self, [width, height]: [f32; 2], about: Option<[&str; 2]>) -> String {
        let mut out = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="Inter, sans-serif">"#,
        );
        if let Some([title, description]) = about {
            let (title, description) = (escaped(title), escaped(description));
            let _ = write!(out, "<title>{title}</title><desc>{description}</desc>");
        }
        if !self.hatches.is_empty() {
            out.push_str("<defs>");
            for hatch in &self.hatches {
                hatch.write(&mut out);
            }
            out.push_str("</defs>");
        }
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }

    /// Adds markup that is no shape, such as a group or a background.
    pub(super) fn raw(&mut self, element: &str) {
        self.body.push_str(element);
    }

    pub(super) fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Bar { area, round, tone } => {
                let fill = self.press.bar(*tone);
                let ([x, y], w, h) = (area.min, area.width(), area.height());
                let round = round.min(h).max(0.0);
                let _ = write!(
                    self.body,
                    r#"<path d="M{} {}V{}Q{x:.2} {y:.2} {} {y:.2}H{}Q{:.2} {y:.2} {} {}V{}Z"{}{}/>"#,
                    f(x),
                    f(y + h),
                    f(y + round),
                    f(x + round),
                    f(x + w - round),
                    x + w,
                    f(x + w),
                    f(y + round),
                    f(y + h),
                    fill.attributes(w),
                    opacity(*tone, "fill"),
                );
                if let Fill::Hatched(hatch) = fill
                    && !self.hatches.contains(&hatch)
                {
                    self.hatches.push(hatch);
                }
            }
            Shape::Line {
                points,
                width,
                tone,
                dashed,
            } => self.line(points, *width, *tone, *dashed),
            Shape::Band { points, tone } => {
                let upper = points.iter().map(|[x, high, _]| [*x, *high]);
                let lower = points.iter().rev().map(|[x, _, low]| [*x, *low]);
                let outline: Vec<Position> = upper.chain(lower).collect();
                self.area(&outline, *tone, "");
            }
            Shape::Dot { at, radius, tone } => self.dot(*at, *radius, *tone),
            Shape::Ring {
                at,
                radius,
                width,
                tone,
            } => {
                let _ = write!(
                    self.body,
                    r#"<circle cx="{}" cy="{}" r="{radius}" fill="none" stroke="{}" stroke-width="{width}"/>"#,
                    f(at[0]),
                    f(at[1]),
                    self.press.flat(*tone),
                );
            }
            Shape::Polygon { points, tone } => {
                self.area(points, *tone, r##" stroke="#FFFFFF" stroke-width="1""##);
            }
            Shape::Outline { points, tone } => self.area(points, *tone, ""),
            Shape::Text(text) => self.text(text),
        }
    }

    fn line(&mut self, points: &[Position], width: f32, tone: Tone, planned: bool) {
        let (colour, dash) = self.press.line(tone, planned);
        let dash = if dash.is_empty() {
            String::new()
        } else {
            format!(r#" stroke-dasharray="{dash}""#)
        };
        let _ = write!(
            self.body,
            r#"<path d="{}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{}{dash}/>"#,
            path(points),
            opacity(tone, "stroke"),
        );
    }

    fn area(&mut self, points: &[Position], tone: Tone, rim: &str) {
        let _ = write!(
            self.body,
            r#"<path d="{}Z" fill="{}"{}{rim}/>"#,
            path(points),
            self.press.flat(tone),
            opacity(tone, "fill"),
        );
    }

    fn dot(&mut self, at: Position, radius: f32, tone: Tone) {
        let _ = write!(
            self.body,
            r##"<circle cx="{}" cy="{}" r="{radius}" fill="{}" stroke="#FFFFFF" stroke-width="1"/>"##,
            f(at[0]),
            f(at[1]),
            self.press.flat(tone),
        );
    }

    pub(super) fn text(&mut self, text: &Text) {
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
            self.body,
            r#"<text x="{}" y="{}" font-size="{}" text-anchor="{anchor}"{weight} fill="{}">{}</text>"#,
            f(text.at[0]),
            f(text.at[1] + drop * text.size),
            text.size,
            self.press.text(text.tone),
            escaped(&text.text),
        );
    }
}

fn opacity(tone: Tone, what: &str) -> String {
    match tone.shade {
        Shade::Veil => format!(r#" {what}-opacity="0.82""#),
        Shade::Full | Shade::Faded | Shade::Tint => String::new(),
    }
}

fn path(points: &[Position]) -> String {
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

/// Text as XML can hold it: U+FFFE and U+FFFF are no characters there, however they are written.
fn escaped(text: &str) -> String {
    let allowed =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    text.chars()
        .filter(allowed)
        .fold(String::with_capacity(text.len()), |mut out, letter| {
            match letter {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                letter => out.push(letter),
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_holds_nothing_that_xml_forbids() {
        assert_eq!(
            escaped("a\u{ffff}\u{fffe}\u{7}b<&>\""),
            "ab&lt;&amp;&gt;&quot;"
        );
    }
}
