//! A chart laid out: simple shapes in points, ready for a screen, an SVG or a page.

use super::color::Tone;

/// A place: points from the left and from the top.
pub type Position = [f32; 2];

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heft {
    /// Text and axes.
    #[default]
    Regular,
    /// Titles and figures that are read first.
    SemiBold,
}

/// Where text stands to its place, across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// Where text stands to its place, up and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Down {
    /// Its top is there.
    Top,
    /// Its middle is there.
    Middle,
    /// Its bottom is there.
    Bottom,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where.
    pub at: Position,
    /// How it stands to that place, across.
    pub across: Across,
    /// How it stands to that place, up and down.
    pub down: Down,
    /// Size in points.
    pub size: f32,
    /// How heavy.
    pub heft: Heft,
    /// Colour.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Upper left corner.
    pub min: Position,
    /// Lower right corner.
    pub max: Position,
}

impl Area {
    /// Points across.
    pub fn width(self) -> f32 {
        self.max[0] - self.min[0]
    }

    /// Points up and down.
    pub fn height(self) -> f32 {
        self.max[1] - self.min[1]
    }
}

/// One simple shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle with its upper corners rounded by `round` points.
    Bar {
        /// Where.
        area: Area,
        /// Radius of the upper corners.
        round: f32,
        /// Colour.
        tone: Tone,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Position>,
        /// Width in points.
        width: f32,
        /// Colour.
        tone: Tone,
        /// Dashed, and not solid.
        dashed: bool,
    },
    /// What lies between two lines: for each place across, the upper and the lower end.
    Band {
        /// Across, upper end, lower end.
        points: Vec<[f32; 3]>,
        /// Colour.
        tone: Tone,
    },
    /// A filled circle with a rim.
    Dot {
        /// Centre.
        at: Position,
        /// Radius in points.
        radius: f32,
        /// Colour.
        tone: Tone,
    },
    /// A circle that is not filled.
    Ring {
        /// Centre.
        at: Position,
        /// Radius in points.
        radius: f32,
        /// Width of the line in points.
        width: f32,
        /// Colour.
        tone: Tone,
    },
    /// A filled convex polygon with a rim.
    Polygon {
        /// The corners.
        points: Vec<Position>,
        /// Colour.
        tone: Tone,
    },
    /// A filled outline of any form, without a rim.
    Outline {
        /// The corners.
        points: Vec<Position>,
        /// Colour.
        tone: Tone,
    },
    /// Text.
    Text(Text),
}

/// A mark that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Where.
    pub at: Position,
    /// Which of the marks it was laid out with.
    pub mark: usize,
}

/// A chart laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The chart itself, without its axes.
    pub frame: Area,
    /// Axes, labels and marks: what may stand outside the frame, in painting order, behind the data.
    pub around: Vec<Shape>,
    /// What is cut at the frame, in painting order.
    pub inside: Vec<Shape>,
    /// Marks that can be pointed at.
    pub spots: Vec<Spot>,
    /// How many rows share the frame's height, where it shows rows.
    pub rows: Option<usize>,
    /// What the value axis covers, from the bottom of the frame to its top.
    pub values: [f64; 2],
}
