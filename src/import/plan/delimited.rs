//! Values with commas, tabs or semicolons between them, and the text of a file of whatever encoding.

use crate::intake::{Grid, GridCell};
use crate::text::decode;

use super::gather::{Gatherer, Unreadable};

/// How many lines are looked at to find what stands between the values.
const SNIFFED_LINES: usize = 40;
/// A table has at least this many columns; less is text.
const FEWEST_COLUMNS: usize = 3;

/// The text of a file: UTF-8, UTF-16 with its mark, or else what Windows writes in western Europe.
///
/// # Errors
///
/// [`Unreadable`] for bytes that are no text, such as a picture.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Ok(text) = decode(bytes) {
        return Ok(text);
    }
    let odd = bytes
        .iter()
        .filter(|byte| **byte < 32 && !matches!(**byte, b'\n' | b'\r' | b'\t' | 12))
        .count();
    if odd * 100 > bytes.len() || bytes.contains(&0) {
        return Err(Unreadable::new(
            "The file is neither text nor a table nor a calendar. Plans come as .xlsx, .ods, .csv, .ics or text.",
        ));
    }
    Ok(bytes.iter().map(|byte| western(*byte)).collect())
}

/// A character of Windows-1252.
fn western(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 | 0x92 => '’',
        0x93 | 0x94 => '"',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x81..=0x9F => ' ',
        byte => char::from(byte),
    }
}

/// The table of a text, when it is one: several lines have the same number of values, or one of their marks is a tab.
pub(super) fn grid(text: &str) -> Option<(Grid, Vec<String>)> {
    let mark = sniff(text)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(text.as_bytes());
    let mut gatherer = Gatherer::default();
    gatherer.begin("");
    let mut width = 0;
    for (row, record) in (0_u32..).zip(reader.records()) {
        let Ok(record) = record else { continue };
        if row == 0 {
            width = record.len();
        }
        // A sentence below a table is one, whatever commas it holds.
        if mark == b',' && row > 0 && record.len() != width {
            let words: Vec<&str> = record.iter().map(str::trim).collect();
            if !gatherer.put(row, 0, GridCell::Text(words.join(", "))) {
                break;
            }
            continue;
        }
        for (column, value) in (0_u32..).zip(record.iter()) {
            if column > 2_000 || !gatherer.put(row, column, cell(value)) {
                break;
            }
        }
        if gatherer.full {
            break;
        }
    }
    let (grids, warnings) = gatherer.finish();
    grids.into_iter().next().map(|grid| (grid, warnings))
}

/// A plain number becomes one, so that a column of weeks or kilometres is known as such.
pub(super) fn cell(value: &str) -> GridCell {
    let value = value.trim();
    let plain = !value.is_empty()
        && value.len() < 10
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        && value.matches(['.', ',']).count() <= 1;
    let number = value.replace(',', ".").parse::<f64>();
    match number {
        Ok(number) if plain => GridCell::Number(number),
        _ => GridCell::Text(value.to_owned()),
    }
}

/// What stands between the values: the sign that stands equally often in most lines.
fn sniff(text: &str) -> Option<u8> {
    let lines = records(text);
    if lines.len() < 2 {
        return None;
    }
    let mut best: Option<(usize, u8)> = None;
    for mark in [b'\t', b';', b','] {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, mark) + 1).collect();
        let most = counts.iter().copied().max().unwrap_or(1);
        if most < FEWEST_COLUMNS {
            continue;
        }
        let even = counts.iter().filter(|count| **count == most).count();
        // Commas stand in every sentence; they part values only where nearly every line has as many.
        let enough = match mark {
            b'\t' => even * 4 >= counts.len(),
            b';' => even * 2 > counts.len(),
            _ => even * 5 >= counts.len() * 4 || is_headed(&lines, &counts, most),
        };
        if enough && best.is_none_or(|(score, _)| even * most > score) {
            best = Some((even * most, mark));
        }
    }
    best.map(|(_, mark)| mark)
}

/// True where a row of short names heads rows as wide as itself, whatever stands below them: a table with notes under
/// it.
fn is_headed(lines: &[String], counts: &[usize], most: usize) -> bool {
    const FEWEST_ROWS: usize = 3;
    const LONGEST_NAME: usize = 16;
    let rows = counts.iter().take_while(|count| **count == most).count();
    let names = |line: &String| {
        line.split(',')
            .all(|name| name.trim().chars().count() <= LONGEST_NAME)
    };
    most >= 5 && rows >= FEWEST_ROWS && lines.first().is_some_and(names)
}

/// The first lines, those within quotes kept together.
fn records(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut quoted = false;
    for c in text.chars().take(200_000) {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if !line.trim().is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line.clear();
                if lines.len() >= SNIFFED_LINES {
                    return lines;
                }
                continue;
            }
            _ => {}
        }
        line.push(c);
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
    lines
}

fn count(line: &str, mark: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == mark && !quoted
        })
        .count()
}
