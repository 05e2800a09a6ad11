//! What the panels share: the shown week, what is selected, what is dragged, and what was copied.

use std::ops::Range;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{
    ExerciseId, Plan, ProgramId, Session, SessionId, SessionTemplate, Slot, TemplateId, Workspace,
};
use crate::layout::Layout;
use crate::rules::Verdict;

use super::board::Board;
use super::hint::Hints;
pub use super::panels::{ChartsPlace, Panel, PanelRoom, PanelSizes, Panels};
use super::preview::Previews;
use super::rest::Rest;
use super::view::STRIP_WEEKS;

/// What is dragged.
#[derive(Debug, Clone, PartialEq)]
pub enum Dragged {
    /// A session of the shown athlete.
    Session(SessionId),
    /// A session template, or anything else that becomes a session where it drops.
    Plan(Arc<Plan>),
    /// An exercise, for a session's list or a day.
    Exercise(ExerciseId),
    /// A template week.
    Week(TemplateId),
    /// A program.
    Program(ProgramId),
}

/// A drag under way, by mouse or by keyboard, with its verdicts.
#[derive(Debug, Clone, PartialEq)]
pub struct Drag {
    /// What is dragged.
    pub dragged: Dragged,
    /// The sessions that go with it, by as many days.
    pub with: Vec<SessionId>,
    /// True when a copy is dropped and the original stays.
    pub copy: bool,
    /// The plan that would land; `None` for a template week.
    pub plan: Option<Arc<Plan>>,
    /// The name on the dragged card.
    pub title: String,
    /// For every day of the shown week, the verdict of its morning and of its evening. Empty for a template week.
    pub verdicts: Vec<[Verdict; 2]>,
    /// For every day of the board its verdict, while the board is shown.
    pub wide: Vec<Verdict>,
    /// The first day that may be offered as a clear slot: today, or any day for what has been done already.
    pub earliest: NaiveDate,
    /// A clear slot after the shown week, looked for only when the week has none.
    pub beyond: Option<Slot>,
    /// Where it is held in this frame, as the calendar is drawn.
    pub aim: Option<Slot>,
    /// Where it was held in the last frame, for what is drawn before the calendar.
    pub aimed: Option<Slot>,
    /// How a template week or a program would spread.
    pub spread: Option<Spread>,
    /// The week of the season strip pointed at last, its slot and the verdict there.
    pub elsewhere: Option<(Slot, Verdict)>,
    /// A dragged program as it was laid out last.
    pub laid: Option<Laid>,
}

/// A program laid out as its dialog first proposes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Laid {
    /// First day of its first week.
    pub first: NaiveDate,
    /// What goes where.
    pub layout: Arc<Layout>,
}

/// What a template week or a program lays out; days of rest do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// Over how many weeks.
    pub weeks: u32,
    /// How many sessions.
    pub sessions: usize,
    /// How many of them on each day of its first week, from Monday.
    pub first_week: [usize; 7],
}

impl Spread {
    /// Of sessions that have been placed on days, in weeks that begin as `first` does.
    pub fn of_days(first: NaiveDate, days: impl Iterator<Item = NaiveDate>) -> Self {
        let mut spread = Self {
            weeks: 1,
            sessions: 0,
            first_week: [0; 7],
        };
        for date in days {
            let week = (date - first).num_days().max(0) / 7;
            spread.weeks = spread
                .weeks
                .max(u32::try_from(week).map_or(u32::MAX, |week| week + 1));
            spread.sessions += 1;
            let weekday = date.weekday().num_days_from_monday() as usize;
            if let (0, Some(count)) = (week, spread.first_week.get_mut(weekday)) {
                *count += 1;
            }
        }
        spread
    }
}

/// A session on its way by keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyboardMove {
    /// Which session.
    pub session: SessionId,
    /// Where it would land.
    pub target: Slot,
}

/// Copied sessions, with their distance in days from the first copied day.
#[derive(Debug, Clone, PartialEq)]
pub struct Clipboard {
    /// Offset in days and plan.
    pub plans: Vec<(u32, Plan)>,
    /// True when a whole week was copied, which pastes onto the shown week.
    pub week: bool,
    /// The sessions that were cut. The first paste brings them back whole, with their logs and their history.
    pub cut: Vec<Arc<Session>>,
    /// What went to the system's clipboard, to be known again there.
    pub text: String,
}

/// A finding that was asked for elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointedFinding {
    /// Its rule.
    pub rule: &'static str,
    /// The session it hangs on.
    pub session: Option<SessionId>,
    /// What was selected with it; with another selection it is told from the others no longer.
    pub selected: Option<SessionId>,
    /// True until it was scrolled into view.
    pub scroll: bool,
}

/// What more than one panel reads or changes.
#[derive(Debug, Clone)]
pub struct Shared {
    /// First day of the shown week.
    pub week: NaiveDate,
    /// The selected day, where pasted sessions go.
    pub day: NaiveDate,
    /// The selected session; of several the one selected last.
    pub selected: Option<SessionId>,
    /// The sessions selected with it.
    pub also: Vec<SessionId>,
    /// The board of several weeks, while it stands in the place of the week.
    pub board: Option<Board>,
    /// The list of athletes is open, with how each of them stands.
    pub lists_athletes: bool,
    /// The date picker is to open.
    pub asks_date: bool,
    /// The session whose title is to be edited as soon as its editor is drawn.
    pub titling: Option<SessionId>,
    /// The session whose sets are to be logged one by one as soon as its editor is drawn.
    pub logging: Option<SessionId>,
    /// The own session template that the inspector shows instead of a session.
    pub edited: Option<TemplateId>,
    /// Which panels are open.
    pub panels: Panels,
    /// What the season strip is asked to show.
    pub strip: StripWish,
    /// The drag under way.
    pub drag: Option<Drag>,
    /// The move by keyboard under way.
    pub moving: Option<KeyboardMove>,
    /// What was copied.
    pub clipboard: Option<Clipboard>,
    /// The day whose menu of what can be added is to open.
    pub adding: Option<NaiveDate>,
    /// The rest after the set logged last.
    pub rest: Option<Rest>,
    /// What the fix that is pointed at would do.
    pub preview: Previews,
    /// The finding that was asked for elsewhere, to be brought into view and told from the others.
    pub pointed: Option<PointedFinding>,
    /// Which hints of the first week are still to be given.
    pub hints: Hints,
}

/// What the season strip is asked to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StripWish {
    /// First day of its first week, where it was scrolled; else it keeps to the shown week.
    pub first: Option<NaiveDate>,
    /// How many weeks there is room for.
    pub weeks: u64,
}

impl Default for StripWish {
    fn default() -> Self {
        Self {
            first: None,
            weeks: STRIP_WEEKS,
        }
    }
}

impl Shared {
    /// The state at the start, showing the week that begins on `week`.
    pub fn new(week: NaiveDate, day: NaiveDate) -> Self {
        Self {
            week,
            day,
            selected: None,
            also: Vec::new(),
            board: None,
            lists_athletes: false,
            asks_date: false,
            titling: None,
            logging: None,
            edited: None,
            panels: Panels::default(),
            strip: StripWish::default(),
            drag: None,
            moving: None,
            clipboard: None,
            adding: None,
            rest: None,
            preview: Previews::default(),
            pointed: None,
            hints: Hints::default(),
        }
    }

    /// Selects a session alone, or none.
    pub fn select(&mut self, session: Option<SessionId>) {
        self.selected = session;
        self.also.clear();
    }

    /// Selects several sessions, the first of them as the one selected last.
    pub fn select_all(&mut self, sessions: &[SessionId]) {
        let mut sessions = sessions.iter().copied();
        self.selected = sessions.next();
        self.also = sessions.collect();
    }

    /// Selects one session more, or lets go of it where it is selected.
    pub fn toggle(&mut self, session: SessionId) {
        if self.selected == Some(session) {
            self.selected = self.also.pop();
        } else if self.also.contains(&session) {
            self.also.retain(|other| *other != session);
        } else {
            self.also.extend(self.selected);
            self.selected = Some(session);
        }
    }

    /// True for each selected session.
    pub fn is_selected(&self, session: SessionId) -> bool {
        self.selected == Some(session) || self.also.contains(&session)
    }

    /// Every selected session, the one selected last first.
    pub fn selection(&self) -> impl Iterator<Item = SessionId> + '_ {
        self.selected.into_iter().chain(self.also.iter().copied())
    }

    /// The days on the screen.
    pub fn on_screen(&self) -> Range<NaiveDate> {
        match &self.board {
            Some(board) => board.first..board.end(),
            None => self.week..self.week + chrono::Days::new(7),
        }
    }

    /// The own session template that is edited, while it exists.
    pub fn edited_template<'a>(&self, workspace: &'a Workspace) -> Option<&'a SessionTemplate> {
        let id = self.edited.as_ref()?;
        workspace.own.sessions.iter().find(|own| own.id == *id)
    }

    /// Shows an own session template in the inspector, to be edited there.
    pub fn edit_template(&mut self, template: TemplateId) {
        self.edited = Some(template);
        self.select(None);
        self.panels.show(Panel::Inspector);
    }

    /// Shows the week that begins on `week`.
    pub fn show_week(&mut self, week: NaiveDate) {
        if self.week != week {
            let weekday = (self.day - self.week).num_days().clamp(0, 6) as u64;
            self.week = week;
            self.day = week + chrono::Days::new(weekday);
            self.drag = None;
            if let Some(board) = &mut self.board
                && (!(board.first..board.end()).contains(&week)
                    || (week - board.first).num_days() % 7 != 0)
            {
                board.first = week;
            }
        }
    }
}
