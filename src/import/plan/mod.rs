//! Plans: the bytes of a table or a calendar in, a reading out. No files, no screen.
//!
//! [`read_plan`] knows a file by what is in it and not by its name: workbooks of the two usual kinds, values with
//! commas, tabs or semicolons between them, HTML as browsers put it on the clipboard, calendars, and plain text. It
//! ends with a sentence for what it cannot read, and its memory is bounded whatever the bytes say.

mod calendar;
mod delimited;
mod gather;
mod html;
mod recurrence;
mod workbook;

#[cfg(test)]
mod tests;

use crate::intake::{self, Options, PlanReading};
use crate::library::Library;

pub use gather::Unreadable;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 32 << 20;

/// The beginning of an old binary Office file, and of a new one behind a password.
const OLD_OFFICE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Reads a plan from the bytes of a file.
///
/// # Errors
///
/// [`Unreadable`] for what is no plan: too large, behind a password, of a program too old, a picture.
pub fn read_plan(
    bytes: &[u8],
    library: &Library,
    options: &Options,
) -> Result<PlanReading, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::new(format!(
            "The file is larger than {} MB. No plan is; save the sheet with the plan as a file of its own.",
            MOST_BYTES >> 20
        )));
    }
    if bytes.starts_with(&OLD_OFFICE) {
        return Err(old_office(bytes));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let (grids, warnings) = workbook::grids(bytes)?;
        return Ok(with_warnings(
            intake::read_grids(&grids, library, options),
            warnings,
        ));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Unreadable::new(
            "A PDF cannot be read as it is. Open it, select the plan, copy it and paste it here.",
        ));
    }
    let text = delimited::text(bytes)?;
    Ok(read_plan_text(&text, library, options))
}

/// Reads a plan from text: of a file, or of the clipboard.
pub fn read_plan_text(text: &str, library: &Library, options: &Options) -> PlanReading {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head = text.trim_start();
    if starts_with(head, "begin:vcalendar") {
        return match calendar::events(text) {
            Ok((events, warnings)) => {
                with_warnings(intake::read_dated(&events, library, options), warnings)
            }
            Err(message) => with_warnings(
                intake::read_text(text, library, options),
                vec![message.to_string()],
            ),
        };
    }
    if html::is_table(head) {
        let (grids, warnings) = html::grids(text);
        if grids.iter().any(|grid| !grid.cells.is_empty()) {
            return with_warnings(intake::read_grids(&grids, library, options), warnings);
        }
    }
    if let Some((grid, warnings)) = delimited::grid(text) {
        return with_warnings(intake::read_grids(&[grid], library, options), warnings);
    }
    intake::read_text(text, library, options)
}

fn starts_with(text: &str, lower: &str) -> bool {
    text.get(..lower.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(lower))
}

fn with_warnings(mut reading: PlanReading, warnings: Vec<String>) -> PlanReading {
    reading.warnings.extend(warnings);
    reading
}

fn old_office(bytes: &[u8]) -> Unreadable {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let locked = bytes.windows(name.len()).any(|window| window == name);
    if locked {
        Unreadable::new(
            "The workbook is behind a password. Open it, take the password off or save a copy without one, and bring that in.",
        )
    } else {
        Unreadable::new(
            "This is a workbook of the old kind (.xls, Excel 97–2003). Open it and save it as .xlsx, or copy the table and paste it here.",
        )
    }
}
