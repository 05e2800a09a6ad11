//! How the open documents stand to the disk.

use std::collections::{BTreeMap, BTreeSet};

use super::damage;
use crate::store::{Beside, Document, SaveEvent};
use crate::ui::view::SaveStatus;

/// What of a workspace is on the disk, and why the rest is not.
#[derive(Debug, Default)]
pub(super) struct DiskState {
    /// Why nothing is written at all.
    read_only: Option<String>,
    /// On their way.
    pending: BTreeSet<Document>,
    /// Those that could not be written: why.
    failed: BTreeMap<Document, String>,
    /// Those whose file another program changed: where ours is.
    conflicts: BTreeMap<Document, String>,
    /// The thread that saves is gone.
    is_stopped: bool,
}

impl DiskState {
    /// Of a workspace of which nothing is written, and why.
    pub(super) fn read_only(why: String) -> Self {
        Self {
            read_only: Some(why),
            ..Self::default()
        }
    }

    /// Why nothing is written, where that is so.
    pub(super) fn why_read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// A document was sent to the disk; `is_accepted` is false when nobody takes it there.
    pub(super) fn sent(&mut self, document: Document, is_accepted: bool) {
        self.pending.insert(document);
        self.is_stopped |= !is_accepted;
    }

    /// True when nobody takes documents to the disk any more.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// The documents that were sent and of which nobody said that they arrived.
    pub(super) fn on_their_way(&self) -> Vec<Document> {
        let failed = self.failed.keys();
        self.pending.iter().chain(failed).copied().collect()
    }

    /// Takes in how saving a document ended. Gives what has to be said of it and was not said before.
    pub(super) fn take(&mut self, event: SaveEvent) -> Option<String> {
        match event {
            SaveEvent::Saved(document) => {
                self.pending.remove(&document);
                self.failed.remove(&document);
                self.conflicts.remove(&document);
                None
            }
            SaveEvent::Failed { document, message } => {
                self.pending.remove(&document);
                let told = self.failed.insert(document, message.clone());
                (told.as_ref() != Some(&message)).then_some(message)
            }
            SaveEvent::Conflict {
                document,
                theirs,
                ours,
                why,
            } => {
                self.pending.remove(&document);
                self.failed.remove(&document);
                let why = match why {
                    Beside::Changed => "was changed by another program",
                    Beside::Damaged => "is damaged",
                };
                let message = format!(
                    "The file {} {why}, so it was left alone. What you changed is kept beside it, in {}. Compare the \
                     two and choose one.",
                    damage::named(&theirs),
                    damage::named(&ours)
                );
                let told = self.conflicts.insert(document, message.clone());
                (told.as_ref() != Some(&message)).then_some(message)
            }
        }
    }

    /// What the top bar says, the worst of what is true.
    pub(super) fn status(&self) -> SaveStatus {
        if let Some(why) = &self.read_only {
            return SaveStatus::ReadOnly(why.clone());
        }
        if self.is_stopped {
            let why = "Saving has stopped working. Restart Ironstride.";
            return SaveStatus::Failed(why.to_owned());
        }
        if !self.failed.is_empty() {
            return SaveStatus::Failed(lines(&self.failed));
        }
        if !self.conflicts.is_empty() {
            return SaveStatus::Conflict(lines(&self.conflicts));
        }
        if self.pending.is_empty() {
            SaveStatus::Saved
        } else {
            SaveStatus::Saving
        }
    }
}

fn lines(messages: &BTreeMap<Document, String>) -> String {
    let messages: Vec<&str> = messages.values().map(String::as_str).collect();
    messages.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::AthleteId;

    fn anna() -> Document {
        Document::Athlete(AthleteId::from_bits(1))
    }

    fn conflict(document: Document) -> SaveEvent {
        SaveEvent::Conflict {
            document,
            theirs: "anna.ron".into(),
            ours: "anna.conflict.ron".into(),
            why: Beside::Changed,
        }
    }

    #[test]
    fn a_conflict_lasts_until_the_document_is_on_the_disk_again() {
        let mut disk = DiskState::default();
        disk.sent(anna(), true);
        assert_eq!(disk.status(), SaveStatus::Saving);
        assert!(
            disk.take(conflict(anna()))
                .is_some_and(|told| told.contains("anna.conflict.ron"))
        );
        assert!(matches!(disk.status(), SaveStatus::Conflict(_)));
        // The saver tells a conflict once for each file, however often it is written.
        disk.sent(anna(), true);
        assert!(
            matches!(disk.status(), SaveStatus::Conflict(_)),
            "it is not stuck at saving"
        );
        assert_eq!(disk.take(conflict(anna())), None, "told once");
        disk.take(SaveEvent::Saved(Document::Settings));
        assert!(matches!(disk.status(), SaveStatus::Conflict(_)));
        disk.take(SaveEvent::Saved(anna()));
        assert_eq!(disk.status(), SaveStatus::Saved);
    }

    #[test]
    fn a_failure_stands_until_that_document_is_saved() {
        let mut disk = DiskState::default();
        disk.sent(anna(), true);
        disk.sent(Document::Settings, true);
        let message = "the disk is full".to_owned();
        let failed = SaveEvent::Failed {
            document: anna(),
            message,
        };
        assert!(disk.take(failed).is_some());
        disk.take(SaveEvent::Saved(Document::Settings));
        assert_eq!(
            disk.status(),
            SaveStatus::Failed("the disk is full".to_owned())
        );
        disk.take(SaveEvent::Saved(anna()));
        assert_eq!(disk.status(), SaveStatus::Saved);
    }

    #[test]
    fn nothing_is_said_to_be_saved_when_nobody_saves() {
        let mut disk = DiskState::default();
        disk.sent(anna(), false);
        assert!(matches!(disk.status(), SaveStatus::Failed(_)));
    }
}
