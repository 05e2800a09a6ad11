//! The coach's logo: a picture in the folder of the workspace, whose name the settings say.

use std::path::{Component, Path, PathBuf};

use crate::domain::WorkspaceSettings;

use super::workspace::Store;
use super::{StoreError, files, links};

/// A logo of more bytes is read no further; what prints it has a bound of its own.
const MOST_BYTES: u64 = 8 << 20;

impl Store {
    /// The bytes of the logo that the settings name; `None` where they name none.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], [`StoreError::Unreadable`], [`StoreError::Outside`], [`StoreError::TooLarge`].
    pub fn read_logo(&self, settings: &WorkspaceSettings) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(path) = self.logo_path(&settings.logo) else {
            return Ok(None);
        };
        links::stay_within(self.dir(), &path)?;
        files::read_up_to(&path, MOST_BYTES).map(Some)
    }

    /// Writes a logo into the workspace under a name that no file bears, so that a change of logos can be taken back,
    /// and gives that name.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`], [`StoreError::Unwritable`].
    pub fn write_logo(&self, ending: &str, bytes: &[u8]) -> Result<String, StoreError> {
        self.may_write()?;
        let names = (1..).map(|number| match number {
            1 => format!("logo.{ending}"),
            number => format!("logo-{number}.{ending}"),
        });
        let mut free = names.filter(|name| {
            let path = self.dir().join(name);
            // Reuse the file if it holds the same picture.
            std::fs::symlink_metadata(&path).is_err()
                || files::read_up_to(&path, MOST_BYTES).is_ok_and(|there| there == bytes)
        });
        let name = free.next().unwrap_or_default();
        files::save(&self.dir().join(&name), bytes)?;
        Ok(name)
    }

    /// The path of a logo. A name that is a path is refused, since it could lead to any file of the computer.
    fn logo_path(&self, name: &str) -> Option<PathBuf> {
        let mut parts = Path::new(name).components();
        match (parts.next(), parts.next()) {
            (Some(Component::Normal(name)), None) => Some(self.dir().join(name)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Workspace;
    use crate::store;

    use super::*;

    #[test]
    fn a_logo_comes_back_and_none_is_read_from_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("mine");
        std::fs::write(folder.path().join("secret.png"), "secret").unwrap();
        store::create(&dir, &Workspace::default()).unwrap();
        let (store, _) = Store::open(&dir).unwrap();
        let named = |logo: &str| WorkspaceSettings {
            logo: logo.to_owned(),
            ..WorkspaceSettings::default()
        };
        assert_eq!(store.read_logo(&named("")).unwrap(), None);
        let first = store.write_logo("png", b"one").unwrap();
        let second = store.write_logo("png", b"two").unwrap();
        assert_eq!(
            (first.as_str(), second.as_str()),
            ("logo.png", "logo-2.png")
        );
        assert_eq!(store.write_logo("png", b"one").unwrap(), "logo.png");
        let read = store.read_logo(&named("logo-2.png")).unwrap();
        assert_eq!(read.as_deref(), Some(b"two".as_slice()));
        for path in ["../secret.png", "/etc/hostname", "athletes/../logo.png"] {
            assert_eq!(store.read_logo(&named(path)).unwrap(), None, "{path}");
        }
        assert!(store.read_logo(&named("gone.png")).is_err());
    }
}
