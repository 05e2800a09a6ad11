//! A chart that is to be saved, and the forms it can be saved in.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::time::Window;
use crate::chart::{Annotation, Scene};

/// In which form a chart is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A picture of pixels.
    Png,
    /// A drawing.
    Svg,
    /// The figures behind it.
    Csv,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
        }
    }

    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }
}

/// A chart to be saved as it stands on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFile {
    /// In which form.
    pub kind: FileKind,
    /// The chart.
    pub scene: Arc<Scene>,
    /// The days that are seen.
    pub window: Window,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the shown week.
    pub shown: NaiveDate,
    /// What is marked.
    pub marks: Vec<Annotation>,
    /// What it is held against: how many days before, and its name.
    pub ghost: Option<(f64, String)>,
}
