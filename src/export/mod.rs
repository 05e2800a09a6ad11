//! A plan in, the bytes of a document out. No files, no screen.
//!
//! [`week_sheet`] gathers a week as plain words, and the writers turn that one [`WeekSheet`] into a PDF, a picture
//! or Markdown, so that all three say the same.

mod breaks;
mod cards;
mod engine;
mod error;
mod headline;
mod png;
mod sheet;
mod tables;
mod week_data;
mod week_markdown;
mod week_pdf;
pub mod words;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use error::ExportError;
pub use png::{PageImage, svg_png, week_pages, week_png};
pub use sheet::{
    Card, DaySheet, FindingLine, Ink, Mark, Paper, Row, SetCell, StrengthTable, Tone, WeekSheet,
};
pub use week_data::{OpenFindings, WeekOptions, week_sheet};
pub use week_markdown::week_markdown;
pub use week_pdf::week_pdf;
