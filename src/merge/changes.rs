//! What is different between two versions of an athlete, for people who are to take or leave it.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, DateStyle, Session, SessionId};

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The day of the session, where it is about one.
    pub date: Option<NaiveDate>,
    /// What the session is called.
    pub title: String,
    /// What is different.
    pub what: What,
}

/// What is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A session that was not there.
    Added,
    /// A session that is no longer there.
    Deleted,
    /// A session that was on this day.
    Moved(NaiveDate),
    /// The plan of a session.
    Plan,
    /// The log or the status of a session.
    Log,
    /// The profile.
    Profile,
}

/// What is different in `after`, by date; `name` says what a session is called that has no title of its own.
pub fn changes(
    before: &Athlete,
    after: &Athlete,
    name: impl Fn(&Session) -> String,
) -> Vec<Difference> {
    let change = |session: &Session, what| Difference {
        date: Some(session.date),
        title: name(session).trim().to_owned(),
        what,
    };
    let by_id = |athlete: &Athlete| -> HashMap<SessionId, Arc<Session>> {
        let all = athlete.sessions.all().iter();
        all.map(|session| (session.id, session.clone())).collect()
    };
    let (old, new) = (by_id(before), by_id(after));
    let mut found = Vec::new();
    if before.profile != after.profile {
        found.push(Difference {
            date: None,
            title: String::new(),
            what: What::Profile,
        });
    }
    for session in after.sessions.all() {
        match old.get(&session.id) {
            None => found.push(change(session, What::Added)),
            Some(old) if old == session => {}
            Some(old) => {
                if old.date != session.date {
                    found.push(change(session, What::Moved(old.date)));
                }
                if old.plan != session.plan {
                    found.push(change(session, What::Plan));
                }
                if (&old.log, &old.status) != (&session.log, &session.status) {
                    found.push(change(session, What::Log));
                }
            }
        }
    }
    let deleted = before.sessions.all().iter();
    let deleted = deleted.filter(|session| !new.contains_key(&session.id));
    found.extend(deleted.map(|session| change(session, What::Deleted)));
    found.sort_by_key(|change| change.date);
    found
}

impl Difference {
    /// "Tue 24 Nov 2026: “Tempo” is planned differently", for somebody who reads dates so.
    pub fn in_words(&self, dates: DateStyle) -> String {
        let day = self
            .date
            .map(|date| format!("{}: ", dates.weekday_date(date)));
        let name = match self.title.as_str() {
            "" if self.what == What::Profile => "The profile".to_owned(),
            "" => "A session".to_owned(),
            title => format!("“{title}”"),
        };
        let what = match self.what {
            What::Added => "is new".to_owned(),
            What::Deleted => "is deleted".to_owned(),
            What::Moved(from) => format!("is moved here from {}", dates.weekday_day(from)),
            What::Plan => "is planned differently".to_owned(),
            What::Log => "is logged".to_owned(),
            What::Profile => "is changed".to_owned(),
        };
        format!("{}{name} {what}", day.unwrap_or_default())
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_words(DateStyle::default()))
    }
}
