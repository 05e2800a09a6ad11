//! Activities brought into an athlete's calendar: added, joined to what was planned, or known already.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, ExternalId, NameAnswer, Session, SessionId, Stamp, Status};
use crate::edit::Edit;
use crate::library::Library;

use super::activity::Activity;
use super::draining::draining;
use super::exercise_names::{ExerciseMatch, match_exercise};
use super::merge_reply::{Outcome, merge_reply};
use super::reading::{FileHistory, Skipped};
use super::relink::relinked;
use super::reply::Reply;
use super::report::{FileReport, HistoryReport, UnknownExercise};
use super::same::is_same;
use super::session_of::{fill_in, fits, log_of, plan_of, unlikeness};

/// What activities are brought into, and with what.
pub struct BringIn<'a> {
    /// Whose calendar.
    pub athlete: &'a Athlete,
    /// The exercises that names are looked up in.
    pub library: &'a Library,
    /// Answers to earlier questions about names.
    pub learned: &'a BTreeMap<String, NameAnswer>,
    /// The moment of the change.
    pub stamp: Stamp,
    /// Makes the identity of a new session.
    pub new_id: &'a mut dyn FnMut() -> SessionId,
}

/// Works out what these files would add to the athlete. Files are taken in order, so that two of them with the same
/// run give it once. Nothing changes before the report's edits are applied.
pub fn bring_in(files: Vec<FileHistory>, mut to: BringIn) -> HistoryReport {
    let mut calendar = Calendar::of(to.athlete);
    let mut names = HashMap::new();
    let mut report = HistoryReport::default();
    for file in files {
        report.files.push(calendar.take(file, &mut to, &mut names));
    }
    if !report.waits() {
        report.relinked = calendar.relink(&to, &mut names);
        report.edits = calendar.edits(to.athlete);
    }
    report
}

/// The athlete's sessions by day as they would stand, and which of them changed.
struct Calendar<'a> {
    days: HashMap<NaiveDate, Vec<Arc<Session>>>,
    /// What programs know the athlete's own sessions by, wherever those stand by now.
    ids: HashSet<(&'a str, &'a str)>,
    changed: Vec<(NaiveDate, SessionId)>,
}

impl<'a> Calendar<'a> {
    fn of(athlete: &'a Athlete) -> Self {
        let mut days: HashMap<NaiveDate, Vec<Arc<Session>>> = HashMap::new();
        let mut ids = HashSet::new();
        for session in athlete.sessions.all() {
            days.entry(session.date).or_default().push(session.clone());
            for external in &session.external {
                ids.insert((external.system.as_str(), external.id.as_str()));
            }
        }
        Self {
            days,
            ids,
            changed: Vec::new(),
        }
    }

    fn take(
        &mut self,
        file: FileHistory,
        to: &mut BringIn,
        names: &mut HashMap<String, ExerciseMatch>,
    ) -> FileReport {
        let mut report = FileReport {
            name: file.name,
            format: file.format,
            program: file.program,
            skipped: file.reading.skipped,
            needs: file.reading.needs,
            mapping: file.reading.mapping,
            ..FileReport::default()
        };
        let mut asked = HashSet::new();
        for activity in draining(file.reading.activities) {
            report.sets += activity.sets();
            for exercise in &activity.exercises {
                let name = &exercise.name;
                if asked.contains(name) {
                    continue;
                }
                asked.insert(name.clone());
                let found = names
                    .entry(name.clone())
                    .or_insert_with(|| match_exercise(name, to.library, to.learned));
                if let ExerciseMatch::Unknown(guesses) = found {
                    report.unknown.push(UnknownExercise {
                        name: name.clone(),
                        guesses: guesses.clone(),
                    });
                }
            }
            match self.place(activity, to, names) {
                Placed::Added => report.add += 1,
                Placed::Joined => report.join += 1,
                Placed::Known => report.known += 1,
            }
        }
        for reply in &file.reading.replies {
            self.reply(reply, to, &mut report);
        }
        report
    }

    /// Gives sets that wait under a name to the exercise it is known for by now, and counts the sessions.
    fn relink(&mut self, to: &BringIn, names: &mut HashMap<String, ExerciseMatch>) -> usize {
        let mut changed = Vec::new();
        for session in self.days.values_mut().flatten() {
            let found = relinked(session, |name| {
                let found = names
                    .entry(name.to_owned())
                    .or_insert_with(|| match_exercise(name, to.library, to.learned));
                match found {
                    ExerciseMatch::Known(id) => Some(id.clone()),
                    ExerciseMatch::LeftOut | ExerciseMatch::Unknown(_) => None,
                }
            });
            if let Some(found) = found {
                changed.push((found.date, found.id));
                *session = Arc::new(found);
            }
        }
        // Days come in no order of their own; the edits do.
        changed.sort_unstable();
        let count = changed.len();
        self.changed.append(&mut changed);
        count
    }

    /// Merges what an athlete sent from the phone, session by session.
    fn reply(&mut self, whole: &Reply, to: &BringIn, report: &mut FileReport) {
        if whole.athlete != to.athlete.id {
            let name = whole.name.trim();
            report.skipped.push(Skipped {
                line: 0,
                reason: format!(
                    "it is the answer of {name}, and not of {}; show {name} and bring it in there",
                    to.athlete.profile.name.trim()
                ),
            });
            return;
        }
        for reply in &whole.sessions {
            let found = self.find(reply.session);
            let current = found.and_then(|(date, place)| self.days.get(&date)?.get(place));
            let merged = merge_reply(
                reply,
                current.map(AsRef::as_ref),
                whole.units,
                to.library,
                to.stamp,
            );
            let sets = reply.log.exercises.iter().map(|done| done.sets.len());
            report.sets += sets.sum::<usize>();
            report.remarks.extend(merged.remarks);
            match merged.outcome {
                Outcome::Added => report.add += 1,
                Outcome::Joined => report.join += 1,
                Outcome::Known => report.known += 1,
            }
            if let Some(session) = merged.session {
                self.put(found, session);
            }
        }
    }

    /// The day a session stands on, and its place there.
    fn find(&self, id: SessionId) -> Option<(NaiveDate, usize)> {
        self.days.iter().find_map(|(date, sessions)| {
            let place = sessions.iter().position(|session| session.id == id)?;
            Some((*date, place))
        })
    }

    /// Puts a session in the stead of the one that stood there before, on another day where it moved.
    fn put(&mut self, stood: Option<(NaiveDate, usize)>, session: Session) {
        self.changed.push((session.date, session.id));
        if let Some((date, place)) = stood
            && let Some(day) = self.days.get_mut(&date)
        {
            if date == session.date {
                day[place] = Arc::new(session);
                return;
            }
            day.remove(place);
        }
        let day = self.days.entry(session.date).or_default();
        day.push(Arc::new(session));
    }

    fn place(
        &mut self,
        activity: Activity,
        to: &mut BringIn,
        names: &HashMap<String, ExerciseMatch>,
    ) -> Placed {
        let day = self.days.entry(activity.date).or_default();
        // What another file brought a moment ago stands on this day.
        if self.ids.contains(&(activity.system, activity.key.as_str()))
            || day.iter().any(|session| is_from(session, &activity))
        {
            return Placed::Known;
        }
        let external = ExternalId {
            system: activity.system.to_owned(),
            id: activity.key.clone(),
        };
        if let Some(session) = day.iter_mut().find(|session| is_same(&activity, session)) {
            let session = Arc::make_mut(session);
            session.external.push(external);
            fill_in(session, log_of(activity, names));
            self.changed.push((session.date, session.id));
            return Placed::Known;
        }
        let planned = day
            .iter_mut()
            .filter(|session| {
                session.log.is_none() && matches!(session.status, Status::Planned | Status::Missed)
            })
            .filter(|session| fits(&activity, session))
            .min_by_key(|session| unlikeness(&activity, session));
        if let Some(session) = planned {
            let session = Arc::make_mut(session);
            session.external.push(external);
            session.status = Status::Done;
            session.log = Some(log_of(activity, names));
            self.changed.push((session.date, session.id));
            return Placed::Joined;
        }
        let mut session =
            Session::planned((to.new_id)(), activity.date, plan_of(&activity), to.stamp);
        session.status = Status::Done;
        session.log = Some(log_of(activity, names));
        session.log_changed = Some(to.stamp);
        session.external = vec![external];
        self.changed.push((session.date, session.id));
        // Few days have a second session, and a vector would begin with room for four.
        day.reserve_exact(1);
        day.push(Arc::new(session));
        Placed::Added
    }

    /// The sessions that changed, each once, as edits.
    fn edits(&self, athlete: &Athlete) -> Vec<Edit> {
        let mut seen = HashSet::new();
        // Where one moved, the last day counts.
        let days: HashMap<SessionId, NaiveDate> =
            self.changed.iter().map(|(date, id)| (*id, *date)).collect();
        self.changed
            .iter()
            .filter(|(_, id)| seen.insert(*id))
            .filter_map(|(_, id)| {
                let session = self
                    .days
                    .get(days.get(id)?)?
                    .iter()
                    .find(|session| session.id == *id)?;
                Some(Edit::update(athlete, session.clone()))
            })
            .collect()
    }
}

enum Placed {
    Added,
    Joined,
    Known,
}

/// True when the session came from this very record of the program.
fn is_from(session: &Session, activity: &Activity) -> bool {
    let is_it = |known: &ExternalId| known.system == activity.system && known.id == activity.key;
    session.external.iter().any(is_it)
}
