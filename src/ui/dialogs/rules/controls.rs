//! The settings of a rule: on or off, how bad it counts, and its figures.

use egui::{Align, Layout, Role, Ui, WidgetInfo, vec2};

use crate::domain::Grading;
use crate::rules::{Rule, Severity, Threshold};
use crate::ui::format;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::{buttons, check, field::Field};

use super::draft::Scope;
use super::form::RuleFields;
use super::general;

/// The width of the choice of what a rule counts as, in points.
const GRADINGS: f32 = 230.0;
/// What that takes with its words and with "On" beside it, in points.
const ON_AND_COUNTS: f32 = 390.0;

/// Draws the settings.
pub(super) fn controls_ui(ui: &mut Ui, part: &mut RuleFields, rule: &'static Rule) {
    ui.spacing_mut().item_spacing.y = 8.0;
    heading_ui(ui, part, rule);
    // Beside each other only where the card is wide enough: it would widen the dialog.
    let has_room = ui.available_width() >= ON_AND_COUNTS;
    ui.horizontal(|ui| {
        let mut on = !part.draft.in_force().rules.is_off(rule.id);
        let response = check::check_ui(ui, &mut on, text("On", 13.0, Weight::Regular));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, "Rule is on"));
        if response.changed() {
            part.draft.set_off(rule, !on);
        }
        if has_room {
            ui.add_space(12.0);
            counts_ui(ui, part, rule);
        }
    });
    if !has_room {
        ui.horizontal(|ui| counts_ui(ui, part, rule));
    }
    if rule.id == general::STRICT_RULE {
        general::strict_ui(ui, part);
    }
    for figure in rule.thresholds {
        figure_ui(ui, part, rule, figure);
    }
}

/// What findings of the rule count as.
fn counts_ui(ui: &mut Ui, part: &mut RuleFields, rule: &'static Rule) {
    ui.label(text("counts as", 12.0, Weight::Regular).color(part.palette.text_soft));
    let current = part.draft.in_force().rules.grading(rule.id);
    let usual = usual(rule);
    let choices: Vec<(Grading, &str)> = gradings(rule)
        .map(|grading| match grading {
            Grading::Usual => (grading, usual.as_str()),
            other => (other, other.label()),
        })
        .collect();
    if let Some(grading) = buttons::choice_ui(ui, "Counts as", &choices, current, GRADINGS) {
        part.draft.set_grading(rule, grading);
    }
}

/// For whom this is set, whether it differs from what is inherited, and the way back.
fn heading_ui(ui: &mut Ui, part: &mut RuleFields, rule: &'static Rule) {
    let own = part.draft.has_own(rule);
    let state = match (part.draft.scope(), own) {
        (Scope::Athlete, true) => {
            let name = &part.draft.athlete().profile.name;
            format!("Set for {}", format::shortened(name, 24))
        }
        (Scope::Athlete, false) => "As for everybody".to_owned(),
        (Scope::Everybody, true) => "Set for everybody".to_owned(),
        (Scope::Everybody, false) => "Rule default".to_owned(),
    };
    ui.horizontal(|ui| {
        ui.label(text(state, 12.0, Weight::SemiBold));
        if part.draft.scope() == Scope::Everybody {
            let others = part.draft.with_own(rule);
            if others > 0 {
                let others = format::plural(others, "athlete has", "athletes have");
                let note = format!("{others} a setting of their own");
                let note = text(note, 12.0, Weight::Regular).color(part.palette.text_soft);
                ui.label(note);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (label, name) = match part.draft.scope() {
                Scope::Athlete => ("Follow everybody", "Reset to the setting for everybody"),
                Scope::Everybody => ("Reset to default", "Reset to the rule’s default"),
            };
            if own && buttons::small_ui(ui, label).on_hover_text(name).clicked() {
                part.draft.reset(rule);
            }
        });
    });
}

fn figure_ui(ui: &mut Ui, part: &mut RuleFields, rule: &'static Rule, figure: &'static Threshold) {
    let value = rule.figure(part.draft.in_force(), figure.name);
    let inherited = part.draft.inherited_figure(rule, figure);
    let own = part.draft.has_own_figure(rule, figure);
    ui.horizontal_top(|ui| {
        let size = vec2(ui.available_width() - 210.0, 26.0);
        let middle = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(size, middle, |ui| {
            ui.set_width(size.x);
            let name = text(figure.summary, 13.0, Weight::Regular);
            ui.add(egui::Label::new(name).wrap());
        });
        // Include opening and scope in the id, so that a draft is not kept for another athlete.
        let id = egui::Id::unique((part.opening, rule.id, figure.name, part.draft.scope() as u8));
        let typed = ui
            .vertical(|ui| {
                ui.set_width(96.0);
                Field::line(figure.summary, 80.0).ui(
                    ui,
                    part.palette,
                    id,
                    &figure.say(value),
                    |typed| rule.read_figure(figure, typed, part.draft.in_force()),
                )
            })
            .inner;
        if let Some(value) = typed {
            part.draft.set_figure(rule, figure, value);
        }
        if own {
            let name = format!(
                "Reset “{}” to {}",
                figure.summary.to_lowercase(),
                figure.say(inherited)
            );
            if buttons::mini_icon_ui(ui, icons::UNDO, &name).clicked() {
                part.draft.set_figure(rule, figure, inherited);
            }
            let usual = format!("otherwise {}", figure.say(inherited));
            let usual = text(usual, 11.0, Weight::Regular).color(part.palette.text_faint);
            ui.label(usual);
        }
    });
}

/// The ways to count that change something for a rule.
fn gradings(rule: &'static Rule) -> impl Iterator<Item = Grading> {
    let has = |severity| rule.severities.contains(&severity);
    let only = |severity| rule.severities == [severity];
    Grading::ALL
        .into_iter()
        .filter(move |grading| match grading {
            Grading::Usual => true,
            Grading::Softer => has(Severity::Conflict) || has(Severity::Caution),
            Grading::Harder => has(Severity::Caution) || has(Severity::Tip),
            Grading::Tip => !only(Severity::Tip),
            Grading::Caution => !only(Severity::Caution),
            Grading::Conflict => !only(Severity::Conflict),
        })
}

/// "Default: conflict, caution or tip".
fn usual(rule: &Rule) -> String {
    let mut words: Vec<_> = rule
        .severities
        .iter()
        .map(|severity| severity.word().to_lowercase())
        .collect();
    let last = words.pop().unwrap_or_default();
    let list = if words.is_empty() {
        last
    } else {
        format!("{} or {last}", words.join(", "))
    };
    format!("Default: {list}")
}
