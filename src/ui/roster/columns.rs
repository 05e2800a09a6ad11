//! The columns of the list: where they begin, and their names at its head, which order it.

use egui::{
    Align2, CornerRadius, Pos2, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::Week;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, font};
use crate::ui::view::View;

use super::state::{Column, RosterState};

const HEIGHT: f32 = 32.0;
/// Between the edge of the list and what stands in it.
pub(super) const PAD: f32 = 14.0;
/// Between what stands in two columns, in points.
const GAP: f32 = 6.0;

/// What stands in the list, from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RosterColumn {
    Name,
    ThisWeek,
    NextWeek,
    Findings,
    Done,
    Running,
    LastLog,
}

/// Of each place, and at last of the menu of a line: its share of the width, and the points below which it would run into
/// the next.
const WIDTHS: [(f32, f32); 8] = [
    (0.29, 150.0),
    (0.145, 106.0),
    (0.14, 108.0),
    (0.095, 104.0),
    (0.095, 80.0),
    (0.13, 108.0),
    (0.075, 56.0),
    (0.035, 26.0),
];
/// What is left to each in the narrowest windows: names are cut, and days stand closer.
const LEAST: [f32; 8] = [126.0, 84.0, 86.0, 104.0, 46.0, 106.0, 52.0, 26.0];
/// What "Done, 4 weeks" takes with the arrow of an order, in points.
const DONE: f32 = 90.0;
/// What "Running, vs last week" takes with it, in points.
const RUNNING: f32 = 130.0;
/// What the name of a week takes with "(this week)" behind it, in points.
const WHEN: f32 = 90.0;
/// What "Athlete" takes with the arrow of an order, and what it takes with "Next race" beside it, in points.
const ATHLETE: f32 = 58.0;
const BOTH: f32 = 126.0;

/// Where the columns begin.
pub(super) struct Columns {
    left: [f32; 9],
    pub width: f32,
}

impl Columns {
    /// The columns of a list that begins at `left`. In narrow lists those give way that have room to spare.
    pub fn new(left: f32, width: f32) -> Self {
        let room = width - 2.0 * PAD;
        let spare = WIDTHS.map(|(share, least)| (share * room - least).max(0.0));
        let least: f32 = WIDTHS.iter().map(|(_, least)| least).sum();
        let all: f32 = spare.iter().sum();
        let kept = ((room - least) / all.max(1.0)).clamp(0.0, 1.0);
        let given: f32 = WIDTHS
            .iter()
            .zip(LEAST)
            .map(|((_, usual), least)| usual - least)
            .sum();
        let missing = ((least - room) / given).clamp(0.0, 1.0);
        let mut edges = [left + PAD; 9];
        let mut at = left + PAD;
        let widths = WIDTHS.iter().zip(LEAST).zip(spare);
        for (edge, (((_, usual), least), spare)) in edges.iter_mut().skip(1).zip(widths) {
            at += usual - (usual - least) * missing + spare * kept;
            *edge = at;
        }
        Self { left: edges, width }
    }

    /// The room of a column up to the next, in points.
    pub fn room(&self, place: RosterColumn) -> f32 {
        let [from, to] = [0, 1].map(|after| self.left.get(place as usize + after));
        to.unwrap_or(&self.width) - from.unwrap_or(&0.0) - GAP
    }

    /// Where a column begins.
    pub fn x(&self, place: RosterColumn) -> f32 {
        self.left.get(place as usize).copied().unwrap_or_default()
    }
}

/// Draws their names; with nothing right below them as a card by itself.
pub(super) fn header_ui(
    ui: &mut Ui,
    view: &View,
    columns: &Columns,
    state: &mut RosterState,
    is_alone: bool,
) {
    let palette = view.palette;
    let (_, rect) = ui.allocate_space(vec2(columns.width, HEIGHT));
    let below = if is_alone { CARD_RADIUS } else { 0 };
    let corners = CornerRadius {
        nw: CARD_RADIUS,
        ne: CARD_RADIUS,
        sw: below,
        se: below,
    };
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .rect(rect, corners, palette.surface, line, StrokeKind::Inside);
    let firsts = state.rows.first().map(|row| row.weeks.clone());
    let week = |index: usize, place: RosterColumn| {
        let has_room = columns.room(place) >= WHEN;
        let first = firsts
            .as_ref()
            .and_then(|weeks| weeks.get(index))
            .map(|w| w.first);
        first.map_or_else(String::new, |first| {
            let days = (view.today - first).num_days();
            let when = match days.div_euclid(7) {
                _ if !has_room => "",
                0 => " (this week)",
                -1 => " (next)",
                _ => "",
            };
            format!("W{}{when}", Week::starting(first).number())
        })
    };
    let labels = [
        (RosterColumn::Name, Some(Column::Name), "Athlete".to_owned()),
        (
            RosterColumn::ThisWeek,
            None,
            week(0, RosterColumn::ThisWeek),
        ),
        (
            RosterColumn::NextWeek,
            None,
            week(1, RosterColumn::NextWeek),
        ),
        (
            RosterColumn::Findings,
            Some(Column::Findings),
            "Findings".to_owned(),
        ),
        (
            RosterColumn::Done,
            Some(Column::Done),
            "Done, 4 weeks".to_owned(),
        ),
        (
            RosterColumn::Running,
            Some(Column::Running),
            "Running, vs last week".to_owned(),
        ),
        (
            RosterColumn::LastLog,
            Some(Column::LastLog),
            "Last log".to_owned(),
        ),
    ];
    for (place, column, label) in labels {
        let at = pos2(columns.x(place), rect.center().y);
        let written = match place {
            RosterColumn::Done if columns.room(place) < DONE => "Done",
            RosterColumn::Running if columns.room(place) < RUNNING => "Running",
            _ => &label,
        };
        column_ui(ui, view.palette, state, column, (&label, written), at);
    }
    // The heading of the race is beside that of the athlete: the race is shown below the name.
    let room = columns.room(RosterColumn::Name) + GAP;
    let beside = columns.x(RosterColumn::Name) + ATHLETE + (room - BOTH).clamp(0.0, 12.0);
    let at = pos2(beside, rect.center().y);
    let race = ("Next race", if room < BOTH { "Race" } else { "Next race" });
    column_ui(ui, view.palette, state, Some(Column::Race), race, at);
}

/// The name of a column, whole and as it is written, which orders the list where it is clicked.
fn column_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &mut RosterState,
    column: Option<Column>,
    (label, written): (&str, &str),
    at: Pos2,
) {
    let order = state.order.filter(|(current, _)| Some(*current) == column);
    let (weight, color) = match order {
        Some(_) => (Weight::SemiBold, palette.accent),
        None => (Weight::Medium, palette.text_soft),
    };
    let font = font(11.0, weight);
    let drawn = ui
        .painter()
        .text(at, Align2::LEFT_CENTER, written, font, color);
    let Some(column) = column else {
        let id = ui.scope_id().with(("column", label));
        let head = ui.interact(drawn, id, Sense::hover());
        head.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
        return;
    };
    if let Some((_, reversed)) = order {
        let (top, down) = (drawn.right() + 7.0, if reversed { -1.0 } else { 1.0 });
        let middle = pos2(top, at.y);
        let points = vec![
            middle + vec2(-3.5, -2.0 * down),
            middle + vec2(3.5, -2.0 * down),
            middle + vec2(0.0, 3.0 * down),
        ];
        ui.painter()
            .add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    }
    let id = ui.scope_id().with(("order by", label));
    let response = ui.interact(drawn.expand2(vec2(4.0, 8.0)), id, Sense::click());
    let name = format!("Sort by {}", label.to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, order.is_some(), &name));
    if response.clicked() {
        state.order_by(column);
    }
    response.on_hover_text(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_keeps_its_least_width_in_the_narrowest_window() {
        for width in [668_u16, 723, 772, 932, 1180, 2500] {
            let columns = Columns::new(0.0, f32::from(width));
            // "⬣ 9 ▲ 9 ● 9", "29.1 mi · +8 %" and "Done", each with what parts it from the next.
            for (place, least) in [
                (RosterColumn::Findings, 98.0),
                (RosterColumn::Running, 86.0),
                (RosterColumn::Done, 40.0),
            ] {
                assert!(columns.room(place) >= least - 0.01, "{width}: {place:?}");
            }
            let end = columns.left[8];
            assert!(end <= f32::from(width) - PAD + 0.5, "{width}: {end}");
        }
    }
}
