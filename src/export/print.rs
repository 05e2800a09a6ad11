//! Documents ready to be set, and their PDF.

use serde::Serialize;
use typst::foundations::Output;
use typst_pdf::PdfOptions;

use super::ExportError;
use super::engine::{Template, compile};
use super::error::messages;
use super::logo::Logo;
use super::progress::ProgressSheet;
use super::season_data::SeasonSheet;
use super::session_data::SessionSheet;
use super::sheet::{Booklet, WeekSheet};

/// A document as plain words, ready to be set.
#[derive(Debug, Clone, PartialEq)]
pub enum Print {
    /// Weeks at a glance, of one athlete or of several.
    Weeks(Booklet<WeekSheet>),
    /// Sessions to be taken to the gym, with their pictures.
    Sessions(Booklet<SessionSheet>, Vec<String>),
    /// Seasons, a line a week.
    Seasons(Booklet<SeasonSheet>),
    /// What was done, as figures and charts, with the pictures of these.
    Progress(Booklet<ProgressSheet>, Vec<String>),
}

impl Print {
    pub(super) fn compile<Doc: Output>(&self) -> Result<Doc, ExportError> {
        match self {
            Self::Weeks(booklet) => set(Template::Week, booklet, &[]),
            Self::Sessions(booklet, pictures) => set(Template::Session, booklet, pictures),
            Self::Seasons(booklet) => set(Template::Season, booklet, &[]),
            Self::Progress(booklet, pictures) => set(Template::Progress, booklet, pictures),
        }
    }
}

fn set<Doc: Output, S: Serialize>(
    template: Template,
    booklet: &Booklet<S>,
    pictures: &[String],
) -> Result<Doc, ExportError> {
    compile(
        template,
        booklet,
        pictures,
        booklet.logo.as_ref().map(Logo::bytes),
    )
}

/// A document as a tagged PDF with its fonts embedded. The same document gives the same bytes.
///
/// # Errors
///
/// [`ExportError`] when the pages cannot be laid out or written; no text in the document is a reason for it.
pub fn pdf(print: &Print) -> Result<Vec<u8>, ExportError> {
    let document = print.compile()?;
    let options = PdfOptions::default();
    typst_pdf::pdf(&document, &options).map_err(|errors| ExportError::Pdf(messages(&errors)))
}
