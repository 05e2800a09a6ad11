//! Bytes on the disk: read with a limit, replaced whole or not at all.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::StoreError;

/// No document comes near this: ten years of an athlete with every set logged take a tenth of it.
const MAX_BYTES: u64 = 64 << 20;

/// What tells one content of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    length: u64,
    hash: u64,
}

impl Fingerprint {
    /// Of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        hasher.write(bytes);
        Self {
            length: bytes.len() as u64,
            hash: hasher.finish(),
        }
    }

    /// Of a file as it is now; `None` when there is none. The content counts and not the times, which copying,
    /// syncing and checking out from git all change.
    pub(super) fn of_file(path: &Path) -> Result<Option<Self>, StoreError> {
        let unreadable = |source| StoreError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        let mut print = Hashing {
            hasher: DefaultHasher::new(),
            length: 0,
        };
        io::copy(&mut file, &mut print).map_err(unreadable)?;
        Ok(Some(Self {
            length: print.length,
            hash: print.hasher.finish(),
        }))
    }
}

struct Hashing {
    hasher: DefaultHasher,
    length: u64,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hasher.write(bytes);
        self.length += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The whole content of a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    read_up_to(path, MAX_BYTES + 1).and_then(|bytes| {
        if bytes.len() as u64 <= MAX_BYTES {
            return Ok(bytes);
        }
        let megabytes = fs::metadata(path).map_or(bytes.len() as u64, |data| data.len()) >> 20;
        Err(StoreError::TooLarge {
            path: path.to_owned(),
            megabytes,
        })
    })
}

/// The first bytes of a file, at most `limit`.
pub(super) fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let refuse = |source: io::Error| match source.kind() {
        ErrorKind::NotFound => StoreError::Missing {
            path: path.to_owned(),
        },
        _ => StoreError::Unreadable {
            path: path.to_owned(),
            source,
        },
    };
    let file = File::open(path).map_err(refuse)?;
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes).map_err(refuse)?;
    Ok(bytes)
}

/// Replaces a file, or makes it: first a temporary file in the same folder, forced onto the disk, then a rename
/// over the old one. Whatever fails on the way, the old file is still there and whole.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    // A link is followed, so that the file it leads to is replaced and not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let permissions = fs::metadata(&target).ok().map(|data| data.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        let source = io::Error::new(ErrorKind::PermissionDenied, "the file is marked read-only");
        return Err(StoreError::Unwritable {
            path: path.to_owned(),
            source,
        });
    }
    let written = temporary(&target, permissions).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&target).map_err(|error| error.error)?;
        sync_folder(&folder_of(&target));
        Ok(())
    });
    written.map_err(|source| StoreError::Unwritable {
        path: path.to_owned(),
        source,
    })
}

/// Copies a file to a place where there is none yet, in the same careful way.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let mut file = temporary(to, None)?;
    io::copy(&mut source, file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(to).map_err(|error| error.error)?;
    sync_folder(&folder_of(to));
    Ok(())
}

/// The folder a path is in.
fn folder_of(path: &Path) -> PathBuf {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_owned()
}

fn temporary(
    target: &Path,
    permissions: Option<fs::Permissions>,
) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ironstride-").suffix(".tmp");
    // Temporary files are private by default, but these become documents that others may share.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(permissions.unwrap_or_else(|| fs::Permissions::from_mode(0o666)));
    }
    #[cfg(not(unix))]
    let _ = permissions;
    builder.tempfile_in(folder_of(target))
}

/// Forces a rename onto the disk. Not every system can do that for a folder; the rename holds without it.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
