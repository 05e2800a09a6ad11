//! The last word of all rules: what they object to is made easier or taken out, and named.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, LegLoad, RunKind, Session, SessionId};
use crate::load::{Emphasis, distance_of, emphasis_of, title_of};
use crate::rules::{Context, Finding, Severity, Timeline, added, check};

use super::below_long;
use super::draft::Draft;
use super::eased::{eased, shorter};
use super::lighter;
use super::long_share;
use super::measure::is_race;
use super::share;
use super::steps;
use super::strength;

/// Days after the season on which rules still remember it: a long run is the measure for a month.
const AFTERMATH: u64 = 31;
/// Rules about how long a run is: less of it is enough.
const LENGTH: [&str; 2] = ["single-run-spike", "return-after-break"];
/// What one step takes of such a run.
const A_STEP: f64 = 0.05;
/// Rules about what a week lacks: nothing gets better by taking more out.
const LACKS: [&str; 2] = ["strength-frequency", "keep-strength"];

/// Eases or takes out what the rules object to by more than a tip, and gives what they still find that they did not
/// find in `kept`, the athlete without the season.
pub(super) fn settle(draft: &mut Draft, kept: &Athlete) -> Vec<Finding> {
    let Some((first, last)) = ends(draft) else {
        return Vec::new();
    };
    let known = findings(kept, &draft.context(), first, last);
    let mut borne: HashSet<(&'static str, Vec<SessionId>)> = HashSet::new();
    loop {
        let now = findings(&draft.athlete, &draft.context(), first, last);
        let new: Vec<Finding> = added(&known, &now).cloned().collect();
        let objection = new.iter().find(|finding| {
            finding.severity > Severity::Tip
                && finding.accepted.is_none()
                && !LACKS.contains(&finding.rule)
                && !borne.contains(&(finding.rule, finding.sessions.clone()))
        });
        let Some(objection) = objection else {
            let is_eased = steps::ease(draft)
                || share::ease(draft)
                || long_share::ease(draft)
                || below_long::ease(draft)
                || lighter::ease(draft);
            if is_eased {
                continue;
            }
            return new;
        };
        if !give_way(draft, objection) {
            borne.insert((objection.rule, objection.sessions.clone()));
        }
    }
}

fn ends(draft: &Draft) -> Option<(NaiveDate, NaiveDate)> {
    let ours = || {
        draft
            .ours
            .iter()
            .filter_map(|id| draft.athlete.sessions.get(*id))
    };
    let first = ours().map(|session| session.date).min()?;
    let last = ours().map(|session| session.date).max()?;
    Some((first, last.checked_add_days(Days::new(AFTERMATH))?))
}

fn findings(athlete: &Athlete, context: &Context, from: NaiveDate, to: NaiveDate) -> Vec<Finding> {
    check(&Timeline::new(athlete, context, from, to), context)
}

/// Eases or takes out one of our sessions that a finding names; false when none of them can give way.
fn give_way(draft: &mut Draft, finding: &Finding) -> bool {
    let ours = finding.sessions.iter().filter(|id| draft.ours.contains(id));
    let mut named: Vec<Arc<Session>> = ours
        .filter_map(|id| draft.athlete.sessions.get(*id).cloned())
        .filter(|session| !is_race(session))
        .collect();
    // Change strength before runs, and the less important run first.
    named.sort_by_key(|session| (session.plan.run().is_some(), emphasis_of(&session.plan)));
    let Some(session) = named.first() else {
        return false;
    };
    let title = title_of(&session.plan, draft.library);
    let week = draft.week_of(session.date);
    if LENGTH.contains(&finding.rule)
        && let Some(shorter) = cut(session, draft)
    {
        draft.athlete.sessions.put(Arc::new(shorter), usize::MAX);
        let why = "No run of the weeks before is long enough for more.".to_owned();
        draft.leave_out(week, &format!("A part of the {title}"), why);
        return true;
    }
    if let Some(lighter) = lightened(session, draft) {
        draft.athlete.sessions.put(Arc::new(lighter), usize::MAX);
        return true;
    }
    let is_hard = session.plan.run().is_some() && emphasis_of(&session.plan) > Emphasis::Plain;
    if is_hard {
        let eased = eased(session, draft);
        draft.athlete.sessions.put(Arc::new(eased), usize::MAX);
        draft.leave_out(
            week,
            &format!("{title}, now an easy run"),
            finding.message.clone(),
        );
    } else {
        draft.take_out(session, finding.message.clone());
    }
    true
}

/// A run that is too long, a step shorter; `None` for a hard one, and where too little would be left.
fn cut(session: &Session, draft: &Draft) -> Option<Session> {
    let run = session.plan.run()?;
    let is_long_only = matches!(run.kind, RunKind::Long | RunKind::Easy | RunKind::Recovery);
    let meters = distance_of(&session.plan, &draft.athlete.profile)?
        .value
        .m();
    let why = "no run of the weeks before is long enough for more.";
    shorter(session, meters * A_STEP, why, draft).filter(|_| is_long_only)
}

/// Strength that the legs would feel, made light; `None` for what is light already.
fn lightened(session: &Session, draft: &Draft) -> Option<Session> {
    if strength::legs(&session.plan, draft.library) < LegLoad::Moderate {
        return None;
    }
    let plan = strength::light(&session.plan);
    let is_lighter = strength::legs(&plan, draft.library) < LegLoad::Moderate;
    is_lighter.then(|| {
        let mut light = Session {
            plan: plan.into(),
            ..session.clone()
        };
        light
            .because
            .push_str(" Kept light, so that the runs do not feel it.");
        light
    })
}
