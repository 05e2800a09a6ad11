//! The heaviest set of each session, exercise by exercise, done and planned.

use chrono::NaiveDate;

use super::lift_lines::{self, DayGrid};
use super::spec::{ChartSpec, Source, over_time, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::Tone;
use crate::chart::legend_entry;
use crate::chart::scene::{Form, Hit, Layer, Point, Scene, Target, Word};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::domain::{SessionId, Units};
use crate::load::series::{self, LiftSeries, TopSet};

impl Chart {
    /// The heaviest set of each session.
    pub const TOP_WEIGHT: Self = Self::new("top-weight");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    takes_exercises: true,
    legend: legend_entry::points,
    ..ChartSpec::new(
        Chart::TOP_WEIGHT,
        "Top weight",
        "What is the heaviest I lift in training?",
        "The heaviest working set of each session, warm-ups and drop sets left out, whatever \
         the repetitions. For bodyweight exercises the load added to the body. Dashed: what \
         is planned.",
        scene,
    )
};

/// The heaviest set of each session.
fn scene(source: &Source<'_>) -> Scene {
    let title = vec![Word::plain("Top weight")];
    let drawn = series::lift_series(source.figures, source.today, source.exercises);
    let series = match drawn {
        Ok(series) => series,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let units = source.units();
    let lines = series.iter().zip(Tone::LINES);
    let layers = lines
        .flat_map(|(lift, tone)| drawn_tops(lift, units, tone))
        .collect();
    let (table, hits) = read_tops(&series, units);
    let body = lift_lines::body(units, layers, hits);
    let heaviest = series.iter().filter_map(|lift| {
        let tops = lift.points.iter().filter_map(|point| point.top);
        let top = tops.max_by(|a, b| a.kg.kg().total_cmp(&b.kg.kg()))?;
        let kg = words::mass(top.kg, units);
        Some(format!("{} {kg} × {}", lift.name, top.reps))
    });
    let heaviest: Vec<_> = heaviest.collect();
    let answer = format!("Heaviest: {}", heaviest.join(" · "));
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

/// The top weights of one exercise as a line with its points, dashed and hollow where they are only planned.
fn drawn_tops(lift: &LiftSeries, units: Units, tone: Tone) -> [Layer; 2] {
    let place = |date, top: TopSet, form| Point {
        at: day_of(date) + 0.5,
        value: words::mass_in(top.kg, units),
        form,
        tone,
    };
    let done = lift.points.iter();
    let done: Vec<Point> = done
        .filter_map(|it| Some(place(it.date, it.top?, Form::Dot)))
        .collect();
    let planned = lift.planned.iter();
    let planned = planned.map(|it| place(it.date, it.top, Form::Hollow));
    lift_lines::traced(done, planned.collect(), &lift.name, tone)
}

/// A row a day: weight and repetitions of each exercise, done and planned.
fn read_tops(series: &[LiftSeries], units: Units) -> (Table, Vec<Hit>) {
    let mut grid = DayGrid::default();
    let unit = words::mass_unit(units);
    for (lift, tone) in series.iter().zip(Tone::LINES) {
        let done = lift.points.iter();
        let done = done.filter_map(|it| Some((it.date, it.top?, it.session)));
        let planned = lift.planned.iter().map(|it| (it.date, it.top, it.session));
        let mut add = |name: &str, tone, tops: &mut dyn Iterator<Item = Top>| {
            let mut tops = tops.peekable();
            if tops.peek().is_none() {
                return;
            }
            let kg = grid.column(Column::new(name, unit, ValueFormat::Number(1)).toned(tone));
            let reps = format!("{name} repetitions");
            let reps = grid.column(Column::new(reps, "", ValueFormat::Number(0)));
            for (date, top, session) in tops {
                let weight = words::mass_in(top.kg, units);
                grid.point(kg, date, weight, Target::Session(session));
                grid.figure(reps, date, f64::from(top.reps));
            }
        };
        add(&lift.name, tone, &mut done.into_iter());
        let name = format!("{}, planned", lift.name);
        add(&name, tone.faded(), &mut planned.into_iter());
    }
    grid.finish()
}

/// When, what, and in which session.
type Top = (NaiveDate, TopSet, SessionId);
