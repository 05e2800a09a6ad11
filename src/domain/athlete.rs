//! The athlete: who they are, what they are used to, and every session of theirs.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::{
    AthleteId, Availability, Bpm, Equipment, ExerciseId, Kilograms, OneRmFormula, Pace,
    ProgressionChoice, Race, RuleSettings, RunKind, Session, SessionId, Stamp,
};

/// How distances are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DistanceUnit {
    /// Kilometres.
    #[default]
    Km,
    /// Statute miles.
    Miles,
}

/// How masses are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum MassUnit {
    /// Kilograms.
    #[default]
    Kg,
    /// Pounds.
    Pounds,
}

/// The units an athlete thinks in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Units {
    /// For distances and paces.
    pub distance: DistanceUnit,
    /// For loads.
    pub mass: MassUnit,
}

/// Experience in lifting.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Level {
    /// New to it.
    Novice,
    /// Some months or years.
    #[default]
    Intermediate,
    /// Many years.
    Advanced,
}

/// Where strength for the legs belongs; the sources disagree, so the coach chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Policy {
    /// On easy days, or on the day after a hard run (source 001).
    #[default]
    EasyOrAfterHard,
    /// On key-run days after the run, so that easy days stay easy (source 004).
    HardDaysHard,
    /// Never on a day with a run (source 003).
    Separate,
}

/// What comes first when both cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Priority {
    /// Running.
    #[default]
    Running,
    /// Neither.
    Balanced,
    /// Strength.
    Strength,
}

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal, $label:literal);+ $(;)? }) => {
        impl $name {
            /// Every value, in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word plan text uses.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The words the screen shows.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }
        }
    };
}

words!(Level {
    Novice => "novice", "Novice";
    Intermediate => "intermediate", "Intermediate";
    Advanced => "advanced", "Advanced";
});
words!(Policy {
    EasyOrAfterHard => "easy-or-after-hard", "Easy day or day after a hard run";
    HardDaysHard => "hard-days-hard", "Hard days hard, easy days easy";
    Separate => "separate", "Run and lift on different days";
});
words!(Priority {
    Running => "running", "Running";
    Balanced => "balanced", "Balanced";
    Strength => "strength", "Strength";
});

/// Sex, where a formula asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Heart-rate anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HeartRate {
    /// At rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Bpm>,
    /// Highest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Bpm>,
}

/// Signs that an athlete may take in less energy than training asks (IOC 2023). They are no diagnosis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LowEnergy {
    /// No period for three months or more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub missed_periods: bool,
    /// A second bone stress injury.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub second_bone_injury: bool,
    /// Falling weight together with fatigue.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub falling_weight: bool,
}

impl LowEnergy {
    /// The signs that are ticked, within a sentence.
    pub fn signs(self) -> Vec<&'static str> {
        let all = [
            (self.missed_periods, "periods missed for three months"),
            (self.second_bone_injury, "a second bone stress injury"),
            (self.falling_weight, "falling weight with fatigue"),
        ];
        let ticked = all.into_iter().filter(|(ticked, _)| *ticked);
        ticked.map(|(_, sign)| sign).collect()
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands out references"
    )]
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A one-repetition maximum that was tested.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestedMax {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// The load, without the body.
    pub kg: Kilograms,
    /// On which day.
    pub date: NaiveDate,
}

/// Body weight on a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BodyWeight {
    /// The day.
    pub date: NaiveDate,
    /// The weight.
    pub kg: Kilograms,
}

/// A finding the coach accepted. It stays quiet while `state` still describes its sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    /// The rule's id.
    pub rule: String,
    /// The sessions concerned.
    pub sessions: Vec<SessionId>,
    /// Where those sessions stood and what they weighed when it was accepted, as the rules describe it.
    pub state: String,
    /// Why it is fine.
    pub reason: String,
    /// When it was accepted.
    pub date: NaiveDate,
}

/// Something deleted, so that a merge does not bring it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tombstone {
    /// The deleted session.
    pub session: SessionId,
    /// When and by whom.
    pub deleted: Stamp,
    /// The stamps of its halves as they were then: a session with later ones was changed without knowledge of this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_changed: Option<Stamp>,
    /// See `plan_changed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_changed: Option<Stamp>,
    /// The day it stood on, on which a calendar that shows it has to let it go; `None` where nobody wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl Tombstone {
    /// Of a session that is deleted now.
    pub fn of(session: &Session, deleted: Stamp) -> Self {
        Self {
            session: session.id,
            deleted,
            plan_changed: Some(session.plan_changed),
            log_changed: session.log_changed,
            date: Some(session.date),
        }
    }

    /// True when whoever deleted the session knew this version of it, or a later one.
    pub fn knew(&self, session: &Session) -> bool {
        let plan = self.plan_changed.unwrap_or(self.deleted).at;
        let log = match self.plan_changed {
            // A half that is not there says nothing of when it was not there.
            Some(_) => self.log_changed.unwrap_or_default().at,
            None => self.deleted.at,
        };
        let logged = session.log_changed.unwrap_or_default().at;
        session.plan_changed.at <= plan && logged <= log
    }
}

/// Who the athlete is and how they train.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Name, as the athlete writes it.
    pub name: String,
    /// Units to show.
    #[serde(default)]
    pub units: Units,
    /// First day of the week.
    #[serde(default = "monday")]
    pub week_start: Weekday,
    /// Experience in lifting.
    #[serde(default)]
    pub level: Level,
    /// The day lifting began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifting_since: Option<NaiveDate>,
    /// Where strength for the legs belongs; `None` as in the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// What comes first.
    #[serde(default)]
    pub priority: Priority,
    /// Strength sessions a week to aim at.
    #[serde(default = "two")]
    pub strength_target: u32,
    /// When a morning session usually starts.
    #[serde(default = "seven")]
    pub morning: NaiveTime,
    /// When an evening session usually starts.
    #[serde(default = "eighteen")]
    pub evening: NaiveTime,
    /// When the athlete can train.
    #[serde(default)]
    pub availability: Availability,
    /// What the athlete owns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Equipment>,
    /// The bar that plates are put on; `None` for the usual one where the athlete's unit is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bar: Option<Kilograms>,
    /// Smallest step of a loaded barbell (a pair of the smallest plates).
    #[serde(default = "plate_step")]
    pub plate_step: Kilograms,
    /// Smallest step between dumbbells.
    #[serde(default = "dumbbell_step")]
    pub dumbbell_step: Kilograms,
    /// What single dumbbells weigh, where only these are there; empty for a rack in steps of `dumbbell_step`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dumbbells: Vec<Kilograms>,
    /// Tested maxima.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tested_maxes: Vec<TestedMax>,
    /// How maxima are estimated from logged sets.
    #[serde(default, skip_serializing_if = "OneRmFormula::is_default")]
    pub one_rm_formula: OneRmFormula,
    /// How the loads of single exercises grow, where the coach chose it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub progressions: BTreeMap<ExerciseId, ProgressionChoice>,
    /// Body weight over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body_weight: Vec<BodyWeight>,
    /// Sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Heart-rate anchors.
    #[serde(default)]
    pub heart_rate: HeartRate,
    /// Pace that can be held for about an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold_pace: Option<Pace>,
    /// Usual pace by kind of run.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub paces: BTreeMap<RunKind, Pace>,
    /// Signs of low energy availability; private, and never printed.
    #[serde(default, skip_serializing_if = "LowEnergy::is_none")]
    pub low_energy: LowEnergy,
    /// Races.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub races: Vec<Race>,
    /// How the rules are set.
    #[serde(default)]
    pub rules: RuleSettings,
    /// Findings accepted with a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Accepted>,
    /// Words to sort athletes by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// No longer coached.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// The coach's notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// When and by whom the profile changed last.
    #[serde(default)]
    pub changed: Stamp,
}

fn monday() -> Weekday {
    Weekday::Mon
}
fn two() -> u32 {
    2
}
fn seven() -> NaiveTime {
    NaiveTime::from_hms_opt(7, 0, 0).unwrap_or_default()
}
fn eighteen() -> NaiveTime {
    NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default()
}
fn plate_step() -> Kilograms {
    Profile::USUAL_PLATE_STEP
}
fn dumbbell_step() -> Kilograms {
    Profile::USUAL_DUMBBELL_STEP
}

impl Profile {
    /// The step of a loaded bar that a profile begins with: a pair of plates of 1.25 kg.
    pub const USUAL_PLATE_STEP: Kilograms = Kilograms::new(2.5);
    /// The step between dumbbells that a profile begins with.
    pub const USUAL_DUMBBELL_STEP: Kilograms = Kilograms::new(2.0);

    /// A profile with a name and the defaults of everything else.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            units: Units::default(),
            week_start: monday(),
            level: Level::default(),
            lifting_since: None,
            policy: None,
            priority: Priority::default(),
            strength_target: two(),
            morning: seven(),
            evening: eighteen(),
            availability: Availability::default(),
            equipment: Vec::new(),
            bar: None,
            plate_step: plate_step(),
            dumbbell_step: dumbbell_step(),
            dumbbells: Vec::new(),
            tested_maxes: Vec::new(),
            one_rm_formula: OneRmFormula::default(),
            progressions: BTreeMap::new(),
            body_weight: Vec::new(),
            sex: None,
            heart_rate: HeartRate::default(),
            threshold_pace: None,
            paces: BTreeMap::new(),
            low_energy: LowEnergy::default(),
            races: Vec::new(),
            rules: RuleSettings::default(),
            accepted: Vec::new(),
            tags: Vec::new(),
            archived: false,
            notes: String::new(),
            changed: Stamp::default(),
        }
    }

    /// Where strength for the legs belongs, the usual where nobody chose.
    pub fn policy(&self) -> Policy {
        self.policy.unwrap_or_default()
    }
}

/// The sessions of an athlete, ordered by date; within a day in stored order.
///
/// Sessions are shared pointers: a copy of ten years costs microseconds, so that saving and
/// drawing can hold a snapshot while the next edit goes on.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Arc<Session>>", into = "Vec<Arc<Session>>")]
pub struct Sessions(Vec<Arc<Session>>);

impl From<Vec<Arc<Session>>> for Sessions {
    /// Sorts by date and keeps the order within each day.
    fn from(mut sessions: Vec<Arc<Session>>) -> Self {
        sessions.sort_by_key(|session| session.date);
        Self(sessions)
    }
}

impl From<Sessions> for Vec<Arc<Session>> {
    fn from(sessions: Sessions) -> Self {
        sessions.0
    }
}

impl FromIterator<Session> for Sessions {
    fn from_iter<I: IntoIterator<Item = Session>>(sessions: I) -> Self {
        Self::from(sessions.into_iter().map(Arc::new).collect::<Vec<_>>())
    }
}

impl Sessions {
    /// All sessions, by date.
    pub fn all(&self) -> &[Arc<Session>] {
        &self.0
    }

    /// The sessions from `from` to `to`, both included.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> &[Arc<Session>] {
        let start = self.0.partition_point(|session| session.date < from);
        let end = self.0.partition_point(|session| session.date <= to);
        &self.0[start..end.max(start)]
    }

    /// The sessions of one day, in stored order.
    pub fn on(&self, date: NaiveDate) -> &[Arc<Session>] {
        self.between(date, date)
    }

    /// The session with this identity.
    pub fn get(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.0.iter().find(|session| session.id == id)
    }

    /// Its place among the sessions of its day, from 0.
    pub fn place(&self, id: SessionId) -> Option<usize> {
        let session = self.get(id)?;
        self.on(session.date)
            .iter()
            .position(|other| other.id == id)
    }

    /// Puts a session at `place` among those of its day (at the end where `place` is past it),
    /// in place of the one with the same identity, and returns that one.
    pub fn put(&mut self, session: Arc<Session>, place: usize) -> Option<Arc<Session>> {
        let old = self.remove(session.id);
        let start = self.0.partition_point(|other| other.date < session.date);
        let end = self.0.partition_point(|other| other.date <= session.date);
        self.0.insert(start.saturating_add(place).min(end), session);
        old
    }

    /// Takes a session out.
    pub fn remove(&mut self, id: SessionId) -> Option<Arc<Session>> {
        let index = self.0.iter().position(|session| session.id == id)?;
        Some(self.0.remove(index))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An athlete with everything that belongs to them: one document, one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Athlete {
    /// Identity.
    pub id: AthleteId,
    /// Who they are.
    pub profile: Profile,
    /// What they plan and did.
    #[serde(default)]
    pub sessions: Sessions,
    /// What was deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tombstones: Vec<Tombstone>,
}

impl Athlete {
    /// An athlete with a profile and nothing planned.
    pub fn new(id: AthleteId, profile: Profile) -> Self {
        Self {
            id,
            profile,
            sessions: Sessions::default(),
            tombstones: Vec::new(),
        }
    }
}
impl From<Units> for DistanceUnit {
    fn from(units: Units) -> Self {
        units.distance
    }
}

impl From<Units> for MassUnit {
    fn from(units: Units) -> Self {
        units.mass
    }
}
