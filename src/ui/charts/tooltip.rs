//! The figures under the pointer.

use egui::{Align, Color32, Grid, Layout, PopupAnchor, Response, Tooltip, Ui, vec2};

use crate::ui::theme::{Palette, Weight, text};

/// A line of a tooltip.
pub(super) struct Row {
    /// The colour of its bar in the chart.
    pub(super) color: Option<Color32>,
    /// What it is.
    pub(super) name: &'static str,
    /// How much, with its unit.
    pub(super) value: String,
}

impl Row {
    /// A line with the colour of its bar.
    pub(super) fn colored(color: Color32, name: &'static str, value: String) -> Self {
        Self {
            color: Some(color),
            name,
            value,
        }
    }

    /// A line that stands for no bar.
    pub(super) fn plain(name: &'static str, value: String) -> Self {
        Self {
            color: None,
            name,
            value,
        }
    }
}

/// Shows `rows` beside the pointer at once, under a title and over a hint on what a click does.
pub(super) fn tooltip_ui(
    response: &Response,
    palette: &Palette,
    title: &str,
    rows: &[Row],
    hint: &str,
) {
    let anchor = PopupAnchor::Pointer;
    let tooltip =
        Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, anchor);
    tooltip.gap(14.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 3.0);
        ui.spacing_mut().interact_size.y = 15.0;
        ui.label(text(title, 12.0, Weight::SemiBold).color(palette.text));
        Grid::new("figures")
            .num_columns(2)
            .min_row_height(15.0)
            .show(ui, |ui| {
                for row in rows {
                    row_ui(ui, palette, row);
                    ui.end_row();
                }
            });
        if !hint.is_empty() {
            ui.label(text(hint, 11.0, Weight::Regular).color(palette.text_faint));
        }
    });
}

fn row_ui(ui: &mut Ui, palette: &Palette, row: &Row) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(color) = row.color {
            let (rect, _) = ui.allocate_exact_size(vec2(8.0, 8.0), egui::Sense::hover());
            ui.painter().rect_filled(rect, 2.0, color);
        }
        ui.label(text(row.name, 11.0, Weight::Regular).color(palette.text_soft));
    });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.label(text(&row.value, 11.0, Weight::Medium).color(palette.text));
    });
}
