//! A number that is the same for answers of one shape, by which an input that leads somewhere new is told.

use std::collections::HashSet;
use std::fmt::{self, Debug, Write as _};

use super::mutate::hash;

/// The same for answers that say the same kinds of things: the words of its debug form, without figures and without
/// what is quoted.
pub(super) fn shape(answer: &impl Debug) -> u64 {
    let mut words = Words::default();
    // It never fails.
    let _ = write!(words, "{answer:?}");
    words.end();
    words.sum
}

#[derive(Default)]
struct Words {
    heard: HashSet<u64>,
    word: String,
    quoted: bool,
    escaped: bool,
    sum: u64,
}

impl Words {
    fn end(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let hash = hash(self.word.as_bytes());
        if self.heard.insert(hash) {
            self.sum ^= hash;
        }
        self.word.clear();
    }
}

impl fmt::Write for Words {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.chars() {
            if self.quoted {
                if !self.escaped && letter == '"' {
                    self.quoted = false;
                }
                self.escaped = !self.escaped && letter == '\\';
            } else if letter == '"' {
                self.end();
                self.quoted = true;
            } else if letter.is_alphabetic() || letter == '_' {
                self.word.push(letter);
            } else {
                self.end();
            }
        }
        Ok(())
    }
}
