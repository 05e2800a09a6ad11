//! Tables of HTML, as spreadsheets and browsers put them on the clipboard.

use crate::intake::Grid;

use super::delimited::cell;
use super::gather::Gatherer;

/// The most columns that a cell may span.
const WIDEST: u32 = 60;

/// True when a text begins as HTML and holds a table.
pub(super) fn is_table(text: &str) -> bool {
    let head: String = text.chars().take(400).collect::<String>().to_lowercase();
    let marked = head.starts_with('<')
        && ["<html", "<!doctype", "<table", "<meta", "<body", "<div"]
            .iter()
            .any(|tag| head.contains(tag));
    marked && find(text, "<table").is_some()
}

fn find(text: &str, lower: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes
        .windows(lower.len())
        .position(|window| window.eq_ignore_ascii_case(lower.as_bytes()))
}

/// The cells of all tables of a text.
pub(super) fn grids(text: &str) -> (Vec<Grid>, Vec<String>) {
    let mut gatherer = Gatherer::default();
    let mut rest = text;
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut open: Option<(String, u32, u32)> = None;
    let mut spans: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    while let Some(at) = rest.find('<') {
        if let Some((words, ..)) = &mut open {
            words.push_str(&plain(rest.get(..at).unwrap_or_default()));
        }
        rest = rest.get(at..).unwrap_or_default();
        let Some(end) = rest.find('>') else { break };
        let tag = rest.get(1..end).unwrap_or_default();
        rest = rest.get(end + 1..).unwrap_or_default();
        let name: String = tag
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '/' || *c == '!')
            .collect::<String>()
            .to_lowercase();
        match name.as_str() {
            "style" | "script" => {
                let close = find(rest, &format!("</{name}")).unwrap_or(rest.len());
                rest = rest.get(close..).unwrap_or_default();
            }
            "table" => {
                gatherer.begin("");
                (row, column) = (0, 0);
                spans.clear();
            }
            "tr" | "/table" | "/tr" | "td" | "th" | "/td" | "/th" => {
                if let Some((words, across, down)) = open.take() {
                    gatherer.put(row, column, cell(&tidy(&words)));
                    for further in column..column + across {
                        if down > 1 {
                            spans.insert(further, down);
                        }
                    }
                    column += across;
                }
                if name == "/tr" {
                    row += 1;
                    column = 0;
                    for left in spans.values_mut() {
                        *left = left.saturating_sub(1);
                    }
                    spans.retain(|_, left| *left > 0);
                }
                if name == "td" || name == "th" {
                    // A cell that reaches down from above keeps its place.
                    while spans.get(&column).is_some_and(|left| *left > 0) && column < 2_000 {
                        column += 1;
                    }
                    open = Some((
                        String::new(),
                        number(tag, "colspan"),
                        number(tag, "rowspan"),
                    ));
                }
            }
            "br" | "br/" | "/p" | "/div" | "/li" => {
                if let Some((words, ..)) = &mut open {
                    words.push('\n');
                }
            }
            _ => {}
        }
        if gatherer.full {
            break;
        }
    }
    gatherer.finish()
}

fn number(tag: &str, name: &str) -> u32 {
    let value = find(tag, name).and_then(|at| {
        let digits: String = tag
            .get(at + name.len()..)?
            .chars()
            .skip_while(|c| matches!(c, '=' | '"' | '\'' | ' '))
            .take_while(char::is_ascii_digit)
            .take(4)
            .collect();
        digits.parse().ok()
    });
    value.unwrap_or(1).clamp(1, WIDEST)
}

fn tidy(words: &str) -> String {
    let lines = words
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Text without entities; line breaks of the source are spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + 1..).unwrap_or_default();
        let end = rest.find(';').filter(|end| *end <= 8);
        let named = end.and_then(|end| entity(rest.get(..end)?));
        match (named, end) {
            (Some(c), Some(end)) => {
                plain.push(c);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            _ => plain.push('&'),
        }
    }
    plain.push_str(rest);
    plain.replace(['\n', '\r', '\t'], " ")
}

fn entity(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" | "mdash" => '-',
        "times" => '×',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        "egrave" => 'è',
        "agrave" => 'à',
        _ => return None,
    })
}
