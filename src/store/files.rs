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

    /// How many bytes they are.
    pub(super) fn length(self) -> u64 {
        self.length
    }

    /// Of a file as it is now; `None` when there is none. The content counts and not the times, which copying,
    /// syncing and checking out from git all change.
    pub(super) fn of_file(path: &Path) -> Result<Option<Self>, StoreError> {
        let mut file = match open(path) {
            Ok(file) => file,
            Err(StoreError::Missing { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut print = Hashing {
            hasher: DefaultHasher::new(),
            length: 0,
        };
        io::copy(&mut file, &mut print).map_err(|source| StoreError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
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

/// Opens a file for reading. Anything else is refused: a pipe would keep us waiting, a device need not end.
pub(super) fn open(path: &Path) -> Result<File, StoreError> {
    let refuse = |source: io::Error| match source.kind() {
        ErrorKind::NotFound => StoreError::Missing {
            path: path.to_owned(),
        },
        _ => StoreError::Unreadable {
            path: path.to_owned(),
            source,
        },
    };
    let plain = |data: &fs::Metadata| match what(data.file_type()) {
        None => Ok(()),
        Some(what) => Err(StoreError::NotAFile {
            path: path.to_owned(),
            what,
        }),
    };
    plain(&fs::metadata(path).map_err(refuse)?)?;
    let mut options = File::options();
    options.read(true);
    // If the file was replaced by a pipe meanwhile, opening must not wait for a writer.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(libc::O_NONBLOCK);
    }
    let file = options.open(path).map_err(refuse)?;
    plain(&file.metadata().map_err(refuse)?)?;
    Ok(file)
}

/// What something on the disk is; `None` for a plain file.
pub(super) fn what(kind: fs::FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    if kind.is_dir() {
        return Some("a folder");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("a pipe");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
    }
    Some("a device")
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
    let file = open(path)?;
    let mut bytes = Vec::new();
    file.take(limit)
        .read_to_end(&mut bytes)
        .map_err(|source| StoreError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
    Ok(bytes)
}

/// What the names of temporary files begin with: of documents, and of other files.
const DOCUMENT: &str = ".ironstride-save-";
pub(super) const OUTPUT: &str = ".ironstride-out-";

/// A document's new content, on the disk beside the old one but not yet in its place.
#[derive(Debug)]
pub(super) struct Staged {
    file: tempfile::NamedTempFile,
    target: PathBuf,
}

impl Staged {
    /// Writes the new content of a document and forces it onto the disk.
    pub(super) fn document(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        // Resolve a link, to replace the file and not the link.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Self::new(&target, bytes, DOCUMENT)
    }

    /// Writes the new content of a file; `prefix` begins the name it has on the way.
    pub(super) fn new(target: &Path, bytes: &[u8], prefix: &str) -> io::Result<Self> {
        let permissions = fs::metadata(target).ok().map(|data| data.permissions());
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::Error::new(
                ErrorKind::PermissionDenied,
                "the file is marked read-only",
            ));
        }
        let mut file = temporary(target, permissions, prefix)?;
        take_room(bytes.len())?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(Self {
            file,
            target: target.to_owned(),
        })
    }

    /// Puts it in its place. Whatever fails, the old file is still there and whole.
    pub(super) fn commit(self) -> io::Result<()> {
        self.file
            .persist(&self.target)
            .map_err(|error| error.error)?;
        sync_folder(&folder_of(&self.target));
        Ok(())
    }
}

/// Replaces a document, or makes it.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    Staged::document(path, bytes)
        .and_then(Staged::commit)
        .map_err(|source| StoreError::Unwritable {
            path: path.to_owned(),
            source,
        })
}

/// Puts a file in the place of another, or of none.
pub(super) fn move_over(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|source| StoreError::Unwritable {
        path: to.to_owned(),
        source,
    })?;
    sync_folder(&folder_of(to));
    Ok(())
}

/// Gives a file a second name, at which it stays when the first is replaced. Where the drive cannot do that it is
/// copied, in the same careful way.
pub(super) fn keep(from: &Path, to: &Path) -> io::Result<()> {
    // Resolve a link, to keep the file and not the link.
    let from = fs::canonicalize(from)?;
    if fs::hard_link(&from, to).is_ok() {
        sync_folder(&folder_of(to));
        return Ok(());
    }
    copy(&from, to)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let mut file = temporary(to, None, DOCUMENT)?;
    take_room(source.metadata()?.len() as usize)?;
    io::copy(&mut source, file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(to).map_err(|error| error.error)?;
    sync_folder(&folder_of(to));
    Ok(())
}

/// True when there is no room left for what was to be written.
pub(super) fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge
    )
}

/// Removes what saves left in a folder that were cut off: only for whoever holds the lock, since a save that is going
/// on looks the same. Files on their way out of another process are left.
pub(super) fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(".ironstride-") && name.ends_with(".tmp");
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_ours && is_file && !name.starts_with(OUTPUT) {
            // Deletion is best effort.
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// The folder a path is in.
fn folder_of(path: &Path) -> PathBuf {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_owned()
}

/// Forces a new folder, or a file that was taken away, onto the disk.
pub(super) fn sync_around(path: &Path) {
    sync_folder(&folder_of(path));
}

fn temporary(
    target: &Path,
    permissions: Option<fs::Permissions>,
    prefix: &str,
) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(".tmp");
    // Temporary files are private by default; give documents the usual permissions.
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

#[cfg(test)]
fn take_room(bytes: usize) -> io::Result<()> {
    let Some(left) = room::LEFT.get() else {
        return Ok(());
    };
    let rest = left.checked_sub(bytes).ok_or(ErrorKind::StorageFull)?;
    room::LEFT.set(Some(rest));
    Ok(())
}

#[cfg(not(test))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the disk of the tests may be full"
)]
fn take_room(_bytes: usize) -> io::Result<()> {
    Ok(())
}

/// The free space on a disk, which tests make small.
#[cfg(test)]
pub(super) mod room {
    use std::cell::Cell;

    thread_local! {
        /// Bytes that are left for this thread; `None` for as many as there are.
        pub(in crate::store) static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    }
}
