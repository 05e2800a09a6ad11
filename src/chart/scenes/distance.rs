//! Weekly distance, with its change against the week before.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::choice::BarSpan;
use crate::chart::color::{Hue, Tone};
use crate::chart::picture::Heft;
use crate::chart::scene::{Bar, Extent, Label, Layer, Scene, TimeBody, Word};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::chart::words;
use crate::domain::Meters;
use crate::load::series::{self, DistanceBar};

const RUN: Tone = Tone::of(Hue::Run);

impl Chart {
    /// Weekly distance with its change.
    pub const DISTANCE: Self = Self::new("distance");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::DISTANCE,
        "Weekly distance",
        "How far did I run, and how fast does it grow?",
        "Distance run in each week, races included and cross-training not. Faded bars are \
         planned. The change is against the week before; on its own it says little about \
         risk.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let name = match source.group {
        BarSpan::Week => "Weekly distance",
        BarSpan::Month => "Monthly distance",
    };
    let title = vec![Word::toned(name, RUN)];
    let grouping = source.group.grouping();
    let drawn = series::weekly_distance(source.figures, source.today, source.whole(), grouping);
    let Ok(bars) = drawn else {
        let words =
            "No run done or planned yet. Drag a run onto a day and its distance appears here.";
        return too_little(&SPEC, title, words);
    };
    let units = source.units();
    let unit = words::distance_unit(units);
    let length = |distance: Meters| words::distance_in(distance, units);
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let parts = vec![(length(bar.done), RUN), (length(bar.to_come), RUN.faded())];
        Bar { from, to, parts }
    });
    let mut layers = vec![Layer::Bars(stacked.collect())];
    let shown = source.shown_among(bars.iter().map(|bar| bar.bucket));
    let shown = shown.and_then(|row| bars.get(row));
    let said = |bar: &DistanceBar| {
        let change = bar
            .change
            .map(|change| format!(", {}", words::change(change)));
        let far = words::distance(bar.total(), units);
        format!("{far}{}", change.unwrap_or_default())
    };
    let label = shown.filter(|bar| bar.total().m() > 0.0).map(|bar| {
        let (from, to) = ends(bar.bucket);
        Label {
            at: f64::midpoint(from, to),
            value: length(bar.total()),
            text: said(bar),
            heft: Heft::SemiBold,
            tone: Tone::of(Hue::Text),
        }
    });
    layers.push(Layer::Labels(label.into_iter().collect()));

    let far = |name: &str| Column::new(name, unit, ValueFormat::Number(1));
    let mut table = Table::new(
        source.group.heading(),
        vec![
            far("Together").toned(RUN),
            far("Done"),
            far("To come"),
            far("Planned in all"),
            Column::new(
                format!("Against the {} before", source.each()),
                "",
                ValueFormat::Change,
            ),
            far("Longest run"),
            Column::new("Runs", "", ValueFormat::Number(0)),
        ],
    );
    let mut hits = Vec::with_capacity(bars.len());
    for bar in &bars {
        let some = |distance: Meters| (distance.m() > 0.0).then_some(length(distance));
        let cells = vec![
            length(bar.total()).into(),
            length(bar.done).into(),
            some(bar.to_come).into(),
            length(bar.planned).into(),
            bar.change.into(),
            some(bar.longest).into(),
            (bar.runs as f64).into(),
        ];
        let row = table.push(key(bar.bucket), cells);
        hits.push(hit(bar.bucket, row));
    }
    let body = TimeBody {
        unit: unit.to_owned(),
        format: ValueFormat::Number(1),
        extent: Extent::FromZero(40.0),
        layers,
        hits,
        nothing: format!("No run in this {}", source.each()),
    };
    let answer = answer(source, &bars);
    let week = shown.map_or_else(String::new, |bar| {
        format!("{}: {}. ", key(bar.bucket).title(source.dates), said(bar))
    });
    let summary = format!("{week}{answer}");
    over_time(&SPEC, title, answer, summary, body, table)
}

/// "Furthest: W46, 44 km · longest run 21 km".
fn answer(source: &Source<'_>, bars: &[DistanceBar]) -> String {
    let recent = recent(source);
    let past = bars.iter().filter(|bar| recent.holds(bar.bucket.first));
    let most = past
        .clone()
        .max_by(|a, b| a.done.m().total_cmp(&b.done.m()))
        .filter(|bar| bar.done.m() > 0.0);
    let Some(most) = most else {
        return format!("No run in {}", source.answers.lately());
    };
    let longest = past.map(|bar| bar.longest_done.m());
    let longest = longest.fold(0.0, f64::max);
    let units = source.units();
    let when = source.bar_name(most.bucket.first);
    format!(
        "Furthest: {when}, {} · longest run {}",
        words::distance(most.done, units),
        words::distance(Meters::new(longest), units)
    )
}
