//! Files out of archives: a `.zip` of an account, a gzipped file of a watch.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::decode::{self, DecodeError, UNPACKED_LIMIT};

/// A file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// What it is called; for messages, never to recognise it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The most files that an archive is asked for.
const MOST_FILES: usize = 50_000;

/// Endings of what an account's archive holds besides history: it is passed over without a word.
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

/// The file itself, or what it holds where it is an archive.
///
/// # Errors
///
/// A sentence about an archive that is damaged, locked by a password, or unfolds to too much.
pub fn unpacked(file: InputFile) -> Result<Vec<InputFile>, String> {
    if decode::is_gzip(&file.bytes) {
        let bytes =
            decode::unzip_gzip(&file.bytes).map_err(|error| format!("{}: {error}", file.name))?;
        return Ok(vec![InputFile {
            name: file.name,
            bytes,
        }]);
    }
    if !decode::is_zip(&file.bytes) {
        return Ok(vec![file]);
    }
    let damaged = |_| format!("{}: {}", file.name, DecodeError::Damaged);
    let mut archive = ZipArchive::new(Cursor::new(&file.bytes)).map_err(damaged)?;
    let mut room = UNPACKED_LIMIT;
    let mut files = Vec::new();
    for place in 0..archive.len().min(MOST_FILES) {
        let entry = archive.by_index(place).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => {
                format!("{}: it is locked by a password; unpack it first", file.name)
            }
            _ => format!("{}: {}", file.name, DecodeError::Damaged),
        })?;
        let name = entry
            .name()
            .map(std::borrow::Cow::into_owned)
            .unwrap_or_default();
        let end = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        if entry.is_dir() || PASSED_OVER.contains(&end.as_str()) {
            continue;
        }
        let mut bytes = Vec::new();
        // The archive's word on its size is not believed.
        entry
            .take(room + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| format!("{}: {}", file.name, DecodeError::Damaged))?;
        if bytes.len() as u64 > room {
            return Err(format!("{}: {}", file.name, DecodeError::TooLarge));
        }
        room -= bytes.len() as u64;
        if decode::is_gzip(&bytes) {
            bytes = decode::unzip_gzip(&bytes).map_err(|error| format!("{name}: {error}"))?;
            room = room
                .checked_sub(bytes.len() as u64)
                .ok_or_else(|| format!("{}: {}", file.name, DecodeError::TooLarge))?;
        }
        if !decode::is_zip(&bytes) {
            files.push(InputFile { name, bytes });
        }
    }
    Ok(files)
}
