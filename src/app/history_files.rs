//! Files of other programs that are being brought in.

use std::sync::Arc;

use crate::import::history::InputFile;

/// The files, unpacked, kept while their dialog asks about them.
pub(super) type HistoryFiles = Arc<Vec<InputFile>>;
