//! The figures under the pointer.

use egui::{Align, Grid, Label, Layout, PopupAnchor, Response, Tooltip, Ui, vec2};

use super::paint::color;
use crate::chart::table::Readout;
use crate::ui::theme::{Palette, Weight, text};

/// Letters that stand on one line.
const SHORT: usize = 24;

/// What stands beside the pointer.
pub(super) struct Tip {
    /// What it is about.
    pub(super) title: String,
    /// The figures.
    pub(super) rows: Vec<Readout>,
    /// What a click does; nothing where it is empty.
    pub(super) hint: &'static str,
}

/// Shows the figures beside the pointer at once.
pub(super) fn tooltip_ui(response: &Response, palette: &Palette, tip: &Tip) {
    let anchor = PopupAnchor::Pointer;
    let tooltip =
        Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, anchor);
    tooltip.gap(14.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 3.0);
        ui.spacing_mut().interact_size.y = 15.0;
        ui.label(text(&tip.title, 12.0, Weight::SemiBold).color(palette.text));
        Grid::new("figures")
            .num_columns(2)
            .min_row_height(15.0)
            .show(ui, |ui| {
                for row in &tip.rows {
                    row_ui(ui, palette, row);
                    ui.end_row();
                }
            });
        if !tip.hint.is_empty() {
            ui.label(text(tip.hint, 11.0, Weight::Regular).color(palette.text_faint));
        }
    });
}

fn row_ui(ui: &mut Ui, palette: &Palette, row: &Readout) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 8.0), egui::Sense::hover());
        if let Some(tone) = row.tone {
            ui.painter().rect_filled(rect, 2.0, color(palette, tone));
        }
        ui.label(text(&row.name, 11.0, Weight::Regular).color(palette.text_soft));
    });
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        // A figure stays on one line with its unit; words, which can be many, go on below.
        let value = Label::new(text(&row.value, 11.0, Weight::Medium).color(palette.text));
        let is_short = row.value.chars().count() <= SHORT;
        ui.add(if is_short {
            value.extend()
        } else {
            value.wrap()
        });
    });
}
