//! The tables of an order, and the workbook of all of them.

use crate::domain::{Athlete, DateStyle, ExportOrder, PreviewTable, RowKind};
use crate::export::plan_table::{add_plan_sheet, plan_cells, plan_rows};
use crate::export::records::{self, Subject, TableOptions};
use crate::export::{ExportError, words};
use crate::rules::Finding;

use super::context::RenderContext;
use super::pages::{findings, title};
use super::preview_table::preview_table;
use super::span::span;

/// Rows of a table that are enough to look at.
const LOOK_ROWS: usize = 12;

/// A table as a file for other programs has it.
pub(super) fn plain_table(
    record: RowKind,
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> records::Table {
    let context = RenderContext {
        dates: DateStyle::Iso,
        ..*context
    };
    table(record, order, athletes, &context)
}

fn table(
    record: RowKind,
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> records::Table {
    let found: Vec<Vec<Finding>> = match record {
        RowKind::Finding => athletes
            .iter()
            .map(|athlete| findings(order, athlete, context))
            .collect(),
        _ => vec![Vec::new(); athletes.len()],
    };
    let subjects: Vec<Subject> = athletes
        .iter()
        .zip(&found)
        .map(|(athlete, findings)| Subject {
            athlete,
            findings,
            days: span(order, athlete),
        })
        .collect();
    let units = athletes.first().map(|athlete| athlete.profile.units);
    let options = TableOptions {
        today: context.today,
        units: units.unwrap_or_default(),
        dates: context.dates,
    };
    records::table(record, &subjects, context.library, options)
}

/// Every table as a sheet; of one athlete also the plan as coaches keep it, which comes back in as changes.
pub(super) fn workbook(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Result<Vec<u8>, ExportError> {
    let tables = RowKind::ALL.map(|record| table(record, order, athletes, context));
    let title = title(order, athletes);
    let when = (context.written, context.dates);
    records::workbook(&tables, &title, when, |book| {
        let [athlete] = athletes else { return Ok(()) };
        let (first, last) = span(order, athlete);
        let rows = plan_rows(athlete, context.library, first, last);
        let profile = &athlete.profile;
        let (unit, start) = (profile.units.distance, profile.week_start);
        add_plan_sheet(book, &rows, unit, start, context.dates)
    })
}

/// The first rows of every sheet.
pub(super) fn workbook_preview(
    order: &ExportOrder,
    athletes: &[&Athlete],
    context: &RenderContext,
) -> Vec<PreviewTable> {
    let tables = RowKind::ALL.map(|record| {
        let table = table(record, order, athletes, context);
        preview_table(&table, context.dates, LOOK_ROWS)
    });
    let mut tables = Vec::from(tables);
    if let [athlete] = athletes {
        tables.push(plan_preview(order, athlete, context));
    }
    tables
}

/// The sheet that comes back in.
fn plan_preview(order: &ExportOrder, athlete: &Athlete, context: &RenderContext) -> PreviewTable {
    let (first, last) = span(order, athlete);
    let rows = plan_rows(athlete, context.library, first, last);
    let profile = &athlete.profile;
    let (unit, start) = (profile.units.distance, profile.week_start);
    let (heads, mut cells) = plan_cells(&rows, unit, start, context.dates);
    cells.truncate(LOOK_ROWS);
    PreviewTable {
        title: format!("Plan · {}", words::counted(rows.len(), "row", "rows")),
        note: "to be changed and brought in again".to_owned(),
        figures: heads.iter().map(|head| head.starts_with("Total")).collect(),
        heads: heads.into_iter().map(str::to_owned).collect(),
        more: rows.len().saturating_sub(cells.len()),
        rows: cells,
    }
}
