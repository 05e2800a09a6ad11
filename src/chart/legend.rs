//! The key of a chart: what its colours, hatches and lines stand for, with a sample of each.
//!
//! The coloured words of a title are the key on a screen. On paper, and for those who cannot tell the colours,
//! a sample stands before each of them, and what the title does not name comes after it.

use super::catalogue::Chart;
use super::color::{Hue, Shade, Tone};
use super::scene::{Bar, Body, Form, Layer, Scene, TimeBody};
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
pub struct Key {
    /// What it stands for.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// What it looks like.
    pub sample: Sample,
}

/// For each word of the title what it is the key to. A title that names the only thing there is needs no samples.
pub fn of_title(scene: &Scene, window: Window) -> Vec<Option<Key>> {
    let found: Vec<Option<Key>> = scene
        .title
        .iter()
        .map(|word| {
            Some(Key {
                text: word.text.clone(),
                tone: word.tone,
                sample: sample_of(&scene.body, word.tone)?,
            })
        })
        .collect();
    let told = found.iter().flatten().count() + besides(scene, window).len();
    if told > 1 {
        found
    } else {
        vec![None; found.len()]
    }
}

/// What is drawn in the window and not named in the title.
pub fn besides(scene: &Scene, window: Window) -> Vec<Key> {
    let entry = |text: &str, tone, sample| Key {
        text: text.to_owned(),
        tone,
        sample,
    };
    let mut keys = Vec::new();
    match &scene.body {
        Body::Time(body) => {
            if let Some(tone) = faded(body, window) {
                let text = match scene.chart {
                    Chart::Adherence => "cut short",
                    _ => "planned",
                };
                keys.push(entry(text, tone, Sample::Fill));
            }
            match scene.chart {
                Chart::Load if has_line(body, Hue::Text, window) => {
                    let tone = Tone::of(Hue::Text);
                    keys.push(entry("mean of 4 weeks before", tone, Sample::Line(1.5)));
                }
                Chart::Tonnage => {
                    keys.push(entry("other", Tone::of(Hue::Grey), Sample::Fill));
                }
                Chart::RaceTime => {
                    let tone = Tone::of(Hue::Race).with(Shade::Tint);
                    keys.push(entry("spread", tone, Sample::Fill));
                }
                Chart::OneRm | Chart::TopWeight => keys.extend(points(body, window)),
                _ => {}
            }
        }
        Body::Rows(body) => {
            let mut parts = body.rows.iter().flat_map(|row| &row.parts);
            let ahead = parts.find(|(length, tone)| *length > 0.0 && tone.shade == Shade::Faded);
            keys.extend(ahead.map(|(_, tone)| entry("planned", *tone, Sample::Fill)));
            if body.rows.iter().any(|row| row.band.is_some()) {
                let tone = Tone::of(Hue::Clear).with(Shade::Tint);
                keys.push(entry("weekly band", tone, Sample::Fill));
            }
        }
        // The body has its key under it, a list its names.
        Body::Muscles(_) | Body::List(_) | Body::Words(_) => {}
    }
    keys
}

fn sample_of(body: &Body, tone: Tone) -> Option<Sample> {
    if matches!(tone.hue, Hue::Text | Hue::Soft | Hue::Faint) {
        return None;
    }
    match body {
        Body::Time(body) => body.layers.iter().find_map(|layer| match layer {
            Layer::Bars(_) => Some(Sample::Fill),
            Layer::Line(line) if line.tone == tone => Some(Sample::Line(line.width)),
            _ => None,
        }),
        Body::Rows(_) => Some(Sample::Fill),
        Body::Muscles(_) | Body::List(_) | Body::Words(_) => None,
    }
}

fn seen(body: &TimeBody, window: Window) -> impl Iterator<Item = &Bar> {
    let bars = body.layers.iter().filter_map(|layer| match layer {
        Layer::Bars(bars) => Some(bars),
        _ => None,
    });
    bars.flatten()
        .filter(move |bar| bar.to > window.start && bar.from < window.end)
}

/// The first faded part of a bar in the window.
fn faded(body: &TimeBody, window: Window) -> Option<Tone> {
    let mut parts = seen(body, window).flat_map(|bar| &bar.parts);
    let part = parts.find(|(height, tone)| *height > 0.0 && tone.shade == Shade::Faded)?;
    Some(part.1)
}

fn has_line(body: &TimeBody, hue: Hue, window: Window) -> bool {
    body.layers.iter().any(|layer| match layer {
        Layer::Line(line) => {
            let mut points = line.points.iter();
            line.tone.hue == hue && points.any(|point| window.holds(point[0]))
        }
        _ => false,
    })
}

/// Points that are no ordinary ones: rough and tested maxima, and planned sets.
fn points(body: &TimeBody, window: Window) -> Vec<Key> {
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
        Some(Key {
            text: text.to_owned(),
            tone: point.tone,
            sample,
        })
    });
    found.collect()
}
