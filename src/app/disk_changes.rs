//! What another machine changes while the workspace is open, brought onto the screen.

use std::sync::Arc;

use chrono::Utc;

use crate::merge::{Decision, athletes};
use crate::store::{External, StoreError};
use crate::ui::notices::NoticeKind;

use super::jobs::Job;
use super::shell::App;

impl App {
    /// Reads files that changed on the disk, off the interface's thread. Most of the time it was this program itself.
    pub(super) fn read_changed(&mut self, workspace: u64, files: Vec<String>) {
        let Some(store) = self.open.store() else {
            return;
        };
        if self.open.id() != workspace {
            return;
        }
        let job = Job::new(
            "Reading what changed",
            move |_| -> Vec<Result<Option<External>, StoreError>> {
                let now = Utc::now();
                let read = files.iter().map(|file| store.take_external(file, now));
                read.collect()
            },
            |app: &mut Self, read| {
                // The others are on their way, or to be told when they are written or opened next.
                let read = read.unwrap_or_default().into_iter();
                for external in read.filter_map(Result::ok).flatten() {
                    app.take_external(&external);
                }
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    /// Merges what somebody else made of an athlete with what is open.
    fn take_external(&mut self, external: &External) {
        let External { base, theirs } = external;
        let name = &theirs.profile.name;
        // What was read in part has nothing of its own.
        let here = self.open.athlete(theirs.id).cloned();
        let Some(here) = here.filter(|here| !self.open.is_partial(here.id)) else {
            self.open.put_external(theirs.clone(), false);
            self.show_somebody();
            return;
        };
        if here == *theirs {
            return;
        }
        let merged = athletes(base.as_deref(), &here, theirs);
        let is_ours_too = merged.athlete != **theirs;
        self.open
            .put_external(Arc::new(merged.athlete), is_ours_too);
        let two = merged
            .told
            .iter()
            .filter(|it| it.decision == Decision::KeptBoth);
        if two.count() > 0 {
            let text = format!(
                "{name} was changed here and on another computer at the same time, and some sessions have two versions now. Look at them with “Choose between versions…”."
            );
            self.notices.add(NoticeKind::Saving, text);
        } else {
            self.say(format!(
                "{name} was changed on another computer; this is how it stands now."
            ));
        }
    }
}
