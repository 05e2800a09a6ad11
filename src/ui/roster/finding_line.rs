//! The line of a finding, below the athlete it is about.

use chrono::NaiveDate;
use egui::{Painter, Rect, pos2};

use crate::domain::Week;
use crate::rules::Finding;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::marks;

use super::columns::{Columns, PAD, RosterColumn};
use super::line::elided;
use super::row::RosterRow;

/// Paints it into its place.
pub(super) fn paint(
    painter: &Painter,
    palette: &Palette,
    week: NaiveDate,
    finding: &Finding,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let color = palette.severity(finding.severity);
    let left = columns.x(RosterColumn::Name) + 12.0;
    let mark = pos2(left, middle);
    marks::paint(painter, mark, 11.0, Some(finding.severity), color);
    let at = pos2(left + 14.0, middle);
    let week = format!(
        "{} · {}",
        Week::starting(week).label(),
        format::finding_days(finding)
    );
    let room = columns.x(RosterColumn::ThisWeek) - at.x - 8.0;
    let soft = palette.text_soft;
    elided(painter, at, &week, font(12.0, Weight::Regular), soft, room);
    let at = pos2(columns.x(RosterColumn::ThisWeek), middle);
    let title_font = font(12.5, Weight::SemiBold);
    let title = elided(painter, at, finding.title, title_font, palette.text, 300.0);
    let at = pos2(title + 10.0, middle);
    let room = rect.right() - PAD - at.x;
    let text_font = font(12.0, Weight::Regular);
    elided(painter, at, &finding.message, text_font, soft, room);
}

/// What a screen reader says of it.
pub(super) fn name(row: &RosterRow, week: NaiveDate, finding: &Finding) -> String {
    format!(
        "{}, {}, week {}: {}. {}",
        finding.severity.word(),
        row.name,
        Week::starting(week).number(),
        finding.title,
        finding.message
    )
}
