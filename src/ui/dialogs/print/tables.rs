//! Tables that a file will hold, as they are looked at before it is made.

use egui::{Align, Label, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::chart::picture::Heft;
use crate::chart::words;
use crate::domain::PreviewTable;
use crate::ui::theme::{Palette, Weight, text};

/// Height of a row, in points.
const ROW: f32 = 20.0;
/// Size of what stands in the cells, in points.
const SIZE: f32 = 11.0;
/// Between two columns, in points.
const GAP: f32 = 14.0;
/// The widest that a column gets, in points: longer words are cut, and read under the pointer.
const MOST_WIDTH: f32 = 190.0;
/// What the side where a table goes on takes to fade, in points.
const FADED: f32 = 20.0;
/// What letters may take beyond what was measured, in points.
const ROUNDED: f32 = 3.0;

/// Draws the tables below each other; they scroll down and across.
pub(super) fn tables_ui(ui: &mut Ui, palette: &Palette, tables: &[PreviewTable]) {
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, table) in tables.iter().enumerate() {
            if place > 0 {
                ui.add_space(14.0);
            }
            table_ui(ui, palette, table);
        }
    });
}

fn table_ui(ui: &mut Ui, palette: &Palette, table: &PreviewTable) {
    // The table scrolls across; what is said of it has the room in sight, on two lines where one has none.
    let room = ui.clip_rect().width() - FADED;
    let said = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let title = text(&table.title, 12.0, Weight::SemiBold).color(palette.text);
        ui.add(Label::new(title).extend());
        let note = text(&table.note, SIZE, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(note).extend());
    };
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.spacing_mut().interact_size.y = ROW - 4.0;
        ui.horizontal_wrapped(said);
    });
    let widths = widths(table);
    row_ui(ui, &widths, &table.figures, &table.heads, |words| {
        text(words, SIZE, Weight::Medium).color(palette.text_soft)
    });
    for row in &table.rows {
        let line = ui.cursor().min;
        let across: f32 = widths.iter().map(|width| width + GAP).sum();
        ui.painter().hline(
            line.x..=line.x + across - GAP,
            line.y,
            Stroke::new(1.0, palette.hairline),
        );
        row_ui(ui, &widths, &table.figures, row, |words| {
            text(words, SIZE, Weight::Regular).color(palette.text)
        });
    }
    if table.more > 0 {
        let more = format!("and {} more", table.more);
        ui.add_space(3.0);
        ui.label(text(more, SIZE, Weight::Regular).color(palette.text_soft));
    }
}

fn widths(table: &PreviewTable) -> Vec<f32> {
    let heads = table.heads.iter().enumerate();
    let widths = heads.map(|(column, head)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        let wide = |words: &String| words::width(words, SIZE, Heft::SemiBold);
        let widest = cells.map(wide).fold(wide(head), f32::max);
        (widest + ROUNDED).min(MOST_WIDTH)
    });
    widths.collect()
}

/// A line of cells: words at the left of their column, figures at its right.
fn row_ui(
    ui: &mut Ui,
    widths: &[f32],
    figures: &[bool],
    cells: &[String],
    look: impl Fn(&str) -> egui::RichText,
) {
    let across = widths.iter().map(|width| width + GAP).sum();
    let (line, _) = ui.allocate_exact_size(vec2(across, ROW), Sense::hover());
    if !ui.is_rect_visible(line) {
        return;
    }
    let mut left = line.left();
    for (column, (words, width)) in cells.iter().zip(widths).enumerate() {
        let cell = Rect::from_min_size(pos2(left, line.top()), vec2(*width, ROW));
        left += width + GAP;
        if words.is_empty() {
            continue;
        }
        let layout = if figures.get(column) == Some(&true) {
            Layout::right_to_left(Align::Center)
        } else {
            Layout::left_to_right(Align::Center)
        };
        let builder = UiBuilder::new().max_rect(cell).layout(layout);
        ui.new_child(builder)
            .add(Label::new(look(words)).truncate());
    }
}
