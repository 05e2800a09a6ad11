//! The fields of an answer from a phone page, whatever a hand made of them.

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

/// Letters of a note.
pub(super) const MOST_OF_NOTE: usize = 4000;
/// Letters of everything else.
const MOST_LETTERS: usize = 300;

/// What a list holds; nothing where there is none.
pub(super) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// A text on one line and of a bearable length; empty where there is none.
pub(super) fn text_of(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
    let line: Vec<&str> = text.split_whitespace().collect();
    cut(&line.join(" "), MOST_LETTERS)
}

/// The beginning of a text, without characters that no text needs.
pub(super) fn cut(text: &str, most: usize) -> String {
    let plain = |c: &char| !c.is_control() || *c == '\n';
    text.trim().chars().filter(plain).take(most).collect()
}

/// An identity.
pub(super) fn uuid(value: &Value, key: &str) -> Option<Uuid> {
    Uuid::parse_str(value.get(key)?.as_str()?).ok()
}

/// A day.
pub(super) fn date(value: &Value, key: &str) -> Option<NaiveDate> {
    text_of(value, key).parse().ok()
}
