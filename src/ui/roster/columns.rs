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

/// Where the columns begin, as shares of the width.
pub(super) struct Columns {
    pub left: f32,
    pub width: f32,
}

impl Columns {
    pub const NAME: f32 = 0.0;
    /// Beside the name of its own column: the race stands below the athlete's name.
    pub const RACE: f32 = 0.075;
    pub const THIS_WEEK: f32 = 0.19;
    pub const NEXT_WEEK: f32 = 0.345;
    pub const FINDINGS: f32 = 0.495;
    pub const DONE: f32 = 0.6;
    pub const RUNNING: f32 = 0.728;
    pub const LAST_LOG: f32 = 0.88;
    /// Where the menu of a line begins.
    const MORE: f32 = 0.965;

    /// The room of a column up to the next, in points.
    pub fn room(&self, share: f32) -> f32 {
        let all = [Self::DONE, Self::RUNNING, Self::LAST_LOG, Self::MORE];
        let next = all.into_iter().find(|next| *next > share).unwrap_or(1.0);
        self.x(next) - self.x(share) - GAP
    }

    pub fn x(&self, share: f32) -> f32 {
        self.left + PAD + (self.width - 2.0 * PAD) * share
    }
}

/// Draws their names.
pub(super) fn header_ui(ui: &mut Ui, view: &View, columns: &Columns, state: &mut RosterState) {
    let palette = view.palette;
    let (_, rect) = ui.allocate_space(vec2(columns.width, HEIGHT));
    let corners = CornerRadius {
        nw: CARD_RADIUS,
        ne: CARD_RADIUS,
        sw: 0,
        se: 0,
    };
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .rect(rect, corners, palette.surface, line, StrokeKind::Inside);
    let firsts = state.rows.first().map(|row| row.weeks.clone());
    let week = |index: usize| {
        let first = firsts
            .as_ref()
            .and_then(|weeks| weeks.get(index))
            .map(|w| w.first);
        first.map_or_else(String::new, |first| {
            let days = (view.today - first).num_days();
            let when = match days.div_euclid(7) {
                0 => " (this week)",
                -1 => " (next)",
                _ => "",
            };
            format!("W{}{when}", Week::starting(first).number())
        })
    };
    let labels = [
        (Columns::NAME, Some(Column::Name), "Athlete".to_owned()),
        (Columns::RACE, Some(Column::Race), "Next race".to_owned()),
        (Columns::THIS_WEEK, None, week(0)),
        (Columns::NEXT_WEEK, None, week(1)),
        (
            Columns::FINDINGS,
            Some(Column::Findings),
            "Findings".to_owned(),
        ),
        (
            Columns::DONE,
            Some(Column::Done),
            "Done, 4 weeks".to_owned(),
        ),
        (
            Columns::RUNNING,
            Some(Column::Running),
            "Running".to_owned(),
        ),
        (
            Columns::LAST_LOG,
            Some(Column::LastLog),
            "Last log".to_owned(),
        ),
    ];
    for (share, column, label) in labels {
        let at = pos2(columns.x(share), rect.center().y);
        column_ui(ui, view.palette, state, column, &label, at);
    }
}

/// The name of a column, which orders the list where it is clicked.
fn column_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &mut RosterState,
    column: Option<Column>,
    label: &str,
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
        .text(at, Align2::LEFT_CENTER, label, font, color);
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
    let name = format!("Order by {}", label.to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, order.is_some(), &name));
    if response.clicked() {
        state.order_by(column);
    }
    response.on_hover_text(name);
}
