//! `export`: weeks of an athlete, or of all, as files.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, ExportOrder, file_names};
use crate::export::{self, RenderContext};
use crate::store;

use super::chosen::Chosen;
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
    let who = match &arguments.who {
        Who::One(name) => Some(name.as_str()),
        Who::All => None,
    };
    let chosen = Chosen::open(&arguments.workspace, who)?;
    let athletes = &chosen.athletes;
    let mut order = arguments.order.clone();
    if order.coach.is_empty() {
        order.coach.clone_from(&chosen.settings.coach);
    }
    let mut render_context = chosen.render_context(&arguments.report, today, written);
    render_context.dates = arguments.dates;
    if arguments.to.to_string_lossy().contains(ATHLETE) {
        let names = file_names(athletes.iter().map(|athlete| athlete.profile.name.as_str()));
        for (athlete, name) in athletes.iter().zip(names) {
            let to = arguments.to.to_string_lossy().replace(ATHLETE, &name);
            write(&order, &[athlete], &render_context, Path::new(&to))?;
        }
    } else {
        let athletes: Vec<&Athlete> = athletes.iter().map(Arc::as_ref).collect();
        write(&order, &athletes, &render_context, &arguments.to)?;
    }
    if chosen.problems.is_empty() {
        return Ok(());
    }
    let without = chosen.problems.join(" ");
    Err(format!("Written without what cannot be read: {without}"))
}

fn write(
    order: &ExportOrder,
    athletes: &[&Athlete],
    render_context: &RenderContext,
    to: &Path,
) -> Result<(), String> {
    let bytes =
        export::render(order, athletes, render_context).map_err(|error| error.to_string())?;
    store::replace(to, &bytes).map_err(|error| error.to_string())
}
