//! An athlete: the profile, and the sessions by their identities.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Session, SessionId, Tombstone};

use super::decisions::{Decision, MergeDecision, Subject};
use super::list;
use super::profile::profile;
use super::session::{MergedSession, Outcome, session};

/// An athlete as merged, and what had to be decided.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedAthlete {
    /// The athlete with what both sides changed.
    pub athlete: Athlete,
    /// What both sides changed, and how it came out; by date.
    pub decisions: Vec<MergeDecision>,
}

/// Merges two versions of an athlete on `base`, the last that both had; without one, whatever differs counts as changed
/// on both sides.
///
/// The two sides are of one athlete, and each holds a session once. With the sides exchanged the result is the same;
/// a side that changed nothing gives the other one back as it is.
pub fn athletes(base: Option<&Athlete>, ours: &Athlete, theirs: &Athlete) -> MergedAthlete {
    let whole = |athlete: &Athlete| MergedAthlete {
        athlete: athlete.clone(),
        decisions: Vec::new(),
    };
    if ours == theirs || base == Some(theirs) {
        return whole(ours);
    }
    if base == Some(ours) {
        return whole(theirs);
    }
    let mut decisions = Vec::new();
    let of_base = base.map(|base| &base.profile);
    let (profile, chosen) = profile(of_base, &ours.profile, &theirs.profile);
    if let Some(ours) = chosen {
        decisions.push(MergeDecision {
            subject: Subject::Profile,
            decision: Decision::chosen(ours),
        });
    }
    let versions = Versions::new(base, ours, theirs);
    let sessions = versions.merged(&mut decisions);
    let present: BTreeSet<SessionId> = sessions.iter().map(|session| session.id).collect();
    let of_base = base.map(|base| base.tombstones.as_slice());
    let mut tombstones = list::merged(
        of_base.unwrap_or_default(),
        &ours.tombstones,
        &theirs.tombstones,
        |tombstone| tombstone.session,
        |_, ours, theirs| later(ours, theirs),
    );
    tombstones.retain(|tombstone| !present.contains(&tombstone.session));
    decisions.sort_by_key(|it| it.subject.date());
    MergedAthlete {
        athlete: Athlete {
            id: ours.id,
            profile,
            sessions: sessions.into(),
            tombstones,
        },
        decisions,
    }
}

fn later(ours: &Tombstone, theirs: &Tombstone) -> Tombstone {
    let rank = |it: &Tombstone| (it.deleted.at, format!("{:?}", it.deleted));
    if rank(ours) >= rank(theirs) {
        ours.clone()
    } else {
        theirs.clone()
    }
}

type ById<'a> = HashMap<SessionId, &'a Arc<Session>>;

/// Three versions of the sessions of an athlete.
struct Versions<'a> {
    base: Option<&'a Athlete>,
    ours: &'a Athlete,
    theirs: &'a Athlete,
    in_base: ById<'a>,
    in_ours: ById<'a>,
    in_theirs: ById<'a>,
}

impl<'a> Versions<'a> {
    fn new(base: Option<&'a Athlete>, ours: &'a Athlete, theirs: &'a Athlete) -> Self {
        let by_id = |athlete: &'a Athlete| -> ById<'a> {
            let all = athlete.sessions.all().iter();
            all.map(|session| (session.id, session)).collect()
        };
        Self {
            base,
            ours,
            theirs,
            in_base: base.map(by_id).unwrap_or_default(),
            in_ours: by_id(ours),
            in_theirs: by_id(theirs),
        }
    }

    /// The merged sessions, by date, within a day in an order that both sides would know again.
    fn merged(&self, decisions: &mut Vec<MergeDecision>) -> Vec<Arc<Session>> {
        let mut days: BTreeMap<NaiveDate, BTreeMap<SessionId, Arc<Session>>> = BTreeMap::new();
        let ours = self.ours.sessions.all().iter();
        let only_theirs = self.theirs.sessions.all().iter();
        let only_theirs = only_theirs.filter(|session| !self.in_ours.contains_key(&session.id));
        for id in ours.chain(only_theirs).map(|session| session.id) {
            if let Some(session) = self.one(id, decisions) {
                days.entry(session.date).or_default().insert(id, session);
            }
        }
        let ids = |athlete: &Athlete, date| -> Vec<SessionId> {
            let day = athlete.sessions.on(date).iter();
            day.map(|session| session.id).collect()
        };
        let mut all = Vec::with_capacity(self.in_ours.len().max(self.in_theirs.len()));
        for (date, mut day) in days {
            let present: BTreeSet<SessionId> = day.keys().copied().collect();
            let before = self.base.map(|base| ids(base, date)).unwrap_or_default();
            let (ours, theirs) = (ids(self.ours, date), ids(self.theirs, date));
            let order = list::order(&before, &ours, &theirs, &present);
            all.extend(order.iter().filter_map(|id| day.remove(id)));
            // A session always comes from the day of one of the sides; should it not, it is not lost for that.
            all.extend(day.into_values());
        }
        all
    }

    fn one(&self, id: SessionId, decisions: &mut Vec<MergeDecision>) -> Option<Arc<Session>> {
        let base = self.in_base.get(&id).copied();
        match (self.in_ours.get(&id), self.in_theirs.get(&id)) {
            (Some(ours), Some(theirs)) if ours == theirs || base == Some(*theirs) => {
                Some((*ours).clone())
            }
            (Some(ours), Some(theirs)) if base == Some(*ours) => Some((*theirs).clone()),
            (Some(ours), Some(theirs)) => {
                let merged = session(base.map(AsRef::as_ref), ours, theirs);
                tell(&merged, decisions);
                Some(Arc::new(merged.session))
            }
            (Some(one), None) => self.unless_deleted(one, base, self.theirs, decisions),
            (None, Some(one)) => self.unless_deleted(one, base, self.ours, decisions),
            (None, None) => None,
        }
    }

    /// A session that the other side does not have: it stays where that side never had it, and where it was changed
    /// after the deletion or without knowledge of it.
    fn unless_deleted(
        &self,
        one: &Arc<Session>,
        base: Option<&Arc<Session>>,
        other: &'a Athlete,
        decisions: &mut Vec<MergeDecision>,
    ) -> Option<Arc<Session>> {
        if let Some(base) = base {
            if base == one {
                return None;
            }
            decisions.push(MergeDecision {
                subject: Subject::of_session(one),
                decision: Decision::KeptThoughDeleted,
            });
            return Some(one.clone());
        }
        let tombstone = |athlete: &'a Athlete| {
            let mut all = athlete.tombstones.iter();
            all.find(|tombstone| tombstone.session == one.id)
        };
        // The base knows the deletion and this side has the session: it restored it.
        let was_brought_back = self.base.is_some_and(|base| tombstone(base).is_some());
        let is_deleted =
            !was_brought_back && tombstone(other).is_some_and(|tombstone| tombstone.knew(one));
        (!is_deleted).then(|| one.clone())
    }
}

fn tell(merged: &MergedSession, decisions: &mut Vec<MergeDecision>) {
    let subjects = [
        (merged.plan, Subject::of_plan(&merged.session)),
        (merged.log, Subject::of_log(&merged.session)),
    ];
    for (outcome, subject) in subjects {
        let decision = match outcome {
            Outcome::Whole => continue,
            Outcome::Chosen { ours } => Decision::chosen(ours),
            Outcome::Beside => Decision::KeptBoth,
        };
        decisions.push(MergeDecision { subject, decision });
    }
}
