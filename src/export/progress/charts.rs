//! The charts of a report: scenes of its weeks, drawn.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::rows::{Placed, rows};
use super::span::Span;
use crate::chart::choice::BarSpan;
use crate::chart::scenes::{self, Source, usual_exercises};
use crate::chart::svg::figure;
use crate::chart::time::Window;
use crate::chart::{
    Annotation, AnnotationKind, ChartSelection, Scene, Viewport, marks, missing, words,
};
use crate::domain::{Athlete, DateStyle, Ink, Paper};
use crate::library::Library;
use crate::load::series::TrainingDigest;
use crate::rules::{Breach, Finding, Severity, breaches_in};

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
    /// Which week it is about, where it is about one: "W47, 16–22 Nov". Else empty.
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

/// What a report's charts are drawn from.
pub(super) struct Subject<'a> {
    pub(super) athlete: &'a Athlete,
    pub(super) library: &'a Library,
    pub(super) findings: &'a [Finding],
    pub(super) span: Span,
    pub(super) dates: DateStyle,
    pub(super) ink: Ink,
    pub(super) paper: Paper,
}

/// The charts of a choice. What they are is told unless that is hidden.
pub(super) fn report_charts(
    subject: &Subject<'_>,
    choice: &ChartSelection,
    drawings: &mut Drawings,
) -> ChartSection {
    let span = subject.span;
    let (window, group) = (span.window(), span.group());
    let figures = TrainingDigest::of(subject.athlete, subject.library);
    let exercises = if choice.exercises.is_empty() {
        usual_exercises(&figures)
    } else {
        choice.exercises.clone()
    };
    let breaches = match group {
        BarSpan::Week => breaches_in(subject.findings, subject.athlete)
            .into_values()
            .collect(),
        BarSpan::Month => Vec::new(),
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
        dates: subject.dates,
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
    for row in rows(placed, subject.paper) {
        let size = row.size();
        let viewport = Viewport { size, ..viewport };
        let charts = row
            .scenes
            .iter()
            .map(|scene| chart(scene, &viewport, subject.ink, drawings));
        report.rows.push(charts.collect());
    }
    report
}

fn chart(scene: &Scene, viewport: &Viewport<'_>, ink: Ink, drawings: &mut Drawings) -> ReportChart {
    let figure = figure(scene, viewport, ink);
    let week = if scene.chart.spec().about_shown_week {
        week(viewport.shown, scene.table.dates)
    } else {
        String::new()
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

/// "W47, 16–22 Nov": the year is that of the report.
fn week(first: NaiveDate, dates: DateStyle) -> String {
    let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
    let days = dates.short_span(first, last);
    format!("{}, {days}", words::week_number(first))
}

/// Races, programs and pains of the window. Notes are left out: nobody can point at them on paper.
pub(super) fn marks_in(subject: &Subject<'_>, window: Window) -> Vec<Annotation> {
    let mut marks = marks(subject.athlete, subject.library);
    marks.retain(|mark| mark.kind != AnnotationKind::Note && window.holds(mark.day));
    marks
}

/// The signs that need a key.
fn signs(
    placed: &[Placed],
    marks: &[Annotation],
    breaches: &[Breach],
    span: Span,
) -> Vec<&'static str> {
    if !placed.iter().any(|placed| placed.scene.time().is_some()) {
        return Vec::new();
    }
    let marked = |kind| marks.iter().any(|mark| mark.kind == kind);
    let marks_them = placed.iter().any(|it| it.scene.chart.spec().marks_breaches);
    let breached = |severity| {
        let mut weeks = breaches.iter();
        marks_them && weeks.any(|breach| breach.worst == severity && breach.week != span.shown())
    };
    let all = [
        ("Race", marked(AnnotationKind::Race)),
        ("Program", marked(AnnotationKind::Program)),
        ("Pain", marked(AnnotationKind::Pain)),
        ("Conflict", breached(Severity::Conflict)),
        ("Caution", breached(Severity::Caution)),
        ("Today", (span.from..=span.last).contains(&span.today)),
    ];
    all.into_iter()
        .filter_map(|(sign, there)| there.then_some(sign))
        .collect()
}
