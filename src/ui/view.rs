//! What panels read: the documents as they are, and what was worked out from them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::chart::{Annotation, AnnotationBook};
use crate::domain::{
    Athlete, AthleteId, Author, CheckedProfile, Meters, SeenFeedback, Session, SessionId, Start,
    Units, Week, Workspace,
};
use crate::library::Library;
use crate::load::ProgramBlock;
use crate::load::records::{PersonalRecord, RecordBook};
use crate::load::series::{self, TrainingDigest};
use crate::rules::{self, Breach, Context, Finding, Fix, Severity, Timeline};
use crate::season::{self, WeekPurpose};

use super::card_facts::{CardFacts, card_facts};
use super::notices::Notices;
use super::theme::Palette;

/// How the last save went.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveStatus {
    /// All is on disk.
    #[default]
    Saved,
    /// Something is on its way to the disk.
    Saving,
    /// The workspace can only be looked at: why.
    ReadOnly(String),
    /// Saving failed: why.
    Failed(String),
    /// Another program changed the file, and ours is beside it: where.
    Conflict(String),
}

/// Everything a panel may read in a frame.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The open workspace.
    pub workspace: &'a Workspace,
    /// The exercises and templates.
    pub library: &'a Library,
    /// The shown athlete.
    pub athlete: &'a Arc<Athlete>,
    /// What was worked out for the shown athlete and week.
    pub derived: &'a Derived,
    /// The current day.
    pub today: NaiveDate,
    /// Label of what undo takes back.
    pub undo: Option<&'a str>,
    /// Label of what redo does again.
    pub redo: Option<&'a str>,
    /// How the last save went.
    pub save: &'a SaveStatus,
    /// Where the workspace is.
    pub folder: &'a str,
    /// What needs attention.
    pub notices: &'a Notices,
    /// Colours.
    pub palette: &'static Palette,
    /// What was seen of everybody's feedback on this computer.
    pub seen: &'a BTreeMap<AthleteId, SeenFeedback>,
}

impl View<'_> {
    /// True where a coach works: an athlete's own feedback is no news to themselves.
    pub fn is_of_coach(&self) -> bool {
        self.workspace.settings.keeper == Author::Coach
    }

    /// True for a session of an athlete with feedback that was not seen yet.
    pub fn is_news(&self, athlete: &Athlete, session: &Session) -> bool {
        let nothing = SeenFeedback::default();
        let seen = self.seen.get(&athlete.id).unwrap_or(&nothing);
        self.is_of_coach() && seen.is_news(session, self.today)
    }

    /// The sessions of an athlete with feedback that was not seen yet, by date.
    pub fn news_of(&self, athlete: &Athlete) -> Vec<Arc<Session>> {
        if !self.is_of_coach() {
            return Vec::new();
        }
        let nothing = SeenFeedback::default();
        let seen = self.seen.get(&athlete.id).unwrap_or(&nothing);
        let from = seen.first_day(self.today);
        let sessions = athlete.sessions.between(from, NaiveDate::MAX).iter();
        let news = sessions.filter(|session| seen.is_news(session, self.today));
        news.cloned().collect()
    }

    /// The shown athlete's units.
    pub fn units(&self) -> Units {
        self.athlete.profile.units
    }

    /// What the rules need.
    pub fn context(&self) -> Context<'_> {
        Context::new(&self.derived.profile, self.library, self.today)
            .written(super::format::date_style())
    }

    /// A session of the shown athlete.
    pub fn session(&self, id: SessionId) -> Option<&Arc<Session>> {
        self.athlete.sessions.get(id)
    }
}

/// A week of the season strip.
#[derive(Debug, Clone, PartialEq)]
pub struct StripWeek {
    /// Its first day.
    pub first: NaiveDate,
    /// Running load in AU, done and still planned.
    pub run_au: f64,
    /// Strength load in AU, done and still planned.
    pub strength_au: f64,
    /// Running distance, done and still planned.
    pub distance: Meters,
    /// The worst finding that is not accepted.
    pub worst: Option<Severity>,
    /// A race in it, by name.
    pub race: Option<String>,
    /// What it is for.
    pub purpose: WeekPurpose,
}

/// Which weeks the season strip shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StripSpan {
    /// First day of its first week.
    pub first: NaiveDate,
    /// How many weeks.
    pub weeks: u64,
}

/// How many weeks the season strip shows at least.
pub const STRIP_WEEKS: u64 = 12;
/// How many it shows at most, where there is room.
pub const STRIP_MOST: u64 = 24;
/// How many weeks before the strip tell what its first ones are for.
const PURPOSE_WEEKS: u64 = 4;
/// How many of its first twelve lie before the shown week.
pub const STRIP_BEFORE: u64 = 5;

/// What the charts are drawn from; it does not depend on the shown week.
#[derive(Debug, Clone, Default)]
pub struct Charted {
    /// Digests of all sessions.
    pub figures: TrainingDigest,
    /// Races, programs, pains and notes.
    pub marks: Vec<Annotation>,
    /// The program blocks, by their first day.
    pub blocks: Vec<ProgramBlock>,
    /// What the marks and blocks are found with.
    annotations: AnnotationBook,
    /// Another number for every state of the figures and marks.
    pub revision: u64,
}

impl Charted {
    /// Brings it up to an athlete. `revision` was never given before.
    pub fn update(&mut self, athlete: &Athlete, library: &Library, revision: u64) {
        self.figures.update(athlete, library);
        (self.marks, self.blocks) = self.annotations.update(athlete, library);
        self.revision = revision;
    }
}

/// What is worked out from the shown athlete and week, once after each change.
#[derive(Debug, Clone)]
pub struct Derived {
    /// The shown athlete's profile as the rules see it, with what it leaves open as in the workspace.
    pub profile: CheckedProfile<'static>,
    /// Findings of the shown week, in display order.
    pub findings: Vec<Finding>,
    /// The fixes of each of them.
    pub fixes: Vec<Vec<Fix>>,
    /// Facts of the sessions of the shown week.
    pub facts: HashMap<SessionId, CardFacts>,
    /// The season strip.
    pub strip: Vec<StripWeek>,
    /// The weeks of the strip.
    pub strip_span: StripSpan,
    /// All records.
    pub book: RecordBook,
    /// The records set in the shown week.
    pub records: Vec<PersonalRecord>,
    /// What the charts are drawn from.
    pub charted: Charted,
    /// Weeks in which a rule objects, by their first day: those of the strip as they are now, those beyond it as they
    /// were checked last.
    pub breaches: Arc<[Breach]>,
    /// Those of the strip alone.
    strip_breaches: Arc<[Breach]>,
}

impl Derived {
    /// Works everything out for the week that begins on `week`, and for the weeks of the strip. The figures of the charts
    /// and the records are the athlete's already.
    pub fn new(
        athlete: &Athlete,
        context: &Context,
        week: NaiveDate,
        strip_span: StripSpan,
        charted: Charted,
        book: RecordBook,
    ) -> Self {
        let library = context.library;
        let last = week + Days::new(6);
        let timeline = Timeline::new(athlete, context, week, last);
        let findings = rules::check(&timeline, context);
        let fixes = findings
            .iter()
            .map(|f| rules::fixes(f, athlete, context))
            .collect();
        let records = book.beaten(week, last);
        let facts = athlete
            .sessions
            .between(week, last)
            .iter()
            .map(|session| {
                let mut facts = card_facts(session, athlete, library, &findings);
                facts.record = records.iter().any(|r| r.session == Some(session.id));
                (session.id, facts)
            })
            .collect();
        let (strip, breaches) = strip(athlete, context, strip_span);
        let breaches: Arc<[Breach]> = breaches.into_values().collect();
        Self {
            profile: context.changed(|_| ()),
            findings,
            fixes,
            facts,
            book,
            records,
            strip,
            strip_span,
            charted,
            strip_breaches: breaches.clone(),
            breaches,
        }
    }

    /// Takes in the weeks of the whole calendar in which a rule objects. The strip knows its own better: they are
    /// checked with every edit.
    pub fn take_breaches(&mut self, whole: &[Breach]) {
        let StripSpan { first, weeks } = self.strip_span;
        let strip = first..first + Days::new(weeks * 7);
        let beyond = whole.iter().filter(|breach| !strip.contains(&breach.week));
        let mut all: Vec<Breach> = beyond.chain(&*self.strip_breaches).cloned().collect();
        all.sort_by_key(|breach| breach.week);
        if *all != *self.breaches {
            self.breaches = all.into();
        }
    }

    /// How many findings that are not accepted there are of each severity: conflicts, cautions, tips.
    pub fn counts(&self) -> [usize; 3] {
        let count = |severity| {
            self.findings
                .iter()
                .filter(|f| f.accepted.is_none() && f.severity == severity)
                .count()
        };
        [
            count(Severity::Conflict),
            count(Severity::Caution),
            count(Severity::Tip),
        ]
    }
}

/// The weeks of the strip, and those among them in which a rule objects.
fn strip(
    athlete: &Athlete,
    context: &Context,
    span: StripSpan,
) -> (Vec<StripWeek>, BTreeMap<NaiveDate, Breach>) {
    let StripSpan { first, weeks } = span;
    let last = first + Days::new((weeks * 7).saturating_sub(1));
    let timeline = Timeline::new(athlete, context, first, last);
    let breaches = rules::breaches_in(&rules::check(&timeline, context), athlete);
    // The weeks around it tell whether its first and last are lighter ones.
    let totals = series::weekly(
        athlete,
        context.library,
        context.today,
        first - Days::new(PURPOSE_WEEKS * 7),
        (weeks + PURPOSE_WEEKS + 1) as usize,
    );
    let run: Vec<_> = totals
        .iter()
        .map(|totals| (totals.monday, totals.distance()))
        .collect();
    let purposes = season::purposes(athlete, context.library, &run);
    let strip = totals
        .into_iter()
        .zip(purposes)
        .skip(PURPOSE_WEEKS as usize)
        .take(weeks as usize)
        .map(|(totals, purpose)| {
            let week_first = totals.monday;
            let within =
                |date: NaiveDate| Week::of(date, athlete.profile.week_start).first() == week_first;
            StripWeek {
                first: week_first,
                run_au: totals.done.run_au + totals.to_come.run_au,
                strength_au: totals.done.strength_au + totals.to_come.strength_au,
                distance: totals.distance(),
                worst: breaches.get(&week_first).map(|breach| breach.worst),
                race: athlete
                    .profile
                    .races
                    .iter()
                    .find(|race| within(race.date))
                    .map(|race| race.name.clone()),
                purpose,
            }
        })
        .collect();
    (strip, breaches)
}

/// Where a session stands among those of its day: by the half of the day, then by the clock. One without a clock time
/// comes before those with one.
pub fn order_in_day(start: Start) -> (usize, u32) {
    (day_group(start), start.minute().unwrap_or_default())
}

/// The group of a day a session stands in: 0 morning, 1 any time, 2 evening.
pub fn day_group(start: Start) -> usize {
    match start.part() {
        Some(crate::domain::DayPart::Morning) => 0,
        None => 1,
        Some(crate::domain::DayPart::Evening) => 2,
    }
}
