//! The preferences while the program runs: changed at once, written a little later and off the interface's thread.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::store::{Preferences, StoreError};

/// How long changes are collected before they are written together.
pub(super) const COLLECT: Duration = Duration::from_millis(400);

/// The preferences of this window, and their file.
#[derive(Debug)]
pub(super) struct KeptPreferences {
    /// As they are in this window.
    pub(super) now: Preferences,
    file: Option<Arc<PreferencesStore>>,
    is_unsaved: bool,
}

/// Where preferences are written.
#[derive(Debug)]
pub(super) struct PreferencesStore {
    folder: PathBuf,
    /// As this window read or wrote them last: what has changed since is this window's own.
    base: Mutex<Preferences>,
}

impl KeptPreferences {
    /// Preferences that were read from `folder`; without one they are not kept.
    pub(super) fn new(now: Preferences, folder: Option<PathBuf>) -> Self {
        let file = folder.map(|folder| {
            let base = Mutex::new(now.clone());
            Arc::new(PreferencesStore { folder, base })
        });
        Self {
            now,
            file,
            is_unsaved: false,
        }
    }

    /// The folder they are kept in; `None` where they are not.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.file.as_ref().map(|file| file.folder.clone())
    }

    /// Something was changed. Gives what is to be written and where.
    pub(super) fn changed(&mut self) -> Option<(Arc<PreferencesStore>, Preferences)> {
        let file = self.file.clone()?;
        self.is_unsaved = true;
        Some((file, self.now.clone()))
    }

    /// Something was noted in passing: it is written at the end, or with the next change.
    pub(super) fn keep_at_end(&mut self) {
        self.is_unsaved = true;
    }

    /// They were written, or will not be.
    pub(super) fn written(&mut self) {
        self.is_unsaved = false;
    }

    /// What has yet to be written before the program ends.
    pub(super) fn unsaved(&mut self) -> Option<(Arc<PreferencesStore>, Preferences)> {
        if self.is_unsaved {
            self.changed()
        } else {
            None
        }
    }
}

impl PreferencesStore {
    /// Writes what this window changed, and gives what there is to say about it.
    pub(super) fn write(&self, preferences: &Preferences) -> Result<Option<String>, StoreError> {
        let mut base = self.base.lock().unwrap_or_else(PoisonError::into_inner);
        let written = preferences.save(&base, &self.folder)?;
        base.clone_from(preferences);
        let told = |kept: PathBuf| {
            format!(
                "The file of the preferences was damaged. It is kept as {}, and new ones were begun.",
                kept.display()
            )
        };
        Ok(written.kept.map(told))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Theme;

    #[test]
    fn what_another_window_wrote_meanwhile_is_not_taken_for_a_change_of_this_one() {
        let folder = tempfile::tempdir().unwrap();
        let keep = || KeptPreferences::new(Preferences::default(), Some(folder.path().to_owned()));
        let write = |kept: &mut KeptPreferences| {
            let (file, now) = kept.changed().unwrap();
            assert_eq!(file.write(&now).unwrap(), None);
        };
        let (mut one, mut other) = (keep(), keep());
        one.now.theme = Theme::Dark;
        write(&mut one);
        other.now.flags.insert("charts.folded".to_owned(), true);
        write(&mut other);
        other.now.theme = Theme::Light;
        write(&mut other);
        // This window has not touched the theme since.
        one.now.flags.insert("library.folded".to_owned(), true);
        write(&mut one);
        let both = Preferences::load(folder.path()).preferences;
        assert_eq!(both.theme, Theme::Light);
        assert!(both.flag("charts.folded") && both.flag("library.folded"));
    }

    #[test]
    fn nothing_is_written_at_the_end_that_was_written_before() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = KeptPreferences::new(Preferences::default(), Some(folder.path().to_owned()));
        assert!(kept.unsaved().is_none());
        kept.changed();
        assert!(kept.unsaved().is_some());
        kept.written();
        assert!(kept.unsaved().is_none());
    }
}
