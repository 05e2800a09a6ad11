//! `check --workspace`: the athletes of a folder, one after the other.

use std::io::{self, Write as _};

use chrono::NaiveDate;

use crate::domain::Athlete;
use crate::library::Library;
use crate::store::Store;

use super::check::check_with;
use super::chosen::find;
use super::{CheckArguments, CheckReport, print};

/// Exit code of what cannot be read.
const UNREADABLE: u8 = 2;

/// Checks the athletes of a workspace, or the one that was named, and prints what was found of each: results to
/// standard output, what cannot be read to standard error. Returns the highest exit code of them all.
///
/// # Errors
///
/// When standard output cannot be written.
pub(super) fn check_workspace(
    arguments: &CheckArguments,
    library: &Library,
    today: NaiveDate,
) -> io::Result<u8> {
    let (reports, unread) = match reports(arguments, library, today) {
        Ok(found) => found,
        Err(message) => (Vec::new(), vec![message]),
    };
    for message in &unread {
        // Where standard error is closed, the exit code still tells.
        let _ = writeln!(io::stderr(), "ironstride: {message}");
    }
    if arguments.json {
        let athletes: Vec<String> = reports
            .iter()
            .map(|(name, found)| json(name, found))
            .collect();
        print(&format!("{{\"athletes\":[{}]}}\n", athletes.join(",")))?;
    } else {
        let texts = reports
            .iter()
            .map(|(name, found)| format!("{name}\n\n{}", found.text()));
        print(&texts.collect::<Vec<_>>().join("\n"))?;
    }
    let codes = reports.iter().map(|(_, found)| found.exit_code());
    let worst = codes.max().unwrap_or(0);
    Ok(if unread.is_empty() { worst } else { UNREADABLE })
}

/// What was found of each athlete by name, and what could not be read.
type Found = (Vec<(String, CheckReport)>, Vec<String>);

fn reports(
    arguments: &CheckArguments,
    shipped: &Library,
    today: NaiveDate,
) -> Result<Found, String> {
    let folder = arguments.workspace.as_deref().unwrap_or(".".as_ref());
    let (store, opened) = Store::look(folder).map_err(|error| error.to_string())?;
    let library = shipped.with_own(&opened.own);
    let mut unread: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    let mut athletes = Vec::new();
    if let Some(name) = &arguments.athlete {
        athletes.push(find(&store, &opened, name)?);
    } else {
        for file in &opened.athletes {
            match store.read_athlete(&file.file) {
                Ok(athlete) if athlete.profile.archived => {}
                Ok(athlete) => athletes.push(athlete),
                Err(error) => unread.push(error.to_string()),
            }
        }
    }
    unread.extend(store.take_problems().iter().map(ToString::to_string));
    let reports = athletes.iter().map(|athlete| {
        let report = check_with(Athlete::clone(athlete), &opened.settings, &library, today);
        (athlete.profile.name.clone(), report)
    });
    Ok((reports.collect(), unread))
}

/// The report of an athlete as JSON, with the name before it.
fn json(name: &str, report: &CheckReport) -> String {
    let name = serde_json::to_string(name).unwrap_or_default();
    let keys = report.json();
    format!("{{\"athlete\":{name},{}", keys.trim_start_matches('{'))
}
