//! Athlete packages: written, read, shown before they are taken.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Local, NaiveDateTime, Utc};
use uuid::Uuid;

use crate::domain::{Athlete, AthleteId, Author, VersionId};
use crate::edit::Transaction;
use crate::merge::AthletePackage;
use crate::store::{self, Offer, PackageRead};
use crate::ui::dialogs::{Dialog, MergeForm, PathUse, ReceivedPackage};
use crate::ui::format;
use crate::ui::notices::NoticeKind;

use super::file_dialogs::FileRequest;
use super::jobs::Job;
use super::shell::App;

impl App {
    /// Asks where the shown athlete is to be written as a package, and writes them there.
    pub(super) fn ask_package_target(&mut self) {
        let Some(athlete) = self.shown() else { return };
        if let Some(why) = self.open.why_read_only() {
            let why = format!("What is sent has to be remembered in the workspace, and {why}.");
            return self.say(why);
        }
        let name = format!(
            "{} {}.ron",
            crate::domain::file_name(&athlete.profile.name),
            self.today().format("%Y-%m-%d")
        );
        let start = self.documents().unwrap_or_default().join(name);
        let request =
            FileRequest::target("Save an athlete package", "Athlete package", "ron", start);
        let id = athlete.id;
        self.ask_path(request, PathUse::SavePackage, move |app, path| {
            app.save_package(id, &path);
            Ok(())
        });
    }

    fn save_package(&mut self, id: AthleteId, path: &Path) {
        // Take the athlete as they are now; the dialog may have been open for a long time.
        let (Some(athlete), Some(store)) = (self.open.athlete(id).cloned(), self.open.store())
        else {
            return;
        };
        let path = if path.extension().is_some() {
            path.to_owned()
        } else {
            path.with_extension("ron")
        };
        let from = self.open.stamp();
        let job = Job::new(
            "Saving the package",
            move |_| {
                let version = VersionId(Uuid::new_v4());
                store
                    .write_package(&path, &athlete, from, version)
                    .map_err(|error| error.to_string())?;
                Ok(format!(
                    "Saved {}. Send it to {}, who opens it in their own Ironstride.",
                    path.display(),
                    athlete.profile.name
                ))
            },
            Self::say_outcome,
        );
        self.jobs.start_beside(job);
    }

    /// Asks for the file of a package.
    pub(super) fn ask_package_file(&mut self) {
        let request = FileRequest::file("Open an athlete package", "Athlete package", "ron");
        self.ask_path(request, PathUse::OpenPackage, |app, path| {
            app.open_package(path);
            Ok(())
        });
    }

    /// Reads a package, and shows what it would bring.
    pub(super) fn open_package(&mut self, path: PathBuf) {
        if self.open.store().is_none() {
            return self.say("Open a workspace first; the package goes into it.");
        }
        if let Some(why) = self.open.why_read_only() {
            let why = format!("The package was not opened: {why}.");
            return self.say(why);
        }
        let workspace = self.open.id();
        let job = Job::new(
            "Reading the package",
            move |_| store::read_package(&path).map_err(|error| error.to_string()),
            |app: &mut Self, read| match read {
                Ok(Ok(read)) => app.look_into_package(received(read), None),
                Ok(Err(why)) => app.notices.add(NoticeKind::Program, why),
                Err(_) => {}
            },
        );
        // Only if the workspace it was meant for is still open.
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    /// Works out what a package brings, and shows it in place of the dialog `before`.
    fn look_into_package(&mut self, package: ReceivedPackage, before: Option<MergeForm>) {
        let Some(store) = self.open.store() else {
            return;
        };
        let id = package.package.athlete.id;
        let Some(here) = self.open.athlete(id).cloned() else {
            return self.show_package_of_newcomer(package, before.as_ref());
        };
        let (workspace, content, to) = (self.open.id(), package.package.clone(), here.clone());
        let job = Job::new(
            "Looking into the package",
            move |_| {
                store
                    .offer(&content, &to)
                    .map_err(|error| error.to_string())
            },
            move |app: &mut Self, offer| match offer {
                // What the athlete has now would be written over by a merge with what they had then.
                Ok(Ok(_))
                    if !app
                        .open
                        .athlete(id)
                        .is_some_and(|now| Arc::ptr_eq(now, &here)) =>
                {
                    app.look_into_package(package, before);
                }
                Ok(Ok(offer)) => app.show_package(package, &here, offer, before.as_ref()),
                Ok(Err(why)) => app.notices.add(NoticeKind::Program, why),
                Err(_) => {}
            },
        );
        let job = job.only_if(move |app| app.open.id() == workspace);
        self.jobs.start_beside(job);
    }

    fn show_package(
        &mut self,
        package: ReceivedPackage,
        here: &Arc<Athlete>,
        offer: Offer,
        before: Option<&MergeForm>,
    ) {
        // The dialog was closed meanwhile.
        if before.is_some() && self.merge_form().is_none() {
            return;
        }
        if offer.is_known || offer.merged.athlete == **here {
            if before.is_some() {
                self.screen.ui.dialog = None;
            }
            let name = &here.profile.name;
            self.say(format!(
                "The package brings nothing new: {name} has all of it already."
            ));
            if !offer.is_known {
                self.remember_package(&package.package);
            }
            return;
        }
        let remark = offer.has_no_base.then_some(NO_BASE);
        let library = self.open.library();
        let merged = offer.merged;
        let form = MergeForm::of_package(package, remark, here, merged, library, local_time);
        self.show_merge(form, before);
    }

    fn show_package_of_newcomer(&mut self, package: ReceivedPackage, before: Option<&MergeForm>) {
        if self.open.unread() > 0 {
            return self
                .say("The athletes are still being read; open the package again in a moment.");
        }
        let settings = self.open.workspace().settings.clone();
        let is_me = self.open.athletes().is_empty() && package.package.from.by == Author::Coach;
        self.show_merge(MergeForm::of_newcomer(package, settings, is_me), before);
    }

    fn show_merge(&mut self, mut form: MergeForm, before: Option<&MergeForm>) {
        if let Some(before) = before {
            form.choose_as(before);
        }
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    fn merge_form(&mut self) -> Option<&mut MergeForm> {
        self.screen.ui.dialog.as_mut()?.as_form_mut()
    }

    /// Works out again what an open dialog offers, once the athlete it is about is not what they were: taking it would
    /// undo what has come between, on another computer or here.
    pub(super) fn follow_merge(&mut self) {
        let Some(id) = self.merge_form().map(|form| form.athlete()) else {
            return;
        };
        let now = self.open.athlete(id).cloned();
        let Some(form) = self.merge_form() else {
            return;
        };
        if !form.becomes_outdated(now.as_ref()) {
            return;
        }
        let before = form.clone();
        match (before.package().cloned(), now) {
            (Some(package), _) => self.look_into_package(package, Some(before)),
            (None, Some(now)) => {
                let form = MergeForm::of_versions(&now, self.open.library(), local_time);
                match form {
                    Some(form) => self.show_merge(form, Some(&before)),
                    None => self.screen.ui.dialog = None,
                }
            }
            (None, None) => self.screen.ui.dialog = None,
        }
    }

    /// Does what the dialog about a package says.
    pub(super) fn take_merge(
        &mut self,
        transaction: Transaction,
        package: Option<Arc<AthletePackage>>,
    ) {
        let is_changed = self.apply(transaction);
        let Some(package) = package else { return };
        if is_changed {
            self.show_athlete(package.athlete.id);
            let name = &package.athlete.profile.name;
            self.say_with(format!("Took the package of {name}"), true);
        }
        self.remember_package(&package);
    }

    fn remember_package(&mut self, package: &Arc<AthletePackage>) {
        let Some(store) = self.open.store() else {
            return;
        };
        let package = package.clone();
        let job = Job::new(
            "Remembering the package",
            move |_| {
                store
                    .remember_package(&package)
                    .map_err(|error| error.to_string())
            },
            |app: &mut Self, done| {
                if let Ok(Err(why)) = done {
                    app.notices.add(NoticeKind::Saving, why);
                }
            },
        );
        self.jobs.start_beside(job);
    }

    /// Opens the choice between versions that are kept beside the shown athlete's sessions.
    pub(super) fn choose_versions(&mut self) {
        let Some(athlete) = self.shown() else { return };
        match MergeForm::of_versions(&athlete, self.open.library(), local_time) {
            Some(form) => self.screen.ui.dialog = Some(Dialog::new(form)),
            None => self.say(format!(
                "No session of {} has two versions.",
                athlete.profile.name
            )),
        }
    }
}

/// The time by the clocks of this computer.
pub(super) fn local_time(utc: DateTime<Utc>) -> NaiveDateTime {
    utc.with_timezone(&Local).naive_local()
}

/// Said where nothing is known of what two versions of an athlete have in common.
const NO_BASE: &str = "The version that both of you had last is not known here. So nothing is taken as deleted or set back, and where the two differ the newer edit stands.";

/// A package that was read, with the remarks about it.
fn received(read: PackageRead) -> ReceivedPackage {
    let from = read.package.from;
    let by = match (from.name.as_str(), from.by) {
        ("", Author::Coach) => "the coach".to_owned(),
        ("", Author::Athlete) => "the athlete".to_owned(),
        (name, _) => name.to_owned(),
    };
    let at = local_time(from.at);
    let (day, time) = (format::weekday_date(at.date()), at.format("%H:%M"));
    let mut notes = vec![format!("Written by {by} on {day}, {time}.")];
    if read.was_edited {
        notes.push(
            "Somebody changed the file after it was written; what is in it now is shown."
                .to_owned(),
        );
    }
    notes.extend(read.notes);
    ReceivedPackage {
        package: Arc::new(read.package),
        notes,
    }
}
