//! `package`: an athlete written into a file for another workspace; and such files, brought home by `import`.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::domain::{Athlete, Session, Signature, Stamp, VersionId};
use crate::library::Library;
use crate::load;
use crate::merge::changes;
use crate::store::{self, OpenMode, Saved, Store};

use super::chosen::find;
use super::print;
use super::{ImportArguments, PackageArguments};

/// So many bytes tell a package from other files.
const HEAD: u64 = 400;

/// Writes an athlete into a package.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn package(arguments: &PackageArguments, written: DateTime<Utc>) -> Result<(), String> {
    let (store, opened) = Store::open(&arguments.workspace).map_err(|error| error.to_string())?;
    let athlete = find(&store, &opened, &arguments.athlete)?;
    let from = Stamp {
        at: written,
        by: opened.settings.keeper,
        name: Signature::new(&opened.settings.coach),
    };
    store
        .write_package(&arguments.to, &athlete, from, VersionId(Uuid::new_v4()))
        .map_err(|error| error.to_string())
}

/// True for files that are all packages.
pub(super) fn are_packages(files: &[std::path::PathBuf]) -> bool {
    let is_package = |path: &Path| {
        let mut head = Vec::new();
        let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
        path.is_file() && read.is_ok() && store::is_package(&head)
    };
    !files.is_empty() && files.iter().all(|path| is_package(path))
}

/// Brings packages in, one after the other, and tells what each of them changed.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do; packages before that one are brought in.
pub(super) fn import_packages(
    arguments: &ImportArguments,
    written: DateTime<Utc>,
) -> Result<u8, String> {
    let mut text = String::new();
    let shipped = Library::shipped().map_err(|error| error.to_string())?;
    for path in &arguments.files {
        let (store, opened) =
            Store::open(&arguments.workspace).map_err(|error| error.to_string())?;
        if let (OpenMode::ReadOnly(why), false) = (store.mode(), arguments.dry_run) {
            return Err(why.clone());
        }
        let read = store::read_package(path).map_err(|error| error.to_string())?;
        let package = &read.package;
        let file = opened
            .athletes
            .iter()
            .find(|file| file.id == Some(package.athlete.id));
        let here = file.map(|file| store.read_athlete(&file.file)).transpose();
        let here = here.map_err(|error| error.to_string())?;
        let name = &package.athlete.profile.name;
        let mut lines = Vec::new();
        if read.was_edited {
            lines.push("the file was changed by hand after it was written".to_owned());
        }
        let athlete = if let Some(here) = here {
            let offer = store
                .offer(package, &here)
                .map_err(|error| error.to_string())?;
            let merged = Arc::new(offer.merged.athlete);
            let library = shipped.with_own(&opened.own);
            let called = |session: &Session| load::title_of(&session.plan, &library);
            let found = changes(&here, &merged, called);
            lines.extend(found.iter().map(ToString::to_string));
            let named = |id| Some(called(merged.sessions.get(id)?));
            let told = offer.merged.decisions.into_iter();
            lines.extend(told.map(|told| told.named(named).to_string()));
            (*here != *merged).then_some(merged)
        } else {
            lines.push("was not in this workspace and is new".to_owned());
            Some(Arc::new(package.athlete.clone()))
        };
        let _ = writeln!(text, "{}: package of {name}", path.display());
        if lines.is_empty() {
            lines.push("nothing new".to_owned());
        }
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
        if arguments.dry_run {
            continue;
        }
        if let Some(athlete) = athlete {
            write(&store, &athlete, written)?;
        }
        store
            .remember_package(package)
            .map_err(|error| error.to_string())?;
    }
    if arguments.dry_run {
        text.push_str("Nothing was changed: this is what would happen.\n");
    }
    print(&text).map_err(|error| format!("The report cannot be written: {error}"))?;
    Ok(0)
}

fn write(store: &Store, athlete: &Athlete, written: DateTime<Utc>) -> Result<(), String> {
    let saved = store
        .write_athlete(athlete, written)
        .map_err(|error| error.to_string())?;
    match saved {
        Saved::Conflict { theirs, .. } => Err(format!(
            "{} was changed by somebody else meanwhile; the package was not brought in. Try again.",
            theirs.display()
        )),
        Saved::Written | Saved::Unchanged => Ok(()),
    }
}
