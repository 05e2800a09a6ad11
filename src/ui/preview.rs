//! What a fix would do, worked out once while its button is pointed at, for the calendar to show.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, Session, SessionId};
use crate::edit::Edit;
use crate::library::Library;
use crate::load;
use crate::rules::{self, DayEffect, Effect};

use super::card_facts::{CardFacts, session_facts};
use super::format;
use super::preview_words::{changes, goes, shortened};
use super::view::View;

/// The preview on screen. It lasts as long as something asks for it in each frame.
#[derive(Debug, Clone, Default)]
pub struct Previews {
    known: Option<Arc<FixPreview>>,
    is_wanted: bool,
}

impl Previews {
    /// Forgets what the last frame did not ask for.
    pub fn begin_frame(&mut self) {
        if !std::mem::take(&mut self.is_wanted) {
            self.known = None;
        }
    }

    /// The effect of `edits` on the week that begins on `week`, for this frame; worked out unless it is the one of
    /// the last frame.
    pub fn show(&mut self, view: &View, week: NaiveDate, edits: &[Edit]) -> Arc<FixPreview> {
        self.is_wanted = true;
        if let Some(known) = self.known.as_ref().filter(|p| p.is_of(view, week, edits)) {
            return known.clone();
        }
        let preview = Arc::new(FixPreview::new(view, week, edits));
        self.known = Some(preview.clone());
        preview
    }

    /// What this frame asked for so far.
    pub fn shown(&self) -> Option<Arc<FixPreview>> {
        self.known.clone().filter(|_| self.is_wanted)
    }
}

/// What edits would do to a week.
#[derive(Debug, Clone)]
pub struct FixPreview {
    athlete: Arc<Athlete>,
    week: NaiveDate,
    edits: Vec<Edit>,
    /// What is found before and after.
    pub effect: Effect,
    /// Sessions where they would come to stand.
    pub arriving: Vec<Ghost>,
    /// What happens to the sessions that are there now, in a few words each.
    pub marks: HashMap<SessionId, SessionChange>,
    /// All that changes about a session that stays where it is, line by line.
    told: HashMap<SessionId, Vec<String>>,
}

/// A session where it would come to stand.
#[derive(Debug, Clone)]
pub struct Ghost {
    /// The session.
    pub session: Arc<Session>,
    /// What its card would show.
    pub facts: CardFacts,
}

/// What happens to a session on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChange {
    /// It goes away: where to.
    Leaves(String),
    /// It stays and changes: what, line by line.
    Changes(Vec<String>),
}

impl FixPreview {
    fn new(view: &View, week: NaiveDate, edits: &[Edit]) -> Self {
        let last = week + Days::new(6);
        let effect = rules::effect(edits, view.athlete, &view.context(), week, last);
        let mut preview = Self {
            athlete: view.athlete.clone(),
            week,
            edits: edits.to_vec(),
            arriving: Vec::new(),
            marks: HashMap::new(),
            told: HashMap::new(),
            effect,
        };
        for change in &preview.effect.sessions {
            match (&change.before, &change.after) {
                (Some(before), Some(after)) if before.slot() == after.slot() => {
                    let words = changes(before, after, view.athlete, view.library);
                    preview.told.insert(before.id, words.clone());
                    preview
                        .marks
                        .insert(before.id, SessionChange::Changes(shortened(words)));
                }
                (before, after) => {
                    if let Some(before) = before {
                        let goes = goes(before, after.as_deref());
                        preview.marks.insert(before.id, SessionChange::Leaves(goes));
                    }
                    if let Some(after) = after {
                        let mut facts = session_facts(after, view.athlete, view.library);
                        facts.worst = preview.effect.worst_of(after.id);
                        preview.arriving.push(Ghost {
                            session: after.clone(),
                            facts,
                        });
                    }
                }
            }
        }
        preview
    }

    fn is_of(&self, view: &View, week: NaiveDate, edits: &[Edit]) -> bool {
        Arc::ptr_eq(&self.athlete, view.athlete) && self.week == week && self.edits == edits
    }

    /// What changes for a day of the week.
    pub fn day(&self, date: NaiveDate) -> Option<DayEffect> {
        self.effect
            .days
            .iter()
            .find(|day| day.date == date)
            .copied()
    }

    /// Sessions that would come to stand on a day.
    pub fn arriving_on(&self, date: NaiveDate) -> impl Iterator<Item = &Ghost> {
        let arriving = self.arriving.iter();
        arriving.filter(move |ghost| ghost.session.date == date)
    }

    /// What would be done, a line for each session and each of its changes: "Full body strength: Tue 24 → Fri 27", "Gym:
    /// squat 4 × 6 @ 62.5 kg → 3 × 6 @ 50 kg, RIR 4".
    pub fn lines(&self, library: &Library) -> Vec<String> {
        let line = |change: &rules::SessionEffect| match (&change.before, &change.after) {
            (Some(before), _) if self.told.contains_key(&before.id) => {
                let title = load::title_of(&before.plan, library);
                let told = self.told.get(&before.id).into_iter().flatten();
                told.map(|words| format!("{title}: {words}")).collect()
            }
            _ => self
                .move_line(change, library)
                .into_iter()
                .collect::<Vec<_>>(),
        };
        self.effect.sessions.iter().flat_map(line).collect()
    }

    fn move_line(&self, change: &rules::SessionEffect, library: &Library) -> Option<String> {
        match (&change.before, &change.after) {
            (Some(before), after) => {
                let title = load::title_of(&before.plan, library);
                let words = match self.marks.get(&before.id)? {
                    SessionChange::Leaves(to) if after.is_some() => {
                        format!("{} {to}", format::day(before.date))
                    }
                    SessionChange::Leaves(to) => to.clone(),
                    SessionChange::Changes(words) => words.join(", "),
                };
                Some(format!("{title}: {words}"))
            }
            (None, Some(after)) => {
                let title = load::title_of(&after.plan, library);
                Some(format!("{title}: new on {}", format::day(after.date)))
            }
            (None, None) => None,
        }
    }
}
