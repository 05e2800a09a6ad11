//! Kept versions of files: shown, compared with what is open, and brought back; and copies beside files settled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::domain::{Athlete, AthleteId};
use crate::edit::{self, Transaction, WorkspaceEdit};
use crate::planning;
use crate::store::{Content, Document, FileState, KeptFile, KeptKind, Store, StoreError, Take};
use crate::ui::dialogs::{BackupShown, BackupsForm, Dialog};
use crate::ui::format;
use crate::ui::notice_action::NoticeAction;
use crate::ui::notices::NoticeKind;

use super::backup_words::{compared, file_words, two_versions};
use super::commands::sentence;
use super::jobs::Job;
use super::shell::App;
use super::startup::{self, Missing};

impl App {
    /// Does what a notice offers.
    pub(super) fn remedy(&mut self, remedy: NoticeAction, today: NaiveDate) {
        match remedy {
            NoticeAction::Restore(path) => self.show_backups(Some(path), today),
            NoticeAction::Compare(copy) => self.compare_copy(copy),
            NoticeAction::Open(folder) => self.open_folder(&folder),
        }
    }

    /// Opens the dialog of the kept versions: with those of this file chosen, else those of the shown athlete.
    pub(super) fn show_backups(&mut self, path: Option<PathBuf>, today: NaiveDate) {
        let Some(store) = self.open.store() else {
            return self.say("Open a workspace first; backups are kept in its folder.");
        };
        let shown = self.screen.athlete();
        if shown.is_some_and(|id| self.open.is_partial(id)) {
            let why = "Earlier years are still being read; try again in a moment.";
            return self.say(why);
        }
        let workspace = self.open.id();
        let job = Job::new(
            "Looking through the backups",
            move |_| store.kept_files(),
            move |app: &mut Self, kept| {
                let Ok(kept) = kept else { return };
                app.open_backups(kept, path.as_deref(), today);
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    fn open_backups(&mut self, kept: Vec<KeptFile>, path: Option<&Path>, today: NaiveDate) {
        if kept.is_empty() {
            return self.say(
                "Nothing is kept yet: the first version is kept before a file is first changed.",
            );
        }
        let shown = self.screen.athlete();
        let wanted = |file: &KeptFile| match path {
            Some(path) => file.path == path,
            None => file.kind == KeptKind::Athlete && file.athlete == shown,
        };
        let chosen = kept.iter().position(wanted).unwrap_or_default();
        let files = kept.iter().map(file_words).collect();
        let why = self.open.why_read_only().map(str::to_owned);
        let form = BackupsForm::new(files, chosen, today, why);
        self.tasks.backups = kept;
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Compares a kept version with what is open.
    pub(super) fn look_at_backup(&mut self, file: usize, version: usize) {
        let Some((store, kept, path)) = self.backup_at(file, version) else {
            return;
        };
        let open = self.open.workspace().clone();
        let library = self.open.library().clone();
        let (_, dates) = self.when();
        let job = Job::new(
            "Reading a backup",
            move |_| {
                let then = store.read_version(kept.kind, &path);
                then.map_or_else(
                    |error| BackupShown::Unreadable(error.to_string()),
                    |then| compared(&kept, &open, &then, (&library, dates)),
                )
            },
            move |app: &mut Self, shown| {
                let unread = || BackupShown::Unreadable("It could not be read.".to_owned());
                let dialog = app.screen.ui.dialog.as_mut();
                if let Some(form) = dialog.and_then(Dialog::as_form_mut::<BackupsForm>) {
                    form.take(file, version, shown.unwrap_or_else(|_| unread()));
                }
            },
        );
        self.jobs.start_beside(job);
    }

    /// Brings a kept version back, as one step.
    pub(super) fn restore_backup(&mut self, file: usize, version: usize) {
        let Some((store, kept, path)) = self.backup_at(file, version) else {
            return;
        };
        let moment = kept.versions.get(version).map(|version| version.moment);
        let workspace = self.open.id();
        let state = kept.state;
        let job = Job::new(
            "Restoring a backup",
            move |_| -> Result<_, StoreError> {
                let then = store.read_version(kept.kind, &path)?;
                let id = match &then {
                    Content::Athlete(athlete) => athlete.id,
                    Content::Settings(_) | Content::Own(_) => AthleteId::from_bits(0),
                };
                let id = store.make_way(&kept, id, Utc::now())?;
                Ok((then, id))
            },
            move |app: &mut Self, restored| match restored {
                Ok(Ok((then, id))) => app.take_restored(then, id, state, moment),
                Ok(Err(error)) => app.notices.add(NoticeKind::Saving, error.to_string()),
                Err(_) => {}
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    fn backup_at(&self, file: usize, version: usize) -> Option<(Store, KeptFile, PathBuf)> {
        let kept = self.tasks.backups.get(file)?;
        let path = kept.versions.get(version)?.path.clone();
        Some((self.open.store()?, kept.clone(), path))
    }

    fn take_restored(
        &mut self,
        then: Content,
        id: AthleteId,
        state: FileState,
        moment: Option<DateTime<Utc>>,
    ) {
        let (document, name, edits) = match then {
            Content::Athlete(mut athlete) => {
                athlete.id = id;
                let name = athlete.profile.name.clone();
                let restored = self.restored(*athlete);
                let edit = WorkspaceEdit::PutAthlete(Arc::new(restored));
                (Document::Athlete(id), name, vec![edit])
            }
            Content::Settings(settings) => {
                let edit = WorkspaceEdit::Settings(settings);
                (Document::Settings, "the settings".to_owned(), vec![edit])
            }
            Content::Own(then) => {
                let edits = planning::restore_library(&self.open.workspace().own, &then);
                (Document::Own, "the library".to_owned(), edits)
            }
        };
        let when = moment.map_or_else(String::new, |moment| {
            let moment = moment.with_timezone(&Local);
            format!(
                " as of {}, {}",
                format::date(moment.date_naive()),
                moment.format("%H:%M")
            )
        });
        let label = format!("Restore {name}{when}");
        let is_changed = self.apply(Transaction { label, edits });
        if state != FileState::Whole {
            // Save even if what is open is the same already: the file may differ.
            self.open.save_again(document);
            self.open.is_readable(id);
            self.notices.forget_file(&self.backups_path(id));
        }
        if let Document::Athlete(id) = document {
            self.show_athlete(id);
        }
        if is_changed || state != FileState::Whole {
            self.say_with(format!("Restored {name}{when}"), is_changed);
        } else {
            self.say(format!("{name} is as it was then."));
        }
    }

    /// The athlete that is open, taken back to what they were `then`; they were, when nobody is open.
    fn restored(&self, then: Athlete) -> Athlete {
        let Some(now) = self.open.athlete(then.id) else {
            return then;
        };
        let mut back = Athlete::clone(now);
        edit::apply(
            &mut back,
            &planning::restore_athlete(now, &then),
            self.open.stamp(),
        );
        back
    }

    fn backups_path(&self, id: AthleteId) -> PathBuf {
        let is_of = |file: &&KeptFile| file.athlete == Some(id);
        let file = self.tasks.backups.iter().find(is_of);
        file.map(|file| file.path.clone()).unwrap_or_default()
    }

    /// Shows what a copy and the file that it is another version of differ in.
    fn compare_copy(&mut self, copy: PathBuf) {
        let Some(store) = self.open.store() else {
            return;
        };
        let workspace = self.open.id();
        let library = self.open.library().clone();
        let (_, dates) = self.when();
        let job = Job::new(
            "Comparing two versions",
            move |_| {
                let pair = store.pair_of(&copy);
                pair.map(|pair| two_versions(&store, &pair, (&library, dates)))
                    .ok_or(copy)
            },
            |app: &mut Self, compared| {
                match compared {
                Ok(Ok(form)) => app.screen.ui.dialog = Some(Dialog::new(form)),
                Ok(Err(copy)) => app.say(format!(
                    "Nothing in the workspace is a version of {}. Rename it to bring it in as it is.",
                    copy.display()
                )),
                Err(_) => {}
            }
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    /// Takes one of two versions of a file, and opens the workspace as it is then.
    pub(super) fn take_version(&mut self, copy: &Path, takes_copy: bool) {
        let (Some(folder), Some(store)) =
            (self.open.folder().map(Path::to_owned), self.open.store())
        else {
            return;
        };
        if let Some(why) = self.open.why_read_only() {
            let why = format!("Nothing was changed. {}", sentence(why));
            return self.say(why);
        }
        let Some(pair) = store.pair_of(copy) else {
            return;
        };
        drop(store);
        // Finish saves that are still under way first.
        self.release();
        let take = if takes_copy { Take::Copy } else { Take::File };
        let settled =
            Store::open(&folder).and_then(|(store, _)| store.settle(&pair, take, Utc::now()));
        match startup::open(&folder, self.today()) {
            // The folder was open before, so whether the next start opens it is decided already.
            Ok(opened) => self.take_opened(opened, false),
            Err(why) => self.missing = Some(Missing { folder, why }),
        }
        match settled {
            Ok(()) => {
                self.notices.forget_file(copy);
                self.say("Done. The other version is in the backups.");
            }
            Err(error) => self.notices.add(NoticeKind::Saving, error.to_string()),
        }
    }
}
