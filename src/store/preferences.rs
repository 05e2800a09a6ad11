//! What a person prefers on one computer, whichever workspace is open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use super::{StoreError, files, format};
use crate::chart::Choice;
use crate::domain::AthleteId;

/// Names another folder for the preferences: for tests, and for a program on a stick.
pub const CONFIG_DIR_VARIABLE: &str = "IRONSTRIDE_CONFIG_DIR";

const PREFERENCES_FILE: &str = "preferences.ron";

/// How many workspaces are remembered.
const RECENT: usize = 10;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything remembered between two starts of the program that is no part of a workspace.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Folders of the workspaces opened last, the last first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recent: Vec<PathBuf>,
    /// Light or dark.
    pub theme: Theme,
    /// Sizes and positions by name, in points: "window.width", "library.width"; zoom as a factor.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub layout: BTreeMap<String, f32>,
    /// Switches by name: "library.folded", "welcome.seen".
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub flags: BTreeMap<String, bool>,
    /// Which charts an athlete is looked at with.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub charts: BTreeMap<AthleteId, Choice>,
}

/// Preferences, and what was wrong with their file.
#[derive(Debug)]
pub struct Loaded {
    /// The preferences; the defaults where there were none, or none that could be read.
    pub preferences: Preferences,
    /// What was wrong, to be shown once.
    pub warnings: Vec<StoreError>,
}

impl Preferences {
    /// The folder they are kept in on this computer; `None` when the system names none.
    pub fn folder() -> Option<PathBuf> {
        let named = std::env::var_os(CONFIG_DIR_VARIABLE).filter(|folder| !folder.is_empty());
        let usual = || {
            Some(
                ProjectDirs::from("", "", "Ironstride")?
                    .config_dir()
                    .to_owned(),
            )
        };
        named.map(PathBuf::from).or_else(usual)
    }

    /// Reads the preferences in `folder`. Preferences are never worth a failed start: whatever is wrong with
    /// them, there are the defaults and a warning.
    pub fn load(folder: &Path) -> Loaded {
        let path = folder.join(PREFERENCES_FILE);
        let read = files::read(&path).and_then(|bytes| format::decode::<Self>(&path, &bytes));
        match read {
            Ok(decoded) => Loaded {
                preferences: decoded.value,
                warnings: Vec::new(),
            },
            Err(StoreError::Missing { .. }) => Loaded {
                preferences: Self::default(),
                warnings: Vec::new(),
            },
            Err(error) => Loaded {
                preferences: Self::default(),
                warnings: vec![error],
            },
        }
    }

    /// Writes the preferences into `folder`, which is made when it is not there. Preferences of a later version
    /// are left as they are.
    ///
    /// # Errors
    ///
    /// [`StoreError::Newer`], [`StoreError::Unsound`], [`StoreError::Unwritable`].
    pub fn save(&self, folder: &Path) -> Result<(), StoreError> {
        let path = folder.join(PREFERENCES_FILE);
        let there = files::read(&path).and_then(|bytes| format::decode::<Self>(&path, &bytes));
        match there {
            Ok(format::Decoded {
                newer: Some(version),
                ..
            })
            | Err(StoreError::Newer { version, .. }) => {
                return Err(format::newer_error(&path, version));
            }
            _ => {}
        }
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Unwritable {
            path: folder.to_owned(),
            source,
        })?;
        files::save(&path, format::encode(&path, self)?.as_bytes())
    }

    /// Puts a workspace first among those opened last. A path that is not Unicode cannot be written down and is
    /// not remembered.
    pub fn remember_workspace(&mut self, dir: &Path) {
        self.recent.retain(|other| other != dir);
        if dir.to_str().is_some() {
            self.recent.insert(0, dir.to_owned());
        }
        self.recent.truncate(RECENT);
    }

    /// A remembered size or position, or `default`.
    pub fn size(&self, name: &str, default: f32) -> f32 {
        self.layout.get(name).copied().unwrap_or(default)
    }

    /// True when a switch was turned on.
    pub fn flag(&self, name: &str) -> bool {
        self.flags.get(name).copied().unwrap_or_default()
    }
}
