//! How a chart is looked at, and what is marked in it.

use chrono::NaiveDate;

use crate::chart::scene::TimeBody;
use crate::chart::time::Window;

/// How a scene is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Viewport<'a> {
    /// Points across and down.
    pub size: [f32; 2],
    /// The days that are seen.
    pub window: Window,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the week that has its label on the axis, whatever else has.
    pub shown: NaiveDate,
    /// What happened: races, pains, notes.
    pub marks: &'a [Annotation],
    /// The same chart as it stands now, behind one that shows what might be.
    pub before: Option<&'a TimeBody>,
    /// The same chart some days before, as a line behind: how many days, and what it is called.
    pub ghost: Option<(f64, &'a str)>,
}

/// What a mark is about. Each has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnotationKind {
    /// A race: a flag.
    Race,
    /// A program begins or ends: a square.
    Program,
    /// Pain was logged: a cross.
    Pain,
    /// A note: a dot.
    Note,
}

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation {
    /// The middle of the day.
    pub day: f64,
    /// What it is about.
    pub kind: AnnotationKind,
    /// What it says.
    pub text: String,
    /// It stands out among its like: a race of priority A.
    pub main: bool,
}

impl Annotation {
    /// Which of two marks in one place is shown.
    pub(super) fn weight(&self) -> u8 {
        match self.kind {
            AnnotationKind::Race if self.main => 4,
            AnnotationKind::Program => 3,
            AnnotationKind::Pain => 2,
            AnnotationKind::Race => 1,
            AnnotationKind::Note => 0,
        }
    }
}
