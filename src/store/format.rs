//! From bytes to a document and back: encoding, version, figures, body.

use std::path::Path;

use serde::Deserialize;

use super::StoreError;
use super::document::Body;
use super::scan::{self, Token};
use super::syntax::parse;

/// What to do about a damaged file whose backups are not known.
pub(super) const ADVICE: &str =
    "correct it in a text editor, or put the last good copy from the backups folder in its place";

/// A document as it was read.
#[derive(Debug)]
pub(super) struct Decoded<T> {
    /// The document.
    pub value: T,
    /// The version of its file, when it is later than the last we know.
    pub newer: Option<u32>,
    /// What was set right in it, in sentences.
    pub notes: Vec<String>,
}

/// The version alone, whatever else is in the file.
#[derive(Deserialize)]
struct Probe {
    version: u32,
}

/// Reads a document from the bytes of a file; `path` is for the errors.
///
/// A newer version is read as far as it resembles ours, so that it can at least be looked at.
pub(super) fn decode<T: Body>(path: &Path, bytes: &[u8]) -> Result<Decoded<T>, StoreError> {
    let text = text_of(path, bytes)?;
    let version = version_of(text).map_err(|error| damaged(path, &error))?;
    if version == 0 {
        return Err(damage_at(
            path,
            (1, 1),
            "there is no version 0 of this file".to_owned(),
        ));
    }
    let newer = (version > T::KNOWN).then_some(version);
    if let Some((at, figure)) = scan::not_finite(text) {
        let message = format!("{figure} is not a finite number");
        return Err(damage_at(path, scan::position(text, at), message));
    }
    match T::read(version.min(T::KNOWN), text) {
        Ok(mut value) => {
            if let Some(fault) = value.fault() {
                let at = text.find(&fault.near).unwrap_or_default();
                return Err(damage_at(path, scan::position(text, at), fault.message));
            }
            let notes = value.settle();
            Ok(Decoded {
                value,
                newer,
                notes,
            })
        }
        Err(error) => Err(match newer {
            Some(version) => newer_error::<T>(path, version),
            None => damaged(path, &error),
        }),
    }
}

/// Writes a document as text and makes sure that it can be read again: a document holds figures that only
/// reading refuses, and a file that cannot be opened again is worse than one not saved.
pub(super) fn encode<T: Body>(path: &Path, value: &T) -> Result<String, StoreError> {
    let unsound = |message: String| StoreError::Unsound {
        path: path.to_owned(),
        message,
    };
    let mut text = value.write().map_err(|error| unsound(error.to_string()))?;
    text.push('\n');
    if let Some((_, figure)) = scan::not_finite(&text) {
        return Err(unsound(format!("{figure} is not a finite number")));
    }
    match T::read(T::KNOWN, &text) {
        Ok(read) => match read.fault() {
            Some(fault) => Err(unsound(fault.message)),
            None => Ok(text),
        },
        Err(error) => Err(unsound(error.to_string())),
    }
}

/// The text of a file: UTF-8, with or without a byte order mark.
pub(super) fn text_of<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, StoreError> {
    let refuse = |found: String| StoreError::Encoding {
        path: path.to_owned(),
        found,
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(refuse("UTF-16 text".to_owned()));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = good.split(|&byte| byte == b'\n').count();
        refuse(format!("not UTF-8 text from line {line} on"))
    })?;
    if text.trim().is_empty() {
        return Err(StoreError::Empty {
            path: path.to_owned(),
            advice: ADVICE.to_owned(),
        });
    }
    Ok(text)
}

/// The version a text says it is of. It stands first in every file of ours, so that ten years of sessions need not
/// be parsed for it; in a file somebody rearranged by hand it is looked for everywhere.
fn version_of(text: &str) -> ron::error::SpannedResult<u32> {
    let mut tokens = scan::tokens(text).map(|(_, token)| token);
    let first = [tokens.next(), tokens.next(), tokens.next(), tokens.next()];
    if let [
        Some(Token::Mark('(')),
        Some(Token::Word("version")),
        Some(Token::Mark(':')),
        Some(Token::Number(number)),
    ] = first
        && let Ok(version) = number.parse()
    {
        return Ok(version);
    }
    parse::<Probe>(text).map(|probe| probe.version)
}

pub(super) fn newer_error<T: Body>(path: &Path, version: u32) -> StoreError {
    StoreError::Newer {
        path: path.to_owned(),
        version,
        known: T::KNOWN,
    }
}

fn damaged(path: &Path, error: &ron::error::SpannedError) -> StoreError {
    let start = error.span.start;
    damage_at(path, (start.line, start.col), error.code.to_string())
}

fn damage_at(path: &Path, (line, column): (usize, usize), message: String) -> StoreError {
    StoreError::Damaged {
        path: path.to_owned(),
        line,
        column,
        message,
        advice: ADVICE.to_owned(),
    }
}
