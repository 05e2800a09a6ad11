//! The week as Markdown, for a chat or a note.

use std::fmt::Write;

use super::sheet::{Card, DaySheet, ExerciseRow, FindingLine, SetCell, StrengthTable, TickBox};
use super::{WeekSheet, words};

/// The week as Markdown. What people typed is escaped, so that it reads as typed.
pub fn week_markdown(sheet: &WeekSheet) -> String {
    let mut blocks = vec![
        format!("# {}", escaped(&sheet.athlete)),
        escaped(&sheet.subtitle),
    ];
    blocks.extend(sheet.totals.iter().map(|line| escaped(line)));
    blocks.extend(sheet.days.iter().map(day));
    blocks.extend(sheet.tables.iter().map(table));
    blocks.extend(list(
        "Notes from your coach",
        sheet.notes.iter().map(|note| escaped(note)),
    ));
    blocks.extend(list(
        "Accepted on purpose",
        sheet.accepted.iter().map(finding),
    ));
    blocks.extend(list("Worth knowing", sheet.open.iter().map(finding)));
    blocks.retain(|block| !block.trim().is_empty());
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn day(day: &DaySheet) -> String {
    let mut text = format!("## {} {}\n", day.name, day.date);
    let lines = [&day.remark, &day.rest]
        .into_iter()
        .filter(|line| !line.is_empty());
    for line in lines {
        let _ = write!(text, "\n{}\n", escaped(line));
    }
    if !day.cards.is_empty() {
        text.push('\n');
    }
    for entry in &day.cards {
        text.push_str(&card(entry));
    }
    text.trim_end().to_owned()
}

fn card(card: &Card) -> String {
    let mark = match card.mark {
        TickBox::Open | TickBox::Partial => "[ ] ",
        TickBox::Done => "[x] ",
        TickBox::LeftOut | TickBox::NoBox => "",
    };
    let head = words::joined(
        [
            escaped(&card.start),
            format!("**{}**", escaped(&card.title)),
        ],
        " ",
    );
    let lines = card
        .lines
        .iter()
        .chain(&card.done)
        .chain(std::iter::once(&card.note));
    let body = words::joined(lines.map(|line| escaped(line)), "; ");
    format!("- {mark}{}\n", words::joined([head, body], " – "))
}

fn table(table: &StrengthTable) -> String {
    let mut text = format!(
        "## {} · {}\n\n{}\n",
        table.sheet,
        escaped(&table.title),
        escaped(&table.subtitle)
    );
    text.push_str("\n| Exercise | Sets × reps | Load | Rest | Done |\n|---|---|---|---|---|\n");
    for row in &table.rows {
        text.push_str(&table_row(row));
    }
    text.trim_end().to_owned()
}

fn table_row(row: &ExerciseRow) -> String {
    let detail = if row.detail.is_empty() {
        String::new()
    } else {
        format!(" ({})", escaped(&row.detail))
    };
    let done = row.sets.iter().map(|set| match set {
        SetCell::Done(text) => escaped(text),
        _ => String::new(),
    });
    format!(
        "| {}{detail} | {} | {} | {} | {} |\n",
        escaped(&row.exercise),
        escaped(&row.dose),
        escaped(&row.load),
        escaped(&row.rest),
        words::joined(done, "; ")
    )
}

fn list(heading: &str, items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    (!items.is_empty()).then(|| format!("## {heading}\n\n{}", items.join("\n")))
}

fn finding(finding: &FindingLine) -> String {
    let text = words::joined([finding.message.as_str(), finding.reason.as_str()], " – ");
    format!("{}: {}", finding.severity, escaped(&text))
}

/// `text` on one line, with the signs that Markdown would take for its own escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
