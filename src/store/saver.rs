//! Saving in the background: an edit is on the disk within a second, and drawing never waits for it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::Utc;

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};

use super::{Beside, Saved, Store, StoreError, system_words};

/// Why a document is not saved. Saving reads first what stands in the file, and where that fails already, it is saving
/// that failed all the same.
fn not_saved(error: &StoreError) -> String {
    match error {
        StoreError::Unreadable { path, source } => {
            format!(
                "{} cannot be saved: {}",
                path.display(),
                system_words(source)
            )
        }
        other => other.to_string(),
    }
}

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

/// How a request to save ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveEvent {
    /// The document is on the disk as it was when it was last sent.
    Saved(Document),
    /// It could not be saved, and why. A repeated failure is reported once; if it may pass, the save is tried again.
    Failed {
        /// The document.
        document: Document,
        /// What is wrong and what to do.
        message: String,
    },
    /// Its file had been changed elsewhere or is damaged, so it was written beside it. Told once for each such file.
    Conflict {
        /// The document.
        document: Document,
        /// The file that was left alone.
        theirs: PathBuf,
        /// The file that holds ours.
        ours: PathBuf,
        /// What was in the way.
        why: Beside,
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
            waiting: Waiting::default(),
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

/// The requests that wait, one of each document. It reads no clock: the moment is an argument.
#[derive(Default)]
struct Waiting(BTreeMap<Document, Pending>);

impl Waiting {
    /// The newest request replaces the one before but keeps its moment, so that steady editing cannot put a
    /// save off for ever.
    fn collect(&mut self, request: SaveRequest, now: Instant) {
        let document = request.document();
        let soon = now + COLLECT;
        let due = self
            .0
            .get(&document)
            .map_or(soon, |pending| pending.due.min(soon));
        self.0.insert(document, Pending { request, due });
    }

    /// What failed for a reason that may pass waits a while, unless something newer waits already.
    fn retry(&mut self, request: SaveRequest, now: Instant) {
        let due = now + RETRY;
        self.0
            .entry(request.document())
            .or_insert(Pending { request, due });
    }

    /// The next moment at which something is to be saved.
    fn next(&self) -> Option<Instant> {
        self.0.values().map(|pending| pending.due).min()
    }

    /// Takes out what is to be saved by now.
    fn take_due(&mut self, now: Instant) -> Vec<SaveRequest> {
        let due = self.0.extract_if(.., |_, pending| pending.due <= now);
        due.map(|(_, pending)| pending.request).collect()
    }
}

struct Queue<F> {
    store: Store,
    waiting: Waiting,
    /// The last failure or conflict told of each document, so that it is told once.
    told: BTreeMap<Document, SaveEvent>,
    on_event: F,
}

impl<F: Fn(SaveEvent)> Queue<F> {
    /// Serves until the sender is gone, then saves what is left and returns what failed.
    fn run(mut self, inbox: &Receiver<SaveRequest>) -> Vec<SaveEvent> {
        loop {
            let received = match self.waiting.next() {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match received {
                Ok(request) => self.waiting.collect(request, Instant::now()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return self.save_rest(),
            }
            self.save_due();
        }
    }

    fn save_due(&mut self) {
        for request in self.waiting.take_due(Instant::now()) {
            let Err(error) = self.save(&request) else {
                continue;
            };
            if error.may_pass() {
                self.waiting.retry(request, Instant::now());
            }
        }
    }

    fn save_rest(mut self) -> Vec<SaveEvent> {
        let rest = std::mem::take(&mut self.waiting);
        for pending in rest.0.into_values() {
            // `save` stores a failure in `told`, from where it is returned.
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
            Ok(Saved::Conflict { theirs, ours, why }) => SaveEvent::Conflict {
                document,
                theirs: theirs.clone(),
                ours: ours.clone(),
                why: *why,
            },
            Err(error) => SaveEvent::Failed {
                document,
                message: not_saved(error),
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
    // The core is given the time; the saver, outside of it, may read the clock.
    let now = Utc::now();
    match request {
        SaveRequest::Athlete(athlete) => store.write_athlete(athlete, now),
        SaveRequest::Settings(settings) => store.write_settings(settings, now),
        SaveRequest::Own(own) => store.write_own(own, now),
        SaveRequest::Remove(id) => store.remove_athlete(*id, now).map(|()| Saved::Written),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(coach: &str) -> SaveRequest {
        SaveRequest::Settings(Box::new(WorkspaceSettings {
            coach: coach.to_owned(),
            ..WorkspaceSettings::default()
        }))
    }

    /// Edits every `gap` for ten seconds of a clock that only this test moves; gives how long the first edit of each
    /// save had waited for it.
    fn waits(gap: Duration) -> Vec<Duration> {
        let start = Instant::now();
        let mut waiting = Waiting::default();
        let mut first = None;
        let mut waits = Vec::new();
        let mut now = start;
        while now < start + Duration::from_secs(10) {
            waiting.collect(settings("Ada"), now);
            first = first.or(Some(now));
            let next_edit = now + gap;
            while let Some(due) = waiting.next().filter(|due| *due <= next_edit) {
                assert_eq!(waiting.take_due(due).len(), 1);
                waits.push(due - first.take().unwrap());
            }
            now = next_edit;
        }
        waits
    }

    #[test]
    fn no_edit_waits_longer_than_half_a_second_however_steadily_somebody_types() {
        for gap in [1, 40, 250, 299, 300, 301, 2000] {
            let waits = waits(Duration::from_millis(gap));
            assert!(waits.len() >= 4, "{gap} ms");
            let longest = waits.into_iter().max().unwrap();
            assert!(
                longest <= Duration::from_millis(500),
                "{gap} ms: {longest:?}"
            );
        }
    }

    #[test]
    fn of_several_requests_the_last_is_saved() {
        let start = Instant::now();
        let mut waiting = Waiting::default();
        waiting.collect(settings("Ada"), start);
        waiting.collect(settings("Bo"), start + COLLECT / 2);
        assert!(waiting.take_due(start + COLLECT / 2).is_empty());
        let due = waiting.take_due(start + COLLECT);
        let [SaveRequest::Settings(saved)] = &due[..] else {
            panic!("{due:?}");
        };
        assert_eq!(saved.coach, "Bo");
        assert_eq!(waiting.next(), None);
    }

    #[test]
    fn a_failed_save_is_tried_again_and_gives_way_to_what_is_newer() {
        let start = Instant::now();
        let mut waiting = Waiting::default();
        waiting.retry(settings("Ada"), start);
        assert_eq!(waiting.next(), Some(start + RETRY));
        waiting.collect(settings("Bo"), start);
        assert_eq!(waiting.next(), Some(start + COLLECT));
        waiting.retry(settings("Ada"), start);
        let due = waiting.take_due(start + COLLECT);
        assert!(matches!(&due[..], [SaveRequest::Settings(saved)] if saved.coach == "Bo"));
    }
}
