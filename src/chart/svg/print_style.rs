//! From meanings to ink: colours as they are, or greys, hatches and dashes for a printer without colours.
//!
//! Without colours a part of a bar is told by its hatch, as on the cards of a printed week: the harder, the darker.
//! What is only planned has an outline and a thin hatch; lines differ by their dashes.

use std::fmt::Write;

use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Picture, Shape};
use crate::domain::Ink;

/// Dashes of what is planned, on a line of its own colour.
const PLANNED_DASH: &str = "4 3";
/// The same where dashes tell lines apart: shorter than any of those.
const PLANNED_DOTS: &str = "1.5 3";

/// Lines without colours, the first for the line that is read first: grey and dashes.
const LINES: [(u8, &str); 5] = [
    (0x00, ""),
    (0x00, "6 2.5"),
    (0x80, ""),
    (0x80, "6 2.5"),
    (0x00, "1.5 2"),
];

/// The lines a hatch is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strokes {
    /// From the lower left to the upper right.
    Rising,
    /// From the upper left to the lower right.
    Falling,
    /// From left to right.
    Level,
    /// From bottom to top.
    Upright,
    /// Both ways.
    Crossed,
    /// Dots.
    Dotted,
}

/// A hatch: dense for what was done, thin for what is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hatch {
    strokes: Strokes,
    planned: bool,
}

impl Hatch {
    fn id(self) -> String {
        let name = match self.strokes {
            Strokes::Rising => "rising",
            Strokes::Falling => "falling",
            Strokes::Level => "level",
            Strokes::Upright => "upright",
            Strokes::Crossed => "crossed",
            Strokes::Dotted => "dotted",
        };
        format!("{name}-{}", if self.planned { "planned" } else { "done" })
    }

    /// The hatch as a pattern that shapes refer to by its name.
    pub(super) fn write(self, out: &mut String) {
        let (size, width) = if self.planned { (6.0, 0.6) } else { (4.0, 1.1) };
        let (half, id) = (size / 2.0, self.id());
        // The corners are drawn a second time beyond the edge, or the lines of a slope would have gaps.
        let rising = format!(
            "M-1 1L1 -1M0 {size}L{size} 0M{} {}L{} {}",
            size - 1.0,
            size + 1.0,
            size + 1.0,
            size - 1.0
        );
        let falling = format!(
            "M{} -1L{} 1M0 0L{size} {size}M-1 {}L1 {}",
            size - 1.0,
            size + 1.0,
            size - 1.0,
            size + 1.0
        );
        let path = match self.strokes {
            Strokes::Rising => rising,
            Strokes::Falling => falling,
            Strokes::Level => format!("M-1 {half}H{}", size + 1.0),
            Strokes::Upright => format!("M{half} -1V{}", size + 1.0),
            Strokes::Crossed => rising + &falling,
            Strokes::Dotted => format!("M{} {half}H{}", half - 0.6, half + 0.6),
        };
        let width = if self.strokes == Strokes::Dotted {
            1.2
        } else {
            width
        };
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            r##"<pattern id="{id}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"><rect width="{size}" height="{size}" fill="#FFFFFF"/><path d="{path}" fill="none" stroke="#000000" stroke-width="{width}"/></pattern>"##,
        );
    }
}

/// What a bar is filled with.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fill {
    /// A colour.
    Plain(String),
    /// A colour within a dark outline.
    Outlined(String),
    /// A hatch within a dark outline.
    Hatched(Hatch),
}

impl Fill {
    /// As attributes of a shape that is so wide: an outline must not hide a narrow bar.
    pub(super) fn attributes(&self, wide: f32) -> String {
        let line = (wide * 0.1).min(0.6);
        match self {
            Self::Plain(colour) => format!(r#" fill="{colour}""#),
            Self::Outlined(colour) => {
                format!(r##" fill="{colour}" stroke="#000000" stroke-width="{line:.2}""##)
            }
            Self::Hatched(hatch) => format!(
                r##" fill="url(#{})" stroke="#000000" stroke-width="{line:.2}""##,
                hatch.id()
            ),
        }
    }
}

/// Ink for a picture. Which line is which without colours depends on the lines there are.
#[derive(Debug, Clone)]
pub(super) struct Press {
    ink: Ink,
    /// The hues of the lines, the one that is read first first.
    lines: Vec<Hue>,
}

impl Press {
    pub(super) fn of(ink: Ink, picture: &Picture) -> Self {
        let mut lines: Vec<(Hue, f32)> = Vec::new();
        for shape in &picture.inside {
            if let Shape::Line { tone, width, .. } = shape
                && is_of_data(tone.hue)
                && !lines.iter().any(|(hue, _)| *hue == tone.hue)
            {
                lines.push((tone.hue, *width));
            }
        }
        lines.sort_by(|a, b| b.1.total_cmp(&a.1));
        let lines = lines.into_iter().map(|(hue, _)| hue).collect();
        Self { ink, lines }
    }

    /// A colour for letters.
    pub(super) fn text(&self, tone: Tone) -> String {
        if self.ink == Ink::Colour {
            return tone.word_hex();
        }
        grey(match tone.hue {
            Hue::Soft => 0x26,
            Hue::Faint => 0x45,
            _ => 0x00,
        })
    }

    /// A colour for dots, signs and areas.
    pub(super) fn flat(&self, tone: Tone) -> String {
        if self.ink == Ink::Colour {
            return tone.hex();
        }
        let share = match tone.shade {
            Shade::Full | Shade::Veil => 1.0,
            Shade::Faded => 0.45,
            Shade::Tint => 0.14,
        };
        let level = self
            .line_style(tone.hue)
            .map_or(level(tone.hue), |(level, _)| level);
        grey((255.0 - (255.0 - f32::from(level)) * share).round() as u8)
    }

    /// What a part of a bar is filled with.
    pub(super) fn bar(&self, tone: Tone) -> Fill {
        if self.ink == Ink::Colour || !matches!(tone.shade, Shade::Full | Shade::Faded) {
            return Fill::Plain(self.flat(tone));
        }
        let planned = tone.shade == Shade::Faded;
        let hatched = |strokes| Fill::Hatched(Hatch { strokes, planned });
        let solid = |level| Fill::Outlined(grey(level));
        match (tone.hue, planned) {
            (Hue::Run, false) => solid(0x99),
            (Hue::Run, true) => solid(0xFF),
            (Hue::Strength, false) => solid(0x40),
            (Hue::Strength, true) => hatched(Strokes::Rising),
            (Hue::Easy, false) => solid(0xD1),
            (Hue::Easy, true) => hatched(Strokes::Dotted),
            (Hue::Race, false) => solid(0x00),
            (Hue::Race, true) => hatched(Strokes::Upright),
            (Hue::Steady, _) => hatched(Strokes::Level),
            (Hue::Quality, _) => hatched(Strokes::Crossed),
            (Hue::Grey, _) => hatched(Strokes::Falling),
            _ => Fill::Plain(self.flat(tone)),
        }
    }

    /// Colour and dashes of a line, `planned` where it is not yet true.
    pub(super) fn line(&self, tone: Tone, planned: bool) -> (String, &'static str) {
        let style = match self.ink {
            Ink::BlackAndWhite if tone.shade == Shade::Full => self.line_style(tone.hue),
            Ink::Colour | Ink::BlackAndWhite => None,
        };
        match (style, planned) {
            (None, false) => (self.flat(tone), ""),
            (None, true) => (self.flat(tone), PLANNED_DASH),
            (Some((level, _)), true) => (grey(level), PLANNED_DOTS),
            (Some((level, dash)), false) => (grey(level), dash),
        }
    }

    fn line_style(&self, hue: Hue) -> Option<(u8, &'static str)> {
        let place = self.lines.iter().position(|other| *other == hue)?;
        LINES.get(place.min(LINES.len() - 1)).copied()
    }
}

/// True for what stands for training, and not for an axis or a sign.
fn is_of_data(hue: Hue) -> bool {
    matches!(
        hue,
        Hue::Run | Hue::Strength | Hue::Easy | Hue::Steady | Hue::Quality | Hue::Race
    )
}

/// How light a hue is without colours, from 0 for black.
fn level(hue: Hue) -> u8 {
    match hue {
        Hue::Text
        | Hue::Soft
        | Hue::Accent
        | Hue::Conflict
        | Hue::Caution
        | Hue::Quality
        | Hue::Race => 0x00,
        Hue::Faint => 0x45,
        Hue::Clear | Hue::Strength => 0x5A,
        Hue::Run => 0x6E,
        Hue::Easy | Hue::Steady => 0x8C,
        Hue::Grey => 0xB4,
        Hue::Hairline => 0xDD,
        Hue::Surface => 0xFF,
    }
}

fn grey(level: u8) -> String {
    format!("#{level:02X}{level:02X}{level:02X}")
}
