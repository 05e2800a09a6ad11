//! A place among the tokens of a line, and the list of what went wrong.

use super::lexer::{Token, TokenKind};
use super::plan::TextError;

/// Reads tokens one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
    first_column: usize,
}

impl<'t> Cursor<'t> {
    /// At the first of `tokens`; `first_column` is where they would stand, were there none.
    pub(super) fn new(tokens: &'t [Token<'t>], first_column: usize) -> Self {
        Self {
            tokens,
            at: 0,
            first_column,
        }
    }

    /// The token here.
    pub(super) fn token(&self) -> Option<&'t Token<'t>> {
        self.tokens.get(self.at)
    }

    /// The word `ahead` tokens further on, `None` when something else stands there.
    pub(super) fn word(&self, ahead: usize) -> Option<&'t str> {
        let token = self.tokens.get(self.at + ahead)?;
        (token.kind == TokenKind::Word).then_some(token.norm.as_str())
    }

    /// The same word as it was written; nothing when something else stands there.
    pub(super) fn written(&self, ahead: usize) -> &'t str {
        match self.tokens.get(self.at + ahead) {
            Some(token) if token.kind == TokenKind::Word => token.text,
            _ => "",
        }
    }

    /// The quoted text here.
    pub(super) fn quoted(&self) -> Option<&'t str> {
        let token = self.token()?;
        (token.kind == TokenKind::Quoted).then_some(token.norm.as_str())
    }

    /// How many tokens were passed.
    pub(super) fn passed(&self) -> usize {
        self.at
    }

    /// The column here, or after the last token.
    pub(super) fn column(&self) -> usize {
        match (self.token(), self.tokens.last()) {
            (Some(token), _) => token.column,
            (None, Some(last)) => last.column + last.text.chars().count(),
            (None, None) => self.first_column,
        }
    }

    /// What stands here, as it was written.
    pub(super) fn text(&self) -> &'t str {
        self.token().map_or("", |token| token.text)
    }

    /// Passes `tokens` tokens.
    pub(super) fn skip(&mut self, tokens: usize) {
        self.at = (self.at + tokens).min(self.tokens.len());
    }
}

/// More errors than these help nobody, and a file that is no plan at all has millions.
const MOST_ERRORS: usize = 1000;
/// Searching the library for every misspelt name of a long file would take minutes.
const MOST_SUGGESTIONS: usize = 50;

/// The errors found so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    errors: Vec<TextError>,
    unlisted: usize,
    line: usize,
    suggestions: usize,
}

impl Problems {
    /// Goes on to a line, from 1.
    pub(super) fn go_to(&mut self, line: usize) {
        self.line = line;
    }

    /// The current line.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// Adds an error of the current line.
    pub(super) fn add(&mut self, column: usize, message: impl Into<String>) {
        if self.errors.len() < MOST_ERRORS {
            self.errors.push(TextError {
                line: self.line,
                column,
                message: message.into(),
            });
        } else {
            self.unlisted += 1;
        }
    }

    /// True a limited number of times: whether to look for what was probably meant.
    pub(super) fn may_suggest(&mut self) -> bool {
        self.suggestions += 1;
        self.suggestions <= MOST_SUGGESTIONS
    }

    /// The same for the name of an exercise; one that is no name at all is not worth a search.
    pub(super) fn may_suggest_for(&mut self, name: &str) -> bool {
        const LONGEST: usize = 60;
        name.len() <= LONGEST && self.may_suggest()
    }

    /// All errors, the last of which counts those that are not listed.
    pub(super) fn finish(mut self) -> Vec<TextError> {
        if self.unlisted > 0 {
            let message = format!("{} further errors are not listed", self.unlisted + 1);
            if let Some(last) = self.errors.last_mut() {
                last.message = message;
            }
        }
        self.errors
    }
}

/// What was read, in quotes and cut short.
pub(super) fn said(text: &str) -> String {
    const MOST: usize = 40;
    let mut chars = text.chars();
    let short: String = chars.by_ref().take(MOST).collect();
    let more = if chars.next().is_some() { "…" } else { "" };
    format!("“{short}{more}”")
}
