//! Which file of an athlete each session stands in.
//!
//! An athlete's own file holds a window of days around today, and parts hold what lies before and after, each from the
//! day in its name to that of the next. What is written for an edit is the file of its day, so that every file is kept
//! small: when the own file grows too large, the window is drawn closer, and when a part does, it is parted again. That
//! keeps an edit of any day as cheap as the first one ever made.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta};

use crate::domain::{Athlete, Session, SessionId, Tombstone};

use super::document::Body;
use super::parted::{Main, StoredPart, StoredYears};
use super::spread::Spread;

/// An athlete's own file is made smaller when it has more bytes than this, and then has about so many.
const OWN_MOST: usize = 100 << 10;
const OWN_WANTED: usize = 60 << 10;

/// A part that changes and has more bytes than this is parted again, into parts of about so many.
const PART_MOST: usize = 96 << 10;
const PART_WANTED: usize = 64 << 10;

/// So many days before and after today always stand in the athlete's own file.
const NEAR: Days = Days::new(28);

/// When so little is left of what the own file holds of the future, it takes in some more of it.
const MORE: Days = Days::new(56);

/// Tombstones of fewer bytes stay in the own file, and those of the last days do in any case.
const TOMBSTONES_MOST: usize = 8 << 10;
const TOMBSTONES_STAY: TimeDelta = TimeDelta::days(7);

/// What each file is to hold.
#[derive(Debug)]
pub(super) struct Arranged {
    /// The athlete's own.
    pub(super) own: Main,
    /// The parts that may be written, those too that hold nothing any more.
    pub(super) parts: BTreeMap<NaiveDate, StoredPart>,
}

/// Decides where the sessions of an athlete stand whose files held them as in `spread`. What belongs into one of the
/// `blocked` parts, which must not be written, goes into the own file, unless it stands there already.
pub(super) fn arrange(
    athlete: &Athlete,
    spread: &Spread,
    blocked: &BTreeSet<NaiveDate>,
    today: NaiveDate,
) -> Arranged {
    let mut plan = Plan {
        athlete,
        blocked,
        spread,
        from: spread.from,
        until: spread.until,
        starts: spread.parts.keys().copied().collect(),
        buried: spread.tombstones(),
    };
    plan.come_near(today);
    plan.cover();
    let mut arranged = plan.assign();
    if length(&arranged.own) > OWN_MOST && plan.draw_closer(&arranged.own, today) {
        plan.cover();
        arranged = plan.assign();
    }
    if plan.part_again(&arranged) {
        arranged = plan.assign();
    }
    arranged
}

/// How many bytes a document takes.
fn length<T: Body>(document: &T) -> usize {
    document.write().map_or(0, |text| text.len())
}

/// How many bytes of a file a session takes.
fn size(session: &Arc<Session>) -> usize {
    let mut part = StoredPart::empty(crate::domain::AthleteId::from_bits(0));
    let empty = length(&part);
    part.sessions = vec![session.clone()].into();
    length(&part).saturating_sub(empty)
}

struct Plan<'a> {
    athlete: &'a Athlete,
    blocked: &'a BTreeSet<NaiveDate>,
    spread: &'a Spread,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    starts: BTreeSet<NaiveDate>,
    /// The parts in which tombstones stand.
    buried: HashMap<SessionId, NaiveDate>,
}

impl Plan<'_> {
    /// True when the sessions of a day belong into the own file.
    fn is_within(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date < until)
    }

    /// The part into which the sessions of a day belong that is not within the window.
    fn part_of(&self, date: NaiveDate) -> Option<NaiveDate> {
        let first = match self.until {
            Some(until) if until <= date => until,
            _ => NaiveDate::MIN,
        };
        self.starts.range(first..=date).next_back().copied()
    }

    /// As time passes, what was far away comes near.
    fn come_near(&mut self, today: NaiveDate) {
        let near = today.checked_add_days(NEAR);
        if self
            .until
            .zip(near)
            .is_some_and(|(until, near)| until <= near)
        {
            self.until = today.checked_add_days(MORE);
        }
    }

    /// Makes sure that there is a part for every day outside of the window.
    fn cover(&mut self) {
        let sessions = self.athlete.sessions.all();
        let outside = |session: &&Arc<Session>| {
            !self.is_within(session.date) && self.part_of(session.date).is_none()
        };
        // Sessions before and after the window: the first day of each group is a start for the others too.
        let first = sessions.iter().find(outside).map(|session| session.date);
        self.starts.extend(first);
        let until = self.until;
        let behind = sessions
            .iter()
            .filter(|it| until.is_some_and(|until| until <= it.date));
        let first = behind
            .map(|session| session.date)
            .find(|date| self.part_of(*date).is_none());
        self.starts.extend(first);
    }

    fn assign(&self) -> Arranged {
        let id = self.athlete.id;
        let writable = self
            .starts
            .iter()
            .filter(|start| !self.blocked.contains(start));
        let mut parts: BTreeMap<NaiveDate, StoredPart> = writable
            .map(|start| (*start, StoredPart::empty(id)))
            .collect();
        let mut sessions: BTreeMap<NaiveDate, Vec<Arc<Session>>> = BTreeMap::new();
        let mut own = Vec::new();
        for session in self.athlete.sessions.all() {
            let part = (!self.is_within(session.date))
                .then(|| self.part_of(session.date))
                .flatten();
            match part {
                Some(start) if parts.contains_key(&start) => {
                    sessions.entry(start).or_default().push(session.clone());
                }
                // A part that somebody else changed is not written; what is new in ours goes into the own file.
                Some(start) if self.spread.has(start, session) => {}
                _ => own.push(session.clone()),
            }
        }
        for (start, sessions) in sessions {
            if let Some(part) = parts.get_mut(&start) {
                part.sessions = sessions.into();
            }
        }
        let mut tombstones = Vec::new();
        for tombstone in &self.athlete.tombstones {
            let part = self.buried.get(&tombstone.session);
            match part.and_then(|start| parts.get_mut(start)) {
                Some(part) => part.tombstones.push(tombstone.clone()),
                None => tombstones.push(tombstone.clone()),
            }
        }
        let first = self.athlete.sessions.all().first();
        let history = (!self.starts.is_empty()).then(|| StoredYears {
            from: self.from.or(first.map(|it| it.date)).unwrap_or_default(),
            until: self.until,
            parts: self.starts.iter().copied().collect(),
        });
        Arranged {
            own: Main {
                athlete: Athlete {
                    id,
                    profile: self.athlete.profile.clone(),
                    sessions: own.into(),
                    tombstones,
                },
                history,
            },
            parts,
        }
    }

    /// Takes the oldest days out of the window, and where that is not enough the farthest ones; true when it is another.
    fn draw_closer(&mut self, own: &Main, today: NaiveDate) -> bool {
        let (Some(near_from), Some(near_until)) =
            (today.checked_sub_days(NEAR), today.checked_add_days(NEAR))
        else {
            return false;
        };
        let sessions = own.athlete.sessions.all().iter();
        let within: Vec<(NaiveDate, usize)> = sessions
            .filter(|session| self.is_within(session.date))
            .map(|session| (session.date, size(session)))
            .collect();
        let old = self.old_tombstones(&own.athlete.tombstones, today);
        let mut left = length(own).saturating_sub(old.1);
        let days: Vec<(NaiveDate, usize)> = within
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(|day| Some((day.first()?.0, day.iter().map(|it| it.1).sum())))
            .collect();
        let mut moved = 0;
        let mut first = None;
        for (day, bytes) in days.iter().take_while(|(day, _)| *day < near_from) {
            if left <= OWN_WANTED {
                break;
            }
            left = left.saturating_sub(*bytes);
            moved += bytes;
            first.get_or_insert(*day);
            self.from = day.succ_opt();
        }
        let mut is_another = first.is_some();
        if let Some(first) = first {
            let last = self.starts.range(..=first).next_back();
            // Do not rewrite a full part to add to it.
            let has_room = last.is_some_and(|start| {
                let bytes = self.spread.parts.get(start).map_or(0, |part| part.bytes);
                !self.blocked.contains(start) && bytes + moved <= PART_WANTED
            });
            if !has_room {
                self.starts.insert(first);
            }
        }
        if left > OWN_MOST {
            for (day, bytes) in days.iter().rev().take_while(|(day, _)| *day > near_until) {
                if left <= OWN_WANTED {
                    break;
                }
                left = left.saturating_sub(*bytes);
                self.until = Some(*day);
                is_another = true;
            }
        }
        if self.from.is_none() && is_another {
            // Nothing lies before the window, so it begins with the first session.
            let first = self.athlete.sessions.all().first();
            self.from = first.map(|session| session.date);
        }
        let grave = self
            .from
            .and_then(|from| self.starts.range(..from).next_back());
        if let Some(grave) = grave.copied().filter(|start| !self.blocked.contains(start)) {
            is_another |= !old.0.is_empty();
            self.buried.extend(old.0.into_iter().map(|id| (id, grave)));
        }
        is_another
    }

    /// The tombstones that may leave the own file, and how many bytes they take in it.
    fn old_tombstones(&self, all: &[Tombstone], today: NaiveDate) -> (Vec<SessionId>, usize) {
        let old = all.iter().filter(|it| {
            let age = today.signed_duration_since(it.deleted.at.date_naive());
            !self.buried.contains_key(&it.session) && age > TOMBSTONES_STAY
        });
        let mut part = StoredPart::empty(self.athlete.id);
        let empty = length(&part);
        part.tombstones = old.cloned().collect();
        let bytes = length(&part).saturating_sub(empty);
        if bytes <= TOMBSTONES_MOST {
            return (Vec::new(), 0);
        }
        (part.tombstones.iter().map(|it| it.session).collect(), bytes)
    }

    /// Parts what changes and has become too large; true when there is more to part.
    fn part_again(&mut self, arranged: &Arranged) -> bool {
        let before = self.starts.len();
        for (start, part) in &arranged.parts {
            if self.spread.holds(*start, part) {
                continue;
            }
            let sizes = part.sessions.all().iter().map(|it| (it.date, size(it)));
            let sizes: Vec<(NaiveDate, usize)> = sizes.collect();
            if sizes.iter().map(|(_, bytes)| bytes).sum::<usize>() <= PART_MOST {
                continue;
            }
            let mut bytes = 0;
            for day in sizes.chunk_by(|a, b| a.0 == b.0) {
                let of_day: usize = day.iter().map(|it| it.1).sum();
                if bytes > 0 && bytes + of_day > PART_WANTED {
                    self.starts.extend(day.first().map(|it| it.0));
                    bytes = 0;
                }
                bytes += of_day;
            }
        }
        self.starts.len() > before
    }
}
