//! What the athlete said about the selected session, and the coach's answer to it.

use egui::{CornerRadius, Frame, Id, Label, Margin, Ui};

use crate::domain::{Feedback, SessionId};
use crate::ui::action::Action;
use crate::ui::feedback;
use crate::ui::theme::{CONTROL_RADIUS, Weight, text};
use crate::ui::widgets::field::Field;

use super::editor::{Editor, any_text};

/// Draws what the athlete said, where they said something. Looking at it is what marks it as seen; it stays marked as
/// new on this panel for as long as the session is selected.
pub(super) fn feedback_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let view = editor.view;
    let Some(said) = Feedback::of(&session).filter(|_| view.is_of_coach()) else {
        return;
    };
    let shown = Id::unique("feedback that is looked at");
    let was_shown = ui.data(|data| data.get_temp::<(SessionId, bool)>(shown));
    let is_new = match was_shown {
        Some((id, is_new)) if id == session.id => is_new,
        _ => {
            let is_new = view.is_news(view.athlete, &session);
            ui.data_mut(|data| data.insert_temp(shown, (session.id, is_new)));
            if is_new {
                editor.actions.push(Action::SeeFeedback(session.id));
            }
            is_new
        }
    };
    let palette = editor.palette();
    let name = &view.athlete.profile.name;
    let lines = feedback::lines(said.log);
    let fill = if is_new {
        palette.accent_soft
    } else {
        palette.well
    };
    let frame = Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(8, 6));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        let heading = if is_new {
            format!("New from {name}")
        } else {
            format!("From {name}")
        };
        let color = if is_new {
            palette.accent
        } else {
            palette.text_soft
        };
        ui.label(text(heading, 11.0, Weight::SemiBold).color(color));
        for line in &lines {
            ui.add(Label::new(text(line, 12.5, Weight::Regular)).wrap());
        }
        let field = Field::line("Answer to the athlete", ui.available_width() - 4.0)
            .hint("Answer in the session’s note")
            .rows(1);
        let id = editor.id("answer");
        if let Some(answer) = field.ui(ui, palette, id, "", any_text) {
            let answer = answer.trim().to_owned();
            editor.change("Answer the athlete", |session| {
                let note = session.plan.note.trim();
                session.plan.note = if note.is_empty() {
                    answer
                } else {
                    format!("{note}\n{answer}")
                };
            });
        }
    });
}
