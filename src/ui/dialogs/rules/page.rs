//! The page of a rule: when it speaks, what it finds, how it is set, what is known, and who says so.

use egui::{Frame, Label, ScrollArea, Stroke, Ui, vec2};

use crate::rules::{Certainty, Citation, Rule};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::marks;

use super::controls;
use super::form::RuleFields;

/// Draws the page.
pub(super) fn page_ui(ui: &mut Ui, part: &mut RuleFields, rule: &'static Rule) {
    ScrollArea::vertical()
        .id_salt(rule.id)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            ui.spacing_mut().item_spacing.y = 5.0;
            ui.label(text(rule.title, 15.0, Weight::SemiBold));
            paragraph(
                ui,
                &rule.condition(part.draft.in_force()),
                part.palette.text,
            );
            findings_ui(ui, part, rule);
            ui.add_space(4.0);
            let frame = Frame::new()
                .fill(part.palette.background)
                .stroke(Stroke::new(1.0, part.palette.hairline))
                .corner_radius(CARD_RADIUS)
                .inner_margin(12);
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                controls::controls_ui(ui, part, rule);
            });
            section(ui, "What is known");
            ui.scope(|ui| certainty_ui(ui, part.palette, rule.evidence.certainty));
            paragraph(ui, rule.evidence.grounds, part.palette.text);
            section(ui, "Who says so");
            citations_ui(ui, part.palette, rule.evidence.says);
            section(ui, "Who disagrees");
            if rule.evidence.disagrees.is_empty() {
                paragraph(ui, "None of our sources.", part.palette.text_soft);
            } else {
                citations_ui(ui, part.palette, rule.evidence.disagrees);
            }
            ui.add_space(8.0);
        });
}

fn section(ui: &mut Ui, title: &str) {
    ui.add_space(8.0);
    ui.label(text(title, 12.0, Weight::SemiBold));
}

fn paragraph(ui: &mut Ui, words: &str, color: egui::Color32) {
    ui.add(Label::new(text(words, 13.0, Weight::Regular).color(color)).wrap());
}

/// What the rule finds in the shown week.
fn findings_ui(ui: &mut Ui, part: &RuleFields, rule: &'static Rule) {
    for finding in part.draft.found_by(rule) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.vertical(|ui| {
                ui.add_space(2.0);
                marks::mark_ui(ui, part.palette, finding.severity);
            });
            let message = format!("This week: {}", finding.message);
            aside::soft_ui(ui, part.palette, 12.0, message);
        });
    }
}

/// How sure it is: one to three filled dots, the name, and what that means.
fn certainty_ui(ui: &mut Ui, palette: &Palette, certainty: Certainty) {
    let filled = match certainty {
        Certainty::Strong => 3,
        Certainty::Consensus => 2,
        Certainty::Weak => 1,
    };
    // Text lines may be lower than controls.
    ui.spacing_mut().interact_size.y = 16.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(32.0, 14.0), egui::Sense::hover());
        for dot in 0..3 {
            let center = rect.left_center() + vec2(5.0 + 11.0 * dot as f32, 0.0);
            if dot < filled {
                ui.painter().circle_filled(center, 4.0, palette.accent);
            } else {
                let line = Stroke::new(1.0, palette.text_faint);
                ui.painter().circle_stroke(center, 3.5, line);
            }
        }
        ui.label(text(certainty.name(), 13.0, Weight::SemiBold));
    });
    aside::soft_ui(ui, palette, 12.0, certainty.sentence());
}

fn citations_ui(ui: &mut Ui, palette: &Palette, citations: &[Citation]) {
    for citation in citations {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let name = text(citation.source.name, 12.0, Weight::SemiBold);
            ui.allocate_ui(vec2(132.0, 16.0), |ui| {
                ui.set_width(132.0);
                ui.add(Label::new(name.color(palette.text)).wrap());
            });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let says = text(citation.says, 13.0, Weight::Regular).color(palette.text);
                ui.add(Label::new(says).wrap());
                aside::faint_ui(ui, palette, 11.0, citation.source.reference);
            });
        });
    }
}
