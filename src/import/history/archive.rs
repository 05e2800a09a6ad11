//! Files out of archives: a `.zip` of an account, a gzipped file of a watch.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::decode::{self, DecodeError, UNPACKED_LIMIT};

/// A file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// What it is called; for messages, never to recognise it.
    pub name: String,
    /// What is in it; or, in words, why that is not known. One bad file among many does not keep the others out.
    pub bytes: Result<Vec<u8>, String>,
}

impl InputFile {
    /// A file with this in it.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes: Ok(bytes),
        }
    }

    /// A file that cannot be read, and in words why.
    pub fn unreadable(name: impl Into<String>, why: impl ToString) -> Self {
        Self {
            name: name.into(),
            bytes: Err(why.to_string()),
        }
    }
}

/// The most files of an archive that are read.
const MOST_FILES: usize = 50_000;

/// Endings of what an account's archive holds besides history; such files are skipped and not reported.
const PASSED_OVER: &[&str] = &[
    "jpg", "jpeg", "png", "mp4", "mov", "heic", "html", "json", "pdf", "md",
];

/// True for an archive with files of watches or tables in it. Workbooks are archives too, and hold neither.
pub fn holds_history(bytes: &[u8]) -> bool {
    if decode::is_gzip(bytes) {
        return true;
    }
    let archive = decode::is_zip(bytes).then(|| ZipArchive::new(Cursor::new(bytes)));
    let Some(Ok(archive)) = archive else {
        return false;
    };
    archive.file_names().flatten().any(|name| {
        let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        matches!(end.as_str(), "csv" | "fit" | "gpx" | "tcx" | "gz")
    })
}

/// The file itself, or what it holds where it is an archive. What is damaged, locked by a password or unfolds to too
/// much says so in its place.
pub fn unpacked(file: InputFile) -> Vec<InputFile> {
    match &file.bytes {
        Ok(bytes) if decode::is_gzip(bytes) => vec![InputFile {
            bytes: decode::unzip_gzip(bytes).map_err(|error| error.to_string()),
            name: file.name,
        }],
        Ok(bytes) if decode::is_zip(bytes) => {
            let mut files = Vec::new();
            if let Err(error) = unzip(bytes, &mut files) {
                files.push(InputFile::unreadable(file.name, error));
            }
            files
        }
        _ => vec![file],
    }
}

/// Adds what an archive holds, up to what is wrong with the whole of it.
fn unzip(bytes: &[u8], files: &mut Vec<InputFile>) -> Result<(), DecodeError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DecodeError::Damaged)?;
    let mut room = UNPACKED_LIMIT;
    for place in 0..archive.len().min(MOST_FILES) {
        let entry = archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(_) => DecodeError::Locked,
            _ => DecodeError::Damaged,
        })?;
        let name = entry
            .name()
            .map(std::borrow::Cow::into_owned)
            .unwrap_or_default();
        let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        if entry.is_dir() || PASSED_OVER.contains(&end.as_str()) {
            continue;
        }
        match unpacked_entry(entry, room) {
            // Archives in archives are no export of any program.
            Ok(bytes) if decode::is_zip(&bytes) => {}
            Ok(bytes) => {
                room = room.saturating_sub(bytes.len() as u64);
                files.push(InputFile::new(name, bytes));
            }
            Err(DecodeError::TooLarge) => return Err(DecodeError::TooLarge),
            Err(error) => files.push(InputFile::unreadable(name, error)),
        }
    }
    Ok(())
}

/// What is in an entry, which may be gzipped itself; no more than `room` bytes.
fn unpacked_entry(entry: impl Read, room: u64) -> Result<Vec<u8>, DecodeError> {
    let mut bytes = Vec::new();
    // The size that the archive states may be wrong, so what is unpacked is counted.
    entry
        .take(room + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| DecodeError::Damaged)?;
    if decode::is_gzip(&bytes) {
        bytes = decode::unzip_gzip(&bytes)?;
    }
    if bytes.len() as u64 > room {
        return Err(DecodeError::TooLarge);
    }
    Ok(bytes)
}
