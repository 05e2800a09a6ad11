//! Top weight of exercises, and what was moved in a week.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::choice::Group;
use crate::chart::scene::{
    Bar, Extent, Form, Hit, Layer, Line, Point, Scene, Target, TimeBody, Word,
};
use crate::chart::table::{Cell, Column, Format, Key, Table};
use crate::chart::time::day_of;
use crate::chart::tone::{Hue, Tone};
use crate::chart::words;
use crate::domain::Kilograms;
use crate::load::series::{self, LiftPoint, LiftSeries, TonnageBar};

/// The axis covers at least this much.
const LEAST_SPAN: Kilograms = Kilograms::new(10.0);

/// The heaviest set of each session.
pub(super) fn top_weight(source: &Source<'_>) -> Scene {
    let title = vec![Word::plain("Top weight")];
    let series = match series::lift_series(source.figures, source.exercises) {
        Ok(series) => series,
        Err(missing) => return too_little(Chart::TopWeight, title, missing),
    };
    let units = source.units();
    let unit = words::mass_unit(units);
    let weight = |point: &LiftPoint| Some(words::mass_in(point.top?.kg, units));
    let place = |point: &LiftPoint| Some([day_of(point.date) + 0.5, weight(point)?]);
    let mut layers = Vec::new();
    for (lift, tone) in series.iter().zip(Tone::LINES) {
        let points: Vec<[f64; 2]> = lift.points.iter().filter_map(place).collect();
        layers.push(Layer::Line(Line {
            points: points.clone(),
            turn: f64::INFINITY,
            tone,
            width: 1.75,
            label: lift.name.clone(),
        }));
        let dots = points.into_iter().map(|[at, value]| Point {
            at,
            value,
            form: Form::Dot,
            tone,
        });
        layers.push(Layer::Points(dots.collect()));
    }
    let (table, hits) = top_table(&series, unit, weight);
    let body = TimeBody {
        unit: unit.to_owned(),
        format: Format::Number(1),
        extent: Extent::Around(words::mass_in(LEAST_SPAN, units)),
        layers,
        hits,
        nothing: "Not lifted in this time".to_owned(),
    };
    let heaviest = series.iter().filter_map(|lift| {
        let tops = lift.points.iter().filter_map(|point| point.top);
        let top = tops.max_by(|a, b| a.kg.kg().total_cmp(&b.kg.kg()))?;
        let kg = words::mass(top.kg, units);
        Some(format!("{} {kg} × {}", lift.name, top.reps))
    });
    let heaviest: Vec<_> = heaviest.collect();
    let answer = format!("Heaviest: {}", heaviest.join(" · "));
    over_time(Chart::TopWeight, title, answer.clone(), answer, body, table)
}

/// A row a day: weight and repetitions of each exercise.
fn top_table(
    series: &[LiftSeries],
    unit: &str,
    weight: impl Fn(&LiftPoint) -> Option<f64>,
) -> (Table, Vec<Hit>) {
    let columns = series.iter().zip(Tone::LINES).flat_map(|(lift, tone)| {
        [
            Column::new(lift.name.clone(), unit, Format::Number(1)).toned(tone),
            Column::new(format!("{} repetitions", lift.name), "", Format::Number(0)),
        ]
    });
    let mut table = Table::new("Day", columns.collect());
    let mut rows: BTreeMap<NaiveDate, Vec<Cell>> = BTreeMap::new();
    for (place, lift) in series.iter().enumerate() {
        for point in &lift.points {
            let row = rows
                .entry(point.date)
                .or_insert_with(|| vec![Cell::Empty; 2 * series.len()]);
            if let Some([kg, reps]) = row.get_mut(2 * place..2 * place + 2).and_then(|it| {
                let cells: &mut [Cell; 2] = it.try_into().ok()?;
                Some(cells)
            }) {
                *kg = weight(point).into();
                *reps = point.top.map(|top| f64::from(top.reps)).into();
            }
        }
    }
    let mut places = BTreeMap::new();
    for (date, cells) in rows {
        places.insert(date, table.push(Key::Day(date), cells));
    }
    let points = series.iter().flat_map(|lift| &lift.points);
    let mut hits: Vec<Hit> = points
        .filter_map(|point| {
            let at = day_of(point.date) + 0.5;
            Some(Hit {
                from: at,
                to: at,
                value: Some(weight(point)?),
                row: *places.get(&point.date)?,
                target: Target::Session(point.session),
            })
        })
        .collect();
    hits.sort_by(|a, b| a.from.total_cmp(&b.from));
    (table, hits)
}

/// What was moved in each week, the chosen exercises in their colours.
pub(super) fn tonnage(source: &Source<'_>) -> Scene {
    let name = match source.group {
        Group::Week => "Weekly tonnage",
        Group::Month => "Monthly tonnage",
    };
    let grouping = source.group.grouping();
    let (figures, exercises) = (source.figures, source.exercises);
    let bars = match series::tonnage(figures, source.whole(), grouping, exercises) {
        Ok(bars) => bars,
        Err(missing) => return too_little(Chart::Tonnage, vec![Word::plain(name)], missing),
    };
    let names = || {
        exercises
            .iter()
            .map(|id| figures.name_of(id))
            .zip(Tone::LINES)
    };
    let mut title = vec![Word::plain(name)];
    title.extend(names().map(|(name, tone)| Word::toned(name, tone)));
    let units = source.units();
    let unit = words::mass_unit(units);
    let mass = |kg: f64| words::mass_in(Kilograms::new(kg), units);
    let others = Tone::of(Hue::Grey);
    let rest = |bar: &TonnageBar| (bar.all - bar.exercises.iter().sum::<f64>()).max(0.0);
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let chosen = bar.exercises.iter().zip(Tone::LINES);
        let mut parts: Vec<_> = chosen.map(|(kg, tone)| (mass(*kg), tone)).collect();
        parts.push((mass(rest(bar)), others));
        Bar { from, to, parts }
    });
    let layers = vec![Layer::Bars(stacked.collect())];

    let column = |name: &str| Column::new(name, unit, Format::Number(0));
    let mut columns: Vec<_> = names()
        .map(|(name, tone)| column(&name).toned(tone))
        .collect();
    columns.push(column("Other exercises").toned(others));
    columns.push(column("Together"));
    columns.push(Column::new("Strength sessions", "", Format::Number(0)));
    let mut table = Table::new("From", columns);
    let mut hits = Vec::with_capacity(bars.len());
    for bar in &bars {
        let chosen = bar.exercises.iter();
        let mut cells: Vec<Cell> = chosen.map(|kg| mass(*kg).into()).collect();
        cells.push(mass(rest(bar)).into());
        cells.push(mass(bar.all).into());
        cells.push((bar.sessions as f64).into());
        let row = table.push(key(bar.bucket), cells);
        hits.push(hit(bar.bucket, row));
    }
    let from = recent(source).first;
    let past = bars.iter().filter(|bar| bar.bucket.first >= from);
    let most = past.max_by(|a, b| a.all.total_cmp(&b.all));
    let answer = most.filter(|bar| bar.all > 0.0).map_or_else(
        || format!("No load logged in the last {} weeks", source.answers.weeks),
        |bar| {
            let when = match source.group {
                Group::Week => words::week_number(bar.bucket.first),
                Group::Month => bar.bucket.first.format("%b").to_string(),
            };
            let moved = words::number(mass(bar.all), 0);
            format!("Most: {when}, {moved} {unit}")
        },
    );
    let body = TimeBody {
        unit: unit.to_owned(),
        format: Format::Number(0),
        extent: Extent::FromZero(1000.0),
        layers,
        hits,
        nothing: format!("No load logged in this {}", source.each()),
    };
    over_time(Chart::Tonnage, title, answer.clone(), answer, body, table)
}
