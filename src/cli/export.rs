//! `export`: a week of an athlete as a file.

use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::Athlete;
use crate::export::{self, WeekOptions};
use crate::library::Library;
use crate::load::series::week_of;
use crate::rules::{self, Context, Timeline};
use crate::store::{self, Opened, Store};
use crate::text;

use super::{ExportArguments, ExportFormat};

/// Points of the page become this many pixels in a picture.
const PICTURE_SCALE: f32 = 2.0;

/// Writes the file.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn export(arguments: &ExportArguments, today: NaiveDate) -> Result<(), String> {
    let shipped = Library::shipped().map_err(|error| error.to_string())?;
    let (store, opened) = Store::open(&arguments.workspace).map_err(|error| error.to_string())?;
    let library = shipped.with_own(&opened.own);
    let athlete = find(&store, &opened, &arguments.athlete)?;
    let first = week_of(arguments.week, athlete.profile.week_start);
    let bytes = bytes(arguments.format, &athlete, &library, &opened, first, today)?;
    write(&arguments.to, &bytes)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    store::replace(path, bytes).map_err(|error| error.to_string())
}

/// The athlete of this name, whatever its case.
fn find(store: &Store, opened: &Opened, name: &str) -> Result<Arc<Athlete>, String> {
    let wanted = name.trim().to_lowercase();
    let file = opened
        .athletes
        .iter()
        .find(|file| file.name.to_lowercase() == wanted);
    let Some(file) = file else {
        let names: Vec<_> = opened
            .athletes
            .iter()
            .map(|file| file.name.as_str())
            .collect();
        return Err(format!(
            "There is no athlete \"{name}\" here. There are: {}.",
            names.join(", ")
        ));
    };
    store
        .read_athlete(&file.file)
        .map_err(|error| error.to_string())
}

fn bytes(
    format: ExportFormat,
    athlete: &Athlete,
    library: &Library,
    opened: &Opened,
    first: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<u8>, String> {
    let last = first + Days::new(6);
    let sheet = || {
        let profile = opened.settings.checked(&athlete.profile);
        let context = Context {
            profile: &profile,
            library,
            today,
        };
        let timeline = Timeline::new(athlete, &context, first, last);
        let findings = rules::check(&timeline, &context);
        let options = WeekOptions {
            coach: opened.settings.coach.clone(),
            ..WeekOptions::default()
        };
        export::week_sheet(athlete, library, &findings, first, &options)
    };
    match format {
        ExportFormat::Pdf => export::week_pdf(&sheet()).map_err(|error| error.to_string()),
        ExportFormat::Png => {
            export::week_png(&sheet(), PICTURE_SCALE).map_err(|error| error.to_string())
        }
        ExportFormat::Md => Ok(export::week_markdown(&sheet()).into_bytes()),
        ExportFormat::Txt => Ok(text::write(athlete, library, first, last).text.into_bytes()),
        ExportFormat::Ics | ExportFormat::Csv | ExportFormat::Xlsx => Err(
            "This version writes .pdf, .png, .txt and .md. Choose a file that ends in one of them."
                .to_owned(),
        ),
    }
}
