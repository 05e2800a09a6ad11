//! The rows of a session card: where they end beside its marks.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Painter, Stroke};

use crate::ui::widgets::rows::rows_in;

use super::card_fit::width_of;

/// Between two lines, of which each may have several rows, in points.
pub(super) const LINE_GAP: f32 = 3.0;
/// What a mark takes of the width, in points.
pub(super) const MARK: f32 = 15.0;

/// Where the marks of a card stand, from its upper right corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Side by side, beside the first row of the title.
    Beside,
    /// One below the other, beside the first rows.
    Stacked,
    /// Side by side above the title.
    Above,
}

impl Marks {
    /// What they take of the row that begins so far below the first one.
    fn taken(self, count: usize, below: f32) -> f32 {
        let reach = match self {
            Self::Beside => MARK,
            Self::Stacked => MARK * count as f32,
            Self::Above => 0.0,
        };
        let across = match self {
            Self::Beside => count,
            _ => 1,
        };
        // The last of them ends a little above its share.
        if count > 0 && below < reach - 3.0 {
            MARK * across as f32
        } else {
            0.0
        }
    }
}

/// The rows of a card from its title on.
pub(super) struct Rows<'a> {
    painter: &'a Painter,
    width: f32,
    marks: Marks,
    count: usize,
    /// Where the next line begins below the first, in points.
    below: f32,
    /// No row so far reaches under a mark.
    pub(super) fits: bool,
}

impl<'a> Rows<'a> {
    /// The first row of a card whose text is so wide, with a count of marks.
    pub(super) fn new(painter: &'a Painter, width: f32, marks: Marks, count: usize) -> Self {
        Self {
            painter,
            width,
            marks,
            count,
            below: 0.0,
            fits: true,
        }
    }

    /// Sets the next line of a card, which may have several rows.
    pub(super) fn set(
        &mut self,
        text: &str,
        separator: &str,
        font: FontId,
        color: Color32,
        most: usize,
        struck: bool,
    ) -> Arc<Galley> {
        let (painter, text_width) = (self.painter, self.width);
        let high = painter.layout_no_wrap("X".to_owned(), font.clone(), color);
        let high = high.size().y;
        let (marks, count, below) = (self.marks, self.count, self.below);
        let room = |row: usize| text_width - marks.taken(count, below + high * row as f32);
        let measure = |row: &str| width_of(painter, row, font.clone());
        let rows = rows_in(text, separator, room, measure);
        let is_under =
            |(index, row): (usize, &String)| room(index) < text_width && measure(row) > room(index);
        self.fits &= !rows.iter().enumerate().any(is_under);
        let mut format = TextFormat::simple(font.clone(), color);
        if struck {
            format.strikethrough = Stroke::new(1.0, color);
        }
        let mut job = LayoutJob::single_section(rows.join("\n"), format);
        job.wrap = TextWrapping {
            max_width: text_width.max(20.0),
            max_rows: most,
            ..TextWrapping::default()
        };
        let set = painter.layout_job(job);
        self.below += set.size().y + LINE_GAP;
        set
    }
}
