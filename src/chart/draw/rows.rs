//! Bars under one another, and lists.

use super::plane::{SMALL_TEXT, empty};
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Across, Area, Down, Heft, Picture, Position, Shape, Text};
use crate::chart::scene::{ListRow, RowBar, RowsBody};
use crate::chart::words;

/// A row is at least this high, or the last ones are left to a taller chart.
const LEAST_ROW: f32 = 12.0;
/// A row is at most this high.
const MOST_ROW: f32 = 24.0;
/// Under the bars, for what the bands mean.
const FOOT: f32 = 4.0;
/// Between a name and its bar.
const GAP: f32 = 8.0;
/// What a name may be wider than it was measured, in points.
const ROUNDED: f32 = 3.0;
/// A row of a list.
const LIST_ROW: f32 = 22.0;

pub(super) fn bars(body: &RowsBody, size: [f32; 2]) -> Picture {
    let mut picture = empty(size);
    let room = size[1] - FOOT;
    let fits = ((room / LEAST_ROW) as usize).max(1);
    let shown = if body.rows.len() > fits {
        fits.saturating_sub(1).max(1)
    } else {
        body.rows.len()
    };
    let left_out = body.rows.len() - shown;
    let slots = shown + usize::from(left_out > 0);
    let height = (room / slots.max(1) as f32).min(MOST_ROW);

    let text_width = |text: &str, heft| words::width(text, SMALL_TEXT, heft);
    let rows = body.rows.iter().take(shown);
    let names = rows.clone().map(|row| text_width(&row.name, Heft::Regular));
    // Letters are set on whole pixels, so that a name may come out a little wider than it was measured.
    let left = names.fold(0.0, f32::max).min(size[0] * 0.36) + ROUNDED + GAP;
    let texts = rows
        .clone()
        .map(|row| text_width(&row.text, Heft::SemiBold));
    let right = texts.fold(0.0, f32::max) + GAP;
    let of_bands = body.rows.iter().filter_map(|row| Some(row.band?[1]));
    let of_bars = body.rows.iter().map(RowBar::length);
    let longest_bar = of_bars.fold(f64::MIN_POSITIVE, f64::max);
    let longest = of_bands.fold(longest_bar, f64::max);
    // A figure stands at the end of its bar, over the band where that reaches further.
    let beside_bars = (size[0] - left - right) / (longest_bar / longest) as f32;
    let width = beside_bars.min(size[0] - left - GAP).max(30.0);
    let x = |value: f64| left + width * (value / longest) as f32;

    picture.frame = Area {
        min: [0.0, 0.0],
        max: [size[0], height * slots as f32],
    };
    picture.rows = Some(slots);
    for (place, row) in rows.enumerate() {
        let top = height * place as f32;
        let middle = top + height / 2.0;
        let pad = (height * 0.17).clamp(1.0, 4.0);
        let area = |from: f64, to: f64, pad: f32| Area {
            min: [x(from), top + pad],
            max: [x(to), top + height - pad],
        };
        if let Some([low, high]) = row.band {
            picture.inside.push(Shape::Bar {
                area: area(low, high, pad / 2.0),
                round: 0.0,
                tone: Tone::of(Hue::Clear).with(Shade::Tint),
            });
        }
        let mut from = 0.0;
        for (length, tone) in &row.parts {
            if *length > 0.0 {
                picture.inside.push(Shape::Bar {
                    area: area(from, from + length, pad),
                    round: 1.0,
                    tone: *tone,
                });
            }
            from += length;
        }
        let name = words::cut(&row.name, SMALL_TEXT, Heft::Regular, left - GAP);
        let at = [left - GAP, middle];
        picture.inside.push(line(at, Across::End, Hue::Soft, name));
        picture.inside.push(Shape::Text(Text {
            at: [x(row.length()) + 6.0, middle],
            across: Across::Start,
            down: Down::Middle,
            size: SMALL_TEXT,
            heft: Heft::SemiBold,
            tone: row.tone,
            text: row.text.clone(),
        }));
    }
    if left_out > 0 {
        let middle = height * (shown as f32 + 0.5);
        let more = format!("and {left_out} more");
        picture
            .inside
            .push(line([left, middle], Across::Start, Hue::Faint, more));
    }
    picture
}

/// The sizes of a name in a list, and what the words behind a value take at most, with the gap before them, in points.
const NAME_SIZES: [f32; 5] = [12.0, 11.5, 11.0, 10.5, LEAST_NAME];
const LEAST_NAME: f32 = 10.0;
const MOST_NOTE: f32 = 104.0;
const NOTE_GAP: f32 = 16.0;

pub(super) fn list(rows: &[ListRow], size: [f32; 2]) -> Picture {
    let mut picture = empty(size);
    let fits = ((size[1] / LIST_ROW) as usize).max(1);
    let shown = rows.len().min(fits);
    picture.frame = Area {
        min: [0.0, 0.0],
        max: [size[0], LIST_ROW * shown as f32],
    };
    picture.rows = Some(shown);
    let values = rows
        .iter()
        .take(shown)
        .map(|row| words::width(&row.value, 12.0, Heft::SemiBold));
    let value_width = values.fold(0.0, f32::max);
    let with_note = size[0] > 300.0;
    let notes = rows
        .iter()
        .take(shown)
        .map(|row| words::width(&row.note, SMALL_TEXT, Heft::Regular));
    let note_width = if with_note {
        (notes.fold(0.0, f32::max) + NOTE_GAP).min(MOST_NOTE)
    } else {
        0.0
    };
    let name_room = size[0] - value_width - note_width - 26.0;
    // All names in one size, the largest in which none is cut: what is cut may be the half that tells two apart.
    let is_whole = |size: &f32| {
        let mut names = rows.iter().take(shown);
        names.all(|row| words::width(&row.name, *size, Heft::Regular) <= name_room)
    };
    let name_size = NAME_SIZES.into_iter().find(is_whole).unwrap_or(LEAST_NAME);
    for (place, row) in rows.iter().take(shown).enumerate() {
        let middle = LIST_ROW * (place as f32 + 0.5);
        picture.inside.push(Shape::Dot {
            at: [5.0, middle],
            radius: 3.5,
            tone: row.tone,
        });
        let name = words::cut(&row.name, name_size, Heft::Regular, name_room);
        let text = |at, across, heft, hue, size, text| {
            Shape::Text(Text {
                at,
                across,
                down: Down::Middle,
                size,
                heft,
                tone: Tone::of(hue),
                text,
            })
        };
        let at: Position = [16.0, middle];
        picture.inside.push(text(
            at,
            Across::Start,
            Heft::Regular,
            Hue::Text,
            name_size,
            name,
        ));
        let at = [size[0] - note_width - 2.0, middle];
        let value = row.value.clone();
        picture.inside.push(text(
            at,
            Across::End,
            Heft::SemiBold,
            Hue::Text,
            12.0,
            value,
        ));
        if with_note {
            let note = words::cut(&row.note, SMALL_TEXT, Heft::Regular, note_width - 8.0);
            let at = [size[0] - 2.0, middle];
            picture.inside.push(text(
                at,
                Across::End,
                Heft::Regular,
                Hue::Faint,
                SMALL_TEXT,
                note,
            ));
        }
    }
    picture
}

fn line(at: Position, across: Across, hue: Hue, text: String) -> Shape {
    Shape::Text(Text {
        at,
        across,
        down: Down::Middle,
        size: SMALL_TEXT,
        heft: Heft::Regular,
        tone: Tone::of(hue),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(picture: &Picture) -> Vec<&str> {
        let texts = picture.inside.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// It stood behind the band once, so that the figures of short bars lay in a staircase far from them.
    #[test]
    fn a_figure_stands_at_the_end_of_its_bar_and_in_the_picture() {
        let row = |sets: f64| RowBar {
            name: format!("Muscle of {sets}"),
            parts: vec![(sets, Tone::of(Hue::Strength))],
            band: Some([5.0, 12.0]),
            text: format!("{sets} ▼ low"),
            tone: Tone::of(Hue::Caution),
        };
        for most in [9.0, 12.0, 14.0] {
            let body = RowsBody {
                unit: "sets".to_owned(),
                rows: vec![row(0.0), row(2.0), row(most)],
                target: None,
            };
            let picture = bars(&body, [320.0, 90.0]);
            let ends: Vec<f32> = picture
                .inside
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Bar { area, tone, .. } if tone.hue == Hue::Strength => Some(area.max[0]),
                    _ => None,
                })
                .collect();
            let figures: Vec<(f32, f32)> = picture
                .inside
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Text(text) if text.tone.hue == Hue::Caution => {
                        Some((text.at[0], words::width(&text.text, text.size, text.heft)))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!((ends.len(), figures.len()), (2, 3));
            for (end, (left, width)) in ends.iter().zip(&figures[1..]) {
                assert!((end + 6.0 - left).abs() < 0.5, "{most}: {end} {left}");
                assert!(left + width <= 320.0, "{most}: {left} {width}");
            }
        }
    }

    #[test]
    fn names_are_set_smaller_before_they_are_cut() {
        let names = [
            "Romanian deadlift, estimated 1RM",
            "Romanian deadlift, top weight",
            "Row, 5 repetitions",
        ];
        let rows = names.map(|name| ListRow {
            name: name.to_owned(),
            value: "161.7 lb".to_owned(),
            note: "30 Oct 2026".to_owned(),
            tone: Tone::of(Hue::Strength),
            target: None,
        });
        let picture = list(&rows, [340.0, 200.0]);
        for name in names {
            assert!(words(&picture).contains(&name), "{:?}", words(&picture));
        }
        let narrow = list(&rows, [305.0, 200.0]);
        assert!(words(&narrow).contains(&"Row, 5 repetitions"));
    }
}
