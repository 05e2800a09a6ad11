//! A bench for the editor: one athlete, one session, and every edit applied as the program does it.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::domain::{
    Athlete, AthleteId, Author, Profile, Session, SessionId, Signature, Stamp, Workspace,
};
use crate::edit::apply_all;
use crate::library::Library;
use crate::load::records::RecordBook;
use crate::planning;
use crate::rules::Context;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Situation;
use crate::ui::inspector::InspectorState;
use crate::ui::inspector::session::session_ui;
use crate::ui::shared::Shared;
use crate::ui::theme::{self, Palette};
use crate::ui::view::{Charted, Derived, STRIP_WEEKS, SaveStatus, StripSpan, View};

pub(super) const ID: SessionId = SessionId::from_bits(7);

pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// Nobody's feedback was looked at.
static NOTHING_SEEN: std::collections::BTreeMap<AthleteId, crate::domain::SeenFeedback> =
    std::collections::BTreeMap::new();

/// An athlete with one session in the editor, and the labels of the steps taken.
pub(super) struct Desk {
    workspace: Workspace,
    library: Library,
    state: Shared,
    own: InspectorState,
    /// The labels of the undo steps, in order.
    pub(super) labels: Vec<String>,
    /// All other requests, in order.
    pub(super) other: Vec<Action>,
    /// Fonts set in the first frame can be used from the second one on.
    ready: bool,
}

impl Desk {
    fn with(session: Session) -> Self {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.sessions = std::iter::once(session).collect();
        let mut workspace = Workspace::default();
        workspace.put(Arc::new(athlete));
        Self {
            workspace,
            library: Library::shipped().unwrap(),
            state: Shared::new(day(23), day(24)),
            own: InspectorState::default(),
            labels: Vec::new(),
            other: Vec::new(),
            ready: false,
        }
    }

    pub(super) fn session(&self) -> &Session {
        self.workspace.athletes[0].sessions.get(ID).unwrap()
    }

    fn draw(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.ready, true) {
            ui.ctx().set_theme(egui::Theme::Light);
            theme::install(ui.ctx());
            return;
        }
        let workspace = self.workspace.clone();
        let athlete = &workspace.athletes[0];
        let context = Context::unchecked(&athlete.profile, &self.library, day(24));
        let (charted, book) = (Charted::default(), RecordBook::of(athlete, &self.library));
        let strip = StripSpan {
            first: day(23),
            weeks: STRIP_WEEKS,
        };
        let derived = Derived::new(athlete, &context, day(23), strip, charted, book);
        let view = View {
            workspace: &workspace,
            library: &self.library,
            athlete,
            derived: &derived,
            today: day(24),
            undo: None,
            redo: None,
            save: &SaveStatus::Saved,
            notices: &crate::ui::notices::Notices::default(),
            folder: "",
            palette: &Palette::LIGHT,
            seen: &NOTHING_SEEN,
        };
        self.state.selected = Some(ID);
        let mut actions = Actions {
            situation: Situation::of(&view, &self.state),
            ..Actions::default()
        };
        let session = athlete.sessions.get(ID).unwrap().clone();
        session_ui(
            ui,
            &view,
            &mut self.own,
            &mut self.state,
            &session,
            &mut actions,
        );
        let stamp = Stamp {
            at: DateTime::UNIX_EPOCH,
            by: Author::Coach,
            name: Signature::default(),
        };
        for action in actions.list {
            match action {
                Action::Apply(step) | Action::ApplyWithUndo(step, _) => {
                    let step =
                        planning::transaction_with_next_loads(&self.workspace, &self.library, step);
                    apply_all(&mut self.workspace, &step.edits, stamp);
                    self.labels.push(step.label);
                }
                other => self.other.push(other),
            }
        }
    }
}

pub(super) fn open(session: Session) -> Harness<'static, Desk> {
    let builder = Harness::builder().with_size(egui::vec2(296.0, 1100.0));
    let mut harness =
        builder.build_ui_state(|ui, desk: &mut Desk| desk.draw(ui), Desk::with(session));
    harness.run();
    harness
}

/// Types into a field in place of what stands there, and leaves it with Enter.
pub(super) fn type_into(desk: &mut Harness<'static, Desk>, field: &str, typed: &str) {
    desk.get_by_label(field).click();
    desk.run();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.key_press(egui::Key::Backspace);
    desk.get_by_label(field).type_text(typed);
    desk.run();
    desk.key_press(egui::Key::Enter);
    desk.run();
}

pub(super) fn click(desk: &mut Harness<'static, Desk>, control: &str) {
    desk.get_by_label(control).click();
    desk.run();
}
