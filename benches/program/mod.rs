//! Which program is measured.

use std::ffi::OsString;

/// The program that cargo builds for the bench, or the one that `IRONSTRIDE_PROGRAM` names, such as the one that is shipped
/// (`scripts/shipped.sh`).
pub fn program() -> OsString {
    let named = std::env::var_os("IRONSTRIDE_PROGRAM");
    named.unwrap_or_else(|| env!("CARGO_BIN_EXE_ironstride").into())
}
