//! RON as every file of ours has it: what is read, and how it is laid out.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Parses RON the way every file of ours is written. Nesting stops at the library's limit of 128.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> ron::error::SpannedResult<T> {
    options().from_str(text)
}

/// Parses RON like [`parse`], and names every field that the type does not know.
pub(super) fn parse_noting<T: DeserializeOwned>(
    text: &str,
    unknown: impl FnMut(&serde_ignored::Path<'_>),
) -> ron::error::SpannedResult<T> {
    let mut unknown = unknown;
    let mut reader = ron::Deserializer::from_str_with_options(text, &options())?;
    let value = serde_ignored::deserialize(&mut reader, |path| unknown(&path))
        .map_err(|error| reader.span_error(error))?;
    reader.end().map_err(|error| reader.span_error(error))?;
    Ok(value)
}

/// Writes RON the way every file of ours is written: a line a field, down to the single exercise.
pub(super) fn print<T: Serialize>(value: &T) -> ron::Result<String> {
    let pretty = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .depth_limit(LINE_DEPTH);
    options().to_string_pretty(value, pretty)
}

/// Nesting from which on a line holds the rest: file, athlete, sessions, session, plan, workout, exercises.
const LINE_DEPTH: usize = 7;

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}
