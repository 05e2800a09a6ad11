//! What is wrong with a session, said where it stands.

use crate::text::cursor::said;
use crate::text::fields::Field;
use crate::text::words;

use super::{COULD_STAND, SessionReader};

impl SessionReader<'_, '_> {
    /// Marks a field as said, and complains when it was before.
    pub(super) fn once(&mut self, field: Field) {
        let column = self.cursor.column();
        if self.said.iter().any(|(other, _)| *other == field) {
            let text = said(self.cursor.text());
            self.problems.add(
                column,
                format!(
                    "{text}: the {} is given twice; {}",
                    field.name(),
                    field.advice()
                ),
            );
        } else {
            self.said.push((field, column));
        }
    }

    pub(super) fn wrong(&mut self, message: &str) {
        let text = said(self.cursor.text());
        self.problems
            .add(self.cursor.column(), format!("{text}: {message}"));
    }

    pub(super) fn unknown_word(&mut self) {
        let place = self.cursor.passed();
        let goes_on = self.unknown.is_some_and(|last| last + 1 == place);
        self.unknown = Some(place);
        if !goes_on {
            let message = self.what_else();
            self.problems.add(self.cursor.column(), message);
        }
        self.cursor.skip(1);
    }

    fn what_else(&mut self) -> String {
        let text = self.cursor.text();
        let word = self.cursor.word(0).unwrap_or_default();
        if word.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return format!(
                "{} has no unit; write {word}min, {word}km or {word}mi",
                said(text)
            );
        }
        let close = if self.problems.may_suggest() {
            words::closest(word)
        } else {
            None
        };
        match close {
            Some(close) => format!(
                "{} is not known; did you mean “{close}”? Otherwise {COULD_STAND}",
                said(text)
            ),
            None => format!("{} is not known; {COULD_STAND}", said(text)),
        }
    }
}
