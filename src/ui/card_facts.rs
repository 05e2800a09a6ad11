//! What a card shows of a session besides its own fields: how long, how far, how hard, and what is wrong with it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, ExerciseId, Kind, LegLoad, Meters, Minutes, Plan, Profile, RunKind, Session, SessionId,
};
use crate::library::Library;
use crate::load::{self, StrengthContent};
use crate::rules::{self, Context, Finding, Severity, Timeline};

/// One letter for a kind of session, where there is no room for a word, so that colour is never alone.
pub fn letter(kind: Kind, leg_load: LegLoad) -> &'static str {
    match kind {
        Kind::Run(RunKind::Race) => "R",
        Kind::Run(RunKind::Long) => "L",
        Kind::Run(RunKind::Recovery | RunKind::Easy) => "E",
        Kind::Run(RunKind::Steady | RunKind::Progression) => "T",
        Kind::Run(_) => "Q",
        Kind::Strength if leg_load == LegLoad::None => "U",
        Kind::Strength => "S",
        Kind::Cross => "X",
        Kind::Mobility => "M",
        Kind::Rest | Kind::Note => "",
    }
}

/// What a card shows of a session besides its own fields.
#[derive(Debug, Clone, PartialEq)]
pub struct CardFacts {
    /// The title.
    pub title: String,
    /// Region and leg load of strength.
    pub content: Option<StrengthContent>,
    /// How long it takes, said or estimated.
    pub minutes: Minutes,
    /// How far it goes, said or estimated.
    pub distance: Option<Meters>,
    /// Load in AU: what it cost when done, else what it is planned to cost.
    pub load: f64,
    /// The worst finding that hangs on it and is not accepted.
    pub worst: Option<Severity>,
    /// A record was set in it.
    pub record: bool,
    /// The athlete said something about it that was not seen yet.
    pub news: bool,
}

impl CardFacts {
    /// Leg load for colours; `None` stands for everything but strength.
    pub fn leg_load(&self) -> LegLoad {
        self.content
            .as_ref()
            .map_or(LegLoad::None, |content| content.leg_load)
    }
}

/// What the card of an athlete's session shows, findings left aside. Loads in kilograms weigh by what the athlete can
/// lift on that day, as they do for the rules.
pub fn session_facts(session: &Session, athlete: &Athlete, library: &Library) -> CardFacts {
    let mut facts = plan_facts(&session.plan, &athlete.profile, library);
    let max = |exercise: &ExerciseId| load::max_on(athlete, exercise, session.date);
    let strength = session.plan.strength();
    facts.content = strength.map(|plan| load::content_for(plan, library, &max));
    facts.load = load::done_load(session, &athlete.profile, library)
        .unwrap_or_else(|| load::planned_load(session, &athlete.profile, library))
        .au;
    facts
}

/// What the cards of some days show, with the worst finding of each, as far as these days tell.
pub fn facts_between(
    athlete: &Athlete,
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
) -> HashMap<SessionId, CardFacts> {
    let timeline = Timeline::new(athlete, context, first, last);
    let findings = rules::check(&timeline, context);
    let sessions = athlete.sessions.between(first, last).iter();
    sessions
        .map(|session| {
            let facts = card_facts(session, athlete, context.library, &findings);
            (session.id, facts)
        })
        .collect()
}

pub(super) fn card_facts(
    session: &Session,
    athlete: &Athlete,
    library: &Library,
    findings: &[Finding],
) -> CardFacts {
    let mut facts = session_facts(session, athlete, library);
    facts.worst = findings
        .iter()
        .filter(|f| f.accepted.is_none() && f.sessions.contains(&session.id))
        .map(|f| f.severity)
        .max();
    facts
}

/// What a card shows of a plan that is not on the calendar.
pub fn plan_facts(plan: &Plan, profile: &Profile, library: &Library) -> CardFacts {
    let content = plan
        .strength()
        .map(|strength| load::content_of(strength, library));
    CardFacts {
        title: load::title_of(plan, library),
        content,
        minutes: load::duration_of(plan, profile).value,
        distance: load::distance_of(plan, profile).map(|distance| distance.value),
        load: 0.0,
        worst: None,
        record: false,
        news: false,
    }
}
