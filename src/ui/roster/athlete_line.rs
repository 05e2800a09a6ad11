//! The line of an athlete: name, race, two weeks of days, findings, and what was done.

use egui::{Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, pos2, vec2};

use crate::rules::Severity;
use crate::ui::card_facts::letter;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::marks::{self, LETTER_HEIGHT, SQUARE};

use super::columns::{Columns, RosterColumn};
use super::line::elided;
use super::row::{RosterRow, Square, Standing};

/// What a letter takes in a square, in points.
const LETTER_WIDTH: f32 = 9.0;

/// Paints it into its place.
pub(super) fn paint(
    painter: &Painter,
    palette: &Palette,
    row: &RosterRow,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let name_width = columns.x(RosterColumn::ThisWeek) - columns.x(RosterColumn::Name) - 10.0;
    let name_y = if row.race.is_empty() {
        middle
    } else {
        middle - 9.0
    };
    let left = columns.x(RosterColumn::Name);
    let put = |at: Pos2, words: &str, size, weight, color, width| {
        elided(painter, at, words, font(size, weight), color, width);
    };
    let at = pos2(left, name_y);
    put(
        at,
        &row.name,
        13.0,
        Weight::SemiBold,
        palette.text,
        name_width,
    );
    let soft = (font(11.0, Weight::Regular), palette.text_soft);
    paint_race(painter, row, pos2(left, middle + 9.0), name_width, &soft);
    for (days, place) in row
        .days
        .iter()
        .zip([RosterColumn::ThisWeek, RosterColumn::NextWeek])
    {
        let room = columns.room(place);
        let step = (room / 7.0).min(SQUARE + 4.0);
        let gap = if step < SQUARE { 2.0 } else { 3.0 };
        let mut left = columns.x(place);
        for day in days {
            let square =
                Rect::from_min_size(pos2(left, middle - SQUARE / 2.0), vec2(step - gap, SQUARE));
            paint_day(painter, palette, square, day);
            left += step;
        }
    }
    let at = pos2(columns.x(RosterColumn::Findings), middle);
    paint_standing(painter, palette, row, at);
    let done = row.done.map_or("–".to_owned(), |done| format!("{done} %"));
    let or_dash = |words: &str| {
        if words.is_empty() {
            "–".to_owned()
        } else {
            words.to_owned()
        }
    };
    for (place, words) in [
        (RosterColumn::Done, done),
        (RosterColumn::Running, or_dash(&row.running)),
        (RosterColumn::LastLog, or_dash(&row.last_log)),
    ] {
        let at = pos2(columns.x(place), middle);
        let room = columns.room(place);
        // Use a smaller font before cutting a number.
        let fits = |size: &f32| {
            let font = font(*size, Weight::Regular);
            let galley = painter.layout_no_wrap(words.clone(), font, palette.text);
            galley.size().x <= room
        };
        let sizes = [12.0, 11.5, 11.0, 10.5, 10.0];
        let size = sizes.into_iter().find(fits).unwrap_or(12.0);
        put(at, &words, size, Weight::Regular, palette.text, room);
    }
}

/// The next race: where there is no room for all of it, its name is cut and its day is not.
fn paint_race(
    painter: &Painter,
    row: &RosterRow,
    at: Pos2,
    width: f32,
    (font, color): &(FontId, Color32),
) {
    let words = row.race_words();
    let wide = |words: &str| {
        let words = words.to_owned();
        let galley = painter.layout_no_wrap(words, font.clone(), *color);
        galley.size().x
    };
    if wide(&words) <= width {
        elided(painter, at, &words, font.clone(), *color, width);
        return;
    }
    let day = format!(" · {}", row.race_on());
    let room = width - wide(&day);
    let right = elided(painter, at, &row.race, font.clone(), *color, room);
    let beside = pos2(right, at.y);
    elided(painter, beside, &day, font.clone(), *color, width);
}

/// A day as squares of its sessions, side by side, or above one another where a letter has no room beside the other;
/// an empty one where it has none.
fn paint_day(painter: &Painter, palette: &Palette, square: Rect, day: &[Square]) {
    if day.is_empty() {
        painter.rect_filled(square, CornerRadius::same(5), palette.well);
        return;
    }
    let parts = parts(square, day.len());
    let room = parts.first().map_or(0.0, egui::Rect::height);
    for (session, part) in day.iter().zip(&parts) {
        let color = palette.kind(session.kind, session.leg_load);
        let letter = letter(session.kind, session.leg_load);
        marks::paint_square(painter, palette, *part, letter, color);
    }
    if room < LETTER_HEIGHT {
        let font = font(10.0, Weight::SemiBold);
        let count = day.len().to_string();
        let ink = marks::ink_on_kind(palette);
        painter.text(square.center(), Align2::CENTER_CENTER, count, font, ink);
    }
}

/// The places of so many sessions within the square of their day.
fn parts(square: Rect, count: usize) -> Vec<Rect> {
    let beside = square.width() / count as f32 >= LETTER_WIDTH;
    let share = 1.0 / count.max(1) as f32;
    let part = |index: usize| {
        let (from, to) = (index as f32 * share, (index + 1) as f32 * share);
        if beside {
            let x = square.left() + square.width() * from..=square.left() + square.width() * to;
            let gap = if count > 1 { 0.5 } else { 0.0 };
            Rect::from_x_y_ranges(x, square.y_range()).shrink2(vec2(gap, 0.0))
        } else {
            let y = square.top() + square.height() * from..=square.top() + square.height() * to;
            Rect::from_x_y_ranges(square.x_range(), y).shrink2(vec2(0.0, 0.5))
        }
    };
    (0..count).map(part).collect()
}

fn paint_standing(painter: &Painter, palette: &Palette, row: &RosterRow, at: Pos2) {
    let word = |at: Pos2, word: &str, color| {
        let font = font(12.0, Weight::SemiBold);
        painter
            .text(at, Align2::LEFT_CENTER, word, font, color)
            .right()
    };
    match row.standing() {
        Standing::Clear => {
            marks::paint(painter, at + vec2(6.0, 0.0), 11.0, None, palette.clear());
            word(at + vec2(16.0, 0.0), "clear", palette.clear());
        }
        Standing::NoPlan => {
            let caution = palette.severity(Severity::Caution);
            word(at, "no plan yet", caution);
        }
        Standing::Found => {
            let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
            let mut left = at.x;
            for (severity, count) in severities.into_iter().zip(row.tally().by_severity()) {
                if count == 0 {
                    continue;
                }
                let color = palette.severity(severity);
                let mark = pos2(left + 6.0, at.y);
                marks::paint(painter, mark, 11.0, Some(severity), color);
                left = word(pos2(left + 16.0, at.y), &count.to_string(), color) + 10.0;
            }
        }
    }
}

/// What a screen reader says of it: "Anna: 1 conflict, 2 tips".
pub(super) fn name(row: &RosterRow) -> String {
    let [conflicts, cautions, tips] = row.tally().by_severity();
    let counts = [
        (conflicts, "conflict", "conflicts"),
        (cautions, "caution", "cautions"),
        (tips, "tip", "tips"),
    ];
    let found: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format::plural(count, one, many))
        .collect();
    let standing = match row.standing() {
        Standing::Found => found.join(", "),
        Standing::NoPlan => "no plan yet".to_owned(),
        Standing::Clear => "clear".to_owned(),
    };
    let mut parts = vec![standing];
    if !row.race.is_empty() {
        parts.push(format!("next race {}", row.race_words()));
    }
    if !row.last_log.is_empty() {
        parts.push(format!("last reply {}", row.last_log));
    }
    format!("{}: {}", row.name, parts.join(", "))
}
