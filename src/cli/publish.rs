//! `publish`: the files of each athlete brought up to date in a folder, once.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::chart::report::ReportCharts;
use crate::domain::Publication;
use crate::export;
use crate::store::PublishFolder;

use super::chosen::Chosen;
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
    let chosen = Chosen::open(&arguments.workspace, arguments.athlete.as_deref())?;
    let mut problems = chosen.problems.clone();
    let folder = PublishFolder::at(&arguments.to).map_err(|error| error.to_string())?;
    let publication = Publication {
        files: arguments.files.clone(),
        weeks: arguments.weeks,
        ..Publication::default()
    };
    let report = ReportCharts::default();
    let mut render_context = chosen.render_context(&report, today, written);
    render_context.dates = arguments.dates;
    let mut text = String::new();
    for athlete in chosen.athletes.iter().map(Arc::as_ref) {
        let published = export::publish(athlete, &publication, &render_context, &folder);
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
