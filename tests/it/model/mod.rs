//! A coach's year in random steps: edits, undo, redo, saves, reloads, copies, plans and history brought in, merges with a
//! second machine, packages to an athlete and back. Beside it a model that knows no more than what was there after each
//! step. They agree all the time: identities are unique, nothing is lost, and undo to the start is the start.
//!
//! The usual run does 150 steps from three seeds; `IRONSTRIDE_MODEL=1000` does so many of each, and
//! `IRONSTRIDE_MODEL_SEED=7` others. A failure names both and the last steps.

mod arrivals;
mod content;
mod disk;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{
    Athlete, AthleteId, Author, Log, Minutes, OwnLibrary, Plan, Profile, Session, SessionId,
    Signature, Slot, Stamp, Status, VersionId, Workspace, WorkspaceSettings,
};
use ironstride::edit::{self, Edit, Transaction, UndoHistory, WorkspaceEdit};
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

use content::{Content, content_of};

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

/// The program, the model beside it, and an athlete's own machine.
struct Year {
    chance: Chance,
    library: Library,
    folder: TempDir,
    store: Store,
    workspace: Workspace,
    history: UndoHistory,
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
            history: UndoHistory::default(),
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
