//! What a copy would do for one athlete: what comes, what is different about it, and what is left out.

use chrono::NaiveDate;
use egui::{Label, Ui};

use crate::domain::Profile;
use crate::layout::{Copied, CopyReport, Difference};
use crate::library::Library;
use crate::rules::{Finding, Severity};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, card_frame, icons, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::marks;
use crate::ui::widgets::row_keys::RowKeys;

use super::{lay_out_words as words, session_line};

/// Draws what one athlete would get from the week that begins on `first`; true when it is to be folded or unfolded.
pub(super) fn report_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    library: &Library,
    profile: &Profile,
    (report, first, unfolded): (&CopyReport, NaiveDate, bool),
) -> bool {
    let frame = card_frame(palette.hairline);
    let mut turned = false;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.label(text(&profile.name, 13.0, Weight::SemiBold));
            let counts = [Severity::Conflict, Severity::Caution, Severity::Tip].map(|severity| {
                let found = report.findings.iter();
                found.filter(|finding| finding.severity == severity).count()
            });
            marks::counts_ui(ui, palette, counts);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let (icon, verb) = if unfolded {
                    (icons::UNFOLDED, "Hide")
                } else {
                    (icons::FOLDED, "Show")
                };
                let name = format!("{verb} every session of {}", profile.name);
                turned = keys.mini_icon_ui(ui, icon, &name).clicked();
            });
        });
        aside::soft_ui(ui, palette, 12.0, summary(report));
        for copied in &report.copied {
            let told = words::differences(&copied.differences, profile.units);
            let is_plain =
                told.is_empty() && copied.moved_from.is_none() && copied.changes.is_empty();
            if unfolded || !is_plain {
                let told = (told.as_slice(), report.findings.as_slice());
                copied_ui(ui, palette, library, copied, told, unfolded);
            }
        }
        for finding in &report.findings {
            ui.horizontal_top(|ui| {
                marks::mark_ui(ui, palette, finding.severity);
                let message = words::placed(finding, first);
                let message = text(message, 12.0, Weight::Regular);
                ui.add(Label::new(message).wrap());
            });
        }
        for left in &report.left_out {
            let line = format!("Left out: {}. {}", left.title, words::why(&left.why));
            let line = text(line, 12.0, Weight::Regular);
            let line = line.color(palette.severity(Severity::Caution));
            ui.add(Label::new(line).wrap());
        }
    });
    ui.add_space(4.0);
    turned
}

/// "5 sessions, 1 moved, 2 with other loads or paces, 1 left out".
fn summary(report: &CopyReport) -> String {
    let mut parts = vec![format::plural(report.copied.len(), "session", "sessions")];
    let count = |holds: fn(&Copied) -> bool| report.copied.iter().filter(|c| holds(c)).count();
    let moved = count(|copied| copied.moved_from.is_some());
    let rescaled = count(|copied| copied.differences.iter().any(Difference::is_change));
    let kept = count(|copied| copied.differences.iter().any(|it| !it.is_change()));
    for (count, what) in [
        (moved, "moved"),
        (rescaled, "with other loads or paces"),
        (kept, "with loads or paces as typed"),
        (report.replaced.len(), "replaced"),
        (report.left_out.len(), "left out"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    parts.join(", ")
}

fn copied_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    copied: &Copied,
    (told, told_below): (&[String], &[Finding]),
    unfolded: bool,
) {
    let moved = copied.moved_from;
    let moved = moved.map(|from| format!("moved from {}", format::day(from)));
    session_line::session_ui(ui, palette, library, &copied.session, moved, copied.worst);
    let changes = words::changes(&copied.changes);
    for line in told
        .iter()
        .cloned()
        .chain((!changes.is_empty()).then_some(changes))
    {
        ui.add(Label::new(text(line, 12.0, Weight::Regular)).wrap());
    }
    let is_told = told_below
        .iter()
        .any(|found| found.message == copied.reason);
    if (unfolded || copied.moved_from.is_some()) && !copied.reason.is_empty() && !is_told {
        aside::soft_ui(ui, palette, 11.5, &copied.reason);
    }
}
