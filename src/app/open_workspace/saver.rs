//! The saver of a workspace, and who is told of what it does.

use std::sync::Arc;

use crate::store::{SaveEvent, Saver, Store};

/// Is told, on another thread, how saving a document ended.
pub(super) type OnSaved = Arc<dyn Fn(SaveEvent) + Send + Sync>;

/// Starts the saver of a folder.
pub(super) fn saver(store: &Store, on_saved: &OnSaved) -> Saver {
    let on_saved = on_saved.clone();
    Saver::start(store.clone(), move |event| on_saved(event))
}
