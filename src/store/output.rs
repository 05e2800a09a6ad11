//! Files that somebody names a place for: exports, pictures, programs for another coach.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::files::{self, Staged};
use super::{StoreError, links};

/// Writes a file that somebody named, for example an export: replaced whole or not at all. Into a pipe or a terminal
/// it is written; a disk or a socket is refused.
///
/// # Errors
///
/// [`StoreError::NotAFile`], [`StoreError::Outside`] for a link that leaves its workspace, [`StoreError::Unwritable`].
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = links::destination(path)?;
    let unwritable = |source| StoreError::Unwritable {
        path: path.to_owned(),
        source,
    };
    match fs::metadata(&target).map(|data| files::what(data.file_type())) {
        Ok(Some(what @ ("a pipe" | "a device"))) => match stream(&target) {
            Some(opened) => opened
                .and_then(|mut stream| stream.write_all(bytes))
                .map_err(unwritable),
            None => Err(StoreError::NotAFile {
                path: path.to_owned(),
                what,
            }),
        },
        Ok(Some(what)) => Err(StoreError::NotAFile {
            path: path.to_owned(),
            what,
        }),
        Ok(None) | Err(_) => Staged::new(&target, bytes, files::OUTPUT)
            .and_then(Staged::commit)
            .map_err(unwritable),
    }
}

/// A pipe that somebody reads, or a device of characters such as a terminal; `None` for what must not be written into.
fn stream(path: &Path) -> Option<io::Result<File>> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
        let kind = fs::metadata(path).ok()?.file_type();
        if kind.is_block_device() {
            return None;
        }
        // A named pipe without a reader: fail at once instead of waiting for one.
        let probe = File::options()
            .write(true)
            .custom_flags(libc::O_NONBLOCK)
            .open(path);
        Some(probe.and_then(|_reader_is_there| File::options().write(true).open(path)))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}
