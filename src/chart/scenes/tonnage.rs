//! What was moved in each week, and what the plan still asks for.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::choice::BarSpan;
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::scene::{Bar, Extent, Layer, Scene, TimeBody, Word};
use crate::chart::table::{Cell, Column, Table, ValueFormat};
use crate::chart::words;
use crate::domain::Kilograms;
use crate::load::series;

impl Chart {
    /// Mass moved in each week.
    pub const TONNAGE: Self = Self::new("tonnage");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    takes_exercises: true,
    ..ChartSpec::new(
        Chart::TONNAGE,
        "Tonnage",
        "How much do I move in a week?",
        "Sets × repetitions × load of all working sets in a week; both sides and both \
         dumbbells count. It tells how much was moved, not how hard it was: heavy sets of \
         few repetitions weigh little here. Sets without a load are left out, and so are planned \
         loads in percent. Faded: still planned.",
        scene,
    )
};

/// What was moved in each week, the chosen exercises in their colours.
fn scene(source: &Source<'_>) -> Scene {
    let name = match source.group {
        BarSpan::Week => "Weekly tonnage",
        BarSpan::Month => "Monthly tonnage",
    };
    let grouping = source.group.grouping();
    let (figures, exercises) = (source.figures, source.exercises);
    let bars = match series::tonnage(figures, source.today, source.whole(), grouping, exercises) {
        Ok(bars) => bars,
        Err(missing) => return too_little(&SPEC, vec![Word::plain(name)], missing),
    };
    let names = || {
        exercises
            .iter()
            .map(|id| figures.name_of(id))
            .zip(Tone::LINES)
    };
    let mut title = vec![Word::plain(name)];
    title.extend(names().map(|(name, tone)| Word::toned(name, tone)));
    let others = Tone::of(Hue::Grey);
    // Of the bars they are often the largest part.
    if !exercises.is_empty() {
        title.push(Word::others("others", others));
    }
    let units = source.units();
    let unit = words::mass_unit(units);
    let mass = |kg: f64| words::mass_in(Kilograms::new(kg), units);
    let rest = |all: f64, chosen: &[f64]| (all - chosen.iter().sum::<f64>()).max(0.0);
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let mut parts = Vec::new();
        let stages = [
            (bar.all, &bar.exercises, Shade::Full),
            (bar.to_come, &bar.exercises_to_come, Shade::Faded),
        ];
        for (all, chosen, shade) in stages {
            let of_each = chosen.iter().zip(Tone::LINES);
            parts.extend(of_each.map(|(kg, tone)| (mass(*kg), tone.with(shade))));
            parts.push((mass(rest(all, chosen)), others.with(shade)));
        }
        Bar { from, to, parts }
    });
    let layers = vec![Layer::Bars(stacked.collect())];

    let column = |name: &str| Column::new(name, unit, ValueFormat::Number(0));
    let mut columns: Vec<_> = names()
        .map(|(name, tone)| column(&name).toned(tone))
        .collect();
    columns.push(column("Other exercises").toned(others));
    columns.push(column("Done in all"));
    columns.extend(
        names().map(|(name, tone)| column(&format!("{name}, planned")).toned(tone.faded())),
    );
    columns.push(column("Other exercises, planned").toned(others.faded()));
    columns.push(column("Still planned"));
    columns.push(Column::new("Strength sessions", "", ValueFormat::Number(0)));
    let mut table = Table::new(source.group.heading(), columns);
    let mut hits = Vec::with_capacity(bars.len());
    for bar in &bars {
        // Of a week that is all ahead nothing is said to be done, and of one that is past nothing to be planned.
        let is_ahead = bar.sessions == 0 && bar.to_come > 0.0;
        let done = |kg: f64| Cell::from((!is_ahead).then(|| mass(kg)));
        let ahead = |kg: f64| Cell::from((kg > 0.0).then(|| mass(kg)));
        let mut cells: Vec<Cell> = bar.exercises.iter().map(|kg| done(*kg)).collect();
        cells.push(done(rest(bar.all, &bar.exercises)));
        cells.push(done(bar.all));
        cells.extend(bar.exercises_to_come.iter().map(|kg| ahead(*kg)));
        cells.push(ahead(rest(bar.to_come, &bar.exercises_to_come)));
        cells.push(ahead(bar.to_come));
        cells.push((!is_ahead).then_some(bar.sessions as f64).into());
        let row = table.push(key(bar.bucket), cells);
        hits.push(hit(bar.bucket, row));
    }
    let recent = recent(source);
    let past = bars.iter().filter(|bar| recent.holds(bar.bucket.first));
    let most = past.max_by(|a, b| a.all.total_cmp(&b.all));
    let answer = most.filter(|bar| bar.all > 0.0).map_or_else(
        || format!("No load logged in {}", source.answers.lately()),
        |bar| {
            let when = source.bar_name(bar.bucket.first);
            let moved = words::number(mass(bar.all), 0);
            format!("Most: {when}, {moved} {unit}")
        },
    );
    let body = TimeBody {
        unit: unit.to_owned(),
        format: ValueFormat::Number(0),
        extent: Extent::FromZero(1000.0),
        layers,
        hits,
        nothing: format!("No load logged in this {}", source.each()),
    };
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}
