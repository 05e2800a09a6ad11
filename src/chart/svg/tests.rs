//! Charts on paper with and without colours.

use chrono::NaiveDate;

use super::*;
use crate::chart::catalogue::Chart;
use crate::chart::color::Shade;
use crate::chart::scene::{Bar, Body, Extent, Layer, Line, Merge, TimeBody};
use crate::chart::table::{Table, ValueFormat};
use crate::chart::time::{Window, day_of};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();

/// A week of stacked parts, done and planned, and two lines.
fn scene(name: &str) -> Scene {
    let hues = [Hue::Run, Hue::Strength, Hue::Easy];
    let start = day_of(TODAY) - 2.0;
    let done = hues.map(|hue| (100.0, Tone::of(hue)));
    let planned = hues.map(|hue| (50.0, Tone::of(hue).faded()));
    let line = |hue, width| {
        Layer::Line(Line {
            points: vec![[start, 10.0], [start + 6.0, 300.0]],
            turn: start + 3.0,
            tone: Tone::of(hue),
            width,
            label: name.to_owned(),
            merge: Merge::Mean,
        })
    };
    let bar = Bar {
        from: start,
        to: start + 7.0,
        parts: done.into_iter().chain(planned).collect(),
    };
    let words = ["run", "strength", "cross"];
    let key = words.iter().zip(hues);
    let key = key.map(|(word, hue)| Word::toned(*word, Tone::of(hue)));
    Scene {
        chart: Chart::LOAD,
        title: std::iter::once(Word::plain(name)).chain(key).collect(),
        subtitle: name.to_owned(),
        summary: name.to_owned(),
        body: Body::Time(TimeBody {
            unit: "AU".to_owned(),
            format: ValueFormat::Number(0),
            extent: Extent::FromZero(100.0),
            layers: vec![
                Layer::Bars(vec![bar]),
                line(Hue::Run, 2.0),
                line(Hue::Quality, 1.0),
            ],
            hits: Vec::new(),
            nothing: String::new(),
        }),
        table: Table::default(),
    }
}

fn viewport() -> Viewport<'static> {
    Viewport {
        size: [400.0, 200.0],
        window: Window {
            start: day_of(TODAY) - 2.0,
            end: day_of(TODAY) + 5.0,
        },
        today: TODAY,
        shown: TODAY,
        marks: &[],
        before: None,
        ghost: None,
    }
}

/// Every colour that is written anywhere.
fn colours(svg: &str) -> Vec<&str> {
    svg.match_indices("\"#")
        .map(|(at, _)| &svg[at + 2..at + 8])
        .collect()
}

#[test]
fn without_colours_everything_is_grey() {
    let figure = figure(&scene("Load"), &viewport(), Ink::BlackAndWhite);
    let whole = svg(&scene("Load"), &viewport(), "Anna", Ink::BlackAndWhite);
    let samples = figure.title.iter().filter_map(|(_, sample)| sample.clone());
    let besides = figure.besides.iter().map(|(sample, _)| sample.clone());
    for svg in samples
        .chain(besides)
        .chain([figure.drawing.clone(), whole])
    {
        let colours = colours(&svg);
        assert!(!colours.is_empty());
        for colour in colours {
            let (red, green, blue) = (&colour[..2], &colour[2..4], &colour[4..]);
            assert!(red == green && green == blue, "{colour} in {svg}");
        }
    }
    let coloured = svg(&scene("Load"), &viewport(), "Anna", Ink::Colour);
    assert!(colours(&coloured).contains(&"3B5BC9"));
}

#[test]
fn without_colours_parts_and_lines_differ_by_more_than_a_shade() {
    let picture = lay_out(&scene("Load"), &viewport());
    let press = Press::of(Ink::BlackAndWhite, &picture);
    let hues = [
        Hue::Run,
        Hue::Strength,
        Hue::Easy,
        Hue::Steady,
        Hue::Quality,
        Hue::Race,
        Hue::Grey,
    ];
    let shades = [Shade::Full, Shade::Faded];
    let tones = hues
        .iter()
        .flat_map(|hue| shades.map(|shade| Tone::of(*hue).with(shade)));
    let fills: Vec<_> = tones.map(|tone| press.bar(tone)).collect();
    for (place, fill) in fills.iter().enumerate() {
        assert!(!fills[..place].contains(fill), "{fill:?} twice");
    }
    let line = |hue, planned| press.line(Tone::of(hue), planned);
    assert_ne!(line(Hue::Run, false), line(Hue::Quality, false));
    assert_ne!(line(Hue::Run, false), line(Hue::Run, true));
    let figure = figure(&scene("Load"), &viewport(), Ink::BlackAndWhite);
    assert!(figure.drawing.contains("<pattern id=\"rising-planned\""));
}

#[test]
fn the_key_has_a_sample_for_every_part_and_names_what_the_title_does_not() {
    let figure = figure(&scene("Load"), &viewport(), Ink::Colour);
    let sampled: Vec<_> = figure
        .title
        .iter()
        .map(|(word, sample)| (word.as_str(), sample.is_some()))
        .collect();
    assert_eq!(
        sampled,
        [
            ("Load", false),
            ("run", true),
            ("strength", true),
            ("cross", true)
        ]
    );
    let besides: Vec<_> = figure
        .besides
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(besides, ["planned"]);
    assert!(
        !figure.drawing.contains("strength"),
        "the page sets the title"
    );
}

#[test]
fn names_stay_text() {
    let hostile = "<script>&\"' ]]> \u{0}#panic(\"no\")";
    for ink in [Ink::Colour, Ink::BlackAndWhite] {
        let whole = svg(&scene(hostile), &viewport(), hostile, ink);
        assert!(!whole.contains("<script>") && !whole.contains('\u{0}'));
        assert!(whole.contains("&lt;script&gt;&amp;&quot;"));
    }
}
