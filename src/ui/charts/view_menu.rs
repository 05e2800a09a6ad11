//! What a bar stands for, what is marked, and what it is all held against.

use chrono::{Datelike, Days, NaiveDate};
use egui::{ScrollArea, Ui};

use super::context::{DrawContext, Outcome};
use crate::chart::choice::BarSpan;
use crate::chart::{ChartSelection, Compare, compare};
use crate::domain::Week;
use crate::ui::dialogs::dates::{date_text, parse_date};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::check;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::prose::prose_ui;
use crate::ui::widgets::row_keys::{self, RowKeys};

/// How the charts are moved, which nothing on them tells.
const HELP: &str = "Drag a chart to move through time, zoom with Ctrl and the wheel or by pinching, double-click to \
                    come back. Arrow keys walk from week to week. Drag its title to put it elsewhere.";
/// Width of the menu, in points.
const WIDTH: f32 = 372.0;
/// The most that the list of comparisons takes before it scrolls, in points.
const MOST_HEIGHT: f32 = 300.0;
/// How far back the weeks begin that are proposed: half a year.
const USUAL_DAYS: u64 = 26 * 7;

/// Draws the menu.
pub(super) fn view_menu_ui(
    ui: &mut Ui,
    context: &DrawContext<'_>,
    choice: &ChartSelection,
    outcome: &mut Outcome,
) {
    let palette = context.view.palette;
    let mut changed = choice.clone();
    ui.set_width(WIDTH);
    heading_ui(ui, palette, "One bar is");
    row_keys::list_ui(ui, "one bar", |ui, keys| {
        for (group, label) in [(BarSpan::Week, "A week"), (BarSpan::Month, "A month")] {
            if keys.radio_ui(ui, changed.group == group, label).clicked() {
                changed.group = group;
            }
        }
    });
    heading_ui(ui, palette, "Compare with");
    ScrollArea::vertical()
        .max_height(MOST_HEIGHT)
        .show(ui, |ui| {
            row_keys::list_ui(ui, "compare", |ui, keys| {
                compare_ui(ui, keys, context, &mut changed.compare);
            });
        });
    heading_ui(ui, palette, "Show");
    check::check_ui(ui, &mut changed.marks, "Races, programs, pains and notes");
    ui.add_space(4.0);
    let help = text(HELP, 11.0, Weight::Regular).color(palette.text_soft);
    prose_ui(ui, help);
    if changed != *choice {
        outcome.choice = Some(changed);
    }
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(2.0);
    ui.label(text(words, 11.0, Weight::SemiBold).color(palette.text_faint));
}

/// Every earlier time that makes sense, and a field for any other. What happened last comes first.
fn compare_ui(ui: &mut Ui, keys: &mut RowKeys, context: &DrawContext<'_>, chosen: &mut Compare) {
    let view = &context.view;
    ui.set_width(WIDTH - 16.0);
    for (value, words) in [
        (Compare::Nothing, "Nothing"),
        (Compare::YearBefore, "The same weeks a year before"),
        (Compare::SpanBefore, "The same number of weeks before"),
    ] {
        value_ui(ui, keys, chosen, value, words);
    }
    let blocks = compare::comparable(view.blocks, view.today);
    let own = match *chosen {
        Compare::From(date) if blocks.iter().all(|block| block.first != date) => Some(date),
        _ => None,
    };
    from_ui(ui, keys, context, own, chosen);
    for block in &blocks {
        let name = block.name(view.library);
        let (first, last) = (format::day_month(block.first), date_text(block.last));
        let label = format!("{name}, {first} – {last}");
        value_ui(ui, keys, chosen, Compare::From(block.first), &label);
    }
    let races = view.profile().races.iter();
    let mut past: Vec<_> = races.filter(|race| race.date < view.today).collect();
    past.sort_by_key(|race| std::cmp::Reverse(race.date));
    for race in past {
        let label = format!("Before {}, {}", race.name, date_text(race.date));
        value_ui(ui, keys, chosen, Compare::Race(race.id), &label);
    }
}

fn value_ui(ui: &mut Ui, keys: &mut RowKeys, chosen: &mut Compare, value: Compare, words: &str) {
    if keys.radio_ui(ui, *chosen == value, words).clicked() {
        *chosen = value;
    }
}

/// The weeks from any day on: `own` where that is what is chosen.
fn from_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    context: &DrawContext<'_>,
    own: Option<NaiveDate>,
    chosen: &mut Compare,
) {
    let view = &context.view;
    let start = Week::of(view.today, view.profile().week_start).first();
    let usual = start.checked_sub_days(Days::new(USUAL_DAYS));
    let date = own.or(usual).unwrap_or(start);
    ui.horizontal(|ui| {
        if keys.radio_ui(ui, own.is_some(), "The weeks from").clicked() {
            *chosen = Compare::From(date);
        }
        let id = ui.scope_id().with("compare from");
        let field = Field::line("Compare with the weeks from", 104.0);
        let typed = field.ui(ui, view.palette, id, &date_text(date), |typed| {
            parse_date(typed, view.today).map(|date| in_the_past(date, view.today))
        });
        if let Some(date) = typed {
            *chosen = Compare::From(date);
        }
    });
}

/// A day without a year is the last one of that name: here people look back.
fn in_the_past(date: NaiveDate, today: NaiveDate) -> NaiveDate {
    let back = date.with_year(today.year() - 1);
    back.filter(|_| date > today).unwrap_or(date)
}
