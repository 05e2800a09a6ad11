//! What can go wrong while a document is written.

use typst::diag::SourceDiagnostic;

/// A document that could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// Nobody was asked for.
    #[error("choose at least one athlete")]
    Nobody,
    /// The form holds one athlete, and several were asked for.
    #[error("{0} holds one athlete a file; write a file for each of them")]
    OneOnly(&'static str),
    /// Gym sheets were asked for where there is nothing to lift.
    #[error("no session of these weeks has exercises; choose other weeks or another sheet")]
    NoExercises,
    /// Workouts were asked for where nothing is left to run or lift.
    #[error("no session of these weeks is still to be run or lifted; choose other weeks")]
    NoWorkouts,
    /// The data could not be handed to the template.
    #[error("the sheet could not be prepared for printing: {0}")]
    Data(String),
    /// The template refused the data.
    #[error("the pages could not be laid out: {0}")]
    Layout(String),
    /// The pages exist, their PDF does not.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// A table does not fit its format.
    #[error("the table could not be written: {0}")]
    Table(String),
    /// The pages exist, their picture does not.
    #[error("the picture could not be written: {0}")]
    Picture(String),
}

/// The messages of a compiler run in one line.
pub(super) fn messages<'a>(diagnostics: impl IntoIterator<Item = &'a SourceDiagnostic>) -> String {
    let messages: Vec<&str> = diagnostics
        .into_iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect();
    messages.join("; ")
}
