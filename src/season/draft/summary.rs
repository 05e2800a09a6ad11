//! The weeks of a season as they stand, and the edits that bring it.

use std::sync::Arc;

use chrono::Days as Later;

use crate::domain::{Athlete, Meters, RunKind, Session, Status};
use crate::edit::Edit;
use crate::rules::Finding;
use crate::season::measure::{is_race, meters_of};
use crate::season::outcome::{Season, SeasonWeek};
use crate::season::program_choice::lifting_words;

use super::state::Draft;

impl Draft<'_> {
    /// The weeks as they stand.
    pub(in crate::season) fn weeks(&self) -> Vec<SeasonWeek> {
        let numbers = 0..self.stages.len();
        numbers.filter_map(|week| self.week(week)).collect()
    }

    /// The season as it stands.
    pub(in crate::season) fn season(self, before: &Athlete, findings: Vec<Finding>) -> Season {
        let weeks = (0..self.stages.len())
            .filter_map(|week| self.week(week))
            .collect();
        let removals = self.replaced.iter().copied().map(Edit::Remove);
        let puts = self
            .ours
            .iter()
            .filter_map(|id| self.athlete.sessions.get(*id));
        let puts = puts.map(|session| Edit::put(Session::clone(session)));
        let profile = self.athlete.profile.clone();
        let changed = (profile != before.profile).then(|| Edit::Profile(Box::new(profile.clone())));
        let lifting = self.program.map_or(String::new(), |program| {
            lifting_words(self.library, self.request, program, &self.stages)
        });
        Season {
            weeks,
            left_out: self.left_out,
            findings,
            paces: self.paces.source,
            lifting,
            edits: changed.into_iter().chain(removals).chain(puts).collect(),
            profile,
        }
    }

    fn week(&self, week: usize) -> Option<SeasonWeek> {
        let stage = self.stages.get(week)?;
        let first = self.monday(week);
        let sessions = self.athlete.sessions.between(first, first + Later::new(6));
        let counted = || {
            sessions.iter().filter(|session| {
                matches!(
                    session.status,
                    Status::Planned | Status::Done | Status::Partial
                )
            })
        };
        let meters = |session: &&Arc<Session>| meters_of(session, self.profile());
        let run = || counted().filter(|session| !is_race(session));
        let is_long = |session: &&Arc<Session>| {
            session
                .plan
                .run()
                .is_some_and(|run| run.kind == RunKind::Long)
        };
        Some(SeasonWeek {
            number: week as u32 + 1,
            first,
            phase: stage.phase,
            cutback: stage.cutback,
            distance: Meters::new(
                run()
                    .filter_map(|session| meters(&session))
                    .fold(0.0, |sum, far| sum + far),
            ),
            long: Meters::new(
                run()
                    .filter(is_long)
                    .filter_map(|session| meters(&session))
                    .fold(0.0, f64::max),
            ),
            runs: counted()
                .filter(|session| session.plan.run().is_some())
                .count(),
            strength: counted()
                .filter(|session| session.plan.strength().is_some())
                .count(),
            sessions: sessions.to_vec(),
        })
    }
}
