//! What an athlete says about a session that came home, and which of it the coach has seen.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{Author, ExternalId, Log, Session, SessionId};

/// Feedback on a session longer ago than this is no news on any computer.
const OLDEST: Days = Days::new(60);
/// On a computer that has shown nothing of an athlete yet, so much of the past counts as news.
const FIRST_LOOK: Days = Days::new(7);

/// What an athlete says about a session besides its figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Feedback<'a> {
    /// What it stands in.
    pub log: &'a Log,
    /// Unlike that of whatever else the athlete said before or says later about the session.
    pub version: FeedbackVersion,
}

/// Tells one answer of an athlete about a session from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedbackVersion {
    /// How many answers from phone pages were brought home.
    #[serde(skip_serializing_if = "is_default")]
    pub pages: usize,
    /// When the athlete changed the log in an Ironstride of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logged: Option<DateTime<Utc>>,
}

impl<'a> Feedback<'a> {
    /// What the athlete says in a session: a note, a pain, heavy or sore legs, a bad night, or how hard it was. `None`
    /// where nothing is said, or where somebody else wrote it.
    pub fn of(session: &'a Session) -> Option<Self> {
        let log = session.log.as_ref()?;
        let pages = session.external.iter();
        let pages = pages
            .filter(|id| id.system == ExternalId::PHONE_PAGE)
            .count();
        let logged = session.log_changed.filter(|it| it.by == Author::Athlete);
        let says_something = !log.note.trim().is_empty()
            || log.pains.iter().any(|pain| !pain.clear)
            || log.heavy_legs
            || log.sore
            || log.slept_badly
            || log.rpe.is_some();
        let came_home = pages > 0 || logged.is_some();
        (says_something && came_home).then_some(Self {
            log,
            version: FeedbackVersion {
                pages,
                logged: logged.map(|stamp| stamp.at),
            },
        })
    }
}

/// What a coach has seen of an athlete's feedback on one computer. Two coaches of a shared folder each have their own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeenFeedback {
    /// What is about earlier days counts as seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// What was seen, by session.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sessions: BTreeMap<SessionId, FeedbackVersion>,
}

impl SeenFeedback {
    /// The first day whose feedback can be news.
    pub fn first_day(&self, today: NaiveDate) -> NaiveDate {
        let back = |days| today.checked_sub_days(days).unwrap_or(today);
        let from = self.from.unwrap_or_else(|| back(FIRST_LOOK));
        from.max(back(OLDEST))
    }

    /// True for a session with feedback that was not seen yet.
    pub fn is_news(&self, session: &Session, today: NaiveDate) -> bool {
        session.date >= self.first_day(today)
            && Feedback::of(session)
                .is_some_and(|it| self.sessions.get(&session.id) != Some(&it.version))
    }

    /// Remembers that the feedback on a session was seen, and forgets what can be news no longer: `is_old` tells of a
    /// session whether it is gone or too long ago. False where nothing changed.
    pub fn see(
        &mut self,
        session: &Session,
        today: NaiveDate,
        is_old: impl Fn(SessionId) -> bool,
    ) -> bool {
        let Some(feedback) = Feedback::of(session) else {
            return false;
        };
        self.from = Some(self.first_day(today));
        let before = self.sessions.insert(session.id, feedback.version);
        self.sessions.retain(|id, _| !is_old(*id));
        before != Some(feedback.version)
    }

    /// Lets the feedback on a session be news again. False where it was not seen.
    pub fn forget(&mut self, session: SessionId) -> bool {
        self.sessions.remove(&session).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Pain, Plan, RunKind, RunPlan, Stamp, Workout};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    /// A run on the 24th that the athlete logged at `seconds`.
    fn logged(log: Log, seconds: i64) -> Session {
        let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
        let id = SessionId::from_bits(1);
        let mut session = Session::planned(id, day(24), plan, Stamp::default());
        session.log = Some(log);
        session.log_changed = Some(Stamp {
            by: Author::Athlete,
            ..Stamp::coach(DateTime::from_timestamp(seconds, 0).unwrap())
        });
        session
    }

    fn note(words: &str) -> Log {
        Log {
            note: words.to_owned().into(),
            ..Log::default()
        }
    }

    #[test]
    fn words_pain_and_legs_are_feedback_and_bare_figures_are_not() {
        let pain = Log {
            pains: vec![Pain {
                place: "left knee".to_owned(),
                ..Pain::default()
            }]
            .into(),
            ..Log::default()
        };
        let heavy = Log {
            heavy_legs: true,
            ..Log::default()
        };
        for log in [note("windy"), pain, heavy] {
            assert!(Feedback::of(&logged(log, 1)).is_some());
        }
        assert!(Feedback::of(&logged(Log::default(), 1)).is_none());
        assert!(Feedback::of(&logged(note("  "), 1)).is_none());
        let mut by_coach = logged(note("windy"), 1);
        by_coach.log_changed = Some(Stamp::default());
        assert!(Feedback::of(&by_coach).is_none(), "the coach wrote it");
        by_coach.external.push(ExternalId {
            system: ExternalId::PHONE_PAGE.to_owned(),
            id: "a".to_owned(),
        });
        assert!(Feedback::of(&by_coach).is_some(), "it came from a phone");
    }

    #[test]
    fn what_was_seen_is_news_again_once_the_athlete_says_more() {
        let today = day(25);
        let mut seen = SeenFeedback::default();
        let first = logged(note("windy"), 1);
        assert!(seen.is_news(&first, today));
        assert!(seen.see(&first, today, |_| false));
        assert!(!seen.is_news(&first, today));
        assert!(!seen.see(&first, today, |_| false), "nothing new to keep");
        let second = logged(note("windy, and the calf"), 2);
        assert!(seen.is_news(&second, today));
        assert!(seen.see(&second, today, |_| false) && seen.forget(second.id));
        assert!(seen.is_news(&second, today));
    }

    #[test]
    fn the_distant_past_is_no_news() {
        let session = logged(note("windy"), 1);
        let mut seen = SeenFeedback::default();
        let next_month = day(24) + Days::new(30);
        assert!(!seen.is_news(&session, next_month), "a new computer");
        seen.from = Some(day(1));
        assert!(seen.is_news(&session, next_month), "it came late");
        assert!(!seen.is_news(&session, day(24) + Days::new(61)));
    }
}
