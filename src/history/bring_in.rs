//! Activities brought into an athlete's calendar: added, joined to what was planned, or known already.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, DateStyle, DumbbellWeight, ExternalId, NameAnswer, Session, SessionId, Stamp, Status,
};
use crate::edit::Edit;
use crate::library::Library;

use super::activity::Activity;
use super::draining::draining;
use super::dumbbell_names::weight_of;
use super::dumbbells::{reweighed, weigh};
use super::matched_names::MatchedNames;
use super::merge_reply::{Outcome, merge_reply};
use super::reading::{FileHistory, Skipped};
use super::relink::relinked;
use super::reply::Reply;
use super::report::{FileReport, HistoryReport, UnknownExercise};
use super::same::is_same;
use super::session_of::{fill_in, fits, log_of, name_it, plan_of, unlikeness};

/// What activities are brought into, and with what.
pub struct BringIn<'a> {
    /// Whose calendar.
    pub athlete: &'a Athlete,
    /// The exercises that names are looked up in.
    pub library: &'a Library,
    /// Answers to earlier questions about names.
    pub learned: &'a BTreeMap<String, NameAnswer>,
    /// What programs mean by the weight of two dumbbells, as far as it was said.
    pub dumbbells: &'a BTreeMap<String, DumbbellWeight>,
    /// The moment of the change.
    pub stamp: Stamp,
    /// How what is told of it writes days.
    pub dates: DateStyle,
    /// Makes the identity of a new session.
    pub new_id: &'a mut dyn FnMut() -> SessionId,
}

/// Works out what these files would add to the athlete. Files are taken in order, so that two of them with the same
/// run give it once; those that were cut come last, for another may have the whole of a run. Nothing changes before the
/// report's edits are applied.
pub fn bring_in(files: Vec<FileHistory>, mut to: BringIn) -> HistoryReport {
    let mut calendar = Calendar::of(to.athlete);
    let mut names = MatchedNames::new(to.library, to.learned);
    let mut report = HistoryReport::default();
    let mut order: Vec<(usize, FileHistory)> = files.into_iter().enumerate().collect();
    order.sort_by_key(|(_, file)| file.reading.is_cut);
    report.files.resize_with(order.len(), FileReport::default);
    for (number, file) in order {
        let told = calendar.take(file, number, &mut to, &mut names);
        report.files[number] = told;
    }
    if !report.waits() {
        report.relinked = calendar.relink(&mut names);
        report.reweighed = calendar.reweighed;
        report.edits = calendar.into_edits(to.athlete);
    }
    report
}

/// The athlete's sessions by day as they would stand, and which of them changed.
struct Calendar<'a> {
    days: HashMap<NaiveDate, Vec<Arc<Session>>>,
    /// What programs know the athlete's own sessions by, wherever those stand by now.
    ids: HashMap<(&'a str, &'a str), NaiveDate>,
    changed: Vec<(NaiveDate, SessionId)>,
    /// How many sessions got other loads of two dumbbells.
    reweighed: usize,
}

impl<'a> Calendar<'a> {
    fn of(athlete: &'a Athlete) -> Self {
        let mut days: HashMap<NaiveDate, Vec<Arc<Session>>> = HashMap::new();
        let mut ids = HashMap::new();
        for session in athlete.sessions.all() {
            days.entry(session.date).or_default().push(session.clone());
            for external in &session.external {
                let known = (external.system.as_str(), external.id.as_str());
                ids.insert(known, session.date);
            }
        }
        Self {
            days,
            ids,
            changed: Vec::new(),
            reweighed: 0,
        }
    }

    fn take(
        &mut self,
        file: FileHistory,
        number: usize,
        to: &mut BringIn,
        names: &mut MatchedNames,
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
        let weight = weight_of(report.format, to.dumbbells);
        for mut activity in draining(file.reading.activities) {
            report.sets += activity.sets();
            for exercise in &activity.exercises {
                if let Some(guesses) = names.question(&exercise.name, number) {
                    report.unknown.push(UnknownExercise {
                        name: exercise.name.clone(),
                        guesses,
                    });
                }
            }
            if let Some(weight) = weight {
                weigh(&mut activity, weight, names, &mut report.dumbbells);
            }
            match self.place(activity, weight, to, names) {
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
    fn relink(&mut self, names: &mut MatchedNames) -> usize {
        let mut changed = Vec::new();
        for session in self.days.values_mut().flatten() {
            if let Some(found) = relinked(session, |name| names.exercise(name)) {
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
                (to.stamp, to.dates),
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

    /// Puts a session in place of the one that stood there before, on another day where it moved.
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
        weight: Option<DumbbellWeight>,
        to: &mut BringIn,
        names: &MatchedNames,
    ) -> Placed {
        // What another file brought a moment ago stands on this day.
        let today = || self.days.get(&activity.date).into_iter().flatten();
        let stands_on = self.ids.get(&(activity.system, activity.key.as_str()));
        if stands_on.is_some() || today().any(|session| is_from(session, &activity)) {
            if let (Some(date), Some(weight)) = (stands_on.copied(), weight) {
                self.reweigh(date, &activity, weight, names);
            }
            return Placed::Known;
        }
        let external = ExternalId {
            system: activity.system.to_owned(),
            id: activity.key.clone(),
        };
        if let Some(session) = self.same(&activity) {
            let session = Arc::make_mut(session);
            session.external.push(external);
            name_it(session, &activity);
            fill_in(session, log_of(activity, names));
            let changed = (session.date, session.id);
            self.changed.push(changed);
            return Placed::Known;
        }
        let day = self.days.entry(activity.date).or_default();
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
        session.external = vec![external].into();
        self.changed.push((session.date, session.id));
        // Few days have a second session, and a vector would begin with room for four.
        day.reserve_exact(1);
        day.push(Arc::new(session));
        Placed::Added
    }

    /// Gives a session that came from this record before the loads of two dumbbells that are said of it now.
    fn reweigh(
        &mut self,
        date: NaiveDate,
        activity: &Activity,
        weight: DumbbellWeight,
        names: &MatchedNames,
    ) {
        let mut day = self.days.get_mut(&date).into_iter().flatten();
        let Some(session) = day.find(|session| is_from(session, activity)) else {
            return;
        };
        if let Some(found) = reweighed(session, activity, weight, names) {
            self.changed.push((found.date, found.id));
            self.reweighed += 1;
            *session = Arc::new(found);
        }
    }

    /// The session that holds the same training from elsewhere: on this day, and where the file says the moment in UTC
    /// on those beside it, for a watch far from home shows another day than the computer.
    fn same(&mut self, activity: &Activity) -> Option<&mut Arc<Session>> {
        let date = activity.date;
        let beside = activity
            .in_utc
            .as_ref()
            .and(date.pred_opt())
            .zip(date.succ_opt());
        let beside = beside.map(|(before, after)| [before, after]);
        let mut days = std::iter::once(date).chain(beside.into_iter().flatten());
        let (date, place) = days.find_map(|date| {
            let mut day = self.days.get(&date)?.iter();
            Some((date, day.position(|session| is_same(activity, session))?))
        })?;
        self.days.get_mut(&date)?.get_mut(place)
    }

    /// The sessions that changed, each once and in the order in which they changed first, as edits.
    fn into_edits(self, athlete: &Athlete) -> Vec<Edit> {
        let Self { days, changed, .. } = self;
        let mut order: Vec<usize> = (0..changed.len()).collect();
        order.sort_by_key(|place| changed[*place].1);
        // The changes of a session follow each other now: where it moved, the last of them says where it stands.
        let changes = order.chunk_by(|one, other| changed[*one].1 == changed[*other].1);
        let mut sessions: Vec<(usize, usize)> = changes
            .filter_map(|changes| Some((*changes.first()?, *changes.last()?)))
            .collect();
        sessions.sort_unstable();
        let mut edits = Vec::with_capacity(sessions.len());
        edits.extend(sessions.into_iter().filter_map(|(_, last)| {
            let (date, id) = changed[last];
            let session = days.get(&date)?.iter().find(|session| session.id == id)?;
            Some(Edit::update(athlete, session.clone()))
        }));
        edits
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
