//! `publish`: the files of each athlete brought up to date in a folder, once.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::chart::report::ReportCharts;
use crate::domain::Publication;
use crate::export::{self, Maker};
use crate::library::Library;
use crate::store::{PublishFolder, Store};

use super::export::{everybody, find, logo, tell};
use super::{PublishArguments, print};

/// Writes what is not up to date, and prints whose files are where.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do. Whatever could be published is, before it.
pub fn publish(
    arguments: &PublishArguments,
    today: NaiveDate,
    written: DateTime<Utc>,
) -> Result<(), String> {
    let shipped = Library::shipped().map_err(|error| error.to_string())?;
    let (store, opened) = Store::look(&arguments.workspace).map_err(|error| error.to_string())?;
    let library = shipped.with_own(&opened.own);
    let (athletes, mut problems) = match &arguments.athlete {
        Some(name) => (vec![find(&store, &opened, name)?], Vec::new()),
        None => everybody(&store, &opened),
    };
    tell(&store, &opened);
    let folder = PublishFolder::at(&arguments.to).map_err(|error| error.to_string())?;
    let publication = Publication {
        files: arguments.files.clone(),
        weeks: arguments.weeks,
        ..Publication::default()
    };
    let report = ReportCharts::default();
    let logo = logo(&store, &opened);
    let maker = Maker {
        library: &library,
        settings: &opened.settings,
        report: &report,
        logo: logo.as_ref(),
        today,
        dates: arguments.dates,
        written,
        zone: export::local_moment,
    };
    let mut text = String::new();
    for athlete in athletes.iter().map(Arc::as_ref) {
        let published = export::publish(athlete, &publication, &maker, &folder);
        problems.extend(published.problems);
        let names = publication.files.iter();
        let names = names.map(|file| file.name_for(athlete.id));
        let names: Vec<String> = names.collect();
        let name = &athlete.profile.name;
        text.extend([name.as_str(), ": ", &names.join(", "), "\n"]);
    }
    print(&text).map_err(|error| format!("The names of the files cannot be written: {error}"))?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(format!("Not all was published: {}", problems.join(" ")))
}
