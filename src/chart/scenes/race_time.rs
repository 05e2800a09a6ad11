//! What the next race would take now.

use super::spec::{ChartSpec, Source, over_time, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::legend_entry::{LegendEntry, Sample};
use crate::chart::picture::Heft;
use crate::chart::scene::{
    Extent, Form, Hit, Label, Layer, Line, Merge, Point, Scene, Target, TimeBody, Word,
};
use crate::chart::table::{Column, Key, Table, ValueFormat};
use crate::chart::time::{Window, day_of};
use crate::chart::words;
use crate::domain::{Meters, Race};
use crate::load::series::{self, RaceTimePoint};
use crate::notation;

const TIME: Tone = Tone::of(Hue::Race);
/// The distance while no race ahead has one.
const USUAL: Meters = Meters::new(10_000.0);

impl Chart {
    /// What a race would take now.
    pub const RACE_TIME: Self = Self::new("race-time");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    in_usual_report: true,
    legend,
    ..ChartSpec::new(
        Chart::RACE_TIME,
        "Projected race time",
        "What could I run now?",
        "What the next race would take now, by the best runs of the twelve weeks before: each \
         is carried over to the distance by VDOT (Daniels and Gilbert 1979) and by Riegel’s \
         formula (1977), two of them by critical speed where that holds. The line is the \
         middle of these estimates, the band their spread. Training runs are slower than \
         races, and every formula supposes training for the distance: beyond a half marathon \
         Riegel’s is 10 minutes or more too fast for half of the runners (Vickers 2016).",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let goal = goal(source);
    let distance = goal.and_then(|race| race.distance).unwrap_or(USUAL);
    let far = notation::raced_distance(distance, source.units());
    let title = vec![
        Word::toned("Projected time", TIME),
        Word::plain(format!("over {far}")),
    ];
    let drawn = series::race_times(source.figures, source.today, source.whole(), distance);
    let points = match drawn {
        Ok(points) => points,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let at = |point: &RaceTimePoint| day_of(point.date) + 0.5;
    let line: Vec<[f64; 2]> = points.iter().map(|it| [at(it), it.seconds]).collect();
    let mut layers = vec![
        Layer::Band {
            points: points.iter().map(|it| [at(it), it.fast, it.slow]).collect(),
            tone: TIME.with(Shade::Tint),
        },
        Layer::Line(Line {
            points: line.clone(),
            turn: f64::INFINITY,
            tone: TIME,
            width: 1.75,
            label: String::new(),
            merge: Merge::Mean,
        }),
        Layer::Points(
            line.into_iter()
                .map(|[at, value]| Point {
                    at,
                    value,
                    form: Form::Dot,
                    tone: TIME,
                })
                .collect(),
        ),
    ];
    if let Some(target) = goal.and_then(|race| race.target) {
        let seconds = f64::from(target.0);
        layers.push(Layer::Level {
            range: [seconds, seconds],
            text: format!("goal {}", words::clock(seconds)),
            tone: Tone::of(Hue::Accent),
        });
    }
    if let Some(last) = points.last() {
        layers.push(Layer::Labels(vec![Label {
            at: at(last),
            value: last.seconds,
            text: words::clock(last.seconds),
            heft: Heft::SemiBold,
            tone: Tone::of(Hue::Text),
        }]));
    }
    let time = |name: &str| Column::new(name, "", ValueFormat::Clock);
    let mut table = Table::new(
        "Day",
        vec![
            time("Middle estimate").toned(TIME),
            time("Fastest estimate"),
            time("Slowest estimate"),
        ],
    );
    let mut hits = Vec::with_capacity(points.len());
    for point in &points {
        let cells = vec![point.seconds.into(), point.fast.into(), point.slow.into()];
        let row = table.push(Key::Day(point.date), cells);
        hits.push(Hit {
            from: at(point),
            to: at(point),
            value: Some(point.seconds),
            row,
            target: Target::Week(point.date),
        });
    }
    let answer = answer(source, goal, distance, &points);
    let body = TimeBody {
        unit: "h:min:s".to_owned(),
        format: ValueFormat::Clock,
        extent: Extent::Around(distance.km() * 15.0),
        layers,
        hits,
        nothing: "No run to go by in this time".to_owned(),
    };
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

/// The next race with a distance.
fn goal<'a>(source: &Source<'a>) -> Option<&'a Race> {
    let races = source.figures.profile().races.iter();
    races
        .filter(|race| race.date >= source.today && race.distance.is_some())
        .min_by_key(|race| race.date)
}

/// "Coast half marathon: 1:43:10 now (1:41:30–1:46:00) · goal 1:42:00".
fn answer(
    source: &Source<'_>,
    goal: Option<&Race>,
    distance: Meters,
    points: &[RaceTimePoint],
) -> String {
    let told = source.told();
    let Some(last) = points.iter().rfind(|point| point.date <= told) else {
        return "No run to go by up to these weeks".to_owned();
    };
    let clock = words::clock;
    let range = format!(
        "{} ({}–{})",
        clock(last.seconds),
        clock(last.fast),
        clock(last.slow)
    );
    // What is ahead says nothing of weeks gone by.
    if source.answers.gone.is_some() {
        return format!("{range} {}", source.answers.today);
    }
    let name = goal.map_or_else(
        || notation::raced_distance(distance, source.units()),
        |race| race.name.clone(),
    );
    let target = goal.and_then(|race| race.target);
    let target = target.map(|target| format!(" · goal {}", clock(f64::from(target.0))));
    let limit = series::project_race(source.figures, source.today, distance, source.dates)
        .ok()
        .and_then(|projection| projection.limits.into_iter().next())
        .map(|limit| format!(" · {}", as_part(&limit)));
    format!(
        "{name}: {range}{}{}",
        target.unwrap_or_default(),
        limit.unwrap_or_default()
    )
}

/// A sentence as one of several facts beside each other: "it rests on a single run, of 18 Oct 2026".
fn as_part(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The band around the line.
fn legend(_: &TimeBody, _: Window) -> Vec<LegendEntry> {
    let tone = Tone::of(Hue::Race).with(Shade::Tint);
    vec![LegendEntry::new("spread", tone, Sample::Fill)]
}
