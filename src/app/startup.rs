//! What is read before the first frame: the library, and the athlete shown last. The rest follows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Local, NaiveDate};
use directories::ProjectDirs;

use crate::demo::{self, DemoOptions};
use crate::domain::Athlete;
use crate::library::Library;
use crate::store::{self, AthleteFile, Opened, Preferences, Store};

/// How many weeks of logs the demo has.
const DEMO_WEEKS: u32 = 16;
/// How many athletes the demo has.
const DEMO_ATHLETES: usize = 3;

/// Where to start from.
#[derive(Debug, Clone, Default)]
pub struct StartOptions {
    /// The workspace to open; `None` for the one opened last, or the demo on the first start.
    pub workspace: Option<PathBuf>,
    /// Where preferences are kept; `None` for the system's place.
    pub preferences: Option<PathBuf>,
    /// Where the demo is put on the first start; `None` for the system's place.
    pub demo: Option<PathBuf>,
    /// What day it is.
    pub clock: Clock,
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
    /// The files of the other athletes, to be read in the background.
    pub others: Vec<AthleteFile>,
    /// What was wrong with the file of the athlete to show.
    pub warnings: Vec<String>,
}

/// Everything the first frame needs.
#[derive(Debug)]
pub struct Loaded {
    /// The library that ships.
    pub library: Library,
    /// The workspace; `None` when none could be opened.
    pub opened: Option<OpenedWorkspace>,
    /// Preferences.
    pub preferences: Preferences,
    /// Where they are kept.
    pub preferences_folder: Option<PathBuf>,
    /// What went wrong on the way, to be shown.
    pub warnings: Vec<String>,
    /// What day it is.
    pub clock: Clock,
}

/// Loads what the first frame needs. Nothing that is wrong with a file keeps the program from starting.
pub fn load(options: &StartOptions) -> Loaded {
    let folder = options.preferences.clone().or_else(Preferences::folder);
    let preferences = folder.as_deref().map(Preferences::load);
    let mut warnings = Vec::new();
    let mut preferences = preferences.map_or_else(Preferences::default, |loaded| {
        warnings.extend(loaded.warnings.iter().map(ToString::to_string));
        loaded.preferences
    });
    // The library and the workspace do not need each other.
    let (library, opened) = std::thread::scope(|scope| {
        let library = scope.spawn(Library::shipped);
        let opened = first_workspace(options, &mut preferences, &mut warnings);
        (library.join(), opened)
    });
    let library = match library {
        Ok(Ok(library)) => library,
        Ok(Err(error)) => {
            warnings.push(format!("The exercise library is damaged: {error}"));
            Library::default()
        }
        Err(_) => Library::default(),
    };
    Loaded {
        library,
        opened,
        preferences,
        preferences_folder: folder,
        warnings,
        clock: options.clock,
    }
}

fn first_workspace(
    options: &StartOptions,
    preferences: &mut Preferences,
    warnings: &mut Vec<String>,
) -> Option<OpenedWorkspace> {
    let asked = options
        .workspace
        .clone()
        .or_else(|| preferences.recent.first().cloned());
    let result = match asked {
        Some(folder) => open(&folder),
        None => open_demo(options),
    };
    match result {
        Ok(opened) => Some(opened),
        Err(message) => {
            warnings.push(message);
            let explicit = options.workspace.is_some();
            if explicit {
                None
            } else {
                open_demo(options).ok()
            }
        }
    }
}

/// Opens a workspace and reads the athlete that was shown last, or the first that can be read.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn open(folder: &Path) -> Result<OpenedWorkspace, String> {
    let (store, opened) = Store::open(folder).map_err(|error| error.to_string())?;
    let mut warnings: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    warnings.extend(opened.notes.iter().cloned());
    let last = opened.settings.last_athlete;
    let mut others = opened.athletes.clone();
    others.sort_by_key(|file| last.is_none() || file.id != last);
    let mut first = None;
    while first.is_none() && !others.is_empty() {
        let file = others.remove(0);
        match store.read_athlete(&file.file) {
            Ok(athlete) => first = Some(athlete),
            Err(error) => warnings.push(error.to_string()),
        }
    }
    warnings.extend(store.take_notes());
    Ok(OpenedWorkspace {
        store,
        opened,
        first,
        others,
        warnings,
    })
}

/// Opens the demo, making it first where there is none.
fn open_demo(options: &StartOptions) -> Result<OpenedWorkspace, String> {
    let folder = options
        .demo
        .clone()
        .or_else(|| {
            Some(
                ProjectDirs::from("", "", "Ironstride")?
                    .data_dir()
                    .join("demo"),
            )
        })
        .unwrap_or_else(|| std::env::temp_dir().join("ironstride-demo"));
    if !folder.join("workspace.ron").exists() {
        let library = Library::shipped().map_err(|error| error.to_string())?;
        let today = options.clock.today();
        let options = DemoOptions {
            athletes: DEMO_ATHLETES,
            weeks: DEMO_WEEKS,
            seed: 1,
            today,
        };
        let workspace = demo::workspace(&options, &library);
        store::create(&folder, &workspace).map_err(|error| error.to_string())?;
    }
    open(&folder)
}
