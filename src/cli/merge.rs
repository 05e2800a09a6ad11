//! `merge`: two versions of a file of a workspace made one, as git asks for it.

use std::io::{self, Write};

use crate::store;

use super::MergeArguments;

/// Merges, and tells on standard error what both sides changed.
///
/// # Errors
///
/// A sentence that says why the two cannot be merged; the file is then as it was.
pub fn merge(arguments: &MergeArguments) -> Result<u8, String> {
    let MergeArguments {
        base,
        ours,
        theirs,
        name,
    } = arguments;
    let name = name.as_ref().unwrap_or(ours).display().to_string();
    let told =
        store::merge_files(base, ours, theirs).map_err(|error| format!("{name}: {error}"))?;
    let mut err = io::stderr().lock();
    for sentence in told {
        // Where nobody reads it, the file still holds what it tells of.
        writeln!(err, "{name}: {sentence}").ok();
    }
    Ok(0)
}
