//! The turn from plan to log: done, skipped with a reason, missed, and back again.

use egui::{Id, Key, Popup, PopupCloseBehavior, Role, TextEdit, Ui, WidgetInfo};

use crate::domain::{Kind, Status};
use crate::planning;
use crate::ui::command::Command;
use crate::ui::widgets::{buttons, field::Field, unfinished};

use super::editor::{Editor, any_text, heading_ui};

/// What can become of a session that was not trained, or not yet.
pub(super) fn open_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    match &session.status {
        Status::Planned if session.kind() == Kind::Rest => {}
        Status::Planned => {
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                // The three of a run stand in one row.
                ui.spacing_mut().item_spacing.x = 5.0;
                done_ui(ui, editor);
                begin_ui(ui, editor);
                skip_ui(ui, editor);
                if buttons::quiet_ui(ui, "Missed").clicked() {
                    editor.change("Mark as missed", |session| session.status = Status::Missed);
                }
            });
        }
        Status::Skipped { reason } => {
            heading_ui(ui, "Skipped");
            let field = Field::line("Reason for skipping", ui.available_width()).hint("Why?");
            let id = editor.id("skip reason");
            if let Some(reason) = field.ui(ui, editor.palette(), id, reason, any_text) {
                editor.change("Change reason", |session| {
                    session.status = Status::Skipped { reason }
                });
            }
            back_ui(ui, editor);
        }
        Status::Missed => {
            heading_ui(ui, "Missed");
            ui.horizontal_wrapped(|ui| {
                done_ui(ui, editor);
                skip_ui(ui, editor);
            });
            back_ui(ui, editor);
        }
        Status::Done | Status::Partial => {}
    }
}

fn done_ui(ui: &mut Ui, editor: &mut Editor) {
    let button = buttons::primary_ui(ui, editor.palette(), "Mark as done");
    if button
        .on_hover_text("Fills in the log from the plan; change what went differently")
        .clicked()
    {
        editor.command(Command::MarkDone);
    }
}

/// Opens the fields of the sets. Nothing is logged, and the session stays planned, until a set is typed.
fn begin_ui(ui: &mut Ui, editor: &mut Editor) {
    if editor.session().plan.workout.exercises().is_empty() {
        return;
    }
    let button = buttons::quiet_ui(ui, "Log set by set");
    if button
        .on_hover_text("Opens a row for each set; the first that is ticked begins the log")
        .clicked()
    {
        begin(ui, editor);
    }
}

/// Opens the fields of the log, the first of which takes the keyboard: those of the sets, or the log of what has none. What
/// was skipped or missed has no fields yet.
pub(super) fn begin_by_keys(ui: &Ui, editor: &Editor) {
    let session = editor.session();
    if session.status == Status::Planned && !session.plan.workout.exercises().is_empty() {
        begin(ui, editor);
    } else if session.status.is_trained() {
        want_focus(ui, editor);
    }
}

/// Opens the fields of the sets, the first of which takes the keyboard.
fn begin(ui: &Ui, editor: &Editor) {
    let id = logging_id(editor);
    ui.data_mut(|data| data.insert_temp(id, true));
    want_focus(ui, editor);
}

fn want_focus(ui: &Ui, editor: &Editor) {
    let id = logging_id(editor).with("focus");
    ui.data_mut(|data| data.insert_temp(id, true));
}

/// True once after the fields were asked for by keys: the first of them is to have the keyboard.
pub(super) fn take_focus(ui: &Ui, editor: &Editor) -> bool {
    let id = logging_id(editor).with("focus");
    ui.data_mut(|data| data.remove_temp::<bool>(id))
        .unwrap_or_default()
}

fn logging_id(editor: &Editor) -> Id {
    editor.id("logging set by set")
}

/// True while the sets of a planned session are being logged and none of them was typed yet.
pub(super) fn is_logging(ui: &Ui, editor: &Editor) -> bool {
    let is_open = ui.data(|data| data.get_temp::<bool>(logging_id(editor)));
    is_open.unwrap_or(false) && editor.session().status == Status::Planned
}

/// Leaves the fields of the sets without a log.
pub(super) fn stop_ui(ui: &mut Ui, editor: &Editor) {
    if buttons::small_ui(ui, "Not now").clicked() {
        let id = logging_id(editor);
        ui.data_mut(|data| data.remove::<bool>(id));
    }
}

/// "Skipped…" asks for a reason, which may stay empty.
fn skip_ui(ui: &mut Ui, editor: &mut Editor) {
    let button = buttons::quiet_ui(ui, "Skipped…");
    let reason_id = editor.id("reason typed");
    let popup = Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("Skip session")
        .width(220.0);
    // The typed text is kept for the next opening; only the focus has to be set again.
    let shown_id = reason_id.with("shown");
    if !popup.is_open() {
        ui.data_mut(|data| data.remove::<bool>(shown_id));
    }
    popup.show(|ui| {
        ui.set_width(220.0);
        let stored = ui.data(|data| data.get_temp::<String>(reason_id));
        let opened = ui.data(|data| data.get_temp::<bool>(shown_id)).is_none();
        ui.data_mut(|data| data.insert_temp(shown_id, true));
        let mut reason = stored.unwrap_or_default();
        let edit = TextEdit::singleline(&mut reason)
            .hint_text("Why? Ill, travel, tired…")
            .margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(edit.desired_width(f32::INFINITY));
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Reason"));
        if opened {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if buttons::primary_ui(ui, editor.palette(), "Mark as skipped").clicked() || entered {
            let reason = reason.trim().to_owned();
            editor.change("Mark as skipped", |session| {
                *session = planning::skipped(session, reason);
            });
            ui.data_mut(|data| data.remove::<String>(reason_id));
            ui.close();
        } else {
            if !reason.trim().is_empty() {
                let what = format!("“{}”, why a session is skipped", reason.trim());
                unfinished::tell(ui.ctx(), what);
            }
            ui.data_mut(|data| data.insert_temp(reason_id, reason));
        }
    });
}

/// Takes the session back to planned, without its log.
pub(super) fn back_ui(ui: &mut Ui, editor: &mut Editor) {
    let button = buttons::small_ui(ui, "Back to planned");
    if !button
        .on_hover_text("Removes the log; undo brings it back")
        .clicked()
    {
        return;
    }
    let id = logging_id(editor);
    ui.data_mut(|data| data.remove::<bool>(id));
    let back = |session: &mut crate::domain::Session| *session = planning::back_to_planned(session);
    if editor.session().log.is_some() {
        editor.change_with_undo("Set back to planned", back);
    } else {
        editor.change("Set back to planned", back);
    }
}
