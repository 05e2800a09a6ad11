//! What every document with a file of its own can do, and the version its file is of.

use ron::error::SpannedResult;

use super::extras::Extra;
use super::settle::Fault;

/// The version this program writes, and the last it knows.
pub(super) const VERSION: u32 = 1;

/// A document with a file of its own.
pub(super) trait Body: Sized {
    /// Reads the file of a `version` up to [`VERSION`].
    fn read(version: u32, text: &str) -> SpannedResult<Self>;
    /// Writes the file of [`VERSION`].
    fn write(&self) -> ron::Result<String>;
    /// The fields of a file of [`VERSION`] that are not known here.
    fn unknown(text: &str) -> Vec<Extra>;
    /// What keeps it from being worked with, if anything.
    fn fault(&self) -> Option<Fault> {
        None
    }
    /// Sets right what can be set right after reading; says what was done.
    fn settle(&mut self) -> Vec<String> {
        Vec::new()
    }
}
