//! A folder into which files are published for others: only files of our own are replaced or taken away there, and no
//! link is followed.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::publication::PublishedFolder;

use super::StoreError;
use super::files::{self, Staged};

/// How far from the beginning or the end of a file its mark stands, in bytes.
const NEAR: usize = 4096;

/// A folder to publish into.
#[derive(Debug, Clone)]
pub struct PublishFolder {
    path: PathBuf,
}

impl PublishFolder {
    /// The folder at `path`, which is made where only itself is missing: of a drive that is away nothing is made up.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], or [`StoreError::Unwritable`], for a file where the folder should be too.
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        match fs::create_dir(path) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(StoreError::Missing {
                    path: path.to_owned(),
                });
            }
            Err(source) => {
                return Err(StoreError::Unwritable {
                    path: path.to_owned(),
                    source,
                });
            }
        }
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// Our own file of this name; `None` where there is none of any kind.
    fn own(&self, name: &str, mark: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path.join(name);
        let data = match fs::symlink_metadata(&path) {
            Ok(data) => data,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(StoreError::Unreadable { path, source }),
        };
        if data.is_symlink() {
            return Err(StoreError::NotAFile {
                path,
                what: "a link",
            });
        }
        let bytes = files::read(&path)?;
        if is_marked(&bytes, mark) {
            Ok(Some(bytes))
        } else {
            Err(StoreError::Foreign { path })
        }
    }

    fn replace(&self, name: &str, mark: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        if self.own(name, mark)?.is_some_and(|there| there == bytes) {
            return Ok(false);
        }
        let path = self.path.join(name);
        Staged::new(&path, bytes, files::OUTPUT)
            .and_then(Staged::commit)
            .map_err(|source| StoreError::Unwritable { path, source })?;
        Ok(true)
    }

    fn take_away(&self, name: &str, mark: &str) -> Result<bool, StoreError> {
        if self.own(name, mark)?.is_none() {
            return Ok(false);
        }
        let path = self.path.join(name);
        fs::remove_file(&path).map_err(|source| StoreError::Unwritable { path, source })?;
        Ok(true)
    }
}

impl PublishedFolder for PublishFolder {
    fn read(&self, name: &str, mark: &str) -> Result<Option<Vec<u8>>, String> {
        self.own(name, mark).map_err(|error| error.to_string())
    }

    fn write(&self, name: &str, mark: &str, bytes: &[u8]) -> Result<bool, String> {
        self.replace(name, mark, bytes)
            .map_err(|error| error.to_string())
    }

    fn remove(&self, name: &str, mark: &str) -> Result<bool, String> {
        self.take_away(name, mark)
            .map_err(|error| error.to_string())
    }
}

fn is_marked(bytes: &[u8], mark: &str) -> bool {
    let holds = |part: &[u8]| {
        let mut windows = part.windows(mark.len().max(1));
        windows.any(|window| window == mark.as_bytes())
    };
    let head = bytes.get(..bytes.len().min(NEAR)).unwrap_or_default();
    let tail = bytes
        .get(bytes.len().saturating_sub(NEAR)..)
        .unwrap_or_default();
    holds(head) || holds(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: &str = "ironstride-published:abc";

    #[test]
    fn only_files_of_our_own_are_replaced_and_taken_away() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("out");
        let folder = PublishFolder::at(&path).unwrap();
        assert_eq!(
            folder.write("a.ics", MARK, b"1 ironstride-published:abc"),
            Ok(true)
        );
        assert_eq!(
            folder.write("a.ics", MARK, b"1 ironstride-published:abc"),
            Ok(false)
        );
        assert_eq!(
            folder.write("a.ics", MARK, b"2 ironstride-published:abc"),
            Ok(true)
        );
        fs::write(path.join("b.ics"), "of somebody else").unwrap();
        let told = folder.write("b.ics", MARK, b"x").unwrap_err();
        assert!(told.contains("was not published by Ironstride"), "{told}");
        assert!(folder.remove("b.ics", MARK).is_err());
        assert_eq!(fs::read(path.join("b.ics")).unwrap(), b"of somebody else");
        assert_eq!(folder.remove("a.ics", MARK), Ok(true));
        assert_eq!(folder.remove("a.ics", MARK), Ok(false));
        let away = PublishFolder::at(&dir.path().join("drive/out")).unwrap_err();
        assert!(matches!(away, StoreError::Missing { .. }));
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        let secret = dir.path().join("secret");
        fs::write(&secret, "ironstride-published:abc").unwrap();
        let path = dir.path().join("out");
        let folder = PublishFolder::at(&path).unwrap();
        std::os::unix::fs::symlink(&secret, path.join("a.ics")).unwrap();
        std::os::unix::fs::symlink(dir.path().join("gone"), path.join("b.ics")).unwrap();
        for name in ["a.ics", "b.ics"] {
            assert!(
                folder
                    .write(name, MARK, b"x")
                    .unwrap_err()
                    .contains("a link")
            );
            assert!(folder.remove(name, MARK).is_err());
        }
        assert_eq!(fs::read(&secret).unwrap(), b"ironstride-published:abc");
        assert!(!dir.path().join("gone").exists());
    }
}
