//! What belongs to a workspace as a whole: its settings, and the coach's own library.

use std::fmt::Debug;

use crate::domain::{
    Exercise, ExerciseId, OwnLibrary, Program, ProgramId, SessionTemplate, TemplateId,
    WeekTemplate, WorkspaceSettings,
};

use super::decisions::{Decision, MergeDecision, Subject};
use super::fields::by_field;
use super::judge::Judge;
use super::list;
use super::profile;

/// Merges two versions of the settings on the last that both had. They bear no dates: of what both changed one stands,
/// the same on every machine, and that is told.
pub fn settings(
    base: Option<&WorkspaceSettings>,
    ours: &WorkspaceSettings,
    theirs: &WorkspaceSettings,
) -> (WorkspaceSettings, Vec<MergeDecision>) {
    let mut judge = Judge::undated(ours, theirs);
    // `last_athlete` never conflicts: it is not something the coach decided.
    let either = |judge: &mut Judge, base: Option<&_>, ours: &_, theirs: &_| {
        let had_chosen = judge.has_chosen;
        let athlete = judge.pick(base, ours, theirs);
        judge.has_chosen = had_chosen;
        athlete
    };
    let merged = {
        let judge = &mut judge;
        by_field!(WorkspaceSettings, judge, base, ours, theirs;
            coach, logo, keeper, last_athlete: either, demo, policy, rules: profile::rules, newcomers,
        )
    };
    let decisions = judge.has_chosen.then(|| MergeDecision {
        subject: Subject::Settings,
        decision: Decision::chosen(judge.prefers_ours()),
    });
    (merged, decisions.into_iter().collect())
}

/// Merges two versions of the coach's own library on the last that both had. An entry that both changed is there twice
/// afterwards.
pub fn libraries(
    base: Option<&OwnLibrary>,
    ours: &OwnLibrary,
    theirs: &OwnLibrary,
) -> (OwnLibrary, Vec<MergeDecision>) {
    let mut judge = Judge::undated(ours, theirs);
    let mut decisions = Vec::new();
    let merged = {
        let judge = &mut judge;
        by_field!(OwnLibrary, judge, base, ours, theirs;
            exercises: |_: &mut Judge, base, ours, theirs| entries(base, ours, theirs, &mut decisions),
            sessions: |_: &mut Judge, base, ours, theirs| entries(base, ours, theirs, &mut decisions),
            weeks: |_: &mut Judge, base, ours, theirs| entries(base, ours, theirs, &mut decisions),
            programs: |_: &mut Judge, base, ours, theirs| entries(base, ours, theirs, &mut decisions),
            exercise_names: Judge::map,
            dumbbell_weights: Judge::map,
        )
    };
    (merged, decisions)
}

/// An entry of the library.
trait Entry: Clone + PartialEq + Debug {
    fn id(&self) -> &str;
    fn name(&self) -> &str;
    /// The same under another identity and name.
    fn renamed(&self, id: String, name: String) -> Self;
}

macro_rules! entry {
    ($type:ident, $id:ident) => {
        impl Entry for $type {
            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn name(&self) -> &str {
                &self.name
            }
            fn renamed(&self, id: String, name: String) -> Self {
                Self {
                    id: $id::new(id),
                    name,
                    ..self.clone()
                }
            }
        }
    };
}

entry!(Exercise, ExerciseId);
entry!(SessionTemplate, TemplateId);
entry!(WeekTemplate, TemplateId);
entry!(Program, ProgramId);

/// Entries by their identities. Of one that both changed the second version goes to the end under a name of its own.
fn entries<T: Entry>(
    base: Option<&Vec<T>>,
    ours: &Vec<T>,
    theirs: &Vec<T>,
    decisions: &mut Vec<MergeDecision>,
) -> Vec<T> {
    let base = base.map(Vec::as_slice).unwrap_or_default();
    let mut beside = Vec::new();
    let key = |entry: &T| entry.id().to_owned();
    let mut merged = list::merged(base, ours, theirs, key, |base, ours, theirs| {
        let mut judge = Judge::undated(ours, theirs);
        let stands = judge.pick(base, ours, theirs);
        if judge.has_chosen {
            let other = if judge.prefers_ours() { theirs } else { ours };
            beside.push(other.clone());
        }
        stands
    });
    beside.sort_by_key(key);
    for other in beside {
        decisions.push(MergeDecision {
            subject: Subject::Entry(other.name().to_owned()),
            decision: Decision::KeptBoth,
        });
        let mut id = format!("{}-other", other.id());
        let mut number = 1;
        while merged.iter().any(|entry| entry.id() == id) {
            number += 1;
            id = format!("{}-other-{number}", other.id());
        }
        let name = format!("{} (other version)", other.name());
        merged.push(other.renamed(id, name));
    }
    merged
}
