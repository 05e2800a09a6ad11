//! `export`: weeks of an athlete, or of all, as files.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, Order, file_names};
use crate::export::{self, Logo, Maker};
use crate::library::Library;
use crate::store::{self, Opened, Store};

use super::{ATHLETE, ExportArguments, Who};

/// Writes the file, or a file for each athlete.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do. Of all athletes, those that can be read are written before it.
pub fn export(
    arguments: &ExportArguments,
    today: NaiveDate,
    written: DateTime<Utc>,
) -> Result<(), String> {
    let shipped = Library::shipped().map_err(|error| error.to_string())?;
    let (store, opened) = Store::look(&arguments.workspace).map_err(|error| error.to_string())?;
    let library = shipped.with_own(&opened.own);
    let (athletes, unread) = match &arguments.who {
        Who::One(name) => (vec![find(&store, &opened, name)?], Vec::new()),
        Who::All => everybody(&store, &opened),
    };
    tell(&store, &opened);
    let mut order = arguments.order.clone();
    if order.coach.is_empty() {
        order.coach.clone_from(&opened.settings.coach);
    }
    let logo = logo(&store, &opened);
    let maker = Maker {
        library: &library,
        settings: &opened.settings,
        report: &arguments.report,
        logo: logo.as_ref(),
        today,
        written,
        zone: export::local_moment,
    };
    if arguments.to.to_string_lossy().contains(ATHLETE) {
        let names = file_names(athletes.iter().map(|athlete| athlete.profile.name.as_str()));
        for (athlete, name) in athletes.iter().zip(names) {
            let to = arguments.to.to_string_lossy().replace(ATHLETE, &name);
            write(&order, &[athlete], &maker, Path::new(&to))?;
        }
    } else {
        let athletes: Vec<&Athlete> = athletes.iter().map(Arc::as_ref).collect();
        write(&order, &athletes, &maker, &arguments.to)?;
    }
    if unread.is_empty() {
        return Ok(());
    }
    let without = unread.join(" ");
    Err(format!("Written without what cannot be read: {without}"))
}

/// The coach's logo. One that cannot be printed keeps no sheet from being so.
pub(super) fn logo(store: &Store, opened: &Opened) -> Option<Logo> {
    let read = store.read_logo(&opened.settings);
    let logo = match read.map_err(|error| error.to_string()).transpose()? {
        Ok(bytes) => Logo::read(bytes).map_err(|why| format!("{}: {why}", opened.settings.logo)),
        Err(error) => Err(error),
    };
    if let Err(why) = &logo {
        let _ = writeln!(io::stderr(), "ironstride: printed without the logo: {why}");
    }
    logo.ok()
}

fn write(order: &Order, athletes: &[&Athlete], maker: &Maker, to: &Path) -> Result<(), String> {
    let bytes = export::make(order, athletes, maker).map_err(|error| error.to_string())?;
    store::replace(to, &bytes).map_err(|error| error.to_string())
}

/// Says what is wrong with files, and what was set right in them. The export goes on with the rest.
pub(super) fn tell(store: &Store, opened: &Opened) {
    let warnings = opened.warnings.iter().map(ToString::to_string);
    let notes = opened.notes.iter().cloned().chain(store.take_notes());
    let problems = store.take_problems();
    let problems = problems.iter().map(ToString::to_string);
    for told in warnings.chain(problems).chain(notes) {
        // Where standard error is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "ironstride: {told}");
    }
}

/// The athlete of this name, whatever its case and accents, or the only one whose name begins so.
pub(super) fn find(store: &Store, opened: &Opened, name: &str) -> Result<Arc<Athlete>, String> {
    let wanted = name.trim().to_lowercase();
    let exactly = |file: &&store::AthleteFile| file.name.to_lowercase() == wanted;
    let nearly = |file: &&store::AthleteFile| store::same_name(&file.name, name);
    let mut found: Vec<_> = opened.athletes.iter().filter(exactly).collect();
    if found.is_empty() {
        found = opened.athletes.iter().filter(nearly).collect();
    }
    if found.is_empty() && !wanted.is_empty() {
        let begins = |file: &&store::AthleteFile| {
            let letters = wanted.chars().count();
            let beginning: String = file.name.chars().take(letters).collect();
            store::same_name(&beginning, name)
        };
        found = opened.athletes.iter().filter(begins).collect();
    }
    match found.as_slice() {
        [file] => store
            .read_athlete(&file.file)
            .map_err(|error| error.to_string()),
        [] => {
            let names: Vec<_> = opened
                .athletes
                .iter()
                .map(|file| file.name.as_str())
                .collect();
            Err(format!(
                "There is no athlete \"{name}\" here. There are: {}.",
                names.join(", ")
            ))
        }
        several => {
            let names: Vec<_> = several.iter().map(|file| file.name.as_str()).collect();
            let first = names.first().copied().unwrap_or_default();
            let advice = if names.iter().all(|other| store::same_name(first, other)) {
                "Give one of them another name in the window"
            } else {
                "Write more of the name"
            };
            Err(format!(
                "Several athletes are called like that: {}. {advice}.",
                names.join(", ")
            ))
        }
    }
}

/// Everybody who is not archived, and what keeps others from being read: one broken file stops nobody else's plan.
pub(super) fn everybody(store: &Store, opened: &Opened) -> (Vec<Arc<Athlete>>, Vec<String>) {
    let mut athletes = Vec::new();
    let mut unread: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    for file in &opened.athletes {
        match store.read_athlete(&file.file) {
            Ok(athlete) if athlete.profile.archived => {}
            Ok(athlete) => athletes.push(athlete),
            Err(error) => unread.push(error.to_string()),
        }
    }
    (athletes, unread)
}
