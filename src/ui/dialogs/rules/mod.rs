//! The rules: why each is one, how it is set for an athlete or for everybody, and what was accepted.

mod accepted;
mod controls;
mod draft;
mod effect;
mod form;
mod general;
mod list;
mod outcome;
mod page;

pub use form::{RulesForm, RulesPlace};

use egui::{Align, Key, Layout, Ui, vec2};

use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, field, scrolling, segments};

use crate::ui::dialogs::dialog::{DialogContext, DialogForm, DialogResponse};
use crate::ui::dialogs::host;
use draft::{Refreshed, Scope};
use form::{RuleFields, Tab};

/// Width of the list of rules, and the least that the page beside it keeps, in points.
const LIST_WIDTH: f32 = 310.0;
const PAGE_WIDTH: f32 = 400.0;

/// The width of the list in a dialog of this width.
fn list_width(whole: f32) -> f32 {
    LIST_WIDTH.min((whole - PAGE_WIDTH).max(LIST_WIDTH / 2.0))
}

impl DialogForm for RulesForm {
    fn id(&self) -> &'static str {
        "rules dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Rules
    }

    fn is_changed(&self) -> bool {
        self.draft.is_changed()
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let library = context.library;
        let actions = context.actions;
        // Enter goes to the focused control; without one it applies.
        let is_free = ui.memory(|memory| memory.focused().is_none());
        let entered = is_free && ui.input(|input| input.key_pressed(Key::Enter));
        ui.set_width(host::width(ui, 1000.0));
        heading_ui(ui, palette, self);
        ui.add_space(6.0);
        let ((), refusals) = field::refusals_of(ui, |ui| {
            host::body(ui, host::tall(ui, 560.0), |ui, height| {
                ui.push_id(self.opening, |ui| {
                    let size = vec2(ui.available_width(), height);
                    ui.allocate_ui(size, |ui| match self.tab {
                        Tab::Rules => rules_ui(ui, palette, self, height),
                        Tab::Accepted => {
                            let (draft, accepted) = (&mut self.draft, &mut self.accepted);
                            accepted::accepted_ui(ui, palette, draft, accepted, height);
                        }
                    });
                });
            });
        });
        if self.draft.refresh(library) == Refreshed::Yes {
            // The part above was drawn with the old settings: draw again.
            ui.ctx().request_repaint();
        }
        ui.separator();
        let hint = match self.tab {
            Tab::Rules => "Change something, and you see here what it does to this week.",
            Tab::Accepted if self.accepted.is_empty() => "",
            Tab::Accepted => "Withdraw one, and you see here what comes back into this week.",
        };
        outcome::outcome_ui(ui, palette, &self.draft, hint);
        ui.add_space(6.0);
        let wish = if entered { Wish::Apply } else { Wish::None };
        buttons_ui(ui, palette, self, refusals, wish, actions)
    }
}

/// The title, what is shown, and for whom it is set.
fn heading_ui(ui: &mut Ui, palette: &Palette, form: &mut RulesForm) {
    ui.horizontal(|ui| {
        ui.label(text("Rules", 15.0, Weight::SemiBold));
        ui.add_space(8.0);
        let accepted = format!("Accepted findings ({})", form.accepted.len());
        let tabs = [
            (Tab::Rules, "Rules and why"),
            (Tab::Accepted, accepted.as_str()),
        ];
        if let Some(tab) = segments::segments_ui(ui, palette, &tabs, form.tab) {
            form.tab = tab;
        }
        if form.tab == Tab::Accepted {
            return;
        }
        // In line with the page below, whose settings it is about.
        let page = ui.max_rect().left() + list_width(ui.max_rect().width()) + 16.0;
        ui.add_space((page - ui.cursor().left()).max(12.0));
        ui.label(text("Settings", 12.0, Weight::Regular).color(palette.text_soft));
        let name = format::shortened(&form.draft.athlete().profile.name, 20);
        let own = format!("For {name}");
        let scopes = [
            (Scope::Athlete, own.as_str()),
            (Scope::Everybody, "For everybody"),
        ];
        let scope = form.draft.scope();
        if let Some(scope) = segments::segments_ui(ui, palette, &scopes, scope) {
            form.draft.set_scope(scope);
        }
    });
}

/// What the keyboard asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    None,
    Apply,
}

/// The list on the left and the chosen rule on the right.
fn rules_ui(ui: &mut Ui, palette: &'static Palette, form: &mut RulesForm, height: f32) {
    ui.horizontal_top(|ui| {
        let list = vec2(list_width(ui.available_width()), height);
        ui.allocate_ui_with_layout(list, Layout::top_down(Align::Min), |ui| {
            ui.set_width(list.x);
            list::list_ui(ui, palette, form);
        });
        ui.add_space(4.0);
        ui.separator();
        ui.add_space(4.0);
        let rest = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(rest, Layout::top_down(Align::Min), |ui| {
            ui.set_width(rest.x);
            let mut part = RuleFields {
                draft: &mut form.draft,
                palette,
                opening: form.opening,
            };
            if let Some(rule) = form.chosen {
                page::page_ui(ui, &mut part, rule);
            } else {
                let general = scrolling::list(height).id_salt("general");
                general.show(ui, |ui| general::general_ui(ui, &mut part));
            }
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &RulesForm,
    refusals: u32,
    wish: Wish,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let is_changed = form.draft.is_changed();
        let can_apply = is_changed && refusals == 0;
        let apply = ui
            .add_enabled_ui(can_apply, |ui| buttons::primary_ui(ui, palette, "Apply"))
            .inner;
        let entered = can_apply && wish == Wish::Apply;
        if (apply.clicked() || entered)
            && let Some(step) = form.draft.step()
        {
            let message = format!("{}: done", step.label);
            actions.push(Action::ApplyWithUndo(step, message));
            answer = DialogResponse::Close;
        }
        let leave = if is_changed { "Cancel" } else { "Close" };
        if buttons::quiet_ui(ui, leave).clicked() {
            answer = DialogResponse::Close;
        }
        if refusals > 0 {
            let hint = text(field::CORRECT_FIRST, 12.0, Weight::Regular);
            ui.label(hint.color(palette.text_soft));
        }
    });
    answer
}
