//! Monotony and strain of each week.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Bar, Extent, Form, Layer, Line, Merge, Point, Scene, TimeBody, Word};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::load::series::{self, MARKED_MONOTONY, MonotonyOfWeek, MonotonyPoint};

const MONOTONY: Tone = Tone::of(Hue::Steady);
// No colour of races: their flags stand in this chart.
const STRAIN: Tone = Tone::of(Hue::Quality);

impl Chart {
    /// How alike the days of a week are.
    pub const MONOTONY: Self = Self::new("monotony");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    ..ChartSpec::new(
        Chart::MONOTONY,
        "Monotony",
        "Do hard and easy days differ?",
        "The mean of the seven daily loads divided by their spread, rest days counting as \
         zero (Foster 1998). Above 2 the days of a week are much alike: hard days are \
         hardly harder than easy ones. It describes a pattern and predicts nothing. Dashed and \
         hollow: planned.",
        monotony,
    )
};

/// How alike the days of each week are.
fn monotony(source: &Source<'_>) -> Scene {
    let title = vec![Word::toned("Monotony", MONOTONY), Word::plain("of weeks")];
    let points = match series::monotony_by_week(source.figures, source.today, source.whole()) {
        Ok(points) => points,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let place = |point: &MonotonyPoint, found: MonotonyOfWeek| {
        let (from, to) = ends(point.week);
        [f64::midpoint(from, to), found.monotony]
    };
    let found = || {
        let weeks = points.iter();
        weeks.filter_map(|point| Some((point, point.found?)))
    };
    let dots = found().map(|(point, found)| {
        let [at, value] = place(point, found);
        Point {
            at,
            value,
            form: if found.is_marked() {
                Form::Diamond
            } else if point.planned {
                // As in the charts of lifts, where a faded dot is another thing.
                Form::Hollow
            } else {
                Form::Dot
            },
            tone: if point.planned && found.is_marked() {
                MONOTONY.faded()
            } else {
                MONOTONY
            },
        }
    });
    let layers = vec![
        Layer::Level {
            range: [MARKED_MONOTONY, MARKED_MONOTONY],
            text: "days much alike above".to_owned(),
            tone: Tone::of(Hue::Faint),
        },
        Layer::Line(Line {
            points: found().map(|(point, found)| place(point, found)).collect(),
            turn: day_of(source.today) + 3.0,
            tone: MONOTONY,
            width: 1.75,
            label: String::new(),
            merge: Merge::Mean,
        }),
        Layer::Points(dots.collect()),
    ];
    let recent = recent(source);
    let lately = source.answers.lately();
    let marked = found()
        .filter(|(point, found)| {
            found.is_marked() && !point.planned && recent.holds(point.week.first)
        })
        .count();
    let answer = match marked {
        0 => format!("Hard and easy days differ in all of {lately}"),
        count => format!(
            "{} above 2 in {lately}",
            words::count(count, "week", "weeks")
        ),
    };
    over_time(
        &SPEC,
        title,
        answer.clone(),
        answer,
        TimeBody {
            unit: "×".to_owned(),
            format: ValueFormat::Number(1),
            extent: Extent::FromZero(2.5),
            layers,
            hits: hits(&points),
            nothing: "No training in this time".to_owned(),
        },
        table(&points),
    )
}

impl Chart {
    /// Weekly load times monotony.
    pub const STRAIN: Self = Self::new("strain");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const STRAIN_SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    ..ChartSpec::new(
        Chart::STRAIN,
        "Strain",
        "Which weeks were both heavy and monotonous?",
        "The load of a week times its monotony (Foster 1998): high where much load comes \
         without easier days in between. It has no bound of its own; compare your weeks \
         with each other.",
        strain,
    )
};

/// Load times monotony of each week.
fn strain(source: &Source<'_>) -> Scene {
    let title = vec![Word::toned("Strain", STRAIN), Word::plain("of weeks")];
    let points = match series::monotony_by_week(source.figures, source.today, source.whole()) {
        Ok(points) => points,
        Err(missing) => return too_little(&STRAIN_SPEC, title, missing),
    };
    let bars = points.iter().map(|point| {
        let (from, to) = ends(point.week);
        let tone = if point.planned {
            STRAIN.faded()
        } else {
            STRAIN
        };
        let strain = point.found.map_or(0.0, |found| found.strain);
        Bar {
            from,
            to,
            parts: vec![(strain, tone)],
        }
    });
    let recent = recent(source);
    let lately = source.answers.lately();
    let past = points
        .iter()
        .filter(|point| !point.planned && recent.holds(point.week.first));
    let most = past
        .filter_map(|point| Some((point, point.found?)))
        .max_by(|a, b| a.1.strain.total_cmp(&b.1.strain));
    let answer = most.map_or_else(
        || format!("No training in {lately}"),
        |(point, found)| {
            format!(
                "Highest of {lately}: {}, {}",
                source.week_name(point.week.first),
                words::au(found.strain)
            )
        },
    );
    over_time(
        &STRAIN_SPEC,
        title,
        answer.clone(),
        answer,
        TimeBody {
            unit: "AU".to_owned(),
            format: ValueFormat::Number(0),
            extent: Extent::FromZero(500.0),
            layers: vec![Layer::Bars(bars.collect())],
            hits: hits(&points),
            nothing: "No training in this time".to_owned(),
        },
        strain_first(table(&points)),
    )
}

/// The first column is what a chart sums up.
fn strain_first(mut table: Table) -> Table {
    table.columns.swap(0, 1);
    for row in &mut table.rows {
        row.cells.swap(0, 1);
    }
    table
}

fn hits(points: &[MonotonyPoint]) -> Vec<crate::chart::scene::Hit> {
    let rows = points.iter().enumerate();
    rows.map(|(row, point)| hit(point.week, row)).collect()
}

fn table(points: &[MonotonyPoint]) -> Table {
    let mut table = Table::new(
        "Week",
        vec![
            Column::new("Monotony", "", ValueFormat::Number(2)).toned(MONOTONY),
            Column::new("Strain", "AU", ValueFormat::Number(0)).toned(STRAIN),
            Column::new("Load", "AU", ValueFormat::Number(0)),
        ],
    );
    for point in points {
        let figure = |of: fn(MonotonyOfWeek) -> f64| point.found.map(of).into();
        let cells = vec![
            figure(|found| found.monotony),
            figure(|found| found.strain),
            figure(|found| found.load),
        ];
        table.push(key(point.week), cells);
    }
    table
}

#[cfg(test)]
mod tests {
    use chrono::{Days, NaiveDate};

    use super::*;
    use crate::domain::{
        Athlete, AthleteId, Minutes, Plan, Profile, RunKind, RunPlan, Session, SessionId, Stamp,
        Workout,
    };
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    /// Weeks ahead had faded dots, which in the charts of lifts are sets that were done.
    #[test]
    fn points_of_weeks_ahead_are_hollow_as_in_the_charts_of_lifts() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for day in 0_u64..28 {
            let plan = Plan {
                duration: Some(Minutes(if day % 3 == 0 { 90 } else { 20 })),
                ..Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
            };
            let date = today + Days::new(1 + day);
            let id = SessionId::from_bits(u128::from(day) + 1);
            let session = Session::planned(id, date, plan, Stamp::default());
            let place = athlete.sessions.len();
            athlete.sessions.put(session.into(), place);
        }
        let library = Library::shipped().unwrap();
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(today, (&athlete, &library, &figures));
        let drawn = monotony(&source);
        let layers = drawn.time().map_or(&[][..], |body| &body.layers);
        let points = layers.iter().filter_map(|layer| match layer {
            Layer::Points(points) => Some(points),
            _ => None,
        });
        let points: Vec<&Point> = points.flatten().collect();
        assert!(points.len() > 2, "{points:?}");
        assert!(points.iter().any(|point| point.form == Form::Hollow));
        for point in points {
            let is_marked = point.form == Form::Diamond;
            assert!(
                is_marked || (point.form, point.tone) == (Form::Hollow, MONOTONY),
                "{point:?}"
            );
        }
    }
}
