//! `backups`: the kept versions of a workspace's files listed, and one of them brought back.

use std::fmt::Write as _;

use chrono::{DateTime, Local, Utc};

use crate::domain::AthleteId;
use crate::store::{self, Content, FileState, KeptFile, OpenMode, Saved, Store};

use super::{BackupsArguments, print};

/// Lists what is kept, or brings the version of this number back.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do; nothing is changed then.
pub fn backups(arguments: &BackupsArguments, now: DateTime<Utc>) -> Result<(), String> {
    let text = match arguments.restore {
        None => {
            let (store, _) =
                Store::look(&arguments.workspace).map_err(|error| error.to_string())?;
            list(&chosen(store.kept_files(), arguments.athlete.as_deref())?)
        }
        Some(number) => {
            let (store, opened) =
                Store::open(&arguments.workspace).map_err(|error| error.to_string())?;
            if let OpenMode::ReadOnly(why) = opened.mode {
                return Err(format!("Nothing was restored: {why}."));
            }
            let mut files = chosen(store.kept_files(), arguments.athlete.as_deref())?;
            let (Some(file), true) = (files.pop(), files.is_empty()) else {
                return Err("Say with --athlete what is to be restored.".to_owned());
            };
            restore(&store, &file, number, now)?
        }
    };
    print(&text).map_err(|error| format!("The list cannot be written: {error}"))
}

/// All files, or that of this name.
fn chosen(files: Vec<KeptFile>, name: Option<&str>) -> Result<Vec<KeptFile>, String> {
    let Some(name) = name else { return Ok(files) };
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let found = files
        .into_iter()
        .filter(|file| store::same_name(&file.name, name));
    let found: Vec<KeptFile> = found.collect();
    match found.len() {
        1 => Ok(found),
        0 => Err(format!(
            "Nothing is kept of \"{name}\". There are: {}.",
            names.join(", ")
        )),
        _ => Err(format!(
            "Several files are of \"{name}\"; restore them in the window."
        )),
    }
}

fn list(files: &[KeptFile]) -> String {
    let mut text = String::new();
    for file in files {
        let state = match file.state {
            FileState::Whole => "",
            FileState::Damaged => " (damaged)",
            FileState::Newer => " (of a later version)",
            FileState::Missing => " (no longer here)",
        };
        let _ = writeln!(text, "{}{state}", file.name);
        for (place, version) in file.versions.iter().enumerate() {
            let at = version.moment.with_timezone(&Local);
            let part = version.part.map_or_else(String::new, |from| {
                format!("  only the training from {from} on")
            });
            let _ = writeln!(
                text,
                "  {:>3}  {}  {:>8} bytes{part}",
                place + 1,
                at.format("%Y-%m-%d %H:%M"),
                version.bytes
            );
        }
        if file.versions.is_empty() {
            text.push_str("  nothing is kept yet\n");
        }
    }
    text
}

fn restore(
    store: &Store,
    file: &KeptFile,
    number: usize,
    now: DateTime<Utc>,
) -> Result<String, String> {
    let version = number
        .checked_sub(1)
        .and_then(|place| file.versions.get(place));
    let version = version.ok_or_else(|| {
        format!(
            "{} has no version {number}; it has {}.",
            file.name,
            file.versions.len()
        )
    })?;
    let then = store
        .read_version(file.kind, &version.path)
        .map_err(|error| error.to_string())?;
    let id = match &then {
        Content::Athlete(athlete) => athlete.id,
        Content::Settings(_) | Content::Own(_) => AthleteId::from_bits(0),
    };
    // What is there now becomes known as read, so that it may be replaced; one that is damaged is moved away below.
    if let (Content::Athlete(_), Some(name)) = (&then, file.path.file_name()) {
        store.read_athlete(&name.to_string_lossy()).ok();
    }
    let id = store
        .make_way(file, id, now)
        .map_err(|error| error.to_string())?;
    let saved = match then {
        Content::Athlete(mut athlete) => {
            athlete.id = id;
            store.write_athlete(&athlete, now)
        }
        Content::Settings(settings) => store.write_settings(&settings, now),
        Content::Own(own) => store.write_own(&own, now),
    };
    match saved.map_err(|error| error.to_string())? {
        Saved::Conflict { theirs, ours, .. } => Err(format!(
            "{} was changed meanwhile and left alone; the version is in {}.",
            theirs.display(),
            ours.display()
        )),
        Saved::Unchanged => Ok(format!("{} is as it was then.\n", file.name)),
        Saved::Written => {
            let at = version.moment.with_timezone(&Local);
            Ok(format!(
                "{} is restored as of {}. What it was before is in the backups.\n",
                file.name,
                at.format("%Y-%m-%d %H:%M")
            ))
        }
    }
}
