//! Tables as the sheets of a workbook.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::domain::DateStyle;
use crate::export::ExportError;

use super::cells::{Cell, Table};
use super::csv::is_formula;

/// The most characters a cell can hold.
const MOST_CHARACTERS: usize = 32_767;
/// Colour of the line below the head, as RGB: the program's green.
const ACCENT: u32 = 0x0F_766E;
/// Colour behind the head, as RGB: a pale grey.
const HEAD: u32 = 0xEE_F2F5;

/// Tables as a workbook: real dates and numbers, a head that stays while the rest scrolls, filters.
///
/// Days are shown as `dates` writes them, and `written` is the moment the file says it was made. Words are cells of
/// text and never formulas. `more` adds sheets behind these.
///
/// # Errors
///
/// [`ExportError::Table`] when a table is larger than a sheet can be.
pub fn workbook(
    tables: &[Table],
    title: &str,
    (written, dates): (DateTime<Utc>, DateStyle),
    more: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>,
) -> Result<Vec<u8>, ExportError> {
    try_workbook(tables, title, (written, dates), more)
        .map_err(|error| ExportError::Table(error.to_string()))
}

fn try_workbook(
    tables: &[Table],
    title: &str,
    (written, dates): (DateTime<Utc>, DateStyle),
    more: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>,
) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(dates);
    let mut book = Workbook::new();
    let made = date(written.date_naive())?.and_hms(
        written.hour() as u16,
        written.minute() as u8,
        written.second(),
    )?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&made);
    book.set_properties(&properties);
    for table in tables {
        let sheet = book.add_worksheet();
        write_sheet(sheet, table, &formats)?;
    }
    more(&mut book)?;
    book.save_to_buffer()
}

/// How a spreadsheet is told to show a day, such as 24 Nov 2026; names of months are in its own language.
pub(in crate::export) fn number_format(dates: DateStyle) -> &'static str {
    match dates {
        DateStyle::DayFirst => "d mmm yyyy",
        DateStyle::MonthFirst => "mmm d, yyyy",
        DateStyle::Iso => "yyyy-mm-dd",
    }
}

struct Formats {
    head: Format,
    text: Format,
    typed: Format,
    date: Format,
    time: Format,
    dates: DateStyle,
}

impl Formats {
    fn new(dates: DateStyle) -> Self {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        Self {
            head: Format::new()
                .set_bold()
                .set_background_color(HEAD)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(ACCENT)
                .set_align(FormatAlign::VerticalCenter),
            typed: text.clone().set_quote_prefix(),
            date: text.clone().set_num_format(number_format(dates)),
            time: text.clone().set_num_format("hh:mm"),
            text,
            dates,
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, table: &Table, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(table.record.name())?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(at, column.width)?;
        sheet.write_string_with_format(0, at, &column.title, &formats.head)?;
    }
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(sheet, row, column, cell, formats)?;
        }
    }
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, rows, last)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            // Without the prefix, a cell would become a formula as soon as somebody edits it.
            let format = if is_formula(text) {
                &formats.typed
            } else {
                &formats.text
            };
            sheet.write_string_with_format(row, column, fitting(text), format)?;
        }
        Cell::Number(value) => {
            sheet.write_number_with_format(row, column, *value, &formats.text)?;
        }
        // A spreadsheet's calendar begins in 1900; what lies before it is written as words.
        Cell::Date(day) => {
            if let Ok(known) = date(*day) {
                sheet.write_datetime_with_format(row, column, &known, &formats.date)?;
            } else {
                let words = formats.dates.date(*day);
                sheet.write_string_with_format(row, column, words, &formats.text)?;
            }
        }
        Cell::Time(known) => {
            sheet.write_datetime_with_format(row, column, &time(*known)?, &formats.time)?;
        }
    }
    Ok(())
}

/// As much of a text as a cell can hold.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_CHARACTERS {
        return text.to_owned();
    }
    let mut room = MOST_CHARACTERS - 1;
    let fits = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    fits.chain(['…']).collect()
}

fn date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(date.year()).unwrap_or(0);
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8)
}

fn time(time: NaiveTime) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_hms(time.hour() as u16, time.minute() as u8, time.second())
}
