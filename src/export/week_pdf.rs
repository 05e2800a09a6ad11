//! The week as a PDF.

use typst_pdf::PdfOptions;

use super::engine::{WEEK, compile};
use super::error::messages;
use super::{ExportError, WeekSheet};

/// The week as a tagged PDF with its fonts embedded. The same sheet gives the same bytes.
///
/// # Errors
///
/// [`ExportError`] when the pages cannot be laid out or written; no text in the sheet is a reason for it.
pub fn week_pdf(sheet: &WeekSheet) -> Result<Vec<u8>, ExportError> {
    let document = compile(WEEK, sheet)?;
    let options = PdfOptions::default();
    typst_pdf::pdf(&document, &options).map_err(|errors| ExportError::Pdf(messages(&errors)))
}
