//! What concerns all rules: where legs belong, and how strictly they keep away from key sessions.

use egui::{Role, Ui, WidgetInfo};

use crate::domain::Policy;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::{aside, buttons, check, row_keys};

use super::draft::Scope;
use super::form::RuleFields;

/// The rule that the strict setting belongs to.
pub(super) const STRICT_RULE: &str = "legs-before-key-run";

/// Draws the page.
pub(super) fn general_ui(ui: &mut Ui, part: &mut RuleFields) {
    ui.spacing_mut().item_spacing.y = 8.0;
    ui.label(text("Policy and strictness", 15.0, Weight::SemiBold));
    let intro = "The guides disagree on where strength for the legs belongs, and no study decides between them. \
                 So you choose; the rules then watch that the week keeps to it.";
    soft(ui, part, intro);
    ui.add_space(4.0);
    ui.label(text("Leg training on", 12.0, Weight::SemiBold));
    policies_ui(ui, part);
    ui.add_space(8.0);
    ui.label(text("Before key sessions", 12.0, Weight::SemiBold));
    strict_ui(ui, part);
    ui.add_space(8.0);
    let hint = "Each rule on the left tells when it speaks, what is known and who says so. It can be switched off, \
                softened, or given figures of its own: for one athlete, or for everybody in this workspace. What is \
                set for an athlete wins.";
    soft(ui, part, hint);
}

fn soft(ui: &mut Ui, part: &RuleFields, words: &str) {
    aside::soft_ui(ui, part.palette, 12.0, words);
}

/// The policies as one choice, with what is inherited first.
fn policies_ui(ui: &mut Ui, part: &mut RuleFields) {
    let current = part.draft.policy();
    let inherited = part.draft.inherited_policy();
    let whose = match part.draft.scope() {
        Scope::Athlete => "As for everybody",
        Scope::Everybody => "Default",
    };
    let open = format!("{whose}: {}", inherited.label().to_lowercase());
    let mut choices = vec![(None, open, "")];
    choices.extend(Policy::ALL.iter().map(|policy| {
        let about = match policy {
            Policy::EasyOrAfterHard => "Run Smarter: key runs find fresh legs.",
            Policy::HardDaysHard => "TRA: legs after the hard run, so that easy days stay easy.",
            Policy::Separate => "StrengthLog: no day has both a run and legs.",
        };
        (Some(*policy), policy.label().to_owned(), about)
    }));
    ui.spacing_mut().item_spacing.y = 0.0;
    row_keys::list_ui(ui, "policies", |ui, keys| {
        for (policy, label, about) in choices {
            let label = text(label, 13.0, Weight::Regular);
            if keys.radio_ui(ui, current == policy, label).clicked() {
                part.draft.set_policy(policy);
            }
            if !about.is_empty() {
                about_ui(ui, part, about);
            }
        }
    });
}

/// What a policy is, below its words.
fn about_ui(ui: &mut Ui, part: &RuleFields, about: &str) {
    ui.scope(|ui| {
        // Text lines may be lower than controls.
        ui.spacing_mut().interact_size.y = 16.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(check::INDENT);
            ui.vertical(|ui| soft(ui, part, about));
        });
    });
    ui.add_space(3.0);
}

/// The strict setting, with the way back where it is set here.
pub(super) fn strict_ui(ui: &mut Ui, part: &mut RuleFields) {
    ui.horizontal(|ui| {
        let mut strict = part.draft.in_force().rules.is_strict();
        let label = "Strict: heavy legs keep two days away from a key session";
        let response = check::check_ui(ui, &mut strict, text(label, 13.0, Weight::Regular));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, strict, label));
        if response.changed() {
            part.draft.set_strict(strict);
        }
        if part.draft.has_own_strict() && buttons::small_ui(ui, "Reset strictness").clicked() {
            part.draft.reset_strict();
        }
    });
}
