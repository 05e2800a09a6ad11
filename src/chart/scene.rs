//! A chart as plain data: bars, lines and words in the units of its axes.
//!
//! A scene covers all time there is; which part of it is seen, and on how many points, is decided
//! when it is laid out. So a scene is made anew only when figures or settings change.

use chrono::NaiveDate;

use super::catalogue::Chart;
use super::color::Tone;
use super::picture::Heft;
use super::table::{Table, ValueFormat};
use super::time::day_of;
use crate::domain::{Muscle, SessionId};

/// A chart, ready to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Which chart.
    pub chart: Chart,
    /// The title in words; a colour makes a word the key to what has that colour.
    pub title: Vec<Word>,
    /// How to read it, in one line.
    pub subtitle: String,
    /// What it says, for those who cannot see it.
    pub summary: String,
    /// What it shows.
    pub body: Body,
    /// The figures behind it: what the pointer reads and what a spreadsheet gets.
    pub table: Table,
}

/// A word of a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
    /// It gives way to the words before it where there is little room.
    pub yields: bool,
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Words, where there is too little to draw.
    Words(String),
    /// Something over time.
    Time(TimeBody),
    /// One bar under another.
    Rows(RowsBody),
    /// A list of figures.
    List(Vec<ListRow>),
    /// Muscles on the body map.
    Muscles(MusclesBody),
}

/// Something over time.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeBody {
    /// Unit of the value axis.
    pub unit: String,
    /// How its figures are written.
    pub format: ValueFormat,
    /// What the value axis covers.
    pub extent: Extent,
    /// What is drawn, from the back to the front.
    pub layers: Vec<Layer>,
    /// What can be pointed at, from left to right.
    pub hits: Vec<Hit>,
    /// What stands in the middle where nothing falls into the window.
    pub nothing: String,
}

impl TimeBody {
    /// What there is to read of a day: the stretch of time it lies in, or else the last point of the `back` days up to
    /// it.
    pub fn hit_on(&self, day: f64, back: f64) -> Option<Hit> {
        let spans = |hit: &&Hit| hit.value.is_none() && (hit.from..hit.to).contains(&day);
        let is_last = |hit: &&Hit| {
            hit.value.is_some() && hit.from < day.floor() + 1.0 && hit.from >= day - back
        };
        let stretch = self.hits.iter().find(spans);
        stretch.or_else(|| self.hits.iter().rfind(is_last)).copied()
    }
}

/// What a value axis covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Extent {
    /// From zero to what is highest in the window; this high where there is nothing.
    FromZero(f64),
    /// Around what is in the window, at least this wide.
    Around(f64),
    /// The same, and below zero where values are.
    Signed(f64),
}

/// Something drawn over time. Times are days of the common era; see [`super::time::day_of`].
#[derive(Debug, Clone, PartialEq)]
pub enum Layer {
    /// Bars of stacked parts.
    Bars(Vec<Bar>),
    /// A line.
    Line(Line),
    /// What lies between two lines: time, lower and upper end.
    Band {
        /// Time, lower end, upper end.
        points: Vec<[f64; 3]>,
        /// Colour.
        tone: Tone,
    },
    /// Points.
    Points(Vec<Point>),
    /// A stretch of the value axis that means something, or a single value where both are the same.
    Level {
        /// Its ends.
        range: [f64; 2],
        /// What it means.
        text: String,
        /// Colour.
        tone: Tone,
    },
    /// Labels right at what they are about.
    Labels(Vec<Label>),
}

/// A bar of stacked parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// When it begins.
    pub from: f64,
    /// When it ends.
    pub to: f64,
    /// Heights and colours, from the bottom.
    pub parts: Vec<(f64, Tone)>,
}

impl Bar {
    /// How high it is.
    pub fn height(&self) -> f64 {
        self.parts.iter().map(|(height, _)| height).sum()
    }

    /// Where its middle is.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}

/// A line over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Time and value.
    pub points: Vec<[f64; 2]>,
    /// From when on it is dashed, because it is only planned.
    pub turn: f64,
    /// Colour.
    pub tone: Tone,
    /// Width in points.
    pub width: f32,
    /// What stands at its right end; nothing where it is empty.
    pub label: String,
    /// What stands for points that would fall on top of each other.
    pub merge: Merge,
}

/// What stands for the points of a line that fall on top of each other where years are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// The highest: of lifts the best counts.
    Highest,
    /// Their mean: of a curve that goes up and down neither end tells the truth.
    Mean,
}

/// The form of a point; tested and marked ones differ by more than their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A dot.
    Dot,
    /// A small circle that is not filled: only planned.
    Hollow,
    /// A ring around something remarkable.
    Ring,
    /// A diamond.
    Diamond,
    /// A triangle: a caution.
    Triangle,
    /// A hexagon: a conflict.
    Hexagon,
}

/// A point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// When.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// Its form.
    pub form: Form,
    /// Colour.
    pub tone: Tone,
}

/// A label over a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// When.
    pub at: f64,
    /// How much.
    pub value: f64,
    /// What it says.
    pub text: String,
    /// How heavy.
    pub heft: Heft,
    /// Colour.
    pub tone: Tone,
}

/// Something that can be pointed at: a stretch of time, or a point where it has a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// When it begins.
    pub from: f64,
    /// When it ends.
    pub to: f64,
    /// The value of a point.
    pub value: Option<f64>,
    /// The row of the table that it reads.
    pub row: usize,
    /// What a click shows.
    pub target: Target,
}

impl Hit {
    /// A whole day, which reads a row of the table and leads to its week.
    pub fn day(date: NaiveDate, row: usize) -> Self {
        let from = day_of(date);
        Self {
            from,
            to: from + 1.0,
            value: None,
            row,
            target: Target::Week(date),
        }
    }
}

/// What a click shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The week of this day.
    Week(NaiveDate),
    /// A session.
    Session(SessionId),
}

/// Bars under one another.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsBody {
    /// Unit of the bars.
    pub unit: String,
    /// The bars, from the top.
    pub rows: Vec<RowBar>,
    /// What a click on any of them shows.
    pub target: Option<Target>,
}

/// A bar with its name.
#[derive(Debug, Clone, PartialEq)]
pub struct RowBar {
    /// Its name.
    pub name: String,
    /// Lengths and colours, from the left.
    pub parts: Vec<(f64, Tone)>,
    /// Where the bar should end.
    pub band: Option<[f64; 2]>,
    /// What stands behind it.
    pub text: String,
    /// Colour of that text.
    pub tone: Tone,
}

impl RowBar {
    /// How long it is.
    pub fn length(&self) -> f64 {
        self.parts.iter().map(|(length, _)| length).sum()
    }
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRow {
    /// What it is about.
    pub name: String,
    /// The figure, with its unit.
    pub value: String,
    /// More about it: when, how.
    pub note: String,
    /// Colour of the mark before it.
    pub tone: Tone,
    /// What a click shows.
    pub target: Option<Target>,
}

/// Muscles on the body map.
#[derive(Debug, Clone, PartialEq)]
pub struct MusclesBody {
    /// How much of its band each muscle has: 1 where it is within, less below, more above.
    pub shares: Vec<(Muscle, MuscleShare)>,
}

/// How a muscle stands to its band of weekly sets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MuscleShare {
    /// Sets of the week, done and planned.
    pub sets: f64,
    /// The band.
    pub band: [f64; 2],
}

impl MuscleShare {
    /// The colour on the map: pale below the band, full within it, another above it.
    pub fn tone(self) -> Tone {
        use super::color::{Hue, Shade};
        let [low, high] = self.band;
        if self.sets <= 0.0 {
            Tone::of(Hue::Grey).with(Shade::Faded)
        } else if self.sets < low {
            Tone::of(Hue::Strength).faded()
        } else if self.sets <= high {
            Tone::of(Hue::Strength)
        } else {
            Tone::of(Hue::Quality)
        }
    }
}

impl Word {
    /// A word in the colour of text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::of(super::color::Hue::Text))
    }

    /// A word that is the key to a colour.
    pub fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
            yields: false,
        }
    }

    /// The key to all that has no colour of its own, which gives way to what was chosen.
    pub fn others(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            yields: true,
            ..Self::toned(text, tone)
        }
    }
}

impl Scene {
    /// The title as one line.
    pub fn title_text(&self) -> String {
        let words: Vec<&str> = self.title.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    /// Something over time, if it is that.
    pub fn time(&self) -> Option<&TimeBody> {
        match &self.body {
            Body::Time(body) => Some(body),
            Body::Words(_) | Body::Rows(_) | Body::List(_) | Body::Muscles(_) => None,
        }
    }
}
