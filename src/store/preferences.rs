//! What a person prefers on one computer, whichever workspace is open.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, Utc};
use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use super::{StoreError, backup, files, format};
use crate::chart::ChartSelection;
use crate::domain::{AthleteId, DateStyle, Paper, Publication, SeenFeedback};

/// Names another folder for the preferences: for tests, and for a program on a stick.
pub const CONFIG_DIR_VARIABLE: &str = "IRONSTRIDE_CONFIG_DIR";

const PREFERENCES_FILE: &str = "preferences.ron";

/// Held while the file is read, merged and written, so that two windows do so one after the other.
const LOCK_FILE: &str = "preferences.lock";

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
    /// Where files are looked for and written at first; `None` for the folder of documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// The paper that is printed on.
    pub paper: Paper,
    /// How dates are written on the screen.
    pub dates: DateStyle,
    /// The keys of commands whose keys are not the usual ones, as "Ctrl+Shift+D", by the name of the command.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub keys: BTreeMap<String, Vec<String>>,
    /// The day the program was first used on this computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_used: Option<NaiveDate>,
    /// Which charts an athlete is looked at with.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub charts: BTreeMap<AthleteId, ChartSelection>,
    /// The name that edits are signed with on this computer; empty for the one the workspace names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What is published of which workspace, by its folder.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub publications: BTreeMap<String, Publication>,
    /// What was seen here of whose feedback.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub seen: BTreeMap<AthleteId, SeenFeedback>,
}

/// Preferences, and what was wrong with their file.
#[derive(Debug)]
pub struct Loaded {
    /// The preferences; the defaults where there were none, or none that could be read.
    pub preferences: Preferences,
    /// What was wrong, to be shown once.
    pub warnings: Vec<StoreError>,
}

/// What writing preferences came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The preferences as they are in the file now.
    pub preferences: Preferences,
    /// Where the file that was there before is kept, since it was damaged.
    pub kept: Option<PathBuf>,
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

    /// Writes into `folder`, which is made when it is not there, what was changed since `base`. Another window may have
    /// written meanwhile: what it changed and this one did not stays as it is there. A file that is damaged is kept
    /// beside the new one; one of a later version is left as it is.
    ///
    /// # Errors
    ///
    /// [`StoreError::Newer`], [`StoreError::Unreadable`], [`StoreError::Unsound`], [`StoreError::Unwritable`].
    pub fn save(&self, base: &Self, folder: &Path) -> Result<Written, StoreError> {
        let unwritable = |path: &Path| {
            let path = path.to_owned();
            |source| StoreError::Unwritable { path, source }
        };
        std::fs::create_dir_all(folder).map_err(unwritable(folder))?;
        let path = folder.join(PREFERENCES_FILE);
        let _lock = lock(folder);
        let there = files::read(&path).and_then(|bytes| format::decode::<Self>(&path, &bytes));
        let mut kept = None;
        let newest = match there {
            Ok(format::Decoded {
                newer: Some(version),
                ..
            })
            | Err(StoreError::Newer { version, .. }) => {
                return Err(format::newer_error::<Preferences>(&path, version));
            }
            Ok(decoded) => decoded.value,
            Err(StoreError::Missing { .. }) => base.clone(),
            Err(error @ StoreError::Unreadable { .. }) => return Err(error),
            Err(_) => {
                let name = format!("preferences.damaged-{}", backup::moment(Utc::now()));
                let beside = backup::free_name(folder, &name);
                std::fs::rename(&path, &beside).map_err(unwritable(&path))?;
                kept = Some(beside);
                base.clone()
            }
        };
        let preferences = self.merged(base, newest);
        files::save(&path, format::encode(&path, &preferences)?.as_bytes())?;
        Ok(Written { preferences, kept })
    }

    /// `newest` with what is changed here since `base`.
    fn merged(&self, base: &Self, newest: Self) -> Self {
        let mut recent = newest.recent;
        if self.recent != base.recent {
            let others = recent.iter().filter(|other| !self.recent.contains(other));
            let mut all: Vec<PathBuf> = self.recent.iter().chain(others).cloned().collect();
            all.truncate(RECENT);
            recent = all;
        }
        Self {
            recent,
            theme: changed(&self.theme, &base.theme, newest.theme),
            folder: changed(&self.folder, &base.folder, newest.folder),
            paper: changed(&self.paper, &base.paper, newest.paper),
            dates: changed(&self.dates, &base.dates, newest.dates),
            layout: merged(&self.layout, &base.layout, newest.layout),
            flags: merged(&self.flags, &base.flags, newest.flags),
            keys: merged(&self.keys, &base.keys, newest.keys),
            first_used: newest.first_used.or(self.first_used),
            charts: merged(&self.charts, &base.charts, newest.charts),
            name: if self.name == base.name {
                newest.name
            } else {
                self.name.clone()
            },
            publications: merged(&self.publications, &base.publications, newest.publications),
            seen: merged(&self.seen, &base.seen, newest.seen),
        }
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

/// What was changed here since `base`, or else `newest`.
fn changed<T: PartialEq + Clone>(mine: &T, base: &T, newest: T) -> T {
    if mine == base { newest } else { mine.clone() }
}

/// `newest` with the entries that were added, changed or taken out since `base`.
fn merged<K: Ord + Clone, V: PartialEq + Clone>(
    mine: &BTreeMap<K, V>,
    base: &BTreeMap<K, V>,
    mut newest: BTreeMap<K, V>,
) -> BTreeMap<K, V> {
    for (key, value) in mine {
        if base.get(key) != Some(value) {
            newest.insert(key.clone(), value.clone());
        }
    }
    newest.retain(|key, _| mine.contains_key(key) || !base.contains_key(key));
    newest
}

/// The lock on the preferences, as long as the file stays open. A drive that knows no locks does without.
fn lock(folder: &Path) -> Option<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    let file = options.open(folder.join(LOCK_FILE)).ok()?;
    file.lock().ok()?;
    Some(file)
}
