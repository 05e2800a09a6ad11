//! The workspace that is open: its documents, their history, and their way to the disk. Another folder is another one.

mod saver;
mod saving;
mod words;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;

use crate::domain::{
    Athlete, AthleteId, Author, OwnLibrary, Signature, Stamp, Workspace, WorkspaceSettings,
};
use crate::edit::{self, Transaction, UndoHistory, WorkspaceEdit};
use crate::library::Library;
use crate::planning;
use crate::store::{
    AthleteEntry, OpenMode, SaveEvent, SaveRequest, Saver, Store, StoreError, Watch,
};
use crate::ui::view::SaveStatus;

use super::disk_state::DiskState;
use super::startup::OpenedWorkspace;

pub(super) use saving::Unsaved;

use saver::{OnSaved, saver};
use words::sentence;

/// An open workspace, or the emptiness before one is opened.
pub(super) struct OpenWorkspace {
    /// Unlike that of any other opening, so that what was asked for in one is not taken in by another.
    id: u64,
    shipped: Arc<Library>,
    library: Arc<Library>,
    workspace: Workspace,
    history: UndoHistory,
    /// Counts changes of the documents, so that what is worked out from them knows when it is old.
    revision: u64,
    store: Option<Store>,
    saver: Option<Saver>,
    /// Is told how saving a document ended.
    on_saved: Option<OnSaved>,
    disk: DiskState,
    /// Files of athletes whose reading has not begun.
    waiting: Vec<AthleteEntry>,
    /// Who was read but for the earlier years, and why nothing can be changed until these are here.
    partial: Option<(AthleteId, String)>,
    /// How many athletes have neither come nor failed yet.
    unread: usize,
    /// How many were to be read in the background.
    to_read: usize,
    /// Files of athletes that could not be read.
    unreadable: Vec<AthleteEntry>,
    /// Athletes that can only be looked at, since their files are of a later version: why.
    fixed: BTreeMap<AthleteId, String>,
    /// Tells what others change in the folder.
    watch: Option<Watch>,
    /// The name that edits are signed with on this computer; empty for the one the workspace names.
    signer: String,
}

impl OpenWorkspace {
    /// No workspace.
    pub(super) fn none(id: u64, shipped: Arc<Library>) -> Self {
        Self {
            id,
            library: shipped.clone(),
            shipped,
            workspace: Workspace::default(),
            history: UndoHistory::default(),
            revision: 0,
            store: None,
            saver: None,
            on_saved: None,
            disk: DiskState::default(),
            waiting: Vec::new(),
            partial: None,
            unread: 0,
            to_read: 0,
            unreadable: Vec::new(),
            fixed: BTreeMap::new(),
            watch: None,
            signer: String::new(),
        }
    }

    /// A workspace that was opened. `on_saved` is told on another thread how saving a document ended.
    pub(super) fn new(
        id: u64,
        shipped: Arc<Library>,
        opened: OpenedWorkspace,
        on_saved: impl Fn(SaveEvent) + Send + Sync + 'static,
        watch: Watch,
    ) -> Self {
        let partial = opened.first.as_ref().filter(|_| opened.first_is_partial);
        let partial = partial.map(|athlete| {
            let name = &athlete.profile.name;
            let why =
                format!("the earlier years of {name} are still being read, try again in a moment");
            (athlete.id, why)
        });
        let workspace = Workspace {
            settings: opened.opened.settings,
            own: opened.opened.own,
            athletes: opened.first.into_iter().collect(),
        };
        let on_saved: OnSaved = Arc::new(on_saved);
        let (saver, disk) = match opened.opened.mode {
            OpenMode::ReadOnly(why) => (None, DiskState::read_only(why)),
            OpenMode::ReadWrite => {
                let saver = saver(&opened.store, &on_saved);
                (Some(saver), DiskState::default())
            }
        };
        let heads = opened.opened.athletes.iter();
        let heads = heads.filter_map(|file| Some((file.id?, file.why_fixed()?.to_string())));
        let first = workspace.athletes.iter();
        let first =
            first.filter_map(|it| Some((it.id, opened.store.why_fixed(it.id)?.to_string())));
        let fixed = heads.chain(first).collect();
        Self {
            library: library_with(&shipped, &workspace.own),
            workspace,
            store: Some(opened.store),
            saver,
            on_saved: Some(on_saved),
            disk,
            unreadable: opened.unreadable,
            fixed,
            partial,
            unread: opened.others.len(),
            to_read: opened.others.len(),
            waiting: opened.others,
            watch: Some(watch),
            ..Self::none(id, shipped)
        }
    }

    /// Which opening this is.
    pub(super) fn id(&self) -> u64 {
        self.id
    }

    /// The documents.
    pub(super) fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// An athlete, when they were read.
    pub(super) fn athlete(&self, id: AthleteId) -> Option<&Arc<Athlete>> {
        self.workspace.athlete(id)
    }

    /// Everybody who was read.
    pub(super) fn athletes(&self) -> &[Arc<Athlete>] {
        &self.workspace.athletes
    }

    /// The library with the coach's own part.
    pub(super) fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// The library that ships.
    pub(super) fn shipped(&self) -> &Arc<Library> {
        &self.shipped
    }

    /// Another number after every change of the documents.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Who changes documents here, and when.
    pub(super) fn stamp(&self) -> Stamp {
        let name = if self.signer.trim().is_empty() {
            self.usual_signer()
        } else {
            &self.signer
        };
        Stamp {
            at: Utc::now(),
            by: self.workspace.settings.keeper,
            name: Signature::new(name),
        }
    }

    /// Whom the workspace itself names: its coach, or the athlete whose own it is.
    pub(super) fn usual_signer(&self) -> &str {
        let settings = &self.workspace.settings;
        match settings.keeper {
            Author::Coach => &settings.coach,
            // In an athlete's own workspace every edit is by that athlete.
            Author::Athlete => self
                .workspace
                .athletes
                .first()
                .map_or("", |it| &it.profile.name),
        }
    }

    /// From here on edits are signed with this name; with an empty one, with that of the workspace.
    pub(super) fn sign_as(&mut self, name: &str) {
        name.clone_into(&mut self.signer);
    }

    /// The folder of the open workspace as the disk has it.
    pub(super) fn store(&self) -> Option<Store> {
        self.store.clone()
    }

    /// The folder; `None` when nothing is open.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.store.as_ref().map(Store::dir)
    }

    /// Labels of what undo takes back and redo does again.
    pub(super) fn labels(&self) -> (Option<&str>, Option<&str>) {
        (self.history.undo_label(), self.history.redo_label())
    }

    /// How the documents stand to the disk.
    pub(super) fn status(&self) -> SaveStatus {
        self.disk.status()
    }

    /// Why nothing can be changed, where that is so.
    pub(super) fn why_read_only(&self) -> Option<&str> {
        let partial = self.partial.as_ref().map(|(_, why)| why.as_str());
        self.disk.why_read_only().or(partial)
    }

    /// True for the athlete of whom only the last time was read so far.
    pub(super) fn is_partial(&self, id: AthleteId) -> bool {
        self.partial
            .as_ref()
            .is_some_and(|(partial, _)| *partial == id)
    }

    /// How many steps can be taken back.
    pub(super) fn steps(&self) -> usize {
        self.history.steps()
    }

    /// Applies a step and sends what it touched to the disk. False when it changed nothing; of a workspace that can only
    /// be looked at, why.
    pub(super) fn apply(&mut self, transaction: Transaction) -> Result<bool, String> {
        self.change(transaction, UndoHistory::apply)
    }

    /// Applies a step as part of the last one; otherwise as [`Self::apply`].
    pub(super) fn amend(&mut self, transaction: Transaction) -> Result<bool, String> {
        self.change(transaction, UndoHistory::amend)
    }

    fn change(
        &mut self,
        transaction: Transaction,
        how: fn(&mut UndoHistory, &mut Workspace, Transaction, Stamp) -> bool,
    ) -> Result<bool, String> {
        if let Some(why) = self.why_read_only() {
            return Err(why.to_owned());
        }
        if let Some(why) = transaction
            .edits
            .iter()
            .find_map(|edit| self.why_fixed(edit))
        {
            return Err(sentence(why));
        }
        let transaction = planning::transaction_with_race_days(&self.workspace, transaction);
        let transaction =
            planning::transaction_with_next_loads(&self.workspace, &self.library, transaction);
        let edits = transaction.edits.clone();
        let stamp = self.stamp();
        let is_changed = how(&mut self.history, &mut self.workspace, transaction, stamp);
        if is_changed {
            self.save(&edits);
        }
        Ok(is_changed)
    }

    /// Why an edit cannot be saved, since its athlete's file is of a later version. To change them nevertheless would
    /// be work for nothing.
    fn why_fixed(&self, edit: &WorkspaceEdit) -> Option<&str> {
        let id = match edit {
            WorkspaceEdit::Athlete(id, _)
            | WorkspaceEdit::FollowUp(id, _)
            | WorkspaceEdit::RemoveAthlete(id) => *id,
            WorkspaceEdit::PutAthlete(athlete) => athlete.id,
            _ => return None,
        };
        self.fixed.get(&id).map(String::as_str)
    }

    /// Takes the last step back and gives it was applied.
    pub(super) fn undo(&mut self) -> Option<Transaction> {
        let stamp = self.stamp();
        let transaction = self.history.undo(&mut self.workspace, stamp)?;
        self.save(&transaction.edits);
        Some(transaction)
    }

    /// Does the last undone step again and gives it was applied.
    pub(super) fn redo(&mut self) -> Option<Transaction> {
        let stamp = self.stamp();
        let transaction = self.history.redo(&mut self.workspace, stamp)?;
        self.save(&transaction.edits);
        Some(transaction)
    }

    /// Remembers whom to show at the next start. That is no step to undo.
    pub(super) fn remember_athlete(&mut self, id: AthleteId) {
        if edit::remember_athlete(&mut self.workspace, id) {
            self.save_settings();
        }
    }

    /// The files of athletes whose reading is to begin, once.
    pub(super) fn take_waiting(&mut self) -> Option<(Store, Vec<AthleteEntry>)> {
        let store = self.store.clone()?;
        let waiting = std::mem::take(&mut self.waiting);
        (!waiting.is_empty()).then_some((store, waiting))
    }

    /// True while reading others has yet to begin.
    pub(super) fn has_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Takes in an athlete that was read, or that could not be. One that is open already stays as it is, unless it was
    /// read in part: then the whole of it takes its place, and if there is none, nothing does.
    pub(super) fn take_athlete(&mut self, whose: Option<AthleteId>, athlete: Option<Arc<Athlete>>) {
        self.unread = self.unread.saturating_sub(1);
        if let Some(partial) = whose.filter(|id| self.is_partial(*id)) {
            self.partial = None;
            self.workspace.athletes.retain(|other| other.id != partial);
            self.revision += 1;
        }
        if let Some(athlete) = athlete
            && self.workspace.athlete(athlete.id).is_none()
        {
            // A part may have a later version than the athlete's own file.
            let why = self.store.as_ref().and_then(|it| it.why_fixed(athlete.id));
            self.fixed
                .extend(why.map(|why| (athlete.id, why.to_string())));
            self.workspace.put(athlete);
        }
    }

    /// Takes in an athlete as merged with what somebody else wrote, which is no step to undo; `save` when the disk does not
    /// have it so.
    pub(super) fn put_external(&mut self, athlete: Arc<Athlete>, save: bool) {
        let id = athlete.id;
        if self.is_partial(id) {
            self.partial = None;
        }
        self.workspace.put(athlete);
        self.revision += 1;
        if save {
            self.save_athlete(id);
        }
    }

    /// Takes in the settings as merged with what somebody else wrote, which is no step to undo; `save` when the disk does
    /// not have them so.
    pub(super) fn put_external_settings(&mut self, settings: WorkspaceSettings, save: bool) {
        self.workspace.settings = settings;
        self.revision += 1;
        if save {
            self.save_settings();
        }
    }

    /// Takes in the coach's own library as merged with what somebody else wrote, as
    /// [`OpenWorkspace::put_external_settings`] does.
    pub(super) fn put_external_library(&mut self, own: Arc<OwnLibrary>, save: bool) {
        self.library = library_with(&self.shipped, &own);
        self.workspace.own = own;
        self.revision += 1;
        if save {
            self.send(SaveRequest::Own(self.workspace.own.clone()));
        }
    }

    /// Warnings about the files that were read since the last call.
    pub(super) fn take_notes(&self) -> Vec<String> {
        self.store.iter().flat_map(Store::take_notes).collect()
    }

    /// What is wrong with parts of athletes who were read since it was asked for last.
    pub(super) fn take_problems(&self) -> Vec<StoreError> {
        self.store.iter().flat_map(Store::take_problems).collect()
    }

    /// These are to be read after all.
    pub(super) fn read_later(&mut self, files: Vec<AthleteEntry>) {
        self.waiting = files;
    }

    /// Nobody else will be read.
    fn stop_reading(&mut self) {
        self.waiting.clear();
        self.unread = 0;
    }

    /// How many athletes have yet to be read.
    pub(super) fn unread(&self) -> usize {
        self.unread
    }

    /// How many athletes were to be read in the background.
    pub(super) fn to_read(&self) -> usize {
        self.to_read
    }

    /// Names of the athletes whose files could not be read.
    pub(super) fn unreadable(&self) -> Vec<String> {
        let files = self.unreadable.iter();
        files.map(|file| file.name.clone()).collect()
    }

    /// The file of an athlete could not be read.
    pub(super) fn is_unreadable(&mut self, file: AthleteEntry) {
        self.unreadable.push(file);
    }

    /// An athlete can be read again.
    pub(super) fn is_readable(&mut self, id: AthleteId) {
        self.unreadable.retain(|file| file.id != Some(id));
    }
}

/// The exercises and templates that ship, with a coach's own. Who has none shares those that ship: to copy and to index
/// them would hold up the first frame.
fn library_with(shipped: &Arc<Library>, own: &OwnLibrary) -> Arc<Library> {
    if *own == OwnLibrary::default() {
        return shipped.clone();
    }
    Arc::new(shipped.with_own(own))
}
