//! Findings that are fine on purpose: the reason typed, and the list of those accepted.

use egui::{Role, TextEdit, Ui, WidgetInfo};

use crate::edit::Edit;
use crate::rules::{self, Finding, Severity};
use crate::ui::action::Actions;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::{buttons, marks, unfinished};

use super::fixes::width_of;
use super::state::InspectorState;

const ACCEPT: &str = "Accept with this reason";
const CANCEL: &str = "Cancel";

/// The reason a finding is fine, typed below it.
pub(super) fn accepting_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    finding: &Finding,
    actions: &mut Actions,
) {
    let Some(accepting) = &mut own.accepting else {
        return;
    };
    if !accepting.is_of(finding) {
        return;
    }
    let edit = TextEdit::singleline(&mut accepting.reason)
        .hint_text("Why it is fine here")
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Reason for accepting"));
    if !std::mem::replace(&mut accepting.focused, true) {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let reason = accepting.reason.trim().to_owned();
    if !reason.is_empty() {
        let finding = format!("“{reason}”, why “{}” is accepted", finding.title);
        unfinished::tell(ui.ctx(), finding);
    }
    let mut buttons = |ui: &mut Ui| {
        let accept = ui.add_enabled_ui(!reason.is_empty(), |ui| {
            buttons::soft_ui(ui, view.palette, ACCEPT)
        });
        if (accept.inner.clicked() || entered) && !reason.is_empty() {
            let mut profile = view.athlete.profile.clone();
            profile
                .accepted
                .push(rules::accept(finding, reason.clone(), view.today));
            let edits = vec![Edit::Profile(Box::new(profile))];
            let label = format!("Accept “{}”", finding.title.to_lowercase());
            actions.edit(label, view.athlete.id, edits);
            own.accepting = None;
        } else if buttons::small_ui(ui, CANCEL).clicked() {
            own.accepting = None;
        }
    };
    let width = |words| width_of(ui, view.palette, words);
    let beside = width(ACCEPT) + ui.spacing().item_spacing.x + width(CANCEL);
    if ui.available_width() < beside {
        ui.vertical(&mut buttons);
    } else {
        ui.horizontal(&mut buttons);
    }
}

/// The findings accepted with a reason, each with a way to take that back.
pub(super) fn accepted_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
    let palette = view.palette;
    let accepted = view
        .derived
        .findings
        .iter()
        .filter_map(|f| Some((f, f.accepted.as_ref()?)));
    for (index, (finding, reason)) in accepted.enumerate() {
        if index == 0 {
            ui.add_space(2.0);
            ui.label(text("Accepted on purpose", 11.5, Weight::SemiBold).color(palette.text_soft));
        }
        ui.push_id(("accepted", index), |ui| {
            let is_withdrawn = beside_mark_ui(ui, palette, finding.severity, |ui| {
                let line = format!("{}: {reason}", finding.title);
                ui.label(text(line, 12.0, Weight::Regular).color(palette.text_soft));
                ui.link(text("withdraw", 12.0, Weight::Regular)).clicked()
            });
            if is_withdrawn {
                let mut profile = view.athlete.profile.clone();
                profile
                    .accepted
                    .retain(|a| a.rule != finding.rule || a.sessions != finding.sessions);
                let edits = vec![Edit::Profile(Box::new(profile))];
                actions.edit("Withdraw acceptance", view.athlete.id, edits);
            }
        });
    }
}

/// Words beside the mark of a severity: their further lines begin below the first and not below the mark.
fn beside_mark_ui<R>(
    ui: &mut Ui,
    palette: &Palette,
    severity: Severity,
    words: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal_top(|ui| {
        marks::mark_ui(ui, palette, severity);
        // With the height of a button a link would part the lines.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.vertical(|ui| ui.horizontal_wrapped(words).inner).inner
    })
    .inner
}
