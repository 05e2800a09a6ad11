//! The way of the open documents to the disk.

use crate::domain::AthleteId;
use crate::edit::WorkspaceEdit;
use crate::store::{Document, SaveEvent, SaveRequest};

use super::saver::saver;
use super::words::sentence;
use super::{OpenWorkspace, library_with};

/// A document that is not on the disk as it is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Unsaved {
    /// The document.
    pub(in crate::app) document: Document,
    /// Why, in a sentence.
    pub(in crate::app) why: String,
}

impl OpenWorkspace {
    /// Sends what the edits touched to the disk.
    pub(super) fn save(&mut self, edits: &[WorkspaceEdit]) {
        self.revision += 1;
        let mut is_own = false;
        for edit in edits {
            match edit {
                WorkspaceEdit::Athlete(id, _) | WorkspaceEdit::FollowUp(id, _) => {
                    self.save_athlete(*id);
                }
                WorkspaceEdit::PutAthlete(athlete) => self.save_athlete(athlete.id),
                WorkspaceEdit::RemoveAthlete(id) => self.send(SaveRequest::Remove(*id)),
                WorkspaceEdit::Settings(_) => self.save_settings(),
                _ => is_own = true,
            }
        }
        if is_own {
            self.library = library_with(&self.shipped, &self.workspace.own);
            self.send(SaveRequest::Own(self.workspace.own.clone()));
        }
    }

    pub(super) fn save_athlete(&mut self, id: AthleteId) {
        if let Some(athlete) = self.workspace.athlete(id).cloned() {
            self.send(SaveRequest::Athlete(athlete));
        }
    }

    pub(super) fn save_settings(&mut self) {
        let settings = self.workspace.settings.clone();
        self.send(SaveRequest::Settings(Box::new(settings)));
    }

    pub(super) fn send(&mut self, request: SaveRequest) {
        let document = request.document();
        let Some(saver) = &self.saver else { return };
        let is_accepted = saver.save(request).is_ok();
        self.disk.sent(document, is_accepted);
    }

    /// Takes in what the saver reports, and gives what of it has to be shown.
    pub(in crate::app) fn take_saved(&mut self, event: SaveEvent) -> Option<String> {
        self.disk.take(event)
    }

    /// Sends a document to the disk although nothing changed it.
    pub(in crate::app) fn save_again(&mut self, document: Document) {
        match document {
            Document::Athlete(id) => self.save_athlete(id),
            Document::Settings => self.save_settings(),
            Document::Own => self.send(SaveRequest::Own(self.workspace.own.clone())),
        }
    }

    /// Brings everything to the disk now, and gives what could not be saved. It is tried again by itself.
    pub(in crate::app) fn flush(&mut self) -> Vec<Unsaved> {
        let unsaved = self.finish_saving();
        if let (Some(store), Some(on_saved)) = (&self.store, &self.on_saved)
            && self.disk.why_read_only().is_none()
        {
            self.saver = Some(saver(store, on_saved));
            for failed in &unsaved {
                self.save_again(failed.document);
            }
        }
        unsaved
    }

    fn finish_saving(&mut self) -> Vec<Unsaved> {
        let Some(saver) = self.saver.take() else {
            return Vec::new();
        };
        let failed = |event| match event {
            SaveEvent::Failed { document, message } => Some(Unsaved {
                document,
                why: sentence(&message),
            }),
            _ => None,
        };
        let mut unsaved: Vec<Unsaved> = saver.finish().into_iter().filter_map(failed).collect();
        if self.disk.is_stopped() {
            let known: Vec<Document> = unsaved.iter().map(|it| it.document).collect();
            let rest = self.disk.on_their_way();
            let rest = rest.into_iter().filter(|it| !known.contains(it));
            unsaved.extend(rest.map(|document| Unsaved {
                document,
                why: "Saving has stopped working.".to_owned(),
            }));
        }
        unsaved
    }

    /// What could not be saved in the folder is saved elsewhere: nothing of it is lost.
    pub(in crate::app) fn is_saved_elsewhere(&mut self) {
        // Finish here, so that closing finds no failed save.
        self.finish_saving();
    }

    /// Brings everything to the disk, lets go of the folder and its lock, and gives what could not be saved.
    pub(in crate::app) fn close(&mut self) -> Vec<Unsaved> {
        self.stop_reading();
        self.watch = None;
        let unsaved = self.finish_saving();
        self.store = None;
        unsaved
    }
}
