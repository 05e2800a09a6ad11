//! Everybody's weeks checked off the interface's thread, and kept fresh while the roster is on screen.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};
use crate::ui::roster::RosterRow;

use super::App;
use super::background::Event;

/// What was worked out of whom.
#[derive(Debug, Default)]
pub(super) struct Roster {
    known: HashMap<AthleteId, Checked>,
    /// A thread is at work.
    is_running: bool,
}

/// An athlete as checked: the same document on the same day with the same library needs no second look.
#[derive(Debug)]
pub(super) struct Checked {
    athlete: Arc<Athlete>,
    own: Arc<OwnLibrary>,
    today: NaiveDate,
    settings: WorkspaceSettings,
    row: Arc<RosterRow>,
}

impl App {
    /// Has those checked who changed since, while the roster is on screen.
    pub(super) fn keep_roster_fresh(&mut self, today: NaiveDate) {
        if !self.state.roster.open || self.roster.is_running {
            return;
        }
        let own = &self.workspace.own;
        let present = self.workspace.athletes.iter();
        let present = present.filter(|athlete| !athlete.profile.archived);
        let settings = &self.workspace.settings;
        let is_fresh = |athlete: &Arc<Athlete>| {
            self.roster.known.get(&athlete.id).is_some_and(|known| {
                Arc::ptr_eq(&known.athlete, athlete)
                    && Arc::ptr_eq(&known.own, own)
                    && known.settings.checks_like(settings)
                    && known.today == today
            })
        };
        let stale: Vec<Arc<Athlete>> = present.filter(|a| !is_fresh(a)).cloned().collect();
        self.state.roster.checking = stale.len() + self.unread;
        if stale.is_empty() {
            self.list_roster();
            return;
        }
        self.roster.is_running = true;
        let (library, own, settings) = (self.library.clone(), own.clone(), settings.clone());
        self.post.spawn("roster", move |post| {
            let check = |athlete: Arc<Athlete>| {
                let row = Arc::new(RosterRow::of(&athlete, &settings, &library, today));
                Checked {
                    athlete,
                    own: own.clone(),
                    settings: settings.clone(),
                    today,
                    row,
                }
            };
            let checked = stale.into_iter().map(check).collect();
            post.send(Event::Roster(checked));
        });
    }

    /// Takes in who was checked.
    pub(super) fn take_roster(&mut self, checked: Vec<Checked>) {
        self.roster.is_running = false;
        for checked in checked {
            self.roster.known.insert(checked.athlete.id, checked);
        }
        self.list_roster();
    }

    /// Lists everybody who is there and was checked, as far as that is not what is listed.
    fn list_roster(&mut self) {
        let present = self.workspace.athletes.iter();
        let present = present.filter(|athlete| !athlete.profile.archived);
        let known = present.filter_map(|athlete| self.roster.known.get(&athlete.id));
        let mut rows: Vec<Arc<RosterRow>> = known.map(|known| known.row.clone()).collect();
        let listed = &self.state.roster.rows;
        let is_same = rows.len() == listed.len()
            && rows
                .iter()
                .all(|row| listed.iter().any(|other| Arc::ptr_eq(row, other)));
        if !is_same {
            rows.sort_by_cached_key(|row| row.rank());
            self.state.roster.rows = rows;
        }
    }
}
