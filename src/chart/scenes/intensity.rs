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

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::INTENSITY,
        "Running intensity",
        "Are the easy runs most of my running?",
        "Running minutes of each week as easy, moderate and hard: by the heart rate throughout \
         the run where a watch recorded it (it lags behind short repeats), else by the steps of \
         the plan, else the average heart rate, else the average pace against the threshold, else how it \
         felt, else the kind of run. These do not agree with each other (Bellinger 2020), so it \
         is told what was read from which. Four fifths easy are counted in sessions, not in \
         minutes (Seiler 2010); recreational runners do well with much easy, some moderate and \
         little hard (Rosenblat 2025). The split says nothing about how much you run.",
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
    columns.push(Column::new("Easy of all minutes", "", ValueFormat::Share));
    columns.push(Column::new("Easy of all runs", "", ValueFormat::Share));
    columns.push(Column::new(
        "Runs easy · moderate · hard",
        "",
        ValueFormat::Number(0),
    ));
    columns.push(Column::new("Runs read", "", ValueFormat::Number(0)));
    let mut table = Table::new(source.group.heading(), columns);
    let mut hits = Vec::with_capacity(bars.len());
    for bar in &bars {
        let all = bar.done.plus(bar.to_come);
        let minutes = |kind| f64::from(all.of(kind)).into();
        let easy = (all.total() > 0.0).then(|| f64::from(all.share(Intensity::Easy)));
        let runs = [0, 1, 2].map(|class: usize| {
            let of = |counts: &[usize; 3]| counts.get(class).copied().unwrap_or_default();
            of(&bar.sessions) + of(&bar.sessions_to_come)
        });
        let cells = vec![
            minutes(Intensity::Easy),
            minutes(Intensity::Moderate),
            minutes(Intensity::Hard),
            easy.into(),
            easy_sessions(runs).into(),
            runs.map(|count| count.to_string()).join(" · ").into(),
            read_from(&bar.sources, "by").into(),
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

/// The share of the runs that were easy as a whole; `None` without a run.
fn easy_sessions(runs: [usize; 3]) -> Option<f64> {
    let all: usize = runs.iter().sum();
    let [easy, ..] = runs;
    (all > 0).then(|| easy as f64 / all as f64)
}

/// What the runs were read from, the most of them first: "5 by average pace, 2 by exertion"; all from the same by its name
/// behind the word `alone`.
fn read_from(sources: &[usize; IntensitySource::ALL.len()], alone: &str) -> String {
    let mut counted: Vec<(&IntensitySource, usize)> = IntensitySource::ALL
        .iter()
        .zip(sources.iter().copied())
        .filter(|(_, count)| *count > 0)
        .collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match counted.as_slice() {
        [(source, _)] => format!("{alone} {}", source.label()),
        several => {
            let told = several.iter();
            let told = told.map(|(source, count)| format!("{count} by {}", source.label()));
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Shares of a whole in whole percents that come to 100: those that lose most by rounding down are rounded up.
fn whole_percents(shares: [f32; 3]) -> [u8; 3] {
    let exact = shares.map(|share| 100.0 * share.clamp(0.0, 1.0));
    let mut whole = exact.map(|percent| percent.floor() as u8);
    let mut order = [0, 1, 2];
    order.sort_by(|a: &usize, b: &usize| {
        let lost = |at: usize| exact.get(at).map_or(0.0, |percent| percent.fract());
        lost(*b).total_cmp(&lost(*a))
    });
    let missing = 100_u8.saturating_sub(whole.iter().sum());
    for at in order.into_iter().take(missing.into()) {
        if let Some(percent) = whole.get_mut(at) {
            *percent += 1;
        }
    }
    whole
}

/// "Last 12 weeks: 82 % easy, 10 % moderate, 8 % hard; 78 % of the runs easy · 20 by average pace, 3 by exertion".
fn answer(source: &Source<'_>, bars: &[IntensityBar]) -> String {
    let recent = recent(source);
    let past = bars.iter().filter(|bar| recent.holds(bar.bucket.first));
    let mut sum = Minutes3::default();
    let (mut runs, mut sources) = ([0; 3], [0; IntensitySource::ALL.len()]);
    for bar in past {
        sum = sum.plus(bar.done);
        add(&mut runs, &bar.sessions);
        add(&mut sources, &bar.sources);
    }
    if sum.total() <= 0.0 {
        return format!("No run in {}", source.answers.lately());
    }
    let [share_easy, moderate, hard] = whole_percents(Intensity::ALL.map(|kind| sum.share(kind)))
        .map(|percent| ValueFormat::Share.figure(f64::from(percent) / 100.0));
    let read = read_from(&sources, "read from");
    let easy = easy_sessions(runs).unwrap_or_default();
    format!(
        "{}: {} easy, {} moderate, {} hard; {} of the runs easy · {}",
        source.answers.over(),
        share_easy,
        moderate,
        hard,
        ValueFormat::Share.figure(easy),
        read
    )
}

fn add<const N: usize>(sums: &mut [usize; N], counts: &[usize; N]) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "77 % easy, 14 % moderate, 10 % hard" came to 101.
    #[test]
    fn shares_in_whole_percents_come_to_a_hundred() {
        assert_eq!(whole_percents([0.765, 0.136, 0.099]), [76, 14, 10]);
        assert_eq!(whole_percents([1.0, 0.0, 0.0]), [100, 0, 0]);
        assert_eq!(whole_percents([0.333_4, 0.333_3, 0.333_3]), [34, 33, 33]);
    }

    /// "average heart rate 32" was read as a heart rate.
    #[test]
    fn runs_are_counted_as_runs() {
        let mut counts = [0; IntensitySource::ALL.len()];
        counts[0] = 2;
        let label = IntensitySource::ALL[0].label();
        assert_eq!(read_from(&counts, "by"), format!("by {label}"));
        counts[1] = 32;
        let [few, many] =
            [IntensitySource::ALL[0], IntensitySource::ALL[1]].map(IntensitySource::label);
        let told = format!("32 by {many}, 2 by {few}");
        assert_eq!(read_from(&counts, "by"), told);
    }
}
