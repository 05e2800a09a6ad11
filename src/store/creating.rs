//! A workspace folder is made: whole, or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::domain::{Athlete, Workspace};

use super::arrange::arrange;
use super::document::Body;
use super::paths::{ATHLETES_FOLDER, LIBRARY_FILE, SETTINGS_FILE, file_name};
use super::spread::Spread;
use super::{StoreError, files, format, links, parted, slug};

/// Makes a workspace in `dir`, which is made too when it is not there. Other files in it are left alone.
///
/// It is made aside and moved in when it is whole: a program that is ended meanwhile leaves nothing that the next
/// attempt would mix with.
///
/// # Errors
///
/// [`StoreError::Occupied`] when there is a workspace already, or athletes; [`StoreError::Unwritable`].
pub fn create(dir: &Path, workspace: &Workspace) -> Result<(), StoreError> {
    let unwritable = |path: &Path| {
        let path = path.to_owned();
        move |source| StoreError::Unwritable { path, source }
    };
    let athletes = dir.join(ATHLETES_FOLDER);
    if dir.join(SETTINGS_FILE).exists() || holds_documents(&athletes) {
        return Err(StoreError::Occupied {
            path: dir.to_owned(),
        });
    }
    fs::create_dir_all(dir).map_err(unwritable(dir))?;
    links::stay_within(dir, &athletes)?;
    remove_unfinished(dir);
    let aside = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempdir_in(dir)
        .map_err(unwritable(dir))?;
    let new_athletes = aside.path().join(ATHLETES_FOLDER);
    fs::create_dir(&new_athletes).map_err(unwritable(dir))?;
    for athlete in &workspace.athletes {
        let slug = slug::unique(&athlete.profile.name, |slug| {
            new_athletes.join(file_name(slug)).exists()
        });
        write_athlete(&new_athletes.join(file_name(&slug)), athlete)?;
    }
    write_new(&aside.path().join(LIBRARY_FILE), &*workspace.own)?;
    write_new(&aside.path().join(SETTINGS_FILE), &workspace.settings)?;
    if athletes.is_dir() {
        // The folder holds other files: move ours in one by one.
        for entry in fs::read_dir(&new_athletes).map_err(unwritable(dir))? {
            let name = entry.map_err(unwritable(dir))?.file_name();
            fs::rename(new_athletes.join(&name), athletes.join(&name)).map_err(unwritable(dir))?;
        }
    } else {
        fs::rename(&new_athletes, &athletes).map_err(unwritable(dir))?;
    }
    // Move the settings last: only with them the folder counts as a workspace.
    for file in [LIBRARY_FILE, SETTINGS_FILE] {
        fs::rename(aside.path().join(file), dir.join(file)).map_err(unwritable(dir))?;
    }
    Ok(())
}

/// What the name of a folder begins with in which a workspace is being made.
const UNFINISHED: &str = ".ironstride-new-";

/// Whether a folder has documents in it.
fn holds_documents(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name()).any(|name| {
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        !is_hidden && Path::new(&name).extension().is_some_and(|end| end == "ron")
    })
}

/// Removes what is left of a workspace that was being made when the program ended.
fn remove_unfinished(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
        if is_ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            fs::remove_dir_all(entry.path()).ok();
        }
    }
}

/// Writes an athlete, in parts where one file would be too large.
fn write_athlete(own: &Path, athlete: &Athlete) -> Result<(), StoreError> {
    let sessions = athlete.sessions.all();
    // Take the last logged session as today, so that the same athlete always gives the same files.
    let done = sessions.iter().rev().find(|it| it.log.is_some());
    let near = done.or(sessions.first()).map(|it| it.date);
    let near = near.unwrap_or_default();
    let arranged = arrange(athlete, &Spread::default(), &BTreeSet::new(), near);
    if !arranged.parts.is_empty() {
        let folder = parted::folder_of(own);
        fs::create_dir(&folder).map_err(|source| StoreError::Unwritable {
            path: folder.clone(),
            source,
        })?;
    }
    for (start, part) in &arranged.parts {
        write_new(&parted::path_of(own, *start), part)?;
    }
    write_new(own, &arranged.own)
}

fn write_new<T: Body>(path: &Path, document: &T) -> Result<(), StoreError> {
    files::save(path, format::encode(path, document)?.as_bytes())
}
