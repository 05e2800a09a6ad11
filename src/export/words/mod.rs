//! Figures as runners and lifters write them, in the athlete's own units.

mod lifting;
mod running;

pub use lifting::{dose, effort, effort_advice, load, mass, reps, rest};
pub use running::{distance, pace, rounded_distance, step};

use chrono::{Datelike, NaiveDate};

use crate::domain::{Kind, Minutes, Rpe, Seconds};

/// A number without needless zeros, at most `decimals` behind the point: `62.5`, `60`.
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// A duration: "45 min", "1 h 20 min", "2 h".
pub fn minutes(minutes: Minutes) -> String {
    let (hours, rest) = (minutes.0 / 60, minutes.0 % 60);
    match (hours, rest) {
        (0, _) => format!("{rest} min"),
        (_, 0) => format!("{hours} h"),
        _ => format!("{hours} h {rest} min"),
    }
}

/// A short duration: "45 s", "3 min", "1:30 min".
pub fn seconds(seconds: Seconds) -> String {
    match (seconds.0 / 60, seconds.0 % 60) {
        (0, rest) => format!("{rest} s"),
        (whole, 0) => minutes(Minutes(whole)),
        (whole, rest) if whole < 60 => format!("{whole}:{rest:02} min"),
        (whole, rest) => clock(Seconds(whole * 60 + rest)),
    }
}

/// A race time: "1:39:30", "19:45".
pub fn clock(time: Seconds) -> String {
    let (hours, minutes, seconds) = (time.0 / 3600, time.0 / 60 % 60, time.0 % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// An exertion: "RPE 3".
pub fn rpe(rpe: Rpe) -> String {
    format!("RPE {}", number(rpe.value(), 1))
}

/// "1 run", "2 runs".
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Parts that are not empty, joined.
pub fn joined<I>(parts: I, separator: &str) -> String
where
    I: IntoIterator,
    I::Item: Into<String>,
{
    let parts: Vec<String> = parts
        .into_iter()
        .map(Into::into)
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(separator)
}

/// The first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// What a kind of session is called: "Easy run", "Strength".
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Run(run) => run.title(),
        Kind::Strength => "Strength",
        Kind::Cross => "Cross-training",
        Kind::Mobility => "Mobility",
        Kind::Rest => "Rest",
        Kind::Note => "Note",
    }
}

/// What was typed, with one sign for the end of a line and without control characters, which no format but ours keeps.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|&c| c == '\n' || c == '\t' || !c.is_control() && !is_noncharacter(c))
        .collect()
}

/// What was typed, on one line.
pub fn one_line(text: &str) -> String {
    let text = plain(text);
    joined(text.split_whitespace(), " ")
}

/// The two values no text may hold, not even XML.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// A span of days: "23–29 November 2026", "30 November – 6 December 2026".
pub fn span(from: NaiveDate, to: NaiveDate) -> String {
    let end = to.format("%-d %B %Y");
    if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{end}", from.day())
    } else if from.year() == to.year() {
        format!("{} – {end}", from.format("%-d %B"))
    } else {
        format!("{} – {end}", from.format("%-d %B %Y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_spans() {
        assert_eq!(minutes(Minutes(80)), "1 h 20 min");
        assert_eq!(minutes(Minutes(120)), "2 h");
        assert_eq!(seconds(Seconds(90)), "1:30 min");
        assert_eq!(clock(Seconds(5970)), "1:39:30");
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(
            span(day(2026, 11, 23), day(2026, 11, 29)),
            "23–29 November 2026"
        );
        assert_eq!(
            span(day(2026, 11, 30), day(2026, 12, 6)),
            "30 November – 6 December 2026"
        );
        assert_eq!(
            span(day(2026, 12, 28), day(2027, 1, 3)),
            "28 December 2026 – 3 January 2027"
        );
    }
}
