//! The season that a request leads to: its weeks as a strip, the days of one, and what had to be left out.

use egui::{Align, CornerRadius, Frame, Label, Layout, Sense, Ui, vec2};

use crate::notation::distance_unit;
use crate::season::UnmetWish;
use crate::ui::theme::{CONTROL_RADIUS, Palette, Weight, icons, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::marks;

use super::form::SeasonForm;
use super::strip;
use super::words::{WeekRow, WeekWords};

/// Points that a weekday takes before a session.
const DAY_WIDTH: f32 = 26.0;

/// Draws the result of the request, faded while a newer one is under way.
pub(super) fn preview_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    let Some(preview) = &form.preview else {
        ui.label(text("Building the season…", 12.0, Weight::Regular).color(palette.text_soft));
        return;
    };
    let Ok(season) = &preview.outcome else {
        refused_ui(ui, palette);
        return;
    };
    if preview.request != form.request {
        ui.multiply_opacity(0.55);
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.label(text(&preview.headline, 13.0, Weight::SemiBold));
    for words in [&season.paces, &season.lifting] {
        if !words.is_empty() {
            aside::soft_ui(ui, palette, 11.0, words);
        }
    }
    ui.horizontal(|ui| {
        ui.label(text("The rules find:", 12.0, Weight::Regular).color(palette.text_soft));
        marks::counts_ui(ui, palette, preview.counts);
    });
    if let Some(clicked) =
        strip::strip_ui(ui, palette, season, (&preview.weeks, form.units), form.week)
    {
        form.week = clicked;
    }
    let unit = distance_unit(form.units);
    let bars = format!("Bars: {unit} a week, the long run at their foot · dots: strength sessions");
    aside::faint_ui(ui, palette, 11.0, bars);
    ui.add_space(4.0);
    if let Some(week) = preview.weeks.get(form.week) {
        week_ui(ui, palette, week);
    }
    left_out_ui(ui, palette, &season.left_out);
}

fn refused_ui(ui: &mut Ui, palette: &Palette) {
    let words = "The season appears here once your wishes can be met: its weeks, its days, and a reason for each \
                 session.";
    aside::soft_ui(ui, palette, 12.0, words);
}

fn week_ui(ui: &mut Ui, palette: &Palette, week: &WeekWords) {
    ui.add_space(2.0);
    ui.label(text(&week.title, 13.0, Weight::SemiBold));
    ui.label(text(&week.sums, 12.0, Weight::Regular).color(palette.text_soft));
    for (severity, message) in &week.findings {
        ui.horizontal_top(|ui| {
            marks::mark_ui(ui, palette, *severity);
            let message = text(message, 12.0, Weight::Regular).color(palette.severity(*severity));
            ui.add(Label::new(message).wrap());
        });
    }
    for row in &week.rows {
        row_ui(ui, palette, row);
    }
}

fn row_ui(ui: &mut Ui, palette: &Palette, row: &WeekRow) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (bar, _) = ui.allocate_exact_size(vec2(3.0, 30.0), Sense::hover());
        let color = palette.kind(row.kind, row.legs);
        ui.painter().rect_filled(bar, CornerRadius::same(1), color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                let day = text(row.day, 12.0, Weight::Medium).color(palette.text_soft);
                let size = vec2(DAY_WIDTH, 16.0);
                ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(DAY_WIDTH);
                    ui.label(day);
                });
                ui.label(text(&row.title, 12.0, Weight::SemiBold));
                ui.label(text(&row.detail, 12.0, Weight::Regular).color(palette.text_soft));
            });
            if !row.because.is_empty() {
                aside::faint_ui(ui, palette, 11.0, &row.because);
            }
        });
    });
}

/// What was asked for and could not be had.
fn left_out_ui(ui: &mut Ui, palette: &Palette, left_out: &[UnmetWish]) {
    ui.add_space(4.0);
    ui.label(text("Left out", 13.0, Weight::SemiBold));
    if left_out.is_empty() {
        ui.horizontal(|ui| {
            ui.label(icons::icon(icons::CHECK, 14.0).color(palette.clear()));
            let all = "Nothing: everything you asked for has its place.";
            ui.label(text(all, 12.0, Weight::Regular).color(palette.text_soft));
        });
        return;
    }
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for left in left_out {
            let what = format!("{}{}", left.what, weeks(&left.weeks));
            ui.add(Label::new(text(what, 12.0, Weight::SemiBold)).wrap());
            aside::soft_ui(ui, palette, 12.0, &left.why);
        }
    });
}

/// Which weeks something is about: ", week 3", ", weeks 3, 5–7".
fn weeks(weeks: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &week in weeks {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == week => *last = week,
            _ => runs.push((week, week)),
        }
    }
    let words: Vec<String> = runs
        .iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    match weeks.len() {
        0 => String::new(),
        1 => format!(", week {}", words.join(", ")),
        _ => format!(", weeks {}", words.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::weeks;

    #[test]
    fn weeks_in_a_row_are_named_together() {
        assert_eq!(weeks(&[]), "");
        assert_eq!(weeks(&[3]), ", week 3");
        assert_eq!(weeks(&[1, 2, 3, 7]), ", weeks 1–3, 7");
    }
}
