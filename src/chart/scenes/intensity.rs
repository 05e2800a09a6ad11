//! Easy, moderate and hard minutes of running.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Bar, Extent, Layer, Scene, TimeBody, Word};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::load::series::{self, Intensity, IntensityBar, IntensitySource, Minutes3};

const fn tone(intensity: Intensity) -> Tone {
    Tone::of(match intensity {
        Intensity::Easy => Hue::Easy,
        Intensity::Moderate => Hue::Steady,
        Intensity::Hard => Hue::Quality,
    })
}

impl Chart {
    /// Easy, moderate and hard minutes of running.
    pub const INTENSITY: Self = Self::new("intensity");
}

/// What there is to say of the chart.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::INTENSITY,
        "Running intensity",
        "Are the easy runs most of my running?",
        "Running minutes of each week as easy, moderate and hard, by heart rate or pace where \
         logged and by the kind of run where not. Most successful plans keep about four \
         fifths easy (Seiler 2010); the split says nothing about how much you run.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let kinds = Intensity::ALL
        .into_iter()
        .map(|kind| Word::toned(kind.label().to_lowercase(), tone(kind)));
    let title = std::iter::once(Word::plain("Running"))
        .chain(kinds)
        .collect();
    let grouping = source.group.grouping();
    let drawn = series::intensity(source.figures, source.today, source.whole(), grouping);
    let Ok(bars) = drawn else {
        let words = "No run done or planned yet. Log a run and its minutes appear here.";
        return too_little(&SPEC, title, words);
    };
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let done = Intensity::ALL.map(|kind| (f64::from(bar.done.of(kind)), tone(kind)));
        let ahead =
            Intensity::ALL.map(|kind| (f64::from(bar.to_come.of(kind)), tone(kind).faded()));
        let parts = done.into_iter().chain(ahead).collect();
        Bar { from, to, parts }
    });
    let layers = vec![Layer::Bars(stacked.collect())];

    let mut columns = Vec::new();
    for kind in Intensity::ALL {
        columns.push(Column::new(kind.label(), "min", ValueFormat::Number(0)).toned(tone(kind)));
    }
    columns.push(Column::new("Easy of all", "", ValueFormat::Share));
    columns.push(Column::new("Mostly read from", "", ValueFormat::Number(0)));
    let mut table = Table::new("From", columns);
    let mut hits = Vec::with_capacity(bars.len());
    for bar in &bars {
        let all = bar.done.plus(bar.to_come);
        let minutes = |kind| f64::from(all.of(kind)).into();
        let easy = (all.total() > 0.0).then(|| f64::from(all.share(Intensity::Easy)));
        let cells = vec![
            minutes(Intensity::Easy),
            minutes(Intensity::Moderate),
            minutes(Intensity::Hard),
            easy.into(),
            read_from(bar).to_owned().into(),
        ];
        let row = table.push(key(bar.bucket), cells);
        hits.push(hit(bar.bucket, row));
    }
    let answer = answer(source, &bars);
    let body = TimeBody {
        unit: "min".to_owned(),
        format: ValueFormat::Number(0),
        extent: Extent::FromZero(120.0),
        layers,
        hits,
        nothing: format!("No run in this {}", source.each()),
    };
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

/// What most runs of a bar were read from.
fn read_from(bar: &IntensityBar) -> &'static str {
    let counted = IntensitySource::ALL.iter().zip(bar.sources);
    let most = counted
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(_, count)| *count);
    most.map_or("", |(source, _)| source.label())
}

/// "82 % easy over 12 weeks".
fn answer(source: &Source<'_>, bars: &[IntensityBar]) -> String {
    let from = recent(source).first;
    let past = bars
        .iter()
        .filter(|bar| bar.bucket.first >= from && bar.bucket.first <= source.today);
    let sum = past.fold(Minutes3::default(), |sum, bar| sum.plus(bar.done));
    if sum.total() <= 0.0 {
        return format!("No run in the last {} weeks", source.answers.weeks);
    }
    let share = |kind| ValueFormat::Share.figure(f64::from(sum.share(kind)));
    format!(
        "Last {} weeks: {} easy, {} moderate, {} hard",
        source.answers.weeks,
        share(Intensity::Easy),
        share(Intensity::Moderate),
        share(Intensity::Hard)
    )
}
