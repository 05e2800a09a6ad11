//! The files of the library: embedded in the program, in RON, read at the start.

use serde::de::DeserializeOwned;

use crate::domain::{Exercise, Program, SessionTemplate, WeekTemplate};

use super::programs;

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

/// What ships with the program.
pub(super) struct Shipped {
    pub(super) exercises: Vec<Exercise>,
    pub(super) sessions: Vec<SessionTemplate>,
    pub(super) weeks: Vec<WeekTemplate>,
    pub(super) programs: Vec<Program>,
}

/// Reads the embedded files: first the exercises that the sources name, then those that running coaches
/// expect beside them.
pub(super) fn shipped() -> Result<Shipped, LibraryError> {
    let mut exercises: Vec<Exercise> = read(
        "exercises/sources.ron",
        include_str!("../../assets/exercises/sources.ron"),
    )?;
    exercises.extend(read::<Vec<Exercise>>(
        "exercises/running.ron",
        include_str!("../../assets/exercises/running.ron"),
    )?);
    Ok(Shipped {
        exercises,
        sessions: read(
            "templates/sessions.ron",
            include_str!("../../assets/templates/sessions.ron"),
        )?,
        weeks: read(
            "templates/weeks.ron",
            include_str!("../../assets/templates/weeks.ron"),
        )?,
        programs: programs::shipped()?,
    })
}
