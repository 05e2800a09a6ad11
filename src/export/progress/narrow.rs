//! The charts of a report for a narrow screen: one above the other, each with its words.

use chrono::NaiveDate;

use super::charts::{Subject, marks_in};
use super::rows::height;
use super::span::Span;
use crate::chart::scenes::{self, Source, usual_exercises};
use crate::chart::svg::figure;
use crate::chart::{ChartSelection, Viewport, missing};
use crate::domain::{Athlete, DateStyle, Ink, Paper};
use crate::library::Library;
use crate::load::series::TrainingDigest;

/// Points across of a drawing: a phone's width without its margins.
const WIDTH: f32 = 340.0;
/// The least points down of a drawing, so that a finger can follow a line.
const LEAST_HEIGHT: f32 = 150.0;
/// The column of a page whose heights fit this width.
const COLUMN: usize = 1;

/// A chart with everything that stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NarrowChart {
    /// Its name: "Weekly load".
    pub title: String,
    /// The words of its key, each with a sample as an SVG.
    pub key: Vec<(String, Option<String>)>,
    /// What it answers, in a line.
    pub answer: String,
    /// What it says, for those who cannot see it.
    pub summary: String,
    /// The drawing as an SVG of its own.
    pub svg: String,
}

/// The charts of a choice over so many weeks from `from` on, those with anything to show, as they stand `today`.
pub fn narrow_charts(
    athlete: &Athlete,
    library: &Library,
    choice: &ChartSelection,
    from: NaiveDate,
    weeks: u32,
    (today, dates): (NaiveDate, DateStyle),
) -> Vec<NarrowChart> {
    let span = Span::new(from, weeks, today);
    let window = span.window();
    let figures = TrainingDigest::of(athlete, library);
    let exercises = if choice.exercises.is_empty() {
        usual_exercises(&figures)
    } else {
        choice.exercises.clone()
    };
    let source = Source {
        athlete,
        library,
        figures: &figures,
        today: span.told(),
        shown: span.shown(),
        group: span.group(),
        exercises: &exercises,
        // What the rules object to is for the coach to say.
        breaches: &[],
        dates,
        answers: span.answers(),
    };
    let subject = Subject {
        athlete,
        library,
        findings: &[],
        span,
        dates,
        ink: Ink::Colour,
        paper: Paper::A4,
    };
    let marks = marks_in(&subject, window);
    let scenes = choice
        .charts
        .iter()
        .map(|placed| scenes::scene(placed.chart, &source))
        .filter(|scene| missing(scene, window).is_none());
    scenes
        .map(|scene| {
            let viewport = Viewport {
                size: [WIDTH, height(&scene, COLUMN).max(LEAST_HEIGHT)],
                window,
                today,
                shown: span.shown(),
                marks: &marks,
                before: None,
                ghost: None,
            };
            let figure = figure(&scene, &viewport, Ink::Colour);
            let words = figure.title.into_iter();
            let besides = figure.besides.into_iter();
            NarrowChart {
                title: scene.chart.name().to_owned(),
                key: words
                    .filter(|(_, sample)| sample.is_some())
                    .chain(besides.map(|(sample, text)| (text, Some(sample))))
                    .collect(),
                answer: scene.subtitle.clone(),
                summary: scene.summary.clone(),
                svg: figure.drawing,
            }
        })
        .collect()
}
