//! What is read before the first frame: the library, and the athlete shown last. The rest follows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Days, Local, NaiveDate, Utc};
use directories::ProjectDirs;

use crate::demo::{self, DemoOptions};
use crate::domain::Athlete;
use crate::library::Library;
use crate::store::{self, AthleteEntry, Opened, Preferences, Snapshot, Store, StoreError, cores};

use super::damage;
use super::file_dialogs::FileDialogs;

/// How many weeks of logs the demo has.
const DEMO_WEEKS: u32 = 16;
/// How many athletes the demo has.
const DEMO_ATHLETES: usize = 3;

/// Where to start from.
#[derive(Debug, Clone, Default)]
pub struct StartOptions {
    /// The workspace to open; `None` for the one opened last, or the demo on the first start.
    pub workspace: Option<PathBuf>,
    /// Files to bring in once the window stands, as if they were dropped on it.
    pub bring_in: Vec<PathBuf>,
    /// Where preferences are kept; `None` for the system's place.
    pub preferences: Option<PathBuf>,
    /// Where the demo is put on the first start; `None` for the system's place.
    pub demo: Option<PathBuf>,
    /// Where copies of what could not be saved are kept; `None` for the system's place.
    pub rescue: Option<PathBuf>,
    /// What day it is.
    pub clock: Clock,
    /// Who shows dialogs for files.
    pub files: FileDialogs,
}

/// Where the program learns what day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// From the system, in the local time zone.
    #[default]
    System,
    /// It is always this day: for pictures and tests that have to come out the same every day.
    Fixed(NaiveDate),
}

impl Clock {
    /// The current day.
    pub fn today(self) -> NaiveDate {
        match self {
            Self::System => Local::now().date_naive(),
            Self::Fixed(date) => date,
        }
    }
}

/// A workspace that was opened, with the one athlete that is shown first.
#[derive(Debug)]
pub struct OpenedWorkspace {
    /// The folder.
    pub store: Store,
    /// What was found in it.
    pub opened: Opened,
    /// The athlete to show.
    pub first: Option<Arc<Athlete>>,
    /// Of the athlete to show only the last time was read: their file is the first of the others.
    pub first_is_partial: bool,
    /// The files of the other athletes, to be read in the background.
    pub others: Vec<AthleteEntry>,
    /// What was wrong.
    pub warnings: Vec<Warning>,
    /// Files of athletes that could not be read when one to show was looked for.
    pub unreadable: Vec<AthleteEntry>,
    /// How the files were before any athlete was read: what is watched begins there.
    pub seen: Snapshot,
}

/// Something that was wrong with a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// What, and what to do, in a sentence.
    pub text: String,
    /// Where exactly, for those who correct it by hand; empty where the text says everything.
    pub detail: String,
    /// The file, where an older version of it is kept.
    pub damaged: Option<PathBuf>,
}

impl Warning {
    /// Of what the disk refused, in a workspace. `known` are the files whose athletes' names were read.
    pub(super) fn of(error: &StoreError, known: &[AthleteEntry], store: &Store) -> Self {
        let exact = error.to_string();
        let damaged = error.damaged_file();
        let damaged = damaged.filter(|file| store.keeps_version_of(file));
        let (text, detail) = match damage::words(error, known, damaged.is_some()) {
            Some(words) => (words, exact),
            None => (exact, String::new()),
        };
        Self {
            text,
            detail,
            damaged: damaged.map(Path::to_owned),
        }
    }
}

impl From<String> for Warning {
    fn from(text: String) -> Self {
        Self {
            text,
            detail: String::new(),
            damaged: None,
        }
    }
}

/// A workspace that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The folder.
    pub folder: PathBuf,
    /// What is wrong and what to do.
    pub why: String,
}

/// Everything the first frame needs.
#[derive(Debug)]
pub struct Loaded {
    /// The library that ships.
    pub library: Library,
    /// The workspace; `None` when none could be opened.
    pub opened: Option<OpenedWorkspace>,
    /// True when the next start is to begin with it.
    pub remember: bool,
    /// The workspace that should have been opened and could not be, and why.
    pub missing: Option<Missing>,
    /// Where the demo is put; `None` for the system's place.
    pub demo: Option<PathBuf>,
    /// Where copies of what could not be saved are kept; `None` for the system's place.
    pub rescue: Option<PathBuf>,
    /// Preferences.
    pub preferences: Preferences,
    /// Where they are kept.
    pub preferences_folder: Option<PathBuf>,
    /// What went wrong on the way, to be shown.
    pub warnings: Vec<String>,
    /// What day it is.
    pub clock: Clock,
    /// Who shows dialogs for files.
    pub files: FileDialogs,
    /// Files to bring in.
    pub bring_in: Vec<PathBuf>,
}

/// What is preferred on this computer, and where that is kept.
#[derive(Debug, Default)]
pub struct KnownPreferences {
    folder: Option<PathBuf>,
    /// The preferences; the defaults where there are none.
    pub preferences: Preferences,
    warnings: Vec<String>,
}

impl KnownPreferences {
    /// Reads them: a small file, so that the window can be made as it was left.
    pub fn read(options: &StartOptions) -> Self {
        let folder = options.preferences.clone().or_else(Preferences::folder);
        let Some(loaded) = folder.as_deref().map(Preferences::load) else {
            return Self::default();
        };
        Self {
            warnings: loaded.warnings.iter().map(ToString::to_string).collect(),
            preferences: loaded.preferences,
            folder,
        }
    }
}

/// Loads what the first frame needs. Nothing that is wrong with a file keeps the program from starting.
pub fn load(options: &StartOptions) -> Loaded {
    load_as_preferred(options, KnownPreferences::read(options))
}

/// As [`load`], with the preferences read before.
pub fn load_as_preferred(options: &StartOptions, known: KnownPreferences) -> Loaded {
    let KnownPreferences {
        folder,
        preferences,
        mut warnings,
    } = known;
    let asked = options
        .workspace
        .clone()
        .or_else(|| preferences.recent.first().cloned());
    let open_asked = || match &asked {
        Some(folder) => open(folder, options.clock.today()),
        None => open_demo(options.demo.as_deref(), options.clock.today()),
    };
    // The library and the workspace can be read at the same time.
    let (library, opened) = if cores::beside_the_window() > 1 {
        std::thread::scope(|scope| {
            let library = scope.spawn(Library::shipped);
            let opened = open_asked();
            (library.join(), opened)
        })
    } else {
        (Ok(Library::shipped()), open_asked())
    };
    let library = match library {
        Ok(Ok(library)) => library,
        Ok(Err(error)) => {
            warnings.push(format!("The exercise library is damaged: {error}"));
            Library::default()
        }
        Err(_) => Library::default(),
    };
    let mut missing = None;
    let opened = match opened {
        Ok(opened) => Some(opened),
        Err(why) => {
            // The folder may be on a drive that is not connected: do not replace it by another workspace, now or at the
            // next start.
            match &asked {
                Some(folder) => {
                    let folder = folder.clone();
                    missing = Some(Missing { folder, why });
                }
                None => warnings.push(why),
            }
            None
        }
    };
    Loaded {
        library,
        missing,
        remember: asked.is_some(),
        opened,
        demo: options.demo.clone(),
        rescue: options.rescue.clone(),
        preferences,
        preferences_folder: folder,
        warnings,
        clock: options.clock,
        files: options.files.clone(),
        bring_in: options.bring_in.clone(),
    }
}

/// How far back an athlete of many years is read before the first frame: what the rules look back on, and a year of
/// charts.
const RECENT: Days = Days::new(400);

/// Opens a workspace and reads the athlete that was shown last, or the first that can be read; of one of many years
/// what is near `today`.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn open(folder: &Path, today: NaiveDate) -> Result<OpenedWorkspace, String> {
    // Settings and publishing are stored by folder, so make its path absolute.
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let (store, opened) =
        Store::open_and_merge(&folder, Utc::now()).map_err(|error| error.to_string())?;
    let seen = Snapshot::of(&folder);
    let warning = |error: &StoreError| Warning::of(error, &opened.athletes, &store);
    let mut warnings: Vec<Warning> = opened.warnings.iter().map(warning).collect();
    warnings.extend(opened.notes.iter().cloned().map(Warning::from));
    let fixed = opened.athletes.iter().filter_map(AthleteEntry::why_fixed);
    warnings.extend(fixed.map(|error| warning(&error)));
    let mut unreadable = Vec::new();
    let last = opened.settings.last_athlete;
    let mut others = opened.athletes.clone();
    others.sort_by_key(|file| last.is_none() || file.id != last);
    let from = today.checked_sub_days(RECENT);
    let partial = from
        .zip(others.first())
        .and_then(|(from, file)| store.read_recent(&file.file, from));
    let first_is_partial = partial.is_some();
    let mut first = partial;
    while first.is_none() && !others.is_empty() {
        let file = others.remove(0);
        match store.read_athlete(&file.file) {
            Ok(athlete) => first = Some(athlete),
            Err(error) => {
                warnings.push(warning(&error));
                unreadable.push(file);
            }
        }
    }
    warnings.extend(store.take_problems().iter().map(warning));
    warnings.extend(store.take_notes().into_iter().map(Warning::from));
    Ok(OpenedWorkspace {
        store,
        opened,
        first,
        first_is_partial,
        others,
        warnings,
        unreadable,
        seen,
    })
}

/// Where the demo is: in `folder`, or where the system keeps such things.
pub(super) fn demo_folder(folder: Option<&Path>) -> PathBuf {
    let usual = || {
        let dirs = ProjectDirs::from("", "", "Ironstride");
        dirs.map_or_else(
            || std::env::temp_dir().join("ironstride-demo"),
            |dirs| dirs.data_dir().join("demo"),
        )
    };
    folder.map_or_else(usual, Path::to_owned)
}

/// Opens the demo, making it first where there is none; `folder` as for [`demo_folder`].
pub(super) fn open_demo(
    folder: Option<&Path>,
    today: NaiveDate,
) -> Result<OpenedWorkspace, String> {
    let folder = demo_folder(folder);
    if !folder.join("workspace.ron").exists() {
        let library = Library::shipped().map_err(|error| error.to_string())?;
        let options = DemoOptions {
            athletes: DEMO_ATHLETES,
            weeks: DEMO_WEEKS,
            seed: 1,
            today,
        };
        let workspace = demo::workspace(&options, &library);
        store::create(&folder, &workspace).map_err(|error| error.to_string())?;
    }
    open(&folder, today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_named_from_the_current_one_is_known_by_its_whole_path() {
        let here = std::env::current_dir().unwrap();
        let folder = tempfile::tempdir_in(&here).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let relative = folder.path().strip_prefix(&here).unwrap();
        crate::store::create(relative, &crate::domain::Workspace::default()).unwrap();
        let opened = open(relative, today).unwrap();
        assert_eq!(opened.store.dir(), folder.path());
    }
}
