//! What an athlete sent from the phone, merged into the session it is about. The log is the athlete's: the newer reply
//! wins field by field, and what it is silent about stays. What a watch or the coach logged before stays too, and the
//! phone fills what is missing. Nothing is dropped without being told.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::domain::{DateStyle, ExternalId, Log, Plan, Session, Slot, Stamp, Status, Units};
use crate::library::Library;
use crate::text;

use super::log_words::log_words;
use super::plan_words::plan_words;
use super::reply::SessionReply;
use super::report::Remark;

/// The program that ids of replies belong to.
pub const SYSTEM: &str = ExternalId::PHONE_PAGE;
/// A session that was done further from its plan than this, in days, has a date by a wrong clock or a slip.
const FARTHEST_DAYS: u64 = 14;
/// How far the clock of a phone may be ahead of ours.
const CLOCK_AHEAD: TimeDelta = TimeDelta::days(1);
/// Phones that say it is earlier than this have lost their clock.
const EARLIEST: DateTime<Utc> = DateTime::from_timestamp_nanos(1_577_836_800_000_000_000);

/// How a reply met the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It becomes a session of its own.
    Added,
    /// It became the log of a planned session.
    Joined,
    /// The session had a log already.
    Known,
}

/// A reply merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The session as it should be; `None` where nothing changes.
    pub session: Option<Session>,
    /// How it met the calendar.
    pub outcome: Outcome,
    /// What is worth a look.
    pub remarks: Vec<Remark>,
}

/// Merges a reply into the session as it stands now; `current` is `None` where it was deleted. `units` are those of the
/// page.
pub fn merge_reply(
    reply: &SessionReply,
    current: Option<&Session>,
    units: Units,
    library: &Library,
    (stamp, dates): (Stamp, DateStyle),
) -> Merged {
    let Some(current) = current else {
        return deleted(reply, units, library, (stamp, dates));
    };
    let key = key_of(reply);
    if current.external.contains(&key) {
        return Merged {
            session: None,
            outcome: Outcome::Known,
            remarks: Vec::new(),
        };
    }
    let mut about = About::new(reply, dates);
    let mut session = current.clone();
    about.changed_plan(reply, current, units, library);
    let had_log = current.log.is_some();
    let stands = ReplyState::of(reply, current, stamp, &mut about);
    merge_log(reply, &mut session, stands, units, &mut about);
    if stands == ReplyState::First {
        move_to_day(reply, &mut session, stamp, &mut about);
    }
    let changed = session != *current;
    session.external.push(key);
    Merged {
        session: changed.then_some(session),
        outcome: if had_log {
            Outcome::Known
        } else {
            Outcome::Joined
        },
        remarks: about.remarks,
    }
}

/// What a reply is known again by: when it was written, and what it says.
fn key_of(reply: &SessionReply) -> ExternalId {
    let when = reply.changed.map_or_else(
        || "-".to_owned(),
        |changed| changed.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    );
    ExternalId {
        system: SYSTEM.to_owned(),
        id: format!("{when} {}", reply.fingerprint),
    }
}

/// How a reply relates to what is logged already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReplyState {
    /// Nothing is logged.
    First,
    /// It is newer than the replies before.
    Newer,
    /// A newer reply came before it.
    Older,
    /// Somebody else logged it: a watch, the coach.
    Second,
}

impl ReplyState {
    fn of(reply: &SessionReply, current: &Session, stamp: Stamp, about: &mut About) -> Self {
        let mut replies = current
            .external
            .iter()
            .filter(|external| external.system == SYSTEM)
            .peekable();
        if replies.peek().is_none() {
            return if current.log.is_none() {
                Self::First
            } else {
                Self::Second
            };
        }
        let sound = |at: &DateTime<Utc>| (EARLIEST..=stamp.at + CLOCK_AHEAD).contains(at);
        let before = replies
            .filter_map(|external| external.id.split(' ').next()?.parse().ok())
            .filter(sound)
            .max();
        match (reply.changed.filter(sound), before) {
            (Some(now), Some(before)) if now < before => Self::Older,
            (Some(_), Some(_)) => Self::Newer,
            _ => {
                about.say("There are two replies, and a phone’s clock was wrong: the one read last counts");
                Self::Newer
            }
        }
    }
}

/// Gathers what is worth a look.
struct About {
    session: String,
    dates: DateStyle,
    remarks: Vec<Remark>,
}

impl About {
    fn new(reply: &SessionReply, dates: DateStyle) -> Self {
        Self {
            session: format!("{}, {}", dates.weekday_day(reply.planned_on), reply.title),
            dates,
            remarks: Vec::new(),
        }
    }

    fn say(&mut self, words: impl Into<String>) {
        self.remarks.push(Remark {
            session: self.session.clone(),
            words: words.into(),
            sides: None,
        });
    }

    fn compare(&mut self, words: &str, sides: [(&'static str, String); 2]) {
        self.remarks.push(Remark {
            session: self.session.clone(),
            words: words.to_owned(),
            sides: Some(sides),
        });
    }

    fn changed_plan(
        &mut self,
        reply: &SessionReply,
        current: &Session,
        units: Units,
        library: &Library,
    ) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // The session was moved to that day by the reply itself.
        let first = current.first_planned.map_or(current.date, |slot| slot.date);
        let same_day = [current.date, first].contains(&reply.planned_on);
        let mut as_then = current.clone();
        as_then.date = reply.planned_on;
        let same_words =
            plain(&text::write_session(&as_then, library, units)) == plain(&reply.plan);
        // The note does not count as a change of the plan: the coach may have answered in it.
        let but_for_the_note = || {
            let mut then = as_then.clone();
            then.plan = plan_then(reply, library).into();
            let wordless = |session: &Session| {
                let mut session = session.clone();
                session.plan.note.clear();
                plain(&text::write_session(&session, library, units))
            };
            wordless(&then) == wordless(&as_then)
        };
        if same_day && (same_words || but_for_the_note()) {
            return;
        }
        let dates = self.dates;
        let side = |date: NaiveDate, plan: &Plan| {
            let words = plan_words(plan, &reply.title, units);
            format!("{}: {words}", dates.day_month(date))
        };
        let then = plan_then(reply, library);
        self.compare(
            "The plan changed after the page was sent. What was done is kept",
            [
                ("Planned then", side(reply.planned_on, &then)),
                ("Planned now", side(current.date, &current.plan)),
            ],
        );
    }
}

fn merge_log(
    reply: &SessionReply,
    session: &mut Session,
    stands: ReplyState,
    units: Units,
    about: &mut About,
) {
    let before = session.log.clone().unwrap_or_default();
    let (log, words, sides) = match stands {
        ReplyState::First => (reply.log.clone(), "", ["", ""]),
        ReplyState::Newer => (
            filled(reply.log.clone(), &before),
            "A newer reply to the same session: it counts, and what only the earlier one told is kept",
            ["Before", "Newer reply"],
        ),
        ReplyState::Older => (
            filled(before.clone(), &reply.log),
            "An older reply than the one already in; only missing details were added",
            ["Current", "Older reply"],
        ),
        ReplyState::Second => (
            filled(before.clone(), &reply.log),
            "Already logged; only missing details were added",
            ["Current", "From the phone"],
        ),
    };
    if stands != ReplyState::First {
        let (stood, sent) = (log_words(&before, units), log_words(&reply.log, units));
        if stood != sent {
            about.compare(words, [(sides[0], stood), (sides[1], sent)]);
        }
    }
    session.log = (log != Log::default()).then_some(log);
    let undecided = matches!(session.status, Status::Planned | Status::Missed);
    if matches!(stands, ReplyState::First | ReplyState::Newer) || undecided {
        session.status = match &reply.status {
            Some(status) => status.clone(),
            None if undecided => Status::Done,
            None => session.status.clone(),
        };
    }
}

/// The first log with what only the second one has. Two notes that differ are both kept.
fn filled(first: Log, second: &Log) -> Log {
    let mut log = first;
    log.duration = log.duration.or(second.duration);
    log.rpe = log.rpe.or(second.rpe);
    log.run = match (log.run, second.run.clone()) {
        (Some(run), Some(other)) => Some(run.or(other)),
        (run, other) => run.or(other),
    };
    for exercise in &second.exercises {
        if !log
            .exercises
            .iter()
            .any(|own| own.exercise == exercise.exercise)
        {
            log.exercises.push(exercise.clone());
        }
    }
    log.heavy_legs |= second.heavy_legs;
    log.slept_badly |= second.slept_badly;
    log.sore |= second.sore;
    for pain in &second.pains {
        if !log.pains.iter().any(|own| own.place == pain.place) {
            log.pains.push(pain.clone());
        }
    }
    if !log.note.contains(second.note.trim()) {
        log.note = if second.note.contains(log.note.trim()) {
            second.note.clone()
        } else {
            format!("{}\n{}", log.note.trim(), second.note.trim()).into()
        };
    }
    log
}

/// The day of doing, where it can be believed.
fn believed(reply: &SessionReply, stamp: Stamp, about: &mut About) -> Option<NaiveDate> {
    let done_on = reply.done_on?;
    let apart = (done_on - reply.planned_on).num_days().unsigned_abs();
    let ahead = stamp.at.date_naive().checked_add_days(Days::new(1));
    if apart <= FARTHEST_DAYS && ahead.is_none_or(|ahead| done_on <= ahead) {
        return Some(done_on);
    }
    about.say(format!(
        "The phone says it was done on {}, which cannot be: it is logged on the day it was planned for. Look at the \
         phone’s clock",
        about.dates.long_date(done_on)
    ));
    None
}

fn move_to_day(reply: &SessionReply, session: &mut Session, stamp: Stamp, about: &mut About) {
    let Some(done_on) = believed(reply, stamp, about) else {
        return;
    };
    if session.status.is_trained() && done_on != session.date {
        about.say(format!(
            "It was done on {}, and was moved there",
            about.dates.weekday_day(done_on)
        ));
        session.move_to(Slot {
            date: done_on,
            start: session.plan.start,
        });
    }
}

/// A reply to a session that is no longer there: what was done stands by itself, with the plan as it was then.
fn deleted(
    reply: &SessionReply,
    units: Units,
    library: &Library,
    (stamp, dates): (Stamp, DateStyle),
) -> Merged {
    let mut about = About::new(reply, dates);
    let status = reply.status.clone().unwrap_or(Status::Done);
    if !status.is_trained() {
        let why = match &status {
            Status::Skipped { reason } => reason.trim().to_owned(),
            _ => String::new(),
        };
        about.compare(
            "It is no longer in the plan, and was not done: nothing is added",
            [("Why", why), ("Note", log_words(&reply.log, units))],
        );
        return Merged {
            session: None,
            outcome: Outcome::Known,
            remarks: about.remarks,
        };
    }
    about.say(
        "It is no longer in the plan. What was done is kept on its day, with the plan of that time",
    );
    let date = believed(reply, stamp, &mut about).unwrap_or(reply.planned_on);
    let plan = plan_then(reply, library);
    let mut session = Session::planned(reply.session, date, plan, stamp);
    session.status = status;
    session.log = Some(reply.log.clone());
    session.log_changed = Some(stamp);
    session.external.push(key_of(reply));
    Merged {
        session: Some(session),
        outcome: Outcome::Added,
        remarks: about.remarks,
    }
}

/// The plan as it was when the page was made; only its kind and title where the words cannot be read.
fn plan_then(reply: &SessionReply, library: &Library) -> Plan {
    let read = text::read(&reply.plan, library);
    if let ([session], []) = (read.sessions.as_slice(), read.errors.as_slice()) {
        return session.plan.clone();
    }
    let workout = reply.sport.workout();
    Plan {
        title: reply.title.clone(),
        ..Plan::new(workout)
    }
}
