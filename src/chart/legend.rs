//! The key of a chart: what its colours, hatches and lines stand for, with a sample of each.
//!
//! The coloured words of a title are the key on a screen. On paper, and for those who cannot tell the colours,
//! a sample stands before each of them, and what the title does not name comes after it.

use super::color::{Hue, Shade, Tone};
use super::legend_entry::{LegendEntry, Sample};
use super::scene::{Bar, Body, Layer, Scene, TimeBody};
use super::time::Window;

/// For each word of the title what it is the key to. A title that names the only thing there is needs no samples.
pub fn of_title(scene: &Scene, window: Window) -> Vec<Option<LegendEntry>> {
    let found: Vec<Option<LegendEntry>> = scene
        .title
        .iter()
        .map(|word| {
            Some(LegendEntry {
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
pub fn besides(scene: &Scene, window: Window) -> Vec<LegendEntry> {
    let spec = scene.chart.spec();
    let mut keys = Vec::new();
    match &scene.body {
        Body::Time(body) => {
            if let Some(tone) = faded(body, window) {
                keys.push(LegendEntry::new(spec.faded, tone, Sample::Fill));
            }
            keys.extend((spec.legend)(body, window));
        }
        Body::Rows(body) => {
            let mut parts = body.rows.iter().flat_map(|row| &row.parts);
            let ahead = parts.find(|(length, tone)| *length > 0.0 && tone.shade == Shade::Faded);
            keys.extend(ahead.map(|(_, tone)| LegendEntry::new("planned", *tone, Sample::Fill)));
            if body.rows.iter().any(|row| row.band.is_some()) {
                let tone = Tone::of(Hue::Clear).with(Shade::Tint);
                keys.push(LegendEntry::new("weekly band", tone, Sample::Fill));
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
