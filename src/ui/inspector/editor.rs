//! What every part of the session's editor shares: the session at hand, and how a change becomes an undo step.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use egui::{Id, Sense, Ui};

use crate::domain::{
    ExerciseLog, Interned, Log, Meters, Rpe, Session, SessionId, SessionTemplate, Stamp, Status,
    Units,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::load;
use crate::notation::quantities;
use crate::planning;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::logging;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::field::Field;

/// The session being edited and where its changes go.
///
/// Changes of one frame build on each other, so that a field left by a click on a button loses nothing.
///
/// A session template is edited as the session it would become; its changes go to the template.
pub(super) struct Editor<'a> {
    /// What can be read.
    pub(super) view: View<'a>,
    /// Where requests go.
    pub(super) actions: &'a mut Actions,
    session: Arc<Session>,
    template: Option<SessionTemplate>,
}

impl<'a> Editor<'a> {
    /// An editor of `session`.
    pub(super) fn new(view: &View<'a>, session: &Arc<Session>, actions: &'a mut Actions) -> Self {
        Self {
            view: *view,
            actions,
            session: session.clone(),
            template: None,
        }
    }

    /// An editor of a template's plan.
    pub(super) fn of_template(
        view: &View<'a>,
        template: &SessionTemplate,
        actions: &'a mut Actions,
    ) -> Self {
        let (id, plan) = (stand_in_id(template), template.plan.clone());
        let stand_in = Session::planned(id, view.today, plan, Stamp::default());
        Self {
            view: *view,
            actions,
            session: Arc::new(stand_in),
            template: Some(template.clone()),
        }
    }

    /// True where a template is edited: it has no day, no log and no history.
    pub(super) fn is_template(&self) -> bool {
        self.template.is_some()
    }

    /// The session as it stands now; a cheap shared copy, so that changes can be made while it is read.
    pub(super) fn session(&self) -> Arc<Session> {
        self.session.clone()
    }

    /// The athlete's units.
    pub(super) fn units(&self) -> Units {
        self.view.units()
    }

    /// The colours.
    pub(super) fn palette(&self) -> &'static Palette {
        self.view.palette
    }

    /// The session's title in the middle of a sentence.
    pub(super) fn title(&self) -> String {
        load::title_of(&self.session.plan, self.view.library).to_lowercase()
    }

    /// The identity of a control of this session.
    pub(super) fn id(&self, control: impl Hash + Debug) -> Id {
        Id::unique(("session", self.session.id)).with(control)
    }

    /// Changes the session as one undo step; what changes nothing leaves none.
    pub(super) fn change(&mut self, label: impl Into<String>, change: impl FnOnce(&mut Session)) {
        let Some(edit) = self.edit(change) else {
            return;
        };
        let step = Transaction::new(label, edit);
        let news = if self.is_template() {
            None
        } else {
            let view = &self.view;
            let book = &view.derived.book;
            logging::news(book, view.library, view.units(), &self.session)
        };
        self.actions.push(match news {
            Some(news) => Action::ApplyWithUndo(step, news),
            None => Action::Apply(step),
        });
    }

    /// The same for what deletes something: a message offers to take it back.
    pub(super) fn change_with_undo(
        &mut self,
        label: impl Into<String>,
        change: impl FnOnce(&mut Session),
    ) {
        if let Some(edit) = self.edit(change) {
            self.actions.delete(label, edit);
        }
    }

    /// Changes what a template says besides its plan.
    pub(super) fn change_template(
        &mut self,
        label: impl Into<String>,
        change: impl FnOnce(&mut SessionTemplate),
    ) {
        let Some(template) = &mut self.template else {
            return;
        };
        change(template);
        let edit = WorkspaceEdit::PutSessionTemplate(Box::new(template.clone()));
        self.actions
            .push(Action::Apply(Transaction::new(label, edit)));
    }

    /// Changes the done half, which begins empty where there is none.
    pub(super) fn change_log(&mut self, label: impl Into<String>, change: impl FnOnce(&mut Log)) {
        self.change(label, |session| {
            change(session.log.get_or_insert_with(Log::default));
        });
    }

    /// Changes the sets of the log; what becomes of the session follows from how many of them there are.
    pub(super) fn change_sets(
        &mut self,
        label: impl Into<String>,
        change: impl FnOnce(&mut Vec<Interned<ExerciseLog>>),
    ) {
        self.change(label, |session| {
            let before = session.clone();
            change(&mut session.log.get_or_insert_with(Log::default).exercises);
            session.status = planning::status_by_sets(&before, session);
            if session.status == Status::Planned && session.log == Some(Log::default()) {
                session.log = None;
            }
        });
    }

    /// Asks for a command.
    pub(super) fn command(&mut self, command: Command) {
        self.actions.command(command);
    }

    fn edit(&mut self, change: impl FnOnce(&mut Session)) -> Option<WorkspaceEdit> {
        let mut changed = (*self.session).clone();
        change(&mut changed);
        if changed == *self.session {
            return None;
        }
        self.session = Arc::new(changed.clone());
        if let Some(template) = &mut self.template {
            template.plan = changed.plan.into_inner();
            return Some(WorkspaceEdit::PutSessionTemplate(Box::new(
                template.clone(),
            )));
        }
        let athlete = self.view.athlete;
        let edit = Edit::update(athlete, changed);
        Some(WorkspaceEdit::Athlete(athlete.id, vec![edit]))
    }

    /// A field below its label; gives the value once it has changed. `control` identifies it, `name` is read aloud.
    pub(super) fn field_ui<T>(
        &self,
        ui: &mut Ui,
        label: &str,
        name: &str,
        (current, hint): (&str, &str),
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            label_ui(ui, self.palette(), label);
            let field = Field::line(name, ui.available_width()).hint(hint);
            field.ui(ui, self.palette(), self.id(name), current, parse)
        })
        .inner
    }

    /// The field of a distance in the athlete's unit; emptied it gives none.
    #[expect(
        clippy::option_option,
        reason = "whether something was typed, and what; an emptied field gives none"
    )]
    pub(super) fn distance_ui(
        &self,
        ui: &mut Ui,
        name: &str,
        (distance, hint): (Option<Meters>, &str),
    ) -> Option<Option<Meters>> {
        let units = self.units();
        let said = distance.map(|meters| quantities::distance_text(meters, units));
        let parse =
            |typed: &str| quantities::optional(typed, |typed| quantities::distance(typed, units));
        let shown = (said.as_deref().unwrap_or_default(), hint);
        self.field_ui(ui, "Distance", name, shown, parse)
    }

    /// The field of an exertion; emptied it gives none.
    #[expect(
        clippy::option_option,
        reason = "whether something was typed, and what; an emptied field gives none"
    )]
    pub(super) fn rpe_ui(
        &self,
        ui: &mut Ui,
        (label, name): (&str, &str),
        (rpe, hint): (Option<Rpe>, &str),
    ) -> Option<Option<Rpe>> {
        let said = rpe.map(|rpe| format::number(rpe.value(), 1));
        let parse = |typed: &str| quantities::optional(typed, quantities::rpe);
        let shown = (said.as_deref().unwrap_or_default(), hint);
        self.field_ui(ui, label, name, shown, parse)
    }

    /// The exertion that is assumed of the plan while nobody said any: "≈ 3".
    pub(super) fn assumed_rpe(&self) -> String {
        let rpe = load::rpe_of(&self.session.plan, self.view.library);
        format!("≈ {}", format::number(rpe.value.value(), 1))
    }
}

/// The identity under which a template is edited: the same in every frame, and that of no session.
fn stand_in_id(template: &SessionTemplate) -> SessionId {
    let mut hasher = DefaultHasher::new();
    template.id.hash(&mut hasher);
    SessionId::from_bits(u128::from(hasher.finish()))
}

/// A heading of a section.
pub(super) fn heading_ui(ui: &mut Ui, title: &str) {
    ui.add_space(6.0);
    ui.label(text(title, 13.0, Weight::SemiBold));
}

/// The small label above a control. It is only painted: the control says its name itself.
pub(super) fn label_ui(ui: &mut Ui, palette: &Palette, label: &str) {
    let style = font(11.0, Weight::Regular);
    let galley = ui
        .painter()
        .layout_no_wrap(label.to_owned(), style, palette.text_faint);
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, palette.text_faint);
}

/// A line of small text that wraps.
pub(super) fn faint_ui(ui: &mut Ui, palette: &Palette, content: impl Into<String>) {
    aside::faint_ui(ui, palette, 11.0, content);
}

/// Takes a text as it is, without the blanks around it.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where fields expect a reader that may refuse"
)]
pub(super) fn any_text(typed: &str) -> Result<String, String> {
    Ok(typed.trim().to_owned())
}
