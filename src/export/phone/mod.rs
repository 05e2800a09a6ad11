//! The page for an athlete's phone: one file of markup, which opens without a connection, shows what is planned from
//! today on, takes down what was done, and hands it back as an answer that [`crate::history`] brings in.
//!
//! [`phone_page`] gathers the weeks as plain data; the script in `assets/phone` makes the page of it. Nothing that
//! people typed becomes markup: the data stands in a block of JSON in which no tag can begin, and the script puts it on
//! the page as text only. A policy in the head lets nothing run but that script and nothing load at all.

mod charts;
mod document;
mod figure;
mod logo;
mod markup;
mod prefill;
mod request;
mod sessions;
mod weeks;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::SecondsFormat;
use serde::Serialize;

use crate::domain::{Athlete, ExerciseId};
use crate::library::Library;

use super::{ExportError, words};
use document::document;
pub use request::PageRequest;
use sessions::Exercise;
use weeks::{PageWeek, page_weeks, words_of};

/// The version of the page's data, and of the answers that it sends.
const VERSION: u32 = 1;

/// The data of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Page<'a> {
    version: u32,
    athlete: Whose<'a>,
    coach: &'a str,
    message: &'a str,
    /// When it was made.
    made: String,
    /// "kg" or "lb".
    mass: &'static str,
    /// "km" or "mi".
    distance: &'static str,
    weeks: Vec<PageWeek>,
    /// How exercises are done, by id; each once however often it is planned.
    exercises: BTreeMap<ExerciseId, Exercise>,
}

/// Whose page it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Whose<'a> {
    id: String,
    name: &'a str,
}

/// The weeks of a page in words, as a viewer shows them that runs no script.
pub fn phone_words(athlete: &Athlete, library: &Library, request: &PageRequest<'_>) -> String {
    words_of(&page_weeks(athlete, library, request, &mut BTreeMap::new()))
}

/// The page as one file of markup.
///
/// # Errors
///
/// [`ExportError::Data`] when the data cannot be written as JSON, which no text that people typed is a reason for.
pub fn phone_page(
    athlete: &Athlete,
    library: &Library,
    request: &PageRequest<'_>,
) -> Result<String, ExportError> {
    let mut exercises = BTreeMap::new();
    let weeks = page_weeks(athlete, library, request, &mut exercises);
    let units = athlete.profile.units;
    let name = athlete.profile.name.trim();
    let page = Page {
        version: VERSION,
        athlete: Whose {
            id: athlete.id.to_string(),
            name,
        },
        coach: request.coach,
        message: request.message,
        made: request.written.to_rfc3339_opts(SecondsFormat::Secs, true),
        mass: crate::notation::mass_unit(units),
        distance: crate::notation::distance_unit(units),
        weeks,
        exercises,
    };
    let data =
        serde_json::to_string(&page).map_err(|error| ExportError::Data(error.to_string()))?;
    let in_words = words_of(&page.weeks);
    let charts = charts::charts(athlete, library, request);
    let title = words::joined([name, "training plan"], " · ");
    let movements = figure::movements(page.exercises.keys(), library);
    let drawn = (movements, logo::logo_markup(request.logo));
    Ok(document(&title, &data, &charts, drawn, &in_words))
}
