//! One session of a timeline, with the facts the rules ask for.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{
    Athlete, DayPart, ExerciseId, Kilograms, LegLoad, Minutes, Race, Region, RunKind, Session,
    SessionId, Start, Status, StrengthPlan, Workout, minute_of_day,
};
use crate::load::{Emphasis, duration_of, emphasis_of, legs_for};

use super::context::Context;

/// Minutes of a day at which a morning session is ordered.
const MORNING: u32 = 8 * 60;
/// Minutes of a day at which an evening session is ordered.
const EVENING: u32 = 18 * 60;
/// Minutes that a race is assumed to take when no session says it.
const RACE_MINUTES: u32 = 60;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// What a session is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A run, or cross-training, which spaces like an easy run.
    Run,
    /// Strength, with where it works and what it asks of the legs.
    Strength(Region, LegLoad),
}

/// Where an entry comes from.
#[derive(Debug, Clone)]
pub enum Subject {
    /// A session.
    Session(Arc<Session>),
    /// A race for which no session is planned, by its name.
    Race(Arc<str>),
}

/// A session that counts, or a race of the athlete, at its place in the timeline.
#[derive(Debug, Clone)]
pub struct TimelineEntry {
    /// Where it comes from.
    pub subject: Subject,
    /// The day it is shown on.
    pub date: NaiveDate,
    /// The day it counts on, from the common era; a repetition of a template counts a span later than it is shown.
    pub day: i32,
    /// What it is to the rules.
    pub role: Role,
    /// How much it matters.
    pub emphasis: Emphasis,
    /// When in the day, as said.
    pub start: Start,
    /// How long it takes.
    pub duration: Minutes,
    /// Minute of the day it starts at, where a clock or the athlete's usual times tell it.
    known_start: Option<u32>,
    /// Minute of the day that orders it.
    order_minute: u32,
    /// Stored position in its day; a race without a session comes first.
    position: usize,
}

/// What orders the entries of a timeline.
pub(super) type SortKey = (i32, u32, usize);

impl TimelineEntry {
    /// The entry of a session at a stored position of its day, following one that starts at `predecessor`.
    /// `None` for what counts as nothing: rest, notes, mobility, and sessions skipped or missed.
    pub(super) fn new(
        session: &Arc<Session>,
        position: usize,
        predecessor: u32,
        context: &Context,
        maxes: &dyn Fn(&ExerciseId) -> Option<Kilograms>,
    ) -> Option<Self> {
        if !counts(session) {
            return None;
        }
        let role = match &session.plan.workout {
            Workout::Run(_) | Workout::Cross(_) => Role::Run,
            Workout::Strength(plan) => {
                let (region, leg_load) = legs_for(plan, context.library, maxes);
                Role::Strength(region, leg_load)
            }
            Workout::Mobility(_) | Workout::Rest | Workout::Note => return None,
        };
        let start = session.plan.start;
        let logged = session.log.as_ref().filter(|_| session.status.is_trained());
        let planned = || duration_of(&session.plan, context.profile).value;
        Some(Self {
            subject: Subject::Session(session.clone()),
            date: session.date,
            day: session.date.num_days_from_ce(),
            role,
            emphasis: emphasis_of(&session.plan),
            start,
            duration: logged.and_then(|log| log.duration).unwrap_or_else(planned),
            known_start: known_start(start, context),
            order_minute: order_minute(start, predecessor),
            position: position + 1,
        })
    }

    /// A race on its day when no session is planned for it.
    pub(super) fn race(race: &Race) -> Self {
        Self {
            subject: Subject::Race(race.name.as_str().into()),
            date: race.date,
            day: race.date.num_days_from_ce(),
            role: Role::Run,
            emphasis: Emphasis::Key,
            start: Start::Unset,
            duration: Minutes(RACE_MINUTES),
            known_start: None,
            order_minute: 0,
            position: 0,
        }
    }

    /// The same entry some days later, shown on its own day.
    pub(super) fn repeated(&self, days: i32) -> Self {
        Self {
            day: self.day + days,
            ..self.clone()
        }
    }

    /// The identity of its session; a race without one has none.
    pub fn id(&self) -> Option<SessionId> {
        self.session().map(|session| session.id)
    }

    /// Its session.
    pub fn session(&self) -> Option<&Session> {
        match &self.subject {
            Subject::Session(session) => Some(session),
            Subject::Race(_) => None,
        }
    }

    /// True for runs and cross-training.
    pub fn is_run(&self) -> bool {
        self.role == Role::Run
    }

    /// True for runs and races, and not for cross-training.
    pub fn is_running(&self) -> bool {
        self.run_kind().is_some()
    }

    /// The kind of a run; a race without a session is one.
    pub fn run_kind(&self) -> Option<RunKind> {
        match &self.subject {
            Subject::Session(session) => session.plan.run().map(|run| run.kind),
            Subject::Race(_) => Some(RunKind::Race),
        }
    }

    /// True for a run still to come, races left out.
    pub fn plans_a_run(&self) -> bool {
        self.is_to_come() && self.run_kind().is_some_and(|kind| kind != RunKind::Race)
    }

    /// True for a session still to come.
    pub fn is_to_come(&self) -> bool {
        self.session()
            .is_some_and(|session| session.status == Status::Planned)
    }

    /// The strength plan of a session still to come: what was done cannot be planned otherwise.
    pub fn strength_to_come(&self) -> Option<&StrengthPlan> {
        let plan = self.session()?.plan.strength()?;
        self.is_to_come().then_some(plan)
    }

    /// True for what is protected: key runs, and strength marked key.
    pub fn is_key(&self) -> bool {
        self.emphasis == Emphasis::Key
    }

    /// True for key runs.
    pub fn is_key_run(&self) -> bool {
        self.is_run() && self.is_key()
    }

    /// True for runs that are harder than easy without being key.
    pub fn is_semi_key_run(&self) -> bool {
        self.is_run() && self.emphasis == Emphasis::SemiKey
    }

    /// The leg load of strength that the legs feel; `None` for all else.
    pub fn legs(&self) -> Option<LegLoad> {
        match self.role {
            Role::Strength(_, load) if load != LegLoad::None => Some(load),
            _ => None,
        }
    }

    /// True for heavy legs.
    pub fn is_heavy(&self) -> bool {
        self.legs() == Some(LegLoad::Heavy)
    }

    /// True for strength that the legs do not feel.
    pub fn spares_legs(&self) -> bool {
        matches!(self.role, Role::Strength(_, LegLoad::None))
    }

    /// Minutes from the end of this entry to the start of a later one, where the starts of both are known;
    /// negative when they overlap.
    pub fn minutes_until(&self, later: &Self) -> Option<i64> {
        let end = self.known_minute()? + i64::from(self.duration.0);
        Some(later.known_minute()? - end)
    }

    fn known_minute(&self) -> Option<i64> {
        Some(i64::from(self.day) * DAY + i64::from(self.known_start?))
    }

    pub(super) fn order(&self) -> SortKey {
        (self.day, self.order_minute, self.position)
    }

    /// The minute that orders an untimed session stored after this one.
    pub(super) fn order_minute(&self) -> u32 {
        self.order_minute
    }
}

/// True for sessions that were trained or still will be, and load the body.
pub(super) fn counts(session: &Session) -> bool {
    matches!(
        session.status,
        Status::Planned | Status::Done | Status::Partial
    ) && matches!(
        session.plan.workout,
        Workout::Run(_) | Workout::Cross(_) | Workout::Strength(_)
    )
}

/// True for a session that is a race, run or not: a race left out is not run a second time.
pub(super) fn is_race(session: &Session) -> bool {
    session
        .plan
        .run()
        .is_some_and(|run| run.kind == RunKind::Race)
}

fn order_minute(start: Start, predecessor: u32) -> u32 {
    match start {
        Start::Unset => predecessor,
        Start::Part(DayPart::Morning) => MORNING,
        Start::Part(DayPart::Evening) => EVENING,
        Start::Clock(time) => minute_of_day(time),
    }
}

fn known_start(start: Start, context: &Context) -> Option<u32> {
    match start {
        Start::Unset => None,
        Start::Part(DayPart::Morning) => Some(minute_of_day(context.profile.morning)),
        Start::Part(DayPart::Evening) => Some(minute_of_day(context.profile.evening)),
        Start::Clock(time) => Some(minute_of_day(time)),
    }
}

/// `date` moved by some days; at the ends of the calendar it stays.
pub(super) fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(by)
    } else {
        date.checked_add_days(by)
    };
    moved.unwrap_or(date)
}

/// The races of `from`–`to` for which no session stands on their day.
pub(super) fn lone_races(athlete: &Athlete, from: NaiveDate, to: NaiveDate) -> Vec<TimelineEntry> {
    athlete
        .profile
        .races
        .iter()
        .filter(|race| from <= race.date && race.date <= to)
        .filter(|race| {
            !athlete
                .sessions
                .on(race.date)
                .iter()
                .any(|session| is_race(session))
        })
        .map(TimelineEntry::race)
        .collect()
}
