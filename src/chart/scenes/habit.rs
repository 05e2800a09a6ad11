//! The load of the last seven days against that of the last 28.

use super::spec::{Ahead, ChartSpec, Source, over_time, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Extent, Hit, Layer, Line, Merge, Scene, TimeBody, Word};
use crate::chart::table::{Column, Key, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::load::series::{self, HabitPoint};

const CHANGE: Tone = Tone::of(Hue::Text);

impl Chart {
    /// The last week against the usual one.
    pub const HABIT: Self = Self::new("habit");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    ..ChartSpec::new(
        Chart::HABIT,
        "Load against habit",
        "Is this week much more than I am used to?",
        "The load of the last 7 days against that of the last 28, both as exponential means: \
         +20 % is a fifth more than you are used to. The two means share days, and studies \
         do not agree on any link with injury (Lolli 2019, Impellizzeri 2020), so no zone is \
         coloured. Shown once there are 28 days of training.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let title = vec![Word::plain("Load against habit")];
    let (figures, today) = (source.figures, source.today);
    let drawn = series::load_against_habit(figures, today, source.whole());
    let points = match drawn {
        Ok(points) => points,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let line = points
        .iter()
        .filter_map(|point| Some([day_of(point.date) + 0.5, point.change?]));
    let layers = vec![
        // Habit itself, which the title names and the axis calls ±0 %: a word more would lie across the curve.
        Layer::Level {
            range: [0.0, 0.0],
            text: String::new(),
            tone: Tone::of(Hue::Faint),
        },
        Layer::Line(Line {
            points: line.collect(),
            turn: turn(&points),
            tone: CHANGE,
            width: 1.75,
            label: String::new(),
            merge: Merge::Mean,
        }),
    ];
    let mut table = Table::new(
        "Day",
        vec![
            Column::new("Against habit", "", ValueFormat::Change).toned(CHANGE),
            Column::new("Last 7 days", "AU a day", ValueFormat::Number(0)),
            Column::new("Last 28 days", "AU a day", ValueFormat::Number(0)),
        ],
    );
    let mut hits = Vec::with_capacity(points.len());
    for point in &points {
        let cells = vec![point.change.into(), point.recent.into(), point.habit.into()];
        let row = table.push(Key::Day(point.date), cells);
        hits.push(Hit::day(point.date, row));
    }
    let answer = answer(source, &points);
    let body = TimeBody {
        unit: String::new(),
        format: ValueFormat::Change,
        extent: Extent::Signed(0.4),
        layers,
        hits,
        nothing: "No training in this time".to_owned(),
    };
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

/// From when on the line rests on the plan.
fn turn(points: &[HabitPoint]) -> f64 {
    let first = points.iter().find(|point| point.planned);
    first.map_or(f64::INFINITY, |point| day_of(point.date) - 0.5)
}

/// "+8 % today; the plan reaches +24 % on 12 Dec".
fn answer(source: &Source<'_>, points: &[HabitPoint]) -> String {
    let today = source.answers.today;
    let now = points.iter().rfind(|point| point.date <= source.told());
    let now = now.and_then(|point| point.change);
    let is_told = source.answers.ahead == Ahead::Told;
    let ahead = points.iter().filter(|point| is_told && point.planned);
    let most = ahead
        .filter_map(|point| Some((point.date, point.change?)))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match (now, most) {
        (Some(now), Some((date, most))) => format!(
            "{} {today}; the plan reaches {} on {}",
            words::change(now),
            words::change(most),
            source.dates.day_month(date)
        ),
        (Some(now), None) => format!("{} {today}", words::change(now)),
        (None, _) => "Nothing to compare with after weeks of rest".to_owned(),
    }
}
