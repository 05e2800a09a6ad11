//! What every document with a file of its own can do, and the versions its file can be of.

use ron::error::SpannedResult;

use super::extras::Extra;
use super::settle::Fault;

/// The version of every file but those of athletes in several parts.
pub(super) const VERSION: u32 = 1;

/// A document with a file of its own.
pub(super) trait Body: Sized {
    /// The last version of its file that is known here.
    const KNOWN: u32 = VERSION;
    /// Reads the file of a `version` up to [`Body::KNOWN`].
    fn read(version: u32, text: &str) -> SpannedResult<Self>;
    /// Writes the file.
    fn write(&self) -> ron::Result<String>;
    /// The fields of a file that are not known here.
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
