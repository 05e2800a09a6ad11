//! The only code that changes a document: edits, and the history that takes them back.

mod undo_history;

use std::sync::Arc;

use crate::domain::{
    Athlete, AthleteId, DumbbellWeight, Exercise, ExerciseId, NameAnswer, OwnLibrary, Profile,
    Program, ProgramId, Session, SessionId, SessionTemplate, Stamp, TemplateId, Tombstone,
    WeekTemplate, Workspace, WorkspaceSettings,
};

pub use undo_history::{Transaction, UndoHistory};

/// A change to one athlete.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Puts a session at `place` among those of its day, new or in place of the one with its id.
    Put {
        /// The session as it should be.
        session: Arc<Session>,
        /// Place within the day, from 0; past the end means at the end.
        place: usize,
    },
    /// Takes a session out and leaves a tombstone.
    Remove(SessionId),
    /// Replaces the profile.
    Profile(Box<Profile>),
}

impl Edit {
    /// Puts a session at the end of its day.
    pub fn put(session: Session) -> Self {
        Self::Put {
            session: Arc::new(session),
            place: usize::MAX,
        }
    }

    /// Puts a changed session back where it stands.
    pub fn update(athlete: &Athlete, session: impl Into<Arc<Session>>) -> Self {
        let session = session.into();
        let stays = athlete
            .sessions
            .get(session.id)
            .is_some_and(|old| old.date == session.date);
        let place = if stays {
            athlete.sessions.place(session.id)
        } else {
            None
        };
        Self::Put {
            session,
            place: place.unwrap_or(usize::MAX),
        }
    }
}

/// A change to the workspace.
#[derive(Debug, Clone, PartialEq)]
pub enum WorkspaceEdit {
    /// Changes within one athlete, in order.
    Athlete(AthleteId, Vec<Edit>),
    /// What the other edits of a step bring along in an athlete, such as the loads of the next times. It is done, saved
    /// and taken back with them, and is not what the step is about.
    FollowUp(AthleteId, Vec<Edit>),
    /// Adds an athlete, or brings one back.
    PutAthlete(Arc<Athlete>),
    /// Takes an athlete out.
    RemoveAthlete(AthleteId),
    /// Adds or replaces an own exercise.
    PutExercise(Box<Exercise>),
    /// Deletes an own exercise.
    RemoveExercise(ExerciseId),
    /// Adds or replaces an own session template.
    PutSessionTemplate(Box<SessionTemplate>),
    /// Deletes an own session template.
    RemoveSessionTemplate(TemplateId),
    /// Adds or replaces an own template week.
    PutWeekTemplate(Box<WeekTemplate>),
    /// Deletes an own template week.
    RemoveWeekTemplate(TemplateId),
    /// Adds or replaces an own program.
    PutProgram(Box<Program>),
    /// Deletes an own program.
    RemoveProgram(ProgramId),
    /// Says what a name of another program means, or takes that back.
    PutExerciseName(String, Option<NameAnswer>),
    /// Says what a program means by the weight of two dumbbells, or takes that back.
    PutDumbbellWeight(String, Option<DumbbellWeight>),
    /// Replaces the settings.
    Settings(Box<WorkspaceSettings>),
}

/// Applies edits to an athlete, in order, and returns the edits that take them back, in order.
///
/// Each half of a session that changed is stamped; the other keeps its stamp.
pub fn apply(athlete: &mut Athlete, edits: &[Edit], stamp: Stamp) -> Vec<Edit> {
    let mut inverse: Vec<Edit> = edits
        .iter()
        .filter_map(|edit| apply_one(athlete, edit, stamp))
        .collect();
    inverse.reverse();
    inverse
}

fn apply_one(athlete: &mut Athlete, edit: &Edit, stamp: Stamp) -> Option<Edit> {
    match edit {
        Edit::Put { session, place } => {
            let old_place = athlete.sessions.place(session.id);
            let old = athlete.sessions.get(session.id).cloned();
            athlete
                .tombstones
                .retain(|tombstone| tombstone.session != session.id);
            let new = stamped(session, old.as_deref(), stamp);
            athlete.sessions.put(new.clone(), *place);
            let is_same = old.as_ref() == Some(&new);
            if is_same && athlete.sessions.place(session.id) == old_place {
                return None;
            }
            Some(match (old, old_place) {
                (Some(session), Some(place)) => Edit::Put { session, place },
                _ => Edit::Remove(session.id),
            })
        }
        Edit::Remove(id) => {
            let place = athlete.sessions.place(*id)?;
            let session = athlete.sessions.remove(*id)?;
            athlete.tombstones.push(Tombstone::of(&session, stamp));
            Some(Edit::Put { session, place })
        }
        Edit::Profile(profile) => {
            let mut profile = profile.clone();
            profile.changed = athlete.profile.changed;
            if *profile == athlete.profile {
                return None;
            }
            profile.changed = stamp;
            let old = std::mem::replace(&mut athlete.profile, *profile);
            Some(Edit::Profile(Box::new(old)))
        }
    }
}

fn stamped(session: &Arc<Session>, old: Option<&Session>, stamp: Stamp) -> Arc<Session> {
    let mut session = session.clone();
    let plan_same = old.is_some_and(|old| {
        old.plan == session.plan
            && old.date == session.date
            && old.locked == session.locked
            && old.first_planned == session.first_planned
    });
    let log_same = old.map_or(session.log.is_none(), |old| {
        old.log == session.log && old.status == session.status
    });
    let edited = Arc::make_mut(&mut session);
    edited.plan_changed = match old {
        Some(old) if plan_same => old.plan_changed,
        _ => stamp,
    };
    edited.log_changed = match old {
        Some(old) if log_same => old.log_changed,
        None if log_same => None,
        _ => Some(stamp),
    };
    session
}

/// Applies edits to a workspace, in order, and returns the edits that take them back, in order.
/// An edit whose target is not there changes nothing.
pub fn apply_all(
    workspace: &mut Workspace,
    edits: &[WorkspaceEdit],
    stamp: Stamp,
) -> Vec<WorkspaceEdit> {
    let mut inverse: Vec<WorkspaceEdit> = edits
        .iter()
        .filter_map(|edit| apply_to(workspace, edit, stamp))
        .collect();
    inverse.reverse();
    inverse
}

fn apply_to(
    workspace: &mut Workspace,
    edit: &WorkspaceEdit,
    stamp: Stamp,
) -> Option<WorkspaceEdit> {
    match edit {
        WorkspaceEdit::Athlete(id, edits) => {
            let inverse = apply_to_athlete(workspace, *id, edits, stamp)?;
            Some(WorkspaceEdit::Athlete(*id, inverse))
        }
        WorkspaceEdit::FollowUp(id, edits) => {
            let inverse = apply_to_athlete(workspace, *id, edits, stamp)?;
            Some(WorkspaceEdit::FollowUp(*id, inverse))
        }
        WorkspaceEdit::PutAthlete(athlete) => {
            let old = workspace.athlete(athlete.id).cloned();
            if old.as_ref() == Some(athlete) {
                return None;
            }
            workspace.put(athlete.clone());
            Some(match old {
                Some(old) => WorkspaceEdit::PutAthlete(old),
                None => WorkspaceEdit::RemoveAthlete(athlete.id),
            })
        }
        WorkspaceEdit::RemoveAthlete(id) => {
            let old = workspace.athlete(*id)?.clone();
            workspace.athletes.retain(|athlete| athlete.id != *id);
            Some(WorkspaceEdit::PutAthlete(old))
        }
        WorkspaceEdit::Settings(settings) => {
            let mut new = (**settings).clone();
            // Whom to show next is no setting that anybody makes: it stays where a change is taken back.
            new.last_athlete = workspace.settings.last_athlete;
            if new == workspace.settings {
                return None;
            }
            let old = std::mem::replace(&mut workspace.settings, new);
            Some(WorkspaceEdit::Settings(Box::new(old)))
        }
        own => {
            let before = workspace.own.clone();
            let inverse = apply_own(Arc::make_mut(&mut workspace.own), own);
            if workspace.own == before {
                workspace.own = before;
                return None;
            }
            inverse
        }
    }
}

/// Applies edits to one athlete; `None` when they change nothing.
fn apply_to_athlete(
    workspace: &mut Workspace,
    id: AthleteId,
    edits: &[Edit],
    stamp: Stamp,
) -> Option<Vec<Edit>> {
    let mut athlete = workspace.athlete(id)?.clone();
    let inverse = apply(Arc::make_mut(&mut athlete), edits, stamp);
    if inverse.is_empty() {
        return None;
    }
    workspace.put(athlete);
    Some(inverse)
}

fn apply_own(own: &mut OwnLibrary, edit: &WorkspaceEdit) -> Option<WorkspaceEdit> {
    match edit {
        WorkspaceEdit::PutExercise(new) => Some(
            put_by(&mut own.exercises, (**new).clone(), |e| &e.id).map_or_else(
                || WorkspaceEdit::RemoveExercise(new.id.clone()),
                |old| WorkspaceEdit::PutExercise(Box::new(old)),
            ),
        ),
        WorkspaceEdit::RemoveExercise(id) => take_by(&mut own.exercises, |e| e.id == *id)
            .map(|old| WorkspaceEdit::PutExercise(Box::new(old))),
        WorkspaceEdit::PutSessionTemplate(new) => Some(
            put_by(&mut own.sessions, (**new).clone(), |t| &t.id).map_or_else(
                || WorkspaceEdit::RemoveSessionTemplate(new.id.clone()),
                |old| WorkspaceEdit::PutSessionTemplate(Box::new(old)),
            ),
        ),
        WorkspaceEdit::RemoveSessionTemplate(id) => take_by(&mut own.sessions, |t| t.id == *id)
            .map(|old| WorkspaceEdit::PutSessionTemplate(Box::new(old))),
        WorkspaceEdit::PutWeekTemplate(new) => Some(
            put_by(&mut own.weeks, (**new).clone(), |t| &t.id).map_or_else(
                || WorkspaceEdit::RemoveWeekTemplate(new.id.clone()),
                |old| WorkspaceEdit::PutWeekTemplate(Box::new(old)),
            ),
        ),
        WorkspaceEdit::RemoveWeekTemplate(id) => take_by(&mut own.weeks, |t| t.id == *id)
            .map(|old| WorkspaceEdit::PutWeekTemplate(Box::new(old))),
        WorkspaceEdit::PutProgram(new) => Some(
            put_by(&mut own.programs, (**new).clone(), |p| &p.id).map_or_else(
                || WorkspaceEdit::RemoveProgram(new.id.clone()),
                |old| WorkspaceEdit::PutProgram(Box::new(old)),
            ),
        ),
        WorkspaceEdit::RemoveProgram(id) => take_by(&mut own.programs, |p| p.id == *id)
            .map(|old| WorkspaceEdit::PutProgram(Box::new(old))),
        WorkspaceEdit::PutExerciseName(name, answer) => {
            let old = match answer {
                Some(answer) => own.exercise_names.insert(name.clone(), answer.clone()),
                None => own.exercise_names.remove(name),
            };
            Some(WorkspaceEdit::PutExerciseName(name.clone(), old))
        }
        WorkspaceEdit::PutDumbbellWeight(program, answer) => {
            let old = match answer {
                Some(answer) => own.dumbbell_weights.insert(program.clone(), *answer),
                None => own.dumbbell_weights.remove(program),
            };
            Some(WorkspaceEdit::PutDumbbellWeight(program.clone(), old))
        }
        WorkspaceEdit::Athlete(..)
        | WorkspaceEdit::FollowUp(..)
        | WorkspaceEdit::PutAthlete(_)
        | WorkspaceEdit::RemoveAthlete(_)
        | WorkspaceEdit::Settings(_) => None,
    }
}

/// Remembers whom to show at the next start, which is no step to undo. False when that is nothing new.
pub fn remember_athlete(workspace: &mut Workspace, id: AthleteId) -> bool {
    workspace.settings.last_athlete.replace(id) != Some(id)
}

fn put_by<T, K: PartialEq>(items: &mut Vec<T>, new: T, key: impl Fn(&T) -> &K) -> Option<T> {
    if let Some(item) = items.iter_mut().find(|item| key(item) == key(&new)) {
        return Some(std::mem::replace(item, new));
    }
    items.push(new);
    None
}

fn take_by<T>(items: &mut Vec<T>, wanted: impl Fn(&T) -> bool) -> Option<T> {
    let index = items.iter().position(wanted)?;
    Some(items.remove(index))
}
