//! Where the parts of a finding's line stand in a width.

use egui::Ui;

use crate::rules::{Finding, Fix};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};

use super::fixes::{height_of, short_text, width_of};

/// What the mark, the button that opens, and the gaps of a line take, in points.
const AROUND: f32 = 52.0;

/// What the mark and the button that opens take beside a title alone, in points.
const TITLE_AROUND: f32 = 46.0;

/// Around the words of a finding, to its sides and above and below, in points.
pub(super) const MARGINS: [i8; 2] = [7, 4];

/// The width and the height of the button that opens, in points.
pub(super) const OPENER: [f32; 2] = [20.0, 24.0];

/// How high a line is that holds only words, and one that holds a button, in points.
pub(super) const WORDS: f32 = 14.0;
const BUTTON: f32 = 24.0;

/// The line around a finding, in points.
pub(super) const EDGE: f32 = 1.0;

/// Between two lines, in points.
pub(super) const LINE_GAP: f32 = 3.0;

/// What stands above a title of several rows, in points.
pub(super) const ABOVE_TITLE: f32 = 4.0;

/// The sizes of a title and of days, in points.
pub(super) const TITLE_SIZE: f32 = 12.5;
pub(super) const DAYS_SIZE: f32 = 11.0;

/// Between what stands in a line, in points.
pub(super) const GAP: f32 = 6.0;

/// Between the days and the fix beside them, in points.
pub(super) const BESIDE_DAYS: f32 = 8.0;

/// Where the words of a finding begin: beside its mark, in points.
pub(super) const INDENT: i8 = 18;

/// How many rows a title takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    One,
    Several,
}

/// Where the days and the fix of a finding stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// In the line of its title.
    Title,
    /// In a line of their own below the title.
    Below,
    /// Beside the days, below the title.
    Beside,
}

/// What the button of a fix says in a line so wide within its margins.
pub(super) fn words(ui: &Ui, palette: &Palette, fix: &Fix, width: f32) -> String {
    short_text(ui, palette, fix, width - f32::from(INDENT))
}

/// How a finding is set in a width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) title: Rows,
    pub(super) days: At,
    pub(super) fix: At,
}

impl Place {
    /// The place of a folded finding, or of one without the fix that its line has then, in a width within its margins;
    /// `words` are those of the fix.
    pub(super) fn of_finding(
        ui: &Ui,
        palette: &Palette,
        (finding, words): (&Finding, Option<&str>),
        width: f32,
    ) -> Self {
        let set = |words: &str, size, weight| {
            let font = font(size, weight);
            let laid = ui
                .painter()
                .layout_no_wrap(words.to_owned(), font, palette.text);
            laid.size().x
        };
        Self::of(
            width,
            set(finding.title, TITLE_SIZE, Weight::SemiBold),
            set(&format::finding_days(finding), DAYS_SIZE, Weight::Regular),
            words.map(|words| width_of(ui, palette, words)),
        )
    }

    /// How high a folded finding is in a width with its margins, in points.
    pub(super) fn height(
        ui: &Ui,
        palette: &Palette,
        (finding, fix): (&Finding, Option<&Fix>),
        width: f32,
    ) -> f32 {
        let [beside, above] = MARGINS.map(|margin| 2.0 * (f32::from(margin) + EDGE));
        let width = width - beside;
        let words = fix.map(|fix| words(ui, palette, fix, width));
        let place = Self::of_finding(ui, palette, (finding, words.as_deref()), width);
        let title = match place.title {
            Rows::One => OPENER[1],
            Rows::Several => {
                let font = font(TITLE_SIZE, Weight::SemiBold);
                let title = finding.title.to_owned();
                let laid = ui
                    .painter()
                    .layout(title, font, palette.text, width - TITLE_AROUND);
                ABOVE_TITLE + laid.size().y
            }
        };
        let days = match (place.days, place.fix) {
            (At::Below, At::Beside) => LINE_GAP + BUTTON,
            (At::Below, _) => LINE_GAP + WORDS,
            _ => 0.0,
        };
        let fix = match (words, place.fix) {
            (Some(words), At::Below) => {
                let room = width - f32::from(INDENT);
                LINE_GAP + height_of(ui, palette, &words, room)
            }
            _ => 0.0,
        };
        above + title + days + fix
    }

    /// The place of what takes so many points, in a width: all in one line where there is room; else the fix below the
    /// title, and the days beside the title if they have room there, else beside the fix.
    pub(super) fn of(width: f32, title: f32, days: f32, fix: Option<f32>) -> Self {
        let line = AROUND + title + days;
        let rows = if TITLE_AROUND + title > width {
            Rows::Several
        } else {
            Rows::One
        };
        let below = width - f32::from(INDENT);
        let (days, fix) = match fix {
            Some(fix) if line + GAP + fix <= width => (At::Title, At::Title),
            _ if line <= width => (At::Title, At::Below),
            Some(fix) if days + BESIDE_DAYS + fix <= below => (At::Below, At::Beside),
            _ => (At::Below, At::Below),
        };
        Self {
            title: rows,
            days,
            fix,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_alone_in_a_row_only_where_neither_title_nor_fix_leaves_them_room() {
        let place = |width, fix| Place::of(width, 120.0, 20.0, fix);
        let at = |width, fix| (place(width, fix).days, place(width, fix).fix);
        assert_eq!(at(300.0, Some(80.0)), (At::Title, At::Title));
        assert_eq!(at(240.0, Some(80.0)), (At::Title, At::Below));
        assert_eq!(at(192.0, Some(80.0)), (At::Title, At::Below));
        assert_eq!(at(190.0, Some(80.0)), (At::Below, At::Beside));
        assert_eq!(at(190.0, Some(180.0)), (At::Below, At::Below));
        assert_eq!(at(192.0, None).0, At::Title);
        assert_eq!(at(190.0, None).0, At::Below);
        assert_eq!(place(160.0, None).title, Rows::Several);
    }
}
