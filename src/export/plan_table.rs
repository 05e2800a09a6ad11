//! A plan as coaches keep it in a spreadsheet: one sheet, a row for each week, a column for each day. What goes out
//! carries the identities of its sessions in a hidden column, so that what comes back updates them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc, Weekday};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use crate::domain::{Athlete, AthleteId, DateStyle, DistanceUnit, Profile, Session, Status, Week};
use crate::library::Library;
use crate::load;
use crate::text::{self, TEMPLATE_MONDAY, day_word};

use super::ExportError;
use super::records::number_format;

/// What the head of the hidden column says; the import knows it by that.
pub const ID_HEAD: &str = "ironstride:ids";
/// The column of the first day.
const FIRST_DAY: u16 = 2;

/// A week of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRow {
    /// Its first day.
    pub first: NaiveDate,
    /// The words of each day, from the first.
    pub days: [String; 7],
    /// The sessions of each day, in the order of its words.
    ids: [Vec<String>; 7],
    /// How far its runs go, in metres.
    pub meters: f64,
}

/// The weeks from `from` to `to` that hold sessions still to come or planned without a log.
pub fn plan_rows(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<PlanRow> {
    let mut rows: BTreeMap<NaiveDate, PlanRow> = BTreeMap::new();
    for session in athlete.sessions.between(from, to) {
        if session.status != Status::Planned {
            continue;
        }
        let first = Week::of(session.date, athlete.profile.week_start).first();
        let row = rows.entry(first).or_insert_with(|| PlanRow {
            first,
            days: Default::default(),
            ids: Default::default(),
            meters: 0.0,
        });
        let day = (session.date - first).num_days().unsigned_abs() as usize;
        let words = cell_words(session, &athlete.profile, library);
        if let (Some(cell), Some(ids)) = (row.days.get_mut(day), row.ids.get_mut(day)) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&words);
            ids.push(session.id.to_string());
        }
        let far = load::distance_of(&session.plan, &athlete.profile);
        row.meters += far.map_or(0.0, |far| far.value.m());
    }
    rows.into_values().collect()
}

/// A session in a cell: the words of plan text, its exercises on lines of their own.
pub fn cell_words(session: &Session, profile: &Profile, library: &Library) -> String {
    let mut own = Profile::named("");
    own.units = profile.units;
    let mut alone = Athlete::new(AthleteId::from_bits(1), own);
    let mut copy = session.clone();
    copy.date = TEMPLATE_MONDAY;
    alone.sessions = std::iter::once(copy).collect();
    let written = text::write(&alone, library, TEMPLATE_MONDAY, TEMPLATE_MONDAY).text;
    let monday = day_word(Weekday::Mon);
    let lines: Vec<&str> = written
        .lines()
        .skip_while(|line| !line.starts_with(monday))
        .filter(|line| !line.trim().is_empty())
        .collect();
    let cell = lines.iter().map(|line| match line.strip_prefix(monday) {
        Some(first) => first.trim().to_owned(),
        None => format!("  {}", line.trim()),
    });
    cell.collect::<Vec<_>>().join("\n")
}

/// Heads and cells of the table as they are seen: those of [`add_plan_sheet`] without the hidden column.
pub(super) fn plan_cells(
    rows: &[PlanRow],
    unit: DistanceUnit,
    start: Weekday,
    dates: DateStyle,
) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let cells = (1_u32..).zip(rows).map(|(week, row)| {
        let mut cells = vec![week.to_string(), dates.date(row.first)];
        cells.extend(row.days.iter().map(|words| super::words::one_line(words)));
        cells.push(super::words::number(total(row.meters, unit), 1));
        cells
    });
    (titles(unit, start), cells.collect())
}

/// The table as a workbook.
///
/// # Errors
///
/// [`ExportError::Table`] when it is larger than a sheet can be.
pub fn plan_workbook(
    rows: &[PlanRow],
    unit: DistanceUnit,
    start: Weekday,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    try_workbook(rows, unit, start, written).map_err(|error| ExportError::Table(error.to_string()))
}

fn try_workbook(
    rows: &[PlanRow],
    unit: DistanceUnit,
    start: Weekday,
    written: DateTime<Utc>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(written.timestamp())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    add_plan_sheet(&mut book, rows, unit, start, DateStyle::Iso)?;
    book.save_to_buffer()
}

/// Adds the table to a workbook, as its sheet "Plan", with days shown as `dates` writes them.
///
/// # Errors
///
/// When it is larger than a sheet can be.
pub fn add_plan_sheet(
    book: &mut Workbook,
    rows: &[PlanRow],
    unit: DistanceUnit,
    start: Weekday,
    dates: DateStyle,
) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Medium);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let date = cell.clone().set_num_format(number_format(dates));
    let sheet = book.add_worksheet();
    sheet.set_name("Plan")?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, FIRST_DAY)?;
    for (column, title) in (0_u16..).zip(titles(unit, start)) {
        sheet.write_string_with_format(0, column, title, &head)?;
        sheet.set_column_width(column, if column < FIRST_DAY { 11 } else { 24 })?;
    }
    let ids = FIRST_DAY + 8;
    sheet.write_string(0, ids, ID_HEAD)?;
    sheet.set_column_hidden(ids)?;
    for ((line, row), week) in (1_u32..).zip(rows).zip(1_u32..) {
        sheet.write_number_with_format(line, 0, f64::from(week), &cell)?;
        let monday = ExcelDateTime::parse_from_str(&row.first.to_string())?;
        sheet.write_datetime_with_format(line, 1, &monday, &date)?;
        for (column, words) in (FIRST_DAY..).zip(&row.days) {
            if !words.is_empty() {
                sheet.write_string_with_format(line, column, words, &cell)?;
            }
        }
        sheet.write_number_with_format(line, FIRST_DAY + 7, total(row.meters, unit), &cell)?;
        sheet.write_string(line, ids, id_words(row))?;
    }
    Ok(())
}

/// `2=id,id;4=id`: for each column with sessions, their identities in its order.
fn id_words(row: &PlanRow) -> String {
    let days = (FIRST_DAY..)
        .zip(&row.ids)
        .filter(|(_, ids)| !ids.is_empty());
    let words = days.map(|(column, ids)| format!("{column}={}", ids.join(",")));
    words.collect::<Vec<_>>().join(";")
}

fn titles(unit: DistanceUnit, start: Weekday) -> Vec<&'static str> {
    let total = match unit {
        DistanceUnit::Km => "Total km",
        DistanceUnit::Miles => "Total miles",
    };
    let mut titles = vec!["Week", "From"];
    let mut day = start;
    for _ in 0..7 {
        titles.push(day_word(day));
        day = day.succ();
    }
    titles.push(total);
    titles
}

fn total(meters: f64, unit: DistanceUnit) -> f64 {
    let figure = match unit {
        DistanceUnit::Km => meters / 1000.0,
        DistanceUnit::Miles => meters / 1609.344,
    };
    (figure * 10.0).round() / 10.0
}

/// The table as comma-separated values, without identities.
pub fn plan_csv(rows: &[PlanRow], unit: DistanceUnit, start: Weekday) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut lines = vec![titles(unit, start).join(",")];
    for (row, week) in rows.iter().zip(1..) {
        let mut fields = vec![format!("{week}"), row.first.to_string()];
        fields.extend(row.days.iter().map(|day| quoted(day)));
        fields.push(total(row.meters, unit).to_string());
        lines.push(fields.join(","));
    }
    lines.join("\r\n") + "\r\n"
}

/// The first and last day of everything an athlete has.
pub fn whole_span(athlete: &Athlete) -> Option<(NaiveDate, NaiveDate)> {
    let sessions = athlete.sessions.all();
    Some((sessions.first()?.date, sessions.last()?.date))
}
