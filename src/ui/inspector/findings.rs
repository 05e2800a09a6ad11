//! What the check found in the shown week: each finding with its reason, source and fixes.

use egui::{
    CornerRadius, Frame, Label, Response, Role, Stroke, StrokeKind, TextEdit, Tooltip, Ui,
    WidgetInfo,
};

use crate::edit::Edit;
use crate::rules::{self, Finding, Fix};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::shared::{PointedFinding, Shared};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::{buttons, marks};

use super::state::{Accepting, InspectorState};

/// Draws the heading with its counts and a card for each finding.
pub fn findings_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    actions: &mut Actions,
) {
    let palette = view.palette;
    ui.horizontal(|ui| {
        ui.label(text("This week", 13.0, Weight::SemiBold));
        let counts = view.derived.counts();
        let shown = counts.iter().filter(|count| **count > 0).count();
        let width = if shown == 0 {
            52.0
        } else {
            shown as f32 * 34.0
        };
        ui.add_space((ui.available_width() - width).max(0.0));
        marks::counts_ui(ui, palette, counts);
    });
    ui.horizontal(|ui| {
        if view.derived.counts() != [0; 3] {
            let better = buttons::soft_ui(ui, palette, "Better week…");
            if better
                .on_hover_text(Command::BetterWeek.tooltip())
                .clicked()
            {
                actions.command(Command::BetterWeek);
            }
        }
        let weeks = buttons::small_ui(ui, "Better weeks…");
        if weeks
            .on_hover_text(Command::BetterWeeks.tooltip())
            .clicked()
        {
            actions.command(Command::BetterWeeks);
        }
    });
    ui.add_space(4.0);
    let open = view
        .derived
        .findings
        .iter()
        .zip(&view.derived.fixes)
        .filter(|(f, _)| f.accepted.is_none());
    let mut any = false;
    for (index, (finding, fixes)) in open.enumerate() {
        any = true;
        ui.push_id(index, |ui| {
            card_ui(ui, view, own, state, finding, fixes, actions);
        });
        ui.add_space(6.0);
    }
    if !any {
        let planned = view.derived.facts.is_empty();
        let word = if planned {
            "Nothing is planned this week. Drag sessions from the library, or lay out a template week."
        } else {
            "Run and strength leave each other room."
        };
        let label = text(word, 12.0, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(label).wrap());
    }
    accepted_ui(ui, view, actions);
}

fn card_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    finding: &Finding,
    fixes: &[Fix],
    actions: &mut Actions,
) {
    let palette = view.palette;
    let color = palette.severity(finding.severity);
    let frame = Frame::new()
        .fill(palette.tint(color))
        .stroke(Stroke::new(1.0, palette.mix(color, 0.35)))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(10);
    let card = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        if heading_ui(ui, palette, own, state, finding) == Fold::Folded {
            return;
        }
        let message = text(&finding.message, 12.0, Weight::Regular).color(palette.text);
        ui.add(Label::new(message).wrap());
        let source = sources(finding);
        ui.scope(|ui| {
            // Lines of text, which need not be as high as controls.
            ui.spacing_mut().interact_size.y = 14.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(5.0, 2.0);
                ui.label(text(source, 11.0, Weight::Regular).color(palette.text_soft));
                why_ui(ui, palette, finding, actions);
            });
        });
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 5.0);
            for fix in fixes {
                let button = buttons::soft_ui(ui, palette, &button_text(fix));
                effect_ui(&button, view, state, fix);
                if is_pressed_once(&button) {
                    let preview = state.preview.show(view, state.week, &fix.edits);
                    let message = done_message(fix, &preview.lines(view.library));
                    let edits = fix.edits.clone();
                    actions.edit_told(fix.label.clone(), view.athlete.id, edits, message);
                }
            }
            if buttons::small_ui(ui, "Accept…").clicked() {
                own.accepting = Some(Accepting {
                    rule: finding.rule,
                    sessions: finding.sessions.clone(),
                    reason: String::new(),
                    focused: false,
                });
            }
        });
        accepting_ui(ui, view, own, finding, actions);
    });
    point_at(ui, palette, state, finding, &card.response);
}

/// Brings a finding that was asked for elsewhere into view and tells it from the others.
fn point_at(ui: &Ui, palette: &Palette, state: &mut Shared, finding: &Finding, card: &Response) {
    let is_meant = |pointed: &&mut PointedFinding| {
        pointed.rule == finding.rule && pointed.session == finding.sessions.first().copied()
    };
    let Some(pointed) = state.pointed.as_mut().filter(is_meant) else {
        return;
    };
    if std::mem::take(&mut pointed.scroll) {
        card.scroll_to_me(Some(egui::Align::Center));
    }
    if pointed.selected == state.selected {
        let ring = Stroke::new(2.0, palette.severity(finding.severity));
        let corners = CornerRadius::same(CARD_RADIUS);
        ui.painter()
            .rect_stroke(card.rect, corners, ring, StrokeKind::Inside);
    }
}

/// The text of a fix's button, with how many findings it brings elsewhere.
fn button_text(fix: &Fix) -> String {
    match fix.worse.len() {
        0 => fix.label.clone(),
        1 => format!("{} (1 new finding)", fix.label),
        more => format!("{} ({more} new findings)", fix.label),
    }
}

/// True for a click that is no second one in quick succession: once a fix is made, another button stands where it stood.
fn is_pressed_once(button: &Response) -> bool {
    button.clicked() && !button.double_clicked() && !button.triple_clicked()
}

/// What a fix did: its label, the first of its changes, and how many more there are.
fn done_message(fix: &Fix, lines: &[String]) -> String {
    let label = &fix.label;
    match lines {
        [] => label.clone(),
        [only] => format!("{label} · {only}"),
        [first, rest @ ..] => format!("{label} · {first} and {} more", rest.len()),
    }
}

/// Shows on the calendar what a fix would do while its button is pointed at or has the keyboard, and says beside it
/// what would be left to find.
fn effect_ui(button: &Response, view: &View, state: &mut Shared, fix: &Fix) {
    let is_pointed_at = button.hovered() || button.has_focus();
    if !is_pointed_at || state.drag.is_some() {
        return;
    }
    let preview = state.preview.show(view, state.week, &fix.edits);
    let (before, after) = (preview.effect.before, preview.effect.after);
    Tooltip::for_widget(button).width(230.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let findings = format::plural(before.total(), "finding", "findings");
        let counts = format!("{findings} → {}", after.total());
        ui.label(text(counts, 12.0, Weight::SemiBold));
        ui.horizontal(|ui| {
            marks::counts_ui(ui, view.palette, before.by_severity());
            let arrow = icons::icon(icons::NEXT, 14.0).color(view.palette.text_faint);
            ui.label(arrow);
            marks::counts_ui(ui, view.palette, after.by_severity());
        });
        for line in preview.lines(view.library) {
            let line = text(line, 12.0, Weight::Regular).color(view.palette.text_soft);
            ui.add(Label::new(line).wrap());
        }
        for line in &fix.worse {
            let line = text(format!("New: {line}"), 12.0, Weight::SemiBold);
            ui.add(Label::new(line.color(view.palette.text)).wrap());
        }
    });
}

/// Who says so and who disagrees, by name; the rule's page tells what each of them says.
fn sources(finding: &Finding) -> String {
    let Some(rule) = rules::rule(finding.rule) else {
        return String::new();
    };
    let says = rule.evidence.sayers();
    match rule.evidence.opponents() {
        against if against.is_empty() => format!("Says: {says}"),
        against => format!("Says: {says} · disagrees: {against}"),
    }
}

/// The way to the rule's page: its evidence and its settings.
fn why_ui(ui: &mut Ui, palette: &Palette, finding: &Finding, actions: &mut Actions) {
    let link = ui.link(text("Why?", 11.0, Weight::SemiBold).color(palette.accent));
    let name = format!("Why “{}”?", finding.title.to_lowercase());
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let hint = "When this rule applies, the evidence, and how to change it";
    if link.on_hover_text(hint).clicked() {
        actions.push(Action::ShowRule(finding.rule));
    }
}

/// Whether a finding shows only its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fold {
    Folded,
    Unfolded,
}

/// Draws the heading, which folds the finding. While a session is selected, only what concerns it stays
/// unfolded, so that its editor is not pushed off the screen.
fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    own: &mut InspectorState,
    state: &Shared,
    finding: &Finding,
) -> Fold {
    let key = (finding.rule, finding.sessions.first().copied());
    let edits_template = state.edited.is_some();
    let concerns = |id| finding.sessions.contains(&id);
    let usual = !edits_template && state.selected.is_none_or(concerns);
    let unfolded = usual != own.turned.contains(&key);
    let clicked = ui
        .horizontal(|ui| {
            marks::mark_ui(ui, palette, finding.severity);
            let icon = if unfolded {
                icons::UNFOLDED
            } else {
                icons::FOLDED
            };
            let name = if unfolded { "Fold" } else { "Unfold" };
            let name = format!("{name} “{}”", finding.title.to_lowercase());
            let width = ui.available_width() - 30.0;
            let title = Label::new(text(finding.title, 13.0, Weight::SemiBold)).wrap();
            let title = ui
                .scope(|ui| {
                    ui.set_width(width);
                    ui.add(title.sense(egui::Sense::click()))
                })
                .inner;
            buttons::mini_icon_ui(ui, icon, &name).clicked() || title.clicked()
        })
        .inner;
    if clicked && !own.turned.remove(&key) {
        own.turned.insert(key);
    }
    if unfolded {
        Fold::Unfolded
    } else {
        Fold::Folded
    }
}

/// The reason a finding is fine, typed below it.
fn accepting_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    finding: &Finding,
    actions: &mut Actions,
) {
    let Some(accepting) = &mut own.accepting else {
        return;
    };
    if accepting.rule != finding.rule || accepting.sessions != finding.sessions {
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
    ui.horizontal(|ui| {
        let accept = ui.add_enabled_ui(!reason.is_empty(), |ui| {
            buttons::soft_ui(ui, view.palette, "Accept with this reason")
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
        } else if buttons::small_ui(ui, "Cancel").clicked() {
            own.accepting = None;
        }
    });
}

/// The findings accepted with a reason, each with a way to take that back.
fn accepted_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
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
            ui.horizontal_wrapped(|ui| {
                marks::mark_ui(ui, palette, finding.severity);
                let line = format!("{}: {reason}", finding.title);
                ui.label(text(line, 12.0, Weight::Regular).color(palette.text_soft));
                if ui.link(text("withdraw", 12.0, Weight::Regular)).clicked() {
                    let mut profile = view.athlete.profile.clone();
                    profile
                        .accepted
                        .retain(|a| a.rule != finding.rule || a.sessions != finding.sessions);
                    let edits = vec![Edit::Profile(Box::new(profile))];
                    actions.edit("Withdraw acceptance", view.athlete.id, edits);
                }
            });
        });
    }
}
