//! No link leads out of a workspace: a folder somebody sent could otherwise have us read, overwrite or delete files
//! anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Refuses a path that a link, its own or that of a folder on the way, puts outside of the workspace in `root`.
pub(super) fn stay_within(root: &Path, path: &Path) -> Result<(), StoreError> {
    if has_no_link(root, path) {
        return Ok(());
    }
    let Ok(root) = fs::canonicalize(root) else {
        // The folder does not exist; the action that follows will say so.
        return Ok(());
    };
    let real = match fs::symlink_metadata(path) {
        Ok(_) => fs::canonicalize(path),
        // A file that does not exist yet is where its folder is.
        Err(_) => match path.parent().map(fs::canonicalize) {
            Some(Ok(folder)) => Ok(folder),
            _ => return Ok(()),
        },
    };
    let target = match real {
        Ok(real) if real.starts_with(&root) => return Ok(()),
        Ok(real) => real,
        // Refuse a dangling link: writing through it would create its target elsewhere.
        Err(_) => fs::read_link(path).unwrap_or_else(|_| path.to_owned()),
    };
    Err(StoreError::Outside {
        path: path.to_owned(),
        target,
    })
}

/// True when neither a path nor a folder between it and the root is a link: the usual case, told by two looks at most.
fn has_no_link(root: &Path, path: &Path) -> bool {
    let mut inside = path.ancestors().take_while(|part| *part != root);
    path.starts_with(root)
        && inside.all(|part| fs::symlink_metadata(part).is_ok_and(|data| !data.is_symlink()))
}

/// Where a file is to be written that somebody named: behind the link, when the path is one. A link in a workspace
/// that leaves it is refused.
pub(super) fn destination(path: &Path) -> Result<PathBuf, StoreError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    if !is_link {
        return Ok(path.to_owned());
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let workspace = folder.ancestors().find(|folder| {
        let settings = folder.join(super::paths::SETTINGS_FILE);
        settings.exists() || folder.join(super::paths::ATHLETES_FOLDER).is_dir()
    });
    if let Some(workspace) = workspace {
        stay_within(workspace, path)?;
    }
    Ok(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
}
