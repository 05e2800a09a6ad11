//! Files of other programs and watches, read into activities: [`read`] recognises each by its content. What becomes of
//! them in an athlete's calendar is worked out in [`crate::history`].
//!
//! A new format is one file in `formats` and one line in [`FORMATS`].

mod activity_table;
mod answer_fields;
mod answer_session;
mod archive;
mod columns;
mod dates;
mod decode;
mod fastest;
mod figures;
mod files;
mod format;
mod formats;
mod header;
mod laps;
mod limits;
mod month_names;
mod point;
mod row_moments;
mod rows;
mod sample;
mod set_cells;
mod set_columns;
mod set_sessions;
mod set_table;
mod sports;
mod table;
mod track;
mod track_file;
mod watch_names;
mod xml;
mod year_first;

#[cfg(test)]
mod tests;

pub use archive::{InputFile, unpacked};
pub use files::{files_in, read_file};
pub use format::{HistoryFormat, ReadOptions, is_reply};

use chrono::NaiveDate;

use crate::history::{Activity, FileContents, FileHistory, Sport};

use format::Content;
use formats::{
    fit, fitbod, fitnotes, garmin, gpx, gymbook, hevy, intervals_icu, phone_page, runalyze, strava,
    strength_log, strong, table as other, tcx, training_peaks,
};

/// Every format, in the order in which they are asked: those with the most telling headers first, any table last.
pub const FORMATS: &[HistoryFormat] = &[
    fit::FORMAT,
    phone_page::FORMAT,
    tcx::FORMAT,
    gpx::FORMAT,
    hevy::FORMAT,
    strength_log::FORMAT,
    fitbod::FORMAT,
    fitnotes::FORMAT,
    strong::FORMAT,
    gymbook::FORMAT,
    training_peaks::FORMAT,
    intervals_icu::FORMAT,
    strava::FORMAT,
    garmin::FORMAT,
    runalyze::FORMAT,
    other::FORMAT,
];

/// The largest file that is read, in bytes.
const SIZE_LIMIT: usize = 256 * 1024 * 1024;

/// Reads a file that is unpacked already. Never fails: a file that nobody knows gives nothing and says why.
pub fn read(file: &InputFile, options: &ReadOptions) -> FileHistory {
    let mut history = FileHistory {
        name: file.name.clone(),
        format: None,
        program: None,
        reading: FileContents::default(),
    };
    let bytes = match &file.bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            history.reading.skip(0, why.clone());
            return history;
        }
    };
    if bytes.is_empty() {
        history.reading.skip(0, "the file is empty");
        return history;
    }
    if bytes.len() > SIZE_LIMIT {
        history.reading.skip(
            0,
            "the file is larger than 256 MB; export fewer years at once",
        );
        return history;
    }
    let text;
    let content = if Content::is_fit(bytes) {
        Content::Fit(bytes)
    } else {
        match decode::text(bytes) {
            Ok(decoded) => {
                text = decoded;
                Content::of_text(&text)
            }
            Err(error) => {
                history.reading.skip(0, error.to_string());
                history.reading.is_beside = !files::is_named_as_training(&file.name);
                return history;
            }
        }
    };
    if let Some(format) = FORMATS.iter().find(|format| format.recognises(&content)) {
        history.format = Some(format.id);
        history.program = Some(format.name);
        history.reading = format.read(&content, options);
    } else {
        history.reading.skip(
            0,
            "no program known here writes such a file; a table needs a date and an exercise with repetitions, or a date with a distance or a time",
        );
        history.reading.is_beside = !files::is_named_as_training(&file.name);
    }
    history
}

/// True when these bytes are the history of a program known by name, or an archive of such files. A table of no known
/// program may as well be a plan: it is history where all of it was done by `today`.
pub fn is_history(bytes: &[u8], today: NaiveDate) -> bool {
    if archive::holds_history(bytes) || Content::is_fit(bytes) {
        return true;
    }
    let Ok(text) = decode::text(bytes) else {
        return false;
    };
    let content = Content::of_text(&text);
    match FORMATS.iter().find(|format| format.recognises(&content)) {
        Some(format) if format.id == other::FORMAT.id => {
            let reading = format.read(&content, &ReadOptions::default());
            was_done(&reading.activities, today)
        }
        format => format.is_some(),
    }
}

/// True when every activity lies behind and has the figures of what was done: plans have no weights for each set, and
/// no times for each distance.
fn was_done(activities: &[Activity], today: NaiveDate) -> bool {
    let has_figures = |activity: &Activity| match activity.sport {
        Sport::Strength => activity.sets() > 0,
        _ => activity.run.distance.is_some() && activity.run.moving.is_some(),
    };
    !activities.is_empty()
        && activities
            .iter()
            .all(|activity| activity.date <= today && has_figures(activity))
}
