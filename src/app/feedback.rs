//! What was seen of an athlete's feedback. It is remembered for this computer, and is no step to undo: of two coaches who
//! share a folder each has read or not read by themselves, and reading is no change of the plan. A command lets it be
//! news again.

use std::sync::Arc;

use crate::domain::{Session, SessionId};
use crate::ui::format::plural;

use super::shell::App;

impl App {
    /// Remembers that the feedback on a session of the shown athlete was looked at.
    pub(super) fn see_feedback(&mut self, session: SessionId) {
        let session = self
            .shown()
            .and_then(|athlete| athlete.sessions.get(session).cloned());
        self.see(session.as_slice());
    }

    /// Remembers all feedback of the shown athlete as seen, and says how much that was.
    pub(super) fn see_all_feedback(&mut self) {
        let Some(athlete) = self.shown() else { return };
        let seen = self.preferences.now.seen.get(&athlete.id);
        let seen = seen.cloned().unwrap_or_default();
        let today = self.today();
        let sessions = athlete.sessions.all().iter();
        let news = sessions.filter(|session| seen.is_news(session, today));
        let news: Vec<Arc<Session>> = news.cloned().collect();
        self.see(&news);
        let name = &athlete.profile.name;
        if news.is_empty() {
            self.say(format!("There is nothing new from {name}."));
        } else {
            let count = plural(news.len(), "answer", "answers");
            self.say(format!("Marked as seen: {count} of {name}."));
        }
    }

    /// Lets the feedback on the selected session be news again.
    pub(super) fn forget_feedback(&mut self) {
        let Some(athlete) = self.shown() else { return };
        let selected = self.screen.ui.shared.selected;
        let seen = self.preferences.now.seen.get_mut(&athlete.id);
        let is_changed = match (seen, selected) {
            (Some(seen), Some(session)) => seen.forget(session),
            _ => false,
        };
        if is_changed {
            self.save_preferences();
            self.say("Marked as new.");
        } else {
            self.say("The athlete has said nothing about this session that was marked as seen.");
        }
    }

    fn see(&mut self, sessions: &[Arc<Session>]) {
        let Some(athlete) = self.shown() else { return };
        let today = self.today();
        let seen = self.preferences.now.seen.entry(athlete.id).or_default();
        let first = seen.first_day(today);
        let is_old = |id: SessionId| {
            let session = athlete.sessions.get(id);
            session.is_none_or(|session| session.date < first)
        };
        let mut is_changed = false;
        for session in sessions {
            is_changed |= seen.see(session, today, is_old);
        }
        if is_changed {
            self.save_preferences();
        }
    }
}
