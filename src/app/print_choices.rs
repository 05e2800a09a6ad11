//! What Print / Export remembers from one time to the next.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::chart::report::Selection;
use crate::domain::ExportOrder;

use super::export_job::Destination;

/// What Print / Export remembers.
#[derive(Debug, Default)]
pub(super) struct PrintChoices {
    /// The choices of last time.
    pub(super) last: Option<ExportOrder>,
    /// The charts that were chosen for progress reports last.
    pub(super) charts: Selection,
    /// The folder of the last file.
    pub(super) folder: Option<PathBuf>,
    /// What begins as soon as everybody is read.
    pub(super) awaiting: Option<Awaited>,
    stop: Arc<AtomicBool>,
}

/// What waits for everybody to be read.
#[derive(Debug, Clone)]
pub(super) enum Awaited {
    /// Saving where the dialog says; whether files that are there are replaced.
    Save(bool),
    /// Making files for this.
    Begin(Destination),
    /// Copying to the clipboard.
    Copy,
}

impl PrintChoices {
    /// What ends the files that begin to be made now. Those that are being made keep their own.
    pub(super) fn new_stop(&mut self) -> Arc<AtomicBool> {
        self.stop = Arc::default();
        self.stop.clone()
    }

    /// Lets the file that is being made be the last.
    pub(super) fn stop(&mut self) {
        self.awaiting = None;
        self.stop.store(true, Ordering::Relaxed);
    }
}
