//! The arguments of the window: what it opens, and when it ends.

use std::path::{Path, PathBuf};

use clap::Args;

/// How the window opens and ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowArguments {
    /// The workspace folder; without it the last one, or the demo on first start.
    pub workspace: Option<PathBuf>,
    /// Files to bring in once the window stands.
    pub bring_in: Vec<PathBuf>,
    /// When it ends.
    pub end: WindowEnd,
}

/// When the window ends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum WindowEnd {
    /// When its user closes it.
    #[default]
    Closed,
    /// Once everything is drawn, and a picture of it is saved here.
    Screenshot(PathBuf),
    /// Once the first frame that shows the last athlete's week is drawn, and its milliseconds are printed.
    FirstFrame,
}

#[derive(Debug, Args)]
pub(super) struct WindowFlags {
    /// Workspace folder to open; without it the last one, or the demo on first start
    #[arg(long, value_name = "DIR")]
    workspace: Option<PathBuf>,
    /// Open a workspace by its workspace.ron, or bring in a package, a reply, a plan or a history file
    #[arg(long, value_name = "FILE", num_args = 0..=1, conflicts_with = "workspace")]
    #[expect(
        clippy::option_option,
        reason = "a value that may be left out, as a desktop entry leaves it out"
    )]
    open: Option<Option<PathBuf>>,
    /// Draw until nothing moves, save the picture, end
    #[arg(long, value_name = "FILE.png", conflicts_with = "first_frame")]
    screenshot: Option<PathBuf>,
    /// Print the milliseconds from process start to the first frame that shows the week, end
    #[arg(long)]
    first_frame: bool,
}

impl WindowFlags {
    pub(super) fn arguments(self) -> WindowArguments {
        let end = match (self.screenshot, self.first_frame) {
            (Some(file), _) => WindowEnd::Screenshot(file),
            (None, true) => WindowEnd::FirstFrame,
            (None, false) => WindowEnd::Closed,
        };
        let (folder, bring_in) = opened(self.open.flatten());
        WindowArguments {
            workspace: self.workspace.or(folder),
            bring_in,
            end,
        }
    }
}

/// A file or folder that the desktop hands over: the workspace it stands for, or the files to bring in.
fn opened(file: Option<PathBuf>) -> (Option<PathBuf>, Vec<PathBuf>) {
    let Some(file) = file else {
        return (None, Vec::new());
    };
    if file.is_dir() {
        return (Some(file), Vec::new());
    }
    match workspace_of(&file) {
        Some(folder) => (Some(folder), Vec::new()),
        None => (None, vec![file]),
    }
}

/// The workspace that one of its own files stands for: its settings, its library, or an athlete in it.
fn workspace_of(file: &Path) -> Option<PathBuf> {
    // A bare name stands in the current folder.
    let within = |path: &Path| match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folder = within(file);
    let name = file.file_name()?;
    if name == "workspace.ron" {
        return Some(folder);
    }
    let is_workspace = |folder: &Path| folder.join("workspace.ron").is_file();
    if name == "library.ron" && is_workspace(&folder) {
        return Some(folder);
    }
    let above = if folder == Path::new(".") {
        PathBuf::from("..")
    } else {
        within(&folder)
    };
    let is_athlete = std::path::absolute(&folder)
        .is_ok_and(|folder| folder.file_name().is_some_and(|name| name == "athletes"))
        && file.extension().is_some_and(|end| end == "ron");
    (is_athlete && is_workspace(&above)).then_some(above)
}
