//! An athlete's calendar while history is brought in: where an activity belongs, and which sessions change.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, DumbbellWeight, ExternalId, Session, SessionId, Status};
use crate::edit::Edit;

use super::activity::Activity;
use super::completing::completed;
use super::dumbbells::reweighed;
use super::matched_names::MatchedNames;
use super::recipient::BringIn;
use super::relink::relinked;
use super::same::{is_in_other_unit, is_same};
use super::session_of::{fill_in, fits, log_of, name_it, plan_of, unlikeness};

/// The athlete's sessions by day as they would stand, and which of them changed.
pub(super) struct Calendar<'a> {
    days: HashMap<NaiveDate, Vec<Arc<Session>>>,
    /// What programs know the athlete's own sessions by, wherever those stand by now.
    ids: HashMap<(&'a str, &'a str), NaiveDate>,
    changed: Vec<(NaiveDate, SessionId)>,
    /// Sessions that are new by these files.
    new: HashSet<SessionId>,
    /// How many sessions got other loads of two dumbbells.
    reweighed: usize,
    /// Runs that are there and as far apart as mile and kilometre, since this was asked last.
    in_other_unit: usize,
}

impl<'a> Calendar<'a> {
    /// As they stand.
    pub(super) fn of(athlete: &'a Athlete) -> Self {
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
            new: HashSet::new(),
            reweighed: 0,
            in_other_unit: 0,
        }
    }

    /// Gives sets that wait under a name to the exercise it is known for by now, and counts the sessions.
    pub(super) fn relink(&mut self, names: &mut MatchedNames) -> usize {
        let mut changed = Vec::new();
        for session in self.days.values_mut().flatten() {
            if let Some(found) = relinked(session, |name| names.exercise(name)) {
                changed.push((found.date, found.id));
                *session = Arc::new(found);
            }
        }
        // The map of days has no order; sort, so that edits have one.
        changed.sort_unstable();
        let count = changed.len();
        self.changed.append(&mut changed);
        count
    }

    /// True when every one of these activities came in before, from the same program; false for none at all.
    pub(super) fn knows_all(&self, activities: &[Activity]) -> bool {
        let knows = |activity: &Activity| {
            let known = (activity.system, activity.key.as_str());
            self.ids.contains_key(&known)
        };
        !activities.is_empty() && activities.iter().all(knows)
    }

    /// What to tell of a session that is there: that an earlier one of these files has brought it, or that it was there
    /// before them.
    fn there(&self, id: SessionId) -> Placed {
        if self.new.contains(&id) {
            Placed::Twice
        } else {
            Placed::Known
        }
    }

    /// The day a session stands on, and its place there.
    pub(super) fn find(&self, id: SessionId) -> Option<(NaiveDate, usize)> {
        self.days.iter().find_map(|(date, sessions)| {
            let place = sessions.iter().position(|session| session.id == id)?;
            Some((*date, place))
        })
    }

    /// The session at such a place.
    pub(super) fn session(&self, (date, place): (NaiveDate, usize)) -> Option<&Session> {
        self.days.get(&date)?.get(place).map(AsRef::as_ref)
    }

    /// How many sessions got other loads of two dumbbells.
    pub(super) fn reweighed(&self) -> usize {
        self.reweighed
    }

    /// How many runs that are there were as far apart as mile and kilometre since this was asked last.
    pub(super) fn take_in_other_unit(&mut self) -> usize {
        std::mem::take(&mut self.in_other_unit)
    }

    /// Puts a session in place of the one that stood there before, on another day where it moved.
    pub(super) fn put(&mut self, stood: Option<(NaiveDate, usize)>, session: Session) {
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

    /// Finds an activity its place: a session that has it, one that planned it, or a new one.
    pub(super) fn place(
        &mut self,
        activity: Activity,
        weight: Option<DumbbellWeight>,
        to: &mut BringIn,
        names: &MatchedNames,
    ) -> Placed {
        // Also compare with what another file of this import brought on this day.
        let today = || self.days.get(&activity.date).into_iter().flatten();
        let known = (activity.system, activity.key.as_str());
        let stands_on = self.ids.get(&known).copied();
        if stands_on.is_some() || today().any(|session| is_from(session, &activity)) {
            let date = stands_on.unwrap_or(activity.date);
            if self.complete(date, &activity, weight, to, names) {
                return Placed::Completed;
            }
            if let (Some(date), Some(weight)) = (stands_on, weight) {
                self.reweigh(date, &activity, weight, names);
            }
            let day = self.days.get(&date).into_iter().flatten();
            let id = day
                .filter(|it| is_from(it, &activity))
                .map(|it| it.id)
                .next();
            return id.map_or(Placed::Known, |id| self.there(id));
        }
        let heart = to.athlete.profile.heart_rate;
        let external = ExternalId {
            system: activity.system.to_owned(),
            id: activity.key.clone(),
        };
        if let Some(session) = self.same(&activity) {
            let is_doubtful = is_in_other_unit(&activity, session);
            let session = Arc::make_mut(session);
            session.external.push(external);
            name_it(session, &activity, heart);
            let changed = (session.date, session.id);
            // With a doubtful unit do not take over laps and best times: they might be wrong for good.
            if !is_doubtful {
                fill_in(session, log_of(activity, names));
            }
            self.in_other_unit += usize::from(is_doubtful);
            self.changed.push(changed);
            return self.there(changed.1);
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
        let mut session = Session::planned(
            (to.new_id)(),
            activity.date,
            plan_of(&activity, heart),
            to.stamp,
        );
        session.status = Status::Done;
        session.log = Some(log_of(activity, names));
        session.log_changed = Some(to.stamp);
        session.external = vec![external].into();
        self.changed.push((session.date, session.id));
        self.new.insert(session.id);
        // Few days have a second session: reserve one place instead of the usual four.
        day.reserve_exact(1);
        day.push(Arc::new(session));
        Placed::Added
    }

    /// Gives a session that came from this record before what the record knows by now; false where that is nothing new.
    fn complete(
        &mut self,
        date: NaiveDate,
        activity: &Activity,
        weight: Option<DumbbellWeight>,
        to: &BringIn,
        names: &MatchedNames,
    ) -> bool {
        let mut day = self.days.get_mut(&date).into_iter().flatten();
        let Some(session) = day.find(|session| is_from(session, activity)) else {
            return false;
        };
        let about = (to.athlete.profile.heart_rate, weight.is_none());
        let Some(found) = completed(session, activity, names, about) else {
            return false;
        };
        self.changed.push((found.date, found.id));
        *session = Arc::new(found);
        true
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
    pub(super) fn into_edits(self, athlete: &Athlete) -> Vec<Edit> {
        let Self { days, changed, .. } = self;
        let mut order: Vec<usize> = (0..changed.len()).collect();
        order.sort_by_key(|place| changed[*place].1);
        // Changes of one session are adjacent now; if it moved, the last one says where to.
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

/// What was done with an activity.
pub(super) enum Placed {
    /// A session that is new.
    Added,
    /// The log of a planned one.
    Joined,
    /// It is there already.
    Known,
    /// Another of these files has brought it.
    Twice,
    /// It is there already, and the file knew more of it.
    Completed,
}

/// True when the session came from this very record of the program.
fn is_from(session: &Session, activity: &Activity) -> bool {
    let is_it = |known: &ExternalId| known.system == activity.system && known.id == activity.key;
    session.external.iter().any(is_it)
}
