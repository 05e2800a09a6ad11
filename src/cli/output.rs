//! Results on standard output.

use std::io::{self, ErrorKind, Write};

/// Writes results to standard output. A reader that closes early, such as a pager, has read enough.
///
/// # Errors
///
/// When the results did not arrive, as on a full disk.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}
