//! `demo`: a lifelike workspace.

use crate::demo;
use crate::library::Library;
use crate::store;

use super::DemoArguments;

/// Makes the workspace.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn make_demo(arguments: &DemoArguments) -> Result<(), String> {
    let library = Library::shipped().map_err(|error| error.to_string())?;
    let workspace = demo::workspace(&arguments.options, &library);
    store::create(&arguments.dir, &workspace).map_err(|error| error.to_string())
}
