//! Workbooks: `.xlsx` and `.ods`.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Ods, Reader, Xlsx};
use chrono::{NaiveDateTime, Timelike};
use zip::ZipArchive;

use crate::domain::SessionId;
use crate::intake::{Grid, GridCell};

use super::gather::{Gatherer, MOST_CELLS, Unreadable};

/// The most bytes that a workbook may unpack to.
const MOST_UNPACKED: u64 = 96 << 20;
/// Packed files below this size cannot unpack to more than is allowed: deflate packs a thousandfold at best.
const HARMLESS: usize = 64 << 10;
/// The most sheets that are read.
const MOST_SHEETS: usize = 40;
/// Columns further right than this are no plan.
const LAST_COLUMN: u32 = 400;
/// Repeats of a filled cell or row beyond this are an attack, not a plan.
const MOST_REPEATED: u32 = 2_000;
/// The most merged areas of a sheet that are looked at.
const MOST_MERGED: usize = 2_000;

/// What the head of the hidden column with identities says.
pub const ID_HEAD: &str = "ironstride:ids";

/// The sheets of a workbook.
///
/// # Errors
///
/// [`Unreadable`] for what is no workbook, is damaged, or unpacks to too much.
pub(super) fn grids(bytes: &[u8]) -> Result<(Vec<Grid>, Vec<String>), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if bytes.len() > HARMLESS {
        measure(&mut archive)?;
    }
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(|name| name.to_string())
        .collect();
    if names.iter().any(|name| name == "content.xml") {
        refuse_repeats(&mut archive)?;
        return ods(bytes);
    }
    if names.iter().any(|name| name.starts_with("xl/")) {
        return xlsx(bytes);
    }
    Err(Unreadable::new(
        "The file is packed, but is no workbook. Unpack it and bring the plan itself in.",
    ))
}

fn damaged() -> Unreadable {
    Unreadable::new(
        "The workbook is damaged. Open it in a spreadsheet, save it again, and bring that in.",
    )
}

fn unopened(is_locked: bool) -> Unreadable {
    if is_locked {
        return Unreadable::new(
            "The workbook is behind a password. Save a copy without one, and bring that in.",
        );
    }
    damaged()
}

/// Unpacks everything once and throws it away, to know that it is not more than a plan can be.
fn measure(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Unreadable> {
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| damaged())?;
        let read =
            std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|_| damaged())?;
        if read > left {
            return Err(Unreadable::new(
                "The workbook unpacks to more than any plan holds. Copy the sheet with the plan into a new workbook.",
            ));
        }
        left -= read;
    }
    Ok(())
}

/// Refuses a sheet of OpenDocument that says one filled cell thousands of times.
fn refuse_repeats(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Unreadable> {
    let mut content = String::new();
    let file = archive.by_name("content.xml").map_err(|_| damaged())?;
    file.take(MOST_UNPACKED)
        .read_to_string(&mut content)
        .map_err(|_| damaged())?;
    for (mark, close) in [
        ("number-columns-repeated=\"", "</table:table-cell>"),
        ("number-rows-repeated=\"", "</table:table-row>"),
    ] {
        for (at, _) in content.match_indices(mark) {
            let rest = content.get(at + mark.len()..).unwrap_or_default();
            let count: String = rest
                .chars()
                .take_while(char::is_ascii_digit)
                .take(9)
                .collect();
            if count.parse::<u32>().unwrap_or(0) <= MOST_REPEATED {
                continue;
            }
            let tag_end = rest.find('>').unwrap_or(rest.len());
            let alone = rest.get(..tag_end).is_some_and(|tag| tag.ends_with('/'));
            let end = if alone {
                tag_end
            } else {
                rest.find(close).unwrap_or(rest.len())
            };
            let inner = rest.get(..end).unwrap_or_default();
            if inner.contains("office:value") || inner.contains("<text:p>") {
                return Err(Unreadable::new(
                    "The workbook repeats a filled cell thousands of times. Copy the plan into a new workbook.",
                ));
            }
        }
    }
    Ok(())
}

fn xlsx(bytes: &[u8]) -> Result<(Vec<Grid>, Vec<String>), Unreadable> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))
        .map_err(|error| unopened(matches!(error, calamine::XlsxError::Password)))?;
    let names = book.sheet_names();
    let mut gatherer = Gatherer::default();
    for name in names.iter().take(MOST_SHEETS) {
        gatherer.begin(name);
        let Ok(mut cells) = book.worksheet_cells_reader(name) else {
            continue;
        };
        // A sheet that breaks off is read as far as it goes.
        while let Ok(Some(cell)) = cells.next_cell() {
            let (row, column) = cell.get_position();
            if column > LAST_COLUMN {
                continue;
            }
            if let Some(value) = of_ref(cell.get_value())
                && !gatherer.put(row, column, value)
            {
                break;
            }
        }
        drop(cells);
        if let Ok(merged) = book.merge_cells_by_sheet_name(name)
            && let Some(grid) = gatherer.grids.last_mut()
        {
            for area in merged.into_iter().take(MOST_MERGED) {
                spread(grid, area.start, area.end);
            }
        }
        if gatherer.full {
            break;
        }
    }
    Ok(finished(gatherer, names.len()))
}

/// What was gathered of a workbook of so many sheets, and what there is to say about it.
fn finished(gatherer: Gatherer, sheets: usize) -> (Vec<Grid>, Vec<String>) {
    let (mut grids, mut warnings) = gatherer.finish();
    if sheets > MOST_SHEETS {
        warnings.push(format!(
            "The workbook has {sheets} sheets; the first {MOST_SHEETS} were read."
        ));
    }
    for grid in &mut grids {
        take_ids(grid);
    }
    (grids, warnings)
}

/// A cell merged over several columns of one row holds for each of them, as "rest" over Monday and Tuesday does.
fn spread(grid: &mut Grid, start: (u32, u32), end: (u32, u32)) {
    let across = end.1.saturating_sub(start.1);
    if start.0 != end.0 || across == 0 || across > 3 {
        return;
    }
    if let Some(cell) = grid.cells.get(&start).cloned() {
        for column in start.1 + 1..=end.1 {
            grid.cells.entry((start.0, column)).or_insert(cell.clone());
        }
    }
}

fn ods(bytes: &[u8]) -> Result<(Vec<Grid>, Vec<String>), Unreadable> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes))
        .map_err(|error| unopened(matches!(error, calamine::OdsError::Password)))?;
    let names = book.sheet_names();
    let mut gatherer = Gatherer::default();
    for name in names.iter().take(MOST_SHEETS) {
        gatherer.begin(name);
        let Ok(range) = book.worksheet_range(name) else {
            continue;
        };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells().take(MOST_CELLS) {
            let (row, column) = (first_row + row as u32, first_column + column as u32);
            if column <= LAST_COLUMN
                && let Some(value) = of_data(value)
                && !gatherer.put(row, column, value)
            {
                break;
            }
        }
    }
    Ok(finished(gatherer, names.len()))
}

fn of_ref(value: &DataRef) -> Option<GridCell> {
    Some(match value {
        DataRef::Int(value) => GridCell::Number(*value as f64),
        DataRef::Float(value) => number(*value)?,
        DataRef::String(text) | DataRef::DurationIso(text) => GridCell::Text(text.clone()),
        DataRef::SharedString(text) => GridCell::Text((*text).to_owned()),
        DataRef::DateTime(time) => moment(time.as_datetime()?),
        DataRef::DateTimeIso(text) => iso(text)?,
        DataRef::Bool(_) | DataRef::Error(_) | DataRef::Empty => return None,
    })
}

fn of_data(value: &Data) -> Option<GridCell> {
    Some(match value {
        Data::Int(value) => GridCell::Number(*value as f64),
        Data::Float(value) => number(*value)?,
        Data::String(text) => GridCell::Text(text.clone()),
        Data::DateTime(time) => moment(time.as_datetime()?),
        Data::DateTimeIso(text) => iso(text)?,
        Data::DurationIso(text) => GridCell::Text(duration(text)?),
        _ => return None,
    })
}

fn number(value: f64) -> Option<GridCell> {
    value.is_finite().then_some(GridCell::Number(value))
}

/// A day, or the time of a cell that holds no day: 0:45 is a length, not a morning of 1899.
fn moment(time: NaiveDateTime) -> GridCell {
    use chrono::Datelike;
    if time.year() < 1905 {
        let hours = time.hour();
        return GridCell::Text(format!("{hours}:{:02}:{:02}", time.minute(), time.second()));
    }
    GridCell::Date(time.date())
}

fn iso(text: &str) -> Option<GridCell> {
    let day = text.get(..10)?.parse().ok();
    Some(day.map_or_else(|| GridCell::Text(text.to_owned()), GridCell::Date))
}

/// `PT01H30M00S` as `1:30:00`.
fn duration(text: &str) -> Option<String> {
    let rest = text.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S').unwrap_or("0");
    let seconds = seconds.split('.').next().unwrap_or("0");
    let part = |text: &str| text.parse::<u32>().ok();
    Some(format!(
        "{}:{:02}:{:02}",
        part(hours)?,
        part(minutes)?,
        part(seconds)?
    ))
}

/// The identity of a session as it is written.
pub(super) fn session_id(text: &str) -> Option<SessionId> {
    let id = uuid::Uuid::parse_str(text.trim()).ok()?;
    Some(SessionId::from_bits(id.as_u128()))
}

/// Takes the hidden column out of a sheet that this program wrote: each of its cells names, by day, the sessions of
/// its row.
fn take_ids(grid: &mut Grid) {
    let head = grid.cells.iter().find_map(|(place, cell)| {
        matches!(cell, GridCell::Text(text) if text == ID_HEAD).then_some(*place)
    });
    let Some((head_row, ids_column)) = head else {
        return;
    };
    let rows: Vec<(u32, String)> = grid
        .cells
        .iter()
        .filter(|((_, column), _)| *column == ids_column)
        .map(|((row, _), cell)| (*row, cell.text()))
        .collect();
    grid.cells.retain(|(_, column), _| *column != ids_column);
    for (row, text) in rows.into_iter().filter(|(row, _)| *row > head_row) {
        for field in text.split(';') {
            let Some((column, ids)) = field.split_once('=') else {
                continue;
            };
            let ids: Option<Vec<SessionId>> = ids.split(',').map(session_id).collect();
            if let (Ok(column), Some(ids)) = (column.trim().parse::<u32>(), ids) {
                grid.ids.insert((row, column), ids);
            }
        }
    }
}
