//! Charts as plain data: what each of them is, and how it becomes shapes, an SVG or a spreadsheet.
//!
//! A [`Scene`] is made from figures and settings, and covers all time there is. [`lay_out`] turns
//! the part of it that is seen into the simple shapes of a [`Picture`](picture::Picture), which the
//! screen paints and [`svg`](svg::svg) writes; so a chart is the same on screen and on paper.

mod annotations;
pub mod catalogue;
pub mod choice;
pub mod color;
pub mod compare;
mod description;
mod draw;
pub mod legend;
pub mod legend_entry;
#[cfg(test)]
mod odd_tests;
pub mod picture;
pub mod report;
pub mod scale;
pub mod scene;
pub mod scenes;
mod spoken;
mod spreadsheet;
pub mod svg;
pub mod table;
pub mod time;
pub mod words;

pub use annotations::{AnnotationBook, marks};
pub use catalogue::Chart;
pub use choice::{ChartSelection, Compare, Placed, Range, Size};
pub use draw::{
    Annotation, AnnotationKind, SAME_PLACE, Viewport, body_key, clear_of_words, lay_out, missing,
};
pub use scene::Scene;
