//! A coach's year in random steps: edits, undo, redo, saves, reloads, copies, plans and history brought in, merges with a
//! second machine, packages to an athlete and back. Beside it a model that knows no more than what was there after each
//! step. They agree all the time: identities are unique, nothing is lost, and undo to the start is the start.
//!
//! The usual run does 150 steps from three seeds; `IRONSTRIDE_MODEL=1000` does so many of each, and
//! `IRONSTRIDE_MODEL_SEED=7` others. A failure names both and the last steps.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{
    Athlete, AthleteId, Author, Log, Minutes, OwnLibrary, Plan, Profile, Session, SessionId,
    Signature, Slot, Stamp, Status, VersionId, Workspace, WorkspaceSettings,
};
use ironstride::edit::{self, Edit, History, Transaction, WorkspaceEdit};
use ironstride::history::{BringIn, bring_in};
use ironstride::import::history::{InputFile, ReadOptions, read};
use ironstride::layout::{Selection, What, copy_to};
use ironstride::library::Library;
use ironstride::merge;
use ironstride::planning;
use ironstride::rules::Context;
use ironstride::store::{self, Saved, Store};
use tempfile::TempDir;
use uuid::Uuid;

const STEPS: &str = "IRONSTRIDE_MODEL";
const SEED: &str = "IRONSTRIDE_MODEL_SEED";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// Numbers that look random and are the same for a seed (a linear congruence, its upper bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }
}

/// What there is to lose, without stamps: of each athlete the profile, and the sessions day by day in their order.
#[derive(Debug, Clone, PartialEq)]
struct Content {
    settings: WorkspaceSettings,
    own: OwnLibrary,
    athletes: BTreeMap<AthleteId, (Profile, Vec<Half>)>,
}

/// A session without its stamps.
#[derive(Debug, Clone, PartialEq)]
struct Half {
    id: SessionId,
    date: NaiveDate,
    plan: Plan,
    log: Option<Log>,
    status: Status,
    locked: bool,
    alternatives: usize,
}

impl Content {
    fn of(workspace: &Workspace) -> Self {
        Self {
            settings: WorkspaceSettings {
                last_athlete: None,
                ..workspace.settings.clone()
            },
            own: OwnLibrary::clone(&workspace.own),
            athletes: workspace
                .athletes
                .iter()
                .map(|athlete| (athlete.id, content_of(athlete)))
                .collect(),
        }
    }
}

fn content_of(athlete: &Athlete) -> (Profile, Vec<Half>) {
    let profile = Profile {
        changed: Stamp::default(),
        ..athlete.profile.clone()
    };
    let sessions = athlete.sessions.all().iter().map(|session| Half {
        id: session.id,
        date: session.date,
        plan: Plan::clone(&session.plan),
        log: session.log.clone(),
        status: session.status.clone(),
        locked: session.locked,
        alternatives: session.alternatives.len(),
    });
    (profile, sessions.collect())
}

/// The program, the model beside it, and an athlete's own machine.
struct Year {
    chance: Chance,
    library: Library,
    folder: TempDir,
    store: Store,
    workspace: Workspace,
    history: History,
    /// What was there after each step that can be undone, the start first.
    past: Vec<Content>,
    /// What was there after each step that was undone, the next first to come last.
    future: Vec<Content>,
    /// A folder of the first athlete's own, with what they last had.
    theirs: Store,
    their_folder: TempDir,
    clock: DateTime<Utc>,
    last_id: u128,
    steps: Vec<String>,
}

impl Year {
    fn new(seed: u64) -> Self {
        let library = Library::shipped().unwrap();
        let options = DemoOptions {
            athletes: 3,
            weeks: 4,
            seed,
            today: today(),
        };
        let mut workspace = demo::workspace(&options, &library);
        if seed.is_multiple_of(3) {
            // One of them in several files, as after some years.
            let years = demo::heavy_years(1, today(), &library);
            let first = Athlete::clone(&workspace.athletes[0]);
            let recent = today() - Days::new(140);
            let years = years.sessions.between(recent, NaiveDate::MAX).iter();
            let sessions = years.chain(first.sessions.all());
            let sessions: Vec<Arc<Session>> = sessions.cloned().collect();
            let sessions = sessions.into();
            workspace.put(Arc::new(Athlete { sessions, ..first }));
        }
        let folder = tempfile::tempdir().unwrap();
        store::create(folder.path(), &workspace).unwrap();
        let (store, _) = Store::open(folder.path()).unwrap();
        let their_folder = tempfile::tempdir().unwrap();
        let own = Workspace {
            athletes: workspace.athletes[..1].to_vec(),
            ..Workspace::default()
        };
        store::create(their_folder.path(), &own).unwrap();
        let (theirs, _) = Store::open(their_folder.path()).unwrap();
        let mut year = Self {
            chance: Chance(seed),
            library,
            folder,
            store,
            past: vec![Content::of(&workspace)],
            future: Vec::new(),
            workspace,
            history: History::default(),
            theirs,
            their_folder,
            clock: DateTime::UNIX_EPOCH + TimeDelta::days(20_800),
            last_id: 1 << 64,
            steps: Vec::new(),
        };
        year.reload();
        year
    }

    fn tick(&mut self) -> DateTime<Utc> {
        self.clock += TimeDelta::seconds(1 + self.chance.below(4000) as i64);
        self.clock
    }

    fn stamp(&mut self, by: Author) -> Stamp {
        Stamp {
            at: self.tick(),
            by,
            name: Signature::new("Mira"),
        }
    }

    fn next_id(&mut self) -> SessionId {
        self.last_id += 1;
        SessionId::from_bits(self.last_id)
    }

    fn somebody(&mut self) -> Arc<Athlete> {
        let place = self.chance.below(self.workspace.athletes.len());
        self.workspace.athletes[place].clone()
    }

    fn apply(&mut self, label: &str, edits: Vec<WorkspaceEdit>) {
        let step = Transaction {
            label: label.to_owned(),
            edits,
        };
        let step = planning::transaction_with_next_loads(&self.workspace, &self.library, step);
        let stamp = self.stamp(Author::Coach);
        if self.history.apply(&mut self.workspace, step, stamp) {
            self.past.push(Content::of(&self.workspace));
            self.future.clear();
        }
    }

    /// Random edits of an athlete, of the sessions that `takes` says yes to.
    fn edits(&mut self, athlete: &Athlete, takes: impl Fn(SessionId) -> bool) -> Vec<Edit> {
        let mut athlete = athlete.clone();
        let mut edits = Vec::new();
        for _ in 0..=self.chance.below(3) {
            let all = athlete.sessions.all().iter();
            let all: Vec<Arc<Session>> = all.filter(|it| takes(it.id)).cloned().collect();
            let Some(session) = all.get(self.chance.below(all.len())) else {
                break;
            };
            let edit = self.edit_of(session);
            let stamp = self.stamp(Author::Coach);
            edit::apply(&mut athlete, std::slice::from_ref(&edit), stamp);
            edits.push(edit);
        }
        edits
    }

    fn edit_of(&mut self, session: &Arc<Session>) -> Edit {
        let mut changed = Session::clone(session);
        match self.chance.below(7) {
            0 => return Edit::Remove(session.id),
            1 => {
                changed.id = self.next_id();
                changed.external.clear();
            }
            2 => {
                let days = self.chance.below(15) as i64 - 7;
                let date = changed.date + TimeDelta::days(days);
                changed.move_to(Slot {
                    date,
                    ..changed.slot()
                });
            }
            3 => changed.plan.title = format!("Title {}", self.chance.below(1000)),
            4 => {
                changed.status = Status::Done;
                let mut log = changed.log.take().unwrap_or_default();
                log.duration = Some(Minutes(10 + self.chance.below(90) as u32));
                changed.log = Some(log);
            }
            5 => changed.locked = !changed.locked,
            _ => changed.plan.note = format!("Note {}", self.chance.below(1000)),
        }
        Edit::Put {
            session: Arc::new(changed),
            place: self.chance.below(4),
        }
    }

    fn step(&mut self) {
        match self.chance.below(20) {
            0..7 => self.edit(),
            7..10 => self.undo(),
            10..12 => self.redo(),
            12 => self.save_and_reload(),
            13 => self.copy(),
            14 => self.bring_in_history(),
            15 => self.bring_in_plan(),
            16 => self.merge_other_machine(),
            17 => self.exchange(),
            18 => self.change_profile_or_settings(),
            _ => self.remove_or_restore(),
        }
        self.check();
    }

    fn edit(&mut self) {
        self.steps.push("edit".to_owned());
        let athlete = self.somebody();
        let edits = self.edits(&athlete, |_| true);
        self.apply("Edit", vec![WorkspaceEdit::Athlete(athlete.id, edits)]);
    }

    fn undo(&mut self) {
        self.steps.push("undo".to_owned());
        let stamp = self.stamp(Author::Coach);
        let was_undone = self.history.undo(&mut self.workspace, stamp).is_some();
        assert_eq!(was_undone, self.past.len() > 1);
        if was_undone {
            self.future.extend(self.past.pop());
        }
    }

    fn redo(&mut self) {
        self.steps.push("redo".to_owned());
        let stamp = self.stamp(Author::Coach);
        let was_done = self.history.redo(&mut self.workspace, stamp).is_some();
        assert_eq!(was_done, !self.future.is_empty());
        self.past.extend(self.future.pop());
    }

    fn save(&mut self) {
        let now = self.tick();
        let known: BTreeSet<AthleteId> = self
            .workspace
            .athletes
            .iter()
            .map(|athlete| athlete.id)
            .collect();
        for athlete in &self.workspace.athletes {
            let saved = self.store.write_athlete(athlete, now).unwrap();
            assert!(!matches!(saved, Saved::Conflict { .. }), "{saved:?}");
        }
        let (_, opened) = Store::look(self.folder.path()).unwrap();
        for file in opened.athletes {
            if let Some(id) = file.id.filter(|id| !known.contains(id)) {
                self.store.remove_athlete(id, now).unwrap();
            }
        }
        self.store
            .write_settings(&self.workspace.settings, now)
            .unwrap();
        self.store.write_own(&self.workspace.own, now).unwrap();
    }

    /// Everything as another start of the program finds it.
    fn on_disk(&self) -> Workspace {
        let (store, opened) = Store::look(self.folder.path()).unwrap();
        assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
        let mut workspace = Workspace {
            settings: opened.settings,
            own: opened.own,
            ..Workspace::default()
        };
        for file in &opened.athletes {
            workspace.put(store.read_athlete(&file.file).unwrap());
        }
        assert_eq!(store.take_notes(), Vec::<String>::new());
        let problems = store.take_problems();
        assert!(problems.is_empty(), "{problems:?}");
        workspace
    }

    /// What is open, with tombstones in the order in which files in several parts hold them.
    fn sorted(workspace: &Workspace) -> Workspace {
        let mut sorted = workspace.clone();
        for athlete in &mut sorted.athletes {
            let mut other = Athlete::clone(athlete);
            other.tombstones.sort_by_key(|it| it.session);
            *athlete = Arc::new(other);
        }
        sorted
    }

    /// What is on the disk is what is open, with every stamp.
    fn save_and_reload(&mut self) {
        self.steps.push("save and reload".to_owned());
        self.save();
        assert_eq!(Self::sorted(&self.on_disk()), Self::sorted(&self.workspace));
        self.reload();
    }

    fn reload(&mut self) {
        let (_, opened) = Store::look(self.folder.path()).unwrap();
        for file in &opened.athletes {
            self.store.read_athlete(&file.file).unwrap();
        }
    }

    fn copy(&mut self) {
        self.steps.push("copy".to_owned());
        let (source, target) = (self.somebody(), self.somebody());
        if source.id == target.id {
            return;
        }
        let first = today() - Days::new(2 + 7 * self.chance.below(4) as u64);
        let selection = Selection {
            first,
            weeks: 1 + self.chance.below(2) as u32,
            what: What::All,
            replace: self.chance.below(2) == 0,
        };
        let settings = self.workspace.settings.clone();
        let profile = settings.checked(&target.profile);
        let library = self.library.clone();
        let context = Context::new(&profile, &library, today());
        let mut new_id = || self.next_id();
        let report = copy_to(&source, &target, &context, &selection, &mut new_id);
        let kept: Vec<SessionId> = target.sessions.all().iter().map(|it| it.id).collect();
        let gone = report.replaced.clone();
        self.apply(
            "Copy",
            vec![WorkspaceEdit::Athlete(target.id, report.edits)],
        );
        let now = self.workspace.athlete(target.id).unwrap();
        for id in kept.iter().filter(|id| !gone.contains(id)) {
            assert!(now.sessions.get(*id).is_some(), "copying lost {id:?}");
        }
    }

    fn bring_in_history(&mut self) {
        self.steps.push("bring in history".to_owned());
        let athlete = self.somebody();
        let day = today() - Days::new(self.chance.below(20) as u64);
        let kg = 20 + self.chance.below(100);
        let text = format!(
            "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n{day},Deadlift,Back,{kg}.0,kgs,3,,,,\n{day},Plank,Abs,,,,,,0:01:30,\n"
        );
        let file = InputFile::new("fitnotes.csv", text.into_bytes());
        let stamp = self.stamp(Author::Coach);
        let read = vec![read(&file, &ReadOptions::default())];
        let own = self.workspace.own.clone();
        let library = self.library.clone();
        let report = bring_in(
            read,
            BringIn {
                athlete: &athlete,
                library: &library,
                learned: &own.exercise_names,
                dumbbells: &own.dumbbell_weights,
                stamp,
                dates: ironstride::domain::DateStyle::default(),
                new_id: &mut || self.next_id(),
            },
        );
        let before = athlete.sessions.len();
        let added = report.added();
        self.apply(
            "Bring in",
            vec![WorkspaceEdit::Athlete(athlete.id, report.edits)],
        );
        let now = self.workspace.athlete(athlete.id).unwrap();
        assert_eq!(now.sessions.len(), before + added);
    }

    fn bring_in_plan(&mut self) {
        self.steps.push("bring in a plan".to_owned());
        let athlete = self.somebody();
        let text = ironstride::text::read(
            "Mon tempo 50min\nWed strength lower heavy 40min\n",
            &self.library,
        );
        let edits: Vec<Edit> = text
            .sessions
            .iter()
            .map(|read| {
                let date = today() + Days::new(self.chance.below(30) as u64);
                let stamp = Stamp::coach(self.clock);
                Edit::put(Session::planned(
                    self.next_id(),
                    date,
                    read.plan.clone(),
                    stamp,
                ))
            })
            .collect();
        assert_eq!(edits.len(), 2, "{:?}", text.errors);
        self.apply("Plan", vec![WorkspaceEdit::Athlete(athlete.id, edits)]);
    }

    fn change_profile_or_settings(&mut self) {
        self.steps
            .push("change the profile or the settings".to_owned());
        let athlete = self.somebody();
        let number = self.chance.below(1000);
        if self.chance.below(2) == 0 {
            let mut profile = athlete.profile.clone();
            profile.notes = format!("Notes {number}");
            let edits = vec![Edit::Profile(Box::new(profile))];
            self.apply("Profile", vec![WorkspaceEdit::Athlete(athlete.id, edits)]);
        } else {
            let mut settings = self.workspace.settings.clone();
            settings.coach = format!("Coach {number}");
            self.apply(
                "Settings",
                vec![WorkspaceEdit::Settings(Box::new(settings))],
            );
        }
    }

    fn remove_or_restore(&mut self) {
        if self.workspace.athletes.len() > 1 && self.chance.below(3) == 0 {
            self.steps.push("remove an athlete".to_owned());
            let athlete = self.somebody();
            self.apply("Remove", vec![WorkspaceEdit::RemoveAthlete(athlete.id)]);
            return;
        }
        self.steps.push("restore a backup".to_owned());
        self.save();
        let kept = self.store.kept_files();
        let file = &kept[self.chance.below(kept.len())];
        let Some(version) = file.versions.get(self.chance.below(file.versions.len())) else {
            return;
        };
        let store::Content::Athlete(then) =
            self.store.read_version(file.kind, &version.path).unwrap()
        else {
            return;
        };
        let now = self.tick();
        let id = self.store.make_way(file, then.id, now).unwrap();
        assert_eq!(id, then.id);
        let restored = match self.workspace.athlete(id) {
            Some(athlete) => {
                let edits = planning::restore_athlete(athlete, &then);
                let mut restored = Athlete::clone(athlete);
                let stamp = self.stamp(Author::Coach);
                edit::apply(&mut restored, &edits, stamp);
                restored
            }
            None => Athlete::clone(&then),
        };
        self.apply(
            "Restore",
            vec![WorkspaceEdit::PutAthlete(Arc::new(restored))],
        );
        let is_now = self.workspace.athlete(id).unwrap();
        assert_eq!(content_of(is_now), content_of(&then));
    }

    /// A second machine edits other sessions of the same athlete; both sides' edits are there afterwards.
    fn merge_other_machine(&mut self) {
        self.steps.push("merge with another machine".to_owned());
        let base = self.somebody();
        let is_even = |id: SessionId| id.0.as_u128().is_multiple_of(2);
        let (mut ours, mut theirs) = (Athlete::clone(&base), Athlete::clone(&base));
        let edits = self.edits(&base, is_even);
        let stamp = self.stamp(Author::Coach);
        edit::apply(&mut ours, &edits, stamp);
        let edits = self.edits(&base, |id| !is_even(id));
        let stamp = self.stamp(Author::Coach);
        edit::apply(&mut theirs, &edits, stamp);
        let merged = merge::athletes(Some(&base), &ours, &theirs).athlete;
        let find = |athlete: &Athlete, id| {
            let (_, all) = content_of(athlete);
            all.into_iter().find(|half| half.id == id)
        };
        let mut ids: BTreeSet<SessionId> = BTreeSet::new();
        for athlete in [&base, &ours, &theirs] {
            ids.extend(athlete.sessions.all().iter().map(|it| it.id));
        }
        for id in ids {
            let [was, here, there] = [&base, &ours, &theirs].map(|athlete| find(athlete, id));
            let expected = if here == was { there } else { here };
            assert_eq!(find(&merged, id), expected, "{id:?}");
        }
        self.apply("Merge", vec![WorkspaceEdit::PutAthlete(Arc::new(merged))]);
    }

    /// A package goes to the athlete, who logs, and comes back.
    fn exchange(&mut self) {
        self.steps.push("exchange packages".to_owned());
        let (_, opened) = Store::look(self.their_folder.path()).unwrap();
        let their_file = opened.athletes[0].file.clone();
        let there = self.theirs.read_athlete(&their_file).unwrap();
        let Some(here) = self.workspace.athlete(there.id).cloned() else {
            return;
        };
        let out = self.folder.path().join("out.pkg");
        let version = VersionId(Uuid::from_u128(
            (u128::from(self.chance.below(1 << 30) as u32) << 64) | self.last_id,
        ));
        let stamp = self.stamp(Author::Coach);
        self.store
            .write_package(&out, &here, stamp, version)
            .unwrap();
        let read = store::read_package(&out).unwrap();
        let offer = self.theirs.offer(&read.package, &there).unwrap();
        let mut athlete = offer.merged.athlete;
        let all: Vec<Arc<Session>> = athlete.sessions.all().to_vec();
        let Some(session) = all.get(self.chance.below(all.len())) else {
            return;
        };
        let mut logged = Session::clone(session);
        logged.status = Status::Done;
        let mut log = logged.log.take().unwrap_or_default();
        let said = format!("Felt fine {}", self.chance.below(10_000));
        log.note = said.clone().into();
        logged.log = Some(log);
        let edit = Edit::update(&athlete, logged);
        let stamp = self.stamp(Author::Athlete);
        edit::apply(&mut athlete, &[edit], stamp);
        let now = self.tick();
        self.theirs.write_athlete(&athlete, now).unwrap();
        self.theirs.remember_package(&read.package).unwrap();

        let back = self.folder.path().join("back.pkg");
        let version = VersionId(Uuid::from_u128(version.0.as_u128() ^ (1 << 120)));
        let stamp = self.stamp(Author::Athlete);
        self.theirs
            .write_package(&back, &athlete, stamp, version)
            .unwrap();
        let read = store::read_package(&back).unwrap();
        let offer = self.store.offer(&read.package, &here).unwrap();
        let merged = Arc::new(offer.merged.athlete);
        let noted = merged
            .sessions
            .get(session.id)
            .and_then(|it| it.log.clone());
        let noted = noted.map(|log| log.note).unwrap_or_default();
        assert!(
            noted.contains(&said),
            "the log did not come home: {noted:?}"
        );
        self.apply("Take the package", vec![WorkspaceEdit::PutAthlete(merged)]);
        self.store.remember_package(&read.package).unwrap();
    }

    fn check(&self) {
        let content = Content::of(&self.workspace);
        assert_eq!(Some(&content), self.past.last(), "it is what it should be");
        let mut athletes = BTreeSet::new();
        for athlete in &self.workspace.athletes {
            assert!(athletes.insert(athlete.id));
            let mut sessions = BTreeSet::new();
            for session in athlete.sessions.all() {
                assert!(
                    sessions.insert(session.id),
                    "{:?} is there twice",
                    session.id
                );
            }
            for tombstone in &athlete.tombstones {
                assert!(
                    !sessions.contains(&tombstone.session),
                    "both there and deleted"
                );
            }
        }
    }

    fn end(&mut self) {
        while self.past.len() > 1 {
            self.undo();
            self.check();
        }
        self.save_and_reload();
        while !self.future.is_empty() {
            self.redo();
            self.check();
        }
        self.save_and_reload();
    }
}

#[test]
fn random_years_lose_nothing_and_can_be_taken_back_to_their_start() {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .and_then(|it| it.parse::<u64>().ok())
    };
    let steps = number(STEPS).unwrap_or(150);
    let first = number(SEED).unwrap_or(1);
    for seed in first..first + 3 {
        let mut year = Year::new(seed);
        let run = catch_unwind(AssertUnwindSafe(|| {
            for _ in 0..steps {
                year.step();
            }
            year.end();
        }));
        if let Err(panic) = run {
            let last = year.steps.iter().rev().take(12).collect::<Vec<_>>();
            eprintln!(
                "seed {seed}, after {} steps of {steps}; the last, newest first: {last:?}",
                year.steps.len()
            );
            resume_unwind(panic);
        }
    }
}
