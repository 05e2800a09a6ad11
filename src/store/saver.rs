//! Saving in the background: an edit is on the disk within a second, and drawing never waits for it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::Utc;

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};

use super::{Saved, Store, StoreError};

/// How long edits of a document are collected, counted from the first, before they are written together.
const COLLECT: Duration = Duration::from_millis(300);

/// How long to wait before a failed save is tried again.
const RETRY: Duration = Duration::from_secs(3);

/// What to save.
#[derive(Debug, Clone)]
pub enum SaveRequest {
    /// An athlete as they are now.
    Athlete(Arc<Athlete>),
    /// The settings of the workspace.
    Settings(Box<WorkspaceSettings>),
    /// The coach's own exercises and templates.
    Own(Arc<OwnLibrary>),
    /// The athlete was removed.
    Remove(AthleteId),
}

/// A document with a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// An athlete.
    Athlete(AthleteId),
    /// The settings of the workspace.
    Settings,
    /// The coach's own exercises and templates.
    Own,
}

impl SaveRequest {
    /// The document it is about.
    pub fn document(&self) -> Document {
        match self {
            Self::Athlete(athlete) => Document::Athlete(athlete.id),
            Self::Remove(id) => Document::Athlete(*id),
            Self::Settings(_) => Document::Settings,
            Self::Own(_) => Document::Own,
        }
    }
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveEvent {
    /// The document is on the disk as it was when it was last sent.
    Saved(Document),
    /// It is not, and why. A repeated failure is told once; when it may pass, the save is tried again by itself.
    Failed {
        /// The document.
        document: Document,
        /// What is wrong and what to do.
        message: String,
    },
    /// Its file had been changed elsewhere, so it was written beside it. Told once for each such file.
    Conflict {
        /// The document.
        document: Document,
        /// The file that was left alone.
        theirs: PathBuf,
        /// The file that holds ours.
        ours: PathBuf,
    },
}

/// A thread that saves. Dropping it saves what is left.
#[derive(Debug)]
pub struct Saver {
    requests: Option<Sender<SaveRequest>>,
    thread: Option<JoinHandle<Vec<SaveEvent>>>,
}

impl Saver {
    /// Starts the thread. `on_event` is called on it, and should do no more than pass the event on.
    pub fn start(store: Store, on_event: impl Fn(SaveEvent) + Send + 'static) -> Self {
        let (requests, inbox) = mpsc::channel();
        let queue = Queue {
            store,
            pending: BTreeMap::new(),
            told: BTreeMap::new(),
            on_event,
        };
        let thread = std::thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || queue.run(&inbox))
            .ok();
        Self {
            requests: Some(requests),
            thread,
        }
    }

    /// Asks for a save and returns at once. Of several requests for one document the last counts.
    pub fn save(&self, request: SaveRequest) -> Result<(), SaveRequest> {
        let Some(requests) = &self.requests else {
            return Err(request);
        };
        requests.send(request).map_err(|error| error.0)
    }

    /// Saves what is left, ends the thread, and returns the failures: what would be lost if the program ended now.
    pub fn finish(mut self) -> Vec<SaveEvent> {
        self.end()
    }

    fn end(&mut self) -> Vec<SaveEvent> {
        self.requests = None;
        self.thread
            .take()
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default()
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.end();
    }
}

/// A request that waits for its moment.
struct Pending {
    request: SaveRequest,
    due: Instant,
}

struct Queue<F> {
    store: Store,
    pending: BTreeMap<Document, Pending>,
    /// The last failure or conflict told of each document, so that it is told once.
    told: BTreeMap<Document, SaveEvent>,
    on_event: F,
}

impl<F: Fn(SaveEvent)> Queue<F> {
    /// Serves until the sender is gone, then saves what is left and returns what failed.
    fn run(mut self, inbox: &Receiver<SaveRequest>) -> Vec<SaveEvent> {
        loop {
            let next = self.pending.values().map(|pending| pending.due).min();
            let received = match next {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match received {
                Ok(request) => self.collect(request),
                Err(RecvTimeoutError::Timeout) => self.save_due(Instant::now()),
                Err(RecvTimeoutError::Disconnected) => return self.save_rest(),
            }
        }
    }

    /// The newest request replaces the one before but keeps its moment, so that steady editing cannot put a
    /// save off for ever.
    fn collect(&mut self, request: SaveRequest) {
        let soon = Instant::now() + COLLECT;
        let due = self
            .pending
            .get(&request.document())
            .map_or(soon, |pending| pending.due.min(soon));
        self.pending
            .insert(request.document(), Pending { request, due });
        self.save_due(Instant::now());
    }

    fn save_due(&mut self, now: Instant) {
        let due: Vec<Document> = self
            .pending
            .iter()
            .filter(|(_, pending)| pending.due <= now)
            .map(|(document, _)| *document)
            .collect();
        for document in due {
            let Some(pending) = self.pending.remove(&document) else {
                continue;
            };
            let Err(error) = self.save(&pending.request) else {
                continue;
            };
            if error.may_pass() {
                let request = pending.request;
                self.pending.insert(
                    document,
                    Pending {
                        request,
                        due: Instant::now() + RETRY,
                    },
                );
            }
        }
    }

    fn save_rest(mut self) -> Vec<SaveEvent> {
        let rest = std::mem::take(&mut self.pending);
        for pending in rest.into_values() {
            // The failure is kept in `told`, from where it is returned.
            self.save(&pending.request).ok();
        }
        let failed = |event: &SaveEvent| matches!(event, SaveEvent::Failed { .. });
        self.told.into_values().filter(failed).collect()
    }

    fn save(&mut self, request: &SaveRequest) -> Result<(), StoreError> {
        let document = request.document();
        let result = write(&self.store, request);
        let event = match &result {
            Ok(Saved::Written | Saved::Unchanged) => SaveEvent::Saved(document),
            Ok(Saved::Conflict { theirs, ours }) => SaveEvent::Conflict {
                document,
                theirs: theirs.clone(),
                ours: ours.clone(),
            },
            Err(error) => SaveEvent::Failed {
                document,
                message: error.to_string(),
            },
        };
        let told_before = self.told.insert(document, event.clone());
        if matches!(event, SaveEvent::Saved(_)) || told_before.as_ref() != Some(&event) {
            (self.on_event)(event);
        }
        result.map(|_| ())
    }
}

fn write(store: &Store, request: &SaveRequest) -> Result<Saved, StoreError> {
    // The saver stands at the edge of the program, so it may ask the clock what the core is told.
    let now = Utc::now();
    match request {
        SaveRequest::Athlete(athlete) => store.write_athlete(athlete, now),
        SaveRequest::Settings(settings) => store.write_settings(settings, now),
        SaveRequest::Own(own) => store.write_own(own, now),
        SaveRequest::Remove(id) => store.remove_athlete(*id, now).map(|()| Saved::Written),
    }
}
