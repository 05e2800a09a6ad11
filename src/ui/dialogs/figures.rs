//! The figures of a chart as a table: to be read one by one, and taken along to a spreadsheet.

use std::sync::Arc;

use egui::{Align, Button, Label, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use crate::chart::picture::Heft;
use crate::chart::scene::Target;
use crate::chart::table::{Cell, Row, Table};
use crate::chart::{Scene, words};
use crate::ui::action::Action;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// Size of the figures, in points.
const SIZE: f32 = 12.0;
/// Between two columns, in points: as wide as there is room, so that the last column is not cut.
const GAPS: [f32; 2] = [10.0, 18.0];
/// Room for the bar of the list, in points.
const BAR: f32 = 12.0;
/// The widest that a column of words gets, and the narrowest that the last one is made before it is scrolled to, in points.
const MOST_WIDTH: f32 = 260.0;
const LEAST_WIDTH: f32 = 84.0;
/// Rows that are looked at to find the width of a column.
const LOOKED_AT: usize = 200;
/// The most that the dialog takes of a laptop's window, in points.
const MOST_SIZE: [f32; 2] = [1160.0, 560.0];

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct FiguresForm {
    scene: Arc<Scene>,
    /// Width of each column, that of what the rows are about first.
    widths: Vec<f32>,
    /// Which columns hold words and stand on the left, that of what the rows are about first.
    words: Vec<bool>,
    /// Between two columns, in points.
    gap: f32,
    /// Whether the rows are about time, so that the latest come first.
    over_time: bool,
}

impl FiguresForm {
    /// The figures of a chart.
    pub fn new(scene: Arc<Scene>) -> Self {
        let wide = |said: &str| words::width(said, SIZE, Heft::SemiBold).min(MOST_WIDTH);
        let table = &scene.table;
        let step = (table.rows.len() / LOOKED_AT).max(1);
        let keys = table
            .rows
            .iter()
            .step_by(step)
            .map(|row| wide(&row.key.title(table.dates)));
        let first = keys.fold(wide(&table.about), f32::max);
        let columns = table.columns.iter().enumerate().map(|(place, column)| {
            let rows = table.rows.iter().step_by(step);
            let cells = rows.map(|row| wide(&said(table, row, place)));
            cells.fold(wide(&column.header()), f32::max)
        });
        let is_words = |place: usize| {
            let mut rows = table.rows.iter();
            rows.any(|row| matches!(row.cells.get(place), Some(Cell::Text(_) | Cell::Date(_))))
        };
        let places = 0..table.columns.len();
        Self {
            widths: std::iter::once(first).chain(columns).collect(),
            words: std::iter::once(true).chain(places.map(is_words)).collect(),
            gap: GAPS[1],
            over_time: scene.time().is_some(),
            scene,
        }
    }
}

/// Makes a last column of words as narrow as the room asks, where its beginnings then stand in sight: they end in "…" and
/// are read whole under the pointer.
fn fit_last(widths: &mut [f32], room: f32) {
    let count = widths.len() as f32;
    if let Some((last, others)) = widths.split_last_mut() {
        let others: f32 = others.iter().sum();
        let lefts = [GAPS[1], GAPS[0]].map(|gap| room - gap * count - others - 1.0);
        if let Some(left) = lefts.into_iter().find(|left| *left >= LEAST_WIDTH) {
            *last = last.min(left);
        }
    }
}

/// The gap with which whole columns fill so much room, where not all of them fit: what is further to the right begins
/// where the room ends, instead of being cut.
fn whole_columns(widths: &[f32], room: f32) -> f32 {
    let mut taken = 0.0;
    let gaps = widths.iter().zip(1_u16..).map(|(width, count)| {
        taken += width;
        (room - taken) / f32::from(count)
    });
    gaps.take_while(|gap| *gap >= GAPS[0])
        .last()
        .unwrap_or(GAPS[0])
}

/// A figure as it stands in the table; its unit stands in the header.
fn said(table: &Table, row: &Row, place: usize) -> String {
    let column = table.columns.get(place);
    match (row.cells.get(place), column) {
        (Some(Cell::Number(value)), Some(column)) => column.format.figure(*value),
        (Some(Cell::Text(words)), _) => words.clone(),
        (Some(Cell::Date(date)), _) => table.dates.date(*date),
        _ => String::new(),
    }
}

impl DialogForm for FiguresForm {
    fn id(&self) -> &'static str {
        "figures dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Charts
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        let table = &self.scene.table;
        let most_width = host::wide(ui, MOST_SIZE[0]);
        let room = host::width(ui, most_width) - BAR;
        if self.words.last().copied().unwrap_or_default() {
            fit_last(&mut self.widths, room);
        }
        let (columns, count) = (self.widths.iter().sum::<f32>(), self.widths.len() as f32);
        self.gap = if room < columns + GAPS[0] * count {
            // The bar stands in the gap behind the last of them.
            whole_columns(&self.widths, room + BAR)
        } else {
            ((room - columns) / count).min(GAPS[1])
        };
        let across = columns + self.gap * count + BAR;
        let width = host::width(ui, across.clamp(320.0, most_width));
        let most =
            (ROW * (table.rows.len() + 1) as f32).clamp(2.0 * ROW, host::tall(ui, MOST_SIZE[1]));
        ui.set_width(width);
        ui.label(text(self.scene.chart.name(), 15.0, Weight::SemiBold));
        let answer = text(&self.scene.subtitle, SIZE, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(answer).wrap());
        ui.add_space(6.0);
        let mut answer = DialogResponse::Open;
        host::body(ui, most + 2.0 * ROW, |ui, height| {
            let height = (height - 2.0 * ROW).max(ROW);
            ScrollArea::horizontal()
                .id_salt("across")
                .max_width(width)
                .show(ui, |ui| {
                    ui.set_width(across);
                    header_ui(ui, palette, self, across);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ScrollArea::vertical()
                        .id_salt("down")
                        .auto_shrink(false)
                        .max_height(height)
                        .show_rows(ui, ROW, table.rows.len(), |ui, shown| {
                            for place in shown {
                                if let Some(action) = row_ui(ui, palette, self, place, across) {
                                    actions.push(action);
                                    answer = DialogResponse::Close;
                                }
                            }
                        });
                });
        });
        ui.add_space(8.0);
        host::foot_ui(ui, |ui| {
            if buttons::quiet_ui(ui, "Copy for a spreadsheet").clicked() {
                ui.ctx().copy_text(table.tabbed());
            }
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

/// The cells of a line, from left to right: what it is about, then the figures, right-aligned under their names.
fn cells(form: &FiguresForm, line: Rect) -> impl Iterator<Item = Rect> {
    let mut left = line.left();
    form.widths.iter().map(move |width| {
        let size = vec2(*width, line.height());
        let cell = Rect::from_min_size(egui::pos2(left, line.top()), size);
        left += width + form.gap;
        cell
    })
}

fn header_ui(ui: &mut Ui, palette: &Palette, form: &FiguresForm, across: f32) {
    let (line, _) = ui.allocate_exact_size(vec2(across, ROW), Sense::hover());
    let columns = form.scene.table.columns.iter();
    let names = std::iter::once(form.scene.table.about.clone())
        .chain(columns.map(crate::chart::table::Column::header));
    for (place, (cell, name)) in cells(form, line).zip(names).enumerate() {
        let name = text(name, 11.0, Weight::SemiBold).color(palette.text_soft);
        cell_ui(ui, form, cell, place, |ui| {
            ui.add(Label::new(name).truncate());
        });
    }
    let under = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .hline(line.x_range(), line.bottom() - 0.5, under);
}

/// A row; what it is about opens it.
fn row_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &FiguresForm,
    place: usize,
    across: f32,
) -> Option<Action> {
    let table = &form.scene.table;
    let place = if form.over_time {
        table.rows.len().checked_sub(place + 1)?
    } else {
        place
    };
    let row = table.rows.get(place)?;
    let (line, response) = ui.allocate_exact_size(vec2(across, ROW), Sense::hover());
    if response.contains_pointer() {
        ui.painter().rect_filled(line, 3.0, palette.well);
    }
    let target = target(&form.scene, place);
    let mut opened = None;
    let mut figures = table.columns.iter().enumerate();
    for (at, cell) in cells(form, line).enumerate() {
        cell_ui(ui, form, cell, at, |ui| {
            if at == 0 {
                let key = text(row.key.title(table.dates), SIZE, Weight::Medium);
                let Some(target) = target else {
                    ui.add(Label::new(key.color(palette.text)).truncate());
                    return;
                };
                let link = Button::new(key.color(palette.accent)).frame(false);
                if ui.add(link.truncate()).clicked() {
                    opened = Some(target);
                }
            } else if let Some((column, _)) = figures.next() {
                let figure = said(table, row, column);
                let figure = text(figure, SIZE, Weight::Regular).color(palette.text);
                ui.add(Label::new(figure).truncate());
            }
        });
    }
    opened.map(|target| match target {
        Target::Week(date) => Action::ShowWeek(date),
        Target::Session(session) => Action::ShowSession(session),
    })
}

/// What a row is about on the calendar.
fn target(scene: &Scene, row: usize) -> Option<Target> {
    let hits = &scene.time()?.hits;
    hits.iter().find(|hit| hit.row == row).map(|hit| hit.target)
}

fn cell_ui(ui: &mut Ui, form: &FiguresForm, cell: Rect, place: usize, add: impl FnOnce(&mut Ui)) {
    let layout = if form.words.get(place).copied().unwrap_or_default() {
        Layout::left_to_right(Align::Center)
    } else {
        Layout::right_to_left(Align::Center)
    };
    let builder = UiBuilder::new()
        .max_rect(cell)
        .layout(layout)
        .id_salt(place);
    let mut cell_ui = ui.new_child(builder);
    cell_ui.spacing_mut().button_padding = vec2(0.0, 0.0);
    cell_ui.spacing_mut().interact_size.y = 0.0;
    add(&mut cell_ui);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_column_of_words_gives_way_before_the_table_scrolls() {
        let widths = [190.0, 45.0, 85.0, 260.0];
        let fitted = |room| {
            let mut widths = widths;
            fit_last(&mut widths, room);
            widths[3]
        };
        assert!((fitted(700.0) - 260.0).abs() < 0.1, "all fit");
        assert!((fitted(500.0) - 107.0).abs() < 0.1, "{}", fitted(500.0));
        assert!((fitted(450.0) - 89.0).abs() < 0.1, "{}", fitted(450.0));
        assert!((fitted(400.0) - 260.0).abs() < 0.1, "too narrow to be read");
    }

    /// In a low window at a large zoom the last column in sight was cut in the middle of its figures.
    #[test]
    fn where_not_all_columns_fit_whole_ones_fill_the_room() {
        let widths = [190.0, 45.0, 85.0, 87.0, 62.0, 75.0, 96.0, 130.0, 260.0];
        for room in [400.0, 520.0, 620.0, 700.0, 780.0] {
            let gap = whole_columns(&widths, room);
            let mut left = 0.0;
            let cut = widths.iter().any(|width| {
                let begins = left;
                left += width + gap;
                begins < room - 0.5 && begins + width > room
            });
            assert!(gap >= GAPS[0] && !cut, "{room}: {gap}");
        }
    }
}
