//! Reading the library's data: RON in, values or the place of a mistake out.

use serde::de::DeserializeOwned;

/// Data of the library that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {message}")]
pub struct LibraryError {
    /// Which file of the library.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// The dialect of RON in which the program reads and writes: an optional value stands without `Some(…)`.
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads `text`, the content of `file`, as one value or a list of them.
///
/// # Errors
///
/// Says in which line and column of `file` the text stops making sense, and why.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, LibraryError> {
    ron_options().from_str(text).map_err(|error| {
        let (line, column) = place(text, &error.span);
        LibraryError {
            file: file.to_owned(),
            line,
            column,
            message: error.code.to_string(),
        }
    })
}

/// Where an error begins. The parser counts the blanks before a wrong value in; people look for the value.
fn place(text: &str, span: &ron::error::Span) -> (usize, usize) {
    let (start, end) = (span.start, span.end);
    let line = text
        .lines()
        .nth(start.line.saturating_sub(1))
        .unwrap_or_default();
    let rest = line.chars().skip(start.col.saturating_sub(1));
    let blanks = rest.take_while(|c| c.is_whitespace()).count();
    let last = if end.line == start.line {
        end.col
    } else {
        usize::MAX
    };
    (start.line, (start.col + blanks).min(last.max(start.col)))
}
