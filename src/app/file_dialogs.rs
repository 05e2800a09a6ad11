//! The system's dialogs for files and folders.

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What stands over a path that has to be typed.
pub(super) const NO_DIALOG: &str =
    "This desktop offers no file dialog to programs, so please type the path.";

/// An answer that comes faster than anybody can click means that no dialog was shown.
const FASTEST_CLICK: Duration = Duration::from_millis(400);

/// What is to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choose {
    /// A file that is there.
    File,
    /// Files that are there.
    Files,
    /// A place for a file.
    Target,
    /// A folder.
    Folder,
}

/// What a dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRequest {
    /// What is to be chosen.
    pub choose: Choose,
    /// Its title.
    pub title: String,
    /// The kind of file and how its name ends, without the dot.
    pub filter: Option<(String, String)>,
    /// Where it begins: a folder, and the name of a file where one is to be written.
    pub start: PathBuf,
}

impl FileRequest {
    /// Asks for a folder.
    pub fn folder(title: impl Into<String>) -> Self {
        Self {
            choose: Choose::Folder,
            title: title.into(),
            filter: None,
            start: PathBuf::new(),
        }
    }

    /// Asks for an existing file.
    pub fn file(title: impl Into<String>, kind: &str, end: &str) -> Self {
        Self {
            choose: Choose::File,
            filter: Some((kind.to_owned(), end.to_owned())),
            ..Self::folder(title)
        }
    }

    /// Asks for an existing file of any kind.
    pub fn any_file(title: impl Into<String>) -> Self {
        Self {
            choose: Choose::File,
            ..Self::folder(title)
        }
    }

    /// Asks for existing files of any kind.
    pub fn any_files(title: impl Into<String>) -> Self {
        Self {
            choose: Choose::Files,
            ..Self::folder(title)
        }
    }

    /// Asks for a place for a file.
    pub fn target(title: impl Into<String>, kind: &str, end: &str, start: PathBuf) -> Self {
        Self {
            choose: Choose::Target,
            start,
            ..Self::file(title, kind, end)
        }
    }
}

/// The answer of a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// This path.
    Path(PathBuf),
    /// These paths, where several could be chosen.
    Paths(Vec<PathBuf>),
    /// Cancelled.
    Nothing,
    /// The system shows no dialogs.
    NoDialog,
}

/// Waits for the answer of a dialog that is open; to be called off the interface's thread.
pub type Waiting = Box<dyn FnOnce() -> Picked + Send>;

/// Shows dialogs for files.
pub trait FilePicker: Debug + Send + Sync {
    /// Opens a dialog. It is called on the interface's thread, as some systems demand, and returns at once.
    fn open(&self, request: &FileRequest) -> Waiting;
}

/// Who shows the dialogs: the system, unless it is said otherwise.
#[derive(Debug, Clone)]
pub struct FileDialogs(pub Arc<dyn FilePicker>);

impl Default for FileDialogs {
    fn default() -> Self {
        Self(Arc::new(SystemPicker))
    }
}

/// The dialogs of the system.
#[derive(Debug, Clone, Copy)]
struct SystemPicker;

impl FilePicker for SystemPicker {
    fn open(&self, request: &FileRequest) -> Waiting {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(&request.title);
        if let Some((kind, end)) = &request.filter {
            dialog = dialog.add_filter(kind, &[end]);
        }
        let start = request.start.as_path();
        if request.choose == Choose::Target {
            if let Some(folder) = start.parent().filter(|folder| *folder != Path::new("")) {
                dialog = dialog.set_directory(folder);
            }
            let name = start.file_name().map(|name| name.to_string_lossy());
            dialog = dialog.set_file_name(name.unwrap_or_default());
        } else if start != Path::new("") {
            dialog = dialog.set_directory(start);
        }
        match request.choose {
            Choose::File => answer(dialog.pick_file(), path),
            Choose::Files => answer(dialog.pick_files(), |files| {
                Picked::Paths(files.iter().map(|file| file.path().to_owned()).collect())
            }),
            Choose::Target => answer(dialog.save_file(), path),
            Choose::Folder => answer(dialog.pick_folder(), path),
        }
    }
}

fn path(file: rfd::FileHandle) -> Picked {
    Picked::Path(file.path().to_owned())
}

/// Waits for a dialog and tells a cancelled one from one that was never shown.
fn answer<T: 'static>(
    dialog: impl Future<Output = Option<T>> + Send + 'static,
    picked: impl FnOnce(T) -> Picked + Send + 'static,
) -> Waiting {
    let asked = Instant::now();
    Box::new(move || match pollster::block_on(dialog) {
        Some(handles) => picked(handles),
        None if asked.elapsed() < FASTEST_CLICK => Picked::NoDialog,
        None => Picked::Nothing,
    })
}
