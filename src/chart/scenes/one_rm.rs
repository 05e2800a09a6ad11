//! The maxima of several exercises over time, tested and estimated.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Source, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::picture::Heft;
use crate::chart::scene::{
    Extent, Form, Hit, Label, Layer, Line, Point, Scene, Target, TimeBody, Word,
};
use crate::chart::table::{Cell, Column, Format, Key, Table};
use crate::chart::time::day_of;
use crate::chart::tone::{Hue, Tone};
use crate::chart::words;
use crate::domain::{Kilograms, Units};
use crate::load::series::{self, ExerciseMaxima, OneRmPoint, best_of};

/// The axis covers at least this much, so that half a kilogram does not look like a mountain.
const LEAST_SPAN: Kilograms = Kilograms::new(10.0);

pub(super) fn scene(source: &Source<'_>) -> Scene {
    let title = |several: bool, first: &str| {
        if several {
            vec![Word::plain("Estimated 1RM")]
        } else {
            vec![
                Word::toned(first, Tone::of(Hue::Strength)),
                Word::plain("estimated 1RM"),
            ]
        }
    };
    let Ok(series) = series::one_rm_of(source.figures, source.exercises) else {
        let words = "No sets with a load logged yet. Log a strength session with sets of up to 12 \
                     repetitions and its estimate appears here.";
        return too_little(Chart::OneRm, title(true, ""), words);
    };
    let units = source.units();
    let value = |point: &OneRmPoint| words::mass_in(point.kg, units);
    let several = series.len() > 1;
    let mut layers = Vec::new();
    let mut rows: BTreeMap<NaiveDate, Vec<Cell>> = BTreeMap::new();
    for (place, (maxima, tone)) in series.iter().zip(Tone::LINES).enumerate() {
        layers.push(Layer::Line(Line {
            points: maxima
                .points
                .iter()
                .map(|point| [day_of(point.date) + 0.5, value(point)])
                .collect(),
            turn: f64::INFINITY,
            tone,
            width: 1.75,
            label: if several {
                maxima.name.clone()
            } else {
                String::new()
            },
        }));
        layers.push(Layer::Points(
            maxima
                .points
                .iter()
                .map(|it| point(it, units, tone))
                .collect(),
        ));
        for point in &maxima.points {
            let row = rows
                .entry(point.date)
                .or_insert_with(|| vec![Cell::Empty; series.len()]);
            if let Some(cell) = row.get_mut(place) {
                *cell = value(point).into();
            }
        }
    }
    let first = series.first();
    let best = first.and_then(|maxima| best_of(&maxima.points));
    if let (Some(best), false) = (best, several) {
        layers.extend(best_marks(best, units));
    }
    let unit = words::mass_unit(units);
    let columns = series.iter().zip(Tone::LINES).map(|(maxima, tone)| {
        Column::new(maxima.name.clone(), unit, Format::Number(1)).toned(tone)
    });
    let mut table = Table::new("Day", columns.collect());
    let mut places = BTreeMap::new();
    for (date, cells) in rows {
        places.insert(date, table.push(Key::Day(date), cells));
    }
    let hits = hits(&series, units, &places);
    let answer = answer(source, &series);
    let body = TimeBody {
        unit: unit.to_owned(),
        format: Format::Number(1),
        extent: Extent::Around(words::mass_in(LEAST_SPAN, units)),
        layers,
        hits,
        nothing: "Not lifted in this time".to_owned(),
    };
    let summary = first.map_or_else(String::new, |first| {
        let best = best.map_or_else(String::new, |best| {
            let kg = words::mass(best.kg, units);
            format!(": best {kg} on {}", words::date(best.date))
        });
        format!("{}{best}. {answer}", first.name)
    });
    let title = title(several, first.map_or("", |first| &first.name));
    over_time(Chart::OneRm, title, answer, summary, body, table)
}

fn point(point: &OneRmPoint, units: Units, tone: Tone) -> Point {
    Point {
        at: day_of(point.date) + 0.5,
        value: words::mass_in(point.kg, units),
        form: if point.is_tested() {
            Form::Diamond
        } else {
            Form::Dot
        },
        tone: if point.is_rough() { tone.faded() } else { tone },
    }
}

/// A ring and a label where the best one is.
fn best_marks(best: &OneRmPoint, units: Units) -> [Layer; 2] {
    let (at, value) = (day_of(best.date) + 0.5, words::mass_in(best.kg, units));
    let tested = if best.is_tested() { ", tested" } else { "" };
    let ring = Point {
        at,
        value,
        form: Form::Ring,
        tone: Tone::of(Hue::Quality),
    };
    let label = Label {
        at,
        value,
        text: format!("best {}{tested}", words::mass(best.kg, units)),
        heft: Heft::SemiBold,
        tone: Tone::of(Hue::Text),
    };
    [Layer::Points(vec![ring]), Layer::Labels(vec![label])]
}

fn hits(series: &[ExerciseMaxima], units: Units, places: &BTreeMap<NaiveDate, usize>) -> Vec<Hit> {
    let points = series.iter().flat_map(|maxima| &maxima.points);
    let mut hits: Vec<Hit> = points
        .filter_map(|point| {
            let at = day_of(point.date) + 0.5;
            let target = point
                .session
                .map_or(Target::Week(point.date), Target::Session);
            Some(Hit {
                from: at,
                to: at,
                value: Some(words::mass_in(point.kg, units)),
                row: *places.get(&point.date)?,
                target,
            })
        })
        .collect();
    hits.sort_by(|a, b| a.from.total_cmp(&b.from));
    hits
}

/// "Squat +4.5 kg in 12 weeks · Bench press ±0".
fn answer(source: &Source<'_>, series: &[ExerciseMaxima]) -> String {
    let from = recent(source).first;
    let units = source.units();
    let said = series.iter().filter_map(|maxima| {
        let (before, since): (Vec<&OneRmPoint>, Vec<_>) =
            maxima.points.iter().partition(|point| point.date < from);
        let start = before.last().or(since.first())?;
        let last = since.last()?;
        let change = words::mass_in(last.kg, units) - words::mass_in(start.kg, units);
        let sign = if change >= 0.05 { "+" } else { "" };
        let figure = words::number(change, 1);
        Some(format!("{} {sign}{figure}", maxima.name))
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return format!("No lift in the last {} weeks", source.answers.weeks);
    }
    format!(
        "{} weeks, {}: {}",
        source.answers.weeks,
        words::mass_unit(units),
        said.join(" · ")
    )
}
