//! The weeks of a season side by side: distance, long run, strength, phase, and what the rules find.

use egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::{Meters, Phase, RunKind, Units};
use crate::notation::{distance_in, number, rounded_distance};
use crate::season::{Season, SeasonWeek};
use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::{marks, row_keys};

use super::words::WeekWords;

const HEIGHT: f32 = 132.0;
/// Where bars begin and end, and where the dots of the strength and the phases stand, from the top.
const BAR_TOP: f32 = 28.0;
const BAR_BOTTOM: f32 = 92.0;
const DOTS: f32 = 101.0;
const PHASES: f32 = 114.0;
/// A cell this wide has room for its distance.
const LABELLED: f32 = 26.0;

/// Draws the weeks, and tells which one was clicked.
pub(super) fn strip_ui(
    ui: &mut Ui,
    palette: &Palette,
    season: &Season,
    (words, units): (&[WeekWords], Units),
    selected: usize,
) -> Option<usize> {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = rect.width() / season.weeks.len().max(1) as f32;
    let top = season
        .weeks
        .iter()
        .map(|week| week.distance.m())
        .fold(1.0, f64::max);
    let mut clicked = None;
    row_keys::lines_ui(ui, "weeks of the season", |ui, keys| {
        for (index, (week, words)) in season.weeks.iter().zip(words).enumerate() {
            let left = rect.left() + width * index as f32;
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT));
            let name = format!("{}: {}", words.title, words.sums);
            let id = ui.scope_id().with(("season week", index));
            let sense = keys.row(id, &name, index == selected, Sense::click());
            let response = ui.interact(cell, id, sense);
            response
                .widget_info(|| WidgetInfo::selected(Role::Button, true, index == selected, &name));
            let back = if index == selected {
                palette.accent_soft
            } else if response.hovered() {
                palette.well
            } else {
                Color32::TRANSPARENT
            };
            let ground =
                Rect::from_min_max(cell.min, pos2(cell.right(), cell.top() + PHASES - 4.0));
            ui.painter()
                .rect_filled(ground.shrink2(vec2(1.0, 0.0)), CornerRadius::same(6), back);
            let is_race_week = index + 1 == season.weeks.len();
            paint(ui.painter(), palette, week, words, cell, top, is_race_week);
            if index == selected || width >= LABELLED {
                let figure = figure(week.distance, units, index == selected);
                let height = (week.distance.m() / top) as f32 * (BAR_BOTTOM - BAR_TOP);
                let at = pos2(cell.center().x, cell.top() + BAR_BOTTOM - height - 2.0);
                label(ui.painter(), palette, at, figure, index == selected);
            }
            if response.clicked() {
                clicked = Some(index);
            }
            response.on_hover_text(name);
        }
    });
    paint_phases(ui.painter(), palette, season, rect, width);
    clicked
}

fn paint(
    painter: &Painter,
    palette: &Palette,
    week: &SeasonWeek,
    words: &WeekWords,
    cell: Rect,
    top: f64,
    is_race_week: bool,
) {
    let width = (cell.width() - 6.0).clamp(4.0, 22.0);
    let bar = |meters: f64, color: Color32| {
        let height = (meters / top) as f32 * (BAR_BOTTOM - BAR_TOP);
        let bottom = pos2(cell.center().x + width / 2.0, cell.top() + BAR_BOTTOM);
        let corners = CornerRadius {
            nw: 3,
            ne: 3,
            sw: 0,
            se: 0,
        };
        let rect = Rect::from_min_max(pos2(bottom.x - width, bottom.y - height.max(1.0)), bottom);
        painter.rect_filled(rect, corners, color);
        rect.top()
    };
    let easy = palette.faded(palette.run(RunKind::Easy));
    let head = bar(week.distance.m(), easy);
    if week.long.m() > 0.0 {
        bar(week.long.m(), palette.run(RunKind::Long));
    }
    let x = cell.center().x;
    if let Some(worst) = words.worst {
        let at = pos2(x, (head - 22.0).max(cell.top() + 6.0));
        marks::paint(painter, at, 9.0, Some(worst), palette.severity(worst));
    } else if is_race_week {
        let pole = pos2(x - 4.0, cell.top() + 3.0);
        marks::paint_flag(painter, pole, palette.run(RunKind::Race));
    }
    let dots = week.strength.min(4);
    for dot in 0..dots {
        let offset = (dot as f32 - (dots as f32 - 1.0) / 2.0) * 5.5;
        painter.circle_filled(pos2(x + offset, cell.top() + DOTS), 2.0, palette.strength());
    }
}

/// What stands above a bar: the distance in whole kilometres or miles, with its unit where the week is selected; nothing
/// for a week without a run.
fn figure(distance: Meters, units: Units, is_selected: bool) -> String {
    if distance.m() <= 0.0 {
        return String::new();
    }
    if is_selected {
        return rounded_distance(distance, units);
    }
    number(distance_in(distance, units).round(), 0)
}

/// The figure above a bar.
fn label(painter: &Painter, palette: &Palette, at: Pos2, figure: String, is_selected: bool) {
    let (color, weight) = if is_selected {
        (palette.accent, Weight::SemiBold)
    } else {
        (palette.text_soft, Weight::Regular)
    };
    painter.text(at, Align2::CENTER_BOTTOM, figure, font(11.0, weight), color);
}

/// The names of the phases below their weeks.
fn paint_phases(painter: &Painter, palette: &Palette, season: &Season, rect: Rect, width: f32) {
    let mut left = rect.left();
    for weeks in season.weeks.chunk_by(|a, b| a.phase == b.phase) {
        let right = left + width * weeks.len() as f32;
        let y = rect.top() + PHASES;
        let line = [pos2(left + 2.0, y), pos2(right - 2.0, y)];
        painter.line_segment(line, egui::Stroke::new(1.5, palette.hairline));
        let phase = weeks.first().map_or("", |week| week.phase.name());
        let is_narrow = right - left < 34.0;
        let shown = if is_narrow { initial(weeks) } else { phase };
        let at = pos2(f32::midpoint(left, right), y + 3.0);
        let color = palette.text_soft;
        painter.text(
            at,
            Align2::CENTER_TOP,
            shown,
            font(11.0, Weight::Medium),
            color,
        );
        left = right;
    }
}

/// The first letter of a phase, for one that is short.
fn initial(weeks: &[SeasonWeek]) -> &'static str {
    match weeks.first().map(|week| week.phase) {
        Some(Phase::Base | Phase::Accumulate) => "B",
        Some(Phase::Build | Phase::Heavier) => "Bd",
        Some(Phase::Peak) => "P",
        Some(Phase::Taper) => "T",
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DistanceUnit;

    #[test]
    fn a_bar_tells_its_distance_in_the_athletes_unit() {
        let week = Meters::new(43_452.0);
        let (km, mut miles) = (Units::default(), Units::default());
        miles.distance = DistanceUnit::Miles;
        assert_eq!(figure(week, km, false), "43");
        assert_eq!(figure(week, miles, false), "27");
        assert_eq!(figure(week, miles, true), "27 mi");
        // A week with only a race shows the race's flag and no "0".
        assert_eq!(figure(Meters::new(0.0), miles, true), "");
    }
}
