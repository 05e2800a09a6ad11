//! The charts of a progress report: scenes of its weeks, placed on the page and drawn.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::chart::choice::Group;
use crate::chart::scene::Body;
use crate::chart::scenes::{self, Answers, Source, usual_exercises};
use crate::chart::svg::figure;
use crate::chart::time::{Window, day_of};
use crate::chart::{Chart, Choice, Mark, MarkKind, Scene, Size, Viewport, marks, missing, words};
use crate::domain::{Athlete, Ink};
use crate::library::Library;
use crate::load::series::Figures;
use crate::rules::{Breach, Finding, Severity, breaches_in};

/// Points across of a drawing over the whole page, and of one in a column. The page shrinks them to four fifths, which
/// makes their letters as large as those beside them.
const WIDTHS: [f32; 2] = [683.0, 330.0];
/// Points down of a chart over time, over the whole page and in a column.
const TIME_HEIGHTS: [f32; 2] = [176.0, 148.0];
/// Points down of the body map.
const BODY_HEIGHT: f32 = 208.0;
/// Points down of a muscle's bar, and of a record.
const ROW_HEIGHTS: [f32; 2] = [13.0, 22.0];
/// The most records that are listed.
const MOST_RECORDS: usize = 9;
/// More weeks than these are drawn as months, or their bars could not be told apart.
const MOST_WEEK_BARS: u32 = 96;
/// Answers are about the weeks of the report up to the current one, but no fewer than these.
const FEWEST_ANSWERED: u32 = 4;

/// The charts of a report.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ChartSection {
    /// Rows of one chart or two, from the top.
    pub rows: Vec<Vec<ReportChart>>,
    /// Charts with too little to draw: "Projected time over 10 km: no run in this time."
    pub missing: Vec<String>,
    /// Which signs stand in the charts: "Race", "Pain", "Program", "Today", "Conflict", "Caution".
    pub signs: Vec<&'static str>,
    /// What the charts are, where that is asked for.
    pub notes: Vec<ChartNote>,
}

/// A chart on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportChart {
    /// The title, word by word.
    pub title: Vec<TitleWord>,
    /// Which week it is about, where it is about one: "Week 47 · 16–22 Nov 2026". Else empty.
    pub week: String,
    /// What else its key explains.
    pub key: Vec<TitleWord>,
    /// What it answers, in a line.
    pub answer: String,
    /// What it says, for those who cannot see it.
    pub summary: String,
    /// Which of the pictures it is.
    pub picture: usize,
}

/// A word of a title or a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TitleWord {
    /// The word.
    pub text: String,
    /// The picture of what it is the key to.
    pub sample: Option<usize>,
}

/// What a chart is: formula, source and limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChartNote {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub about: String,
}

/// Pictures of several reports; samples of the same look are one picture.
#[derive(Debug, Clone, Default)]
pub struct Drawings {
    svgs: Vec<String>,
    samples: BTreeMap<String, usize>,
}

impl Drawings {
    /// The pictures as SVG.
    pub fn into_svgs(self) -> Vec<String> {
        self.svgs
    }

    fn add(&mut self, svg: String) -> usize {
        self.svgs.push(svg);
        self.svgs.len() - 1
    }

    fn sample(&mut self, svg: String) -> usize {
        if let Some(known) = self.samples.get(&svg) {
            return *known;
        }
        let place = self.add(svg.clone());
        self.samples.insert(svg, place);
        place
    }
}

/// The weeks of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// Its first day, the first of a week.
    pub(super) from: NaiveDate,
    /// Its last day.
    pub(super) last: NaiveDate,
    /// How many weeks.
    pub(super) weeks: u32,
    /// The current day.
    pub(super) today: NaiveDate,
}

impl Span {
    /// So many weeks, at least one, from the first day of a week.
    pub(super) fn new(from: NaiveDate, weeks: u32, today: NaiveDate) -> Self {
        let weeks = weeks.max(1);
        let days = Days::new(u64::from(weeks) * 7 - 1);
        Self {
            from,
            last: from.checked_add_days(days).unwrap_or(from),
            weeks,
            today,
        }
    }

    /// True when it lies in the past.
    pub(super) fn is_over(self) -> bool {
        self.last < self.today
    }

    /// The day that figures are told of: the current one, or the last one of a report of weeks gone by.
    fn told(self) -> NaiveDate {
        self.last.min(self.today)
    }

    /// First day of the last week that is over; while none is, of the current week or of the first one.
    fn shown(self) -> NaiveDate {
        let over = (self.today - self.from).num_days().div_euclid(7);
        let weeks = i64::from(self.weeks);
        let week = if over > 0 {
            (over - 1).min(weeks - 1)
        } else {
            0
        };
        let days = u64::try_from(7 * week).unwrap_or(0);
        self.from
            .checked_add_days(Days::new(days))
            .unwrap_or(self.from)
    }

    fn window(self) -> Window {
        Window {
            start: day_of(self.from),
            end: day_of(self.last) + 1.0,
        }
    }

    fn group(self) -> Group {
        if self.weeks > MOST_WEEK_BARS {
            Group::Month
        } else {
            Group::Week
        }
    }

    fn answers(self) -> Answers {
        let gone = (self.told() - self.from).num_days().div_euclid(7) + 1;
        let weeks = u32::try_from(gone).unwrap_or(0);
        let usual = Answers::default();
        Answers {
            weeks: if weeks < FEWEST_ANSWERED {
                usual.weeks
            } else {
                weeks
            },
            today: if self.is_over() {
                "at the end"
            } else {
                usual.today
            },
        }
    }
}

/// What a report's charts are drawn from.
pub(super) struct Subject<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) library: &'a Library,
    pub(super) findings: &'a [Finding],
    pub(super) span: Span,
    pub(super) ink: Ink,
}

/// A chart with its place on the page.
struct Placed {
    scene: Scene,
    size: Size,
}

/// The charts of a choice. What they are is told unless that is hidden.
pub(super) fn report_charts(
    subject: &Subject<'_>,
    choice: &Choice,
    drawings: &mut Drawings,
) -> ChartSection {
    let span = subject.span;
    let (window, group) = (span.window(), span.group());
    let figures = Figures::of(subject.athlete, subject.library);
    let exercises = if choice.exercises.is_empty() {
        usual_exercises(&figures)
    } else {
        choice.exercises.clone()
    };
    let breaches = match group {
        Group::Week => breaches_in(subject.findings, subject.athlete)
            .into_values()
            .collect(),
        Group::Month => Vec::new(),
    };
    let source = Source {
        athlete: subject.athlete,
        library: subject.library,
        figures: &figures,
        today: span.told(),
        shown: span.shown(),
        group,
        exercises: &exercises,
        breaches: &breaches,
        answers: span.answers(),
    };
    let mut report = ChartSection::default();
    let mut placed = Vec::new();
    for entry in &choice.charts {
        let scene = scenes::scene(entry.chart, &source);
        match missing(&scene, window) {
            Some(why) => report
                .missing
                .push(format!("{}: {why}", scene.title_text())),
            None => placed.push(Placed {
                scene,
                size: entry.size,
            }),
        }
    }
    let marks = marks_in(subject, window);
    report.signs = signs(&placed, &marks, &breaches, span);
    let notes = placed.iter().map(|placed| ChartNote {
        name: placed.scene.chart.name(),
        about: placed.scene.chart.about_on(subject.ink),
    });
    report.notes = notes.collect();
    let viewport = Viewport {
        size: [0.0, 0.0],
        window,
        today: span.today,
        shown: span.shown(),
        marks: &marks,
        before: None,
        ghost: None,
    };
    for row in rows(placed) {
        let width = WIDTHS[row.len() - 1];
        let heights = row.iter().map(|scene| height(scene, row.len()));
        let size = [width, heights.fold(0.0, f32::max)];
        let viewport = Viewport { size, ..viewport };
        let charts = row
            .iter()
            .map(|scene| chart(scene, &viewport, subject.ink, drawings));
        report.rows.push(charts.collect());
    }
    report
}

/// One after another, two small ones side by side. A small one that would stand alone gets the whole row.
fn rows(placed: Vec<Placed>) -> Vec<Vec<Scene>> {
    let mut rows: Vec<Vec<Scene>> = Vec::new();
    let mut small: Vec<Scene> = Vec::new();
    for Placed { scene, size } in placed {
        if size == Size::Small {
            small.push(scene);
            continue;
        }
        rows.extend(pairs(std::mem::take(&mut small)));
        rows.push(vec![scene]);
    }
    rows.extend(pairs(small));
    rows
}

fn pairs(small: Vec<Scene>) -> Vec<Vec<Scene>> {
    // A chart over time gains most by the whole width; one in an odd place would part a pair.
    let alone = (small.len() % 2 == 1).then(|| {
        let mut firsts = (0..small.len()).step_by(2);
        firsts
            .find(|place| small.get(*place).is_some_and(|it| it.time().is_some()))
            .unwrap_or(0)
    });
    let mut rows = Vec::new();
    let mut rest = small.into_iter().enumerate();
    while let Some((place, scene)) = rest.next() {
        let second = (alone != Some(place)).then(|| rest.next()).flatten();
        let second = second.map(|(_, scene)| scene);
        rows.push(std::iter::once(scene).chain(second).collect());
    }
    rows
}

/// How many points down a chart needs in a row of so many.
fn height(scene: &Scene, beside: usize) -> f32 {
    let [muscle, record] = ROW_HEIGHTS;
    match &scene.body {
        Body::Time(_) | Body::Words(_) => TIME_HEIGHTS[beside - 1],
        Body::Rows(body) => muscle * body.rows.len() as f32 + 6.0,
        Body::List(rows) => record * rows.len().min(MOST_RECORDS) as f32,
        Body::Muscles(_) => BODY_HEIGHT,
    }
}

fn chart(scene: &Scene, viewport: &Viewport<'_>, ink: Ink, drawings: &mut Drawings) -> ReportChart {
    let figure = figure(scene, viewport, ink);
    let week = match scene.chart {
        Chart::HardSets | Chart::BodyMap => words::week_name(viewport.shown),
        _ => String::new(),
    };
    let title = figure.title.into_iter().map(|(text, sample)| TitleWord {
        text,
        sample: sample.map(|svg| drawings.sample(svg)),
    });
    let title = title.collect();
    let key = figure.besides.into_iter().map(|(sample, text)| TitleWord {
        text,
        sample: Some(drawings.sample(sample)),
    });
    ReportChart {
        title,
        week,
        key: key.collect(),
        answer: scene.subtitle.clone(),
        summary: scene.summary.clone(),
        picture: drawings.add(figure.drawing),
    }
}

/// Races, programs and pains of the window. Notes are left out: nobody can point at them on paper.
fn marks_in(subject: &Subject<'_>, window: Window) -> Vec<Mark> {
    let mut marks = marks(subject.athlete, subject.library);
    marks.retain(|mark| mark.kind != MarkKind::Note && window.holds(mark.day));
    marks
}

/// The signs that need a key.
fn signs(
    placed: &[Placed],
    marks: &[Mark],
    breaches: &[Breach],
    span: Span,
) -> Vec<&'static str> {
    if !placed.iter().any(|placed| placed.scene.time().is_some()) {
        return Vec::new();
    }
    let marked = |kind| marks.iter().any(|mark| mark.kind == kind);
    let has_load = placed.iter().any(|it| it.scene.chart == Chart::Load);
    let breached = |severity| {
        let mut weeks = breaches.iter();
        has_load && weeks.any(|breach| breach.worst == severity && breach.week != span.shown())
    };
    let all = [
        ("Race", marked(MarkKind::Race)),
        ("Program", marked(MarkKind::Program)),
        ("Pain", marked(MarkKind::Pain)),
        ("Conflict", breached(Severity::Conflict)),
        ("Caution", breached(Severity::Caution)),
        ("Today", (span.from..=span.last).contains(&span.today)),
    ];
    all.into_iter()
        .filter_map(|(sign, there)| there.then_some(sign))
        .collect()
}
