//! The line of an athlete: name, race, two weeks of days, findings, and what was done.

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, pos2, vec2};

use crate::domain::{Kind, LegLoad, RunKind};
use crate::rules::Severity;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::marks;

use super::columns::{Columns, Place};
use super::line::elided;
use super::row::{RosterRow, Square, Standing};

const SQUARE: f32 = 20.0;

/// Paints it into its place.
pub(super) fn paint(
    painter: &Painter,
    palette: &Palette,
    row: &RosterRow,
    columns: &Columns,
    rect: Rect,
) {
    let middle = rect.center().y;
    let name_width = columns.x(Place::ThisWeek) - columns.x(Place::Name) - 10.0;
    let name_y = if row.race.is_empty() {
        middle
    } else {
        middle - 9.0
    };
    let left = columns.x(Place::Name);
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
    let at = pos2(left, middle + 9.0);
    put(
        at,
        &row.race_words(),
        11.0,
        Weight::Regular,
        palette.text_soft,
        name_width,
    );
    for (days, place) in row.days.iter().zip([Place::ThisWeek, Place::NextWeek]) {
        let room = columns.room(place);
        let step = (room / 7.0).min(SQUARE + 4.0);
        let mut left = columns.x(place);
        for day in days {
            let square =
                Rect::from_min_size(pos2(left, middle - SQUARE / 2.0), vec2(step - 3.0, SQUARE));
            paint_day(painter, palette, square, day);
            left += step;
        }
    }
    let at = pos2(columns.x(Place::Findings), middle);
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
        (Place::Done, done),
        (Place::Running, or_dash(&row.running)),
        (Place::LastLog, or_dash(&row.last_log)),
    ] {
        let at = pos2(columns.x(place), middle);
        let room = columns.room(place);
        // A figure is set smaller before it is cut: half of it says nothing.
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

/// A day as squares of its sessions, side by side; an empty one where it has none.
fn paint_day(painter: &Painter, palette: &Palette, square: Rect, day: &[Square]) {
    if day.is_empty() {
        painter.rect_filled(square, CornerRadius::same(5), palette.well);
        return;
    }
    let width = square.width() / day.len() as f32;
    for (index, session) in day.iter().enumerate() {
        let left = square.left() + width * index as f32;
        let part = Rect::from_min_size(pos2(left, square.top()), vec2(width, square.height()));
        let gap = if day.len() > 1 { 0.5 } else { 0.0 };
        let color = palette.kind(session.kind, session.leg_load);
        let part = part.shrink2(vec2(gap, 0.0));
        painter.rect_filled(part, CornerRadius::same(5), color);
        if width >= 9.0 {
            let ink = if palette.dark {
                palette.background
            } else {
                Color32::WHITE
            };
            let letter = letter(*session);
            let font = font(10.0, Weight::SemiBold);
            painter.text(part.center(), Align2::CENTER_CENTER, letter, font, ink);
        }
    }
}

/// One letter for a session, so that colour is never alone.
fn letter(square: Square) -> &'static str {
    match square.kind {
        Kind::Run(RunKind::Race) => "R",
        Kind::Run(RunKind::Long) => "L",
        Kind::Run(RunKind::Recovery | RunKind::Easy) => "E",
        Kind::Run(RunKind::Steady | RunKind::Progression) => "T",
        Kind::Run(_) => "Q",
        Kind::Strength if square.leg_load == LegLoad::None => "U",
        Kind::Strength => "S",
        Kind::Cross => "X",
        Kind::Mobility => "M",
        Kind::Rest | Kind::Note => "",
    }
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
