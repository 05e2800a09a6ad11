//! The content that must not be lost.

use super::*;

/// The content that must not be lost, without stamps: of each athlete the profile, and the sessions day by day in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    pub(super) settings: WorkspaceSettings,
    pub(super) own: OwnLibrary,
    pub(super) athletes: BTreeMap<AthleteId, (Profile, Vec<Half>)>,
}

/// A session without its stamps.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Half {
    pub(super) id: SessionId,
    pub(super) date: NaiveDate,
    pub(super) plan: Plan,
    pub(super) log: Option<Log>,
    pub(super) status: Status,
    pub(super) locked: bool,
    pub(super) alternatives: usize,
}

impl Content {
    pub(super) fn of(workspace: &Workspace) -> Self {
        Self {
            settings: WorkspaceSettings {
                last_athlete: None,
                ..workspace.settings.clone()
            },
            own: OwnLibrary::clone(&workspace.own),
            athletes: workspace
                .athletes
                .iter()
                .map(|athlete| (athlete.id, content_of(athlete)))
                .collect(),
        }
    }
}

pub(super) fn content_of(athlete: &Athlete) -> (Profile, Vec<Half>) {
    let profile = Profile {
        changed: Stamp::default(),
        ..athlete.profile.clone()
    };
    let sessions = athlete.sessions.all().iter().map(|session| Half {
        id: session.id,
        date: session.date,
        plan: Plan::clone(&session.plan),
        log: session.log.clone(),
        status: session.status.clone(),
        locked: session.locked,
        alternatives: session.alternatives.len(),
    });
    (profile, sessions.collect())
}
