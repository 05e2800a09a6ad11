//! An entry of a chart's key, and the entries that several charts have.

use super::color::{Hue, Shade, Tone};
use super::scene::{Form, Layer, TimeBody};
use super::time::Window;

/// What a sample looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sample {
    /// A part of a bar, or a stretch.
    Fill,
    /// A line of this width.
    Line(f32),
    /// A dot.
    Dot,
    /// A small circle that is not filled.
    Hollow,
    /// A diamond.
    Diamond,
}

/// An entry of a key.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// What it stands for.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// What it looks like.
    pub sample: Sample,
}

impl LegendEntry {
    /// What a colour or a sign stands for.
    pub(super) fn new(text: &str, tone: Tone, sample: Sample) -> Self {
        Self {
            text: text.to_owned(),
            tone,
            sample,
        }
    }
}

/// True if a line of this hue is visible in the window.
pub(super) fn has_line(body: &TimeBody, hue: Hue, window: Window) -> bool {
    body.layers.iter().any(|layer| match layer {
        Layer::Line(line) => {
            let mut points = line.points.iter();
            line.tone.hue == hue && points.any(|point| window.holds(point[0]))
        }
        _ => false,
    })
}

/// Points that are no ordinary ones: rough and tested maxima, and planned sets.
pub(super) fn points(body: &TimeBody, window: Window) -> Vec<LegendEntry> {
    let points = || {
        let layers = body.layers.iter().filter_map(|layer| match layer {
            Layer::Points(points) => Some(points),
            _ => None,
        });
        layers.flatten().filter(|point| window.holds(point.at))
    };
    let kinds = [
        ("rough", Form::Dot, Shade::Faded, Sample::Dot),
        ("tested", Form::Diamond, Shade::Full, Sample::Diamond),
        ("planned", Form::Hollow, Shade::Full, Sample::Hollow),
    ];
    let found = kinds.into_iter().filter_map(|(text, form, shade, sample)| {
        let point = points().find(|it| it.form == form && it.tone.shade == shade)?;
        Some(LegendEntry {
            text: text.to_owned(),
            tone: point.tone,
            sample,
        })
    });
    found.collect()
}
