//! What laying a program out would do: the sum of it, and each week with what goes where and what is left out.

use egui::{Label, Ui};

use crate::layout::{LaidWeek, Layout, Placed};
use crate::library::Library;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, card_frame, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::marks;

use super::{lay_out_words as words, session_line};

/// What would happen, in a line or two.
pub(super) fn summary_ui(ui: &mut Ui, palette: &Palette, layout: &Layout) {
    ui.horizontal_wrapped(|ui| {
        let left_out = layout.left_out().count();
        let counts = |severity| {
            let found = layout.findings.iter();
            found.filter(|finding| finding.severity == severity).count()
        };
        marks::counts_ui(
            ui,
            palette,
            [
                counts(crate::rules::Severity::Conflict),
                counts(crate::rules::Severity::Caution),
                counts(crate::rules::Severity::Tip),
            ],
        );
        ui.add_space(6.0);
        let mut said = vec![words::days(layout)];
        said.extend(words::swaps(layout));
        if left_out > 0 {
            said.push(format!("{left_out} left out"));
        }
        if layout.findings.is_empty() && left_out == 0 {
            said.push("no new findings".to_owned());
        }
        let said = text(format!("{}.", said.join("; ")), 12.0, Weight::Regular);
        ui.add(Label::new(said).wrap());
    });
}

pub(super) fn week_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    (layout, of_many): (&Layout, bool),
    week: &LaidWeek,
) {
    let frame = card_frame(palette.hairline);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal_wrapped(|ui| {
            let span = format::week_span(week.first);
            ui.label(text(span, 12.5, Weight::SemiBold));
            let mut more = Vec::new();
            if of_many {
                more.push(format!("Week {}", week.number));
            }
            more.extend(week.phase.map(|phase| phase.name().to_owned()));
            if !week.theme.is_empty() {
                more.push(week.theme.clone());
            }
            let more = text(more.join(" · "), 12.0, Weight::Regular);
            ui.label(more.color(palette.text_soft));
        });
        for placed in &week.placed {
            placed_ui(ui, palette, library, placed);
        }
        for finding in layout.findings_of(week) {
            ui.horizontal_top(|ui| {
                marks::mark_ui(ui, palette, finding.severity);
                let message = text(&finding.message, 12.0, Weight::Regular);
                ui.add(Label::new(message).wrap());
            });
        }
        for left in &week.left_out {
            let caution = palette.severity(crate::rules::Severity::Caution);
            let line = format!("Left out: {}. {}", left.title, words::why(&left.why));
            let line = text(line, 12.0, Weight::Regular).color(caution);
            ui.add(Label::new(line).wrap());
        }
    });
    ui.add_space(4.0);
}

fn placed_ui(ui: &mut Ui, palette: &Palette, library: &Library, placed: &Placed) {
    let minutes = placed.session.plan.duration.map(format::minutes);
    session_line::session_ui(ui, palette, library, &placed.session, minutes, placed.worst);
    let changes = words::changes(&placed.changes);
    if !changes.is_empty() {
        let line = text(changes, 12.0, Weight::Regular).color(palette.text);
        ui.add(Label::new(line).wrap());
    }
    aside::soft_ui(ui, palette, 11.5, &placed.reason);
    ui.add_space(2.0);
}
