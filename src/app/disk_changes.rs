//! What another machine changes while the workspace is open, brought onto the screen.

use std::sync::Arc;

use chrono::Utc;

use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};
use crate::merge::{self, Decision, MergeDecision, athletes};
use crate::store::{ChangedFile, External, StoreError};
use crate::ui::notices::NoticeKind;

use super::jobs::Job;
use super::shell::App;

impl App {
    /// Reads files that changed on the disk, off the interface's thread. Most of the time it was this program itself.
    pub(super) fn read_changed(&mut self, workspace: u64, files: Vec<ChangedFile>) {
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
                // Files that could not be read are still being written, or are reported when they are written or opened
                // next.
                let read = read.unwrap_or_default().into_iter();
                for external in read.filter_map(Result::ok).flatten() {
                    app.take_external(external);
                }
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    /// Merges what somebody else made of a document with what is open.
    fn take_external(&mut self, external: External) {
        match external {
            External::Athlete { base, theirs } => self.take_athlete_of(base.as_deref(), &theirs),
            External::Settings { base, theirs } => self.take_settings(&base, &theirs),
            External::Own { base, theirs } => self.take_library(&base, &theirs),
        }
    }

    fn take_athlete_of(&mut self, base: Option<&Athlete>, theirs: &Arc<Athlete>) {
        let name = &theirs.profile.name;
        // An athlete of whom only a part was read cannot have been edited here.
        let here = self.open.athlete(theirs.id).cloned();
        let Some(here) = here.filter(|here| !self.open.is_partial(here.id)) else {
            self.open.put_external(theirs.clone(), false);
            self.show_somebody();
            return;
        };
        if here == *theirs {
            return;
        }
        let merged = athletes(base, &here, theirs);
        // A save of ours that is still under way would undo their change; save the merged version after it.
        let is_ours_too = merged.athlete != **theirs || base != Some(&*here);
        self.open
            .put_external(Arc::new(merged.athlete), is_ours_too);
        if keeps_two(&merged.decisions) {
            let text = format!(
                "{name} was changed here and on another computer at the same time, and some sessions have two versions now. Look at them with “Choose between versions…”."
            );
            self.notices.add(NoticeKind::Saving, text);
        } else {
            self.say(format!(
                "{name} was changed on another computer; the new version is shown."
            ));
        }
    }

    fn take_settings(&mut self, base: &WorkspaceSettings, theirs: &WorkspaceSettings) {
        let here = self.open.workspace().settings.clone();
        let (merged, told) = merge::settings(Some(base), &here, theirs);
        // `last_athlete` of the other computer is not a change to report.
        let as_before = WorkspaceSettings {
            last_athlete: here.last_athlete,
            ..merged.clone()
        };
        let is_news = as_before != here;
        let is_ours_too = merged != *theirs || here != *base;
        self.open.put_external_settings(merged, is_ours_too);
        for told in told {
            let text = format!(
                "The settings of the workspace were changed here and on another computer at the same time. {told}"
            );
            self.notices.add(NoticeKind::Saving, text);
        }
        if is_news {
            self.say("The settings of the workspace were changed on another computer.");
        }
    }

    fn take_library(&mut self, base: &OwnLibrary, theirs: &Arc<OwnLibrary>) {
        let here = self.open.workspace().own.clone();
        if here == *theirs {
            return;
        }
        let (merged, told) = merge::libraries(Some(base), &here, theirs);
        let is_ours_too = merged != **theirs || *here != *base;
        self.open
            .put_external_library(Arc::new(merged), is_ours_too);
        if keeps_two(&told) {
            let text = "Your library was changed here and on another computer at the same time. What both changed is in it twice now, one of the two as “(other version)”.";
            self.notices.add(NoticeKind::Saving, text);
        } else {
            self.say("Your library was changed on another computer; the new version is shown.");
        }
    }
}

fn keeps_two(told: &[MergeDecision]) -> bool {
    told.iter().any(|it| it.decision == Decision::KeptBoth)
}
